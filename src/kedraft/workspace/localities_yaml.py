"""A table of localities in YAML: entries with line and column."""

from pathlib import Path
from typing import Any

from kedraft.errors import misuse
from kedraft.localities.columns import COLUMNS, is_built_in, taken
from kedraft.localities.entries import Cell, Entry
from kedraft.model.finding import Finding
from kedraft.model.localities import LocalitiesFile, LocalityEntry
from kedraft.model.place import Location
from kedraft.workspace.yaml_in import Loaded, load

_KNOWN = tuple(column.key for column in COLUMNS)


def yaml_entries(path: Path) -> tuple[list[Entry], list[Finding]]:
    """The entries of a .yaml. Raises `SourceUnreadable`, `DataInvalid`."""
    loaded = load(path, LocalitiesFile)
    faults = [
        misuse("DP-04", taken(title, "Số liệu"), loaded.positions.at(("localities", at, "figures", title), key=True))
        for at, entry in enumerate(loaded.value.localities)
        for title in entry.figures
        if is_built_in(title)
    ]
    return [_entry(loaded, at, entry) for at, entry in enumerate(loaded.value.localities)], faults


def _entry(loaded: Loaded[LocalitiesFile], at: int, entry: LocalityEntry) -> Entry:
    path = f"localities[{at}]"

    def where(*keys: str) -> Location:
        return loaded.positions.at(("localities", at, *keys))

    def cell(value: Any, *keys: str) -> Cell:
        words = ";".join(value) if isinstance(value, tuple) else value or ""
        return Cell(words.strip(), where(*keys))

    known = {name: cell(value, name) for name in _KNOWN if (value := getattr(entry, name)) is not None}
    figures = {title: cell(value, "figures", title) for title, value in entry.figures.items()}
    bodies = {phrase: cell(value, "replace", phrase) for phrase, value in entry.replace.items()}
    return Entry(loaded.locate(path), known, figures, bodies)
