"""Whether a written package is one that Word opens without repair: parts, pointers, ids, and the order of the schema.

KH-GO-01  the package or a part cannot be read        KH-GO-06  a style, list, note or comment that is not there
KH-GO-02  content types                               KH-GO-07  children out of order, unknown or doubled
KH-GO-03  more than one core.xml                      KH-GO-08  a required attribute is missing
KH-GO-04  relationships                               KH-GO-09  tables, sections
KH-GO-05  ids that are not unique                     KH-GO-10  a value that the schema does not know
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from kedraft.errors import SourceUnreadable
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.place import Location
from kedraft.ooxml.package import Package, open_package
from kedraft.ooxml.schema import wrong_with
from kedraft.ooxml.xml import CONTENT_TYPES, PACKAGE_RELATIONS, RELATIONS, VAL, WORD, w

_TYPES: Final = "[Content_Types].xml"
_CORE: Final = "core-properties"
_MAIN: Final = re.compile(r"wordprocessingml\.(?:document|template)\.main\+xml\Z")
_RESAVE: Final = "hãy tạo lại tệp, hoặc mở bằng Word rồi lưu lại"

#: What points where: the element that points, the part's kind, the element it must find and its id.
_POINTERS: Final = {
    "footnoteReference": ("footnotes", "footnote", "chú thích cuối trang"),
    "endnoteReference": ("endnotes", "endnote", "chú thích cuối văn bản"),
    "commentReference": ("comments", "comment", "bình luận"),
    "commentRangeStart": ("comments", "comment", "bình luận"),
}
_STYLE_POINTERS: Final = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
_UNIQUE: Final = (
    ("bookmarkStart", "id", "dấu trang"),
    ("style", "styleId", "kiểu"),
    ("abstractNum", "abstractNumId", "danh sách gốc"),
    ("num", "numId", "danh sách"),
    ("comment", "id", "bình luận"),
    ("footnote", "id", "chú thích"),
)


def package_findings(data: bytes, name: str = "") -> Findings:
    """What is wrong with a .docx as a package; empty for one that Word opens as it is. Never raises for any bytes."""
    try:
        package = open_package(data, name)
        roots = {part: package.xml(part) for part in package.parts if _is_word(package, part)}
        plain = [package.xml(part) for part in package.parts if part.endswith(".xml") and part not in roots]
    except SourceUnreadable as error:
        return (_fault(1, error.message, name or None),)
    del plain  # read so that every part is well formed
    found = [*_content_types(package), *_core(package), *_relationships(package, roots), *_pointers(package, roots)]
    for part, root in roots.items():
        found += _ids(part, root)
        found += _elements(part, root)
    return tuple(dict.fromkeys(found))


def _is_word(package: Package, part: str) -> bool:
    return part.lower().startswith("word/") and "wordprocessingml" in package.content_type(part)


def _fault(number: int, message: str, part: str | None = None, paragraph: int | None = None) -> Finding:
    return Finding(
        rule=f"KH-GO-{number:02d}",
        severity=Severity.ERROR,
        message=message,
        where=Location(file=part, paragraph=paragraph),
    )


# --- the package ------------------------------------------------------------------------------------------------------


def _content_types(package: Package) -> Iterator[Finding]:
    """Every part has a type, every type a part."""
    defaults = {
        element.get("Extension", "").lower() for element in package.xml(_TYPES).iter(f"{{{CONTENT_TYPES}}}Default")
    }
    for part in package.parts:
        if part != _TYPES and not package.content_type(part) and part.rpartition(".")[2].lower() not in defaults:
            yield _fault(2, f"Phần {part} không có kiểu nội dung trong {_TYPES}; {_RESAVE}.", part)
    names = [element.get("PartName", "") for element in package.xml(_TYPES).iter(f"{{{CONTENT_TYPES}}}Override")]
    for name, times in Counter(name.lower() for name in names).items():
        if times > 1:
            yield _fault(2, f"Phần {name} được khai báo kiểu nội dung {times} lần; {_RESAVE}.", _TYPES)
    for name in names:
        if name.lstrip("/") not in package:
            yield _fault(2, f"Kiểu nội dung khai báo cho phần {name} không có trong tệp; {_RESAVE}.", _TYPES)
    if not _MAIN.search(package.content_type(package.main)):
        yield _fault(
            2, f"Phần chính {package.main} không mang kiểu nội dung của văn bản Word; {_RESAVE}.", package.main
        )


def _core(package: Package) -> Iterator[Finding]:
    """A second core.xml is what some programs add when they do not recognise the first one."""
    parts = [part for part in package.parts if _CORE in package.content_type(part)]
    pointers = [one for one in package.relationships().values() if one.kind == _CORE]
    if len(parts) > 1 or len(pointers) > 1:
        shown = ", ".join(parts)
        yield _fault(
            3, f"Tệp có {max(len(parts), len(pointers))} phần thuộc tính ({shown}), chỉ được có một; {_RESAVE}."
        )


def _relationships(package: Package, roots: dict[str, etree._Element]) -> Iterator[Finding]:
    for part in package.parts:
        if part.endswith(".rels"):
            yield from _repeated(
                (one.get("Id", "") for one in package.xml(part).iter(f"{{{PACKAGE_RELATIONS}}}Relationship")),
                "liên kết",
                part,
            )
    for part in ("", *(part for part in package.parts if not part.endswith(".rels"))):
        for one in package.relationships(part).values():
            if not one.external and one.target not in package:
                yield _fault(
                    4,
                    f"Liên kết {one.id} trỏ tới phần {one.target} không có trong tệp; {_RESAVE}.",
                    part or "_rels/.rels",
                )
    for part, root in roots.items():
        known = package.relationships(part)
        used = dict.fromkeys(
            str(value)
            for element in root.iter()
            for key, value in element.attrib.items()
            if str(key).startswith(f"{{{RELATIONS}}}")
        )
        for pointer in used:
            if pointer and pointer not in known:
                yield _fault(4, f"Phần {part} dùng liên kết {pointer} chưa được khai báo; {_RESAVE}.", part)


def _repeated(ids: Iterable[str], what: str, part: str) -> Iterator[Finding]:
    for one, times in Counter(ids).items():
        if times > 1:
            yield _fault(5, f"Mã {what} “{one}” xuất hiện {times} lần, phải là duy nhất; {_RESAVE}.", part)


def _ids(part: str, root: etree._Element) -> Iterator[Finding]:
    for name, attribute, what in _UNIQUE:
        yield from _repeated((element.get(w(attribute), "") for element in root.iter(w(name))), what, part)


def _pointers(package: Package, roots: dict[str, etree._Element]) -> Iterator[Finding]:
    """Styles, lists, notes and comments that are spoken of are there."""
    styles = {element.get(w("styleId")) for root in roots.values() for element in root.iter(w("style"))}
    lists = {element.get(w("numId")) for root in roots.values() for element in root.iter(w("num"))} | {"0"}
    for part, root in roots.items():
        for name in (
            _STYLE_POINTERS if root.tag != w("numbering") else ()
        ):  # lists of styles that no file has do no harm
            for style in dict.fromkeys(element.get(VAL) for element in root.iter(w(name))):
                if style is not None and style not in styles:
                    yield _fault(6, f"Kiểu “{style}” được dùng nhưng không có trong tệp; {_RESAVE}.", part)
        for number in dict.fromkeys(element.get(VAL) for element in root.iter(w("numId"))):
            if number is not None and number not in lists:
                yield _fault(6, f"Danh sách số {number} được dùng nhưng không có trong tệp; {_RESAVE}.", part)
        for name, (kind, target, what) in _POINTERS.items():
            used = dict.fromkeys(element.get(w("id")) for element in root.iter(w(name)))
            other = package.related(package.main, kind) if used else None
            there = {element.get(w("id")) for element in roots[other].iter(w(target))} if other in roots else set()
            for number in used:
                if number not in there:
                    yield _fault(6, f"Phần {part} nhắc tới {what} số {number} nhưng không có; {_RESAVE}.", part)


# --- the schema -------------------------------------------------------------------------------------------------------


def _elements(part: str, root: etree._Element) -> Iterator[Finding]:
    """Every element of Word's namespace against the tables, with the number of the paragraph in which it stands."""
    paragraph = 0
    prefix = f"{{{WORD}}}"
    for element in root.iter(f"{prefix}*"):
        name = str(element.tag).removeprefix(prefix)
        if name == "p":
            paragraph += 1
        for number, message in wrong_with(element, name):
            yield _fault(number, f"{message}; {_RESAVE}.", part, paragraph or None)
