"""A plain Excel workbook, written directly: thousands of rows cost a spreadsheet library as much as drafting them costs kedraft.

Words are shared strings and never formulas. Equal sheets give equal bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from html import escape

_LIMIT = 32_767  # characters that a cell may hold
_STAMP = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: What XML cannot hold, and what Excel would read as an escaped letter.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Look(IntEnum):
    """How a cell looks; the numbers are those of the formats in `_STYLES`."""

    PLAIN = 0
    BOLD = 1
    TITLE = 2
    LINK = 3
    GREEN = 4
    AMBER = 5
    RED = 6
    PURPLE = 7


@dataclass(frozen=True, slots=True)
class Cell:
    """Words or a number; `link`: the address that a click opens."""

    value: str | int | None
    look: Look = Look.PLAIN
    link: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet. `filtered`: its first row is a frozen line of titles with filters, repeated on each printed page."""

    name: str
    widths: Sequence[int]
    rows: Iterable[Sequence[Cell]]
    filtered: bool = True


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file."""
    strings: dict[str, int] = {}
    parts: dict[str, str] = {}
    ranges: list[str] = []
    for at, sheet in enumerate(sheets, 1):
        body, links, last = _sheet(sheet, strings)
        parts[f"xl/worksheets/sheet{at}.xml"] = body
        if links:
            parts[f"xl/worksheets/_rels/sheet{at}.xml.rels"] = _links(links)
        ranges.append(last)
    parts |= {
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{"".join(map(_string, strings))}</sst>',
        "xl/styles.xml": _STYLES,
        "xl/workbook.xml": _book(sheets, ranges),
        "xl/_rels/workbook.xml.rels": _book_parts(len(sheets)),
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    }
    return _packed({"[Content_Types].xml": _types(len(sheets)), **parts})


def _sheet(sheet: Sheet, strings: dict[str, int]) -> tuple[str, list[str], str]:
    """The sheet's XML, the addresses of its links, and its last cell."""
    letters = [chr(ord("A") + at) for at in range(len(sheet.widths))]
    lines: list[str] = []
    linked: list[tuple[str, str]] = []
    for row, cells in enumerate(sheet.rows, 1):
        line = [f'<row r="{row}">']
        for letter, cell in zip(letters, cells, strict=False):
            line.append(_cell(f"{letter}{row}", cell, strings))
            if cell.link:
                linked.append((f"{letter}{row}", cell.link))
        lines.append("".join(line) + "</row>")
    last = f"{letters[-1]}{len(lines)}"
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(sheet.widths, 1)
    )
    frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' if sheet.filtered else ""
    anchors = "".join(f'<hyperlink ref="{ref}" r:id="rId{at}"/>' for at, (ref, _) in enumerate(linked, 1))
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews><cols>{columns}</cols><sheetData>{"".join(lines)}</sheetData>'
        + (f'<autoFilter ref="A1:{last}"/>' if sheet.filtered else "")
        + (f"<hyperlinks>{anchors}</hyperlinks>" if anchors else "")
        + '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
        [address for _, address in linked],
        last,
    )


def _cell(ref: str, cell: Cell, strings: dict[str, int]) -> str:
    match cell.value:
        case None | "":
            return f'<c r="{ref}" s="{cell.look}"/>'
        case int():
            return f'<c r="{ref}" s="{cell.look}"><v>{cell.value}</v></c>'
        case _:
            return f'<c r="{ref}" s="{cell.look}" t="s"><v>{strings.setdefault(cell.value, len(strings))}</v></c>'


def _string(text: str) -> str:
    words = _ESCAPED.sub("_x005F_", _ILLEGAL.sub("\ufffd", text[:_LIMIT]))
    return f'<si><t xml:space="preserve">{escape(words, quote=False)}</t></si>'


def _links(addresses: Sequence[str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for at, address in enumerate(addresses, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _book(sheets: Sequence[Sheet], ranges: Sequence[str]) -> str:
    listed = "".join(
        f'<sheet name="{escape(one.name)}" sheetId="{at}" r:id="rId{at}"/>' for at, one in enumerate(sheets, 1)
    )
    names = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">{_quoted(one.name)}!$A$1:${last[0]}${last[1:]}</definedName>'
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">{_quoted(one.name)}!$1:$1</definedName>'
        for at, (one, last) in enumerate(zip(sheets, ranges, strict=True))
        if one.filtered
    )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews><sheets>{listed}</sheets>'
        + (f"<definedNames>{names}</definedNames>" if names else "")
        + "</workbook>"
    )


def _quoted(name: str) -> str:
    return escape("'" + name.replace("'", "''") + "'", quote=False)


def _book_parts(sheets: int) -> str:
    named = [(f"{_OFFICE}/worksheet", f"worksheets/sheet{at}.xml") for at in range(1, sheets + 1)]
    named += [(f"{_OFFICE}/styles", "styles.xml"), (f"{_OFFICE}/sharedStrings", "sharedStrings.xml")]
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(named, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _types(sheets: int) -> str:
    named = [
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/styles.xml", "styles"),
        ("/xl/sharedStrings.xml", "sharedStrings"),
    ]
    named += [(f"/xl/worksheets/sheet{at}.xml", "worksheet") for at in range(1, sheets + 1)]
    listed = "".join(f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in named)
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name, _STAMP), part.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _styles() -> str:
    """Fonts, fills and the formats that `Look` numbers: font, fill."""
    face = '<sz val="12"/>{}<name val="Times New Roman"/><family val="1"/>'
    fonts = [face.format(""), "<b/>" + face.format(""), "<u/>" + face.format('<color rgb="FF12539C"/>')]
    fills = ['<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>']
    fills += [
        f'<patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill>'
        for colour in ("FFE4E8EE", "FFDDF1E4", "FFFFEFD2", "FFFBDDD9", "FFEBDDF0")
    ]
    looks = ((0, 0), (1, 0), (1, 2), (2, 0), (1, 3), (1, 4), (1, 5), (1, 6))
    side = '<{0} style="thin"><color rgb="FFB9C0C9"/></{0}>'
    sides = "".join(side.format(name) for name in ("left", "right", "top", "bottom")) + "<diagonal/>"
    formats = "".join(
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf>'
        for font, fill in looks
    )
    return (
        f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="{len(fonts)}">{"".join(f"<font>{one}</font>" for one in fonts)}</fonts>'
        f'<fills count="{len(fills)}">{"".join(f"<fill>{one}</fill>" for one in fills)}</fills>'
        f'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{sides}</border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(looks)}">{formats}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


_STYLES = _styles()
