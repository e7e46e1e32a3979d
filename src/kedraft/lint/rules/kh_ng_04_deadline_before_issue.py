"""KH-NG-04: a deadline that has passed when the plan is issued."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.deadlines import find_deadlines
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    issued = content.earliest
    if issued is None:
        return
    for spot in content.body:
        for one in find_deadlines(spot.own):
            if one.by and one.firm and one.by < issued:
                yield spot.hit(
                    f'Thời hạn "{one.text}" đã qua khi văn bản được ban hành ({content.plan.place_and_date.date}); hãy đặt lại thời hạn.'
                )


RULE = Rule(
    id="KH-NG-04",
    name="thời hạn đứng trước ngày ban hành",
    severity=Severity.ERROR,
    manual=Manual(
        what="Thời hạn giao trong kế hoạch phải sau ngày ban hành.",
        why="Thời hạn đã qua thường là chữ còn sót của kế hoạch năm trước, hoặc kế hoạch ban hành chậm mà chưa sửa.",
        instead="Đặt thời hạn mới; việc đã xong thì viết là đã hoàn thành.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Các thôn hoàn thành trước ngày 20/01/2026./."),
        plan(closing="Các thôn gửi kết quả chậm nhất ngày 15 tháng 12 năm 2025./."),
    ),
    good=(
        plan(sections="I. TÌNH HÌNH\n- Đến hết năm 2025, các thôn thực hiện 500 hồ sơ trực tuyến."),
        plan(closing="Các thôn hoàn thành trước ngày 20/12/2026./."),
        plan(
            closing="Năm 2025 xã đã hoàn thành trước ngày 30/11/2025; trẻ em sinh trước ngày 01/01/2020 được miễn phí./."
        ),
    ),
)
