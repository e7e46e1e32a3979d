"""Blocks of an assignment: the bodies that a parent gives work to, each with its lines, also where nothing is numbered."""

import re
from collections.abc import Iterator

from kedraft.grammar.bodies import ORGANS
from kedraft.model.plan import Item, Marker
from kedraft.proposal.sections import title_of
from kedraft.proposal.wording import capital

_BODY = re.compile(rf"(?:(?:Đề nghị|Giao)\s+)?(?:{ORGANS}|Tỉnh|Huyện|Lãnh đạo)(?!\w)")
_LONGEST = 160
#: A block in one line: `Sở Y tế: chuẩn bị cơ số thuốc; …`.
_SAID = re.compile(r"(?P<body>[^:;.]{4,120}):\s+(?P<work>\S.+)", re.DOTALL)


def blocks_of(section: Item) -> tuple[Item, ...]:
    """The section's items; a plain line that only names a body takes the lines below it, as if it were their heading."""
    out: list[Item] = []
    open_block = False
    for child in section.children:
        if is_head(child):
            out.append(child.evolve(heading=child.text, text=None, children=()) if child.text else child)
            open_block = True
        elif open_block and child.marker not in (Marker.NONE, Marker.ROMAN, Marker.ARABIC) and not child.table:
            out[-1] = out[-1].evolve(children=(*out[-1].children, child))
        else:
            out.append(child)
            open_block = False
    return tuple(out)


def is_head(item: Item) -> bool:
    """Whether a plain line is nothing but a body's name."""
    text = item.text.text.strip() if item.text else ""
    plain = item.marker is Marker.NONE and not item.children and not item.heading and not item.table
    return bool(plain and 0 < len(text) <= _LONGEST and text[-1] not in ".;" and ": " not in text and _BODY.match(text))


def lines_of(block: Item) -> Iterator[str]:
    """The pieces of work in a block: its leaves, and those that stand in one line after the body's name."""
    for item in block.walk():
        if not item.text or item.children or item.table:
            continue
        text = item.text.text
        said = _SAID.match(text) if item is block and not title_of(block) else None
        if said and _BODY.match(said["body"]):
            yield from (capital(piece.strip()) for piece in re.split(r";\s+", said["work"]))
        else:
            yield text
