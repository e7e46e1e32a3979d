"""Phân bổ: a number shared out over the localities of a batch, to the last unit, the same way whatever their order."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kedraft.errors import misuse
from kedraft.localities.columns import is_built_in, taken
from kedraft.model.finding import Finding, Findings
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.model.spec import DistributeSpec
from kedraft.vietnamese.text import name_key, squeeze

_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_RULE = "PB-01"


@dataclass(frozen=True, slots=True)
class Shared:
    """The rows with their shares filled in, and what is wrong. A fault of a number leaves its field empty in every row."""

    rows: tuple[LocalityRow, ...]
    findings: Findings = ()


def distribute(rows: Sequence[LocalityRow], specs: Sequence[DistributeSpec], field: str = "distribute") -> Shared:
    """Shares each number out in turn, so that one may follow another's column. `field`: where they stand in the draft file."""
    rows = tuple(rows)
    findings: list[Finding] = []
    for at, spec in enumerate(specs):
        shared = share(rows, spec, f"{field}[{at}]")
        rows = shared.rows
        findings += shared.findings
    return Shared(rows, tuple(findings))


def shared_out(
    rows: Sequence[LocalityRow], specs: Sequence[DistributeSpec], parent: Plan, excused: Collection[str] = ()
) -> Shared:
    """`distribute`, and the parent's own totals compared; findings of rules that are excused are left out."""
    shared = distribute(rows, specs)
    found = (*shared.findings, *other_totals(parent, specs))
    return Shared(shared.rows, tuple(one for one in found if one.rule not in excused))


def share(rows: Sequence[LocalityRow], spec: DistributeSpec, field: str) -> Shared:
    """Shares one number out.

    With `by`, in proportion to that column by largest remainders: the sum is the total exactly, no share is below `least`, and a
    number that the table already has in the column stays. Without `by` the column is taken as it is and its sum is compared.
    """
    if is_built_in(spec.field):
        return Shared(tuple(rows), (misuse(_RULE, taken(spec.field, "Số"), Location(field=f"{field}.field")),))
    given, faults = _numbers(rows, spec.field, whole=True)
    if spec.by is None:
        return Shared(tuple(rows), (*faults, *_compared(rows, given, spec, field)))
    open_rows = [row for at, row in enumerate(rows) if given[at] is None]
    weights, lacking = _numbers(open_rows, spec.by, of=spec.by, field=field)
    rest = spec.total - sum(int(number) for number in given if number is not None)
    faults = [*faults, *lacking, *_impossible(open_rows, weights, rest, spec, field)]
    if faults:
        return Shared(tuple(_without(row, spec.field) for row in rows), tuple(faults))
    weighed = [
        (weight or Fraction(0), row.code or str(row.locality)) for weight, row in zip(weights, open_rows, strict=True)
    ]
    shares = iter(shares_of(rest, weighed, spec.least))
    return Shared(
        tuple(
            row if number is not None else _with(row, spec.field, next(shares))
            for row, number in zip(rows, given, strict=True)
        )
    )


def shares_of(total: int, weighed: Sequence[tuple[Fraction, str]], least: int = 0) -> list[int]:
    """Whole shares by weight that add up to `total`, none below `least`. Each weight comes with a name that settles ties.

    Localities whose proportional part is below the minimum get the minimum; the others share what is left.
    """
    held: set[int] = set()
    while True:
        free = [at for at in range(len(weighed)) if at not in held]
        left = total - least * len(held)
        sum_ = sum((weighed[at][0] for at in free), Fraction(0))
        parts = {at: left * weighed[at][0] / sum_ if sum_ else Fraction(0) for at in free}
        below = {at for at, part in parts.items() if part < least}
        if not below:
            break
        held |= below
    shares = [least] * len(weighed) if held else [0] * len(weighed)
    for at, part in parts.items():
        shares[at] = int(part)
    short = total - sum(shares)
    ranked = sorted(free, key=lambda at: (int(parts[at]) - parts[at], -weighed[at][0], weighed[at][1]))
    for at in ranked[:short]:
        shares[at] += 1
    return shares


def _impossible(
    rows: Sequence[LocalityRow], weights: Sequence[Fraction | None], rest: int, spec: DistributeSpec, field: str
) -> Iterator[Finding]:
    where = Location(field=f"{field}.total")
    if rest < 0:
        said = spec.total - rest
        yield misuse(
            _RULE,
            f"Cột “{spec.field}” đã ghi {_vn(said)}, nhiều hơn tổng {_vn(spec.total)}; sửa bảng hoặc tổng.",
            where,
        )
    elif not rows and rest:
        yield misuse(_RULE, f"Còn {_vn(rest)} của “{spec.field}” chưa chia mà không còn địa phương nào để chia.", where)
    elif rest < spec.least * len(rows):
        need = spec.least * len(rows)
        message = (
            f"Tổng {_vn(rest)} không đủ để mỗi địa phương có ít nhất {_vn(spec.least)} “{spec.field}” "
            f"({len(rows)} địa phương, cần {_vn(need)}); giảm `least` hoặc tăng `total`."
        )
        yield misuse(_RULE, message, where)
    elif rows and None not in weights and not any(weights):
        message = f"Mọi địa phương có “{spec.by}” bằng 0 nên không chia theo cột này được; chọn cột khác ở `by`."
        yield misuse(_RULE, message, Location(field=f"{field}.by"))


