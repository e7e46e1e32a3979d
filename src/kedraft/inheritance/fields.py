"""What differs by locality inside a draft file's own texts: fields, choices by kind, entries with `when`.

A draft file without braces and without `when` is given back as it is. The parent's words are never read here.

`fill_spec` puts words in place and interprets none of them: a batch calls it once per kind with a mark for each name that
`fields_of` tells, and replaces the marks by `value_of(name, values)` per locality.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from kedraft.clauses.words import words_of
from kedraft.errors import misuse
from kedraft.inheritance.braces import Choice, Fault, Field, Pieces, has_braces, joined, pieces, walk
from kedraft.localities.columns import BUILT_IN as BUILT_IN
from kedraft.localities.columns import is_built_in, taken
from kedraft.model.finding import Finding, Findings, Severity
from kedraft.model.locality import Locality
from kedraft.model.place import Location
from kedraft.model.spec import DraftSpec, SignatorySpec
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import name_key, squeeze

if TYPE_CHECKING:
    from kedraft.model.localities import LocalityRow

_BUILT_IN = frozenset(BUILT_IN)

#: Keys whose words are own text, alone, in lists or as the values of a mapping; and keys around such.
_TEXTS = frozenset(
    {
        "subject",
        "symbol",
        "place",
        "name",
        "superior",
        "short",
        "authority",
        "position",
        "second_position",
        "drafting_unit",
    }
    | {"bases", "opening", "heading", "text", "prepend", "append", "reason", "closing", "recipients", "replace", "with"}
)
_AROUND = frozenset({"document", "issuer", "signatory", "sections", "nodes", "annexes", "adapt"})


# --- which fields there are ------------------------------------------------------------------------------------------


def fields_of(spec: DraftSpec, kind: UnitKind | None = None) -> frozenset[str]:
    """The names in braces, as typed, in the draft file's own texts; with a kind only those that are printed for it."""
    if not differs_by_locality(spec):
        return frozenset()
    data = spec.model_dump(by_alias=True)
    if kind is not None:
        data = _Filling({}, kind, words=False).fill(data)
    return frozenset(one.name for _, read in _braced(data) for one in walk(read, kind) if isinstance(one, Field))


def columns_of(spec: DraftSpec) -> tuple[str, ...]:
    """The free columns that a table for this draft file needs: its fields but those that every locality has or is given.

    In the order of the draft file's letters; a number that is shared out needs the column that it is shared out by.
    """
    shared = {name_key(one.field) for one in spec.distribute if one.by is not None}
    by = [one.by for one in spec.distribute if one.by is not None]
    taken = [one.field for one in spec.distribute if one.by is None]
    found = {name_key(name): name for name in sorted(fields_of(spec), reverse=True)}  # `dân số` before `Dân số`
    for name in (*by, *taken):
        found.setdefault(name_key(name), name)
    given = shared | set(BUILT_IN)
    return tuple(found[name] for name in sorted(found) if name not in given)


def differs_by_locality(spec: DraftSpec) -> bool:
    """Whether anything in the draft file is a field, a choice or an entry for some kinds only."""
    own = (spec.document, spec.sections, spec.annexes, spec.opening, spec.closing, spec.bases, spec.recipients)
    return any(map(_differs, own)) or any(map(has_braces, spec.adapt.replace.values()))


def _differs(part: object) -> bool:
    """Whether a part of the draft file has a brace, or an entry that is for some kinds."""
    if isinstance(part, str):
        return has_braces(part)
    if isinstance(part, tuple | dict):
        return any(map(_differs, part.values() if isinstance(part, dict) else part))
    if not isinstance(part, BaseModel):
        return False
    return getattr(part, "when", None) is not None or any(_differs(value) for _, value in part)


# --- what they are worth ---------------------------------------------------------------------------------------------


