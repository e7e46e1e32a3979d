"""Makes template.docx (Mẫu 1.4 of Nghị định 30/2020) from the decree's numbers.

    kedraft template build ke-hoach            writes template.docx, and template.json: what kedraft reads in it
    kedraft template build ke-hoach --check    says whether both are what this builder makes

The file is one loop over blocks with one sample per role. Roles have paragraph styles with Vietnamese names, so an
office restyles a role in Word. Beside docxtpl's own tags it uses the layout tags that
kedraft.ooxml.template_parts explains.
"""

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from kedraft.decree import ND30_2020, Align, Component, Typography, half_points, mm, pt
from kedraft.model.document import Role
from kedraft.rendering.geometry import Geometry, geometry
from kedraft.rendering.metrics import width
from kedraft.rendering.tables import TABLE_SIZE

DECREE = ND30_2020
PAGE: Geometry = geometry(DECREE)
GAP = pt(DECREE.body.gap.default)
SINGLE = 240  # Word counts line spacing in 240ths of a line
BODY_LINE = round(SINGLE * DECREE.body.line_spacing.default)
FIRST_LINE = mm(DECREE.body.default_first_line)
RECIPIENTS_COLUMN = mm(74)
RULE_HEIGHT = pt(5)
TAG_COLOUR = "7F7F7F"
SIGNING_LINES = int(DECREE.signing_room.high)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# ---------------------------------------------------------------------------------------------------------- styles


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: the looks come from the decree's component, the gaps from here."""

    id: str
    name: str
    component: Component | None = None
    based_on: str = "Normal"
    before: int = 0
    after: int = 0
    line: int = SINGLE
    exact: bool = False
    first_line: int = 0
    keep_next: bool = False
    outline: int | None = None
    size: float | None = None
    bold: bool = False
    colour: str | None = None
    align: Align | None = None
    capitals: bool = False  # the words come as they are in the plan, Word shows them in capitals


C = Component
#: The decree's component and the style's Vietnamese name, role by role.
STYLES: tuple[Style, ...] = (
    Style("QuocHieu", "Quốc hiệu", C.NATIONAL_NAME),
    Style("TieuNgu", "Tiêu ngữ", C.MOTTO),
    Style("CoQuanChuQuan", "Cơ quan chủ quản", C.SUPERIOR),
    Style("CoQuanBanHanh", "Cơ quan ban hành", C.ISSUER),
    Style("SoKyHieu", "Số và ký hiệu", C.NUMBER, before=pt(3)),
    Style("DiaDanh", "Địa danh và thời gian", C.PLACE_AND_DATE, before=pt(3)),
    Style("DiaDanhDai", "Địa danh và thời gian - dòng dài", based_on="DiaDanh", size=13),
    Style("TenLoai", "Tên loại", C.DOCUMENT_TYPE, before=pt(18), keep_next=True),
    Style("TrichYeu", "Trích yếu", C.SUBJECT, keep_next=True),
    Style("DuongKe", "Đường kẻ", before=pt(2), line=RULE_HEIGHT, exact=True, size=1, align=Align.CENTER),
    Style("DuongKeTrichYeu", "Đường kẻ dưới trích yếu", based_on="DuongKe", after=pt(6)),
    Style("NoiDung", "Nội dung", C.BODY, before=GAP, line=BODY_LINE, first_line=FIRST_LINE),
    Style("CanCu", "Căn cứ", C.LEGAL_BASIS, "NoiDung"),
    Style("LoiMoDau", "Lời mở đầu", based_on="NoiDung"),
    Style("Phan", "Phần", C.PART, before=pt(12), keep_next=True, outline=0),
    Style("TieuDePhan", "Tiêu đề phần", C.PART_TITLE, keep_next=True, capitals=True),
    Style("Muc", "Mục", C.SECTION, "NoiDung", keep_next=True, outline=1, capitals=True),
    Style("KhoanCoTieuDe", "Khoản có tiêu đề", C.HEADING, "NoiDung", keep_next=True, outline=2),
    Style("Khoan", "Khoản", C.CLAUSE, "NoiDung"),
    Style("Diem", "Điểm", C.POINT, "NoiDung"),
    Style("GachDauDong", "Gạch đầu dòng", based_on="NoiDung"),
    Style("DauCong", "Dấu cộng", based_on="NoiDung"),
    Style("DoanVan", "Đoạn văn", based_on="NoiDung"),
    Style("DoanKet", "Đoạn kết", based_on="NoiDung", after=pt(12), keep_next=True),
    Style("NoiNhan", "Nơi nhận", C.RECIPIENTS_HEADING),
    Style("DanhSachNoiNhan", "Danh sách nơi nhận", C.RECIPIENTS),
    Style("QuyenHan", "Quyền hạn và chức vụ", C.AUTHORITY),
    Style("ChoKy", "Chỗ ký", C.SIGNER),
    Style("HoTen", "Họ tên người ký", C.SIGNER),
    Style("PhuLuc", "Phụ lục", C.ANNEX_LABEL, keep_next=True, outline=0),
    Style("TenPhuLuc", "Tên phụ lục", C.ANNEX_TITLE, keep_next=True, capitals=True),
    Style("KemTheo", "Kèm theo", C.ANNEX_NOTE, after=pt(6)),
    Style(
        "BangTieuDe",
        "Bảng - tiêu đề",
        size=TABLE_SIZE,
        bold=True,
        align=Align.CENTER,
        before=pt(2),
        after=pt(2),
        keep_next=True,
    ),
    Style("BangNoiDung", "Bảng - nội dung", size=TABLE_SIZE, align=Align.LEFT, before=pt(2), after=pt(2)),
    Style("BangSo", "Bảng - số", based_on="BangNoiDung", align=Align.CENTER),
    Style("TruocBang", "Trước bảng", line=GAP, exact=True, size=1, keep_next=True),
    Style("HetPhan", "Hết phần", line=20, exact=True, size=1),
    Style("SoTrang", "Số trang", C.PAGE_NUMBER),
    Style("LenhMau", "Lệnh của mẫu", size=9, colour=TAG_COLOUR),
)


