""".doc, .odt and .rtf through LibreOffice, where it is installed: converted to .docx, then read like any other Word file."""

from typing import Final, Literal

from kedraft.errors import SourceUnreadable
from kedraft.importers.docx import read_docx
from kedraft.importers.office_gate import suffix_of
from kedraft.importers.office_limits import RESAVE
from kedraft.importers.reading_findings import Reading, note
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import SourceText
from kedraft.ooxml import libreoffice
from kedraft.ooxml.gate import MAX_FILE, MEGABYTE

TIMEOUT: Final = 90  # seconds for one file


def read_office(data: bytes, name: str, *, revisions: Literal["final", "original"] = "final") -> SourceText:
    """The words of a .doc, .odt or .rtf.

    Raises `SourceUnreadable` for a file that is encrypted, holds macros or embedded objects, is no text document, or when
    LibreOffice is missing or cannot open it.
    """
    if len(data) > MAX_FILE:
        raise _unreadable(
            name,
            f"Tệp lớn {len(data) // MEGABYTE} MB, quá giới hạn {MAX_FILE // MEGABYTE} MB; hãy bỏ bớt hình ảnh rồi lưu lại.",
        )
    suffix = suffix_of(data, name)
    source = read_docx(_as_docx(data, suffix, name), name, revisions=revisions)
    message = (
        f"Tệp {suffix} được LibreOffice chuyển sang .docx rồi mới đọc; hãy đối chiếu số thứ tự đề mục với bản gốc."
    )
    remark = note(Reading.CONVERTED, Severity.INFO, message, name)
    return source.evolve(digest=digest(data.decode("latin-1")), findings=(*source.findings, remark))


def _as_docx(data: bytes, suffix: str, name: str) -> bytes:
    try:
        return libreoffice.convert(data, suffix, "docx:MS Word 2007 XML", TIMEOUT)
    except libreoffice.NotConverted as error:
        raise _unreadable(name, _no_docx(error.why, suffix)) from error


def _no_docx(why: libreoffice.Trouble, suffix: str) -> str:
    match why:
        case libreoffice.Trouble.MISSING:
            return (
                f"Để đọc tệp {suffix} cần có LibreOffice trên máy; hãy cài LibreOffice (miễn phí), "
                "hoặc mở tệp bằng Word rồi lưu lại .docx."
            )
        case libreoffice.Trouble.NOT_STARTED:
            return f"Không chạy được LibreOffice trên máy này; hãy cài lại, hoặc {RESAVE}."
        case libreoffice.Trouble.SLOW:
            return f"LibreOffice không mở xong tệp trong {TIMEOUT} giây; hãy {RESAVE}."
        case libreoffice.Trouble.NOTHING:
            return f"LibreOffice không mở được tệp {suffix} này (có thể bị hỏng hoặc quá lớn); hãy {RESAVE}."


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
