"""The forms in which administrative plans set a time limit, with the words around it, and what becomes of each.

Written by hand. Right of a form stands what it becomes ten days (three in a cycle) earlier; ASK where it stays and is put to a person;
STAYS where it is no time limit at all. All days of 2026 and 2027 were looked up in a calendar.
"""

import re

import pytest

from kedraft.vietnamese.deadlines import Pace, moved

PACE = Pace()
ASK, STAYS = "hỏi", "không phải thời hạn"

FULL_DATES = [
    ("Hoàn thành trước ngày 30/6/2026.", "Hoàn thành trước ngày 19/6/2026."),
    ("Hoàn thành trước ngày 30/06/2026.", "Hoàn thành trước ngày 19/6/2026."),
    ("hoàn thành trước 30/6/2026;", "hoàn thành trước 19/6/2026;"),
    ("hoàn thành trước ngày 30-6-2026", "hoàn thành trước ngày 19/6/2026"),
    ("hoàn thành trước ngày 30.6.2026.", "hoàn thành trước ngày 19/6/2026."),
    ("hoàn thành trước ngày 30 / 6 / 2026", "hoàn thành trước ngày 19/6/2026"),
    ("xong trước ngày 31/12/2026", "xong trước ngày 21/12/2026"),
    ("Trước ngày 15/6/2026, các thôn lập danh sách", "Trước ngày 05/6/2026, các thôn lập danh sách"),
    ("Trước ngày 15/6/2026 các thôn lập danh sách", "Trước ngày 05/6/2026 các thôn lập danh sách"),
    ("Trước ngày 15/6/2026 hoàn thành việc rà soát", "Trước ngày 05/6/2026 hoàn thành việc rà soát"),
    ("trước ngày 10/12/2026 để tổng hợp", "trước ngày 30/11/2026 để tổng hợp"),
    ("trước ngày 10/12/2026 về Phòng Kinh tế", "trước ngày 30/11/2026 về Phòng Kinh tế"),
    ("trước ngày 20/11/2026 đối với báo cáo năm", "trước ngày 10/11/2026 đối với báo cáo năm"),
    ("trước ngày 20/11/2026 (đối với báo cáo năm)", "trước ngày 10/11/2026 (đối với báo cáo năm)"),
    ("trước ngày 20/11/2026 (qua Phòng Kinh tế)", "trước ngày 10/11/2026 (qua Phòng Kinh tế)"),
    ("trước ngày 20/11/2026 (có mẫu kèm theo)", "trước ngày 10/11/2026 (có mẫu kèm theo)"),
    ("hoàn thành trước ngày 31/3/2026 và duy trì thường xuyên", "hoàn thành trước ngày 20/3/2026 và duy trì thường xuyên"),
    ("hoàn thành trước ngày 31/3/2026 và báo cáo kết quả", "hoàn thành trước ngày 20/3/2026 và báo cáo kết quả"),
    ("hoàn thành trước ngày 30/6/2026, 100% thôn có tổ", "hoàn thành trước ngày 19/6/2026, 100% thôn có tổ"),
    ("hoàn thành trước ngày 30/6/2026 02 mô hình", "hoàn thành trước ngày 19/6/2026 02 mô hình"),
    ("hoàn thành trước ngày 30/6/2026, định kỳ kiểm tra", "hoàn thành trước ngày 19/6/2026, định kỳ kiểm tra"),
    ("chậm nhất ngày 30/9/2026", "chậm nhất ngày 18/9/2026"),
    ("chậm nhất là ngày 30/9/2026", "chậm nhất là ngày 18/9/2026"),
    ("chậm nhất vào ngày 30/9/2026", "chậm nhất vào ngày 18/9/2026"),
    ("chậm nhất trước ngày 30/9/2026", "chậm nhất trước ngày 18/9/2026"),
    ("chậm nhất là trước ngày 30/9/2026", "chậm nhất là trước ngày 18/9/2026"),
    ("muộn nhất ngày 30/9/2026", "muộn nhất ngày 18/9/2026"),
    ("không muộn hơn ngày 30/9/2026", "không muộn hơn ngày 18/9/2026"),
    ("hạn cuối ngày 30/9/2026", "hạn cuối ngày 18/9/2026"),
    ("Hạn cuối: 30/9/2026", "Hạn cuối: 18/9/2026"),
    ("Thời hạn: 30/9/2026.", "Thời hạn: 18/9/2026."),
    ("Thời hạn hoàn thành: Trước ngày 30/9/2026.", "Thời hạn hoàn thành: Trước ngày 18/9/2026."),
    ("Thời hạn gửi báo cáo: ngày 30/9/2026", "Thời hạn gửi báo cáo: ngày 18/9/2026"),
    ("thời hạn là ngày 30/9/2026", "thời hạn là ngày 18/9/2026"),
    ("Hạn nộp: 30/9/2026", "Hạn nộp: 18/9/2026"),
    ("trước ngày 30 tháng 6 năm 2026", "trước ngày 19 tháng 6 năm 2026"),
    ("trước ngày 15 tháng 3 năm 2026.", "trước ngày 05 tháng 3 năm 2026."),
    ("trước ngày 30 tháng 6/2026", "trước ngày 19 tháng 6/2026"),
    ("trước ngày 05 tháng 01 năm 2027", "trước ngày 25 tháng 12 năm 2026"),
    ("trước ngày 05 tháng 01 của năm 2027", "trước ngày 25 tháng 12 của năm 2026"),
    ("hoàn thành trước ngày 05/01 năm 2027", "hoàn thành trước ngày 25/12 năm 2026"),
    ("hoàn thành trước ngày 05/01 của năm 2027", "hoàn thành trước ngày 25/12 của năm 2026"),
    ("trước ngày 15/01 năm 2027.", "trước ngày 05/01 năm 2027."),
    ("trước ngày 10/01/2027", "trước ngày 31/12/2026"),
    ("trước ngày 28/02/2026", "trước ngày 13/02/2026"),  # Tết from 16 to 20 February
    ("trước ngày 11/9/2026", "trước ngày 31/8/2026"),  # Quốc khánh on 1 and 2 September
    ("trước 16 giờ ngày 30/6/2026", "trước 16 giờ ngày 19/6/2026"),
    ("trước 16 giờ 30 phút ngày 30/6/2026", "trước 16 giờ 30 phút ngày 19/6/2026"),
    ("trước 17h00 ngày 30/6/2026", "trước 17h00 ngày 19/6/2026"),
    ("trước 17 giờ 00, ngày 30/6/2026", "trước 17 giờ 00, ngày 19/6/2026"),
    ("hoàn thành trước ngày 15/3/2026 “Tổ số”", "hoàn thành trước ngày 05/3/2026 “Tổ số”"),
    ("(hoàn thành trước ngày 15/3/2026)", "(hoàn thành trước ngày 05/3/2026)"),
    ("“hoàn thành trước ngày 15/3/2026”", "“hoàn thành trước ngày 05/3/2026”"),
    ("hoàn thành trước ngày 15/3/2026\nRà soát", "hoàn thành trước ngày 05/3/2026\nRà soát"),
    ("Trước ngày 15/3/2026: họp thôn", "Trước ngày 05/3/2026: họp thôn"),
    ("trước ngày 30/6/2026, riêng các thôn biên giới trước ngày 30/9/2026", "trước ngày 19/6/2026, riêng các thôn biên giới trước ngày 18/9/2026"),
    ("đợt 1 trước ngày 30/6/2026, đợt 2 trước ngày 30/9/2026", "đợt 1 trước ngày 19/6/2026, đợt 2 trước ngày 18/9/2026"),
    ("6 tháng trước ngày 15/6/2026, năm trước ngày 15/12/2026", "6 tháng trước ngày 05/6/2026, năm trước ngày 04/12/2026"),
    ("trước ngày 15/6/2026 và trước ngày 15/12/2026", "trước ngày 05/6/2026 và trước ngày 04/12/2026"),
    ("trước ngày 15/6/2026 và ngày 15/12/2026.", "trước ngày 05/6/2026 và ngày 04/12/2026."),
    ("trước ngày 15/6/2026, 15/12/2026.", "trước ngày 05/6/2026, 04/12/2026."),
    ("trước ngày 15/6/2026 (báo cáo 6 tháng) và ngày 15/12/2026 (báo cáo năm).", "trước ngày 05/6/2026 (báo cáo 6 tháng) và ngày 04/12/2026 (báo cáo năm)."),
    ("trước ngày 15/6/2026 đối với báo cáo 6 tháng và ngày 15/12/2026 đối với báo cáo năm", "trước ngày 05/6/2026 đối với báo cáo 6 tháng và ngày 04/12/2026 đối với báo cáo năm"),
]  # fmt: skip

