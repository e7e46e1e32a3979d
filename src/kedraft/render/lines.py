"""Where words break into lines that look even, and how long the rule below them is."""

from itertools import combinations, pairwise

from kedraft.render.metrics import width

#: A collective's name ends here: what follows is better on a line of its own.
_COLLECTIVES = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")
_HEADS = ("BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "TỔ CÔNG TÁC", "HỘI ĐỒNG", "VĂN PHÒNG", "TRUNG TÂM", "CHI CỤC")
_OPENERS = frozenset(["VÀ", "VỀ", "CỦA", "TỈNH", "HUYỆN", "XÃ", "PHƯỜNG", "QUẬN", "THÀNH", "THỊ", "ĐẶC", "CẤP"])
_MANY_WORDS = 26


def collective_lines(name: str, room: int, size: float, style: str) -> tuple[str, ...]:
    """A body's name in as few lines as fit into `room` twips, evenly long; `ỦY BAN NHÂN DÂN` has its own line."""
    for head in _COLLECTIVES:
        if name.startswith(head + " "):
            return (head, *balanced(name[len(head) + 1 :], room, size, style))
    return balanced(name, room, size, style)


def balanced(text: str, room: int, size: float, style: str) -> tuple[str, ...]:
    """`text` in as few lines as fit into `room`, evenly long, not ending in a small word; words are never lost."""
    words = text.split()
    greedy = wrap(words, room, size, style)
    if len(greedy) < 2 or len(words) > _MANY_WORDS:
        return greedy
    best = min(
        (_lines(words, cuts) for cuts in combinations(range(1, len(words)), len(greedy) - 1)),
        key=lambda lines: _unevenness(lines, room, size, style),
    )
    return best if all(width(line, size, style) <= room for line in best) else greedy


def wrap(words: list[str], room: int, size: float, style: str) -> tuple[str, ...]:
    """Lines as Word breaks them: each takes as many words as fit."""
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}", size, style) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def even_width(text: str, room: int, size: float, style: str) -> int:
    """The narrowest width, in twips, at which `text` takes no more lines than at `room`: its lines are then even."""
    words = text.split()
    lines = len(wrap(words, room, size, style))
    if lines < 2:
        return room
    low, high = room // 2, room
    while high - low > 40:
        middle = (low + high) // 2
        low, high = (low, middle) if len(wrap(words, middle, size, style)) <= lines else (middle, high)
    return high


def rule_length(lines: tuple[str, ...], share: float, low: float, high: float, size: float, style: str) -> int:
    """A rule `share` of the longest line, and where that can be no more than `high` of the last one."""
    if not lines:
        return 0
    longest = max(width(line, size, style) for line in lines)
    last = width(lines[-1], size, style)
    return round(max(longest * low, min(longest * share, last * high)))


def _lines(words: list[str], cuts: tuple[int, ...]) -> tuple[str, ...]:
    edges = (0, *cuts, len(words))
    return tuple(" ".join(words[a:b]) for a, b in pairwise(edges))


def _unevenness(lines: tuple[str, ...], room: int, size: float, style: str) -> float:
    widths = [width(line, size, style) for line in lines]
    longest = max(widths) or 1
    cost = sum((1 - w / longest) ** 2 for w in widths) + sum(10 for w in widths if w > room)
    for before, after in pairwise(lines):
        first, last = after.split(" ", 1)[0].upper(), before.rsplit(" ", 1)[-1].upper()
        cost -= 0.25 * (first in _OPENERS) + 0.25 * before.upper().endswith(_HEADS)
        cost += 0.5 * (last in _OPENERS) + 0.5 * (first == "-") + 0.1 * (last == "-")
    return cost
