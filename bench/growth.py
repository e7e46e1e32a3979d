"""How the cost of each stage grows with the text: ten times the paragraphs should cost about ten times as much.

One plan of 5,000 paragraphs stands beside ten different plans of 500, done one after the other: the same words, and the same amount
of memory to go through. One small plan done again and again would stay in the processor's cache, as it never does in real work, and
the large one would be charged for the cache instead of for its length.
"""

from collections.abc import Callable
from dataclasses import dataclass

from measure import Effort, Timing, side_by_side
from plans import roman, sections_of, source_text

from kedraft.model.spec import DraftSpec
from kedraft.pipeline import (
    accept,
    adapt,
    check,
    follow_references,
    inherit,
    locate_for,
    parse,
    read,
    render,
)
from kedraft.workspace import load_template

SMALL, LARGE = 500, 5000
_TIMES = LARGE // SMALL

Steps = dict[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Growth:
    """A stage on a small plan (the mean of ten) and on the large one."""

    small: Timing
    large: Timing

    @property
    def times(self) -> float:
        """How many times more the large text costs."""
        return self.large.times_of(self.small)


def growth(effort: Effort) -> dict[str, Growth]:
    """Each stage on ten plans of 500 paragraphs and on one of 5,000, in turn."""
    small, large = [_steps(SMALL, at * SMALL) for at in range(_TIMES)], _steps(LARGE)
    found = {}
    for name, action in large.items():
        timings = side_by_side({"small": _all([steps[name] for steps in small]), "large": action}, effort)
        one = Timing(tuple(seconds / _TIMES for seconds in timings["small"].rounds))
        found[name] = Growth(one, timings["large"])
    return found


def _all(actions: list[Callable[[], object]]) -> Callable[[], None]:
    def done() -> None:
        for action in actions:
            action()

    return done


def _steps(paragraphs: int, after: int = 0) -> Steps:
    data = source_text(paragraphs, after)
    parsed = parse(read(data, "plan.txt"))
    parent = accept(parsed)
    spec = DraftSpec.model_validate(
        {
            "parent": "plan.txt",
            "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
            "document": {"subject": "Phổ cập kỹ năng số trên địa bàn xã Ba Sơn năm 2026", "date": "2026-02"},
            "sections": [
                {"inherit": roman(number), "mode": "adapt"} for number in range(1, sections_of(paragraphs) + 1)
            ],
        }
    )
    place = locate_for(spec)
    inherited = inherit(parent, spec, locality=place)
    adapted = adapt(inherited, place)
    draft = follow_references(adapted)
    template = load_template("ke-hoach")
    written = render(draft, template).data
    return {
        "read and parse, text": lambda: parse(read(data, "plan.txt")),
        "read and parse, Word": lambda: parse(read(written, "plan.docx")),
        "inherit": lambda: inherit(parent, spec, locality=place),
        "adapt": lambda: adapt(inherited, place),
        "follow_references": lambda: follow_references(adapted),
        "check": lambda: check(draft),
        "render": lambda: render(draft, template),
    }
