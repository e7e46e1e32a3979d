"""Automatic numbers come out as Word prints them."""

import pytest
from mini_docx import docx, item, lists, lvl, p, style

from kedraft.importers.docx import read_docx
from kedraft.model.source import SourceParagraph


def outline(data: bytes) -> list[str]:
    """Label and text of each paragraph, one line each."""
    source = read_docx(data, "thử.docx")
    return [f"{b.label or ''}|{b.text}" for b in source.blocks if isinstance(b, SourceParagraph)]


@pytest.mark.parametrize("start", [2 * 10**9, 10**13, -(10**13), "9" * 5_000])
@pytest.mark.parametrize(
    "form", ["chicago", "decimal", "upperRoman", "lowerLetter", "hex", "ordinal", "vietnameseCounting", "custom"]
)
def test_a_list_that_starts_beyond_what_word_counts_has_short_numbers(form: str, start: int) -> None:
    numbering = lists(lvl(0, "%1.", form, start=start), nums={1: (0, ""), 2: (0, f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>')})  # fmt: skip
    for shown in outline(docx(item("a") + item("b") + item("c", num=2), numbering=numbering)):
        label = shown.partition("|")[0]
        assert 2 <= len(label) <= 250, label


def test_counting_stops_where_word_stops() -> None:
    assert outline(docx(item("a") + item("b") + item("c"), numbering=lists(lvl(0, "%1.", start=32_766)))) == [
        "32766.|a",
        "32767.|b",
        "32767.|c",
    ]


PLAN = lvl(0, "%1.", "upperRoman") + lvl(1, "%2.") + lvl(2, "%3)", "lowerLetter")


def test_multilevel_list_restarts_below_each_heading() -> None:
    body = item("Một") + item("a", level=1) + item("b", level=1) + item("c", level=2) + item("Hai") + item("d", level=1)
    assert outline(docx(body, numbering=lists(PLAN))) == ["I.|Một", "1.|a", "2.|b", "a)|c", "II.|Hai", "1.|d"]


def test_lower_levels_repeat_the_numbers_above() -> None:
    numbering = lists(lvl(0, "%1.") + lvl(1, "%1.%2.") + lvl(2, "%1.%2.%3"))
    body = item("a") + item("b", level=1) + item("c", level=1) + item("d", level=2)
    assert outline(docx(body, numbering=numbering)) == ["1.|a", "1.1.|b", "1.2.|c", "1.2.1|d"]


@pytest.mark.parametrize(
    ("form", "text", "start", "label"),
    [
        ("decimal", "Điều %1.", 7, "Điều 7."),
        ("upperRoman", "Phần %1", 4, "Phần IV"),
        ("lowerRoman", "(%1)", 9, "(ix)"),
        ("upperLetter", "%1.", 27, "AA."),
        ("lowerLetter", "%1)", 28, "bb)"),
        ("decimalZero", "%1", 5, "05"),
        ("ordinal", "%1", 2, "2nd"),
        ("none", "Mục", 1, "Mục"),
        ("vietnameseCounting", "%1.", 25, "Hai mươi lăm."),
        ("numberInDash", "%1", 3, "- 3 -"),
    ],
)
def test_number_formats(form: str, text: str, start: int, label: str) -> None:
    assert outline(docx(item("x"), numbering=lists(lvl(0, text, form, start)))) == [f"{label}|x"]


@pytest.mark.parametrize(
    ("glyph", "font", "label"),
    [
        ("-", "Times New Roman", "-"),
        ("+", "Times New Roman", "+"),
        ("o", "Courier New", "o"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf02d", "Symbol", "-"),
        ("\uf02b", "Symbol", "+"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0d8", "Wingdings", "➢"),
        ("\uf0fc", "Wingdings", "✓"),
        ("ü", "Wingdings", "✓"),
    ],
)
def test_bullets_of_symbol_fonts_become_signs_that_print(glyph: str, font: str, label: str) -> None:
    numbering = lists(lvl(0, glyph, "bullet", look=f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'))
    assert outline(docx(item("x"), numbering=numbering)) == [f"{label}|x"]


def test_style_gives_the_number_and_its_level() -> None:
    numbering = lists(
        lvl(0, "%1.", "upperRoman", more='<w:pStyle w:val="Muc"/>') + lvl(1, "%2.", more='<w:pStyle w:val="Khoan"/>')
    )
    styles = style("Muc", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
        "Khoan", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    )
    body = p("a", '<w:pStyle w:val="Muc"/>') + p("b", '<w:pStyle w:val="Khoan"/>') + p("c", '<w:pStyle w:val="Khoan"/>')
    assert outline(docx(body, styles=styles, numbering=numbering)) == ["I.|a", "1.|b", "2.|c"]


def test_style_inherits_the_number_of_the_style_it_is_based_on() -> None:
    styles = style("Muc", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style("Con", based="Muc")
    body = p("a", '<w:pStyle w:val="Con"/>') + p("b", '<w:pStyle w:val="Muc"/>')
    assert outline(docx(body, styles=styles, numbering=lists(PLAN))) == ["I.|a", "II.|b"]


def test_number_zero_switches_the_number_of_the_style_off() -> None:
    styles = style("Muc", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    off = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("a", '<w:pStyle w:val="Muc"/>') + p("b", off) + p("c", '<w:pStyle w:val="Muc"/>')
    assert outline(docx(body, styles=styles, numbering=lists(PLAN))) == ["I.|a", "|b", "II.|c"]


def test_list_that_points_to_a_numbering_style() -> None:
    numbering = lists(
        '<w:styleLink w:val="DanhSach"/>' + PLAN, '<w:numStyleLink w:val="DanhSach"/>', nums={1: (0, ""), 2: (1, "")}
    )
    styles = style("DanhSach", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    assert outline(docx(item("a", 2) + item("b", 2, 1), styles=styles, numbering=numbering)) == ["I.|a", "1.|b"]


def test_two_instances_of_one_list_count_on_together() -> None:
    numbering = lists(PLAN, nums={1: (0, ""), 2: (0, "")})
    assert outline(docx(item("a") + item("b", 2) + item("c"), numbering=numbering)) == ["I.|a", "II.|b", "III.|c"]


def test_start_override_restarts_once_and_the_list_goes_on_from_there() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>'
    numbering = lists(lvl(0, "%1."), nums={1: (0, ""), 2: (0, again)})
    body = item("a") + item("b") + item("c", 2) + item("d", 2) + item("e")
    assert outline(docx(body, numbering=numbering)) == ["1.|a", "2.|b", "8.|c", "9.|d", "10.|e"]


def test_override_replaces_a_whole_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{lvl(0, "Điều %1.")}</w:lvlOverride>'
    assert outline(docx(item("a"), numbering=lists(PLAN, nums={1: (0, other)}))) == ["Điều 1.|a"]


def test_level_that_never_restarts() -> None:
    numbering = lists(lvl(0, "%1.", "upperRoman") + lvl(1, "%2.", more='<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", level=1) + item("c") + item("d", level=1)
    assert outline(docx(body, numbering=numbering)) == ["I.|a", "1.|b", "II.|c", "2.|d"]


def test_level_that_restarts_only_after_the_first() -> None:
    numbering = lists(lvl(0, "%1.", "upperRoman") + lvl(1, "%2.") + lvl(2, "%3)", more='<w:lvlRestart w:val="1"/>'))
    body = item("a") + item("b", level=1) + item("c", level=2) + item("d", level=1) + item("e", level=2)
    body += item("f") + item("g", level=1) + item("h", level=2)
    assert outline(docx(body, numbering=numbering)) == [
        "I.|a", "1.|b", "1)|c", "2.|d", "2)|e", "II.|f", "1.|g", "1)|h",
    ]  # fmt: skip


def test_legal_numbering_prints_roman_parents_as_digits() -> None:
    numbering = lists(lvl(0, "%1.", "upperRoman") + lvl(1, "%1.%2.", more="<w:isLgl/>"))
    assert outline(docx(item("a") + item("b", level=1), numbering=numbering)) == ["I.|a", "1.1.|b"]


def test_missing_upper_level_counts_as_its_start() -> None:
    numbering = lists(lvl(0, "%1.") + lvl(1, "%1.%2."))
    assert outline(docx(item("a", level=1), numbering=numbering)) == ["1.1.|a"]


def test_deleted_items_do_not_count() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    body = item("a") + p(
        '<w:del w:id="2" w:author="x"><w:r><w:delText>b</w:delText></w:r></w:del>',
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{gone}',
    )
    assert outline(docx(body + item("c"), numbering=lists(PLAN))) == ["I.|a", "II.|c"]


def test_empty_numbered_paragraph_keeps_its_number_and_empty_bullet_goes() -> None:
    numbering = lists(PLAN, lvl(0, "-", "bullet"))
    assert outline(docx(item("") + item("", 2) + item("a"), numbering=numbering)) == ["I.|", "II.|a"]


def test_lists_that_point_nowhere_give_no_number() -> None:
    assert outline(docx(item("a", 9) + item("b", 1, 8), numbering=lists(PLAN))) == ["|a", "|b"]
