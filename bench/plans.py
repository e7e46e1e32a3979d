"""Plans of any length, written for the benchmark: nothing of them is a real document."""

from collections.abc import Iterator
from itertools import cycle, islice

from kedraft.model.inline import Inline
from kedraft.model.plan import (
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marker,
    Paragraph,
    PlaceAndDate,
    Plan,
    Recipient,
    Signatory,
)

#: Groups of six paragraphs that fill a page and leave room for head and foot, counted in the PDF that LibreOffice makes.
_GROUPS = {3: 7, 10: 28, 50: 147, 250: 740}
_HEADINGS = ("NHIỆM VỤ TRỌNG TÂM", "GIẢI PHÁP THỰC HIỆN", "PHÂN CÔNG TRÁCH NHIỆM", "TỔ CHỨC THỰC HIỆN")
_GROUPS_OF_A_SECTION = 12
#: A sentence is one of each; their numbers have no common divisor, so that it takes long until one comes again.
_VERBS = (
    "Tuyên truyền, vận động người dân", "Hướng dẫn các hộ kinh doanh", "Hỗ trợ người cao tuổi, người khuyết tật",
    "Tập huấn cho cán bộ thôn và tổ công nghệ số cộng đồng", "Khuyến khích hợp tác xã, cơ sở sản xuất",
    "Giao các đơn vị trường học", "Đôn đốc công chức, viên chức", "Phối hợp với đoàn thanh niên, hội phụ nữ",
)  # fmt: skip
_OBJECTS = (
    "sử dụng dịch vụ công trực tuyến toàn trình", "thanh toán không dùng tiền mặt tại chợ và cửa hàng",
    "cài đặt, sử dụng ứng dụng định danh điện tử mức độ 2", "đưa nông sản lên sàn thương mại điện tử",
    "tra cứu thông tin khám bệnh, bảo hiểm trên điện thoại", "nhận biết, phòng tránh lừa đảo trên không gian mạng",
    "nộp hồ sơ đất đai, hộ tịch từ xa", "tham gia lớp học kỹ năng số buổi tối tại nhà văn hóa",
    "phản ánh kiến nghị qua ứng dụng của chính quyền",
)  # fmt: skip
_WAYS = (
    "gắn với sinh hoạt thường kỳ của thôn, bảo đảm thiết thực, tiết kiệm", "hoàn thành trước ngày 15/6/2026, báo cáo bằng văn bản",
    "phấn đấu đạt 70% trở lên trong năm 2026", "mỗi quý kiểm tra một lần, công khai kết quả trên Trang thông tin điện tử xã",
    "ưu tiên các thôn ở xa trung tâm, đi lại khó khăn",
)  # fmt: skip


def plan(pages: int) -> Plan:
    """A commune's plan of about 3, 10, 50 or 250 pages: headings, run-in headings, points, dashes; no tables."""
    groups = list(islice(_groups(), _GROUPS[pages]))
    cut = range(0, len(groups), _GROUPS_OF_A_SECTION)
    return Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN XÃ BA SƠN", level=Level.COMMUNE),
        number=DocumentNumber(symbol="KH-UBND"),
        place_and_date=PlaceAndDate(place="Ba Sơn", date="2026-02"),
        subject="Phổ cập kỹ năng số cho người dân trên địa bàn xã Ba Sơn năm 2026",
        opening=(
            _paragraph(
                "Thực hiện Kế hoạch số 21/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về phổ cập kỹ năng số "
                "cho người dân năm 2026, Ủy ban nhân dân xã ban hành Kế hoạch thực hiện như sau:"
            ),
        ),
        sections=tuple(
            _section(number, groups[start : start + _GROUPS_OF_A_SECTION]) for number, start in enumerate(cut, 1)
        ),
        closing=(_paragraph("Trên đây là Kế hoạch phổ cập kỹ năng số, yêu cầu các đơn vị nghiêm túc thực hiện./."),),
        recipients=tuple(
            Recipient(text=text)
            for text in ("UBND tỉnh (b/c)", "TT Đảng ủy xã (b/c)", "Các phòng, đơn vị", "Các thôn", "Lưu: VT, VHXH")
        ),
        signatory=Signatory(
            authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="PHÓ CHỦ TỊCH", name="Phạm Thị D"
        ),
    )


