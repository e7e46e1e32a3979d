"""Duties: what binds the level that drafts, told from what only speaks of it. Every sentence here is the project's own."""

from datetime import date
from pathlib import Path

import pytest

from kedraft.grammar.due import deadline_of, receiver_of
from kedraft.grammar.duties import Duty, duties
from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Annex, IssuingBody, Level, Paragraph, PlaceAndDate, Plan
from kedraft.model.unit import UnitKind
from kedraft.pipeline import parent_plan

_PROVINCE = Place(kind=UnitKind.TINH, name="Lạng Sơn")
_DISTRICT = Place(kind=UnitKind.HUYEN, name="Cao Lộc")
_COMMUNE = Place(kind=UnitKind.XA, name="Ba Sơn")

COMMUNE_2026 = Locality(level=Level.COMMUNE, province=_PROVINCE, commune=_COMMUNE, on=date(2026, 2, 1))
COMMUNE_2023 = Locality(
    level=Level.COMMUNE, province=_PROVINCE, district=_DISTRICT, commune=_COMMUNE, on=date(2023, 5, 1)
)
DISTRICT_2023 = Locality(level=Level.DISTRICT, province=_PROVINCE, district=_DISTRICT, on=date(2023, 5, 1))
PROVINCE_2024 = Locality(level=Level.PROVINCE, province=_PROVINCE, on=date(2024, 3, 1))


def plan(
    text: str,
    *,
    level: Level = Level.PROVINCE,
    on: str = "2026-01-15",
    closing: str = "",
    annex: str = "",
) -> Plan:
    """A parent plan out of text in plan style."""
    annexes = (Annex(id="PL", label="Phụ lục", children=number(items_from_text(annex), parent_id="PL")),)
    return Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=level),
        place_and_date=PlaceAndDate(date=on),
        subject="Làm một việc",
        sections=number(items_from_text(text)),
        closing=(Paragraph(text={"text": closing}),) if closing else (),  # type: ignore[arg-type]
        annexes=annexes if annex else (),
    )


def found(text: str, locality: Locality = COMMUNE_2026, **more: str | Level) -> tuple[Duty, ...]:
    return duties(plan(text, **more), locality)  # type: ignore[arg-type]


def roles(sentence: str, locality: Locality = COMMUNE_2026, **more: str | Level) -> list[str]:
    """The roles found for one sentence that stands among a department's tasks."""
    text = f"IV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- {sentence}"
    return [duty.role.value for duty in found(text, locality, **more)]


ACTING = [
    "Ủy ban nhân dân các xã, phường bố trí địa điểm tiêm chủng trước ngày 20/3/2026.",
    "UBND các xã, phường, đặc khu có trách nhiệm lập danh sách hộ nghèo.",
    "Uỷ ban nhân dân các xã, phường chủ động rà soát đối tượng.",
    "Yêu cầu UBND cấp xã công khai kết quả trên trang thông tin điện tử.",
    "Đề nghị Chủ tịch UBND các xã, phường trực tiếp chỉ đạo việc kiểm tra chợ.",
    "Giao UBND các xã, phường rà soát quỹ đất công.",
    "Căn cứ nội dung Kế hoạch này, UBND các xã, phường xây dựng kế hoạch của địa phương.",
    "Định kỳ hằng quý, UBND các xã, phường báo cáo số liệu về Sở Y tế.",
    "Trước ngày 15 hằng tháng, UBND cấp xã gửi danh sách về Sở Nội vụ.",
    "Mỗi xã, phường thành lập 01 tổ phản ứng nhanh trước ngày 30/4/2026.",
    "Các xã biên giới tổ chức trực ban 24/24 giờ.",
    "Từng xã, phường lập sổ theo dõi và cập nhật hằng tuần.",
    "UBND các xã, phường có di tích niêm yết nội quy tại nơi đông người.",
    "Sở Y tế hướng dẫn chuyên môn; UBND các xã, phường bố trí nhân lực.",
    "Kinh phí mua vật tư do UBND các xã, phường bảo đảm từ ngân sách cấp mình.",
    "Việc dọn vệ sinh do UBND cấp xã chủ trì.",
    "Ủy ban nhân dân tỉnh yêu cầu UBND các xã, phường khẩn trương thực hiện.",
    "Nếu phát hiện ca bệnh, UBND các xã, phường khoanh vùng ngay trong ngày.",
    "Công an các xã, phường lập danh sách người tạm trú.",
    "UBND xã Ba Sơn xây dựng mô hình điểm về chuyển đổi số.",
    "UBND các xã: Ba Sơn, Cao Lâu, Xuất Lễ tổ chức tuần tra đường biên.",
    "Chính quyền các xã, phường tuyên truyền đến từng hộ dân.",
    "Trên cơ sở Kế hoạch của UBND tỉnh, các địa phương xây dựng kế hoạch chi tiết.",
    "Kinh phí thực hiện do các địa phương tự cân đối.",
    "Các xã, phường chưa đạt chuẩn khẩn trương hoàn thiện hồ sơ.",
    "Chủ tịch UBND các xã, phường chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để xảy ra vi phạm.",
    "Trạm Y tế các xã, phường tổ chức tiêm bổ sung.",
    "Ban Chỉ đạo cấp xã kiện toàn thành viên trước ngày 10/4/2026.",
    "UBND các xã, phường là cơ quan chịu trách nhiệm quản lý.",
    "Trường hợp phát sinh dịch, UBND xã, phường nơi có dịch công bố theo thẩm quyền.",
    "Tùy tình hình thực tế, các địa phương lựa chọn hình thức phù hợp.",
    "UBND các xã, phường phối hợp với Sở Y tế triển khai.",
    "Ủy ban nhân dân các xã,phường có trách nhiệm rà soát.",
    "Yêu cầu UBND các xã, phường phối hợp với Công an tỉnh quản lý địa bàn.",
    "Đồng thời, đề nghị UBND các xã, phường cử cán bộ tham gia.",
    "Bên cạnh đó, các xã, phường cần đẩy mạnh xã hội hóa.",
    "Riêng các xã, phường ven sông tổ chức cắm biển cảnh báo.",
    "Các xã, phường, đơn vị tổng hợp số liệu gửi Sở Y tế trước ngày 20/12/2026.",
    "UBND các xã, phường và các tổ chức chính trị - xã hội vận động Nhân dân tham gia.",
    "UBND tỉnh giao UBND các xã, phường chủ trì thực hiện.",
    "UBND các xã, phường ký cam kết với các thôn.",
    "Cấp ủy, chính quyền các xã, phường lãnh đạo thực hiện.",
    "Tùy theo điều kiện, từng địa phương tổ chức lễ phát động.",
    "Trước mùa mưa bão, UBND các xã, phường và chủ hồ chứa kiểm tra an toàn đập.",
    "Sau khi được phê duyệt, UBND các xã, phường công khai tại nhà văn hóa.",
    "Trung tâm Phục vụ hành chính công cấp xã niêm yết đầy đủ thủ tục.",
    "Các địa phương khác vận dụng thực hiện.",
    "UBND cấp xã, các đơn vị sự nghiệp cập nhật dữ liệu hằng ngày.",
    "Công an cấp xã phối hợp với Trạm Y tế tổ chức trực.",
    "Cơ quan quân sự các xã, phường tham gia khắc phục.",
    "Các phòng chuyên môn thuộc UBND các xã, phường cập nhật dữ liệu.",
    "Sở Tài chính cân đối, bố trí kinh phí; UBND các xã, phường bố trí phần đối ứng theo quy định.",
    "Mỗi địa phương chọn một mô hình để nhân rộng.",
    "100% UBND các xã, phường mở sổ theo dõi trước ngày 30/6/2026.",
    "UBND các xã, phường được kiểm tra chuẩn bị hồ sơ, tài liệu.",
    "Cấp ủy, chính quyền các cấp quán triệt Kế hoạch này.",
    "Về giao thông: Sở Xây dựng khắc phục tỉnh lộ; các xã, phường khắc phục đường thôn.",
    "Giao lưu văn nghệ tại Trung tâm Văn hóa tỉnh; mỗi xã, phường cử 01 đội tham gia.",
    "Sở Y tế mở lễ cấp tỉnh tại phường Đông Kinh; các xã, phường mở lễ bằng hình thức phù hợp.",
    "Xã, phường, đặc khu tuần tra khu vực xung yếu.",
    "Các xã, phường, đặc khu Cồn Cỏ cập nhật bản đồ sạt lở.",
    "Các xã, phường còn lại tự cân đối kinh phí.",
    "Các xã, phường chưa có dịch lập chốt kiểm soát.",
    "Các xã đã đạt chuẩn tiếp tục nâng chất lượng tiêu chí.",
    "Ban Chỉ đạo phòng, chống thiên tai và phòng thủ dân sự cấp xã phân công trực.",
    "Hội đồng phối hợp phổ biến, giáo dục pháp luật cấp xã lập kế hoạch năm.",
    "Công an xã, phường lập danh sách người tạm vắng.",
    "Ở cấp xã, Chủ tịch UBND trực tiếp làm Trưởng ban.",
    "Ủy quyền cho UBND các xã, phường trao quà trước ngày 10/02/2026.",
    "UBND tỉnh chỉ đạo UBND các xã, phường rà soát quỹ nhà.",
    "Lắp bảng tin tại nhà văn hóa (giao UBND các xã, phường thực hiện).",
    "Dùng chữ ký số trong văn bản đi. Đơn vị thực hiện: UBND các xã, phường.",
    "Trước khi tổ chức lễ hội, UBND cấp xã thông báo với Sở Văn hóa, Thể thao và Du lịch.",
]

