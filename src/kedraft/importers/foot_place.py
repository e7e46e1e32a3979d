"""Where the foot begins: at a Nơi nhận or a signature, and not at a heading of the body that only looks like one."""

from collections.abc import Callable, Sequence

from kedraft.grammar.shape import is_person, is_person_in_capitals, is_terminal
from kedraft.grammar.tree import label_of
from kedraft.importers.annex_lines import annex_label
from kedraft.importers.foot_lines import (
    has_authority,
    is_kept,
    is_recipients,
    is_signature,
    is_signed_note,
    lost_recipients,
)
from kedraft.model.plan import Marker
from kedraft.model.source import SourceParagraph, SourceTable
from kedraft.vietnamese.labels import NUMBERED
from kedraft.vietnamese.text import squeeze

_NEAR = 12  # lines between an office and its name, with seal and pen
_REST = 40  # lines of a scan's foot that may still hold what is left of the Nơi nhận

Block = SourceParagraph | SourceTable
_Mark = Callable[[str, Block], bool]


def foot_start(blocks: Sequence[Block], body: int, first: int, *, scanned: bool = False) -> int:
    """Index of the foot's first block, sought from `first` on; `len(blocks)` without a foot."""
    texts = [squeeze(block.text.text) if isinstance(block, SourceParagraph) else "" for block in blocks]
    foot = _Marks(blocks, texts).first(body, first)
    if scanned and (foot == len(blocks) or not is_recipients(texts[foot])):
        seen = texts[: foot + _REST]
        if not any(map(is_recipients, seen[body:])) and (lost := lost_recipients(seen, body)) is not None:
            return min(foot, lost)
    while body < foot < len(blocks) and texts[foot - 1] and is_signature(texts[foot - 1]):
        foot -= 1
    return foot


class _Marks:
    """What speaks for and against each line that may open the foot."""

    def __init__(self, blocks: Sequence[Block], texts: Sequence[str]) -> None:
        self._blocks, self._texts = blocks, texts
        self._found: dict[_Mark, int] = {}

    def _next(self, mark: _Mark, at: int) -> int:
        """The first index behind `at` that has the mark, else the end; asked with growing indexes, so all asking is one walk."""
        found = self._found.get(mark, 0)
        if found <= at:
            found = at + 1
            while found < len(self._texts) and not (
                self._texts[found] and mark(self._texts[found], self._blocks[found])
            ):
                found += 1
            self._found[mark] = found
        return found

    def first(self, body: int, start: int) -> int:
        """The first line that opens a foot."""
        return next((at for at in range(max(body, start), len(self._texts)) if self._opens(at, body)), len(self._texts))

    def _opens(self, at: int, body: int) -> bool:
        text = self._texts[at]
        if not text:
            return False
        if is_recipients(text):
            # another Nơi nhận before any signature: this one is a paragraph of the body
            sure = self._next(_is_sure, at)
            return not is_recipients(self._at(sure)) or min(self._next(_closes, at), self._next(_is_annex, at)) < sure
        if at == body or not is_signature(text):
            return False
        return has_authority(text) or self._is_signed(at) or not self._body_goes_on(at)

    def _at(self, at: int) -> str:
        return self._texts[at] if at < len(self._texts) else ""

    def _is_signed(self, at: int) -> bool:
        """Whether a name, a note of signing or the Nơi nhận stands near the office, with only its own lines between."""
        for text, block in zip(self._texts[at + 1 : at + _NEAR], self._blocks[at + 1 : at + _NEAR], strict=False):
            if isinstance(block, SourceTable):
                return True
            if is_person(text) or is_person_in_capitals(text) or is_signed_note(text) or is_recipients(text):
                return True
            if label_of(block) or is_terminal(text):
                return False
        return False

    def _body_goes_on(self, at: int) -> bool:
        """Whether, before an annex, the foot itself or an item that goes on with the numbering comes behind."""
        return min(self._next(_is_sure, at), self._next(_goes_on, at)) < self._next(_is_annex, at)


def _is_annex(text: str, _: Block) -> bool:
    return annex_label(text) is not None


def _is_sure(text: str, _: Block) -> bool:
    return is_recipients(text) or (is_signature(text) and has_authority(text))


def _closes(text: str, _: Block) -> bool:
    """Whether the line ends a Nơi nhận: its last entry, or the signature."""
    return is_kept(text) or is_signature(text)


def _goes_on(_: str, block: Block) -> bool:
    """Whether the block is an item of the body, and not the first of a portal's list."""
    if not isinstance(block, SourceParagraph):
        return False
    labels = [label for label in label_of(block) if label.marker in NUMBERED]
    return any(label.value > 1 or label.marker in (Marker.ROMAN, Marker.PART) for label in labels)
