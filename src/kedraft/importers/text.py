"""Plain text and Markdown, as copied from portals, converters and OCR: lines that may still have to be joined."""

import re

from kedraft.errors import SourceUnreadable
from kedraft.grammar.markdown import paragraph, pipe_blocks, pipe_rows
from kedraft.model.place import Location
from kedraft.model.plan import digest
from kedraft.model.source import SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.text import clean

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, name: str) -> str:
    """Text of a file in UTF-8, UTF-16 or Windows-1258, cleaned (`vietnamese.text.clean`).

    Raises:
        SourceUnreadable: the bytes are not text.
    """
    encoding = next((known for bom, known in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if b"\x00" in data[:4096]:
            raise SourceUnreadable(
                "tệp không phải văn bản chữ; hãy mở bằng Word rồi lưu lại dạng .docx.", Location(file=name)
            ) from None
        text = data.decode("cp1258", errors="replace")
    return clean(text)


def read_text(data: bytes, name: str) -> SourceText:
    """The lines of a text file. Markdown signs become looks; rows of pipes become tables; blank lines become gaps."""
    lines = _unescaped(decode(data, name)).split("\n")
    blocks: list[SourceParagraph | SourceTable] = []
    gap = False
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            gap, at = True, at + 1
            continue
        rows = pipe_rows(lines, at)
        if rows:
            blocks += pipe_blocks(lines[at : at + rows], Location(file=name), at + 1, gap)
            at, gap = at + rows, False
            continue
        block = paragraph(line, Location(file=name, line=at + 1), gap)
        if block.text.text:
            blocks.append(block)
        gap, at = False, at + 1
    markdown = name.lower().endswith((".md", ".markdown"))
    return SourceText(
        name=name,
        format=SourceFormat.MARKDOWN if markdown else SourceFormat.TEXT,
        blocks=tuple(blocks),
        broken_lines=True,
        digest=digest(data.decode("latin-1")),
    )


def _unescaped(text: str) -> str:
    """Line ends that a crawler wrote out as backslash-r backslash-n, made line ends again."""
    return re.sub(r"(?:\\r)?\\n|\\r", "\n", text) if text.count("\\n") > 5 else text
