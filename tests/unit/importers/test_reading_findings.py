"""What readers say is listed once, each kind with an id of its own."""

from kedraft.importers.reading_findings import MEANINGS, Reading
from kedraft.lint.run import rulebook


def test_every_kind_has_a_meaning_and_an_id_of_its_own() -> None:
    assert list(MEANINGS) == list(Reading)
    assert len(set(MEANINGS.values())) == len(Reading)


def test_only_traces_of_drafting_share_their_id_with_a_rule() -> None:
    assert {kind.value for kind in Reading} & {rule.id for rule in rulebook()} == {Reading.TRACES.value}
