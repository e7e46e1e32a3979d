"""The one door to LibreOffice: bytes in one format to bytes in another, with a profile folder of its own and a time limit."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Final

from kedraft.errors import OutputRefused
from kedraft.model.place import Location

PDF_SECONDS: Final = 120
_SECONDS_EACH: Final = 10
_MEGABYTES: Final = 2_000  # of address space; a plan of 300 pages takes some 650
#: Limits that the program inherits, also when whoever started it is gone: kilobytes, seconds of work.
_LIMITED: Final = 'ulimit -v "$1"; ulimit -t "$2"; shift 2; exec "$@"'
_NOT_FOUND: Final = (126, 127)  # what a shell answers when there is no such program
_PROGRAMS: Final = ("soffice", "libreoffice")
_USUAL_PLACES: Final = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SCRIPTING: Final = "/org.openoffice.Office.Common/Security/Scripting"
_SAFETY: Final = (
    ("MacroSecurityLevel", "3"),
    ("DisableMacrosExecution", "true"),
    ("BlockUntrustedRefererLinks", "true"),
    ("DisableActiveContent", "true"),
)
_SETTINGS: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(
        f'<item oor:path="{_SCRIPTING}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for name, value in _SAFETY
    )
    + "</oor:items>\n"
)


class Trouble(StrEnum):
    """Why LibreOffice gave nothing."""

    MISSING = "missing"
    NOT_STARTED = "not started"
    SLOW = "slow"
    NOTHING = "nothing"


class NotConverted(Exception):
    """LibreOffice gave nothing; whoever asked says it in a sentence that fits."""

    def __init__(self, why: Trouble) -> None:
        super().__init__(why.value)
        self.why = why


def program() -> str | None:
    """Where LibreOffice is on this machine, or None."""
    found = next((path for one in _PROGRAMS if (path := shutil.which(one))), None)
    return found or next((path for path in _USUAL_PLACES if Path(path).exists()), None)


def convert(data: bytes, source_suffix: str, target_format: str, seconds: float) -> bytes:
    """The file in another format: `.doc` to `docx:MS Word 2007 XML`, `.docx` to `pdf`. No macro runs, nothing is left behind.

    Raises:
        NotConverted: LibreOffice is missing, cannot open the file, or is not done in time.
    """
    soffice = program()
    if soffice is None:
        raise NotConverted(Trouble.MISSING)
    with _workplace() as home:
        source = home / f"source{source_suffix}"
        source.write_bytes(data)
        _run(_command(soffice, home, (source,), target_format), seconds)
        result = home / "out" / f"source.{target_format.partition(':')[0]}"
        if not result.exists():
            raise NotConverted(Trouble.NOTHING)
        return result.read_bytes()


@contextmanager
def _workplace() -> Iterator[Path]:
    """A folder with a profile of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kedraft-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        user = home / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        yield home


def to_pdf(data: bytes, name: str) -> bytes:
    """The PDF of a Word file that need not stand on disk; `name` is what the messages call it.

    Raises:
        OutputRefused: LibreOffice is not installed, or made no PDF in time.
    """
    try:
        return convert(data, ".docx", "pdf", PDF_SECONDS)
    except NotConverted as error:
        raise OutputRefused(_no_pdf(error.why), Location(file=name)) from error


def to_pdfs(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDFs of many Word files in one run of LibreOffice, by the same names; a file that gave none is left out.

    Raises:
        OutputRefused: LibreOffice is not installed, or cannot be started.
    """
    soffice = program()
    if soffice is None:
        raise OutputRefused(_no_pdf(Trouble.MISSING))
    with _workplace() as home:
        sources = {name: home / f"{at}.docx" for at, name in enumerate(files)}
        for name, source in sources.items():
            source.write_bytes(files[name])
        try:
            _run(_command(soffice, home, tuple(sources.values()), "pdf"), PDF_SECONDS + _SECONDS_EACH * len(files))
        except NotConverted as error:
            if error.why is not Trouble.SLOW:  # what was done in time is good
                raise OutputRefused(_no_pdf(error.why)) from error
        made = {name: home / "out" / f"{source.stem}.pdf" for name, source in sources.items()}
        return {name: pdf.read_bytes() for name, pdf in made.items() if pdf.exists() and pdf.stat().st_size}


def _no_pdf(why: Trouble) -> str:
    by_hand = "hãy bỏ --pdf, mở tệp Word rồi chọn Lưu thành PDF"
    match why:
        case Trouble.MISSING:
            return (
                f"Máy này chưa có LibreOffice nên không xuất được PDF; hãy cài LibreOffice (miễn phí), hoặc {by_hand}."
            )
        case Trouble.NOT_STARTED:
            return f"Không chạy được LibreOffice trên máy này nên không xuất được PDF; hãy cài lại, hoặc {by_hand}."
        case Trouble.SLOW:
            return f"LibreOffice không xuất xong PDF trong {PDF_SECONDS} giây; {by_hand}."
        case Trouble.NOTHING:
            return f"LibreOffice không xuất được PDF; {by_hand}."


def _command(soffice: str, home: Path, sources: tuple[Path, ...], target_format: str) -> list[str]:
    return [
        soffice,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
        "--convert-to", target_format,
        "--outdir", str(home / "out"),
        *map(str, sources),
    ]  # fmt: skip


def _run(command: list[str], seconds: float) -> None:
    """Runs a program to its end, with bounded memory where that is possible.

    When the time is over, it and what it started are ended.
    """
    try:
        process = subprocess.Popen(
            _limited(command, seconds),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
    except OSError as error:
        raise NotConverted(Trouble.NOT_STARTED) from error
    try:
        if process.wait(seconds) in _NOT_FOUND:
            raise NotConverted(Trouble.NOT_STARTED)
    except subprocess.TimeoutExpired as error:
        raise NotConverted(Trouble.SLOW) from error
    finally:
        _end(process)


def _limited(command: list[str], seconds: float) -> list[str]:
    """The command under a shell that limits it; a system that knows no such limits runs it as it is.

    Twice the seconds, for a program that works on two things at once: its caller's clock ends it first.
    """
    if os.name != "posix":
        return command
    return ["/bin/sh", "-c", _LIMITED, "sh", str(_MEGABYTES * 1024), str(2 * int(seconds) + 1), *command]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program if it still runs, with its group where there are groups."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