def value_of(name: str, values: Mapping[str, str]) -> str | None:
    """The words for a name as typed: `{Đơn vị}` opens with a capital, `{ĐƠN VỊ}` is all capitals. None: no such name."""
    if name in values:
        return values[name]
    known = {name_key(one): words for one, words in values.items()}.get(name_key(name))
    if known is None:
        return None
    if name.isupper():
        return known.upper()
    return known[:1].upper() + known[1:] if name[:1].isupper() else known


def blank(name: str) -> str:
    """What is printed for a figure that is not there; the rule of unfilled places finds it."""
    return f"[điền {name}]"


def values_for(
    spec: DraftSpec, locality: Locality, row: "LocalityRow | None" = None
) -> tuple[dict[str, str], Findings]:
    """Every field's words for one locality, and a finding for each one that its texts use and it lacks.

    Figures are the row's; without a row they are the draft file's own `figures`.
    """
    values = _built_in(locality)
    given = spec.figures if row is None else row.figures
    values |= {
        name_key(name): squeeze(words) for name, words in given.items() if words.strip() and not is_built_in(name)
    }
    if locality.commune is not None and values["khu dân cư"] != words_of(locality)["khu dân cư"]:
        values["cấp dưới"] = f"các {values['khu dân cư']}"
    used = {name_key(name): name for name in sorted(fields_of(spec, locality.place.kind), reverse=True)}
    lacking = [name for name in sorted(used) if name not in values and name in _known(spec, row)]
    findings = (*_taken(spec), *(_lacks(used[name], spec, locality, row) for name in lacking))
    every = _known(spec, row) - values.keys()
    return values | {name: blank(name) for name in sorted(every)}, findings


def _taken(spec: DraftSpec) -> Iterator[Finding]:
    """Figures of the draft file that are named like fields that every locality has: they are not used."""
    for name in spec.figures:
        if is_built_in(name):
            yield misuse("PK-16", taken(name, "Số liệu"), Location(field=f"figures.{name}"))


def _built_in(locality: Locality) -> dict[str, str]:
    province, district = locality.province, locality.district
    words = {name: said for name, said in words_of(locality).items() if name == name_key(name) and said}
    own = {"tỉnh": province.full, "tên tỉnh": province.name}
    return words | own | ({"huyện": district.full} if district is not None else {})


def _known(spec: DraftSpec, row: "LocalityRow | None") -> set[str]:
    """Names that are right, whether or not this locality has words for them."""
    columns = (*row.figures, *row.cells) if row is not None else ()
    return {name_key(name) for name in (*BUILT_IN, *spec.figures, *columns, *(one.field for one in spec.distribute))}


def _lacks(name: str, spec: DraftSpec, locality: Locality, row: "LocalityRow | None") -> Finding:
    """A field without words: told at the empty cell, or where the draft file uses it when there is no table."""
    cells = {name_key(title): where for title, where in row.cells.items()} if row is not None else {}
    if name_key(name) in _BUILT_IN:
        remedy = "viết thẳng tên vào câu, hoặc bỏ trường này"
    elif row is None:
        remedy = f"thêm dòng `{name}: …` vào `figures` của phiếu"
    elif name_key(name) in cells:
        remedy = "điền vào ô này của bảng địa phương rồi chạy lại"
    else:
        remedy = f"thêm cột “{name}” vào bảng địa phương"
    message = f"“{{{name}}}”: {locality.place.full} chưa có, trong văn bản đang để “{blank(name)}”; {remedy}."
    where = cells.get(name_key(name)) or (row.where if row is not None else _first_use(spec, name))
    return Finding(rule="PK-13", severity=Severity.WARNING, message=message, where=where)


def _first_use(spec: DraftSpec, name: str) -> Location:
    for step, read in _braced(spec.model_dump(by_alias=True)):
        if any(isinstance(one, Field) and one.name == name for one in walk(read)):
            return Location(field=step)
    return Location()


# --- putting them in -------------------------------------------------------------------------------------------------


