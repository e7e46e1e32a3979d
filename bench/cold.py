"""Whole processes: start-up included, as a person meets them; and the memory that they take."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from engines import CACHE, worker_of
from stages import STORY
from tags import for_docxtpl
from typed import typed

from kedraft.cli.drafting import drafted
from kedraft.rendering import flow
from kedraft.workspace import find_template, load_template

#: The least that a script with docxtpl can do: nothing is read, inherited, checked or proved, the context lies ready.
BARE = """
import json, sys
from docxtpl import DocxTemplate
template, context, out = sys.argv[1:]
document = DocxTemplate(template)
with open(context, encoding="utf-8") as file:
    document.render(json.load(file), autoescape=True)
document.save(out)
"""

LAUNCHER = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
clock = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = done.stderr.decode(errors="replace")[-500:]
print(json.dumps([clock, used.ru_utime + used.ru_stime, used.ru_maxrss, done.returncode, said]))
"""


@dataclass(frozen=True, slots=True)
class Process:
    """A command: median seconds on the clock and of CPU, and its peak memory in bytes."""

    clock: float
    cpu: float
    peak: int


def processes(rounds: int) -> dict[str, Process]:
    """The bare script; `kedraft draft` on the story and on the same plan typed whole; `kedraft --help`: in turn, warm files."""
    commands = _commands()
    found: dict[str, list[Process]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            once = _run(command)
            if turn:
                found[name].append(once)
    return {
        name: Process(median(one.clock for one in runs), median(one.cpu for one in runs), max(one.peak for one in runs))
        for name, runs in found.items()
    }


def _commands() -> dict[str, list[str]]:
    CACHE.mkdir(exist_ok=True)
    template, context, script = CACHE / "bare.template.docx", CACHE / "bare.json", CACHE / "bare.py"
    source = find_template("ke-hoach") / "template.docx"
    template.write_bytes(for_docxtpl(source.read_bytes()))
    view = flow(drafted(STORY / "draft.yaml").draft.plan, load_template(source).page)
    context.write_text(json.dumps(_plain(view), ensure_ascii=False), encoding="utf-8")
    script.write_text(BARE, encoding="utf-8")
    kedraft = [sys.executable, "-m", "kedraft"]
    return {
        "docxtpl script": [sys.executable, *map(str, (script, template, context, CACHE / "bare.docx"))],
        "kedraft draft": [*kedraft, "draft", str(STORY / "draft.yaml"), "-o", str(CACHE / "cold.docx"), "--force"],
        "kedraft draft, own words only": [
            *(*kedraft, "draft", str(typed(CACHE / "typed")), "-o", str(CACHE / "typed.docx"), "--force")
        ],
        "kedraft --help": [*kedraft, "--help"],
    }


def _plain(value: object) -> object:
    """Tuples with names as dicts, for JSON."""
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        inner = [_plain(one) for one in value]
        return dict(zip(names, inner, strict=True)) if names else inner
    return value


def _run(command: list[str]) -> Process:
    """Started by a small process, so that the command's peak is its own; compiled modules are kept, as they are for a user."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    launch = [sys.executable, "-I", "-S", "-c", LAUNCHER, *command]
    done = subprocess.run(launch, capture_output=True, text=True, env=kept, check=True)
    clock, cpu, peak, code, said = json.loads(done.stdout)
    if code > 1:  # 1: the draft has findings of severity error, which is no failure of the command
        raise RuntimeError(f"{' '.join(command)}: {said}")
    return Process(clock, cpu, peak if sys.platform == "darwin" else peak * 1024)


def memory_of_renders(counts: tuple[int, ...] = (1, 1000), pages: int = 10) -> dict[int, int]:
    """Peak memory, in bytes, of a process that has rendered so many documents, one after another."""
    job = {"pages": pages, "template": str(Path(find_template("ke-hoach"))), "out": None}
    found = {}
    with worker_of("kedraft") as worker:
        done = 0
        for count in counts:
            found[count] = int(worker.ask(job | {"n": count - done})["peak"])
            done = count
    return found
