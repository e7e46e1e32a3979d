"""Shapes of sentences that bind or only speak of communes, one a test. Every sentence here is the project's own."""

import pytest

from grammar.test_duties import COMMUNE_2023, found
from kedraft.grammar.due import deadline_of, receiver_of
from kedraft.model.plan import Level


def under(title: str, sentence: str) -> list[tuple[str, str]]:
    return [(duty.role.value, duty.text) for duty in found(f"II. {title}\n1. {sentence}")]


BOUND = [
    ("Trạm Thú y chỉ cách làm cho các xã; UBND cấp xã phun thuốc từng hộ.", "lead"),
    ("Người dân báo Ban Chỉ huy quân sự cấp xã; Ban Chỉ huy quân sự cấp xã canh gác hiện trường.", "lead"),
    ("Nuôi dạy trẻ: đưa vào buổi hội họp thôn; các xã, phường tự lo kinh phí.", "lead"),
    ("Dạy nghề: Sở Nội vụ chủ trì, UBND các xã, phường phối hợp.", "partner"),
    ("Tìm người mất tích: Công an tỉnh chủ trì, UBND xã, phường và nhân dân tại chỗ tham gia.", "partner"),
    ("Chủ hộ và UBND cấp xã cùng dọn cành cây gãy.", "all"),
    ("Công chức địa chính cấp xã chịu trách nhiệm về số liệu đã nhập.", "lead"),
    ("Ngân sách huyện, xã: bố trí cho việc in tờ rơi.", "lead"),
    ("Ban Chỉ huy Phòng thủ dân sự xã đưa dân ra khỏi vùng trũng.", "lead"),
    ("Khi nước lên cấp 3: tỉnh điều xe lội nước; xã chuẩn bị chỗ ở tạm cho dân.", "lead"),
    ("Tài liệu thuộc phường, xã giữ thì phường, xã tự chỉnh lý.", "lead"),
    ("Tổ lưu động: do Phó Chủ tịch UBND xã, phường làm Tổ trưởng.", "lead"),
    ("Các sở phụ trách từng lĩnh vực và UBND các xã, phường báo cáo trước ngày 15/11/2026.", "all"),
    ("Các cơ quan, xã, phường gửi bản đăng ký về Sở Nội vụ.", "all"),
    ("Hội đồng Thi đua - Khen thưởng phường, xã bình xét.", "lead"),
    ("Kinh phí: vòng 1 do phường, xã chi; vòng 2 do thành phố chi.", "lead"),
    ("Hội Phụ nữ thành phố: phối hợp phường, xã treo đèn hoa.", "partner"),
    ("Đội Trật tự đô thị phường, xã nhắc hộ lấn vỉa hè.", "lead"),
    ("Xã nào có kênh thì xã đó huy động dân công.", "lead"),
    ("Các hộ tự chấm; mỗi phường, xã chọn 03 hộ vào vòng sau.", "lead"),
    ("Bố trí xuồng cùng UBND các xã tuần tra trên hồ.", "partner"),
    ("Hộ nuôi ong: 300.000 đồng/hộ do UBND xã, phường lập danh sách.", "lead"),
    ("Các cấp ủy Đảng, chính quyền từ tỉnh đến cơ sở coi việc trồng rau sạch là tiêu chí thi đua.", "lead"),
    ("Khi thấy giấy khai gian, công chức tư pháp - hộ tịch xã giữ lại bản gốc.", "lead"),
    ("Cán bộ phụ trách thú y cấp xã đếm lại đàn vịt.", "lead"),
    ("Phối hợp với công an, chính quyền địa phương khóa bến đò lậu.", "partner"),
    ("Lớp đan lưới: Hội Nông dân tỉnh chủ trì, các xã, phường vận động người học.", "lead"),
    ("Chủ lò gạch chưa đo khói, UBND cấp xã lập biên bản, dừng lò.", "lead"),
    ("Tại khu có tổ ong vò vẽ, Chủ tịch UBND cấp xã rào lối đi, báo cho dân.", "lead"),
    ("Mỗi tuần, trước 9 giờ thứ Ba, các xã, phường đếm lại số bao cát.", "lead"),
    ("Ban Chỉ huy quân sự cấp xã được củng cố đủ người, xong trước ngày 20/3/2026.", "lead"),
    ("Ban Quản lý xã bốc thăm chọn thôn làm trước.", "lead"),
    ("Chỗ nào đê vỡ vì thiếu người gác, người đứng đầu chính quyền nơi đó giải trình với UBND tỉnh.", "lead"),
    ("Các cấp ủy, chính quyền đưa việc giữ giống lúa cổ vào chương trình công tác năm.", "lead"),
    ("Các sở, ban, ngành cấp tỉnh và Ủy ban nhân dân cấp xã tự in phiếu khảo sát.", "all"),
    ("Phối hợp với Bộ Chỉ huy Quân sự tỉnh, UBND các xã, phường dò tìm bom mìn.", "partner"),
    ("Phối hợp các đơn vị thuộc UBND tỉnh, UBND cấp xã dựng rạp hội xuân.", "partner"),
    ("Ngân sách cấp xã chi trả công gác chắn.", "lead"),
    ("Tiền dầu máy bơm do ngân sách cấp xã bảo đảm.", "lead"),
    ("Tiền công của Tổ công tác do UBND cấp xã tự cân đối.", "lead"),
    ("Danh sách hộ nuôi vịt do UBND xã xác nhận, gửi Sở Tài chính trước ngày 15/10/2026.", "lead"),
    ("Bản đăng ký thi đua: kế hoạch của UBND các xã, phường nộp về Sở Nội vụ trước ngày 15/3/2026.", "lead"),
]


