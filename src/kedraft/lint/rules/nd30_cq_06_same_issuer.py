"""ND30-CQ-06: header, lead-in, closing and signature name different issuing bodies."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.issuer import (
    capitals,
    is_people_committee,
    unit_of,
)
from kedraft.lint.prose import MASK
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

_KIND = r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_NAME = r"(?P<name>(?:\s+[A-ZĐÀ-Ỹ][\w'-]*)*)"
_ACTS = "ban hành|xây dựng|yêu cầu|đề nghị|triển khai|tổ chức"
_ISSUES = re.compile(rf"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?P<kind>{_KIND}){_NAME}\s*(?:{_ACTS})\b")
_SIGNS = re.compile(rf"(?:UBND|ỦY BAN NHÂN DÂN)\s+(?P<kind>{_KIND.upper()})(?P<name>(?:\s+\S+)*)\Z")


def _check(content: Content) -> Iterator[Hit]:
    unit = unit_of(content.plan)
    if not unit or not is_people_committee(content.plan):
        return
    header = " ".join(content.plan.issuing_body.name.split())
    for spot in content.prose:
        if spot.part in (Part.OPENING, Part.CLOSING):
            for found in _ISSUES.finditer(spot.own):
                if not _reported(spot.own, found) and not _same(found, unit.kind, unit.name):
                    yield spot.hit(
                        _message(header, found.group(), "lời dẫn" if spot.part is Part.OPENING else "lời kết")
                    )
    for line in content.plan.signatory.authority:
        signed = _SIGNS.search(capitals(line))
        if signed and not _same(signed, unit.kind, unit.name):
            yield Hit(Location(field="signatory.authority"), _message(header, line, "phần ký"))


def _same(found: re.Match[str], kind: str, name: str) -> bool:
    shown = capitals(found["name"])
    return capitals(found["kind"]) == kind and shown in ("", name)


def _reported(text: str, found: re.Match[str]) -> bool:
    """Another office's act is told of: `do UBND tỉnh ban hành`, `UBND tỉnh ban hành Kế hoạch số …`."""
    before = re.search(r"(?:theo|do|của|khi|được|mà)\s*\Z", text[: found.start()])
    return bool(before) or text[found.end() :].lstrip().startswith(MASK)


def _message(header: str, found: str, where: str) -> str:
    return f'Phần đầu văn bản là {header} nhưng {where} ghi "{found}"; hãy sửa cho cùng một cơ quan ban hành.'


RULE = Rule(
    id="ND30-CQ-06",
    name="tên cơ quan không khớp giữa phần đầu, nội dung và chữ ký",
    severity=Severity.ERROR,
    citation=decree("PL1-II.2"),
    manual=Manual(
        what="Cơ quan ở đầu văn bản, trong lời dẫn, lời kết và ở phần ký phải là một.",
        why="Chữ còn sót của cấp trên ở lời dẫn hay phần ký làm văn bản mang tên hai cơ quan.",
        instead="Sửa lời dẫn, lời kết, quyền hạn của người ký theo đúng cơ quan ban hành.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số "
            "năm 2026, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
        ),
        plan(opening="Ủy ban nhân dân xã Mẫu Sơn xây dựng Kế hoạch chuyển đổi số năm 2026 như sau:"),
    ),
    good=(
        plan(),
        plan(
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            closing="Ủy ban nhân dân xã yêu cầu các thôn thực hiện./.",
        ),
        plan(
            opening="Ủy ban nhân dân tỉnh ban hành Kế hoạch số 13/KH-UBND ngày 13/01/2026 về chuyển đổi số; "
            "Ủy ban nhân dân xã xây dựng Kế hoạch như sau:"
        ),
        plan(closing="Các thôn thực hiện kịp thời khi Ủy ban nhân dân tỉnh yêu cầu./."),
    ),
)
