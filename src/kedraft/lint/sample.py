"""A mini language for samples: a whole, clean plan of a commune, in which a sample changes only what matters.

plan(closing="Trên đây là Kế hoạch.")          one field differs
plan(sections="I. MỤC TIÊU\\n1. Chỉ tiêu\\n- 90% hộ …")   a tree, written as plans are written
draft(sections=…, parent=plan(…))              the same as a draft with its parent
"""

from dataclasses import dataclass, field
from typing import Any

from kedraft.lint.content import Content
from kedraft.model.draft import Draft, Dropped
from kedraft.model.inline import Inline
from kedraft.model.origin import Inherited
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
from kedraft.model.spec import DocumentSpec, DraftSpec, LocalitySpec, OwnSection
from kedraft.vietnamese.letters import lazily

COMMUNE: dict[str, Any] = {
    "issuer": "ỦY BAN NHÂN DÂN XÃ BA SƠN",
    "superior": None,
    "level": "commune",
    "number": "15",
    "symbol": "KH-UBND",
    "place": "Ba Sơn",
    "date": "2026-02-05",
    "subject": "Chuyển đổi số xã Ba Sơn năm 2026",
    "bases": (),
    "opening": "Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số năm 2026, "
    "Ủy ban nhân dân xã Ba Sơn ban hành Kế hoạch chuyển đổi số năm 2026 như sau:",
    "sections": "I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao nhận thức của người dân về chuyển đổi số.\n"
    "2. Các nhiệm vụ có người phụ trách, có thời hạn và kết quả rõ ràng.\n"
    "II. TỔ CHỨC THỰC HIỆN\n1. Các thôn\n- Tổ chức thực hiện Kế hoạch này, cử người hướng dẫn các hộ dân.",
    "closing": "Trên đây là Kế hoạch chuyển đổi số xã Ba Sơn năm 2026./.",
    "recipients": ("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH"),
    "authority": ("TM. ỦY BAN NHÂN DÂN",),
    "position": "CHỦ TỊCH",
    "second_position": None,
    "name": "Nguyễn Văn An",
    "annexes": (),
    "document_type": "KẾ HOẠCH",
}

PROVINCE: dict[str, Any] = COMMUNE | {
    "issuer": "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    "level": "province",
    "number": "13",
    "place": "Lạng Sơn",
    "date": "2026-01-13",
    "subject": "Chuyển đổi số năm 2026",
    "opening": "Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2026 như sau:",
    "sections": "I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao nhận thức của người dân về chuyển đổi số.",
    "closing": "Trên đây là Kế hoạch chuyển đổi số năm 2026./.",
}

_MARKERS: tuple[tuple[Marker, str, int], ...] = (
    (Marker.PART, r"Phần [IVX]+", 0),
    (Marker.ROMAN, r"[IVXLC]+\.", 1),
    (Marker.DECIMAL, r"\d+\.\d+\.", 3),
    (Marker.ARABIC, r"\d+\.", 2),
    (Marker.LETTER, r"[a-zđ]\)", 4),
    (Marker.PAREN, r"\(\d+\)", 5),
    (Marker.DASH, r"-", 6),
    (Marker.PLUS, r"\+", 7),
)
_LINE = lazily("|".join(f"(?P<{m.value}>{pattern})" for m, pattern, _ in _MARKERS))
_RANK = {marker: rank for marker, _, rank in _MARKERS} | {Marker.NONE: 8}
_HEADINGS = (Marker.PART, Marker.ROMAN)


@dataclass(frozen=True)
class PlanSample:
    """A plan in few words; `given` are the fields that differ from the clean plan of a commune."""

    given: dict[str, Any]
    base: dict[str, Any] = field(default_factory=lambda: COMMUNE)

    def plan(self) -> Plan:
        """The plan itself."""
        unknown = set(self.given) - set(self.base)
        assert not unknown, unknown
        return _plan(self.base | self.given)

    def build(self) -> Content:
        """The plan as content rules see it; it is to be signed when it shows its day."""
        plan = self.plan()
        return Content(plan=plan, final=len(plan.place_and_date.date or "") == 10)


@dataclass(frozen=True)
class DraftSample:
    """A draft in few words."""

    child: PlanSample
    parent: PlanSample
    dropped: tuple[tuple[str, str], ...] = ()
    chain: tuple[PlanSample, ...] = ()
    inherited: tuple[str, ...] = ()
    locality: LocalitySpec = field(default_factory=lambda: LocalitySpec(commune="Ba Sơn", province="Lạng Sơn"))

    def draft(self) -> Draft:
        """The draft itself."""
        plan, parent = self.child.plan(), self.parent.plan()
        plan = plan.evolve(sections=tuple(_kept(section, self.inherited) for section in plan.sections))
        spec = DraftSpec(
            parent="ke-hoach-tinh.docx",
            locality=self.locality,
            document=DocumentSpec(subject=plan.subject, date=plan.place_and_date.date or "2026-02"),
            sections=(OwnSection(heading="NỘI DUNG", text="- Nội dung."),),
        )
        dropped = tuple(Dropped(node=node, reason=reason) for node, reason in self.dropped)
        return Draft(plan=plan, parent=parent, spec=spec, dropped=dropped)

    def build(self) -> Content:
        """The draft as content rules see it."""
        made = self.draft()
        return Content(plan=made.plan, draft=made, chain=tuple(one.plan() for one in self.chain))


