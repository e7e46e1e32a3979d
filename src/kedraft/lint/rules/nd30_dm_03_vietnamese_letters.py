"""ND30-DM-03: points lettered a, b, c, d, e instead of a, b, c, d, đ, e."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.labels import english_run
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    if content.draft:  # labels of a draft are the parent's; the child's own are computed when it is printed
        return
    trees = [content.plan.sections, *(annex.children for annex in content.plan.annexes)]
    for tree in trees:
        for item, wanted in english_run(tree):
            yield Hit(
                Location(field=item.id),
                f'Điểm đánh chữ "{item.label}"; thứ tự chữ cái tiếng Việt là a, b, c, d, đ, e, g, h, i, k, nên ở vị trí này '
                f'phải là "{wanted})". Hãy đánh lại các điểm.',
            )


RULE = Rule(
    id="ND30-DM-03",
    name="điểm không theo bảng chữ cái tiếng Việt",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6đ"),
    manual=Manual(
        what="Các điểm đánh theo thứ tự bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k, l ….",
        why="Word tự đánh a, b, c, d, e, f; chữ đ bị bỏ qua và chữ f không có trong tiếng Việt.",
        instead="Gõ tay các chữ: sau d là đ, sau e là g.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. MỤC ĐÍCH\n1. Yêu cầu\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm."),
        plan(sections="I. MỤC ĐÍCH\n1. Yêu cầu\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\nf) Bảy."),
    ),
    good=(
        plan(sections="I. MỤC ĐÍCH\n1. Yêu cầu\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy."),
        plan(sections="I. MỤC ĐÍCH\n1. Yêu cầu\na) Một;\nb) Hai."),
    ),
)
