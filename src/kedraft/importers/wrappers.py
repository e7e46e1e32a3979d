"""What a plan comes with: the decision that issues it, the letter that it is sent with."""

from collections.abc import Sequence

from kedraft.grammar.shape import is_upper
from kedraft.importers.foot_lines import is_foot_line, is_signature
from kedraft.importers.head import is_dateline, is_nation, is_number_line
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.letters import pattern
from kedraft.vietnamese.text import fold, squeeze

Block = SourceParagraph | SourceTable

_ADDRESS = pattern(r"(?i:Kính gửi)\s*:")
_ARTICLE = pattern(r"(?:\*\*)?Đi[ềêếe]u\s+1\b")
_PLAN_ARTICLE = pattern(r"Đi[ềêếe]u\s+1\b.{0,80}\b[Kk]ế hoạch\b")
_DECISION_NOTE = pattern(r"\(?\s*(?:Ban hành )?[Kk]èm theo Quyết định")


def is_address(text: str) -> bool:
    """Whether the line says to whom a letter is sent."""
    return bool(_ADDRESS.match(text))


def is_first_article(text: str) -> bool:
    """Whether a decision's articles begin with this line."""
    return bool(_ARTICLE.match(text))


def is_head_line(text: str) -> bool:
    return is_nation(text) or is_number_line(text) or is_dateline(text)


def decision_around(blocks: Sequence[Block], title: int | None) -> tuple[int, int] | None:
    """Index range of a decision that the plan is issued with: from its title, or the line above its bases, to the plan's title."""
    if title is None:
        return None
    decision = next(
        (i for i in range(title) if fold(_text(blocks[i])).strip(" *:") in ("quyet dinh", "nghi quyet")), None
    )
    if decision is None:
        return None
    articles = [i for i in range(decision, title) if is_first_article(_text(blocks[i]))]
    if not articles:
        return None
    basis = next((i for i in range(1, decision) if _text(blocks[i]).startswith("Căn cứ ")), decision + 1)
    return min(decision, basis - 1), title


def letter_around(blocks: Sequence[Block], title: int | None) -> tuple[tuple[int, int] | None, int]:
    """Index range of a letter that the plan is sent with, from `Kính gửi` on; and where the plan's own header may begin.

    A plan with a header of its own needs nothing of the letter: there is no range then.
    """
    sent = next((i for i in range(title or 0) if is_address(_text(blocks[i]))), None)
    if title is None or sent is None:
        return None, 0
    foot = next((i for i in range(sent + 1, title) if is_foot_line(_text(blocks[i]))), None)
    if foot is None:
        return None, 0
    if any(is_head_line(_text(block)) for block in blocks[foot:title]):
        return None, foot
    return (sent, title), 0


def attached(blocks: Sequence[Block]) -> int | None:
    """Index of the subject of a plan whose title was lost, below a decision that issues a plan; None without one.

    The line `(Kèm theo Quyết định số …)` tells it; the lines in capitals above are the subject.
    """
    texts = [_text(block) for block in blocks]
    article = next((i for i, text in enumerate(texts) if _PLAN_ARTICLE.match(text)), None)
    if article is None:
        return None
    note = next((i for i in range(article, len(texts)) if _DECISION_NOTE.match(texts[i])), None)
    if note is None:
        return None
    start = note
    while start > article and is_upper(texts[start - 1]) and not is_signature(texts[start - 1]):
        start -= 1
    return start if start < note else None


def _text(block: Block) -> str:
    return squeeze(block.text.text) if isinstance(block, SourceParagraph) else ""
