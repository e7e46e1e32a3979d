"""Titles and names printed in capitals, as they stand inside a sentence.

`ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN` -> `Ủy ban nhân dân tỉnh Bình Thuận`. Capitals hide which words are names; the plan's own running
text tells most of them, a short list the rest (Nghị định 30/2020/NĐ-CP, Phụ lục II).
"""

import re
from collections.abc import Iterable, Sequence

from kedraft.vietnamese.text import new_tone, squeeze

_LETTER = re.compile(r"[^\W\d_]")
_ROMAN_NUMERAL = re.compile(r"[IVXLC]+\Z")
_VOWEL = re.compile("[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_KINDS = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|đặc khu|xã|phường"

#: Abbreviations with a vowel, which letters alone do not give away.
_ABBREVIATIONS = frozenset(
    {
        "UBND",
        "ASEAN",
        "OCOP",
        "UNESCO",
        "UNICEF",
        "HIV/AIDS",
        "HIV",
        "AIDS",
        "COVID",
        "APEC",
        "WTO",
        "AI",
        "ATGT",
        "ATTP",
        "CNTT",
        "CCHC",
        "QLNN",
    }
)

#: Words that keep a capital wherever they stand (Phụ lục II; types of document when one specific document is meant).
_NAMES = (
    "Việt Nam", "Đảng Cộng sản Việt Nam", "Nhà nước", "Nhân dân", "Đảng", "Chính phủ", "Quốc hội", "Hồ Chí Minh", "Bác Hồ", "Tây Bắc",
    "Đông Bắc", "Bắc Bộ", "Trung Bộ", "Nam Bộ", "Tây Nguyên", "Biển Đông", "Tết", "Trung ương", "Thủ tướng Chính phủ", "Ủy ban nhân dân",
    "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc", "Đề án", "Chương trình mục tiêu quốc gia", "Bộ luật",
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Kết luận", "Thông tư", "Chiến lược", "Pháp lệnh", "Covid-19",
)  # fmt: skip
_NUMBERED_DOCUMENT = re.compile(r"\b(kế hoạch|chương trình|công văn|thông báo|hướng dẫn|quy chế)(?= số \d)")

_BODIES = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Văn phòng Chính phủ", "Thủ tướng Chính phủ", "Chính phủ",
    "Ban Chỉ đạo", "Ban Chấp hành", "Ban Thường vụ", "Ban Chỉ huy", "Ban Tổ chức", "Bộ Chỉ huy", "Chủ tịch Ủy ban nhân dân", "Văn phòng",
    "Hội đồng", "Ủy ban", "Công an", "Thanh tra", "Đảng ủy", "Huyện ủy", "Tỉnh ủy", "Thành ủy", "Phòng", "Chi cục", "Cục", "Tổng cục",
    "Trung tâm", "Ban", "Bộ", "Sở",
)  # fmt: skip


#: Bodies whose name lists their fields, each with a capital.
_WITH_FIELDS = frozenset({"Bộ", "Sở", "Phòng", "Cục", "Chi cục", "Tổng cục", "Trung tâm", "Văn phòng"})


def is_capitals(text: str) -> bool:
    """Whether the letters are nearly all capital."""
    letters = _LETTER.findall(text)
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) > 0.85 * len(letters)


def first_lower(text: str) -> str:
    """The first letter made small, as inside a sentence, unless a name or an abbreviation begins there."""
    words = text.split(" ", 2)
    head = words[0]
    if not head or not head[0].isupper() or (len(head) > 1 and head.isupper()):
        return text
    if any(text == name or text.startswith(f"{name} ") for name in _NAMES) or text.startswith(
        ("Luật ", "Kế hoạch số ")
    ):
        return text
    if any(_opens_with_body(text, body) for body in _BODIES):
        return text
    if len(words) > 1 and words[1][:1].isupper() and not words[1].isupper():  # two capitals in a row: a name
        return text
    return head[0].lower() + text[1:]


def _opens_with_body(text: str, body: str) -> bool:
    """Whether a text opens with a body; one of a single word is told by the name that follows: `Phòng Y tế`, not `Phòng cháy`."""
    rest = text.removeprefix(f"{body} ")
    return text == body or (rest != text and (" " in body or rest[:1].isupper()))


def first_upper(text: str) -> str:
    """The first letter made capital."""
    return text[:1].upper() + text[1:]


