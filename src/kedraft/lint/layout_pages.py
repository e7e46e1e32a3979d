"""Page numbers: the PAGE fields in page headers and footers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kedraft.ooxml.view import PageNote, Paragraph, Run, Section

_PAGE = re.compile(r"PAGE\b", re.IGNORECASE)


class PageNumber(NamedTuple):
    """A page number: the header or footer, the paragraph, the run that shows it."""

    note: PageNote
    paragraph: Paragraph
    run: Run


def page_numbers(section: Section, pages: str) -> Iterator[PageNumber]:
    """The page numbers that the section shows on its `default`, `first` or `even` pages, one a paragraph."""
    for note in section.notes:
        if note.pages != pages:
            continue
        for paragraph in note.paragraphs:
            runs = [run for run in paragraph.runs if run.field and _PAGE.match(run.field.strip())]
            if runs:
                yield PageNumber(note, paragraph, next((run for run in runs if run.text), runs[0]))


def is_centred(paragraph: Paragraph) -> bool:
    """Whether the words of a page header stand in its middle: by alignment, in a frame, behind a tab."""
    form = paragraph.format
    behind_tab = form.centre_tab and paragraph.text.startswith("\t") and not paragraph.text.startswith("\t\t")
    return form.align == "center" or form.framed == "center" or behind_tab or paragraph.box is not None
