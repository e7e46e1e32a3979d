"""KH-CT-06: what was measured in the unit above, told in a plan of the unit below."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.copied_figures import copied_figures
from kedraft.lint.levels import leftovers
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan, province
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import around


def _check(content: Content) -> Iterator[Hit]:
    for left in leftovers(content):
        if left.figure:
            yield left.spot.hit(
                f'"{around(left.spot.text, left.start, left.end, 30)}" là số liệu, thực trạng của cấp trên, không phải của đơn vị; '
                "hãy thay bằng số liệu của đơn vị, hoặc bỏ câu này."
            )

    for spot, found in copied_figures(content):
        yield spot.hit(
            f'"{around(spot.text, *found.span(), 30)}" trùng với số liệu thực trạng trong Kế hoạch cấp trên; '
            "hãy thay bằng số liệu của đơn vị, hoặc bỏ câu này."
        )


RULE = Rule(
    id="KH-CT-06",
    name="số liệu thực trạng của cấp trên trong kế hoạch của cấp dưới",
    severity=Severity.WARNING,
    manual=Manual(
        what="Số liệu đã đo, đếm, rà soát của tỉnh (huyện) không phải là số liệu của xã.",
        why="Đổi chữ tỉnh thành chữ xã mà giữ con số thì thành số liệu sai; giữ nguyên cả câu thì không nói về xã.",
        instead="Thay bằng số liệu của đơn vị, hoặc bỏ. Chỉ tiêu phấn đấu thì vẫn kế thừa được.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(sections="I. THỰC TRẠNG\n- Hiện nay, khoảng 58% người dân trên địa bàn tỉnh có chữ ký số."),
        plan(sections="I. THỰC TRẠNG\n- Năm 2025, toàn tỉnh trồng được 842 ha rừng."),
        draft(
            sections="I. THỰC TRẠNG\n- Đến nay trên địa bàn có 1.742 nhà văn hóa được nối mạng.",
            parent=province(
                sections="I. THỰC TRẠNG\n- Đến hết năm 2025, toàn tỉnh có 1.742 nhà văn hóa được nối mạng."
            ),
        ),
    ),
    good=(
        draft(
            sections="I. THỰC TRẠNG\n- Trong 1.742 nhà văn hóa được nối mạng của tỉnh, xã có 12 nhà.",
            parent=province(
                sections="I. THỰC TRẠNG\n- Đến hết năm 2025, toàn tỉnh có 1.742 nhà văn hóa được nối mạng."
            ),
        ),
        plan(sections="I. THỰC TRẠNG\n- Hiện nay, khoảng 58% người dân trên địa bàn xã có chữ ký số."),
        plan(sections="I. MỤC TIÊU\n- Phấn đấu 70% người dân trên địa bàn xã có chữ ký số."),
    ),
)
