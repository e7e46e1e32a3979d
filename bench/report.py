"""Tables as Markdown, and one picture as SVG, drawn by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from batch import Beside
from cold import Process
from engines import Race
from growth import Growth
from measure import Timing
from reading import Reading

OTHERS = {
    "docxtpl": "docxtpl (open, render, save)",
    "docxtemplater": "docxtemplater",
    "easy-template-x": "easy-template-x",
    "carbone": "carbone",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """What was set as a goal, and what this run gives."""

    what: str
    goal: float
    found: float
    at_least: bool = True
    unit: str = "×"

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.found >= self.goal if self.at_least else self.found <= self.goal


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are figures."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def races_table(races: Sequence[Race]) -> str:
    """Documents per second and core, and how many times faster kedraft is."""
    engines = list(races[0].timings)
    rows = []
    for engine in engines:
        cells = []
        for race in races:
            times = "" if engine == "kedraft" else f" ({race.ahead(engine):.1f} ×)"
            cells.append(f"{1 / race.timings[engine].median:,.0f}{times}")
        rows.append([OTHERS.get(engine, "**kedraft** (flatten, render, prove, pack)"), *cells])
    return table(
        ["documents per second and core", *(f"{race.pages} pages, {race.paragraphs} paragraphs" for race in races)],
        rows,
    )


def readings_table(readings: Sequence[Reading]) -> str:
    """Milliseconds of CPU for one file."""
    rows = [
        [one.what, _ms(one.timings["kedraft"]), f"{_ms(one.timings[one.other])} ({one.other})", f"{one.ahead:.1f} ×"]
        for one in readings
    ]
    return table(["ms CPU", "kedraft", "the other", "times faster"], rows)


def growth_table(found: dict[str, Growth]) -> str:
    """Milliseconds on a small plan (the mean of ten different ones) and on the large one, and how many times more that takes."""
    rows = [[name, _ms(one.small), _ms(one.large), f"{one.times:.1f} ×"] for name, one in found.items()]
    return table(["ms CPU", "500 paragraphs (ten plans)", "5,000 paragraphs", "growth"], rows)


def stages_table(found: dict[str, Timing]) -> str:
    """Milliseconds of each stage."""
    return table(["stage", "ms CPU"], [[f"`{name}`", _ms(one)] for name, one in found.items()])


def processes_table(found: dict[str, Process]) -> str:
    """Whole processes, beside the bare script."""
    bare = found["docxtpl script"]
    rows = [
        [
            f"`{name}`",
            f"{one.clock * 1000:.0f}",
            f"{one.cpu * 1000:.0f}",
            f"{one.cpu / bare.cpu:.2f} ×",
            f"{one.peak / 1e6:.0f}",
        ]
        for name, one in found.items()
    ]
    return table(["process", "ms clock", "ms CPU", "CPU beside the script", "peak MB"], rows)


def batches_table(found: Sequence[Beside]) -> str:
    """Seconds of CPU by pages and communes, and how many times longer the merges alone would take."""
    counts = sorted({one.count for many in found for one in many.batches})
    rows = []
    for many in found:
        by_count = {one.count: one for one in many.batches}
        cells = [
            f"{by_count[count].cpu:,.1f} ({many.ahead(by_count[count]):.1f} ×)" if count in by_count else ""
            for count in counts
        ]
        rows.append([f"{many.pages} pages", *cells, f"{many.merge * 1000:.1f}"])
    heads = ["s CPU for the whole batch", *(f"{count:,} communes" for count in counts), "ms CPU, one merge of docxtpl"]
    return table(heads, rows)


def batch_notes(many: Beside) -> str:
    """Work for one document, memory, two processes."""
    each = " · ".join(f"{one.count:,}: {one.each * 1000:.2f} ms" for one in many.batches)
    peaks = " · ".join(f"{one.count:,}: {one.peak / 1e6:.0f} MB" for one in many.batches)
    lines = [f"{many.pages} pages, CPU for one document, everything counted: {each}.", f"Peak memory: {peaks}."]
    if many.twice:
        one, two = many.largest, many.twice
        lines.append(
            f"{one.count:,} communes on the clock: {one.clock:.1f} s in one process, {two.clock:.1f} s in two."
        )
    if many.again:
        lines.append(
            f"{many.again.count:,} communes once more, with nothing changed: {many.again.cpu:.1f} s of CPU, every file read and compared."
        )
    return "\n\n".join(lines)


def seconds_table(found: dict[str, float]) -> str:
    """Seconds of each stage."""
    return table(["stage of the largest batch", "s CPU"], [[name, f"{spent:.2f}"] for name, spent in found.items()])


def bars_table(bars: Sequence[Bar]) -> str:
    """Goals and what was found."""
    rows = [
        [
            one.what,
            f"{'≥' if one.at_least else '≤'} {one.goal:g} {one.unit}",
            f"{one.found:.2f} {one.unit}",
            "met" if one.met else "**missed**",
        ]
        for one in bars
    ]
    return table(["bar", "goal", "this run", ""], rows)


def picture(race: Race) -> str:
    """Documents per second and core, one bar an engine."""
    speeds = {engine: 1 / timing.median for engine, timing in race.timings.items()}
    notes = {engine: f"{speed:,.0f}/s · {race.ahead(engine):.0f} times slower" for engine, speed in speeds.items()}
    notes["kedraft"] = f"{speeds['kedraft']:,.0f}/s"
    title = f"Word documents per second and core: the same plan of {race.pages} pages, {race.paragraphs} paragraphs"
    return _drawn(title, [(engine, speed, notes[engine], engine == "kedraft") for engine, speed in speeds.items()])


def batch_picture(many: Beside) -> str:
    """Seconds of CPU for the largest batch: the merges alone, everything, and everything once more with nothing changed."""
    one = many.largest
    merges = many.merge * one.count
    rows = [
        ("docxtpl", merges, f"{merges:,.0f} s · the merges alone", False),
        ("kedraft", one.cpu, f"{one.cpu:,.1f} s · {many.ahead(one):.1f} times less, everything counted", True),
    ]
    if many.again:
        rows.append(("kedraft", many.again.cpu, f"{many.again.cpu:,.1f} s · once more, nothing changed", True))
    return _drawn(f"Seconds of CPU: a plan of {many.pages} pages for {one.count:,} communes", rows)


def _drawn(title: str, rows: Sequence[tuple[str, float, str, bool]]) -> str:
    """A bar a row: its name, how long it is, what stands behind it, whether it is ours; light and dark pages alike."""
    most = max(value for _, value, _, _ in rows)
    width, left, high, row, room = 720, 150, 26, 38, 290
    bars = []
    for at, (name, value, note, ours) in enumerate(rows):
        y = 52 + at * row
        length = max(2.0, value / most * (width - left - room))
        colour = "#c8102e" if ours else "#7a8794"
        bars.append(
            f'<text x="{left - 10}" y="{y + 18}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{left}" y="{y}" width="{length:.1f}" height="{high}" rx="3" fill="{colour}"/>'
            f'<text x="{left + length + 8:.1f}" y="{y + 18}">{escape(note)}</text>'
        )
    height = 62 + len(rows) * row
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="14">'
        f'<rect width="{width}" height="{height}" rx="6" fill="#ffffff"/><g fill="#1c2733">'
        f'<text x="20" y="30" font-size="15" font-weight="600">{escape(title)}</text>{"".join(bars)}</g></svg>\n'
    )


def _ms(timing: Timing) -> str:
    value = timing.median * 1000
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"