def _compared(
    rows: Sequence[LocalityRow], given: Sequence[Fraction | None], spec: DistributeSpec, field: str
) -> Iterator[Finding]:
    """The column as it is: every cell filled, the sum the total."""
    empty = [row for row, number in zip(rows, given, strict=True) if number is None and not _typed(row, spec.field)]
    for row in empty:
        message = (
            f"{row.locality.commune or row.locality.province}: chưa ghi “{spec.field}”; điền, hoặc thêm `by` để chia."
        )
        yield misuse(_RULE, message, _cell(row, spec.field))
    sum_ = sum(int(number) for number in given if number is not None)
    if not empty and sum_ != spec.total:
        least = f"nhiều hơn {_vn(sum_ - spec.total)}" if sum_ > spec.total else f"còn thiếu {_vn(spec.total - sum_)}"
        message = (
            f"Cột “{spec.field}” cộng lại là {_vn(sum_)}, còn tổng phải là {_vn(spec.total)} ({least}); "
            "sửa các ô của cột, hoặc sửa `total`."
        )
        yield misuse("PB-02", message, Location(field=f"{field}.total"))
    for row, number in zip(rows, given, strict=True):
        if number is not None and number < spec.least:
            message = (
                f"{row.locality.commune}: “{spec.field}” là {_vn(int(number))}, ít hơn mức tối thiểu {_vn(spec.least)}."
            )
            yield misuse("PB-02", message, _cell(row, spec.field))


# --- the parent's own total ------------------------------------------------------------------------------------------


def other_totals(parent: Plan, specs: Sequence[DistributeSpec], field: str = "distribute") -> Findings:
    """Totals that the parent's node states otherwise, for the numbers whose `node` is given."""
    return tuple(
        finding
        for at, spec in enumerate(specs)
        if spec.node is not None
        for finding in _other_total(parent, spec, spec.node, f"{field}[{at}]")
    )


def _other_total(parent: Plan, spec: DistributeSpec, node: str, field: str) -> Iterator[Finding]:
    item = parent.find(node)
    if item is None:
        message = f"Kế hoạch cấp trên không có đề mục {node}; xem mã bằng lệnh `kedraft outline {{tệp}}`."
        yield misuse("PK-01", message, Location(field=f"{field}.node"))
        return
    words = " ".join(one.words for one in item.walk())
    said = list(dict.fromkeys(_AMOUNT.findall(words)))
    if any(_amount(number) == spec.total for number in said):
        return
    what = f"chỉ nêu {', '.join(said[:8])}" if said else "không nêu số nào"
    message = (
        f"Tổng “{spec.field}” trong phiếu là {_vn(spec.total)}, còn đề mục {node} của cấp trên {what}; "
        "đối chiếu lại `total`, hoặc sửa `node`."
    )
    yield misuse("PB-03", message, Location(field=f"{field}.total"))


# --- numbers in rows -------------------------------------------------------------------------------------------------


def _numbers(
    rows: Sequence[LocalityRow], column: str, *, whole: bool = False, of: str | None = None, field: str = ""
) -> tuple[list[Fraction | None], list[Finding]]:
    """The column's numbers, None for empty cells; `of`: that an empty cell is a fault too."""
    if of is not None and rows and not any(_typed(row, of) or _has_cell(row, of) for row in rows):
        message = f"Bảng địa phương không có cột “{of}”; thêm cột này, hoặc chọn cột khác ở `by`."
        return [None] * len(rows), [misuse(_RULE, message, Location(field=f"{field}.by"))]
    numbers: list[Fraction | None] = []
    faults: list[Finding] = []
    for row in rows:
        typed = _typed(row, column)
        number = _amount(typed) if typed else None
        numbers.append(number)
        name = row.locality.commune or row.locality.province
        if typed and (number is None or (whole and number.denominator != 1)):
            kind = "một số nguyên" if whole else "một số"
            faults.append(
                misuse(_RULE, f"{name}: “{column}” là “{typed}”, không phải {kind}; sửa ô này.", _cell(row, column))
            )
        elif not typed and of is not None:
            message = f"{name}: chưa có “{of}” nên chưa chia theo cột này được; điền ô này, hoặc bỏ `by`."
            faults.append(misuse(_RULE, message, _cell(row, column)))
    return numbers, faults


def _typed(row: LocalityRow, column: str) -> str:
    return next((words for title, words in row.figures.items() if name_key(title) == name_key(column)), "")


def _cell(row: LocalityRow, column: str) -> Location:
    return next((where for title, where in row.cells.items() if name_key(title) == name_key(column)), row.where)


def _has_cell(row: LocalityRow, column: str) -> bool:
    return any(name_key(title) == name_key(column) for title in row.cells)


def _amount(text: str) -> Fraction | None:
    """`1.234`, `12,5` as a number; None for anything else, a sign among them."""
    text = squeeze(text)
    return Fraction(text.replace(".", "").replace(",", ".")) if _AMOUNT.fullmatch(text) else None


def _with(row: LocalityRow, column: str, share: int) -> LocalityRow:
    return row.evolve(figures=_without(row, column).figures | {column: _vn(share)})


def _without(row: LocalityRow, column: str) -> LocalityRow:
    figures = {title: words for title, words in row.figures.items() if name_key(title) != name_key(column)}
    return row if len(figures) == len(row.figures) else row.evolve(figures=figures)


def _vn(number: int) -> str:
    """A number as plans print it: `1.234`; one figure with a zero in front (`05`)."""
    return f"{number:02}" if 0 < number < 10 else f"{number:,}".replace(",", ".")
