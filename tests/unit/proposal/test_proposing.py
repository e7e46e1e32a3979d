"""What `kedraft new` proposes, tried as a new user would: proposed, drafted untouched, read."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from inherit.sample import plan

from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number
from kedraft.model.draft import Draft
from kedraft.model.finding import Findings, Severity
from kedraft.model.locality import Locality, Place
from kedraft.model.origin import Imported
from kedraft.model.plan import Annex, Level, Plan
from kedraft.model.proposal import Proposal, ProposedSection
from kedraft.model.spec import DraftSpec, Mode
from kedraft.model.unit import UnitKind
from kedraft.pipeline import draft_findings, draft_plan, locate_for, parent_plan
from kedraft.proposal import propose
from kedraft.workspace import parse_yaml
from kedraft.workspace.yaml_out import dump_proposal

LANG_SON = Place(kind=UnitKind.TINH, name="Lạng Sơn")
BA_SON = Locality(
    level=Level.COMMUNE, province=LANG_SON, commune=Place(kind=UnitKind.XA, name="Ba Sơn"), on=date(2026, 2, 1)
)

TEXT = """
I. MỤC TIÊU
1. Mục tiêu tổng quát

Nâng cao kỹ năng số của người dân trên địa bàn tỉnh.

2. Mục tiêu cụ thể
a) Ít nhất 70% người dân được hướng dẫn.
b) Tổ chức 500 lớp học cho 15.000 lượt người.
c) Mỗi xã, phường có ít nhất 01 mô hình điểm.
d) Hiện nay, toàn tỉnh mới có 58% người dân có chữ ký số.
đ) Phối hợp với Bộ Khoa học và Công nghệ tổ chức triển lãm.

II. NỘI DUNG TUYÊN TRUYỀN
1. Lợi ích của dịch vụ công trực tuyến.
2. Kết quả chuyển đổi số của tỉnh.

III. NHIỆM VỤ, GIẢI PHÁP
1. Tổ chức lớp học cho người dân, hoàn thành trước ngày 30/6/2026.
2. Đăng tin trên Báo và phát thanh, truyền hình Lạng Sơn; phát trên hệ thống truyền thanh cơ sở.
3. Các nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.

IV. KINH PHÍ THỰC HIỆN

Từ ngân sách tỉnh và các nguồn hợp pháp khác.

V. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ
- Chủ trì triển khai Kế hoạch này.
2. Sở Giáo dục và Đào tạo
- Lồng ghép kỹ năng số vào hoạt động ngoại khóa.
3. Ủy ban nhân dân các xã, phường
- Xây dựng kế hoạch triển khai trên địa bàn.
- Kiện toàn Tổ công nghệ số cộng đồng trước ngày 31/3/2026.
- Báo cáo kết quả về Sở Khoa học và Công nghệ trước ngày 25 hằng tháng.
"""
TABLE = """
| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
| --- | --- | --- | --- | --- |
| 1 | Xây dựng nền tảng học trực tuyến | Sở Khoa học và Công nghệ | Các sở, ngành | Quý I/2026 |
| 2 | Mở lớp hướng dẫn kỹ năng số cho người dân | UBND các xã, phường | Các đoàn thể | Trước ngày 31/10/2026 |
| 3 | Phát tin trên hệ thống truyền thanh | UBND các xã, phường | Các đoàn thể | Hằng tuần |
"""
#: Rules that tell of words which a plan of this level must not have.
LEFT_OVER = ("KH-CA-", "KH-2C-", "KH-CH-", "KH-CT-06", "KH-TC-", "KH-RO-", "PK-06", "ND30-PL-")


def province(text: str = TEXT, annex: str | None = None) -> Plan:
    made = plan(text)
    if annex is None:
        return made
    children = number(items_from_text(annex, origin=Imported()))
    return made.evolve(annexes=(Annex(id="PL", label="Phụ lục", heading="DANH MỤC NHIỆM VỤ", children=children),))


def entry(proposal: Proposal, node: str) -> ProposedSection:
    return next(one for one in proposal.sections if one.node == node)


def assignment(proposal: Proposal) -> str:
    return proposal.sections[-1].text or ""


def untouched(parent: Plan, proposal: Proposal) -> tuple[Draft, Findings]:
    """The draft of the YAML that the command writes."""
    data, _ = parse_yaml(dump_proposal(proposal), "phieu.yaml")
    spec = DraftSpec.model_validate(data)
    draft = draft_plan(parent, spec, locate_for(spec))
    return draft, draft_findings(draft)


def left_over(findings: Findings) -> list[str]:
    return [f"{one.rule} {one.message}" for one in findings if one.rule.startswith(LEFT_OVER)]


def test_every_section_has_a_mode_and_a_reason() -> None:
    proposal = propose(province(), "tinh.docx", BA_SON, "2026-02")
    assert [(one.node, one.mode) for one in proposal.sections] == [
        ("I", Mode.ADAPT),
        ("II", Mode.VERBATIM),
        ("III", Mode.ADAPT),
        ("IV", Mode.REPLACE),
        ("V", Mode.REPLACE),
    ]
    assert all(one.why for one in proposal.sections)
    assert entry(proposal, "IV").clause == "kinh-phi/cap-xa"


def test_words_of_the_level_above_are_left_out_each_for_its_reason() -> None:
    drops = dict(entry(propose(province(), "tinh.docx", BA_SON, "2026-02"), "I").drops)
    assert "Số liệu thực trạng" in drops["I.2.d"]
    assert drops["I.2.đ"] == "Ngoài thẩm quyền cấp xã (“Phối hợp với Bộ Khoa học và Công nghệ”)"


def test_what_each_commune_must_have_becomes_its_own_aim() -> None:
    nodes = {one.node: one.text for one in entry(propose(province(), "tinh.docx", BA_SON, "2026-02"), "I").nodes}
    assert nodes["I.2.c"] == "Xã có ít nhất 01 mô hình điểm."


def test_totals_of_the_level_above_are_blanks_with_a_name() -> None:
    node = next(n for n in entry(propose(province(), "tinh.docx", BA_SON, "2026-02"), "I").nodes if n.node == "I.2.b")
    assert node.text == "Tổ chức [điền số của xã] lớp học cho [điền số của xã] lượt người."
    assert "tổng của cấp trên (500 lớp, 15.000 lượt người)" in node.why


def test_only_the_clause_with_a_foreign_body_goes() -> None:
    nodes = {one.node: one.text for one in entry(propose(province(), "tinh.docx", BA_SON, "2026-02"), "III").nodes}
    assert nodes["III.2"] == "Phát trên hệ thống truyền thanh cơ sở."


def test_duties_of_this_level_are_own_tasks_with_an_earlier_day() -> None:
    text = assignment(propose(province(), "tinh.docx", BA_SON, "2026-02"))
    assert "- Tham mưu Ủy ban nhân dân xã kiện toàn Tổ công nghệ số cộng đồng trước ngày 20/3/2026." in text
    assert "Xây dựng kế hoạch triển khai trên địa bàn" not in text


def test_monthly_reports_are_carried_over_with_an_earlier_day_inside() -> None:
    text = assignment(propose(province(), "tinh.docx", BA_SON, "2026-02"))
    assert "báo cáo Sở Khoa học và Công nghệ trước ngày 25 hằng tháng" in text
    assert "về Phòng Văn hóa - Xã hội trước ngày 22 hằng tháng" in text


@pytest.mark.parametrize(
    ("gone", "to"),
    [
        ("Sở Lao động - Thương binh và Xã hội", "báo cáo Ủy ban nhân dân tỉnh trước"),  # its work went to two
        ("Sở Kế hoạch và Đầu tư", "báo cáo Sở Tài chính trước"),
    ],
)
def test_a_report_to_a_department_that_is_gone_goes_to_the_one_that_surely_took_over(gone: str, to: str) -> None:
    text = TEXT.replace("Báo cáo kết quả về Sở Khoa học và Công nghệ", f"Báo cáo kết quả về {gone}")
    assert to in assignment(propose(province(text), "tinh.docx", BA_SON, "2026-02"))


def test_the_assignment_names_bodies_of_the_level_and_date() -> None:
    text = assignment(propose(province(), "tinh.docx", BA_SON, "2026-02"))
    heads = [line.partition(". ")[2] for line in text.split("\n") if line[0].isdigit()]
    assert heads[:2] == ["Phòng Văn hóa - Xã hội", "Phòng Kinh tế"]
    assert "Các trường học trên địa bàn xã" in heads
    assert heads[-3:] == [
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội xã",
        "Các thôn",
        "Chế độ báo cáo",
    ]


def test_a_special_zone_is_given_no_room_that_it_may_not_have() -> None:
    zone = Locality(
        level=Level.COMMUNE,
        province=Place(kind=UnitKind.TINH, name="Lâm Đồng"),
        commune=Place(kind=UnitKind.DAC_KHU, name="Phú Quý"),
        on=date(2026, 2, 1),
    )
    text = assignment(propose(province(), "tinh.docx", zone, "2026-02"))
    assert "Phòng chuyên môn phụ trách kinh tế, tài chính" in text
    assert "Phòng Kinh tế\n" not in text


def test_a_task_table_is_rebuilt_of_the_rows_that_bind_us() -> None:
    proposal = propose(province(annex=TABLE), "tinh.docx", BA_SON, "2026-02")
    [annex] = proposal.annexes
    assert annex.mode is Mode.REPLACE
    assert annex.text
    assert "Xây dựng nền tảng học trực tuyến" not in annex.text
    assert "Mở lớp hướng dẫn kỹ năng số cho người dân | Phòng Văn hóa - Xã hội" in annex.text
    assert "Trước ngày 21/10/2026" in annex.text
    assert any("Mở lớp hướng dẫn" in note for note in annex.notes)


def test_an_allotment_gives_the_commune_its_own_figure() -> None:
    rows = "\n".join(
        f"| {at} | {name} | {lớp} |"
        for at, (name, lớp) in enumerate((("Xã Ba Sơn", 40), ("Xã Cao Lộc", 60), ("Phường Kỳ Lừa", 400)), 1)
    )
    text = TEXT.replace(
        "II. NỘI DUNG",
        "3. Phân bổ chỉ tiêu\n\n| STT | Đơn vị | Số lớp (lớp) |\n| --- | --- | --- |\n"
        f"{rows}\n|  | Tổng cộng | 500 |\n\nII. NỘI DUNG",
    )
    proposal = propose(province(text), "tinh.docx", BA_SON, "2026-02")
    node = next(n for n in entry(proposal, "I").nodes if n.node == "I.2.b")
    assert node.text == "Tổ chức 40 lớp học cho [điền số của xã] lượt người."
    assert "Bảng phân bổ" in dict(entry(proposal, "I").drops)["I.3"]


@pytest.mark.parametrize("annex", [None, TABLE])
def test_the_untouched_proposal_is_a_presentable_plan(annex: str | None) -> None:
    parent = province(annex=annex)
    draft, findings = untouched(parent, propose(parent, "tinh.docx", BA_SON, "2026-02"))
    assert not left_over(findings)
    assert not [one.message for one in findings if one.severity is Severity.ERROR]
    assert all(section.children or section.text for section in draft.plan.sections)
    assert "truyền hình Lạng Sơn" not in _words(draft)


STORIES: Sequence[tuple[str, Locality]] = (
    ("tinh-xa-2026", BA_SON),
    (
        "tinh-xa-2026",
        Locality(
            level=Level.COMMUNE,
            province=LANG_SON,
            commune=Place(kind=UnitKind.PHUONG, name="Đông Kinh"),
            on=date(2026, 2, 1),
        ),
    ),
    (
        "huyen-xa-2023",
        Locality(
            level=Level.COMMUNE,
            province=LANG_SON,
            district=Place(kind=UnitKind.HUYEN, name="Cao Lộc"),
            commune=Place(kind=UnitKind.XA, name="Mẫu Sơn"),
            on=date(2023, 2, 1),
        ),
    ),
    (
        "tinh-huyen-2023",
        Locality(
            level=Level.DISTRICT,
            province=Place(kind=UnitKind.TINH, name="Bình Thuận"),
            district=Place(kind=UnitKind.HUYEN, name="Tuy Phong"),
            on=date(2023, 3, 1),
        ),
    ),
    ("ban-chi-dao-2024", Locality(level=Level.PROVINCE, province=LANG_SON, on=date(2024, 2, 1))),
)


@pytest.mark.parametrize(("story", "place"), STORIES, ids=[f"{story}-{place.place.kind}" for story, place in STORIES])
def test_every_storys_parent_gives_a_presentable_plan(examples: Path, story: str, place: Locality) -> None:
    file = examples / story / "ke-hoach-cap-tren.docx"
    parent = parent_plan(file.read_bytes(), file.name)
    draft, findings = untouched(parent, propose(parent, file.name, place, place.on.isoformat()[:7]))
    assert not left_over(findings)
    assert not [one.message for one in findings if one.severity is Severity.ERROR]
    assert all(section.children or section.text for section in draft.plan.sections)


@pytest.mark.parametrize("year", [2023, 2026])
def test_the_real_province_plan_leaves_nothing_of_the_province_over(seeds: Path, year: int) -> None:
    file = seeds / "000_d025254bca8a4efb.txt"
    parent = parent_plan(file.read_bytes(), file.name)
    tan_phuc = Locality(
        level=Level.COMMUNE,
        province=Place(kind=UnitKind.TINH, name="Bình Thuận"),
        district=Place(kind=UnitKind.HUYEN, name="Hàm Tân"),
        commune=Place(kind=UnitKind.XA, name="Tân Phúc"),
        on=date(2023, 4, 1),
    )
    place = tan_phuc if year == 2023 else BA_SON
    draft, findings = untouched(parent, propose(parent, file.name, place, place.on.isoformat()[:7]))
    assert not left_over(findings)
    words = _words(draft)
    assert "Bình Thuận" not in words if year == 2026 else "Báo Bình Thuận" not in words
    gone = ("phóng viên", "thông tin đối ngoại") + (("Thông tin và Truyền thông",) if year == 2026 else ())
    assert not [one for one in gone if one in words]


def _words(draft: Draft) -> str:
    return "\n".join(item.words for item in draft.plan.walk())


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("Phát triển kỹ năng số năm 2026", "Phát triển kỹ năng số trên địa bàn xã Ba Sơn năm 2026"),
        ("Phát triển kỹ năng số trên địa bàn tỉnh", "Phát triển kỹ năng số trên địa bàn xã Ba Sơn"),
        (
            "Thực hiện Chỉ thị số 14-CT/TW ngày 19 tháng 7 năm 2017 của Ban Bí thư",
            "Thực hiện Chỉ thị số 14-CT/TW ngày 19 tháng 7 năm 2017 của Ban Bí thư trên địa bàn xã Ba Sơn",
        ),
    ],
)
def test_the_subject_names_the_place_where_a_person_would(subject: str, own: str) -> None:
    parent = province().evolve(subject=subject)
    assert propose(parent, "tinh.docx", BA_SON, "2026-02").subject == own


def test_sections_without_roman_numerals_keep_their_own_numbers() -> None:
    text = "1. MỤC TIÊU\n1.1. Nâng cao kỹ năng số.\n2. TỔ CHỨC THỰC HIỆN\n2.1. Sở Khoa học và Công nghệ chủ trì.\n"
    parent = province(text)
    draft, _ = untouched(parent, propose(parent, "tinh.docx", BA_SON, "2026-02"))
    last = draft.plan.sections[-1]
    assert (last.label, last.words) == ("2.", "TỔ CHỨC THỰC HIỆN")
    assert [child.label for child in last.children][:2] == ["2.1.", "2.2."]


def test_a_report_in_a_cycle_without_a_day_is_owed_in_that_cycle() -> None:
    text = TEXT.replace("trước ngày 25 hằng tháng", "định kỳ hằng quý")
    said = assignment(propose(province(text), "tinh.docx", BA_SON, "2026-02"))
    assert "báo cáo Sở Khoa học và Công nghệ định kỳ hằng quý." in said


UNLABELLED = """
I. NHIỆM VỤ
1. Tổ chức tiêm phòng cho đàn vật nuôi.