TOGETHER = [
    "Các sở, ban, ngành và UBND các xã, phường tổ chức quán triệt Kế hoạch này.",
    "Các cơ quan, đơn vị, địa phương chủ động bố trí kinh phí.",
    "Đề nghị các sở, ban, ngành, các địa phương thực hiện nghiêm túc.",
    "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường chịu trách nhiệm về kết quả.",
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị, địa phương phản ánh về Sở Y tế.",
    "Sở Tài chính, Sở Nội vụ và UBND các xã, phường rà soát biên chế.",
    "Theo chức năng, nhiệm vụ được giao, các sở, ngành, UBND các xã, phường tổ chức triển khai.",
    "Hằng năm, các sở, ban, ngành và UBND các xã, phường lập dự toán gửi Sở Tài chính thẩm định.",
    "Các sở, ban, ngành, địa phương căn cứ Kế hoạch này xây dựng kế hoạch cụ thể, hoàn thành trước ngày 15/3/2026.",
    "Yêu cầu người đứng đầu các cơ quan, đơn vị, địa phương gương mẫu thực hiện.",
    "Trước ngày 01/6/2026, các đơn vị, địa phương tổng kết.",
    "Ban Chỉ đạo tỉnh yêu cầu các sở, ngành, địa phương báo cáo trước ngày 20/6/2026.",
    "Đề nghị các sở, ban, ngành, đoàn thể tỉnh; UBND các xã, phường; các cơ quan báo chí đẩy mạnh tuyên truyền.",
    "Ủy ban nhân dân tỉnh yêu cầu các Sở, ban, ngành, đơn vị cấp tỉnh, UBND các xã, phường thực hiện nghiêm túc.",
    "Tất cả các sở, ngành, xã, phường thường xuyên nắm tình hình.",
    "Ngành Y tế và UBND các xã, phường mở rộng dịch vụ tư vấn.",
    "Căn cứ Kế hoạch này và tình hình thực tế của cơ quan, đơn vị, các sở, ngành, UBND các xã, phường lập dự toán.",
    "Căn cứ Kế hoạch này, đề nghị các sở, ngành và các địa phương có trách nhiệm triển khai theo nhiệm vụ được phân công.",
    "Kế hoạch này thay Kế hoạch số 12/KH-UBND ngày 03/02/2025; các đơn vị, địa phương nghiêm túc thực hiện.",
    "Sở Nội vụ, Sở Giáo dục và Đào tạo, UBND các xã, phường thực hiện nghiêm việc sắp xếp.",
    "Thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh, UBND các xã, phường gương mẫu chấp hành.",
    "Yêu cầu các đồng chí Giám đốc sở, Chủ tịch UBND các xã, phường nghiêm túc thực hiện.",
    "Giám đốc các Sở: Tài chính, Nội vụ; Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành.",
    "Các cơ quan, tổ chức, doanh nghiệp, UBND các xã, phường treo cờ Tổ quốc.",
    "Các sở, ngành, xã, phường trực ban 24/24 giờ.",
    "Các cấp, các ngành, các địa phương vào cuộc quyết liệt.",
]

