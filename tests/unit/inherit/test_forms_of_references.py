"""Forms in which a sentence names a place of its plan: followed, or told where they cannot be."""

import pytest

from kedraft import DraftSpec, accept, adapt, follow_references, inherit, locate_for, parse, read
from kedraft.model.draft import Draft

PARENT = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 21/KH-UBND
Lạng Sơn, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Phát triển cây xanh năm 2026
I. YÊU CẦU
1. Kịp thời.
2. Cụ thể:
a) Rõ việc.
b) Rõ người.
c) Rõ hạn theo {inside}.
3. Tiết kiệm.
II. NHIỆM VỤ
1. Làm theo {words} Kế hoạch này.
2. Trồng cây.
III. KINH PHÍ
1. Theo quy định.
Trên đây là Kế hoạch phát triển cây xanh; yêu cầu các đơn vị thực hiện./.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Thị B
"""
FIRST_GONE = (
    {"inherit": "I", "drop": [{"node": "I.1", "reason": "đã làm xong"}]},
    {"inherit": "II"},
    {"inherit": "III"},
)
TURNED = ({"inherit": "II"}, {"inherit": "III"}, {"inherit": "I"})


def made(sections: tuple[dict[str, object], ...], words: str, inside: str = "quy định") -> Draft:
    text = PARENT.replace("{words}", words).replace("{inside}", inside)
    parent = accept(parse(read(text.encode(), "cap-tren.txt")))
    spec = DraftSpec.model_validate(
        {
            "parent": "cap-tren.txt",
            "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
            "document": {"subject": "Phát triển cây xanh năm 2026", "date": "2026-02"},
            "sections": list(sections),
        }
    )
    place = locate_for(spec)
    return follow_references(adapt(inherit(parent, spec, locality=place), place))


def sentence(draft: Draft) -> str:
    return next(item.words for item in draft.plan.walk() if item.words.startswith("Làm theo"))


def rules(draft: Draft) -> list[str]:
    return [finding.rule for finding in draft.findings if finding.rule.startswith("KH-TC")]


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Mục I (khoản 2)", "Mục I (khoản 1)"),
        ("khoản 3 (Mục I)", "khoản 2 (Mục I)"),
        ("Phần I.2", "Phần I.1"),
        ("Mục I, khoản 2, điểm b", "Mục I, khoản 1, điểm b"),
        ("các khoản từ 2 đến 3 Mục I", "các khoản từ 1 đến 2 Mục I"),
    ],
)
def test_a_place_is_followed_in_every_form(words: str, want: str) -> None:
    draft = made(FIRST_GONE, words)
    assert sentence(draft) == f"Làm theo {want} Kế hoạch này."
    assert rules(draft) == []


@pytest.mark.parametrize("words", ["các khoản từ 1 đến 3 Mục I", "khoản 1 (Mục I)", "Mục I (khoản 1)"])
def test_a_place_that_was_dropped_is_told(words: str) -> None:
    assert rules(made(FIRST_GONE, words)) == ["KH-TC-01"]


@pytest.mark.parametrize("words", ["Mục I - III", "Mục I→III", "các Mục từ I đến III", "từ Mục I đến Mục III"])
def test_a_stretch_that_was_torn_is_kept_and_told(words: str) -> None:
    draft = made(TURNED, words)
    assert sentence(draft) == f"Làm theo {words} Kế hoạch này."
    assert rules(draft) == ["KH-TC-03"]


@pytest.mark.parametrize(
    ("words", "want"), [("Mục II - III", "Mục I - II"), ("từ Mục II đến Mục III", "từ Mục I đến Mục II")]
)
def test_a_stretch_that_moved_together_is_followed(words: str, want: str) -> None:
    draft = made(TURNED, words)
    assert sentence(draft) == f"Làm theo {want} Kế hoạch này."
    assert rules(draft) == []


def test_a_place_that_cannot_be_told_is_a_finding_only_where_numbers_changed() -> None:
    assert rules(made(TURNED, "mục 7.2")) == ["KH-TC-03"]
    assert rules(made(({"inherit": "I"}, {"inherit": "II"}, {"inherit": "III"}), "mục 7.2")) == []


def test_the_place_round_the_sentence_is_not_named_twice() -> None:
    draft = made(TURNED, "điểm b khoản này")
    assert sentence(draft) == "Làm theo điểm b khoản này Kế hoạch này."
    assert rules(draft) == ["KH-TC-03"]


def test_a_point_beside_the_sentence_is_followed_without_its_clause() -> None:
    sections = (
        {"inherit": "I", "drop": [{"node": "I.2.a", "reason": "đã làm xong"}]},
        {"inherit": "II"},
        {"inherit": "III"},
    )
    draft = made(sections, "quy định của", inside="điểm b khoản này")
    assert any(item.words == "Rõ hạn theo điểm a khoản này." for item in draft.plan.walk())
