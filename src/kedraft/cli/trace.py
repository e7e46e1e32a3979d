"""kedraft trace: parent and child side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kedraft.report.trace import Trace

_KINDS = (".html", ".docx", ".xlsx")


def command(
    file: Annotated[Path, typer.Argument(metavar="DRAFT.yaml", help="Phiếu kế thừa.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="TỆP", help="Tên tệp .html, .docx hoặc .xlsx; mặc định in tóm tắt ra màn hình."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Đối chiếu dự thảo với kế hoạch cấp trên: giữ, cụ thể hóa, viết lại, lược bỏ; chỉ tiêu; việc được giao."""
    from kedraft.cli import say
    from kedraft.cli.drafting import drafted
    from kedraft.errors import KedraftError
    from kedraft.model.place import Location
    from kedraft.report.trace import trace, trace_json
    from kedraft.workspace import refuse_output, signature_of, sources_of, write_new

    if output is not None and output.suffix.lower() not in _KINDS:
        raise KedraftError("Bảng đối chiếu ghi được ra tệp .html, .docx hoặc .xlsx.", Location(file=output.name))
    done = drafted(file)
    found = trace(done.draft)
    if output is not None:
        refuse_output(output, suffixes=_KINDS, inputs=sources_of(done.spec))
        write_new(output, _rendered(found, output.suffix.lower()), force=force, signature=signature_of(file, output))
    if as_json:
        say.as_json(trace_json(found))
        return 0
    _show(found)
    if output is not None:
        say.console().print(f"Đã ghi bảng đối chiếu: {output}", style="bold green")
    return 0


def _rendered(found: "Trace", kind: str) -> bytes:
    if kind == ".docx":
        from kedraft.report.trace_docx import trace_docx

        return trace_docx(found)
    if kind == ".xlsx":
        from kedraft.report.trace_xlsx import trace_xlsx

        return trace_xlsx(found)
    from kedraft.report.trace_html import trace_html

    return trace_html(found).encode()


def _show(found: "Trace") -> None:
    """Counts first, then what was not simply kept, then the duties that the draft does not show."""
    from kedraft.cli import say
    from kedraft.report.duties import Taking
    from kedraft.report.places import place
    from kedraft.report.rows import Fate
    from kedraft.report.trace_html import FATES, TAKINGS, clipped, summary, where

    out = say.console()
    out.print(f"{found.parent_title} → {found.child_title}", style="bold")
    for line in summary(found):
        out.print(f"• {line}", style="yellow" if line.startswith("Cần xem") else None)
    out.print("ĐỐI CHIẾU (trừ đoạn giữ nguyên)", style="bold")
    for row in found.rows:
        if row.fate is not Fate.KEPT:
            to = f" → {place(row.child)}" if row.child else ""
            out.print(f"{place(row.node):<16} {FATES[row.fate]:<14} {clipped(row.words, 60)}{to}")
    if found.duties:
        out.print("VIỆC ĐƯỢC GIAO", style="bold")
    for one in found.duties:
        where_to = f" → {where(one.nodes)}" if one.nodes else ""
        alarm = one.taking in (Taking.UNSEEN, Taking.PARTLY)
        line = f"{one.at:<16} {TAKINGS[one.taking]:<22} {clipped(one.duty.text, 60)}{where_to}"
        out.print(line, style="yellow" if alarm else None)
