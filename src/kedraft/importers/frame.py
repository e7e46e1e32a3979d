"""Where the parts of a document stand: site text, header, title, preamble, body, foot, annexes."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kedraft.grammar.glued import unglued
from kedraft.grammar.lines import is_cut, join_lines, join_parted
from kedraft.grammar.numerals import scanned_labels
from kedraft.grammar.shape import is_ornament, is_page_number, is_rule, is_upper
from kedraft.grammar.tree import label_of
from kedraft.grammar.unnumbered import unnumbered_headings
from kedraft.importers.foot_lines import is_recipients, is_signature, is_signing_data
from kedraft.importers.foot_place import foot_start
from kedraft.importers.head import is_dateline, is_nation, is_number_line, nation_at, starts_head
from kedraft.importers.one_line import unfolded
from kedraft.importers.parted_offices import join_offices
from kedraft.importers.title import title_of
from kedraft.importers.wrappers import attached, decision_around, is_head_line, letter_around
from kedraft.model.inline import Inline
from kedraft.model.parsed import SetAside
from kedraft.model.source import SourceCell, SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.labels import Label, Marker, labels_at
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold, squeeze

Block = SourceParagraph | SourceTable

_OPENERS = pattern(
    r"(?:Căn cứ|Can cu|Thực hiện|Thuc hi|Theo |Để |De |Nhằm |Triển khai|Tiếp tục thực hiện|Xét |Trên cơ sở|Thi hành|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ban Chỉ đạo|Chấp hành|Hưởng ứng|"
    r"Phát huy|Nhân (?:dịp|kỷ niệm)|Trong |Ngày \d|Năm \d|Sở |Thời gian|Đảng ủy|Bộ |Thủ tướng|Qua |Với |Từ |Kế hoạch số)"
)
_OTHER_TITLES = (
    "quyet dinh",
    "nghi quyet",
    "chi thi",
    "cong van",
    "thong bao",
    "bao cao",
    "to trinh",
    "huong dan",
    "quy che",
    "quy dinh",
    "chuong trinh",
    "de an",
    "phuong an",
    "cong dien",
    "giay moi",
    "nghi dinh",
    "thong tu",
    "luat",
    "ket luan",
    "bien ban",
)
_SITE = pattern(
    r"Bạn Chưa Đăng Nhập|Đăng nhập|Đăng ký Thành viên|DMCA\.com|IP: \d|Văn bản này chưa cập nhật|Tải về|Tải văn bản|Lược đồ|Từ kho[áa]:|Đang tải văn bản|Vì chưa Đăng Nhập|"
    r"Bạn chưa xem được|Nếu chưa là Thành Viên|Hãy để chúng tôi|Bản tiếng Anh|Văn bản (?:gốc|liên quan|tiếng Anh)|Lưu trữ Ghi chú|Chia sẻ|Facebook|Xem thêm|Bình luận|Copyright|"
    r"Mục lục|In văn bản|Thuộc tính|Bản quyền|Hotline|Điện thoại:|Trang chủ|Tin liên quan|Tin khác|Lượt xem|Số lượt|Ngày đăng\s*:",
    re.IGNORECASE,
)
_FOOTNOTE = pattern(r"\[\d{1,3}\]\s|\d{1,2}\s+[A-ZÀ-Ỹ]|\(\d{1,2}\)\s|\*\s")


_LEADS_IN = pattern(r"như sau\s*:\s*\Z", re.IGNORECASE)
_BASIS = pattern(r"Căn cứ|Luật|Nghị (?:định|quyết)|Quyết định|Thông tư|Chỉ thị|Công văn|Kế hoạch số|Hướng dẫn|Kết luận")
#: A soft line end before these words parts the subject, or another basis, from what stands before.
_OPENS_SURELY = pattern(
    r"Căn cứ |(?:Thực hiện|Triển khai|Xét|Theo) (?:các |đề nghị|Luật|Nghị (?:định|quyết)|Quyết định|Chỉ thị|Thông tư|Kế hoạch|Công văn|Chương trình|Kết luận|Văn bản|Tờ trình|Hướng dẫn)"
)
_PREAMBLE_LINES = 20  # cuts of a paragraph among which the preamble stands
_SITE_LINE = 100  # letters of a portal's line
_SECTIONS_OF_A_PAGE = 2  # sections that make a table of one column a page's frame
_SCRAP = 8  # letters that a drawn line below a name leaves


@dataclass(frozen=True)
class Frame:
    """Index ranges over `blocks`: head [head, title), preamble [preamble, body), body [body, foot), annexes from `annex`.

    `title` is the line `KẾ HOẠCH`; None: not there. `headings` are sections' headings that have no number.
    """

    blocks: tuple[Block, ...]
    dropped: tuple[SetAside, ...]
    head: int
    title: int | None
    preamble: int
    body: int
    foot: int
    wrapper: tuple[int, int] | None
    headings: frozenset[int] = frozenset()


def normal_form(source: SourceText) -> tuple[tuple[Block, ...], tuple[SetAside, ...]]:
    """Blocks with layout tables opened, page numbers set aside, broken lines joined, markers put before their words."""
    dropped: list[SetAside] = []
    blocks: list[Block] = []
    broken = source.broken_lines or is_cut(source.blocks)
    for block in source.blocks:
        for one in _opened(block):
            if isinstance(one, SourceParagraph) and _is_page_number(one, broken):
                dropped.append(SetAside(reason="số trang", text=one.text.text, place=one.place))
            else:
                blocks.append(one)
    joined = join_lines(blocks) if broken else tuple(blocks)
    return unglued(join_offices(join_parted(joined))), tuple(dropped)


def _is_page_number(paragraph: SourceParagraph, broken: bool) -> bool:
    text = squeeze(paragraph.text.text)
    return broken and paragraph.label is None and is_page_number(text) and not labels_at(text)


def _opened(block: Block) -> list[Block]:
    """A table that only lays out the header or the foot, as its paragraphs; soft line ends before labels as paragraph ends."""
    if isinstance(block, SourceTable):
        if is_layout(block) or _holds_sections(block):
            return [part for row in block.rows for cell in row for part in _cell_parts(cell)]
        return [block]
    return [part for one in unfolded(block) for part in _split_lines(one)]


def _cell_parts(cell: SourceCell) -> list[SourceParagraph]:
    """The paragraphs of a layout table's cell, the first one set apart from what stands before."""
    parts = [part for paragraph in cell.paragraphs for part in _split_lines(paragraph)]
    return [parts[0].evolve(look=parts[0].look.evolve(gap_before=True)), *parts[1:]] if parts else []


