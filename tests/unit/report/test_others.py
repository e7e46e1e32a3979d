"""The trace says whose a duty of other units is, asks whether one of some units only is ours, and counts what stands among aims."""

from datetime import date

import pytest
from inherit.sample import plan

from kedraft.model.draft import Draft
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.spec import DraftSpec
from kedraft.model.unit import UnitKind
from kedraft.pipeline import draft_plan
from kedraft.report.rows import Fate, Row
from kedraft.report.targets import Verdict
from kedraft.report.trace import trace, trace_json
from kedraft.report.trace_docx import trace_docx
from kedraft.report.trace_html import summary, trace_html
from kedraft.report.trace_xlsx import trace_xlsx

BA_SON = Locality(
    level=Level.COMMUNE,
    province=Place(kind=UnitKind.TINH, name="Lạng Sơn"),
    commune=Place(kind=UnitKind.XA, name="Ba Sơn"),
    on=date(2026, 2, 1),
)
TEXT = """
I. MỤC TIÊU
1. Có 70 chợ được lát lại nền.
2. Ít nhất 90% tiểu thương niêm yết giá.

II. NHIỆM VỤ
1. Kẻ lại biển tên chợ.
2. UBND xã Cao Lâu, UBND xã Xuất Lễ làm mái che chợ trung tâm.
3. UBND các xã có chợ đầu mối phân lại chỗ bán hàng.

III. TỔ CHỨC THỰC HIỆN
1. UBND các xã, phường
a) Việc chung
- Cắm biển phân luồng quanh chợ.
b) Đối với xã Cao Lâu
- Dời trạm cân về đầu chợ.
"""


def drafted(*sections: dict[str, object]) -> Draft:
    spec = DraftSpec.model_validate(
        {
            "parent": "parent.docx",
            "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
            "document": {"subject": "Sắp xếp chợ", "date": "2026-02"},
            "sections": list(sections),
        }
    )
    return draft_plan(plan(TEXT), spec, BA_SON)


TAKEN: tuple[dict[str, object], ...] = (
    {"inherit": "I", "mode": "adapt"},
    {"inherit": "II", "mode": "adapt"},
    {"inherit": "III", "mode": "replace", "text": "1. Phòng Kinh tế\n- Cắm biển phân luồng quanh chợ."},
)


def row(draft: Draft, node: str) -> Row:
    return next(one for one in trace(draft).rows if one.node == node)


def test_a_kept_duty_of_other_units_is_told_and_asked_about() -> None:
    kept = row(drafted(*TAKEN), "II.2")
    assert kept.fate in (Fate.KEPT, Fate.ADAPTED)
    assert kept.reason is not None
    assert kept.reason.startswith("có việc của đơn vị khác (UBND xã Cao Lâu, UBND xã Xuất Lễ)")
    lines = list(summary(trace(drafted(*TAKEN))))
    assert "Cần xem: dự thảo còn giữ việc của đơn vị khác tại II.2 của cấp trên." in lines


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (
            None,
            "việc của đơn vị khác (UBND xã Cao Lâu, UBND xã Xuất Lễ); không nằm trong `only` của phiếu",
        ),
        ("xã đã làm", "việc của đơn vị khác (UBND xã Cao Lâu, UBND xã Xuất Lễ); xã đã làm"),
        ("Việc của đơn vị khác", "Việc của đơn vị khác"),
    ],
)
def test_a_dropped_one_says_why_with_the_offices_own_reason(reason: str | None, told: str) -> None:
    first: dict[str, object] = {"inherit": "II", "mode": "adapt"}
    first |= {"drop": [{"node": "II.2", "reason": reason}]} if reason else {"only": ["II.1", "II.3"]}
    dropped = row(drafted(TAKEN[0], first, TAKEN[2]), "II.2")
    assert (dropped.fate, dropped.reason) == (Fate.DROPPED, told)


def test_what_stood_for_others_in_a_section_written_anew_is_not_said_to_be_rewritten() -> None:
    dropped = row(drafted(*TAKEN), "III.1.b.-1")
    assert (dropped.fate, dropped.child) == (Fate.DROPPED, None)
    assert "việc của đơn vị khác (xã Cao Lâu)" in (dropped.reason or "")


def test_others_duties_are_none_of_ours() -> None:
    found = trace(drafted(*TAKEN))
    assert [one.duty.leaf for one in found.duties] == ["II.3", "III.1.a.-1"]


def test_a_duty_of_some_units_is_asked_about_in_every_form() -> None:
    found = trace(drafted(*TAKEN))
    question = "Chỉ giao đơn vị “có chợ đầu mối”: cần xác định đơn vị mình có thuộc diện này"
    assert question in trace_html(found)
    assert any(line.startswith("Cần xem: việc chỉ giao một số đơn vị") for line in summary(found))
    assert [one.get("only") for one in trace_json(found)["duties"]] == ["có chợ đầu mối", None]
    assert trace_docx(found)
    assert trace_xlsx(found)


def test_a_count_among_aims_has_a_row_wherever_its_paragraph_went() -> None:
    found = {one.parent.node: one for one in trace(drafted(*TAKEN)).targets}
    assert (found["I.1"].parent.value, found["I.1"].verdict) == ("70 chợ", Verdict.SAME)
    own: dict[str, object] = {
        "inherit": "I",
        "mode": "adapt",
        "nodes": [{"node": "I.1", "mode": "replace", "text": "Có 02 chợ được lát lại nền."}],
    }
    found = {one.parent.node: one for one in trace(drafted(own, *TAKEN[1:])).targets}
    child = found["I.1"].child
    assert child is not None
    assert (child.value, found["I.1"].verdict) == ("02 chợ", Verdict.WEAKER)
    gone: dict[str, object] = {"inherit": "I", "mode": "replace", "text": "1. Chợ sạch đẹp."}
    found = {one.parent.node: one for one in trace(drafted(gone, *TAKEN[1:])).targets}
    assert found["I.1"].verdict is Verdict.MISSING
