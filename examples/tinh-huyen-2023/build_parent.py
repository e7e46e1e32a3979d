"""Kế hoạch cấp trên của câu chuyện tỉnh → huyện năm 2023: numbers hang on paragraph styles, header lines as borders."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from word_file import Numbers, Rule, WordFile

OPENING = """
Thực hiện Luật Phòng, chống thiên tai; Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ quy định chi tiết thi hành một số điều của Luật Phòng, chống thiên tai và Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều; Quyết định số 379/QĐ-TTg ngày 17/3/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia phòng, chống thiên tai đến năm 2030, tầm nhìn đến năm 2050; Quyết định số 553/QĐ-TTg ngày 06/4/2021 của Thủ tướng Chính phủ phê duyệt Đề án “Nâng cao nhận thức cộng đồng và quản lý rủi ro thiên tai dựa vào cộng đồng, đến năm 2030”; Ủy ban nhân dân tỉnh Bình Thuận ban hành Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn tỉnh Bình Thuận năm 2023, với các nội dung như sau:
"""

BODY = """
I. MỤC TIÊU, YÊU CẦU
1. **Mục tiêu chung**
Chủ động phòng ngừa, ứng phó kịp thời và khắc phục nhanh hậu quả thiên tai; hạn chế thấp nhất thiệt hại về người và tài sản của Nhân dân và Nhà nước trên địa bàn tỉnh; từng bước nâng cao năng lực tự phòng, chống thiên tai của cộng đồng.
2. **Mục tiêu cụ thể**
a) 100% xã, phường, thị trấn củng cố Đội xung kích phòng, chống thiên tai và tổ chức huấn luyện trước mùa mưa bão.
b) 100% cán bộ làm công tác phòng, chống thiên tai cấp tỉnh, cấp huyện và ít nhất 80% cán bộ cấp xã được tập huấn nghiệp vụ.
c) 100% tàu cá có chiều dài từ 15 mét trở lên duy trì hoạt động của thiết bị giám sát hành trình khi hoạt động trên biển.
d) Tối thiểu 85% hộ dân ở khu vực thường xuyên bị ảnh hưởng của thiên tai được phổ biến kỹ năng phòng, tránh.
e) 100% hồ chứa nước thủy lợi có phương án ứng phó với tình huống khẩn cấp được phê duyệt.
3. **Yêu cầu**
- Lấy phòng ngừa là chính; thực hiện nghiêm phương châm “bốn tại chỗ”; không chủ quan, lơ là trong mọi tình huống.
- Phân công rõ trách nhiệm của từng cơ quan, đơn vị, cá nhân; chỉ huy thống nhất, phối hợp chặt chẽ giữa các lực lượng.
- Bảo đảm chế độ trực ban, thông tin thông suốt từ tỉnh đến cơ sở trong suốt mùa mưa bão.
II. NHẬN ĐỊNH TÌNH HÌNH THIÊN TAI NĂM 2023
Mùa khô năm 2023 có khả năng kéo dài, tổng lượng mưa phổ biến thấp hơn trung bình nhiều năm từ 10% đến 20%; đến đầu tháng 3 năm 2023, dung tích các hồ chứa thủy lợi trên địa bàn tỉnh đạt khoảng 62% dung tích thiết kế, nguy cơ thiếu nước cục bộ ở các huyện phía Bắc của tỉnh.
Mùa mưa bão tập trung từ tháng 8 đến tháng 11; sạt lở bờ biển, sóng lớn, gió mạnh trên biển, lốc, sét và ngập lụt cục bộ có thể xảy ra tại nhiều nơi, gây thiệt hại cho khai thác, nuôi trồng thủy sản và khu dân cư ven biển.
III. NHIỆM VỤ, GIẢI PHÁP
1. **Công tác phòng ngừa**
a) Kiện toàn tổ chức, lực lượng:
- Kiện toàn Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn các cấp, phân công thành viên phụ trách từng địa bàn, hoàn thành trước ngày 30/4/2023.
- Củng cố Đội xung kích phòng, chống thiên tai cấp xã; tổ chức huấn luyện, diễn tập; chuẩn bị đủ trang phục, phương tiện, dụng cụ cần thiết.
b) Rà soát phương án ứng phó:
- Bổ sung phương án ứng phó với từng loại hình thiên tai theo cấp độ rủi ro, trong đó xác định cụ thể:
+ Khu vực xung yếu, số hộ phải sơ tán và nơi bố trí cho dân ở tạm;
+ Lực lượng, phương tiện, vật tư, lương thực, nước uống, thuốc men dự phòng;
+ Tuyến đường sơ tán, đường tiếp tế khi giao thông bị chia cắt.
- Rà soát nơi neo đậu tránh trú bão; thống kê số lượng tàu thuyền, lồng bè nuôi trồng thủy sản và số lao động thường xuyên trên biển.
c) Thông tin, tuyên truyền:
- Phổ biến cho người dân cách nhận biết dấu hiệu thiên tai, kỹ năng phòng, tránh; cách chằng chống nhà cửa, neo đậu tàu thuyền an toàn.
- Tổ chức các hoạt động hưởng ứng Tuần lễ Quốc gia phòng, chống thiên tai từ ngày 15/5/2023 đến ngày 22/5/2023.
- Phát kịp thời bản tin dự báo, cảnh báo trên Đài Phát thanh - Truyền hình Bình Thuận và Báo Bình Thuận.
d) Công trình phòng, chống thiên tai:
- Kiểm tra, đánh giá an toàn hồ chứa, kè, cống, cầu và đường giao thông; hoàn thành sửa chữa hư hỏng trước ngày 31/7/2023.
- Kiểm soát chặt chẽ việc khai thác cát, xây dựng công trình lấn chiếm dòng chảy, bãi sông, hành lang bảo vệ bờ biển.
2. **Công tác ứng phó**
a) Đối với bão, áp thấp nhiệt đới:
- Theo dõi chặt chẽ diễn biến; kiểm đếm, kêu gọi tàu thuyền vào nơi tránh trú; kiên quyết không để người ở lại trên tàu, lồng bè khi bão đổ bộ.
- Tổ chức sơ tán dân ở khu vực xung yếu đến nơi an toàn; bảo vệ tài sản tại nơi sơ tán; tạm dừng các hoạt động du lịch, tắm biển, khai thác thủy sản khi có lệnh.
b) Đối với mưa lớn, lũ, ngập lụt, sạt lở:
- Bố trí lực lượng canh gác tại ngầm, tràn, đoạn đường ngập sâu, khu vực có nguy cơ sạt lở; không cho người, phương tiện qua lại khi chưa bảo đảm an toàn.
- Vận hành hồ chứa đúng quy trình; thông báo sớm cho Nhân dân vùng hạ du trước khi xả lũ.
c) Đối với hạn hán, thiếu nước: Ưu tiên cấp nước sinh hoạt, nước uống cho gia súc và cây trồng lâu năm; điều chỉnh lịch thời vụ, chuyển đổi cây trồng ở những nơi không bảo đảm nguồn nước.
3. **Khắc phục hậu quả**
- Huy động lực lượng tìm kiếm người mất tích, cứu chữa người bị thương, hỗ trợ kịp thời gia đình bị thiệt hại; không để người dân thiếu đói, thiếu nước uống, không có chỗ ở.
- Thống kê, đánh giá thiệt hại đúng thực tế; vệ sinh môi trường, phòng, chống dịch bệnh; khôi phục sản xuất, giao thông, điện, thông tin liên lạc trong thời gian ngắn nhất.
4. **Tìm kiếm cứu nạn:** Duy trì lực lượng, phương tiện thường trực theo phân công tại Mục V Kế hoạch này; tiếp nhận, xử lý thông tin báo nạn trong mọi thời điểm.
IV. KINH PHÍ THỰC HIỆN
Kinh phí thực hiện Kế hoạch gồm ngân sách nhà nước theo phân cấp, Quỹ Phòng, chống thiên tai tỉnh và các nguồn huy động hợp pháp khác.
Số thu Quỹ Phòng, chống thiên tai phân bổ cho cấp xã không quá 28%, cấp huyện không quá 20% theo Nghị định số 78/2021/NĐ-CP ngày 01/8/2021 của Chính phủ về thành lập và quản lý Quỹ Phòng, chống thiên tai.
V. TỔ CHỨC THỰC HIỆN
1. **Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh:** Chỉ đạo, kiểm tra, đôn đốc các cơ quan, đơn vị, địa phương thực hiện Kế hoạch này; quyết định việc huy động lực lượng, phương tiện khi có tình huống vượt quá khả năng ứng phó của cấp huyện.
2. **Sở Nông nghiệp và Phát triển nông thôn**
- Là cơ quan thường trực, tham mưu tổ chức thực hiện Kế hoạch này; tổ chức trực ban, tổng hợp tình hình, báo cáo theo quy định.
- Chủ trì hướng dẫn an toàn hồ chứa, tàu cá, nuôi trồng thủy sản và sản xuất nông nghiệp.
3. **Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh, Công an tỉnh:** Chuẩn bị lực lượng, phương tiện tham gia sơ tán dân, cứu hộ, cứu nạn; bảo đảm an ninh, trật tự tại khu vực xảy ra thiên tai.
4. **Sở Tài nguyên và Môi trường, Đài Khí tượng Thủy văn tỉnh:** Quan trắc, dự báo, cung cấp kịp thời bản tin thiên tai cho cơ quan chỉ đạo và địa phương.
5. **Sở Giao thông vận tải, Sở Công Thương, Sở Xây dựng, Sở Y tế:** Bảo đảm giao thông, dự trữ hàng hóa thiết yếu, an toàn công trình và công tác y tế theo chức năng quản lý.
6. **Sở Giáo dục và Đào tạo:** Đưa kỹ năng phòng, tránh thiên tai, phòng, chống đuối nước vào hoạt động ngoại khóa.
7. **Sở Thông tin và Truyền thông, Đài Phát thanh - Truyền hình Bình Thuận, Báo Bình Thuận:** Bảo đảm thông tin liên lạc; tuyên truyền, đưa tin chính xác, kịp thời.
8. **Sở Tài chính, Sở Kế hoạch và Đầu tư:** Tham mưu bố trí kinh phí và vốn đầu tư công trình phòng, chống thiên tai.
9. **Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh:** Vận động Nhân dân tham gia phòng, chống thiên tai; tiếp nhận, phân bổ nguồn cứu trợ.
10. **Ủy ban nhân dân các huyện, thị xã, thành phố**
- Xây dựng, ban hành Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn năm 2023 của địa phương trước ngày 31/3/2023; kiện toàn Ban Chỉ huy cùng cấp và cấp xã.
- Tổ chức thu Quỹ Phòng, chống thiên tai; bố trí ngân sách, dự phòng vật tư, phương tiện theo phương châm “bốn tại chỗ”.
- Chủ động ứng phó trong phạm vi quản lý; báo cáo nhanh khi có thiên tai về Sở Nông nghiệp và Phát triển nông thôn trong vòng 02 giờ kể từ khi xảy ra.
11. **Chế độ báo cáo:** Các cơ quan, đơn vị, địa phương báo cáo sơ kết 6 tháng trước ngày 20/6/2023, báo cáo tổng kết trước ngày 15/12/2023 về Sở Nông nghiệp và Phát triển nông thôn để tổng hợp, báo cáo Ủy ban nhân dân tỉnh và Ban Chỉ đạo Quốc gia về Phòng, chống thiên tai.
"""

CLOSING = """
Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện Kế hoạch này. Trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh về Sở Nông nghiệp và Phát triển nông thôn để tổng hợp, trình Ủy ban nhân dân tỉnh xem xét, quyết định./.
"""

RECIPIENTS = (
    "Ban Chỉ đạo Quốc gia về PCTT (b/c)",
    "Bộ Nông nghiệp và PTNT (b/c)",
    "Thường trực Tỉnh ủy (b/c)",
    "Thường trực HĐND tỉnh (b/c)",
    "Chủ tịch, các PCT UBND tỉnh",
    "Thành viên Ban Chỉ huy PCTT và TKCN tỉnh",
    "Các cơ quan, đơn vị tại Mục V",
    "UBND các huyện, thị xã, thành phố",
    "Lưu: VT, KT",
)


def main(target: Path) -> None:
    """Write the parent plan to `target`."""
    plan = WordFile(
        margins=(20, 20, 35, 15), size=14, indent_mm=10, before=6, line=1.1, numbers=Numbers.STYLES, rule=Rule.BORDER
    )
    plan.header(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH THUẬN",
        superior=None,
        number="812/KH-UBND",
        place_and_date="Bình Thuận, ngày 14 tháng 3 năm 2023",
    )
    plan.title("Phòng, chống thiên tai và tìm kiếm cứu nạn\ntrên địa bàn tỉnh Bình Thuận năm 2023")
    plan.paragraphs(OPENING)
    plan.body(BODY)
    plan.paragraphs(CLOSING)
    plan.signature(RECIPIENTS, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Văn C")
    plan.save(
        target,
        title="Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn tỉnh Bình Thuận năm 2023",
        author="kedraft",
        on=datetime(2023, 3, 14, 8, 0),
    )


if __name__ == "__main__":
    main(Path(__file__).with_name("ke-hoach-cap-tren.docx"))