PARTNERS = [
    "Chủ trì, phối hợp với UBND các xã, phường tổ chức khám sức khỏe cho người cao tuổi.",
    "Phối hợp với Sở Tài chính, Công an tỉnh và UBND các xã, phường rà soát số liệu.",
    "Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch, UBND cấp xã kiểm tra cơ sở lưu trú.",
    "Phối hợp chặt chẽ với các sở, ngành, địa phương triển khai chiến dịch.",
    "Cùng với UBND các xã, phường vận động người dân tham gia.",
    "Chủ trì, phối hợp với các sở, ban, ngành; UBND các xã, phường; các đơn vị liên quan tổ chức hội nghị.",
    "Sở Y tế chủ trì, phối hợp với Công an tỉnh, UBND các xã, phường và các đơn vị liên quan kiểm tra.",
    "Sở Y tế phối hợp UBND các xã, phường tuyên truyền.",
    "Giao Sở Nội vụ chủ trì, phối hợp với các sở, ngành, địa phương kiểm tra.",
    "Đề nghị Mặt trận Tổ quốc tỉnh phối hợp với UBND các xã, phường giám sát.",
    "Sở Y tế là đầu mối, phối hợp cùng các địa phương lập danh sách.",
    "Phối hợp với Sở Nông nghiệp và Phát triển nông thôn, Sở Lao động - Thương binh và Xã hội và UBND các xã, phường thực hiện.",
    "Chủ trì phối hợp với các ngành chức năng và chính quyền các địa phương tuần tra, kiểm soát.",
    "Tiếp tục phối hợp với các địa phương rà soát hộ nghèo.",
    "Hướng dẫn các phòng, đơn vị trực thuộc phối hợp với UBND các xã, phường tuyên truyền.",
    "Chỉ đạo các trường học phối hợp với UBND các xã, phường vận động học sinh.",
    "Phối hợp với Công an các xã, phường tuần tra.",
    "Phối hợp với Báo và phát thanh, truyền hình tỉnh, UBND các xã, phường đưa tin.",
    "Sở Xây dựng chủ trì; UBND các xã, phường phối hợp thực hiện.",
    "Thống kê nguồn thải (Sở Xây dựng chủ trì; các địa phương phối hợp).",
    "Phối hợp Công an xã, phường phân luồng giờ tan học.",
    "Phối hợp cùng các cơ quan chức năng, chính quyền cấp xã kiểm tra.",
]

