"""Figures of the parent's own state that stand in own words of the unit below: `1.265 công trình`, copied."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kedraft.lint.content import Content, Part, Spot, above
from kedraft.lint.parent import ByIdentity
from kedraft.lint.prose import sentences
from kedraft.model.origin import Authored, Replaced
from kedraft.model.plan import Plan
from kedraft.vietnamese.letters import lazily

_FIGURE = lazily(r"(?<![\d.,/-])(?P<number>\d{1,3}(?:\.\d{3})+|\d{3,})(?P<noun>(?: [^\W\d_]+){2})")
_STATE = lazily(
    r"\bđã\b|\bhiện\b|hiện nay|hiện có|tính đến|đến hết|toàn (?:tỉnh|huyện|thành phố)|\bcó\b", re.IGNORECASE
)
_AIM = lazily(r"phấn đấu|mục tiêu|chỉ tiêu|ít nhất|tối thiểu|trở lên|hoàn thành|dự kiến|kế hoạch", re.IGNORECASE)
_ABOVE = lazily(r"\b(?:tỉnh|huyện|cả nước|toàn quốc|thế giới|trung ương)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def copied_figures(content: Content) -> Iterator[tuple[Spot, re.Match[str]]]:
    """Own sentences that tell a figure of the parent's state as if it were the unit's own."""
    if not content.parent:
        return
    theirs = _figures_of(ByIdentity(content.parent))
    for spot in content.body if theirs else ():
        if spot.part is Part.TEXT and isinstance(spot.origin, Authored | Replaced):
            yield from ((spot, found) for found in _FIGURE.finditer(spot.own) if _copied(spot, found, theirs))


def _copied(spot: Spot, found: re.Match[str], theirs: frozenset[str]) -> bool:
    if found.group().casefold() not in theirs:
        return False
    sentence = next(one for one in sentences(spot.own) if one.start <= found.start() < one.start + len(one.text))
    return not _ABOVE.search(sentence.text)


@lru_cache(maxsize=4)
def _figures_of(parent: ByIdentity[Plan]) -> frozenset[str]:
    """Figures, each with the two words behind it, that the parent tells as they are, not as they shall be."""
    return frozenset(
        found.group().casefold()
        for spot in above(parent.value).body
        for sentence in sentences(spot.own)
        if _STATE.search(sentence.text) and not _AIM.search(sentence.text)
        for found in _FIGURE.finditer(sentence.text)
        if not _YEAR.fullmatch(found["number"])
    )
