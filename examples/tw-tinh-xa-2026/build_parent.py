"""Hai kế hoạch cấp trên của câu chuyện trung ương → tỉnh → xã năm 2026: a ministry's plan, and a province's that carries it out."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from word_file import Numbers, Rule, WordFile

MINISTRY_OPENING = """
Thực hiện Chiến lược quốc gia cấp nước sạch và vệ sinh nông thôn, Bộ Nông nghiệp và Môi trường ban hành Kế hoạch hưởng ứng Tuần lễ nước sạch và vệ sinh môi trường năm 2026 như sau:
"""

MINISTRY = """
I. MỤC ĐÍCH
1. Nâng cao nhận thức của người dân cả nước về sử dụng nước sạch, giữ gìn vệ sinh môi trường nông thôn.
2. Huy động các cấp, các ngành và cộng đồng tham gia bảo vệ nguồn nước.
II. NGUYÊN TẮC
1. Lấy hộ gia đình làm trung tâm; người dân được biết, được bàn và được giám sát chất lượng nước.
2. Sử dụng nước tiết kiệm; không xả chất thải, nước thải chưa qua xử lý ra nguồn nước.
3. Ưu tiên vùng khó khăn về nguồn nước, trường học và trạm y tế.
III. CHỈ TIÊU
1. Ít nhất 60% hộ gia đình nông thôn được sử dụng nước sạch đạt quy chuẩn.
2. 100% trường học, trạm y tế có nhà tiêu hợp vệ sinh.
IV. TỔ CHỨC THỰC HIỆN
Đề nghị Ủy ban nhân dân các tỉnh, thành phố ban hành kế hoạch, chỉ đạo các địa phương thực hiện và báo cáo kết quả về Bộ Nông nghiệp và Môi trường trước ngày 30/6/2026.
"""

MINISTRY_CLOSING = """
Trên đây là Kế hoạch hưởng ứng Tuần lễ nước sạch và vệ sinh môi trường năm 2026, đề nghị các cơ quan, đơn vị phối hợp thực hiện./.
"""

PROVINCE_OPENING = """
Thực hiện Kế hoạch số 415/KH-BNNMT ngày 20/02/2026 của Bộ Nông nghiệp và Môi trường hưởng ứng Tuần lễ nước sạch và vệ sinh môi trường năm 2026, Ủy ban nhân dân tỉnh Lào Cai ban hành Kế hoạch tổ chức Tuần lễ nước sạch và vệ sinh môi trường trên địa bàn tỉnh năm 2026 như sau:
"""

PROVINCE = """
I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của người dân trên địa bàn tỉnh về sử dụng nước sạch, giữ gìn vệ sinh môi trường nông thôn.
2. Các hoạt động phải thiết thực, tiết kiệm, phù hợp với điều kiện của từng địa phương.
II. CHỈ TIÊU
1. Ít nhất 70% hộ gia đình nông thôn được sử dụng nước sạch đạt quy chuẩn.
2. 100% trường học, trạm y tế có nhà tiêu hợp vệ sinh.
3. 100% công trình cấp nước tập trung trên địa bàn tỉnh được kiểm tra, sửa chữa trước mùa khô.
III. NỘI DUNG THỰC HIỆN
1. Tuyên truyền
a) Phát thanh ít nhất 02 bản tin mỗi ngày trong Tuần lễ trên hệ thống truyền thanh cơ sở.
b) Treo băng rôn tại trụ sở cơ quan, trường học, khu dân cư.
2. Ra quân vệ sinh môi trường
a) Thu gom rác thải, khơi thông cống rãnh, làm sạch các bến nước, giếng nước công cộng.
b) Sửa chữa bể chứa, đường ống, vòi nước công cộng bị rò rỉ.
3. Kiểm tra chất lượng nước
Lấy mẫu nước tại các công trình cấp nước tập trung; công khai kết quả tại nhà văn hóa để Nhân dân giám sát.
IV. THỜI GIAN
Tuần lễ được tổ chức từ ngày 20/4/2026 đến ngày 26/4/2026.
V. KINH PHÍ
Kinh phí thực hiện từ ngân sách tỉnh theo phân cấp và các nguồn hợp pháp khác.
VI. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường chủ trì, hướng dẫn, theo dõi, tổng hợp kết quả báo cáo Ủy ban nhân dân tỉnh.
2. Sở Y tế hướng dẫn kiểm tra chất lượng nước.
3. Ủy ban nhân dân các xã, phường xây dựng kế hoạch, tổ chức thực hiện trên địa bàn; báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 15/5/2026.
"""

PROVINCE_CLOSING = """
Trên đây là Kế hoạch tổ chức Tuần lễ nước sạch và vệ sinh môi trường trên địa bàn tỉnh Lào Cai năm 2026, yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc thực hiện./.
"""


def ministry(target: Path) -> None:
    """Write the ministry's plan to `target`."""
    plan = WordFile(margins=(20, 20, 30, 15), numbers=Numbers.TYPED, rule=Rule.SHAPE)
    plan.header("BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG", None, "415/KH-BNNMT", "Hà Nội, ngày 20 tháng 02 năm 2026")
    plan.title("Hưởng ứng Tuần lễ nước sạch và vệ sinh môi trường năm 2026")
    plan.paragraphs(MINISTRY_OPENING)
    plan.body(MINISTRY)
    plan.paragraphs(MINISTRY_CLOSING)
    recipients = ("Thủ tướng Chính phủ (để b/c)", "UBND các tỉnh, thành phố", "Lưu: VT, TL")
    plan.signature(recipients, ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), "Đặng Văn K")
    title = "Kế hoạch hưởng ứng Tuần lễ nước sạch và vệ sinh môi trường năm 2026"
    plan.save(target, title=title, author="kedraft", on=datetime(2026, 2, 20, 8, 0))


def province(target: Path) -> None:
    """Write the province's plan to `target`."""
    plan = WordFile(margins=(20, 20, 30, 20), numbers=Numbers.LIST, rule=Rule.BORDER)
    plan.header("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", None, "92/KH-UBND", "Lào Cai, ngày 12 tháng 3 năm 2026")
    plan.title("Tổ chức Tuần lễ nước sạch và vệ sinh môi trường\ntrên địa bàn tỉnh Lào Cai năm 2026")
    plan.paragraphs(PROVINCE_OPENING)
    plan.body(PROVINCE)
    plan.paragraphs(PROVINCE_CLOSING)
    recipients = (
        "Bộ Nông nghiệp và Môi trường (b/c)",
        "TT Tỉnh ủy, TT HĐND tỉnh (b/c)",
        "Các sở, ban, ngành",
        "UBND các xã, phường",
        "Lưu: VT, NN",
    )
    plan.signature(recipients, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Giàng Thị M")
    title = "Kế hoạch tổ chức Tuần lễ nước sạch và vệ sinh môi trường trên địa bàn tỉnh Lào Cai năm 2026"
    plan.save(target, title=title, author="kedraft", on=datetime(2026, 3, 12, 8, 0))


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    ministry(here / "ke-hoach-bo.docx")
    province(here / "ke-hoach-cap-tren.docx")
