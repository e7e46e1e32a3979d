"""Kế hoạch cấp trên của câu chuyện soạn hàng loạt năm 2026: typed numbers, a border below the header's lines."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from word_file import Numbers, Rule, WordFile

OPENING = """
Thực hiện Kế hoạch số 12/KH-BVHTTDL ngày 08/01/2026 của Bộ Văn hóa, Thể thao và Du lịch về phát triển văn hóa đọc trong cộng đồng năm 2026, Ủy ban nhân dân tỉnh Lạng Sơn ban hành Kế hoạch phát triển văn hóa đọc trên địa bàn tỉnh Lạng Sơn năm 2026 như sau:
"""

BODY = """
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Hình thành thói quen đọc sách của Nhân dân trên địa bàn tỉnh, nhất là thanh niên, thiếu niên; góp phần nâng cao dân trí, xây dựng xã hội học tập.
b) Đưa sách về gần người dân; khai thác có hiệu quả nhà văn hóa, thư viện trường học và điểm bưu điện - văn hóa.
2. Yêu cầu
a) Tổ chức thiết thực, phù hợp với điều kiện của từng địa phương; không phô trương, hình thức.
b) Phân công rõ việc, rõ người, rõ thời hạn để đạt các chỉ tiêu tại Mục II Kế hoạch này.
II. CHỈ TIÊU NĂM 2026
1. Xây dựng 40 tủ sách cộng đồng tại 06 xã, phường làm điểm trên địa bàn tỉnh.
2. Mỗi tủ sách có ít nhất 300 bản sách và được bổ sung ít nhất 02 lần trong năm.
3. Ít nhất 60% học sinh trên địa bàn tỉnh tham gia hoạt động đọc sách ngoài giờ học.
4. 100% xã, phường tổ chức Ngày Sách và Văn hóa đọc Việt Nam.
III. NHIỆM VỤ, GIẢI PHÁP
1. Tuyên truyền, vận động
a) Tuyên truyền về ý nghĩa của việc đọc sách trên hệ thống truyền thanh cơ sở, trang thông tin điện tử và mạng xã hội.
b) Vận động tổ chức, cá nhân tặng sách; phát động phong trào “Góp một cuốn sách nhỏ, đọc nghìn cuốn sách hay”.
2. Xây dựng tủ sách cộng đồng
a) Chọn địa điểm thuận tiện, có người trông coi; ưu tiên nơi xa thư viện, trường học.
b) Lựa chọn sách về sản xuất, pháp luật, sức khỏe, văn học thiếu nhi và lịch sử địa phương.
c) Sở Văn hóa, Thể thao và Du lịch cấp sách ban đầu cho các tủ sách trước ngày 30/6/2026.
3. Tổ chức Ngày Sách và Văn hóa đọc Việt Nam
Tổ chức trong tháng 4 năm 2026 với các hoạt động đọc sách theo nhóm, kể chuyện theo sách, trao đổi sách cũ.
IV. KINH PHÍ THỰC HIỆN
Kinh phí thực hiện từ ngân sách tỉnh, ngân sách xã, phường và nguồn xã hội hóa; ngân sách tỉnh hỗ trợ mỗi tủ sách 15 triệu đồng.
V. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa, Thể thao và Du lịch
a) Chủ trì, hướng dẫn, kiểm tra việc thực hiện Kế hoạch này.
b) Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026.
2. Sở Giáo dục và Đào tạo
Chỉ đạo các trường học tổ chức tiết đọc sách, mở cửa thư viện phục vụ học sinh ngoài giờ học.
3. Ủy ban nhân dân các xã, phường
a) Xây dựng kế hoạch của địa phương trước ngày 15/3/2026; bố trí địa điểm và người phụ trách tủ sách.
b) Báo cáo kết quả về Sở Văn hóa, Thể thao và Du lịch trước ngày 10/12/2026.
"""

CLOSING = """
Trên đây là Kế hoạch phát triển văn hóa đọc trên địa bàn tỉnh Lạng Sơn năm 2026; yêu cầu các sở, ban, ngành, Ủy ban nhân dân các xã, phường nghiêm túc triển khai thực hiện./.
"""

RECIPIENTS = (
    "Bộ Văn hóa, Thể thao và Du lịch (b/c)",
    "TT Tỉnh ủy, TT HĐND tỉnh (b/c)",
    "Chủ tịch, các PCT UBND tỉnh",
    "Các sở, ban, ngành tại Mục V",
    "UBND các xã, phường",
    "Lưu: VT, KGVX",
)


def main(target: Path) -> None:
    """Write the parent plan to `target`."""
    plan = WordFile(margins=(20, 20, 30, 20), size=14, numbers=Numbers.TYPED, rule=Rule.BORDER)
    plan.header("ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN", None, "29/KH-UBND", "Lạng Sơn, ngày 26 tháng 01 năm 2026")
    plan.title("Phát triển văn hóa đọc trên địa bàn tỉnh Lạng Sơn năm 2026")
    plan.paragraphs(OPENING)
    plan.body(BODY)
    plan.paragraphs(CLOSING)
    plan.signature(RECIPIENTS, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn A")
    plan.save(
        target,
        title="Kế hoạch phát triển văn hóa đọc năm 2026",
        author="kedraft (văn bản minh họa)",
        on=datetime(2026, 1, 26),
    )


if __name__ == "__main__":
    main(Path(__file__).with_name("ke-hoach-cap-tren.docx"))
