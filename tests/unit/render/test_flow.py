"""A plan flattened: roles, labels, joined headings, the closing mark, annexes."""

import pytest

from kedraft.model.document import Block, Role
from kedraft.model.inline import Inline, Mark, Run
from kedraft.model.plan import (
    Annex,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marker,
    Paragraph,
    PlaceAndDate,
    Plan,
    Recipient,
    Signatory,
)
from kedraft.rendering import flow


def plan(*sections: Item, **fields: object) -> Plan:
    body = IssuingBody(name="ỦY BAN NHÂN DÂN XÃ BA SƠN", level=Level.COMMUNE)
    sections = sections or (text("1.", "Nội dung."),)
    return Plan(issuing_body=body, subject="Chuyển đổi số", sections=sections).evolve(**fields)


def text(label: str | None, words: str, marker: Marker = Marker.ARABIC, heading: str | None = None) -> Item:
    run_in = Inline(text=heading) if heading else None
    return Item(id=f"{label}{words}", marker=marker, label=label, heading=run_in, text=Inline(text=words))


def head(label: str | None, words: str, *children: Item, marker: Marker = Marker.ROMAN) -> Item:
    return Item(id=words, marker=marker, label=label, heading=Inline(text=words), children=children)


def outline(given: Plan) -> list[str]:
    return [f"{block.role}: {block.text}" for block in flow(given).blocks]


def test_roles_follow_from_marker_and_heading() -> None:
    given = plan(
        head(
            "I.",
            "MỤC ĐÍCH",
            head("1.", "Mục đích", text("a)", "Điểm.", Marker.LETTER), marker=Marker.ARABIC),
            text("2.", "Từ tháng 3.", heading="Thời gian:"),
            text("1.1.", "Tiểu khoản.", Marker.DECIMAL),
            text("(1)", "Trong ngoặc.", Marker.PAREN),
            text(None, "Gạch.", Marker.DASH),
            text(None, "Cộng.", Marker.PLUS),
            text(None, "Đoạn.", Marker.NONE),
        ),
        closing=(Paragraph(text=Inline(text="Trên đây là Kế hoạch.")),),
    )
    assert outline(given) == [
        "section: I. MỤC ĐÍCH",
        "heading: 1. Mục đích",
        "point: a) Điểm.",
        "clause: 2. Thời gian: Từ tháng 3.",
        "clause: 1.1. Tiểu khoản.",
        "point: (1) Trong ngoặc.",
        "dash: - Gạch.",
        "plus: + Cộng.",
        "paragraph: Đoạn.",
        "closing: Trên đây là Kế hoạch./.",
        "signature: ",
    ]


def test_a_part_has_its_label_and_its_title_on_lines_of_their_own() -> None:
    given = plan(head("Phần I", "TÌNH HÌNH", head("I.", "ĐẶC ĐIỂM"), marker=Marker.PART))
    assert outline(given)[:3] == ["part: Phần I", "part_title: TÌNH HÌNH", "section: I. ĐẶC ĐIỂM"]


def test_a_run_in_heading_is_bold_with_its_label_and_the_words_after_it_are_not() -> None:
    block = flow(plan(text("2.", "Từ tháng 3.", heading="Thời gian:"), text("3.", "x"))).blocks[0]
    assert block.runs == (Run("2. Thời gian:", True, False), Run(" Từ tháng 3.", False, False))


def test_marks_inside_a_paragraph_survive_the_label() -> None:
    words = Inline(text="Đúng hạn.", marks=(Mark(start=5, end=8, bold=True),))
    item = Item(id="1", marker=Marker.ARABIC, label="1.", text=words)
    block = flow(plan(item, text("2.", "x"))).blocks[0]
    assert block.runs == (Run("1. Đúng ", False, False), Run("hạn", True, False), Run(".", False, False))


def test_a_top_heading_in_arabic_figures_stays_in_lower_case() -> None:
    assert outline(plan(head("1.", "Mục đích", marker=Marker.ARABIC)))[0] == "heading: 1. Mục đích"


@pytest.mark.parametrize(
    "words",
    [
        "Trên đây là Kế hoạch",
        "Trên đây là Kế hoạch.",
        "Trên đây là Kế hoạch./.",
        "Trên đây là Kế hoạch. ./.",
        "Trên đây là Kế hoạch ;",
    ],
)
def test_the_last_paragraph_ends_with_the_closing_mark_once(words: str) -> None:
    given = plan(closing=(Paragraph(text=Inline(text=words)),))
    assert outline(given)[-2] == "closing: Trên đây là Kế hoạch./."


def test_without_a_closing_paragraph_the_last_item_stays_with_the_signature() -> None:
    assert outline(plan(text("1.", "Một."), text("2.", "Hai.")))[-3:] == [
        "clause: 1. Một.",
        "closing: 2. Hai./.",
        "signature: ",
    ]


