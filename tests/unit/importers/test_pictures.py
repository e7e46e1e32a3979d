"""Pictures of pages: as pages of a PDF, without ink, with the lines that are drawn on them."""

import struct
import zlib

import pytest

from kedraft.importers.ink import without_ink
from kedraft.importers.lay import lay_of
from kedraft.importers.pdfium import Document
from kedraft.importers.pictures import as_pdf
from kedraft.importers.rulings import Picture, picture_of, rules_in, turned
from kedraft.importers.straight import Box, without_strokes


def png(width: int, height: int, rows: bytes, kind: int = 0, *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG of 8 bits with these rows (each behind its filter byte)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    head = struct.pack(">2L5B", width, height, 8, kind, 0, 0, 0)
    parts = [(b"IHDR", head), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in parts)


def seen(page: bytes | None) -> Picture:
    """What a page shows in grey."""
    assert page is not None
    with Document(page, "quet.png") as document:
        picture = picture_of(document.image(1))
    assert picture is not None
    return picture


@pytest.mark.parametrize(
    ("kind", "dark", "light", "extra"),
    [
        (0, b"\x00", b"\xff", ()),
        (2, b"\x00\x00\x00", b"\xff\xff\xff", ()),
        (3, b"\x00", b"\x01", ((b"PLTE", b"\x00\x00\x00\xff\xff\xff"),)),
    ],
)
def test_a_png_becomes_a_page_with_the_same_dots(
    kind: int, dark: bytes, light: bytes, extra: tuple[tuple[bytes, bytes], ...]
) -> None:
    picture = seen(as_pdf(png(40, 60, (b"\x00" + dark * 20 + light * 20) * 60, kind, *extra)))
    assert picture.height > picture.width > 1900
    row = picture.dots[picture.width * 500 :][: picture.width]
    assert row[picture.width // 4] < 10
    assert row[3 * picture.width // 4] > 245


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0\x00\x04ab", b"\x89PNG\r\n\x1a\n\x00", b"II*\x00"])
def test_a_picture_that_is_cut_off_or_of_another_kind_is_no_page(data: bytes) -> None:
    assert as_pdf(data) is None


def test_a_picture_with_transparency_is_left_to_the_reader_of_pictures() -> None:
    assert as_pdf(png(2, 2, (b"\x00" + b"\x00" * 8) * 2, 6)) is None


def test_seal_and_pen_become_paper_and_black_letters_stay() -> None:
    #        paper, letter, seal, pen, grey
    red = bytes([255, 10, 215, 40, 150])
    blue = bytes([255, 10, 50, 170, 150])
    clean = without_ink(red * 3, blue * 3, 5)
    assert clean[:4] == bytes([255, 10, 255, 255])
    assert without_ink(red, red, 5) == red


def test_lines_of_a_table_are_found_and_letters_are_not() -> None:
    width, height = 400, 300
    dots = bytearray(b"\xff" * width * height)
    for x in range(50, 350):
        dots[100 * width + x] = dots[101 * width + x] = 0
    for y in range(40, 200):
        dots[y * width + 60] = 0
    for x in range(70, 110):  # a dash
        dots[250 * width + x] = 0
    found = rules_in(Picture(width, height, bytes(dots)))
    assert [(box.x1 - box.x0, box.y1 - box.y0) for box in found] == [(300, 4), (4, 160)]


def test_a_page_is_set_straight_by_its_long_lines() -> None:
    line = [Box("chữ", 60.0 * n, 100 + 0.6 * n, 60.0 * n + 40, 110 + 0.6 * n) for n in range(8)]
    lay = lay_of([line, line[:2]])
    assert lay.slant == pytest.approx(0.01, abs=1e-6)
    flat = [lay.level(box) for box in line]
    assert max(box.y1 for box in flat) - min(box.y1 for box in flat) < 0.1


def test_signs_that_were_upright_lines_are_left_out_and_letters_are_kept() -> None:
    rule = Box("", 100.0, 0.0, 101.0, 300.0)
    line = [
        Box("Chủ", 60, 10, 90, 20),
        Box("|", 99.5, 8, 101.5, 22),
        Box("trì", 104, 10, 120, 20),
        Box("|", 200, 8, 202, 22),
    ]
    assert [box.text for box in without_strokes([line], [rule])[0]] == ["Chủ", "trì", "|"]
    assert without_strokes([line], []) == [line]


def test_a_picture_is_turned_clockwise() -> None:
    picture = Picture(3, 2, b"abcdef")
    assert (turned(picture, 90).dots, turned(picture, 90).width) == (b"daebfc", 2)
    assert turned(picture, 180).dots == b"fedcba"
    assert turned(turned(picture, 270), 90) == picture
    assert picture_of(picture.pgm()) == picture
