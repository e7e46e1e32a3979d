"""ND30-SO-01: the line `Số: 07/KH-UBND` out of form."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    is_party,
)
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.text import squeeze

_SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐ]{1,3}-[A-ZĂÂĐÊÔƠƯ&]+[0-9]*(?:[.-][A-ZĂÂĐÊÔƠƯ&]+[0-9]*)*\Z")


def _check(content: Content) -> Iterator[Hit]:
    number, symbol = content.plan.number.number, content.plan.number.symbol
    if is_party(content.plan):
        return
    if number is not None and not number.isdecimal():
        yield Hit(
            Location(field="number"),
            f'Số của văn bản là "{number}"; số chỉ gồm chữ số Ả Rập, ví dụ 07. Hãy sửa lại, phần chữ ghi ở ký hiệu.',
        )
    if symbol is not None and not _SYMBOL.match(symbol):
        yield Hit(
            Location(field="symbol"),
            f'Ký hiệu của văn bản là "{symbol}"; ký hiệu gồm chữ viết tắt tên loại, dấu gạch nối, chữ viết tắt cơ quan, '
            "không có dấu cách, ví dụ KH-UBND. Hãy sửa lại.",
        )
    if symbol is None and number is not None:
        yield Hit(
            Location(field="symbol"), f"Văn bản có số {number} nhưng thiếu ký hiệu; hãy ghi đủ, ví dụ Số: 07/KH-UBND."
        )


_LINE = re.compile(r"(?P<word>[Ss]\w)\s*(?P<colon>:?)[\d\s.…_]*(?P<slash>/?)(?P<symbol>.*)\Z")
_SPACED = re.compile(r"\d\s+/|/\s+[^\W\d_]|[^\W_]\s+-|[^\W_]-\s+[^\W_]")
_LETTERS = re.compile(r"(?:\d{4}/)?[^\W_]+(?:[-.&][^\W_]+)+\Z")


def _typed(layout: Layout) -> Iterator[Hit]:
    line = layout.parts.number
    if line is None:
        yield from _missing(layout)
        return
    text = squeeze(line.text)
    found = _LINE.match(text)
    if found is None:
        return
    wrong = _wrong(found["colon"], found["slash"], found["symbol"].replace(" ", "")) or _spelt(found["word"], text)
    if wrong:
        yield layout.hit(
            line.paragraph, f'Dòng số ghi là "{squeeze(line.text)}"; {wrong}. Hãy ghi theo mẫu: Số: 07/KH-UBND.'
        )


def _missing(layout: Layout) -> Iterator[Hit]:
    if layout.whole:
        yield layout.hit(
            layout.parts.national[0].paragraph,
            "Phần đầu văn bản không có dòng số, ký hiệu; hãy ghi dưới tên cơ quan ban hành theo mẫu: Số: 07/KH-UBND, dự thảo để trống số.",
        )


def _spelt(word: str, text: str) -> str | None:
    if word != "Số":
        return f'chữ "{word}" phải ghi là "Số", chỉ chữ S viết hoa'
    return "giữa số, dấu gạch chéo, dấu gạch nối và ký hiệu không có dấu cách" if _SPACED.search(text) else None


def _wrong(colon: str, slash: str, symbol: str) -> str | None:
    if not colon:
        return "sau chữ Số phải có dấu hai chấm"
    blank = not symbol.strip(".…_-")
    if not blank and not slash:
        return "giữa số và ký hiệu là dấu gạch chéo"
    if not blank and (
        any(map(str.islower, re.split(r"[-/.&]", symbol))) or not (_LETTERS.match(symbol) or symbol.endswith("-"))
    ):
        return "ký hiệu gồm chữ in hoa, có dấu gạch nối giữa tên loại và cơ quan"
    return None


RULE = Rule(
    id="ND30-SO-01",
    name="dòng số, ký hiệu sai mẫu",
    severity=Severity.ERROR,
    citation=decree("PL1-II.3c"),
    manual=Manual(
        what='Số, ký hiệu ghi theo mẫu "Số: 07/KH-UBND": chữ số Ả Rập, dấu gạch chéo, ký hiệu in hoa, không có dấu cách.',
        why="Văn thư đăng ký và các cơ quan khác viện dẫn đúng theo chuỗi này; sai mẫu thì không tra cứu được.",
        instead="Ghi số bằng chữ số; ký hiệu là chữ viết tắt tên loại, dấu gạch nối rồi chữ viết tắt cơ quan: KH-UBND.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(number="15a"), plan(symbol="KH - UBND"), plan(symbol="KH/UBND"), plan(symbol=None)),
    good=(plan(number="153"), plan(number=None, symbol="KH-UBND", date="2026-02")),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(
        sheet(number=say(text="Số 15/KH-UBND")),
        sheet(number=say(text="Số: 15/KHUBND")),
        sheet(number=say(text="Số: 15/kh-ubnd")),
        sheet(number=say(text="Số: 15-KH/UBND")),
        sheet(number=say(text="SỐ: 15/KH-UBND")),
        sheet(number=say(text="Số: 15/ KH-UBND")),
        sheet(number=say(text="Số: 15/KH - UBND")),
        sheet(number=say(text="Số: 15/kh-UBND")),
        sheet(number=None),
    ),
    good=(
        sheet(number=say(text="Số:        /KH-UBND")),
        sheet(number=say(text="Số: …/KH-BCĐ389")),
        sheet(number=say(text="Số: 08/2026/QĐ-UBND")),
        sheet(number=say(text="Số: 153/SNNMT-VP")),
    ),
)
