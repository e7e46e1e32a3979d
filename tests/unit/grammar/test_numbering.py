"""Labels and ids computed from position."""

from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number, number_annexes
from kedraft.model.plan import Annex


def labels(text: str) -> list[tuple[str, str | None]]:
    return [(one.id, one.label) for item in number(items_from_text(text)) for one in item.walk()]


def test_faulty_numbers_are_set_right() -> None:
    assert labels("I. A\nI. B\nIV. C") == [("I", "I."), ("II", "II."), ("III", "III.")]


def test_the_decrees_own_form_replaces_others() -> None:
    assert [label for _, label in labels("II- A\n1/ B\na. C\n– D")] == ["I.", "1.", "a)", "-"]


def test_decimal_labels_follow_their_parent() -> None:
    assert labels("1. A\n1.1. B\n1.2. C\n2. D\n2.1. E") == [
        ("1", "1."), ("1.1", "1.1."), ("1.2", "1.2."), ("2", "2."), ("2.1", "2.1."),
    ]  # fmt: skip


def test_paragraphs_and_tables_do_not_count() -> None:
    assert labels("1. A\n\nđoạn.\n\n| a | b |\n| c | d |\n\n2. B")[-1] == ("2", "2.")


def test_one_annex_has_no_number_and_several_have_numerals() -> None:
    assert [one.label for one in number_annexes([Annex(id="x")])] == ["Phụ lục"]
    assert [(one.id, one.label) for one in number_annexes([Annex(id="x"), Annex(id="y")])] == [
        ("PL1", "Phụ lục I"),
        ("PL2", "Phụ lục II"),
    ]
