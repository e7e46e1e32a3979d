"""KH-CC-03: a basis that another document had replaced before the plan was issued."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part, vietnamese_day
from kedraft.lint.repealed_documents import Repealed, in_force_instead, repealed_in
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

#: A plan that looks back on a law, or ends it, cites it rightly.
_LOOKS_BACK = re.compile(r"tổng kết|sơ kết|quyết toán|kiểm điểm|bãi bỏ|hết hiệu lực|thay thế", re.IGNORECASE)


def _check(content: Content) -> Iterator[Hit]:
    on = content.earliest or content.today
    if on is None or _LOOKS_BACK.search(content.plan.subject):
        return
    for spot in content.spots:
        if spot.part in (Part.BASIS, Part.OPENING) and not _LOOKS_BACK.search(spot.own):
            for words, row in repealed_in(spot.unquoted, on):
                yield spot.hit(_message(words, row, in_force_instead(row, on)))


def _message(words: str, row: Repealed, now: Repealed) -> str:
    return (
        f'"{words}" đã được thay thế từ ngày {vietnamese_day(row.since)}; văn bản đang có hiệu lực là {now.by} số {now.by_number}. '
        "Hãy tra lại và thay căn cứ."
    )


_RENEWED = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025."

RULE = Rule(
    id="KH-CC-03",
    name="căn cứ đã được thay thế",
    severity=Severity.WARNING,
    manual=Manual(
        what="Văn bản nêu làm căn cứ phải còn hiệu lực vào ngày ban hành Kế hoạch.",
        why="Căn cứ hết hiệu lực làm nội dung dựa vào nó mất chỗ dựa; thường còn sót khi chép phần căn cứ của kế hoạch năm trước.",
        instead="Tra văn bản đang có hiệu lực và thay. kedraft chỉ biết một số luật, nghị định, nghị quyết hay được nêu làm căn cứ mà đã có văn bản "
        "thay thế; văn bản khác thì không rà được, kể cả văn bản chỉ được sửa đổi một phần.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(bases="Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015."),
        plan(bases="Căn cứ Luật Đất đai năm 2013."),
        plan(
            bases="Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông."
        ),
    ),
    good=(
        plan(bases=_RENEWED),
        plan(
            date="2023-02-06",
            subject="Chuyển đổi số xã Ba Sơn năm 2023",
            bases="Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015.",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            closing="Trên đây là Kế hoạch chuyển đổi số của xã./.",
        ),
        plan(subject="Tổng kết thi hành Luật Đất đai", bases="Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013."),
    ),
)
