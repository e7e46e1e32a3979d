"""Laws of reading: it returns or says why not; it loses no word."""

import html

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kedraft.errors import SourceUnreadable
from kedraft.importers import ocr
from kedraft.importers.boxes import Line, Page, Word
from kedraft.importers.html import read_html
from kedraft.importers.layout import arrange
from kedraft.importers.read import read
from kedraft.ooxml import libreoffice
from kedraft.vietnamese.text import clean

HEADS = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7\n", b"{\\rtf1 ", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*",
         b"<html><table>", b"<!DOCTYPE html>", b"\xff\xfe", b"\xef\xbb\xbf", b"---json\n", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "]  # fmt: skip
NAMES = st.sampled_from(["a.docx", "a.txt", "-", "", "a.pdf", "a.html", "kế hoạch", "a.md"])
WORDS = (
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
    .map(clean)
    .filter(str.strip)
)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "i",
        "span",
        "td",
        "tr",
        "table",
        "li",
        "ul",
        "ol",
        "br",
        "h1",
        "pre",
        "center",
        "font",
        "section",
        "strong",
    ]
)


def returns_or_refuses(data: bytes, name: str) -> str:
    """The name of what was read, or the message that says why not."""
    try:
        return read(data, name).name
    except SourceUnreadable as error:
        return error.message


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(HEADS), st.binary(max_size=400), NAMES)
def test_any_bytes_are_read_or_refused(head: bytes, rest: bytes, name: str) -> None:
    found, ready = libreoffice.program, ocr.is_ready
    libreoffice.program, ocr.is_ready = lambda: None, lambda: False
    try:
        said = returns_or_refuses(head + rest, name)
    finally:
        libreoffice.program, ocr.is_ready = found, ready
    assert said == name or said.endswith(".")


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.one_of(TAGS.map(lambda tag: f"<{tag}>"), TAGS.map(lambda tag: f"</{tag}>"), WORDS.map(html.escape)),
        max_size=40,
    )
)
def test_words_of_html_are_kept_in_order_however_the_tags_stand(parts: list[str]) -> None:
    wanted = "".join(html.unescape(part) for part in parts if not part.startswith("<"))
    source = read_html("".join(["<html><body>", *parts]).encode(), "a.html")
    read_back = "".join(paragraph.text.text for paragraph in source.paragraphs())
    assert sorted("".join(clean(wanted).split())) == sorted("".join(read_back.split()))


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.tuples(st.floats(0, 580), st.floats(0, 840), st.integers(1, 60), st.sampled_from([9.0, 11.0, 14.0])),
        max_size=60,
    )
)
def test_words_on_a_page_are_arranged_without_loss(places: list[tuple[float, float, int, float]]) -> None:
    words = [Word(f"w{at}", x, x + 7 * letters, y, size) for at, (x, y, letters, size) in enumerate(places)]
    arranged = arrange([Page(1, 595, 842, list(words))])
    lines = [item for item in (*arranged.items, *arranged.asides) if isinstance(item, Line)]
    assert sorted(word.text for line in lines for word in line.words) == sorted(word.text for word in words)