def sentence_case(text: str, *, like: Iterable[str] = (), names: Iterable[str] = ()) -> str:
    """A title in capitals as a sentence would write it; any other title as it stands.

    `like` is running text of the same plan: words that stand there in the middle of a sentence lend their capitals. `names` are known
    proper names.
    """
    text = squeeze(text)
    if not is_capitals(text):
        return text
    tokens = text.split(" ")
    words = [_lowered(token, tokens[i - 1] if i else "") for i, token in enumerate(tokens)]
    lent = _as_in(words, "\n".join(like))
    return first_upper(_with_names(" ".join(lent), names))


def body_name(printed: str, *, like: Iterable[str] = ()) -> str:
    """A body's name printed in capitals, as it stands inside a sentence; `like` as for `sentence_case`."""
    text = new_tone(squeeze(printed))
    if not is_capitals(text):
        return text
    words = [_lowered(token, "") for token in text.split(" ")]
    known = _inside(" ".join(words), (said := "\n".join(like)).lower(), said)
    if known is not None:
        return first_upper(known)
    return _body_in_words(" ".join(words))


def _body_in_words(text: str) -> str:
    for body in _BODIES:
        if text == body.lower():
            return body
        if text.startswith(f"{body.lower()} "):
            return f"{body} {_after_body(text[len(body) + 1 :], several=body in _WITH_FIELDS)}"
    return first_upper(_after_body(text, several=False))


def place_name(text: str) -> str:
    """`bình thuận` -> `Bình Thuận`: every syllable of a place name is capital."""
    return " ".join(first_upper(part) for part in text.split(" "))


def _after_body(rest: str, *, several: bool) -> str:
    """What follows the type of a body: its field (or several), then perhaps the unit that it belongs to."""
    found = re.search(rf"(?:\A|(?<= ))({_KINDS}) (?!hội\b)(?=\S)", rest)
    if not found:
        return _field(rest, several)
    kind, name = found.group(1), place_name(rest[found.end() :])
    if name == "Hồ Chí Minh" or name.isdigit():
        kind = first_upper(kind)
    field = _field(rest[: found.start()].rstrip(), several)
    return f"{field} {kind} {name}" if field else f"{kind} {name}"


def _field(text: str, several: bool) -> str:
    """`thông tin và truyền thông` -> `Thông tin và Truyền thông` (Phụ lục II, IV.1a); a committee's task only begins with a capital."""
    if not several:
        return _with_names(first_upper(text), ())
    head, about, rest = text.partition(" về ")
    named = re.sub(r"(\A|, | - | và )(\w)", lambda found: found.group(1) + found.group(2).upper(), head)
    return _with_names(named + about + rest, ())


def _lowered(token: str, before: str) -> str:
    core = token.strip("“”\"'(),.;:")
    if any(c.isdigit() for c in core) or core in _ABBREVIATIONS:
        return token
    if _ROMAN_NUMERAL.match(core) and (
        len(core) > 1 or before.lower() in {"đoạn", "quý", "đợt", "khóa", "lần", "hạng", "loại", "vùng"}
    ):
        return token
    if len(core) > 1 and _LETTER.search(core) and not _VOWEL.search(core.lower()):
        return token
    return token.lower()


def _as_in(words: Sequence[str], text: str) -> list[str]:
    """`words` with the capitals that `text` gives them, the longest common run of two or more words first."""
    folded = text.lower()
    if len(folded) != len(text):
        return list(words)
    out: list[str] = []
    at = 0
    while at < len(words):
        size = next(
            (
                n
                for n in range(len(words) - at, 1, -1)
                if _inside(" ".join(words[at : at + n]), folded, text) is not None
            ),
            1,
        )
        run = " ".join(words[at : at + size])
        lent = _inside(run, folded, text) if size > 1 else None
        out.append(lent if lent is not None else run)
        at += size
    return out


def _inside(run: str, folded: str, text: str) -> str | None:
    """`run` as written in `text` where it stands in the middle of a sentence, or None."""
    run, at = run.lower(), -1
    while (at := folded.find(run, at + 1)) >= 0:
        end = at + len(run)
        before = text[:at].rstrip(" ")[-1:]
        whole = (at == 0 or not text[at - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
        written = text[at:end]
        if whole and before not in ("", "\n", *'.:;!?“"‘-+)') and not is_capitals(written):
            return written
    return None


def _with_names(text: str, names: Iterable[str]) -> str:
    for name in sorted({*names, *_NAMES}, key=len):
        if name.lower() in text.lower():
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, text, flags=re.IGNORECASE)
    text = _NUMBERED_DOCUMENT.sub(lambda found: first_upper(found.group(1)), text)
    return re.sub(
        rf"\b({_KINDS}) hồ chí minh",
        lambda found: f"{first_upper(found.group(1))} Hồ Chí Minh",
        text,
        flags=re.IGNORECASE,
    )
