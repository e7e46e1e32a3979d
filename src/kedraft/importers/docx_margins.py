"""Page headers and footers of a Word file: which of its parts some page shows."""

from collections.abc import Iterable, Iterator

from lxml import etree

from kedraft.ooxml.package import Package
from kedraft.ooxml.xml import RELATION_ID, on, w


def shown_margins(package: Package, sections: Iterable[etree._Element]) -> Iterator[tuple[str, str]]:
    """The parts that some section shows, each once, headers first, with what the place is called."""
    relations = package.relationships(package.main)
    differ = _even_pages_differ(package)
    sections = tuple(sections)
    done: set[str] = set()
    for kind, title in (("header", "đầu trang"), ("footer", "chân trang")):
        for section in sections:
            for reference in section.iterchildren(w(f"{kind}Reference")):
                relation = relations.get(reference.get(RELATION_ID, ""))
                if relation is None or relation.target in done or relation.target not in package:
                    continue
                if _is_shown(reference, section, differ):
                    done.add(relation.target)
                    yield relation.target, title


def _is_shown(reference: etree._Element, section: etree._Element, even_pages_differ: bool) -> bool:
    """First-page and even-page margins print only where they are switched on."""
    match reference.get(w("type")):
        case "first":
            title = section.find(w("titlePg"))
            return title is not None and on(title)
        case "even":
            return even_pages_differ
        case _:
            return True


def _even_pages_differ(package: Package) -> bool:
    part = package.related(package.main, "settings")
    found = package.xml(part).find(w("evenAndOddHeaders")) if part else None
    return found is not None and on(found)
