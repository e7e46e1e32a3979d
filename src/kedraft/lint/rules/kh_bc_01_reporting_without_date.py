"""KH-BC-01: a reporting duty with no date."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kedraft.lint.content import Content
from kedraft.lint.prose import Sentence, sentences
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import around

_DUTY = re.compile(
    r"(?:định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|6 tháng|tổng hợp,?)[^.;]{0,80}?\bbáo cáo\b(?! viên)"
    r"|\bbáo cáo (?:kết quả|tình hình|định kỳ)[^.;]{0,60}?\b(?:về|gửi|cho|với|theo quy định|theo định kỳ)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\d{1,2}\s?/\s?\d{1,2}|ngày \d{1,2}|trước ngày|chậm nhất|tháng \d{1,2}|quý [IV]+|ngày làm việc|hạn \w+ ngày",
    re.IGNORECASE,
)


def _check(content: Content) -> Iterator[Hit]:
    duties = [(spot, sentence, found) for spot in content.body for sentence, found in _duties(spot.own)]
    if any(_WHEN.search(sentence.text) for _, sentence, _ in duties) or _dated(content):
        return
    for spot, _sentence, found in duties[:1]:
        yield spot.hit(
            f'Có nhiệm vụ báo cáo ("{around(spot.text, *found.span(), 10)}") nhưng cả văn bản không nêu thời hạn; '
            "hãy ghi hạn cụ thể, ví dụ: trước ngày 30/11 hằng năm."
        )


@lru_cache(maxsize=1024)
def _duties(text: str) -> tuple[tuple[Sentence, re.Match[str]], ...]:
    if "áo cáo" not in text and "ÁO CÁO" not in text:
        return ()
    spans = ((one, _DUTY.search(text, one.start, one.start + len(one.text))) for one in sentences(text))
    return tuple((one, found) for one, found in spans if found and not re.search(r"\bđã\b", one.text))


def _dated(content: Content) -> bool:
    """Whether some sentence gives a day and speaks of reporting, however it is worded."""
    return any(
        _WHEN.search(sentence.text) and re.search("báo cáo", sentence.text, re.IGNORECASE)
        for spot in content.body
        for sentence in sentences(spot.own)
    )


RULE = Rule(
    id="KH-BC-01",
    name="nhiệm vụ báo cáo không có thời hạn",
    severity=Severity.WARNING,
    manual=Manual(
        what='Nhiệm vụ báo cáo phải có thời hạn; "định kỳ báo cáo theo quy định" là chưa có thời hạn.',
        why="Đơn vị nhận không biết báo cáo khi nào, và xã không kịp tổng hợp gửi cấp trên.",
        instead="Ghi ngày cụ thể, sớm hơn hạn của cấp trên khoảng 10 ngày: trước ngày 30/11 hằng năm.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn định kỳ báo cáo theo quy định./."),
        plan(closing="Các thôn báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội./."),
    ),
    good=(
        plan(closing="Các thôn định kỳ báo cáo về Phòng Văn hóa - Xã hội trước ngày 30/11 hằng năm./."),
        plan(closing="Tập huấn đội ngũ báo cáo viên, tuyên truyền viên của các thôn./."),
        plan(
            sections="I. TỔ CHỨC THỰC HIỆN\n1. Các thôn\n- Định kỳ báo cáo kết quả theo quy định.\n2. Chế độ báo cáo\n"
            "- Báo cáo năm: trước ngày 30/11/2026."
        ),
    ),
)
