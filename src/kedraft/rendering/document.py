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
from kedraft.rendering.program import Filled, escaped, needs_escape
from kedraft.rendering.template import Template

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
    return RenderedDocument(name=file_name(plan), data=printed(view, template), blocks=len(view.blocks))


def printed(view: Flow, template: Template) -> bytes:
    """The bytes of a Word file with `view` on its pages. Raises `WordsLost` as `render` does."""
    values = view._asdict()
    texts = _texts(view)
    plain = not needs_escape("".join((view.title, view.author, *texts, *_labels(view))))
    filled = tuple((name, fill(values, plain)) for name, fill in template.parts)
    _prove([part for name, part in filled if name != b"docProps/core.xml"], texts)
    return template.package.pack(tuple((name, part.xml.encode("utf-8")) for name, part in filled))


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
    pieces = [piece for part in parts for piece in part.pieces]
    if not _in_order(texts, pieces):
        texts = escaped("\0".join(texts)).split("\0")  # all in one go: no text holds U+0000
        if not _in_order(texts, pieces):
            _search("".join(part.xml for part in parts), texts)


def _in_order(texts: list[str], pieces: list[str]) -> bool:
    left = iter(pieces)  # `in` moves it on to where the text stands: what is before is gone
    return all(text in left for text in texts)


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


def _labels(view: Flow) -> Iterator[str]:
    """What a template may print beside the texts."""
    return (block.label for block in view.blocks)


def _cells(table: TableFlow) -> Iterator[str]:
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            for line in cell.lines:
                for run in line.runs:
                    yield run.text
