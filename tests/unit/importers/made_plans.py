"""Whole plans made of parts: a content, a marker set, a header, a foot and a layout, each with its truth.

The sentences are the tests' own. A builder writes the text as portals, converters and scanners leave it; `Made.truth` says what
a person would read out of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kedraft.importers.parse import parse
from kedraft.importers.text import read_text
from kedraft.model.parsed import ParsedNode, ParsedPlan
from kedraft.report.plan_json import cited
from kedraft.vietnamese.labels import Marker, point, roman
from kedraft.vietnamese.text import squeeze

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True)
class Entry:
    """A node of the content: its heading or sentence, and what stands below."""

    words: str
    below: tuple["Entry", ...] = ()
    run_in: str | None = None


@dataclass(frozen=True)
class Content:
    """What a plan says, without its shape."""

    subject: str
    opening: tuple[str, ...]
    sections: tuple[Entry, ...]
    closing: str | None
    cited: tuple[str, ...]


@dataclass(frozen=True)
class Truth:
    """What a person reads; `headings` are printed labels with headings, `counts` the numbered items of level 2."""

    superior: str | None = None
    issuer: str | None = "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"
    level: str | None = "province"
    number: str | None = "57"
    symbol: str | None = "KH-UBND"
    place: str | None = "Lạng Sơn"
    date: str | None = "2024-03-05"
    subject: str | None = None
    headings: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    cited: tuple[str, ...] = ()
    authority: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    position: str | None = "PHÓ CHỦ TỊCH"
    second: str | None = None
    name: str | None = "Hoàng Văn Bình"
    recipients: int = 5
    annexes: int = 0
    wrapped_in: str | None = None


@dataclass(frozen=True)
class Made:
    """A text and what is to be read out of it."""

    text: str
    truth: Truth


def read_back(parsed: ParsedPlan) -> Truth:
    """What the parser read, in the shape of a truth."""
    return Truth(
        superior=parsed.superior,
        issuer=parsed.issuer,
        level=parsed.level.value if parsed.level else None,
        number=parsed.number,
        symbol=parsed.symbol,
        place=parsed.place,
        date=parsed.date,
        subject=parsed.subject,
        headings=tuple(first_words(node) for node in parsed.sections),
        counts=tuple(numbered(node) for node in parsed.sections),
        cited=tuple(one.number for one in cited(parsed) if one.number),
        authority=parsed.authority,
        position=parsed.position,
        second=parsed.second_position,
        name=parsed.signed_by,
        recipients=len(parsed.recipients),
        annexes=len(parsed.annexes),
        wrapped_in=parsed.wrapped_in,
    )


def first_words(node: ParsedNode) -> str:
    """Label and heading of a node, or the first words of its text."""
    own = node.heading or node.text
    return squeeze(f"{node.label or ''} {own.text if own else ''}")


def numbered(node: ParsedNode) -> int:
    """How many numbered items stand directly below."""
    plain = (Marker.DASH, Marker.PLUS, Marker.BULLET, Marker.NONE)
    return sum(child.marker not in plain for child in node.children)


def parsed(text: str, name: str = "ke-hoach.txt") -> ParsedPlan:
    """The parsed plan of a text file with these words."""
    return parse(read_text(text.encode(), name))


# --- contents --------------------------------------------------------------------------------------------------------


def _e(words: str, *below: Entry | str, run_in: str | None = None) -> Entry:
    return Entry(words, tuple(Entry(one) if isinstance(one, str) else one for one in below), run_in)


WATER = Content(
    subject="Bảo vệ nguồn nước sinh hoạt nông thôn trên địa bàn tỉnh năm 2024",
    opening=(
        "Thực hiện Quyết định số 1234/QĐ-TTg ngày 15/01/2024 của Thủ tướng Chính phủ về việc phê duyệt Chương trình nước sạch "
        "nông thôn; Nghị quyết số 45/NQ-HĐND ngày 08/12/2023 của Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch "
        "bảo vệ nguồn nước sinh hoạt nông thôn trên địa bàn tỉnh năm 2024 như sau:",
    ),
    sections=(
        _e(
            "Mục đích, yêu cầu",
            _e(
                "Mục đích",
                "Giữ cho các mó nước, giếng đào và bể chứa của thôn bản luôn sạch, đủ dùng cho người dân trong cả mùa khô lẫn mùa mưa.",
                "Nâng cao ý thức của từng hộ gia đình trong việc gìn giữ nguồn nước chung.",
            ),
            _e(
                "Yêu cầu",
                "Việc làm phải thiết thực, tiết kiệm, phù hợp với phong tục của từng dân tộc.",
                "Phân công rõ người, rõ việc, rõ thời gian và rõ kết quả phải đạt.",
            ),
        ),
        _e(
            "Nội dung thực hiện",
            _e(
                "Rà soát hiện trạng các nguồn nước",
                "Lập danh sách các mó nước, giếng đào đang sử dụng và đánh dấu trên bản đồ của từng xã.",
                "Lấy mẫu kiểm nghiệm tại những nơi có nguy cơ nhiễm bẩn cao sau các đợt lũ.",
            ),
            _e(
                "Trồng cây, phát dọn khu đầu nguồn",
                "Mỗi thôn trồng thêm cây bản địa quanh khu đầu nguồn theo hướng dẫn của kiểm lâm địa bàn.",
            ),
            _e(
                "Sửa chữa đường ống và bể chứa",
                "Ưu tiên các công trình phục vụ trường học, trạm y tế và khu tái định cư.",
                "Vận động người dân góp ngày công trong thời gian nông nhàn.",
            ),
        ),
        _e(
            "Kinh phí thực hiện",
            _e(
                "Kinh phí lấy từ dự toán chi thường xuyên được giao hằng năm và các nguồn huy động hợp pháp khác theo quy định hiện hành."
            ),
        ),
        _e(
            "Tổ chức thực hiện",
            _e(
                "Sở Nông nghiệp và Phát triển nông thôn",
                "Chủ trì, phối hợp với Sở Y tế, Sở Tài chính hướng dẫn các địa phương triển khai Kế hoạch này.",
                "Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm.",
            ),
            _e(
                "Sở Y tế",
                "Kiểm nghiệm chất lượng nước theo kế hoạch và thông báo kết quả cho người dân biết.",
            ),
            _e(
                "Ủy ban nhân dân các huyện, thành phố",
                "Chỉ đạo Ủy ban nhân dân cấp xã phân công cán bộ theo dõi từng công trình.",
            ),
        ),
    ),
    closing=(
        "Trên đây là Kế hoạch bảo vệ nguồn nước sinh hoạt nông thôn năm 2024, đề nghị các đơn vị nghiêm túc triển khai thực hiện./."
    ),
    cited=("1234/QĐ-TTg", "45/NQ-HĐND"),
)

READING = Content(
    subject="Phát triển văn hóa đọc trong cộng đồng giai đoạn 2024 - 2026, định hướng đến năm 2030",
    opening=(
        "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;",
        "Căn cứ Chỉ thị số 16-CT/TU ngày 02/02/2023 của Ban Thường vụ Tỉnh ủy về tăng cường sự lãnh đạo của Đảng đối với công tác thư viện;",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển văn hóa đọc với những nội dung sau:",
    ),
    sections=(
        _e(
            "Quan điểm và mục tiêu",
            _e("Quan điểm chỉ đạo", "Sách đến tay người đọc là thước đo kết quả, không chạy theo hình thức."),
            _e(
                "Mục tiêu đến năm 2026",
                "Phấn đấu 80% số xã có điểm đọc sách phục vụ người dân ngoài giờ hành chính.",
                "Ít nhất 60% học sinh tiểu học mượn sách thư viện hằng tháng.",
            ),
        ),
        _e(
            "Nhiệm vụ và giải pháp chủ yếu",
            _e(
                "Bổ sung sách",
                "Mỗi điểm đọc được bổ sung sách mới hai lần trong một năm, chú ý sách về nông nghiệp và sách cho trẻ nhỏ.",
            ),
            _e(
                "Từ tháng 3 đến tháng 11 năm 2024, mở các lớp bồi dưỡng nghiệp vụ cho người trông coi điểm đọc.",
                run_in="Tập huấn",
            ),
        ),
        _e(
            "Tổ chức thực hiện",
            _e(
                "Sở Văn hóa, Thể thao và Du lịch",
                "Là cơ quan thường trực, hướng dẫn chuyên môn và kiểm tra các địa phương.",
            ),
            _e("Sở Giáo dục và Đào tạo", "Đưa tiết đọc sách vào sinh hoạt của nhà trường."),
            _e("Các tổ chức chính trị - xã hội", "Vận động đoàn viên, hội viên tặng sách cho điểm đọc."),
            _e("Ủy ban nhân dân các xã, phường", "Bố trí phòng đọc, cử người trông coi và báo cáo kết quả."),
        ),
    ),
    closing=(
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Văn hóa, Thể thao và Du lịch để được hướng dẫn./."
    ),
    cited=("16-CT/TU",),
)

# --- marker sets -----------------------------------------------------------------------------------------------------

Labels = Callable[[tuple[int, ...]], str]


def _section_of(path: tuple[int, ...]) -> str:
    return f"{roman(path[0])}."


def _sets() -> dict[str, Labels]:
    def deeper(path: tuple[int, ...], *rest: Callable[[tuple[int, ...]], str]) -> str:
        return rest[len(path) - 2](path) if len(path) >= 2 else _section_of(path)

    dash = lambda path: "-"  # noqa: E731
    number = lambda path: f"{path[-1]}."  # noqa: E731
    letter = lambda path: f"{point(path[-1])})"  # noqa: E731
    return {
        "1. -": lambda p: deeper(p, number, dash),
        "1. a)": lambda p: deeper(p, number, letter),
        "1. 1.1.": lambda p: deeper(p, number, lambda q: f"{q[-2]}.{q[-1]}."),
        "1. 1.1": lambda p: deeper(p, number, lambda q: f"{q[-2]}.{q[-1]}"),
        "1. (1)": lambda p: deeper(p, number, lambda q: f"({q[-1]})"),
        "1. +": lambda p: deeper(p, number, lambda q: "+"),
        "1/ -": lambda p: f"{roman(p[0])}/" if len(p) == 1 else deeper(p, lambda q: f"{q[-1]}/", dash),
        "II-": lambda p: f"{roman(p[0])}-" if len(p) == 1 else deeper(p, lambda q: f"{q[-1]}-", dash),
        "I. 1)": lambda p: deeper(p, lambda q: f"{q[-1]})", dash),
        "I. a)": lambda p: deeper(p, letter, dash),
        "I. 1.1.1.": lambda p: deeper(p, number, lambda q: f"{q[0]}.{q[-2]}.{q[-1]}."),
        "1. 1.1. level 1": lambda p: f"{p[0]}." if len(p) == 1 else ".".join(map(str, p)) + "." if len(p) == 2 else "-",
        "1. a) level 1": lambda p: f"{p[0]}." if len(p) == 1 else letter(p) if len(p) == 2 else "-",
        "Phần I": lambda p: f"Phần {roman(p[0])}." if len(p) == 1 else deeper(p, number, dash),
        "Phần thứ": lambda p: (
            f"Phần thứ {('nhất', 'hai', 'ba', 'tư')[p[0] - 1]}:" if len(p) == 1 else deeper(p, number, dash)
        ),
        "A. I.": lambda p: (
            f"{'ABCDE'[p[0] - 1]}." if len(p) == 1 else f"{roman(p[-1])}." if len(p) == 2 else f"{p[-1]}."
        ),
        "A. 1.": lambda p: f"{'ABCDE'[p[0] - 1]}." if len(p) == 1 else deeper(p, number, dash),
        "Điều": lambda p: f"Điều {p[0]}." if len(p) == 1 else deeper(p, number, letter),
        "• level 3": lambda p: deeper(p, number, lambda q: "•"),
        "* level 3": lambda p: deeper(p, number, lambda q: "*"),
        "I.1.": lambda p: deeper(p, lambda q: f"{roman(q[0])}.{q[-1]}.", dash),
        "Mục I": lambda p: f"Mục {roman(p[0])}." if len(p) == 1 else deeper(p, number, dash),
    }


MARKERS: dict[str, Labels] = _sets()


@dataclass(frozen=True)
class Shape:
    """How a content is written."""

    content: Content = WATER
    markers: str = "1. -"
    upper: bool = True
    bold: bool = False
    space: str = " "
    gap: str = "\n\n"
    header: Callable[[str], str] = field(default=lambda subject: header_lines(subject))
    foot: Callable[[], str] = field(default=lambda: foot_plain())
    before: str = ""
    after: str = ""
    change: Callable[[str], str] = field(default=lambda text: text)
    truth: Truth = Truth()


def make(shape: Shape) -> Made:
    """The text of a shape, and its truth."""
    content = shape.content
    lines: list[str] = list(content.opening)
    labels = MARKERS[shape.markers]
    headings: list[str] = []
    for n, section in enumerate(content.sections, 1):
        words = section.words.upper() if shape.upper else section.words
        label = labels((n,))
        headings.append(squeeze(f"{label} {words}"))
        lines.append(_bold(f"{label}{shape.space}{words}", shape.bold))
        lines += _below(section, (n,), labels)
    if content.closing:
        lines.append(content.closing)
    subject = content.subject.upper() if shape.upper else content.subject
    text = shape.gap.join([shape.header(subject), *lines, shape.foot()])
    counts = tuple(sum(bool(one.below or one.run_in) for one in section.below) for section in content.sections)
    if shape.markers == "1. a) level 1":
        pass
    truth = replace(shape.truth, subject=subject, headings=tuple(headings), counts=counts, cited=content.cited)
    return Made(shape.change(f"{shape.before}{text}\n{shape.after}"), truth)


def _below(entry: Entry, path: tuple[int, ...], labels: Labels) -> list[str]:
    lines: list[str] = []
    for n, one in enumerate(entry.below, 1):
        here = (*path, n)
        if len(path) == 1 and not (one.below or one.run_in):
            lines.append(one.words)
            continue
        own = f"{one.run_in}: {one.words}" if one.run_in else one.words
        lines.append(f"{labels(here)} {own}")
        lines += _below(one, here, labels)
    return lines


def _bold(line: str, bold: bool) -> str:
    return f"**{line}**" if bold else line


# --- headers ---------------------------------------------------------------------------------------------------------

NUMBER = "Số: 57/KH-UBND"
DATELINE = "Lạng Sơn, ngày 05 tháng 3 năm 2024"


def header_lines(
    subject: str, number: str = NUMBER, dateline: str = DATELINE, issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN"
) -> str:
    """Each part on lines of its own, rules below."""
    return f"{issuer}\n-------\n\n{NATION}\n{MOTTO}\n---------------\n\n{number}\n\n{dateline}\n\nKẾ HOẠCH\n\n{subject}"


def header_columns(subject: str) -> str:
    """Two columns kept by spaces."""
    return (
        f"ỦY BAN NHÂN DÂN          {NATION}\n  TỈNH LẠNG SƠN                 {MOTTO}\n"
        f"{NUMBER}                 {DATELINE}\n\nKẾ HOẠCH\n{subject}"
    )


def header_pipes(subject: str) -> str:
    """A two-column table in pipes."""
    return (
        f"| ỦY BAN NHÂN DÂN<br>TỈNH LẠNG SƠN | {NATION}<br>{MOTTO} |\n| --- | --- |\n| {NUMBER} | {DATELINE} |\n\n"
        f"KẾ HOẠCH\n\n{subject}"
    )


def header_pipes_loose(subject: str) -> str:
    """Pipes without outer bars."""
    return (
        f"ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN ------- | {NATION} {MOTTO} --------------- |\n{NUMBER} | {DATELINE} |\n"
        f"KẾ HOẠCH\n{subject}"
    )


def header_broken(subject: str) -> str:
    """Lines broken anywhere."""
    return (
        f"ỦY\nBAN NHÂN DÂN\nTỈNH LẠNG SƠN\n\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh\nphúc\n\nSố:\n57/KH-UBND\n\n"
        f"Lạng Sơn, ngày 05 tháng 3\nnăm 2024\n\nKẾ\nHOẠCH\n\n{subject}"
    )


def header_one_line(subject: str) -> str:
    """Everything above the title in one line."""
    return f"ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN {NATION} {MOTTO} {NUMBER} {DATELINE}\nKẾ HOẠCH\n{subject}"


def header_nation_first(subject: str) -> str:
    """The Quốc hiệu before the body's name."""
    return f"{NATION}\n{MOTTO}\n\nỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n{NUMBER}\n{DATELINE}\n\nKẾ HOẠCH\n\n{subject}"


