"""JSON Schema of plan data and of the draft file, with Vietnamese titles."""

from typing import Any

from pydantic import BaseModel

from kedraft.model.localities import LocalitiesFile
from kedraft.model.own_units import UnitsFile
from kedraft.model.plan import Plan
from kedraft.model.spec import DraftSpec

_TITLES = {
    "issuing_body": "Cơ quan ban hành", "superior": "Cơ quan chủ quản", "name": "Tên", "level": "Cấp", "number": "Số, ký hiệu", "symbol": "Ký hiệu",
    "place_and_date": "Địa danh và thời gian ban hành", "place": "Vị trí, địa danh", "date": "Ngày", "document_type": "Tên loại",
    "subject": "Trích yếu nội dung", "wrapped_in": "Ban hành kèm theo", "legal_bases": "Căn cứ ban hành", "opening": "Lời mở đầu",
    "sections": "Các mục", "closing": "Lời kết", "recipients": "Nơi nhận", "signatory": "Người ký", "annexes": "Phụ lục", "tasks": "Nhiệm vụ",
    "targets": "Chỉ tiêu", "reporting": "Chế độ báo cáo", "authority": "Quyền hạn", "position": "Chức vụ", "second_position": "Chức vụ trong cơ quan",
    "id": "Mã đề mục", "marker": "Kiểu đánh số", "label": "Số thứ tự như bản gốc", "heading": "Tiêu đề", "text": "Lời văn", "table": "Bảng",
    "children": "Đề mục con", "origin": "Nguồn gốc", "cites": "Văn bản viện dẫn", "type": "Tên loại", "issuer": "Cơ quan ban hành",
    "content": "Nội dung", "lead": "Cơ quan chủ trì", "partners": "Cơ quan phối hợp", "due": "Thời hạn", "product": "Sản phẩm", "node": "Mã đề mục",
    "value": "Giá trị", "deadline": "Thời hạn báo cáo", "to": "Nơi nhận báo cáo", "note": "Dòng kèm theo", "landscape": "Trang ngang", "rows": "Các dòng",
    "header": "Số dòng tiêu đề", "widths": "Độ rộng cột", "lines": "Các đoạn", "across": "Số cột chiếm", "down": "Số dòng chiếm", "marks": "Đậm, nghiêng",
    "start": "Từ ký tự", "end": "Đến ký tự", "bold": "Đậm", "italic": "Nghiêng", "kind": "Loại", "digest": "Dấu vân văn bản", "changes": "Điều chỉnh",
    "reason": "Lý do", "clause": "Mẫu câu", "before": "Trước", "after": "Sau", "rule": "Quy tắc", "file": "Tệp", "line": "Dòng", "column": "Cột", "page": "Trang",
    "paragraph": "Đoạn", "field": "Trường",
}  # fmt: skip


def schema(which: str) -> dict[str, Any]:
    """JSON Schema (2020-12) of `plan`, `draft`, `localities` (a table of localities in YAML) or `units` (an office's own units)."""
    models: dict[str, type[BaseModel]] = {
        "plan": Plan,
        "draft": DraftSpec,
        "localities": LocalitiesFile,
        "units": UnitsFile,
    }
    model = models[which]
    out = model.model_json_schema(by_alias=True)
    _translate(out)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **out}


def _translate(node: Any) -> None:
    if isinstance(node, list):
        for part in node:
            _translate(part)
    if not isinstance(node, dict):
        return
    for name, field in (node.get("properties") or {}).items():
        if isinstance(field, dict):
            own = field.get("title", "")
            if not own or own.isascii():
                field["title"] = _TITLES.get(name, own)
    description = node.get("description")
    if isinstance(description, str) and " - " in description:
        node["title"] = description.split(" - ", 1)[0]
    for part in node.values():
        _translate(part)
