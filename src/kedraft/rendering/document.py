"""The last step: fill the template in, prove that nothing was lost, name the file."""

import re
import unicodedata
from collections.abc import Iterator

from kedraft.errors import KedraftError
from kedraft.model.document import Flow, RenderedDocument, TableFlow
from kedraft.model.draft import Draft
from kedraft.model.making import makes_many
from kedraft.model.plan import Plan
from kedraft.rendering.flow import flow
from kedraft.rendering.template import Template
from kedraft.rendering.word import Filled, escaped

_ILLEGAL = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)
_LONGEST_NAME = 120
_LONGEST_NAME_BYTES = 200
#: Between two texts stands a paragraph's frame, or a cell's.
_NEAR = 1500
_BREAK = re.compile(r"[\t\n]")


class WordsLost(KedraftError):
    """The file does not hold every word of the plan: a fault of kedraft or of the template, never of the plan."""


@makes_many
def render(document: Draft | Plan, template: Template) -> RenderedDocument:
    """The Word file of a draft or plan. The same plan and template give the same bytes.

    Raises `WordsLost` when a text of the plan does not stand in what was written.
    """
    plan = document.plan if isinstance(document, Draft) else document
    view = flow(plan, template.page, template.edition)
    values = view._asdict()
    filled = tuple((name, fill(values)) for name, fill in template.parts)
    _prove([part for name, part in filled if name != b"docProps/core.xml"], view)
    data = template.package.pack(tuple((name, part.xml.encode("utf-8")) for name, part in filled))
    return RenderedDocument(name=file_name(plan), data=data, blocks=len(view.blocks))


def file_name(plan: Plan) -> str:
    """`Kế hoạch Chuyển đổi số xã Ba Sơn năm 2026.docx`: with accents, legal on Windows, not too long."""
    words = unicodedata.normalize("NFC", f"{plan.document_type.capitalize()} {plan.subject}")
    name = " ".join(_ILLEGAL.sub(" ", words).split())
    while len(name) > _LONGEST_NAME or len(name.encode("utf-8")) > _LONGEST_NAME_BYTES:
        shorter = name.rsplit(" ", 1)[0]
        name = shorter if shorter != name else name[: len(name) * 3 // 4]
    name = name.rstrip(". ") or "Kế hoạch"
    return f"_{name}.docx" if _RESERVED.match(name) else f"{name}.docx"


def _prove(parts: list[Filled], view: Flow) -> None:
    """Every text stands in the XML. Texts are printed whole, so most often each is a piece of it, in the plan's order.

    The XML is its pieces joined, so texts among the pieces stand in the XML; what is not so found is searched for in the XML.
    """
    texts = _written(_texts(view))
    pieces = iter([piece for part in parts for piece in part.pieces])
    if not all(text in pieces for text in texts):  # `in` moves on to where the text stands: pieces before it are gone
        _search("".join(part.xml for part in parts), texts)


def _written(texts: list[str]) -> list[str]:
    """Texts as the XML has them, all escaped in one go: none holds U+0000."""
    together = "\0".join(texts)
    written = escaped(together)
    return texts if written == together else written.split("\0")


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
        for run in runs:
            texts.append(run.text)
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
