"""On a real parent: a commune's draft of 2023 from a province's plan, held against what a real commune made of the same subject.

The plans are read beside the checkout (../shared/seeds); nothing of them is kept here.
"""

import re
from pathlib import Path

import pytest

from kedraft.model.draft import Draft
from kedraft.model.plan import Plan
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import draft_plan, locate_for, parent_plan, render
from kedraft.workspace import load_template

SPEC = {
    "parent": "000.txt",
    "locality": {"commune": "Mẫu Sơn", "district": "Cao Lộc", "province": "Lạng Sơn"},
    "document": {
        "subject": "Truyền thông về quyền con người trên địa bàn xã Mẫu Sơn giai đoạn 2023 - 2028",
        "date": "2023-04",
    },
    "sections": [
        {
            "inherit": "I.2",
            "heading": "MỤC TIÊU",
            "nodes": [{"node": "I.2.b", "only": ["I.2.b.-1", "I.2.b.-2", "I.2.b.-4"]}],
        },
        {"heading": "ĐỐI TƯỢNG", "text": "1. Cán bộ, công chức xã.\n2. Nhân dân trên địa bàn xã."},
        {"inherit": "II", "mode": "verbatim", "only": ["II.1", "II.2", "II.3", "II.4", "II.5"]},
        {
            "inherit": "III",
            "drop": [
                {"node": "III.2", "reason": "xã không tổ chức hội nghị báo chí"},
                {"node": "III.3", "reason": "hệ thống truyền thanh cấp huyện do huyện quản lý"},
                {"node": "III.4", "reason": "xã không tổ chức triển lãm"},
                {"node": "III.6", "reason": "cơ sở dữ liệu do tỉnh xây dựng"},
            ],
        },
        {"heading": "KINH PHÍ THỰC HIỆN", "text": "Kinh phí thực hiện từ dự toán ngân sách xã hằng năm."},
        {
            "heading": "TỔ CHỨC THỰC HIỆN",
            "text": "1. Công chức Văn hóa - Xã hội tham mưu triển khai; báo cáo Ủy ban nhân dân huyện trước ngày 30/11 hằng năm.\n"
            "2. Các thôn tuyên truyền đến Nhân dân.",
        },
        {"drop": "I.1", "reason": "quan điểm của tỉnh"},
        {"drop": "I.3", "reason": "yêu cầu của tỉnh"},
        {"drop": "IV", "reason": "xã viết mục kinh phí riêng"},
        {"drop": "V", "reason": "phân công của tỉnh"},
    ],
}


@pytest.fixture(scope="module")
def plans(seeds: Path) -> tuple[Plan, Plan]:
    """The province's plan and the real commune's."""
    paths = [next(seeds.glob(f"{number}_*.txt")) for number in ("000", "004")]
    province, commune = (parent_plan(path.read_bytes(), path.name) for path in paths)
    return province, commune


@pytest.fixture(scope="module")
def draft(plans: tuple[Plan, Plan]) -> Draft:
    spec = DraftSpec.model_validate(SPEC)
    return draft_plan(plans[0], spec, locate_for(spec))


def _words(plan: Plan, node: str) -> str:
    item = plan.find(node)
    assert item is not None
    return item.words


def test_the_third_section_holds_the_five_contents_word_for_word_as_the_real_commune_has_them(
    draft: Draft, plans: tuple[Plan, Plan]
) -> None:
    _, commune = plans
    section = draft.plan.sections[2]
    assert [child.id for child in section.children] == [f"III.{n}" for n in range(1, 6)]
    assert {child.origin.kind for child in section.children} == {"inherited"}
    pairs = [(child.words, _words(commune, child.id)) for child in section.children]
    assert [ours.lower() for ours, _ in pairs] == [theirs.lower() for _, theirs in pairs]
    differing = [(a, b) for ours, theirs in pairs for a, b in zip(ours.split(), theirs.split(), strict=True) if a != b]
    assert differing == [("Xóa", "xóa")]


def test_the_aims_are_level_shifted_as_the_real_commune_shifted_them(draft: Draft, plans: tuple[Plan, Plan]) -> None:
    _, commune = plans
    ours, theirs = _words(draft.plan, "I.2.-1"), _words(commune, "I.2.-1")
    phrase = "trên địa bàn xã thực hiện cơ chế phát ngôn"
    assert phrase in ours
    assert phrase in theirs
    level = "70% cán bộ chủ chốt của các tổ chức chính trị - xã hội cấp xã được cập nhật"
    assert level in _words(draft.plan, "I.2.-2")
    assert level in _words(commune, "I.2.-2")
    assert "người dân trong xã" in _words(draft.plan, "I.1.p1")


def test_every_shift_is_recorded_on_its_node(draft: Draft) -> None:
    changed = [item for item in draft.plan.walk() if item.origin.kind == "adapted"]
    assert changed
    for item in changed:
        assert item.origin.kind == "adapted"
        assert item.origin.changes
        for change in item.origin.changes:
            assert change.before != change.after
            assert change.after in item.words


def test_no_word_of_the_province_is_left_by_accident(draft: Draft) -> None:
    """Only the citation of the parent, and whom the commune reports to, may name a higher level."""
    body = [item.words for item in draft.plan.walk()]
    left = [text for text in body if re.search(r"\btỉnh\b|Bình Thuận|\bsở\b|cấp huyện", text, re.IGNORECASE)]
    assert left == []
    leads = [paragraph.text.text for paragraph in draft.plan.opening]
    assert all(
        re.search(r"Kế hoạch số 953/KH-UBND ngày 24/3/2023 của Ủy ban nhân dân tỉnh Bình Thuận", text) for text in leads
    )


def test_what_was_left_out_is_listed_with_its_reason(draft: Draft) -> None:
    reasons = {one.node: one.reason for one in draft.dropped}
    assert reasons["III.4"] == "xã không tổ chức triển lãm"
    assert reasons["V"] == "phân công của tỉnh"


def test_the_head_and_foot_are_the_communes(draft: Draft) -> None:
    plan = draft.plan
    assert plan.issuing_body.name == "ỦY BAN NHÂN DÂN XÃ MẪU SƠN"
    assert (plan.place_and_date.place, plan.place_and_date.date) == ("Mẫu Sơn", "2023-04")
    assert plan.closing[-1].text.text.endswith("./.")
    assert plan.recipients[-1].text.startswith("Lưu")


def test_the_draft_becomes_a_word_file(draft: Draft) -> None:
    document = render(draft, load_template())
    again = parent_plan(document.data, "ke-hoach.docx")
    assert [item.words.split() for item in again.walk()] == [item.words.split() for item in draft.plan.walk()]


def test_a_parent_damaged_by_ocr_is_shown_but_never_used(seeds: Path) -> None:
    from kedraft.errors import PlanInvalid

    path = next(seeds.glob("002_*.txt"))
    with pytest.raises(PlanInvalid, match="OCR"):
        parent_plan(path.read_bytes(), path.name)
