"""Where words break into lines that look even, and how long the rule below them is."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from kedraft.rendering.metrics import width

#: A collective's name ends here: what follows is better on a line of its own.
_COLLECTIVES = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")
_HEADS = ("BAN CHỈ ĐẠO", "BAN QUẢN LÝ", "TỔ CÔNG TÁC", "HỘI ĐỒNG", "VĂN PHÒNG", "TRUNG TÂM", "CHI CỤC")
#: Small words that open a line rather than end one.
_OPENERS = frozenset(
    ["VÀ", "VỀ", "CỦA", "TRÊN", "GIAI", "NĂM", "TỈNH", "HUYỆN", "XÃ", "PHƯỜNG", "QUẬN", "THÀNH", "THỊ", "ĐẶC", "CẤP"]
)
#: Words of two syllables that names of bodies and plans are made of; a line does not end between them.
_COMPOUNDS_TYPED = """
    AN-NINH AN-TOÀN BAN-HÀNH BÁO-CÁO BẢO-VỆ BIỂN-ĐẢO BIẾN-ĐỔI CẢI-CÁCH CÁN-BỘ CẤP-XÃ CÔNG-AN CÔNG-CHỨC CÔNG-NGHỆ
    CÔNG-TÁC CÔNG-THƯƠNG CỘNG-ĐỒNG CHÍNH-QUYỀN CHỈ-ĐẠO CHƯƠNG-TRÌNH CHUYỂN-ĐỔI ĐỔI-SỐ CỨU-NẠN DÂN-SỐ DÂN-TỘC DỊCH-VỤ
    DOANH-NGHIỆP DU-LỊCH ĐẤT-ĐAI ĐẦU-TƯ ĐỊA-BÀN ĐỊA-PHƯƠNG ĐÀO-TẠO ĐOÀN-THỂ ĐỜI-SỐNG GIAI-ĐOẠN GIAO-THÔNG GIÁO-DỤC
    GIẢM-NGHÈO GIẢI-PHÁP HÀNH-CHÍNH HIỆU-QUẢ HOẠT-ĐỘNG HỖ-TRỢ KẾ-HOẠCH KINH-TẾ KHOA-HỌC KHU-VỰC KỸ-NĂNG KỸ-THUẬT
    LAO-ĐỘNG LÃNH-ĐẠO MÔI-TRƯỜNG MỤC-TIÊU NÂNG-CAO CHẤT-LƯỢNG NHÂN-DÂN NỘI-VỤ NÔNG-NGHIỆP NÔNG-THÔN NHIỆM-VỤ
    PHÁT-TRIỂN PHÁP-LUẬT PHỐI-HỢP PHÒNG-CHỐNG PHÒNG,-CHỐNG QUẢN-LÝ QUỐC-GIA QUYỀN-LỢI SẢN-XUẤT SẢN-PHẨM TÀI-CHÍNH TÀI-NGUYÊN
    THANH-NIÊN THANH-TRA THÀNH-PHỐ THỂ-THAO THIÊN-TAI THIẾT-CHẾ THÔNG-TIN THỰC-HIỆN THƯƠNG-BINH THỊ-TRẤN THỊ-XÃ
    TÌM-KIẾM TOÀN-DIỆN TỔ-CHỨC TÔN-GIÁO TRẬT-TỰ TRẺ-EM TRIỂN-KHAI TRUNG-TÂM TRUYỀN-THÔNG TUYÊN-TRUYỀN TƯ-PHÁP
    TƯ-TƯỞNG VĂN-HÓA VĂN-PHÒNG VẬN-TẢI VĂN-BẢN VỆ-SINH VIỆC-LÀM XÂY-DỰNG XÃ-HỘI Y-TẾ ĐẶC-KHU HẠ-TẦNG ĐÔ-THỊ ĐỀ-ÁN
    BAN-CHỈ BÁO-CHÍ BẢO-ĐẢM BẢO-HIỂM BẢO-TỒN BẢO-TRỢ BÌNH-ĐẲNG BỒI-DƯỠNG BUÔN-LẬU BƯU-CHÍNH CẢNH-QUAN CẦN-THIẾT CẤP-HUYỆN CẤP-TỈNH
    CƠ-BẢN CƠ-QUAN CƠ-SỞ CÔNG-CỘNG CÔNG-DÂN CÔNG-KHAI CÔNG-NGHIỆP CÔNG-TRÌNH CÔNG-ÍCH CỤ-THỂ CỬA-KHẨU CHÁY-NỔ CHĂM-SÓC CHĂN-NUÔI
    CHẤP-HÀNH CHẾ-ĐỘ CHỈ-SỐ CHỈ-TIÊU CHIẾN-LƯỢC CHÍNH-PHỦ CHÍNH-SÁCH CHÍNH-TRỊ CHỢ-SỐ CHUYÊN-ĐỀ CHUYÊN-NGHIỆP CHỨC-NĂNG CHỮA-CHÁY
    DÂN-CƯ DÂN-SINH DÂN-CHỦ DÂN-VẬN DỊCH-BỆNH DI-SẢN DI-TÍCH ĐẠI-BIỂU ĐẠI-HỘI ĐẢNG-BỘ ĐẢNG-VIÊN ĐẦU-TIÊN ĐẤU-TRANH ĐỀ-NGHỊ ĐIỀU-HÀNH
    ĐIỆN-LỰC ĐIỆN-TỬ ĐỊNH-DANH ĐỊNH-HƯỚNG ĐỊNH-KỲ ĐOÀN-KẾT ĐỐI-TƯỢNG ĐỐI-THOẠI ĐỘNG-VẬT ĐƠN-VỊ ĐƯỜNG-BỘ GIA-CẦM GIA-ĐÌNH GIA-SÚC
    GIAN-LẬN GIÁM-SÁT GIẢI-NGÂN GIẢI-PHÓNG GIẢI-QUYẾT GIÁO-VIÊN GIỚI-TÍNH HÀNG-GIẢ HÀNG-HÓA HÀNG-NĂM HẰNG-NĂM HIỆN-ĐẠI HIỆN-HÀNH
    HỌC-SINH HỌC-TẬP HỌC-VỤ HỘI-NGHỊ HỘI-NHẬP HỘI-VIÊN HỢP-TÁC HƯỚNG-DẪN HƯỚNG-NGHIỆP HỮU-CƠ KẾT-CẤU KẾT-NỐI KẾT-QUẢ KIỂM-SOÁT
    KIỂM-TRA KINH-DOANH KINH-PHÍ KỶ-NIỆM KHẢO-SÁT KHẮC-PHỤC KHẨN-CẤP KHÁM-BỆNH KHIẾU-NẠI KHOÁNG-SẢN KHÔNG-GIAN KHU-CÔNG KHU-DÂN
    KHU-PHỐ KHUYẾN-HỌC KHUYẾN-KHÍCH KHUYẾT-TẬT LÀNH-MẠNH LÃNG-PHÍ LÂM-NGHIỆP LIÊN-KẾT LIÊN-THÔNG LỒNG-GHÉP MẠNG-XÃ MÔ-HÌNH MÙA-MƯA
    NĂNG-LỰC NĂNG-LƯỢNG NỀN-NẾP NỀN-TẢNG NGÂN-SÁCH NGUỒN-LỰC NGUY-CƠ NGHỀ-NGHIỆP NGHỊ-QUYẾT NGHIÊN-CỨU NGƯỜI-CAO CAO-TUỔI NHÀ-NƯỚC
    NHÂN-LỰC NHÂN-RỘNG NHẬN-THỨC NHIỆM-KỲ PHÁT-ĐỘNG PHÁT-HIỆN PHÊ-DUYỆT PHỔ-BIẾN PHỔ-CẬP PHỐI-HỢP PHONG-TRÀO PHÒNG-NGỪA PHÒNG-THỦ
    PHỤ-NỮ PHỤC-HỒI PHỤC-VỤ PHƯƠNG-ÁN PHƯƠNG-TIỆN QUÂN-SỰ QUỐC-PHÒNG QUỐC-TẾ QUY-CHẾ QUY-ĐỊNH QUY-HOẠCH QUYẾT-ĐỊNH RA-QUÂN
    RÀ-SOÁT SÁNG-TẠO SINH-HOẠT SINH-VIÊN SỐ-HÓA SỞ-HỮU SƠ-KẾT SỨC-KHỎE TÁI-CƠ TÀI-SẢN TẠM-THỜI TẬP-HUẤN TẬP-THỂ TẬP-TRUNG TĂNG-CƯỜNG
    TĂNG-TRƯỞNG TIÊM-CHỦNG TIẾN-ĐỘ TIẾP-CẬN TIẾP-CÔNG TIẾP-NHẬN TIẾP-TỤC TIẾT-KIỆM TIÊU-CHÍ TIÊU-CHUẨN TIÊU-DÙNG TIÊU-THỤ TÍN-DỤNG
    TÌNH-HÌNH TÌNH-TRẠNG TOÀN-DÂN TOÀN-TRÌNH TỐ-CÁO TỔNG-KẾT TỔNG-THỂ TỘI-PHẠM TRẺ-HÓA TRÁCH-NHIỆM TRANG-TRẠI TRI-THỨC TRIỂN-LÃM
    TRÍ-TUỆ TRỒNG-RỪNG TRỒNG-TRỌT TRỢ-GIÚP TRỌNG-TÂM TRỌNG-ĐIỂM TRUNG-HẠN TRUNG-ƯƠNG TRUY-XUẤT TRƯỜNG-HỌC TỰ-NGUYỆN TƯ-VẤN ỨNG-DỤNG
    ỨNG-PHÓ ỨNG-CỨU ƯU-TIÊN VĂN-MINH VĂN-NGHỆ VẬN-ĐỘNG VẬN-HÀNH VẬT-NUÔI VẬT-TƯ VI-PHẠM VIỄN-THÔNG XÃ-HỘI XÂM-HẠI XUẤT-KHẨU XỬ-LÝ
    XÓA-ĐÓI Ý-THỨC THAM-GIA THAM-NHŨNG THAM-MƯU THANH-TOÁN THÀNH-LẬP THÀNH-PHẦN THÀNH-TÍCH THẨM-QUYỀN THÂM-CANH THI-ĐUA THI-HÀNH
    THÍ-ĐIỂM THIẾT-YẾU THIẾU-NHI THÍCH-ỨNG THÔN-BẢN THỐNG-KÊ THỐNG-NHẤT THỦ-TỤC THỦY-LỢI THỦY-SẢN THỰC-PHẨM THƯ-VIỆN THƯỜNG-TRỰC
    THƯỜNG-XUYÊN THƯƠNG-HIỆU THƯƠNG-MẠI
