"""The plan flattened for Word, and the file that comes of it.

`Flow` is what a template sees: its fields, and theirs, are the template's variables. The values are plain tuples with
names: they are made from a validated `Plan`, once per document, and read some thousand times.
"""

from enum import StrEnum
from typing import NamedTuple

from kedraft.model.base import Frozen
from kedraft.model.inline import Run


class Role(StrEnum):
    """Vai trò của một đoạn - what a block is; a template has one sample for each."""

    BASIS = "basis"  # căn cứ, in nghiêng
    OPENING = "opening"  # lời mở đầu
    PART = "part"  # Phần I
    PART_TITLE = "part_title"  # TIÊU ĐỀ PHẦN
    SECTION = "section"  # I. TIÊU ĐỀ MỤC
    HEADING = "heading"  # 1. Tiêu đề khoản (dòng riêng, đậm)
    CLAUSE = "clause"  # 1. Khoản không tiêu đề, 1.1. …
    POINT = "point"  # a) …
    DASH = "dash"  # - …
    PLUS = "plus"  # + …
    PARAGRAPH = "paragraph"
    TABLE = "table"
    CLOSING = "closing"  # đoạn cuối, đi liền với khối chữ ký
    SIGNATURE = "signature"  # Nơi nhận và chữ ký
    PORTRAIT_ENDS = "portrait_ends"  # hết phần trang đứng, sang phụ lục
    LANDSCAPE_ENDS = "landscape_ends"  # hết phần trang ngang, sang phụ lục
    ANNEX_LABEL = "annex_label"  # Phụ lục I
    ANNEX_TITLE = "annex_title"  # TÊN PHỤ LỤC
    ANNEX_NOTE = "annex_note"  # (Kèm theo …)


class Line(NamedTuple):
    """A line of a cell."""

    runs: tuple[Run, ...]


class CellFlow(NamedTuple):
    """Ô - `merge` is Word's vertical merge: `restart`, `continue` or empty. `figure`: a bare number, centred."""

    width: int
    across: int
    merge: str
    figure: bool
    lines: tuple[Line, ...]


class RowFlow(NamedTuple):
    """Hàng của bảng - `keep`: on one page with the next row, so that the last row never stands alone."""

    cells: tuple[CellFlow, ...]
    keep: bool = False


class TableFlow(NamedTuple):
    """Bảng - every row fills the grid; `columns` are widths in twips; `header` rows repeat on each page."""

    columns: tuple[int, ...]
    header: tuple[RowFlow, ...]
    rows: tuple[RowFlow, ...]


class SignatureBlock(NamedTuple):
    """Khối chữ ký - the lines of ô 9b and 7a; `office` are authority and position; ô 7b: second position and name."""

    recipients: tuple[str, ...]
    office: tuple[str, ...]
    second_position: str
    name: str


class Block(NamedTuple):
    """Khối - one paragraph, table or signature block, in reading order. `runs` are its whole words with the label.

    `inset`, in twips on either side, makes the lines of a centred title even.
    """

    role: Role
    label: str = ""
    runs: tuple[Run, ...] = ()
    inset: int = 0
    table: TableFlow | None = None
    signature: SignatureBlock | None = None

    @property
    def text(self) -> str:
        """The words as one string."""
        return "".join(run.text for run in self.runs)


#: A `Run` and a `Block` without their names: plain tuples are made, and taken apart, in a third of the time.
BareRun = tuple[str, bool, bool]
BareBlock = tuple[Role, str, tuple[BareRun, ...], int, TableFlow | None, SignatureBlock | None]


class Letterhead(NamedTuple):
    """Phần đầu - the lines of ô 2, 3 and 4. `issuer_rule`: the indent (twips) that leaves a line of the right length.

    `long_place_and_date`: the line is too long for its column at the common size.
    """

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    issuer_rule: int
    number: str
    place_and_date: str
    long_place_and_date: bool


class Flow(NamedTuple):
    """Bản trình bày - what stands on the pages, in order. Indents (`…_inset`, `…_rule`) are twips on either side.

    `ends_landscape`: the last page is a landscape one. `title` and `author` are the file's properties.
    """

    title: str
    author: str
    letterhead: Letterhead
    document_type: str
    subject: str
    subject_inset: int
    subject_rule: int
    blocks: tuple[Block, ...]
    ends_landscape: bool


class RenderedDocument(Frozen):
    """Tệp Word - the bytes of a .docx and the name it is proposed to have."""

    name: str
    data: bytes
    blocks: int