def header_title_with_subject(subject: str) -> str:
    """Title and subject in one line."""
    return f"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n{NATION}\n{MOTTO}\n{NUMBER}\n{DATELINE}\nKẾ HOẠCH {subject}"


def header_subject_broken(subject: str) -> str:
    """The subject over three lines."""
    words = subject.split()
    third = len(words) // 3
    parts = (" ".join(words[:third]), " ".join(words[third : 2 * third]), " ".join(words[2 * third :]))
    return header_lines("\n".join(parts))


def header_markdown(subject: str) -> str:
    """Stars and hashes."""
    return f"**ỦY BAN NHÂN DÂN**\n**TỈNH LẠNG SƠN**\n\n**{NATION}**\n**{MOTTO}**\n\n{NUMBER}\n\n*{DATELINE}*\n\n## **KẾ HOẠCH**\n\n### **{subject}**"


def header_absent(subject: str) -> str:
    """Only the title."""
    return f"KẾ HOẠCH\n\n{subject}"


HEADERS: dict[str, tuple[Callable[[str], str], dict[str, str | None]]] = {
    "lines": (header_lines, {}),
    "columns": (header_columns, {}),
    "pipes": (header_pipes, {}),
    "loose pipes": (header_pipes_loose, {}),
    "broken": (header_broken, {}),
    "one line": (header_one_line, {}),
    "nation first": (header_nation_first, {}),
    "title with subject": (header_title_with_subject, {}),
    "subject broken": (header_subject_broken, {}),
    "markdown": (header_markdown, {}),
    "absent": (
        header_absent,
        {"issuer": None, "level": "province", "number": None, "symbol": None, "place": None, "date": None},
    ),
}


