"""KH-NG-05: a yearly report due after the day on which the parent collects it."""

from collections.abc import Iterator

from kedraft.lint.content import Content, Spot
from kedraft.lint.deadlines import Deadline, find_deadlines
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, province
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    if not content.parent:
        return
    bounds = _reports(Content(plan=content.parent))
    for half, (spot, one) in _reports(content).items():
        bound = bounds.get(half)
        if bound and _day(one) > _day(bound[1]):
            yield spot.hit(
                f'Hạn báo cáo "{one.text}" muộn hơn hạn "{bound[1].text}" của Kế hoạch cấp trên; cấp trên sẽ không kịp tổng hợp. '
                "Hãy đặt hạn sớm hơn, thường khoảng 10 ngày."
            )


def _reports(content: Content) -> dict[bool, tuple[Spot, Deadline]]:
    """The latest yearly reporting day of each half of the year."""
    latest: dict[bool, tuple[Spot, Deadline]] = {}
    for spot in content.body:
        for one in find_deadlines(spot.own):
            if one.report and one.yearly:
                half = one.yearly[0] <= 7 and not one.yearly[2]
                if half not in latest or _day(one) > _day(latest[half][1]):
                    latest[half] = (spot, one)
    return latest


def _day(one: Deadline) -> int:
    month, day, next_year = one.yearly or (0, 0, False)
    return (12 * next_year + month) * 31 + day


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
