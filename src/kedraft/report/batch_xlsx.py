"""A batch as an Excel workbook: summary, localities with links to their files, and every finding in a row of its own. Same input, same bytes."""

from collections.abc import Iterator, Sequence

from kedraft.model.batch import BatchReport
from kedraft.report.batch_faults import (
    SEVERITIES,
    STANDINGS,
    Fault,
    Standing,
    faults_of_rows,
    file_url,
    kind_of,
    standing,
    standings,
    tally,
    unit_and_chain,
)
from kedraft.report.batch_sheets import Cell, Look, Sheet, workbook

_COLOURS = {
    Standing.READY: Look.GREEN,
    Standing.LOOK: Look.AMBER,
    Standing.FAULTY: Look.RED,
    Standing.FAILED: Look.PURPLE,
}
_TASKS = ("Việc", "Mức độ", "Nội dung", "Số địa phương", "Tệp cần sửa", "Chỗ cần sửa", "Căn cứ", "Quy tắc")
_LOCALITIES = ("STT", "Mã", "Địa phương", "Loại", "Thuộc", "Tình trạng", "Rà soát", "Tệp Word", "Việc phải làm")
_FINDINGS = (
    "Việc",
    "Mức độ",
    "Địa phương",
    "Thuộc",
    "Nội dung",
    "Tệp cần sửa",
    "Chỗ cần sửa",
    "Căn cứ",
    "Quy tắc",
)

_Value = str | int | None


def batch_xlsx(report: BatchReport, found: tuple[Fault, ...]) -> bytes:
    """The whole workbook. `found`: the report's faults."""
    return workbook(
        (
            Sheet("Tóm tắt", (8, 14, 80, 16, 30, 26, 34, 16), _summary(report, found), filtered=False),
            Sheet("Địa phương", (7, 10, 30, 12, 26, 22, 28, 44, 18), _localities(report, found)),
            Sheet("Rà soát", (8, 12, 28, 26, 80, 28, 24, 34, 16), _findings(report, found)),
        )
    )


def _line(values: Sequence[_Value], look: Look = Look.PLAIN) -> list[Cell]:
    return [Cell(value, look) for value in values]


def _summary(report: BatchReport, found: tuple[Fault, ...]) -> Iterator[Sequence[Cell]]:
    """How many stand where, then what there is to do, the gravest first."""
    counts = standings(report)
    yield _line((None, None, "KẾT QUẢ SOẠN HÀNG LOẠT"), Look.BOLD)
    yield _line((None, None, report.subject), Look.BOLD)
    yield _line((None, None, f"Phiếu kế thừa: {report.draft_file}"))
    yield _line((None, None, "Tổng số địa phương", len(report.results)))
    for one, name in STANDINGS.items():
        yield _line((None, None, name, counts[one]), _COLOURS[one])
    yield ()
    yield _line(_TASKS, Look.TITLE)
    for at, fault in enumerate(found, 1):
        place = fault.place or ("ghi ở trang Rà soát" if any(case.place for case in fault.cases) else None)
        told = (fault.title, fault.localities, fault.source, place, fault.citation, fault.rule)
        yield _line((at, SEVERITIES[fault.severity], *told))


def _localities(report: BatchReport, found: tuple[Fault, ...]) -> Iterator[Sequence[Cell]]:
    yield _line(_LOCALITIES, Look.TITLE)
    tasks = faults_of_rows(report, found)
    for at, result in enumerate(report.results, 1):
        stands = standing(result)
        unit, chain = unit_and_chain(result)
        yield (
            *_line((at, result.code, unit, kind_of(result), chain or result.province)),
            Cell(STANDINGS[stands], _COLOURS[stands]),
            Cell(tally(result.findings)),
            Cell(result.file, Look.LINK, file_url(result.file)) if result.file else Cell("chưa có tệp"),
            Cell(", ".join(map(str, tasks[at - 1]))),
        )


def _findings(report: BatchReport, found: tuple[Fault, ...]) -> Iterator[Sequence[Cell]]:
    yield _line(_FINDINGS, Look.TITLE)
    for at, fault in enumerate(found, 1):
        for case in fault.cases:
            unit, chain = unit_and_chain(report.results[case.row])
            named = (at, SEVERITIES[fault.severity], unit, chain or report.results[case.row].province)
            yield _line((*named, case.message, case.source, case.place, fault.citation, fault.rule))