def _blank(
    number: str,
    dateline: str,
    expected_number: str | None,
    expected_date: str | None,
    symbol: str | None = "KH-UBND",
    place: str | None = "Lạng Sơn",
) -> tuple[Callable[[str], str], dict[str, str | None]]:
    return (
        lambda subject: header_lines(subject, number=number, dateline=dateline),
        {"number": expected_number, "date": expected_date, "symbol": symbol, "place": place},
    )


#: Numbers and days in the notations that offices leave them in.
BLANKS: dict[str, tuple[Callable[[str], str], dict[str, str | None]]] = {
    "nothing": _blank("Số: /KH-UBND", "Lạng Sơn, ngày tháng 3 năm 2024", None, "2024-03"),
    "dots": _blank("Số: ....../KH-UBND", "Lạng Sơn, ngày ..... tháng 3 năm 2024", None, "2024-03"),
    "ellipses": _blank("Số: …/KH-UBND", "Lạng Sơn, ngày … tháng … năm 2024", None, "2024"),
    "lines": _blank("Số: ____/KH-UBND", "Lạng Sơn, ngày ___ tháng 03 năm 2024", None, "2024-03"),
    "brackets": _blank("Số: [...]/KH-UBND", "Lạng Sơn, ngày [...] tháng 3 năm 2024", None, "2024-03"),
    "spaces": _blank("Số:        /KH-UBND", "Lạng Sơn, ngày      tháng 3 năm 2024", None, "2024-03"),
    "leading zero": _blank("Số: 07/KH-UBND", "Lạng Sơn, ngày 5 tháng 03 năm 2024", "07", "2024-03-05"),
    "spaces around the bar": _blank("Số: 157 / KH - UBND", "Lạng Sơn , ngày 05 tháng 03 năm 2024", "157", "2024-03-05"),
    "no colon": _blank("Số 157/KH-UBND", "Lạng Sơn, ngày 05/3/2024", "157", "2024-03-05"),
    "impossible day": _blank("Số: 157/KH-UBND", "Lạng Sơn, ngày 31 tháng 02 năm 2024", "157", None),
    "long symbol": _blank("Số: 157/KH-BCĐ389", "Lạng Sơn, ngày 05 tháng 3 năm 2024", "157", "2024-03-05", "KH-BCĐ389"),
    "city": _blank(
        "Số: 1570/KH-UBND", "TP. Hồ Chí Minh, ngày 05 tháng 3 năm 2024", "1570", "2024-03-05", place="TP. Hồ Chí Minh"
    ),
    "letter": _blank("Số: 157a/KH-UBND", "Lạng Sơn, ngày 05 tháng 3 năm 2024", "157a", "2024-03-05"),
}

