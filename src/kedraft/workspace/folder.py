"""A folder that a batch fills: whole files or none, and a memory of which inputs made which bytes.

A run appends one line a file to a journal of its own (`.kedraft-<n>.jsonl`) before the file gets its name, so a run that is killed at any
moment leaves whole files, all of them known, and temporary files whose names say so. The next run cleans up and joins the journals to
`.kedraft`, the ledger that single drafts use as well, and to `.kedraft.said`, what was said of each file.

Whoever writes holds the lock of its journal, so that a process that outlives the run it belongs to is waited for before the next run
looks at the folder.
"""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from kedraft.errors import OutputRefused
from kedraft.model.place import Location
from kedraft.workspace.disk import LEDGER, digest_of, read_ledger, refusal, refuse_open, write_ledger
from kedraft.workspace.record import Record, Said, Sayer

_JOURNAL = ".kedraft-{}.jsonl"
_JOURNALS = ".kedraft-*.jsonl"
_LOCK = ".kedraft.batch"
_TEMPORARY = ".kedraft-tmp"
#: Files are put on the disk in groups: one wait for the disk instead of many.
_GROUP = 64
#: How long the writers that a killed run has left behind are waited for, in seconds.
_PATIENCE = 60.0
_BEYOND = 1 << 30  # the byte that is locked where files are locked by bytes: none that is ever written


def _always() -> bool:
    return True


class Standing(Enum):
    """What stands under a name: nothing; what these inputs made; what other inputs made; what somebody else wrote or changed."""

    NOTHING = "nothing"
    CURRENT = "current"
    STALE = "stale"
    FOREIGN = "foreign"


#: For each file name the digests that kedraft wrote there, with the inputs that made them (None: a single draft's).
_Known = dict[str, dict[str, str | None]]


class Made(NamedTuple):
    """A file to be written, what it was made from, and what is said of it."""

    name: str
    data: bytes
    inputs: str
    said: Said | None = None


