"""What a batch is asked for: the draft file, its parents, the template and the localities, read from disk once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from kedraft.clauses import Clause
from kedraft.errors import SourceUnreadable
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import parent_plan
from kedraft.rendering import Template, compile_template
from kedraft.rendering.template import FILE
from kedraft.units import UnitTable
from kedraft.workspace import Loaded, clauses_beside, find_template, load_plan, load_spec, read_bytes
from kedraft.workspace.folder import inputs_digest
from kedraft.workspace.program import program_digest
from kedraft.workspace.templates import prepared_beside

_DATA = (".yaml", ".yml")


@dataclass(frozen=True)
class BatchJob:
    """Việc soạn hàng loạt - everything that drafting needs, as values that can be sent to another process.

    `above`: the plans behind the parent, by name. `inputs`: the bytes that were read (draft file, template, parents), `sources` the
    files that they were read from. `units`: an office's own table of units. `own`: its own clauses.
    `prepared`: what a template that kedraft brings carries beside it. `shared`: the digest, where another process has made it.
    """

    draft_file: Path
    spec: Loaded[DraftSpec]
    parent: Plan
    rows: tuple[LocalityRow, ...]
    template: bytes
    template_name: str
    inputs: tuple[bytes, ...]
    above: Mapping[str, Plan] = field(default_factory=dict)
    units: UnitTable | None = None
    own: tuple[Clause, ...] = ()
    sources: tuple[Path, ...] = ()
    prepared: bytes | None = None
    shared: bytes | None = None

    def compiled(self) -> Template:
        """The template, ready to print. Raises `TemplateInvalid`."""
        return compile_template(self.template, self.template_name, prepared=self.prepared)

    @cached_property
    def digest(self) -> bytes:
        """Fingerprint of what all localities share: kedraft itself, the files, and the plans as they were read from them."""
        if self.shared is not None:
            return self.shared
        plans = [plan.model_dump_json().encode() for plan in (self.parent, *self.above.values())]
        return inputs_digest(program_digest().encode(), *self.inputs, *plans).encode()

    def digest_for(self, row: LocalityRow) -> str:
        """Fingerprint of everything that a locality's file is made from; an empty column prints a blank with its name."""
        own = row.model_dump_json(exclude={"where", "cells"})
        return inputs_digest(self.digest, own.encode(), "\n".join(row.lacking).encode())

    def key_for(self, row: LocalityRow, inputs: str) -> str:
        """Fingerprint of everything that decides what is said of a locality: `inputs`, and the places that findings name."""
        cells = [f"{title}\0{where}" for title, where in row.cells.items()]
        return inputs_digest(
            inputs.encode(), self.draft_file.name.encode(), "\n".join([str(row.where), *cells]).encode()
        )

    def alone(self) -> "BatchJob":
        """The job without its table: what a process needs that is given its localities."""
        return replace(self, rows=(), shared=self.digest)


def batch_job(draft_file: Path, rows: tuple[LocalityRow, ...]) -> BatchJob:
    """Reads the draft file, its parents and its template.

    Raises:
        KedraftError: what one of them raises, with its place.
    """
    spec = load_spec(draft_file)
    parent, data = _parent(draft_file, spec.value.parent, spec.locate("parent"))
    above = {name: _parent(draft_file, file, spec.locate(f"above.{name}")) for name, file in spec.value.above.items()}
    file = find_template(spec.value.template, draft_file) / FILE
    template = read_bytes(file)
    own = clauses_beside(draft_file, spec.value.clauses)
    return BatchJob(
        draft_file=draft_file,
        spec=spec,
        parent=parent,
        rows=rows,
        template=template,
        template_name=f"{file.parent.name}/{FILE}",
        inputs=(read_bytes(draft_file), template, data, *(data for _, data in above.values()), _bytes(own)),
        above={name: plan for name, (plan, _) in above.items()},
        own=own,
        prepared=prepared_beside(file),
        sources=(
            draft_file,
            file,
            *(draft_file.parent / one for one in (spec.value.parent, *spec.value.above.values())),
        ),
    )


def _bytes(own: tuple[Clause, ...]) -> bytes:
    """The office's own clauses as bytes: the files are made again when one of them changes."""
    return "\n".join(clause.model_dump_json() for clause in own).encode()


def _parent(draft_file: Path, file: str, named: Location) -> tuple[Plan, bytes]:
    """A parent plan with its bytes; a file that is not there is told at the line that names it."""
    source = draft_file.parent / file
    try:
        data = read_bytes(source)
    except SourceUnreadable as error:
        raise SourceUnreadable(f"{error.where}: {error.message}", named) from None
    return (load_plan(source) if source.suffix.lower() in _DATA else parent_plan(data, source.name)), data
