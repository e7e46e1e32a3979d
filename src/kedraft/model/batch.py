"""Soạn hàng loạt - what came of one draft file for many localities."""

from enum import StrEnum

from kedraft.model.base import Frozen, Words
from kedraft.model.finding import Finding


class BatchStatus(StrEnum):
    """`written`: new or changed; `unchanged`: the file already stood there; `failed`: no file is handed out."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class BatchResult(Frozen):
    """One locality's outcome. `file` is the name inside the output folder, None when none was handed out.

    `code`: the unit's official code; `name`: in full, `xã Ba Sơn, tỉnh Lạng Sơn`; `group`: the class it was drafted with;
    `proved`: whether the written file was imported again and compared in full. `pdf` is the name of the PDF beside the file.
    """

    code: Words | None
    name: Words
    province: Words
    file: Words | None
    status: BatchStatus
    findings: tuple[Finding, ...] = ()
    group: Words = ""
    proved: bool = False
    pdf: Words | None = None


class BatchReport(Frozen):
    """All outcomes in the order of the table, and what a reader needs to judge them.

    `stopped`: a person stopped the run (Ctrl-C); localities that were not reached have no result, and the next run goes on with them.
    `leftover`: files of earlier runs whose localities the table no longer has; they are left where they are.
    """

    draft_file: Words
    subject: Words
    folder: Words
    results: tuple[BatchResult, ...]
    classes: int = 0
    seconds: float = 0.0
    stopped: bool = False
    leftover: tuple[Words, ...] = ()
