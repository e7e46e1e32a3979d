"""Letters: NFC, characters that no document may hold, folding for comparison, tone placement."""

import re
import unicodedata
from functools import lru_cache

# C0 and C1 controls but tab and line feed; lone surrogates; non-characters. Word and docxtpl give them meanings.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Spaces that look like one space, and marks that look like nothing.
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_RUNS_OF_SPACES = re.compile(" {2,}")


def first_forbidden(text: str) -> int | None:
    """Index of the first character that no document may hold, or None."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


def nfc(text: str) -> str:
    """Composed Unicode, as TCVN 6909:2001 asks."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Text as it enters: NFC, one kind of space, no controls, no invisible marks. Line ends stay.

    Words are never lost: only characters that print nothing are.
    """
    text = nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return _INVISIBLE.sub("", _FORBIDDEN.sub("", _SPACES.sub(" ", text)))


def squeeze(text: str) -> str:
    """One space between words, none at the ends."""
    return _RUNS_OF_SPACES.sub(" ", text.replace("\n", " ")).strip()


_STRIP_MARKS = dict.fromkeys(c for c in range(0x300, 0x370))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents: `Thừa Thiên Huế` -> `thua thien hue`. For searching, never for telling apart."""
    bare = unicodedata.normalize("NFD", text.casefold()).translate(_STRIP_MARKS)
    return bare.replace("đ", "d")


# Old style puts the tone on the second vowel of an open oa, oe, uy: hoà, khoẻ, uỷ. New style: hòa, khỏe, ủy.
_NEW_TONE = {
    old: new
    for pair, marks in (("oa", "àáảãạ"), ("oe", "èéẻẽẹ"), ("uy", "ỳýỷỹỵ"))
    for old, new in zip(
        (pair[0] + mark for mark in marks),
        ({"o": "òóỏõọ", "u": "ùúủũụ"}[pair[0]][i] + pair[1] for i in range(5)),
        strict=True,
    )
}
_NEW_TONE |= {old.upper(): new.upper() for old, new in _NEW_TONE.items()}
_NEW_TONE |= {old.capitalize(): new.capitalize() for old, new in _NEW_TONE.items() if old.islower()}
_OPEN_TONE = re.compile(r"(?<![qQ])(" + "|".join(_NEW_TONE) + r")(?!\w)")
_OLD_TONE = {new: old for old, new in _NEW_TONE.items()}
_CLOSED_TONE = re.compile(r"(?<![qQ])(" + "|".join(_OLD_TONE) + r")(?!\w)")


def new_tone(text: str) -> str:
    """Tone marks as the decree's own body writes them: `uỷ ban hoà giải` -> `ủy ban hòa giải`; `quý` stays."""
    return _OPEN_TONE.sub(lambda found: _NEW_TONE[found.group(1)], text)


def both_tones(text: str) -> tuple[str, ...]:
    """A text as it stands, then with its tone marks in the new and in the old place where these differ: `Hòa`, `Hoà`."""
    new = new_tone(text)
    old = _CLOSED_TONE.sub(lambda found: _OLD_TONE[found.group(1)], new)
    return tuple(dict.fromkeys((text, new, old)))


def name_key(name: str) -> str:
    """A name for telling whether two are one however typed: NFC, small letters, new tone placement, one blank between words."""
    return new_tone(squeeze(nfc(name)).casefold())


@lru_cache(maxsize=4096)
def letters_and_figures(text: str) -> int:
    """How many characters of a text are letters or figures. Cached: rules of layout weigh each run again and again."""
    return sum(map(str.isalnum, text))


_VIETNAMESE_LETTERS = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_VIETNAMESE_ONLY = re.compile("[ăđơưảạẳặẩậẻẽẹểễệỉĩịỏọổộởỡợủũụửữựỷỹỵ]")


def share_of_vietnamese(text: str) -> float:
    """Share of letters (0..1) that carry a mark which only Vietnamese has (đ, ă, ơ, ư, hooks, dots below)."""
    letters = sum(map(str.isalpha, text))
    return len(_VIETNAMESE_ONLY.findall(text.lower())) / letters if letters else 0.0
