"""VH-03: the kind of an administrative unit written with a capital inside a sentence: `Tỉnh Lạng Sơn`."""

from collections.abc import Iterator

from kedraft import units
from kedraft.lint.content import Content
from kedraft.lint.places import NamedPlace, named_places
from kedraft.lint.prose import begins_sentence
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.lint.spelling import everywhere
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    seen: set[str] = set()
    for spot in everywhere(content):
        for place in named_places(spot.own):
            whole = f"{place.kind} {place.name}"
            if whole not in seen and not begins_sentence(spot.text, place.start) and _has_needless_capital(place):
                seen.add(whole)
                yield spot.hit(
                    f'"{whole}" ở giữa câu viết hoa chữ chỉ loại đơn vị; hãy sửa thành "{place.kind.lower()} {place.name}".'
                )


def _has_needless_capital(place: NamedPlace) -> bool:
    """Whether its kind begins with a capital, as only units named by a number, a person or an event do."""
    if not place.kind[0].isupper() or place.kind.isupper() or place.numbered:
        return False
    return place.name not in units.eponyms()


RULE = Rule(
    id="VH-03",
    name="loại đơn vị hành chính viết hoa ở giữa câu",
    severity=Severity.INFO,
    citation=decree("PL2-III.1a"),
    manual=Manual(
        what="Tên đơn vị hành chính viết hoa tên riêng, viết thường danh từ chung: tỉnh Lạng Sơn, xã Ba Sơn, thành phố Đồng Nai.",
        why="Đó là quy định viết hoa của Nghị định; chỉ đơn vị mang chữ số, tên người, tên sự kiện mới viết hoa cả danh từ chung.",
        instead='Viết thường các chữ "tỉnh", "thành phố", "xã", "phường" ở giữa câu.',
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Các thôn phối hợp với các sở của Tỉnh Lạng Sơn thực hiện./."),
        plan(recipients=("UBND tỉnh (b/c)", "Các thôn", "Đảng ủy Xã Ba Sơn", "Lưu: VT, VHXH")),
    ),
    good=(
        plan(
            closing="Xã Ba Sơn phối hợp với tỉnh Lạng Sơn, Thành phố Hồ Chí Minh, Phường Lương Văn Tri, Quận 1 thực hiện./."
        ),
        plan(closing="Tỉnh Đoàn, Hội Nông dân Tỉnh phối hợp thực hiện./."),
    ),
)