def _section(number: int, groups: list[list[tuple[Marker, str, str]]]) -> Item:
    title = _HEADINGS[(number - 1) % len(_HEADINGS)]
    return Item(
        id=f"S{number}",
        marker=Marker.ROMAN,
        label=f"{roman(number)}.",
        heading=Inline(text=title),
        children=tuple(
            _item(f"S{number}.{at}.{line}", marker, label, text, at)
            for at, group in enumerate(groups, 1)
            for line, (marker, label, text) in enumerate(group)
        ),
    )


def _item(node: str, marker: Marker, label: str, text: str, at: int) -> Item:
    if marker is Marker.ARABIC:
        heading, _, words = text.partition(": ")
        run_in = Inline(text=f"{heading}:")
        return Item(id=node, marker=marker, label=f"{at}.", heading=run_in, text=Inline(text=words))
    return Item(id=node, marker=marker, label=label, text=Inline(text=text))


def _groups() -> Iterator[list[tuple[Marker, str, str]]]:
    """Six paragraphs each: a clause with a run-in heading, two points, three dashes; no two groups are the same."""
    tasks = (
        f"{verb} {thing}; {way}."
        for verb, thing, way in zip(cycle(_VERBS), cycle(_OBJECTS), cycle(_WAYS), strict=False)
    )
    number = 0
    while True:
        number += 1
        yield [
            (Marker.ARABIC, "", f"Nhiệm vụ thứ {number}: {next(tasks)}"),
            (Marker.LETTER, "a)", f"{next(tasks)} ({number}a)"),
            (Marker.LETTER, "b)", f"{next(tasks)} ({number}b)"),
            (Marker.DASH, "-", f"Thời gian: tháng {number % 12 + 1} năm 2026."),
            (Marker.DASH, "-", f"{next(tasks)} ({number}c)"),
            (Marker.DASH, "-", "Kinh phí: từ dự toán ngân sách xã."),
        ]


def source_text(paragraphs: int, after: int = 0) -> bytes:
    """A province's plan as text, of about so many paragraphs, that can be read, inherited and checked.

    Its sentences are those that come after the first `after` of all: two plans need not share one.
    """
    lines = [
        "ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN", "-------", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "", "Số: 07/KH-UBND", "", "Lạng Sơn, ngày 05 tháng 02 năm 2026", "", "KẾ HOẠCH", "",
        "Phổ cập kỹ năng số cho người dân trên địa bàn tỉnh năm 2026", "", "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", "",
    ]  # fmt: skip
    groups = islice(_groups(), after // 6, (after + paragraphs) // 6)
    for at, group in enumerate(groups):
        if at % _GROUPS_OF_A_SECTION == 0:
            section = at // _GROUPS_OF_A_SECTION
            lines += [f"{roman(section + 1)}. {_HEADINGS[section % len(_HEADINGS)]}", ""]
        for marker, label, text in group:
            shown = f"{at % _GROUPS_OF_A_SECTION + 1}." if marker is Marker.ARABIC else label
            lines += [f"{shown} {text}", ""]
    lines += ["Trên đây là Kế hoạch phổ cập kỹ năng số./.", "", "Nơi nhận:", "- Các sở, ban, ngành;", "- Lưu: VT.", ""]
    lines += ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nguyễn Văn A", ""]
    return "\n".join(lines).encode()


def sections_of(paragraphs: int) -> int:
    """How many sections `source_text` has."""
    return -(-(paragraphs // 6) // _GROUPS_OF_A_SECTION)


def roman(number: int) -> str:
    """4 -> IV."""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text=Inline(text=text))