"""
_COMPOUNDS = frozenset(tuple(pair.split("-")) for pair in _COMPOUNDS_TYPED.split())
_MANY_WORDS = 26
_MOST_WIDTHS = 40
_ONE_LINE_MORE = 0.35


@lru_cache(maxsize=1024)
def collective_lines(name: str, room: int, size: float, style: str) -> tuple[str, ...]:
    """A body's name in as few lines as fit into `room` twips, evenly long; `ỦY BAN NHÂN DÂN` has its own line."""
    for head in _COLLECTIVES:
        if name.startswith(head + " "):
            return (head, *balanced(name[len(head) + 1 :], room, size, style))
    return balanced(name, room, size, style)


def balanced(text: str, room: int, size: float, style: str) -> tuple[str, ...]:
    """`text` in as few lines as fit into `room`, evenly long and well broken; no word is lost."""
    words = _words(text)
    sizes = [width(word, size, style) for word in words]
    space = width(" ", size, style)
    greedy = _wrapped(sizes, space, room)
    if len(greedy) < 2 or len(words) > _MANY_WORDS:
        return _joined(words, greedy)
    tears = _Tears(words)
    fitting = [
        (_cost(lengths, tears, starts) + more * _ONE_LINE_MORE, starts)
        for more in (0, 1)
        for starts in _breaks(len(words), len(greedy) + more)
        if max(lengths := _lengths(sizes, space, starts)) <= room
    ]
    return _joined(words, min(fitting, default=(0.0, greedy))[1])


