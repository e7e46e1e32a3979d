"""The last step: fill the template in, prove that nothing was lost, name the file."""

import re
import unicodedata
from collections.abc import Iterable
from operator import itemgetter

from kedraft.model.document import Block, Flow, RenderedDocument
from kedraft.model.draft import Draft
from kedraft.model.making import makes_many
from kedraft.model.plan import Plan
from kedraft.rendering.filler import needs_escape
from kedraft.rendering.flow import bare_flow
from kedraft.rendering.pack import content
from kedraft.rendering.proof import prove, texts_of
from kedraft.rendering.template import Template

_ILLEGAL = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)
_LONGEST_NAME = 120
_LONGEST_NAME_BYTES = 200
#: The part that holds the title and the author, and no words of the pages.
PROPERTIES = b"docProps/core.xml"
#: What a template may print beside a block's texts.
_label = itemgetter(1)


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
    texts = texts_of(view)
    plain = not needs_escape_in(view, texts, view.blocks)
    filled = tuple((name, fill(values, plain)) for name, fill in template.parts)
    prove([part for name, part in filled if name != PROPERTIES], texts)
    return template.package.pack(tuple((name, content(part.xml)) for name, part in filled))


def needs_escape_in(view: Flow, texts: Iterable[str], blocks: Iterable[Block]) -> bool:
    """Whether XML has another spelling for something that is printed of these texts and blocks, or of the file's properties."""
    return needs_escape("".join((view.title, view.author, *texts, *map(_label, blocks))))


def file_name(plan: Plan) -> str:
    """`Kế hoạch Chuyển đổi số xã Ba Sơn năm 2026.docx`: with accents, legal on Windows, not too long."""
    words = unicodedata.normalize("NFC", f"{plan.document_type.capitalize()} {plan.subject}")
    name = " ".join(_ILLEGAL.sub(" ", words).split())
    while len(name) > _LONGEST_NAME or len(name.encode("utf-8")) > _LONGEST_NAME_BYTES:
        shorter = name.rsplit(" ", 1)[0]
        name = shorter if shorter != name else name[: len(name) * 3 // 4]
    name = name.rstrip(". ") or "Kế hoạch"
    return f"_{name}.docx" if _RESERVED.match(name) else f"{name}.docx"
