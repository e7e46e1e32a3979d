"""ND30-DM-05: a part, chapter or section without a title."""

from collections.abc import Iterator
from itertools import pairwise

from kedraft.grammar.shape import is_upper
from kedraft.lint.content import Content
from kedraft.lint.layout_form import Kind, Passage
from kedraft.lint.layout_head import mostly
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Marker
from kedraft.vietnamese.quoting import first_words

_TITLED = {Marker.PART: "Phần", Marker.CHAPTER: "Chương", Marker.ROMAN: "Mục", Marker.UPPER: "Mục"}


def _check(content: Content) -> Iterator[Hit]:
    for item in content.plan.sections:
        if item.marker in _TITLED and not item.heading:
            name = item.label or item.id
            begins = f' (bắt đầu: "{first_words(item.text.text, 40)}")' if item.text else ""
            yield Hit(
                Location(field=item.id),
                f"{_TITLED[item.marker]} {name.rstrip('.')}{begins} không có tiêu đề; phần, chương, mục phải có tiêu đề. Hãy thêm tiêu đề.",
            )


def _on_the_page(layout: Layout) -> Iterator[Hit]:
    """A number alone on its line, with running text or the next number below it: reading takes that text for the title."""
    for one, below in pairwise((*layout.body, None)):
        if one is None or one.marker not in _TITLED or one.words.strip(" .:"):
            continue
        if below is None or not _is_title(below):
            shown = (one.paragraph.label or one.paragraph.text).strip().rstrip(".")
            message = f'{_TITLED[one.marker]} "{shown}" chỉ có số, không có tiêu đề; phần, chương, mục phải có tiêu đề. Hãy thêm tiêu đề.'
            yield layout.hit(one.paragraph, message)


def _is_title(passage: Passage) -> bool:
    """Whether the passage is the title of the number above it."""
    if passage.kind is Kind.PART_TITLE:
        return True
    return passage.marker is None and (is_upper(passage.words) or mostly(passage.paragraph.runs, "bold"))


RULE = Rule(
    id="ND30-DM-05",
    name="phần, chương, mục không có tiêu đề",
    severity=Severity.WARNING,
    citation=decree("PL1-II.6d"),
    manual=Manual(
        what="Phần, chương, mục phải có tiêu đề, là cụm từ khái quát nội dung chính.",
        why="Người đọc và người soạn văn bản cấp dưới tìm đến nội dung qua tiêu đề.",
        instead="Đặt tiêu đề in hoa sau số La Mã, đưa câu văn xuống dòng dưới.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.\nII. Các thôn tổ chức tuyên truyền tới từng hộ."),
        plan(sections="I. Phổ biến kỹ năng số tới người dân."),
    ),
    good=(
        plan(sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.\nII. KINH PHÍ\nTừ ngân sách xã."),
        plan(sections="1. Phổ biến kỹ năng số.\n2. Các thôn tổ chức tuyên truyền."),
    ),
)
PAGE = RULE.on(
    subject=Layout,
    check=_on_the_page,
    bad=(sheet(section=say(text="I.")), sheet(section=say(text="Phần I", align="center"))),
    good=(sheet(), sheet(section=say(text="I."), heading=say(text="MỤC ĐÍCH, YÊU CẦU"))),
)
