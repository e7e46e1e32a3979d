"""Plans and draft files small enough to read inside a test."""

from typing import Any

from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number, number_annexes
from kedraft.inheritance import inherit
from kedraft.model.draft import Draft
from kedraft.model.inline import Inline
from kedraft.model.origin import Imported
from kedraft.model.plan import (
    Annex,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Paragraph,
    PlaceAndDate,
    Plan,
    Recipient,
)
from kedraft.model.spec import DraftSpec

PARENT = """
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích

Nâng cao kỹ năng số của người dân trên địa bàn tỉnh.

2. Yêu cầu
a) Thiết thực, tiết kiệm.
b) Hoàn thành chỉ tiêu tại Mục II Kế hoạch này.
c) Bảo đảm an toàn thông tin.

II. CHỈ TIÊU
1. Ít nhất 70% người dân được hướng dẫn.
2. 100% trường học tham gia.
3. Mỗi xã có một mô hình điểm.

III. NHIỆM VỤ, GIẢI PHÁP
1. Tuyên truyền
- Đăng tin trên báo, đài.
- Phát trên hệ thống truyền thanh.
2. Hướng dẫn
a) Tổ chức lớp học cho người dân.
b) Thực hiện nội dung tại điểm a khoản 2 Mục I.

IV. TỔ CHỨC THỰC HIỆN
1. Sở Khoa học và Công nghệ chủ trì.
2. Các cơ quan báo cáo theo mục 2 III.
"""


def plan(text: str = PARENT, **fields: Any) -> Plan:
    """A province's plan with the sections of `text`."""
    values: dict[str, Any] = {
        "issuing_body": IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=Level.PROVINCE),
        "number": DocumentNumber(number="38", symbol="KH-UBND"),
        "place_and_date": PlaceAndDate(place="Lạng Sơn", date="2026-01-29"),
        "subject": "Phát triển kỹ năng số trên địa bàn tỉnh Lạng Sơn năm 2026",
        "opening": (Paragraph(text=Inline(text="Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")),),
        "sections": number(items_from_text(text, origin=Imported())),
        "recipients": (Recipient(text="Các cơ quan tại mục 2 III"), Recipient(text="Lưu: VT")),
    }
    return Plan(**(values | fields))


def annexed(text: str = "1. Nhiệm vụ một.\n2. Nhiệm vụ hai.", count: int = 1) -> tuple[Annex, ...]:
    """Annexes, each with the items of `text`."""
    children = items_from_text(text, origin=Imported())
    return number_annexes([Annex(id="PL", heading="DANH MỤC NHIỆM VỤ", children=children) for _ in range(count)])


def spec(*sections: dict[str, Any], **fields: Any) -> DraftSpec:
    """A draft file of xã Ba Sơn with these sections."""
    values: dict[str, Any] = {
        "parent": "ke-hoach-tinh.docx",
        "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
        "document": {"subject": "Phát triển kỹ năng số trên địa bàn xã Ba Sơn năm 2026", "date": "2026-02"},
        "sections": sections,
    }
    return DraftSpec.model_validate(values | fields)


def draft(*sections: dict[str, Any], parent: Plan | None = None, **fields: Any) -> Draft:
    """The draft that these sections make of the sample parent."""
    return inherit(parent or plan(), spec(*sections, **fields))


def every_section(parent: Plan, mode: str = "verbatim") -> list[dict[str, Any]]:
    """Draft file entries that take every section of a parent in one mode."""
    return [{"inherit": section.id, "mode": mode} for section in parent.sections]


def outline(made: Draft | Plan) -> str:
    """The tree as a person reads it: one line a node, `id words`."""
    tree = made.plan if isinstance(made, Draft) else made
    return "\n".join(f"{item.id} {item.words}" for item in tree.walk())


def origins(made: Draft) -> dict[str, str]:
    """Kind and parent's node of each node's origin: `{"I.1": "adapted I.1"}`."""
    return {item.id: f"{item.origin.kind} {getattr(item.origin, 'node', '')}".strip() for item in made.plan.walk()}


def node(made: Draft, node_id: str) -> Item:
    """The node of that id."""
    found = made.plan.find(node_id)
    assert found is not None, outline(made)
    return found
