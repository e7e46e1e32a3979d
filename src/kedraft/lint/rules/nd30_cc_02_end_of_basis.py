"""ND30-CC-02: bases end with `;`, the last one with `.`."""

from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity


def _check(content: Content) -> Iterator[Hit]:
    bases = [spot for spot in content.spots if spot.part is Part.BASIS and not spot.text.rstrip().endswith(":")]
    for at, spot in enumerate(bases, 1):
        last = at == len(bases)
        wanted = "." if last else ";"
        end = spot.text.rstrip()[-1:]
        if end != wanted:
            which = "Căn cứ cuối cùng" if last else f"Căn cứ thứ {at}"
            shown = f'dấu "{end}"' if end and not end.isalnum() else "không có dấu câu"
            yield spot.hit(f'{which} kết thúc bằng {shown}; phải kết thúc bằng dấu "{wanted}". Hãy sửa lại.')


RULE = Rule(
    id="ND30-CC-02",
    name="căn cứ kết thúc sai dấu câu",
    severity=Severity.ERROR,
    citation=decree("PL1-II.6a"),
    manual=Manual(
        what='Sau mỗi căn cứ là dấu chấm phẩy ";", sau căn cứ cuối cùng là dấu chấm ".".',
        why="Nghị định quy định như vậy; dấu phẩy ở căn cứ cuối là cách trình bày trước năm 2020.",
        instead='Thay dấu cuối mỗi căn cứ bằng ";", căn cứ cuối cùng bằng ".".',
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            bases=(
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025,",
                "Căn cứ tình hình thực tế của địa phương.",
            )
        ),
        plan(
            bases=(
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Căn cứ tình hình thực tế của địa phương,",
            )
        ),
    ),
    good=(
        plan(
            bases=(
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Căn cứ tình hình thực tế của địa phương.",
            )
        ),
        plan(),
    ),
)
