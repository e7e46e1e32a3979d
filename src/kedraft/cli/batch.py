"""kedraft batch: one draft file for every locality of a table, a province or the country."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from kedraft.batch import BatchJob
    from kedraft.model.batch import BatchReport, BatchResult
    from kedraft.model.localities import LocalityRow
    from kedraft.report.batch_faults import Fault
    from kedraft.units import UnitTable

REPORTS = ("report.html", "report.json", "report.xlsx")


class Prove(StrEnum):
    """On which files the full proof runs."""

    SAMPLE = "sample"
    ALL = "all"


def command(
    file: Annotated[Path, typer.Argument(metavar="DRAFT.yaml", help="Phiếu kế thừa.")],
    localities: Annotated[
        str,
        typer.Option(
            "--localities",
            metavar="BẢNG",
            help="Bảng địa phương (.xlsx, .csv, .yaml); hoặc “province:Lạng Sơn”: mọi xã của một tỉnh; hoặc all: cả nước.",
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Thư mục chứa kết quả.")],
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Số tiến trình chạy song song.")] = 1,
    pdf: Annotated[bool, typer.Option("--pdf", help="Xuất thêm bản PDF (cần LibreOffice).")] = False,
    prove: Annotated[
        Prove,
        typer.Option(
            "--prove",
            metavar="sample|all",
            help="Đọc lại và đối chiếu trọn vẹn: sample: mỗi nhóm địa phương một tệp và một số tệp mẫu; all: mọi tệp.",
        ),
    ] = Prove.SAMPLE,
    units: Annotated[
        Path | None, typer.Option("--units", metavar="TỆP", help="Bảng đơn vị hành chính bổ sung của cơ quan.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Soạn hàng loạt: một phiếu kế thừa, mỗi địa phương một tệp Word, kèm báo cáo còn thiếu gì, ở đâu.

    Mã thoát: 0 sạch; 1 có lỗi trong dự thảo hoặc có địa phương chưa soạn được; 2 dùng sai, không đọc được, hoặc dừng giữa chừng (Ctrl-C).
    """
    from kedraft.batch import draft_all
    from kedraft.cli import say
    from kedraft.report.batch_faults import Standing, faults, standing
    from kedraft.report.batch_json import batch_rows

    _refuse_name(output)
    job = _job(file, localities, units)
    _refuse_reports(job, (Path(localities), *((units,) if units else ())), output, force=force)
    with _progress(len(job.rows)) as tell:
        report = draft_all(job, output, jobs=jobs, pdf=pdf, prove=prove.value, force=force, on_result=tell)
    found = faults(report)
    _write_reports(report, found, file, output, pdf=pdf, force=force)
    if as_json:
        say.as_json(batch_rows(report))
    else:
        _tell(report, found, output)
    if report.stopped:
        print(_stopped(report, len(job.rows)), file=sys.stderr)
        return 2
    return int(any(standing(result) in (Standing.FAULTY, Standing.FAILED) for result in report.results))


# --- what is asked for -----------------------------------------------------------------------------------------------


def _job(file: Path, what: str, units: Path | None) -> "BatchJob":
    """What is drafted and for whom; the rows are looked up on the draft's date."""
    from dataclasses import replace

    from kedraft.batch import batch_job
    from kedraft.cli.own_units import unit_table
    from kedraft.errors import DataInvalid
    from kedraft.lint.run import as_rule_id
    from kedraft.localities.distribution import shared_out
    from kedraft.vietnamese.dates import first_day
    from kedraft.workspace import read_bytes

    job = batch_job(file, ())
    spec = job.spec.value
    table = unit_table(units, job.spec)
    rows = _rows(what, first_day(spec.document.date), table)
    shared = shared_out(rows, spec.distribute, job.parent, tuple(map(as_rule_id, spec.overrides)))
    if shared.findings:
        raise DataInvalid(job.spec.located(shared.findings))
    own = units or (file.parent / spec.units if spec.units else None)
    if own is None:
        return replace(job, rows=shared.rows)
    return replace(job, rows=shared.rows, units=table, inputs=(*job.inputs, read_bytes(own)))


def _rows(what: str, on: "date", table: "UnitTable") -> "tuple[LocalityRow, ...]":
    from kedraft.errors import KedraftError
    from kedraft.localities.rows import rows_of
    from kedraft.workspace.localities import SUFFIXES, load_localities

    asked = what.strip()
    if asked == "all" or asked.startswith("province:"):
        return rows_of(asked, on, table)
    path = Path(asked)
    if path.suffix.lower() in SUFFIXES or path.is_file():
        return load_localities(path, on, table=table)
    raise KedraftError(
        f"“{what}” không phải là bảng địa phương; sau --localities ghi tên tệp {', '.join(SUFFIXES)}, "
        f"hoặc “province:{asked.rpartition(':')[2].strip() or 'Lạng Sơn'}” (mọi xã của một tỉnh), hoặc all (cả nước)."
    )


# --- where it goes ---------------------------------------------------------------------------------------------------


