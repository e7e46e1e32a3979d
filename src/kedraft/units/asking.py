"""What is asked of the table of units, whether a row answers it, and the words around an answer."""

from dataclasses import dataclass

from kedraft.model.plan import Level
from kedraft.model.unit import Unit, UnitKind
from kedraft.units.names import key, lacks_only_marks, readings
from kedraft.units.rows import Former, Row, iso
from kedraft.units.wording import kind_word
from kedraft.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: a name at a level, where, when; the names as keys, `typed` and `where` as they came."""

    level: Level
    name: str
    district: str = ""
    province: str = ""
    on: str = ""
    typed: str = ""
    where: str = ""

    @property
    def kind(self) -> UnitKind | None:
        """The kind that the name begins with, if it does."""
        return readings(self.name)[-1][0]

    @property
    def bare(self) -> str:
        """The name without its kind."""
        return readings(self.name)[-1][1]


def cut_by(row: Row, unit: Unit) -> Row | None:
    """What is left of a row when a unit of an office takes over its code or its people."""
    since = iso(unit.valid_from)
    if row.code != unit.code and row.code in unit.predecessors and row.since < since:
        if row.until == since and unit.code not in row.successors.split():
            return row._replace(successors=f"{row.successors} {unit.code}".strip())
        return row._replace(until=since, successors=unit.code) if row.holds(since) else row
    if row.code != unit.code or (row.until and row.until <= since):
        return row
    return None if row.since >= since else row._replace(until=since, successors=unit.code)


def moment_within(row: Row, on: str) -> str:
    """The day, when the row holds then; else empty."""
    return on if row.holds(on) else ""


def same_province(text: str, province: str) -> bool:
    """Whether a text names that province; its kind does not matter, for it changes."""
    return any(alike(typed, key(province)) for _, typed in readings(text))


def alike(typed: str, name: str) -> bool:
    """Whether two keys are one name, the first perhaps without some marks."""
    return typed == name or (fold(typed) == fold(name) and lacks_only_marks(typed, name))


def former_inside(former: Former, asked: Asked) -> bool:
    """Whether a commune that was gone before the table begins lay where the question says."""
    if asked.province and not same_province(asked.province, former.province):
        return False
    return not asked.district or same_province(asked.district, readings(key(former.district))[-1][1])


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]


def remedy_for(asked: Asked, units: tuple[Unit, ...]) -> str:
    """What to add to a name that several units have."""
    if not asked.province and asked.level is not Level.PROVINCE:
        return "ghi thêm tỉnh"
    if not asked.district and any(unit.district for unit in units):
        return "ghi thêm huyện"
    return f"ghi đủ loại ({kind_word(None, asked.level)}) và dấu của tên"


def by_resolutions(unit: Unit, after: tuple[Unit, ...]) -> str:
    """The resolutions that made the successors; a district ended by law, not by these."""
    numbers = dict.fromkeys(one.resolution for one in after if one.resolution)
    return f" (Nghị quyết {', '.join(numbers)})" if numbers and unit.level is not Level.DISTRICT else ""


def advice_on(after: tuple[Unit, ...]) -> str:
    """What to do when a unit is gone."""
    if not after:
        return ""
    return " Hãy dùng tên mới." if len(after) == 1 else " Hãy chọn đơn vị đúng."
