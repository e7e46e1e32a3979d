"""ND30-PL-05: the line that ties an annex to its document."""

import re
from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.content import Content
from kedraft.lint.issuer_named import differs_from
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_form import Annex, Line
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.text import fold, squeeze

_BLANK = re.compile(r"số\s*(?:[.…_]*\s*)/|ngày\s*[.…_]*\s*tháng|tháng\s*[.…_]*\s*năm(?!\s*\d)|[.…_]{3,}")
_OF = re.compile(r"kèm theo\s+([^\d(]{3,40})", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)\s*/\s*([^\s,]+)")
_SYMBOL = re.compile(r"/\s*([A-ZĐ]+-[A-ZĐ][\w&-]*)")
_YEAR = re.compile(r"năm\s+(\d{4})")
_MONTH = re.compile(r"tháng\s+(\d{1,2})")
_DATE = re.compile(r"(\d{1,2})(?: tháng |/)(\d{1,2})(?: năm |/)(\d{4})")


def _check(layout: Layout) -> Iterator[Hit]:
    for annex in layout.parts.annexes:
        if annex.note:
            yield from _note_faults(layout, annex)
        else:
            message = (
                f'{annex.label.text} thiếu dòng "(Kèm theo … số … ngày … của …)" dưới tên phụ lục; '
                "quy định dòng này in nghiêng, canh giữa."
            )
            yield layout.hit(annex.label.paragraph, message, Severity.INFO if layout.electronic else None)


def _note_faults(layout: Layout, annex: Annex) -> Iterator[Hit]:
    yield from typography(layout, Component.ANNEX_NOTE, annex.note)
    text, first = squeeze(" ".join(line.text for line in annex.note)), annex.note[0].paragraph
    other = _other_type(layout, text)
    if other:
        title = squeeze(layout.parts.title.text).capitalize() if layout.parts.title else ""
        message = f"Dòng Kèm theo dưới tên phụ lục ghi là kèm theo {other}, văn bản là {title}; hãy ghi cho khớp."
        yield layout.hit(first, message)
    elif _BLANK.search(text):
        if layout.final and not layout.electronic:
            message = "Dòng Kèm theo dưới tên phụ lục còn để trống số hoặc ngày; bản giấy phải ghi đầy đủ."
            yield layout.hit(first, message)
        elif _differs(text, _SYMBOL, layout.parts.number):
            yield layout.hit(first, "Ký hiệu ở dòng Kèm theo khác với ký hiệu của văn bản; hãy ghi cho khớp.")
        elif _differs(text, _YEAR, layout.parts.dated) or _differs(text, _MONTH, layout.parts.dated):
            message = "Tháng hoặc năm ở dòng Kèm theo khác với tháng, năm của văn bản; hãy ghi cho khớp."
            yield layout.hit(first, message)
    elif _differs(text, _NUMBER, layout.parts.number) or _differs(text, _DATE, layout.parts.dated):
        yield layout.hit(first, "Số hoặc ngày ở dòng Kèm theo khác với số, ngày của văn bản; hãy ghi cho khớp.")
    if _other_issuer(layout, text):
        yield layout.hit(first, "Cơ quan ban hành ở dòng Kèm theo khác với cơ quan ban hành văn bản; hãy ghi cho khớp.")


def _other_issuer(layout: Layout, text: str) -> bool:
    """Whether the note names a body of another kind than the head, or one of another name or unit."""
    return differs_from(squeeze(" ".join(line.text for line in layout.parts.issuer)), text)


def _other_type(layout: Layout, text: str) -> str | None:
    """The type of document that the note names, where the document with a number of its own is of another."""
    title, found = layout.parts.title, _OF.search(text)
    if title is None or layout.parts.number is None or found is None:
        return None
    named = fold(found[1])
    types = [one.name for one in layout.edition.document_types if named.startswith(fold(one.name))]
    return types[0] if types and fold(squeeze(title.text)) not in map(fold, types) else None


def _differs(text: str, pattern: re.Pattern[str], line: Line | None) -> bool:
    mine = pattern.search(text)
    other = pattern.search(squeeze(line.text)) if line else None
    return bool(
        mine and other and [part.lstrip("0") for part in mine.groups()] != [part.lstrip("0") for part in other.groups()]
    )


