"""VH-01: a sentence, or a line of a list, that begins with a small letter."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item, Marker
from kedraft.vietnamese.quoting import around

_STOPS = (". ", "? ", "! ")
_AFTER_STOP = re.compile(r"(?P<last>[^\W\d_]+)[)”\"]?[.?!] +(?P<word>[^\W\d_]+)(?![\w.@:/-])")
# A full stop after these ends no sentence: TP. Hồ Chí Minh, v.v. và, ThS. bác sĩ.
_ABBREVIATED = frozenset(
    ("v", "vv", "tr", "tp", "tx", "tt", "st", "ths", "ts", "pgs", "gs", "bs", "ks", "mr", "no", "kt", "tm")
)
_LISTED = (Marker.ROMAN, Marker.ARABIC, Marker.DECIMAL, Marker.LETTER, Marker.PAREN, Marker.DASH, Marker.PLUS)


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.prose:
        for found in _AFTER_STOP.finditer(spot.unquoted) if any(stop in spot.unquoted for stop in _STOPS) else ():
            if found["word"].islower() and _ends_sentence(found["last"]):
                yield spot.hit(
                    f'Sau dấu chấm, "{found["word"]}" viết thường trong "{around(spot.text, *found.span(), 15)}"; '
                    f'hãy viết hoa chữ đầu câu: "{found["word"].capitalize()}".'
                )
    yield from _lists(content)


def _ends_sentence(word: str) -> bool:
    return len(word) > 1 and not word.isupper() and word.casefold() not in _ABBREVIATED


def _lists(content: Content) -> Iterator[Hit]:
    """One finding for all lines of a list: they are put right in one go."""
    trees = (*content.plan.sections, *(child for annex in content.plan.annexes for child in annex.children))
    small: list[tuple[Item, str]] = []
    for item in (item for tree in trees for item in tree.walk()):
        word = _first_word(item)
        if item.marker in _LISTED and item.label and word and word.islower():
            small.append((item, word))
    if small:
        item, word = small[0]
        count = f" và {len(small) - 1} dòng khác" if len(small) > 1 else ""
        yield Hit(
            Location(field=item.id),
            f'Dòng "{item.label} {word} …"{count} bắt đầu bằng chữ thường; khi xuống dòng viết hoa chữ đầu: "{word.capitalize()}".',
        )


def _first_word(item: Item) -> str:
    words = item.words.split(maxsplit=1)
    return words[0] if words and words[0].isalpha() else ""


RULE = Rule(
    id="VH-01",
    name="đầu câu, đầu dòng viết thường",
    severity=Severity.INFO,
    citation=decree("PL2-I"),
    manual=Manual(
        what="Viết hoa chữ cái đầu câu: sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng, kể cả dòng có số thứ tự hoặc gạch đầu dòng.",
        why="Chữ thường sau dấu chấm thường là dấu chấm gõ nhầm hoặc câu bị cắt; đầu dòng mỗi chỗ một kiểu thì văn bản trông cẩu thả.",
        instead="Viết hoa chữ đầu câu, đầu dòng; nếu câu chưa hết thì thay dấu chấm bằng dấu phẩy.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn tổ chức thực hiện Kế hoạch này. các hộ dân cùng tham gia./."),
        plan(
            sections="I. MỤC ĐÍCH\n- tuyên truyền tới các hộ dân về chuyển đổi số.\n- Hướng dẫn người dân sử dụng dịch vụ công."
        ),
    ),
    good=(
        plan(closing="Các thôn tuyên truyền bằng pa nô, áp phích, v.v. và báo cáo kết quả. Hộ dân cùng tham gia./."),
        plan(closing="Thông tin tại trang.vn. 100% hộ dân tham gia; gửi về ba_son@langson.gov.vn./."),
        plan(sections="I. MỤC ĐÍCH\n- Tuyên truyền tới các hộ dân.\n- 100% hộ dân biết cách dùng dịch vụ công."),
    ),
)
