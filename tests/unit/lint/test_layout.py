"""check_layout: modes, media, overrides, documents that the decree does not rule, grouping of equal faults."""

from typing import Any

from kedraft.decree import mm
from kedraft.lint.layout import check_layout
from kedraft.lint.layout_sample import Sheet, say, sheet
from kedraft.lint.run import IDLE_OVERRIDE
from kedraft.model.finding import Finding, Severity
from kedraft.ooxml.view import Cell


def check(page: Sheet, **options: Any) -> tuple[Finding, ...]:
    return check_layout(page.build().view, **options)


def test_a_clean_page_has_no_findings_in_any_mode() -> None:
    for mode in ("draft", "final"):
        for medium in ("paper", "electronic"):
            assert check(sheet(annex=True), mode=mode, medium=medium) == ()


def test_a_message_says_what_is_and_what_should_be_and_where() -> None:
    [found] = check(sheet(page=say(left=mm(20))))
    assert found.message == "Lề trái là 20 mm; quy định 30–35 mm."
    assert str(found.where) == "ke-hoach.docx, đoạn 1 (lề trái)"
    assert found.citation == "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 3"


def test_equal_faults_are_one_finding_with_the_number_of_the_first() -> None:
    wrong = say(size=12)
    [found] = check(sheet(clause=wrong, point=wrong, text=wrong))
    assert found.message == "Có 3 đoạn nội dung (đoạn đầu tiên: 16) có cỡ chữ 12, quy định 13–14."
    assert found.where.paragraph == 16
    assert found.where.field == "“a) Nâng cao nhận thức của người dân về…”"


def test_the_faults_of_one_part_are_one_finding() -> None:
    [found] = check(sheet(motto=say(bold=False, italic=True, align="left")))
    assert (
        found.message == "Tiêu ngữ: chưa đậm, quy định đậm; in nghiêng, quy định đứng; canh trái, quy định canh giữa."
    )


def test_traces_of_drafting_are_an_error_only_in_a_final_document() -> None:
    page = sheet(clause=say(changes=1))
    assert [one.severity for one in check(page)] == [Severity.WARNING]
    assert [one.severity for one in check(page, mode="final")] == [Severity.ERROR]


def test_the_note_of_an_annex_may_be_blank_in_a_draft_and_in_an_electronic_document() -> None:
    blank = "(Kèm theo Kế hoạch số     /KH-UBND ngày     tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"
    page = sheet(annex=True, annex_note=say(text=blank))
    assert check(page) == ()
    assert check(page, mode="final", medium="electronic") == ()
    assert [one.rule for one in check(page, mode="final")] == ["ND30-PL-05"]
    gone = sheet(annex=True, annex_note=None)
    assert [one.severity for one in check(gone, medium="electronic")] == [Severity.INFO]


def test_a_note_with_another_number_than_the_document_is_an_error_when_final() -> None:
    other = "(Kèm theo Kế hoạch số 16/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"
    assert [one.rule for one in check(sheet(annex=True, annex_note=say(text=other)), mode="final")] == ["ND30-PL-05"]


def test_an_override_with_a_reason_hides_its_findings_and_an_idle_one_is_said() -> None:
    page = sheet(page=say(left=mm(20)))
    assert check(page, overrides={"ND30-TR-04": "in trên mẫu có sẵn"}) == ()
    assert [one.rule for one in check(sheet(), overrides={"ND30-TR-04": "lý do"})] == [IDLE_OVERRIDE]


def test_documents_of_the_party_and_those_older_than_the_decree_are_left_alone() -> None:
    wrong = {"page": say(left=mm(20)), "clause": say(comments=1)}
    party = sheet(national=say(text="ĐẢNG CỘNG SẢN VIỆT NAM"), motto=None, motto_rule=None, **wrong)
    old = sheet(dated=say(text="Ba Sơn, ngày 05 tháng 02 năm 2019"), **wrong)
    assert [one.rule for one in check(party)] == ["KH-TM-02"]
    assert [one.rule for one in check(old)] == ["KH-TM-02"]


def test_the_margins_of_landscape_pages_are_advice_only() -> None:
    across = {"width": mm(297), "height": mm(210), "landscape": True, "tables": 1}
    assert check(sheet(annex=True, annex_page=say(top=mm(30), left=mm(20), **across))) == ()
    [found] = check(sheet(annex=True, annex_page=say(top=mm(8), **across)))
    assert (found.rule, found.severity) == ("ND30-TR-02", Severity.INFO)


def test_an_annex_in_a_file_of_its_own_needs_no_header() -> None:
    names = (
        "issuer_1",
        "issuer_2",
        "issuer_rule",
        "national",
        "motto",
        "motto_rule",
        "number",
        "dated",
        "title",
        "subject",
    )
    gone: dict[str, Any] = dict.fromkeys(
        (*names, "subject_rule", "basis", "opening", "section", "heading", "point", "clause")
    )
    foot = ("text", "closing", "recipients_label", "recipient_1", "recipient_2", "office_1", "office_2", "room", "name")
    assert check(sheet(annex=True, **gone, **dict.fromkeys(foot))) == ()


def test_an_empty_document_is_told_that_it_has_no_header_and_breaks_nothing() -> None:
    view = sheet().build().view
    empty = type(view)("x.docx", view.sections, (), ())
    assert check_layout(empty) == ()


def test_a_second_position_without_a_name_is_no_name() -> None:
    page = sheet(issuer_1=say(text="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"), name=say(text="CHỦ TỊCH UBND XÃ", size=13))
    assert "ND30-KY-05" not in {one.rule for one in check(page)}
    parts = page.build().parts
    assert parts.name is None
    assert [line.text for line in parts.second_office] == ["CHỦ TỊCH UBND XÃ"]


def test_a_table_behind_the_signature_asks_for_the_head_of_an_annex() -> None:
    headless: dict[str, Any] = dict.fromkeys(("annex_label", "annex_title", "annex_note"))
    page = sheet(annex=True, annex_text=say(text="Nhiệm vụ", cell=Cell(2, 0, 0, 3, 3000)), **headless)
    [one] = check(page)
    assert (one.rule, one.where.field) == ("ND30-PL-06", "“Nhiệm vụ”")
