"""KH-CA-04: the parent's own place name, left in the plan of a place elsewhere."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    capitals,
    unit_of,
)
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import around


def _check(content: Content) -> Iterator[Hit]:
    unit = unit_of(content.parent) if content.parent else None
    if not unit or not content.draft or unit.name in _chain(content):
        return
    written = re.escape(_as_written(content, unit.name))
    name = re.compile(rf"(?<!\w)(?:{written}|{written.upper()})(?!\w| \(cũ\))")
    for spot in (*content.spots, *content.recipients):
        for found in name.finditer(spot.own):
            yield spot.hit(
                f'"{around(spot.text, *found.span(), 20)}" còn tên {found.group()} của văn bản cấp trên, không thuộc địa phương này; '
                "hãy thay bằng tên của địa phương mình, hoặc bỏ."
            )


def _chain(content: Content) -> str:
    """Names of the drafting unit and of those above it, in capitals."""
    draft = content.draft
    spec = [draft.spec.locality.province, draft.spec.locality.district, draft.spec.locality.commune] if draft else []
    body = content.plan.issuing_body
    return capitals("|".join(name for name in (*spec, body.name, body.superior) if name))


def _as_written(content: Content, name: str) -> str:
    place = content.parent.place_and_date.place if content.parent else None
    return place if place and capitals(place) == name else name.title()


_ELSEWHERE = province(issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", place="Bình Thuận", date="2026-01-13")
_OPENING = (
    "Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh Bình Thuận về chuyển đổi số, Ủy ban nhân dân xã ban hành "
    "Kế hoạch như sau:"
)

RULE = Rule(
    id="KH-CA-04",
    name="tên địa phương của văn bản cấp trên còn sót",
    severity=Severity.ERROR,
    manual=Manual(
        what="Kế hoạch không nhắc tên địa phương của văn bản mẫu khi địa phương mình không thuộc nơi đó.",
        why="Tên địa phương khác là dấu vết rõ nhất của việc chép văn bản.",
        instead="Thay bằng tên địa phương mình, hoặc bỏ. Trong viện dẫn, trích dẫn thì giữ nguyên.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(
            sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.\nII. THỰC TRẠNG TỈNH BÌNH THUẬN\n- Các thôn đã có sóng di động.",
            opening=_OPENING,
            parent=_ELSEWHERE,
        ),
        draft(
            sections="I. MỤC ĐÍCH\n- Quảng bá hình ảnh Bình Thuận tới du khách.",
            opening=_OPENING,
            parent=_ELSEWHERE,
        ),
        draft(
            recipients=("UBND tỉnh (b/c)", "Báo Bình Thuận", "Các thôn", "Lưu: VT, VHXH"),
            opening=_OPENING,
            parent=_ELSEWHERE,
        ),
    ),
    good=(
        draft(sections="I. MỤC ĐÍCH\n- Quảng bá hình ảnh Lạng Sơn tới du khách."),
        draft(
            sections="I. MỤC ĐÍCH\n- Phát huy kết quả của “Tuần lễ Bình Thuận”.",
            opening=_OPENING,
            parent=_ELSEWHERE,
        ),
    ),
)
