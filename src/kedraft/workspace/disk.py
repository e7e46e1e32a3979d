"""Bytes in and out: friendly refusals, whole files or nothing, and a memory of what each draft wrote.

What was written is remembered in `.kedraft`, a small file beside it: for each file its digest and the draft that made it. So a file
may be written again by the draft that made it, as long as nobody has touched it since; this needs no mark inside Word files or PDFs.
"""

import errno
import json
import os
import stat
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from hashlib import blake2b
from pathlib import Path
from typing import cast

from kedraft.errors import OutputRefused, SourceUnreadable
from kedraft.model.place import Location

MAX_SOURCE = 200 * 1024 * 1024
LEDGER = ".kedraft"
_PATIENCE = 5.0  # seconds


def read_bytes(path: Path, limit: int = MAX_SOURCE) -> bytes:
    """The bytes of a file, or `SourceUnreadable` with a sentence and the names that come close."""
    where = Location(file=path.name or str(path))
    found = _as_on_disk(path)
    try:
        if found.is_dir():
            raise SourceUnreadable("Đây là thư mục, không phải tệp; ghi thêm tên tệp.", where)
        size = found.stat().st_size
        if size > limit:
            raise SourceUnreadable(f"Tệp quá lớn ({size // 2**20} MB; nhận tối đa {limit // 2**20} MB).", where)
        return found.read_bytes()
    except FileNotFoundError:
        raise SourceUnreadable(f"Không thấy tệp này.{_close_names(path)}", where) from None
    except PermissionError:
        message = "Không được phép đọc tệp này; đóng chương trình đang mở tệp, hoặc xem lại quyền của tệp."
        raise SourceUnreadable(message, where) from None
    except OSError as error:
        message = f"Không đọc được tệp (mã lỗi {error.errno} của hệ điều hành); xem lại tên tệp và ổ đĩa."
        raise SourceUnreadable(message, where) from None


def _as_on_disk(path: Path) -> Path:
    """The file whose name is the same in composed Unicode, when the disk holds it decomposed (archives made on a Mac)."""
    with suppress(OSError):
        if not path.exists():
            wanted = unicodedata.normalize("NFC", path.name)
            same = [entry for entry in path.parent.iterdir() if unicodedata.normalize("NFC", entry.name) == wanted]
            if len(same) == 1:
                return same[0]
    return path