@dataclass
class Folder:
    """The output folder of a batch. `signature` names the draft file that writes."""

    path: Path
    signature: str
    _ledger: dict[str, dict[str, str]] = field(default_factory=dict)
    _present: frozenset[str] = frozenset()

    @classmethod
    def opened(cls, path: Path, signature: str) -> "Folder":
        """The folder as it is now: what stands there, and what is known of it."""
        try:
            names = frozenset(entry.name for entry in os.scandir(path))
        except OSError as error:
            raise OutputRefused(refusal(error), Location(file=path.name)) from None
        return cls(path, signature, read_ledger(path), names)

    def _known(self, name: str) -> dict[str, str | None]:
        """The fingerprint that kedraft wrote under a name, with the inputs that made it (None: a single draft's)."""
        made = self._ledger.get(name, {})
        return {made["digest"]: made.get("inputs")} if "digest" in made else {}

    def standing(self, name: str, inputs: str) -> Standing:
        """What stands under that name, judged by its bytes."""
        if name not in self._present:
            return Standing.NOTHING
        try:
            data = (self.path / name).read_bytes()
        except FileNotFoundError:
            return Standing.NOTHING
        except OSError:
            return Standing.FOREIGN
        known = self._known(name)
        if not data and known:  # what a machine leaves of a file when its power fails
            return Standing.STALE
        digest = digest_of(data)
        if digest not in known:
            return Standing.FOREIGN
        return Standing.CURRENT if known[digest] == inputs else Standing.STALE

    def current(self, name: str, inputs: str) -> str | None:
        """The fingerprint of what stands under that name, if it is what these inputs made."""
        known = self._known(name)
        digest = self.digest(name) if name in self._present and known else ""
        return digest if digest and known.get(digest) == inputs else None

    def digest(self, name: str) -> str:
        """The fingerprint of what stands under that name, "" for nothing."""
        try:
            return digest_of((self.path / name).read_bytes())
        except OSError:
            return ""

    def others(self, names: frozenset[str]) -> tuple[str, ...]:
        """Files that this draft made in earlier runs, that still stand here, and that are not among `names`."""
        mine = (name for name in self._present - names if name in self._ledger)
        return tuple(sorted(name for name in mine if self._is_mine(self._ledger[name])))

    def _is_mine(self, made: dict[str, str]) -> bool:
        return made.get("draft") == self.signature and bool(made.get("inputs"))

    @contextmanager
    def writing(self, number: int, going: Callable[[], bool] = _always) -> Iterator["Writer"]:
        """A writer with a journal of its own. What was not flushed when the block ends is not written.

        `going`: whether the run that this writer belongs to still goes on; asked before each file gets its name.
        """
        # a journal is known by its number; one of the same number is gone, for `join_journals` came before
        journal = os.open(self.path / _JOURNAL.format(number), os.O_CREAT | os.O_RDWR | os.O_APPEND, 0o644)
        writer = Writer(self.path, self.signature, journal, self._present, going)
        try:
            _await_lock(journal, self.path)
            yield writer
        finally:
            writer.abandon()
            os.close(journal)

    def join_journals(self, *, doubted: bool) -> None:
        """Makes the ledger of all journals, and removes them. `doubted`: they are a killed run's, so files are looked at."""
        journals = sorted(self.path.glob(_JOURNALS))
        if not journals:
            return
        noted = _noted(journals)
        ledger = read_ledger(self.path) if noted else {}
        standing = list(noted)
        for name in standing:
            made = noted.pop(name)
            digest = self.digest(name) if doubted else next(reversed(made))
            if digest in made:
                ledger[name] = {"draft": self.signature, "digest": digest, "inputs": made[digest] or ""}
        if standing:
            write_ledger(self.path, ledger)
            digests = {name: ledger[name]["digest"] for name in standing if name in ledger}
            del ledger
            self._join_record(journals, digests)
        for journal in journals:
            journal.unlink(missing_ok=True)

    def _join_record(self, journals: Iterable[Path], digests: Mapping[str, str]) -> None:
        record = Record.of(self.path)
        for journal in journals:
            record.note(journal, digests)
        record.write(self.path)


class Writer:
    """Puts files into the folder in groups: written beside, brought to the disk, noted, then given their names."""

    def __init__(
        self,
        folder: Path,
        signature: str,
        journal: int,
        present: frozenset[str],
        going: Callable[[], bool] = _always,
    ) -> None:
        self._going = going
        self._folder = str(folder)
        self._signature = signature
        self._journal = journal
        self._present = present
        self._waiting: list[tuple[int, str, Made]] = []
        self._sayer = Sayer()

    def put(self, made: Made) -> None:
        """Takes a file; it stands in the folder after the next `flush`.

        Raises:
            OutputRefused: it cannot be written.
        """
        temporary = os.path.join(self._folder, f".{made.name}{_TEMPORARY}")  # noqa: PTH118 - some thousand times, and Path is slow
        try:
            if made.name in self._present:
                refuse_open(Path(self._folder, made.name), Location(file=made.name))
            stream = os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o644)
            self._waiting.append((stream, temporary, made))
            _write(stream, made.data)
        except OSError as error:
            raise OutputRefused(refusal(error), Location(file=made.name)) from None

    def note(self, made: Made) -> None:
        """Remembers a file that stands in the folder with these very bytes."""
        os.write(self._journal, self._line(made))

    @property
    def full(self) -> bool:
        """Whether so many files wait that they should be brought to the disk."""
        return len(self._waiting) >= _GROUP

    def flush(self) -> dict[str, OutputRefused]:
        """Brings what was taken into the folder; the names that could not be given, with the reason."""
        refused: dict[str, OutputRefused] = {}
        while self._waiting:
            stream, temporary, made = self._waiting.pop()
            try:
                os.fsync(stream)
                os.close(stream)
                if not self._going():
                    refused[made.name] = OutputRefused(_ENDED, Location(file=made.name))
                    _remove(temporary)
                    continue
                os.write(self._journal, self._line(made))
                os.replace(temporary, os.path.join(self._folder, made.name))  # noqa: PTH105, PTH118
            except OSError as error:
                refused[made.name] = OutputRefused(refusal(error), Location(file=made.name))
                _remove(temporary)
        return refused

    def abandon(self) -> None:
        """Removes what was taken and is not in the folder."""
        while self._waiting:
            stream, temporary, _ = self._waiting.pop()
            with suppress(OSError):
                os.close(stream)
            _remove(temporary)

    def _line(self, made: Made) -> bytes:
        return self._sayer.lines(made.name, digest_of(made.data), made.inputs, made.said)


