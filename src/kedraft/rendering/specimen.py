"""A plan in which every role of a template occurs, and the template filled with it: how `template check` sees the pages."""

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
        legal_bases=(_paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),),
        opening=(_paragraph("Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2026 như sau:"),),
        sections=_sections(),
        closing=(_paragraph("Trên đây là Kế hoạch chuyển đổi số xã Ba Sơn năm 2026./."),),
        recipients=tuple(Recipient(text=text) for text in ("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH")),
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
                children=(Item(id="PL2.1", marker=Marker.NONE, table=_table()),),
            ),
        ),
    )


def _sections() -> tuple[Item, ...]:
    return (
        Item(
            id="P1",
            marker=Marker.PART,
            label="Phần I",
            heading=Inline(text="NHIỆM VỤ NĂM 2026"),
            children=(
                Item(
                    id="I",
                    marker=Marker.ROMAN,
                    label="I.",
                    heading=Inline(text="MỤC ĐÍCH, YÊU CẦU"),
                    children=(
                        Item(
                            id="I.1",
                            marker=Marker.ARABIC,
                            label="1.",
                            heading=Inline(text="Mục đích"),
                            children=_work("I.1"),
                        ),
                        Item(id="I.2", marker=Marker.ARABIC, label="2.", text=Inline(text=f"{_LONG}.")),
                    ),
                ),
                Item(
                    id="II",
                    marker=Marker.ROMAN,
                    label="II.",
                    heading=Inline(text="TỔ CHỨC THỰC HIỆN"),
                    children=(
                        Item(
                            id="II.0",
                            marker=Marker.NONE,
                            text=Inline(text=f"Nhiệm vụ cụ thể tại các phụ lục. {_LONG}."),
                        ),
                        Item(id="II.1", marker=Marker.NONE, table=_table()),
                    ),
                ),
            ),
        ),
    )


def _work(above: str) -> tuple[Item, ...]:
    def item(name: str, marker: Marker, label: str) -> Item:
        return Item(id=f"{above}.{name}", marker=marker, label=label, text=Inline(text=f"{_LONG}."))

    dash = item("d", Marker.DASH, "-").evolve(children=(item("p", Marker.PLUS, "+"),))
    return (item("a", Marker.LETTER, "a)"), item("b", Marker.LETTER, "b)").evolve(children=(dash,)))


def _table() -> Table:
    rows = (
        ("STT", "Nhiệm vụ", "Thời hạn"),
        ("1", "Tập huấn kỹ năng số cho các thôn", "Tháng 6"),
        ("2", "Kiểm tra kết quả", "10/12"),
    )
    return Table(rows=tuple(tuple(Cell(lines=(Inline(text=text),)) for text in row) for row in rows))


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text=Inline(text=text))
