"""Tables and sections of a Word file: the rows and cells, the conditions of a table style, the measures of a page."""

from collections.abc import Iterator

from lxml import etree

from kedraft.ooxml.view_values import PageNote, Section
from kedraft.ooxml.xml import FALSE, VAL, on, w, whole

_SDT, _CONTENT = w("sdt"), w("sdtContent")


def nested(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table, cells of a row, also inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (_SDT, _CONTENT, w("customXml"), w("ins")):
            yield from nested(child, tag)


def whole_hex(text: str | None) -> int:
    """A hexadecimal attribute; 0 for anything else."""
    try:
        return int(text or "", 16) & 0xFFFF
    except ValueError:
        return 0


def value_of(properties: etree._Element | None, tag: str) -> str | None:
    """The value of a property; None where it is not set."""
    found = properties.find(w(tag)) if properties is not None else None
    return found.get(VAL) if found is not None else None


def is_whole(row: etree._Element) -> bool:
    """Whether the row keeps together on one page."""
    found = row.find(f"{w('trPr')}/{w('cantSplit')}")
    return found is not None and on(found)


def cell_width(properties: etree._Element | None) -> int:
    """The width of a cell in twips; 0 where it is not set in twips."""
    found = properties.find(w("tcW")) if properties is not None else None
    return whole(found.get(w("w"))) if found is not None and found.get(w("type"), "dxa") == "dxa" else 0


def look_flags(properties: etree._Element | None) -> frozenset[str]:
    """Which conditional formats of the table's style apply."""
    found = properties.find(w("tblLook")) if properties is not None else None
    if found is None:
        return frozenset()
    bits = {
        "firstRow": 0x20,
        "lastRow": 0x40,
        "firstColumn": 0x80,
        "lastColumn": 0x100,
        "noHBand": 0x200,
        "noVBand": 0x400,
    }
    value = whole_hex(found.get(VAL))
    return frozenset(
        name
        for name, bit in bits.items()
        if (found.get(w(name), "0") not in FALSE if found.get(w(name)) is not None else value & bit)
    )


def conditions_met(looks: frozenset[str], row: int, rows: int, column: int, columns: int) -> frozenset[str]:
    """The conditions that a cell meets."""
    if not looks:
        return frozenset()
    first = "firstRow" in looks
    met = {
        "firstRow": first and row == 0,
        "lastRow": "lastRow" in looks and row == rows - 1 and rows > 1,
        "firstCol": "firstColumn" in looks and column == 0,
        "lastCol": "lastColumn" in looks and column == columns - 1 and columns > 1,
    }
    bands = "noHBand" not in looks and not met["firstRow"] and not met["lastRow"]
    met["band1Horz"] = bands and (row - first) % 2 == 0
    met["band2Horz"] = bands and (row - first) % 2 == 1
    return frozenset(name for name, holds in met.items() if holds)


def section_of(
    element: etree._Element, notes: tuple[PageNote, ...], first: int, tables: int, settings: etree._Element | None
) -> Section:
    """A section with what holds where it says nothing."""

    def numbers(tag: str) -> etree._Element:
        found = element.find(w(tag))
        return found if found is not None else etree.Element(w(tag))

    size, page, form = numbers("pgSz"), numbers("pgMar"), numbers("pgNumType")
    title = element.find(w("titlePg"))
    kind = element.find(w("type"))
    gutter_top = settings.find(w("gutterAtTop")) if settings is not None else None
    start = form.get(w("start"))
    wide, high = whole(size.get(w("w")), 12240), whole(size.get(w("h")), 15840)
    return Section(
        width=wide,
        height=high,
        landscape=size.get(w("orient")) == "landscape" or wide > high,
        top=abs(whole(page.get(w("top")), 1440)),
        bottom=abs(whole(page.get(w("bottom")), 1440)),
        left=whole(page.get(w("left")) or page.get(w("start")), 1440),
        right=whole(page.get(w("right")) or page.get(w("end")), 1440),
        gutter=whole(page.get(w("gutter"))),
        gutter_top=gutter_top is not None and on(gutter_top),
        title_page=title is not None and on(title),
        number_form=form.get(w("fmt"), "decimal"),
        number_start=whole(start) if start is not None else None,
        kind=kind.get(VAL, "nextPage") if kind is not None else "nextPage",
        notes=notes,
        first=first,
        tables=tables,
    )
