"""LibreOffice, when it is there: Word files to PDF. Its own profile folder for each call, and a time limit."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from kedraft.errors import OutputRefused
from kedraft.model.place import Location

_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice", r"C:\Program Files\LibreOffice\program\soffice.exe")


def program() -> str | None:
    """LibreOffice's program, or None."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def to_pdf(document: Path) -> bytes:
    """The PDF of a Word file, in bytes.

    Raises:
        OutputRefused: LibreOffice is not installed, or did not make a PDF in time.
    """
    soffice = program()
    where = Location(file=document.name)
    if soffice is None:
        raise OutputRefused(
            "máy này chưa có LibreOffice nên không xuất được PDF; tệp Word đã ghi xong, hãy mở bằng Word rồi chọn Lưu thành PDF.",
            where,
        )
    with tempfile.TemporaryDirectory(prefix="kedraft-") as folder:
        profile = Path(folder, "profile").as_uri()
        command = [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(document),
        ]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            raise OutputRefused(f"LibreOffice không xong trong {_SECONDS} giây; tệp Word đã ghi xong.", where) from None
        result = Path(folder, document.with_suffix(".pdf").name)
        if not result.exists():
            raise OutputRefused(
                "LibreOffice không xuất được PDF; tệp Word đã ghi xong, hãy mở bằng Word rồi chọn Lưu thành PDF.", where
            )
        return result.read_bytes()
