"""Names of places: the spellings of one name, and whether two names are one."""

import re
from functools import cache

from kedraft import units
from kedraft.model.plan import Level
from kedraft.vietnamese.text import both_tones, new_tone

_LOOSE = re.compile(r"[\s'’ʼ`\-–]+")
_SYLLABLE = re.compile(r"\w+")
#: The city that is named after a person: its bare name is not a place.
PERSON_CITY = "Hồ Chí Minh"


def same_name(one: str, other: str) -> bool:
    """Whether two names differ only in capitals, blanks, the form of an apostrophe and the place of a tone mark: `CƯ M'GAR`, `Hoà`."""
    return _key(one) == _key(other)


def spelled(name: str, level: Level) -> str:
    """A name in capitals as the table of units writes it, of that level first; else each syllable with a capital."""
    if not name.isupper():
        return name
    known = _spellings(name, level) or _spellings(name, None)
    return known[0] if known else " ".join(word[:1] + word[1:].lower() for word in name.split())


def spellings(name: str) -> tuple[str, ...]:
    """The ways in which the table of units writes that name, and the one given: `Krông A Na`, `Krông Ana`."""
    return tuple(dict.fromkeys((name, *_spellings(name, None))))


def name_pattern(name: str) -> str:
    """A proper name as a pattern: blanks, dashes, apostrophes and the capital after one, and the place of a tone mark may differ."""
    return "(?:" + "|".join(_exact(one) for one in spellings(name)) + ")"


def stands_alone(name: str) -> bool:
    """Whether the name without its kind still names the place: not a number, not the name of a person."""
    return not name.isdigit() and not same_name(name, PERSON_CITY)


def _exact(name: str) -> str:
    pattern = re.escape(name).replace(r"\ \-\ ", r"\s*[-–]\s*").replace(r"\ ", r"\s+")
    pattern = re.sub(r"['’ʼ](\w)", lambda at: f"['’ʼ][{at[1].lower()}{at[1].upper()}]", pattern)
    return _SYLLABLE.sub(lambda at: either_tone(at[0]), pattern)


def either_tone(word: str) -> str:
    """A word without signs as a pattern of both places of its tone mark."""
    forms = both_tones(word)
    return word if len(forms) == 1 else f"(?:{'|'.join(forms)})"


def _key(name: str) -> str:
    return _LOOSE.sub("", new_tone(name.casefold()))


@cache
def _spellings(name: str, level: Level | None) -> tuple[str, ...]:
    return units.spellings(name, level)
