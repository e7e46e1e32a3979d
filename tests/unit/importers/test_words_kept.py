"""The law of reading: every word that a file shows is in what was read, whatever its format and however it is built."""

import html
import re
from collections import Counter
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from mini_docx import cell, docx, item, lists, lvl, p, row, run, table
from mini_pdf import Sheet, pdf

from kedraft.importers.account import words
from kedraft.importers.docx import read_docx
from kedraft.importers.html import read_html
from kedraft.importers.pdf import read_pdf
from kedraft.importers.text import read_text
from kedraft.model.source import SourceText
from kedraft.vietnamese.text import clean

WORD = st.sampled_from(["Kế", "hoạch", "số", "5/KH-UBND", "I.", "1.", "a)", "-", "9%", "<5", "&", "./.", "Nơi nhận:", "UBND", "2", "Trang 3", "|", "**đậm**", "1) ", "12/"])  # fmt: skip
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)


def kept(shown: str, source: SourceText) -> None:
    """Fails with the letters that were shown and not read."""
    read = "".join(f"{one.label or ''}{one.text.text}" for one in source.paragraphs())
    lost = Counter("".join(clean(shown).split())) - Counter("".join(read.split()))
    assert not lost, f"lost {dict(lost)}"


# --- Word -------------------------------------------------------------------------------------------------------------

Made = tuple[str, str]  # XML, and the words that it shows
HIDDEN, DELETED = "<w:vanish/>", '<w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>'
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


def _wrapped(tag: str) -> Callable[[Made], Made]:
    return lambda made: (f'<w:{tag} w:id="1" w:author="a">{made[0]}</w:{tag}>', made[1])


