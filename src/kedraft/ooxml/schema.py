"""The schema of WordprocessingML, as far as a plan uses it: which children in what order, which attributes, which values.

The tables are facts of ECMA-376 (transitional, Part 1 chapter 17 and Part 4), typed here. Elements of other namespaces are
not looked at.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from kedraft.ooxml.schema_content import content_faults
from kedraft.ooxml.xml import RELATIONS, VAL, WORD, w


def _names_in(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ANY_BORDERS: Final = "top start left bottom end right insideH insideV tl2br tr2bl between bar"
_MARGINS: Final = "top start left bottom end right"
_P_PR: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens "
    "kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
)
_R_PR: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden "
    "color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_SETTINGS: Final = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape "
    "printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts "
    "saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop "
    "hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
    "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
    "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle "
    "evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
    "savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
    "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields "
    "hdrShapeDefaults footnotePr endnotePr compat docVars rsids attachedSchema themeFontLang clrSchemeMapping "
    "doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType shapeDefaults "
    "doNotEmbedSmartTags decimalSymbol listSeparator"
)

#: The children of an element, in the schema's order.
ORDER: Final = {
    parent: {child: place for place, child in enumerate(children.split())}
    for parent, children in {
        "document": "background body",
        "pPr": f"{_P_PR} rPr sectPr pPrChange",
        "rPr": f"ins del moveFrom moveTo {_R_PR} rPrChange",
        "tblPr": (
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders "
            "shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
        ),
        "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
        "tblGrid": "gridCol tblGridChange",
        "tcPr": (
            "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns "
            "cellDel cellMerge tcPrChange"
        ),
        "sectPr": (
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt "
            "vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
        ),
        "settings": _SETTINGS,
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "style": (
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
            "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
        ),
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
        "numPr": "ilvl numId numberingChange ins",
        "pBdr": "top left bottom right between bar",
        "tblBorders": _ANY_BORDERS,
        "tcBorders": _ANY_BORDERS,
        "tblCellMar": _MARGINS,
        "tcMar": _MARGINS,
        "tabs": "tab",
        "rPrDefault": "rPr",
        "pPrDefault": "pPr",
    }.items()
}
#: Children that may come more than once; the first two also in either order.
_REPEATED: Final = frozenset(
    _names_in(
        "headerReference footerReference gridCol style abstractNum num lvl lvlOverride tab tblStylePr attachedSchema smartTagType "
        "activeWritingStyle numPicBullet"
    )
)
_SAME_PLACE: Final = {"footerReference": "headerReference", "start": "left", "end": "right"}
#: What stands first in an element, when it is there.
_FIRST: Final = {"p": "pPr", "r": "rPr", "tc": "tcPr"}

_VALUED: Final = _names_in(
    "pStyle rStyle tblStyle basedOn next link name jc sz szCs kern position color highlight vertAlign outlineLvl ilvl numId "
    "abstractNumId gridSpan numFmt start defaultTabStop characterSpacingControl vAlign textAlignment textDirection uiPriority lvlJc "
    "multiLevelType startOverride suff shd top left bottom right between insideH insideV bdr u"
)
#: Attributes that an element must have. Borders and margins share names: a margin has no `val`, so its parent decides.
REQUIRED: Final[dict[str, tuple[str, ...]]] = dict.fromkeys(_VALUED, ("val",)) | {
    "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"),
    "headerReference": ("type", "r:id"),
    "footerReference": ("type", "r:id"),
    "fldChar": ("fldCharType",),
    "fldSimple": ("instr",),
    "tab": ("val", "pos"),
    "bookmarkStart": ("id", "name"),
    "bookmarkEnd": ("id",),
    "commentRangeStart": ("id",),
    "commentRangeEnd": ("id",),
    "commentReference": ("id",),
    "footnoteReference": ("id",),
    "endnoteReference": ("id",),
    "comment": ("id", "author"),
    "footnote": ("id",),
    "endnote": ("id",),
    "ins": ("id", "author"),
    "del": ("id", "author"),
    "abstractNum": ("abstractNumId",),
    "num": ("numId",),
    "lvl": ("ilvl",),
    "zoom": ("percent",),
    "compatSetting": ("name", "uri", "val"),
    "style": ("type", "styleId"),
    "u": (),
}
_BORDER_SIDES: Final = frozenset(_names_in("top left bottom right between insideH insideV start end"))

_ON_OFF: Final = _names_in(
    "keepNext keepLines pageBreakBefore widowControl b bCs i iCs caps smallCaps strike vanish contextualSpacing cantSplit tblHeader "
    "titlePg qFormat semiHidden evenAndOddHeaders trackRevisions updateFields mirrorMargins noWrap"
)
_DECIMAL: Final = _names_in("ilvl numId outlineLvl startOverride uiPriority abstractNumId")
_COUNT: Final = _names_in("gridSpan sz szCs")
#: What `w:val` of an element may be.
VALUES: Final = (
    dict.fromkeys(_ON_OFF, re.compile("true|false|1|0|on|off"))
    | dict.fromkeys(_DECIMAL, re.compile(r"-?\d+(\.0+)?"))
    | dict.fromkeys(_COUNT, re.compile(r"\d+(\.0+)?"))
    | {
        "jc": re.compile(
            "start|center|end|both|mediumKashida|distribute|numTab|highKashida|lowKashida|thaiDistribute|left|right"
        ),
        "vMerge": re.compile("restart|continue"),
        "vAlign": re.compile("top|center|both|bottom"),
        "color": re.compile("auto|[0-9A-Fa-f]{6}"),
        "vertAlign": re.compile("baseline|superscript|subscript"),
        "characterSpacingControl": re.compile("doNotCompress|compressPunctuation|compressPunctuationAndJapaneseKana"),
    }
)
_MEASURES: Final = {
    "ind": ("left", "right", "start", "end", "firstLine", "hanging"),
    "spacing": ("before", "after", "line", "val"),
    "pgSz": ("w", "h"),
    "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"),
    "gridCol": ("w",),
    "tcW": ("w",),
    "tblW": ("w",),
    "tblInd": ("w",),
    "tab": ("pos",),
    "trHeight": ("val",),
    "defaultTabStop": ("val",),
    "zoom": ("percent",),
}
_MEASURE: Final = re.compile(r"-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi|%)?")


def wrong_with(element: etree._Element, name: str) -> Iterator[tuple[int, str]]:
    """What the schema does not allow of one element of Word's namespace: numbers of KH-GO rules with what is wrong."""
    children = tuple(_names(element)) if len(element) else ()
    if name in ORDER and children:
        yield from _out_of_order(name, children)
    yield from content_faults(element, name, children)
    first = _FIRST.get(name)
    if first:
        yield from ((7, f"w:{first} phải đứng đầu w:{name}") for child in list(element)[1:] if child.tag == w(first))
    yield from ((8, f"w:{name} thiếu thuộc tính {one}") for one in _missing(element, name))
    yield from _values(element, name)
    match name:
        case "tbl":
            yield from _table(element)
        case "tc" if len(element) == 0 or element[-1].tag != w("p"):
            yield 9, "Ô của bảng phải kết thúc bằng một đoạn văn"
        case "body" if any(child.tag == w("sectPr") for child in list(element)[:-1]):
            yield 9, "w:sectPr của văn bản phải đứng cuối cùng"


