"""ND30-CC-03: a basis that lacks number, date, issuer or subject."""

import re
from collections.abc import Iterator

from kedraft.lint.citations import TYPES
from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.quoting import first_words

_OPENS = lazily(rf"(?:Căn cứ|Thực hiện|Theo)\s+(?P<type>{TYPES})\b(?P<rest>.*)", re.DOTALL)
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.spots:
        opens = _OPENS.match(spot.text.lstrip()) if spot.part is Part.BASIS else None
        if opens and opens["type"] not in _LAWS:
            missing = _missing(spot, opens["type"])
            if missing:
                yield spot.hit(
                    f'Căn cứ "{first_words(spot.text, 40)}" thiếu {", ".join(missing)}; hãy ghi đủ tên loại, số, ký hiệu, '
                    "ngày tháng năm, cơ quan ban hành và trích yếu."
                )


def _missing(spot: Spot, kind: str) -> list[str]:
    cited = spot.citations[0] if spot.citations else None
    if cited is None:
        return ["số, ký hiệu"] if len(spot.text) < 200 else []
    if cited.type.casefold() != kind.casefold():
        return []
    parts = {"ngày tháng năm": cited.printed, "cơ quan ban hành": cited.issuer, "trích yếu": cited.subject}
    return [name for name, value in parts.items() if not value]


RULE = Rule(
    id="ND30-CC-03",
    name="căn cứ thiếu số, ngày, cơ quan ban hành hoặc trích yếu",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6a"),
    manual=Manual(
        what="Căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu; Luật, Pháp lệnh thì không ghi số.",
        why="Số, ký hiệu lặp lại mỗi năm và ở mọi nơi; thiếu một phần thì không biết là văn bản nào.",
        instead="Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình ….",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(bases=("Căn cứ Quyết định số 749/QĐ-TTg phê duyệt Chương trình Chuyển đổi số quốc gia.",)),
        plan(bases=("Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.",)),
    ),
    good=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình;",
                "Căn cứ chức năng, nhiệm vụ được giao.",
            )
        ),
        plan(
            bases=(
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Theo đề nghị của Phòng Văn hóa - Xã hội tại Tờ trình số 23/TTr-VHXH ngày 20/01/2026.",
            )
        ),
    ),
)
