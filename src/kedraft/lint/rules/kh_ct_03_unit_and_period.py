"""KH-CT-03: a target whose unit is not the parent's, or that is to be reached less often."""

from collections import Counter
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.matching import Twins, bare
from kedraft.lint.prose import likeness, own_words
from kedraft.lint.quantities import PERCENT, Quantity, periods, quantities
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.model.plan import Item

_ALIKE = 0.5  # a section replaced by other words has a counterpart too, but no target in common


def _check(content: Content) -> Iterator[Hit]:
    if not content.parent:
        return
    twins = Twins(content)
    for item in content.plan.walk():
        words = own_words(item.words)
        if item.table or not (quantities(words) or periods(words)):
            continue
        twin = twins.of(item)
        if twin and twin.words != item.words and likeness(bare(item.words), bare(twin.words)) >= _ALIKE:
            yield from _units(item, twin)
            yield from _periods(item, twin)


def _units(item: Item, twin: Item) -> Iterator[Hit]:
    ours, theirs = quantities(own_words(item.words)), quantities(own_words(twin.words))
    if len(ours) != len(theirs) or Counter(one.unit for one in ours) == Counter(one.unit for one in theirs):
        return
    for our, their in zip(ours, theirs, strict=True):
        if _cannot_be_compared(our, their):
            yield Hit(
                Location(field=item.id),
                f'Chỉ tiêu ghi "{our.printed}" trong khi Kế hoạch cấp trên ghi "{their.printed}" (mục {twin.id}): đơn vị tính khác nhau '
                "nên không so được; hãy dùng đơn vị tính của cấp trên, hoặc ghi lý do ở overrides.",
            )


def _cannot_be_compared(our: Quantity, their: Quantity) -> bool:
    """A share against a count; or the same figure of another sum of money, where a word was mistyped."""
    if our.money and their.money:
        return our.unit != their.unit and our.value == their.value
    return (our.unit == PERCENT) != (their.unit == PERCENT) and not our.money and not their.money


def _periods(item: Item, twin: Item) -> Iterator[Hit]:
    ours, theirs = periods(own_words(item.words)), periods(own_words(twin.words))
    if len(ours) == len(theirs) == 1 and ours[0].a_year < theirs[0].a_year:
        yield Hit(
            Location(field=item.id),
            f'Kỳ thực hiện ghi "{ours[0].printed}", thưa hơn "{theirs[0].printed}" của Kế hoạch cấp trên (mục {twin.id}); '
            "hãy giữ kỳ của cấp trên hoặc dày hơn, hoặc ghi lý do ở overrides.",
        )


RULE = Rule(
    id="KH-CT-03",
    name="đơn vị tính, kỳ của chỉ tiêu khác cấp trên",
    severity=Severity.ERROR,
    manual=Manual(
        what="Chỉ tiêu cùng nội dung phải dùng đơn vị tính của Kế hoạch cấp trên (tỷ lệ hay số lượng) và kỳ thực hiện không thưa hơn.",
        why="Cấp trên cộng số liệu của các cấp dưới; khác đơn vị tính hoặc khác kỳ thì không tổng hợp được.",
        instead="Dùng đơn vị tính và kỳ của cấp trên; có thể ghi thêm con số quy đổi: 80% hộ (400 hộ). Có lý do thì ghi vào overrides.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(
            sections="I. NHIỆM VỤ\n- 90 hộ gia đình có kết nối Internet băng rộng cáp quang.",
            parent=province(sections="I. NHIỆM VỤ\n- 90% hộ gia đình có kết nối Internet băng rộng cáp quang."),
        ),
        draft(
            sections="I. NHIỆM VỤ\n- Tổ chức tập huấn kỹ năng số cho tổ công nghệ số cộng đồng mỗi năm.",
            parent=province(
                sections="I. NHIỆM VỤ\n- Tổ chức tập huấn kỹ năng số cho tổ công nghệ số cộng đồng mỗi quý."
            ),
        ),
    ),
    good=(
        draft(
            sections="I. MỤC TIÊU\n- 90% (450 hộ) hộ gia đình có kết nối Internet băng rộng cáp quang.",
            parent=province(sections="I. MỤC TIÊU\n- 90% hộ gia đình có kết nối Internet băng rộng cáp quang."),
        ),
        draft(
            sections="I. NHIỆM VỤ\n- Tổ chức tập huấn kỹ năng số cho tổ công nghệ số cộng đồng mỗi tháng.",
            parent=province(
                sections="I. NHIỆM VỤ\n- Tổ chức tập huấn kỹ năng số cho tổ công nghệ số cộng đồng mỗi quý."
            ),
        ),
    ),
)