def fill_spec(spec: DraftSpec, fields: Mapping[str, str], kind: UnitKind) -> tuple[DraftSpec, Findings]:
    """The draft file with the words for `kind` and `fields` in its own texts, and what is wrong with its braces.

    `fields`: name -> words, which are placed as they are (see `values_for`, `value_of`). An unknown name, or braces that mean
    nothing, is a finding of severity error; the text keeps them as typed. An entry for other kinds is left out: an inherited
    section or annex that no other entry names then counts as dropped for that reason. A line that a choice leaves empty goes.
    """
    if not differs_by_locality(spec):
        return spec, ()
    data = spec.model_dump(by_alias=True)
    faults = tuple(_mistakes(data, fields, kind))
    try:
        return DraftSpec.model_validate(_Filling(fields, kind).fill(data)), faults
    except ValidationError as error:
        return spec, (*faults, *_emptied(error, kind))


def moved(spec: DraftSpec, kind: UnitKind) -> Mapping[str, str]:
    """Places of the filled draft file that stand elsewhere in the one that was typed: `sections[1]` -> `sections[2]`."""
    if not differs_by_locality(spec):
        return {}
    filling = _Filling({}, kind)
    filling.fill(spec.model_dump(by_alias=True))
    return filling.moved


def spec_for(spec: DraftSpec, row: "LocalityRow") -> DraftSpec:
    """The draft file for one row: its unit, signatory, number and symbol, drafting unit, own bodies; its figures are fields.

    Who signs is the row's to say: the name in the draft file is another locality's, so a row without one leaves a blank.
    """
    given = (("symbol", row.symbol), ("number", row.number), ("drafting_unit", row.drafting_unit))
    update: dict[str, object] = {key: value for key, value in given if value is not None}
    update["signatory"] = _signing(spec.document.signatory.evolve(name=None), row.signatory or SignatorySpec())
    document = spec.document.evolve(**update)
    adapt = spec.adapt.evolve(replace=spec.adapt.replace | row.bodies) if row.bodies else spec.adapt
    return spec.evolve(locality=row.locality, document=document, adapt=adapt)


def _signing(ours: SignatorySpec, theirs: SignatorySpec) -> SignatorySpec:
    said = {name: value for name in SignatorySpec.model_fields if (value := getattr(theirs, name)) is not None}
    return ours.evolve(**said)


# --- the draft file as data ------------------------------------------------------------------------------------------


def _texts(data: Any, step: str = "", *, own: bool = False) -> Iterator[tuple[str, str]]:
    """Own texts with their places."""
    if isinstance(data, str):
        if own:
            yield step, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if own or key in _TEXTS or key in _AROUND:
                yield from _texts(value, f"{step}.{key}" if step else key, own=own or key in _TEXTS)
    elif isinstance(data, list | tuple):
        for at, value in enumerate(data):
            yield from _texts(value, f"{step}[{at}]", own=own)


def _braced(data: Any) -> Iterator[tuple[str, Pieces]]:
    return ((step, pieces(text)) for step, text in _texts(data) if has_braces(text))


@dataclass(slots=True)
class _Filling:
    """Fills a draft file as data for one kind, and notes which entries move up because others go.

    Without `words` only the entries are chosen and the texts stay as typed.
    """

    fields: Mapping[str, str]
    kind: UnitKind
    words: bool = True
    moved: dict[str, str] = field(default_factory=dict)

    def fill(self, data: Any, now: str = "", typed: str = "", *, own: bool = False) -> Any:
        """The data filled; `now` and `typed`: where it will stand and where it stood; `own`: whether its words are own text."""
        if isinstance(data, str):
            return self._words(data) if self.words and own and has_braces(data) else data
        if isinstance(data, dict):
            return {key: self._value(key, value, now, typed, own) for key, value in data.items()}
        return self._listed(data, now, typed, own) if isinstance(data, list | tuple) else data

    def _value(self, key: str, value: Any, now: str, typed: str, own: bool) -> Any:
        if not (own or key in _TEXTS or key in _AROUND or (key == "drop" and not isinstance(value, str))):
            return value
        below = (f"{place}.{key}" if place else key for place in (now, typed))
        return self.fill(value, *below, own=own or key in _TEXTS)

    def _listed(self, data: Sequence[Any], now: str, typed: str, own: bool) -> list[Any]:
        out: list[Any] = []
        for at, one in enumerate(data):
            here = f"{now}[{len(out)}]", f"{typed}[{at}]"
            if isinstance(one, dict) and not holds(one.get("when"), self.kind):
                kept = _as_dropped(one, data, self.kind)
            else:
                kept = self.fill(one, *here, own=own)
            if kept is None or (own and isinstance(kept, str) and one and not kept.strip()):
                continue
            if here[0] != here[1]:
                self.moved[here[0]] = here[1]
            out.append(kept)
        return out

    def _words(self, text: str) -> str:
        def printed(name: str) -> str:
            words = value_of(name, self.fields)
            return f"{{{name}}}" if words is None else words

        return joined(pieces(text), self.kind, printed)


