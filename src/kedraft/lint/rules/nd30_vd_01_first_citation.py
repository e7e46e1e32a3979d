"""ND30-VD-01: a document cited for the first time without its date or issuer."""

import re
from collections.abc import Iterator

from kedraft.lint.citations import Citation
from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_ISSUER_BEFORE = re.compile(r"của [^;.]*?tại\s[^;.]*\Z")


def _check(content: Content) -> Iterator[Hit]:
    own = f"{content.plan.number.number}/{content.plan.number.symbol}"
    seen: set[str] = {own}
    for spot, cited in content.citations:
        number = cited.number.casefold()
        if number not in seen and not cited.law and cited.number != own and not _named_above(spot, cited):
            missing = [] if cited.printed else ["ngày tháng năm ban hành"]
            missing += [] if cited.issuer else ["cơ quan ban hành"]
            if missing and not content.plan.wrapped_in:
                yield spot.hit(
                    f'Lần đầu viện dẫn "{cited.type} số {cited.number}" thiếu {" và ".join(missing)}; lần đầu phải ghi đầy đủ. '
                    f"Hãy ghi: {cited.type} số {cited.number} ngày … của … về …."
                )
        seen.add(number)


def _named_above(spot: Spot, cited: Citation) -> bool:
    """The issuer stands before: `theo đề nghị của Sở … tại Tờ trình số …`, or the basis rule speaks of it."""
    return spot.part is Part.BASIS or bool(cited.printed and _ISSUER_BEFORE.search(spot.text[: cited.start]))


RULE = Rule(
    id="ND30-VD-01",
    name="lần viện dẫn đầu không ghi đầy đủ",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6b"),
    manual=Manual(
        what="Lần viện dẫn đầu tiên ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu.",
        why="Số và ký hiệu như 13/KH-UBND có ở mọi tỉnh, mọi xã, mọi năm; thiếu ngày và cơ quan thì không tìm được.",
        instead="Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về …; các lần sau chỉ ghi tên loại và số.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            opening="Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020, Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
        ),
        plan(sections="I. MỤC ĐÍCH\n- Triển khai Quyết định số 749/QĐ-TTg trên địa bàn xã."),
    ),
    good=(
        plan(
            opening="Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi "
            "số quốc gia, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            sections="I. MỤC ĐÍCH\n- Triển khai Quyết định số 749/QĐ-TTg trên địa bàn xã.",
        ),
        plan(
            opening="Theo đề nghị của Phòng Văn hóa - Xã hội tại Tờ trình số 23/TTr-VHXH ngày 20/01/2026, Ủy ban nhân dân xã "
            "ban hành Kế hoạch như sau:"
        ),
    ),
)
