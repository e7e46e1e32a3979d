"""KH-2C-03: a province or a commune named as it was before it was merged or changed its kind."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from kedraft import units
from kedraft.lint.content import TWO_TIER_FROM, Content
from kedraft.lint.issuer import capitals, unit_of
from kedraft.lint.places import HISTORIC, NamedPlace, named_places
from kedraft.lint.prose import sentences
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity
from kedraft.model.plan import Level
from kedraft.model.unit import Unit

_BEFORE = date(2025, 6, 30)
_PROVINCES = ("tỉnh", "thành phố")
_COMMUNES = ("xã", "phường", "thị trấn")


def _check(content: Content) -> Iterator[Hit]:
    on = content.earliest or content.today
    if on is None or on < TWO_TIER_FROM:
        return
    reasons: dict[str, str | None] = {}
    told: set[str] = set()
    for spot in (*content.prose, *content.recipients):
        gone = [place for place in named_places(spot.own) if _may_be_gone(place) and _why(place, content, on, reasons)]
        for sentence in sentences(spot.own) if gone else ():
            inside = [place for place in gone if sentence.start <= place.start < sentence.start + len(sentence.text)]
            for place in inside if inside and not HISTORIC.search(sentence.text) else ():
                if _whole(place) not in told:
                    told.add(_whole(place))
                    yield spot.hit(f'"{place.kind} {place.name}": {reasons[_whole(place)]}')


def _why(place: NamedPlace, content: Content, on: date, reasons: dict[str, str | None]) -> str | None:
    """What became of the unit, looked up once for each; None where nothing did."""
    whole = _whole(place)
    if whole not in reasons:
        reasons[whole] = _reason(place, content, on)
    return reasons[whole]


def _whole(place: NamedPlace) -> str:
    return f"{place.kind.lower()} {place.name}"


def _may_be_gone(place: NamedPlace) -> bool:
    return not place.numbered and place.kind.lower() in (*_PROVINCES, *_COMMUNES)


def _reason(place: NamedPlace, content: Content, on: date) -> str | None:
    """What became of the unit; None where it exists, or where the table does not know it for sure."""
    kind = place.kind.lower()
    if content.parent and capitals(place.name) in capitals(content.parent.issuing_body.name):
        return None  # the parent's own name, left over: KH-CA-04 tells
    if kind in _PROVINCES and (kind, place.name) in _former_provinces(on):
        return units.find(commune=None, province=f"{kind} {place.name}", on=on).reason
    unit = unit_of(content.plan)
    if kind not in _COMMUNES or unit is None or place.name.upper() == unit.name:
        return None
    spec = content.draft.spec.locality.province if content.draft else None
    if content.level is Level.COMMUNE:
        made_of = _made_of(f"{unit.kind} {unit.name}".lower(), spec, on)
        return _fate(kind, place.name, made_of, on) if (kind, place.name) in made_of else None
    if content.level is Level.PROVINCE and (kind, place.name) in _former_communes(unit.name.title(), on):
        return units.find(commune=f"{kind} {place.name}", province=unit.name.title(), on=on).reason
    return None


@cache
def _former_provinces(on: date) -> frozenset[tuple[str, str]]:
    now = {_named(one) for one in units.provinces(on)}
    return frozenset(_named(one) for day in (_BEFORE, TWO_TIER_FROM) for one in units.provinces(day)) - now


@cache
def _made_of(name: str, province: str | None, on: date) -> dict[tuple[str, str], str]:
    """The communes that the unit was made of, by kind and name, each with its province."""
    unit = units.find(commune=name, province=province, on=on).unit
    return {_named(one): one.province for one in (units.predecessors(unit) if unit else ())}


def _fate(kind: str, name: str, made_of: dict[tuple[str, str], str], on: date) -> str | None:
    found = units.find(commune=f"{kind} {name}", province=made_of[kind, name], on=on)
    return None if found.unit else found.reason  # another commune may bear the name today


@cache
def _former_communes(province: str, on: date) -> frozenset[tuple[str, str]]:
    now = {_named(one) for one in units.communes(province, on)}
    return frozenset(_named(one) for one in units.communes(province, _BEFORE)) - now


def _named(unit: Unit) -> tuple[str, str]:
    return str(unit.kind), unit.name


RULE = Rule(
    id="KH-2C-03",
    name="tên đơn vị hành chính đã thay đổi",
    severity=Severity.WARNING,
    manual=Manual(
        what="Tỉnh, xã, phường phải được gọi bằng tên và loại đơn vị vào ngày ban hành Kế hoạch.",
        why="Từ 01/7/2025 nhiều tỉnh, xã đã nhập; năm 2026 một số tỉnh thành thành phố. Giao việc cho đơn vị không còn thì không ai nhận.",
        instead="Dùng tên mới; nhắc đơn vị cũ thì ghi (cũ) hoặc trước đây. kedraft đối chiếu tên tỉnh, tên các xã nhập thành xã mình, và với kế hoạch "
        "của tỉnh là tên các xã trong tỉnh.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Các thôn học tập mô hình của tỉnh Bình Thuận./."),
        plan(closing="Các hộ dân tại xã Cao Lâu tiếp tục sử dụng dịch vụ công trực tuyến./."),
        plan(
            date="2026-05-05",
            closing="Các thôn học tập mô hình chuyển đổi số của tỉnh Đồng Nai./.",
        ),
    ),
    good=(
        plan(
            closing="Các thôn thuộc xã Cao Lâu (cũ), tỉnh Bình Thuận trước đây; học tập xã Mẫu Sơn, tỉnh Lâm Đồng, thành phố Huế./."
        ),
        plan(closing="Các thôn học tập mô hình của tỉnh Đồng Nai./."),
        draft(closing="Các thôn học tập mô hình của xã Mẫu Sơn./."),
    ),
)
