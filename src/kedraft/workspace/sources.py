"""Which files a draft file is made from: none of them may be written over, not even with --force."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kedraft.errors import TemplateInvalid
from kedraft.model.spec import DraftSpec
from kedraft.workspace.clauses import clause_files, folder_beside
from kedraft.workspace.templates import template_file
from kedraft.workspace.yaml_in import Loaded


def sources_of(spec: Loaded[DraftSpec], units: Path | None = None) -> tuple[Path, ...]:
    """The draft file, its parents, its template, its table of units and its clauses, as far as they are there.

    `units`: a table that was given on the command line.
    """
    return tuple(_sources(spec, units))


def _sources(spec: Loaded[DraftSpec], units: Path | None) -> Iterator[Path]:
    asked, folder = spec.value, spec.path.parent
    yield spec.path
    yield from (folder / name for name in (asked.parent, *asked.above.values()))
    with suppress(TemplateInvalid):
        yield template_file(asked.template, spec.path)
    if asked.units:
        yield folder / asked.units
    if units is not None:
        yield units
    own = folder_beside(spec.path, asked.clauses)
    if own is not None and own.is_dir():
        yield from clause_files(own)
