"""KH-CC-04: the same document given as a basis twice."""

from collections.abc import Iterator

from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.issuer import capitals
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    first: dict[tuple[str, str], Spot] = {}
    for spot in content.spots:
        cited = spot.citations[0] if spot.part is Part.BASIS and spot.citations else None
        if cited and cited.start < 15:
            key = (cited.number.casefold(), capitals(cited.issuer or ""))
            if key in first:
                yield spot.hit(
                    f'"{cited.type} số {cited.number}" đã có trong các căn cứ ở trên ({first[key].field}); hãy bỏ một dòng.'
                )
            first.setdefault(key, spot)


RULE = Rule(
    id="KH-CC-04",
    name="căn cứ trùng lặp",
    severity=Severity.WARNING,
    manual=Manual(
        what="Mỗi văn bản chỉ nêu một lần trong phần căn cứ.",
        why="Căn cứ trùng là dấu vết của việc ghép căn cứ từ nhiều văn bản.",
        instead="Giữ một dòng đầy đủ nhất.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình;",
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình.",
            )
        ),
        plan(
            bases=(
                "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình;",
                "Căn cứ chức năng, nhiệm vụ được giao;",
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ ban hành Chương trình.",
            )
        ),
    ),
    good=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình;",
                "Căn cứ Công văn số 12/BTTTT-CĐS ngày 28/11/2022 của Bộ Thông tin và Truyền thông hướng dẫn thực hiện Quyết định "
                "số 749/QĐ-TTg.",
            )
        ),
        plan(
            number=None,
            date="2026-02",
            bases=(
                "Căn cứ Kế hoạch số 05/KH-UBND ngày 08/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số;",
                "Căn cứ Kế hoạch số 05/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân xã Ba Sơn về công tác năm.",
            ),
        ),
    ),
)
