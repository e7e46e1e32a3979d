"""Rendering: kedraft beside the docxtpl loop and three Node engines. No engine is timed before its document equals ours."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from measure import Effort, Timing
from plans import plan
from tags import data_of, for_docxtpl, for_engine, styles_of

from kedraft.ooxml.xml import w
from kedraft.rendering import flow
from kedraft.workspace import find_template, load_template

HERE = Path(__file__).parent
CACHE = HERE / ".cache"
NODE = HERE / "engines"
NODE_ENGINES = ("docxtemplater", "easy-template-x", "carbone")
_WARM_SECONDS = 1.5


class NotEqual(Exception):
    """An engine wrote another document than kedraft: its time would mean nothing."""


@dataclass(frozen=True, slots=True)
class Race:
    """One plan through every engine: CPU time of one document by engine, kedraft first."""

    pages: int
    paragraphs: int
    timings: dict[str, Timing]

    def ahead(self, engine: str) -> float:
        """How many times faster kedraft is."""
        return self.timings[engine].times_of(self.timings["kedraft"])


class Worker:
    """An engine in a process of its own, warm between jobs."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE)

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=30)

    def ask(self, job: dict[str, Any]) -> dict[str, Any]:
        """Does a job; the answer's `seconds` are CPU, `peak` bytes. Raises `RuntimeError` with the engine's own words."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"error": "the process ended"}
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer


def worker_of(engine: str) -> Worker:
    """A warm process for an engine."""
    if engine in NODE_ENGINES:
        return Worker(["node", str(NODE / "worker.cjs"), engine])
    return Worker([sys.executable, str(HERE / "worker.py"), engine])


def set_up() -> str:
    """Installs the Node engines; what is missing, in words, or nothing."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node and npm are not on this machine: docxtemplater, easy-template-x and carbone are left out"
    wanted = json.loads((NODE / "package.json").read_text())["dependencies"]
    if node_versions() == wanted:
        return ""
    command = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(command, cwd=NODE, capture_output=True, text=True, timeout=180)
    if done.returncode or node_versions() != wanted:
        return "npm could not install the Node engines (no network?): they are left out"
    return ""


def node_versions() -> dict[str, str]:
    """The installed versions of what `package.json` asks for."""
    wanted = json.loads((NODE / "package.json").read_text())["dependencies"]
    cards = {name: NODE / "node_modules" / name / "package.json" for name in wanted}
    return {name: json.loads(card.read_text())["version"] for name, card in cards.items() if card.exists()}


def race(pages: int, engines: list[str], effort: Effort) -> Race:
    """The same plan through every engine, equality first, then rounds in turn."""
    CACHE.mkdir(exist_ok=True)
    jobs = {engine: _job(engine, pages) for engine in engines}
    with ExitStack() as stack:
        workers = {engine: stack.enter_context(worker_of(engine)) for engine in engines}
        for engine in engines:
            workers[engine].ask(jobs[engine] | {"n": 3})
        written = {engine: Path(jobs[engine]["out"]).read_bytes() for engine in engines}
        for engine in engines[1:]:
            prove_equal(engine, written["kedraft"], written[engine])
        counts = {engine: _warm(workers[engine], jobs[engine], effort) for engine in engines}
        rounds: dict[str, list[float]] = {engine: [] for engine in engines}
        for _ in range(effort.rounds):
            for engine in engines:
                answer = workers[engine].ask(jobs[engine] | {"n": counts[engine], "out": None})
                rounds[engine].append(answer["seconds"] / counts[engine])
    paragraphs = len(paragraphs_of(written["kedraft"]))
    return Race(pages, paragraphs, {engine: Timing(tuple(found)) for engine, found in rounds.items()})


def _job(engine: str, pages: int) -> dict[str, Any]:
    """Template and data in the engine's own language, on disk."""
    source = find_template("ke-hoach") / "template.docx"
    job: dict[str, Any] = {"pages": pages, "template": str(source), "out": str(CACHE / f"{engine}-{pages}.docx")}
    if engine == "kedraft":
        return job
    template = CACHE / f"{engine}-{pages}.template.docx"
    if engine == "docxtpl":
        template.write_bytes(for_docxtpl(source.read_bytes()))
    else:
        view = flow(plan(pages), load_template(source).page)
        template.write_bytes(for_engine(source.read_bytes(), engine, view))
        data = CACHE / f"{engine}-{pages}.json"
        data.write_text(json.dumps(data_of(view, styles_of(source.read_bytes())), ensure_ascii=False), encoding="utf-8")
        job["data"] = str(data)
    return job | {"template": str(template)}


def _warm(worker: Worker, job: dict[str, Any], effort: Effort) -> int:
    """Runs until compilers have settled; how many documents then fill a turn."""
    spent, cost = 0.0, 1.0
    while spent < _WARM_SECONDS * min(1.0, effort.turn / 0.3):
        count = max(1, round(0.3 / cost))
        seconds = worker.ask(job | {"n": count, "out": None})["seconds"]
        spent, cost = spent + seconds, max(seconds / count, 1e-5)
    return max(1, round(effort.turn / cost))


def prove_equal(engine: str, ours: bytes, theirs: bytes) -> None:
    """The same words in the same paragraphs and cells; for docxtpl every part, canonically."""
    for number, (mine, other) in enumerate(zip(paragraphs_of(ours), paragraphs_of(theirs), strict=False), 1):
        if mine != other:
            raise NotEqual(f"{engine}, paragraph {number}: {other!r} instead of {mine!r}")
    if len(paragraphs_of(ours)) != len(paragraphs_of(theirs)):
        raise NotEqual(f"{engine}: {len(paragraphs_of(theirs))} paragraphs instead of {len(paragraphs_of(ours))}")
    if engine == "docxtpl":
        first, second = canonical_parts(ours), canonical_parts(theirs)
        for name in first.keys() | second.keys():
            if first.get(name) != second.get(name):
                raise NotEqual(f"{engine}: {name} differs")


def paragraphs_of(data: bytes) -> list[str]:
    """The text of every paragraph of a .docx, those in cells included, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(text.text or "" for text in paragraph.iter(w("t"))) for paragraph in root.iter(w("p"))]


def canonical_parts(data: bytes) -> dict[str, bytes]:
    """Every XML part in canonical form."""
    return dict(_canonical(data))


def _canonical(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith(("word/", "docProps/")) and name.endswith(".xml"):
                yield name, etree.tostring(etree.fromstring(package.read(name)), method="c14n", exclusive=True)
