"""Plan: a plan as officials know it. Strict; made by `accept`."""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import Field, ModelWrapValidatorHandler, model_validator
from pydantic_core import PydanticCustomError

from kedraft.model.base import Frozen, Words
from kedraft.model.inline import Inline
from kedraft.model.origin import Authored, Origin
from kedraft.vietnamese.dates import is_partial_date
from kedraft.vietnamese.labels import Marker as Marker

NodeId = str


class Level(StrEnum):
    """Cấp - of an issuing body or a unit."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    OTHER = "other"

    @property
    def rank(self) -> int:
        """Its place from the top, trung ương first; bodies of no level come last."""
        return list(Level).index(self)


class IssuingBody(Frozen):
    """Cơ quan ban hành - with the direct managing body above it where there is one (Nghị định 30, PL1-II.2)."""

    superior: Words | None = None
    name: Words
    level: Level


class DocumentNumber(Frozen):
    """Số, ký hiệu - `number` as printed, with leading zeros; None while the văn thư has not given one."""

    number: Words | None = None
    symbol: Words | None = None


class PlaceAndDate(Frozen):
    """Địa danh và thời gian ban hành - `date` is `2026-02-05`, or `2026-02`, or `2026`; None while blank."""

    place: Words | None = None
    date: str | None = None

    @model_validator(mode="after")
    def _real_date(self) -> Self:
        if self.date is not None and not is_partial_date(self.date):
            raise PydanticCustomError(
                "partial_date", "ngày '{date}' không có thật; viết dạng 2026-02-05 hoặc 2026-02", {"date": self.date}
            )
        return self


class CitedDocument(Frozen):
    """Văn bản được viện dẫn - as far as the citation says: type, number and symbol, date, issuer, subject.

    `text` is the citation in the document's own words.
    """

    type: Words
    number: Words | None = None
    date: str | None = None
    issuer: Words | None = None
    subject: Words | None = None
    text: Words


class Paragraph(Frozen):
    """Đoạn văn - outside the tree of items: a legal basis, the opening, the closing."""

    text: Inline
    cites: tuple[CitedDocument, ...] = ()
    origin: Origin = Authored()


class Cell(Frozen):
    """Ô - of a table. `across` and `down` count the columns and rows that it spans."""

    lines: tuple[Inline, ...] = ()
    across: Annotated[int, Field(ge=1)] = 1
    down: Annotated[int, Field(ge=1)] = 1

    @property
    def text(self) -> str:
        """Its lines, one below the other."""
        return "\n".join([line.text for line in self.lines])


class Table(Frozen):
    """Bảng - rows of cells; a cell that another one spans is left out. The first `header` rows repeat on each page.

    `widths` are the columns' widths in twips as the source has them, or empty.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 1
    widths: tuple[int, ...] = ()

    def grid(self) -> tuple[tuple[str, ...], ...]:
        """Plain texts, spans filled with blanks, so that each row has the same number of columns."""
        taken: set[tuple[int, int]] = set()
        out: list[list[str]] = []
        for r, row in enumerate(self.rows):
            line: list[str] = []
            for cell in row:
                while (r, len(line)) in taken:
                    line.append("")
                c = len(line)
                taken |= {(r + i, c + j) for i in range(cell.down) for j in range(cell.across)}
                line += [cell.text, *[""] * (cell.across - 1)]
            while (r, len(line)) in taken:
                line.append("")
            out.append(line)
        return tuple(tuple(line) for line in out)


class Item(Frozen):
    """Đề mục - a node of the tree: Phần, mục, khoản, điểm, gạch đầu dòng, a plain paragraph or a table.

    `heading` alone is a heading on its own line; `heading` and `text` a run-in heading ("2. Thời gian: Từ …"); `text` alone a
    paragraph. `label` is the label as printed in the source (None in own text and for plain paragraphs).
    """

    id: NodeId
    marker: Marker
    label: Words | None = None
    heading: Inline | None = None
    text: Inline | None = None
    table: Table | None = None
    children: tuple["Item", ...] = ()
    origin: Origin = Authored()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.heading or self.text or self.table or self.children):
            raise PydanticCustomError("empty_item", "đề mục {id} không có nội dung", {"id": self.id})
        if self.table and (self.heading or self.text or self.children or self.marker is not Marker.NONE):
            raise PydanticCustomError("table_item", "bảng {id} đứng riêng, không mang đề mục", {"id": self.id})
        return self

    @property
    def words(self) -> str:
        """Its own words: heading and text, or the table's cells; not those of its children."""
        if self.table:
            return "\n".join("\t".join(row) for row in self.table.grid())
        return " ".join(part.text for part in (self.heading, self.text) if part)

    @property
    def digest(self) -> str:
        """Fingerprint of its own words (16 hexadecimal digits)."""
        return digest(self.words)

    def walk(self) -> Iterator["Item"]:
        """Itself and everything below, in reading order."""
        left = [self]
        while left:
            item = left.pop()
            yield item
            if item.children:
                left.extend(reversed(item.children))


