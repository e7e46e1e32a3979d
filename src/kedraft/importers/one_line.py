"""A document that a copy has left in one line, cut where its parts begin."""

import re
from collections.abc import Iterator

from kedraft.grammar.shape import is_upper
from kedraft.importers.foot_lines import is_signature
from kedraft.importers.head import is_nation, starts_head
from kedraft.model.source import SourceParagraph
from kedraft.vietnamese.letters import pattern

_LINE = 120  # letters
_SHORTEST = 500  # letters of a whole document
_HEAD = 600  # letters of what stands above the motto
_NATION = 90  # letters that hold the Quốc hiệu
_MOTTO = pattern(r"Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc", re.IGNORECASE)
_TITLE = pattern(r"(?<!\S)KẾ HOẠCH(?!\S)")
_DATED_TITLE = pattern(r"ngày\s.{1,14}tháng\s.{1,8}năm\s+\d{4}\s+(?:DỰ THẢO\s+)?(?=KẾ HOẠCH\Z)")
# Words that, with the one behind them, name no body: `MÔI TRƯỜNG`, `XÃ HỘI`, `VĂN PHÒNG`.
_COMPOUNDS = frozenset(
    (
        "MÔI",
        "XÃ",
        "QUỐC",
        "BỆNH",
        "HỌC",
        "THƯ",
        "ỦY",
        "UỶ",
        "LIÊN",
        "TẬP",
        "QUÂN",
        "CÁN",
        "ĐẢNG",
        "CHI",
        "VĂN",
        "HẢI",
        "CƠ",
        "TRỤ",
        "NHÀ",
        "TIỂU",
        "CÔNG",
        "ĐẠI",
        "CỦA",
        "VÀ",
        "TRẬN",
        "KHOA",
    )
)
_BASES = r"(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Để|Nhằm|Xét|Theo)\s"
_OPENING = pattern(rf"(?<=\S)\s(?=(?:[-–+*]\s*)?{_BASES})")
_PARTS = pattern(
    rf"(?<=[;,.])\s(?={_BASES}(?:[A-ZÀ-Ỹ]|kế hoạch|công văn|nghị quyết|nhiệm vụ|chương trình))"
    r"|(?<=[.;:…,/”\"])\s(?=(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})\s?[./)]\s?[A-ZÀ-Ỹ“\"]|[a-zđ]\)\s)"
    r"|(?<=[.;:…/])\s(?=[-–+•*]\s*[A-ZÀ-Ỹ“\"])"
    r"|(?<=\S)\s(?=N[ơo]i nhận\s*:|(?:TM|KT|TL|TUQ)\.\s?[A-ZÀ-Ỹ]{2})"
)
_SECTION = pattern(r"(?<=\S)\s(?=[IVX]{1,5}\s?[./)-]\s?[A-ZÀ-Ỹ]{2,})")
_FIRST_ITEM = pattern(r"(?<=[A-ZÀ-Ỹ\d])\s(?=1\s?[./)]\s?[A-ZÀ-Ỹ][a-zà-ỹ])")  # behind a subject in capitals
_OFFICE = pattern(r"(?<=[.;/])\s(?=[A-ZÀ-Ỹ]{2,}\s[A-ZÀ-Ỹ]{2,})")


def unfolded(paragraph: SourceParagraph) -> list[SourceParagraph]:
    """The paragraph, or the lines of the document that it holds: one with the Quốc hiệu, the motto and the title."""
    text = paragraph.text.text
    if len(text) < _LINE and (dated := _DATED_TITLE.search(text)):
        return _cut(paragraph, [0, dated.end()])
    if len(text) < _SHORTEST or "KẾ HOẠCH" not in text or "\n" in text or not is_nation(text):
        return [paragraph]
    motto = _MOTTO.search(text)
    title = _TITLE.search(text, motto.end()) if motto else None
    if motto is None or title is None:
        return [paragraph]
    cuts = sorted({0, *_head(text, motto.start()), motto.end(), title.start(), title.end(), *_body(text, title.end())})
    return _cut(paragraph, cuts)


def _cut(paragraph: SourceParagraph, cuts: list[int]) -> list[SourceParagraph]:
    text = paragraph.text.text
    pieces = [paragraph.text.slice(start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    stripped = (
        one.slice(len(one.text) - len(one.text.lstrip()), len(one.text.rstrip())) for one in pieces if one.text.strip()
    )
    return [paragraph.evolve(text=one, label=paragraph.label if at == 0 else None) for at, one in enumerate(stripped)]


def _head(text: str, end: int) -> Iterator[int]:
    """Where the bodies above the Quốc hiệu, the number and the Quốc hiệu itself begin."""
    at, since = text.find(" ", max(0, end - _HEAD)) + 1 if end > _HEAD else 0, 0
    words = text[at:end].split(" ")
    for number, word in enumerate(words):
        rest = text[at:end]
        nation = is_nation(rest[:_NATION]) and not is_nation(rest[len(word) + 1 : _NATION])
        whole = number == 0 or words[number - 1] not in _COMPOUNDS
        if number and (nation or (whole and _begins(rest, number - since))):
            yield at
            since = number
        if nation:
            return
        at += len(word) + 1


def _begins(rest: str, words: int) -> bool:
    return rest.startswith("Số") or (words > 1 and starts_head(" ".join(rest.split(" ")[:3])))


def _body(text: str, title: int) -> Iterator[int]:
    """Where the opening, the bases, the items and the foot begin."""
    opening = _OPENING.search(text, title)
    section = _SECTION.search(text, title)
    item = _FIRST_ITEM.search(text, title)
    start = min((found.end() for found in (opening, section, item) if found), default=len(text))
    yield start
    for form in (_PARTS, _SECTION):
        yield from (found.end() for found in form.finditer(text, start))
    for found in _OFFICE.finditer(text, start):
        words = text[found.end() : found.end() + 60].split()
        office = [word for at, word in enumerate(words) if is_upper(" ".join(words[: at + 1]))]
        if is_signature(" ".join(office)):
            yield found.end()
