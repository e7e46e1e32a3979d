"""ND30-NN-04: the last recipient is not `Lưu: VT, …`."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location
from kedraft.vietnamese.text import squeeze

_ARCHIVE = re.compile(r"Lưu: ?(?:VT|Văn thư)\b[^;]*\Z")


def _check(content: Content) -> Iterator[Hit]:
    lines = content.recipients
    kept = [spot for spot in lines if re.match(r"lưu\b", spot.text.strip(), re.IGNORECASE)]
    if not lines:
        yield Hit(Location(field="recipients"), "Văn bản chưa có nơi nhận; hãy ghi nơi nhận, dòng cuối là Lưu: VT.")
    elif not kept:
        yield lines[-1].hit(
            f'Dòng cuối nơi nhận là "{lines[-1].text}"; dòng cuối phải là dòng lưu. Hãy thêm: Lưu: VT, đơn vị soạn thảo.'
        )
    elif kept[-1] is not lines[-1]:
        yield kept[-1].hit(f'Dòng "{kept[-1].text}" không đứng cuối nơi nhận; hãy chuyển xuống dòng cuối.')
    elif not _ARCHIVE.match(kept[-1].text.strip()):
        yield kept[-1].hit(
            f'Dòng lưu ghi "{kept[-1].text}"; theo mẫu là "Lưu: VT, đơn vị soạn thảo". Hãy sửa lại, ví dụ Lưu: VT, VHXH.'
        )


_KEPT = re.compile(r"[-–−•+]?\s*lưu\s*:", re.IGNORECASE)
_TIGHT = re.compile(r"[-–−•+]?\s*lưu\s*:\w", re.IGNORECASE)


def _typed(layout: Layout) -> Iterator[Hit]:
    lines = [line for line in layout.parts.recipients if any(map(str.isalnum, line.text))]
    kept = [line for line in lines if _KEPT.match(line.text)]
    if kept and kept[-1] is not lines[-1] and lines[-1].text.lstrip()[:1] in "-–−•+":
        yield layout.hit(
            kept[-1].paragraph, f'Dòng "{squeeze(kept[-1].text)}" không đứng cuối nơi nhận; hãy chuyển xuống dòng cuối.'
        )
    if kept and _TIGHT.match(kept[-1].text):
        message = (
            f'Dòng "{squeeze(kept[-1].text)}" viết liền dấu hai chấm với chữ; hãy để một dấu cách sau dấu hai chấm.'
        )
        yield layout.hit(kept[-1].paragraph, message, Severity.WARNING)


RULE = Rule(
    id="ND30-NN-04",
    name='dòng cuối nơi nhận không phải "Lưu: VT, …"',
    severity=Severity.ERROR,
    citation=decree("PL1-II.9d"),
    manual=Manual(
        what='Dòng cuối của nơi nhận là chữ "Lưu", dấu hai chấm, "VT", dấu phẩy, chữ viết tắt đơn vị soạn thảo.',
        why="Bản gốc lưu ở văn thư; dòng này cho biết bản lưu và đơn vị chịu trách nhiệm soạn thảo.",
        instead="Ghi: Lưu: VT, VHXH.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(recipients=("UBND tỉnh (b/c)", "Các thôn")),
        plan(recipients=("UBND tỉnh (b/c)", "Lưu: VT", "Các thôn")),
        plan(recipients=("UBND tỉnh (b/c)", "Các thôn", "Lưu VP")),
        plan(recipients=()),
    ),
    good=(plan(), plan(recipients=("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH (05b)."))),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(sheet(recipient_1=say(text="- Lưu: VT;"), recipient_2=say(text="- Các thôn.")),),
    good=(sheet(),),
)
