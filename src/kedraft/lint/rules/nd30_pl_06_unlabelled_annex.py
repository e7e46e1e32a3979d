"""ND30-PL-06: a table behind the signature that no annex label opens: what is left of an annex without its head."""

from collections.abc import Iterator

from kedraft.lint.layout_form import Line, Parts
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Cell


def _check(layout: Layout) -> Iterator[Hit]:
    behind = _behind_the_foot(layout.parts)
    first = next((line for line in behind if line.paragraph.cell is not None), None)
    if first is not None:
        yield layout.hit(
            first.paragraph,
            "Có bảng đứng sau khối chữ ký mà phía trên không có dòng “Phụ lục” và tên phụ lục; hãy thêm hai dòng ấy cùng dòng "
            "“(Kèm theo …)”, hoặc bỏ bảng nếu còn sót.",
        )


def _behind_the_foot(parts: Parts) -> list[Line]:
    """The written lines between the foot and the first annex that do not share a table with the foot."""
    foot = [
        one
        for one in (parts.recipients_label, *parts.recipients, *parts.office, *parts.second_office, parts.name)
        if one
    ]
    if not parts.office or not foot:
        return []
    tables = {one.paragraph.cell.table for one in foot if one.paragraph.cell is not None}
    start = max(parts.lines.index(one) for one in foot) + 1
    stop = parts.lines.index(parts.annexes[0].label) if parts.annexes else len(parts.lines)
    behind = [line for line in parts.lines[start:stop] if line.text]
    return [line for line in behind if line.paragraph.cell is None or line.paragraph.cell.table not in tables]


_TABLE = say(text="Nhiệm vụ", cell=Cell(2, 0, 0, 3, 3000))

RULE = Rule(
    id="ND30-PL-06",
    name="bảng sau khối chữ ký không có tên phụ lục",
    severity=Severity.WARNING,
    citation=decree("PL1-III.1b"),
    manual=Manual(
        what="Bảng, biểu đứng sau khối chữ ký là phụ lục; phía trên phải có dòng Phụ lục, tên phụ lục và dòng (Kèm theo …).",
        why="Bảng không tên không biết thuộc văn bản nào; thường còn sót khi xóa tiêu đề của phụ lục mà không xóa bảng.",
        instead="Thêm dòng Phụ lục và tên phụ lục, hoặc bỏ bảng; bảng thuộc nội dung thì đặt trước khối chữ ký.",
    ),
    subject=Layout,
    check=_check,
    bad=(
        sheet(annex=True, annex_label=None, annex_title=None, annex_note=None, annex_text=_TABLE),
        sheet(
            annex=True,
            annex_label=None,
            annex_title=None,
            annex_note=None,
            annex_text=say(text="Số thứ tự", cell=Cell(2, 0, 0, 5, 2000)),
            name=None,
        ),
    ),
    good=(sheet(annex=True, annex_text=_TABLE), sheet(), sheet(annex=True)),
)
