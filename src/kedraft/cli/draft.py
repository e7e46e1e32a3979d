"""kedraft draft: the main job."""

import gc
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from kedraft.model.draft import Draft


def command(
    file: Annotated[Path, typer.Argument(metavar="DRAFT.yaml", help="Phiếu kế thừa.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="TỆP.docx", help="Tên tệp Word; mặc định đặt cạnh phiếu, theo trích yếu."
        ),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Xuất thêm bản PDF (cần LibreOffice).")] = False,
    review: Annotated[
        Path | None,
        typer.Option(
            "--review", metavar="DUYỆT.docx", help="Ghi thêm bản để duyệt: mỗi chỗ thay đổi là một chú thích của Word."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
    units: Annotated[
        Path | None, typer.Option("--units", metavar="TỆP", help="Bảng đơn vị hành chính bổ sung của cơ quan.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Soạn kế hoạch: đọc kế hoạch cấp trên, kế thừa theo phiếu, cụ thể hóa, rà soát và ghi tệp Word."""
    gc.disable()  # one document: what it makes is needed until the end
    from kedraft.cli import say
    from kedraft.cli.drafting import drafted
    from kedraft.pipeline import proof, render
    from kedraft.workspace import load_template, refuse_output, signature_of, write_all

    done = drafted(file, units)
    if output is not None:
        refuse_output(output, suffixes=(".docx",), inputs=(file, file.parent / done.spec.value.parent))
    if review is not None:
        inputs = (file, file.parent / done.spec.value.parent, *((output,) if output else ()))
        refuse_output(review, suffixes=(".docx",), inputs=inputs)
    template = load_template(done.spec.value.template, file)
    document = render(done.draft, template)
    findings = (*done.findings, *proof(document, done.spec.value.overrides))
    target = output or file.parent / document.name
    signature = signature_of(file, target)
    files = {target: document.data}
    pages = target.with_suffix(".pdf") if pdf else None
    if pages:
        from kedraft.ooxml.libreoffice import to_pdf

        files[pages] = to_pdf(document.data, target.name)
    if review is not None:
        from kedraft.report.review import review as reviewed

        files[review] = reviewed(document.data, done.draft, findings)
    write_all(files, force=force, signature=signature)
    if as_json:
        say.as_json(
            {
                "file": str(target),
                "pdf": str(pages) if pages else None,
                "review": str(review) if review else None,
                "findings": say.findings_json(findings),
                "origins": dict(_counts(done.draft)),
                "changes": _changes(done.draft),
                "dropped": [one.model_dump() for one in done.draft.dropped],
            }
        )
        return say.code(findings)
    out = say.console()
    _tell(out, done.draft)
    say.show_findings(findings, to=out)
    out.print(f"Rà soát: {say.summary(findings)}.", style="bold")
    out.print(f"Tệp Word: {target}", style="bold green")
    if pages:
        out.print(f"Bản PDF: {pages}", style="bold green")
    if review is not None:
        out.print(f"Bản để duyệt: {review}", style="bold green")
    return say.code(findings)


_NAMES = {
    "inherited": "giữ nguyên văn",
    "adapted": "cụ thể hóa",
    "replaced": "viết lại",
    "authored": "tự viết",
    "clause": "từ mẫu câu",
    "imported": "đọc từ nguồn",
}


def _counts(draft: "Draft") -> Counter[str]:
    return Counter(str(item.origin.kind) for item in draft.plan.walk())


def _changes(draft: "Draft") -> list[dict[str, str]]:
    return [
        {"node": item.id, **change.model_dump()}
        for item in draft.plan.walk()
        if item.origin.kind == "adapted"
        for change in item.origin.changes
    ]


def _tell(out: "Console", draft: "Draft") -> None:
    """What was read, and what was inherited and how."""
    from kedraft.model.origin import Adapted

    parent = draft.parent
    number = f"{parent.number.number or '…'}/{parent.number.symbol or '…'}"
    out.print("ĐÃ ĐỌC", style="bold")
    out.print(f"  Kế hoạch số {number} của {parent.issuing_body.name}")
    out.print(f"  {parent.subject}")
    out.print(
        f"  {sum(1 for _ in parent.walk())} đề mục, {len(parent.targets)} chỉ tiêu, {len(parent.reporting)} chế độ báo cáo"
    )
    out.print("KẾ THỪA", style="bold")
    counts = _counts(draft)
    out.print(
        "  "
        + ", ".join(f"{_NAMES[kind]} {counts[kind]}" for kind in _NAMES if counts[kind])
        + f"; lược bỏ {len(draft.dropped)} đề mục"
    )
    for section in draft.plan.sections:
        kinds = Counter(str(item.origin.kind) for item in section.walk())
        how = ", ".join(f"{_NAMES[kind]} {kinds[kind]}" for kind in _NAMES if kinds[kind])
        out.print(f"  {section.label or ''} {section.heading.text.rstrip(':') if section.heading else ''}: {how}")
    places: dict[tuple[str, str], list[str]] = {}
    for item in draft.plan.walk():
        for change in item.origin.changes if isinstance(item.origin, Adapted) else ():
            places.setdefault((change.before, change.after), []).append(item.id)
    if places:
        out.print("CỤ THỂ HÓA", style="bold")
    for (before, after), nodes in places.items():
        new = f"“{after}”" if after else "(bỏ)"
        out.print(f"  “{before}” → {new}  tại {', '.join(dict.fromkeys(nodes))}")
    out.print("RÀ SOÁT", style="bold")
