"""Batches: one draft file for 10 to 3,321 communes, beside the merge alone of a docxtpl loop over the same plan.

    python bench/batch.py --run DRAFT OUT COUNT JOBS     one batch in this process, its cost as JSON (start-up included)
    python bench/batch.py --stages DRAFT COUNT           what its stages cost

The plan is a ministry's, written for the benchmark: nothing of it is a real document.
"""

import atexit
import io
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from plans import roman, sections_of, source_text

ON = date(2026, 2, 1)
#: Every commune of the country on that day.
ALL = 3321
COUNTS = (10, 100, 1000, ALL)
#: Paragraphs of the parent that give a child of so many pages, counted in the PDF that LibreOffice makes.
PARAGRAPHS = {3: 42, 10: 168, 50: 882}
_HEAD = {
    "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN": "BỘ KHOA HỌC VÀ CÔNG NGHỆ",
    "Số: 07/KH-UBND": "Số: 07/KH-BKHCN",
    "Lạng Sơn, ngày": "Hà Nội, ngày",
    "trên địa bàn tỉnh năm 2026": "năm 2026",
    "Ủy ban nhân dân tỉnh ban hành": "Bộ Khoa học và Công nghệ ban hành",
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH": "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG",
    "- Các sở, ban, ngành;": "- Ủy ban nhân dân các tỉnh, thành phố;",
}
_DRAFT = """\
parent: ke-hoach-cap-tren.txt
locality: {{commune: Ba Sơn, province: Lạng Sơn}}
document:
  subject: Phổ cập kỹ năng số cho người dân trên địa bàn {{đơn vị}} năm 2026
  date: 2026-02
sections:
{inherited}
  - heading: TỔ CHỨC THỰC HIỆN
    text: |
      1. Phòng Văn hóa - Xã hội
      - Tham mưu Ủy ban nhân dân {{đơn vị}} theo dõi, đôn đốc, tổng hợp kết quả, báo cáo trước ngày 15/12/2026.
      2. Công an {{đơn vị}}
      - Hướng dẫn người dân {{tên}} cài đặt, sử dụng ứng dụng định danh điện tử trước ngày 30/9/2026.
      3. {{xã: Các thôn | phường: Các tổ dân phố | khác: Các thôn, tổ dân phố}}
      - Lập danh sách người dân cần hướng dẫn trước ngày 15/3/2026; chịu trách nhiệm trước Ủy ban nhân dân {{cấp}}.
"""


def batch_files(folder: Path, pages: int) -> Path:
    """Writes parent and draft file; the draft file's path."""
    folder.mkdir(parents=True, exist_ok=True)
    text = source_text(PARAGRAPHS[pages]).decode()
    for ours, theirs in _HEAD.items():
        assert ours in text, ours
        text = text.replace(ours, theirs)
    (folder / "ke-hoach-cap-tren.txt").write_text(text, encoding="utf-8")
    sections = range(1, sections_of(PARAGRAPHS[pages]) + 1)
    inherited = "\n".join(f"  - inherit: {roman(number)}\n    mode: adapt" for number in sections)
    draft = folder / "draft.yaml"
    draft.write_text(_DRAFT.format(inherited=inherited), encoding="utf-8")
    return draft


# --- one batch, in a process of its own ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Batch:
    """A whole process: seconds of CPU and on the clock, peak memory in bytes, localities written and classes."""

    count: int
    cpu: float
    clock: float
    peak: int
    classes: int

    @property
    def each(self) -> float:
        """Seconds of CPU for one document, everything counted."""
        return self.cpu / self.count


def batch(draft: Path, count: int, jobs: int = 1) -> Batch:
    """Drafts for so many communes, spread over the country, in a fresh process and a fresh folder."""
    with _fresh() as out:
        return _run(draft, out, count, jobs)


def twice_in_one_folder(draft: Path, count: int) -> tuple[Batch, Batch]:
    """The same batch twice, the second time over its own unchanged files."""
    with _fresh() as out:
        return _run(draft, out, count, 1), _run(draft, out, count, 1)


def _run(draft: Path, out: Path, count: int, jobs: int) -> Batch:
    began = time.perf_counter()
    command = [sys.executable, __file__, "--run", str(draft), str(out), str(count), str(jobs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-800:])
    said = json.loads(done.stdout)
    return Batch(count, said["cpu"], time.perf_counter() - began, said["peak"], said["classes"])


@contextmanager
def _fresh() -> Iterator[Path]:
    """A folder on the disk of the checkout, removed when this process ends.

    Not before: a file system without a journal looks at each file that was removed in the last minutes when it makes a new one, so
    that whoever removes thousands of files between two measures measures that.
    """
    home = Path(__file__).parent / ".cache"
    home.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=home, prefix="batch-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    yield folder / "out"


def run(draft: str, out: str, count: str, jobs: str) -> None:
    """One batch in this process."""
    from kedraft.batch import batch_job, draft_all

    report = draft_all(batch_job(Path(draft), _rows(int(count))), Path(out), jobs=int(jobs))
    assert all(result.status.value != "failed" for result in report.results)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = time.process_time() + children.ru_utime + children.ru_stime
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"cpu": cpu, "peak": _own_peak() or peak * 1024, "classes": report.classes}))