def style_xml(style: Style) -> str:
    """One `w:style`."""
    look = DECREE.type_of(style.component) if style.component else None
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{escape(style.name)}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:qFormat/>'
        f"<w:pPr>{'<w:keepNext/>' if style.keep_next else ''}{gaps(style)}{indents(style)}{alignment(style, look)}"
        f"{outline}</w:pPr><w:rPr>{letters(style, look)}</w:rPr></w:style>"
    )


def gaps(style: Style) -> str:
    """Spacing, left out where the style on which this one is based already has it."""
    if style.based_on == "NoiDung":
        return f'<w:spacing w:after="{style.after}"/>' if style.after else ""
    if style.based_on != "Normal":
        return f'<w:spacing w:after="{style.after}"/>' if style.after else ""
    rule = "exact" if style.exact else "auto"
    return f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" w:lineRule="{rule}"/>'


def indents(style: Style) -> str:
    """The indent of the first line, where there is one."""
    return f'<w:ind w:firstLine="{style.first_line}"/>' if style.first_line else ""


def alignment(style: Style, look: Typography | None) -> str:
    """The decree's alignment, or the style's own."""
    align = look.align if look and style.based_on != "NoiDung" else style.align
    return f'<w:jc w:val="{align}"/>' if align else ""


def letters(style: Style, look: Typography | None) -> str:
    """Weight, slant, case, colour, size, in the order of the schema."""
    bold, italic = (look.bold, look.italic) if look else (style.bold, False)
    size = _own_size(style, look)
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + ("<w:caps/>" if style.capitals else "")
        + (f'<w:color w:val="{style.colour}"/>' if style.colour else "")
        + (f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>' if size else "")
    )


def _own_size(style: Style, look: Typography | None) -> float | None:
    """The letter size; that of the text is set in one style, so that an office changes it in one place."""
    size = look.size.default if look else style.size
    return None if style.based_on == "NoiDung" and size == DECREE.type_of(C.BODY).size.default else size


def styles_xml() -> str:
    """styles.xml: defaults, Normal, the roles."""
    font = DECREE.page.font
    size = half_points(DECREE.type_of(Component.BODY).size.default)
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="{SINGLE}" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(style_xml(style) for style in STYLES)}</w:styles>"
    )


# ------------------------------------------------------------------------------------------------------ paragraphs


def run(text: str) -> str:
    """A run in its paragraph's style."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(style: str, text: str = "", properties: str = "") -> str:
    """A paragraph; `properties` come after the style, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{run(text)}</w:p>'


def tag(text: str, kind: str = "p", properties: str = "") -> str:
    """A paragraph that holds only a tag; it is gone from the result."""
    return paragraph("LenhMau", f"{{%{kind} {text} %}}", properties)


