"""The view: effective formatting from every level, sections, lines, boxes, fields, tracked changes."""

import pytest

from kedraft.ooxml.package import pack
from kedraft.ooxml.view import DocxView, Paragraph, view

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:v="urn:schemas-microsoft-com:vml"'
ROOTS = {"document": "document", "styles": "styles", "numbering": "numbering", "settings": "settings", "header": "hdr"}


def make(body: str, **parts: str) -> DocxView:
    """A file whose body, styles, numbering, theme and header are the XML given."""
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    names = {kind: f"{kind}.xml" for kind in parts}
    links = "".join(f'<Relationship Id="r-{kind}" Type="{R}/{kind}" Target="{name}"/>' for kind, name in names.items())
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{links}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    for part, xml in parts.items():
        files[f"word/{names[part]}"] = (
            f"<w:{ROOTS[part]} {SPACES}>{xml}</w:{ROOTS[part]}>"
            if part in ROOTS
            else f"<a:theme {SPACES}>{xml}</a:theme>"
        )
    return view(pack({name: text.encode() for name, text in files.items()}), "x.docx")


def p(text: str = "chữ", run: str = "", about: str = "") -> str:
    return f"<w:p><w:pPr>{about}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def style(
    key: str, run: str = "", about: str = "", kind: str = "paragraph", based: str = "", default: bool = False
) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{key}"><w:name w:val="{key}"/>{base}<w:pPr>{about}</w:pPr><w:rPr>{run}</w:rPr></w:style>'