FULL_DATES_UNCLEAR = [
    "trước ngày 15/4/2026 (thứ Tư)",
    "trước ngày 15/4/2026, thứ Tư",
    "trước ngày 15/4/2026 (tức ngày 28/02 âm lịch)",
    "trước ngày 15/4/2026 âm lịch",
    "trước ngày 15/4/2026 - 20/4/2026",
    "trước ngày 15/4/2026 – ngày 20/4/2026",
    "trước ngày 15/4/2026 đến ngày 20/4/2026",
    "trước ngày 15/4/2026 hoặc khi có yêu cầu của tỉnh, ngày 20/4/2026 tổ chức lễ",
    "trước ngày 15/4/2026 và những năm tiếp theo",
    "trước ngày 15/4/2026 và các năm sau",
    "trước ngày 15/4/2026, các năm tiếp theo theo quy định",
    "trước ngày 15/4/2026, hằng năm",
    "trước ngày 15/4/2026 hằng năm",
    "trước ngày 15/4/2026 và quý IV/2026",
    "trước ngày 15/4/2026 và năm 2027",
    "trước ngày 15/4/2026, tháng 9/2026",
    "trước ngày 15/4/2026 và ngày 20/4/2026 tổ chức lễ ra quân",
    "trước ngày 15/4/2026, ngày 20/4/2026 UBND xã họp",
    "trước ngày 15/4/2026 trở về trước",
    "trước ngày 15/4/2026 lúc 17 giờ",
    "trước ngày 05-10/12/2026",
    "trước ngày 30/02/2026",
    "trước ngày 31/11/2026",
    "trước ngày 15/13/2026",
    "trước ngày 29/02/2027",
    "trước ngày 01/01/0001",
    "trước ngày 15/01/0001",
    "trước ngày 31/12/9999",
    "trước ngày 15/6/1899",
    "trước ngày 15/6/2101",
    "trước ngày 30/02/2026 và ngày 15/6/2026",
]

