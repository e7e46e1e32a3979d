"""How much one Word file may hold: what is far above any plan is refused while it is read, before it fills the memory."""

from dataclasses import dataclass
from typing import Final

from kedraft.errors import SourceUnreadable
from kedraft.model.place import Location

MAX_PARAGRAPHS: Final = 20_000  # outside tables; 300 pages have five to nine thousand
MAX_CELLS: Final = 30_000  # with a paragraph each; 300 pages of tables have some twenty thousand
MAX_LETTERS: Final = 3_000_000  # 1,000 pages
MAX_PARAGRAPH: Final = 500_000  # letters of one paragraph


@dataclass(slots=True)
class Budget:
    """What has been read so far."""

    name: str
    shares: int = 0
    letters: int = 0

    def block(self, in_table: bool) -> None:
        """A paragraph, or a cell. Raises `SourceUnreadable` when there are too many: one and the other share the room."""
        self.shares += MAX_PARAGRAPHS if in_table else 2 * MAX_CELLS  # a cell comes twice: itself and its paragraph
        if self.shares > 2 * MAX_CELLS * MAX_PARAGRAPHS:
            raise self._refusal(f"hơn {MAX_PARAGRAPHS} đoạn văn (hoặc {MAX_CELLS} ô bảng)")

    def words(self, letters: int) -> None:
        """The letters of a paragraph. Raises `SourceUnreadable` when they are too many."""
        self.letters += letters
        if letters > MAX_PARAGRAPH:
            raise self._refusal(f"một đoạn văn dài hơn {MAX_PARAGRAPH} chữ")
        if self.letters > MAX_LETTERS:
            raise self._refusal(f"hơn {MAX_LETTERS} chữ")

    def _refusal(self, what: str) -> SourceUnreadable:
        return SourceUnreadable(
            f"Tệp Word có {what}, nhiều bất thường nên không được đọc; "
            "hãy chép riêng phần kế hoạch vào tệp mới rồi lưu .docx.",
            Location(file=self.name),
        )
