"""The story's plan as a draft file with words of its own only: what `kedraft draft` costs when nothing is inherited.

The draft file asks for a parent, so a plan of one section stands behind it, as plan data; none of it is taken over.
"""

from collections.abc import Iterator
from pathlib import Path

from stages import STORY

from kedraft.cli.drafting import drafted
from kedraft.model.plan import Item, Plan
from kedraft.workspace.yaml_out import dump_plan


def typed(folder: Path) -> Path:
    """Writes that draft file, with its parent, and returns its path. Its document has the words of the story's, or this raises."""
    folder.mkdir(parents=True, exist_ok=True)
    story = drafted(STORY / "draft.yaml").draft
    above = story.parent.evolve(sections=story.parent.sections[:1], closing=(), annexes=())
    (folder / "cap-tren.yaml").write_text(dump_plan(above), encoding="utf-8")
    written = (STORY / "draft.yaml").read_text(encoding="utf-8")
    head = written.partition("\nbases:")[0].replace("parent: ke-hoach-cap-tren.docx", "parent: cap-tren.yaml")
    path = folder / "draft.yaml"
    path.write_text("\n".join((head, *_lines(story.plan))) + "\n", encoding="utf-8")
    _must_agree(story.plan, drafted(path).draft.plan)
    return path


def _lines(plan: Plan) -> Iterator[str]:
    yield "bases: []"
    yield from _block("", "opening", [one.text.text for one in plan.opening])
    yield "sections:"
    yield from ('  - drop: "I"', "    reason: Kế hoạch này do xã tự viết")
    for section in plan.sections:
        yield from _section(section.heading.text if section.heading else "", section.children)
    yield from _block("", "closing", [one.text.text for one in plan.closing])
    yield "recipients:"
    yield from (f'  - "{one.text}"' for one in plan.recipients)
    yield "annexes:"
    for annex in plan.annexes:
        yield from _section(annex.heading or "", annex.children)


def _section(heading: str, items: tuple[Item, ...]) -> Iterator[str]:
    yield f'  - heading: "{heading}"'
    yield from _block("    ", "text", [line for item in items for one in item.walk() for line in _typed(one)])


def _typed(item: Item) -> Iterator[str]:
    """An item as a person types it: a lead-in and the words after it are lines of their own."""
    if item.table:
        rows = [f"| {' | '.join(row)} |" for row in item.table.grid()]
        yield from (rows[0], "|" + " --- |" * len(item.table.grid()[0]), *rows[1:])
        return
    words = " ".join(part.text for part in (item.heading, item.text) if part)
    yield f"{item.label} {words}" if item.label else words


def _block(indent: str, key: str, lines: list[str]) -> Iterator[str]:
    yield f"{indent}{key}: |"
    yield from (f"{indent}  {line}" for line in lines)


def _must_agree(story: Plan, own: Plan) -> None:
    ours, theirs = _words(own), _words(story)
    if ours != theirs:
        first = next((pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]), (len(ours), len(theirs)))
        raise AssertionError(f"the typed draft is another plan: {first}")


def _words(plan: Plan) -> list[str]:
    return [*(one.text.text for one in plan.opening), *(f"{i.label} {i.words}" for i in plan.walk()), plan.subject]
