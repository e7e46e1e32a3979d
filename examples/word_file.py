"""Builds the examples' parent plans: Word files as an office leaves them, from text written the way a plan reads.

The four parents differ on purpose in what a reader has to cope with: who draws the numbers (Word or the typist), how
the lines of the header are drawn, whether a block of lines is paragraphs or soft line breaks.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
NOTE = "Văn bản minh họa của kedraft, không phải văn bản có thật."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KEPT_STYLES = {
    "Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "No List", "List Paragraph", "Table Grid",
}  # fmt: skip


class Numbers(Enum):
    """Who draws the labels I., 1., a), -, +."""

    TYPED = "typed"  # they stand in the text
    LIST = "list"  # one multilevel list, numPr on each paragraph
    STYLES = "styles"  # the list hangs on paragraph styles
    MIXED = "mixed"  # 1. by Word, restarted in each section; the rest typed


class Rule(Enum):
    """How a horizontal line of the header is drawn."""

    SHAPE = "shape"  # DrawingML line with a VML fallback, as Word 2010 and later
    VML = "vml"  # v:line, as older files
    BORDER = "border"  # border of a small empty paragraph
    TYPED = "typed"  # a row of underscores


LEVELS = (  # name, pattern of the label, Word's format, Word's level text
    ("Mục KH", r"[IVX]+\.", "upperRoman", "%1."),
    ("Khoản KH", r"\d+\.", "decimal", "%2."),
    ("Điểm KH", r"[a-zđ]\)", "lowerLetter", "%3)"),
    ("Gạch KH", r"-", "bullet", "-"),
    ("Cộng KH", r"\+", "bullet", "+"),
)
LABEL = re.compile("(?:" + "|".join(f"(?P<l{n}>{level[1]})" for n, level in enumerate(LEVELS)) + ") (?P<rest>.+)", re.S)
NUMBER = re.compile(r"(\*\*)?[\d.,]+(\*\*)?")
MARKUP = re.compile(r"(\*\*.+?\*\*|__.+?__)", re.S)


class WordFile:
    """One document in the making. Text may hold `**bold**`, `__italic__` and line ends (soft line breaks)."""

    def __init__(
        self,
        *,
        margins: tuple[float, float, float, float] = (20, 20, 30, 20),
        size: float = 14,
        indent_mm: float = 12.7,
        before: float = 6,
        line: float = 1.0,
        numbers: Numbers = Numbers.TYPED,
        rule: Rule = Rule.BORDER,
    ) -> None:
        self.doc: Any = Document()
        self.margins, self.size, self.indent, self.before, self.line = margins, size, Mm(indent_mm), before, line
        self.numbers, self.rule = numbers, rule
        self._shapes = 0
        self._lean_styles()
        if numbers is not Numbers.TYPED:
            self._numbering()
        self._page(self.doc.sections[0])

    # ---- the parts of a plan

    def header(self, issuer: str, superior: str | None, number: str, place_and_date: str) -> None:
        """Issuer and number on the left, Quốc hiệu, Tiêu ngữ, place and date on the right: a table without borders."""
        table = self._bare_table((67, 100), rows=2)
        left, right = table.rows[0].cells
        if superior:
            self._line(left, superior, 13)
        self._line(left, f"**{issuer}**", 13, first=not superior)
        self._rule(left, 22)
        self._line(right, "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", 13, first=True)
        self._line(right, "**Độc lập - Tự do - Hạnh phúc**", 14)
        self._rule(right, 56)
        left, right = table.rows[1].cells
        self._line(left, f"Số: {number}", 13, first=True)
        self._line(right, f"__{place_and_date}__", 14, first=True)

    def title(self, subject: str) -> None:
        """KẾ HOẠCH and its subject, with a line below."""
        self.line_of("**KẾ HOẠCH**", align="center", before=14)
        self.line_of(f"**{subject}**", align="center", before=0)
        self._rule(self.doc, 40, after=10)

    def paragraphs(self, text: str, italic: bool = False) -> None:
        """Plain paragraphs, one a line."""
        for row in _rows(text):
            self.line_of(f"__{row}__" if italic else row, indent=True)

    def body(self, text: str) -> None:
        """Sections written as a plan reads; labels are typed or left to Word, as `numbers` says."""
        counters = [0] * len(LEVELS)
        for row in _rows(text):
            found = LABEL.fullmatch(row.removeprefix("**"))
            if not found:
                self.line_of(row, indent=True)
                continue
            level = next(n for n in range(len(LEVELS)) if found[f"l{n}"])
            label, rest = found[f"l{level}"], found["rest"]
            counters[level] += 1
            counters[level + 1 :] = [0] * (len(LEVELS) - level - 1)
            self._item(level, label, rest, counters[level])

    def signature(
        self,
        recipients: Sequence[str],
        office: Sequence[str],
        name: str,
        second: str | None = None,
        *,
        soft: bool = False,
    ) -> None:
        """Nơi nhận and the signature block, side by side."""
        self.line_of("", before=0, size=6)
        left, right = self._bare_table((73, 92), rows=1).rows[0].cells
        self._line(left, "**__Nơi nhận:__**", 12, align="left", first=True)
        rows = [f"- {one}{'.' if one is recipients[-1] else ';'}" for one in recipients]
        for row in ["\n".join(rows)] if soft else rows:
            self._line(left, row, 11, align="left")
        for n, row in enumerate(["\n".join(office)] if soft else office):
            self._line(right, f"**{row}**", 13, first=n == 0)
        for _ in range(5):
            self._line(right, "", 14)
        if second:
            self._line(right, f"**{second}**", 13)
        self._line(right, f"**{name}**", 14)

    def annex(self, label: str, heading: str, note: str, *, landscape: bool = True) -> None:
        """A new section with its own page numbers: label, title and the line that ties it to the plan."""
        section = self.doc.add_section(WD_SECTION.NEW_PAGE)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
            section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
                Mm(20), Mm(15), Mm(20), Mm(15),
            )  # fmt: skip
        number = section._sectPr.find(qn("w:pgNumType"))
        if number is None:
            number = OxmlElement("w:pgNumType")
            section._sectPr.find(qn("w:pgMar")).addnext(number)
        number.set(qn("w:start"), "1")
        self.line_of(f"**{label}**", align="center", before=0)
        self.line_of(f"**{heading}**", align="center", before=0)
        self.line_of(f"__({note})__", align="center", before=0, size=13)
        self._rule(self.doc, 40, after=8)

    def table(self, widths: Sequence[float], rows: Sequence[Sequence[str]], size: float = 12) -> None:
        """A table with borders; the first row is a repeated header, a row of two cells is a group heading."""
        above = self.doc.paragraphs[-1].paragraph_format
        above.space_after = max(above.space_after, Pt(6))
        table = self.doc.add_table(rows=len(rows), cols=len(widths))
        table.style, table.autofit, table.alignment = "Table Grid", False, 1
        grid = table._tbl.tblGrid.findall(qn("w:gridCol"))
        for column, width in zip(grid, widths, strict=True):
            column.set(qn("w:w"), str(Mm(width).twips))
        for n, texts in enumerate(rows):
            row = table.rows[n]
            cells = list(row.cells)
            for cell, width in zip(cells, widths, strict=True):
                cell.width = Mm(width)
            if len(texts) == 2:
                cells = [cells[0], cells[1].merge(cells[-1])]
            trailer = row._tr.get_or_add_trPr()
            trailer.append(OxmlElement("w:cantSplit"))
            if n == 0:
                trailer.append(OxmlElement("w:tblHeader"))
            for c, (cell, text) in enumerate(zip(cells, texts, strict=True)):
                bold = n == 0 or len(texts) == 2
                for k, part in enumerate(text.split("\n")):
                    self._line(
                        cell, f"**{part}**" if bold else part, size, first=k == 0, before=1, after=1,
                        align="center" if n == 0 or c == 0 or NUMBER.fullmatch(part) else "left",
                    )  # fmt: skip
                cell.vertical_alignment = 1

    def line_of(
        self,
        text: str,
        *,
        align: str = "both",
        indent: bool = False,
        before: float | None = None,
        size: float | None = None,
    ) -> Any:
        """One paragraph of the body; returns it."""
        paragraph = self.doc.add_paragraph()
        self._format(paragraph, align, self.before if before is None else before, 0)
        if indent:
            paragraph.paragraph_format.first_line_indent = self.indent
        self._runs(paragraph, text, size or self.size)
        return paragraph

    def save(self, path: Path, *, title: str, author: str, on: datetime) -> None:
        """Write the file; the same text gives the same bytes."""
        core = self.doc.core_properties
        core.title, core.author, core.last_modified_by, core.language = title, author, author, "vi-VN"
        core.comments, core.subject, core.keywords, core.revision = NOTE, "Kế hoạch", "minh họa", 1
        core.created = core.modified = on
        rels = self.doc.part.package.rels
        for key in [key for key, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
            del rels[key]
        raw = BytesIO()
        self.doc.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for info in source.infolist():
                target.writestr(
                    zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0)), source.read(info), zipfile.ZIP_DEFLATED
                )

    # ---- one item

    def _item(self, level: int, label: str, rest: str, count: int) -> None:
        bold = level == 0 or rest.startswith("**")
        text = f"**{rest}**" if level == 0 else rest
        alone = text.startswith("**") and text.endswith("**")
        if self.numbers is Numbers.TYPED or (self.numbers is Numbers.MIXED and level != 1):
            paragraph = self.line_of(f"**{label} {text[2:]}" if bold else f"{label} {text}", indent=True)
            paragraph.paragraph_format.keep_with_next = alone or None
            return
        drawn = _word_label(level, count)
        if drawn != label:
            raise ValueError(f"Word draws {drawn!r} where the text says {label!r}: {rest[:60]}")
        paragraph = self.line_of(text, indent=True)
        paragraph.paragraph_format.keep_with_next = alone or None
        properties = paragraph._p.get_or_add_pPr()
        if self.numbers is Numbers.STYLES:
            paragraph.style = LEVELS[level][0]
        else:
            if self.numbers is Numbers.LIST:
                paragraph.style = "List Paragraph"
            number = self._restarted(count) if self.numbers is Numbers.MIXED else 1
            ilvl = 0 if self.numbers is Numbers.MIXED else level
            properties._insert_numPr(
                parse_xml(f'<w:numPr {W}><w:ilvl w:val="{ilvl}"/><w:numId w:val="{number}"/></w:numPr>')
            )
        mark = f'<w:rPr {W}>{"<w:b/>" if bold else ""}<w:sz w:val="{round(self.size * 2)}"/></w:rPr>'
        properties.append(parse_xml(mark))

    def _restarted(self, count: int) -> int:
        numbering = self.doc.part.numbering_part.element
        ids = [int(num.get(qn("w:numId"))) for num in numbering.findall(qn("w:num"))]
        if count == 1:
            ids.append(max(ids) + 1)
            numbering.append(
                parse_xml(
                    f'<w:num {W} w:numId="{ids[-1]}"><w:abstractNumId w:val="0"/>'
                    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                )
            )
        return max(ids)

    # ---- the file around it

    def _lean_styles(self) -> None:
        styles = self.doc.styles.element
        for style in styles.findall(qn("w:style")):
            name = style.find(qn("w:name")).get(qn("w:val"))
            if name not in KEPT_STYLES and name.title() not in KEPT_STYLES:
                styles.remove(style)
        defaults = styles.find(qn("w:docDefaults"))
        defaults.getparent().replace(
            defaults,
            parse_xml(
                f"<w:docDefaults {W}><w:rPrDefault><w:rPr>"
                f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
                f'w:cs="{FONT}"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="en-US" '
                'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
            ),
        )
        for style in styles.findall(qn("w:style")):
            if style.find(qn("w:name")).get(qn("w:val")) in ("header", "footer", "List Paragraph", "Normal"):
                for part in ("w:pPr", "w:rPr"):
                    found = style.find(qn(part))
                    if found is not None:
                        style.remove(found)
        if self.numbers is Numbers.STYLES:
            for level, (name, *_) in enumerate(LEVELS):
                styles.append(
                    parse_xml(
                        f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="KH{level}">'
                        f'<w:name w:val="{name}"/>'
                        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:ilvl w:val="{level}"/>'
                        f'<w:numId w:val="1"/></w:numPr></w:pPr>'
                        f"{'<w:rPr><w:b/></w:rPr>' if level == 0 else ''}</w:style>"
                    )
                )

    def _numbering(self) -> None:
        numbering = self.doc.part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        chosen = [("", "", "decimal", "%1.")] if self.numbers is Numbers.MIXED else LEVELS
        levels = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            + (f'<w:pStyle w:val="KH{n}"/>' if self.numbers is Numbers.STYLES else "")
            + f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="{self.indent.twips}"/></w:pPr></w:lvl>'
            for n, (_, _, kind, text) in enumerate(chosen)
        )
        numbering.append(
            parse_xml(
                f'<w:abstractNum {W} w:abstractNumId="0"><w:nsid w:val="3A5C1E70"/>'
                '<w:multiLevelType w:val="multilevel"/>'
                f'<w:tmpl w:val="5B0E2C14"/>{levels}</w:abstractNum>'
            )
        )
        numbering.append(parse_xml(f'<w:num {W} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))

    def _page(self, section: Any) -> None:
        section.page_width, section.page_height = Mm(210), Mm(297)
        top, bottom, left, right = self.margins
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(
            Mm, (top, bottom, left, right)
        )
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        self._format(number, "center", 0, 0)
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            run = number.add_run()
            run.font.size, run.font.name = Pt(14), FONT
            run._r.append(
                parse_xml(
                    f'<w:fldChar {W} w:fldCharType="{kind}"/>' if kind else f"<w:instrText {W}> {text} </w:instrText>"
                )
            )
        self._format(section.first_page_header.paragraphs[0], "center", 0, 0)
        foot = section.first_page_footer.paragraphs[0]
        self._format(foot, "center", 0, 0)
        self._runs(foot, f"__{NOTE}__", 10)

    def _bare_table(self, widths: Sequence[float], rows: int) -> Any:
        table = self.doc.add_table(rows=rows, cols=len(widths))
        table.autofit, table.alignment = False, 1
        for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            column.set(qn("w:w"), str(Mm(width).twips))
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        return table

    def _line(
        self,
        cell: Any,
        text: str,
        size: float,
        *,
        align: str = "center",
        first: bool = False,
        before: float = 0,
        after: float = 0,
    ) -> Any:
        reuse = first and not cell.paragraphs[0].text and len(cell.paragraphs) == 1
        paragraph = cell.paragraphs[0] if reuse else cell.add_paragraph()
        self._format(paragraph, align, before, after, single=True)
        self._runs(paragraph, text, size)
        return paragraph

    def _format(self, paragraph: Any, align: str, before: float, after: float, *, single: bool = False) -> None:
        form = paragraph.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.line_spacing = 1.0 if single else self.line
        form.alignment = {"left": 0, "center": 1, "right": 2, "both": 3}[align]

    def _runs(self, paragraph: Any, text: str, size: float) -> None:
        for words, bold, italic in _spans(text):
            run = paragraph.add_run(words)
            run.font.name, run.font.size = FONT, Pt(size)
            run.bold, run.italic = bold or None, italic or None

    def _rule(self, owner: Any, width_mm: float, after: float = 4) -> None:
        paragraph = owner.add_paragraph()
        self._format(paragraph, "center", 0, after, single=True)
        if self.rule is Rule.TYPED:
            self._runs(paragraph, "_" * round(width_mm / 1.75), 10)
            return
        self._runs(paragraph, "", 4)
        size = parse_xml(f'<w:rPr {W}><w:sz w:val="8"/></w:rPr>')
        if self.rule is Rule.BORDER:
            paragraph.paragraph_format.space_before = Pt(2)
            around = self._room(owner) - Mm(width_mm)
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = around // 2
            border = parse_xml(f'<w:pBdr {W}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>')
            paragraph._p.get_or_add_pPr().insert_element_before(
                border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
            )
        else:
            run = paragraph.add_run()
            run.font.size = Pt(4)
            self._shapes += 1
            run._r.append(parse_xml((_shape if self.rule is Rule.SHAPE else _vml)(width_mm, self._shapes)))
        paragraph._p.get_or_add_pPr().append(size)

    def _room(self, owner: Any) -> int:
        if owner is self.doc:
            section = self.doc.sections[-1]
            return int(section.page_width - section.left_margin - section.right_margin)
        return int(owner.width) - Mm(3.8)


def _rows(text: str) -> Iterable[str]:
    return (row.strip().replace("\\n", "\n") for row in text.strip().splitlines() if row.strip())


def _spans(text: str, bold: bool = False, italic: bool = False) -> Iterable[tuple[str, bool, bool]]:
    for part in MARKUP.split(text):
        if part.startswith("**") and part.endswith("**") and len(part) > 4:
            yield from _spans(part[2:-2], True, italic)
        elif part.startswith("__") and part.endswith("__") and part.strip("_"):
            yield from _spans(part[2:-2], bold, True)
        elif part:
            yield part, bold, italic


def _word_label(level: int, count: int) -> str:
    match level:
        case 0:
            return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[count - 1] + "."
        case 1:
            return f"{count}."
        case 2:
            return "abcdefghijk"[count - 1] + ")"
        case _:
            return "-+"[level - 3]


def _vml(width_mm: float, number: int) -> str:
    return (
        f'<w:pict {W} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
        f'<v:line id="_x0000_s{1025 + number}" style="position:absolute;z-index:{251658240 + number};'
        f'mso-position-horizontal:center;mso-position-horizontal-relative:text" from="0,4pt" '
        f'to="{width_mm * 72 / 25.4:.1f}pt,4pt"'
        ' strokeweight=".75pt"/></w:pict>'
    )


def _shape(width_mm: float, number: int) -> str:
    wide = round(width_mm * 36000)
    return f"""<mc:AlternateContent {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="{251659264 + number}" behindDoc="0"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align>
</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>25400</wp:posOffset></wp:positionV><wp:extent cx="{wide}" cy="0"/>
<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{number}" name="Straight Connector {number}"/>
<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>
<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line id="Line {number}" style="position:absolute;z-index:{251659264 + number};
mso-position-horizontal:center;mso-position-horizontal-relative:text" from="0,2pt" to="{wide / 12700:.1f}pt,2pt" strokeweight=".75pt"/>
</w:pict></mc:Fallback></mc:AlternateContent>"""
