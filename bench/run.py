"""make bench: kedraft and plain docxtpl on the same plan in one run. Equality first, then ratios; times are medians of this machine.

The docxtpl loop is what a script would do: open the template, render, save, for each document (autoescape on, context ready). Writes
`bench/results/<part>.md`.
"""

import io
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate

ROOT = Path(__file__).resolve().parents[1]
STORY = ROOT / "examples" / "tinh-xa-2026"
sys.path.insert(0, str(ROOT))

from kedraft.cli.drafting import drafted  # noqa: E402
from kedraft.pipeline import (
    accept,
    adapt,
    check,
    follow_references,
    inherit,
    load_template,
    locate_for,
    parse,
    read,
    render,
)  # noqa: E402
from kedraft.render import flow  # noqa: E402
from tests.unit.render.test_word import as_docxtpl_reads_it, canonical_parts  # noqa: E402

Row = tuple[str, float, str]


def median(action: Callable[[], object], rounds: int) -> float:
    """Median seconds of one call, garbage and warm-up aside."""
    action()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def renders() -> list[Row]:
    """One finished document: the docxtpl loop against render."""
    plan = drafted(STORY / "draft.yaml").draft.plan
    source = (ROOT / "templates" / "ke-hoach" / "template.docx").read_bytes()
    plain = as_docxtpl_reads_it(source)
    template = load_template(ROOT / "templates" / "ke-hoach")
    context = flow(plan, template.page)._asdict()

    def theirs() -> bytes:
        document = DocxTemplate(io.BytesIO(plain))
        document.render(dict(context), autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    def ours() -> bytes:
        return render(plan, template).data

    assert _same(ours(), theirs()), "the two engines must write the same document before they are timed"
    loop, fast = median(theirs, 25), median(ours, 200)
    return [
        ("docxtpl: open, render, save", loop, "1"),
        ("kedraft: flow, render, prove, pack", fast, f"{loop / fast:.1f} times faster"),
    ]


def _same(ours: bytes, theirs: bytes) -> bool:
    mine, other = canonical_parts(ours), canonical_parts(theirs)
    return all(mine[name] == other[name] for name in mine if name.endswith(".xml") and name != "docProps/core.xml")


def stages() -> list[Row]:
    """The sentence, stage by stage, on the shipped story."""
    name = "ke-hoach-cap-tren.docx"
    data = (STORY / name).read_bytes()
    spec = drafted(STORY / "draft.yaml").spec.value
    place = locate_for(spec)
    template = load_template(ROOT / "templates" / "ke-hoach")
    source = read(data, name)
    parsed = parse(source)
    parent = accept(parsed)
    raw = inherit(parent, spec, locality=place)
    draft = follow_references(adapt(raw, place))
    steps: list[tuple[str, Callable[[], object]]] = [
        ("read", lambda: read(data, name)),
        ("parse", lambda: parse(source)),
        ("accept", lambda: accept(parsed)),
        ("inherit", lambda: inherit(parent, spec, locality=place)),
        ("adapt", lambda: adapt(raw, place)),
        ("follow_references", lambda: follow_references(adapt(raw, place))),
        ("check", lambda: check(draft)),
        ("render", lambda: render(draft, template)),
    ]
    return [(name, median(action, 20), "") for name, action in steps]


def growth() -> list[Row]:
    """How the cost of reading and parsing grows with the text."""
    rows: list[Row] = []
    small = 0.0
    for count in (500, 5000):
        data = _long_plan(count).encode()
        seconds = median(lambda data=data: parse(read(data, "plan.txt")), 3)  # type: ignore[misc]
        ratio = f"{seconds / small:.1f} times 500" if small else ""
        small = small or seconds
        rows.append((f"read and parse a text of {count} paragraphs", seconds, ratio))
    return rows


def _long_plan(paragraphs: int) -> str:
    head = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 07/KH-UBND\n\n"
    head += "Lạng Sơn, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\n\nCông tác văn thư năm 2026\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n"
    body = ["I. NHIỆM VỤ"]
    for n in range(1, paragraphs // 4 + 1):
        body += [
            f"{n}. Nhiệm vụ số {n}",
            "- Chủ trì, phối hợp với các cơ quan tổ chức thực hiện trước ngày 15/6/2026.",
            "- Đạt 90% chỉ tiêu.",
            "- Báo cáo kết quả.",
        ]
    foot = "\n\nTrên đây là Kế hoạch./.\n\nNơi nhận:\n- Các sở;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n"
    return head + "\n\n".join(body) + foot


def cold() -> list[Row]:
    """A whole process: validated draft against a bare, unvalidated docxtpl script on the same template."""
    plain = ROOT / "bench" / "results" / "plain.docx"
    plain.parent.mkdir(exist_ok=True)
    plain.write_bytes(as_docxtpl_reads_it((ROOT / "templates" / "ke-hoach" / "template.docx").read_bytes()))
    script = f"from docxtpl import DocxTemplate; DocxTemplate({str(plain)!r})"
    out = str(plain.with_suffix(".out.docx"))
    runs = {
        "import docxtpl and open the template": [sys.executable, "-c", script],
        "kedraft draft, everything": [
            sys.executable,
            "-m",
            "kedraft",
            "draft",
            str(STORY / "draft.yaml"),
            "-o",
            out,
            "--force",
        ],
        "kedraft --help": [sys.executable, "-m", "kedraft", "--help"],
    }
    rows = [
        (name, median(lambda c=command: subprocess.run(c, check=True, capture_output=True), 5), "")
        for name, command in runs.items()
    ]  # type: ignore[misc]
    for left in (plain, Path(out), plain.parent / ".kedraft"):
        left.unlink(missing_ok=True)
    return rows


def table(title: str, rows: list[Row]) -> str:
    """Rows as Markdown, in milliseconds."""
    lines = [f"## {title}", "", "| | ms | |", "| --- | ---: | --- |"]
    lines += [f"| {name} | {seconds * 1000:.2f} | {note} |" for name, seconds, note in rows]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Runs every part and writes the tables."""
    parts = [
        ("One document, same words in every part", renders()),
        ("The sentence, stage by stage", stages()),
        ("Growth", growth()),
        ("Whole processes", cold()),
    ]
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    )
    text = (
        f"# Benchmarks\n\n{machine}. Written by `make bench`; ratios inside one run are what counts.\n\n"
        + "\n".join(table(*part) for part in parts)
    )
    folder = ROOT / "bench" / "results"
    folder.mkdir(exist_ok=True)
    (folder / "README.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