def holds(when: Sequence[UnitKind] | None, kind: UnitKind) -> bool:
    """Whether an entry is for this kind."""
    return when is None or kind in when


def _as_dropped(entry: Mapping[str, Any], beside: Sequence[Any], kind: UnitKind) -> dict[str, Any] | None:
    """What is left of an entry for other kinds: a parent's section that nothing else speaks of is dropped for that reason."""
    node = entry.get("inherit")
    if node is None:
        return None
    same = [one for one in beside if node in (one.get("inherit"), one.get("drop"))]
    if any(holds(one.get("when"), kind) for one in same) or same[0] is not entry:
        return None
    kinds = dict.fromkeys(one for other in same for one in other["when"])
    return {"drop": node, "reason": f"Chỉ áp dụng cho {', '.join(one.value for one in kinds)}"}


# --- mistakes --------------------------------------------------------------------------------------------------------


def _mistakes(data: Any, fields: Mapping[str, str], kind: UnitKind) -> Iterator[Finding]:
    for step, read in _braced(data):
        where = Location(field=step)
        for piece in walk(read):
            match piece:
                case Fault():
                    yield misuse("PK-11", f"“{piece.raw}”: {piece.why}.", where)
                case Field() if value_of(piece.name, fields) is None:
                    yield misuse("PK-12", _unknown(piece, fields), where)
        for piece in walk(read, kind):
            if isinstance(piece, Choice) and piece.words(kind) is None:
                message = (
                    f"“{piece.raw}” không nói đến {kind.value} nên ở đó không in gì; thêm phần `| {kind.value}: …`, "
                    "hoặc `| khác:` nếu đúng là để trống."
                )
                yield Finding(rule="PK-14", severity=Severity.WARNING, message=message, where=where)


def _unknown(piece: Field, fields: Mapping[str, str]) -> str:
    names = sorted({name_key(name) for name in fields})
    near = get_close_matches(name_key(piece.name), names, n=1, cutoff=0.6)
    if near:
        return f"“{piece.raw}”: không có trường “{piece.name}”; có phải là {{{near[0]}}}?"
    listed = ", ".join(f"{{{name}}}" for name in names)
    return (
        f"“{piece.raw}”: không có trường “{piece.name}”; các trường dùng được: {listed}. Thêm cột này vào bảng địa phương, "
        "thêm vào `figures` của phiếu, hoặc viết {{ }} nếu muốn in dấu ngoặc nhọn."
    )


def _emptied(error: ValidationError, kind: UnitKind) -> Iterator[Finding]:
    """What is wrong with the draft file once it is filled: nearly always a text that is then empty."""
    for one in error.errors(include_url=False):
        steps = [part for part in one["loc"] if not (isinstance(part, str) and part[:1].isupper())]
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in steps).lstrip(".")
        why = "không còn mục nào" if one["type"] == "too_short" else one["msg"]
        yield misuse("PK-15", f"Sau khi điền cho {kind.value}, `{place}`: {why}.", Location(field=place))
