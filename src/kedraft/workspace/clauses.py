"""An office's own clauses: YAML files in a folder of its own, read as everything else that people write."""

from pathlib import Path

from kedraft.clauses import Clause, ClauseFile
from kedraft.errors import SourceUnreadable
from kedraft.model.place import Location
from kedraft.workspace.yaml_in import load

#: Folders beside a draft file in which an office's clauses are looked for.
FOLDERS = ("mau-cau", "clauses")


def own_clauses(folder: Path) -> tuple[Clause, ...]:
    """The clauses of every YAML file of a folder, by file name.

    Raises:
        SourceUnreadable: there is no such folder, or a file is no UTF-8 text.
        DataInvalid: a file is not YAML, or holds no clauses; every problem with file, line and column.

    """
    if not folder.is_dir():
        raise SourceUnreadable(
            "Không có thư mục mẫu câu này; tạo thư mục, hoặc sửa tên thư mục.",
            Location(file=folder.name or str(folder)),
        )
    return tuple(clause for file in clause_files(folder) for clause in load(file, ClauseFile).value.clauses)


def clause_files(folder: Path) -> tuple[Path, ...]:
    """The YAML files of a folder of clauses, by name."""
    return tuple(sorted(one for one in folder.iterdir() if one.suffix.lower() in (".yaml", ".yml") and one.is_file()))


def clauses_beside(draft: Path, named: str | None = None) -> tuple[Clause, ...]:
    """The own clauses of a draft file: those of the folder that it names, or of `mau-cau/` or `clauses/` beside it, if any."""
    folder = folder_beside(draft, named)
    return own_clauses(folder) if folder else ()


def folder_beside(draft: Path, named: str | None = None) -> Path | None:
    """The folder of a draft file's own clauses: the one that it names, or `mau-cau/` or `clauses/` beside it, if any."""
    if named is not None:
        return draft.parent / named
    return next((draft.parent / name for name in FOLDERS if (draft.parent / name).is_dir()), None)
