"""A template's part as data: texts, fields, conditions, loops.

    program   a list of steps, plain lists and texts, so that it can be kept as JSON
    ├── "<w:p>…"                             XML as it is
    ├── ["print", path, filters, is_text]    a field
    ├── ["if", [[test, steps], …], steps]    the first test that holds, or the last steps
    └── ["for", name, path, steps]           once for each value

Made from Jinja's syntax tree by `kedraft.rendering.word`, after `kedraft.rendering.language` has read it; `kedraft.rendering.writer`
makes code of it, and `kedraft.rendering.filler` runs that.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

Step = str | list[Any]
Program = list[Step]
#: What a document is a list of, and what a loop calls its positions.
BLOCKS, LOOP = "blocks", "loop"
#: A test and its steps.
Branch = list[Any]


def prints(step: Step) -> bool:
    """Whether a step is a text or a field."""
    return isinstance(step, str) or step[0] == "print"


def paths(steps: object) -> Iterator[list[str]]:
    """Every path that steps, or tests in them, read."""
    if not isinstance(steps, list):
        return
    match steps:
        case ["path", [str(), *_] as path]:
            yield path
        case ["print", path, [*_], bool()]:
            yield path
        case ["for", str(), path, inner]:
            yield path
            yield from paths(inner)
        case _:
            for step in steps:
                yield from paths(step)


class Separate(NamedTuple):
    """A program as three: what it prints for each block by itself, what is printed before all of them, and behind them."""

    before: Program
    blocks: Program
    behind: Program


def separate(program: Program) -> Separate | None:
    """The program as three; None where a block is not printed the same whatever stands around it."""
    loops = [at for at, step in enumerate(program) if _is_for_blocks(step)]
    if len(loops) != 1:
        return None
    at = loops[0]
    made = Separate(program[:at], [program[at]], program[at + 1 :])
    alone = _roots(made.blocks) == {BLOCKS} and BLOCKS not in _roots([*made.before, *made.behind])
    return made if alone else None


def _is_for_blocks(step: Step) -> bool:
    match step:
        case ["for", str(), [path], steps] if path == BLOCKS:
            return not _asks_where(steps)
        case _:
            return False


def _roots(steps: object) -> set[str]:
    """The names that steps read and that no loop around them gives."""
    match steps:
        case ["for", str(name), [str(root), *_], inner]:
            return {root, *(_roots(inner) - {name, LOOP})}
        case ["path", [str(root), *_]] | ["print", [str(root), *_], [*_], bool()]:
            return {root}
        case list():
            return {root for step in steps for root in _roots(step)}
        case _:
            return set()


def _asks_where(steps: Program) -> bool:
    """Whether steps ask about positions in the loop that they stand in."""
    return LOOP in _roots(steps)


def has_loop(steps: Program) -> bool:
    """Whether a loop is among steps or inside them."""
    return any(_loops(step) for step in steps)


def _loops(step: Step) -> bool:
    match step:
        case ["for", *_]:
            return True
        case ["if", branches, otherwise]:
            return has_loop(otherwise) or any(has_loop(steps) for _, steps in branches)
        case _:
            return False


class Alike(NamedTuple):
    """Branches that ask one field for different constants and print the same but for their first texts; and those `left`."""

    path: list[str]
    texts: dict[str | int, str]
    tail: Program
    left: list[Branch]


def alike(branches: list[Branch]) -> Alike | None:
    """The most branches of an `if` that are alike; None where no two are."""
    asked = _asked(branches)
    groups: dict[str, list[int]] = {}
    for at in asked:
        groups.setdefault(repr(branches[at][1][1:]), []).append(at)
    most = max(groups.values(), key=len, default=[])
    if len(most) < 2:
        return None
    first_test, first_steps = branches[most[0]]
    return Alike(
        path=first_test[1][1],
        texts={asked[at]: branches[at][1][0] for at in most},
        tail=first_steps[1:],
        left=[branch for at, branch in enumerate(branches) if at not in most],
    )


def _asked(branches: list[Branch]) -> dict[int, str | int]:
    """The constants that the first branches ask one field for, each for another, so that their order means nothing."""
    found: dict[int, str | int] = {}
    path: list[str] | None = None
    for at, branch in enumerate(branches):
        match branch:
            case [["compare", ["path", asked], [["eq", ["const", str() | int() as value]]]], [str(), *_]]:
                path = path or asked
                if asked != path or value in found.values():
                    break
                found[at] = value
            case _:
                break
    return found
