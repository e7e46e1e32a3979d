"""KH-NN-02: a recipient that the plan does not speak of."""

from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.receiving import is_mentioned, is_specific
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    body = tuple(spot.text for spot in content.body if spot.part is not Part.CLOSING)
    for spot in content.recipients:
        if is_specific(spot.text) and not is_mentioned(spot.text, body):
            yield spot.hit(
                f'Nơi nhận "{spot.text}" không được nhắc tới trong nội dung; hãy xem có cần gửi, hoặc có thiếu nhiệm vụ của nơi này.'
            )


RULE = Rule(
    id="KH-NN-02",
    name="nơi nhận không được nhắc trong nội dung",
    severity=Severity.INFO,
    manual=Manual(
        what="Nơi nhận là một cơ quan cụ thể thì thường có phần việc trong kế hoạch.",
        why="Nơi nhận không có việc có thể là chữ còn sót, hoặc nội dung thiếu phần việc của nơi đó.",
        instead="Bỏ nơi nhận, hoặc bổ sung nhiệm vụ; gửi để biết thì giữ.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(recipients=("UBND tỉnh (b/c)", "Trạm Y tế xã", "Các thôn", "Lưu: VT, VHXH")),
        plan(recipients=("UBND tỉnh (b/c)", "Công an xã", "Các thôn", "Lưu: VT, VHXH")),
    ),
    good=(
        plan(),
        plan(
            recipients=(
                "UBND tỉnh (b/c)",
                "TT Đảng ủy, TT HĐND xã (b/c)",
                "Chủ tịch, các PCT UBND xã",
                "Các thôn",
                "Lưu: VT, VHXH",
            )
        ),
    ),
)
