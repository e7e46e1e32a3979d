"""ND30-TL-01: how the document's type is set."""

from collections.abc import Iterator

from kedraft.decree import Component
from kedraft.lint.layout_checks import typography
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import fold, new_tone, squeeze


def _check(layout: Layout) -> Iterator[Hit]:
    yield from typography(layout, Component.DOCUMENT_TYPE)
    names = [one.name for one in layout.edition.document_types]
    for line in layout.parts.of(Component.DOCUMENT_TYPE):
        name = next((one for one in names if fold(_bare(one)) == fold(_bare(line.text))), None)
        marked = squeeze(line.text).rstrip()[-1:] in ".:;"
        if name and (marked or _bare(name) != _bare(line.text)):
            yield layout.hit(line.paragraph, f'Tên loại ghi là "{squeeze(line.text)}"; quy định ghi {name.upper()}.')
    if layout.parts.number and not layout.parts.title:
        short = next((one for one in layout.edition.document_types if _symbol(layout, one.abbreviation)), None)
        if short:
            message = f"Không tìm thấy tên loại {short.name.upper()} dưới phần đầu văn bản; quy định ghi tên loại trên một dòng riêng."
            yield layout.hit(layout.parts.number.paragraph, message)


def _bare(name: str) -> str:
    return new_tone(name).upper().replace(" ", "").strip(":.*")


def _symbol(layout: Layout, abbreviation: str | None) -> bool:
    number = layout.parts.number
    return bool(number and abbreviation and f"/{abbreviation}-" in number.text.replace(" ", ""))


RULE = Rule(
    id="ND30-TL-01",
    name="tên loại trình bày sai cỡ chữ, kiểu chữ hoặc vị trí",
    severity=Severity.ERROR,
    citation=decree("PL1-II.5b"),
    manual=Manual(
        what="Tên loại văn bản in hoa, cỡ chữ 13 đến 14, đứng, đậm, canh giữa.",
        why="Mỗi thành phần thể thức có cỡ chữ, kiểu chữ và vị trí riêng, thống nhất trong cả nước.",
        instead="Chọn dòng tên loại, đặt cỡ 13 hoặc 14, in hoa, đậm, canh giữa.",
    ),
    subject=Layout,
    check=_check,
    bad=(sheet(title=say(text="Kế hoạch")), sheet(title=say(size=16))),
    good=(sheet(title=say(size=13)), sheet(title=say(text="K Ế  H O Ạ C H"))),
)