def _breaks(words: int, lines: int) -> Iterator[tuple[int, ...]]:
    return ((0, *cuts) for cuts in combinations(range(1, words), lines - 1))


def _words(text: str) -> list[str]:
    """Cut at each single space: where there is room for a pen, empty words stand between the spaces."""
    return text.replace("\n", " ").split(" ")


def wrap(text: str, room: int, size: float, style: str) -> tuple[str, ...]:
    """Lines as Word breaks them: each takes as many words as fit."""
    words = _words(text)
    sizes = [width(word, size, style) for word in words]
    return _joined(words, _wrapped(sizes, width(" ", size, style), room))


@lru_cache(maxsize=1024)
def even_width(text: str, room: int, size: float, style: str) -> int:
    """The width, in twips, at which the lines of `text` are evenly long and well broken; one line more than it needs only for that."""
    words = _words(text)
    sizes = [width(word, size, style) for word in words]
    space = width(" ", size, style)
    fewest = len(_wrapped(sizes, space, room))
    if fewest < 2:
        return room
    tears = _Tears(words)
    fitting: dict[int, float] = {}
    narrower = room
    while len(starts := _wrapped(sizes, space, narrower)) <= fewest + 1 and len(fitting) < _MOST_WIDTHS:
        lengths = _lengths(sizes, space, starts)
        longest = max(lengths)
        if longest > narrower:  # a single word is wider: nothing narrower will look better
            break
        fitting[longest] = _cost(lengths, tears, starts) + _ONE_LINE_MORE * (len(starts) > fewest)
        narrower = longest - 1
    return min(fitting, key=fitting.__getitem__, default=room)