def rule(style: str, inset: int | str) -> str:
    """A line: an empty low paragraph with a border above; `inset` is its indent, or the field that says it."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    if isinstance(inset, int):
        return paragraph(style, "", f'{border}<w:ind w:left="{inset}" w:right="{inset}"/>')
    return paragraph(style, f"{{% inset {inset} %}}", border)


def each(field: str, sample: str) -> str:
    """A sample line repeated for each line of `field`."""
    return tag(f"for line in {field}") + sample + tag("endfor")


def cell(size: int, content: str, *, bottom: bool = False) -> str:
    """A cell `size` twips wide."""
    align = '<w:vAlign w:val="bottom"/>' if bottom else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{align}</w:tcPr>{content}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """A row that no page end splits."""
    repeat = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def tag_row(text: str) -> str:
    """A row that holds only a tag."""
    return f"<w:tr>{cell(PAGE.text, tag(text, 'tr'))}</w:tr>"


def tag_cell(text: str) -> str:
    """A cell that holds only a tag."""
    return cell(mm(20), tag(text, "tc"))


def plain_table(columns: tuple[int, int], *rows: str) -> str:
    """A table without borders or inner margins."""
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


# ------------------------------------------------------------------------------------------------------- the parts


def letterhead() -> str:
    """Ô 1 and 2 above ô 3 and 4, in two rows so that number and date are level."""
    words = DECREE.literals
    motto = words.motto.text
    below_motto = (PAGE.right - width(motto, DECREE.type_of(Component.MOTTO).size.default, "bold")) // 2
    left = (
        each("letterhead.superior", paragraph("CoQuanChuQuan", "{{ line }}"))
        + each("letterhead.issuer", paragraph("CoQuanBanHanh", "{{ line }}"))
        + rule("DuongKe", "letterhead.issuer_rule")
    )
    right = paragraph("QuocHieu", words.national_name.text) + paragraph("TieuNgu", motto) + rule("DuongKe", below_motto)
    dated = (
        tag("if letterhead.long_place_and_date")
        + paragraph("DiaDanhDai", "{{ letterhead.place_and_date }}")
        + tag("else")
        + paragraph("DiaDanh", "{{ letterhead.place_and_date }}")
        + tag("endif")
    )
    return plain_table(
        (PAGE.left, PAGE.right),
        row(cell(PAGE.left, left), cell(PAGE.right, right)),
        row(
            cell(PAGE.left, paragraph("SoKyHieu", "{{ letterhead.number }}"), bottom=True),
            cell(PAGE.right, dated, bottom=True),
        ),
    )


def heading() -> str:
    """Ô 5a."""
    return (
        paragraph("TenLoai", "{{ document_type }}")
        + paragraph("TrichYeu", "{{ subject }}{% inset subject_inset %}")
        + rule("DuongKeTrichYeu", "subject_rule")
    )


def signature() -> str:
    """Ô 9b and 7a-c: one row, so that neither half leaves the other."""
    left = paragraph("NoiNhan", DECREE.literals.recipients.text) + each(
        "block.signature.recipients", paragraph("DanhSachNoiNhan", "{{ line }}")
    )
    right = (
        each("block.signature.office", paragraph("QuyenHan", "{{ line }}"))
        + paragraph("ChoKy") * SIGNING_LINES
        + tag("if block.signature.second_position")
        + paragraph("QuyenHan", "{{ block.signature.second_position }}")
        + tag("endif")
        + paragraph("HoTen", "{{ block.signature.name }}")
    )
    office = PAGE.text - RECIPIENTS_COLUMN
    return plain_table((RECIPIENTS_COLUMN, office), row(cell(RECIPIENTS_COLUMN, left), cell(office, right)))


def data_table() -> str:
    """A table of the text: header rows repeat, columns and spans come from the data."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    loop = (tag_cell("for cell in row.cells"), tag_cell("endfor"))
    column_title = paragraph("BangTieuDe", "{{r line.runs }}{% span cell %}{% grid block.table %}")
    header = cell(mm(40), each("cell.lines", column_title))
    body = cell(
        mm(40),
        tag("for line in cell.lines")
        + tag("if cell.figure")
        + paragraph("BangSo", "{{r line.runs }}{% keep row %}")
        + tag("else")
        + paragraph("BangNoiDung", "{{r line.runs }}{% span cell %}{% keep row %}")
        + tag("endif")
        + tag("endfor"),
    )
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in (mm(20), mm(40), mm(20)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{tag_row('for row in block.table.header')}{row(loop[0], header, loop[1], header=True)}{tag_row('endfor')}"
        f"{tag_row('for row in block.table.rows')}{row(loop[0], body, loop[1])}{tag_row('endfor')}"
        "</w:tbl>"
    )


