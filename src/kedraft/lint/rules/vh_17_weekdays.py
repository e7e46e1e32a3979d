"""VH-17: days of the week and months in words: `thứ Hai`, `tháng Tám`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import begins_sentence, says_any
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import everywhere
from kedraft.model.finding import Severity

# "thứ hai" is also "second", "tháng ba lần" three times a month: only what can be nothing but a day or a month is read.
_DAY = r"hai|ba|tư|năm|sáu|bảy"
_WEEKDAY = re.compile(
    rf"(?:(?<=\bsáng )|(?<=\bchiều )|(?<=\btối )|(?<=\btrưa ))(?P<a>thứ (?:{_DAY}))\b|\b(?P<b>thứ (?:{_DAY}))(?= (?:hằng|hàng|mỗi) tuần\b)",
    re.IGNORECASE,
)
_CUES = ("thứ ", "tháng t", "tháng c", "tháng g")
_MONTH = re.compile(r"(?<!mỗi )(?<!một )\b(?P<a>tháng (?:tám|chín|giêng|chạp))\b(?! (?:lần|ngày))", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    for spot in everywhere(content):
        for found in _in_words(spot.own) if says_any(spot.own, _CUES) else ():
            shown = next(one for one in found.groups() if one)
            first, second = shown.split()
            right = f"{first.lower()} {second.capitalize()}"
            opening = begins_sentence(spot.text, found.start())
            if shown not in (right, shown.upper()) and not (opening and shown[1:] == right[1:]):
                yield spot.hit(f'"{shown}" viết hoa chưa đúng; ngày trong tuần, tháng ghi bằng chữ viết "{right}".')


def _in_words(text: str) -> Iterator[re.Match[str]]:
    yield from _WEEKDAY.finditer(text)
    yield from _MONTH.finditer(text)


RULE = Rule(
    id="VH-17",
    name="ngày trong tuần, tháng ghi bằng chữ viết hoa sai",
    severity=Severity.INFO,
    citation=decree("PL2-V.8"),
    manual=Manual(
        what="Ngày trong tuần và tháng ghi bằng chữ viết hoa âm tiết chỉ ngày, tháng: thứ Hai, tháng Tám.",
        why='Chữ hoa phân biệt "thứ Hai" là ngày với "thứ hai" là thứ tự.',
        instead='Viết thường chữ thứ, chữ tháng, viết hoa chữ theo sau: "sáng thứ Hai hằng tuần"; hoặc dùng chữ số: ngày 02 tháng 3.',
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Tổ công nghệ số trực vào sáng thứ hai, chiều thứ năm hằng tuần./."),
        plan(closing="Tuyên truyền kỷ niệm Cách mạng tháng tám./."),
        plan(closing="Tổ công nghệ số trực vào chiều Thứ Sáu./."),
    ),
    good=(
        plan(
            closing="Tổ công nghệ số trực sáng thứ Hai hằng tuần; lần thứ hai trong tháng thì báo cáo; Cách mạng tháng Tám./."
        ),
        plan(closing="Mỗi tháng ba lần, một tháng tám buổi; thứ hai là nâng cao nhận thức của người dân./."),
    ),
)
