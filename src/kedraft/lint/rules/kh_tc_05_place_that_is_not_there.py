"""KH-TC-05: a reference into the plan itself that leads nowhere. For drafts the same is told while references are followed."""

import re
from collections.abc import Iterator

from kedraft.grammar.places import Places
from kedraft.grammar.references import Reference, find_references
from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity
from kedraft.model.plan import Marker, Plan

#: No reference that says so without these words.
_CUE = "ế hoạch này"
_PLACE = re.compile(r"(?:[Mm]ục|[Kk]hoản|[Đđ]iểm|[Pp]hần|[Tt]iết|[Cc]hương|[Pp]hụ lục) [^.;\n]{1,60}?ế hoạch này")


def _check(content: Content) -> Iterator[Hit]:
    if content.draft:
        return
    spots = [spot for spot in content.prose if _CUE in spot.text and _PLACE.search(spot.text)]
    places = Places(content.plan) if spots else None
    for spot in spots if places else ():
        for reference in find_references(spot.text):
            if places and reference.explicit and _countable(reference, content.plan):
                yield from _lost(spot, reference, places)


def _countable(reference: Reference, plan: Plan) -> bool:
    """Whether the plan has what the reference counts: a file that lost its labels leads nowhere at all."""
    first = reference.steps[0]
    if first.word == "phụ lục":
        return bool(first.numeral) and len(plan.annexes) > 1
    return bool(plan.sections) and all(section.marker is not Marker.NONE for section in plan.sections)


def _lost(spot: Spot, reference: Reference, places: Places) -> Iterator[Hit]:
    context = spot.field if spot.part in (Part.TEXT, Part.HEADING, Part.TABLE) and places.find(spot.field) else None
    if places.resolve(reference, context) is None:
        yield spot.hit(
            f'"{reference.printed} Kế hoạch này" không có trong văn bản; hãy sửa theo số thứ tự của đề mục, hoặc bổ sung đề mục còn thiếu.'
        )


RULE = Rule(
    id="KH-TC-05",
    name="dẫn chiếu tới đề mục không có trong Kế hoạch",
    severity=Severity.WARNING,
    manual=Manual(
        what='Chỗ được dẫn chiếu ("Mục III Kế hoạch này", "điểm b khoản 2 Mục IV Kế hoạch này") phải có trong Kế hoạch.',
        why="Sau khi thêm, bớt hoặc đánh số lại đề mục, câu dẫn chiếu còn giữ số cũ thì người đọc không tìm được nội dung.",
        instead="Sửa số trong câu dẫn chiếu, hoặc bổ sung đề mục còn thiếu.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(
            sections="I. NHIỆM VỤ\n1. Các thôn rà soát hộ dân theo phân công tại Mục IV Kế hoạch này.\nII. KINH PHÍ\n1. Từ ngân sách xã."
        ),
        plan(
            sections="I. NHIỆM VỤ\n1. Mở lớp tập huấn.\n2. Tổ chức hội thi.\nII. KINH PHÍ\n1. Chi cho nội dung tại khoản 5 Mục I Kế hoạch này."
        ),
    ),
    good=(
        plan(
            sections="I. NHIỆM VỤ\n1. Mở lớp tập huấn.\n2. Tổ chức hội thi.\nII. KINH PHÍ\n1. Chi cho nội dung tại khoản 2 Mục I Kế hoạch này."
        ),
        plan(
            sections="I. NHIỆM VỤ\n1. Thực hiện khoản 7 Mục V Kế hoạch số 13/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh."
        ),
        draft(),
    ),
)