_ENDED = "Lần soạn này đã bị dừng nên tệp chưa được ghi; chạy lại lệnh này."


def _write(stream: int, data: bytes) -> None:
    """All of the bytes: the system may take fewer at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(stream, view) :]


def _remove(temporary: str) -> None:
    with suppress(OSError):
        os.unlink(temporary)  # noqa: PTH108


def _noted(journals: Iterable[Path]) -> _Known:
    """What the journals say, the last word of each file last."""
    known: _Known = {}
    for journal in journals:
        for line in _lines(journal):
            made = known.setdefault(line["name"], {})
            made.pop(line["digest"], None)
            made[line["digest"]] = line["inputs"]
    return known


def _lines(journal: Path) -> Iterator[dict[str, str]]:
    """The whole lines of a journal: the last one may have been cut off."""
    with suppress(OSError), journal.open("rb") as lines:
        for raw in lines:
            with suppress(ValueError):
                line = json.loads(raw)
                if isinstance(line, dict) and all(
                    isinstance(line.get(key), str) for key in ("name", "digest", "inputs")
                ):
                    yield line


def clean(path: Path) -> None:
    """Removes what a run that was killed has left half done. Only for who holds the folder."""
    for entry in (*path.glob(f".*{_TEMPORARY}"), *path.glob(f".{LEDGER}*.tmp")):
        entry.unlink(missing_ok=True)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Holds the folder for one batch at a time; the system lets go of it when the process ends, however it ends.

    Raises:
        OutputRefused: another batch writes here, or the folder cannot be written to.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = os.open(path / _LOCK, os.O_CREAT | os.O_RDWR, 0o644)
    except FileExistsError:
        raise OutputRefused(
            "Nơi ghi là một tệp, không phải thư mục; chọn thư mục khác.", Location(file=path.name)
        ) from None
    except OSError as error:
        raise OutputRefused(refusal(error), Location(file=path.name)) from None
    try:
        if not _locked(lock):
            raise OutputRefused(_TAKEN, Location(file=path.name))
        _await_writers(path)
        yield
    finally:
        os.close(lock)


_TAKEN = "Một lần soạn hàng loạt khác đang ghi vào thư mục này; chờ lần ấy xong, hoặc chọn thư mục khác."


def _await_writers(path: Path) -> None:
    """Waits until nobody writes a journal any more: processes of a run that was killed may still be at work."""
    for journal in path.glob(_JOURNALS):
        with suppress(OSError):
            stream = os.open(journal, os.O_RDWR)
            try:
                _await_lock(stream, path)
            finally:
                os.close(stream)


def _await_lock(stream: int, path: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not _locked(stream):
        if time.monotonic() > until:
            raise OutputRefused(_TAKEN, Location(file=path.name))
        time.sleep(0.05)


def _locked(lock: int) -> bool:
    """Whether this process has the lock of an open file now; closing the file lets go of it."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(lock, _BEYOND, os.SEEK_SET)
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def inputs_digest(*parts: bytes) -> str:
    """One digest of several inputs, each told apart from the next."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


__all__ = ["Folder", "Made", "Standing", "Writer", "clean", "held", "inputs_digest"]
