"""make bench: kedraft beside plain docxtpl, three Node engines, python-docx and pypdf, in one run on one machine.

    python bench/run.py            all subjects, a few minutes
    python bench/run.py --quick    fewer rounds, one size; nothing is written
    python bench/run.py --only render,read,stages,cold,growth

Equality comes first: an engine whose document differs from ours is not timed. Times are CPU seconds, rounds in turn,
medians; ratios are taken inside a round. A full run of all subjects writes `bench/results/README.md` and `render.svg`.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

import batch  # noqa: E402
import reading  # noqa: E402
import report  # noqa: E402
from cold import memory_of_renders, processes  # noqa: E402
from engines import CACHE, NODE_ENGINES, NotEqual, race, set_up  # noqa: E402
from growth import growth  # noqa: E402
from machine import machine  # noqa: E402
from measure import FULL, QUICK, Effort  # noqa: E402
from report import Bar  # noqa: E402
from stages import stages  # noqa: E402

RESULTS = ROOT / "bench" / "results"
SUBJECTS = ("render", "read", "growth", "cold", "stages", "batch")
#: For what takes seconds anyway.
_LONG = Effort(rounds=5, turn=0.3)
_LONG_QUICK = Effort(rounds=2, turn=0.15)


class Run:
    """The parts of the report, as they come in."""

    def __init__(self, *, quick: bool) -> None:
        self.quick = quick
        self.effort = QUICK if quick else FULL
        self.long = _LONG_QUICK if quick else _LONG
        self.bars: list[Bar] = []
        self.parts: list[str] = []
        self.left_out: list[str] = []
        self.picture = ""
        self.batch_picture = ""

    def add(self, title: str, *texts: str) -> None:
        """A chapter of the report, shown at once."""
        self.parts.append("\n\n".join((f"## {title}", *(text.strip() for text in texts))) + "\n")
        print(self.parts[-1], flush=True)

    def render(self) -> None:
        """Rendering beside the other engines."""
        missing = set_up()
        if missing:
            self.left_out.append(missing)
        engines = ["kedraft", "docxtpl", *([] if missing else NODE_ENGINES)]
        races = [race(pages, engines, self.effort) for pages in ((10,) if self.quick else (3, 10, 50))]
        middle = next(one for one in races if one.pages == 10)
        for engine in engines[1:]:
            goal = 30 if engine == "docxtpl" else 15
            self.bars.append(Bar(f"render, 10 pages: {engine}", goal, middle.ahead(engine)))
        self.picture = report.picture(middle)
        self.add(
            "Rendering",
            "The same plan, warm, one process an engine; in brackets: how many times faster kedraft is. Every paragraph of every "
            "document was equal; for docxtpl, every part canonically. kedraft and docxtpl fill in the shipped template; the "
            "templates of the others are made from it with fewer roles and without its computed widths.",
            report.races_table(races),
        )

    def read(self) -> None:
        """Reading beside python-docx and pypdf."""
        readings = [reading.word(50 if self.quick else 250, self.long)]
        missing = reading.set_up_pypdf()
        if missing:
            self.left_out.append(missing)
        else:
            readings.append(reading.pdf(10 if self.quick else 50, self.long))
        for one in readings:
            self.bars.append(Bar(f"read: {one.what}", 7 if one.other == "python-docx" else 4, one.ahead))
        self.add(
            "Reading",
            "python-docx gives text, style, alignment and runs with bold and italic; pypdf the bare text of each page. kedraft gives "
            "paragraphs with looks, joined over lines and pages. The words were the same.",
            report.readings_table(readings),
        )

    def growth(self) -> None:
        """From 500 to 5,000 paragraphs."""
        found = growth(self.long)
        self.bars += [Bar(f"growth: {name}", 11, one.times, at_least=False) for name, one in found.items()]
        self.add("Growth", report.growth_table(found))

    def cold(self) -> None:
        """Whole processes, and memory."""
        found = processes(3 if self.quick else 9)
        bare = found["docxtpl script"].cpu
        self.bars.append(
            Bar("cold: kedraft draft beside the script", 1.5, found["kedraft draft"].cpu / bare, at_least=False)
        )
        self.bars.append(
            Bar("cold: kedraft --help beside the script", 0.5, found["kedraft --help"].cpu / bare, at_least=False)
        )
        peaks = memory_of_renders()
        memory = " · ".join(f"after {count:,} documents {peak / 1e6:.0f} MB" for count, peak in peaks.items())
        self.add(
            "Whole processes",
            "The script opens the template with docxtpl, renders a ready context and saves: it reads, checks and proves nothing. "
            "`kedraft draft` reads the parent from Word, inherits, adapts, checks, renders, proves and writes. The row `own words only` makes "
            "the same document out of a draft file that holds its whole text, so that nothing is read from Word, inherited or adapted: "
            "it is validated, checked, rendered, proved and written.",
            report.processes_table(found),
            f"Peak memory of a process that renders 10-page documents: {memory}.",
        )

    def stages(self) -> None:
        """The sentence, stage by stage."""
        found = stages(self.effort)
        moved = sum(found[stage].median for stage in ("inherit", "adapt", "follow_references")) * 1000
        self.bars.append(Bar("inherit, adapt and follow references, the shipped story", 20, moved, False, "ms"))
        self.add("The sentence, stage by stage", report.stages_table(found))

    def batch(self) -> None:
        """Every commune at once, beside the merges alone."""
        home = CACHE / "batch"
        found = [batch.beside(home, pages, counts, sample=9, two=two) for pages, counts, two in self._batches()]
        middle = next(one for one in found if one.pages == 10)
        largest = middle.largest
        if largest.count == batch.ALL:
            what = f"batch: {largest.count:,} drafts of 10 pages beside docxtpl's merges alone"
            self.bars.append(Bar(what, 20, middle.ahead(largest)))
        hundred = next(one for one in middle.batches if one.count == 100)
        flat = largest.each / hundred.each
        self.bars.append(Bar("batch: work for one document, most beside 100", 1.1, flat, at_least=False))
        peak = max(one.peak for many in found for one in many.batches) / 1e6
        self.bars.append(Bar("batch: peak memory", 120, peak, at_least=False, unit="MB"))
        if middle.twice:
            self.bars.append(Bar("batch: clock of one process beside two", 1, largest.clock / middle.twice.clock))
        self.batch_picture = report.batch_picture(middle)
        self.add(
            "Every commune at once",
            "A whole `draft_all` in a fresh process, start-up included: a ministry's plan read, inherited, adapted, checked, rendered, "
            "proved and written for so many communes, spread over the country. In brackets: how many times longer the merges alone "
            "would take in a docxtpl loop over the same plan, its words and parts equal; one merge is measured, the median of several "
            "between the batches, and multiplied.",
            report.batches_table(found),
            report.batch_notes(middle),
            report.seconds_table(batch.stages(batch.batch_files(home / "10", 10), largest.count)),
        )

    def _batches(self) -> tuple[tuple[int, tuple[int, ...], bool], ...]:
        """Pages, communes, whether in two processes as well."""
        if self.quick:
            return ((10, (10, 100), True),)
        return ((3, batch.COUNTS, False), (10, batch.COUNTS, True), (50, batch.COUNTS[:3], False))


def main() -> int:
    """Runs the chosen subjects and writes the report."""
    parser = argparse.ArgumentParser(description="Benchmarks, side by side in one run.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, one size")
    parser.add_argument("--only", default=",".join(SUBJECTS), help=f"some of {','.join(SUBJECTS)}; nothing is written")
    options = parser.parse_args()
    chosen = [name for name in SUBJECTS if name in options.only.split(",")]
    began = time.perf_counter()
    processor = machine()[0]  # with the load at the start; the versions are known after the set-up
    run = Run(quick=options.quick)
    failed = False
    for name in chosen:
        try:
            getattr(run, name)()
        except NotEqual as error:
            failed = True
            run.left_out.append(f"{name}, because the documents differ: {error}")
            print(run.left_out[-1], file=sys.stderr)
    facts = [processor, *machine()[1:]]
    lines = ["# Benchmarks", "", "Written by `make bench`. Ratios inside one run are what counts; times are CPU.", ""]
    lines += [*(f"- {fact}" for fact in facts), *(f"- Left out: {what}" for what in run.left_out)]
    lines += [f"- {'Quick run' if run.quick else 'Full run'}, {time.perf_counter() - began:.0f} seconds", ""]
    bars = report.bars_table(run.bars) if run.bars else ""
    shown = ["![Documents per second and core](render.svg)", "", "![Every commune at once](batch.svg)", ""]
    print("\n".join([*lines, bars]))
    if chosen == list(SUBJECTS) and not run.quick and not failed:
        RESULTS.mkdir(parents=True, exist_ok=True)
        (RESULTS / "render.svg").write_text(run.picture, encoding="utf-8")
        (RESULTS / "batch.svg").write_text(run.batch_picture, encoding="utf-8")
        text = "\n".join([*lines, *shown, "## Bars", "", bars, *run.parts])
        (RESULTS / "README.md").write_text(text, encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
