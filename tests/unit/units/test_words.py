"""The index of words behind the search, and the distance of two names."""

from hypothesis import given
from hypothesis import strategies as st

from kedraft.units.names import distance
from kedraft.units.words import WordIndex

words = st.text(alphabet="abc", min_size=1, max_size=4)
texts = st.lists(st.lists(words, max_size=4).map(" ".join), max_size=12)


@given(texts, st.lists(words, min_size=1, max_size=3))
def test_the_index_finds_what_a_look_at_every_text_finds(addresses: list[str], typed: list[str]) -> None:
    index = WordIndex(addresses)
    whole = [at for at, text in enumerate(addresses) if all(word in text.split() for word in typed)]
    begun = [
        at
        for at, text in enumerate(addresses)
        if all(any(one.startswith(word) for one in text.split()) for word in typed)
    ]
    assert list(index.matching(typed)) == whole
    assert list(index.matching(typed, begun=True)) == begun


def test_nothing_typed_finds_nothing() -> None:
    assert list(WordIndex(["a b"]).matching([])) == []


@given(st.text(alphabet="abđ ", max_size=7), st.text(alphabet="abđ ", max_size=7))
def test_the_distance_is_that_of_the_whole_texts(one: str, other: str) -> None:
    assert distance(one, other) == _plainly(one, other)


def _plainly(a: str, b: str) -> int:
    """Optimal string alignment, letter by letter."""
    rows = [[*range(len(b) + 1)]]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