SPOKEN_OF = [
    "Hướng dẫn UBND các xã, phường lập dự toán.",
    "Chỉ đạo, đôn đốc UBND các xã, phường thực hiện nghiêm.",
    "Chủ trì, phối hợp với các sở, ngành liên quan hướng dẫn UBND các xã, phường triển khai.",
    "Tập huấn cho cán bộ, công chức các xã, phường.",
    "Kiểm tra việc thực hiện tại các xã, phường trong tháng 8 năm 2026.",
    "Tuyên truyền đến người dân trên địa bàn các xã, phường.",
    "Tổng hợp báo cáo của UBND các xã, phường, trình Ủy ban nhân dân tỉnh.",
    "Tham mưu Ủy ban nhân dân tỉnh giao chỉ tiêu cho UBND các xã, phường.",
    "Giao chỉ tiêu cụ thể cho từng xã, phường trong tháng 02 năm 2026.",
    "Hỗ trợ UBND các xã, phường trang thiết bị.",
    "100% xã, phường có trạm y tế đạt chuẩn.",
    "Phấn đấu mỗi xã, phường có ít nhất 01 bác sĩ.",
    "Nâng cao năng lực của UBND các xã, phường trong quản lý.",
    "Theo dõi, đôn đốc các địa phương; yêu cầu các địa phương khắc phục tồn tại.",
    "Cấp kinh phí cho UBND cấp xã theo quy định.",
    "Đánh giá mức độ hài lòng đối với UBND các xã, phường.",
    "Các xã, phường đã được công nhận đạt chuẩn gồm 20 đơn vị.",
    "Chỉ đạo Công an các xã, phường tăng cường tuần tra.",
    "Vận động xã hội hóa cho học sinh các xã biên giới.",
    "UBND các huyện, thị xã, thành phố trước đây đã bàn giao hồ sơ.",
    "Công bố danh sách các xã, phường đạt chuẩn.",
    "Gửi tài liệu cho các sở, ban, ngành, UBND các xã, phường trước ngày 10/3/2026.",
    "Tăng cường sự phối hợp giữa các sở, ngành và địa phương.",
    "Tiếp nhận đề nghị của UBND các xã, phường để thẩm định.",
    "UBND các xã: Hồng Phong, Yên Trạch tổ chức tuần tra đường biên.",
    "Phối hợp với các cơ quan báo chí Trung ương, địa phương đưa tin.",
    "Ủy ban nhân dân tỉnh ban hành kế hoạch kiểm tra các xã, phường.",
    "Bồi dưỡng giảng viên nguồn cho cấp xã.",
    "Sở Tài chính tham mưu phân bổ kinh phí cho các sở, ngành và UBND các xã, phường.",
    "Thẩm định hồ sơ do UBND các xã, phường trình.",
    "Đôn đốc các sở, ban, ngành, UBND các xã, phường thực hiện Kế hoạch; định kỳ tổng hợp, báo cáo UBND tỉnh.",
    "Lựa chọn 05 xã, phường làm điểm.",
    "Tổ chức 10 lớp tập huấn cho lãnh đạo UBND các xã, phường.",
    "Xây dựng tài liệu hướng dẫn gửi UBND các xã, phường.",
    "Xây dựng cơ chế phối hợp với UBND các xã, phường trong quản lý.",
    "Nắm tình hình tại UBND các xã, phường.",
    "Thường xuyên thông tin, trao đổi với UBND các xã, phường.",
    "Khen thưởng các địa phương có thành tích xuất sắc.",
    "Nhân rộng mô hình ra các địa phương khác.",
    "Bố trí kinh phí cho các địa phương theo phân cấp.",
    "Ngân sách tỉnh hỗ trợ các xã, phường khó khăn.",
    "Kinh phí được bố trí trong dự toán hằng năm của các sở, ngành, UBND các xã, phường.",
    "Phát huy vai trò của UBND các xã, phường trong quản lý địa bàn.",
    "Khuyến khích các xã, phường đăng ký mô hình mới.",
    "Báo cáo Chủ tịch UBND tỉnh xử lý trách nhiệm UBND các xã, phường chậm tiến độ.",
    "Tổ chức Hội nghị trực tuyến từ tỉnh đến các xã, phường.",
    "Điều tra, khảo sát tại 65 xã, phường.",
    "Hoàn thành chỉ tiêu UBND tỉnh giao cho các xã, phường.",
    "Công tác phối hợp giữa Sở Y tế với UBND các xã, phường được duy trì.",
    "UBND các xã, phường được hỗ trợ 50 triệu đồng.",
    "Triển khai thí điểm tại UBND phường Lương Văn Tri.",
    "Chuyển giao phần mềm cho UBND các xã, phường sử dụng.",
    "Cử 01 cán bộ phụ trách mỗi xã, phường.",
    "Rà soát, đề nghị UBND các xã, phường bổ sung hồ sơ.",
    "Tham mưu UBND tỉnh văn bản chỉ đạo các sở, ngành, UBND các xã, phường triển khai.",
    "Chủ trì, phối hợp các cơ quan liên quan tổ chức tập huấn cho công chức UBND các xã, phường.",
    "Là đầu mối tiếp nhận phản ánh của các cơ quan, đơn vị, địa phương để tham mưu giải quyết.",
    "Kịp thời biểu dương các sở, ngành, địa phương làm tốt.",
    "Phối hợp với Sở Tài chính bố trí kinh phí hỗ trợ các địa phương.",
    "Tại các xã, phường, tổ chức treo băng rôn.",
    "Đối với các xã, phường vùng cao, ưu tiên phương tiện phù hợp.",
    "Số liệu do UBND các xã, phường cung cấp.",
    "Các văn bản do UBND các xã, phường ban hành được rà soát.",
    "Trách nhiệm của UBND các xã, phường được quy định tại Điều 5.",
    "Vai trò của các cấp, các ngành được nâng lên.",
    "Mời đại diện UBND các xã, phường dự hội nghị.",
    "Thành phần: lãnh đạo các sở, ngành, UBND các xã, phường.",
    "Ký kết chương trình phối hợp với UBND các xã, phường.",
    "Phân công lãnh đạo phụ trách các xã, phường.",
    "Tổng hợp kết quả, xếp hạng UBND các xã, phường.",
    "Rà soát, sắp xếp cán bộ không chuyên trách các xã, phường.",
    "Xây dựng phần mềm kết nối đến UBND các xã, phường.",
    "Kế hoạch này được phổ biến đến các sở, ngành, UBND các xã, phường.",
    "Kinh phí của các địa phương do ngân sách tỉnh bảo đảm.",
    "Nâng cao chất lượng hoạt động của Trung tâm Phục vụ hành chính công các xã, phường.",
    "Lồng ghép với phong trào thi đua của các địa phương.",
    "Tạo điều kiện để các địa phương giao lưu, học hỏi.",
    "Phòng chống dịch tại các xã, phường được tăng cường, chủ động.",
    "Hội nghị triển khai đến các xã, phường thực hiện trong tháng 3.",
    "Văn phòng điều phối hướng dẫn các xã, phường rà soát.",
    "Đôn đốc, kiểm tra các sở, ngành; UBND các xã, phường thực hiện Kế hoạch.",
    "Thường xuyên trao đổi với các sở, ngành; UBND các xã, phường để nắm tình hình.",
    "Chủ động tham mưu; phối hợp với các đơn vị; hướng dẫn các địa phương thực hiện.",
    "Kết quả thực hiện là căn cứ đánh giá UBND các xã, phường cuối năm.",
    "Các đơn vị, địa phương có thành tích được đề nghị khen thưởng.",
    "Tổ chức thi đua giữa các địa phương, đơn vị.",
    "Giám sát việc chấp hành của các địa phương, đơn vị.",
    "Phân bổ chỉ tiêu cho các đơn vị, địa phương thực hiện.",
    "Huy động các sở, ngành, địa phương tham gia.",
    "Để các địa phương chủ động thực hiện, Sở Y tế gửi tài liệu trước ngày 5/3.",
    "Theo đề nghị của UBND các xã, phường, Sở Tài chính thẩm định.",
    "Khi có yêu cầu của các địa phương, Sở Y tế cử cán bộ hỗ trợ.",
    "Căn cứ kết quả đăng ký của các xã, phường, Sở Nội vụ tổng hợp, tham mưu.",
    "Từ nguồn kinh phí của UBND các xã, phường, các trường mua sắm thiết bị.",
    "Qua hội nghị, tập huấn do các sở, ngành, địa phương tổ chức.",
    "Các xã, phường, đơn vị thực hiện tốt được xem xét khen thưởng.",
    "Địa phương nào để xảy ra vi phạm sẽ bị xử lý.",
    "100% xã, phường có tổ hòa giải.",
    "Đoàn viên, thanh niên các xã, phường tham gia hiến máu.",
    "Hộ gia đình đăng ký với UBND cấp xã để được hỗ trợ.",
    "Công an phường Đông Kinh bố trí điểm trông xe.",
    "Các sở, ngành phụ trách địa bàn hướng dẫn các xã, phường hoàn thiện hồ sơ.",
]


@pytest.mark.parametrize("sentence", ACTING)
def test_a_sentence_in_which_the_commune_acts_is_its_own_duty(sentence: str) -> None:
    assert roles(sentence) == ["lead"]


@pytest.mark.parametrize("sentence", TOGETHER)
def test_a_sentence_that_names_the_commune_after_others_binds_all(sentence: str) -> None:
    assert roles(sentence) == ["all"]


@pytest.mark.parametrize("sentence", PARTNERS)
def test_a_department_that_works_with_communes_makes_them_partners(sentence: str) -> None:
    assert roles(sentence) == ["partner"]


@pytest.mark.parametrize("sentence", SPOKEN_OF)
def test_a_sentence_that_only_speaks_of_communes_binds_nobody(sentence: str) -> None:
    assert roles(sentence) == []


ORGANISATION = "V. TỔ CHỨC THỰC HIỆN\n"


def said(duties_: tuple[Duty, ...]) -> list[tuple[str, str, str]]:
    """Node, role and text: what a failing test should show."""
    return [(duty.node, duty.role.value, duty.text) for duty in duties_]