II. TỔ CHỨC THỰC HIỆN

Sở Nông nghiệp và Môi trường

- Chủ trì triển khai Kế hoạch này.

Sở Giáo dục và Đào tạo

- Tuyên truyền cho học sinh về vệ sinh ăn uống.

UBND các xã, phường

- Lập danh sách hộ chăn nuôi xong trước ngày 30/6/2026.
"""


def test_blocks_without_labels_are_read_by_the_body_that_heads_them() -> None:
    text = assignment(propose(province(UNLABELLED), "tinh.docx", BA_SON, "2026-02"))
    assert text.startswith("1. Phòng Kinh tế\n")
    assert "- Tuyên truyền cho học sinh về vệ sinh ăn uống." in text
    assert "Lập danh sách hộ chăn nuôi xong trước ngày 19/6/2026." in text


def test_a_day_too_near_to_move_is_noted() -> None:
    proposal = propose(province(TEXT.replace("31/3/2026", "10/02/2026")), "tinh.docx", BA_SON, "2026-02")
    assert "cộng đồng trước ngày 10/02/2026" in assignment(proposal)
    assert any("“trước ngày 10/02/2026” quá gần ngày ban hành" in note for note in proposal.sections[-1].notes)


def test_sending_the_plan_is_no_report() -> None:
    text = TEXT.replace(
        "- Xây dựng kế hoạch triển khai trên địa bàn.",
        "- Xây dựng kế hoạch triển khai, gửi Sở Khoa học và Công nghệ trước ngày 20/3/2026.",
    )
    said = assignment(propose(province(text), "tinh.docx", BA_SON, "2026-02"))
    assert "báo cáo Sở Khoa học và Công nghệ trước ngày 25 hằng tháng." in said
    assert "20/3/2026 và" not in said


def test_a_day_that_is_not_understood_to_its_end_is_kept_and_noted() -> None:
    proposal = propose(province(TEXT.replace("31/3/2026", "31/3/2026 (thứ Ba)")), "tinh.docx", BA_SON, "2026-02")
    assert "cộng đồng trước ngày 31/3/2026 (thứ Ba)" in assignment(proposal)
    assert any("“trước ngày 31/3/2026 (thứ Ba)” của cấp trên" in note for note in proposal.sections[-1].notes)


def test_a_report_keeps_its_periods() -> None:
    monthly = next(line for line in TEXT.split("\n") if "25 hằng tháng" in line)
    line = (
        "- Báo cáo kết quả quý I, 6 tháng, 9 tháng và năm trước ngày 15 của tháng cuối kỳ về Sở Khoa học và Công nghệ."
    )
    said = assignment(propose(province(TEXT.replace(monthly, line)), "tinh.docx", BA_SON, "2026-02"))
    periods = "của tháng cuối kỳ đối với báo cáo quý I, 6 tháng, 9 tháng và năm"
    assert f"báo cáo Sở Khoa học và Công nghệ trước ngày 15 {periods}." in said
    assert f"trước ngày 12 {periods} để tổng hợp" in said


LEVELS = """
I. HOẠT ĐỘNG
1. Lễ phát động
- Cấp tỉnh: Sở Y tế chủ trì tổ chức tại Quảng trường Hùng Vương.
- Cấp xã: Tùy theo điều kiện, UBND các xã, phường tổ chức lễ phát động.
2. Thư viện mở cửa phục vụ Nhân dân.
"""


def test_the_part_of_our_level_is_said_of_us_and_that_of_the_province_is_left_out() -> None:
    parent = province(LEVELS)
    draft, _ = untouched(parent, propose(parent, "tinh.docx", BA_SON, "2026-02"))
    said = [item.words for item in draft.plan.sections[0].walk()]
    assert "Tùy theo điều kiện, Ủy ban nhân dân xã tổ chức lễ phát động." in said
    assert not [words for words in said if "Cấp tỉnh" in words or "Quảng trường" in words]


def test_counts_in_a_table_of_targets_are_blanks_and_shares_stay() -> None:
    text = """