def digest(text: str) -> str:
    """Fingerprint of a text: 16 hexadecimal digits."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


class Task(Frozen):
    """Nhiệm vụ - who does what, with whom, by when, with what result."""

    content: Words
    lead: Words | None = None
    partners: tuple[Words, ...] = ()
    due: Words | None = None
    product: Words | None = None
    node: NodeId


class Target(Frozen):
    """Chỉ tiêu - `value` as printed (`100%`, `90 %`, `05 mô hình`) and the sentence that sets it."""

    value: Words
    text: Words
    node: NodeId


class ReportingDuty(Frozen):
    """Chế độ báo cáo - deadline and receiver in the source's words; None where it does not say."""

    deadline: Words | None = None
    to: Words | None = None
    text: Words
    node: NodeId


class Signatory(Frozen):
    """Người ký, quyền hạn - `authority` are the lines such as `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`.

    `second_position` is the position in the host agency, printed above the name when a steering committee uses the host's
    seal (Nghị định 30, PL1-II.7c).
    """

    authority: tuple[Words, ...] = ()
    position: Words | None = None
    second_position: Words | None = None
    name: Words | None = None


class Recipient(Frozen):
    """Nơi nhận - one line, without the dash before and the semicolon after it."""

    text: Words


class Annex(Frozen):
    """Phụ lục - label, title, the line that ties it to the plan, and its own items and tables."""

    id: NodeId
    label: Words | None = None
    heading: Words | None = None
    note: Words | None = None
    children: tuple[Item, ...] = ()
    landscape: bool = False
    origin: Origin = Authored()


class Plan(Frozen):
    """Kế hoạch - a whole plan. Every node carries its origin; ids are unique."""

    issuing_body: IssuingBody
    number: DocumentNumber = DocumentNumber()
    place_and_date: PlaceAndDate = PlaceAndDate()
    document_type: Words = "KẾ HOẠCH"
    subject: Words
    wrapped_in: Words | None = None
    legal_bases: tuple[Paragraph, ...] = ()
    opening: tuple[Paragraph, ...] = ()
    sections: tuple[Item, ...]
    closing: tuple[Paragraph, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    signatory: Signatory = Signatory()
    annexes: tuple[Annex, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _unique_ids(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if type(value) is cls:
            return value  # it was looked through when it was made, and cannot change
        plan = handler(value)
        seen: set[str] = set()
        for item in plan.walk():
            if item.id in seen:
                raise PydanticCustomError("duplicate_id", "mã đề mục {id} bị trùng", {"id": item.id})
            seen.add(item.id)
        return plan

    def walk(self) -> Iterator[Item]:
        """Every item of the body and of the annexes, in reading order."""
        left = [*self.sections, *(child for annex in self.annexes for child in annex.children)]
        left.reverse()
        while left:
            item = left.pop()
            yield item
            if item.children:
                left.extend(reversed(item.children))

    def find(self, node: NodeId) -> Item | None:
        """The item with that id, or None."""
        path = self._paths.get(node)
        return path[-1] if path else None

    def path(self, node: NodeId) -> tuple[Item, ...]:
        """The items from the outermost down to the one with that id; empty when there is none."""
        return self._paths.get(node, ())

    @cached_property
    def _paths(self) -> dict[NodeId, tuple[Item, ...]]:
        """Every item's path, walked once. Copies are made with `evolve`, which starts anew."""
        paths: dict[NodeId, tuple[Item, ...]] = {}

        def add(item: Item, above: tuple[Item, ...]) -> None:
            here = (*above, item)
            paths[item.id] = here
            for child in item.children:
                add(child, here)

        for item in (*self.sections, *(child for annex in self.annexes for child in annex.children)):
            add(item, ())
        return paths