@pytest.mark.parametrize(("sentence", "role"), BOUND)
def test_a_sentence_that_binds(sentence: str, role: str) -> None:
    locality = COMMUNE_2023 if "huyện, xã" in sentence else None
    text = f"II. NHIỆM VỤ\n1. {sentence}"
    asked = found(text, locality, on="2023-02-01") if locality else found(text)
    assert [duty.role.value for duty in asked] == [role]


SPOKEN = [
    "UBND các xã, phường và Nhân dân trong tỉnh phấn khởi đón ngày hội.",
    "Ủy ban nhân dân các xã, phường và bà con nhân dân rất vui, tin tưởng vào mùa vụ mới.",
    "Các địa phương làm sớm được UBND tỉnh khen thưởng.",
    "Xã, phường nào để rác tồn đọng bị trừ điểm thi đua.",
    "Các xã biên giới tiếp tục là địa bàn khó khăn.",
    "Đề nghị các địa phương tỉnh bạn trao đổi tin tức.",
    "Ban Quản lý dự án lập danh mục, gửi UBND cấp xã xem trước.",
    "Sở Tài chính thẩm định dự toán của các sở, ngành và các xã, phường, trình HĐND tỉnh.",
    "Người dập lửa giỏi được tặng quà; xã giữ rừng tốt được thưởng một nhà văn hóa.",
    "Danh sách hộ nuôi vịt do UBND xã xác nhận được lưu ở Sở.",
    "Theo số liệu của UBND các xã, phường gửi lên, còn 40 ao bỏ hoang.",
    "Ngân sách cấp xã được tỉnh cấp thêm 2 tỷ đồng.",
    "Bổ sung cho ngân sách cấp xã theo số hộ.",
    "Nâng cao trách nhiệm của các cấp ủy, chính quyền.",
    "Số cây giống: giao cho 9 xã, phường theo Phụ lục kèm theo.",
    "Vẽ sơ đồ kênh mương: cấp xã tỷ lệ 1/5.000; cấp tỉnh tỷ lệ 1/50.000.",
]


@pytest.mark.parametrize("sentence", SPOKEN)
def test_a_sentence_that_only_speaks_of_communes(sentence: str) -> None:
    assert under("NHIỆM VỤ", sentence) == []


@pytest.mark.parametrize("title", ["HIỆN TRẠNG", "LÝ DO", "SỰ CẦN THIẾT", "BỐI CẢNH", "KHÁI QUÁT"])
def test_what_has_been_is_no_duty(title: str) -> None:
    assert under(title, "Có 40 bãi rác; các xã giao cho thôn trông coi nhưng thiếu tiền.") == []


def test_a_line_with_a_title_of_its_own_stands_under_it() -> None:
    assert under("VIỆC CẦN LÀM", "Tình hình: còn 320 điểm bán tự phát; cấp xã dẹp rồi lại tái phát.") == []
    assert under("VIỆC CẦN LÀM", "Sắp xếp: có 320 điểm bán tự phát; cấp xã dẹp dứt điểm trong tháng 10/2026.")


def test_a_scope_that_is_told_with_the_time_may_hold_work() -> None:
    assert under("QUY MÔ, THỜI GIAN", "Vòng xã: các xã, phường hoàn thành trước ngày 30/3/2026.")
    assert under("ĐỊA ĐIỂM", "Sân vận động; các xã, phường lân cận đến xem.") == []