def _own_peak() -> int | None:
    """The most that this program has held; what its launcher held before does not count."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def _rows(count: int) -> Any:
    from kedraft.localities.rows import rows_of

    rows = rows_of("all", ON)
    return tuple(rows[at * len(rows) // count] for at in range(count))


# --- the loop that merges a ready context ----------------------------------------------------------------------------


def loop(draft: Path) -> Callable[[], bytes]:
    """docxtpl's own way for each document: open the template, render a ready context, save. Equality comes first."""
    from docxtpl import DocxTemplate
    from engines import prove_equal
    from tags import for_docxtpl

    from kedraft.batch import batch_job
    from kedraft.batch.full import drafted
    from kedraft.batch.places import Places
    from kedraft.rendering import flow, render
    from kedraft.workspace import find_template, load_template

    rows = _rows(10)
    job = batch_job(draft, rows)
    found, _ = drafted(job, rows[3], Places(ON).locality(rows[3]))
    template = load_template("ke-hoach")
    context = flow(found.plan, template.page)._asdict()
    source = for_docxtpl((find_template("ke-hoach") / "template.docx").read_bytes())

    def merge() -> bytes:
        document = DocxTemplate(io.BytesIO(source))
        document.render(dict(context), autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    prove_equal("docxtpl", render(found, template).data, merge())
    return merge


def merge_seconds(merge: Callable[[], bytes], count: int) -> float:
    """CPU seconds of one merge: the median of so many."""
    spent = []
    for _ in range(count):
        start = time.process_time()
        merge()
        spent.append(time.process_time() - start)
    return median(spent)


# --- side by side ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Beside:
    """Batches of one length of plan, and the merge alone of one document, measured between them."""

    pages: int
    merge: float
    batches: tuple[Batch, ...]
    twice: Batch | None = None
    again: Batch | None = None

    @property
    def largest(self) -> Batch:
        """The batch with most communes."""
        return self.batches[-1]

    def ahead(self, one: Batch) -> float:
        """How many times faster the whole batch is than the merges alone would be."""
        return self.merge * one.count / one.cpu


def beside(folder: Path, pages: int, counts: tuple[int, ...], *, sample: int, two: bool = False) -> Beside:
    """Batches and merges in turn; with `two` the largest batch once more in two processes."""
    draft = batch_files(folder / str(pages), pages)
    merge = loop(draft)
    merges, batches = [], []
    for count in counts:
        merges.append(merge_seconds(merge, sample))
        first, again = twice_in_one_folder(draft, count) if count == counts[-1] else (batch(draft, count), None)
        batches.append(first)
    merges.append(merge_seconds(merge, sample))
    return Beside(pages, median(merges), tuple(batches), batch(draft, counts[-1], jobs=2) if two else None, again)


# --- stage by stage --------------------------------------------------------------------------------------------------


def stages(draft: Path, count: int) -> dict[str, float]:
    """CPU seconds of each stage of one batch, in a fresh process."""
    command = [sys.executable, __file__, "--stages", str(draft), str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def run_stages(draft: str, count: str) -> None:
    """The stages in this process, one after another."""
    from kedraft.batch import batch_job
    from kedraft.batch.classes import Classing, Member
    from kedraft.batch.drafting import Desk
    from kedraft.batch.places import Places, file_name
    from kedraft.workspace.folder import Folder, Made

    spent = {"start-up": time.process_time()}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        spent[name] = time.process_time() - start
        return result

    rows = timed("units of the country", lambda: _rows(int(count)))
    job = timed("draft file, parent, template", lambda: batch_job(Path(draft), rows))
    places = Places(ON)
    members = timed("localities", lambda: [Member(at, row, places.locality(row)) for at, row in enumerate(rows)])
    groups = timed("classes", lambda: Classing(job).classes(members))
    with _fresh() as out:
        out.mkdir()
        desk = Desk.of(job, Folder.opened(out, "draft.yaml"), "sample", False)
        moulds = timed(
            "moulds, their proofs and witnesses",
            lambda: [desk._mould(group) for group in groups],
        )
        pairs = [
            (mould, [one for one in group.members if one.at not in group.odd])
            for mould, group in zip(moulds, groups, strict=True)
            if mould
        ]
        fitting = timed("rules that read names", lambda: {at for mould, some in pairs for at in mould.fitting(some)})
        short = [(mould, one) for mould, some in pairs for one in some if one.at in fitting]
        made = timed("fill, render, prove", lambda: [(one, mould.fill(one)[0]) for mould, one in short])
        with desk.folder.writing(0) as writer:

            def write() -> None:
                for one, data in made:
                    writer.put(Made(file_name(one.locality), data, job.digest_for(one.row)))
                    if writer.full:
                        writer.flush()
                writer.flush()

            timed("write", write)
        long_way = [
            (mould, one)
            for mould, group in zip(moulds, groups, strict=True)
            for one in group.members
            if one.at not in fitting
        ]
        name = f"the long way: {len(long_way)} localities"
        timed(name, lambda: [desk._long_way(one, mould) for mould, one in long_way])
    print(json.dumps(spent))


if __name__ == "__main__":
    {"--run": run, "--stages": run_stages}[sys.argv[1]](*sys.argv[2:])
