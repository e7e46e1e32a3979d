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
    files = sorted(one for one in folder.iterdir() if one.suffix.lower() in (".yaml", ".yml") and one.is_file())
    return tuple(clause for file in files for clause in load(file, ClauseFile).value.clauses)


def clauses_beside(draft: Path, named: str | None = None) -> tuple[Clause, ...]:
    """The own clauses of a draft file: those of the folder that it names, or of `mau-cau/` or `clauses/` beside it, if any."""
    if named is not None:
        return own_clauses(draft.parent / named)
    folder = next((draft.parent / name for name in FOLDERS if (draft.parent / name).is_dir()), None)
    return own_clauses(folder) if folder else ()