def _close_names(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f" Thư mục {folder.name or folder} không có."
    with suppress(OSError):
        names = {
            entry.name.casefold(): entry.name
            for entry in folder.iterdir()
            if entry.is_file() and not entry.name.startswith((".", "~$"))
        }
        close = get_close_matches(path.name.casefold(), list(names), n=3, cutoff=0.6)
        if close:
            return f" Trong thư mục đó có tên gần giống: {', '.join(names[name] for name in close)}."
    return " Xem lại tên và thư mục; đường dẫn tính từ nơi ghi nó."


def write_new(path: Path, data: bytes, *, force: bool = False, signature: str | None = None) -> None:
    """Writes a whole file or nothing.

    An existing file is replaced only when it has these very bytes, when the draft `signature` made it and nobody changed it since,
    or with `force`. A file that is open in Word is never replaced.

    Raises:
        OutputRefused: with the reason and the remedy.

    """
    where = Location(file=path.name or str(path))
    try:
        target = path.resolve() if path.is_symlink() else path
        there = target.exists()
        if not _may_write(target, data, force, signature, where):
            return
        if there or force:
            replace_file(target, data)
        elif not create_file(target, data):  # another program wrote it meanwhile
            if not _may_write(target, data, force, signature, where):
                return
            replace_file(target, data)
        _remember(target, data, signature)
    except OSError as error:
        raise OutputRefused(refusal(error), where) from None
    except ValueError:
        raise OutputRefused("Tên tệp có ký tự không dùng được; đặt tên khác.", where) from None


def write_all(files: dict[Path, bytes], *, force: bool = False, signature: str | None = None) -> None:
    """Writes every file or none: each is asked for before the first is written. Raises as `write_new` does."""
    for path, data in files.items():
        where = Location(file=path.name or str(path))
        try:
            _may_write(path.resolve() if path.is_symlink() else path, data, force, signature, where)
        except OSError as error:
            raise OutputRefused(refusal(error), where) from None
    for path, data in files.items():
        write_new(path, data, force=force, signature=signature)


def _may_write(path: Path, data: bytes, force: bool, signature: str | None, where: Location) -> bool:
    """Whether there is something to write; raises `OutputRefused` when it may not be."""
    _refuse_folder(path, where)
    if _holds(path, data):
        return False
    if path.exists():
        _refuse_to_replace(path, force, signature, where)
    return True


def refuse_output(path: Path, *, suffixes: tuple[str, ...], inputs: tuple[Path, ...] = ()) -> None:
    """Raises `OutputRefused` when `path` has another ending than its contents, or is one of the files that are read."""
    where = Location(file=path.name or str(path))
    if path.suffix.lower() not in suffixes:
        raise OutputRefused(
            f"Tên tệp phải kết thúc bằng {' hoặc '.join(suffixes)}; đặt lại tên, ví dụ {path.stem or 'ke-hoach'}{suffixes[0]}.",
            where,
        )
    for one in inputs:
        if path.resolve() == one.resolve() or (path.exists() and one.exists() and path.samefile(one)):
            raise OutputRefused(
                "Nơi ghi trùng với một tệp đang đọc (phiếu, kế hoạch cấp trên, mẫu trình bày, bảng đơn vị, mẫu câu) hoặc một tệp khác sẽ ghi; đặt tên khác để khỏi mất tệp ấy.",
                where,
            )


def same_folder(file: Path, folder: Path) -> bool:
    """Whether the file stands in that folder, however the two are written."""
    with suppress(OSError):
        return file.parent.resolve() == folder.resolve() or (folder.exists() and file.parent.samefile(folder))
    return False


def signature_of(draft: Path, output: Path) -> str:
    """The name under which a draft signs what it writes: its path as seen from the output's folder, so that both may move together."""
    try:
        return Path(os.path.relpath(draft.resolve(), output.resolve().parent)).as_posix()
    except ValueError:  # another drive
        return draft.resolve().as_posix()


def _refuse_folder(path: Path, where: Location) -> None:
    if path.is_dir():
        raise OutputRefused("Nơi ghi là một thư mục; ghi thêm tên tệp.", where)
    if not path.parent.is_dir():
        raise OutputRefused(
            f"Chưa có thư mục {path.parent.name or path.parent}; tạo thư mục trước, hoặc chọn nơi khác.", where
        )


def _holds(path: Path, data: bytes) -> bool:
    """Whether the file has these very bytes already."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _refuse_to_replace(path: Path, force: bool, signature: str | None, where: Location) -> None:
    if not path.is_file():
        raise OutputRefused("Nơi ghi không phải là một tệp thường; chọn tên khác.", where)
    refuse_open(path, where)
    if not force:
        _refuse_foreign(path, signature, where)


def refuse_open(path: Path, where: Location) -> None:
    """Word and LibreOffice put a small owner file beside a document that they have open."""
    name = path.name
    owners = [f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"]
    open_in = next((owner for owner in owners if (path.parent / owner).exists()), None)
    if open_in is not None:
        message = f"Tệp đang mở trong Word; đóng tệp rồi chạy lại. Nếu không mở, xóa tệp {open_in} còn sót lại."
        raise OutputRefused(message, where)


def _refuse_foreign(path: Path, signature: str | None, where: Location) -> None:
    made_by = read_ledger(path.parent).get(path.name)
    mine = signature is not None and made_by is not None and made_by.get("draft") == signature
    if made_by is not None and mine and made_by.get("digest") == digest_of(path.read_bytes()):
        return
    if mine:
        message = "Tệp này do phiếu tạo ra nhưng đã được sửa sau đó; đổi tên tệp đã sửa, hoặc thêm --force để ghi đè."
    else:
        message = (
            "Đã có tệp cùng tên, không phải do phiếu này tạo ra; chọn tên khác bằng -o, hoặc thêm --force để ghi đè."
        )
    raise OutputRefused(message, where)


def digest_of(data: bytes) -> str:
    """The fingerprint by which a file is known again."""
    return blake2b(data, digest_size=16).hexdigest()


def read_ledger(folder: Path) -> dict[str, dict[str, str]]:
    """What `.kedraft` of a folder remembers; nothing when it is missing or damaged, which only makes writing more careful."""
    with suppress(OSError, ValueError):
        known = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        if isinstance(known, dict):
            return {name: _texts_of(made) for name, made in known.items() if isinstance(made, dict)}
    return {}


def _texts_of(made: dict[str, object]) -> dict[str, str]:
    """The entries that are texts; where all are, the very same dictionary: a folder may hold thousands."""
    if all(isinstance(said, str) for said in made.values()):
        return cast("dict[str, str]", made)
    return {key: said for key, said in made.items() if isinstance(said, str)}


def _remember(path: Path, data: bytes, signature: str | None) -> None:
    if signature is None:
        return
    made = {"draft": signature, "digest": digest_of(data)}
    with suppress(OSError), _alone(path.parent):  # without the note the next run will only ask for --force
        known = read_ledger(path.parent)
        if known.get(path.name) == made:
            return
        known[path.name] = made
        write_ledger(path.parent, known)


def write_ledger(folder: Path, known: dict[str, dict[str, str]]) -> None:
    """Makes `known` what the folder remembers."""
    entries = (f"{_as_json(name)}: {_as_json(made)}" for name, made in sorted(known.items()))
    replace_file(folder / LEDGER, "{{\n {}\n}}\n".format(",\n ".join(entries)).encode())


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one process at a time changes a folder's ledger; a lock older than some seconds was left by one that died."""
    lock = folder / f"{LEDGER}.lock"
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if time.monotonic() > until:
                lock.unlink(missing_ok=True)
            time.sleep(0.01)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def replace_file(path: Path, data: bytes) -> None:
    """Temporary file in the same folder, fsync, rename. Raises `OSError`."""
    with _whole(path, data) as draft:
        if path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)


