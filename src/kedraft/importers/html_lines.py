"""Lines of a web page as paragraphs: a `<br>` may end a paragraph, a line in it, or a line that was cut anywhere."""

from dataclasses import dataclass

from kedraft.model.inline import Run, inline
from kedraft.model.source import SourceParagraph, SourceTable


@dataclass(slots=True)
class TextLine:
    """A line as gathered: its paragraph, and whether a `<br>` (or a line end in `<pre>`) parts it from the one before."""

    paragraph: SourceParagraph
    broken: bool


def settled(out: list["TextLine | SourceTable"]) -> tuple[list[SourceParagraph | SourceTable], bool]:
    """Blocks, and whether they are lines that may still have to be joined: when most line ends are `<br>`."""
    lines = [one for one in out if isinstance(one, TextLine)]
    broken = sum(line.broken for line in lines) > 0.6 * len(lines) and len(lines) > 8
    blocks: list[SourceParagraph | SourceTable] = []
    gathered: list[TextLine] = []
    for one in [*out, None]:
        if isinstance(one, TextLine):
            gathered.append(one)
            continue
        blocks += [_apart(line) for line in gathered] if broken else whole_paragraphs(gathered)
        gathered = []
        if one is not None:
            blocks.append(one)
    return blocks, broken


def _apart(line: TextLine) -> SourceParagraph:
    """A line of a text that is broken by `<br>`; where a block begins, a gap stands before it."""
    if line.broken:
        return line.paragraph
    return line.paragraph.evolve(look=line.paragraph.look.evolve(gap_before=True))


def whole_paragraphs(lines: list[TextLine]) -> list[SourceParagraph]:
    """Lines that a single `<br>` parts as one paragraph with a line end in it."""
    groups: list[list[SourceParagraph]] = []
    for line in lines:
        one = line.paragraph
        if line.broken and groups and _goes_on(groups[-1][0], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [_joined(group) if len(group) > 1 else group[0] for group in groups]


def _goes_on(first: SourceParagraph, line: SourceParagraph) -> bool:
    return not line.look.gap_before and line.label is None and line.look.align == first.look.align


def _joined(lines: list[SourceParagraph]) -> SourceParagraph:
    """Lines as one paragraph; what all of them share is its look."""
    bold, italic = all(line.look.bold for line in lines), all(line.look.italic for line in lines)
    runs: list[Run] = []
    for line in lines:
        look = line.look
        runs += [Run("\n", False, False)] if runs else []
        runs += [
            Run(run.text, (run.bold or bool(look.bold)) and not bold, (run.italic or bool(look.italic)) and not italic)
            for run in line.text.runs
        ]
    return lines[0].evolve(text=inline(runs), look=lines[0].look.evolve(bold=bold, italic=italic))
