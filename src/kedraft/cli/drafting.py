"""A draft file on disk to a checked draft: what `draft` and `check` share."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kedraft.clauses import Clause, Library
from kedraft.cli.files import parent_plan
from kedraft.cli.own_units import unit_table
from kedraft.errors import DataInvalid, KedraftError, LocalityUnknown, SourceUnreadable, SpecMismatch, misuse
from kedraft.model.draft import Draft
from kedraft.model.finding import Findings
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import draft_findings, draft_plan, fit, has_errors, locate_for
from kedraft.workspace import Loaded, clauses_beside, load_spec, parse_yaml, read_text


@dataclass(frozen=True)
class Drafted:
    """A draft, the file that asked for it, and everything noticed; places are those of the draft file where they are known."""

    spec: Loaded[DraftSpec]
    draft: Draft
    findings: Findings


def drafted(path: Path, units: Path | None = None) -> Drafted:
    """Reads, inherits, adapts and checks; writes nothing. `units`: an office's own table of units instead of the draft file's.

    Raises:
        KedraftError: as the stages raise, with line and column of the draft file where the fault lies there.
    """
    try:
        spec = load_spec(path)
    except DataInvalid as error:
        raise DataInvalid((*error.findings, *_unknown_nodes(path))) from None
    try:
        locality = locate_for(spec.value, unit_table(units, spec))
    except LocalityUnknown as error:
        raise LocalityUnknown(error.message, spec.locate("locality")) from None
    parent = _parent(path, spec.value.parent, spec.locate("parent"))
    above = {name: _parent(path, file, spec.locate(f"above.{name}")) for name, file in spec.value.above.items()}
    fitted = fit(spec.value, locality)
    if has_errors(fitted.findings):
        raise SpecMismatch(spec.located(fitted.findings))
    library = Library(_own_clauses(path, spec))
    try:
        draft = draft_plan(parent, fitted.spec, locality, above, library)
    except SpecMismatch as error:
        raise SpecMismatch(spec.located(error.findings, fitted.moved)) from None
    findings = (*spec.located(fitted.findings), *spec.located(draft_findings(draft), fitted.moved))
    named = tuple(f if f.where.file else f.evolve(where=f.where.evolve(file=path.name)) for f in findings)
    return Drafted(spec, draft, named)


def _parent(path: Path, file: str, named: Location) -> Plan:
    """A parent plan; a file that is not there is told at the line that names it."""
    source = path.parent / file
    if source.exists():
        return parent_plan(source)
    try:
        return parent_plan(source)
    except SourceUnreadable as error:
        raise SourceUnreadable(f"{error.where}: {error.message}", named) from None


def _own_clauses(path: Path, spec: Loaded[DraftSpec]) -> tuple[Clause, ...]:
    """The office's own clauses; a folder that is not there is told at the line that names it."""
    named = spec.value.clauses
    if named is not None and not (path.parent / named).is_dir():
        raise SourceUnreadable(
            f"Không có thư mục mẫu câu {named}; tạo thư mục, hoặc bỏ dòng này.", spec.locate("clauses")
        )
    return clauses_beside(path, named)


def _unknown_nodes(path: Path) -> Findings:
    """Nodes that a draft file with other faults names and its parent does not have, so that all faults are told at once."""
    with suppress(KedraftError):
        data, positions = parse_yaml(read_text(path), path.name)
        if not isinstance(data, dict) or not isinstance(data.get("parent"), str):
            return ()
        parent = parent_plan(path.parent / str(data["parent"]))
        nodes = {item.id for item in parent.walk()} | {annex.id for annex in parent.annexes}
        above = data.get("above")
        names = tuple(above) if isinstance(above, dict) else ()
        hint = f"Chạy lệnh `kedraft outline {data['parent']}` để xem mã."
        return tuple(
            misuse("PK-01", f"Kế hoạch cấp trên không có đề mục {value}. {hint}", positions.at(step))
            for step, value in _named_nodes(data, ())
            if value not in nodes and value.partition(":")[0] not in names
        )
    return ()


_Step = tuple[str | int, ...]


def _named_nodes(data: object, step: _Step) -> Iterator[tuple[_Step, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("inherit", "node", "drop") and isinstance(value, str):
                yield (*step, key), value
            elif key == "only" and isinstance(value, list):
                yield from (((*step, key, at), one) for at, one in enumerate(value) if isinstance(one, str))
            else:
                yield from _named_nodes(value, (*step, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _named_nodes(value, (*step, at))
