"""Rows that are found in the packaged table as the text that it is."""

import pytest

from kedraft.units.rows import packaged_text
from kedraft.units.text import RowText


@pytest.mark.parametrize(
    ("words", "names"),
    [("1", {"1"}), ("krôngana", {"Krông A Na", "Krông Ana"}), ("10", {"10"}), ("khôngcóởđâu", set())],
)
def test_a_name_is_sought_among_names_not_in_other_columns(words: str, names: set[str]) -> None:
    assert {row.name for row in RowText(packaged_text()).alike(words)} == names
