"""Documents that kept words name by number alone, as the parent's own head cites them in full: the child's opening must say it again."""

import re
from collections.abc import Iterator, Sequence

from kedraft.grammar.citations import find_citations
from kedraft.model.origin import Adapted, Inherited
from kedraft.model.plan import CitedDocument, Item, Plan
from kedraft.vietnamese.letters import lazily

#: `…, Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:` is the plan's own sentence.
_GOES_ON = lazily(
    r"(?:[,;]?\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Chỉ đạo|Sở)\s[^;]*|\s*\((?:sau đây|gọi tắt|dưới đây).*)\Z",
    re.DOTALL,
)


def carried(parent: Plan, sections: Sequence[Item]) -> tuple[CitedDocument, ...]:
    """The parent's citations that the kept sections need, in the parent's order; `text` goes on to the document's subject."""
    wanted = frozenset(_short_ones(sections))
    found: dict[str, CitedDocument] = {}
    for document in _cited(parent):
        full = document.number and document.date and document.issuer
        if full and document.number in wanted and document.number not in found:
            found[document.number] = document.evolve(text=_in_full(document))
    return tuple(found.values())


def _in_full(document: CitedDocument) -> str:
    """Type, number, date, issuer and subject, without the sentence that goes on behind."""
    subject = _GOES_ON.sub("", document.subject or "").rstrip(" ,.;:")
    known = subject in document.text
    return _GOES_ON.sub("", document.text) if known else f"{document.text} {subject}"


def _cited(parent: Plan) -> Iterator[CitedDocument]:
    return (document for paragraph in (*parent.legal_bases, *parent.opening) for document in paragraph.cites)


def _short_ones(sections: Sequence[Item]) -> Iterator[str]:
    """Numbers of the documents whose first citation in the kept words shows no date."""
    seen: set[str] = set()
    for item in (inner for section in sections for inner in section.walk()):
        for cited in find_citations(item.words) if isinstance(item.origin, Inherited | Adapted) else ():
            number = cited.document.number
            if number and number not in seen and cited.document.date is None:
                yield number
            seen.add(number or "")
