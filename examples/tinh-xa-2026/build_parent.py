"""Kế hoạch cấp trên của câu chuyện tỉnh → xã năm 2026: numbers drawn by one multilevel Word list, header lines as shapes."""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from word_file import Numbers, Rule, WordFile

BASES = """
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;
Căn cứ Quyết định số 146/QĐ-TTg ngày 28 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án “Nâng cao nhận thức, phổ cập kỹ năng và phát triển nguồn nhân lực chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”;
Căn cứ Kế hoạch số 01-KH/BCĐTW ngày 21 tháng 3 năm 2025 của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số về triển khai phong trào “Bình dân học vụ số”;
Theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 21/TTr-SKHCN ngày 20 tháng 01 năm 2026.
"""

OPENING = """
Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai phong trào “Bình dân học vụ số” trên địa bàn tỉnh Lạng Sơn năm 2026, cụ thể như sau:
"""

BODY = """
I. MỤC ĐÍCH, YÊU CẦU
1. **Mục đích**
a) Phổ cập kiến thức, kỹ năng số cơ bản cho cán bộ, công chức, viên chức, người lao động và Nhân dân trên địa bàn tỉnh; từng bước hình thành thói quen sử dụng dịch vụ công trực tuyến, thanh toán không dùng tiền mặt và các nền tảng số trong đời sống hằng ngày.
b) Thu hẹp khoảng cách số giữa các vùng, các nhóm dân cư; ưu tiên người cao tuổi, phụ nữ, người khuyết tật và đồng bào dân tộc thiểu số ở thôn đặc biệt khó khăn, khu vực biên giới.
c) Nâng cao trách nhiệm của người đứng đầu các sở, ban, ngành, Ủy ban nhân dân các xã, phường trong lãnh đạo, tổ chức phong trào; kết quả thực hiện là một căn cứ để đánh giá mức độ hoàn thành nhiệm vụ năm 2026.
2. **Yêu cầu**
a) Nội dung hướng dẫn phải thiết thực, dễ học, dễ làm, phù hợp với từng nhóm đối tượng; lấy việc người dân sử dụng được trong thực tế làm thước đo, không chạy theo số lượng lớp học.
b) Phân công rõ trách nhiệm chủ trì, phối hợp, thời gian hoàn thành và sản phẩm của từng nhiệm vụ, bảo đảm đạt các chỉ tiêu tại Mục III Kế hoạch này.
c) Lồng ghép với việc thực hiện Đề án 06, các chương trình mục tiêu quốc gia và các phong trào thi đua trên địa bàn tỉnh; không tổ chức trùng lặp, không làm phát sinh giấy tờ, thủ tục đối với người dân.
d) Các cơ quan báo chí của tỉnh thường xuyên đưa tin, giới thiệu cách làm hay, mô hình hiệu quả; kịp thời phản ánh những nơi triển khai hình thức.
II. PHẠM VI, ĐỐI TƯỢNG, THỜI GIAN
1. **Phạm vi:** Trên địa bàn 65 xã, phường của tỉnh Lạng Sơn.
2. **Đối tượng:** Cán bộ, công chức, viên chức, người lao động; học sinh các trường phổ thông; hợp tác xã, hộ kinh doanh và Nhân dân từ đủ 15 tuổi trở lên.
3. **Thời gian thực hiện:** Từ tháng 02 năm 2026 đến hết tháng 12 năm 2026.
III. CHỈ TIÊU NĂM 2026
Theo kết quả rà soát đến hết năm 2025, khoảng 58% người dân từ đủ 15 tuổi trở lên trên địa bàn tỉnh sử dụng điện thoại thông minh; 34% hồ sơ trực tuyến do người dân tự thực hiện mà không cần hỗ trợ. Trên cơ sở đó, năm 2026 phấn đấu đạt các chỉ tiêu sau:
1. **Đối với cán bộ, công chức, viên chức**
- 100% cán bộ, công chức, viên chức và người lao động trong các cơ quan, đơn vị của Nhà nước hoàn thành chương trình kỹ năng số cơ bản trên nền tảng học trực tuyến.
- Ít nhất 80% công chức, viên chức trực tiếp giải quyết thủ tục hành chính sử dụng được công cụ trí tuệ nhân tạo phục vụ công việc.
2. **Đối với học sinh**
- 100% học sinh trung học được trang bị kỹ năng học tập trực tuyến và kỹ năng tự bảo vệ trên môi trường mạng.
- Mỗi trường phổ thông có ít nhất 01 nhóm học sinh tình nguyện hướng dẫn kỹ năng số cho người thân và cộng đồng.
3. **Đối với Nhân dân**
- Tối thiểu 70% người dân trong độ tuổi lao động có kỹ năng số cơ bản, được xác nhận trên ứng dụng định danh quốc gia (VNeID).
- Tối thiểu 60% hồ sơ thủ tục hành chính cấp tỉnh, cấp xã được người dân tự nộp trực tuyến.
- Ít nhất 50% người cao tuổi còn khả năng sử dụng thiết bị số được hướng dẫn trực tiếp tại nhà văn hóa hoặc tại gia đình.
4. **Đối với hợp tác xã, hộ kinh doanh**
- Ít nhất 70% hộ kinh doanh cố định tại các chợ, điểm du lịch chấp nhận thanh toán không dùng tiền mặt.
- 100% hợp tác xã có sản phẩm OCOP được hướng dẫn giới thiệu, bán sản phẩm trên sàn thương mại điện tử.
5. **Đối với các xã, phường**
- 100% thôn, khối phố có Tổ công nghệ số cộng đồng hoạt động thường xuyên, mỗi Tổ có ít nhất 05 thành viên được tập huấn.
- Mỗi xã, phường xây dựng ít nhất 01 mô hình điểm “Thôn học số” hoặc “Khối phố học số”.
IV. NHIỆM VỤ, GIẢI PHÁP
1. **Tăng cường lãnh đạo, chỉ đạo**
a) Đưa nội dung phong trào vào chương trình công tác năm 2026 của từng cơ quan, đơn vị; người đứng đầu trực tiếp chỉ đạo và chịu trách nhiệm về kết quả thực hiện.
b) Giao chỉ tiêu cụ thể cho từng xã, phường; hằng tháng công khai kết quả trên Cổng Thông tin điện tử tỉnh.
c) Kịp thời biểu dương, khen thưởng tập thể, cá nhân có nhiều đóng góp; chấn chỉnh nơi triển khai hình thức, chậm tiến độ.
2. **Tuyên truyền, nâng cao nhận thức**
a) Nội dung tuyên truyền:
- Mục đích, ý nghĩa của phong trào; quyền và lợi ích của người dân khi tham gia môi trường số.
- Cách sử dụng tài khoản định danh điện tử, dịch vụ công trực tuyến, sổ sức khỏe điện tử và thanh toán không dùng tiền mặt.
- Các thủ đoạn lừa đảo trên không gian mạng, cách phòng tránh; trách nhiệm bảo vệ dữ liệu cá nhân.
b) Hình thức tuyên truyền:
- Mở chuyên mục trên Báo và phát thanh, truyền hình Lạng Sơn; đăng tải tin, bài trên Cổng Thông tin điện tử tỉnh.
- Phát trên hệ thống truyền thanh cơ sở bằng tiếng Việt và tiếng dân tộc thiểu số, vào khung giờ phù hợp với sinh hoạt của Nhân dân.
- Lồng ghép trong sinh hoạt chi bộ, sinh hoạt chi hội, họp thôn, khối phố, ngày hội văn hóa và các phiên chợ.
3. **Phát triển học liệu số**
a) Biên soạn bộ tài liệu “10 kỹ năng số thiết yếu” bằng hình ảnh, âm thanh và video ngắn, có thuyết minh tiếng Tày, tiếng Nùng, tiếng Dao; hoàn thành trong quý I năm 2026.
b) Xây dựng kho học liệu số dùng chung của tỉnh, kết nối với nền tảng “Bình dân học vụ số” quốc gia.
4. **Tổ chức hướng dẫn kỹ năng số**
a) Đối với cán bộ, công chức, viên chức: Kết hợp học trực tuyến với bồi dưỡng trực tiếp; tập trung vào kỹ năng xử lý hồ sơ trên môi trường điện tử, ký số, an toàn thông tin và sử dụng trí tuệ nhân tạo.
b) Đối với học sinh: Lồng ghép trong môn Tin học, hoạt động trải nghiệm và sinh hoạt câu lạc bộ; khuyến khích mỗi học sinh hướng dẫn ít nhất một người thân trong gia đình.
c) Đối với Nhân dân:
- Kỹ năng cần hướng dẫn gồm:
+ Sử dụng điện thoại thông minh và kết nối Internet an toàn;
+ Cài đặt, sử dụng ứng dụng VNeID và nộp hồ sơ trên Cổng Dịch vụ công quốc gia;
+ Thanh toán tiền điện, tiền nước, học phí, viện phí bằng phương thức điện tử;
+ Nhận biết tin giả, cuộc gọi và đường dẫn lừa đảo.
- Hình thức hướng dẫn: Tổ chức lớp học buổi tối tại nhà văn hóa; hướng dẫn lưu động tại chợ phiên và nơi tiếp nhận hồ sơ; thành viên Tổ công nghệ số cộng đồng đến từng hộ gia đình để hướng dẫn.
d) Đối với hợp tác xã, hộ kinh doanh: Hướng dẫn mở tài khoản thanh toán, tạo mã QR, sử dụng hóa đơn điện tử và đưa sản phẩm đặc trưng của tỉnh lên sàn thương mại điện tử.
5. **Xây dựng mô hình điểm:** Mỗi xã, phường chọn ít nhất 01 thôn hoặc khối phố để xây dựng mô hình điểm, hoàn thành trước ngày 30/6/2026; tổ chức rút kinh nghiệm và nhân rộng trong 6 tháng cuối năm.
6. **Kiểm tra, đôn đốc**
Thành lập đoàn kiểm tra liên ngành, kiểm tra trực tiếp tối thiểu 20 xã, phường trong tháng 8 năm 2026; kết quả kiểm tra được thông báo bằng văn bản đến từng địa phương.
Các nhiệm vụ trọng tâm, cơ quan chủ trì, thời gian hoàn thành và sản phẩm tại Phụ lục kèm theo Kế hoạch này.
V. KINH PHÍ THỰC HIỆN
1. Kinh phí thực hiện Kế hoạch được bố trí trong dự toán ngân sách nhà nước năm 2026 theo phân cấp hiện hành, lồng ghép trong các chương trình mục tiêu quốc gia và huy động từ nguồn xã hội hóa theo quy định của pháp luật.
2. Đối với phần do ngân sách tỉnh bảo đảm, dự kiến 65% dành cho tổ chức hướng dẫn kỹ năng số, 25% cho xây dựng học liệu, 10% cho kiểm tra, tổng kết.
VI. TỔ CHỨC THỰC HIỆN
1. **Sở Khoa học và Công nghệ**
a) Là cơ quan thường trực, chủ trì, phối hợp với các cơ quan liên quan hướng dẫn, theo dõi, đôn đốc việc thực hiện Kế hoạch này; giao chỉ tiêu cụ thể cho từng xã, phường trong tháng 02 năm 2026.
b) Chủ trì biên soạn bộ tài liệu “10 kỹ năng số thiết yếu”, xây dựng kho học liệu số dùng chung; tập huấn giảng viên nguồn cho cấp xã.
c) Tham mưu thành lập đoàn kiểm tra liên ngành; tổng hợp, báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện.
2. **Công an tỉnh**
a) Hướng dẫn việc xác nhận kỹ năng số cơ bản trên ứng dụng VNeID; thống kê kết quả theo từng xã, phường, cung cấp cho Sở Khoa học và Công nghệ vào ngày 25 hằng tháng.
b) Chủ trì tuyên truyền, cảnh báo thủ đoạn lừa đảo trên không gian mạng.
3. **Sở Giáo dục và Đào tạo:** Chỉ đạo các cơ sở giáo dục thực hiện nội dung tại điểm b khoản 4 Mục IV Kế hoạch này.
4. **Sở Nội vụ:** Đưa kỹ năng số vào kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm 2026; tham mưu công tác khen thưởng.
5. **Sở Văn hóa, Thể thao và Du lịch:** Hướng dẫn hệ thống truyền thanh cơ sở; phối hợp thuyết minh học liệu bằng tiếng dân tộc thiểu số.
6. **Sở Tài chính:** Tham mưu bố trí kinh phí; hướng dẫn quản lý, sử dụng và quyết toán theo quy định.
7. **Báo và phát thanh, truyền hình Lạng Sơn:** Mở chuyên mục về phong trào, phát sóng tối thiểu 02 số mỗi tháng, bắt đầu từ tháng 3 năm 2026.
8. **Các sở, ban, ngành khác thuộc tỉnh:** Căn cứ chức năng, nhiệm vụ được giao, tổ chức thực hiện Kế hoạch này trong phạm vi quản lý.
9. **Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh:** Vận động đoàn viên, hội viên tham gia phong trào; giám sát việc thực hiện Kế hoạch này.
10. **Ủy ban nhân dân các xã, phường**
a) Xây dựng kế hoạch triển khai trên địa bàn, hoàn thành trước ngày 25/02/2026; giao chỉ tiêu đến từng thôn, khối phố.
b) Kiện toàn Tổ công nghệ số cộng đồng trước ngày 15/3/2026; tổ chức các lớp hướng dẫn kỹ năng số cho Nhân dân, hoàn thành trước ngày 31/10/2026.
c) Bố trí kinh phí, địa điểm, thiết bị; huy động doanh nghiệp viễn thông, đoàn viên, giáo viên, học sinh tham gia hướng dẫn.
d) Chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh về kết quả thực hiện chỉ tiêu được giao.
11. **Chế độ báo cáo**
a) Báo cáo 6 tháng: Các cơ quan, đơn vị, Ủy ban nhân dân các xã, phường báo cáo kết quả thực hiện về Sở Khoa học và Công nghệ trước ngày 15/6/2026.
b) Báo cáo năm: Các cơ quan, đơn vị, Ủy ban nhân dân các xã, phường gửi báo cáo trước ngày 15/12/2026 về Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 25/12/2026.
"""

