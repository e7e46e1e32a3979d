"""The last step: fill the template in, prove that nothing was lost, name the file."""

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import chain, repeat
from operator import contains, itemgetter
from typing import cast

from kedraft.errors import KedraftError
from kedraft.model.document import Flow, RenderedDocument, TableFlow
from kedraft.model.draft import Draft
from kedraft.model.making import makes_many
from kedraft.model.plan import Plan
from kedraft.rendering.filler import Filled, escaped, needs_escape
from kedraft.rendering.flow import bare_flow
from kedraft.rendering.pack import content
from kedraft.rendering.template import Template

_ILLEGAL = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)
_LONGEST_NAME = 120
_LONGEST_NAME_BYTES = 200
#: Between two texts stands a paragraph's frame, or a cell's.
_NEAR = 1500
_BREAK = re.compile(r"[\t\n]")
#: What a template may print beside a block's texts.
_label = itemgetter(1)


class WordsLost(KedraftError):
    """The file does not hold every word of the plan: a fault of kedraft or of the template, never of the plan."""


@makes_many
def render(document: Draft | Plan, template: Template) -> RenderedDocument:
    """The Word file of a draft or plan. The same plan and template give the same bytes.

    Raises `WordsLost` when a text of the plan does not stand in what was written.
    """
    plan = document.plan if isinstance(document, Draft) else document
    view = bare_flow(plan, template.page, template.edition)
    return RenderedDocument(name=file_name(plan), data=printed(view, template), blocks=len(view.blocks))


def printed(view: Flow, template: Template) -> bytes:
    """The bytes of a Word file with `view` on its pages. Raises `WordsLost` as `render` does."""
    values = view._asdict()
    texts = _texts(view)
    plain = not needs_escape("".join((view.title, view.author, *texts, *map(_label, view.blocks))))
    filled = tuple((name, fill(values, plain)) for name, fill in template.parts)
    _prove([part for name, part in filled if name != b"docProps/core.xml"], texts)
    return template.package.pack(tuple((name, content(part.xml)) for name, part in filled))


def file_name(plan: Plan) -> str:
    """`Kế hoạch Chuyển đổi số xã Ba Sơn năm 2026.docx`: with accents, legal on Windows, not too long."""
    words = unicodedata.normalize("NFC", f"{plan.document_type.capitalize()} {plan.subject}")
    name = " ".join(_ILLEGAL.sub(" ", words).split())
    while len(name) > _LONGEST_NAME or len(name.encode("utf-8")) > _LONGEST_NAME_BYTES:
        shorter = name.rsplit(" ", 1)[0]
        name = shorter if shorter != name else name[: len(name) * 3 // 4]
    name = name.rstrip(". ") or "Kế hoạch"
    return f"_{name}.docx" if _RESERVED.match(name) else f"{name}.docx"


def _prove(parts: list[Filled], texts: list[str]) -> None:
    """Every text stands in the XML.

    The XML is its pieces joined, and texts are printed whole: when all are found among the pieces, in the plan's order, they stand
    in the XML. What is not so found - escaped, broken by line ends, or set in another order - is searched for in the XML itself.
    """
    if not _in_order(texts, parts):
        texts = escaped("\0".join(texts)).split("\0")  # all in one go: no text holds U+0000
        if not _in_order(texts, parts):
            _search("".join(part.xml for part in parts), texts)


def _in_order(texts: list[str], parts: list[Filled]) -> bool:
    left = chain.from_iterable(part.pieces for part in parts)  # what is before a text is gone once it is found
    return all(map(contains, repeat(cast("Container[str]", left)), texts))


def _search(xml: str, texts: list[str]) -> None:
    """Every text stands in the XML; the search moves on from text to text, so it reads the file about once."""
    at = 0
    for text in texts:
        found = xml.find(text, at, at + len(text) + _NEAR)
        at = found + len(text) if found >= 0 else _found_elsewhere(xml, text, at)


def _found_elsewhere(xml: str, written: str, at: int) -> int:
    """Where a text ends that tabs or line ends break, or that stands out of order."""
    for piece in _BREAK.split(written):
        found = xml.find(piece, at)
        if found < 0:
            found = xml.find(piece)
        if found < 0:
            raise WordsLost(f"mất lời văn khi ghi tệp Word: “{piece[:80]}”; hãy kiểm tra lại mẫu")
        at = found + len(piece)
    return at


def _texts(view: Flow) -> list[str]:
    """What the pages must say, in the order in which they are read."""
    head = view.letterhead
    texts = [*head.superior, *head.issuer, head.number, head.place_and_date, view.document_type, view.subject]
    for _, _, runs, _, table, foot in view.blocks:
        for text, _, _ in runs:
            texts.append(text)
        if table:
            texts += _cells(table)
        if foot:
            texts += filter(None, (*foot.recipients, *foot.office, foot.second_position, foot.name))
    return texts


def _cells(table: TableFlow) -> Iterator[str]:
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            for line in cell.lines:
                for run in line.runs:
                    yield run.text
