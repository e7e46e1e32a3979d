"""KH-RO-01: a section with a title and nothing under it."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item, Marker

_SECTIONS = (Marker.PART, Marker.CHAPTER, Marker.UPPER, Marker.ROMAN, Marker.ARTICLE)


def _check(content: Content) -> Iterator[Hit]:
    for section in content.plan.sections:
        if section.marker in _SECTIONS and _empty(section):
            yield Hit(
                Location(field=section.id),
                f'Mục {section.label or section.id} "{section.heading}" chưa có nội dung; hãy viết nội dung hoặc bỏ mục này.',
            )
    for item in content.plan.walk():
        yield from _inside(item)
    for annex in content.plan.annexes:
        if not annex.children:
            yield Hit(
                Location(field=annex.id),
                f'Phụ lục "{annex.heading or annex.label}" chưa có nội dung; hãy bổ sung hoặc bỏ phụ lục này.',
            )


def _empty(item: Item) -> bool:
    return bool(item.heading) and not item.text and not item.children


def _inside(item: Item) -> Iterator[Hit]:
    """An empty heading among siblings that all have content below."""
    titled = [child for child in item.children if child.marker in (Marker.ARABIC, Marker.LETTER) and child.heading]
    empty = [child for child in titled if _empty(child)]
    if empty and len(titled) - len(empty) >= len(empty):
        for child in empty:
            yield Hit(
                Location(field=child.id),
                f'Đề mục {child.label or child.id} "{child.heading}" chưa có nội dung; hãy viết nội dung hoặc bỏ đề mục này.',
                Severity.WARNING,
            )


RULE = Rule(
    id="KH-RO-01",
    name="mục chỉ có tiêu đề",
    severity=Severity.ERROR,
    manual=Manual(
        what="Mỗi mục có tiêu đề thì phải có nội dung.",
        why="Mục rỗng thường còn lại sau khi lược bỏ hết nội dung bên trong, hoặc quên viết phần của mình.",
        instead="Viết nội dung, lấy mẫu câu trong thư viện, hoặc bỏ mục và ghi lý do.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.\nII. KINH PHÍ"),
        plan(sections="I. TỔ CHỨC THỰC HIỆN\n1. Các thôn\n- Theo dõi, đôn đốc.\n2. Tổ dân phố"),
    ),
    good=(
        plan(sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.\nII. KINH PHÍ\nTừ ngân sách xã."),
        plan(sections="I. ĐỐI TƯỢNG\n1. Cán bộ, công chức\n2. Người dân\n3. Học sinh"),
    ),
)