def is_layout(table: SourceTable) -> bool:
    """Whether the table only holds the header's or the foot's two columns."""
    if len(table.rows) > 12:
        return False
    texts = [squeeze(p.text.text) for row in table.rows for cell in row for p in cell.paragraphs]
    if any(is_nation(text) or is_recipients(text) for text in texts):
        return True
    few = len(texts) <= 14 and all(len(row) <= 3 for row in table.rows)
    return few and any(is_signature(text) or is_dateline(text) or is_number_line(text) for text in texts)


def _holds_sections(table: SourceTable) -> bool:
    """Whether a table of one column holds the body: two of its cells, or of its one cell's paragraphs, begin with a section's label."""
    if any(len(row) != 1 for row in table.rows):
        return False
    cells = [[part for p in row[0].paragraphs for part in _split_lines(p)] for row in table.rows]
    heads = cells[0] if len(cells) == 1 else [parts[0] for parts in cells if parts]
    return sum(map(_opens_section, heads)) >= _SECTIONS_OF_A_PAGE


def _split_lines(paragraph: SourceParagraph) -> list[SourceParagraph]:
    """A paragraph with soft line ends: cut before labels and in capitals (headers), else one paragraph."""
    text = paragraph.text.text
    if "\n" not in text:
        return [paragraph]
    cuts = [0]
    for found in re.finditer(r"\n", text):
        before, after = text[cuts[-1] : found.start()].strip(), text[found.end() :].split("\n", 1)[0].strip()
        labelled = bool(labels_at(before)) or (len(cuts) == 1 and paragraph.label is not None)
        if labelled and is_upper(before) and is_upper(after) and not labels_at(after) and not is_signature(after):
            continue  # a heading in capitals over two lines
        if (
            labels_at(after)
            or is_upper(before)
            or is_upper(after)
            or is_signature(after)
            or is_rule(after)
            or is_number_line(after)
            or is_dateline(after)
            or is_recipients(before)
            or is_signing_data(before)
            or is_signing_data(after)
            or (_OPENS_SURELY.match(after) and len(cuts) <= _PREAMBLE_LINES)
        ):
            cuts.append(found.end())
    pieces = [paragraph.text.slice(start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    out = [
        paragraph.evolve(text=_one_line(piece), label=paragraph.label if i == 0 else None)
        for i, piece in enumerate(pieces)
    ]
    return [one for one in out if one.text.text or one.label]


def _one_line(text: Inline) -> Inline:
    while (at := text.text.find("\n")) >= 0:
        text = text.splice(at, at + 1, " ")
    start = len(text.text) - len(text.text.lstrip())
    return text.slice(start, max(start, len(text.text.rstrip())))


def find_frame(blocks: Sequence[Block], dropped: tuple[SetAside, ...], *, scanned: bool = False) -> Frame:
    """The parts of the document in `blocks`; in a `scanned` one the body may begin with a damaged numeral."""
    title = _title(blocks)
    start = title if title is not None else attached(blocks)
    letter, own_head = letter_around(blocks, title)
    wrapper = decision_around(blocks, start) or letter
    head = _head_start(blocks, title if title is not None else min(len(blocks), 60), own_head)
    first = title + 1 if title is not None else wrapper[1] if wrapper else _behind_head(blocks, head)
    foot_search = first if wrapper is None else max(first, wrapper[1])
    if title is None:
        head = min(head, first)
    body, foot, headings = _body(blocks, first, foot_search, scanned)
    return Frame(tuple(blocks), dropped, head, title, first, body, foot, wrapper, headings)


def _behind_head(blocks: Sequence[Block], head: int) -> int:
    """Where the text begins when the title itself is lost: behind the header's last line, else at the preamble; 0 without."""
    marks = [i for i in range(head, min(len(blocks), head + 14)) if is_head_line(_text(blocks[i]))]
    if marks:
        return marks[-1] + 1
    texts = [_text(block) for block in blocks[:30]]
    return next((i for i, text in enumerate(texts) if opens(text) and len(text) > 60), 0)


def _text(block: Block) -> str:
    return squeeze(block.text.text) if isinstance(block, SourceParagraph) else ""


def _title(blocks: Sequence[Block]) -> int | None:
    """Index of the title: a bare `KẾ HOẠCH` below a header's line, else one with the subject behind it, else any bare one."""
    found = [
        (i, rest)
        for i, block in enumerate(blocks)
        if (rest := title_of(_text(block))) is not None and not (i and rest and _is_bare_part(_text(blocks[i - 1])))
    ]
    if not found:
        return None
    bare = [i for i, rest in found if rest == ""]
    official = [i for i, _ in found if any(is_head_line(_text(block)) for block in blocks[max(0, i - 14) : i])]
    for choice in ([i for i in bare if i in official], official, bare):
        if choice:
            return choice[0]
    return found[0][0]


def _is_bare_part(text: str) -> bool:
    """Whether the line is a part's label alone: its heading stands below (`Phần II` / `KẾ HOẠCH NĂM 2024`)."""
    labels = labels_at(text)
    return bool(labels) and labels[0].marker is Marker.PART and labels[0].end >= len(text.rstrip())


def _head_start(blocks: Sequence[Block], end: int, first: int = 0) -> int:
    """Index of the header's first line, from `first` on: what stands before is the site's."""
    texts = [_text(block) for block in blocks[: end + 3]]
    marks = [
        i
        for i in range(first, end)
        if texts[i] and (nation_at(texts[i : i + 4]) or is_number_line(texts[i]) or is_dateline(texts[i]))
    ]
    if not marks:
        uppers = [i for i in range(max(0, end - 8), end) if starts_head(_text(blocks[i]))]
        return uppers[0] if uppers else end
    start = marks[0]
    while start > 0 and start > marks[0] - 7:
        text = _text(blocks[start - 1])
        if 0 < len(text) <= _SCRAP and start > 1 and _is_name_line(blocks, start - 2):
            start -= 2
            continue
        if (
            not text
            or not (is_upper(text) or is_ornament(text) or starts_head(text))
            or len(text) > 120
            or _SITE.search(text)
        ):
            break
        start -= 1
    while start < marks[0] and is_ornament(_text(blocks[start])):
        start += 1
    return start


def _is_name_line(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line in capitals stands at `at` that belongs to a body's name, itself or with the one above."""
    return is_upper(_text(blocks[at])) and any(starts_head(_text(block)) for block in blocks[max(0, at - 1) : at + 1])


def _body(blocks: Sequence[Block], first: int, foot_search: int, scanned: bool) -> tuple[int, int, frozenset[int]]:
    """Index of the first item of level 1, and of the foot; and the headings that have no number."""
    body = _first_item(blocks, first, {first + at for at in scanned_labels(blocks[first:])} if scanned else set())
    if body == len(blocks) or not _opens_section(blocks[body]):
        end = foot_start(blocks, first, foot_search, scanned=scanned)
        headings = unnumbered_headings(blocks, first, end)
        if headings:
            return min(headings), end, headings
    return body, foot_start(blocks, body, foot_search, scanned=scanned), frozenset()


def _first_item(blocks: Sequence[Block], first: int, numerals: AbstractSet[int]) -> int:
    """Index where the body begins: the first `Phần`, `A.` or `I.` (`numerals`: damaged ones), else the first labelled paragraph."""
    fallback: int | None = None
    for i in range(first, len(blocks)):
        block = blocks[i]
        if not isinstance(block, SourceParagraph):
            continue
        if is_recipients(_text(block)):
            break
        labels = label_of(block)
        if not labels and i not in numerals:
            continue
        if i in numerals or _is_section(labels):
            return i if fallback is None or _is_preamble(blocks, first, fallback, i) else fallback
        if fallback is None and labels[0].marker in (
            Marker.ARABIC,
            Marker.ARTICLE,
            Marker.ARABIC_PAREN,
            Marker.DECIMAL,
            Marker.LETTER,
        ):
            fallback = i
    if fallback is not None:
        return fallback
    return next((i for i in range(first, len(blocks)) if is_recipients(_text(blocks[i]))), len(blocks))


def _opens_section(block: Block) -> bool:
    return isinstance(block, SourceParagraph) and _is_section(label_of(block))


def _is_section(labels: Sequence[Label]) -> bool:
    """Whether one of the labels is a section's: `Phần`, a numeral, `A.`"""
    return any(
        label.marker in (Marker.PART, Marker.CHAPTER, Marker.ROMAN)
        or (label.marker is Marker.UPPER and label.value == 1)
        for label in labels
    )


def _is_preamble(blocks: Sequence[Block], first: int, start: int, end: int) -> bool:
    """Whether the numbered lines before the first numeral only list legal bases; not those below the words `như sau:`."""
    texts = [_text(block) for block in blocks[start:end]]
    if any(_LEADS_IN.search(_text(block)) for block in blocks[first:start]):
        return all(_BASIS.search(text) for text in texts)
    return len(texts) <= 12 and not any(text.rstrip(".").endswith("./") for text in texts)


def is_site(text: str) -> bool:
    """Whether the line is a portal's, not the document's."""
    return bool(_SITE.search(text)) and len(text) < 400


def opens_site_text(text: str) -> bool:
    """Whether a line behind a document begins as a portal's own lines do."""
    return bool(_SITE.match(text)) and len(text) < _SITE_LINE


def is_footnote(text: str) -> bool:
    """Whether a line behind the foot is a footnote."""
    return bool(_FOOTNOTE.match(text))


def opens(text: str) -> bool:
    """Whether a paragraph behind the title is the preamble's, no longer the subject."""
    return bool(_OPENERS.match(text))


def other_title(text: str) -> str | None:
    """The document type of a title line in capitals that is not a plan's."""
    line = squeeze(text).strip(" *#_|")
    if line.startswith("PHƯỜNG "):  # `PHƯỜNG AN BÌNH` is a ward, and no `PHƯƠNG ÁN` without its marks
        return None
    words = fold(line)
    return next(
        (line for title in _OTHER_TITLES if is_upper(line) and (words == title or words.startswith(title + " "))), None
    )
