"""ND30-DD-01: the line `Ba Sơn, ngày 05 tháng 02 năm 2026` out of form."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.prose import all_caps
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.text import squeeze


def _check(content: Content) -> Iterator[Hit]:
    place, date = content.plan.place_and_date.place, content.plan.place_and_date.date
    where = Location(field="place")
    if not place:
        if date:
            yield Hit(
                where,
                "Văn bản có ngày tháng nhưng thiếu địa danh; hãy ghi theo mẫu: Ba Sơn, ngày 05 tháng 02 năm 2026.",
            )
        return
    if "," in place or "ngày" in place.casefold().split():
        yield Hit(
            where,
            f'Địa danh ghi là "{place}"; địa danh chỉ gồm tên đơn vị hành chính, dấu phẩy và ngày đứng sau. Hãy sửa lại.',
        )
    elif all_caps(place) or not place[0].isupper():
        yield Hit(
            where,
            f'Địa danh ghi là "{place}"; địa danh viết chữ thường, chữ cái đầu mỗi âm tiết của tên viết hoa. Hãy sửa lại.',
        )


_FIGURES = re.compile(r"[^\W\d_][^,\d]{1,50},?\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\Z")


_MODEL = "hãy ghi theo mẫu: Ba Sơn, ngày 05 tháng 02 năm 2026"
_NO_YEAR = re.compile(r"[^,]{2,50}, ngày[\s\d.…_]*tháng[\s\d.…_]*\Z", re.IGNORECASE)


def _typed(layout: Layout) -> Iterator[Hit]:
    line = layout.parts.dated
    if line is not None:
        wrong = _wrong(squeeze(line.text))
        if wrong:
            yield layout.hit(line.paragraph, f'Dòng này ghi là "{squeeze(line.text)}", {wrong}; {_MODEL}.')
        return
    found = list(_out_of_form(layout))
    yield from found
    if not found and layout.whole:
        yield layout.hit(
            layout.parts.national[0].paragraph,
            f"Phần đầu văn bản không có địa danh và thời gian ban hành; {_MODEL}, dự thảo để trống ngày.",
        )


def _wrong(text: str) -> str | None:
    place, _, rest = text.partition(",")
    if not rest:
        return None  # another rule speaks of the comma
    if "," in rest:
        return "địa danh chỉ gồm tên một đơn vị hành chính"
    if place.endswith(" "):
        return "trước dấu phẩy không có dấu cách"
    if place[:1].islower():
        return "địa danh viết hoa chữ cái đầu"
    if not rest.startswith(" "):
        return "sau dấu phẩy có một dấu cách"
    year = re.search(r"năm\s*(\d+)", rest)
    if year and len(year[1]) != 4:
        return "năm ghi đủ bốn chữ số"
    if not rest.strip().startswith("ngày") or "tháng" not in rest or "năm" not in rest:
        return "chữ ngày, tháng, năm in thường"
    return "sau năm không có dấu chấm" if re.search(r"\d{4}\s*[.;,]\Z", rest) else None


def _out_of_form(layout: Layout) -> Iterator[Hit]:
    for one in layout.parts.head:
        if _NO_YEAR.match(squeeze(one.text)):
            yield layout.hit(one.paragraph, f'Dòng này ghi là "{squeeze(one.text)}", thiếu chữ năm; {_MODEL}.')
        if _FIGURES.match(squeeze(one.text)):
            yield layout.hit(
                one.paragraph,
                f'Dòng này ghi là "{squeeze(one.text)}", ngày tháng viết bằng dấu gạch; '
                "hãy ghi theo mẫu: Ba Sơn, ngày 05 tháng 02 năm 2026.",
            )


RULE = Rule(
    id="ND30-DD-01",
    name="dòng địa danh, ngày tháng sai mẫu",
    severity=Severity.ERROR,
    citation=decree("PL1-II.4"),
    manual=Manual(
        what="Địa danh và thời gian ghi theo mẫu: Ba Sơn, ngày 05 tháng 02 năm 2026; dự thảo để trống ngày.",
        why="Đây là thành phần bắt buộc của thể thức; sai mẫu thì văn thư trả lại.",
        instead="Ghi tên đơn vị hành chính, dấu phẩy, rồi ngày, tháng, năm bằng chữ số Ả Rập.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(place=None), plan(place="BA SƠN"), plan(place="Ba Sơn, ngày")),
    good=(plan(), plan(date="2026-02", number=None)),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(
        sheet(dated=say(text="Ba Sơn, 05/02/2026")),
        sheet(dated=say(text="Ba Sơn, ngày 05/02/2026")),
        sheet(dated=say(text="Ba Sơn, Ngày 05 tháng 02 năm 2026")),
        sheet(dated=say(text="Ba Sơn, ngày 05 tháng 02 năm 2026.")),
        sheet(dated=say(text="Ba Sơn, tỉnh Lạng Sơn, ngày 05 tháng 02 năm 2026")),
        sheet(dated=say(text="Ba Sơn, ngày 05 tháng 02 2026")),
        sheet(dated=None),
    ),
    good=(
        sheet(dated=say(text="Ba Sơn, ngày      tháng 02 năm 2026")),
        sheet(dated=say(text="Ba Sơn, ngày … tháng … năm 2026")),
    ),
)