def defaults(run: str = "", about: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{about}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def only(made: DocxView) -> Paragraph:
    [paragraph] = made.paragraphs
    return paragraph


def in_style(key: str) -> str:
    return f'<w:pStyle w:val="{key}"/>'


def test_sizes_come_from_defaults_styles_and_runs_in_that_order() -> None:
    styles = defaults('<w:sz w:val="20"/>') + style("Goc", '<w:sz w:val="24"/>') + style("Con", based="Goc")
    body = (
        p() + p(about=in_style("Goc")) + p(about=in_style("Con")) + p(run='<w:sz w:val="30"/>', about=in_style("Con"))
    )
    assert [one.runs[0].letters.size for one in make(body, styles=styles).paragraphs] == [10, 12, 12, 15]


def test_toggles_of_paragraph_and_character_style_cancel_out_and_direct_formatting_wins() -> None:
    styles = style("Dam", "<w:b/>") + style("Manh", "<w:b/>", kind="character")
    strong = '<w:rStyle w:val="Manh"/>'
    body = p(run=strong) + p(run=strong, about=in_style("Dam")) + p(run=strong + "<w:b/>", about=in_style("Dam"))
    assert [one.runs[0].letters.bold for one in make(body, styles=styles).paragraphs] == [True, False, True]


def test_a_toggle_set_by_the_defaults_stays() -> None:
    styles = defaults("<w:i/>") + style("Thuong", '<w:i w:val="0"/>')
    body = p(about=in_style("Thuong")) + p(run='<w:i w:val="0"/>')
    assert [one.runs[0].letters.italic for one in make(body, styles=styles).paragraphs] == [True, False]


def test_fonts_of_the_theme_are_named() -> None:
    theme = '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Cambria"/></a:minorFont></a:fontScheme></a:themeElements>'
    styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    body = p() + p(run='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')
    made = make(body, styles=styles, theme=theme)
    assert [one.runs[0].letters.font for one in made.paragraphs] == ["Cambria", "Times New Roman"]


@pytest.mark.parametrize(
    ("above", "own", "first"),
    [
        ('<w:ind w:firstLine="720"/>', "", 720),
        ('<w:ind w:firstLine="720"/>', '<w:ind w:firstLine="567"/>', 567),
        ('<w:ind w:firstLine="720"/>', '<w:ind w:hanging="360"/>', -360),
        ('<w:ind w:hanging="360"/>', '<w:ind w:firstLine="0"/>', 0),
        ('<w:ind w:firstLine="720"/>', '<w:ind w:left="200"/>', 720),
        ('<w:sz w:val="28"/>', '<w:ind w:firstLineChars="200"/>', 400),
    ],
)
def test_first_lines(above: str, own: str, first: int) -> None:
    made = only(make(p(about=in_style("S") + own), styles=style("S", about=above)))
    assert made.format.first_line == first


def test_the_indent_of_a_list_stands_between_style_and_paragraph() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    styles = style("S", about='<w:ind w:firstLine="567"/>') + style("T", about=listed + '<w:ind w:firstLine="567"/>')
    body = (
        p(about=in_style("S") + listed)
        + p(about=listed + '<w:ind w:left="0" w:firstLine="720"/>')
        + p(about=in_style("T"))
    )
    made = make(body, styles=styles, numbering=numbering)
    assert [(one.label, one.format.left, one.format.first_line) for one in made.paragraphs] == [
        ("1.", 720, -360),
        ("2.", 0, 720),
        ("3.", 720, 567),
    ]


def test_a_table_style_is_below_the_paragraph_style_and_knows_its_first_row() -> None:
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:sz w:val="40"/></w:rPr></w:tblStylePr>'
    table_style = style("B", '<w:sz w:val="18"/>', '<w:jc w:val="center"/>', "table").replace(
        "</w:style>", first + "</w:style>"
    )
    cell = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{}</w:tc>'
    rows = "".join(f"<w:tr>{cell.format(p(about=about))}</w:tr>" for about in ("", "", in_style("S")))
    look = '<w:tblLook w:val="0020"/>'
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="B"/>{look}</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>{rows}</w:tbl>'
    made = make(table, styles=table_style + style("S", '<w:sz w:val="26"/>', '<w:jc w:val="both"/>'))
    found = [(one.runs[0].letters.size, one.format.align, one.cell and one.cell.row) for one in made.paragraphs]
    assert found == [(20, "center", 0), (9, "center", 1), (13, "both", 2)]
    assert made.paragraphs[0].cell is not None
    assert made.paragraphs[0].cell.width == 3000 - 216


def test_spacing_keeps_what_the_upper_level_does_not_say() -> None:
    styles = defaults(about='<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>')
    made = only(make(p(about='<w:spacing w:before="120"/>'), styles=styles)).format
    assert (made.before, made.after, made.line, made.line_rule) == (120, 160, 259, "auto")
    auto = only(make(p(about='<w:spacing w:before="0" w:beforeAutospacing="1"/>'))).format
    assert auto.before == 280


def test_colours_of_the_theme_that_print_black_are_auto() -> None:
    body = p(run='<w:color w:val="000000" w:themeColor="text1"/>') + p(
        run='<w:color w:val="0070c0" w:themeColor="accent1"/>'
    )
    assert [one.runs[0].letters.colour for one in make(body).paragraphs] == ["auto", "0070C0"]


def test_sections_with_their_headers_and_page_numbers() -> None:
    reference = '<w:headerReference w:type="default" r:id="r-header"/>'
    page = (
        '<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:gutter="0"/>'
    )
    upright, across = page.format(11906, 16838, ""), page.format(16838, 11906, ' w:orient="landscape"')
    body = (
        p(about=f"<w:sectPr>{reference}{upright}<w:titlePg/></w:sectPr>")
        + p()
        + f'<w:sectPr>{across}<w:pgNumType w:fmt="upperRoman" w:start="3"/></w:sectPr>'
    )
    field = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    made = make(body, header=field)
    first, last = made.sections
    assert (first.landscape, first.left, first.right, first.title_page, first.number_start) == (
        False,
        1701,
        850,
        True,
        None,
    )
    assert (last.landscape, last.number_form, last.number_start, last.first) == (True, "upperRoman", 3, 2)
    assert last.note("header", "default") == first.note("header", "default")
    note = first.note("header", "default")
    assert note is not None
    assert [run.field for run in note.paragraphs[0].runs] == ["PAGE"]
    assert note.paragraphs[0].number == 0
    assert [one.section for one in made.paragraphs] == [0, 1]


def test_lines_are_measured_in_twips() -> None:
    vml = '<w:p><w:r><w:pict><v:line from="0,2pt" to="62.4pt,2pt"><v:stroke dashstyle="dash"/></v:line></w:pict></w:r></w:p>'
    [drawn] = only(make(vml)).drawn
    assert (drawn.length, drawn.solid) == (1248, False)


def test_paragraphs_in_a_text_box_have_the_number_of_the_one_it_hangs_on() -> None:
    box = f'<w:p><w:r><w:pict><v:shape style="width:100pt;margin-left:20pt"><v:textbox><w:txbxContent>{p("hộp")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>'
    made = make(p("một") + box + p("ba"))
    assert [(one.number, one.text, one.box is not None) for one in made.paragraphs] == [
        (1, "một", False),
        (2, "", False),
        (2, "hộp", True),
        (3, "ba", False),
    ]
    assert made.paragraphs[2].box is not None
    assert (made.paragraphs[2].box.width, made.paragraphs[2].box.left) == (2000, 400)


def test_tracked_changes_comments_and_hidden_words_are_counted_and_deleted_words_are_gone() -> None:
    body = (
        '<w:p><w:ins w:id="1"><w:r><w:t>mới</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    made = only(make(body))
    assert (made.text, made.changes, made.comments, made.hidden) == ("mới", 2, 1, True)


def test_capitals_letters_apart_and_old_fonts_are_told() -> None:
    body = p("Kế hoạch", "<w:caps/>") + p("Kê\u0301") + p("Céng hßa", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')
    capital, apart, old = make(body).paragraphs
    assert capital.text == "KẾ HOẠCH"
    assert (apart.text, apart.decomposed) == ("Kế", True)
    assert (old.text, old.decomposed) == ("Cộng hòa", False)


def test_a_field_shows_its_result_and_not_its_code() -> None:
    body = '<w:p><w:r><w:t>trang </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    made = only(make(body))
    assert made.text == "trang 7"
    assert made.runs[-1].field == "PAGE"