# --- blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Ủy ban nhân dân các xã, phường", "lead"),
        ("Đề nghị UBND các xã, phường, đặc khu:", "lead"),
        ("Trách nhiệm của UBND cấp xã", "lead"),
        ("Đối với UBND các xã, phường", "lead"),
        ("Các xã, phường", "lead"),
        ("Cấp xã", "lead"),
        ("UBND các xã, phường có trách nhiệm:", "lead"),
        ("Các địa phương", "lead"),
        ("Ủy ban nhân dân các cấp", "lead"),
        ("Các sở, ban, ngành, đoàn thể tỉnh và UBND các xã, phường", "all"),
        ("Trách nhiệm của các cơ quan, đơn vị, địa phương", "all"),
        ("Nhiệm vụ chung của các cấp, các ngành", "all"),
        ("Ủy ban nhân dân các xã, phường còn lại", "lead"),
        ("UBND các xã, phường có rừng", "lead"),
        ("Riêng đối với cấp xã:", "lead"),
        ("Phần việc giao cho UBND các xã, phường", "lead"),
        ("Nhiệm vụ, quyền hạn của UBND cấp xã", "lead"),
        ("Các đồng chí Chủ tịch UBND các xã, phường", "lead"),
        ("Tổ chức thực hiện ở cấp xã", "lead"),
        ("Tuyến xã", "lead"),
        ("Cấp cơ sở", "lead"),
        ("Xã, phường, đặc khu", "lead"),
        ("Ngân sách xã", "lead"),
        ("Quy mô cấp xã", "lead"),
        ("Chính quyền cơ sở (UBND các xã, phường)", "lead"),
        ("Nhiệm vụ chung (các sở, ngành, UBND các xã, phường thực hiện)", "all"),
        ("Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn cấp xã", "lead"),
        ("UBND các địa phương", "lead"),
        ("UBND các xã, phường (Phòng Kinh tế tham mưu):", "lead"),
        ("UBND các xã, phường, ngoài việc nêu tại Mục I, có trách nhiệm:", "lead"),
        ("Ủy ban nhân dân các xã, phường và các đơn vị sự nghiệp công lập thuộc tỉnh", "lead"),
        ("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Chủ tịch UBND các xã, phường thực hiện các nhiệm vụ sau:", "lead"),
    ],
)
def test_every_leaf_below_a_heading_that_names_the_commune_is_a_duty(heading: str, role: str) -> None:
    text = f"{ORGANISATION}1. Sở Nội vụ\n- Theo dõi chung.\n2. {heading}\n- Rà soát danh sách.\n- Bố trí kinh phí."
    assert said(found(text)) == [("I.2", role, "Rà soát danh sách."), ("I.2", role, "Bố trí kinh phí.")]


@pytest.mark.parametrize(
    "heading",
    [
        "Sở Y tế",
        "Các sở, ban, ngành cấp tỉnh",
        "Đề nghị Mặt trận Tổ quốc các xã, phường",
        "Chỉ đạo, hướng dẫn UBND các xã, phường",
        "Kiểm tra tại các xã, phường",
        "UBND các xã: Hồng Phong, Yên Trạch",
        "Sở Y tế hướng dẫn các xã, phường",
        "Tổ chức hội nghị tại các xã, phường",
        "Nhiệm vụ riêng (Sở Y tế thực hiện)",
    ],
)
def test_a_heading_that_names_another_body_opens_no_block(heading: str) -> None:
    assert found(f"{ORGANISATION}1. {heading}\n- Rà soát danh sách.") == ()


def test_a_level_speaks_to_us_under_any_heading_but_aims() -> None:
    text = "III. NỘI DUNG\n1. Lễ phát động\na) Cấp tỉnh\n- Mở lễ tại quảng trường.\nb) Cấp huyện, cấp xã\n- Treo băng rôn tại trụ sở."
    assert said(found(text, COMMUNE_2023, on="2023-03-01")) == [("I.1.b", "lead", "Treo băng rôn tại trụ sở.")]
    assert found("II. MỤC TIÊU\n1. Cấp xã\n- Đạt 80% hồ sơ trực tuyến.") == ()


def test_a_plain_paragraph_leads_the_lines_after_it() -> None:
    text = (
        "I. NHIỆM VỤ\nThủ trưởng các sở, ngành, Chủ tịch UBND các xã, phường tập trung thực hiện một số công việc sau:\n"
        "- Rà soát phương án.\n- Bố trí lực lượng trực.\nSở Y tế tổng hợp."
    )
    assert [text for _, _, text in said(found(text))] == ["Rà soát phương án.", "Bố trí lực lượng trực."]


def test_offices_named_below_our_title_are_ours() -> None:
    text = f"{ORGANISATION}1. UBND các xã, phường\n1.1. Phòng Kinh tế: Làm đầu mối tổng hợp.\n1.2. Đề nghị Mặt trận Tổ quốc tỉnh: Giám sát."
    assert [duty.text for duty in found(text)] == ["Làm đầu mối tổng hợp."]


def test_a_title_that_only_says_that_work_is_handed_out_is_no_line_that_assigns() -> None:
    text = "II. DỰ ÁN\n1. Sinh kế\na) Phân công thực hiện:\n- Sở Nội vụ hướng dẫn.\n- UBND các xã, phường có trách nhiệm tổ chức thực hiện."
    assert [duty.text for duty in found(text)] == ["UBND các xã, phường có trách nhiệm tổ chức thực hiện."]


def test_requirements_under_one_heading_with_purposes_bind_by_must_and_need() -> None:
    text = "I. MỤC ĐÍCH, YÊU CẦU\n- Các địa phương phải rà soát kỹ đối tượng.\n- Các địa phương nhận thức rõ vai trò của mình."
    assert [duty.text for duty in found(text)] == ["Các địa phương phải rà soát kỹ đối tượng."]
    acting = "I. MỤC ĐÍCH, YÊU CẦU\n- Các địa phương triển khai kịp thời, đúng đối tượng.\n- Mỗi địa phương phấn đấu có mô hình tiêu biểu."
    assert [duty.text for duty in found(acting)] == ["Các địa phương triển khai kịp thời, đúng đối tượng."]
    assert found("I. QUAN ĐIỂM\n- Các cấp, các ngành phải vào cuộc.") == ()


