"""What an element of WordprocessingML may hold in any order, which attributes it may have, and which words those may be.

The tables are facts of ECMA-376 (transitional, Part 1 chapter 17 and Part 4), typed here, as far as a plan uses them; an element
that is in no table is not judged. Elements and attributes of other namespaces are Word's own extensions and always allowed.
"""

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from kedraft.ooxml.xml import WORD

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_PREFIX: Final = f"{{{WORD}}}"

# --- children ---------------------------------------------------------------------------------------------------------

_RANGES: Final = (
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
    "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart "
    "customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd"
)
_MARKUP: Final = f"{_RANGES} proofErr permStart permEnd ins del moveFrom moveTo"
_BLOCKS: Final = f"p tbl sdt customXml altChunk {_MARKUP}"
_RUNS: Final = f"r hyperlink fldSimple smartTag sdt customXml dir bdo subDoc {_MARKUP}"
_IN_RUN: Final = (
    "rPr br t contentPart delText instrText delInstrText noBreakHyphen softHyphen dayShort monthShort yearShort dayLong monthLong "
    "yearLong annotationRef footnoteRef endnoteRef separator continuationSeparator sym pgNum cr tab object pict fldChar ruby "
    "footnoteReference endnoteReference commentReference drawing ptab lastRenderedPageBreak"
)
_COMPAT: Final = (
    "useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance "
    "balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn "
    "spacingInWholePoints lineWrapLikeWord6 printBodyTextBeforeHeader printColBlack wpSpaceWidth showBreaksInFrames subFontBySize "
    "suppressBottomSpacing suppressTopSpacing suppressSpacingAtTopOfPage suppressTopSpacingWP suppressSpBfAfterPgBrk "
    "swapBordersFacingPages convMailMergeEsc truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics doNotSuppressParagraphBorders "
    "wrapTrailSpaces footnoteLayoutLikeWW8 shapeLayoutLikeWW8 alignTablesRowByRow forgetLastTabAlignment adjustLineHeightInTable "
    "autoSpaceLikeWord95 noSpaceRaiseLower doNotUseHTMLParagraphAutoSpacing layoutRawTableWidth layoutTableRowsApart "
    "useWord97LineBreakRules doNotBreakWrappedTables doNotSnapToGridInCell selectFldWithFirstOrLastChar applyBreakingRules "
    "doNotWrapTextWithPunct doNotUseEastAsianBreakRules useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList "
    "doNotUseIndentAsNumberingTabStop useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable doNotSuppressIndentation "
    "doNotAutofitConstrainedTables autofitToFirstFixedWidthCell underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark "
    "doNotVertAlignCellWithSp doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance compatSetting"
)

#: The children that an element may have, in whatever order.
CHILDREN: Final = {
    parent: frozenset(children.split())
    for parent, children in {
        "body": f"{_BLOCKS} sectPr",
        "hdr": _BLOCKS,
        "ftr": _BLOCKS,
        "footnote": _BLOCKS,
        "endnote": _BLOCKS,
        "comment": _BLOCKS,
        "txbxContent": _BLOCKS,
        "tc": f"tcPr {_BLOCKS}",
        "p": f"pPr {_RUNS}",
        "hyperlink": _RUNS,
        "fldSimple": f"fldData {_RUNS}",
        "smartTag": f"smartTagPr {_RUNS}",
        "r": _IN_RUN,
        "tbl": f"tblPr tblGrid tr sdt customXml {_MARKUP}",
        "tr": f"tblPrEx trPr tc sdt customXml {_MARKUP}",
        "trPr": (
            "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del "
            "trPrChange"
        ),
        "sdt": f"sdtPr sdtEndPr sdtContent {_RANGES}",
        "sdtContent": f"{_BLOCKS} {_RUNS} tr tc",
        "compat": _COMPAT,
        "latentStyles": "lsdException",
        "rsids": "rsidRoot rsid",
        "fldChar": "fldData ffData numberingChange",
        "cols": "col",
        "footnotes": "footnote",
        "endnotes": "endnote",
        "comments": "comment",
        "fonts": "font",
    }.items()
}

