"""VH-06: the word for a river, a bay, a market written with a capital before its name: `Sông Cửu Long`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import begins_sentence
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import everywhere
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily

_RIVERS = "Cửu Long|Hồng|Vàm Cỏ|Hương|Mê Công|Mê Kông|Sài Gòn|Đồng Nai|Kỳ Cùng|Bằng Giang|Đà|Mã|Chảy|Gâm|Thái Bình|Bạch Đằng|Tiền|Hậu|Hàn|Thu Bồn"
_WORDS = ("Sông ", "Vịnh ", "Chợ ", "Biển ")
_NAMED = lazily(
    rf"\b(?:(?P<river>Sông) (?:{_RIVERS})(?! [A-ZĐ])|(?P<other>Vịnh (?:Hạ Long|Bắc Bộ|Thái Lan)|Chợ Bến Thành|Biển Cửa Lò))\b"
)
# After these the whole is a proper name: Công ty Sông Đà, thủy điện Sông Đà, xã Sông Mã, Báo Sông Hương.
_PROPER = lazily(
    r"\b(?:công ty|tập đoàn|tổng công ty|thủy điện|nhà máy|báo|tạp chí|quản lý|nhà hát|khách sạn|trường|cầu|cảng|quỹ|dự án|đoàn|đội|giải|tàu|"
    r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|xóm|ấp|khu|làng|di sản)\s+\Z",
    re.IGNORECASE,
)


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for found in _NAMED.finditer(spot.own) if any(word in spot.own for word in _WORDS) else ():
            if not begins_sentence(spot.text, found.start()) and not _PROPER.search(spot.own, 0, found.start()):
                shown = found.group()
                yield spot.hit(f'"{shown}" viết hoa cả từ chỉ địa hình; hãy sửa thành "{shown[0].lower()}{shown[1:]}".')


RULE = Rule(
    id="VH-06",
    name="từ chỉ địa hình viết hoa trước tên riêng",
    severity=Severity.INFO,
    citation=decree("PL2-III.1d"),
    manual=Manual(
        what="Từ chung chỉ địa hình đi liền với tên riêng thì viết thường: sông Cửu Long, vịnh Hạ Long, chợ Bến Thành.",
        why="Chỉ khi từ ấy đã thành một phần của địa danh (Cửa Lò, Vũng Tàu, Cầu Giấy) mới viết hoa.",
        instead="Viết thường chữ sông, vịnh, biển, chợ. kedraft chỉ nhắc với những tên sông, vịnh lớn; địa danh khác thì không rà được.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn học tập mô hình của các tỉnh vùng đồng bằng Sông Cửu Long./."),
        plan(closing="Bảo vệ môi trường lưu vực Sông Kỳ Cùng, tuyên truyền quảng bá Vịnh Hạ Long./."),
    ),
    good=(
        plan(
            closing="Sông Kỳ Cùng chảy qua xã; các tỉnh đồng bằng sông Cửu Long, Cửa Lò, thủy điện Sông Đà, xã Sông Mã./."
        ),
        plan(closing="Tuyên truyền về chủ quyền biển, đảo trên Biển Đông, vịnh Hạ Long, vịnh Bắc Bộ./."),
    ),
)
