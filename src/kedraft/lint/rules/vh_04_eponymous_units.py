"""VH-04: a unit named by a number, a person or an event, whose kind is written small: `phường Lương Văn Tri`."""

from collections.abc import Iterator

from kedraft import units
from kedraft.lint.content import Content, Spot
from kedraft.lint.places import NamedPlace, named_places
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import everywhere
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily

#: Saying "quận 1" names a unit; "12 phường 5 xã", "phường 3 tổ dân phố" counts them.
_COUNTS = lazily(
    r"\s*(?:[-–/%.]\s?\d|(?:xã|phường|thôn|tổ|khu|khóm|ấp|bản|đơn vị|người|hộ|điểm|nhóm|sao|cấp|năm|tháng)\b)"
)
_COUNTED = lazily(r"\d\s*\Z|\bcác \Z|\bmỗi \Z|\bnhững \Z")
_NUMBERED = ("quận", "phường")
_NAMED = ("phường", "xã", "quận", "thị trấn", "thị xã", "huyện", "thành phố")


def _check(content: Content) -> Iterator[Hit]:
    seen: set[str] = set()
    for spot in everywhere(content):
        for place in named_places(spot.own):
            whole = f"{place.kind} {place.name}"
            if whole not in seen and _is_small(place, spot, content):
                seen.add(whole)
                right = f"{place.kind.capitalize()} {place.name}"
                yield spot.hit(
                    f'"{whole}" mang chữ số, tên người hoặc sự kiện nên viết hoa cả chữ chỉ loại đơn vị; hãy sửa thành "{right}".'
                )


def _is_small(place: NamedPlace, spot: Spot, content: Content) -> bool:
    if place.kind not in _NAMED or place.name == "Hồ Chí Minh":  # VH-05 speaks of the city
        return False
    if place.numbered:
        counts = _COUNTS.match(spot.own, place.end) or _COUNTED.search(spot.own, 0, place.start)
        return place.kind in _NUMBERED and not counts
    if (
        place.name == content.plan.place_and_date.place
    ):  # the place line of this office says that its name is a plain one
        return False
    return place.name in units.eponyms()


RULE = Rule(
    id="VH-04",
    name="đơn vị mang chữ số, tên người, sự kiện viết thường loại đơn vị",
    severity=Severity.INFO,
    citation=decree("PL2-III.1b"),
    manual=Manual(
        what="Đơn vị hành chính mang chữ số, tên người, tên sự kiện lịch sử viết hoa cả danh từ chung: Quận 1, Phường Điện Biên Phủ.",
        why="Đó là ngoại lệ mà Nghị định nêu riêng; các đơn vị khác viết thường danh từ chung.",
        instead="Viết hoa chữ chỉ loại đơn vị. Bảng đơn vị của kedraft ghi tên nào là tên người, sự kiện; tên có thể hiểu hai cách thì không nhắc.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Các thôn học tập mô hình của phường Lương Văn Tri./."),
        plan(closing="Các thôn học tập mô hình của quận 1, Thành phố Hồ Chí Minh./."),
    ),
    good=(
        plan(closing="Các thôn học tập mô hình của Phường Lương Văn Tri, Quận 1, phường Kỳ Lừa, xã Mẫu Sơn./."),
        plan(closing="Toàn vùng có 12 phường 5 xã, mỗi phường 3 tổ công nghệ số./."),
    ),
)
