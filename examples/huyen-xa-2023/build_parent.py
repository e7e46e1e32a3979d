"""Kế hoạch cấp trên của câu chuyện huyện → xã năm 2023: typed numbers, typed lines, soft line breaks in Nơi nhận."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from word_file import Numbers, Rule, WordFile

OPENING = """
Thực hiện Quyết định số 524/QĐ-TTg ngày 01/4/2021 của Thủ tướng Chính phủ phê duyệt Đề án “Trồng một tỷ cây xanh giai đoạn 2021 - 2025”; Kế hoạch số 16/KH-UBND ngày 17/01/2023 của Ủy ban nhân dân tỉnh Lạng Sơn về trồng cây xanh, trồng rừng năm 2023, Ủy ban nhân dân huyện Cao Lộc xây dựng Kế hoạch trồng cây xanh, trồng rừng trên địa bàn huyện năm 2023 như sau:
"""

BEFORE_TABLE = """
I. MỤC ĐÍCH, YÊU CẦU
1. **Mục đích**
- Phát triển vốn rừng, cải thiện cảnh quan, môi trường sống; hạn chế xói mòn, sạt lở đất và tăng thu nhập cho Nhân dân trên địa bàn huyện.
- Nâng cao ý thức của cán bộ và Nhân dân trong việc trồng, chăm sóc, bảo vệ cây xanh; giữ gìn nét đẹp “Tết trồng cây” mỗi dịp xuân về.
2. **Yêu cầu**
- Trồng cây đúng thời vụ, đúng kỹ thuật; mỗi cây trồng phải có người chăm sóc, bảo vệ, trồng cây nào sống cây đó.
- Chọn cây bản địa, cây gỗ lớn, cây đa mục đích phù hợp với khí hậu, thổ nhưỡng của từng vùng trên địa bàn huyện.
- Tổ chức thiết thực, tiết kiệm, không phô trương, hình thức; kết quả phải đạt và vượt chỉ tiêu tại Mục III Kế hoạch này.
II. KẾT QUẢ THỰC HIỆN NĂM 2022
Năm 2022, toàn huyện trồng được 842 ha rừng tập trung và 96.500 cây phân tán; tỷ lệ cây sống bình quân đạt 83%. Một số nơi trồng cây chưa gắn với chăm sóc, chọn cây giống chưa phù hợp; 12% số tuyến đường liên thôn đã cứng hóa chưa có cây xanh.
III. CHỈ TIÊU NĂM 2023
1. **Trồng rừng tập trung:** 900 ha, trong đó diện tích rừng gỗ lớn đạt ít nhất 30%.
2. **Trồng cây phân tán:** 110.000 cây tại trụ sở, trường học, nhà văn hóa, ven đường, ven suối và đất vườn hộ gia đình.
3. **Chất lượng cây trồng:** Tỷ lệ cây sống sau 12 tháng đạt từ 85% trở lên đối với rừng trồng, từ 90% trở lên đối với cây phân tán.
4. **Cảnh quan:** 100% thôn, khối phố có ít nhất 01 tuyến đường cây xanh tự quản.
5. **Phân bổ chỉ tiêu:** Chỉ tiêu trồng rừng tập trung và trồng cây phân tán giao cho các xã, thị trấn như sau:
"""

AFTER_TABLE = """
IV. NHIỆM VỤ, GIẢI PHÁP
1. **Tuyên truyền, vận động**
- Tuyên truyền ý nghĩa, lợi ích của việc trồng cây, trồng rừng; kỹ thuật trồng, chăm sóc; chính sách hỗ trợ trồng rừng của Nhà nước.
- Vận động cơ quan, đơn vị, đoàn thể và hộ gia đình đăng ký trồng cây; xây dựng “Hàng cây thanh niên”, “Vườn cây nông dân”, “Con đường hoa phụ nữ”.
- Đăng tải tin, bài trên Trang thông tin điện tử huyện; phát sóng trong chương trình phát thanh, truyền hình của huyện.
2. **Tổ chức Tết trồng cây:** Các xã, thị trấn đồng loạt ra quân Tết trồng cây Xuân Quý Mão, hoàn thành trước ngày 28/02/2023.
3. **Chuẩn bị đất, cây giống**
a) Rà soát quỹ đất trồng rừng, đất trồng cây phân tán; xác định rõ vị trí, diện tích, loài cây và chủ quản lý.
b) Chuẩn bị đủ cây giống có nguồn gốc rõ ràng, đúng tiêu chuẩn; ưu tiên thông, hồi, sa mộc, lát hoa và cây ăn quả lâu năm.
c) Hướng dẫn hộ gia đình tự gieo ươm cây giống tại chỗ; kiểm tra chất lượng trước khi trồng.
4. **Thời vụ, kỹ thuật trồng**
- Vụ Xuân từ tháng 02 đến tháng 4; vụ Hè Thu từ tháng 6 đến tháng 8; không trồng trong những ngày nắng nóng, khô hạn.
- Đào hố, bón lót trước khi trồng ít nhất 15 ngày; trồng dặm những cây bị chết trong vòng 30 ngày.
5. **Chăm sóc, bảo vệ**
- Giao cây trồng cho tổ chức, hộ gia đình chăm sóc; làm cỏ, vun gốc ít nhất 02 lần trong năm đầu.
- Ngăn chặn gia súc phá hoại; phòng cháy, chữa cháy rừng; xử lý nghiêm hành vi chặt phá cây, lấn chiếm đất rừng.
V. KINH PHÍ THỰC HIỆN
Kinh phí thực hiện từ ngân sách huyện, nguồn chương trình mục tiêu quốc gia, nguồn xã hội hóa và đóng góp ngày công của Nhân dân. Ngân sách huyện hỗ trợ không quá 60% giá cây giống cho trồng cây phân tán.
VI. TỔ CHỨC THỰC HIỆN
1. **Phòng Nông nghiệp và Phát triển nông thôn:** Chủ trì, hướng dẫn, kiểm tra, đôn đốc thực hiện Kế hoạch này; tổng hợp, báo cáo Ủy ban nhân dân huyện.
2. **Hạt Kiểm lâm huyện:** Hướng dẫn kỹ thuật trồng, chăm sóc, nghiệm thu rừng trồng; kiểm tra nguồn gốc cây giống.
3. **Phòng Tài nguyên và Môi trường:** Hướng dẫn rà soát quỹ đất, giải quyết vướng mắc về đất trồng rừng.
4. **Phòng Tài chính - Kế hoạch:** Tham mưu bố trí, hướng dẫn thanh toán, quyết toán kinh phí.
5. **Phòng Giáo dục và Đào tạo, Phòng Văn hóa và Thông tin, Trung tâm Văn hóa, Thể thao và Truyền thông:** Chỉ đạo trường học trồng cây; tuyên truyền trên hệ thống truyền thanh, truyền hình.
6. **Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội huyện:** Vận động đoàn viên, hội viên và Nhân dân tham gia trồng cây.
7. **Ủy ban nhân dân các xã, thị trấn**
- Xây dựng kế hoạch và giao chỉ tiêu đến từng thôn, khối phố trước ngày 20/02/2023; tổ chức Tết trồng cây thiết thực, an toàn.
- Lập danh sách hộ gia đình đăng ký, nhu cầu cây giống gửi Phòng Nông nghiệp và Phát triển nông thôn trước ngày 28/02/2023.
- Báo cáo tiến độ trước ngày 20 hằng tháng; báo cáo kết quả năm trước ngày 10/12/2023 về Phòng Nông nghiệp và Phát triển nông thôn.
"""

CLOSING = """
Trên đây là Kế hoạch trồng cây xanh, trồng rừng trên địa bàn huyện Cao Lộc năm 2023, đề nghị các cơ quan, đơn vị, Ủy ban nhân dân các xã, thị trấn nghiêm túc thực hiện./.
"""

SHARES = (  # xã, thị trấn; ha; cây
    ("Thị trấn Cao Lộc", 5, 6500),
    ("Thị trấn Đồng Đăng", 5, 7000),
    ("Xã Bảo Lâm", 60, 5000),
    ("Xã Bình Trung", 35, 4500),
    ("Xã Cao Lâu", 75, 5500),
    ("Xã Công Sơn", 60, 3500),
    ("Xã Gia Cát", 30, 6000),
    ("Xã Hải Yến", 40, 4500),
    ("Xã Hòa Cư", 40, 5000),
    ("Xã Hồng Phong", 30, 4500),
    ("Xã Hợp Thành", 25, 5500),
    ("Xã Lộc Yên", 60, 4500),
    ("Xã Mẫu Sơn", 55, 3500),
    ("Xã Phú Xá", 30, 4500),
    ("Xã Tân Liên", 30, 6000),
    ("Xã Tân Thành", 40, 5000),
    ("Xã Thạch Đạn", 55, 4500),
    ("Xã Thanh Lòa", 60, 4500),
    ("Xã Thụy Hùng", 40, 5000),
    ("Xã Xuân Long", 40, 4500),
    ("Xã Xuất Lễ", 60, 6000),
    ("Xã Yên Trạch", 25, 4500),
)

RECIPIENTS = (
    "UBND tỉnh (b/c)",
    "Sở Nông nghiệp và PTNT (b/c)",
    "TT Huyện ủy, TT HĐND huyện (b/c)",
    "Chủ tịch, các PCT UBND huyện",
    "Các cơ quan, đơn vị tại Mục VI",
    "UBND các xã, thị trấn",
    "Lưu: VT, NN",
)


def shares() -> list[tuple[str, ...]]:
    """The table of targets, with its total."""
    hectares, trees = sum(row[1] for row in SHARES), sum(row[2] for row in SHARES)
    if (hectares, trees) != (900, 110_000):
        raise ValueError(f"the shares add up to {hectares} ha, {trees} trees")
    rows = [(str(n), name, str(ha), f"{count:,}".replace(",", ".")) for n, (name, ha, count) in enumerate(SHARES, 1)]
    head = ("STT", "Xã, thị trấn", "Trồng rừng tập trung (ha)", "Trồng cây phân tán (cây)")
    return [head, *rows, ("", "**Tổng cộng**", "**900**", "**110.000**")]


def main(target: Path) -> None:
    """Write the parent plan to `target`."""
    plan = WordFile(
        margins=(20, 20, 30, 15), size=14, indent_mm=12.7, before=6, line=1.0, numbers=Numbers.TYPED, rule=Rule.TYPED
    )
    plan.header(
        issuer="ỦY BAN NHÂN DÂN\nHUYỆN CAO LỘC",
        superior=None,
        number="24/KH-UBND",
        place_and_date="Cao Lộc, ngày 07 tháng 02 năm 2023",
    )
    plan.title("Trồng cây xanh, trồng rừng\ntrên địa bàn huyện Cao Lộc năm 2023")
    plan.paragraphs(OPENING)
    plan.body(BEFORE_TABLE)
    plan.table((14, 60, 45, 45), shares())
    plan.body(AFTER_TABLE)
    plan.paragraphs(CLOSING)
    plan.signature(RECIPIENTS, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Hoàng Văn E", soft=True)
    plan.save(
        target,
        title="Kế hoạch trồng cây xanh, trồng rừng trên địa bàn huyện Cao Lộc năm 2023",
        author="kedraft",
        on=datetime(2023, 2, 7, 8, 0),
    )


if __name__ == "__main__":
    main(Path(__file__).with_name("ke-hoach-cap-tren.docx"))
