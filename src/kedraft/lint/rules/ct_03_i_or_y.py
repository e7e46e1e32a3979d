"""CT-03: i and y where official documents have settled on one: `qui định`, `quản lí`, `bác sỹ`."""

from collections import Counter
from collections.abc import Iterator

from kedraft.lint.content import Content, Spot
from kedraft.lint.prose import says_any, small
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily

_WORDS = {
    "qui": ("qui định", "qui hoạch", "qui trình", "qui mô", "qui chế", "qui tắc", "qui chuẩn"),
    "lí": ("quản lí", "xử lí", "lí do", "pháp lí", "hợp lí", "lí luận", "địa lí", "tâm lí"),
    "kĩ": ("kĩ thuật", "kĩ năng"),
    "mĩ": ("thẩm mĩ", "mĩ thuật"),
    "sỹ": ("bác sỹ", "chiến sỹ"),
}
_USUAL = {"qui": "quy", "lí": "lý", "kĩ": "kỹ", "mĩ": "mỹ", "sỹ": "sĩ"}
_RIGHT = {word: word.replace(part, _USUAL[part]) for part, words in _WORDS.items() for word in words}
_ANY = lazily(rf"(?<!\w)(?:{'|'.join(_RIGHT)})(?!\w)")


def _check(content: Content) -> Iterator[Hit]:
    count: Counter[str] = Counter()
    first: dict[str, Spot] = {}
    for spot in content.prose:
        for found in _ANY.finditer(small(spot.own)) if says_any(spot.own, _WORDS) else ():
            word = found.group()
            count[word] += 1
            first.setdefault(word, spot)
    for word, spot in first.items():
        times = f" ({count[word]} chỗ)" if count[word] > 1 else ""
        yield spot.hit(f'"{word}"{times}: văn bản hành chính quen viết "{_RIGHT[word]}"; nên sửa cho thống nhất.')


RULE = Rule(
    id="CT-03",
    name="viết i, y khác cách quen dùng",
    severity=Severity.INFO,
    manual=Manual(
        what="Văn bản hành chính quen viết: quy định, quản lý, xử lý, lý do, kỹ thuật, thẩm mỹ, bác sĩ, chiến sĩ.",
        why="Không văn bản nào bắt buộc, nhưng mỗi chỗ một kiểu thì tìm kiếm, đối chiếu bị sót.",
        instead="Sửa theo cách quen dùng; tên riêng, trích dẫn và tên văn bản thì giữ nguyên.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn thực hiện đúng qui định về quản lí dữ liệu./."),
        plan(closing="Các thôn phối hợp với y tế xã, bác sỹ gia đình hỗ trợ người dân./."),
    ),
    good=(
        plan(
            closing="Các thôn thực hiện đúng quy định về quản lý dữ liệu, rèn luyện kỹ năng, bác sĩ gia đình tham gia./."
        ),
        plan(closing="Chia lớp theo từng nhóm, trao giải theo quý; ông Nông Văn Sỹ phụ trách, hộ bà Lí tham gia./."),
    ),
)
