"""Every rule under `lint/rules/` keeps the promise of a rule. A new one is tested by being there."""

import re
from typing import Any

import pytest

from kedraft.lint import Rule, manual, rulebook
from kedraft.lint.content import Content
from kedraft.lint.layout_subject import Layout
from kedraft.lint.run import apply, rule_files, rules_for
from kedraft.model.finding import Findings, Severity
from kedraft.vietnamese.text import share_of_vietnamese

RULES = rulebook()
#: A rule that reads both the words and the page is there once for each.
READ = (*rules_for(Content), *rules_for(Layout))
ID = re.compile(r"(?:ND30|KH|VH|CT)(?:-[0-9A-Z]{2})?-\d{2}\Z")

VIETNAMESE = re.compile("[ạ-ỹđăâêôơư]")


def samples(kind: str) -> list[Any]:
    return [
        pytest.param(rule, sample, id=f"{rule.id}-{rule.subject.__name__}-{kind}{at}")
        for rule in READ
        for at, sample in enumerate(getattr(rule, kind), 1)
    ]


def findings(rule: Rule[Any], sample: Any) -> Findings:
    return apply(rules_for(rule.subject), sample.build())


def show(found: Findings) -> str:
    return "\n".join(f"{one.severity} {one.rule} {one.where}: {one.message}" for one in found)


@pytest.mark.parametrize(("rule", "sample"), samples("bad"))
def test_a_bad_sample_fires_exactly_its_rule(rule: Rule[Any], sample: Any) -> None:
    found = findings(rule, sample)
    assert {one.rule for one in found} == {rule.id}, show(found)


@pytest.mark.parametrize(("rule", "sample"), samples("good"))
def test_a_good_sample_fires_no_error_and_not_its_rule(rule: Rule[Any], sample: Any) -> None:
    found = findings(rule, sample)
    assert not [one for one in found if one.severity is Severity.ERROR or one.rule == rule.id], show(found)


@pytest.mark.parametrize(("rule", "sample"), samples("bad"))
def test_a_message_is_vietnamese_and_names_a_place(rule: Rule[Any], sample: Any) -> None:
    for one in findings(rule, sample):
        assert one.where.field, one
        assert VIETNAMESE.search(one.message), one.message
        assert one.message[-1] in ".?", one.message
        assert one.message[0].isupper() or one.message[0] == '"', one.message
        assert "¤" not in one.message, one.message


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_manual_two_bad_and_two_good_samples(rule: Rule[Any]) -> None:
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert share_of_vietnamese(str(rule.manual)) > 0.05
    for part in (rule.manual.what, rule.manual.why, rule.manual.instead):
        assert part.endswith("."), part
        assert part.lstrip('"')[0].isupper() or part[0] == '"', part
    assert not rule.name.endswith(".")
    assert rule.name in manual(rule.id)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_only_rules_of_the_decree_cite_it(rule: Rule[Any]) -> None:
    assert ID.match(rule.id)
    cited = rule.citation is not None
    assert cited == rule.id.startswith(("ND30-", "VH-")), rule.citation
    if rule.citation:
        assert rule.citation.startswith("Nghị định 30/2020/NĐ-CP, "), rule.citation


def test_ids_are_unique_and_files_are_named_by_them() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    names = rule_files()
    for rule in RULES:
        assert [name for name in names if name.startswith(rule.id.lower().replace("-", "_") + "_")], rule.id
    assert len(names) == len(ids)


def test_every_rule_is_read_on_the_words_or_on_the_page() -> None:
    assert {rule.id for rule in READ} == {rule.id for rule in RULES}


def test_the_plain_samples_are_clean() -> None:
    from kedraft.lint.sample import draft, plan, province

    for sample in (plan(), province(), draft()):
        found = apply(rules_for(Content), sample.build())
        assert not found, show(found)
