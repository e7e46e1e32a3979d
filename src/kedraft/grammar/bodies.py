"""Names of bodies and the verbs that follow them: where a name begins and ends, and whether a title is one."""

import re

from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import new_tone

CAP = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
ORGANS = (
    r"(?:Sở|Bộ(?! máy| phận| thủ tục)|Ban(?! hành)|Phòng(?!,| ngừa| chống| cháy)|Công an|Ủy ban|UBND|UB\.?\s?MTTQ(?:VN)?|HĐND|Hội đồng|Văn phòng|Thanh tra|Cục|Chi cục|Tổng cục|Trung tâm|Đài|Báo(?! cáo)|Hội(?! nghị| thảo| thi| họp)|Đoàn(?! kết)|Liên đoàn|Liên hiệp|Liên minh|"
    r"Mặt trận|MTTQ(?:VN)?|Trường(?! hợp)|Bệnh viện|Ngành|Ngân hàng|Kho bạc|Thuế(?! suất| thu nhập| giá trị)|Bảo hiểm|Bưu điện|Viễn thông|Tòa án|Viện(?! trợ)|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Tỉnh đoàn|Thành đoàn|Huyện đoàn|"
    r"Thường trực|Chủ tịch|Phó Chủ tịch|Giám đốc|Thủ trưởng|Trưởng|Cổng|Trạm|Công ty|Điện lực|Hạt|Tiểu ban|Hiệp hội|Nghiệp đoàn|Chi nhánh|Tổng công ty|Tập đoàn|Đội(?! ngũ)|Tổ(?! chức)|Lực lượng|Cơ quan|Đơn vị|Chánh|Chủ (?:rừng|đầu tư|cơ sở|hộ|thể|phương tiện|nhà trọ)|Doanh nghiệp|Hợp tác xã|HTX|THT|BQL|CLB|LĐLĐ|Nhà trường|Người dân|Nhân dân|Hộ gia đình|Bí thư|Người đứng đầu|Thành viên|BHXH|LLVT|Các|Tất cả)"
)
GROUPS = (
    r"(?:(?:các|những|tất cả các|toàn thể)\s+)?(?:(?<!cơ )(?<!Cơ )sở|(?<!cán )(?<!Cán )(?<!nội )(?<!Nội )(?<!đồng )(?<!Đồng )bộ|(?<!ủy )ban|ngành|(?<=với )công an|(?<=hợp )công an|phòng(?![,‚]? ?(?:chống|ngừa|cháy|trừ))|cơ quan|đơn vị|đoàn thể|(?<!ã )(?<!ễ )(?<!ơ )(?<!ại )(?<!uốc )hội(?! họp| nghị| thảo| thi)|(?<=các )tổ chức|tổ chức(?=\Z|,| và| chính trị| xã hội| đoàn thể| liên quan| có liên quan| tín dụng| kinh tế)|cá nhân|doanh nghiệp|hợp tác xã|HTX|(?<!ôi )(?<!thị )trường(?! hợp)|(?<!rên )cơ sở|lực lượng|thành viên|"
    r"thủ trưởng|giám đốc|người đứng đầu|địa phương|cấp ủy|chủ đầu tư|chủ rừng|bệnh viện|trung tâm|công ty|nhà trường|mặt trận|quân đội|lực lượng vũ trang|đoàn viên|hội viên|cấp(?= huyện| tỉnh| xã)|(?<!nông )thôn|khu phố|tổ dân phố)"
)
VERB = (
    r"(?:hướng dẫn|chỉ đạo|đôn đốc|kiểm tra|giám sát|theo dõi|tham mưu|(?<!các )(?<!Các )(?<!, )(?<!và )(?<!Ban )tổ chức(?!\s+(?:có )?liên quan|\s+(?:chính trị|xã hội|đoàn thể|tín dụng|cá nhân|Đảng|đảng)|,)|triển khai|(?<!đầu tư )xây dựng(?! nông thôn)|thực hiện|cung cấp|tổng hợp|báo cáo|đề xuất|rà soát|"
    r"tuyên truyền|vận động|hỗ trợ|giúp|đẩy mạnh|tăng cường|nâng cao|chủ động|chủ trì|căn cứ|có trách nhiệm|chịu trách nhiệm|bố trí|huy động|phối hợp|lồng ghép|quản lý(?! thị trường| khu| dự án| rừng)|"
    r"tập huấn|phổ biến|quán triệt|yêu cầu|đề nghị|giao|(?<!bầu )cử|(?<!công )lập|gửi|xử lý|bảo đảm|đảm bảo|đưa|phát huy|phát động|tiếp tục|kịp thời|thường xuyên|nghiêm túc|khẩn trương|tập trung|thống nhất|(?<![Đđ]ào )tạo|mở|cần|phải|sử dụng|ban hành|nghiên cứu|trong|để|nhằm|theo|về|đã|sẽ|được)"
)
MORE_VERBS = (
    r"(?:thành lập|kiện toàn|củng cố|duy trì|chọn|lựa chọn|phát hiện|ngăn chặn|cập nhật|công khai|niêm yết|tiếp nhận|khai thác|quan tâm|khuyến khích|phấn đấu|đăng ký|thống kê|điều tra|khảo sát|bồi dưỡng|đào tạo|"
    r"ứng dụng|số hóa|đầu tư|phê duyệt|thẩm định|trình|cấp|cân đối|phân bổ|ưu tiên|treo|trang trí|ra quân|trồng|chăm sóc|bảo vệ|diễn tập|ứng phó|khắc phục|sơ tán|thông báo|tiến hành|nắm|phản ánh|kiểm soát|đánh giá|"
    r"sơ kết|tổng kết|phát triển|hoàn thành|đạt|xác định|phân công|chuẩn bị|thông tin|tham gia|là|đồng loạt|chấp hành|vận hành|áp dụng|thu|chi|nêu cao|quyết định|nhanh chóng|tích cực|chú trọng|làm|nhận|cam kết|ký|hưởng ứng|"
    r"liên hệ|đóng góp|chia sẻ|kiểm đếm|cắt giảm|hoàn tất|hoàn thiện|thiết lập|giải ngân|chi trả|đối soát|sắp xếp|bàn giao|xác minh|xác nhận|xử phạt|nhân rộng|sớm|dừng|kết nối|tạm dừng|hỗ trợ|không|góp ý|chịu|điều chỉnh|bổ sung|gắn|đề ra|quyết toán|biên soạn|in|phát|tuyển|cụ thể hóa|giải quyết|đôn đốc|trực tiếp|vào cuộc|xem)"
)
_BRIEF = {
    "cấp",
    "in",
    "thu",
    "chi",
    "phát",
    "làm",
    "ký",
    "xem",
    "nhận",
    "không",
    "gắn",
    "trình",
    "nắm",
    "đạt",
    "treo",
    "trồng",
    "chọn",
}
ENDS = "|".join(word for word in MORE_VERBS[3:-1].split("|") if word not in _BRIEF)
STOP = lazily(rf"(?<!\w){VERB}(?!\w)")
LIST_STOP = lazily(rf"\s*(?:[,;:.()]|\s(?:và|cùng với)\s|(?<!\w)(?:{VERB}|{ENDS})(?!\w)|\Z)")
PIECE = lazily(rf"(?:(?<![\w/-])(?:(?:[Tt]ất cả\s+)?[Cc]ác\s+)?{ORGANS}|(?<!\w){GROUPS})(?!\w)")
PART_OF_NAME = lazily(
    rf"(?:[{CAP}][^\W\d_]*(?:\s+[^\W\d_]+){{0,4}}|phát triển nông thôn|đào tạo|phát thanh|truyền hình(?: tỉnh| thành phố)?|môi trường|xã hội|truyền thông|công nghệ|đầu tư|thể thao|du lịch|tôn giáo|hạ tầng|đô thị|trường học|bệnh viện|"
    r"thị xã|thành phố|phường|thị trấn|cá nhân|xã)\Z"
)
#: The verbs that open a task.
_TASK_VERBS = (
    "Xây dựng|Tổ chức|Triển khai|Chỉ đạo|Chủ động|Chủ trì|Phối hợp|Căn cứ|Tăng cường|Đẩy mạnh|Rà soát|Bố trí|Báo cáo|Thực hiện|Tuyên truyền|Phổ biến|Quán triệt|Kiểm tra|Giám sát|Đôn đốc|Hướng dẫn|"
    "Theo dõi|Tổng hợp|Lập|Kiện toàn|Thành lập|Củng cố|Duy trì|Huy động|Vận động|Tiếp tục|Bảo đảm|Đảm bảo|Ban hành|Phân công|Giao|Cử|Lồng ghép|Nâng cao|Tham mưu|Quản lý|Xử lý|Phát hiện|Ngăn chặn|"
    "Cung cấp|Cập nhật|Công khai|Niêm yết|Tiếp nhận|Khai thác|Phát huy|Quan tâm|Khuyến khích|Hỗ trợ|Tạo|Chịu|Định kỳ|Hằng|Hàng|Kịp thời|Thường xuyên|Đưa|Đăng|Lựa chọn|Phấn đấu|Tập trung|"
    "Khẩn trương|Nghiêm túc|Đề xuất|Gửi|Nghiên cứu|Phát động|Sơ kết|Tổng kết|Đánh giá|Thống kê|Điều tra|Khảo sát|Tập huấn|Bồi dưỡng|Đào tạo|Ứng dụng|Số hóa|Đầu tư|Phê duyệt|Thẩm định|Trình|Cấp|"
    "Cân đối|Phân bổ|Ưu tiên|Mở|In|Treo|Trang trí|Ra quân|Trồng|Chăm sóc|Bảo vệ|Diễn tập|Ứng phó|Khắc phục|Sơ tán|Thông báo|Tiến hành|Nắm|Không|Đồng thời|Trước|Chậm nhất|Trong quá trình|"
    "Trường hợp|Phản ánh|Kiểm soát|Kết quả|Giải thể|Giải quyết|Kêu gọi|Mời|Cắm|Ký|Sắp xếp|Trang bị|Tuyển|Xác nhận|Xác định|Xử phạt|Chuyển|Bàn giao|Bổ sung|Chấn chỉnh|Chấp hành|Chuẩn bị|Cụ thể hóa|"
    "Dự báo|Điều chỉnh|Gắn|Hoàn thành|Hoàn thiện|Kết nối|Làm|Lấy|Liên hệ|Nêu cao|Nhân rộng|Phòng ngừa|Quyết toán|Sửa chữa|Tham gia|Trực tiếp|Tự|Vận hành|Bám sát|Di dời|Phân loại|Trực|Tuần tra|"
    "Cưỡng chế|Tháo dỡ|Giải tỏa|Thu gom|Tiêm|Khám|Đối thoại|Tiếp|Trao|Tặng|Thăm|Lắp đặt|Mua|Mua sắm|Phân cấp|Biểu dương|Khen thưởng|Thẩm tra|Công bố|Công nhận|Bình xét|Bình chọn|Bình cử|"
    "Giới thiệu|Quảng bá|Giải phóng|Đối chiếu|Xác minh|Phân tích|Thanh toán|Thanh tra|Quyết định|Nộp|Thu|Chi|Chi trả|Tham dự|Dự|Khoanh|Phun|Dọn|Nạo vét|Khơi thông|Quy hoạch|Khai báo|Kê khai|Nhập|"
    "Đề ra|Rút kinh nghiệm|Đóng góp|Chia sẻ|Áp dụng|Tạm dừng|Thay thế|Khởi công|Khánh thành|Bắt giữ|Tiêu hủy|Xây|Sửa|Cải tạo|Nâng cấp|Mở rộng|Đấu tranh|Lan tỏa|Thúc đẩy|Rà|Tích cực|Chú trọng|Nhận|"
    "Cam kết|Hưởng ứng|Dựng|Phân lại|Quét|Siết chặt|Lắp|Giữ|Đắp|Gia cố|Tu sửa|Nhắc nhở|Dành|Bám|Bàn bạc|Vận dụng|Gương mẫu|Khuyến cáo|Xác lập|Trích|Tăng|Giảm|Vào cuộc"
)
TASK_START = lazily(rf"(?:[-+•]\s*)?(?:{_TASK_VERBS})(?!\w)")
#: The same verbs within a sentence, but for those that are other words there.
_ELSEWHERE = lazily(
    r"Hằng|Hàng|Định kỳ|Trước|Đồng thời|Chậm nhất|Trong quá trình|Trường hợp|Kết quả|Tự|Thu|Chi|In|Rà|Tiếp|Tăng|Giảm|Dự|Nhập|Xây"
)
ACTS = "|".join(word[0].lower() + word[1:] for word in _TASK_VERBS.split("|") if not _ELSEWHERE.fullmatch(word))
OTHER_ACTS = lazily(
    rf"(?:^|[,;:.]\s*|(?i:giao|đề nghị)\s+){ORGANS.replace('|Các|Tất cả', '')}(?!\w)[^,;:]{{2,90}}?\s(?:có trách nhiệm|chủ trì|tham mưu|theo dõi|tổng hợp|hướng dẫn|đôn đốc|báo cáo|thẩm định|kiểm tra)(?!\w)"
)
#: The words that a title may put before the body it speaks to, in any order: `Riêng đối với`, `Phần việc giao cho`, `Nhóm nhiệm vụ của`.
LEAD_IN = lazily(
    r"(?i:(?:\d+[.)]\s*)?(?:(?:chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố|huyện)\s+(?=yêu cầu|giao|đề nghị))?"
    r"(?:(?:đề nghị|giao|yêu cầu|phân công|ủy quyền|riêng|đối với|về phía|về phần|ở|tại|thuộc|của|cho|dành cho|do|nhóm|tổ chức thực hiện|triển khai|(?:các\s+)?đồng chí|(?:nhiệm vụ|chức năng),? quyền hạn|(?:các|những)\s+(?=nhiệm vụ|công việc|nội dung|việc)|nhiệm vụ|trách nhiệm|công việc|phần việc|việc|"
    r"nội dung(?: công việc| nhiệm vụ)?|chung|cụ thể|trọng tâm|chủ yếu|thực hiện|thẩm quyền)\s+(?:các\s+cơ quan:\s*)?)+)"
)


def starts_with_body(text: str) -> bool:
    return bool(re.match(rf"(?:(?:Đề nghị|Giao|Yêu cầu)\s+)?{ORGANS}(?!\w)(?! cáo)", text)) and not re.match(
        r"(?:Báo cáo|Tổ chức|Ban hành)", text
    )


def addressee(title: str) -> str | None:
    """The body that a title names (`Giao Phòng Kinh tế:` -> `Phòng Kinh tế`); None when it is no name of a body."""
    text = new_tone(title.strip())
    lead = LEAD_IN.match(text)
    body = title.strip()[lead.end() if lead else 0 :].strip(" :.")
    plain = new_tone(body)
    named = re.match(rf"(?:(?:Các\s+)?{ORGANS}|{GROUPS}|(?:Các|các)\s+(?:thôn|khu phố|bản|tổ))(?!\w)", plain)
    told = len(body) <= 160 and bool(named) and not TASK_START.match(plain) and not STOP.search(plain.split(",")[0])
    return body if told else None
