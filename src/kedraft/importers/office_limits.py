"""What .doc, .odt and .rtf may hold before LibreOffice sees them, and how too much is said."""

from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.importers.docx_budget import MAX_CELLS
from kedraft.importers.docx_budget import MAX_PARAGRAPHS as _OUTSIDE_TABLES
from kedraft.model.place import Location

RESAVE: Final = "mở bằng Word rồi lưu lại thành tệp .docx"
MAX_DEPTH: Final = 200  # elements or groups, one inside the other; Word and LibreOffice write fewer than twenty
#: Paragraphs, lines, cells and rows: as many as the Word file made of them may have at most.
MAX_PARAGRAPHS: Final = _OUTSIDE_TABLES + 2 * MAX_CELLS


def too_deep(name: str, suffix: str) -> SourceUnreadable:
    """The refusal of a file whose parts nest without end."""
    return SourceUnreadable(
        f"Tệp {suffix} lồng quá {MAX_DEPTH} tầng, không phần mềm soạn thảo nào ghi như vậy, nên không được mở; hãy {RESAVE}.",
        Location(file=name),
    )


def too_many_paragraphs(name: str, suffix: str) -> SourceUnreadable:
    """The refusal of a file with more paragraphs than any plan has."""
    return SourceUnreadable(
        f"Tệp {suffix} có hơn {MAX_PARAGRAPHS} đoạn văn và ô bảng, nhiều bất thường nên không được mở; "
        "hãy chép riêng phần kế hoạch vào tệp mới rồi lưu .docx.",
        Location(file=name),
    )
