"""KH-NG-01: a cited document dated after the plan itself."""

from collections.abc import Iterator

from kedraft.lint.content import Content, vietnamese_day
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    latest = content.latest
    if latest is None:
        return
    own = f"{content.plan.number.number}/{content.plan.number.symbol}"
    issued = vietnamese_day(latest) if content.earliest == latest else f"trong tháng {latest:%m/%Y}"
    for spot, cited in content.citations:
        if cited.day and cited.day > latest and cited.number != own:
            yield spot.hit(
                f'"{cited.type} số {cited.number}" ghi ngày {cited.printed}, sau ngày ban hành của văn bản này ({issued}); '
                "văn bản được viện dẫn phải có trước. Hãy tra lại ngày của văn bản đó."
            )


RULE = Rule(
    id="KH-NG-01",
    name="văn bản được viện dẫn có ngày sau ngày ban hành",
    severity=Severity.ERROR,
    manual=Manual(
        what="Văn bản được viện dẫn phải ban hành trước hoặc cùng ngày với văn bản viện dẫn nó.",
        why="Ngày sau là gõ nhầm năm hoặc tháng, hay gặp vào đầu năm.",
        instead="Tra bản gốc của văn bản được viện dẫn và sửa ngày.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2027 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số, "
            "Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
        ),
        plan(
            number=None,
            date="2026-02",
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 01 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số, "
            "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
    ),
    good=(
        plan(),
        plan(
            number=None,
            date="2026-02",
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 28/02/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số, "
            "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
    ),
)
