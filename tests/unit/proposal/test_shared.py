"""One draft file for every kind of unit: what it drafts for a unit is what a draft file of that unit's own drafts."""

from datetime import date

import pytest

from kedraft.clauses import words_of
from kedraft.inheritance import fill_spec, moved, values_for
from kedraft.model.draft import Draft
from kedraft.model.finding import Severity
from kedraft.model.locality import Locality
from kedraft.model.plan import Plan
from kedraft.model.proposal import CLOSES, OPENS, Proposal
from kedraft.model.spec import DraftSpec, LocalitySpec
from kedraft.model.unit import UnitKind
from kedraft.pipeline import draft_findings, draft_plan, locate, parent_plan
from kedraft.proposal import one_of_each_kind, propose, shared
from kedraft.proposal.merging import CannotMerge, Voice, merged
from kedraft.report.text import plan_text
from kedraft.workspace import parse_yaml
from kedraft.workspace.yaml_out import dump_proposal

ON = date(2026, 3, 1)
PARENT = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 41/KH-UBND

Quảng Ninh, ngày 20 tháng 02 năm 2026

KẾ HOẠCH

Dọn rác bờ biển trên địa bàn tỉnh Quảng Ninh năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Nâng cao ý thức giữ sạch bãi biển của người dân trên địa bàn tỉnh.

2. Mỗi xã, phường, đặc khu tổ chức ít nhất 02 đợt ra quân.

II. NHIỆM VỤ

1. Tuyên truyền trên hệ thống truyền thanh cơ sở, hoàn thành trước ngày 30/6/2026.

2. Thu gom rác tại các bãi tắm; đặc khu Cô Tô làm điểm.

III. KINH PHÍ

Ngân sách tỉnh bảo đảm.

IV. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Môi trường chủ trì, tổng hợp báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.

2. Sở Tài chính tham mưu bố trí kinh phí.

3. Ủy ban nhân dân các xã, phường, đặc khu
- Xây dựng kế hoạch, tổ chức ra quân trước ngày 30/4/2026.
- Báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 10/12/2026.

Trên đây là Kế hoạch dọn rác bờ biển./.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""


@pytest.fixture(scope="module")
def parent() -> Plan:
    return parent_plan(PARENT.encode(), "ke-hoach.txt")


def _at(commune: str) -> Locality:
    return locate(LocalitySpec(commune=commune, province="Quảng Ninh"), ON)


def _proposed(parent: Plan, locality: Locality) -> Proposal:
    return propose(parent, "ke-hoach.txt", locality, "2026-03")


def _shared(parent: Plan) -> Proposal:
    each = [locate(one, ON) for one in one_of_each_kind(parent, "Quảng Ninh", ON)]
    return shared(each, lambda one: _proposed(parent, one))


def _drafted(parent: Plan, proposal: Proposal, locality: Locality) -> Draft:
    data, _ = parse_yaml(dump_proposal(proposal), "phieu.yaml")
    spec = DraftSpec.model_validate(data)
    values, _ = values_for(spec, locality)
    filled, faults = fill_spec(spec, values, locality.place.kind)
    assert faults == ()
    assert moved(spec, locality.place.kind) is not None
    return draft_plan(parent, filled, locality)


def test_a_unit_of_each_kind_is_chosen_that_the_parent_does_not_name(parent: Plan) -> None:
    chosen = one_of_each_kind(parent, "Quảng Ninh", ON)
    assert [one.commune.split()[0] for one in chosen if one.commune] == ["xã", "phường", "đặc"]
    assert "đặc khu Cô Tô" not in [one.commune for one in chosen]


@pytest.mark.parametrize("commune", ["Hạ Long", "Vân Đồn", "Cô Tô", "Cái Chiên", "Móng Cái 1"])
def test_what_the_shared_draft_file_drafts_is_what_the_unit_s_own_drafts(parent: Plan, commune: str) -> None:
    locality = _at(commune)
    ours = _drafted(parent, _shared(parent), locality)
    theirs = _drafted(parent, _proposed(parent, locality), locality)
    assert plan_text(ours.plan) == plan_text(theirs.plan)
    assert [one for one in draft_findings(ours) if one.severity is Severity.ERROR] == []


def test_the_shared_draft_file_names_no_unit_but_in_locality(parent: Plan) -> None:
    proposal = _shared(parent)
    text = dump_proposal(proposal)
    place = proposal.locality.place
    assert text.startswith("# Phiếu kế thừa dùng chung")
    assert place.full not in text.partition("document:")[2]
    assert "trên địa bàn {đơn vị} năm 2026" in text
    assert "Ủy ban nhân dân {cấp}" in text
    assert "các {khu dân cư}" in text
    assert OPENS not in text
    assert CLOSES not in text


def _said(*texts: str) -> str:
    units = [_at("Cái Chiên"), _at("Hạ Long"), _at("Vân Đồn")]
    said = merged([(Voice.of(one), text) for one, text in zip(units, texts, strict=False)])
    return said.replace(OPENS, "{").replace(CLOSES, "}")


def test_words_that_follow_from_the_kind_become_fields() -> None:
    ward = words_of(_at("Hạ Long"))["khu dân cư"]
    assert _said("Công an xã và các thôn", f"Công an phường và các {ward}") == "Công an {cấp} và các {khu dân cư}"
    assert _said("XÃ CÁI CHIÊN, Cái Chiên", "PHƯỜNG HẠ LONG, Hạ Long") == "{ĐƠN VỊ}, {tên}"


def test_other_words_become_a_choice_of_whole_words() -> None:
    assert _said("giao tổ A lo", "giao tổ B lo", "giao tổ A lo") == "giao tổ {xã, đặc khu: A | phường: B} lo"
    assert _said("họp hằng tháng", "họp đột xuất hằng tháng") == "{xã: họp | phường: họp đột xuất} hằng tháng"


def test_a_line_of_one_kind_only_is_for_that_kind() -> None:
    said = _said("1. Chợ quê\n2. Bến xe", "1. Chợ quê\n2. Phố đi bộ ven sông\n3. Bến xe")
    assert said == "1. Chợ quê\n{phường: 2. Phố đi bộ ven sông | khác:}\n{xã: 2 | phường: 3}. Bến xe"


def test_signs_that_a_choice_cannot_hold_are_not_merged() -> None:
    with pytest.raises(CannotMerge):
        _said("| 1 | a |\n| 2 | b |", "| 1 | a |")
    with pytest.raises(CannotMerge):
        _said("{x} a", "{x} b")


def test_every_kind_has_words_in_every_choice(parent: Plan) -> None:
    data, _ = parse_yaml(dump_proposal(_shared(parent)), "phieu.yaml")
    spec = DraftSpec.model_validate(data)
    for kind in (UnitKind.XA, UnitKind.PHUONG, UnitKind.DAC_KHU):
        values = dict.fromkeys(("đơn vị", "cấp", "khu dân cư", "cơ quan tài chính", "tên"), "x")
        assert fill_spec(spec, values, kind)[1] == ()
