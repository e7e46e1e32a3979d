"""Mentions that stand in one list, and who leads it."""

import re
from collections.abc import Iterator

from kedraft.adaptation.page import Kind, Mention
from kedraft.adaptation.roles import handed_down
from kedraft.vietnamese.letters import lazily

_JOINT = lazily(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*/\s*|\s+hoặc\s+")
_COMMA = lazily(r"\s*,\s*")
# A body before one of these opens a clause of its own: "thực hiện chỉ đạo của UBND tỉnh, Sở Nội vụ tham mưu …".
_BEGINS = lazily(
    r"\s+(?:chủ trì|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|tổ chức|triển khai|xây dựng|ban hành|yêu cầu"
    r"|đề nghị|giao|hướng dẫn|chủ động|rà soát|chỉ đạo|phân công|thành lập|kiện toàn|phát động)(?!\w)"
)
_WITH = lazily(
    r"\s*:?\s+(?:(?:cũng|sẽ|tiếp tục)\s+)?(?:(?:là\s+cơ quan\s+)?[Cc]hủ trì(?!\w)[^.;:]{0,60}?)?[Pp]hối hợp(?:\s+chặt chẽ)?\s+(?:(?:với|cùng)\s+)?"
)
#: The words that name a partner, after who leads: they go with a partner who is the leader himself.
_PARTNERED = lazily(
    r"(?i:(?<=chủ trì),?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:(?:với|cùng)\s+)?|(?<=\S)\s+phối hợp(?:\s+chặt chẽ)?\s+(?:(?:với|cùng)\s+)?)$"
)
_PLACES = (Kind.PLACE, Kind.NAME)


def chains(words: str, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Mentions that stand in one list: only a comma, `và`, `hoặc` or a slash between them."""
    chain: list[Mention] = []
    for mention in mentions:
        if chain and not _linked(words, chain[-1], mention):
            yield chain
            chain = []
        chain.append(mention)
    if chain:
        yield chain


def _linked(words: str, one: Mention, other: Mention) -> bool:
    """Whether two mentions are neighbours of one list; a place and a body are not, when only a comma parts them."""
    gap = words[one.end : other.start]
    if not _JOINT.fullmatch(gap) or Kind.HAMLET in (one.kind, other.kind):
        return False
    mixed = (one.kind in _PLACES) != (other.kind in _PLACES) and Kind.ABOVE not in (one.kind, other.kind)
    return not (mixed and _COMMA.fullmatch(gap))


def lead_of(words: str, before: list[Mention], chain: list[Mention]) -> str | None:
    """The body that leads what `chain` takes part in: `Sở Y tế chủ trì, phối hợp với Sở Nội vụ`."""
    if not before or not _WITH.fullmatch(words[before[-1].end : chain[0].start]):
        return None
    names = {one.new or words[one.start : one.end] for one in before}
    return names.pop() if len(names) == 1 else None


def given(words: str, chain: list[Mention]) -> bool:
    """`được UBND tỉnh, Chủ tịch UBND tỉnh giao`: the verb is the givers', it opens no clause."""
    return handed_down(words[max(0, chain[0].start - 40) : chain[0].start], words[chain[-1].end : chain[-1].end + 40])


def opens_clause(words: str, chain: list[Mention]) -> bool:
    """Whether the last of a list begins a clause of its own."""
    last = chain[-1]
    return bool(_COMMA.fullmatch(words[chain[-2].end : last.start]) and _BEGINS.match(words, last.end))


def partnered(words: str, chain: list[Mention], before: list[Mention]) -> int | None:
    """Where `phối hợp với` begins before a list that is the leader himself, when the sentence goes on with what is done."""
    at = chain[0].start
    found = _PARTNERED.search(words, max(0, at - 60), at)
    if found is None or not re.match(r"\s+[a-zà-ỹđ]", words[chain[-1].end :]):
        return None
    led = words[: found.start()].casefold().endswith("chủ trì")
    behind = bool(before) and before[-1].end == found.start()
    return found.start() if led or behind else None


def distinct(
    words: str, chain: list[Mention], bodies: list[Mention], actor: str | None
) -> tuple[list[Mention], list[Mention]]:
    """The members of a list that stay, and those that name again a body that is there already."""
    theirs = {body.start for body in bodies}
    seen = {_plain(actor)} if actor else set()
    seen |= {_plain(words[m.start : m.end]) for m in chain if m.start not in theirs}
    kept: list[Mention] = []
    gone: list[Mention] = []
    for mention in chain:
        name = _plain(mention.new or "")
        if mention.start in theirs and name in seen:
            gone.append(mention)
            continue
        kept.append(mention)
        seen.add(name)
    return kept, gone


def _plain(name: str) -> str:
    """A name of a body, written out or abbreviated, as one."""
    return name.casefold().replace("hội đồng nhân dân", "hđnd").replace("ủy ban nhân dân", "ubnd")
