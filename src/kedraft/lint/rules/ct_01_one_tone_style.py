"""CT-01: old and new tone placement mixed in one document (`hòa` and `hoà`)."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Spot
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.remembering import remembered

_OLD = re.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|O[ÀÁẢÃẠÈÉẺẼẸ]|U[ỲÝỶỸỴ]|U[ỳýỷỹỵ]|O[àáảãạèéẻẽẹ])(?!\w)")
_NEW = re.compile(r"(?<![qQ])(?:[òóỏõọ][ae]|[ùúủũụ]y|[ÒÓỎÕỌ][AEae]|[ÙÚỦŨỤ][Yy])(?!\w)")
_EITHER = re.compile(f"{_OLD.pattern}|{_NEW.pattern}")
_WORD = re.compile(r"\w+")


def _check(content: Content) -> Iterator[Hit]:
    first: dict[bool, tuple[Spot, str]] = {}
    count = {True: 0, False: 0}
    for spot in content.prose:
        for old, word in _toned(spot.own):
            first.setdefault(old, (spot, word))
            count[old] += 1
    if len(first) == 2:
        rare = count[True] <= count[False]
        spot, word = first[rare]
        other = first[not rare][1]
        yield spot.hit(
            f'Văn bản đặt dấu thanh theo hai kiểu: "{word}" ({count[rare]} chỗ) và "{other}" ({count[not rare]} chỗ); '
            "nên thống nhất một kiểu."
        )


@remembered(maxsize=1024)
def _toned(text: str) -> tuple[tuple[bool, str], ...]:
    """The words whose tone could stand elsewhere, each with whether it is placed in the old way. Cached: drafts of one parent share texts."""
    if not _EITHER.search(text):
        return ()
    words = (word for word in _WORD.findall(text) if _EITHER.search(word))
    return tuple(
        (old, word) for word in words for old, pattern in ((True, _OLD), (False, _NEW)) if pattern.search(word)
    )


RULE = Rule(
    id="CT-01",
    name="dấu thanh đặt theo hai kiểu trong một văn bản",
    severity=Severity.INFO,
    manual=Manual(
        what="Trong một văn bản nên đặt dấu thanh theo một kiểu: hòa, thủy, Ủy ban hoặc hoà, thuỷ, Uỷ ban.",
        why="Không văn bản nào bắt buộc kiểu nào, nhưng trộn hai kiểu là dấu vết của việc ghép văn bản và làm tìm kiếm sót.",
        instead="Sửa theo kiểu chiếm đa số; tên riêng, trích dẫn và tên văn bản thì giữ nguyên.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Xây dựng gia đình hòa thuận, văn hoá; Ủy ban nhân dân xã khen thưởng./."),
        plan(closing="Bảo vệ nguồn nước, công trình thuỷ lợi, thủy sản./."),
    ),
    good=(
        plan(closing="Xây dựng gia đình hòa thuận, văn hóa; quý trọng của cải; thuở nhỏ./."),
        plan(
            opening="Uỷ ban nhân dân xã ban hành Kế hoạch như sau:",
            sections="I. MỤC ĐÍCH\n- Xây dựng gia đình hoà thuận, văn hoá, quý trọng.",
            closing="Trên đây là Kế hoạch chuyển đổi số năm 2026./.",
        ),
    ),
)
