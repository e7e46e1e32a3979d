"""The code that is made of a program says what the program says, however it is put together."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kedraft.model.document import Block, Flow, Letterhead, Line, Role
from kedraft.model.inline import Run
from kedraft.model.plan import Plan
from kedraft.rendering import Template, flow
from kedraft.rendering.filler import DECLARATION, escaped, filler
from kedraft.rendering.flow import bare_flow
from kedraft.rendering.program import Program
from kedraft.rendering.writer import code_of

ROLES = ("clause", "dash", "point", "section", "annex_title")


def view_of(*blocks: Block) -> Flow:
    head = Letterhead(("UBND",), ("XÃ A", "& B"), 3, "Số", "ngày", False)
    return Flow("tên", "ai", head, "KẾ HOẠCH", "về <việc>", 1, 2, blocks, True)


def said(steps: Program, names: dict[str, Any]) -> str:
    """What a program says, read step by step."""
    return "".join(step if isinstance(step, str) else _said(step, names) for step in steps)


def _said(step: list[Any], names: dict[str, Any]) -> str:
    match step:
        case ["print", path, filters, _]:
            text = str(_value(path, names))
            for name in filters:
                text = {"upper": text.upper, "lower": text.lower}[name]()
            return escaped(text)
        case ["if", branches, otherwise]:
            chosen = next((inner for test, inner in branches if _holds(test, names)), otherwise)
            return said(chosen, names)
        case ["for", name, path, inner]:
            values = _value(path, names)
            last = len(values) - 1
            loops = [{"first": at == 0, "last": at == last, "index": at + 1} for at in range(len(values))]
            return "".join(
                said(inner, names | {name: value, "loop": loop}) for value, loop in zip(values, loops, strict=True)
            )
    raise AssertionError(step)


def _value(path: list[str], names: dict[str, Any]) -> Any:
    value = names[path[0]]
    for field in path[1:]:
        value = value[field] if isinstance(value, dict) else getattr(value, field)
    return value


def _holds(test: list[Any], names: dict[str, Any]) -> bool:
    match test:
        case ["path", path]:
            return bool(_value(path, names))
        case ["compare", ["path", path], [["eq", ["const", value]]]]:
            return bool(_value(path, names) == value)
        case ["or", left, right]:
            return _holds(left, names) or _holds(right, names)
        case ["not", inner]:
            return not _holds(inner, names)
    raise AssertionError(test)


def is_role(role: str) -> list[Any]:
    return ["compare", ["path", ["block", "role"]], [["eq", ["const", role]]]]


def written(steps: Program, view: Flow, plain: bool = False) -> str:
    filled = filler(steps)(view._asdict(), plain)
    assert filled.xml == "".join(filled.pieces)
    return filled.xml.removeprefix(DECLARATION)


texts = st.sampled_from(["<a>", "</a>", "b", "'", '"\\"', "{}"])
in_runs = st.one_of(
    texts,
    st.sampled_from(
        [
            ["print", ["run", "text"], [], True],
            ["print", ["run", "text"], ["upper"], True],
            ["print", ["block", "label"], [], True],
            ["print", ["loop", "index"], [], False],
        ]
    ),
)
run_tests = st.sampled_from(
    [
        ["path", ["run", "bold"]],
        ["or", ["path", ["run", "bold"]], ["path", ["run", "italic"]]],
        ["not", ["path", ["run", "italic"]]],
        ["path", ["run"]],
        ["path", ["loop", "first"]],
    ]
)


def choices(tests: st.SearchStrategy[list[Any]], inner: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    steps = st.lists(inner, max_size=3)
    branches = st.lists(st.tuples(tests, steps).map(list), min_size=1, max_size=5)
    return st.builds(lambda branches, otherwise: ["if", branches, otherwise], branches, steps)


runs_steps = st.lists(
    st.one_of(in_runs, choices(run_tests, st.one_of(in_runs, choices(run_tests, in_runs)))), max_size=5
)
in_blocks = st.one_of(
    texts,
    st.sampled_from([["print", ["block", "label"], [], True], ["print", ["block", "inset"], [], False]]),
    st.builds(lambda steps: ["for", "run", ["block", "runs"], steps], runs_steps),
    st.builds(
        lambda steps: ["for", "block", ["block", "runs"], [["print", ["block", "text"], [], True], *steps]],
        st.lists(texts),
    ),
)
roles = st.one_of(st.sampled_from(ROLES).map(is_role), st.just(["path", ["block", "label"]]))
programs = st.lists(
    st.one_of(
        texts,
        st.just(["print", ["subject"], [], True]),
        st.builds(
            lambda steps: ["for", "block", ["blocks"], steps],
            st.lists(st.one_of(in_blocks, choices(roles, in_blocks)), max_size=4),
        ),
    ),
    max_size=4,
)
runs = st.builds(Run, st.sampled_from(["một", "a & b", "", "<"]), st.booleans(), st.booleans())
blocks = st.builds(
    Block,
    st.sampled_from(ROLES).map(Role),
    st.sampled_from(["", "1.", "&"]),
    st.lists(runs, max_size=3).map(tuple),
    st.integers(0, 9),
)


@given(programs, st.lists(blocks, max_size=4))
@settings(max_examples=300, deadline=None)
def test_the_code_says_what_the_program_says(program: Program, some: list[Block]) -> None:
    view = view_of(*some)
    assert written(program, view) == said(program, view._asdict())


def styled(role: str, style: str) -> list[Any]:
    run = ["<r>", ["if", [[["path", ["run", "bold"]], ["<b/>"]]], []], ["print", ["run", "text"], [], True], "</r>"]
    return [is_role(role), [f"<p {style}>", ["for", "run", ["block", "runs"], run], "</p>"]]


def test_paragraphs_that_differ_in_style_only_are_written_by_the_same_lines() -> None:
    def lines(count: int) -> int:
        chain = ["if", [styled(role, role) for role in ROLES[:count]], []]
        return code_of([["for", "block", ["blocks"], [chain]]], True).source.count("\n")

    assert lines(2) == lines(5)


def test_the_first_of_two_branches_for_one_role_counts() -> None:
    chain = ["if", [styled("dash", "1"), styled("point", "2"), styled("dash", "3"), styled("clause", "4")], ["?"]]
    view = view_of(*(Block(role, "", (Run("x", False, False),)) for role in (Role.DASH, Role.CLAUSE, Role.PLUS)))
    assert written([["for", "block", ["blocks"], [chain]]], view) == "<p 1><r>x</r></p><p 4><r>x</r></p>?"


def test_what_is_asked_before_a_role_is_still_asked_first() -> None:
    first = [["path", ["block", "label"]], ["label"]]
    chain = ["if", [styled("dash", "1"), first, styled("point", "2"), styled("clause", "3")], []]
    view = view_of(*(Block(role, "a)", (Run("x", False, False),)) for role in (Role.DASH, Role.POINT)))
    assert written([["for", "block", ["blocks"], [chain]]], view) == "<p 1><r>x</r></p>label"


def test_one_run_is_one_piece_between_what_stands_around_it() -> None:
    chain = ["if", [styled("dash", "1"), styled("point", "2")], []]
    text = "chữ"
    values = view_of(Block(Role.DASH, "", (Run(text, False, False),)))._asdict()
    pieces = filler([["for", "block", ["blocks"], [chain]]])(values, True).pieces
    assert list(pieces) == [DECLARATION, "<p 1><r>", text, "</r></p>"]
    assert pieces[2] is text


@pytest.mark.parametrize("path", [["run", "role"], ["run", "count"], ["run", "text", "upper"], ["nothing"]])
def test_a_field_that_its_value_does_not_have_is_refused(path: list[str]) -> None:
    steps: Program = [["for", "block", ["blocks"], [["for", "run", ["block", "runs"], [["print", path, [], True]]]]]]
    with pytest.raises(ValueError, match="no field"):
        code_of(steps, True)


def test_a_bare_flow_is_the_flow_without_names(plans: dict[str, Plan], template: Template) -> None:
    for plan in plans.values():
        full, bare = flow(plan, template.page), bare_flow(plan, template.page, template.edition)
        assert full == bare
        assert all(type(block) is Block for block in full.blocks)
        assert all(type(run) is Run for block in full.blocks for run in block.runs)
        tables = [block.table for block in full.blocks if block.table]
        assert all(
            type(line) is Line for table in tables for row in table.rows for cell in row.cells for line in cell.lines
        )
