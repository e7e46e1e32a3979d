"""Kế hoạch cấp trên của câu chuyện Ban Chỉ đạo năm 2024: 1., 2. by Word and restarted in each section, the rest typed."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from word_file import Numbers, Rule, WordFile

OPENING = """
Thực hiện Nghị quyết số 41/NQ-CP ngày 09/6/2015 của Chính phủ về đẩy mạnh công tác đấu tranh chống buôn lậu, gian lận thương mại và hàng giả trong tình hình mới; Quyết định số 319/QĐ-TTg ngày 29/3/2023 của Thủ tướng Chính phủ phê duyệt Đề án về chống hàng giả và bảo vệ người tiêu dùng trong thương mại điện tử đến năm 2025, Ban Chỉ đạo quốc gia chống buôn lậu, gian lận thương mại và hàng giả (sau đây gọi tắt là Ban Chỉ đạo 389 quốc gia) ban hành Kế hoạch phòng, chống buôn lậu, gian lận thương mại và hàng giả trong hoạt động thương mại điện tử năm 2024 như sau:
"""

BODY = """
I. MỤC ĐÍCH, YÊU CẦU
1. **Mục đích**
- Nâng cao hiệu lực, hiệu quả phòng ngừa, phát hiện và xử lý hành vi buôn lậu, gian lận thương mại, kinh doanh hàng giả trong hoạt động thương mại điện tử trên phạm vi cả nước.
- Bảo vệ quyền lợi của người tiêu dùng và doanh nghiệp kinh doanh chân chính; góp phần phát triển thương mại điện tử lành mạnh, bền vững.
2. **Yêu cầu**
- Xác định rõ lực lượng chủ trì, lực lượng phối hợp; trao đổi thông tin nhanh, xử lý dứt điểm, không bỏ trống địa bàn, lĩnh vực.
- Kết hợp chặt chẽ giữa kiểm tra, xử lý với tuyên truyền, hướng dẫn; không gây phiền hà cho tổ chức, cá nhân kinh doanh đúng pháp luật.
- Tập trung vào đối tượng, mặt hàng, địa bàn trọng điểm tại Mục II Kế hoạch này.
II. ĐỐI TƯỢNG, MẶT HÀNG, ĐỊA BÀN TRỌNG ĐIỂM
1. **Đối tượng:** Tổ chức, cá nhân bán hàng qua trang thông tin điện tử, ứng dụng di động, sàn giao dịch thương mại điện tử, mạng xã hội; doanh nghiệp bưu chính, chuyển phát, kho hàng, điểm tập kết.
2. **Mặt hàng:**
- Thuốc lá điếu, rượu, bia, thuốc chữa bệnh, thực phẩm chức năng, mỹ phẩm, thiết bị y tế;
- Quần áo, giày dép, túi xách, đồng hồ, điện thoại và phụ kiện giả mạo nhãn hiệu;
- Thực phẩm, vật tư nông nghiệp, linh kiện điện tử không rõ nguồn gốc, xuất xứ.
3. **Địa bàn:** Khu vực cửa khẩu, đường mòn, lối mở biên giới; kho hàng, điểm trung chuyển; các thành phố lớn, khu công nghiệp, khu du lịch.
III. CHỈ TIÊU
- 100% tin báo, tố giác về vi phạm trong thương mại điện tử được tiếp nhận, phân loại và xử lý đúng thời hạn.
- 100% công chức làm nhiệm vụ kiểm tra, kiểm soát thương mại điện tử được tập huấn kỹ năng thu thập, lưu giữ chứng cứ điện tử.
- Ít nhất 90% doanh nghiệp bưu chính, chuyển phát ký cam kết không vận chuyển hàng nhập lậu, hàng giả.
IV. NHIỆM VỤ TRỌNG TÂM
1. **Tuyên truyền, phổ biến pháp luật**
- Phổ biến quy định về thương mại điện tử, sở hữu trí tuệ, bảo vệ người tiêu dùng; cách nhận biết hàng thật, hàng giả.
- Công khai tổ chức, cá nhân vi phạm trên phương tiện thông tin đại chúng theo quy định của pháp luật.
2. **Nắm tình hình, quản lý địa bàn**
- Rà soát, lập danh sách trang thông tin điện tử, tài khoản mạng xã hội bán hàng có dấu hiệu vi phạm; cập nhật hằng tháng.
- Theo dõi hoạt động gom hàng, phát trực tiếp bán hàng, chia nhỏ hàng hóa gửi qua đường bưu chính, chuyển phát.
3. **Kiểm tra, xử lý vi phạm**
- Mở đợt cao điểm kiểm tra, kiểm soát từ ngày 01/7/2024 đến ngày 30/9/2024.
- Xử lý nghiêm tổ chức, cá nhân vi phạm; chuyển cơ quan điều tra những vụ việc có dấu hiệu tội phạm; tiêu hủy hàng giả theo quy định.
4. **Tập huấn nghiệp vụ:** Tổ chức tập huấn cho công chức, chiến sĩ các lực lượng chức năng trước ngày 31/5/2024.
5. **Phối hợp, trao đổi thông tin**
- Chia sẻ dữ liệu giữa các lực lượng chức năng, sàn giao dịch thương mại điện tử và doanh nghiệp có nhãn hiệu được bảo hộ.
- Duy trì đường dây nóng tiếp nhận tin báo 24/24 giờ; giữ bí mật thông tin của người cung cấp tin.
V. TỔ CHỨC THỰC HIỆN
1. **Bộ Công Thương:** Chỉ đạo lực lượng Quản lý thị trường chủ trì kiểm tra hoạt động thương mại điện tử trong nước; yêu cầu các sàn giao dịch gỡ bỏ thông tin vi phạm.
2. **Bộ Công an:** Chỉ đạo điều tra, xử lý đường dây, ổ nhóm phạm tội sử dụng không gian mạng.
3. **Bộ Tài chính:** Chỉ đạo lực lượng Hải quan, Thuế kiểm soát hàng hóa qua cửa khẩu và quản lý thuế đối với hoạt động thương mại điện tử.
4. **Bộ Quốc phòng:** Chỉ đạo Bộ đội Biên phòng, Cảnh sát biển kiểm soát khu vực biên giới, trên biển.
5. **Bộ Thông tin và Truyền thông:** Chỉ đạo ngăn chặn trang thông tin điện tử vi phạm; quản lý doanh nghiệp bưu chính, viễn thông.
6. **Ban Chỉ đạo 389 các tỉnh, thành phố trực thuộc trung ương**
- Xây dựng, ban hành Kế hoạch của địa phương trước ngày 29/02/2024; phân công rõ trách nhiệm của từng lực lượng.
- Chịu trách nhiệm trước Trưởng Ban Chỉ đạo 389 quốc gia về tình hình buôn lậu, gian lận thương mại và hàng giả trong hoạt động thương mại điện tử tại địa phương.
7. **Chế độ báo cáo:** Các bộ, ngành, Ban Chỉ đạo 389 các tỉnh, thành phố báo cáo kết quả đợt cao điểm trước ngày 15/10/2024, báo cáo năm trước ngày 15/12/2024 về Văn phòng Thường trực Ban Chỉ đạo 389 quốc gia để tổng hợp.
VI. KINH PHÍ
Kinh phí thực hiện Kế hoạch do ngân sách nhà nước bảo đảm theo phân cấp và được bố trí trong dự toán chi của các cơ quan, đơn vị.
"""

CLOSING = """
Yêu cầu các bộ, ngành, địa phương khẩn trương triển khai thực hiện; khó khăn, vướng mắc phản ánh về Văn phòng Thường trực Ban Chỉ đạo 389 quốc gia để kịp thời xem xét, giải quyết./.
"""

RECIPIENTS = (
    "Thủ tướng Chính phủ (b/c)",
    "Trưởng ban, các Phó Trưởng ban (b/c)",
    "Các thành viên Ban Chỉ đạo 389 quốc gia",
    "Các bộ, ngành tại Mục V",
    "Ban Chỉ đạo 389 các tỉnh, thành phố trực thuộc trung ương",
    "Lưu: VT, VPTT",
)


def main(target: Path) -> None:
    """Write the parent plan to `target`."""
    plan = WordFile(
        margins=(20, 20, 30, 15), size=14, indent_mm=12.7, before=6, line=1.0, numbers=Numbers.MIXED, rule=Rule.VML
    )
    plan.header(
        issuer="BAN CHỈ ĐẠO QUỐC GIA\nCHỐNG BUÔN LẬU,\nGIAN LẬN THƯƠNG MẠI\nVÀ HÀNG GIẢ",
        superior=None,
        number="06/KH-BCĐ389",
        place_and_date="Hà Nội, ngày 18 tháng 01 năm 2024",
    )
    plan.title("Phòng, chống buôn lậu, gian lận thương mại và hàng giả\ntrong hoạt động thương mại điện tử năm 2024")
    plan.paragraphs(OPENING)
    plan.body(BODY)
    plan.paragraphs(CLOSING)
    plan.signature(
        RECIPIENTS,
        ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC"),
        "Đỗ Văn G",
        second="BỘ TRƯỞNG BỘ TÀI CHÍNH",
    )
    plan.save(
        target,
        title="Kế hoạch phòng, chống buôn lậu, gian lận thương mại và hàng giả trong thương mại điện tử năm 2024",
        author="kedraft",
        on=datetime(2024, 1, 18, 8, 0),
    )


if __name__ == "__main__":
    main(Path(__file__).with_name("ke-hoach-cap-tren.docx"))