DAYS_WITHOUT_A_YEAR = [
    ("trước ngày 10/12 hằng năm", "trước ngày 30/11 hằng năm"),
    ("trước ngày 10/12 hàng năm", "trước ngày 30/11 hàng năm"),
    ("trước ngày 10/12, hằng năm", "trước ngày 30/11, hằng năm"),
    ("trước ngày 10/12 mỗi năm", "trước ngày 30/11 mỗi năm"),
    ("trước ngày 10 tháng 12 hằng năm", "trước ngày 30 tháng 11 hằng năm"),
    ("trước ngày 10/12 hằng năm để tổng hợp", "trước ngày 30/11 hằng năm để tổng hợp"),
    ("trước ngày 10/12 hằng năm, báo cáo UBND xã", "trước ngày 30/11 hằng năm, báo cáo UBND xã"),
    ("trước ngày 11/9 hằng năm", "trước ngày 31/8 hằng năm"),
    ("trước ngày 15/6 và 15/12 hằng năm", "trước ngày 05/6 và 05/12 hằng năm"),
    ("trước ngày 15/6, trước ngày 15/12 hằng năm", "trước ngày 05/6, trước ngày 05/12 hằng năm"),
    ("trước ngày 20/3, 20/6, 20/9 và 20/12 hằng năm.", "trước ngày 10/3, 10/6, 10/9 và 10/12 hằng năm."),
    ("trước ngày 15/01 năm sau", "trước ngày 05/01 năm sau"),
    ("trước ngày 15/01 của năm sau.", "trước ngày 05/01 của năm sau."),
    ("trước ngày 15/01 năm kế tiếp", "trước ngày 05/01 năm kế tiếp"),
    ("trước ngày 10/12 của năm báo cáo", "trước ngày 30/11 của năm báo cáo"),
    ("trước ngày 20/6", "trước ngày 10/6"),
    ("trước ngày 20/6.", "trước ngày 10/6."),
    ("trước 20/6;", "trước 10/6;"),
    ("trước ngày 20/6 đối với báo cáo 6 tháng", "trước ngày 10/6 đối với báo cáo 6 tháng"),
    ("trước ngày 20/6 (đối với báo cáo 6 tháng)", "trước ngày 10/6 (đối với báo cáo 6 tháng)"),
    ("trước ngày 20/6 gửi về Phòng Kinh tế", "trước ngày 10/6 gửi về Phòng Kinh tế"),
    ("Trước ngày 20/6, các thôn báo cáo", "Trước ngày 10/6, các thôn báo cáo"),
    ("Trước ngày 20/6 các thôn báo cáo", "Trước ngày 10/6 các thôn báo cáo"),
    ("Trước ngày 20/6 Phòng Kinh tế báo cáo", "Trước ngày 10/6 Phòng Kinh tế báo cáo"),
    ("trước ngày 20/6 và báo cáo kết quả", "trước ngày 10/6 và báo cáo kết quả"),
    ("trước ngày 20 tháng 6", "trước ngày 10 tháng 6"),
    ("trước 16 giờ ngày 20/6", "trước 16 giờ ngày 10/6"),
    ("6 tháng trước ngày 15/6, năm trước ngày 15/12", "6 tháng trước ngày 05/6, năm trước ngày 05/12"),
]

