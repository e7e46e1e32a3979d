"""The table of units that a command works with: the packaged one, or an office's own over it."""

from pathlib import Path

from kedraft.errors import SourceUnreadable
from kedraft.model.spec import DraftSpec
from kedraft.units import UnitTable, table
from kedraft.workspace import Loaded


def unit_table(path: Path | None, spec: Loaded[DraftSpec] | None = None) -> UnitTable:
    """The table of `--units`, else that of the draft file's key `units`, else the packaged one. Raises as `load_units` does."""
    if path is not None:
        return _read(path)
    named = spec.value.units if spec is not None else None
    if spec is None or named is None:
        return table()
    try:
        return _read(spec.path.parent / named)
    except SourceUnreadable as error:
        raise SourceUnreadable(f"{error.where}: {error.message}", spec.locate("units")) from None


def _read(path: Path) -> UnitTable:
    from kedraft.workspace.own_units import load_units  # few offices have a table of their own

    return load_units(path)
