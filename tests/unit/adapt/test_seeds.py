"""Real plans, where they lie beside the checkout: a province's aims come out as a real commune wrote them."""

from datetime import date
from pathlib import Path

import pytest

from kedraft.adaptation import SourceBody, adapt_text
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
PARENT = SEEDS / "000_d025254bca8a4efb.txt"
CHILD = SEEDS / "004_a4e4ab79314f154b.txt"
pytestmark = pytest.mark.skipif(not PARENT.exists(), reason="the real plans (../shared/seeds) are not here")

SOURCE = SourceBody.parse("tỉnh Bình Thuận")
PROVINCE = Place(kind=UnitKind.TINH, name="Bình Thuận")
OLD = Locality(
    level=Level.COMMUNE,
    province=PROVINCE,
    district=Place(kind=UnitKind.HUYEN, name="Bắc Bình"),
    commune=Place(kind=UnitKind.XA, name="Hải Ninh"),
    on=date(2023, 5, 4),
)
NEW = Locality(
    level=Level.COMMUNE,
    province=Place(kind=UnitKind.TINH, name="Lâm Đồng"),
    commune=Place(kind=UnitKind.XA, name="Bắc Bình"),
    on=date(2026, 2, 5),
)


def _lines() -> list[str]:
    lines = [line.strip() for line in PARENT.read_text(encoding="utf-8").splitlines() if line.strip()]
    first = next(i for i, line in enumerate(lines) if line.startswith("Thực hiện Quyết định"))
    last = next(i for i, line in enumerate(lines) if line.startswith("Nơi nhận"))
    return lines[first:last]


def _part(text: str, start: str, end: str) -> str:
    return text[text.index(start) : text.index(end, text.index(start)) + len(end)]


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("- 100% cơ quan hành chính", "trên địa bàn", "cơ chế phát ngôn"),
        ("- 100% cán bộ làm công tác", "70% cán bộ chủ chốt", "cập nhật"),
    ],
)
def test_an_aim_is_what_the_real_commune_wrote(line: str, start: str, end: str) -> None:
    aim = next(one for one in _lines() if one.startswith(line))
    after = adapt_text(Inline(text=aim), source=SOURCE, locality=OLD).text.text
    assert _part(after, start, end) in CHILD.read_text(encoding="utf-8")


@pytest.mark.parametrize("locality", [OLD, NEW], ids=["2023", "2026"])
def test_every_line_is_adapted_once_and_for_all(locality: Locality) -> None:
    for line in _lines():
        once = adapt_text(Inline(text=line), source=SOURCE, locality=locality)
        assert not adapt_text(once.text, source=SOURCE, locality=locality).changes


@pytest.mark.parametrize("locality", [OLD, NEW], ids=["2023", "2026"])
def test_no_word_of_the_province_is_left_but_in_citations_questions_and_the_office_above(locality: Locality) -> None:
    left: list[str] = []
    for line in _lines():
        done = adapt_text(Inline(text=line), source=SOURCE, locality=locality)
        if done.asks or done.drop or "3250/QĐ-UBND" in line:
            continue
        words = done.text.text.lower().replace("cơ sở", "")
        left += [line for word in ("tỉnh", "bình thuận", "sở ", "huyện") if word in words]
    # What remains is named as the office above: a competition that it starts.
    assert [line for line in left if "phát động" not in line] == []
