"""Names of bodies as rules need them: spelled as Phụ lục II asks, dissolved by date, above a commune, asked and not ordered."""

import re

#: Departments of a province, past and present, as they are spelled.
DEPARTMENTS = (
    "Nội vụ",
    "Tư pháp",
    "Tài chính",
    "Công Thương",
    "Nông nghiệp và Môi trường",
    "Xây dựng",
    "Khoa học và Công nghệ",
    "Văn hóa, Thể thao và Du lịch",
    "Giáo dục và Đào tạo",
    "Y tế",
    "Ngoại vụ",
    "Dân tộc và Tôn giáo",
    "Du lịch",
    "Thông tin và Truyền thông",
    "Kế hoạch và Đầu tư",
    "Giao thông vận tải",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Lao động - Thương binh và Xã hội",
)

#: Fields of departments and ministries that were merged on 2025-03-01, with the field that took them over.
MERGED = {
    "Thông tin và Truyền thông": "Khoa học và Công nghệ",
    "Kế hoạch và Đầu tư": "Tài chính",
    "Giao thông vận tải": "Xây dựng",
    "Tài nguyên và Môi trường": "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn": "Nông nghiệp và Môi trường",
    "Nông nghiệp và PTNT": "Nông nghiệp và Môi trường",
    "Lao động - Thương binh và Xã hội": "Nội vụ",
}

#: Rooms that districts had and that no commune has.
DISTRICT_ROOMS = (
    "Tài chính - Kế hoạch",
    "Văn hóa và Thông tin",
    "Văn hóa - Thông tin",
    "Nội vụ",
    "Tư pháp",
    "Giáo dục và Đào tạo",
    "Y tế",
    "Tài nguyên và Môi trường",
    "Lao động - Thương binh và Xã hội",
    "Nông nghiệp và Phát triển nông thôn",
    "Kinh tế và Hạ tầng",
    "Kinh tế - Hạ tầng",
    "Quản lý đô thị",
    "Dân tộc",
)

#: Bodies that a People's Committee asks and does not order.
ASKED = (
    r"(?:Ban Thường trực |Thường trực )?(?:Ủy ban |UB)?(?:Mặt trận Tổ quốc|MTTQ|Mặt trận)|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy"
    r"|(?:Thường trực |Ban (?:Pháp chế|Dân tộc|Đô thị|Kinh tế - [NX][^,.;]{4,9}|Văn hóa - Xã hội) (?:của )?)?(?:HĐND|Hội đồng nhân dân)|Ban (?:Tuyên giáo|Dân vận|Tổ chức)[^,.;]{0,25}(?:ủy)"
    r"|(?:Hội )?Liên hiệp Phụ nữ|Hội Nông dân|Hội Cựu chiến binh|Hội Chữ thập đỏ|Liên đoàn Lao động|Đoàn Thanh niên|(?:Tỉnh|Thành|Huyện|Quận|Thị)[ ]?[đĐ]oàn"
    r"|các tổ chức chính trị - xã hội|các đoàn thể"
)


def spaced(name: str) -> str:
    """A pattern for the name with any dash and any spaces in it."""
    return re.escape(name).replace(r"\ \-\ ", r"\s*[-–]\s*").replace(r"\ ", r"\s+")


def any_of(names: tuple[str, ...]) -> str:
    """A pattern for one of the names, the longest first."""
    return "|".join(spaced(name) for name in sorted(names, key=len, reverse=True))