CLOSING = """
Trên đây là Kế hoạch triển khai phong trào “Bình dân học vụ số” trên địa bàn tỉnh Lạng Sơn năm 2026; trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị, địa phương phản ánh về Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.
"""

RECIPIENTS = (
    "Bộ Khoa học và Công nghệ (b/c)",
    "Thường trực Tỉnh ủy (b/c)",
    "Thường trực HĐND tỉnh (b/c)",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
    "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh",
    "Các cơ quan, đơn vị tại Mục VI",
    "UBND các xã, phường",
    "Cổng Thông tin điện tử tỉnh",
    "Lưu: VT, KGVX",
)

TASKS = (
    ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"),
    ("I", "Công tác chỉ đạo, điều hành"),
    (
        "1",
        "Ban hành kế hoạch triển khai phong trào trên địa bàn",
        "UBND các xã, phường",
        "Sở Khoa học và Công nghệ",
        "Trước ngày 25/02/2026",
        "Kế hoạch",
    ),
    (
        "2",
        "Giao chỉ tiêu năm 2026 cho từng xã, phường",
        "Sở Khoa học và Công nghệ",
        "Sở Nội vụ; Công an tỉnh",
        "Tháng 02/2026",
        "Bảng chỉ tiêu",
    ),
    (
        "3",
        "Kiện toàn Tổ công nghệ số cộng đồng",
        "UBND các xã, phường",
        "Tỉnh đoàn; Hội Liên hiệp Phụ nữ tỉnh",
        "Trước ngày 15/3/2026",
        "Quyết định kiện toàn",
    ),
    ("II", "Tuyên truyền, học liệu"),
    (
        "4",
        "Biên soạn bộ tài liệu “10 kỹ năng số thiết yếu”",
        "Sở Khoa học và Công nghệ",
        "Công an tỉnh; Sở Giáo dục và Đào tạo; Sở Văn hóa, Thể thao và Du lịch",
        "Quý I/2026",
        "Bộ tài liệu và 10 video ngắn",
    ),
    (
        "5",
        "Mở chuyên mục “Bình dân học vụ số”",
        "Báo và phát thanh, truyền hình Lạng Sơn",
        "Sở Khoa học và Công nghệ",
        "Từ tháng 3/2026",
        "02 số/tháng",
    ),
    (
        "6",
        "Phát bản tin trên hệ thống truyền thanh cơ sở",
        "UBND các xã, phường",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Hằng tuần",
        "Ít nhất 02 bản tin/tuần",
    ),
    ("III", "Hướng dẫn kỹ năng số, xây dựng mô hình"),
    (
        "7",
        "Tập huấn giảng viên nguồn cho cấp xã",
        "Sở Khoa học và Công nghệ",
        "Sở Nội vụ; UBND các xã, phường",
        "Tháng 4/2026",
        "130 giảng viên nguồn",
    ),
    (
        "8",
        "Tổ chức lớp hướng dẫn kỹ năng số cho Nhân dân",
        "UBND các xã, phường",
        "Các tổ chức chính trị - xã hội; doanh nghiệp viễn thông",
        "Trước ngày 31/10/2026",
        "Ít nhất 02 lớp/thôn, khối phố",
    ),
    (
        "9",
        "Xây dựng mô hình điểm “Thôn học số”, “Khối phố học số”",
        "UBND các xã, phường",
        "Sở Khoa học và Công nghệ",
        "Trước ngày 30/6/2026",
        "01 mô hình/xã, phường",
    ),
    (
        "10",
        "Xác nhận kỹ năng số cơ bản trên ứng dụng VNeID",
        "Công an tỉnh",
        "UBND các xã, phường",
        "Thường xuyên",
        "Số liệu thống kê hằng tháng",
    ),
    ("IV", "Kiểm tra, tổng kết"),
    (
        "11",
        "Kiểm tra tình hình thực hiện tại các xã, phường",
        "Sở Khoa học và Công nghệ",
        "Các cơ quan thành viên đoàn kiểm tra",
        "Tháng 8/2026",
        "Thông báo kết quả kiểm tra",
    ),
    (
        "12",
        "Tổng kết năm, đề xuất khen thưởng",
        "Sở Khoa học và Công nghệ",
        "Sở Nội vụ",
        "Trước ngày 25/12/2026",
        "Báo cáo tổng kết",
    ),
)


