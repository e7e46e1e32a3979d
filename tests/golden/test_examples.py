"""Every story under examples/ is drafted, and its child is what `expected/` says: words first, then findings, then the file."""

from pathlib import Path

import pytest

from kedraft.cli.drafting import Drafted, drafted
from kedraft.pipeline import accept, import_plan, render
from kedraft.report.plan_json import plan_json
from kedraft.report.text import plan_text
from kedraft.workspace import load_template

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STORIES = sorted(path.parent.name for path in EXAMPLES.glob("*/draft.yaml"))


def _done(story: str) -> Drafted:
    return drafted(EXAMPLES / story / "draft.yaml")


def _compare(expected: Path, actual: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


def _words(text: str) -> list[list[str]]:
    """Lines as words: the room left for a blank number or day is no word."""
    return [line.split() for line in text.splitlines()]


def test_there_is_a_story_for_each_kind_of_draft() -> None:
    assert len(STORIES) >= 4


@pytest.mark.parametrize("story", STORIES)
def test_the_child_says_what_is_expected(story: str, request: pytest.FixtureRequest) -> None:
    _compare(EXAMPLES / story / "expected" / "ke-hoach.txt", plan_text(_done(story).draft.plan), request)


@pytest.mark.parametrize("story", STORIES)
def test_the_findings_are_those_expected(story: str, request: pytest.FixtureRequest) -> None:
    lines = [f"{f.severity} {f.rule} {f.where}: {f.message}" for f in _done(story).findings]
    _compare(EXAMPLES / story / "expected" / "findings.txt", "".join(f"{line}\n" for line in lines), request)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_no_finding_of_severity_error(story: str) -> None:
    assert [f.message for f in _done(story).findings if f.severity == "error"] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_word_file_is_read_back_as_the_same_plan(story: str) -> None:
    draft = _done(story).draft
    document = render(draft, load_template())
    again = accept(import_plan(document.data, "child.docx"))
    assert _words(plan_text(again)) == _words(plan_text(draft.plan))


@pytest.mark.parametrize("story", STORIES)
def test_a_parent_survives_being_rendered_and_read_again(story: str) -> None:
    name = "ke-hoach-cap-tren.docx"
    first = import_plan((EXAMPLES / story / name).read_bytes(), name)
    document = render(accept(first), load_template())
    again = import_plan(document.data, name)
    before, after = plan_json(first), plan_json(again)
    told = ("set_aside", "findings", "header_lines", "annexes")  # page headers, rules and the room of blanks are layout
    for part in before.keys() - set(told):
        assert after[part] == before[part], part
    assert [(one["label"], one["heading"], one["children"]) for one in after["annexes"]] == [
        (one["label"], one["heading"], one["children"]) for one in before["annexes"]
    ]


@pytest.mark.parametrize("story", STORIES)
def test_rendering_twice_gives_the_same_bytes(story: str) -> None:
    draft = _done(story).draft
    template = load_template()
    assert render(draft, template).data == render(draft, template).data
