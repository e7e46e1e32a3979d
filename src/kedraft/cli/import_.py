"""kedraft import: a plan in any readable format to plan data."""

from pathlib import Path
from typing import Annotated

import typer

from kedraft.cli.options import Revisions


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="TỆP",
            help="Kế hoạch cấp trên: Word, PDF, HTML, .txt, .md, bản quét, .yaml; dấu - là đầu vào chuẩn.",
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PLAN.yaml", help="Ghi dữ liệu kế hoạch ra tệp YAML.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
    revisions: Annotated[
        Revisions,
        typer.Option(
            "--revisions", metavar="final|original", help="Văn bản còn theo dõi sửa đổi: đọc bản sau hay trước khi sửa."
        ),
    ] = Revisions.FINAL,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Đọc một kế hoạch thành dữ liệu có cấu trúc."""
    from kedraft.cli import say
    from kedraft.cli.files import parsed_plan, unread
    from kedraft.errors import SourceUnreadable
    from kedraft.model.parsed import Verdict
    from kedraft.pipeline import accept
    from kedraft.report.plan_json import plan_json
    from kedraft.workspace import refuse_output, signature_of, write_new
    from kedraft.workspace.yaml_out import dump_plan

    if output is not None:
        refuse_output(output, suffixes=(".yaml", ".yml"), inputs=(Path(file),) if file != "-" else ())
    try:
        parsed = parsed_plan(file, revisions)
    except SourceUnreadable as error:
        if as_json:
            say.as_json(plan_json(unread(file, error.message)))
        raise
    if output is not None and parsed.verdict is Verdict.PLAN:
        write_new(output, dump_plan(accept(parsed)).encode(), force=force, signature=signature_of(Path(file), output))
    if as_json:
        say.as_json(plan_json(parsed))
    if parsed.verdict is Verdict.NOT_A_PLAN:
        typer.echo(f"{parsed.source}: {parsed.reason}", err=True)
        return 2
    if not as_json:
        out = say.console()
        if output is not None:
            out.print(f"Đã ghi {output}")
        else:
            print(dump_plan(accept(parsed)), end="")
        if parsed.findings:
            say.show_findings(parsed.findings, to=say.console(err=output is None))
    return say.code(parsed.findings)