def main(target: Path) -> None:
    """Write the parent plan to `target`."""
    plan = WordFile(
        margins=(20, 20, 30, 20), size=14, indent_mm=12.7, before=6, line=1.0, numbers=Numbers.LIST, rule=Rule.SHAPE
    )
    plan.header(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN",
        superior=None,
        number="38/KH-UBND",
        place_and_date="Lạng Sơn, ngày 29 tháng 01 năm 2026",
    )
    plan.title("Triển khai phong trào “Bình dân học vụ số”\ntrên địa bàn tỉnh Lạng Sơn năm 2026")
    plan.paragraphs(BASES, italic=True)
    plan.paragraphs(OPENING)
    plan.body(BODY)
    plan.paragraphs(CLOSING)
    plan.signature(RECIPIENTS, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn A")
    plan.annex(
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ TRỌNG TÂM THỰC HIỆN PHONG TRÀO “BÌNH DÂN HỌC VỤ SỐ” NĂM 2026",
        "Kèm theo Kế hoạch số 38/KH-UBND ngày 29 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Lạng Sơn",
    )
    plan.table((12, 70, 52, 58, 35, 35), TASKS, size=11)
    plan.save(
        target,
        title="Kế hoạch triển khai phong trào “Bình dân học vụ số” trên địa bàn tỉnh Lạng Sơn năm 2026",
        author="kedraft",
        on=datetime(2026, 1, 29, 8, 0),
    )


if __name__ == "__main__":
    main(Path(__file__).with_name("ke-hoach-cap-tren.docx"))
