"""Which paragraph of a template a paragraph of a document was made of: a number that travels in an attribute that Word ignores."""

from lxml import etree

from kedraft.ooxml.package import open_package, pack
from kedraft.ooxml.template_parts import open_parts
from kedraft.ooxml.xml import w

_CARRIER = w("rsidP")  # Word writes the number of an editing session here, and reads nothing from it


def numbered(data: bytes, name: str) -> bytes:
    """The template with each paragraph of its text carrying its number, from 1. Raises `TemplateInvalid` for what is no template."""
    opened = open_parts(data, name)
    parts = dict(opened.entries)
    for part in opened.parts:
        if part.kind == "document":
            root = etree.fromstring(part.xml)
            for number, paragraph in enumerate(root.iter(w("p")), 1):
                paragraph.set(_CARRIER, f"{number:08X}")
            parts[part.name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return pack(parts)


def numbers_of(data: bytes, name: str = "") -> tuple[int | None, ...]:
    """For each paragraph of a document made of a numbered template, as the checker counts them, the number that it carries."""
    package = open_package(data, name)
    boxed = w("txbxContent")
    return tuple(
        int(carried, 16) if (carried := paragraph.get(_CARRIER)) else None
        for paragraph in package.xml(package.main).iter(w("p"))
        if next(paragraph.iterancestors(boxed), None) is None
    )
