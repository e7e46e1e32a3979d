"""The issuing body as the note of an annex names it: whether it is another one than the head's."""

import re

from kedraft.vietnamese.text import fold, squeeze

_COMMITTEE = re.compile(
    r"\b(?:uy ban nhan dan|ubnd) (?P<kind>tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu) (?P<name>[\w ]+?)\s*(?:[),.;/]|\Z)"
)
#: What a body's name begins with, and the kind that it is of.
_KINDS = {
    "uy ban nhan dan": "ubnd",
    "ubnd": "ubnd",
    "hoi dong nhan dan": "hdnd",
    "hdnd": "hdnd",
    "ban chi dao": "bcd",
    "bcd": "bcd",
    "so": "so",
    "bo": "bo",
    "phong": "phong",
    "van phong": "van phong",
    "truong": "truong",
    "trung tam": "trung tam",
    "cong an": "cong an",
    "chi cuc": "chi cuc",
}
_BODY = re.compile(rf"(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))}) (?P<name>[^(),.;/]*[^(),.;/ ])")
_OF = re.compile(r".*\bcủa\s+(?P<body>[^()]+)", re.DOTALL)
_ABBREVIATED = re.compile(r"[A-ZĐ]{2,}|&")
#: Kinds of which a province or a district has several, told apart by their names.
_SEVERAL = frozenset(("so", "bo", "phong", "truong", "trung tam", "chi cuc"))


def differs_from(issuer: str, note: str) -> bool:
    """Whether the note's last words, `… của Sở Tài chính)`, name a body other than the issuer; False in doubt."""
    head, other = _COMMITTEE.search(fold(issuer)), _COMMITTEE.search(fold(note))
    if head and other:
        return (head["kind"], head["name"].strip()) != (other["kind"], other["name"].strip())
    named = _OF.match(note)
    if named is None:
        return False
    mine, theirs = _BODY.match(fold(squeeze(issuer))), _BODY.match(fold(squeeze(named["body"])))
    if mine is None or theirs is None:
        return False
    if _KINDS[mine["kind"]] != _KINDS[theirs["kind"]]:
        return True
    return _KINDS[mine["kind"]] in _SEVERAL and _other_name(mine["name"], theirs["name"], named["body"])


def _other_name(mine: str, theirs: str, written: str) -> bool:
    """Whether neither name begins with the other; an abbreviated one is not told apart."""
    short = _ABBREVIATED.search(written) is not None
    return not short and not (mine.startswith(theirs) or theirs.startswith(mine))