def test_a_run_in_heading_and_a_section_heading_open_a_block() -> None:
    run_in = found(f"{ORGANISATION}1. Ủy ban nhân dân các xã, phường: Rà soát hộ nghèo.")
    assert said(run_in) == [("I.1", "lead", "Rà soát hộ nghèo.")]
    section = found("VI. TRÁCH NHIỆM CỦA ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG\n1. Rà soát hộ nghèo.\n2. Tuyên truyền.")
    assert [duty.node for duty in section] == ["I.1", "I.2"]


def test_a_block_ends_where_another_body_is_named() -> None:
    text = f"{ORGANISATION}1. UBND các xã, phường\n- Lập danh sách.\n- Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh giám sát.\n2. Sở Y tế\n- Tổng hợp."
    assert said(found(text)) == [("I.1", "lead", "Lập danh sách.")]


def test_a_lead_in_is_the_duty_when_the_lines_below_only_tell_its_content() -> None:
    text = f"{ORGANISATION}1. UBND các xã, phường\n- Tuyên truyền các nội dung sau:\n+ Luật Trẻ em;\n+ Luật Đất đai.\n- Thực hiện các nhiệm vụ sau:\n+ Rà soát hộ nghèo;\n+ Lập danh sách."
    texts = [duty.text for duty in found(text)]
    assert texts == ["Tuyên truyền các nội dung sau:", "Rà soát hộ nghèo;", "Lập danh sách."]


def test_a_later_sentence_with_a_date_of_its_own_is_a_duty_of_its_own() -> None:
    text = f"{ORGANISATION}1. UBND các xã, phường: Lập danh sách trước ngày 05/3/2026. Chú trọng hộ nghèo. Báo cáo kết quả về Sở Y tế trước ngày 10/12/2026."
    assert [(duty.text, duty.deadline, duty.to) for duty in found(text)] == [
        ("Lập danh sách trước ngày 05/3/2026. Chú trọng hộ nghèo.", "trước ngày 05/3/2026", None),
        ("Báo cáo kết quả về Sở Y tế trước ngày 10/12/2026.", "trước ngày 10/12/2026", "Sở Y tế"),
    ]


def test_purposes_targets_and_audiences_bind_nobody() -> None:
    text = (
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Các cấp, các ngành, các địa phương nhận thức rõ vai trò của mình.\n"
        "- Giúp UBND các xã, phường chủ động nguồn lực.\n"
        "II. ĐỐI TƯỢNG, PHẠM VI\n1. UBND các xã, phường.\n2. Cán bộ, công chức các xã, phường.\n"
        "III. CHỈ TIÊU\n1. Đối với các xã, phường\n- 100% xã, phường có tổ giúp việc.\n- Mỗi xã, phường xây dựng ít nhất 01 mô hình."
    )
    assert said(found(text)) == []


def test_a_requirement_that_tells_localities_to_act_binds_them() -> None:
    text = "I. MỤC ĐÍCH, YÊU CẦU\n1. Yêu cầu\n- Các sở, ngành, địa phương tổ chức thực hiện nghiêm túc."
    assert [duty.role.value for duty in found(text)] == ["all"]


def test_sentences_that_go_on_without_a_subject_bind_the_same_body() -> None:
    text = "IV. NHIỆM VỤ\n1. Tuyên truyền: UBND các xã, phường tổ chức 02 buổi họp thôn. Lập danh sách người dự. Sở Tư pháp cung cấp tài liệu."
    assert [duty.text for duty in found(text)] == [
        "UBND các xã, phường tổ chức 02 buổi họp thôn.",
        "Lập danh sách người dự.",
    ]


def test_whom_to_ring_is_no_duty() -> None:
    closing = "Đề nghị các cơ quan, đơn vị và UBND các xã, phường thực hiện. Mọi thông tin liên hệ Sở Xây dựng./."
    assert len(found(f"{ORGANISATION}1. Sở Y tế: Theo dõi.", closing=closing)) == 1


# --- tables and lines that assign ------------------------------------------------------------------------------------


def test_a_table_tells_the_role_by_column() -> None:
    table = (
        "| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n| --- | --- | --- | --- | --- |\n"
        "| 1 | Lập sổ theo dõi | UBND các xã, phường | Sở Y tế | Quý I/2026 |\n"
        "| 2 | Mở lớp tập huấn | Sở Y tế | Các sở, ngành; UBND các xã, phường | Quý II/2026 |\n"
        "| 3 | Quán triệt | Các sở, ngành; UBND các xã, phường | | |\n"
        "| 4 | Hướng dẫn UBND các xã, phường | Sở Y tế | Sở Tài chính | Quý II/2026 |"
    )
    duties_ = found(f"{ORGANISATION}1. Sở Y tế: Theo dõi.", annex=table)
    assert [(duty.text, duty.role.value, duty.deadline, duty.node) for duty in duties_] == [
        ("Lập sổ theo dõi", "lead", "Quý I/2026", "PL"),
        ("Mở lớp tập huấn", "partner", "Quý II/2026", "PL"),
        ("Quán triệt", "all", None, "PL"),
    ]


def test_lines_that_assign_give_the_task_above_them() -> None:
    text = (
        "IV. NHIỆM VỤ\n1. Mở hội nghị tuyên truyền\n- Cơ quan chủ trì: Sở Tư pháp.\n- Cơ quan phối hợp: Các sở, ngành, UBND các xã, phường.\n"
        "- Thời gian: Quý II/2026.\n2. Vệ sinh môi trường\na) Dọn rác các tuyến đường;\nĐơn vị thực hiện: UBND các xã, phường."
    )
    assert [(duty.text, duty.role.value, duty.deadline) for duty in found(text)] == [
        ("Mở hội nghị tuyên truyền", "partner", "Quý II/2026"),
        ("Dọn rác các tuyến đường;", "lead", None),
    ]


def test_a_line_that_tells_the_content_is_the_task_of_the_lines_that_assign() -> None:
    text = (
        "IV. NHIỆM VỤ\n1. Số hóa hồ sơ\n1.1. Nội dung: Số hóa kết quả giải quyết thủ tục.\n1.2. Cơ quan thực hiện: UBND các xã, phường.\n"
        "1.3. Thời hạn: Trước ngày 30/11/2026.\n2. Mở lớp\nThực hiện: Sở Y tế phối hợp UBND các xã, phường."
    )
    assert [(duty.text, duty.role.value, duty.deadline) for duty in found(text)] == [
        ("Nội dung: Số hóa kết quả giải quyết thủ tục.", "lead", "Trước ngày 30/11/2026"),
        ("Mở lớp", "partner", None),
    ]