def rule_length(lines: tuple[str, ...], share: float, low: float, high: float, size: float, style: str) -> int:
    """A rule `share` of the longest line, and where that can be no more than `high` of the last one."""
    if not lines:
        return 0
    longest = max(width(line, size, style) for line in lines)
    last = width(lines[-1], size, style)
    return round(max(longest * low, min(longest * share, last * high)))


def _wrapped(sizes: list[int], space: int, room: int) -> tuple[int, ...]:
    """The indexes of the words that open a line."""
    starts: list[int] = []
    filled = room + 1
    for at, size in enumerate(sizes):
        filled += space + size
        if filled > room:
            starts.append(at)
            filled = size
    return tuple(starts)


def _lengths(sizes: list[int], space: int, starts: tuple[int, ...]) -> list[int]:
    edges = (*starts, len(sizes))
    return [sum(sizes[a:b]) + space * (b - a - 1) for a, b in pairwise(edges)]


def _joined(words: Sequence[str], starts: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(" ".join(words[a:b]) for a, b in pairwise((*starts, len(words))))


class _Tears(dict[int, float]):
    """How bad it is to break words before one of them, as far as it has been asked."""

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def __missing__(self, at: int) -> float:
        self[at] = cost = _tear(self._words, at)
        return cost


def _cost(lengths: list[int], tears: _Tears, starts: tuple[int, ...]) -> float:
    """How bad lines look: uneven lengths, and what is torn apart at their ends."""
    longest = max(lengths) or 1
    return sum([(1 - length / longest) ** 2 for length in lengths]) + sum([tears[at] for at in starts[1:]])


def _tear(words: list[str], at: int) -> float:
    before, after = words[at - 1], words[at]
    last, first = before.upper(), after.upper()
    cost = (
        0.6 * ((last, first.rstrip(",;:.”)")) in _COMPOUNDS)
        + 0.5 * (last in _OPENERS)
        + 0.5 * (first == "-")
        + 0.3 * (last == "-")
    )
    cost += 0.5 * (first[:1].isdigit() and not before.endswith((",", ";")))
    cost += 0.5 * (before.istitle() and after.istitle() and not before.endswith((",", ";", ".")))
    cost -= 0.2 * (first in _OPENERS or before.endswith((",", ";")))
    return cost - 0.2 * " ".join(words[:at]).upper().endswith(_HEADS)