ISSUERS: dict[str, tuple[str, str | None, str, str]] = {
    "department": (
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nSỞ TƯ PHÁP",
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "SỞ TƯ PHÁP",
        "province",
    ),
    "commune": (
        "UBND HUYỆN CHI LĂNG\nỦY BAN NHÂN DÂN\nXÃ VÂN THỦY",
        "UBND HUYỆN CHI LĂNG",
        "ỦY BAN NHÂN DÂN XÃ VÂN THỦY",
        "commune",
    ),
    "district": ("ỦY BAN NHÂN DÂN\nHUYỆN CHI LĂNG", None, "ỦY BAN NHÂN DÂN HUYỆN CHI LĂNG", "district"),
    "town": ("ỦY BAN NHÂN DÂN\nTHỊ XÃ NGHĨA LỘ", None, "ỦY BAN NHÂN DÂN THỊ XÃ NGHĨA LỘ", "district"),
    "city": ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI", None, "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "province"),
    "ministry": ("BỘ Y TẾ", None, "BỘ Y TẾ", "central"),
    "ministry's office": ("BỘ Y TẾ\nCỤC Y TẾ DỰ PHÒNG", "BỘ Y TẾ", "CỤC Y TẾ DỰ PHÒNG", "central"),
    "committee": (
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nBAN CHỈ ĐẠO PHÒNG, CHỐNG\nTHIÊN TAI",
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "BAN CHỈ ĐẠO PHÒNG, CHỐNG THIÊN TAI",
        "province",
    ),
    "ward": ("UBND QUẬN LONG BIÊN\nUBND PHƯỜNG BỒ ĐỀ", "UBND QUẬN LONG BIÊN", "UBND PHƯỜNG BỒ ĐỀ", "commune"),
    "room": (
        "UBND HUYỆN CHI LĂNG\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "UBND HUYỆN CHI LĂNG",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "district",
    ),
}