def test_lines_of_another_mark_follow_the_name_before_them() -> None:
    text = "II. PHÂN CÔNG\n* Sở Y tế\n- Đo độ mặn.\n* UBND các xã, phường\n- Đắp bờ bao.\n- Khơi mương.\n* Người dân: trữ nước mưa."
    assert [duty.text for duty in found(text)] == ["Đắp bờ bao.", "Khơi mương."]


def test_a_lead_in_over_lines_that_name_their_own_bodies_opens_no_block() -> None:
    text = (
        "II. TỔ CHỨC THỰC HIỆN\n\nGiao việc cho các sở, địa phương như sau:\n\n"
        "1. Sở Ngoại vụ: xin viện trợ cho các xã.\n2. Các xã, phường: giữ mốc giới đã cắm."
    )
    assert [duty.text for duty in found(text)] == ["Các xã, phường: giữ mốc giới đã cắm."]


def test_a_title_of_all_levels_leaves_each_line_to_the_body_that_it_names() -> None:
    text = (
        "II. TRÁCH NHIỆM CÁC CẤP, CÁC NGÀNH\n1. Sở Y tế: mua vắc xin cho các xã.\n"
        "2. UBND các xã, phường: lập đội bắt chó.\n3. Chủ nuôi: xích chó lại."
    )
    assert [(duty.role.value, duty.text) for duty in found(text)] == [("lead", "UBND các xã, phường: lập đội bắt chó.")]


def test_our_tasks_told_in_one_item_stay_ours_when_a_paragraph_hangs_below_it() -> None:
    text = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Ủy ban nhân dân phường, xã: lập tổ kiểm tra; đặt giờ tắt loa.\n\n"
        "Ủy ban nhân dân tỉnh đề nghị Mặt trận giám sát; yêu cầu chủ tịch phường, xã thực hiện nghiêm."
    )
    assert [duty.leaf for duty in found(text)] == ["I.1", "I.1.p1"]


def test_our_committee_hands_out_work_but_not_to_a_department() -> None:
    text = (
        "II. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường\n- Giao Công an, Phòng Kinh tế kiểm tra quán ăn.\n"
        "- Giao Sở Công Thương cấp biển hiệu."
    )
    assert [duty.text for duty in found(text)] == ["Giao Công an, Phòng Kinh tế kiểm tra quán ăn."]


def test_who_has_a_task_reports_also_without_a_section_on_reports() -> None:
    text = "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì.\n2. Ngày 25 hằng tháng, các đơn vị được giao nhiệm vụ báo cáo về Sở Y tế."
    assert [(duty.role.value, duty.to) for duty in found(text)] == [("all", "Sở Y tế")]


def test_bodies_in_a_title_that_help_are_partners_of_each_line() -> None:
    text = (
        "II. NHIỆM VỤ\n1. Kỹ thuật (Trung tâm Khuyến nông chủ trì; UBND các xã, phường phối hợp)\n- Tập huấn tưới nước."
    )
    assert [duty.role.value for duty in found(text)] == ["partner"]


def test_an_order_behind_one_to_a_province_is_that_provinces() -> None:
    sentence = "Đề nghị UBND các tỉnh, thành phố cấp đất; yêu cầu UBND cấp xã cắm mốc."
    assert found(f"II. NHIỆM VỤ\n1. {sentence}", level=Level.CENTRAL) == ()


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Lập danh sách, chuyển Sở Y tế trước ngày 25 hằng tháng.", "Sở Y tế"),
        ("Báo cáo Hạt Kiểm lâm khu vực trước 16 giờ hằng ngày.", "Hạt Kiểm lâm khu vực"),
        ("Thông tin tiến độ về Sở Xây dựng.", "Sở Xây dựng"),
        ("Sửa lỗi, báo cáo Sở Nội vụ sau 15 ngày.", "Sở Nội vụ"),
    ],
)
def test_receivers(text: str, to: str) -> None:
    assert receiver_of(text) == to


def test_within_a_year_is_a_deadline() -> None:
    assert deadline_of("Mở ít nhất 02 lớp cho già làng trong năm 2026.") == "trong năm 2026"


def test_towns_and_cities_may_be_shortened_in_a_list() -> None:
    text = "II. NHIỆM VỤ\n1. UBND huyện, thành, thị phúc tra nhà văn hóa ấp."
    assert [duty.role.value for duty in found(text, COMMUNE_2023, on="2023-02-01")] == ["lead"]


