"""What differs by locality in a draft file's own texts: fields, choices by kind, entries with `when`."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedraft.inheritance import columns_of, fields_of, fill_spec, inherit, moved, spec_for, value_of, values_for
from kedraft.inheritance.braces import has_braces, joined, pieces
from kedraft.model.finding import Severity
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.model.spec import DraftSpec, DroppedSection, LocalitySpec, OwnSection, SignatorySpec
from kedraft.model.unit import UnitKind
from kedraft.pipeline import fit, locate, parent_plan
from kedraft.vietnamese.text import nfc

NOW = date(2026, 2, 1)
BA_SON = locate(LocalitySpec(commune="Ba Sơn", province="Lạng Sơn"), NOW)
DONG_KINH = locate(LocalitySpec(commune="Đông Kinh", province="Lạng Sơn"), NOW)


def draft(**more: Any) -> DraftSpec:
    """A draft file with one own section, and more."""
    data: dict[str, Any] = {
        "parent": "cha.docx",
        "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
        "document": {"subject": "Triển khai công tác", "date": "2026-02"},
        "sections": [{"heading": "KINH PHÍ", "text": "Ngân sách bảo đảm."}],
    }
    return DraftSpec.model_validate(data | more)


def saying(text: str, **more: Any) -> DraftSpec:
    return draft(sections=[{"heading": "NỘI DUNG", "text": text}], **more)


def said(text: str, kind: UnitKind = UnitKind.XA, **fields: str) -> str:
    """The text of the only section once it is filled."""
    filled, _ = fill_spec(saying(text), {name.replace("_", " "): words for name, words in fields.items()}, kind)
    section = filled.sections[0]
    assert isinstance(section, OwnSection)
    return section.text or ""


def rules(spec: DraftSpec, fields: dict[str, str], kind: UnitKind = UnitKind.XA) -> list[tuple[str, str | None]]:
    return [(one.rule, one.where.field) for one in fill_spec(spec, fields, kind)[1]]


# Fields


def test_a_field_prints_its_words_and_interprets_none_of_them() -> None:
    assert said("Dân số {dân số} người.", dân_số="12.345") == "Dân số 12.345 người."
    assert said("{a} và {b}", a="{b} {{x}} {{ }}", b="{xã: c}") == "{b} {{x}} {{ }} và {xã: c}"


def test_a_capital_in_the_name_is_a_capital_in_the_words() -> None:
    assert said("{Đơn vị}; {đơn vị}; {ĐƠN VỊ}", đơn_vị="xã Ba Sơn") == "Xã Ba Sơn; xã Ba Sơn; XÃ BA SƠN"


def test_a_name_is_known_however_it_is_typed() -> None:
    decomposed = "{dân số}"
    assert said(f"{decomposed}, {{ Dân  số }}", dân_số="7") == "7, 7"
    assert value_of("hoà giải", {"hòa giải": "3"}) == "3"
    assert value_of("khác", {"dân số": "3"}) is None


def test_doubled_braces_are_braces() -> None:
    assert said("tập {{1, 2}} và {{{x}}}", x="3") == "tập {1, 2} và {3}"


def test_a_draft_file_without_braces_is_given_back_itself() -> None:
    spec = draft()
    filled, findings = fill_spec(spec, {}, UnitKind.XA)
    assert filled is spec
    assert findings == ()
    assert fields_of(spec) == frozenset()
    assert moved(spec, UnitKind.XA) == {}


def test_every_own_text_is_filled_and_nothing_else() -> None:
    spec = DraftSpec.model_validate(
        {
            "parent": "{tên}.docx",
            "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
            "document": {
                "subject": "Việc của {tên}",
                "date": "2026-02",
                "drafting_unit": "{tên}",
                "signatory": {"position": "CHỦ TỊCH {TÊN}", "authority": ["TM. {TÊN}"]},
            },
            "bases": ["Căn cứ {tên}"],
            "opening": "Mở {tên}",
            "closing": "Đóng {tên}",
            "recipients": ["Gửi {tên}"],
            "sections": [
                {"inherit": "I", "nodes": [{"node": "I.1", "mode": "replace", "text": "{tên}", "reason": "vì {tên}"}]},
                {"inherit": "II", "prepend": ["Trước {tên}"], "append": ["Sau {tên}"], "only": ["II.1"]},
                {"heading": "MỤC {TÊN}", "text": "Lời {tên}"},
            ],
            "annexes": [{"heading": "Phụ lục {tên}", "text": "Bảng {tên}"}],
            "adapt": {"replace": {"Sở {Y}": "Trạm {tên}"}, "keep": ["{tên}"]},
            "overrides": {"KH-TM-01": "vì {tên}"},
        }
    )
    filled, findings = fill_spec(spec, {"tên": "Ba Sơn"}, UnitKind.XA)
    assert findings == ()
    text = filled.model_dump_json()
    assert text.count("{tên}") == 3  # the parent's file, a kept phrase, an override
    assert "{TÊN}" not in text
    assert filled.adapt.replace == {"Sở {Y}": "Trạm Ba Sơn"}
    assert filled.document.signatory.authority == ("TM. BA SƠN",)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="{}|"), max_size=40))
def test_words_without_braces_stay_as_they_are(text: str) -> None:
    assert not has_braces(text)
    assert joined(pieces(text), UnitKind.XA, str) == nfc(text)


@given(st.text(alphabet="{}|:ab xãkhác ", max_size=30))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    assert isinstance(joined(pieces(text), UnitKind.XA, lambda name: name), str)


# What is wrong


def test_an_unknown_field_is_an_error_with_the_nearest_name_and_stays_in_the_text() -> None:
    spec = saying("Dân số {dân sô} người.")
    filled, (finding,) = fill_spec(spec, {"dân số": "1"}, UnitKind.XA)
    assert (finding.rule, finding.severity, finding.where.field) == ("PK-12", Severity.ERROR, "sections[0].text")
    assert "có phải là {dân số}?" in finding.message
    assert filled == spec


def test_an_unknown_field_that_is_like_none_lists_those_there_are() -> None:
    (finding,) = fill_spec(saying("{zzz}"), {"dân số": "1", "tên": "A"}, UnitKind.XA)[1]
    assert "{dân số}, {tên}" in finding.message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("còn {dân số người", "thiếu dấu }"),
        ("còn dân số} người", "không có dấu {"),
        ("còn {} người", "chưa có tên trường"),
        ("{thôn: a | phường: b}", "không phải loại đơn vị"),
        ("{xã: a | b}", "thiếu loại đơn vị"),
    ],
)
def test_braces_that_mean_nothing_are_errors(text: str, why: str) -> None:
    findings = fill_spec(saying(text), {"dân số": "1"}, UnitKind.XA)[1]
    assert [one.rule for one in findings] == ["PK-11"]
    assert why in findings[0].message


def test_what_is_left_empty_by_a_choice_is_told_in_the_words_of_the_draft_file() -> None:
    spec = draft(document={"subject": "{phường: Việc phường | khác:}", "date": "2026-02"})
    assert rules(spec, {}) == [("PK-15", "document.subject")]
    assert fill_spec(spec, {}, UnitKind.PHUONG)[0].document.subject == "Việc phường"


# Choices


def test_a_choice_prints_the_words_of_the_kind() -> None:
    text = "giao {xã: các thôn | phường: các tổ dân phố | khác: các thôn, tổ dân phố} thực hiện"
    assert said(text) == "giao các thôn thực hiện"
    assert said(text, UnitKind.PHUONG) == "giao các tổ dân phố thực hiện"
    assert said(text, UnitKind.DAC_KHU) == "giao các thôn, tổ dân phố thực hiện"


def test_a_choice_may_name_several_kinds_and_hold_fields() -> None:
    text = "{xã, đặc khu: {tên} có chợ {phường: x | khác: phiên} | phường: {tên} có phố}"
    assert said(text, UnitKind.XA, tên="A") == "A có chợ phiên"
    assert said(text, UnitKind.DAC_KHU, tên="A") == "A có chợ phiên"
    assert said(text, UnitKind.PHUONG, tên="A") == "A có phố"


def test_a_choice_that_does_not_speak_of_the_kind_is_a_warning() -> None:
    spec = saying("Phòng {xã: Kinh tế | phường: Kinh tế, Hạ tầng và Đô thị} chủ trì")
    assert rules(spec, {}, UnitKind.DAC_KHU) == [("PK-14", "sections[0].text")]
    assert rules(spec, {}, UnitKind.XA) == []


def test_an_empty_choice_leaves_no_gap() -> None:
    assert said("các {phường: tổ | khác:} xã {phường: x | khác:}, huyện") == "các xã, huyện"
    assert said("{phường: x | khác:} đầu dòng") == "đầu dòng"
    assert said("1. Một\n{phường: 2. Hai | khác:}\n3. Ba") == "1. Một\n3. Ba"


def test_a_line_of_a_list_that_a_choice_leaves_empty_goes_and_places_still_point_to_what_was_typed() -> None:
    spec = draft(recipients=["UBND tỉnh", "{phường: Ban Quản lý chợ | khác:}", "Lưu: VT"])
    assert fill_spec(spec, {}, UnitKind.XA)[0].recipients == ("UBND tỉnh", "Lưu: VT")
    assert moved(spec, UnitKind.XA) == {"recipients[1]": "recipients[2]"}
    assert fill_spec(spec, {}, UnitKind.PHUONG)[0].recipients == ("UBND tỉnh", "Ban Quản lý chợ", "Lưu: VT")


# Entries for some kinds


def test_an_own_section_for_another_kind_is_left_out() -> None:
    spec = draft(
        sections=[
            {"heading": "A", "text": "a"},
            {"heading": "CHỢ PHIÊN", "text": "b", "when": "xã"},
            {"heading": "C", "text": "c", "when": ["phường", "đặc khu"]},
        ]
    )
    titles = {
        kind: [one.heading for one in fill_spec(spec, {}, kind)[0].sections if isinstance(one, OwnSection)]
        for kind in (UnitKind.XA, UnitKind.PHUONG, UnitKind.DAC_KHU)
    }
    assert titles == {
        UnitKind.XA: ["A", "CHỢ PHIÊN"],
        UnitKind.PHUONG: ["A", "C"],
        UnitKind.DAC_KHU: ["A", "C"],
    }
    assert moved(spec, UnitKind.PHUONG) == {"sections[1]": "sections[2]"}


def test_an_inherited_section_for_another_kind_counts_as_dropped_for_that_reason() -> None:
    spec = draft(sections=[{"inherit": "I", "when": "phường"}, {"heading": "A", "text": "a"}])
    first = fill_spec(spec, {}, UnitKind.XA)[0].sections[0]
    assert first == DroppedSection(drop="I", reason="Chỉ áp dụng cho phường")


def test_two_entries_for_one_section_share_the_kinds() -> None:
    spec = draft(
        sections=[
            {"inherit": "I", "mode": "verbatim", "when": "phường"},
            {"inherit": "I", "mode": "adapt", "when": "xã"},
            {"heading": "A", "text": "a"},
        ]
    )
    kinds = {kind: fill_spec(spec, {}, kind)[0].sections for kind in (UnitKind.XA, UnitKind.PHUONG, UnitKind.DAC_KHU)}
    assert [getattr(one, "mode", None) for one in kinds[UnitKind.XA]] == ["adapt", None]
    assert [getattr(one, "mode", None) for one in kinds[UnitKind.PHUONG]] == ["verbatim", None]
    assert kinds[UnitKind.DAC_KHU][0] == DroppedSection(drop="I", reason="Chỉ áp dụng cho phường, xã")


def test_nodes_and_drops_may_be_for_some_kinds() -> None:
    spec = draft(
        sections=[
            {
                "inherit": "I",
                "drop": [{"node": "I.1", "reason": "r", "when": "xã"}],
                "nodes": [{"node": "I.2", "mode": "replace", "text": "t", "when": "phường"}],
            }
        ]
    )
    xa, phuong = (fill_spec(spec, {}, kind)[0].sections[0] for kind in (UnitKind.XA, UnitKind.PHUONG))
    assert (len(getattr(xa, "drop")), len(getattr(xa, "nodes"))) == (1, 0)  # noqa: B009 - a union of entries
    assert (len(getattr(phuong, "drop")), len(getattr(phuong, "nodes"))) == (0, 1)  # noqa: B009


def test_fields_are_those_that_are_printed_for_the_kind() -> None:
    spec = draft(
        sections=[
            {"heading": "A", "text": "{a} {xã: {b} | khác: {c}} {{d}}"},
            {"heading": "B", "text": "{e}", "when": "xã"},
        ]
    )
    assert fields_of(spec) == {"a", "b", "c", "e"}
    assert fields_of(spec, UnitKind.XA) == {"a", "b", "e"}
    assert fields_of(spec, UnitKind.PHUONG) == {"a", "c"}


# What the words are


def test_every_locality_has_its_names() -> None:
    values, findings = values_for(saying("{đơn vị} {huyện}"), BA_SON)
    assert [(one.rule, one.where.field) for one in findings] == [("PK-13", "sections[0].text")]
    assert values["đơn vị"] == "xã Ba Sơn"
    assert values["tỉnh"] == "tỉnh Lạng Sơn"
    assert values["khu dân cư"] == "thôn"
    assert values_for(draft(), DONG_KINH)[0]["khu dân cư"] == "tổ dân phố"


def test_a_figure_that_is_not_there_is_a_blank_and_a_finding_at_the_empty_cell() -> None:
    cell = Location(file="bang.xlsx", field="trang Địa phương, ô C7")
    row = LocalityRow(locality=LocalitySpec(commune="Ba Sơn", province="Lạng Sơn"), cells={"Dân số": cell})
    values, (finding,) = values_for(saying("Có {dân số} người."), BA_SON, row)
    assert values["dân số"] == "[điền dân số]"
    assert finding.where == cell
    assert str(finding.where) == "bang.xlsx, trang Địa phương, ô C7"
    assert "xã Ba Sơn" in finding.message


def test_figures_that_nothing_uses_are_not_missed() -> None:
    row = LocalityRow(locality=LocalitySpec(commune="Ba Sơn", province="Lạng Sơn"), cells={"Dân số": Location()})
    assert values_for(draft(), BA_SON, row)[1] == ()


def test_the_figures_of_the_draft_file_are_never_another_locality_s() -> None:
    spec = saying("Có {dân số} người.", figures={"dân số": "999"})
    row = LocalityRow(locality=LocalitySpec(commune="Đông Kinh", province="Lạng Sơn"))
    assert values_for(spec, BA_SON)[0]["dân số"] == "999"
    values, findings = values_for(spec, DONG_KINH, row)
    assert values["dân số"] == "[điền dân số]"
    assert [one.rule for one in findings] == ["PK-13"]


def test_a_row_may_name_what_its_people_live_in() -> None:
    row = LocalityRow(
        locality=LocalitySpec(commune="Đông Kinh", province="Lạng Sơn"), figures={"khu dân cư": "khối phố"}
    )
    fitted = fit(saying("Các {khu dân cư}; {cấp dưới}."), DONG_KINH, row)
    section = fitted.spec.sections[0]
    assert isinstance(section, OwnSection)
    assert section.text == "Các khối phố; các khối phố."


def test_a_row_s_own_data_stand_in_the_draft_file() -> None:
    row = LocalityRow(
        locality=LocalitySpec(commune="xã Mẫu Sơn", province="Lạng Sơn"),
        signatory=SignatorySpec(name="Hoàng Văn C"),
        symbol="KH-UBND",
        number="07",
        drafting_unit="VX",
        bodies={"Sở Y tế": "Trạm Y tế"},
    )
    spec = spec_for(draft(adapt={"replace": {"Sở Nội vụ": "Phòng Văn hóa"}}), row)
    assert spec.locality.commune == "xã Mẫu Sơn"
    assert (spec.document.number, spec.document.symbol) == ("07", "KH-UBND")
    assert spec.document.signatory.name == "Hoàng Văn C"
    assert spec.adapt.replace == {"Sở Nội vụ": "Phòng Văn hóa", "Sở Y tế": "Trạm Y tế"}
    bare = spec_for(spec, LocalityRow(locality=row.locality))
    assert bare.document.signatory.name is None, "who signs is each locality's own"
    assert spec_for(bare, LocalityRow(locality=row.locality)) == bare


@pytest.mark.parametrize("name", ["Tên", "tên tỉnh", "năm", "Cấp ủy"])
def test_a_figure_cannot_take_the_name_of_a_field_that_every_locality_has(name: str) -> None:
    spec = saying(f"Tại {{{name}}}.", figures={name: "chỗ khác"})
    values, findings = values_for(spec, BA_SON)
    assert "chỗ khác" not in values.values()
    assert [(one.rule, one.severity, one.where.field) for one in findings] == [
        ("PK-16", Severity.ERROR, f"figures.{name}")
    ]


def test_a_named_kind_goes_before_every_other_kind_wherever_it_stands() -> None:
    spec = saying("{khác: Các thôn | phường: Các tổ dân phố} họp.")
    section = fit(spec, DONG_KINH).spec.sections[0]
    assert isinstance(section, OwnSection)
    assert section.text == "Các tổ dân phố họp."


@pytest.mark.parametrize("text", ["{xã: a | xã, phường: b}", "{khác: a | khác: b}"])
def test_a_kind_that_two_parts_speak_of_is_a_mistake(text: str) -> None:
    (finding,) = fill_spec(saying(text), {}, UnitKind.XA)[1]
    assert finding.rule == "PK-11"
    assert "có hai lần" in finding.message


def test_braces_of_any_number_and_depth_are_read() -> None:
    assert len(pieces("{a " * 20_000)) == 40_000
    (piece,) = pieces("{xã: " * 900 + "a" + "}" * 900)
    words = joined((piece,), UnitKind.XA, str)
    assert words.startswith("{xã: {xã: ")


def test_the_columns_that_a_draft_file_needs_are_its_fields_without_those_that_are_known() -> None:
    shared = [{"field": "số mô hình", "total": "40", "by": "dân số"}, {"field": "kinh phí", "total": "100"}]
    spec = saying("{Số mô hình} {số hộ} {đơn vị} {khu dân cư}", distribute=shared)
    assert columns_of(spec) == ("dân số", "kinh phí", "số hộ")


# In a whole draft


PARENT = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 5/KH-UBND
Lạng Sơn, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Triển khai công tác năm 2026
I. MỤC ĐÍCH
1. Tập hợp {dân số} của tỉnh trong ngoặc nhọn.
II. NHIỆM VỤ
1. Tuyên truyền sâu rộng trên địa bàn tỉnh.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
"""


