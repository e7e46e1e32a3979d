"""OCR of scans, and the sentence where there is none."""

import struct
import zlib

import pytest

from kedraft.errors import SourceUnreadable
from kedraft.importers import ocr
from kedraft.importers.ocr import read_image
from kedraft.model.source import SourceFormat, SourceParagraph


def png(width: int, height: int, rows: bytes | None = None) -> bytes:
    """A grey PNG; white when no rows are given."""
    lines = rows if rows is not None else (b"\x00" + b"\xff" * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def test_without_tesseract_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_program", lambda: None)
    with pytest.raises(SourceUnreadable, match=r"tesseract-ocr-vie.*bản Word"):
        read_image(png(20, 20), "quet.png")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00", b"\xff\xd8\xff\xd9", b"II*\x00\xff\xff\xff\xff", b"MM\x00*"]
)
def test_a_broken_picture_is_refused(data: bytes) -> None:
    with pytest.raises(SourceUnreadable, match="hỏng"):
        read_image(data, "quet.png")


def test_a_picture_of_absurd_size_is_refused_before_it_is_opened() -> None:
    with pytest.raises(SourceUnreadable, match="60000 × 60000"):
        read_image(png(60_000, 60_000, b""), "quet.png")


@pytest.mark.skipif(not ocr.is_ready(), reason="needs tesseract-ocr and tesseract-ocr-vie")
def test_a_white_page_is_read_as_a_scan_to_be_compared() -> None:
    source = read_image(png(400, 400), "quet.png")
    assert source.format is SourceFormat.OCR
    assert source.blocks == ()
    assert "đối chiếu với bản quét" in source.findings[0].message


def _tsv(*lines: tuple[int, int, str], slant: float = 0.0) -> str:
    """What tesseract would say of lines that begin at x, y on a page of A4 at 300 dots; `slant` is the fall per dot."""
    rows = [
        "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext",
        "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t",
    ]
    for at, (x, y, text) in enumerate(lines):
        for n, word in enumerate(text.split()):
            top = y + int(slant * x)
            rows.append(f"5\t1\t1\t1\t{at}\t{n}\t{x}\t{top}\t{len(word) * 22}\t50\t90\t{word}")
            x += (len(word) + 1) * 22
    return "\n".join(rows)


LETTER = (
    (420, 100, "Căn cứ tình hình thực tế, Ủy ban nhân dân xã xây dựng Kế hoạch chăm sóc cây xanh"),
    (300, 170, "trên địa bàn xã, giao các thôn và các trường học cùng thực hiện với nội dung như sau:"),
    (420, 240, "HI. MỤC ĐÍCH"),
    (420, 310, "Giữ cho cây xanh trên các tuyến đường của xã luôn được tưới nước, cắt tỉa đúng mùa và"),
    (300, 380, "không bị chặt phá."),
    (300, 520, "Nơi nhận:"),
    (300, 580, "- Các thôn;"),
    (300, 640, "- Lưu: VT."),
    (1500, 522, "KT. CHỦ TỊCH"),
    (1500, 582, "PHÓ CHỦ TỊCH"),
)


@pytest.mark.parametrize("slant", [0.0, 0.012, -0.012])
def test_lines_of_a_scan_are_joined_by_where_they_stand_also_on_a_slant(
    monkeypatch: pytest.MonkeyPatch, slant: float
) -> None:
    monkeypatch.setattr(ocr, "is_ready", lambda: True)
    monkeypatch.setattr(ocr, "_tsv", lambda picture, number, name: _tsv(*LETTER, slant=slant))
    blocks = read_image(png(20, 20), "quet.png").blocks
    assert [" ".join(block.text.text.split()[:3]) for block in blocks if isinstance(block, SourceParagraph)] == [
        "Căn cứ tình",
        "HI. MỤC ĐÍCH",
        "Giữ cho cây",
        "Nơi nhận:",
        "- Các thôn;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    ]


def test_a_page_that_is_hard_to_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_ready", lambda: True)
    monkeypatch.setattr(
        ocr, "_tsv", lambda picture, number, name: _tsv((300, 100, "mờ quá")).replace("\t90\t", "\t20\t")
    )
    findings = read_image(png(20, 20), "quet.png").findings
    assert [finding.severity.value for finding in findings] == ["warning", "error"]


def test_a_page_upside_down_is_read_the_right_way_round(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {b"\x01\x02": ("hnah nâb yu", 30), b"\x02\x01": ("Ủy ban nhân dân", 95)}

    def heard(picture: bytes, number: int, name: str) -> str:
        text, sure = pages[picture[-2:]]
        return _tsv((300, 100, text)).replace("\t90\t", f"\t{sure}\t")

    monkeypatch.setattr(ocr, "is_ready", lambda: True)
    monkeypatch.setattr(ocr, "_tsv", heard)
    source = ocr.read_pages([b"P5 2 1 255\n\x01\x02"], "quet.pdf", [1])
    assert [block.text.text for block in source.blocks if isinstance(block, SourceParagraph)] == ["Ủy ban nhân dân"]
    assert [finding.rule for finding in source.findings] == ["KH-TM-10"]


def test_a_table_whose_lines_were_not_seen_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ((300, 100, "STT Nhiệm vụ Chủ trì Thời gian"), (300, 170, "1 Trồng cây Các thôn Quý II"))
    monkeypatch.setattr(ocr, "is_ready", lambda: True)
    monkeypatch.setattr(ocr, "_tsv", lambda picture, number, name: _tsv(*rows))
    findings = read_image(png(20, 20), "quet.png").findings
    assert [(finding.rule, finding.where.page) for finding in findings[1:]] == [("KH-TM-15", 1)]


def test_a_page_number_that_was_misread_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {b"1": ((300, 300, "Một đoạn của trang đầu."),), b"2": ((1230, 150, "h;"), (300, 400, "I. MỤC ĐÍCH"))}
    monkeypatch.setattr(ocr, "is_ready", lambda: True)
    monkeypatch.setattr(ocr, "_tsv", lambda picture, number, name: _tsv(*pages[picture]))
    source = ocr.read_pages([b"1", b"2"], "quet.pdf", [1, 2])
    assert [aside.text.text for aside in source.asides] == ["h;"]
    assert [block.text.text for block in source.blocks if isinstance(block, SourceParagraph)][1:] == ["I. MỤC ĐÍCH"]
