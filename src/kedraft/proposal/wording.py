"""Words by which a proposal tells what is not a matter of the office that drafts."""

import re
from datetime import date
from functools import lru_cache

from kedraft.agencies import AGENCIES
from kedraft.grammar.bodies import CAP
from kedraft.model.locality import Locality
from kedraft.model.plan import Level
from kedraft.units import communes
from kedraft.units import table as packaged_units

_MINISTRIES = r"(?:Bộ(?! phận| máy| Chỉ huy| luật|\s?TTHC)\s[A-ZĐ]|Tổng cục|Vụ\s[A-ZĐ]|Cục\s[A-ZĐ])"
_PRESS = r"phóng viên|biên tập viên|(?:các )?cơ quan báo chí|cơ quan thông tấn|\bBáo\s(?:[A-ZĐ]|và)|Đài (?:Phát thanh|PT|Truyền hình)"
_CENTRAL_PRESS = r"Đài (?:Truyền hình|Tiếng nói) Việt Nam|Thông tấn xã Việt Nam|\bVTV\d?\b|\bVOV\d?\b"
_FOREIGN = r"thông tin đối ngoại|công tác đối ngoại|\b[Vv]ề đối ngoại|đối ngoại nhân quyền|tiếng nước ngoài|hợp tác quốc tế|tổ chức quốc tế|đoàn (?:quốc tế|nước ngoài)|hội thảo quốc tế|Bộ Ngoại giao"
#: How a task begins: a deed, without a subject.
DEED = re.compile(
    r"(?:Chủ trì|Chủ động|Phối hợp|Tuyên truyền|Tổ chức|Hướng dẫn|Tăng cường|Đẩy mạnh|Lồng ghép|Rà soát|Kiểm tra|Theo dõi|Nắm|Thực hiện|Triển khai|Vận động|Quản lý|Duy trì"
    r"|Cung cấp|Bảo đảm|Đảm bảo|Tham mưu|Nâng cao|Xử lý|Phát hiện|Phổ biến|Khuyến khích|Hỗ trợ|Thường xuyên|Kịp thời|Tiếp tục|Xây dựng|Đưa|Giao|Bố trí|Huy động|Tập trung"
    r"|Phát huy|Phát động|Khai thác|Giám sát|Phát triển|Giáo dục|Quan tâm|Tạo|Đa dạng|Củng cố|Kiện toàn|Thành lập|Lựa chọn|Phấn đấu|Bồi dưỡng|Tập huấn|Ứng dụng|Đôn đốc|Chuẩn bị|Chỉ đạo|Kêu gọi|Lập|Trực|Bảo vệ|Đầu tư|Sửa chữa|Tiêm|Giải ngân|Đánh giá|Tự đánh giá|Cập nhật|Công khai|Điều tra|Kiểm soát|Sẵn sàng|Phân công|Ban hành|Khuyến cáo|Cử|Trang bị|Phát trên|Đăng tải|Niêm yết|Trồng|Mở|Lập danh sách"
    r"|Tăng|Giảm|Chia sẻ|Ngăn chặn|Đấu tranh|Bám|Truyền thông|Tư vấn|Khám|Không để|Nhân rộng|Giữ vững|Hạn chế|Cảnh báo|Thông báo|Kết nối|Tích cực|Thu gom|Phân loại|Tiếp nhận|Vận hành|Sử dụng|Giải quyết"
    r"|Thống kê|Xác minh|Xác định|Đề xuất|Hoàn thành|Hoàn thiện|Đổi mới|Gắn|Khắc phục|Khôi phục|Bảo tồn|Ưu tiên|Chấn chỉnh|Biểu dương|Khen thưởng|Động viên|Thu hút|Hưởng ứng|Tham gia|Chăm sóc|Chăm lo|Trao|Ký|Đăng ký|Gọi|Phòng ngừa|Khảo sát|Giới thiệu|Kiểm kê|Xóa|Lắp đặt|Tạo điều kiện|Phát thanh|Phát sóng|Treo|Cắm|Làm|Rào|Dạy|Thăm hỏi|Bàn giao|Quán triệt|Lấy mẫu|Dự trữ|Sơ tán|Tiêu hủy|Phun|Khai báo|Chấp hành|Củng cố|Vệ sinh|Quyết định|Tuần tra|Canh gác|Gương mẫu|Tự giác|Gửi)(?!\w)"
)
#: The same inside a sentence.
NEXT_DEED = rf"(?={DEED.pattern.replace('(?:', '(?i:', 1)})"
#: Measures, markets, institutions and decisions that only a province has.
_MEASURES = r"(?:[Cc]hỉ số [^;,.()]{2,40}\()?\b(?:PCI|PAPI|PGI|SIPAS|PAR INDEX|DDCI)\b|(?:nền tảng [^;.()]{2,60}\()?\bLGSP\b|[Qq]uản lý thị trường"
_OF_PROVINCE = (
    r"GRDP|hồ sơ (?:dự án )?Luật|dự (?:án|thảo) Luật|trình (?:Chính phủ|Quốc hội|Thủ tướng)|[Tt]ổng đài (?:điện thoại )?quốc gia"
    r"|[Pp]hối hợp với (?:Tỉnh đoàn|Thành đoàn)|Chi cục [A-ZĐ]"
    rf"|{_MEASURES}|(?:thị trường|đối tác|hãng lữ hành|nhà đầu tư)\s+(?:Hàn Quốc|Nhật Bản|Trung Quốc|châu Âu|nước ngoài|quốc tế)"
    r"|(?:[Hh]ội chợ|[Tt]riển lãm)[^.;,]{0,25}(?:quốc tế|VITM)|[Hh]ải quan|cảng biển|cảng hàng không|[Tt]rung tâm dữ liệu (?:tỉnh|thành phố|phường|xã|đặc khu)"
    r"|(?:Cơ sở cai nghiện|Bệnh viện|Trường (?:Cao đẳng|Đại học|Chính trị)|Quỹ|Công ty|Ban Quản lý)[^.;,]{0,40}(?:,[^.;,]{0,12})?\sthuộc (?:tỉnh|xã|phường|đặc khu|thành phố|huyện)(?!\w)"
    r"|Hội đồng nhân dân [^.;]{0,30}ban hành nghị quyết|[Hh]ạ tầng dùng chung|(?:[Nn]gày hội|[Hh]ội thi|[Hh]ội chợ|[Ll]iên hoan|[Cc]uộc thi|[Gg]iải|[Ll]ễ hội)[^;.,]{0,60} lần thứ [IVX\d]+|chỉ đạo (?:các )?Công ty [A-ZĐ]\w+|sàn giao dịch"
)
#: A share of the units of our level, of which we are one.
_SHARE_OF_UNITS = (
    r"\d+(?:,\d+)?%\s+(?:số\s+)?(?:các\s+)?(?:xã(?! hội)|phường|đặc khu)(?:,\s*(?:xã|phường|thị trấn|đặc khu))*(?!\w)"
)
_BEYOND = {
    Level.COMMUNE: re.compile(
        rf"{_OF_PROVINCE}|{_SHARE_OF_UNITS}|(?:phối hợp (?:chặt chẽ )?(?:với|cùng) |Phối hợp (?:với )?|hướng dẫn của |theo (?:đề nghị|yêu cầu) của ){_MINISTRIES}"
        rf"|{_PRESS}|{_FOREIGN}|{_CENTRAL_PRESS}|tuyến (?:tỉnh|huyện|trung ương)"
    ),
    Level.DISTRICT: re.compile(
        rf"(?:[Pp]hối hợp (?:chặt chẽ )?(?:với |cùng )?){_MINISTRIES}|{_MEASURES}|(?:hướng dẫn|chỉ đạo) (?:các )?cơ quan báo chí|{_FOREIGN}|{_CENTRAL_PRESS}|tuyến (?:tỉnh|trung ương)"
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
    """Words of a matter that no office of this level has: the press, foreign affairs, work with a ministry, another unit's place."""
    pattern = _BEYOND.get(locality.level)
    found = pattern.search(text) if pattern else None
    if not found:
        return elsewhere(text, locality)
    # The pattern knows a ministry by its first letter; the words told are its whole name.
    at = text.rfind("Bộ ", found.start(), found.end())
    name = next((one for one in _NAMES if at >= 0 and text.startswith(one, at)), "")
    end = max(found.end(), at + len(name))
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[found.start() : end]


_AT_UNIT = re.compile(
    r"(?<!\w)(?:[Tt]ại|[Ởở])\s+(?P<kind>(?:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu)\s+)?(?P<name>(?-i:[A-ZĐ][\wà-ỹ]*)(?:\s(?-i:[A-ZĐ][\wà-ỹ]*))*)"
)


def elsewhere(text: str, locality: Locality) -> str | None:
    """The place of another unit at which something is done: `tại phường Trấn Biên`, `tại Móng Cái` in the province's own plan."""
    own = {place.name.casefold() for place in (locality.commune, locality.district, locality.province) if place}
    for found in _AT_UNIT.finditer(text):
        name = found["name"].casefold()
        if name not in own and (found["kind"] or name in _units_of(locality.province.name, locality.on)):
            return found.group()
    for found in _NAMED_PLACE.finditer(text):
        if not any(name in found.group().casefold() for name in own) and not _UNQUOTED.search(text, 0, found.start()):
            return found.group()
    return _bare_unit(text, locality)


def _bare_unit(text: str, locality: Locality) -> str | None:
    """The name of another unit of the province, alone: `xuất khẩu sữa Mộc Châu`; not in a longer name, a street's or a school's."""
    own = {place.name.casefold() for place in (locality.commune, locality.district, locality.province) if place}
    for found in _BARE.finditer(text):
        name = found.group().casefold()
        if name in own or name not in _units_of(locality.province.name, locality.on):
            continue
        if not _LONGER.search(text, 0, found.start()) and not _UNQUOTED.search(text, 0, found.start()):
            return found.group()
    return None


_BARE = re.compile(rf"(?<![\w-])[{CAP}][a-zà-ỹ]+(?:\s[{CAP}][a-zà-ỹ]+)+(?![\w-])")
_LONGER = re.compile(
    r"(?:[A-ZĐ]\w*|đường|phố|trường|THPT|THCS|quốc lộ|tỉnh lộ|ông|bà|đồng chí|dân tộc|tỉnh|thành phố|UBND|huyện|xã|phường|đặc khu|thị xã)\s+\Z|\s-\s\Z"
)
#: Where a name is a committee's in a citation, or stands in quotation marks.
_UNQUOTED = re.compile(r"(?:UBND|[ỦU]y ban nhân dân|HĐND|Công an|Đảng ủy)\s+\Z|“[^”]*\Z")


#: A unit by its kind and name wherever it stands, but in the title or number of a document.
_NAMED_PLACE = re.compile(
    rf"(?<!\w)(?:các\s+)?(?:(?:huyện|thị xã|thị trấn|xã|phường|đặc khu)\s+[{CAP}][\wà-ỹ]*(?:\s[{CAP}][\wà-ỹ]*)*"
    rf"|(?:[Cc]ửa khẩu|[Kk]hu công nghiệp|[Kk]hu kinh tế|chợ(?: đầu mối)?|cảng(?: cá)?|hồ(?: chứa(?: nước)?)?|đập|kênh chính|sông)\s+[{CAP}][\wà-ỹ]*(?:\s[{CAP}][\wà-ỹ]*)*|[Tt]rạm [Kk]iểm dịch|(?:tỉnh|thành phố)\s+[{CAP}][\wà-ỹ]*(?:\s[{CAP}][\wà-ỹ]*)*|[Tt]rạm bơm\s[{CAP}]\w*|(?:khu vực|vùng|các xã|các huyện) phía (?:Đông|Tây|Nam|Bắc)(?!\w))"
)


@lru_cache(maxsize=64)
def _units_of(province: str, on: date) -> frozenset[str]:
    """The names of the communes and districts of a province on that day, and of its last districts."""
    table = packaged_units()
    districts = (*table.districts(province, on), *table.districts(province, _LAST_DISTRICTS))
    return frozenset(unit.name.casefold() for unit in (*communes(province, on), *districts))


_LAST_DISTRICTS = date(2025, 6, 30)


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
        r"(?:Ủy ban|Phòng(?= [A-ZĐ])|Công an|Sở|Bộ(?= [A-ZĐ])|Mặt trận|Đảng|Trung tâm|Văn phòng|Hội(?= [A-ZĐ]| đồng)|Đoàn(?= [A-ZĐ])|Trạm|UBND|HĐND|Nhân dân|[A-ZĐ]{2})",
        text,
    )
    return text if name else text[:1].lower() + text[1:]