def test_a_line_that_says_who_may_tell_the_task_itself() -> None:
    text = "II. NỘI DUNG\n1. Tủ sách thôn\n- Đơn vị thực hiện: UBND các xã, phường sắp xếp lại kệ, xin thêm sách."
    assert [duty.text for duty in found(text)] == [
        "Đơn vị thực hiện: UBND các xã, phường sắp xếp lại kệ, xin thêm sách."
    ]
    named = "II. NỘI DUNG\n1. Đóng kệ sách cho thôn\n- Đơn vị thực hiện: UBND các xã, phường chủ trì, phối hợp Thư viện tỉnh."
    assert [duty.text for duty in found(named)] == ["Đóng kệ sách cho thôn"]


def test_a_cell_may_say_who_leads_and_who_helps() -> None:
    rows = "| 1 | Đếm giếng khơi | Chủ trì: UBND các xã, phường. Phối hợp: Sở Y tế | 28/02/2026 |\n| 2 | Thử nước giếng | Chủ trì: Sở Y tế. Phối hợp: UBND các xã, phường | 30/3/2026 |"
    text = f"II. NỘI DUNG\n| TT | Việc cần làm | Đơn vị được giao | Hạn |\n| --- | --- | --- | --- |\n{rows}"
    told = [(duty.text, duty.role.value, duty.deadline) for duty in found(text)]
    assert told == [("Đếm giếng khơi", "lead", "28/02/2026"), ("Thử nước giếng", "partner", "30/3/2026")]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("UBND các xã gửi số liệu chậm nhất 03 ngày sau trận lụt.", "chậm nhất 03 ngày sau trận lụt"),
        ("UBND cấp xã trả lời dân trong 05 ngày làm việc.", "trong 05 ngày làm việc"),
        ("Trước mỗi đợt phun thuốc, UBND cấp xã báo cho từng hộ.", "Trước mỗi đợt phun thuốc"),
        ("UBND các xã thông cống trước lũ.", "trước lũ"),
    ],
)
def test_a_deadline_counted_from_what_happens(sentence: str, due: str) -> None:
    assert deadline_of(sentence) == due


def test_a_title_with_a_verb_and_those_concerned_is_no_scope() -> None:
    asked = "UBND cấp xã ký giấy trong 02 ngày làm việc."
    assert [duty.text for duty in found(f"II. NỘI DUNG\n1. Xác nhận đối tượng mượn cuốc\n- {asked}")] == [asked]
    assert found(f"II. NỘI DUNG\n1. Đối tượng mượn cuốc\n- {asked}") == ()


def test_a_title_that_runs_on_is_read_with_lines_below_it() -> None:
    title = "V. BÁO CÁO: các sở, ngành, địa phương gửi số giếng đã đào về Sở Y tế trước ngày 10/12/2026."
    assert [duty.to for duty in found(f"{title}\nMẫu biểu do Sở Y tế in.")] == ["Sở Y tế"]


def test_a_title_whose_bracket_hands_out_the_work_below_is_no_duty_itself() -> None:
    title = "3. Thu gom lưới rách, phao hỏng ở bãi (Sở Công Thương chủ trì; UBND các xã, phường phối hợp; thường xuyên)"
    asked = found(f"II. NỘI DUNG\n{title}\nTổ chức ngày Chủ nhật nhặt lưới; đặt thùng ở bến.")
    assert [(duty.role.value, duty.text) for duty in asked] == [
        ("partner", "Tổ chức ngày Chủ nhật nhặt lưới; đặt thùng ở bến.")
    ]


def test_what_the_plan_replaces_is_no_duty() -> None:
    text = "V. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế: đo nước giếng.\nYêu cầu các sở, UBND các xã, phường thực hiện. Kế hoạch này thay thế Kế hoạch số 9/KH-UBND ngày 02/01/2025./."
    assert [duty.text for duty in found(text)] == ["Yêu cầu các sở, UBND các xã, phường thực hiện."]


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("UBND cấp xã giao nộp sổ gốc về Sở Tư pháp trước ngày 16/01/2026.", "Sở Tư pháp"),
        ("UBND cấp xã gửi danh sách thợ về Trung tâm Dịch vụ việc làm tỉnh.", "Trung tâm Dịch vụ việc làm tỉnh"),
    ],
)
def test_to_whom_papers_are_handed_in(sentence: str, to: str) -> None:
    assert receiver_of(sentence) == to
