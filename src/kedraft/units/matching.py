"""Which rows answer a question: by the exact name, without marks, under another kind, with a wrong letter."""

from kedraft.model.plan import Level
from kedraft.units.asking import Asked, alike, moment_within, same_province
from kedraft.units.names import distance, key, lacks_only_marks, misspellings, readings
from kedraft.units.register import Register
from kedraft.units.rows import Row
from kedraft.vietnamese.text import fold


def exact(register: Register, asked: Asked) -> list[Row]:
    """The rows of that very name, of all times; of that kind, when the name begins with one."""
    found = ((kind, row) for kind, name in readings(asked.name) for row in register.named(name, asked.level))
    return [row for kind, row in found if kind is None or row.kind == kind]


def without_marks(register: Register, asked: Asked) -> list[Row]:
    """The rows whose name was typed without some marks."""
    out = []
    for kind, typed in readings(asked.name):
        for name in register.sounding(fold(typed), asked.level):
            if lacks_only_marks(typed, name):
                out += [row for row in register.named(name, asked.level) if kind is None or row.kind == kind]
    return out


def inside(register: Register, row: Row, asked: Asked) -> bool:
    """Whether a row lies where the question says: at its own time or, once gone, through its successors."""
    if asked.district and not _in_district(register, row, asked.district):
        return False
    if not asked.province or same_province(asked.province, register.province_name(row, moment_within(row, asked.on))):
        return True
    if row.holds(asked.on) or not row.until:
        return False
    later = (register.at(code, row.until) for code in row.successors.split())
    return any(after and same_province(asked.province, register.province_name(after)) for after in later)


def _in_district(register: Register, row: Row, text: str) -> bool:
    name = register.district_name(row)
    if name is None:
        return False
    kind, bare = readings(key(name))[-1]
    return any(alike(typed, bare) and asked in (None, kind) for asked, typed in readings(text))


def other_kind(register: Register, asked: Asked) -> list[Row]:
    """The rows of that name, whatever kind and marks it was typed with."""
    names = register.folded[asked.level].get(fold(asked.bare), ())
    return [row for name in names for row in register.by_name[asked.level][name]]


def misspelt(register: Register, asked: Asked) -> list[Row]:
    """The rows whose name is a letter or two away."""
    by_name, folded = register.by_name[asked.level], register.folded[asked.level]
    return [row for near in _near_names(register, asked.bare, asked.level) for n in folded[near] for row in by_name[n]]


def _near_names(register: Register, text: str, level: Level) -> list[str]:
    """Folded names at most two letters away (one, for short names), nearest first."""
    typed = fold(text)
    most = 2 if len(typed) > 6 else 1
    known = register.near[level]
    near = {name for miss in misspellings(typed) if miss in known for name in known[miss]}
    ranked = sorted((distance(typed, name), name) for name in near)
    return [name for steps, name in ranked if 0 < steps <= most]


def provinces_like(register: Register, text: str) -> frozenset[str]:
    """That province's name and those of the provinces that went into it or that it went into."""
    asked = Asked(Level.PROVINCE, key(text))
    rows = exact(register, asked) or without_marks(register, asked)
    units = [register.unit(row) for row in rows]
    around = [near for unit in units for near in (*register.predecessors(unit), *register.successors(unit))]
    same = [unit for unit in around if unit.name in {u.name for u in units}]
    earlier = [before for unit in same for before in register.predecessors(unit)]
    return frozenset(unit.name for unit in (*units, *around, *earlier))