def plan(**given: Any) -> PlanSample:
    """A commune's plan of 2026, clean but for what is given."""
    return PlanSample(given)


def province(**given: Any) -> PlanSample:
    """A province's plan of 2026, clean but for what is given."""
    return PlanSample(given, PROVINCE)


def draft(
    parent: PlanSample | None = None,
    dropped: tuple[tuple[str, str], ...] = (),
    chain: tuple[PlanSample, ...] = (),
    inherited: tuple[str, ...] = (),
    locality: LocalitySpec | None = None,
    **given: Any,
) -> DraftSample:
    """A commune's draft of 2026 under a province's plan, number and day blank, clean but for what is given.

    `inherited`: ids of the nodes that were kept word for word; the others are the office's own words.
    """
    blanks = {"number": None, "date": "2026-02"}
    place = locality or LocalitySpec(commune="Ba Sơn", province="Lạng Sơn")
    return DraftSample(PlanSample(blanks | given), parent or province(), dropped, chain, inherited, place)


def _kept(item: Item, inherited: tuple[str, ...]) -> Item:
    children = tuple(_kept(child, inherited) for child in item.children)
    if item.id in inherited:
        return item.evolve(children=children, origin=Inherited(node="I", digest="0" * 16))
    return item.evolve(children=children)


def _plan(values: dict[str, Any]) -> Plan:
    return Plan(
        issuing_body=IssuingBody(superior=values["superior"], name=values["issuer"], level=Level(values["level"])),
        number=DocumentNumber(number=values["number"], symbol=values["symbol"]),
        place_and_date=PlaceAndDate(place=values["place"], date=values["date"]),
        document_type=values["document_type"],
        subject=values["subject"],
        legal_bases=_paragraphs(values["bases"]),
        opening=_paragraphs(values["opening"]),
        sections=items(values["sections"]),
        closing=_paragraphs(values["closing"]),
        recipients=tuple(Recipient(text=line) for line in values["recipients"]),
        signatory=Signatory(
            authority=values["authority"],
            position=values["position"],
            second_position=values["second_position"],
            name=values["name"],
        ),
        annexes=tuple(_annex(at, *parts) for at, parts in enumerate(values["annexes"], 1)),
    )


def _paragraphs(given: str | tuple[str, ...]) -> tuple[Paragraph, ...]:
    lines = (given,) if isinstance(given, str) else given
    return tuple(Paragraph(text=Inline(text=line)) for line in lines if line)


def _annex(at: int, label: str | None, heading: str, text: str, note: str | None = None) -> Annex:
    return Annex(id=f"PL{at}", label=label, heading=heading, note=note, children=items(text, f"PL{at}."))


@dataclass
class _Node:
    marker: Marker
    label: str | None
    words: str
    children: "list[_Node]" = field(default_factory=list)


def items(text: str, prefix: str = "") -> tuple[Item, ...]:
    """A tree written as plans are written: `I.`, `1.`, `1.1.`, `a)`, `(1)`, `-`, `+`; a row of a table is `| a | b |`."""
    top: list[_Node] = []
    open_nodes: list[_Node] = []
    for line in text.split("\n"):
        if line.strip():
            node = _node(line.strip())
            while open_nodes and _RANK[open_nodes[-1].marker] >= _RANK[node.marker]:
                open_nodes.pop()
            (open_nodes[-1].children if open_nodes else top).append(node)
            open_nodes.append(node)
    return _items(top, prefix)


def _node(line: str) -> _Node:
    found = None if line.startswith("|") else _LINE.match(line)
    if not found:
        return _Node(Marker.NONE, None, line)
    return _Node(Marker(found.lastgroup or ""), found.group(), line[found.end() :].strip())


def _items(nodes: list[_Node], prefix: str) -> tuple[Item, ...]:
    made: list[Item] = []
    for at, node in enumerate(nodes, 1):
        name = (
            (node.label or "").strip(".)(").replace("Phần ", "P")
            if node.marker not in (Marker.DASH, Marker.PLUS)
            else ""
        )
        node_id = f"{prefix}{name or at}"
        while any(node_id == item.id for item in made):
            node_id += "'"
        made.append(_item(node, node_id))
    return tuple(made)


def _item(node: _Node, node_id: str) -> Item:
    if node.words.startswith("|"):
        rows = [line.strip("| ").split(" | ") for line in node.words.split("||")]
        cells = tuple(tuple(Cell(lines=(Inline(text=cell.strip()),)) for cell in row) for row in rows)
        return Item(id=node_id, marker=Marker.NONE, table=Table(rows=cells))
    heading, text = _heading_and_text(node)
    return Item(
        id=node_id,
        marker=node.marker,
        label=node.label,
        heading=heading,
        text=text,
        children=_items(node.children, f"{node_id}."),
    )


def _heading_and_text(node: _Node) -> tuple[Inline | None, Inline | None]:
    if not node.words:
        return None, None
    words = Inline(text=node.words)
    ended = node.words[-1] in ".;:,/"
    titled = node.words.isupper() if node.marker in _HEADINGS else node.marker is not Marker.NONE and not ended
    return (words, None) if titled else (None, words)
