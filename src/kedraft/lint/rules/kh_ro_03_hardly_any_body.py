"""KH-RO-03: a section, or a whole plan, that says next to nothing."""

import re
from collections.abc import Iterator
from itertools import islice

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item

#: A body of fewer words is no plan; a section of fewer words says nothing.
_PLAN, _SECTION = 3, 3
_WORD = re.compile(r"\w+")


def _check(content: Content) -> Iterator[Hit]:
    sections = [(section, _said(section)) for section in content.plan.sections]
    if sections and sum(_count(said, _PLAN) for _, said in sections) < _PLAN:
        yield Hit(
            Location(field="sections"),
            "Nội dung quá ngắn để là một kế hoạch; hãy viết mục đích, nhiệm vụ, tổ chức thực hiện.",
        )
        return
    for section, said in sections:
        if 0 < _count(said, _SECTION) < _SECTION and not any(item.table for item in section.walk()):
            yield Hit(
                Location(field=section.id),
                f'Mục "{section.words}" chỉ ghi "{said}"; hãy viết nội dung, hoặc bỏ mục này.',
                Severity.WARNING,
            )


def _said(section: Item) -> str:
    """Everything below the section's title."""
    texts = [section.text.text] if section.text else []
    texts += [item.words for child in section.children for item in child.walk()]
    return " ".join(texts)


def _count(text: str, most: int) -> int:
    """How many words a text has, as far as it matters."""
    return sum(1 for _ in islice(_WORD.finditer(text), most))


RULE = Rule(
    id="KH-RO-03",
    name="mục hoặc kế hoạch hầu như không có nội dung",
    severity=Severity.ERROR,
    manual=Manual(
        what='Kế hoạch và từng mục của kế hoạch phải có nội dung, không chỉ một hai chữ như "Không".',
        why="Văn bản như vậy không giao được việc cho ai; thường là phần còn lại sau khi thử hoặc lược bỏ.",
        instead="Viết nội dung của mục, hoặc bỏ mục và ghi lý do.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(sections="I. NỘI DUNG\nKhông", recipients=("UBND tỉnh (b/c)", "Lưu: VT")),
        plan(sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số đến từng hộ dân.\nII. KINH PHÍ\nKhông."),
    ),
    good=(
        plan(sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số đến từng hộ dân.\nII. KINH PHÍ\nTừ ngân sách xã."),
        plan(),
    ),
)
