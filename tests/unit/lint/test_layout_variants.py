"""Correct documents as offices make them: headers in tables, tabs, text boxes, one cell; other types of documents. None fires."""

from collections.abc import Sequence

import pytest

from kedraft.decree import ND30_2020
from kedraft.lint.layout import check_layout
from kedraft.lint.layout_parts import find_parts
from kedraft.ooxml.package import pack
from kedraft.ooxml.view import view

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr>'
    '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11907" w:h="16840"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
HEADER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def r(text: str, size: float = 14, look: str = "", extra: str = "") -> str:
    marks = "".join(f"<w:{mark}/>" for mark in look)
    body = "".join({"\t": "<w:tab/>", "\n": "<w:br/>"}.get(one, one) for one in _parts(text))
    return f'<w:r><w:rPr>{marks}<w:sz w:val="{round(size * 2)}"/></w:rPr>{body}{extra}</w:r>'


def _parts(text: str) -> Sequence[str]:
    out: list[str] = []
    for line in text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0"):
        if line in ("\t", "\n"):
            out.append(line)
        elif line:
            out.append(f'<w:t xml:space="preserve">{line}</w:t>')
    return out


def p(*runs: str, jc: str = "center", about: str = "") -> str:
    return f'<w:p><w:pPr>{about}<w:jc w:val="{jc}"/></w:pPr>{"".join(runs)}</w:p>'


def body(text: str, look: str = "") -> str:
    return p(r(text, look=look), jc="both", about='<w:spacing w:before="120"/><w:ind w:firstLine="720"/>')


def line(width: int) -> str:
    """A line as Word 2003 draws it."""
    return (
        f'<w:r><w:pict><v:line style="position:absolute;left:0" from="0,2pt" to="{width / 20}pt,2pt"/></w:pict></w:r>'
    )


def drawing(width: int, offset: int = 0) -> str:
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>'
        f'{offset * 635}</wp:posOffset></wp:positionH><wp:extent cx="{width * 635}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="straightConnector1"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def table(widths: Sequence[int], *rows: Sequence[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    lines = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for one, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def docx(content: str, section: str = SECTION) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/header" Target="header1.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {SPACES}>{STYLES}</w:styles>",
        "word/header1.xml": f"<w:hdr {SPACES}>{HEADER}</w:hdr>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{content}{section}</w:body></w:document>",
    }
    return pack({name: text.encode() for name, text in parts.items()})


NATION, MOTTO = r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"), r("Độc lập - Tự do - Hạnh phúc", 14, "b")
NUMBER, DATED = r("Số: 15/KH-UBND", 13), r("Ba Sơn, ngày 05 tháng 02 năm 2026", 14, "i")
ISSUER = r("ỦY BAN NHÂN DÂN", 13, "b"), r("XÃ BA SƠN", 13, "b")
MOTTO_LINE, ISSUER_LINE, SUBJECT_LINE = 3150, 900, 1700


def header_table(left: str = "", right: str = "", number: str = NUMBER) -> str:
    left = left or p(ISSUER[0]) + p(ISSUER[1], line(ISSUER_LINE))
    right = right or p(NATION) + p(MOTTO, line(MOTTO_LINE))
    return table((3700, 5700), (left, right), (p(number), p(DATED)))


def title(subject: str = "Chuyển đổi số xã Ba Sơn năm 2026", kind: str = "KẾ HOẠCH", rule: int = SUBJECT_LINE) -> str:
    return p(r(kind, 14, "b"), about='<w:spacing w:before="240"/>') + p(r(subject, 14, "b")) + p(drawing(rule, 3800))


