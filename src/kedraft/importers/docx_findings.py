"""What a person should know of how a Word file was read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kedraft.importers.reading_findings import Reading, note
from kedraft.model.finding import Finding, Severity
from kedraft.ooxml.legacy import is_convertible
from kedraft.ooxml.words import Revisions

_LITTLE_TEXT: Final = 200  # characters under which a file with pictures is taken for a scan


@dataclass(slots=True)
class Seen:
    """What the reader came across and does not show as text."""

    inserted: int = 0
    deleted: int = 0
    comments: int = 0
    hidden: int = 0  # paragraphs with hidden words
    pictures: int = 0
    letters: int = 0  # of the text that was read
    old_fonts: set[str] = field(default_factory=set)


def findings(seen: Seen, name: str, revisions: Revisions) -> Iterator[Finding]:
    """One finding for each kind of thing that was seen."""
    if seen.inserted or seen.deleted:
        yield note(Reading.TRACES, Severity.WARNING, _tracked(seen, revisions), name)
    if seen.hidden:
        message = (
            f"Văn bản có {seen.hidden} đoạn chứa chữ ẩn, không in ra; chữ ẩn được để riêng, không đưa vào nội dung."
        )
        yield note(Reading.TRACES, Severity.WARNING, message, name)
    if seen.comments:
        message = f"Văn bản có {seen.comments} lời bình bên lề (comment); lời bình không được đọc vào nội dung."
        yield note(Reading.TRACES, Severity.INFO, message, name)
    if seen.old_fonts:
        yield note(Reading.OLD_FONT, Severity.WARNING, _old_fonts(sorted(seen.old_fonts)), name)
    if seen.pictures and seen.letters < _LITTLE_TEXT:
        message = (
            f"Văn bản hầu như chỉ có hình ảnh ({seen.pictures} hình, {seen.letters} chữ); nếu đây là bản chụp, "
            "hãy xuất ra PDF hoặc ảnh rồi nhận dạng chữ (OCR)."
        )
        yield note(Reading.PICTURES_ONLY, Severity.WARNING, message, name)


def _tracked(seen: Seen, revisions: Revisions) -> str:
    taken = "đã chấp nhận tất cả" if revisions == "final" else "đã bỏ qua tất cả"
    return (
        f"Văn bản còn {seen.inserted + seen.deleted} chỗ theo dõi sửa đổi "
        f"({seen.inserted} thêm, {seen.deleted} xóa); khi đọc {taken}. "
        "Hãy chấp nhận hoặc từ chối từng chỗ trong Word để có bản chính thức."
    )


def _old_fonts(fonts: list[str]) -> str:
    read = "đã được chuyển sang Unicode" if all(map(is_convertible, fonts)) else "có chỗ không chuyển được"
    return (
        f"Văn bản dùng phông chữ cũ ngoài Unicode ({', '.join(fonts)}); khi đọc, chữ {read}. "
        "Hãy chuyển mã cả văn bản sang Unicode (TCVN 6909:2001) rồi soát lại."
    )
