"""Checks that several rules of layout share: margins, the typography of a part, the line below a part."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from kedraft.decree import Align, Choice, Component, Typography, mm
from kedraft.grammar.shape import is_upper
from kedraft.lint.layout_form import Line
from kedraft.lint.layout_lines import Drawn, How, line_below, printed_widths
from kedraft.lint.layout_subject import Layout, as_mm, number, span
from kedraft.lint.layout_tolerance import RULE_LENGTH, RULE_SHARE, SIZE, STRAY
from kedraft.lint.rule import Hit
from kedraft.model.finding import Severity
from kedraft.ooxml.view import Run, Section
from kedraft.vietnamese.text import letters_and_figures

_ALIGNED = {"left": "canh trái", "center": "canh giữa", "right": "canh phải", "both": "canh đều hai bên"}
_ALIGN_WORD = {Align.LEFT: "canh trái", Align.CENTER: "canh giữa", Align.BOTH: "canh đều hai bên"}


# --- the page -------------------------------------------------------------------------------------------------------


def margin(layout: Layout, name: str, choice: Choice, measure: Callable[[Section], int]) -> Iterator[Hit]:
    """A margin outside the decree's range, one finding for each value; of landscape pages only the odd ones, as advice."""
    tolerance = layout.edition.page.tolerance
    low, high = mm(choice.allowed.low), mm(choice.allowed.high)
    seen: set[tuple[int, bool]] = set()
    for section in layout.view.sections:
        value = measure(section)
        ends = (low, high) if not section.landscape else _landscape(layout)
        if ends[0] - tolerance <= value <= ends[1] + tolerance or (value, section.landscape) in seen:
            continue
        seen.add((value, section.landscape))
        if section.landscape:
            message = (
                f"{name} của trang ngang là {as_mm(value)}; nên trong khoảng {as_mm(ends[0])} đến {as_mm(ends[1])}."
            )
            yield layout.page_hit(section, name.lower(), message, Severity.INFO)
        else:
            message = f"{name} là {as_mm(value)}; quy định {span(choice.allowed.low, choice.allowed.high)} mm."
            yield layout.page_hit(section, name.lower(), message)


def _landscape(layout: Layout) -> tuple[int, int]:
    page = layout.edition.page
    choices = (page.top, page.bottom, page.left, page.right)
    return mm(min(one.allowed.low for one in choices)), mm(max(one.allowed.high for one in choices))


# --- letters --------------------------------------------------------------------------------------------------------


def typography(layout: Layout, component: Component, lines: Iterable[Line] | None = None) -> Iterator[Hit]:
    """One finding about a part: its letter size, weight, slant, case, alignment, whatever differs from the decree."""
    wanted = layout.edition.type_of(component)
    chosen = tuple(layout.parts.of(component) if lines is None else lines)
    faults: dict[str, Line] = {}
    for line in chosen:
        for fault in line_faults(line, wanted):
            faults.setdefault(fault, line)
    if faults:
        first = next(iter(faults.values()))
        yield layout.hit(first.paragraph, f"{wanted.title}: {'; '.join(faults)}.")


def line_faults(line: Line, wanted: Typography) -> Iterator[str]:
    """What differs in a line, each as part of a sentence."""
    yield from size_faults(line.runs, wanted.size)
    yield from weight_faults(line.runs, wanted)
    if wanted.upper and not is_capital(line.text):
        yield "chưa in hoa, quy định in hoa"
    yield from align_faults(line, wanted.align)


def size_faults(runs: Sequence[Run], choice: Choice) -> Iterator[str]:
    """Letter sizes outside the range."""
    sizes = {run.letters.size for run in runs if run.text.strip()}
    wrong = sorted(size for size in sizes if not choice.allowed.holds(size, SIZE))
    if wrong:
        yield f"cỡ chữ {' và '.join(map(number, wrong))}, quy định {span(choice.allowed.low, choice.allowed.high)}"