def create_file(path: Path, data: bytes) -> bool:
    """A whole file under a name that is free; False, and nothing written, when it is free no more. Raises `OSError`."""
    with _whole(path, data) as draft:
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
        except (OSError, AttributeError, NotImplementedError):  # a disk or a system without links
            return _claim(path, draft)
    return True


def _claim(path: Path, draft: Path) -> bool:
    """Takes the free name with an empty file, which the whole one then replaces; False when somebody else has taken it."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    try:
        draft.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return True


@contextmanager
def _whole(path: Path, data: bytes) -> Iterator[Path]:
    """A temporary file beside `path` that holds these bytes safely on the disk; it is gone afterwards."""
    draft = path.with_name(f".{path.name[:80]}.{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        with open(draft, "xb") as stream:  # noqa: PTH123 - exclusive creation
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def refusal(error: OSError) -> str:
    """Why a file could not be written, and the remedy."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return "Không ghi được: tệp đang mở trong chương trình khác, hoặc thư mục không cho ghi; đóng tệp hoặc chọn nơi khác."
        case errno.ENOSPC | errno.EDQUOT:
            return "Không ghi được: ổ đĩa đã đầy."
        case errno.ENAMETOOLONG:
            return "Không ghi được: tên tệp quá dài; đặt tên ngắn hơn bằng -o."
        case errno.EROFS:
            return "Không ghi được: ổ đĩa chỉ cho đọc; chọn nơi khác bằng -o."
        case errno.ENOENT | errno.ENOTDIR:
            return "Không ghi được: không có, hoặc không tạo được thư mục này; chọn nơi khác bằng -o."
        case errno.EISDIR:
            return "Không ghi được: nơi ghi là một thư mục; ghi thêm tên tệp."
        case errno.EINVAL | errno.EILSEQ:
            return "Không ghi được: tên có ký tự mà ổ đĩa này không nhận; đặt tên khác."
        case errno.ETXTBSY | errno.EBUSY:
            return "Không ghi được: tệp đang được chương trình khác dùng; đóng chương trình ấy rồi chạy lại."
        case errno.EIO:
            return "Không ghi được: ổ đĩa báo lỗi đọc, ghi; kiểm tra ổ đĩa, hoặc chọn nơi khác bằng -o."
        case errno.ELOOP:
            return "Không ghi được: đường dẫn quay vòng vì liên kết tượng trưng; chọn nơi khác bằng -o."
        case errno.EMFILE | errno.ENFILE:
            return "Không ghi được: máy đang mở quá nhiều tệp; đóng bớt chương trình rồi chạy lại."
        case _:
            return f"Không ghi được tệp (mã lỗi {error.errno} của hệ điều hành); thử tên hoặc thư mục khác."
