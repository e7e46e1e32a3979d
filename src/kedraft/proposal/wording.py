"""Words by which a proposal tells what is not a matter of the office that drafts."""

import re

from kedraft.agencies import AGENCIES
from kedraft.model.locality import Locality
from kedraft.model.plan import Level

_MINISTRIES = r"(?:Bộ(?! phận| máy| Chỉ huy| luật|\s?TTHC)\s[A-ZĐ]|Tổng cục|Vụ\s[A-ZĐ]|Cục\s[A-ZĐ])"
_PRESS = r"phóng viên|biên tập viên|(?:các )?cơ quan báo chí|cơ quan thông tấn|\bBáo\s(?:[A-ZĐ]|và)|Đài (?:Phát thanh|PT|Truyền hình)"
_CENTRAL_PRESS = r"Đài (?:Truyền hình|Tiếng nói) Việt Nam|Thông tấn xã Việt Nam|\bVTV\d?\b|\bVOV\d?\b"
_FOREIGN = r"thông tin đối ngoại|công tác đối ngoại|\b[Vv]ề đối ngoại|đối ngoại nhân quyền|tiếng nước ngoài|hợp tác quốc tế|tổ chức quốc tế|đoàn (?:quốc tế|nước ngoài)|hội thảo quốc tế|Bộ Ngoại giao"
#: How a task begins: a deed, without a subject.
DEED = re.compile(
    r"(?:Chủ trì|Chủ động|Phối hợp|Tuyên truyền|Tổ chức|Hướng dẫn|Tăng cường|Đẩy mạnh|Lồng ghép|Rà soát|Kiểm tra|Theo dõi|Nắm|Thực hiện|Triển khai|Vận động|Quản lý|Duy trì"
    r"|Cung cấp|Bảo đảm|Đảm bảo|Tham mưu|Nâng cao|Xử lý|Phát hiện|Phổ biến|Khuyến khích|Hỗ trợ|Thường xuyên|Kịp thời|Tiếp tục|Xây dựng|Đưa|Giao|Bố trí|Huy động|Tập trung"
    r"|Phát huy|Phát động|Khai thác|Giám sát|Phát triển|Giáo dục|Quan tâm|Tạo|Đa dạng|Củng cố|Kiện toàn|Thành lập|Lựa chọn|Phấn đấu|Bồi dưỡng|Tập huấn|Ứng dụng|Đôn đốc|Chuẩn bị|Chỉ đạo|Kêu gọi|Thu|Lập|Trực|Bảo vệ|Đầu tư|Sửa chữa|Tiêm|Giải ngân|Đánh giá|Tự đánh giá|Cập nhật|Công khai|Điều tra|Kiểm soát|Sẵn sàng|Phân công|Ban hành|Khuyến cáo|Cử|Trang bị|Phát trên|Đăng tải|Niêm yết|Trồng|Mở lớp|Lập danh sách|Hỗ trợ)(?!\w)"
)
_BEYOND = {
    Level.COMMUNE: re.compile(
        rf"(?:phối hợp (?:chặt chẽ )?(?:với|cùng) |Phối hợp (?:với )?|hướng dẫn của |theo (?:đề nghị|yêu cầu) của ){_MINISTRIES}"
        rf"|{_PRESS}|{_FOREIGN}|{_CENTRAL_PRESS}|tuyến (?:tỉnh|huyện|trung ương)"
    ),
    Level.DISTRICT: re.compile(
        rf"(?:[Pp]hối hợp (?:chặt chẽ )?(?:với |cùng )?){_MINISTRIES}|{_FOREIGN}|{_CENTRAL_PRESS}|tuyến (?:tỉnh|trung ương)"
    ),
    Level.PROVINCE: re.compile(_CENTRAL_PRESS),
}
#: Ministries by their names, the longest first.
_NAMES = sorted((name for row in AGENCIES if row.level is Level.CENTRAL for name in row.names), key=len, reverse=True)
_UPPER = {
    Level.COMMUNE: re.compile(
        r"\b(?:tỉnh|huyện(?! ủy)|quận|thị xã|thành phố|Sở|(?<![Cc]ơ )(?<![Tt]rụ )(?<![Cc]ông )sở|Tỉnh ủy|Thành ủy|Huyện ủy|Trung ương|trung ương|Chính phủ|Quốc hội)\b"
        rf"|{_MINISTRIES}|{_PRESS}|{_FOREIGN}|\bcác (?:xã|phường|địa phương)\b|\bcác cấp\b|xã, phường|\bcấp (?:xã|cơ sở)\b"
    ),
    Level.DISTRICT: re.compile(
        rf"\b(?:tỉnh|Tỉnh ủy|Sở|(?<![Cc]ơ )(?<![Tt]rụ )(?<![Cc]ông )sở|Trung ương|Chính phủ|Quốc hội)\b|{_MINISTRIES}|{_FOREIGN}|Đài (?:Phát thanh|PT)"
        r"|\bcác (?:huyện|địa phương)\b"
    ),
    Level.PROVINCE: re.compile(r"\b(?:Quốc hội|Chính phủ)\b"),
}


def beyond(text: str, locality: Locality) -> str | None:
    """Words of a matter that no office of this level has: the press, foreign affairs, work with a ministry."""
    pattern = _BEYOND.get(locality.level)
    found = pattern.search(text) if pattern else None
    if not found:
        return None
    # The pattern knows a ministry by its first letter; the words told are its whole name.
    at = text.rfind("Bộ ", found.start(), found.end())
    name = next((one for one in _NAMES if at >= 0 and text.startswith(one, at)), "")
    end = max(found.end(), at + len(name))
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[found.start() : end]


def names_above(text: str, locality: Locality) -> bool:
    """Whether the words name offices or units above, or others of the same level."""
    pattern = _UPPER.get(locality.level)
    return bool(pattern and pattern.search(text))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """The text with a small first letter, unless it opens with a name."""
    name = re.match(
        r"(?:Ủy ban|Phòng|Công an|Sở|Bộ|Mặt trận|Đảng|Trung tâm|Văn phòng|Hội|Đoàn|Trạm|UBND|HĐND|Nhân dân|[A-ZĐ]{2})",
        text,
    )
    return text if name else text[:1].lower() + text[1:]
