"""Abbreviations that the parent explains where it opens: a child that uses them explains them as well."""

import re
from collections.abc import Iterable, Iterator

from kedraft.model.plan import Item, Plan
from kedraft.vietnamese.letters import lazily

_EXPLAINED = lazily(r"\((?:(?:sau đây\s+)?(?:viết|gọi) tắt là\s+(?:[a-zà-ỹđ]+\s+)?)?(?P<short>[A-ZĐ]{2,8})\)")
_WORD = lazily(r"[^\W\d_]+")


def explained(text: str, parent: Plan, sections: Iterable[Item]) -> str:
    """A title with the abbreviations of its words that the sections use: `bảo hiểm y tế` -> `bảo hiểm y tế (BHYT)`."""
    used = "\n".join(item.words for section in sections for item in section.walk())
    for long, short in _explanations(parent):
        at = text.casefold().find(long.casefold())
        if at >= 0 and short not in text and re.search(rf"(?<!\w){short}(?!\w)", used):
            end = at + len(long)
            text = f"{text[:end]} ({short}){text[end:]}"
    return text


def _explanations(parent: Plan) -> Iterator[tuple[str, str]]:
    """Each abbreviation of the parent's opening with the words whose first letters it is."""
    for paragraph in (*parent.legal_bases, *parent.opening):
        words = paragraph.text.text
        for found in _EXPLAINED.finditer(words):
            before = list(_WORD.finditer(words, 0, found.start()))[-len(found["short"]) :]
            if "".join(one.group()[0] for one in before).upper() == found["short"]:
                yield words[before[0].start() : before[-1].end()], found["short"]