def test_a_section_that_names_several_bodies_leaves_each_of_them_its_own() -> None:
    text = "IV. TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG\n1. Các sở, ban, ngành\n- Lập dự toán.\n2. Các địa phương\n- Rà soát hộ nghèo."
    assert [duty.text for duty in found(text)] == ["Rà soát hộ nghèo."]


def test_the_board_of_the_province_is_not_ours_under_boards_of_all_levels() -> None:
    text = "II. BAN CHỈ ĐẠO CÁC CẤP\n1. Ban Chỉ đạo cấp tỉnh do Phó Chủ tịch UBND tỉnh làm Trưởng ban.\n2. Ban Chỉ đạo cấp xã do Chủ tịch UBND cấp xã thành lập."
    assert [duty.node for duty in found(text)] == ["I.2"]


def test_a_table_column_of_responsibility_names_who_leads() -> None:
    table = "| Công việc | Thời gian | Trách nhiệm thực hiện |\n| --- | --- | --- |\n| Tuyển điều tra viên | Tháng 01/2026 | Ban Chỉ đạo cấp xã |\n| Công bố | Quý IV/2026 | Chi cục Thống kê |"
    assert [duty.text for duty in found(f"{ORGANISATION}1. Sở Y tế: Theo dõi.", annex=table)] == ["Tuyển điều tra viên"]


def test_a_ministry_that_writes_to_provinces_and_its_own_units_binds_no_commune() -> None:
    text = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương\n- Chỉ đạo các địa phương lập danh sách.\n"
        "2. Ủy ban nhân dân cấp xã\n- Niêm yết danh sách."
    )
    closing = "Yêu cầu các đơn vị thuộc Bộ nghiêm túc thực hiện./."
    assert [duty.text for duty in found(text, level=Level.CENTRAL, closing=closing)] == ["Niêm yết danh sách."]


# --- closing and reporting -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("closing", "roles_"),
    [
        ("Căn cứ Kế hoạch này, các sở, ngành, UBND các xã, phường và các đơn vị liên quan triển khai thực hiện./.", ["all"]),
        ("Yêu cầu Thủ trưởng các cơ quan, đơn vị liên quan nghiêm túc thực hiện. Giao Sở Y tế theo dõi, tổng hợp./.", ["all"]),
        ("Yêu cầu các cơ quan, đơn vị, địa phương thực hiện nghiêm. Nếu có vướng mắc, kịp thời phản ánh về Sở Y tế./.", ["all", "all"]),
        ("Kế hoạch này được gửi đến các sở, ngành và UBND các xã, phường; yêu cầu nghiêm túc tổ chức thực hiện./.", ["all"]),
        ("Trên đây là Kế hoạch của UBND tỉnh, các cơ quan, đơn vị, địa phương tổ chức triển khai./.", ["all"]),
        ("Trên đây là Kế hoạch phòng, chống thiên tai năm 2026, các sở, ngành, địa phương căn cứ triển khai thực hiện./.", ["all"]),
        ("Giao Sở Y tế theo dõi, đôn đốc, báo cáo Ủy ban nhân dân tỉnh./.", []),
        ("Trên đây là Kế hoạch phòng bệnh năm 2026./.", []),
    ],
)  # fmt: skip
def test_the_closing_paragraph_binds_those_it_speaks_to(closing: str, roles_: list[str]) -> None:
    found_ = found(f"{ORGANISATION}1. Sở Y tế: Theo dõi.", closing=closing)
    assert [(duty.role.value, duty.node) for duty in found_] == [(role, "I") for role in roles_]


def test_a_reporting_rule_binds_whoever_reports_and_not_the_collector() -> None:
    text = (
        f"{ORGANISATION}1. Chế độ báo cáo\n- Các đơn vị, địa phương gửi báo cáo về Sở Y tế (qua Chi cục Dân số) trước ngày 15/11 hằng năm.\n"
        "- Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 25/11 hằng năm."
    )
    (duty,) = found(text)
    assert (duty.deadline, duty.to) == ("trước ngày 15/11 hằng năm", "Sở Y tế (qua Chi cục Dân số)")


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("báo cáo trước ngày 10/12 hàng năm về Sở", "trước ngày 10/12 hàng năm"),
        ("hoàn thành trước ngày 30/6/2026; rút kinh nghiệm", "trước ngày 30/6/2026"),
        ("chậm nhất ngày 01 tháng 01 năm 2025 phải xong", "chậm nhất ngày 01 tháng 01 năm 2025"),
        ("báo cáo trước ngày 15/6 và trước ngày 15/12", "trước ngày 15/6 và trước ngày 15/12"),
        ("gửi trước ngày 15/12 để tổng hợp, báo cáo tỉnh trước ngày 25/12", "trước ngày 15/12"),
        ("lập danh sách trong quý I/2026", "trong quý I/2026"),
        ("báo cáo trong vòng 02 giờ kể từ khi xảy ra", "trong vòng 02 giờ kể từ khi xảy ra"),
        ("định kỳ hằng quý báo cáo", "định kỳ hằng quý"),
        ("theo Kế hoạch số 5/KH-UBND ngày 12/01/2026", None),
        ("báo cáo trước 16 giờ hằng ngày", "trước 16 giờ hằng ngày"),
        ("báo cáo trước 15 giờ thứ Sáu hằng tuần", "trước 15 giờ thứ Sáu hằng tuần"),
        ("gửi trước 17h30 ngày 03/5/2026", "trước 17h30 ngày 03/5/2026"),
        ("gửi trước ngày 25 tháng cuối của quý", "trước ngày 25 tháng cuối của quý"),
        ("chậm nhất 03 ngày làm việc sau khi kết thúc đợt", "chậm nhất 03 ngày làm việc sau khi kết thúc đợt"),
        ("thực hiện thường xuyên", None),
        ("hoàn thành trong tháng 9/2026", "trong tháng 9/2026"),
        ("xong trước 31/12/2026", "trước 31/12/2026"),
        ("cắm biển trước mùa mưa lũ hằng năm", "trước mùa mưa lũ hằng năm"),
        ("báo cáo kết quả trước ngày 15/6/2026", "trước ngày 15/6/2026"),
        ("báo cáo về Sở Y tế ngày 10/12 hằng năm", "ngày 10/12 hằng năm"),
        ("Kiện toàn tổ trước ngày 15/3; mở lớp, hoàn thành trước ngày 31/10", "trước ngày 15/3"),
        ("báo cáo quý trước ngày 20; báo cáo năm trước ngày 10/12", "trước ngày 20; báo cáo năm trước ngày 10/12"),
    ],
)
def test_deadlines_are_the_sources_own_words(text: str, deadline: str | None) -> None:
    assert deadline_of(text) == deadline


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("báo cáo kết quả về Sở Nội vụ để tổng hợp", "Sở Nội vụ"),
        ("Báo cáo Bộ Y tế trước ngày 15/12", "Bộ Y tế"),
        ("gửi Phòng Tư pháp trước ngày 10/3", "Phòng Tư pháp"),
        ("báo cáo UBND tỉnh (qua Sở Nội vụ tổng hợp)", "UBND tỉnh (qua Sở Nội vụ tổng hợp)"),
        ("phản ánh về Văn phòng Ủy ban nhân dân tỉnh xem xét", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("tuyên truyền về quyền trẻ em", None),
        ("đội ngũ báo cáo viên của Sở Tư pháp", None),
        ("báo cáo về Sở Văn hóa, Thể thao và Du lịch để tổng hợp", "Sở Văn hóa, Thể thao và Du lịch"),
        ("gửi báo cáo về cơ quan thường trực trước ngày 5/12", "cơ quan thường trực"),
        ("báo cáo Ban An toàn giao thông tỉnh trước ngày 5/9", "Ban An toàn giao thông tỉnh"),
        ("trình HĐND cùng cấp giao chỉ tiêu", "HĐND cùng cấp"),
    ],
)
def test_receivers_are_the_sources_own_words(text: str, to: str | None) -> None:
    assert receiver_of(text) == to


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("UBND các huyện, thành, thị rà soát quỹ đất.", ["lead"]),
        ("UBND các huyện, TX, TP chủ trì giải tỏa lòng đường.", ["lead"]),
        ("Đề nghị các huyện, thị xã, thành phố cân đối ngân sách để thực hiện.", ["lead"]),
        ("UBND huyện Cao Lộc chủ trì tổ chức hội thi điểm.", ["lead"]),
        ("UBND huyện Lộc Bình chủ trì tổ chức hội thi điểm.", []),
    ],
)
def test_of_named_districts_only_the_communes_own_counts(sentence: str, expected: list[str]) -> None:
    assert roles(sentence, COMMUNE_2023, on="2023-03-01") == expected


