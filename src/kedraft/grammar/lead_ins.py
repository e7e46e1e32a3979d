"""Titles and plain lines that lead to what follows them: whether one is a name, breaks off, runs on, or only hands work out."""

from kedraft.grammar.bodies import ORGANS, starts_with_body
from kedraft.grammar.bound import NAMES_FIRST
from kedraft.model.plan import Item
from kedraft.vietnamese.labels import Marker
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import new_tone

#: Letters of the longest line that may be nothing but the names of bodies.
LONGEST_NAME = 160
#: A title that goes on with a whole sentence: `V. BÁO CÁO: các sở, ngành, địa phương gửi báo cáo …`.
_RUNS_IN = lazily(r"[^:.]{2,60}:\s+[^\s]+(?:\s+[^\s]+){6}")


def runs_in(heading: str) -> bool:
    """Whether a title goes on with a sentence of its own."""
    return bool(_RUNS_IN.match(heading))


_UNITS_BEFORE = lazily(r"(?i:(?:các\s+)(?:[^,:]+,\s*)?(?:xã|phường|đặc khu|thị trấn|huyện)\s*:\Z)")


#: `yêu cầu các Sở: Tư pháp, Xây dựng, UBND các xã …`: departments named by their field alone.
_DEPARTMENTS_BEFORE = lazily(
    r"(?i:(?:(?:yêu cầu|giao|đề nghị|chỉ đạo)\s+(?:giám đốc\s+)?các\s+sở(?:,\s*ngành)?|phối hợp(?:\s+với)?\s+các\s+(?:đơn vị|cơ quan|sở|ngành))\s*:\Z)"
)


def breaks_off(heading: str, text: str) -> bool:
    """Whether a run-in heading breaks off before the names that it begins: `UBND các xã: Sơn Tịnh, Bình Sơn hỗ trợ …`."""
    if _DEPARTMENTS_BEFORE.search(heading):
        return "," in text[:60]
    return bool(_UNITS_BEFORE.search(heading) and NAMES_FIRST.match(text) and "," in text.split(" và ")[0][:60])


#: A line that hands its task to the body at its head: `Sở Nội vụ: …`.
_OF_ONE_BODY = lazily(rf"(?:{ORGANS})(?!\w)[^.;:]{{2,160}}:\s*\S")


def hands_out(item: Item) -> bool:
    """Whether an item names its own body, so that a paragraph before it only says that work is handed out."""
    title = new_tone(item.heading.text if item.heading else "")
    return bool(_OF_ONE_BODY.match(new_tone(item.words)) or (title and starts_with_body(title)))


def may_lead(item: Item, following: Item | None) -> bool:
    """Whether a marked line without children can be a title for lines of another mark after it: `* UBND các xã`, then `- …`."""
    apart = following is not None and following.marker not in (Marker.NONE, item.marker)
    text = item.text.text.strip() if item.text else ""
    return apart and item.marker in _LISTS and not item.children and (is_name(text) or text.endswith(":"))


_LISTS = (Marker.BULLET, Marker.DASH, Marker.PLUS)


def is_name(text: str) -> bool:
    """Whether a plain line says nothing but whom the lines after it speak to: `UBND các xã, phường`."""
    short = 0 < len(text) <= LONGEST_NAME and ":" not in text and not text.endswith((".", ";"))
    return short and starts_with_body(text)