#: Elements that say what they say by their attributes or their words, and hold nothing.
_SWITCHES: Final = (
    "keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid contextualSpacing mirrorIndents suppressOverlap b bCs i iCs "
    "caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden rtl cs specVanish titlePg rtlGutter "
    "formProt noEndnote cantSplit tblHeader noWrap tcFitText hideMark bidiVisual isLgl qFormat semiHidden unhideWhenUsed locked "
    "autoRedefine hidden personal personalCompose personalReply evenAndOddHeaders trackRevisions updateFields mirrorMargins"
)
_VALUED: Final = (
    "pStyle rStyle tblStyle jc textDirection textAlignment textboxTightWrap outlineLvl divId w kern position sz szCs highlight effect "
    "vertAlign em type vAlign gridSpan vMerge hMerge tblOverlap tblStyleRowBandSize tblStyleColBandSize tblCaption tblDescription name "
    "aliases basedOn next link uiPriority rsid rsidRoot ilvl numId abstractNumId lvlRestart suff lvlJc lvlPicBulletId nsid "
    "multiLevelType tmpl styleLink numStyleLink startOverride defaultTabStop characterSpacingControl decimalSymbol listSeparator "
    "gridBefore gridAfter drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery hyphenationZone"
)
_BARE: Final = (
    "t delText instrText delInstrText noBreakHyphen softHyphen cr annotationRef footnoteRef endnoteRef separator "
    "continuationSeparator pgNum lastRenderedPageBreak"
)
_BORDER: Final = "val color themeColor themeTint themeShade sz space shadow frame"
_WIDTH: Final = "w type"
_THEME: Final = "val color themeColor themeTint themeShade"
_SHARED: Final = "val id author date"

#: Attributes of Word's namespace, of elements that hold nothing.
_LEAF_ATTRIBUTES: Final = (
    dict.fromkeys(_SWITCHES.split(), "val")
    | dict.fromkeys(_VALUED.split(), "val")
    | dict.fromkeys(_BARE.split(), "")
    | dict.fromkeys(("top", "left", "bottom", "right", "start", "end"), f"{_BORDER} w type")
    | dict.fromkeys(("insideH", "insideV", "tl2br", "tr2bl", "between", "bar", "bdr"), _BORDER)
    | dict.fromkeys(("tblW", "tcW", "tblInd", "wBefore", "wAfter", "tblCellSpacing"), _WIDTH)
    | {
        "rFonts": "hint ascii hAnsi eastAsia cs asciiTheme hAnsiTheme eastAsiaTheme cstheme",
        "color": "val themeColor themeTint themeShade",
        "u": _THEME,
        "shd": f"{_THEME} fill themeFill themeFillTint themeFillShade",
        "lang": "val eastAsia bidi",
        "themeFontLang": "val eastAsia bidi",
        "eastAsianLayout": "id combine combineBrackets vert vertCompress",
        "fitText": "val id",
        "spacing": "val before beforeLines beforeAutospacing after afterLines afterAutospacing line lineRule",
        "ind": "start startChars end endChars left leftChars right rightChars hanging hangingChars firstLine firstLineChars",
        "tab": "val leader pos",
        "framePr": "dropCap lines w h vSpace hSpace wrap hAnchor vAnchor x xAlign y yAlign hRule anchorLock",
        "cnfStyle": (
            "val firstRow lastRow firstColumn lastColumn oddVBand evenVBand oddHBand evenHBand firstRowFirstColumn "
            "firstRowLastColumn lastRowFirstColumn lastRowLastColumn"
        ),
        "pgSz": "w h orient code",
        "pgMar": "top right bottom left header footer gutter",
        "pgNumType": "fmt start chapStyle chapSep",
        "lnNumType": "countBy start distance restart",
        "col": "w space",
        "docGrid": "type linePitch charSpace",
        "headerReference": "type",
        "footerReference": "type",
        "paperSrc": "first other",
        "gridCol": "w",
        "tblLayout": "type",
        "tblLook": "val firstRow lastRow firstColumn lastColumn noHBand noVBand",
        "tblpPr": (
            "leftFromText rightFromText topFromText bottomFromText vertAnchor horzAnchor tblpXSpec tblpX tblpYSpec tblpY"
        ),
        "trHeight": "val hRule",
        "bookmarkStart": "id name colFirst colLast displacedByCustomXml",
        "bookmarkEnd": "id displacedByCustomXml",
        "commentRangeStart": "id displacedByCustomXml",
        "commentRangeEnd": "id displacedByCustomXml",
        "commentReference": "id",
        "footnoteReference": "customMarkFollows id",
        "endnoteReference": "customMarkFollows id",
        "proofErr": "type",
        "br": "type clear",
        "sym": "font char",
        "ptab": "relativeTo alignment leader",
        "lsdException": "name locked uiPriority semiHidden unhideWhenUsed qFormat",
        "numFmt": "val format",
        "lvlText": "val null",
        "zoom": "val percent",
        "compatSetting": "name uri val",
    }
)
#: Elements that say nothing by themselves.
_HOLDERS: Final = (
    "body hdr ftr tbl pPr rPr tblPr tcPr trPr tblPrEx tblGrid numPr pBdr tblBorders tcBorders tblCellMar tcMar tabs styles docDefaults "
    "rPrDefault pPrDefault numbering settings compat rsids sdt sdtContent footnotes endnotes comments"
)
LEAVES: Final = frozenset(_LEAF_ATTRIBUTES)

