"""Entries as somebody typed them, to rows: every unit found, and everything that is wrong told at once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from kedraft.errors import DataInvalid, misuse
from kedraft.grammar.shape import is_person, is_upper, without_honours
from kedraft.localities.columns import AUTHORITIES, BY_KEY, POSITIONS, RESIDENTIAL_FIELD
from kedraft.localities.rows import spec_of
from kedraft.model.finding import Finding
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.model.plan import Level
from kedraft.model.spec import SignatorySpec
from kedraft.model.unit import Unit, UnitKind
from kedraft.units import UnitTable, full_name
from kedraft.units.names import key, readings
from kedraft.units.wording import located
from kedraft.vietnamese.text import fold, name_key, squeeze

RULE = "DP-01"
_TWO_TIERS = date(2025, 7, 1)  # Luật 72/2025/QH15
_DISTRICTS = (UnitKind.HUYEN, UnitKind.QUAN, UnitKind.THI_XA, UnitKind.THANH_PHO)


@dataclass(frozen=True, slots=True)
class Cell:
    """What somebody typed (blanks at the ends gone), and where. `digits`: a number's without the marks of thousands."""

    words: str
    where: Location
    digits: str = ""


_NOTHING = Cell("", Location())


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table: known columns by key, free columns and replaced phrases by title. Empty cells are there."""

    where: Location
    known: Mapping[str, Cell] = field(default_factory=dict)
    figures: Mapping[str, Cell] = field(default_factory=dict)
    bodies: Mapping[str, Cell] = field(default_factory=dict)

    def words(self, name: str) -> str:
        """The words of a known column, "" when there are none."""
        cell = self.known.get(name)
        return cell.words if cell else ""

    def at(self, *names: str) -> Location:
        """Where the first of these columns that has words stands, else the entry."""
        return next((self.known[name].where for name in names if self.words(name)), self.where)


def rows_from(
    entries: Iterable[Entry], on: date, table: UnitTable, faults: Iterable[Finding] = ()
) -> tuple[LocalityRow, ...]:
    """The rows, in the order of the table. `faults` are those that reading found already.

    Raises:
        DataInvalid: with every fault of the table.
    """
    found = list(faults)
    rows: list[LocalityRow] = []
    first: dict[str, Location] = {}
    for entry in entries:
        unit = _unit(entry, on, table, found)
        if unit is not None and unit.code in first:
            found.append(_twice(unit, entry, first[unit.code]))
            continue
        if unit is not None:
            first[unit.code] = entry.at("unit", "code")
        found += _odd_kind(entry, unit)
        row = _row(entry, unit, found)
        if row is not None:
            rows.append(row)
    if found:
        raise DataInvalid(tuple(dict.fromkeys(found)))
    return tuple(rows)


def _twice(unit: Unit, entry: Entry, before: Location) -> Finding:
    where = entry.at("unit", "code")
    message = f"{full_name(unit)} đã có ở {_short(before, where)}; mỗi địa phương chỉ một dòng, xóa bớt một dòng."
    return misuse("DP-02", message, where)


def _short(before: Location, now: Location) -> str:
    """A place in the same file, without the file's name: `ô C4`, `dòng 4`."""
    if before.line is not None:
        return f"dòng {before.line}"
    sheet = (now.field or "").rpartition(", ")[0]
    return (before.field or str(before)).removeprefix(f"{sheet}, ")


# --- which unit ------------------------------------------------------------------------------------------------------


def _unit(entry: Entry, on: date, table: UnitTable, faults: list[Finding]) -> Unit | None:
    name, code = entry.words("unit"), entry.words("code")
    if not name and not code:
        faults.append(misuse(RULE, "Dòng này chưa ghi tên địa phương; điền tên, hoặc xóa cả dòng.", entry.at("unit")))
        return None
    by_code = _by_code(code, entry, on, table, faults) if code else None
    if not name:
        return by_code
    if code and by_code is None:
        return None
    asked, province = _named(entry), entry.words("province") or None
    if readings(key(asked))[-1][0] in _DISTRICTS and on < _TWO_TIERS:
        found = table.find(commune=None, district=asked, province=province, on=on)
    else:
        found = table.find(commune=asked, district=entry.words("district") or None, province=province, on=on)
    unit = found.unit
    if unit is None and by_code is not None and any(one.code == by_code.code for one in found.candidates):
        return by_code  # the name alone fits several, the code says which
    if unit is None:
        faults.append(misuse("DP-03", found.reason or f"Không rõ “{name}” là đơn vị nào.", entry.at("unit")))
    elif by_code is not None and by_code.code != unit.code:
        message = (
            f"Mã {code} là của {located(by_code, by_code.province)}, còn tên là {located(unit, unit.province)}; "
            "sửa lại mã hoặc tên cho khớp."
        )
        faults.append(misuse("DP-03", message, entry.at("code")))
        return None
    return unit


def _named(entry: Entry) -> str:
    """The name with its kind, when the kind stands in a column of its own."""
    name, kind = squeeze(entry.words("unit")), squeeze(entry.words("kind"))
    if not kind or fold(name).startswith(f"{fold(kind)} ") or fold(kind) not in map(fold, UnitKind):
        return name
    return f"{kind} {name}"


