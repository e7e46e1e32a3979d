"""A batch as report.json: a list with one object a locality, one line each. It tells the folder's state, not when or how often it was made."""

import json
from typing import Any

from kedraft.model.batch import BatchReport, BatchResult, BatchStatus


def batch_rows(report: BatchReport) -> list[dict[str, Any]]:
    """One object a locality, with what this run did to its file."""
    return [_row(result, result.status) for result in report.results]


def batch_json(report: BatchReport) -> str:
    """The file. A file that already stood there counts as written, so that running again leaves the report as it is."""
    rows = (_row(result, _settled(result.status)) for result in report.results)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _settled(status: BatchStatus) -> BatchStatus:
    return BatchStatus.WRITTEN if status is BatchStatus.UNCHANGED else status


def _row(result: BatchResult, status: BatchStatus) -> dict[str, Any]:
    return {
        "code": result.code,
        "name": result.name,
        "file": result.file,
        "status": status.value,
        "findings": [finding.model_dump(mode="json") for finding in result.findings],
    }
