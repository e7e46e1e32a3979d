"""One Python engine, kept warm: reads jobs as lines of JSON, renders the same plan n times, answers with its own CPU seconds.

usage: python bench/worker.py kedraft|docxtpl     job: {"pages": 10, "n": 20, "template": file, "out": file or null}
"""

import io
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from plans import plan

from kedraft.rendering import flow, render
from kedraft.workspace import load_template


def kedraft(pages: int, template: Path) -> Callable[[], bytes]:
    """The library's own render: flatten, fill in, prove, pack."""
    ready, document = load_template(template), plan(pages)
    return lambda: render(document, ready).data


def docxtpl(pages: int, template: Path) -> Callable[[], bytes]:
    """What a script would do for each document: open the template, render a ready context, save."""
    from docxtpl import DocxTemplate

    context = flow(plan(pages), load_template("ke-hoach").page)._asdict()
    source = template.read_bytes()

    def loop() -> bytes:
        document = DocxTemplate(io.BytesIO(source))
        document.render(dict(context), autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return loop


ENGINES = {"kedraft": kedraft, "docxtpl": docxtpl}


def peak() -> int:
    """The most memory that this process has held, in bytes; what it had before it became this program does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(engine: str) -> None:
    """Answers until its input ends."""
    ready: dict[int, Callable[[], bytes]] = {}
    for line in sys.stdin:
        job = json.loads(line)
        if job["pages"] not in ready:
            ready[job["pages"]] = ENGINES[engine](job["pages"], Path(job["template"]))
        action = ready[job["pages"]]
        result = b""
        start = time.process_time()
        for _ in range(job["n"]):
            result = action()
        seconds = time.process_time() - start
        if job.get("out"):
            Path(job["out"]).write_bytes(result)
        print(json.dumps({"seconds": seconds, "peak": peak()}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
