"""Who took over from a body that is gone: one, or several of which the words of a plan show the right one."""

import re

from kedraft.agencies.rows import AGENCIES
from kedraft.agencies.table import MERGER, Agency, counterpart

#: Many successors: which one depends on what the sentence is about. The first entry is the one named in a question.
SPLIT: dict[str, tuple[str, ...]] = {
    "so-tttt": ("Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"),
    "bo-tttt": ("Bộ Khoa học và Công nghệ", "Bộ Văn hóa, Thể thao và Du lịch"),
    "so-ldtbxh": ("Sở Nội vụ", "Sở Y tế", "Sở Nông nghiệp và Môi trường", "Sở Giáo dục và Đào tạo"),
    "bo-ldtbxh": ("Bộ Nội vụ", "Bộ Y tế", "Bộ Nông nghiệp và Môi trường", "Bộ Giáo dục và Đào tạo"),
    "ban-dan-toc": ("Sở Dân tộc và Tôn giáo",),
    "toa-an-huyen": ("Tòa án nhân dân khu vực",),
    "vks-huyen": ("Viện kiểm sát nhân dân khu vực",),
    "cong-an-huyen": ("Công an cấp xã", "Công an tỉnh"),
    "bchqs-huyen": ("Ban Chỉ huy Quân sự cấp xã", "Ban Chỉ huy phòng thủ khu vực"),
    "thanh-tra-huyen": ("Thanh tra tỉnh",),
    "tt-y-te-huyen": ("Trạm Y tế cấp xã", "Trung tâm Y tế khu vực"),
    "thue-huyen": ("Thuế cơ sở",),
    "bhxh-huyen": ("Bảo hiểm xã hội cơ sở",),
    "dptth-tinh": ("Báo và phát thanh, truyền hình tỉnh",),
}

#: Which of the successors in SPLIT, by what a sentence or a plan is about; None: a third body, which no row names, or
#: one whose name differs from province to province.
_TOPICS: dict[str, tuple[tuple[str, str | None], ...]] = {
    "tttt": (
        (
            r"chuyển đổi số|công nghệ thông tin|công nghệ số|kinh tế số|xã hội số|chính quyền (?:số|điện tử)|bưu chính|viễn thông"
            r"|chữ ký số|hạ tầng số|nền tảng số|kỹ năng số|dữ liệu số|ứng dụng CNTT",
            "Khoa học và Công nghệ",
        ),
        (
            r"báo chí|xuất bản|thông tin cơ sở|truyền thanh|thông tin đối ngoại|tuyên truyền",
            "Văn hóa, Thể thao và Du lịch",
        ),
        (r"an toàn thông tin|an ninh mạng", None),  # the police
    ),
    "ldtbxh": (
        (r"việc làm|người có công|tiền lương|vệ sinh lao động|bình đẳng giới|xuất khẩu lao động", "Nội vụ"),
        (r"trẻ em|bảo trợ xã hội|trợ giúp xã hội|người cao tuổi|người khuyết tật", "Y tế"),
        (r"giảm nghèo|hộ nghèo|hộ cận nghèo", "Nông nghiệp và Môi trường"),
        (r"giáo dục nghề nghiệp|đào tạo nghề|dạy nghề", "Giáo dục và Đào tạo"),
        (r"cai nghiện|ma túy", None),
    ),
}


def heir(row: Agency, *topics: str) -> str | None:
    """The one body that took over from a row's that is gone; `topics`: what to tell by, the nearest words first.

    None where the work went to several and the words do not show to which.
    """
    several = SPLIT.get(row.id, ())
    if len(several) == 1:
        return several[0]
    if not several:
        other = counterpart(AGENCIES, row.fields, row.level, MERGER)
        return other.name if other else None
    head, _, field = row.id.partition("-")
    for words in topics:
        told = {name for pattern, name in _TOPICS.get(field, ()) if re.search(pattern, words, re.IGNORECASE)}
        if told:
            name = told.pop() if len(told) == 1 else None
            # The department for culture bears other names in some provinces and cities.
            sure = name and not (head == "so" and name.startswith("Văn hóa"))
            return f"{'Sở' if head == 'so' else 'Bộ'} {name}" if sure else None
    return None
