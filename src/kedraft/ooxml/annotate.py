"""A copy of a Word file with comments in the margin. The original's words and comments stay as they are."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree

from kedraft.model.finding import Finding, Severity
from kedraft.ooxml.package import Package, open_package, pack
from kedraft.ooxml.words import chosen
from kedraft.ooxml.xml import COMPATIBILITY, CONTENT_TYPES, PACKAGE_RELATIONS, RELATIONS, WORD, XML, w, whole

AUTHOR: Final = "kedraft"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SEVERITIES: Final = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cần xem", Severity.INFO: "Gợi ý"}
_P, _PPR, _SDT_PR, _BOX = w("p"), w("pPr"), w("sdtPr"), w("txbxContent")
_ALTERNATE: Final = f"{{{COMPATIBILITY}}}AlternateContent"
_SKIPPED: Final = frozenset((w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("sdtPr"), w("sectPr"), w("tblPr")))


def annotate(data: bytes, findings: Sequence[Finding]) -> bytes:
    """The file with a comment at the paragraph of each finding; what names no paragraph stands at the first one.

    Raises `SourceUnreadable` for what is no harmless Word file.
    """
    return commented(data, [Remark(finding.where.paragraph or 1, told(finding)) for finding in findings])


class Remark(NamedTuple):
    """Chú thích - at a paragraph (counted from 1, as findings count), in one line a paragraph of the comment."""

    paragraph: int
    lines: tuple[str, ...]


def paragraphs_of(data: bytes) -> tuple[str, ...]:
    """The words of each paragraph that a remark may stand at, in its order."""
    package = open_package(data, "")
    body = package.xml(package.main).find(w("body"))
    found = counted_paragraphs(body) if body is not None else ()
    return tuple("".join(text.text or "" for text in paragraph.iter(w("t"))) for paragraph in found)


def commented(data: bytes, remarks: Sequence[Remark]) -> bytes:
    """The file with a comment for each remark. Raises `SourceUnreadable` for what is no harmless Word file."""
    package = open_package(data, "")
    if not remarks:
        return data
    parts = {name: package.part(name) for name in package.parts}
    document = package.xml(package.main)
    body = document.find(w("body"))
    paragraphs = tuple(counted_paragraphs(body)) if body is not None else ()
    if not paragraphs:
        return data
    name = _comments_part(package, parts)
    comments = package.xml(name) if name in package else etree.Element(w("comments"), nsmap={"w": WORD})
    number = _free_number(comments, document)
    for at, remark in enumerate(remarks):
        place = min(max(remark.paragraph, 1), len(paragraphs))
        _mark(paragraphs[place - 1], number + at)
        comments.append(_comment(remark.lines, number + at))
    parts[name] = _bytes(comments)
    parts[_stored(package, package.main)] = _bytes(document)
    return pack(parts)


def counted_paragraphs(parent: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs that a place counts: body and cells, in reading order, without those of text boxes."""
    for child in parent:
        tag = child.tag
        if tag == _P:
            yield child
        elif tag == _ALTERNATE:
            branch = chosen(child)
            yield from counted_paragraphs(branch if branch is not None else ())
        elif tag not in _SKIPPED:
            yield from counted_paragraphs(child)


def _stored(package: Package, name: str) -> str:
    """A part's name as the file spells it."""
    return next(part for part in package.parts if part.lower() == name.lower())


def _comments_part(package: Package, parts: dict[str, bytes]) -> str:
    """The name of the comments part; one is made known to the package when there is none."""
    found = package.related(package.main, "comments")
    if found:
        return _stored(package, found)
    folder = posixpath.dirname(package.main)
    name = posixpath.join(folder, "comments.xml")
    while name in package:
        name = name.replace(".xml", "1.xml")
    _declare(package, parts, name)
    _relate(package, parts, posixpath.basename(name))
    return name


def _declare(package: Package, parts: dict[str, bytes], name: str) -> None:
    types = _stored(package, "[Content_Types].xml")
    root = package.xml(types)
    etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
    parts[types] = _bytes(root)


def _relate(package: Package, parts: dict[str, bytes], target: str) -> None:
    folder, file = posixpath.split(package.main)
    wanted = posixpath.join(folder, "_rels", f"{file}.rels")
    rels = _stored(package, wanted) if wanted in package else wanted
    root = package.xml(rels) if wanted in package else etree.Element(f"{{{PACKAGE_RELATIONS}}}Relationships")
    taken = {one.get("Id") for one in root}
    key = next(f"rIdKedraft{at}" for at in range(1, len(taken) + 2) if f"rIdKedraft{at}" not in taken)
    about = {"Id": key, "Type": f"{RELATIONS}/comments", "Target": target}
    etree.SubElement(root, f"{{{PACKAGE_RELATIONS}}}Relationship", about)
    parts[rels] = _bytes(root)


def _free_number(*roots: etree._Element) -> int:
    """A comment number above all that are in use."""
    tags = (w("comment"), w("commentRangeStart"), w("commentReference"))
    used = [whole(one.get(w("id"))) for root in roots for one in root.iter(*tags)]
    return max(used, default=-1) + 1


def _mark(paragraph: etree._Element, number: int) -> None:
    """The comment's range around the paragraph's words, and its reference behind them."""
    key = {w("id"): str(number)}
    start = etree.Element(w("commentRangeStart"), key)
    first = next((at for at, child in enumerate(paragraph) if child.tag != _PPR), len(paragraph))
    paragraph.insert(first, start)
    etree.SubElement(paragraph, w("commentRangeEnd"), key)
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("commentReference"), key)


def told(finding: Finding) -> tuple[str, ...]:
    """A finding as the lines of a comment: what, and on what ground."""
    basis = (f"Căn cứ: {finding.citation}",) if finding.citation else ()
    return (f"{_SEVERITIES[finding.severity]} {finding.rule}: {finding.message}", *basis)


def _comment(lines: Sequence[str], number: int) -> etree._Element:
    comment = etree.Element(w("comment"), {w("id"): str(number), w("author"): AUTHOR, w("initials"): "KD"})
    for line in lines:
        paragraph = etree.SubElement(comment, _P)
        text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"), {f"{{{XML}}}space": "preserve"})
        text.text = line
    return comment


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