TEXT = (
    body("Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2026 như sau:")
    + body("I. MỤC ĐÍCH, YÊU CẦU", "b")
    + body("1. Mục đích", "b")
    + body("a) Nâng cao nhận thức của người dân về chuyển đổi số.")
    + body("- Các thôn tổ chức thực hiện các nhiệm vụ được giao. " * 60)
)
CLOSING = p(
    r("Trên đây là Kế hoạch chuyển đổi số năm 2026./."),
    jc="both",
    about='<w:keepNext/><w:spacing w:before="120"/><w:ind w:firstLine="720"/>',
)
LABEL = p(r("Nơi nhận:", 12, "bi"), jc="left")
LIST = "".join(p(r(text, 11), jc="left") for text in ("- UBND tỉnh (b/c);", "- Các thôn;", "- Lưu: VT, VHXH."))
SIGN = (
    p(r("TM. ỦY BAN NHÂN DÂN", 13, "b"))
    + p(r("KT. CHỦ TỊCH", 13, "b"))
    + p(r("PHÓ CHỦ TỊCH", 13, "b"))
    + p() * 4
    + p(r("Phạm Thị D", 14, "b"))
)


def foot(sign: str = SIGN) -> str:
    return table((4200, 5200), (LABEL + LIST, sign))


def two_columns(left: str, right: str, jc: str = "left") -> str:
    return p(left, r("\t"), right, jc=jc)