def _in_words(content: Content) -> Iterator[Hit]:
    """The note as far as a plan without a page shows it: number, day and issuer against the head's."""
    about = content.plan
    for at, annex in enumerate(about.annexes):
        text, place = squeeze(annex.note or ""), Location(field=f"annexes[{at}].note")
        number = _NUMBER.search(text)
        if number and about.number.number and number[1].lstrip("0") != about.number.number.lstrip("0"):
            yield Hit(
                place,
                f"Số ở dòng Kèm theo ({number[1]}) khác với số của văn bản ({about.number.number}); hãy ghi cho khớp.",
            )
        if _other_day(text, about.place_and_date.date):
            yield Hit(place, "Ngày, tháng hoặc năm ở dòng Kèm theo khác với ngày của văn bản; hãy ghi cho khớp.")
        if differs_from(about.issuing_body.name, text):
            yield Hit(place, "Cơ quan ban hành ở dòng Kèm theo khác với cơ quan ban hành văn bản; hãy ghi cho khớp.")


def _other_day(note: str, issued: str | None) -> bool:
    """Whether a day, month or year that the note shows is another than the document's, as far as both are known."""
    known = [int(part) for part in (issued or "").split("-") if part]
    shown = [re.search(rf"{word} (\d+)", note) for word in ("năm", "tháng", "ngày")]
    return any(found and int(found[1]) != mine for found, mine in zip(shown, known, strict=False))


_NOTE = "(Kèm theo Kế hoạch {} của Ủy ban nhân dân xã Ba Sơn)"
_CLOSING = "Trên đây là Kế hoạch chuyển đổi số xã Ba Sơn năm 2026 (phân công chi tiết tại Phụ lục kèm theo)./."
RULE = Rule(
    id="ND30-PL-05",
    name="thiếu hoặc sai dòng Kèm theo của phụ lục",
    severity=Severity.ERROR,
    citation=decree("PL1-III.1c"),
    manual=Manual(
        what="Dưới tên phụ lục có dòng (Kèm theo văn bản số … ngày … của …), in nghiêng, cỡ chữ 13 đến 14, canh giữa; bản giấy ghi đầy đủ.",
        why="Dòng này cho biết phụ lục thuộc văn bản nào khi hai phần bị tách rời.",
        instead="Ghi dòng (Kèm theo Kế hoạch số … ngày … tháng … năm … của …) dưới tên phụ lục, in nghiêng, canh giữa.",
    ),
    subject=Content,
    check=_in_words,
    bad=(
        plan(
            closing=_CLOSING,
            annexes=((None, "PHÂN CÔNG", "- Các thôn.", _NOTE.format("số 16/KH-UBND ngày 05 tháng 02 năm 2026")),),
        ),
        plan(
            closing=_CLOSING,
            annexes=((None, "PHÂN CÔNG", "- Các thôn.", _NOTE.format("số     /KH-UBND ngày     tháng 02 năm 2025")),),
        ),
        plan(
            closing=_CLOSING,
            annexes=((None, "PHÂN CÔNG", "- Các thôn.", "(Kèm theo Kế hoạch của Ủy ban nhân dân xã Mẫu Sơn)"),),
        ),
    ),
    good=(
        plan(
            closing=_CLOSING,
            annexes=((None, "PHÂN CÔNG", "- Các thôn.", _NOTE.format("số 15/KH-UBND ngày 05 tháng 02 năm 2026")),),
        ),
        plan(closing=_CLOSING, annexes=((None, "PHÂN CÔNG", "- Các thôn.", None),)),
    ),
)
PAGE = RULE.on(
    subject=Layout,
    check=_check,
    bad=(
        sheet(annex=True, annex_note=None),
        sheet(annex=True, annex_note=say(italic=False)),
        sheet(
            annex=True,
            annex_note=say(
                text="(Kèm theo Kế hoạch số 16/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"
            ),
        ),
        sheet(
            annex=True,
            annex_note=say(
                text="(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Cao Lộc)"
            ),
        ),
        sheet(
            annex=True,
            annex_note=say(
                text="(Kèm theo Kế hoạch số      /KH-UBND ngày      tháng 02 năm 2025 của Ủy ban nhân dân xã Ba Sơn)"
            ),
        ),
        sheet(
            annex=True,
            annex_note=say(
                text="(Kèm theo Quyết định số 15/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"
            ),
        ),
    ),
    good=(
        sheet(annex=True, final=True),
        sheet(
            annex=True,
            annex_note=say(
                text="(Kèm theo Kế hoạch số     /KH-UBND ngày     tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)"
            ),
        ),
    ),
)