def _odd_kind(entry: Entry, unit: Unit | None) -> Iterator[Finding]:
    kind = squeeze(entry.words("kind"))
    if not kind:
        return
    if fold(kind) not in map(fold, UnitKind):
        listed = ", ".join((UnitKind.XA, UnitKind.PHUONG, UnitKind.DAC_KHU))
        yield misuse(
            RULE, f"“{kind}” không phải loại đơn vị hành chính; ghi {listed}, hoặc bỏ trống.", entry.at("kind")
        )
    elif unit is not None and fold(kind) != fold(unit.kind):
        message = f"Cột này ghi {kind}, còn mã hoặc tên là của {full_name(unit)}; sửa cột này, hoặc sửa mã, tên."
        yield misuse("DP-03", message, entry.at("kind"))


def _by_code(code: str, entry: Entry, on: date, table: UnitTable, faults: list[Finding]) -> Unit | None:
    digits = code.replace(".", "")
    unit = table.by_code(code, on) or (table.by_code(digits.zfill(5), on) if digits.isdigit() else None)
    if unit is not None and unit.level is not Level.PROVINCE:
        return unit
    day = f"{on.day:02}/{on.month:02}/{on.year}"
    message = f"Ngày {day} không có xã, phường, đặc khu nào mang mã {code}; xem lại mã, hoặc xóa mã và chỉ ghi tên."
    faults.append(misuse("DP-03", message, entry.at("code")))
    return None


# --- the row ---------------------------------------------------------------------------------------------------------


def _row(entry: Entry, unit: Unit | None, faults: list[Finding]) -> LocalityRow | None:
    figures = {
        RESIDENTIAL_FIELD if name_key(title) == RESIDENTIAL_FIELD else title: cell
        for title, cell in entry.figures.items()
    }
    if "residential" in entry.known:
        figures[RESIDENTIAL_FIELD] = entry.known["residential"]
    number, signatory = _number(entry, faults), _signatory(entry, faults)
    if unit is None:
        return None
    try:
        return LocalityRow(
            locality=spec_of(unit),
            code=unit.code,
            signatory=signatory,
            symbol=entry.words("symbol") or None,
            number=number,
            drafting_unit=entry.words("drafting_unit") or None,
            bodies={phrase: cell.words for phrase, cell in entry.bodies.items() if cell.words},
            figures={title: squeeze(cell.words) for title, cell in figures.items() if cell.words},
            cells={title: cell.where for title, cell in figures.items()},
            where=entry.where,
        )
    except ValidationError as error:
        faults.append(misuse(RULE, f"{full_name(unit)}: {error.errors()[0]['msg']}.", entry.where))
        return None


def _number(entry: Entry, faults: list[Finding]) -> str | None:
    number = entry.words("number")
    if entry.known.get("number", _NOTHING).digits:
        number = number.zfill(2)  # a sheet drops the zero of 07
    if number and not (number[:-1].isdigit() or number.isdigit()):
        title = BY_KEY["number"].title
        message = (
            f"Cột “{title}” chỉ ghi số, ví dụ 07; ký hiệu ghi ở cột “{BY_KEY['symbol'].title}”. Ở đây là “{number}”."
        )
        faults.append(misuse(RULE, message, entry.at("number")))
        return None
    return number or None


def _signatory(entry: Entry, faults: list[Finding]) -> SignatorySpec | None:
    """Who signs, the offices in capitals as they are printed (PL1-II.7); a cell that no signature can hold is a fault."""
    authority = tuple(
        line for part in entry.words("authority").replace("\n", ";").split(";") if (line := squeeze(part))
    )
    position, name = squeeze(entry.words("position")), squeeze(entry.words("name"))
    faults += [misuse(RULE, why, entry.at(cell)) for cell, why in _unsignable(authority, position, name)]
    if not (authority or position or name):
        return None
    return SignatorySpec(
        authority=tuple(map(str.upper, authority)) or None, position=position.upper() or None, name=name or None
    )


_ACTING = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s*\.\s*\w")
_ACTS = re.compile(r"(?:KÝ THAY|KÝ|THAY MẶT|THỪA|TM|KT|TL|TUQ)\b")


def _unsignable(authority: Sequence[str], position: str, name: str) -> Iterator[tuple[str, str]]:
    """The cells of a signature that cannot be printed as one, each with what is wrong."""
    for line in authority:
        if not _ACTING.match(line.upper()):
            yield (
                "authority",
                f"“{line}” không phải dòng quyền hạn ký; ghi như {AUTHORITIES[0]}, phó ký thay thì ghi {AUTHORITIES[1]}.",
            )
    office = position.upper()
    if office and (_ACTS.match(office) or not is_upper(office) or any(map(str.isdigit, office))):
        yield (
            "position",
            f"“{position}” không phải chức vụ; ghi {' hoặc '.join(POSITIONS)}; ký thay thì ghi KT. CHỦ TỊCH ở cột "
            f"“{BY_KEY['authority'].title}”.",
        )
    if name and (bare := without_honours(name)) != name:
        yield "name", f"“{name}”: cột này không ghi học hàm, học vị, quân hàm; ghi {bare}."
    elif name and not _is_name(name):
        yield (
            "name",
            f"“{name}” không phải họ và tên đầy đủ; ghi như Nguyễn Văn A, hoặc để trống nếu chưa biết người ký.",
        )


def _is_name(name: str) -> bool:
    return is_person(name) or (is_upper(name) and is_person(" ".join(word.capitalize() for word in name.split())))
