"""What commands read: a file's bytes, or standard input."""

import sys
from pathlib import Path

from kedraft.cli.options import Revisions
from kedraft.errors import SourceUnreadable
from kedraft.model.parsed import ParsedPlan, Verdict
from kedraft.model.place import Location
from kedraft.model.plan import Plan, digest
from kedraft.pipeline import accept, import_plan
from kedraft.workspace import load_plan, parse_yaml, read_bytes, read_text

YAML = (".yaml", ".yml")


def parsed_plan(file: str, revisions: Revisions = Revisions.FINAL) -> ParsedPlan:
    """What a file (or `-`, standard input) says. Raises `SourceUnreadable`."""
    if file == "-":
        return import_plan(sys.stdin.buffer.read(), "đầu vào chuẩn", revisions.value)
    path = Path(file)
    return import_plan(read_bytes(path), path.name, revisions.value)


def unread(file: str, reason: str) -> ParsedPlan:
    """What a program is told of a file that could not be read: no plan, and why."""
    return ParsedPlan(source=Path(file).name, digest=digest(""), verdict=Verdict.NOT_A_PLAN, reason=reason)


def is_draft_file(path: Path) -> bool:
    """Whether a YAML file is a draft file rather than plan data: it names a parent."""
    data, _ = parse_yaml(read_text(path), path.name)
    return isinstance(data, dict) and "parent" in data and "issuing_body" not in data


def parent_plan(path: Path) -> Plan:
    """A strict plan from a document, or from plan data (.yaml). Raises what reading and accepting raise."""
    if path.suffix.lower() in YAML:
        if is_draft_file(path):
            raise SourceUnreadable(
                "Đây là phiếu kế thừa, không phải kế hoạch; chọn tệp kế hoạch cấp trên.", Location(file=path.name)
            )
        return load_plan(path)
    return accept(import_plan(read_bytes(path), path.name))