DAYS_WITHOUT_A_YEAR_UNCLEAR = [
    "trước ngày 05/01",
    "trước ngày 05/01 hằng năm",
    "trước ngày 05/01 năm sau",
    "trước ngày 10/01 của năm sau",
    "trước ngày 05/01 của năm liền kề sau năm báo cáo",
    "trước ngày 15/01 của năm liền kề sau năm báo cáo",
    "trước ngày 10/01 của năm kế hoạch",
    "trước ngày 05/01, năm 2027",
    "trước ngày 05/01 và 05/7 hằng năm",
    "trước ngày 29/02 hằng năm",
    "trước ngày 31/4 hằng năm",
    "trước ngày 20/6 năm học 2026-2027",
    "trước ngày 20/6 âm lịch",
    "trước ngày 20/6 - 25/6",
    "trước ngày 20/6, quý IV trước mắt",
    "trước ngày 20/6 hằng quý",
    "trước ngày 20/6 hằng năm và ngày cuối quý",
    "trước ngày 20/6 nhuận",
    "trước ngày 20/6 và ngày 25/6 khai mạc",
    "trước ngày 5-10",
    "trước ngày 5-10 hằng tháng",
    "trước ngày 15",
    "hoàn thành trước ngày 15 tới",
]

CYCLES = [
    ("trước ngày 15 hằng tháng", "trước ngày 12 hằng tháng"),
    ("trước ngày 15 hàng tháng.", "trước ngày 12 hàng tháng."),
    ("trước ngày 05 của mỗi tháng", "trước ngày 02 của mỗi tháng"),
    ("chậm nhất ngày 25 hằng tháng, báo cáo", "chậm nhất ngày 22 hằng tháng, báo cáo"),
    ("chậm nhất vào ngày 25 hằng tháng", "chậm nhất vào ngày 22 hằng tháng"),
    ("Thời hạn gửi báo cáo: ngày 20 hằng tháng", "Thời hạn gửi báo cáo: ngày 17 hằng tháng"),
    ("trước ngày 15 hằng tháng gửi Phòng Kinh tế", "trước ngày 12 hằng tháng gửi Phòng Kinh tế"),
    ("trước ngày 25 của tháng cuối quý", "trước ngày 22 của tháng cuối quý"),
    ("trước ngày 25 tháng cuối của quý", "trước ngày 22 tháng cuối của quý"),
    ("trước ngày 15 của tháng cuối kỳ báo cáo", "trước ngày 12 của tháng cuối kỳ báo cáo"),
    ("trước ngày 10 của tháng đầu quý sau", "trước ngày 07 của tháng đầu quý sau"),
    ("trước ngày 10 tháng sau", "trước ngày 07 tháng sau"),
    ("trước 16 giờ hằng ngày", "trước 15 giờ hằng ngày"),
    ("trước 16 giờ 30 phút hằng ngày", "trước 15 giờ 30 phút hằng ngày"),
    ("trước 16h30 hằng ngày.", "trước 15h30 hằng ngày."),
    ("trước thứ Sáu hằng tuần", "trước thứ Năm hằng tuần"),
    ("trước ngày thứ Năm hằng tuần, các thôn báo cáo", "trước ngày thứ Tư hằng tuần, các thôn báo cáo"),
    ("trước Chủ nhật hằng tuần", "trước thứ Sáu hằng tuần"),
]