# --- feet ------------------------------------------------------------------------------------------------------------

RECIPIENTS = (
    "Văn phòng Chính phủ",
    "Thường trực Tỉnh ủy",
    "Các sở, ban, ngành của tỉnh",
    "Ủy ban nhân dân các huyện, thành phố",
    "Lưu: VT, KTN",
)
SIGNATURE = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\n\nHoàng Văn Bình"


def _listed(lines: Sequence[str] = RECIPIENTS, dash: str = "- ") -> str:
    return "\n".join(f"{dash}{line}{'.' if i == len(lines) - 1 else ';'}" for i, line in enumerate(lines))


def foot_plain(signature: str = SIGNATURE) -> str:
    """Recipients, then the signature."""
    return f"Nơi nhận:\n{_listed()}\n\n{signature}"


def _beside() -> str:
    left = ["Nơi nhận:", *[f"- {one};" for one in RECIPIENTS[:-1]], f"- {RECIPIENTS[-1]}."]
    right = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Hoàng Văn Bình"]
    return "\n".join(f"{a:<45}{b}".rstrip() for a, b in zip(left, right, strict=True))


#: Ways in which foots are printed, and what is different in each.
FEET: dict[str, tuple[Callable[[], str], dict[str, object]]] = {
    "recipients first": (foot_plain, {}),
    "signature first": (lambda: f"{SIGNATURE}\n\nNơi nhận:\n{_listed()}", {}),
    "beside each other": (_beside, {}),
    "pipes": (
        lambda: (
            f"| Nơi nhận:<br>{_listed().replace(chr(10), '<br>')} | {re.sub(chr(10) + '+', '<br>', SIGNATURE)} |\n| --- | --- |"
        ),
        {},
    ),
    "loose pipe": (
        lambda: f"Nơi nhận: {_listed().replace(chr(10), ' ')} | {re.sub(chr(10) + '+', ' ', SIGNATURE)} |",
        {},
    ),
    "one line": (lambda: f"Nơi nhận: {_listed().replace(chr(10), ' ')} {re.sub(chr(10) + '+', ' ', SIGNATURE)}", {}),
    "one paragraph of recipients": (lambda: f"Nơi nhận: {_listed().replace(chr(10), ' ')}\n\n{SIGNATURE}", {}),
    "pluses": (lambda: f"Nơi nhận:\n{_listed(dash='+ ')}\n\n{SIGNATURE}", {}),
    "no dashes": (lambda: f"Nơi nhận:\n{_listed(dash='')}\n\n{SIGNATURE}", {}),
    "no marks at all": (lambda: "Nơi nhận:\n" + "\n".join(RECIPIENTS) + f"\n\n{SIGNATURE}", {}),
    "dashes without marks": (
        lambda: "Nơi nhận:\n" + "\n".join(f"- {one}" for one in RECIPIENTS) + f"\n\n{SIGNATURE}",
        {},
    ),
    "no full stop after Lưu": (lambda: f"Nơi nhận:\n{_listed().rstrip('.')}\n\n{SIGNATURE}", {}),
    "as above": (lambda: f"Nơi nhận:\n- Như trên;\n{_listed()}\n{SIGNATURE}", {"recipients": 6}),
    "blank lines": (
        lambda: "Nơi nhận:\n\n" + _listed().replace("\n", "\n\n") + f"\n\n{SIGNATURE.replace(chr(10), chr(10) * 2)}",
        {},
    ),
    "sub-list": (
        lambda: (
            "Nơi nhận:\n- Chủ tịch;\n- Văn phòng UBND tỉnh:\n+ Chánh Văn phòng;\n+ Các phòng: KTN, TH;\n- Lưu: VT.\n\n"
            + SIGNATURE
        ),
        {"recipients": 5},
    ),
    "long line wrapped": (
        lambda: (
            "Nơi nhận:\n- Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị -\nxã hội của tỉnh;\n"
            + _listed()
            + f"\n\n{SIGNATURE}"
        ),
        {"recipients": 6},
    ),
    "signed": (lambda: foot_plain("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nHoàng Văn Bình"), {}),
    "chairman": (
        lambda: foot_plain("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nHoàng Văn Bình"),
        {"authority": ("TM. ỦY BAN NHÂN DÂN",), "position": "CHỦ TỊCH"},
    ),
    "no TM.": (lambda: foot_plain("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHoàng Văn Bình"), {"authority": ("KT. CHỦ TỊCH",)}),
    "director": (lambda: foot_plain("GIÁM ĐỐC\n\n\nHoàng Văn Bình"), {"authority": (), "position": "GIÁM ĐỐC"}),
    "TL.": (
        lambda: foot_plain("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nHoàng Văn Bình"),
        {"authority": ("TL. CHỦ TỊCH",), "position": "CHÁNH VĂN PHÒNG"},
    ),
    "TUQ.": (
        lambda: foot_plain("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n\nHoàng Văn Bình"),
        {"authority": ("TUQ. CHỦ TỊCH",), "position": "GIÁM ĐỐC SỞ NỘI VỤ"},
    ),
    "Q.": (
        lambda: foot_plain("TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\n\nHoàng Văn Bình"),
        {"authority": ("TM. ỦY BAN NHÂN DÂN",), "position": "Q. CHỦ TỊCH"},
    ),
    "three offices": (
        lambda: foot_plain(
            "TM. ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\n\nHoàng Văn Bình"
        ),
        {"authority": ("TM. ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "KT. CHỦ TỊCH"), "position": "PHÓ CHỦ TỊCH THƯỜNG TRỰC"},
    ),
    "second position": (
        lambda: foot_plain("KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nPHÓ CHỦ TỊCH UBND TỈNH\nHoàng Văn Bình"),
        {"authority": ("KT. TRƯỞNG BAN",), "position": "PHÓ TRƯỞNG BAN", "second": "PHÓ CHỦ TỊCH UBND TỈNH"},
    ),
    "no name": (lambda: foot_plain("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"), {"name": None}),
    "with a degree": (
        lambda: foot_plain("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTS. Hoàng Văn Bình"),
        {"name": "TS. Hoàng Văn Bình"},
    ),
    "name in one line with the office": (
        lambda: foot_plain("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH Hoàng Văn Bình"),
        {},
    ),
    "emphasis": (
        lambda: (
            f"***Nơi nhận:***\n{_listed()}\n\n**TM. ỦY BAN NHÂN DÂN**\n**KT. CHỦ TỊCH**\n**PHÓ CHỦ TỊCH**\n\n**Hoàng Văn Bình**"
        ),
        {},
    ),
    "signature without recipients": (lambda: SIGNATURE, {"recipients": 0}),
    "recipients without signature": (
        lambda: f"Nơi nhận:\n{_listed()}",
        {"authority": (), "position": None, "name": None},
    ),
}

# --- layouts ---------------------------------------------------------------------------------------------------------


def wrapped(width: int, blank: bool = True) -> Callable[[str], str]:
    """Every paragraph broken at `width`."""

    def change(text: str) -> str:
        out: list[str] = []
        for line in text.split("\n"):
            if "|" in line or "          " in line:
                out.append(line)
                continue
            out += _wrap(line, width)
        joined = "\n".join(out)
        return joined if blank else re.sub(r"\n{2,}", "\n", joined)

    return change


def _wrap(line: str, width: int) -> list[str]:
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def double_spaced(text: str) -> str:
    """A blank line between all lines."""
    return re.sub(r"\n+", "\n\n", text)


def no_blank_lines(text: str) -> str:
    """No blank line at all."""
    return re.sub(r"\n{2,}", "\n", text)


def parted_markers(text: str) -> str:
    """Each marker in a line of its own."""
    return re.sub(r"(?m)^((?:[IVX]+|\d+)\.|[a-zđ]\)) (?=\S)", r"\1\n\n", text)


def page_ends(text: str) -> str:
    """Pages cut in the middle of long paragraphs, with page numbers."""
    lines = text.split("\n")
    out: list[str] = []
    page = 2
    for line in lines:
        words = line.split(" ")
        if len(words) > 28 and "|" not in line and not line.startswith("ỦY BAN"):
            half = len(words) // 2
            out += [" ".join(words[:half]), "", f"{page}", "", " ".join(words[half:])]
            page += 1
        else:
            out.append(line)
    return "\n".join(out)


def windows_ends(text: str) -> str:
    """CR LF, tabs and no-break spaces."""
    return text.replace("- ", "-\u00a0").replace("\n", "\r\n")


def trailing_spaces(text: str) -> str:
    """Spaces at line ends and before lines."""
    return "\n".join(f"   {line}  " if line else line for line in text.split("\n"))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "no blank lines": no_blank_lines,
    "double spaced": double_spaced,
    "wrapped at 60": wrapped(60),
    "wrapped at 70 without blank lines": wrapped(70, blank=False),
    "wrapped at 80": wrapped(80),
    "wrapped at 80 double spaced": lambda text: double_spaced(wrapped(80)(text)),
    "wrapped at 100": wrapped(100, blank=False),
    "markers parted": parted_markers,
    "page ends": page_ends,
    "page ends in wrapped text": lambda text: wrapped(72)(page_ends(text)),
    "windows": windows_ends,
    "trailing spaces": trailing_spaces,
}

SITE_BEFORE = (
    "Trang chủ\nĐăng nhập\nĐăng ký Thành viên\nSố hiệu: 57/KH-UBND Loại văn bản: Kế hoạch\n"
    "Nơi ban hành: Tỉnh Lạng Sơn Người ký: Hoàng Văn Bình\nNgày ban hành: 05/03/2024 Ngày hiệu lực: Đã biết\n\n"
)
SITE_AFTER = "\n\nVăn bản này chưa cập nhật nội dung Tiếng Anh\n\nBạn Chưa Đăng Nhập Thành Viên!\n\nDMCA.com Protection Status\nIP: 10.0.0.1\n"
