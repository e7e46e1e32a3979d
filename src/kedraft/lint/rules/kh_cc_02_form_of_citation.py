"""KH-CC-02: a citation out of the form `Kế hoạch số 13/KH-UBND ngày 13/01/2023 của …`."""

import re
from collections.abc import Iterator

from kedraft.lint.citations import Citation
from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import around

_TYPES = {"KH": "Kế hoạch", "QĐ": "Quyết định", "NQ": "Nghị quyết", "NĐ": "Nghị định", "TTr": "Tờ trình"}
_KIND = re.compile(r"\d+[a-z]?(?:/\d{4}(?=/))?[/-](?P<kind>[A-Za-zĐđ]+)(?=[-/])")
_COMMA = re.compile(r"số\s*:?\s+\S+?,\s+ngày\b", re.IGNORECASE)
_NO_WORD = re.compile(r"(?:Kế hoạch|Quyết định|Nghị quyết|Nghị định)\s+\d", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    seen: set[str] = set()
    for spot, cited in content.citations:
        if cited.number in seen:
            continue
        seen.add(cited.number)
        for problem, severity in _problems(cited):
            yield spot.hit(
                f'Viện dẫn "{around(cited.text, 0, len(cited.text), 0)}" {problem}; mẫu là: Kế hoạch số 13/KH-UBND ngày 13/01/2026 '
                "của Ủy ban nhân dân tỉnh …. Hãy sửa lại.",
                severity,
            )


def _problems(cited: Citation) -> Iterator[tuple[str, Severity | None]]:
    kind = _KIND.match(cited.number)
    right = _TYPES.get(kind["kind"]) if kind else None
    if right and cited.type.casefold() not in (
        right.casefold(),
        "văn bản",
        "chương trình",
        "đề án",
        "nghị quyết liên tịch",
    ):
        yield f"có tên loại không khớp ký hiệu {kind['kind'] if kind else ''} ({right})", None
    if _COMMA.search(cited.text):
        yield "có dấu phẩy thừa trước chữ ngày", Severity.INFO
    if cited.full and _NO_WORD.match(cited.text):
        yield 'thiếu chữ "số"', Severity.INFO


RULE = Rule(
    id="KH-CC-02",
    name="viện dẫn không đúng mẫu",
    severity=Severity.WARNING,
    manual=Manual(
        what="Viện dẫn theo mẫu: tên loại, số, ký hiệu, ngày, cơ quan, trích yếu; tên loại khớp với ký hiệu.",
        why="Tên loại và ký hiệu lệch nhau thì một trong hai đã ghi sai.",
        instead="Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về ….",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            opening="Thực hiện Quyết định số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số, Ủy ban nhân "
            "dân xã ban hành Kế hoạch như sau:"
        ),
        plan(
            opening="Thực hiện Kế hoạch số 13/KH-UBND, ngày 13/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số, Ủy ban nhân "
            "dân xã ban hành Kế hoạch như sau:"
        ),
    ),
    good=(
        plan(),
        plan(
            opening="Thực hiện Kế hoạch số 86-KH/TU ngày 10/01/2026 của Tỉnh ủy Lạng Sơn về chuyển đổi số, Ủy ban nhân dân xã ban hành "
            "Kế hoạch như sau:"
        ),
    ),
)
