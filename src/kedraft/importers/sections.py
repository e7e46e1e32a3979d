"""The body: its blocks, where it ends, and the closing paragraphs behind its last item."""

from collections.abc import Iterator, Sequence

from kedraft.grammar.citations import find_citations
from kedraft.grammar.shape import is_rule, is_upper
from kedraft.grammar.tree import label_of
from kedraft.importers.annexes import is_annex
from kedraft.importers.foot import Foot, read_foot
from kedraft.importers.frame import Block, Frame
from kedraft.importers.opening import words_of
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedNode, ParsedParagraph
from kedraft.model.plan import CitedDocument, Marker
from kedraft.model.source import SourceParagraph
from kedraft.vietnamese.letters import pattern

_LAST_WORDS = pattern(r"Trên đây là ")
_SURE_CLOSING = pattern(
    r"Trên đây là|Trong quá trình|Căn cứ (?:Kế hoạch|nội dung)|Yêu cầu|Đề nghị (?:các|Thủ trưởng)|Kế hoạch này"
)
_CLOSING = pattern(
    r"(?:Trên đây|Trong quá trình|Quá trình|Căn cứ (?:Kế hoạch|nội dung)|Yêu c[ầu]|Y&u|Đề nghị (?:các|Thủ trưởng|UBND|Ủy ban)|Kế hoạch này|Nhận được|Giao |Các (?:sở|cơ quan|đơn vị|phòng|ban)|Thủ trưởng|"
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ban Chỉ đạo|Chủ tịch)[^.]{0,80}?(?:yêu cầu|đề nghị|giao)|Nếu có|Trường hợp|Định kỳ|Hằng năm|Trước ngày|Với )"
)


def body_blocks(frame: Frame, end: int) -> tuple[list[Block], frozenset[int]]:
    """The body's blocks without drawn lines, and the positions among them of headings that have no number."""
    kept = [
        at
        for at in range(frame.body, end)
        if not (
            isinstance(block := frame.blocks[at], SourceParagraph) and block.label is None and is_rule(words_of(block))
        )
    ]
    headings = frozenset(position for position, at in enumerate(kept) if at in frame.headings)
    return [frame.blocks[at] for at in kept], headings


def unnumbered(frame: Frame) -> Iterator[Finding]:
    """A finding where sections were told by their looks alone."""
    if frame.headings:
        first = frame.blocks[min(frame.headings)]
        yield Finding(
            rule="KH-ND-03",
            severity=Severity.WARNING,
            message=f"Các đề mục không đánh số, được nhận theo chữ in hoa hoặc in đậm ({len(frame.headings)} đề mục, từ “{words_of(first)[:60]}”); hãy đối chiếu với bản gốc.",
            where=first.place,
        )


def without_closing(body: Sequence[Block]) -> tuple[list[Block], tuple[ParsedParagraph, ...]]:
    """The body without its last words (`Trên đây là Kế hoạch …`) where an item stands right before them; and those words.

    What an item says is told from whether anything stands below it: its words must not be followed by the plan's own.
    """
    end = len(body)
    while end and isinstance(block := body[end - 1], SourceParagraph) and not label_of(block):
        end -= 1
    start = next((at for at in range(end, len(body)) if _LAST_WORDS.match(words_of(body[at]))), len(body))
    if start == len(body) or start != end or not end or _is_heading(body[end - 1]):
        return list(body), ()
    said = (block for block in body[start:] if isinstance(block, SourceParagraph))
    taken = tuple(ParsedParagraph(text=block.text, cites=_cites(block.text), place=block.place) for block in said)
    return list(body[:end]), taken


def _is_heading(block: Block) -> bool:
    """Whether the block is a section's heading, or a lead-in: what stands below it is its own, or nothing would."""
    return not isinstance(block, SourceParagraph) or is_upper(block.own.text) or words_of(block).endswith(":")


def ends(frame: Frame, paragraphs: Sequence[SourceParagraph], foot: Foot, wrapped: bool) -> tuple[int, int]:
    """Index where the body ends, and where what stands behind the foot begins."""
    if not wrapped:
        return frame.foot, max(foot.last, frame.foot)
    inner = read_foot(paragraphs, frame.foot) if frame.foot < len(paragraphs) else None
    if inner is None:
        annex = next((i for i in range(frame.body, len(frame.blocks)) if is_annex(frame.blocks, i)), len(frame.blocks))
        return annex, annex
    return frame.foot, frame.foot


def closing(nodes: tuple[ParsedNode, ...]) -> tuple[tuple[ParsedNode, ...], tuple[ParsedParagraph, ...]]:
    """The closing paragraphs, taken from the end of the last section: plain ones behind its last item."""
    if not nodes:
        return nodes, ()
    last = nodes[-1]
    path = [last]
    while path[-1].children and path[-1].children[-1].marker is not Marker.NONE and path[-1].children[-1].children:
        path.append(path[-1].children[-1])
    for depth in range(len(path) - 1, -1, -1):
        tail = _tail(path[depth])
        if tail:
            texts = [(node.text or Inline(text=""), node.place) for node in tail]
            taken = tuple(ParsedParagraph(text=text, cites=_cites(text), place=place) for text, place in texts)
            node = path[depth].evolve(children=path[depth].children[: len(path[depth].children) - len(tail)])
            for up in range(depth - 1, -1, -1):
                node = path[up].evolve(children=(*path[up].children[:-1], node))
            return (*nodes[:-1], node), taken
    return nodes, ()


def _cites(text: Inline) -> tuple[CitedDocument, ...]:
    return tuple(citation.document for citation in find_citations(text.text))


def _says_its_own(node: ParsedNode, last: ParsedNode) -> bool:
    """Whether an item is complete without the plain words below it, and these end the plan: `9. Chủ rừng: chấp hành ….` before `… yêu cầu …./.`"""
    said = node.text.text.rstrip() if node.text else ""
    return said.endswith(".") and bool(last.text and last.text.text.rstrip().endswith("./."))


def _tail(node: ParsedNode) -> tuple[ParsedNode, ...]:
    """Plain paragraphs at the end of `node` that close the plan; never all that the node has to say."""
    plain: list[ParsedNode] = []
    for child in reversed(node.children):
        if child.marker is not Marker.NONE or child.table is not None:
            break
        plain.insert(0, child)
    if not plain:
        return ()
    opens = _CLOSING if len(plain) < len(node.children) or _says_its_own(node, plain[-1]) else _SURE_CLOSING
    start = next((i for i, child in enumerate(plain) if child.text and opens.match(child.text.text)), None)
    if (
        start is None
        and plain[-1].text
        and plain[-1].text.text.rstrip().endswith("./.")
        and len(plain) < len(node.children)
    ):
        start = len(plain) - 1
    if start is None:
        return ()
    if len(plain) == len(node.children) and start == 0 and not node.text:
        start = 1 if len(plain) > 1 else len(plain)
    return tuple(plain[start:])
