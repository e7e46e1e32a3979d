"""KH-NG-05: a report due after the day on which the parent collects it."""

from collections.abc import Iterator

from kedraft.lint.content import Content, Spot, above
from kedraft.lint.report_days import ReportDay, report_days
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.lint.told_by_parent import told_by_parent
from kedraft.model.finding import Severity
from kedraft.model.origin import Adapted, Inherited

#: Rhythms in which a day that the parent sets for anybody binds those who report to it.
_BY_ANYONE = ("6 tháng", "năm")


def _check(content: Content) -> Iterator[Hit]:
    if not content.parent:
        return
    year = content.earliest.year if content.earliest else None
    anyone = [one for spot in above(content.parent).body for one in report_days(spot.own, year)]
    asked = [
        (spot, one)
        for spot in content.body
        for one in (() if isinstance(spot.origin, Inherited) else report_days(spot.own, year))
        if any(day.rhythm == one.rhythm and day.rank < one.rank for day in anyone)
    ]
    if not asked:  # to find out what the parent asks of this unit is the long part
        return
    duties = [one for _, text in told_by_parent(content) for one in report_days(text, year)]
    for spot, one in asked:
        bound = None if isinstance(spot.origin, Adapted) else _bound(one, duties)
        if bound is None and one.rhythm in _BY_ANYONE:
            bound = _bound(one, anyone)
        if bound and one.rank > bound.rank:
            yield _late(spot, one, bound)


def _bound(one: ReportDay, days: list[ReportDay]) -> ReportDay | None:
    """The parent's day for the same rhythm: that for the same receiver; where none is, the latest that it sets."""
    same = [day for day in days if day.rhythm == one.rhythm]
    to_the_same = [day for day in same if one.to and day.to and (one.to <= day.to or day.to <= one.to)]
    return max(to_the_same or same, key=lambda day: day.rank, default=None)


def _late(spot: Spot, one: ReportDay, bound: ReportDay) -> Hit:
    earlier = "vài ngày" if one.rhythm in ("tháng", "quý") else "khoảng 10 ngày"
    return spot.hit(
        f'Hạn báo cáo "{one.text}" muộn hơn hạn "{bound.text}" của Kế hoạch cấp trên; cấp trên sẽ không kịp tổng hợp. '
        f"Hãy đặt hạn sớm hơn, thường {earlier}."
    )


RULE = Rule(
    id="KH-NG-05",
    name="hạn báo cáo muộn hơn hạn của cấp trên",
    severity=Severity.ERROR,
    manual=Manual(
        what="Hạn báo cáo trong kế hoạch phải sớm hơn hạn mà cấp trên yêu cầu cho cùng kỳ.",
        why="Cấp trên tổng hợp theo hạn của mình; các kế hoạch ghi cả hai hạn đều cách nhau khoảng 10 ngày.",
        instead="Lấy hạn của cấp trên lùi về trước 10 ngày.",
    ),
    subject=Content,
    check=_check,
    bad=(
        draft(
            closing="Các thôn báo cáo kết quả trước ngày 15/12 hằng năm./.",
            parent=province(closing="Ủy ban nhân dân các xã, phường báo cáo kết quả trước ngày 10/12 hằng năm./."),
        ),
        draft(
            closing="Các thôn báo cáo 6 tháng trước ngày 25/6 hằng năm./.",
            parent=province(closing="Ủy ban nhân dân các xã, phường báo cáo 6 tháng trước ngày 15/6 hằng năm./."),
        ),
        draft(
            closing="Phòng Văn hóa - Xã hội tham mưu báo cáo Sở Y tế trước ngày 25 hằng tháng./.",
            parent=province(closing="Ủy ban nhân dân các xã, phường báo cáo Sở Y tế trước ngày 20 hằng tháng./."),
        ),
    ),
    good=(
        draft(
            closing="Các thôn báo cáo kết quả trước ngày 30/11 hằng năm./.",
            parent=province(closing="Ủy ban nhân dân các xã, phường báo cáo kết quả trước ngày 10/12 hằng năm./."),
        ),
        draft(
            closing="Các thôn báo cáo kết quả trước ngày 20/12 hằng năm./.",
            parent=province(closing="Ủy ban nhân dân các xã, phường báo cáo năm trước ngày 10/01 năm sau./."),
        ),
    ),
)
