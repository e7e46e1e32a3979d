"""Photographed pages: their light, how they lie, what lies around them; signs that OCR takes for others; layers that were misread."""

import pytest

from kedraft.grammar.doubtful import is_doubtful
from kedraft.importers import ocr
from kedraft.importers.boxes import Page, Word
from kedraft.importers.damage import is_misread
from kedraft.importers.doubts import without_doubtful_numbers
from kedraft.importers.lay import lay_of
from kedraft.importers.light import evened
from kedraft.importers.pdf import _without_misread_layer
from kedraft.importers.rulings import Picture, rules_in
from kedraft.importers.straight import Box, in_one_size
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedParagraph, ParsedPlan, Verdict
from kedraft.model.plan import CitedDocument


def photographed(width: int = 512, height: int = 512, around: int = 0) -> Picture:
    """Paper that grows darker to the right, with a black bar in every tile, on a dark table of `around` dots."""
    rows = []
    for y in range(height):
        row = bytearray(max(110, 240 - x // 8) for x in range(width))
        if y % 64 in range(20, 26):
            for x in range(around + 20, width - around - 20):
                row[x] = 25
        if around:
            row[:around] = row[width - around :] = bytes([60]) * around
            if y < around or y >= height - around:
                row[:] = bytes([60]) * width
        rows.append(bytes(row))
    return Picture(width, height, b"".join(rows))


def test_paper_in_the_shade_becomes_white_and_ink_stays_dark() -> None:
    even = evened(photographed())
    paper = even.dots[2 * even.width : 3 * even.width]
    ink = even.dots[22 * even.width + 40 : 22 * even.width + 470]
    assert min(paper) > 215
    assert max(ink) < 80


def test_a_page_in_even_light_and_a_tiny_one_come_back_as_they_are() -> None:
    even, tiny = Picture(256, 256, b"\xf8" * 256 * 256), Picture(2, 1, b"\x01\x02")
    assert evened(even) is even
    assert evened(tiny) is tiny


def test_the_table_around_a_page_is_neither_ink_nor_lines() -> None:
    picture = photographed(around=64)
    even = evened(picture)
    assert min(even.dots[: 60 * even.width]) == 255
    # a dark patch is many dark runs upon each other; a drawn line is one
    dots = bytearray(b"\xff" * 600 * 600)
    for y in range(100, 200):
        dots[y * 600 + 100 : y * 600 + 500] = bytes(400)
    dots[400 * 600 + 100 : 400 * 600 + 500] = bytes(400)
    assert [(box.y0, box.x1 - box.x0) for box in rules_in(Picture(600, 600, bytes(dots))) if box.x1 - box.x0 > 99] == [
        (400, 400)
    ]


def seen_from_below(narrow: float) -> list[list[Box]]:
    """Twenty lines between 80 and 520 points, on a page that narrows by `narrow` to either side for each point down."""
    lines = []
    for n in range(20):
        y = 60.0 + 36 * n
        left, right = 80 + narrow * y, 520 - narrow * y
        step = (right - left) / 8
        lines.append([Box("chữ", left + step * k, y, left + step * (k + 0.9), y + 10) for k in range(8)])
        lines[-1][-1] = Box("chữ", left + step * 7, y, right, y + 10)
    return lines


def test_edges_that_lean_to_each_other_are_set_upright() -> None:
    lines = seen_from_below(0.02)
    lay = lay_of(lines)
    starts = [lay.level(line[0]).x0 for line in lines]
    ends = [lay.level(line[-1]).x1 for line in lines]
    assert max(starts) - min(starts) < 3.5
    assert max(ends) - min(ends) < 3.5


def test_lines_that_slant_more_further_down_are_set_level() -> None:
    lines = []
    for n in range(20):
        y = 60.0 + 36 * n
        slant = 0.00002 * y
        lines.append(
            [Box("chữ", 60.0 * k, y + slant * 60 * k, 60.0 * k + 40, y + slant * 60 * k + 10) for k in range(1, 9)]
        )
    lay = lay_of(lines)
    for line in lines:
        feet = [lay.level(box).y1 for box in line]
        assert max(feet) - min(feet) < 0.8


def test_letters_of_one_size_have_it_on_every_page_and_notes_stay_small() -> None:
    def page(number: int, size: float) -> Page:
        return Page(number, 595, 842, [*(Word("chữ", 0, 20, 100, size) for _ in range(9)), Word("nhỏ", 0, 9, 800, 8)])

    pages = [page(1, 11.6), page(2, 13.3), page(3, 13.3)]
    in_one_size(pages)
    assert {round(one.words[0].size, 1) for one in pages} == {13.3}
    assert all(one.words[-1].size < 10 for one in pages)


@pytest.mark.parametrize(
    ("read", "meant"), [("55⁄QĐÐ-TTg", "55/QĐ-TTg"), ("15⁄/HD-UBND", "15/HD-UBND"), ("ÐắkLắk", "ĐắkLắk")]
)
def test_signs_that_look_the_same_are_one_sign(read: str, meant: str) -> None:
    assert ocr._one_sign(read) == meant


def cited(kind: str, number: str) -> CitedDocument:
    return CitedDocument(type=kind, number=number, text=f"{kind} số {number}")


@pytest.mark.parametrize(
    ("kind", "number", "doubtful"),
    [
        ("Tờ trình", "645/TIr-SVHTT", True),
        ("Quyết định", "77/QĐĐ-TTg", True),
        ("Công văn", "12/ST1C-QLNS", True),
        ("Tờ trình", "645/TTr-SVHTT", False),
        ("Luật", "55/2010/QH12", False),
        ("Công văn", "402/CAT-PC04", False),
        ("Nghị quyết", "31-NQ/TW", False),
        ("Quyết định", "12/2020/QĐ-UBND", False),
    ],
)
def test_a_symbol_that_cannot_be_is_doubtful(kind: str, number: str, doubtful: bool) -> None:
    assert is_doubtful(cited(kind, number)) is doubtful


def test_a_doubtful_number_is_left_out_of_a_scans_citations_with_a_finding() -> None:
    sure, misread = cited("Kế hoạch", "8/KH-UBND"), cited("Tờ trình", "9/TIr-SNV")
    opening = ParsedParagraph(text=Inline(text="Căn cứ …"), cites=(sure, misread))
    plan = without_doubtful_numbers(ParsedPlan(source="quet.pdf", digest="0", verdict=Verdict.PLAN, opening=(opening,)))
    assert plan.scanned
    assert [document.number for document in plan.opening[0].cites] == ["8/KH-UBND", None]
    assert [finding.rule for finding in plan.findings] == ["KH-TM-16"]
    assert "9/TIr-SNV" in plan.findings[0].message


MISREAD = "Uy ban nhan dan tinh trién khai ké hoach trén dia ban, giao cac sé, nganh thuc hién theo quy dinh. "
READ = "Ủy ban nhân dân tỉnh triển khai kế hoạch trên địa bàn, giao các sở, ngành thực hiện theo quy định. "


@pytest.mark.parametrize(
    ("ready", "text", "anew"), [(True, MISREAD, True), (True, READ, False), (False, MISREAD, False)]
)
def test_a_layer_read_with_the_wrong_language_is_read_anew_where_ocr_is(
    monkeypatch: pytest.MonkeyPatch, ready: bool, text: str, anew: bool
) -> None:
    monkeypatch.setattr(ocr, "is_ready", lambda: ready)
    page = Page(1, 595, 842, [Word(text * 12, 80, 500, 100, 12)], hidden=1000)
    findings = _without_misread_layer([page], "quet.pdf")
    assert is_misread(text * 12) is (text is MISREAD)
    assert (page.scanned, not page.words) == (anew, anew)
    assert [finding.rule for finding in findings] == (["KH-TM-13"] if anew else [])
