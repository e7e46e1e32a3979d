"""A plan in which every role of a template occurs, and the template filled with it: how `template check` sees the pages.

The plan is put together with a few words (`heading`, `words`, `table`, …), which the samples of templates use as well.
"""

from kedraft.model.document import RenderedDocument
from kedraft.model.inline import Inline
from kedraft.model.plan import (
    Annex,
    Cell,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marker,
    Paragraph,
    PlaceAndDate,
    Plan,
    Recipient,
    Signatory,
    Table,
)
from kedraft.ooxml.template_trace import numbered, numbers_of
from kedraft.rendering.document import render
from kedraft.rendering.template import compile_template

_LONG = (
    "Các cơ quan, đơn vị, các thôn căn cứ nhiệm vụ được giao xây dựng kế hoạch chi tiết, phân công người phụ trách, bố trí kinh phí "
    "và thời gian phù hợp, tổ chức thực hiện nghiêm túc, đúng tiến độ, báo cáo kết quả theo quy định"
)


class Specimen:
    """A template filled with the specimen: the document, and for each of its paragraphs the one of the template that it was made of."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises `TemplateInvalid` when the template breaks its contract."""
        self.document: RenderedDocument = render(specimen(), compile_template(numbered(data, name), name))
        self._origins = numbers_of(self.document.data)

    def origin(self, paragraph: int | None) -> int | None:
        """The template's paragraph behind a paragraph of the document; both are counted from 1."""
        if paragraph is None or not 0 < paragraph <= len(self._origins):
            return None
        return self._origins[paragraph - 1]


def specimen() -> Plan:
    """The plan: each role at least once, a text of some pages, an annex on upright and one on landscape pages."""
    return Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN XÃ BA SƠN", level=Level.COMMUNE),
        number=DocumentNumber(symbol="KH-UBND"),
        place_and_date=PlaceAndDate(place="Ba Sơn", date="2026-02"),
        subject="Chuyển đổi số xã Ba Sơn năm 2026",
        legal_bases=(paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),),
        opening=(paragraph("Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2026 như sau:"),),
        sections=_sections(),
        closing=(paragraph("Trên đây là Kế hoạch chuyển đổi số xã Ba Sơn năm 2026./."),),
        recipients=recipients("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH"),
        signatory=Signatory(
            authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="PHÓ CHỦ TỊCH", name="Nguyễn Văn An"
        ),
        annexes=(
            Annex(id="PL1", label="Phụ lục I", heading="NHIỆM VỤ CỦA CÁC THÔN", children=_work("PL1")),
            Annex(
                id="PL2",
                label="Phụ lục II",
                heading="DANH MỤC NHIỆM VỤ",
                landscape=True,
                children=(tabled("PL2.1", _table()),),
            ),
        ),
    )


def _sections() -> tuple[Item, ...]:
    purpose = heading("I.1", Marker.ARABIC, "1.", "Mục đích", *_work("I.1"))
    demands = words("I.2", Marker.ARABIC, "2.", f"{_LONG}.")
    intro = words("II.0", Marker.NONE, None, f"Nhiệm vụ cụ thể tại các phụ lục. {_LONG}.")
    carried_out = heading("II", Marker.ROMAN, "II.", "TỔ CHỨC THỰC HIỆN", intro, tabled("II.1", _table()))
    aims = heading("I", Marker.ROMAN, "I.", "MỤC ĐÍCH, YÊU CẦU", purpose, demands)
    return (heading("P1", Marker.PART, "Phần I", "NHIỆM VỤ NĂM 2026", aims, carried_out),)


def _work(above: str) -> tuple[Item, ...]:
    def point(name: str, marker: Marker, label: str, *children: Item) -> Item:
        return words(f"{above}.{name}", marker, label, f"{_LONG}.").evolve(children=children)

    dash = point("d", Marker.DASH, "-", point("p", Marker.PLUS, "+"))
    return (point("a", Marker.LETTER, "a)"), point("b", Marker.LETTER, "b)", dash))


def _table() -> Table:
    return table(
        ("STT", "Nhiệm vụ", "Thời hạn"),
        ("1", "Tập huấn kỹ năng số cho các thôn", "Tháng 6"),
        ("2", "Kiểm tra kết quả", "10/12"),
    )


def heading(node: str, marker: Marker, label: str, title: str, *children: Item) -> Item:
    """An item with a heading on its own line."""
    return Item(id=node, marker=marker, label=label, heading=Inline(text=title), children=children)


def words(node: str, marker: Marker, label: str | None, text: str, run_in: str | None = None) -> Item:
    """An item with a text, behind a run-in heading or without one."""
    return Item(
        id=node, marker=marker, label=label, heading=Inline(text=run_in) if run_in else None, text=Inline(text=text)
    )


def tabled(node: str, content: Table) -> Item:
    """An item that is a table."""
    return Item(id=node, marker=Marker.NONE, table=content)


def table(*rows: tuple[str, ...]) -> Table:
    """A table of plain texts; the first row is its header."""
    return Table(rows=tuple(tuple(cell(text) for text in row) for row in rows))


def cell(text: str, across: int = 1, down: int = 1) -> Cell:
    """A cell of one line, or an empty one."""
    return Cell(lines=(Inline(text=text),) if text else (), across=across, down=down)


def paragraph(text: str) -> Paragraph:
    """A paragraph outside the tree of items."""
    return Paragraph(text=Inline(text=text))


def recipients(*texts: str) -> tuple[Recipient, ...]:
    """The lines of Nơi nhận."""
    return tuple(Recipient(text=text) for text in texts)