# --- levels ----------------------------------------------------------------------------------------------------------

_THREE_LEVELS = (
    f"{ORGANISATION}1. Ủy ban nhân dân các huyện, thị xã, thành phố\n- Chỉ đạo chung.\n"
    "2. Ủy ban nhân dân các xã, phường, thị trấn\n- Rà soát.\n3. Phòng Văn hóa và Thông tin các huyện, thị xã, thành phố\n- Tham mưu."
)


@pytest.mark.parametrize(
    ("locality", "nodes"),
    [
        (COMMUNE_2023, ["I.1", "I.2"]),
        (COMMUNE_2026, ["I.1", "I.2"]),
        (DISTRICT_2023, ["I.1", "I.3"]),
    ],
)
def test_a_three_tier_parent_binds_the_commune_through_its_district(locality: Locality, nodes: list[str]) -> None:
    assert [duty.node for duty in found(_THREE_LEVELS, locality, on="2023-04-01")] == nodes


def test_a_two_tier_parent_that_still_names_districts_binds_no_commune_by_it() -> None:
    assert [duty.node for duty in found(_THREE_LEVELS, COMMUNE_2026, on="2026-01-10")] == ["I.2"]


def test_the_issuing_district_itself_is_not_the_commune() -> None:
    text = f"{ORGANISATION}1. UBND huyện\n- Chỉ đạo chung.\n2. UBND các xã, thị trấn\n- Thực hiện."
    assert [d.node for d in found(text, COMMUNE_2023, level=Level.DISTRICT, on="2023-04-01")] == ["I.2"]


def test_a_national_plan_binds_the_province() -> None:
    text = f"{ORGANISATION}1. Bộ Y tế\n- Hướng dẫn.\n2. Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương\n- Bố trí kinh phí."
    assert [d.node for d in found(text, PROVINCE_2024, level=Level.CENTRAL, on="2024-02-01")] == ["I.2"]
    assert found(text, COMMUNE_2023, level=Level.CENTRAL, on="2023-04-01") == ()


# --- real and example parents ----------------------------------------------------------------------------------------


def test_what_seed_000_asks_of_a_commune(seeds: Path) -> None:
    parent = parent_plan(next(seeds.glob("000_*")).read_bytes(), "000.txt")
    for locality in (COMMUNE_2023, COMMUNE_2026):
        duties_ = duties(parent, locality)
        assert [(d.node, d.role.value) for d in duties_] == [
            ("V.2", "partner"),
            ("V.14", "lead"),
            ("V.14", "lead"),
            ("V", "all"),
        ]
        assert {d.addressed for d in duties_[1:3]} == {"Ủy ban nhân dân các huyện, thị xã, thành phố"}
        assert (duties_[3].deadline, duties_[3].to) == ("trước ngày 10/12 hàng năm", "Sở Thông tin và Truyền thông")
        assert all(d.text and not d.text.startswith("-") for d in duties_)


@pytest.mark.parametrize(
    ("story", "locality", "expected"),
    [
        ("tinh-xa-2026", COMMUNE_2026, ["IV.5", "VI.10.a", "VI.10.b", "VI.10.c", "VI.10.d", "VI.11.a", "VI.11.b", "VI", *["PL"] * 7]),
        ("huyen-xa-2023", COMMUNE_2023, ["IV.2", "VI.7", "VI.7", "VI.7", "VI"]),
        ("tinh-huyen-2023", DISTRICT_2023, ["V.10", "V.10", "V.10", "V.11", "V", "V"]),
        ("ban-chi-dao-2024", PROVINCE_2024, ["V.6", "V.6", "V.7", "VI"]),
    ],
)  # fmt: skip
def test_what_the_example_parents_ask(examples: Path, story: str, locality: Locality, expected: list[str]) -> None:
    parent = parent_plan((examples / story / "ke-hoach-cap-tren.docx").read_bytes(), "ke-hoach-cap-tren.docx")
    assert [duty.node for duty in duties(parent, locality)] == expected
