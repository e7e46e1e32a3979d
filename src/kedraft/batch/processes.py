"""The shares of a batch in processes of their own. Everything here can be sent to a fresh interpreter, as Windows needs it."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path

from kedraft.batch.classes import Class
from kedraft.batch.drafting import Desk, Prove, Told, failed, fault
from kedraft.batch.job import BatchJob
from kedraft.model.making import looking_seldom
from kedraft.workspace.folder import Folder

#: What a mould, and a member that goes the long way, cost beside a member that does not.
_MOULD, _LONG = 250, 150


@dataclass(frozen=True)
class Share:
    """One process's part of a batch."""

    number: int
    job: BatchJob
    folder: Path
    signature: str
    groups: tuple[Class, ...]
    prove: Prove
    force: bool


def shares(groups: Sequence[Class], jobs: int) -> list[tuple[Class, ...]]:
    """The classes cut into parts of about the same work, most classes whole; the same members whatever the number of parts."""
    work = sum(map(_work, groups))
    parts: list[list[Class]] = [[]]
    room = work / jobs
    for group in groups:
        each = _LONG if not group.witnesses else 1
        left = group.members
        while left:
            if room <= (_MOULD if group.witnesses else 0) and len(parts) < jobs:
                parts.append([])
                room = work / jobs
            room -= _MOULD if group.witnesses else 0
            count = len(left) if len(parts) == jobs else max(1, int(room / each))
            parts[-1].append(replace(group, members=left[:count]))
            room -= len(left[:count]) * each
            left = left[count:]
    return [tuple(part) for part in parts if part]


def _work(group: Class) -> int:
    return _MOULD + len(group.members) if group.witnesses else _LONG * len(group.members)


def run(given: Sequence[Share], stopping: Callable[[], bool]) -> Iterator[Told]:
    """The results of all shares as they come; a process that dies leaves failed localities, which the next run takes up."""
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    running: dict[Connection, tuple[BaseProcess, dict[int, tuple[Class, int]]]] = {}
    before = _without_interrupts()
    try:
        for share in given:
            ours, theirs = context.Pipe(duplex=False)
            process: BaseProcess = context.Process(target=_work_off, args=(share, theirs, stop), daemon=True)
            process.start()
            theirs.close()
            left = {member.at: (group, at) for group in share.groups for at, member in enumerate(group.members)}
            running[ours] = (process, left)
    finally:
        if before is not None:
            signal.signal(signal.SIGINT, before)
    try:
        while running:
            if stopping():
                stop.set()
            for ready in wait(list(running), timeout=0.1):
                assert isinstance(ready, Connection)
                yield from _received(ready, running, stop)
    finally:
        stop.set()
        for process, _ in running.values():
            process.join(10)


def _received(
    ready: Connection, running: dict[Connection, tuple[BaseProcess, dict[int, tuple[Class, int]]]], stop: Event
) -> Iterator[Told]:
    process, left = running[ready]
    try:
        told: list[Told] = ready.recv()
    except EOFError:
        del running[ready]
        process.join()
        if not stop.is_set():
            yield from (_lost(at, *place) for at, place in left.items())
        return
    for one in told:
        left.pop(one.at, None)
        yield one


def _lost(at: int, group: Class, place: int) -> Told:
    message = "Tiến trình soạn địa phương này bị dừng giữa chừng; chạy lại lệnh này để soạn tiếp."
    return Told(at, failed(group.members[place], group.label, (fault(message),)))


def _without_interrupts() -> "signal._HANDLER":
    """Ctrl-C is the main process's to hear; what it starts now does not hear it, not even while it starts."""
    try:
        return signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread
        return None


def _going() -> bool:
    """Whether the run that this process belongs to still goes on: its main process may have been killed."""
    parent = multiprocessing.parent_process()
    return parent is None or parent.is_alive()


def _work_off(share: Share, pipe: Connection, stop: Event) -> None:
    """One process from beginning to end. An orphan leaves the folder alone: the next run may be filling it."""
    _without_interrupts()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if not _going():
        return
    desk = Desk.of(share.job, Folder.opened(share.folder, share.signature), share.prove, share.force)
    with looking_seldom(), desk.folder.writing(share.number, _going) as writer, suppress(BrokenPipeError):
        waiting: list[Told] = []
        for told in desk.draft(share.groups, writer, lambda: stop.is_set() or not _going()):
            waiting.append(told)
            if len(waiting) >= 32:
                pipe.send(waiting)
                waiting = []
        pipe.send(waiting)
    pipe.close()
