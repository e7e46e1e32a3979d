"""The sentence, stage by stage, on the shipped story."""

from collections.abc import Callable
from pathlib import Path

from measure import Effort, Timing, side_by_side

from kedraft.cli.drafting import drafted
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

STORY = Path(__file__).parents[1] / "examples" / "tinh-xa-2026"


def stages(effort: Effort) -> dict[str, Timing]:
    """CPU time of each verb; what a stage needs is made before."""
    path = STORY / "ke-hoach-cap-tren.docx"
    data = path.read_bytes()
    spec = drafted(STORY / "draft.yaml").spec.value
    place = locate_for(spec)
    template = load_template("ke-hoach")
    source = read(data, path.name)
    parsed = parse(source)
    parent = accept(parsed)
    inherited = inherit(parent, spec, locality=place)
    adapted = adapt(inherited, place)
    draft = follow_references(adapted)
    steps: dict[str, Callable[[], object]] = {
        "read": lambda: read(data, path.name),
        "parse": lambda: parse(source),
        "accept": lambda: accept(parsed),
        "inherit": lambda: inherit(parent, spec, locality=place),
        "adapt": lambda: adapt(inherited, place),
        "follow_references": lambda: follow_references(adapted),
        "check": lambda: check(draft),
        "load_template": lambda: load_template("ke-hoach"),
        "render": lambda: render(draft, template),
    }
    return side_by_side(steps, effort)
