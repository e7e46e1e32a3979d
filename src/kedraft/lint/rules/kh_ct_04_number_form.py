"""KH-CT-04: a share above 100 %, or a number with the wrong separators."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Spot
from kedraft.lint.prose import Sentence, sentences
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_PERCENT = re.compile(r"(?<![\d,.])(?P<value>\d+(?:,\d+)?)\s?%")
_MAY_EXCEED = re.compile(r"tăng|vượt|gấp|so với|bằng|kế hoạch|dự toán|cùng kỳ|chỉ tiêu giao|lãi suất", re.IGNORECASE)
#: No figure is cut in two without this.
_CUT = re.compile(r"\d[.,]\d")
_POINT = re.compile(r"(?<![\d.,/])\d+\.\d{1,2}(?=\s?(?:%|tỷ|triệu|ha\b|km\b|kg\b|tấn|tạ\b))")
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])|(?<![\d.,])\d{1,3},\d{3}(?= đồng)")


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.body:
        text = spot.own
        for sentence in sentences(text) if "%" in text else ():
            yield from _above(spot, sentence)
        if not _CUT.search(text):
            continue
        for found in _POINT.finditer(text):
            yield spot.hit(
                f'Số "{found.group()}" dùng dấu chấm cho phần thập phân; hãy dùng dấu phẩy: {found.group().replace(".", ",")}.'
            )
        for found in _COMMAS.finditer(text):
            yield spot.hit(
                f'Số "{found.group()}" dùng dấu phẩy để ngăn hàng nghìn; hãy dùng dấu chấm: {found.group().replace(",", ".")}.'
            )


def _above(spot: Spot, sentence: Sentence) -> Iterator[Hit]:
    if _MAY_EXCEED.search(sentence.text):
        return
    for found in _PERCENT.finditer(sentence.text):
        if float(found["value"].replace(",", ".")) > 100:
            yield spot.hit(f'Tỷ lệ "{found.group()}" lớn hơn 100%; hãy xem lại con số này.')


RULE = Rule(
    id="KH-CT-04",
    name="tỷ lệ lớn hơn 100% hoặc số viết sai dấu ngăn cách",
    severity=Severity.WARNING,
    manual=Manual(
        what="Tỷ lệ phần trăm nằm trong khoảng 0 đến 100; dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn.",
        why="Dấu ngăn cách sai làm một con số đọc thành con số khác.",
        instead="Viết 98,5%; 1.500.000 đồng. Tăng, vượt, so với kế hoạch thì được trên 100%.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Phấn đấu 110% hộ dân có tài khoản thanh toán số./."),
        plan(closing="Phấn đấu đạt 98.5% hộ dân có tài khoản thanh toán số./."),
        plan(closing="Kinh phí thực hiện là 15,000,000 đồng./."),
    ),
    good=(
        plan(
            closing="Phấn đấu đạt 98,5% hộ dân; thu ngân sách đạt 105% dự toán; kinh phí 15.000.000 đồng, 1,5 tỷ đồng./."
        ),
        plan(closing="Sản lượng tăng 120% so với cùng kỳ; diện tích 1.234 ha, 12,345 tỷ đồng./."),
    ),
)