@pytest.mark.parametrize(
    ("date", "line"),
    [
        (None, "Ba Sơn, ngày      tháng      năm        "),
        ("2026", "Ba Sơn, ngày      tháng      năm 2026"),
        ("2026-02", "Ba Sơn, ngày      tháng 02 năm 2026"),
        ("2026-11", "Ba Sơn, ngày      tháng 11 năm 2026"),
        ("2026-03-05", "Ba Sơn, ngày 05 tháng 3 năm 2026"),
        ("2026-10-22", "Ba Sơn, ngày 22 tháng 10 năm 2026"),
    ],
)
def test_days_have_two_figures_and_of_the_months_only_the_first_two(date: str | None, line: str) -> None:
    assert flow(plan(place_and_date=PlaceAndDate(place="Ba Sơn", date=date))).letterhead.place_and_date == line


@pytest.mark.parametrize(
    ("number", "symbol", "line"),
    [
        (None, "KH-UBND", "Số:        /KH-UBND"),
        ("7", "KH-UBND", "Số: 07/KH-UBND"),
        ("07", "KH-UBND", "Số: 07/KH-UBND"),
        ("125", "KH-BCĐ", "Số: 125/KH-BCĐ"),
        (None, None, "Số:        /KH-        "),
    ],
)
def test_a_blank_number_leaves_room_and_small_numbers_are_padded(
    number: str | None, symbol: str | None, line: str
) -> None:
    assert flow(plan(number=DocumentNumber(number=number, symbol=symbol))).letterhead.number == line


def test_recipients_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    given = plan(recipients=tuple(Recipient(text=one) for one in ("UBND tỉnh (b/c)", "Các thôn;", "Lưu: VT.")))
    block = next(block for block in flow(given).blocks if block.role is Role.SIGNATURE)
    assert block.signature
    assert block.signature.recipients == ("- UBND tỉnh (b/c);", "- Các thôn;", "- Lưu: VT.")


def test_authority_and_position_are_the_lines_of_the_office() -> None:
    who = Signatory(
        authority=("TM. BAN CHỈ ĐẠO",), position="Trưởng ban", second_position="CHỦ TỊCH UBND TỈNH", name="A"
    )
    foot = flow(plan(signatory=who)).blocks[-1].signature
    assert foot == ((), ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), "CHỦ TỊCH UBND TỈNH", "A")


def test_each_annex_opens_a_section_of_the_direction_of_the_one_before() -> None:
    annexes = tuple(
        Annex(id=f"PL{n}", heading="BẢNG", landscape=landscape, children=(text("1.", f"Phụ {n}."),))
        for n, landscape in enumerate((True, False, True), 1)
    )
    view = flow(plan(annexes=annexes, number=DocumentNumber(symbol="KH-UBND")))
    roles = [block.role for block in view.blocks if block.role in (Role.PORTRAIT_ENDS, Role.LANDSCAPE_ENDS)]
    assert roles == [Role.PORTRAIT_ENDS, Role.LANDSCAPE_ENDS, Role.PORTRAIT_ENDS]
    assert view.ends_landscape
    labels = [block.text for block in view.blocks if block.role is Role.ANNEX_LABEL]
    assert labels == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]


def test_the_note_of_an_annex_names_the_plan() -> None:
    given = plan(
        annexes=(Annex(id="PL", heading="BẢNG", children=(text("1.", "x"),)),),
        number=DocumentNumber(number="5", symbol="KH-UBND"),
        place_and_date=PlaceAndDate(place="Ba Sơn", date="2026-02-05"),
    )
    notes = [block.text for block in flow(given).blocks if block.role is Role.ANNEX_NOTE]
    assert notes == ["(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"]


def test_an_eponymous_unit_keeps_its_capital_in_the_note() -> None:
    given = plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN PHƯỜNG LƯƠNG VĂN TRI", level=Level.COMMUNE),
        place_and_date=PlaceAndDate(place="Phường Lương Văn Tri", date="2026"),
        annexes=(Annex(id="PL", heading="BẢNG", children=(text("1.", "x"),)),),
    )
    note = next(block.text for block in flow(given).blocks if block.role is Role.ANNEX_NOTE)
    assert note.endswith("của Ủy ban nhân dân Phường Lương Văn Tri)")


def test_flattening_twice_gives_the_same_blocks() -> None:
    given = plan(head("I.", "MỤC", text("1.", "Một.")))
    assert flow(given) == flow(given)


def test_values_made_without_their_class_have_all_its_fields(plans: dict[str, Plan]) -> None:
    for plan in plans.values():
        for block in flow(plan).blocks:
            assert block == Block(**block._asdict())
            assert all(run == Run(**run._asdict()) for run in block.runs)
