"""Every clause of the library: its parameters known, filled for each level it claims, the structure meant, nothing that a rule would blame."""

from datetime import date

import pytest

from kedraft.clauses import WORDS, Clause, Library, files, fill
from kedraft.clauses.clause import PLACE
from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number
from kedraft.lint import check
from kedraft.lint.sample import plan as sample
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import IssuingBody, Level, Marker, Paragraph, PlaceAndDate, Plan
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import nfc

PROVINCE = Place(kind=UnitKind.TINH, name="Lạng Sơn")
HUYEN = Place(kind=UnitKind.HUYEN, name="Cao Lộc")


def commune(kind: UnitKind, name: str, year: int) -> Locality:
    return Locality(
        level=Level.COMMUNE,
        province=PROVINCE,
        district=HUYEN if year < 2025 else None,
        commune=Place(kind=kind, name=name),
        on=date(year, 12, 1),
    )


LOCALITIES = (
    commune(UnitKind.XA, "Ba Sơn", 2025),
    commune(UnitKind.PHUONG, "Đông Kinh", 2025),
    commune(UnitKind.DAC_KHU, "Phú Quý", 2025),
    commune(UnitKind.XA, "Mẫu Sơn", 2023),
    commune(UnitKind.THI_TRAN, "Đồng Đăng", 2023),
    Locality(level=Level.DISTRICT, province=PROVINCE, district=HUYEN, on=date(2023, 2, 1)),
    Locality(level=Level.DISTRICT, province=PROVINCE, district=HUYEN, on=date(2025, 4, 1)),
    Locality(level=Level.PROVINCE, province=PROVINCE, on=date(2023, 2, 1)),
    Locality(level=Level.PROVINCE, province=PROVINCE, on=date(2026, 2, 1)),
)
LIBRARY = Library()
PAIRS = [
    pytest.param(clause, place, id=f"{clause.id}-{place.place.kind.value}-{place.on.year}")
    for clause in LIBRARY.all()
    for place in LOCALITIES
    if clause.holds(place)
]


def filled(clause: Clause, place: Locality) -> str:
    values = {one.name: one.meaning.split(",")[0] for one in clause.parameters if one.default is None}
    return fill(clause, place, values).text


def test_ids_stand_in_the_file_of_their_group() -> None:
    assert set(files()) == {"bao-cao", "ket-thuc", "kinh-phi", "noi-nhan", "phan-cong"}
    assert len(LIBRARY.all()) > 45


@pytest.mark.parametrize("clause", LIBRARY.all(), ids=lambda clause: clause.id)
def test_it_is_composed_text_with_a_source_and_uses_every_parameter(clause: Clause) -> None:
    assert clause.source
    assert clause.text == nfc(clause.text)
    assert {one.name for one in clause.parameters} <= set(clause.places)
    assert not {one.name for one in clause.parameters} & WORDS.keys()


def test_entries_of_one_id_never_hold_for_the_same_unit_on_the_same_day() -> None:
    for clause in LIBRARY.all():
        for place in LOCALITIES:
            assert sum(one.holds(place) for one in LIBRARY.of_id(clause.id)) <= 1, (clause.id, place)


def test_each_level_it_claims_is_reached() -> None:
    for clause in LIBRARY.all():
        for level in clause.levels:
            assert any(clause.holds(place) for place in LOCALITIES if place.level is level), (clause.id, level)


@pytest.mark.parametrize(("clause", "place"), PAIRS)
def test_it_fills_without_a_place_left_over(clause: Clause, place: Locality) -> None:
    text = filled(clause, place)
    assert not PLACE.search(text)
    assert "  " not in text
    assert all(line == line.strip() and line for line in text.split("\n"))


@pytest.mark.parametrize(("clause", "place"), [pair for pair in PAIRS if "phan-cong/" in str(pair.id)])
def test_an_assignment_is_one_body_with_its_lines(clause: Clause, place: Locality) -> None:
    [item] = items_from_text(filled(clause, place))
    assert item.marker is Marker.ARABIC
    assert item.children
    assert all(child.marker is Marker.DASH and child.words.endswith(".") for child in item.children)


@pytest.mark.parametrize(("clause", "place"), [pair for pair in PAIRS if "phan-cong/" not in str(pair.id)])
def test_any_other_clause_is_plain_paragraphs(clause: Clause, place: Locality) -> None:
    items = items_from_text(filled(clause, place))
    assert all(item.marker is Marker.NONE and not item.children for item in items)


#: What a plan of one clause alone lacks: recipients for the body, a day for a report that is owed on demand.
LACKS = {"KH-NN-01", "KH-BC-01"}


@pytest.mark.parametrize(("clause", "place"), [pair for pair in PAIRS if "noi-nhan/" not in str(pair.id)])
def test_no_content_rule_blames_it(clause: Clause, place: Locality) -> None:
    bare = issued_by(place)
    text = filled(clause, place)
    whole = bare.evolve(closing=said(text)) if clause.id.startswith("ket-thuc/") else issued_by(place, text)
    blamed = {one.rule: one.message for one in check(whole)}
    usual = {one.rule for one in check(bare)}
    assert blamed.keys() <= usual | LACKS, blamed


def said(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(text=Inline(text=text)),)


def issued_by(place: Locality, text: str = "1. Triển khai các nội dung liên quan trên địa bàn.") -> Plan:
    """A small plan of that unit on that day, whose only section has the text."""
    body = IssuingBody(name=f"ỦY BAN NHÂN DÂN {place.place.full.upper()}", level=place.level)
    return (
        sample()
        .plan()
        .evolve(
            issuing_body=body,
            place_and_date=PlaceAndDate(place=place.place.name, date=place.on.isoformat()),
            subject=f"Chuyển đổi số {place.place.full} năm {place.on.year}",
            opening=said(f"Ủy ban nhân dân {place.place.full} ban hành Kế hoạch như sau:"),
            sections=number(items_from_text(f"I. TỔ CHỨC THỰC HIỆN\n{text}")),
            closing=said(f"Trên đây là Kế hoạch chuyển đổi số năm {place.on.year}./."),
        )
    )
