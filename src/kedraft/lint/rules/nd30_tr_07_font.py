"""ND30-TR-07: letters in another font than Times New Roman."""

from collections.abc import Iterator
from functools import lru_cache

from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout, grouped, how_many
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.glyphs import is_symbol_font
from kedraft.ooxml.legacy import is_legacy_font
from kedraft.ooxml.view import Paragraph


def _check(layout: Layout) -> Iterator[Hit]:
    wanted = layout.edition.page.font
    notes = [paragraph for section in layout.view.sections for note in section.notes for paragraph in note.paragraphs]
    pairs = ((font, one) for one in (*layout.view.paragraphs, *notes) for font in _fonts(one) if not _is(font, wanted))
    for font, paragraphs in grouped(pairs).items():
        yield layout.hit(paragraphs[0], f"{how_many(paragraphs)} dùng phông {font}; quy định phông {wanted}.")


def _fonts(paragraph: Paragraph) -> Iterator[str]:
    """The fonts that print the paragraph's letters and figures; symbols and old encodings left out."""
    for run in paragraph.runs:
        plain, marked = _alphabets(run.text)
        fonts = ({run.letters.ascii} if plain else set()) | ({run.letters.font} if marked else set())
        yield from sorted(font for font in fonts if not is_symbol_font(font) and not is_legacy_font(font))


@lru_cache(maxsize=4096)
def _alphabets(text: str) -> tuple[bool, bool]:
    """Whether letters and figures of ASCII stand in the text, and whether others do."""
    words = "".join(filter(str.isalnum, text))
    return any(map(str.isascii, words)), not words.isascii()


def _is(font: str, wanted: str) -> bool:
    return font.casefold().replace(" ", "").startswith(wanted.casefold().replace(" ", ""))


RULE = Rule(
    id="ND30-TR-07",
    name="chữ không dùng phông Times New Roman",
    severity=Severity.ERROR,
    citation=decree("PL1-I.4"),
    manual=Manual(
        what="Mọi chữ trong văn bản dùng phông Times New Roman, bộ mã Unicode theo TCVN 6909:2001.",
        why="Phông thống nhất giữa các máy và không bị thay thế khi in.",
        instead="Chọn đoạn được nêu và đổi phông thành Times New Roman; nếu nhiều đoạn thì đổi trong style hoặc phông mặc định.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(clause=say(ascii="Arial", font="Arial")), sheet(motto=say(font="Cambria"))),
    good=(
        sheet(clause=say(ascii="Times New Roman (Headings)")),
        sheet(recipient_1=say(text="- ", font="Symbol", ascii="Symbol")),
    ),
)
