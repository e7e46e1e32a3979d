"""The body flattened for Word, and the file that comes of it."""

from enum import StrEnum

from kedraft.model.base import Frozen
from kedraft.model.inline import Inline
from kedraft.model.plan import Table


class Role(StrEnum):
    """Vai trò của một đoạn - what a block is; a template has one sample paragraph for each."""

    BASIS = "basis"  # căn cứ, in nghiêng
    OPENING = "opening"  # lời mở đầu
    PART = "part"  # Phần I / TIÊU ĐỀ
    PART_TITLE = "part_title"
    SECTION = "section"  # I. TIÊU ĐỀ MỤC
    HEADING = "heading"  # 1. Tiêu đề khoản (dòng riêng, đậm)
    CLAUSE = "clause"  # 1. Khoản không tiêu đề, 1.1. …
    POINT = "point"  # a) …
    DASH = "dash"  # - …
    PLUS = "plus"  # + …
    PARAGRAPH = "paragraph"
    TABLE = "table"
    CLOSING = "closing"


class Block(Frozen):
    """Khối - one paragraph or table of the body, in order. `label` is computed (`I.`, `1.`, `a)`, `-`); None without one."""

    role: Role
    label: str | None = None
    text: Inline = Inline(text="")
    table: Table | None = None


class AnnexFlow(Frozen):
    """Phụ lục, flattened."""

    label: str
    heading: str
    note: str
    landscape: bool
    blocks: tuple[Block, ...]


class RenderedDocument(Frozen):
    """Tệp Word - the bytes of a .docx and the name it is proposed to have."""

    name: str
    data: bytes
    blocks: int