I. CHỈ TIÊU

| STT | Chỉ tiêu | Đơn vị | Năm 2026 |
| --- | --- | --- | --- |
| 1 | Tỷ lệ hộ dùng nước sạch | % | 60 |
| 2 | Công trình cấp nước xây mới | công trình | 12 |
"""
    parent = province(text)
    draft, _ = untouched(parent, propose(parent, "tinh.docx", BA_SON, "2026-02"))
    table = next(item.table for item in draft.plan.walk() if item.table)
    assert [row[3] for row in table.grid()] == ["Năm 2026", "60", "[điền số của xã]"]


MINISTRY = """
I. MỤC TIÊU
1. Tiêm phòng trên 80% đàn lợn trên phạm vi cả nước.
2. Không để xảy ra ổ dịch từ 30 con trở lên.

II. NHIỆM VỤ
1. Bộ Nông nghiệp và Môi trường thành lập các đoàn kiểm tra.
2. Các địa phương chủ động bố trí vật tư phòng, chống dịch.

III. TỔ CHỨC THỰC HIỆN
1. Cục Chăn nuôi và Thú y
- Theo dõi, đôn đốc việc thực hiện.
2. Ủy ban nhân dân các tỉnh, thành phố
- Bố trí kinh phí hỗ trợ người chăn nuôi.
- Báo cáo kết quả về Bộ Nông nghiệp và Môi trường trước ngày 30/11/2026.
"""


def test_a_ministry_s_plan_becomes_a_commune_s_without_the_ministry() -> None:
    body = province().issuing_body.evolve(name="BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", level=Level.CENTRAL, superior=None)
    parent = province(MINISTRY).evolve(issuing_body=body, subject="Phòng, chống bệnh Dịch tả lợn Châu Phi năm 2026")
    draft, findings = untouched(parent, propose(parent, "bo.docx", BA_SON, "2026-02"))
    said = "\n".join(item.words for item in draft.plan.walk())
    assert "trên 80% đàn lợn trên địa bàn xã" in said
    assert "từ 30 con trở lên" in said
    assert "Xã chủ động bố trí vật tư" in said
    assert "Tham mưu Ủy ban nhân dân xã bố trí kinh phí hỗ trợ người chăn nuôi." in said
    assert "báo cáo Ủy ban nhân dân tỉnh trước ngày 20/11/2026." in said
    assert draft.plan.sections[-1].children[0].words == "Phòng Kinh tế"
    assert "Bộ Nông nghiệp" not in said
    assert left_over(findings) == []
