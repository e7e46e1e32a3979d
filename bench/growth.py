"""How the cost of each stage grows with the text: ten times the paragraphs should cost about ten times as much."""

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


@dataclass(frozen=True, slots=True)
class Growth:
    """A stage on both texts."""

    small: Timing
    large: Timing

    @property
    def times(self) -> float:
        """How many times more the large text costs."""
        return self.large.times_of(self.small)


def growth(effort: Effort) -> dict[str, Growth]:
    """Each stage on 500 and on 5,000 paragraphs, in turn."""
    small, large = _steps(SMALL), _steps(LARGE)
    found = {}
    for name in small:
        timings = side_by_side({"small": small[name], "large": large[name]}, effort)
        found[name] = Growth(timings["small"], timings["large"])
    return found


def _steps(paragraphs: int) -> dict[str, Callable[[], object]]:
    data = source_text(paragraphs)
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
