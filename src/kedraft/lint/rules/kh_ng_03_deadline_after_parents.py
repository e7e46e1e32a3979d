"""KH-NG-03: a task due after the parent's own deadline for it."""

from collections.abc import Iterator
from datetime import date

from kedraft.lint.content import Content, vietnamese_day
from kedraft.lint.deadlines import Deadline, find_days
from kedraft.lint.matching import Twins
from kedraft.lint.prose import own_words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.same_task import SameTask
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity
from kedraft.model.origin import Authored, Inherited
from kedraft.model.place import Location
from kedraft.model.plan import Item


def _check(content: Content) -> Iterator[Hit]:
    if not content.parent:
        return
    twins, tasks = Twins(content), SameTask(content)
    for item in content.plan.walk():
        due = _last(item)
        twin = twins.of(item) if due else None
        bound = _last(twin) if twin else None
        if due and bound and twin:
            if due[0] > bound[0]:
                yield _late(item, due, bound, twin.id)
        elif due and not isinstance(item.origin, Inherited):
            for own, told in tasks.later(item):
                yield _late(item, _said(own.due), _said(told.due), told.node)


def _late(item: Item, due: tuple[date, str], bound: tuple[date, str], node: str) -> Hit:
    return Hit(
        item.origin.place.evolve(field=item.id) if isinstance(item.origin, Authored) else Location(field=item.id),
        f'Thời hạn "{due[1]}" muộn hơn thời hạn "{bound[1]}" của Kế hoạch cấp trên cho cùng nhiệm vụ (mục {node}); '
        f"hãy đặt thời hạn không sau ngày {vietnamese_day(bound[0])}.",
    )


def _last(item: Item) -> tuple[date, str] | None:
    return max((_said(one) for one in find_days(own_words(item.words)) if one.by), default=None)


def _said(one: Deadline) -> tuple[date, str]:
    return one.by or date.min, one.text


RULE = Rule(
    id="KH-NG-03",
    name="thời hạn hoàn thành sau thời hạn của Kế hoạch cấp trên",
    severity=Severity.ERROR,
    manual=Manual(
        what="Thời hạn của một nhiệm vụ không được sau thời hạn mà Kế hoạch cấp trên đặt cho cùng nhiệm vụ.",
        why="Cấp trên tổng hợp theo thời hạn của mình; cấp dưới hoàn thành sau thì không kịp.",
        instead="Đặt thời hạn trước thời hạn của cấp trên, thường sớm hơn khoảng 10 ngày.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(
            sections="I. NHIỆM VỤ\n1. Rà soát hạ tầng số tại các thôn, hoàn thành trước ngày 30/9/2026.",
            parent=province(sections="I. NHIỆM VỤ\n1. Rà soát hạ tầng số tại các xã, hoàn thành trước ngày 30/6/2026."),
        ),
        draft(
            sections="I. NHIỆM VỤ\n1. Tập huấn kỹ năng số cho người dân, hoàn thành trong quý IV/2026.",
            parent=province(
                sections="I. NHIỆM VỤ\n1. Tập huấn kỹ năng số cho người dân, hoàn thành trong quý III/2026."
            ),
        ),
        draft(
            sections="I. NHIỆM VỤ\n1. Ra mắt chợ không dùng tiền mặt trước ngày 15/10/2026.",
            parent=province(
                sections="I. NHIỆM VỤ\n1. Chủ trì xây dựng chợ, tuyến phố không dùng tiền mặt tại khu dân cư tập trung; ra mắt trước ngày 02/9/2026."
            ),
        ),
    ),
    good=(
        draft(
            sections="I. NHIỆM VỤ\n1. Ra mắt câu lạc bộ dưỡng sinh trước ngày 15/10/2026.",
            parent=province(
                sections="I. NHIỆM VỤ\n1. Chủ trì xây dựng chợ, tuyến phố không dùng tiền mặt tại khu dân cư tập trung; ra mắt trước ngày 02/9/2026."
            ),
        ),
        draft(
            sections="I. NHIỆM VỤ\n1. Rà soát hạ tầng số tại các thôn, hoàn thành trước ngày 20/6/2026.",
            parent=province(sections="I. NHIỆM VỤ\n1. Rà soát hạ tầng số tại các xã, hoàn thành trước ngày 30/6/2026."),
        ),
        draft(
            sections="I. NHIỆM VỤ\n1. Trồng cây xanh dọc đường làng, hoàn thành trước ngày 30/9/2026.",
            parent=province(sections="I. NHIỆM VỤ\n1. Rà soát hạ tầng số tại các xã, hoàn thành trước ngày 30/6/2026."),
        ),
    ),
)
