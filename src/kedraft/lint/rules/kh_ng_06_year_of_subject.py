"""KH-NG-06: the year in the subject does not fit the plan."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.prose import own_words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

_YEAR = re.compile(
    r"(?<![/\d.-])(?P<to>\b(?:đến|tới)(?:\s+(?:hết|cuối))?\s+)?(?:năm\s+)?(?P<year>20\d{2})(?![\d/])(?:\s*[-–]\s*(?P<until>20\d{2}))?",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"tổng kết|sơ kết|khắc phục|đánh giá|kiểm điểm|quyết toán|kết quả|kỷ niệm|ôn lại", re.IGNORECASE
)
_ALWAYS = 0  # "đến năm 2025" says when it ends, and nothing of when it begins
_NAMED = re.compile(
    r"Kế hoạch[^.;:]*?(?<!tháng )(?<!đến )(?<!tới )(?<!hết )(?<!cuối )năm (?P<year>20\d{2})(?!\s*[-–\d])"
)


def _check(content: Content) -> Iterator[Hit]:
    subject = own_words(content.plan.subject)
    spans = [_span(one) for one in _YEAR.finditer(subject)]
    first, last = content.earliest, content.latest
    if not spans or _LOOKS_BACK.search(subject):
        return
    if first and last and not any(start - 1 <= last.year and first.year <= end for start, end in spans):
        shown = "; ".join(_shown(*span) for span in spans)
        yield Hit(
            Location(field="subject"),
            f"Trích yếu ghi năm {shown} nhưng văn bản ban hành năm {last.year}; hãy xem lại năm trong trích yếu hoặc ngày ban hành.",
        )
    if len(spans) == 1 and spans[0][0] == spans[0][1]:
        yield from _body(content, spans[0][0])


def _span(found: re.Match[str]) -> tuple[int, int]:
    first, last = int(found["year"]), int(found["until"] or found["year"])
    return (_ALWAYS, last) if found["to"] else (first, last)


def _shown(start: int, end: int) -> str:
    if start == _ALWAYS:
        return f"đến {end}"
    return f"{start}" if start == end else f"{start} - {end}"


def _body(content: Content, year: int) -> Iterator[Hit]:
    for spot in content.prose:
        if spot.part is Part.CLOSING and spot.own.startswith("Trên đây là"):
            for found in _NAMED.finditer(spot.own):
                if int(found["year"]) != year:
                    yield spot.hit(
                        f"Trích yếu ghi năm {year} nhưng lời kết nhắc Kế hoạch năm {found['year']}; hãy sửa cho cùng một năm."
                    )


RULE = Rule(
    id="KH-NG-06",
    name="năm trong trích yếu không khớp năm kế hoạch",
    severity=Severity.WARNING,
    manual=Manual(
        what="Năm hay giai đoạn trong trích yếu phải khớp với ngày ban hành và với lời kết.",
        why="Năm còn sót của kế hoạch cũ là lỗi dễ thấy nhất với người nhận.",
        instead="Sửa năm trong trích yếu, lời dẫn và lời kết cho giống nhau.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(subject="Chuyển đổi số xã Ba Sơn năm 2025", closing="Trên đây là Kế hoạch chuyển đổi số của xã./."),
        plan(closing="Trên đây là Kế hoạch chuyển đổi số xã Ba Sơn năm 2025./."),
        plan(subject="Phát triển kinh tế số đến năm 2025", closing="Trên đây là Kế hoạch của xã./."),
    ),
    good=(
        plan(subject="Triển khai Đề án giai đoạn 2023 - 2028 trên địa bàn xã Ba Sơn"),
        plan(
            date="2025-12-25",
            subject="Chuyển đổi số xã Ba Sơn năm 2026",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
        plan(
            date="2022-03-04",
            subject="Phát triển thương mại điện tử xã Ba Sơn đến năm 2025",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            closing="Trên đây là Kế hoạch phát triển thương mại điện tử đến năm 2025./.",
        ),
        plan(
            date="2026-02-05",
            subject="Phòng, chống thiên tai năm 2026",
            closing="Trên đây là Kế hoạch phòng, chống thiên tai, thực hiện mục tiêu đến năm 2030./.",
        ),
        plan(subject="Tổng kết 05 năm thi hành pháp luật giai đoạn 2019 - 2024"),
    ),
)
