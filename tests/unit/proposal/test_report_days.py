"""Days of reports: for results or for sending the plan, and for which periods."""

import pytest

from kedraft.proposal.report_days import BLANK, for_results, with_periods

DAY = "trước ngày 10/4/2026"


@pytest.mark.parametrize(
    "text",
    [
        f"Xây dựng kế hoạch triển khai thực hiện, báo cáo Sở Y tế {DAY}.",
        f"Kiện toàn Ban Chỉ đạo; ban hành kế hoạch của địa phương và báo cáo về Sở Y tế {DAY}.",
        f"Ban hành kế hoạch {DAY}, báo cáo kết quả trước ngày 10/12/2026.",
        f"{DAY} gửi kế hoạch về Sở Y tế để tổng hợp, báo cáo.",
        f"Căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị, gửi kế hoạch về Sở Y tế {DAY}; báo cáo kết quả trước ngày 10/12/2026.",
        f"Lập danh sách hộ đăng ký, báo cáo Phòng Kinh tế {DAY}.",
        f"Đăng ký nhu cầu cây giống, báo cáo Phòng Kinh tế {DAY}.",
    ],
)
def test_the_day_for_sending_the_plan_is_no_day_for_results(text: str) -> None:
    assert not for_results(text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        f"Báo cáo kết quả về Sở Y tế {DAY}.",
        f"Căn cứ Kế hoạch này, báo cáo Sở Y tế {DAY}.",
        f"Tổ chức thực hiện Kế hoạch này và báo cáo Sở Y tế {DAY}.",
        f"Ban hành kế hoạch trước ngày 10/02/2026, báo cáo kết quả {DAY}.",
        f"Xây dựng kế hoạch và tổ chức thực hiện, báo cáo Sở Y tế {DAY}.",
        f"Gửi kế hoạch về Sở Y tế trước ngày 10/02/2026; báo cáo năm {DAY}.",
    ],
)
def test_a_day_for_results_stays_one(text: str) -> None:
    assert for_results(text, DAY)


@pytest.mark.parametrize(
    ("text", "day", "carried"),
    [
        (
            "Báo cáo kết quả quý I, 6 tháng, 9 tháng và năm trước ngày 15 của tháng cuối kỳ về Sở Y tế.",
            "trước ngày 15 của tháng cuối kỳ",
            "trước ngày 15 của tháng cuối kỳ đối với báo cáo quý I, 6 tháng, 9 tháng và năm",
        ),
        (
            "Báo cáo 6 tháng trước ngày 15/6/2026, báo cáo năm trước ngày 01/12/2026.",
            "trước ngày 15/6/2026",
            "trước ngày 15/6/2026 đối với báo cáo 6 tháng",
        ),
        (
            "Báo cáo 6 tháng trước ngày 15/6/2026, báo cáo năm trước ngày 01/12/2026.",
            "trước ngày 01/12/2026",
            "trước ngày 01/12/2026 đối với báo cáo năm",
        ),
        ("Báo cáo kết quả năm 2026 trước ngày 01/12/2026.", "trước ngày 01/12/2026", "trước ngày 01/12/2026"),
        (
            "Báo cáo trước ngày 20/6 đối với báo cáo 6 tháng.",
            "trước ngày 20/6 đối với báo cáo 6 tháng",
            "trước ngày 20/6 đối với báo cáo 6 tháng",
        ),
        ("Báo cáo trước ngày 20 của tháng cuối quý, năm về Sở Y tế.", "trước ngày 20 của tháng cuối quý", BLANK),
        ("Báo cáo trước ngày 05/01 của năm liền kề.", "trước ngày 05/01", BLANK),
    ],
)
def test_the_periods_of_a_report_are_carried_whole_or_a_blank_is_named(text: str, day: str, carried: str) -> None:
    assert with_periods(text, day) == carried


def test_a_period_before_a_day_in_brackets_and_a_campaign_are_what_a_report_is_on() -> None:
    text = "Báo cáo định kỳ hằng quý (trước ngày 05 tháng cuối quý), năm (trước ngày 25/11)."
    assert with_periods(text, "trước ngày 25/11") == "trước ngày 25/11 đối với báo cáo năm"
    text = "Báo cáo kết quả thực hiện Tháng nhặt rác trước ngày 20/5/2026 gửi Sở Nông nghiệp và Môi trường."
    assert with_periods(text, "trước ngày 20/5/2026") == "trước ngày 20/5/2026 đối với kết quả Tháng nhặt rác"