def box(content: str, left: int, width: int) -> str:
    return (
        f'<w:r><w:pict><v:shape style="position:absolute;margin-left:{left / 20}pt;width:{width / 20}pt;height:60pt">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


TABBED = (
    two_columns(ISSUER[0], NATION)
    + two_columns(ISSUER[1], MOTTO)
    + p(line(ISSUER_LINE), drawing(MOTTO_LINE, 5200), jc="left")
    + two_columns(NUMBER, DATED)
)
SPACED = (
    p(ISSUER[0], r("          "), NATION, jc="left")
    + p(ISSUER[1], r("                     "), MOTTO, jc="left")
    + p(line(ISSUER_LINE), drawing(MOTTO_LINE, 5200), jc="left")
    + p(NUMBER, r("                  "), DATED, jc="left")
)
BOXED = p(
    box(p(*ISSUER[:1]) + p(ISSUER[1], line(ISSUER_LINE)) + p(NUMBER), 0, 3600),
    box(p(NATION) + p(MOTTO, line(MOTTO_LINE)) + p(DATED), 3900, 5500),
    jc="left",
)
ONE_ROW = table(
    (3700, 5700),
    (
        p(*ISSUER[:1]) + p(ISSUER[1], line(ISSUER_LINE)) + p(NUMBER),
        p(NATION) + p(MOTTO, line(MOTTO_LINE)) + p(DATED),
    ),
)
THREE_COLUMNS = table(
    (3700, 200, 5500),
    (p(*ISSUER[:1]) + p(ISSUER[1], line(ISSUER_LINE)), p(), p(NATION) + p(MOTTO, line(MOTTO_LINE))),
    (p(NUMBER), p(), p(DATED)),
)
BROKEN_LINES = header_table(
    p(r("ỦY BAN NHÂN DÂN\nXÃ BA SƠN", 13, "b")) + p(line(ISSUER_LINE)),
    p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"), r("\nĐộc lập - Tự do - Hạnh phúc", 14, "b"))
    + p(line(MOTTO_LINE)),
)
LINES_ON_THE_FIRST = header_table(
    p(ISSUER[0], drawing(ISSUER_LINE, 1300)) + p(ISSUER[1]), p(NATION, drawing(MOTTO_LINE, 1200)) + p(MOTTO)
)
DEPARTMENT = header_table(
    p(r("UBND TỈNH LẠNG SƠN", 13)) + p(r("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 13, "b"), line(1600)),
    number=r("Số:        /KH-SKHCN", 13),
)
WITH_SPACE_LINES = header_table() + p() + title() + p()
OPEN_FOOT = two_columns(r("Nơi nhận:", 12, "bi"), r("TM. ỦY BAN NHÂN DÂN", 13, "b")) + (
    two_columns(r("- UBND tỉnh (b/c);", 11), r("CHỦ TỊCH", 13, "b"))
    + p(r("- Lưu: VT.", 11), jc="left")
    + p()
    + two_columns(r(""), r("Phạm Thị D", 14, "b"))
)
PARTS = p(r("Phần I", look="b"), about='<w:spacing w:before="240"/>') + p(r("TÌNH HÌNH THỰC HIỆN", look="b")) + TEXT
DECISION = (
    header_table(number=r("Số: 15/QĐ-UBND", 13))
    + title("Về việc ban hành Quy chế làm việc của Ủy ban nhân dân xã", "QUYẾT ĐỊNH", 2800)
    + p(r("ỦY BAN NHÂN DÂN XÃ BA SƠN", look="b"), about='<w:spacing w:before="120"/>')
    + body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "i")
    + body("Theo đề nghị của Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã.", "i")
    + p(r("QUYẾT ĐỊNH:", look="b"), about='<w:spacing w:before="120"/>')
    + p(
        r("Điều 1. ", look="b"),
        r("Ban hành kèm theo Quyết định này Quy chế làm việc. " * 60),
        jc="both",
        about='<w:spacing w:before="120"/><w:ind w:firstLine="720"/>',
    )
    + CLOSING
    + foot()
)
LETTER = (
    header_table(number=r("Số: 15/UBND-VHXH", 13) + r("\nV/v tổng kết phong trào", 12))
    + p(r("Kính gửi: Sở Khoa học và Công nghệ."), about='<w:spacing w:before="240"/>')
    + body("Thực hiện Công văn số 12/SKHCN-CĐS ngày 05/01/2026, Ủy ban nhân dân xã báo cáo như sau. " * 40)
    + CLOSING
    + foot()
)

VARIANTS = {
    "table": header_table() + title() + TEXT + CLOSING + foot(),
    "tabs": TABBED + title() + TEXT + CLOSING + foot(),
    "spaces": SPACED + title() + TEXT + CLOSING + foot(),
    "text boxes": BOXED + title() + TEXT + CLOSING + foot(),
    "one row": ONE_ROW + title() + TEXT + CLOSING + foot(),
    "three columns": THREE_COLUMNS + title() + TEXT + CLOSING + foot(),
    "soft line ends": BROKEN_LINES + title() + TEXT + CLOSING + foot(),
    "shapes hang on the first lines": LINES_ON_THE_FIRST + title() + TEXT + CLOSING + foot(),
    "department": DEPARTMENT + title() + TEXT + CLOSING + foot(),
    "blank lines": WITH_SPACE_LINES + TEXT + CLOSING + foot(),
    "foot by tabs": header_table() + title() + TEXT + CLOSING + OPEN_FOOT,
    "parts": header_table() + title() + PARTS + CLOSING + foot(),
    "decision": DECISION,
    "letter": LETTER,
}


def shown(data: bytes) -> list[str]:
    return [f"{f.severity} {f.rule} {f.where}: {f.message}" for f in check_layout(view(data, "x.docx"))]


@pytest.mark.parametrize("name", VARIANTS)
def test_a_correct_document_has_nothing_but_advice(name: str) -> None:
    assert [one for one in shown(docx(VARIANTS[name])) if not one.startswith("info ND30-KY-09")] == []


@pytest.mark.parametrize("name", [name for name in VARIANTS if name != "letter"])
def test_every_part_is_found(name: str) -> None:
    parts = find_parts(view(docx(VARIANTS[name]), "x.docx"), ND30_2020)
    assert parts.national
    assert parts.motto
    assert "".join(one.text for one in parts.issuer).startswith(("ỦY BAN NHÂN DÂN", "SỞ"))
    assert parts.number is not None
    assert parts.number.text.startswith("Số:")
    assert parts.dated is not None
    assert parts.dated.text.startswith("Ba Sơn, ngày")
    assert parts.title
    assert len(parts.subject) == 1
    assert parts.recipients_label
    assert parts.office[0].text.startswith("TM.")
    assert parts.name is not None
    assert parts.name.text == "Phạm Thị D"
    assert parts.recipients[-1].text.startswith("- Lưu: VT")