CYCLES_UNCLEAR = [
    "trước ngày 02 hằng tháng",
    "trước ngày 45 hằng tháng",
    "trước ngày 02 của tháng đầu quý sau",
    "trước ngày 20 hằng tháng, quý, năm",
    "trước ngày 20 hằng tháng và hằng quý",
    "trước ngày 10 và 25 hằng tháng",
    "trước ngày 20 hằng quý",
    "trước ngày 20 hằng tháng nhuận",
    "trước ngày 20 của tháng cuối quý, năm",
    "trước thứ Hai hằng tuần",
    "trước thứ Sáu tuần cuối tháng",
    "trước 16 giờ các ngày thứ Sáu",
    "trước 16 giờ thứ Sáu hằng tuần",
    "trước 01 giờ hằng ngày",
    "trước 99 giờ hằng ngày",
]

PERIODS = [
    ("hoàn thành trong quý I/2026", "hoàn thành trước ngày 20/3/2026"),
    ("hoàn thành trong quý 2/2026", "hoàn thành trước ngày 19/6/2026"),
    ("hoàn thành trong Quý III năm 2026", "hoàn thành trước ngày 18/9/2026"),
    ("hoàn thành trong tháng 6/2026.", "hoàn thành trước ngày 19/6/2026."),
    ("hoàn thành trong tháng 6 năm 2026", "hoàn thành trước ngày 19/6/2026"),
    ("hoàn thành trong năm 2026;", "hoàn thành trước ngày 21/12/2026;"),
    ("hoàn thành trong năm 2026 các mục tiêu sau", "hoàn thành trước ngày 21/12/2026 các mục tiêu sau"),
    ("phải hoàn thành trong quý I/2026", "phải hoàn thành trước ngày 20/3/2026"),
    ("chậm nhất trong quý II/2026", "chậm nhất là ngày 19/6/2026"),
    ("chậm nhất là trong quý II/2026", "chậm nhất là ngày 19/6/2026"),
    ("chậm nhất vào tháng 6/2026", "chậm nhất vào ngày 19/6/2026"),
    ("chậm nhất trước năm 2027", "chậm nhất trước ngày 21/12/2026"),
    ("trước quý III/2026", "trước ngày 19/6/2026"),
    ("hoàn thành trước tháng 7/2026", "hoàn thành trước ngày 19/6/2026"),
]