def _refuse_name(folder: Path) -> None:
    """Raises `OutputRefused` for a folder whose name holds letters that no report can print."""
    from kedraft.errors import OutputRefused

    if not str(folder).isprintable():
        raise OutputRefused(
            f"Tên thư mục sau -o có ký tự không in được ({str(folder)!a}); gõ lại, chỉ dùng chữ, số và dấu cách thường."
        )


def _refuse_reports(job: "BatchJob", tables: tuple[Path, ...], folder: Path, *, force: bool) -> None:
    """Raises `OutputRefused` before anything is drafted: a report is one of the files that are read, or may not be written."""
    from kedraft.workspace import refuse_output, signature_of
    from kedraft.workspace.reports import refuse_reports

    read = (
        *job.sources,
        *tables,
        *((job.draft_file.parent / job.spec.value.units,) if job.spec.value.units else ()),
    )
    for target in (folder / name for name in REPORTS):
        refuse_output(target, suffixes=(target.suffix,), inputs=tuple(one for one in read if one.is_file()))
    refuse_reports(folder, signature_of(job.draft_file, folder / REPORTS[0]), REPORTS, force=force)


def _write_reports(
    report: "BatchReport", found: "tuple[Fault, ...]", file: Path, folder: Path, *, pdf: bool, force: bool
) -> None:
    from kedraft.report.batch_html import batch_html
    from kedraft.report.batch_json import batch_json
    from kedraft.report.batch_xlsx import batch_xlsx
    from kedraft.workspace import signature_of
    from kedraft.workspace.reports import write_reports

    made = (batch_html(report, found, pdf=pdf).encode(), batch_json(report).encode(), batch_xlsx(report, found))
    signature = signature_of(file, folder / REPORTS[0])
    write_reports(folder, signature, dict(zip(REPORTS, made, strict=True)), force=force)


# --- what is said ----------------------------------------------------------------------------------------------------


@contextmanager
def _progress(total: int) -> "Iterator[Callable[[BatchResult], None]]":
    """A bar with rate and remaining time on a terminal; elsewhere nothing."""
    from kedraft.cli import say

    err = say.console(err=True)
    if not err.is_terminal:
        yield lambda _: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f} dự thảo/giây" if task.speed else "", style="dim")

    columns = (
        TextColumn("Đang soạn"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TextColumn("còn"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda _: bar.advance(task)


def _tell(report: "BatchReport", found: "tuple[Fault, ...]", folder: Path) -> None:
    """What was done, where the drafts stand, the three faults that concern most localities, and where to read on."""
    from kedraft.cli import say
    from kedraft.report.batch_faults import STANDINGS, grouped, standings

    out = say.console()
    out.print(f"{_done(report)}; {_seconds(report.seconds)}.", style="bold")
    counts = standings(report)
    out.print(" · ".join(f"{name} {grouped(counts[one])}" for one, name in STANDINGS.items() if counts[one]))
    _tell_faults(out, found)
    if report.leftover:
        out.print(
            f"{len(report.leftover)} tệp của lần chạy trước không còn địa phương trong bảng; xem trong báo cáo.",
            style="yellow",
        )
    out.print(f"Việc phải làm, từng địa phương, lọc và mở tệp: {folder / REPORTS[0]}", style="bold green")


def _done(report: "BatchReport") -> str:
    """`Đã ghi 60 tệp, giữ nguyên 4, chưa soạn được 1`."""
    from collections import Counter

    from kedraft.model.batch import BatchStatus
    from kedraft.report.batch_faults import grouped

    counts = Counter(result.status for result in report.results)
    parts = [f"Đã ghi {grouped(counts[BatchStatus.WRITTEN])} tệp"]
    if counts[BatchStatus.UNCHANGED]:
        parts.append(f"giữ nguyên {grouped(counts[BatchStatus.UNCHANGED])} tệp không có gì đổi")
    if counts[BatchStatus.FAILED]:
        parts.append(f"chưa soạn được {grouped(counts[BatchStatus.FAILED])} địa phương")
    return ", ".join(parts)


def _tell_faults(out: "Console", found: "tuple[Fault, ...]") -> None:
    from kedraft.model.finding import Severity
    from kedraft.report.batch_faults import SEVERITIES, grouped

    tasks = [one for one in found if one.severity is not Severity.INFO]
    if not tasks:
        return
    shown = sorted(tasks, key=lambda one: -one.localities)[:3]
    out.print(f"VIỆC PHẢI LÀM ({len(tasks)})" + (", nhiều nhất:" if len(tasks) > len(shown) else ":"), style="bold")
    for one in shown:
        style = "bold red" if one.severity is Severity.ERROR else "yellow"
        out.print(f"  • {SEVERITIES[one.severity]}, {grouped(one.localities)} địa phương: {one.title}", style=style)
        if one.place or one.source:
            out.print(f"    {one.place or one.source}", style="dim")


def _seconds(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest} giây" if minutes else f"{seconds:.1f} giây".replace(".", ",")


def _stopped(report: "BatchReport", asked: int) -> str:
    from kedraft.report.batch_faults import grouped

    return (
        f"Đã dừng theo yêu cầu: xong {grouped(len(report.results))} trên {grouped(asked)} địa phương; không có tệp nào bị ghi dở. "
        "Chạy lại đúng lệnh cũ để làm tiếp từ chỗ dừng."
    )
