"""CT-02: `UỶ BAN NHÂN DÂN` in the head for `ỦY BAN NHÂN DÂN`."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location

_OLD, _USUAL = "UỶ BAN", "ỦY BAN"


def _check(content: Content) -> Iterator[Hit]:
    signatory = content.plan.signatory
    lines = (
        ("issuing_body.name", content.plan.issuing_body.name),
        *((f"signatory.authority[{at}]", line) for at, line in enumerate(signatory.authority)),
    )
    for field, line in lines:
        shown = " ".join(line.upper().split())
        if _OLD in shown:
            yield Hit(
                Location(field=field),
                f'"{shown}" đặt dấu trên chữ Y; Nghị định in "{shown.replace(_OLD, _USUAL)}". Nên viết như Nghị định.',
            )


RULE = Rule(
    id="CT-02",
    name='"UỶ BAN NHÂN DÂN" trong tên cơ quan, quyền hạn người ký',
    severity=Severity.INFO,
    manual=Manual(
        what='Tên cơ quan ban hành và quyền hạn người ký nên viết "ỦY BAN NHÂN DÂN", dấu hỏi trên chữ U, như Nghị định 30/2020/NĐ-CP.',
        why='Cả hai cách đều đọc được và không văn bản nào cấm "UỶ"; viết một kiểu thì tìm kiếm, đối chiếu không sót.',
        instead='Sửa thành "ỦY BAN NHÂN DÂN"; nếu cơ quan đã thống nhất viết "UỶ BAN" thì tắt quy tắc này kèm lý do.',
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(issuer="UỶ BAN NHÂN DÂN XÃ BA SƠN"),
        plan(authority=("TM. UỶ BAN NHÂN DÂN",)),
    ),
    good=(plan(), plan(issuer="ỦY BAN NHÂN DÂN\nXÃ BA SƠN", superior=None)),
)