def test_the_parent_s_braces_are_the_parent_s_words() -> None:
    parent = parent_plan(PARENT.encode(), "cha.txt")
    spec = draft(
        sections=[{"inherit": "I", "append": ["Có {dân số} người."]}, {"inherit": "II"}], figures={"dân số": "9"}
    )
    child = inherit(parent, fit(spec, BA_SON).spec, locality=BA_SON).plan
    words = [item.words for item in child.walk()]
    assert "Tập hợp {dân số} của tỉnh trong ngoặc nhọn." in words
    assert "Có 9 người." in words


@pytest.mark.parametrize(
    ("recipients", "last"),
    [("auto", "Lưu: VT, VX"), (["UBND tỉnh", "Lưu: VT, VHXH"], "Lưu: VT, VX"), (["UBND tỉnh", "Lưu VT"], "Lưu VT")],
)
def test_the_drafting_unit_stands_in_the_last_line_of_the_recipients(recipients: Any, last: str) -> None:
    parent = parent_plan(PARENT.encode(), "cha.txt")
    document = {"subject": "Việc", "date": "2026-02", "drafting_unit": "VX"}
    spec = draft(sections=[{"inherit": "I"}, {"inherit": "II"}], recipients=recipients, document=document)
    assert inherit(parent, spec, locality=BA_SON).plan.recipients[-1].text == last