def _names(element: etree._Element) -> list[str]:
    """Local names of the children that are Word's own."""
    prefix = f"{{{WORD}}}"
    return [str(child.tag).removeprefix(prefix) for child in element if str(child.tag).startswith(prefix)]


@lru_cache(maxsize=1024)
def _out_of_order(name: str, children: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Cached: a document has thousands of paragraphs and runs, and a few kinds of them."""
    return tuple(_order_faults(name, children))


def _order_faults(name: str, children: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    places = ORDER[name]
    last, before = -1, ""
    counted: Counter[str] = Counter()
    for child in children:
        if child not in places:
            yield 7, f"w:{name} không được chứa w:{child}"
            continue
        counted[child] += 1
        same = _SAME_PLACE.get(child, child)
        place = places[same if same in places else child]
        if place < last:
            yield 7, f"Trong w:{name}, w:{child} phải đứng trước w:{before}"
        else:
            last, before = place, child
    for child, times in counted.items():
        if times > 1 and child not in _REPEATED:
            yield 7, f"w:{name} có {times} w:{child}, chỉ được có một"


def _missing(element: etree._Element, name: str) -> Iterator[str]:
    if name in _BORDER_SIDES and not _is_border(element, name):
        return
    if name == "tab" and not _is_tab_stop(element):
        return
    for attribute in REQUIRED.get(name, ()):
        namespace = RELATIONS if attribute.startswith("r:") else WORD
        if element.get(f"{{{namespace}}}{attribute.removeprefix('r:')}") is None:
            yield f"{'' if attribute.startswith('r:') else 'w:'}{attribute}"


def _is_tab_stop(element: etree._Element) -> bool:
    """A tab among the words has no attributes."""
    parent = element.getparent()
    return parent is not None and parent.tag == w("tabs")


def _is_border(element: etree._Element, name: str) -> bool:
    """Margins have a width instead; a level's `start` is none of them."""
    parent = element.getparent()
    holder = "" if parent is None else etree.QName(parent).localname
    return holder.endswith(("Bdr", "Borders")) or (name == "start" and holder == "lvl")


def _values(element: etree._Element, name: str) -> Iterator[tuple[int, str]]:
    value = element.get(VAL)
    if value is not None and name in VALUES and not VALUES[name].fullmatch(value):
        yield 10, f"w:{name} có giá trị “{value}” không hợp lệ"
    for attribute in _MEASURES.get(name, ()):
        length = element.get(w(attribute))
        if length is not None and not _MEASURE.fullmatch(length):
            yield 10, f"w:{name} có w:{attribute} là “{length}”, không phải số đo"


def _table(table: etree._Element) -> Iterator[tuple[int, str]]:
    names = [name for name in _names(table) if name in ("tblPr", "tblGrid", "tr")]
    if names[:2] != ["tblPr", "tblGrid"]:
        yield 9, "Bảng phải có w:tblPr rồi w:tblGrid trước các hàng"
        return
    if "tr" not in names:
        yield 9, "Bảng không có hàng nào"
    columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    for number, row in enumerate(table.findall(w("tr")), 1):
        cells = row.findall(w("tc"))
        if not cells and row.find(w("sdt")) is None and row.find(w("customXml")) is None:
            yield 9, f"Hàng {number} của bảng không có ô nào"
        if sum(_span(cell) for cell in cells) > columns:
            yield 9, f"Hàng {number} của bảng rộng hơn số cột đã khai báo ({columns})"


def _span(cell: etree._Element) -> int:
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    value = "" if found is None else found.get(VAL, "")
    return int(value) if value.isdecimal() else 1
