"""kedraft check: what the rules say of a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kedraft.model.finding import Finding, Findings


def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="TỆP…", help="Kế hoạch (.docx, .txt, .md …), dữ liệu kế hoạch hoặc phiếu kế thừa (.yaml)."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
) -> int:
    """Rà soát nội dung và thể thức, theo Nghị định 30/2020/NĐ-CP và các quy tắc của kedraft."""
    from kedraft.cli import say
    from kedraft.errors import KedraftError

    found: list[Finding] = []
    unreadable = False
    for file in files:
        try:
            found += file_findings(file)
        except KedraftError as error:
            say.problems(error)
            unreadable = True
    if as_json:
        say.as_json(say.findings_json(found))
    else:
        out = say.console()
        say.show_findings(found, to=out)
        out.print(f"Kết quả: {say.summary(found)}.", style="bold")
    return 2 if unreadable else say.code(found)


def file_findings(file: str) -> "Findings":
    """Findings of one file, each with the file's name. Raises what reading raises."""
    from kedraft.cli.files import YAML, parsed_plan
    from kedraft.errors import NotAPlan
    from kedraft.model.parsed import Verdict
    from kedraft.model.place import Location
    from kedraft.pipeline import plan_findings

    if Path(file).suffix.lower() in YAML:
        return _data_findings(Path(file))
    parsed = parsed_plan(file)
    if parsed.verdict is Verdict.NOT_A_PLAN:
        raise NotAPlan(parsed.reason or "Văn bản không phải là kế hoạch.", Location(file=parsed.source))
    return _named(plan_findings(parsed), parsed.source)


def _data_findings(path: Path) -> "Findings":
    """A draft file is drafted (nothing is written) and checked; plan data is checked as it is."""
    from kedraft.cli.drafting import drafted
    from kedraft.cli.files import is_draft_file
    from kedraft.pipeline import check
    from kedraft.workspace import load_plan

    if is_draft_file(path):
        return drafted(path).findings
    return _named(check(load_plan(path)), path.name)


def _named(findings: "Findings", name: str) -> "Findings":
    return tuple(f if f.where.file else f.evolve(where=f.where.evolve(file=name)) for f in findings)
