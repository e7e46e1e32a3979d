"""The parts of an official document, found by text and position: ô 1 to 9 of Nghị định 30/2020, and the annexes.

Works on lines, not paragraphs: a header may stand in cells, in text boxes, in columns parted by tabs, or in one paragraph with
soft line ends. What is not there stays empty.
"""

from kedraft.decree import Edition
from kedraft.lint.layout_annexes import names_annex, read_annexes
from kedraft.lint.layout_foot import read_foot
from kedraft.lint.layout_form import Parts
from kedraft.lint.layout_head import find_title, head_end, read_head, read_subject
from kedraft.lint.layout_pieces import printed_lines
from kedraft.lint.layout_text import passages
from kedraft.ooxml.view import DocxView
from kedraft.vietnamese.text import fold

_PARTY = "dang cong san viet nam"


def find_parts(view: DocxView, edition: Edition) -> Parts:
    """The parts of the document."""
    lines = tuple(printed_lines(view.paragraphs))
    parts = Parts(lines=lines)
    written = [line for line in lines if line.text]
    parts.party = any(fold(line.text).startswith(_PARTY) for line in written[:12])
    parts.annex_only = bool(written) and any(names_annex(line) for line in written[:2])
    title = find_title(lines, edition)
    head = lines[: title if title is not None else head_end(lines, edition)]
    parts.head = head
    read_head(parts, head, edition)
    after = len(head)
    if title is not None:
        parts.title = lines[title]
        after = read_subject(parts, title + 1)
    parts.subject_end = after
    foot = read_foot(parts, after)
    read_annexes(parts, foot if foot is not None else after, foot is not None)
    parts.body = tuple(passages(parts, after, foot if foot is not None else len(lines)))
    return parts