RUN = WORDS.map(lambda text: (run(text), text))
INLINE = st.one_of(
    RUN,
    RUN.map(_wrapped("ins")),
    RUN.map(_wrapped("smartTag")),
    RUN.map(lambda made: (f'<w:hyperlink w:anchor="a">{made[0]}</w:hyperlink>', made[1])),
    RUN.map(lambda made: (f"<w:sdt><w:sdtContent>{made[0]}</w:sdtContent></w:sdt>", made[1])),
    RUN.map(lambda made: (f'<w:fldSimple w:instr="REF a">{made[0]}</w:fldSimple>', made[1])),
    WORDS.map(lambda text: (run(text, HIDDEN), text)),
    WORDS.map(lambda text: (BOX.format(p(run(text))), text)),
    st.just((DELETED, "")),
    st.just(('<w:r><w:footnoteReference w:id="2"/></w:r>', "")),
    st.sampled_from(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"]).map(lambda xml: (xml, "")),
)


def _gathered(parts: list[Made]) -> Made:
    return "".join(xml for xml, _ in parts), " ".join(words for _, words in parts)


LOOKS = st.sampled_from(["", '<w:jc w:val="center"/>', '<w:pStyle w:val="TOC1"/>', '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>', "<w:rPr><w:specVanish/><w:vanish/></w:rPr>"])  # fmt: skip
PARAGRAPH = st.one_of(
    st.tuples(st.lists(INLINE, max_size=4).map(_gathered), LOOKS).map(
        lambda made: (p(made[0][0], made[1]), made[0][1])
    ),
    WORDS.map(lambda text: (item(run(text)), text)),
)
MERGES = st.sampled_from(["", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:hMerge w:val="continue"/>', '<w:gridSpan w:val="-3"/>'])  # fmt: skip


def _table(blocks: st.SearchStrategy[Made]) -> st.SearchStrategy[Made]:
    held = st.lists(blocks, min_size=1, max_size=3).map(_gathered)
    cells = st.tuples(held, MERGES).map(lambda made: (cell(made[0][0], made[1]), made[0][1]))
    rows = st.lists(cells, max_size=3).map(_gathered).map(lambda made: (row(made[0]), made[1]))
    return st.lists(rows, max_size=3).map(_gathered).map(lambda made: (table(made[0]), made[1]))


def _control(blocks: st.SearchStrategy[Made]) -> st.SearchStrategy[Made]:
    return blocks.map(lambda made: (f"<w:sdt><w:sdtContent>{made[0]}</w:sdtContent></w:sdt>", made[1]))


BLOCK = st.recursive(PARAGRAPH, lambda inner: st.one_of(_table(inner), _control(inner)), max_leaves=8)


@settings(max_examples=100)
@given(st.lists(BLOCK, max_size=6).map(_gathered), WORDS)
def test_a_word_file_keeps_every_word_that_it_shows_or_hides(made: Made, note: str) -> None:
    xml, shown = made
    notes = f'<w:footnote w:id="2">{p(run(note))}</w:footnote>'
    numbering = lists(lvl(0, "Điều %1.") + lvl(1, "%2)"))
    source = read_docx(docx(xml, numbering=numbering, parts={"footnotes": notes}), "a.docx")
    kept(f"{shown} {note if 'footnoteReference' in xml else ''}", source)


# --- HTML -------------------------------------------------------------------------------------------------------------

#: Without iframe: what stands in it is the source of another page, set aside as it is written.
TAGS = [
    "p",
    "div",
    "b",
    "i",
    "span",
    "td",
    "tr",
    "th",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "colgroup",
    "col",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "br",
    "hr",
    "h1",
    "pre",
    "center",
    "font",
    "a",
    "img",
    "form",
    "label",
    "html",
    "body",
    "head",
    "title",
    "u",
    "section",
    "nav",
    "select",
    "option",
    "textarea",
    "button",
    "noscript",
    "object",
    "svg",
    "map",
    "template",
    "frameset",
    "o:p",
    "ruby",
]
ATTRIBUTES = (
    "",
    "",
    "",
    " hidden",
    " style='display:none'",
    " align=center",
    " colspan=2",
    " rowspan=3",
    " class=menu",
)
OPENED = st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)).map(lambda made: f"<{made[0]}{made[1]}>")
CLOSED = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")


@settings(max_examples=600)
@given(
    st.sampled_from(["", "<html><body>", "<!DOCTYPE html>"]),
    st.lists(st.one_of(OPENED, CLOSED, WORDS.map(html.escape)), max_size=30),
)
def test_a_web_page_keeps_every_word_however_its_tags_stand(start: str, parts: list[str]) -> None:
    shown = " ".join(html.unescape(part) for part in parts if not part.startswith("<"))
    kept(shown, read_html((start + "\n".join(parts)).encode(), "a.html"))


# --- PDF --------------------------------------------------------------------------------------------------------------

EDGES = st.lists(st.integers(60, 540), min_size=2, max_size=5, unique=True).map(sorted)
GRIDS = st.tuples(EDGES, EDGES)
PLACES = st.tuples(st.integers(40, 500), st.integers(40, 800), WORDS, st.sampled_from([8.0, 11.0, 14.0]), st.booleans())
PAGES = st.tuples(st.lists(PLACES, max_size=12), st.lists(GRIDS, max_size=2), st.booleans())


@settings(max_examples=100)
@given(st.lists(PAGES, min_size=1, max_size=3), st.booleans())
def test_a_pdf_keeps_every_word_wherever_it_stands(
    pages: list[tuple[list[tuple[int, int, str, float, bool]], list[tuple[list[int], list[int]]], bool]], noted: bool
) -> None:
    sheets, shown = [], ["Luôn có chữ."]
    for places, grids, turned in pages:
        sheet = Sheet(turned=turned).write(60, 60, "Luôn có chữ.")
        used = set()
        for x, y, text, size, bold in places:
            if y // 16 in used:  # words printed over each other are no longer words
                continue
            used.add(y // 16)
            sheet.write(x, y // 16 * 16, text, size, bold)
            shown.append(text)
        for xs, ys in grids:
            sheet.grid([*map(float, xs)], [*map(float, ys)])
        if noted:
            sheet.write(70, 815, "1 Theo số liệu.", 8)
            shown.append("1 Theo số liệu.")
        sheets.append(sheet)
    shown += ["Luôn có chữ."] * (len(pages) - 1)
    kept(" ".join(shown), read_pdf(pdf(*sheets), "a.pdf"))


# --- text -------------------------------------------------------------------------------------------------------------

MARKED = st.sampled_from(["", "", "# ", "## ", "> ", "| ", "|---|---|", "- ", "* ", "\t", "```", "***", "1. ", "<br>"])
#: Signs inside these are no Markdown: what they part are figures and names.
FIGURES = ["5*6*7", "3**4", "12_000", "2*3", "x_1_y", "(*)", "0,5*2"]
SPOKEN = st.lists(st.one_of(WORD, st.sampled_from(FIGURES)), min_size=1, max_size=5).map(" ".join)
LINE = st.tuples(MARKED, SPOKEN, st.sampled_from(["", " |", "  ", " | x |", "\\", "<br/>y"])).map("".join)
PLAIN = st.tuples(
    st.sampled_from(["", "- ", "* ", "(*) ", "1. ", "> ", "[1] ", "_ "]),
    st.lists(
        st.sampled_from(["rừng", "Sở", "9%", "*b", "_c", "d_", "e**", "1\\2", "./.", *FIGURES]),
        min_size=1,
        max_size=6,
    ),
).map(lambda made: made[0] + " ".join(made[1]))
NAMES = st.sampled_from(["a.txt", "a.md"])
_BREAK = re.compile("<br/?>")


@settings(max_examples=500)
@given(st.lists(LINE, max_size=20), NAMES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_a_text_keeps_every_word_in_its_place_and_loses_marks_at_most(lines: list[str], name: str, end: str) -> None:
    shown = end.join(lines)
    read = " ".join(paragraph.text.text for paragraph in read_text(shown.encode(), name).paragraphs())
    assert words(_BREAK.sub(" ", read)) == words(_BREAK.sub(" ", clean(shown)))  # a break ends a line in cells only
    for figure in FIGURES:
        assert read.count(figure) == shown.count(figure)


@settings(max_examples=300)
@given(st.lists(PLAIN, max_size=20))
def test_a_text_that_is_no_markdown_keeps_every_sign(lines: list[str]) -> None:
    read = [paragraph.text.text for paragraph in read_text("\n".join(lines).encode(), "a.txt").paragraphs()]
    assert read == [" ".join(line.split()) for line in lines]


def test_where_a_link_leads_is_set_aside_and_its_words_stay() -> None:
    text = "Thực hiện [Quyết định số 5/QĐ-UBND](https://tinh.gov.vn/van-ban?id=5) của tỉnh.\n| [a](/b) | c |"
    source = read_text(text.encode(), "a.md")
    assert [one.text.text for one in source.paragraphs()] == [
        "Thực hiện Quyết định số 5/QĐ-UBND của tỉnh.",
        "a",
        "c",
        "https://tinh.gov.vn/van-ban?id=5",
        "/b",
    ]
    assert [(one.place.line, one.place.field) for one in source.asides] == [(1, "liên kết"), (2, "liên kết")]