#: Attributes of Word's namespace, element by element.
ATTRIBUTES: Final = {
    name: frozenset(attributes.split())
    for name, attributes in (
        _LEAF_ATTRIBUTES
        | dict.fromkeys(_HOLDERS.split(), "")
        | {
            "p": "rsidRPr rsidR rsidDel rsidP rsidRDefault",
            "r": "rsidRPr rsidDel rsidR",
            "tr": "rsidRPr rsidR rsidDel rsidTr",
            "tc": "id",
            "sectPr": "rsidRPr rsidDel rsidR rsidSect",
            "ins": _SHARED,
            "del": _SHARED,
            "hyperlink": "tgtFrame tooltip docLocation history anchor",
            "fldChar": "fldCharType fldLock dirty",
            "fldSimple": "instr fldLock dirty",
            "cols": "equalWidth space num sep",
            "pgBorders": "zOrder display offsetFrom",
            "style": "type styleId default customStyle",
            "tblStylePr": "type",
            "latentStyles": "defLockedState defUIPriority defSemiHidden defUnhideWhenUsed defQFormat count",
            "abstractNum": "abstractNumId",
            "num": "numId",
            "lvl": "ilvl tplc tentative",
            "lvlOverride": "ilvl",
            "footnote": "type id",
            "endnote": "type id",
            "comment": "id author date initials",
        }
    ).items()
}

# --- words ------------------------------------------------------------------------------------------------------------

