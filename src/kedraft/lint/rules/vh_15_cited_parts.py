"""VH-15: `Khoản 2 điều 103` for `khoản 2 Điều 103`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import begins_sentence
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.remembering import remembered

_BIG = re.compile(r"\b(?P<part>Khoản|Điểm) (?P<which>\d+|[a-zđ]\b(?:\)|,| khoản))")
_SMALL = re.compile(
    r"\b(?P<part>điều) (?P<which>\d+)(?=[,;. ]*(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Quy chế|của|Chương|$))"
)
_OF = re.compile(r"(?:[Kk]hoản|[Đđ]iểm) \S+,? (?P<part>điều) (?P<which>\d+)")
_SECTION = re.compile(r"\b(?P<part>mục|chương|phần) (?P<which>[IVX]+)\b")


def _check(content: Content) -> Iterator[Hit]:
    for spot in (*content.prose, *content.recipients):
        for found in _faults(spot.unquoted):
            part = found["part"]
            right = part.lower() if part in ("Khoản", "Điểm") else part.capitalize()
            yield spot.hit(
                f'"{part} {found["which"]}" viết hoa chưa đúng; khi viện dẫn, Phần, Chương, Mục, Điều viết hoa, khoản, điểm viết thường. '
                f'Hãy sửa thành "{right} {found["which"]}".'
            )


@remembered(maxsize=1024)
def _faults(text: str) -> tuple[re.Match[str], ...]:
    found = [one for one in _BIG.finditer(text) if not begins_sentence(text, one.start())]
    found += [*_OF.finditer(text)] or [*_SMALL.finditer(text)]
    found += [one for one in _SECTION.finditer(text) if not text[: one.start()].endswith("một ")]
    return tuple(sorted(found, key=lambda one: one.start()))


RULE = Rule(
    id="VH-15",
    name="phần, chương, mục, điều, khoản, điểm viện dẫn viết hoa sai",
    severity=Severity.WARNING,
    citation=decree("PL2-V.7"),
    manual=Manual(
        what="Khi viện dẫn, viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm.",
        why="Nghị định quy định như vậy để chỗ viện dẫn ở mọi văn bản giống nhau.",
        instead="Viết: điểm a khoản 2 Điều 103 Mục 5 Chương XII.",
    ),
    subject=Content,
    check=_check,
    reads_names=False,
    bad=(
        plan(closing="Thực hiện theo quy định tại Khoản 2 Điều 8 của Nghị định này./."),
        plan(closing="Thực hiện theo khoản 2 điều 8 của Luật này./."),
        plan(closing="Các thôn thực hiện nội dung tại mục II Kế hoạch này./."),
    ),
    good=(
        plan(closing="Thực hiện theo điểm a khoản 2 Điều 8, Mục II Kế hoạch này. Khoản 3 không áp dụng./."),
        plan(closing="Cán bộ học tập 19 điều đảng viên không được làm, giữ gìn một điều 5 lần một phần./."),
    ),
)
