"""kedraft outline: the tree as a person checks it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kedraft.cli.options import Revisions

if TYPE_CHECKING:
    from rich.console import Console

    from kedraft.model.parsed import ParsedNode, ParsedPlan

_WIDTH = 96


def command(
    file: Annotated[str, typer.Argument(metavar="TỆP", help="Kế hoạch cần xem; dấu - là đầu vào chuẩn.")],
    revisions: Annotated[
        Revisions,
        typer.Option(
            "--revisions", metavar="final|original", help="Văn bản còn theo dõi sửa đổi: đọc bản sau hay trước khi sửa."
        ),
    ] = Revisions.FINAL,
    depth: Annotated[int, typer.Option("--depth", metavar="SỐ", help="Số cấp đề mục in ra.")] = 9,
) -> int:
    """In cây đề mục: mã để dùng trong phiếu kế thừa, số thứ tự như bản gốc, những chữ đầu, và những gì còn nghi ngờ."""
    from kedraft.cli import say
    from kedraft.cli.files import YAML, parsed_plan
    from kedraft.model.parsed import Verdict

    if Path(file).suffix.lower() in YAML:
        return _from_data(Path(file), depth)
    parsed = parsed_plan(file, revisions)
    if parsed.verdict is Verdict.NOT_A_PLAN:
        typer.echo(f"{parsed.source}: {parsed.reason}", err=True)
        return 2
    out = say.console()
    _head(out, parsed)
    doubtful: set[str | None] = {finding.where.field for finding in parsed.findings if finding.where.field}
    for node in parsed.sections:
        _node(out, node, 0, depth, doubtful)
    for annex in parsed.annexes:
        out.print(f"{annex.id:<12} {annex.label or 'Phụ lục'}: {_short(annex.heading or '')}", style="bold")
        for node in annex.nodes:
            _node(out, node, 1, depth, doubtful)
    _foot(out, parsed)
    if parsed.findings:
        out.print()
        say.show_findings(parsed.findings, to=out)
    return say.code(parsed.findings)


def _from_data(path: Path, depth: int) -> int:
    """Plan data has no doubts left: only its tree is shown."""
    from kedraft.cli import say
    from kedraft.cli.files import parent_plan
    from kedraft.model.plan import Item

    out = say.console()
    plan = parent_plan(path)
    out.print(f"{plan.document_type}: {plan.subject}", style="bold")

    def show(item: Item, level: int) -> None:
        out.print(f"{'  ' * level}{item.id:<{max(4, 14 - 2 * level)}} {item.label or ''} {_short(item.words)}")
        if level + 1 < depth:
            for child in item.children:
                show(child, level + 1)

    for section in plan.sections:
        show(section, 0)
    return 0


def _head(out: "Console", plan: "ParsedPlan") -> None:
    number = f"{plan.number or '…'}/{plan.symbol or '…'}"
    rows = [
        ("Cơ quan ban hành", " / ".join(part for part in (plan.superior, plan.issuer) if part) or None),
        ("Số, ký hiệu", number if plan.symbol or plan.number else None),
        ("Địa danh, ngày", ", ".join(part for part in (plan.place, plan.date) if part) or None),
        ("Trích yếu", plan.subject),
        ("Ban hành kèm", plan.wrapped_in),
    ]
    for title, value in rows:
        if value is None and title == "Ban hành kèm":
            continue
        out.print(f"{title + ':':<18} ", end="")
        out.print(value or "không thấy", style=None if value else "yellow")
    cites = sum(len(paragraph.cites) for paragraph in (*plan.legal_bases, *plan.opening))
    out.print(f"{'Viện dẫn:':<18} {cites} lượt văn bản trong phần mở đầu")
    out.print()


def _node(out: "Console", node: "ParsedNode", level: int, depth: int, doubtful: set[str | None]) -> None:
    indent = "  " * level
    if node.table:
        words = f"[bảng {len(node.table.rows)} dòng] {_short(' | '.join(node.table.grid()[0]))}"
    else:
        heading = node.heading.text if node.heading else ""
        text = node.text.text if node.text else ""
        words = " ".join(part for part in (heading, text) if part)
    style = "bold" if node.heading and level == 0 else None
    mark = " ← xem lại" if node.id in doubtful else ""
    line = f"{indent}{node.id:<{max(6, 14 - 2 * level)}} {node.label or ' '} {_short(words, _WIDTH - 2 * level)}"
    out.print(line + mark, style="yellow" if mark else style)
    if level + 1 < depth:
        for child in node.children:
            _node(out, child, level + 1, depth, doubtful)


def _foot(out: "Console", plan: "ParsedPlan") -> None:
    tables = sum(node.table is not None for node in plan.walk())
    out.print()
    out.print(
        f"Chỉ tiêu: {len(plan.targets)} · nhiệm vụ có cơ quan chủ trì: {len(plan.tasks)} · chế độ báo cáo: {len(plan.reporting)} · bảng: {tables} · "
        f"phụ lục: {len(plan.annexes)}"
    )
    signed = " / ".join(
        (*plan.authority, *(part for part in (plan.position, plan.second_position, plan.signed_by) if part))
    )
    out.print(f"Người ký: {signed or 'không thấy'} · nơi nhận: {len(plan.recipients)}")
    aside = sum(len(one.text.split()) for one in plan.set_aside)
    if aside:
        out.print(
            f"Để riêng, không thuộc kế hoạch: {len(plan.set_aside)} đoạn, {aside} chữ (xem bằng `kedraft import … --json`)"
        )


def _short(text: str, width: int = _WIDTH) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