_HEX: Final = re.compile("auto|[0-9A-Fa-f]{6}")
_UNITS: Final = re.compile("nil|pct|dxa|auto")
_RULE: Final = re.compile("auto|exact|atLeast")
_REFERENCE: Final = re.compile("even|default|first")
#: What an attribute of an element may say; `*` stands for any element.
WORDS: Final = {
    ("fldChar", "fldCharType"): re.compile("begin|separate|end"),
    ("tblW", "type"): _UNITS,
    ("tcW", "type"): _UNITS,
    ("tblInd", "type"): _UNITS,
    ("headerReference", "type"): _REFERENCE,
    ("footerReference", "type"): _REFERENCE,
    ("pgSz", "orient"): re.compile("portrait|landscape"),
    ("spacing", "lineRule"): _RULE,
    ("trHeight", "hRule"): _RULE,
    ("style", "type"): re.compile("paragraph|character|table|numbering"),
    ("br", "type"): re.compile("page|column|textWrapping"),
    ("docGrid", "type"): re.compile("default|lines|linesAndChars|snapToChars"),
    ("tblLayout", "type"): re.compile("fixed|autofit"),
    ("type", "val"): re.compile("nextPage|nextColumn|continuous|evenPage|oddPage"),
    ("tab", "val"): re.compile("clear|start|center|end|decimal|bar|num|left|right"),
    ("tab", "leader"): re.compile("none|dot|hyphen|underscore|heavy|middleDot"),
    ("suff", "val"): re.compile("tab|space|nothing"),
    ("multiLevelType", "val"): re.compile("singleLevel|multilevel|hybridMultilevel"),
    ("u", "val"): re.compile(
        "none|single|words|double|thick|dotted|dottedHeavy|dash|dashedHeavy|dashLong|dashLongHeavy|dotDash|dashDotHeavy|dotDotDash|"
        "dashDotDotHeavy|wave|wavyHeavy|wavyDouble"
    ),
    ("highlight", "val"): re.compile(
        "none|black|blue|cyan|green|magenta|red|yellow|white|darkBlue|darkCyan|darkGreen|darkMagenta|darkRed|darkYellow|darkGray|"
        "lightGray"
    ),
    ("shd", "fill"): _HEX,
    ("*", "color"): _HEX,
}
_NUMBER: Final = re.compile(r"-?\d+")
_LARGEST: Final = 2**31
#: Elements whose figures are lengths and counts.
_COUNTS: Final = (
    "spacing ind pgSz pgMar gridCol tcW tblW tblInd trHeight sz szCs kern position numId ilvl outlineLvl gridSpan start startOverride "
    "uiPriority defaultTabStop tab pgNumType"
)
_COUNTED: Final = frozenset(_COUNTS.split())


def content_faults(element: etree._Element, name: str, children: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Children and attributes that the element may not have, and words that an attribute may not be."""
    keys = tuple(str(key) for key in element.attrib)
    faults = _names_out_of_place(name, children, len(element) > 0, keys)
    wrong = tuple(_wrong_words(element, name, keys)) if keys else ()
    return faults + wrong if wrong else faults


@lru_cache(maxsize=4096)
def _names_out_of_place(
    name: str, children: tuple[str, ...], full: bool, keys: tuple[str, ...]
) -> tuple[tuple[int, str], ...]:
    """Cached: a document has thousands of elements, and a few kinds of them."""
    found = []
    if full and name in LEAVES:
        found.append((7, f"w:{name} không được chứa phần tử nào"))
    elif name in CHILDREN:
        allowed = CHILDREN[name]
        strange = dict.fromkeys(child for child in children if child not in allowed)
        found += [(7, f"w:{name} không được chứa w:{child}") for child in strange]
    if name in ATTRIBUTES:
        found += [(8, f"w:{name} có thuộc tính lạ {_shown(key)}") for key in keys if not _is_declared(name, key)]
    return tuple(found)


def _is_declared(name: str, key: str) -> bool:
    if key.startswith(_PREFIX):
        return key.removeprefix(_PREFIX) in ATTRIBUTES[name]
    return key.startswith("{")


def _shown(key: str) -> str:
    return f"w:{key.removeprefix(_PREFIX)}" if key.startswith(_PREFIX) else key


def _wrong_words(element: etree._Element, name: str, keys: tuple[str, ...]) -> list[tuple[int, str]]:
    found = []
    for key in keys:
        value = str(element.get(key))
        if key == _SPACE and value not in ("default", "preserve"):
            found.append((10, f"w:{name} có xml:space là “{value}”"))
        if not key.startswith(_PREFIX):
            continue
        attribute = key[len(_PREFIX) :]
        words = WORDS.get((name, attribute)) or WORDS.get(("*", attribute))
        if words is not None and not words.fullmatch(value):
            found.append((10, f"w:{name} có w:{attribute} là “{value}”, không hợp lệ"))
        elif len(value) > 9 and name in _COUNTED and _is_too_large(value):
            found.append((10, f"w:{name} có w:{attribute} là “{value}”, quá lớn"))
    return found


def _is_too_large(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value)) and not -_LARGEST <= int(value) < _LARGEST
