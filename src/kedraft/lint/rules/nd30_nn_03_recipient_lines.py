"""ND30-NN-03: recipients' lines out of form: several in one line, stray marks."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Spot
from kedraft.lint.layout_form import Line
from kedraft.lint.layout_sample import say, sheet
from kedraft.lint.layout_subject import Layout
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.text import squeeze

_KEEP = re.compile(r"Lưu\b")
#: A group of recipients: `Các sở: Tài chính; Nội vụ`.
_GROUP = re.compile(r"[^:;]{2,40}:\s*[^:]+\Z")

_TWO_DASHES = re.compile(r";\s*[-–−]\s")


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.recipients:
        text = spot.text.strip()
        if not text:
            yield spot.hit("Một dòng nơi nhận để trống; hãy xóa dòng này.")
        elif ";" in text.rstrip(";. ") and not _KEEP.match(text):
            yield _several(spot, text)
        elif text[0] in "-–+•" or (text[-1] in ":,;." and not _KEEP.match(text) and not text.endswith(("...", "TP."))):
            yield spot.hit(
                f'Dòng nơi nhận "{text}" có dấu câu thừa; chỉ ghi tên nơi nhận, dấu "-" ở đầu và ";" ở cuối được in tự động. Hãy bỏ.'
            )


def _several(spot: Spot, text: str) -> Hit:
    """Several recipients in one line; the members of a group, named behind a colon, are only better parted by commas."""
    if _GROUP.match(text):
        message = (
            f'Dòng nơi nhận "{text}" ngăn các nơi trong nhóm bằng dấu ";"; nên dùng dấu phẩy, dấu ";" để kết thúc dòng.'
        )
        return spot.hit(message, Severity.WARNING)
    return spot.hit(f'Dòng nơi nhận "{text}" gộp nhiều nơi; mỗi nơi nhận ghi trên một dòng. Hãy tách ra.')


def _typed(layout: Layout) -> Iterator[Hit]:
    lines = [line for line in layout.parts.recipients if any(letter.isalnum() for letter in line.text)]
    for line in lines:
        wrong = _out_of_form(line, line is lines[-1])
        if wrong:
            yield layout.hit(line.paragraph, f'Dòng nơi nhận "{squeeze(line.text)}" {wrong}.')


def _out_of_form(line: Line, last: bool) -> str | None:
    text = squeeze(line.text)
    if _TWO_DASHES.search(text):
        return "gộp nhiều nơi; mỗi nơi nhận ghi trên một dòng, hãy tách ra"
    if not line.paragraph.label and text[0] not in "-–−":
        return "không bắt đầu bằng dấu gạch đầu dòng; hãy ghi dấu - ở đầu dòng"
    if not line.paragraph.label and text[1:2].isalnum():
        return "viết liền dấu gạch với chữ; hãy để một dấu cách sau dấu -"
    if last:
        return None if text.endswith(".") else "là dòng cuối mà không kết thúc bằng dấu chấm; hãy thêm dấu chấm"
    return None if text.endswith(";") else "không kết thúc bằng dấu chấm phẩy; hãy ghi dấu ; ở cuối dòng"


RULE = Rule(
    id="ND30-NN-03",
    name="dòng nơi nhận sai mẫu",
    severity=Severity.ERROR,
    citation=decree("PL1-II.9d"),
    manual=Manual(
        what='Mỗi nơi nhận hoặc nhóm nơi nhận là một dòng, bắt đầu "- ", kết thúc ";", dòng cuối kết thúc ".".',
        why="Văn thư nhân bản và chuyển văn bản theo từng dòng này.",
        instead="Ghi mỗi nơi nhận một dòng; trong phiếu kế thừa không cần gõ dấu gạch đầu dòng và dấu chấm phẩy.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(recipients=("UBND tỉnh (b/c); TT Đảng ủy xã", "Các thôn", "Lưu: VT, VHXH")),
        plan(recipients=("UBND tỉnh (b/c)", "Các thôn", "Các sở: Tài chính; Nội vụ; Y tế", "Lưu: VT, VHXH")),
        plan(recipients=("- UBND tỉnh (b/c)", "Các thôn;", "Lưu: VT, VHXH")),
    ),
    good=(
        plan(),
        plan(recipients=("UBND tỉnh (b/c)", "Các phòng: Kinh tế, Văn hóa - Xã hội", "Các thôn", "Lưu: VT, VHXH.")),
    ),
)
PAGE = RULE.on(
    subject=Layout,
    check=_typed,
    bad=(
        sheet(recipient_1=say(text="- UBND tỉnh (b/c)")),
        sheet(recipient_1=say(text="-UBND tỉnh (b/c);")),
        sheet(recipient_1=say(text="- UBND tỉnh (b/c); - Các thôn;")),
        sheet(recipient_1=say(text="+ UBND tỉnh (b/c);")),
        sheet(recipient_2=say(text="- Lưu: VT, VHXH;")),
    ),
    good=(sheet(), sheet(recipient_1=say(text="– UBND tỉnh (b/c);"))),
)
