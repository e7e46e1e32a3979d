"""Figures of the localities are holes like names: what a mould gives with them is what the long way gives."""

from pathlib import Path

import pytest
from batch_story import DRAFT, files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_moulds import ON, _differences, _moulds

from kedraft.batch import batch_job
from kedraft.batch.figures import Figures, kind_of
from kedraft.batch.job import BatchJob
from kedraft.localities.rows import rows_of
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.workspace import load_template

_TASKS = """\
      - Toàn {đơn vị} có {dân số} người dân; giao {đầu mối} theo dõi.
      - Tổng kinh phí {kinh phí} đồng, trong đó: ngân sách {phần một} đồng, nguồn khác {phần hai} đồng.
      2. {xã"""
_WITH_FIGURES = DRAFT.replace("      2. {xã", _TASKS).replace(
    "      | 2 | Tổng kết", "      | 3 | Số lớp {số lớp} | {số lớp} |\n      | 2 | Tổng kết"
)
_TITLES = ("dân số", "đầu mối", "kinh phí", "phần một", "phần hai", "số lớp")
ROWS = rows_of("province:Lạng Sơn", ON)[:12]


def _printed(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _row(row: LocalityRow, at: int, given: dict[str, str]) -> LocalityRow:
    cells = {title: Location(file="bang.xlsx", field=f"trang Địa phương, ô C{at}") for title in _TITLES}
    return row.evolve(figures=given, cells=cells, where=Location(file="bang.xlsx", field=f"trang Địa phương, ô A{at}"))


def _job(folder: Path, figures: list[dict[str, str]], draft: str = _WITH_FIGURES) -> BatchJob:
    rows = tuple(_row(row, at, given) for at, (row, given) in enumerate(zip(ROWS, figures, strict=False)))
    return batch_job(files(folder, draft=draft), rows)


def _figures(people: int, one: int, two: int, total: int, classes: int, who: str) -> dict[str, str]:
    numbers = (people, total, one, two, classes)
    titles = ("dân số", "kinh phí", "phần một", "phần hai", "số lớp")
    return dict(zip(titles, map(_printed, numbers), strict=True)) | {"đầu mối": who}


def test_fields_inside_sentences_and_cells_are_holes(tmp_path: Path) -> None:
    figures = Figures(_job(tmp_path, []).spec.value)
    assert figures.fillable == frozenset(_TITLES)


@pytest.mark.parametrize(
    "words",
    ["đạt {dân số}% kế hoạch", "trước ngày {dân số} tháng này", "Kế hoạch số {dân số}", "{dân số} người tham gia"],
)
def test_fields_that_a_rule_or_a_label_may_read_are_no_holes(tmp_path: Path, words: str) -> None:
    draft = DRAFT.replace("      2. {xã", f"      - {words}.\n      2. {{xã")
    assert Figures(_job(tmp_path, [], draft).spec.value).fillable == frozenset()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("12.345", "9"),
        ("7", "9"),
        ("bà Nguyễn Thị Hoa", "a"),
        ("Nguyễn Thị Hoa", "A"),
        ("2026", None),
        ("12,5%", None),
        ("1. Một", None),
        ("{tên}", None),
        ("Phòng Kinh tế", None),
        ("tháng tám", None),
        ("một " * 40, None),
    ],
)
def test_only_plain_values_are_filled_in_late(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


_AMOUNTS = st.integers(1, 900).map(lambda millions: millions * 1_000_000)
_MEMBERS = st.tuples(
    st.integers(0, 99_000),
    _AMOUNTS,
    _AMOUNTS,
    st.booleans(),
    st.integers(1, 40),
    st.sampled_from(["bà Hoa", "ông Páo"]),
).map(lambda t: _figures(t[0], t[1], t[2], t[1] + t[2] + (0 if t[3] else 1_000_000), t[4], t[5]))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_MEMBERS, min_size=4, max_size=8))
def test_localities_with_figures_are_drafted_as_if_alone(
    tmp_path_factory: pytest.TempPathFactory, figures: list[dict[str, str]]
) -> None:
    job, template = _job(tmp_path_factory.mktemp("so"), figures), load_template("ke-hoach")
    for mould, members in _moulds(job, template):
        assert _differences(job, mould, members, template) == []


def test_a_sum_that_does_not_add_up_takes_the_long_way(tmp_path: Path) -> None:
    right = [_figures(1000 + at, 5_000_000, 3_000_000, 8_000_000, at + 1, "bà Hoa") for at in range(7)]
    wrong = _figures(2000, 5_000_000, 3_000_000, 9_000_000, 4, "bà Hoa")
    made = _moulds(_job(tmp_path, [*right, wrong]), load_template("ke-hoach"))
    fitting = {member.at for _, members in made for member in members}
    assert fitting
    assert 7 not in fitting


def test_wrong_sums_are_told_with_the_numbers_of_each_locality(tmp_path: Path) -> None:
    """A message may show a sum that stands nowhere in the text: nobody gets another locality's."""
    wrong = [
        _figures(1000 + at, 5_000_000, at * 1_000_000, 90_000_000 + at * 1_000_000, at + 1, "bà Hoa")
        for at in range(1, 9)
    ]
    job, template = _job(tmp_path, wrong), load_template("ke-hoach")
    for mould, members in _moulds(job, template):
        assert _differences(job, mould, members, template) == []


def test_what_a_row_lacks_is_told_at_its_own_cell(tmp_path: Path) -> None:
    def lacking(at: int) -> dict[str, str]:
        given = _figures(1000 + at, 5_000_000, 3_000_000, 8_000_000, 3, "bà Hoa")
        return {title: words for title, words in given.items() if title != "dân số"}

    job, template = _job(tmp_path, [lacking(at) for at in range(6)]), load_template("ke-hoach")
    made = _moulds(job, template)
    assert made
    for mould, members in made:
        assert _differences(job, mould, members, template) == []
        for member in members:
            assert member.row.cells["dân số"] in [finding.where for finding in mould.said(member)]
