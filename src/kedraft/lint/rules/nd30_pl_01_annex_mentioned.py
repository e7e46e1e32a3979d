"""ND30-PL-01: an annex that the text speaks of and that is not there, or the other way round."""

import re
from collections.abc import Iterator

from kedraft.lint.citations import TYPES
from kedraft.lint.content import Content, Spot
from kedraft.lint.prose import MASK
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.quoting import around

_MENTION = re.compile(r"\b(?:[Cc]ác )?[Pp]hụ lục\b(?! hợp đồng)(?P<after>[^.;,)]{0,80})")
_OTHERS = re.compile(
    rf"\s*(?:số\s*)?[\wIVX]*\s*(?:của|kèm theo|ban hành kèm theo|ban hành theo|thuộc)\s+(?:các\s+)?(?:{TYPES})(?!\s+này)",
    re.IGNORECASE,
)


def _check(content: Content) -> Iterator[Hit]:
    own = content.plan.annexes
    mentions = [(spot, found) for spot in content.prose if not spot.annex for found in _mentions(spot)]
    if mentions and not own:
        spot, found = mentions[0]
        yield spot.hit(
            f'Nội dung nhắc tới phụ lục ("{around(spot.text, *found.span(), 20)}") nhưng văn bản không có phụ lục nào; '
            "hãy đính kèm phụ lục, hoặc bỏ câu này."
        )
    if own and not mentions:
        yield Hit(
            Location(field=own[0].id),
            f"Văn bản có phụ lục ({own[0].heading or own[0].label or 'không tên'}) nhưng nội dung không nhắc tới; "
            "hãy thêm chỉ dẫn, ví dụ: chi tiết tại Phụ lục kèm theo.",
        )


def _mentions(spot: Spot) -> Iterator[re.Match[str]]:
    for found in _MENTION.finditer(spot.own):
        after = found["after"]
        if not _OTHERS.match(after) and MASK not in after[:30]:
            yield found


RULE = Rule(
    id="ND30-PL-01",
    name="nội dung nhắc phụ lục mà không có, hoặc ngược lại",
    severity=Severity.ERROR,
    citation=decree("PL1-III.1a"),
    manual=Manual(
        what="Văn bản có phụ lục thì trong nội dung phải có chỉ dẫn về phụ lục đó, và ngược lại.",
        why="Người nhận không biết là thiếu trang hay không có phụ lục; hay gặp khi kế thừa mà bỏ phụ lục của cấp trên.",
        instead="Đính kèm phụ lục và ghi chỉ dẫn, hoặc bỏ câu nhắc tới phụ lục.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Nhiệm vụ cụ thể theo Phụ lục kèm theo Kế hoạch này./."),
        plan(annexes=((None, "PHÂN CÔNG NHIỆM VỤ", "- Các thôn tổ chức thực hiện."),)),
    ),
    good=(
        plan(
            closing="Nhiệm vụ cụ thể tại Phụ lục kèm theo./.",
            annexes=((None, "PHÂN CÔNG NHIỆM VỤ", "- Các thôn tổ chức thực hiện."),),
        ),
        plan(
            closing="Thực hiện theo mẫu tại Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ./."
        ),
        plan(closing="Thực hiện theo Phụ lục II của Kế hoạch số 13/KH-UBND./."),
    ),
)
