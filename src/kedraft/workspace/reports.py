"""The reports beside the files of a batch. They go through the folder's journal, so a run that is killed leaves none that the next would not know."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from kedraft.errors import OutputRefused
from kedraft.model.place import Location
from kedraft.workspace.disk import refuse_open
from kedraft.workspace.folder import Folder, Made, Standing, clean, held

#: A report is made from results, not from a locality's inputs: so the folder does not take it for a locality's file.
_INPUTS = ""


def refuse_reports(folder: Path, signature: str, names: Iterable[str], *, force: bool = False) -> None:
    """Raises `OutputRefused` when the folder may not be written, or a report of that name is somebody else's or was changed."""
    with held(folder):
        known = _opened(folder, signature)
        for name in names:
            _refuse(known, name, force=force)


def write_reports(folder: Path, signature: str, reports: Mapping[str, bytes], *, force: bool = False) -> None:
    """Writes each report whole; one that has these bytes already is not touched.

    Raises:
        OutputRefused: as `refuse_reports`, or the disk does not take it.
    """
    with held(folder):
        clean(folder)
        known = _opened(folder, signature)
        changed = {name: data for name, data in reports.items() if not _holds(folder / name, data)}
        if not changed:
            return
        for name in changed:
            _refuse(known, name, force=force)
        with known.writing(0) as writer:
            for name, data in changed.items():
                writer.put(Made(name, data, _INPUTS))
            refused = writer.flush()
        known.join_journals(doubted=False)
    if refused:
        raise next(iter(refused.values()))


def _opened(folder: Path, signature: str) -> Folder:
    Folder(folder, signature).join_journals(doubted=True)
    return Folder.opened(folder, signature)


def _refuse(known: Folder, name: str, *, force: bool) -> None:
    where = Location(file=name)
    target = known.path / name
    if target.is_dir():
        raise OutputRefused("Đây là thư mục; báo cáo cần tên này, hãy chọn nơi ghi khác bằng -o.", where)
    if target.exists():
        refuse_open(target, where)
    if not force and known.standing(name, _INPUTS) is Standing.FOREIGN:
        message = "Báo cáo này không do phiếu này tạo ra, hoặc đã được sửa sau đó; đổi tên tệp ấy, chọn nơi ghi khác bằng -o, hoặc thêm --force để ghi đè."
        raise OutputRefused(message, where)


def _holds(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(data) and path.read_bytes() == data
    return False
