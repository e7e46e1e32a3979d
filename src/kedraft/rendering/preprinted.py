"""Pages of which most is printed once: the same blocks of thousands of documents, the others set between them.

What comes of it is, byte for byte, what `kedraft.rendering.document` prints. Blocks that never change are printed, proved and encoded once; of
each document the head, the blocks that vary and the foot are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from kedraft.model.document import Block, Flow
from kedraft.rendering.document import PROPERTIES, needs_escape_in
from kedraft.rendering.filler import DECLARATION, Fill, Filled, has_breaks
from kedraft.rendering.pack import Content, content
from kedraft.rendering.program import BLOCKS, separate
from kedraft.rendering.proof import block_texts, head_texts, prove
from kedraft.rendering.template import Template

#: Blocks in a row, printed; or the place of one that varies.
_Stretch = Content | int


@dataclass(frozen=True, slots=True)
class Preprinted:
    """Phần in sẵn - the printed blocks of one mould, with places for those that vary.

    `others`: the template's parts before the one with the blocks and those behind it; `fills`: what fills in that part before its
    blocks, one block, and behind them.
    """

    name: bytes
    others: tuple[tuple[tuple[bytes, Fill], ...], tuple[tuple[bytes, Fill], ...]]
    fills: tuple[Fill, Fill, Fill]
    stretches: tuple[_Stretch, ...]
    template: Template

    @classmethod
    def of(cls, view: Flow, varying: Sequence[int], template: Template) -> "Preprinted | None":
        """What is printed once of pages whose blocks at `varying` are others each time.

        None where a template does not print each block by itself, or where blocks hold tabs or line ends. Raises `WordsLost`.
        """
        for at, (name, fill) in enumerate(template.parts):
            parts = separate(fill.program)
            if parts is None:
                continue
            block = Fill(parts.blocks)
            stretches = tuple(_stretches(view.blocks, varying, block))
            if None in stretches:
                return None
            others = template.parts[:at], template.parts[at + 1 :]
            fills = Fill(parts.before), block, Fill(parts.behind)
            return cls(name, others, fills, cast("tuple[_Stretch, ...]", stretches), template)
        return None

    def printed(self, view: Flow) -> bytes | None:
        """The bytes of a Word file; None where this document must be printed as a whole. Raises `WordsLost`."""
        values = view._asdict()
        blocks = tuple([view.blocks[at] for at in self.stretches if type(at) is int])
        texts = [*head_texts(view), *block_texts(blocks)]
        plain = not needs_escape_in(view, texts, blocks)
        before, block, behind = self.fills
        head, foot = before.pieces(values, plain), behind.pieces(values, plain)
        varying = [block.pieces({BLOCKS: (one,)}, plain) for one in blocks]
        own = [head, *varying, foot]
        joined = ["".join(pieces) for pieces in own]
        if any(has_breaks(xml, at) for xml, at in zip(joined, (len(DECLARATION), *[0] * len(own)), strict=False)):
            return None
        filled = [tuple((name, fill(values, plain)) for name, fill in parts) for parts in self.others]
        pages = [part for parts in filled for name, part in parts if name != PROPERTIES]
        prove([*map(Filled, joined, own), *pages], texts)
        front, rear = (tuple((name, content(part.xml)) for name, part in parts) for parts in filled)
        return self.template.package.pack((*front, (self.name, self._content(joined)), *rear))

    def _content(self, own: list[str]) -> Content:
        """The part with the blocks: all that was printed once, and a document's own between it."""
        left = map(content, own)
        out = [*next(left)]
        for stretch in self.stretches:
            out += next(left) if isinstance(stretch, int) else stretch
        return (*out, *next(left))


def _stretches(blocks: Sequence[Block], varying: Sequence[int], fill: Fill) -> Iterator[_Stretch | None]:
    """The blocks that never change, printed, between the places of those that vary; None for such as cannot be printed once."""
    start = 0
    for at in (*sorted(varying), len(blocks)):
        if start < at:
            yield _stretch(blocks[start:at], fill)
        if at < len(blocks):
            yield at
        start = at + 1


def _stretch(blocks: Sequence[Block], fill: Fill) -> Content | None:
    pieces = fill.pieces({BLOCKS: blocks})
    xml = "".join(pieces)
    if has_breaks(xml):
        return None
    prove([Filled(xml, pieces)], block_texts(blocks))
    return content(xml)