PERIODS_UNCLEAR = [
    "hoàn thành trong năm 2026 và những năm tiếp theo",
    "hoàn thành trong năm 2026, những năm tiếp theo duy trì",
    "hoàn thành trong năm 2026, 2027",
    "hoàn thành trong năm 2026 và 2027",
    "hoàn thành trong năm 2026 - 2027",
    "hoàn thành trong năm 2026-2027",
    "hoàn thành trong năm học 2026-2027",
    "hoàn thành trong quý I, quý II/2026",
    "hoàn thành trong quý I, II/2026",
    "hoàn thành trong quý I/2026 và quý III/2026",
    "hoàn thành trong quý I",
    "hoàn thành trong quý İ/2026",
    "trước quý III/2026 - quý IV/2026",
    "hoàn thành trong tháng 13/2026",
    "hoàn thành trong tháng 6",
    "hoàn thành trong tháng 6 - 7/2026",
    "trước tháng 6 hằng năm",
    "hoàn thành trong năm 2026 đến năm 2028",
    "hoàn thành trong tháng 6/0001",
    "chậm nhất sau 10 ngày kể từ ngày ban hành",
    "trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
    "không quá 03 ngày kể từ khi phát hiện",
]

NO_DEADLINES = [
    "Đến năm 2030, 100% thôn có mạng",
    "trong quý II/2026 tổ chức tập huấn",
    "giai đoạn 2023 - 2028",
    "Kế hoạch số 38/KH-UBND ngày 29/01/2026",
    "tổ chức vào ngày 10/10/2026",
    "từ ngày 15/5/2026 đến ngày 22/5/2026",
    "Hoàn thành trước 05/10 tiêu chí",
    "hoàn thành trước 2/3 số hộ",
    "trẻ em sinh trước ngày 01/01/2020",
    "công trình có từ trước ngày 01/7/2025",
    "văn bản có hiệu lực trước ngày 01/7/2025",
    "mô hình thời kỳ trước 30/4/1975",
    "thông báo trước 15 ngày",
    "thông báo trước 24 giờ",
    "trước hết, trước mắt, trước đây",
    "trước năm 2030",
    "trước ngày khai giảng",
    "trước mùa mưa bão năm 2026",
    "không quá 5% tổng số",
    "Thời gian thực hiện: Từ tháng 3 đến tháng 12/2026",
]

TABLE = [
    *FULL_DATES,
    *((one, ASK) for one in FULL_DATES_UNCLEAR),
    *DAYS_WITHOUT_A_YEAR,
    *((one, ASK) for one in DAYS_WITHOUT_A_YEAR_UNCLEAR),
    *CYCLES,
    *((one, ASK) for one in CYCLES_UNCLEAR),
    *PERIODS,
    *((one, ASK) for one in PERIODS_UNCLEAR),
    *((one, STAYS) for one in NO_DEADLINES),
]


def earlier(text: str) -> str:
    found = list(moved(text, PACE))
    if not found:
        return STAYS
    if any(one.new is None for one in found):
        assert all(one.new is None and one.why for one in found), found
        return ASK
    for one in reversed(found):
        text = text[: one.start] + (one.new or "") + text[one.end :]
    return text


@pytest.mark.parametrize(("before", "after"), TABLE)
def test_a_deadline_moves_whole_or_is_asked(before: str, after: str) -> None:
    assert earlier(before) == after


@pytest.mark.parametrize(("before", "after"), [one for one in TABLE if one[1] not in (ASK, STAYS)])
def test_what_a_deadline_becomes_is_a_deadline_of_the_same_kind(before: str, after: str) -> None:
    assert shapes(after) == shapes(before) or before in {one for one, _ in PERIODS}
    assert all(one.text for one in moved(after, PACE))


def shapes(text: str) -> list[str]:
    """The deadlines of a text with every number written 0."""
    plain = (re.sub(r"\d\s?[-.]\s?(?=\d)|\d\s?/\s?(?=\d)", "0/", one.text) for one in moved(text, PACE))
    return [re.sub(r"\d+", "0", re.sub(r"(?i)thứ \w+|chủ nhật", "thứ", one)) for one in plain]


def test_the_table_is_a_table() -> None:
    assert len(TABLE) >= 150
    assert len({before for before, _ in TABLE}) == len(TABLE)
