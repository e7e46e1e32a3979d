"""The developers' page on rules names every rule, with what it reads and its severity as the rule has them."""

import re
from pathlib import Path

from kedraft.lint import rulebook
from kedraft.lint.content import Content
from kedraft.lint.run import rules_for

PAGE = Path(__file__).parents[3] / "docs" / "quy-tac.md"
ROW = re.compile(
    r"^\| (?P<id>[A-Z]+[0-9]*(?:-[0-9A-Z]{2})?-[0-9]{2}) \| (?P<reads>[a-z ]+) \| (?P<severity>\w+) \|", re.MULTILINE
)


def _reads(rule_id: str) -> str:
    words = {one.id for one in rules_for(Content)}
    pages = {one.id for one in rulebook() if one.subject is not Content} | _also_on_the_page()
    return " and ".join(name for name, ids in (("words", words), ("page", pages)) if rule_id in ids)


def _also_on_the_page() -> set[str]:
    from kedraft.lint.layout import Layout

    return {one.id for one in rules_for(Layout)}


def test_every_rule_has_its_row() -> None:
    rows = {row["id"]: (row["reads"], row["severity"]) for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))}
    assert rows == {one.id: (_reads(one.id), one.severity.value) for one in rulebook()}


def test_no_row_stands_twice() -> None:
    ids = [row["id"] for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))]
    assert sorted(set(ids)) == sorted(ids)