def section(*, landscape: bool) -> str:
    """`w:sectPr`: A4, the decree's margins, page number from the second page on."""
    page = DECREE.page
    size = (mm(page.width), mm(page.height))
    wide, high = reversed(size) if landscape else size
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"{" w:orient=" + chr(34) + "landscape" + chr(34) if landscape else ""}/>'
        f'<w:pgMar w:top="{mm(page.top.default)}" w:right="{mm(page.right.default)}" '
        f'w:bottom="{mm(page.bottom.default)}" w:left="{mm(page.left.default)}" '
        f'w:header="{mm(page.header_distance)}" w:footer="{mm(page.header_distance)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


ROLE_STYLES: dict[Role, str] = {
    Role.CLAUSE: "Khoan",
    Role.DASH: "GachDauDong",
    Role.POINT: "Diem",
    Role.HEADING: "KhoanCoTieuDe",
    Role.PARAGRAPH: "DoanVan",
    Role.PLUS: "DauCong",
    Role.SECTION: "Muc",
    Role.BASIS: "CanCu",
    Role.OPENING: "LoiMoDau",
    Role.PART: "Phan",
    Role.PART_TITLE: "TieuDePhan",
    Role.CLOSING: "DoanKet",
}
#: LibreOffice forgets the page number of later pages in a section that has only one: in the template, annexes have a second.
SECOND_PAGE = "<w:pageBreakBefore/>"


def samples() -> dict[Role, str]:
    """One sample per role, the most frequent first; then what ends the plan, and its annexes on a page of their own."""
    words = "{{r block.runs }}"
    return {role: paragraph(style, words) for role, style in ROLE_STYLES.items()} | {
        Role.SIGNATURE: signature(),
        # the words keep LibreOffice from moving the section's end to the paragraph before
        Role.PORTRAIT_ENDS: paragraph("HetPhan", "{# hết phần trang đứng #}", section(landscape=False)),
        Role.ANNEX_LABEL: paragraph("PhuLuc", words),
        Role.ANNEX_TITLE: paragraph("TenPhuLuc", f"{words}{{% inset block.inset %}}"),
        Role.ANNEX_NOTE: paragraph("KemTheo", f"{words}{{% inset block.inset %}}"),
        Role.TABLE: paragraph("TruocBang") + data_table(),
        Role.LANDSCAPE_ENDS: paragraph("HetPhan", "{# hết phần trang ngang #}", section(landscape=True)),
    }


def blocks() -> str:
    """The one loop."""
    body = ""
    for role, sample in samples().items():
        turned = SECOND_PAGE if role is Role.LANDSCAPE_ENDS else ""
        body += tag(f"{'elif' if body else 'if'} block.role == '{role}'", properties=turned) + sample
    return tag("for block in blocks") + body + tag("endif") + tag("endfor", properties=SECOND_PAGE)


def document_xml() -> str:
    """document.xml."""
    tail = paragraph("HetPhan", "{% section ends_landscape %}", section(landscape=True)) + paragraph("HetPhan")
    return (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{letterhead()}{heading()}{blocks()}{tail}"
        f"{section(landscape=False)}</w:body></w:document>"
    )


def header_xml(*, number: bool) -> str:
    """A page header: the page's number in the middle, or nothing."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    content = paragraph("SoTrang").replace("</w:p>", f"{field}</w:p>") if number else paragraph("SoTrang")
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>"


SETTINGS = (
    f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{FIRST_LINE}"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/></w:settings>'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
    f'<Override PartName="/word/header2.xml" ContentType="{_TYPE}.header+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{R}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{R}/header" Target="header1.xml"/>'
    f'<Relationship Id="rId4" Type="{R}/header" Target="header2.xml"/></Relationships>'
)
CORE = (
    f"{DECLARATION}<cp:coreProperties "
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}</dc:title><dc:creator>{{ author }}</dc:creator>'
    "<dc:language>vi-VN</dc:language><dc:subject/><dc:description/><dc:identifier/></cp:coreProperties>"
)


def build() -> bytes:
    """The template's bytes; the same on every machine."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/core.xml": CORE,
        "word/document.xml": document_xml(),
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": styles_xml(),
        "word/settings.xml": SETTINGS,
        "word/header1.xml": header_xml(number=True),
        "word/header2.xml": header_xml(number=False),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, text.encode("utf-8"), compresslevel=9)
    return out.getvalue()
