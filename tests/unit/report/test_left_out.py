"""What a rewritten section leaves out is told as left out, target and duty by target and duty."""

from kedraft.grammar.duties import duties
from kedraft.model.draft import Draft
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import draft_plan, locate_for, parent_plan
from kedraft.report.duties import Taking
from kedraft.report.places import place_of
from kedraft.report.targets import Verdict
from kedraft.report.trace import Fate, trace

PARENT = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: 12/KH-UBND
Lâm Đồng, ngày 10 tháng 02 năm 2026

KẾ HOẠCH
Phòng bệnh năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch phòng bệnh năm 2026 như sau:

I. CHỈ TIÊU
1. Trên 90% hộ gia đình được kiểm tra.
2. Xây dựng 124 mô hình điểm, mỗi xã 01 mô hình.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
Thu gom, xử lý chất thải chăn nuôi.
2. Công an tỉnh
Cung cấp thông tin dân cư.
3. Ủy ban nhân dân các xã, phường
- Huy động lực lượng đến từng hộ gia đình, kết quả từng đợt báo cáo Sở Y tế chậm nhất 05 ngày sau khi kết thúc đợt.
- Kiện toàn Ban Chỉ đạo phòng bệnh.

Trên đây là Kế hoạch phòng bệnh năm 2026./.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""
OWN = """1. Công an xã
- Rà soát nhân khẩu.
2. Phòng Văn hóa - Xã hội
- Tham mưu báo cáo Ban Chỉ đạo phòng bệnh tỉnh; báo cáo Sở Y tế trước ngày 20 hằng tháng.
"""


def made() -> Draft:
    spec = DraftSpec.model_validate(
        {
            "parent": "tinh.txt",
            "locality": {"commune": "Bắc Bình", "province": "Lâm Đồng"},
            "document": {"subject": "Phòng bệnh năm 2026", "date": "2026-03"},
            "sections": [
                {"inherit": "I", "drop": [{"node": "I.2", "reason": "Việc của cấp trên"}]},
                {"inherit": "II", "mode": "replace", "text": OWN},
            ],
        }
    )
    return draft_plan(parent_plan(PARENT.encode(), "tinh.txt"), spec, locate_for(spec))


def test_a_task_of_an_agency_that_the_new_words_say_nothing_of_is_left_out_and_not_rewritten() -> None:
    rows = {row.node: row for row in trace(made()).rows}
    gone = rows["II.1.p1"]
    assert (gone.fate, gone.child) == (Fate.DROPPED, None)
    assert "Sở Nông nghiệp và Môi trường" in (gone.reason or "")
    assert rows["II.2.p1"].fate is Fate.REPLACED  # the police have a block of their own


def test_a_dropped_target_is_missing_though_another_one_looks_like_it() -> None:
    verdicts = [(one.parent.node, one.parent.value, one.verdict) for one in trace(made()).targets]
    assert verdicts == [("I.1", "90%", Verdict.SAME), ("I.2", "124 mô hình", Verdict.MISSING)]


def test_a_duty_is_not_taken_by_words_that_only_share_its_receiver_or_its_object() -> None:
    takings = [(one.duty.text[:8], one.taking, one.at) for one in trace(made()).duties if one.duty.node == "II.3"]
    assert takings == [("Huy động", Taking.UNSEEN, "II.3, gạch 1"), ("Kiện toà", Taking.UNSEEN, "II.3, gạch 2")]


def test_a_duty_is_placed_at_its_dash() -> None:
    draft = made()
    assert draft.locality is not None
    asked = duties(draft.parent, draft.locality)
    assert [place_of(duty, draft.parent) for duty in asked if duty.node == "II.3"] == ["II.3, gạch 1", "II.3, gạch 2"]
