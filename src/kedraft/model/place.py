"""Location: where in a file something stands, as far as that is known."""

from kedraft.model.base import Frozen


class Location(Frozen):
    """Vị trí - where in a file: line and column for texts, paragraph for Word, page for PDF, field for data.

    All counts start at 1.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        name = self.file or ""
        if self.line is not None:
            name += f":{self.line}" if name else f"dòng {self.line}"
            if self.column is not None:
                name += f":{self.column}" if self.file else f", cột {self.column}"
        parts = [name] if name else []
        if self.page is not None:
            parts.append(f"trang {self.page}")
        if self.paragraph is not None:
            parts.append(f"đoạn {self.paragraph}")
        text = ", ".join(parts)
        if self.field and self.field.startswith("trang "):  # a cell: `bang.xlsx, trang Địa phương, ô C7`
            return f"{text}, {self.field}" if text else self.field
        if self.field:
            text = f"{text} ({self.field})" if text else self.field
        return text
