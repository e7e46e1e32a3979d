"""KH-2C-02: a department that was merged on 2025-03-01, as an actor."""

import re
from collections.abc import Iterator

from kedraft.lint.bodies import MERGED, any_of
from kedraft.lint.content import DEPARTMENTS_MERGED_FROM, Content
from kedraft.lint.prose import says_any, sentences, words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_OLD = re.compile(rf"\b(?P<kind>Sở|Bộ) (?P<name>{any_of(tuple(MERGED))})(?![\w-])", re.IGNORECASE)
#: No match without one of these words.
_CUES = ("sở ", "bộ ")
_BY_NAME = {" ".join(words(name)): new for name, new in MERGED.items()}
_HISTORIC = re.compile(r"trước đây|\(cũ\)|\bcũ\b|nay là|sáp nhập|hợp nhất|tiếp nhận|bàn giao|kế thừa", re.IGNORECASE)

# Whoever issued a cited document may be gone: "của Sở … tại Công văn số …".
_AUTHOR = re.compile(r"[^.;]{0,30}?\b(?:tại|ban hành)\s+(?:các\s+)?¤")


def _check(content: Content) -> Iterator[Hit]:
    if content.earliest is None or content.earliest < DEPARTMENTS_MERGED_FROM:
        return
    for spot in (*content.prose, *content.recipients):
        for sentence in sentences(spot.own) if says_any(spot.own, _CUES) else ():
            if _HISTORIC.search(sentence.text):
                continue
            for found in _OLD.finditer(sentence.text):
                if _AUTHOR.match(sentence.text, found.end()):
                    continue
                new = _BY_NAME.get(" ".join(words(found["name"])), "")
                yield spot.hit(
                    f'"{found.group()}" đã hợp nhất từ ngày 01/3/2025; nhiệm vụ nay chủ yếu thuộc {found["kind"]} {new}. '
                    "Hãy thay bằng cơ quan hiện nay đang giữ nhiệm vụ này."
                )


RULE = Rule(
    id="KH-2C-02",
    name="nhắc sở, bộ đã hợp nhất từ 01/3/2025",
    severity=Severity.ERROR,
    manual=Manual(
        what="Văn bản ban hành từ 01/3/2025 không nêu các sở, bộ đã hợp nhất như một bên thực hiện.",
        why="Sở Thông tin và Truyền thông, Sở Kế hoạch và Đầu tư, Sở Giao thông vận tải … không còn từ ngày này.",
        instead="Thay bằng cơ quan tiếp nhận; chú ý một số mảng chuyển sang cơ quan khác (báo chí, giảm nghèo, trẻ em).",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Các thôn phối hợp với Sở Thông tin và Truyền thông thực hiện./."),
        plan(closing="Các thôn phối hợp với Sở Lao động – Thương binh và Xã hội thực hiện./."),
    ),
    good=(
        plan(
            closing="Thực hiện theo hướng dẫn của Bộ Thông tin và Truyền thông tại Công văn số 12/BTTTT-CĐS ngày 28/11/2022 của Bộ./."
        ),
        plan(
            closing="Các thôn phối hợp với Sở Khoa học và Công nghệ (trước đây là Sở Thông tin và Truyền thông) thực hiện./."
        ),
        plan(
            number=None,
            date="2023-01",
            subject="Chuyển đổi số xã Ba Sơn năm 2023",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            closing="Các thôn phối hợp với Sở Thông tin và Truyền thông thực hiện./.",
        ),
    ),
)
