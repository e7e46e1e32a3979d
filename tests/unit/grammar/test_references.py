"""Which words are a reference into the same plan, and where it leads."""

import pytest

from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number
from kedraft.grammar.places import Places
from kedraft.grammar.references import find_references
from kedraft.model.plan import Annex, IssuingBody, Level, Plan


def targets(text: str) -> list[str]:
    return [".".join(step.numeral or "PL" for step in reference.steps) for reference in find_references(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo Mục II Kế hoạch này", ["II"]),
        ("tại mục III.2", ["III.2"]),
        ("tại mục III.2.b nêu trên", ["III.2.b"]),
        ("khoản 2 Mục III", ["III.2"]),
        ("điểm b khoản 2 Mục III", ["III.2.b"]),
        ("điểm a) khoản 1 Mục I", ["I.1.a"]),
        ("Phần II", ["II"]),
        ("Các cơ quan tại mục 6 III", ["III.6"]),
        ("Mục 1, 2 phần III", ["III.1", "III.2"]),
        ("các mục II, III và IV", ["II", "III", "IV"]),
        ("từ Mục II đến Mục IV", ["II", "IV"]),
        ("khoản 2 và khoản 3 Mục III", ["III.2", "III.3"]),
        ("điểm a, b khoản 2 và khoản 3 Mục III", ["III.2.a", "III.2.b", "III.3"]),
        ("Phụ lục II", ["II"]),
        ("theo Phụ lục kèm theo", ["PL"]),
        ("Phụ lục I, II ban hành kèm theo Kế hoạch này", ["I", "II"]),
        ("Mục II Kế hoạch.", ["II"]),
    ],
)
def test_references_into_the_plan(text: str, found: list[str]) -> None:
    assert targets(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mục II Quyết định số 1079/QĐ-TTg",
        "khoản 2 Điều 5 Luật Trẻ em",
        "khoản 1, khoản 2 Điều 5 và Điều 7 Luật Trẻ em",
        "Mục III Kế hoạch số 12/KH-UBND",
        "Mục III, Mục IV Kế hoạch số 12/KH-UBND",
        "Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP",
        "Quyết định số 1079/QĐ-TTg, Mục II",
        "Mục II Kế hoạch của Ủy ban nhân dân tỉnh",
        "“theo Mục II”",
        "mục tiêu, mục đích, phần mềm, điểm cầu, khoản thu, tiết kiệm, điều hành",
        "phần 20%",
    ],
)
def test_what_is_no_reference_into_the_plan(text: str) -> None:
    assert targets(text) == []


def test_a_list_that_mixes_documents_is_told_apart() -> None:
    assert targets("Mục III Kế hoạch số 12/KH-UBND và mục II Kế hoạch này") == ["II"]


def test_spans_are_those_of_the_numerals() -> None:
    text = "tại điểm b khoản 2 Mục III Kế hoạch này"
    (reference,) = find_references(text)
    assert reference.printed == "điểm b khoản 2 Mục III"
    assert [text[step.start : step.end] for step in reference.steps] == ["III", "2", "b"]
    assert reference.explicit


PLAN = Plan(
    issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=Level.PROVINCE),
    subject="x",
    sections=number(
        items_from_text(
            "I. MỤC ĐÍCH\n1. Một.\n2. Hai.\nII. NHIỆM VỤ\n1. Một\na) A.\nb) B.\n2. Hai\na) A.\n2.1. Việc.\nIII. KINH PHÍ\n1. Một."
        )
    ),
)


def leads(text: str, context: str | None = None) -> str | None:
    (reference,) = find_references(text)
    path = Places(PLAN).resolve(reference, context)
    return path[-1].id if path else None


def test_a_full_reference_leads_from_the_section_down() -> None:
    assert leads("điểm b khoản 1 Mục II") == "II.1.b"
    assert leads("mục II.2.a") == "II.2.a"


def test_a_relative_reference_is_looked_for_around_the_sentence() -> None:
    assert leads("điểm b", "II.1.a") == "II.1.b"
    assert leads("khoản 2", "I.1") == "I.2"
    assert leads("khoản 2", "II.1.a") == "II.2"


def test_a_place_that_the_plan_lacks_leads_nowhere() -> None:
    assert leads("Mục VII") is None
    assert leads("khoản 9 Mục I") is None
    assert leads("điểm c") is None


def test_one_place_further_down_is_meant_and_of_several_none() -> None:
    assert leads("khoản 2.1") is None  # the words name 2, then 1 below it
    assert leads("điểm b Mục II") == "II.1.b"
    assert leads("điểm a Mục II") is None


def test_annexes_are_counted_from_one() -> None:
    annexed = PLAN.evolve(annexes=(Annex(id="PL1", label="Phụ lục I"), Annex(id="PL2", label="Phụ lục II")))
    places = Places(annexed)
    led = [places.resolve(find_references(f"Phụ lục {said}")[0]) for said in ("I", "2", "0", "III")]
    assert [path and path[-1].id for path in led] == ["PL1", "PL2", None, None]


def test_finding_places_takes_no_longer_in_a_plan_with_many_references() -> None:
    """Each place is looked up, not looked for: the plan is walked once for all references."""
    lines = "\n".join(f"{at}. Việc theo khoản {at} Mục I." for at in range(1, 99))
    sections = number(items_from_text("\n".join(f"{label}. VIỆC\n{lines}" for label in ("I", "II", "III"))))
    places = Places(PLAN.evolve(sections=sections))
    walked = places.plan.sections
    for item in (child for section in walked for child in section.children):
        assert item.text is not None
        (reference,) = find_references(item.text.text)
        path = places.resolve(reference, item.id)
        assert path is not None
        assert path[-1] is walked[0].children[int(reference.steps[-1].numeral) - 1]
