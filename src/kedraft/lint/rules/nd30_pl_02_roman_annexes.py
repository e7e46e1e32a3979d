"""ND30-PL-02: several annexes that are not numbered I, II, III."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.labels import roman

_NAMED = re.compile(r"\s*Phụ lục\s*(?:số\s*)?(?P<number>\w+)?", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    annexes = content.plan.annexes
    if len(annexes) < 2 or content.draft:
        return
    for at, annex in enumerate(annexes, 1):
        found = _NAMED.match(annex.label or "")
        if found and (found["number"] or "").upper() != roman(at):
            yield Hit(
                Location(field=annex.id),
                f'Phụ lục thứ {at} ghi "{annex.label}"; từ hai phụ lục trở lên phải đánh số La Mã. Hãy ghi "Phụ lục {roman(at)}".',
            )


RULE = Rule(
    id="ND30-PL-02",
    name="từ hai phụ lục trở lên không đánh số La Mã",
    severity=Severity.ERROR,
    citation=decree("PL1-III.1a"),
    manual=Manual(
        what="Văn bản có từ hai phụ lục trở lên thì các phụ lục đánh số thứ tự bằng chữ số La Mã.",
        why="Nội dung chỉ dẫn tới từng phụ lục theo số.",
        instead="Ghi Phụ lục I, Phụ lục II, Phụ lục III và sửa chỉ dẫn trong nội dung.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            closing="Nhiệm vụ tại các Phụ lục kèm theo./.",
            annexes=(
                ("Phụ lục 1", "PHÂN CÔNG", "- Các thôn thực hiện."),
                ("Phụ lục 2", "KINH PHÍ", "- Từ ngân sách xã."),
            ),
        ),
        plan(
            closing="Nhiệm vụ tại các Phụ lục kèm theo./.",
            annexes=(
                ("Phụ lục", "PHÂN CÔNG", "- Các thôn thực hiện."),
                ("Phụ lục II", "KINH PHÍ", "- Từ ngân sách xã."),
            ),
        ),
    ),
    good=(
        plan(
            closing="Nhiệm vụ tại các Phụ lục kèm theo./.",
            annexes=(
                ("Phụ lục I", "PHÂN CÔNG", "- Các thôn thực hiện."),
                ("PHỤ LỤC II", "KINH PHÍ", "- Từ ngân sách xã."),
            ),
        ),
        plan(closing="Nhiệm vụ tại Phụ lục kèm theo./.", annexes=(("Phụ lục", "PHÂN CÔNG", "- Các thôn thực hiện."),)),
    ),
)
