"""Paragraphs cut into printed lines and columns: cells, text boxes, tabs, soft line ends."""

import re
from collections.abc import Iterator, Sequence

from kedraft.lint.layout_form import Line
from kedraft.ooxml.view import Paragraph, Run
from kedraft.vietnamese.labels import labels_at
from kedraft.vietnamese.text import nfc

_SHORT = 60
_COLUMN_GAP = re.compile(
    r"(?<! ) {3,}+(?=C[ỘO]NG H|[ĐD][ộo]c l|(?:TM|KT|TL|TUQ|Q)\.|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?GIÁM ĐỐC|(?:PHÓ )?TRƯỞNG|CHÁNH)"
    r"|(?<=\S) {3,}+(?=[A-ZĐÀ-Ỹ][^,.;:]{1,40}, ngày)"
)
_GOES_ON = ("/", "tháng", "năm", "ngày", ",")


def printed_lines(paragraphs: Sequence[Paragraph]) -> Iterator[Line]:
    """The printed lines of paragraphs, in reading order; those of columns one after the other."""
    for paragraph in paragraphs:
        pieces = list(_pieces(paragraph))
        for text, runs, column in pieces:
            alone = len(pieces) == 1 and column is None
            yield Line(paragraph, text, runs, _column(paragraph) if column is None else column, alone)


def _column(paragraph: Paragraph) -> int | None:
    """Left or right, for a paragraph in a cell or in a text box whose place is known."""
    if paragraph.box is not None and paragraph.box.left is not None:
        return int(paragraph.box.left + paragraph.box.width // 2 > 4500)
    if paragraph.cell is not None and paragraph.cell.columns > 1:
        return int(paragraph.cell.column * 2 >= paragraph.cell.columns)
    return None


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, tuple[Run, ...], int | None]]:
    text = paragraph.text
    if "\n" not in text and "\t" not in text and "   " not in text:
        yield _tidy(text), paragraph.runs, None
        return
    start = 0
    for stop in [*(found.start() for found in re.finditer("\n", text)), len(text)]:
        yield from _columns(paragraph, start, stop)
        start = stop + 1


def _columns(paragraph: Paragraph, start: int, stop: int) -> Iterator[tuple[str, tuple[Run, ...], int | None]]:
    """A line in one or two columns: parted by tabs, or by many spaces before words that open the right column."""
    line = paragraph.text[start:stop]
    cut = next((at for at in _tabs(line)), None)
    if cut is None and (found := _COLUMN_GAP.search(line)) and line[: found.start()].strip():
        cut = found.start()
    inside = paragraph.cell is not None and paragraph.cell.columns > 1
    if cut is not None and not inside:
        yield _tidy(line[:cut]), _cut(paragraph.runs, start, start + cut), 0
        yield _tidy(line[cut:]), _cut(paragraph.runs, start + cut, stop), 1
    else:
        pushed = not inside and line.startswith("\t") and 0 < len(line.strip()) < _SHORT and not labels_at(line.strip())
        yield _tidy(line), _cut(paragraph.runs, start, stop), 1 if pushed else None


def _tabs(line: str) -> Iterator[int]:
    for found in re.finditer("\t+", line):
        before, behind = line[: found.start()].strip(), line[found.end() :].strip()
        marker = labels_at(f"{before} x")
        lone_label = bool(marker) and marker[0].end >= len(before)
        if behind and not lone_label and (before and not behind.startswith(_GOES_ON) and not before.endswith("Số:")):
            yield found.start()


def _cut(runs: tuple[Run, ...], start: int, stop: int) -> tuple[Run, ...]:
    kept, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, stop - at)]
        if text:
            kept.append(run._replace(text=text))
        at += len(run.text)
    return tuple(kept)


def _tidy(text: str) -> str:
    return nfc(text.replace("\t", " ").strip())
