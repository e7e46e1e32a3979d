"""Lines of the signature that a narrow column has cut in the middle of an office: `KT.` / `CHỦ TỊCH`, `TM. ỦY` / `BAN NHÂN DÂN`."""

from collections.abc import Iterable

from kedraft.grammar.lines import put_together
from kedraft.grammar.shape import is_upper
from kedraft.importers.foot_lines import has_authority, is_office
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.letters import pattern

_LONGEST = 60  # letters of a signature's line
_BARE_AUTHORITY = pattern(r"['‘“]?(?:T/?M|KT|TL|TUQ|Q)\s?\.\Z")
#: Two words that stand together in an office's or a body's name, with the line end between them.
_PARTED = pattern(
    r"(?:[UỦ][YỶ]\nBAN|BAN\nNHÂN DÂN|NHÂN\nDÂN|CHỦ\n(?:TỊCH|NHIỆM)|GIÁM\nĐỐC|HIỆU\nTRƯỞNG|TRƯỞNG\nBAN|BÍ\nTHƯ|CHÁNH\n(?:VĂN|THANH)|VĂN\nPHÒNG)(?!\w)"
)
_OFFICE_BEGUN = pattern(r"(?:PHÓ )?(?:CHỦ|GIÁM|HIỆU|BÍ|CHÁNH(?: VĂN)?)\Z")


def join_offices(blocks: Iterable[SourceParagraph | SourceTable]) -> tuple[SourceParagraph | SourceTable, ...]:
    """The blocks with such lines put together; nothing else changes."""
    out: list[SourceParagraph | SourceTable] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, SourceParagraph) and isinstance(last, SourceParagraph) and _is_parted(last, block):
            out[-1] = put_together([last, block])
        else:
            out.append(block)
    return tuple(out)


def _is_parted(above: SourceParagraph, below: SourceParagraph) -> bool:
    first, then = above.text.text.strip(), below.text.text.strip()
    if above.label is not None or below.label is not None or max(len(first), len(then)) > _LONGEST:
        return False
    if not is_upper(then) or not (first[:1].isupper() or first[:1] in "'‘“"):
        return False
    if _BARE_AUTHORITY.match(first):
        return not has_authority(then)
    if first == "PHÓ" or (has_authority(first) and first.endswith(" PHÓ")):
        return is_office(then)
    return bool(
        (has_authority(first) or _OFFICE_BEGUN.match(first))
        and is_upper(first)
        and _PARTED.search(f"{first}\n{then}", max(0, len(first) - 12))
    )
