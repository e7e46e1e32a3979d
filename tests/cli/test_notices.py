"""Every id that a finding may carry can be asked for: `kedraft rules ID` never says that it knows nothing of it."""

import re
from pathlib import Path

import pytest

from kedraft.cli.notices import GROUPS, notice
from kedraft.importers.reading_findings import MEANINGS
from kedraft.lint.run import rulebook

_SOURCE = Path(__file__).resolve().parents[2] / "src" / "kedraft"
_ID = re.compile(r'"((?:PK|HL|KH-[A-Z0-9]{2}|ND30-[A-Z]{2})-\d{2})"')


def ids_in_use() -> list[str]:
    return sorted({found for file in _SOURCE.rglob("*.py") for found in _ID.findall(file.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("key", ids_in_use())
def test_an_id_is_a_rule_a_reading_or_a_notice(key: str) -> None:
    rules = {rule.id for rule in rulebook()} | {reading.value for reading in MEANINGS}
    assert key in rules or notice(key) is not None


def test_a_notice_does_not_hide_a_rule() -> None:
    rules = {rule.id for rule in rulebook()}
    assert not [key for _, notices in GROUPS for key in notices if key in rules]