def weight_faults(runs: Sequence[Run], wanted: Typography) -> Iterator[str]:
    """Bold and italic where they should not be, or not where they should."""
    bold, italic = share(runs, "bold"), share(runs, "italic")
    if bold is None or italic is None:
        return
    if wanted.bold and bold < 1 - STRAY:
        yield "chưa đậm, quy định đậm" if bold <= STRAY else "chỉ đậm một phần, quy định đậm"
    if not wanted.bold and bold > STRAY:
        yield "in đậm, quy định không đậm"
    if wanted.italic and italic < 1 - STRAY:
        yield "kiểu chữ đứng, quy định nghiêng" if italic <= STRAY else "chỉ nghiêng một phần, quy định nghiêng"
    if not wanted.italic and italic > STRAY:
        yield "in nghiêng, quy định đứng"


def align_faults(line: Line, wanted: Align) -> Iterator[str]:
    """The wrong alignment; columns made by tabs or spaces cannot be judged."""
    if not line.alone and line.column is not None and line.paragraph.cell is None:
        return
    form = line.paragraph.format
    ok = {Align.LEFT: ("left", "both"), Align.CENTER: ("center",), Align.BOTH: ("both",)}[wanted]
    if form.align not in ok and not (wanted is Align.CENTER and form.framed == "center"):
        yield f"{_ALIGNED.get(form.align, 'canh khác')}, quy định {_ALIGN_WORD[wanted]}"


def share(runs: Sequence[Run], what: str) -> float | None:
    """Share of letters that are bold, italic, …; None when there are none."""
    total = yes = 0
    for run in runs:
        letters = letters_and_figures(run.text)
        total += letters
        yes += letters if getattr(run.letters, what) else 0
    return yes / total if total else None


def is_capital(text: str) -> bool:
    """Whether the words are in capitals, or hold no letters."""
    return is_upper(text) or not any(c.isalpha() for c in text)


# --- the line below a part ------------------------------------------------------------------------------------------


def rule_below(layout: Layout, component: Component, name: str) -> Iterator[Hit]:
    """The line below a part: missing, dashed, typed, or of the wrong length."""
    lines = layout.parts.of(component)
    if not lines:
        return
    drawn = line_below(layout, component)
    wanted = layout.edition.rule_below(component).share.allowed
    low, high = (Fraction(end).limit_denominator(10) for end in (wanted.low, wanted.high))
    length = "dài bằng dòng chữ" if low == high else f"dài từ {low} đến {high} dòng chữ"
    if drawn is None:
        yield layout.hit(
            lines[-1].paragraph, f"Thiếu đường kẻ dưới {name}; quy định đường kẻ ngang, nét liền, {length}."
        )
    else:
        yield from _drawn_faults(layout, component, name, drawn, length)


def _drawn_faults(layout: Layout, component: Component, name: str, drawn: Drawn, length: str) -> Iterator[Hit]:
    if drawn.how is How.UNDERLINE:
        message = f"Đường kẻ dưới {name} là chữ gạch chân; hãy bỏ gạch chân và vẽ đường kẻ ngang, nét liền, {length}."
        yield layout.hit(drawn.paragraph, message)
        return
    if not drawn.solid:
        yield layout.hit(drawn.paragraph, f"Đường kẻ dưới {name} là nét đứt; quy định nét liền, {length}.")
        return
    ratio = _ratio(layout, component, drawn)
    if ratio is not None:
        message = f"Đường kẻ dưới {name} dài bằng {number(ratio * 100)}% dòng chữ; quy định {length}."
        yield layout.hit(drawn.paragraph, message, Severity.INFO)
    elif drawn.how is How.TYPED:
        message = f"Đường kẻ dưới {name} được gõ bằng dấu gạch; nên vẽ bằng Insert > Shapes hoặc viền đoạn để không bị xô lệch."
        yield layout.hit(drawn.paragraph, message, Severity.INFO)


def _ratio(layout: Layout, component: Component, drawn: Drawn) -> float | None:
    """The line's share of the words above when it is wrong; None when it is right or cannot be told."""
    widths = [one for one in printed_widths(layout, layout.parts.of(component)) if one]
    if not drawn.length or not widths:
        return None
    wanted = layout.edition.rule_below(component).share.allowed
    grant = RULE_LENGTH if wanted.low == wanted.high else RULE_SHARE
    ratios = [drawn.length / one for one in widths]
    if any(wanted.low * (1 - grant) <= ratio <= wanted.high * (1 + grant) for ratio in ratios):
        return None
    return drawn.length / max(widths)
