"""What a commune is divided into: one truth for clauses, fields and adaptation."""

from datetime import date

import pytest

from kedraft.adaptation.source import Target
from kedraft.batch.places import Places
from kedraft.clauses import Library, fill, words_of
from kedraft.model.localities import LocalityRow
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.spec import DraftSpec, LocalitySpec
from kedraft.model.unit import UnitKind
from kedraft.pipeline import locate_for


def commune(kind: UnitKind, province: str, residential: str | None = None) -> Locality:
    return Locality(
        level=Level.COMMUNE,
        province=Place(kind=UnitKind.TINH, name=province),
        commune=Place(kind=kind, name="Tân Lập"),
        on=date(2026, 2, 1),
        residential=residential,
    )


@pytest.mark.parametrize(
    ("kind", "province", "said"),
    [
        (UnitKind.XA, "Lạng Sơn", "thôn"),
        (UnitKind.XA, "An Giang", "ấp"),
        (UnitKind.PHUONG, "Lạng Sơn", "tổ dân phố"),
        (UnitKind.PHUONG, "Đồng Nai", "khu phố"),
        (UnitKind.DAC_KHU, "An Giang", "ấp, tổ dân phố"),
        (UnitKind.DAC_KHU, "Quảng Ninh", "thôn, tổ dân phố"),
    ],
)
def test_clauses_and_adaptation_say_the_same(kind: UnitKind, province: str, said: str) -> None:
    locality = commune(kind, province)
    words = words_of(locality)
    assert (words["khu dân cư"], words["cấp dưới"]) == (said, f"các {said}")
    assert Target.of(locality).hamlets == said


def test_a_locality_s_own_word_stands_in_its_clauses() -> None:
    locality = commune(UnitKind.XA, "Lạng Sơn", "bản")
    clause = Library().find("phan-cong/khu-dan-cu", locality)
    assert clause is not None
    assert fill(clause, locality, {}).text.startswith("1. Các bản\n")
    assert Target.of(locality).hamlets == "bản"


def test_a_row_s_own_word_reaches_its_clauses_and_a_draft_file_s_figure_too() -> None:
    row = LocalityRow(locality=LocalitySpec(commune="xã Ba Sơn", province="Lạng Sơn"), figures={"khu dân cư": "bản"})
    assert words_of(Places(date(2026, 2, 1)).locality(row))["cấp dưới"] == "các bản"
    spec = DraftSpec.model_validate(
        {
            "parent": "tinh.docx",
            "locality": {"commune": "xã Ba Sơn", "province": "Lạng Sơn"},
            "document": {"subject": "Giảm nghèo", "date": "2026-02"},
            "figures": {"Khu dân cư": "bản"},
            "sections": [{"heading": "KINH PHÍ", "text": "1. Theo quy định."}],
        }
    )
    assert words_of(locate_for(spec))["cấp dưới"] == "các bản"
