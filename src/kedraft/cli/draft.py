"""kedraft draft: the main job."""

import gc
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from kedraft.model.document import RenderedDocument
    from kedraft.model.draft import Draft
    from kedraft.model.finding import Findings


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
    from kedraft.lint.run import told_once
    from kedraft.pipeline import proof, render
    from kedraft.workspace import load_template, sources_of

    done = drafted(file, units)
    sources = sources_of(done.spec, units)
    _refuse((output, None, review), sources)
    document = render(done.draft, load_template(done.spec.value.template, file))
    target = output or file.parent / document.name
    document = document.evolve(name=target.name)
    findings = told_once(done.findings, proof(document, done.spec.value.overrides))
    made = _Made(target, target.with_suffix(".pdf") if pdf else None, review)
    _refuse(made, sources)
    _write(made, document, done.draft, findings, file, force=force)
    if as_json:
        say.as_json(_as_data(made, done.draft, findings))
    else:
        _tell(say.console(), done.draft)
        _conclude(say.console(), made, findings)
    return say.code(findings)


class _Made(NamedTuple):
    """Where the files go: the Word file, its PDF and the copy for review, where they are asked for."""

    target: Path
    pages: Path | None
    review: Path | None


def _refuse(made: tuple[Path | None, Path | None, Path | None], inputs: tuple[Path, ...]) -> None:
    """Raises KedraftError for a name of another kind of file, or that is one of the inputs or another output. In `_Made`'s order."""
    from kedraft.workspace import refuse_output

    for path, suffix in zip(made, (".docx", ".pdf", ".docx"), strict=True):
        if path is not None:
            refuse_output(path, suffixes=(suffix,), inputs=inputs)
            inputs = (*inputs, path)


def _write(
    made: _Made, document: "RenderedDocument", draft: "Draft", findings: "Findings", file: Path, *, force: bool
) -> None:
    """All files, or none: what cannot be made stops before the first is written."""
    from kedraft.workspace import signature_of, write_all

    signature = signature_of(file, made.target)
    files = {made.target: document.data}
    if made.pages:
        from kedraft.ooxml.libreoffice import to_pdf

        files[made.pages] = to_pdf(document.data, made.target.name)
    if made.review:
        from kedraft.report.review import review

        files[made.review] = review(document.data, draft, findings)
    write_all(files, force=force, signature=signature)


def _as_data(made: _Made, draft: "Draft", findings: "Findings") -> dict[str, object]:
    from kedraft.cli import say

    return {
        "file": str(made.target),
        "pdf": str(made.pages) if made.pages else None,
        "review": str(made.review) if made.review else None,
        "findings": say.findings_json(findings),
        "origins": dict(_counts(draft)),
        "changes": _changes(draft),
        "dropped": [one.model_dump() for one in draft.dropped],
    }


def _conclude(out: "Console", made: _Made, findings: "Findings") -> None:
    from kedraft.cli import say

    say.show_findings(findings, to=out)
    out.print(f"Rà soát: {say.summary(findings)}.", style="bold")
    for what, path in zip(("Tệp Word", "Bản PDF", "Bản để duyệt"), made, strict=True):
        if path is not None:
            out.print(f"{what}: {path}", style="bold green")


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
    """What was read, what was inherited and how, and what was localised where."""
    _tell_read(out, draft)
    _tell_inherited(out, draft)
    _tell_adapted(out, draft)
    out.print("RÀ SOÁT", style="bold")


def _tell_read(out: "Console", draft: "Draft") -> None:
    parent = draft.parent
    number = f"{parent.number.number or '…'}/{parent.number.symbol or '…'}"
    out.print("ĐÃ ĐỌC", style="bold")
    out.print(f"  Kế hoạch số {number} của {parent.issuing_body.name}")
    out.print(f"  {parent.subject}")
    out.print(
        f"  {sum(1 for _ in parent.walk())} đề mục, {len(parent.targets)} chỉ tiêu, {len(parent.reporting)} chế độ báo cáo"
    )


def _tell_inherited(out: "Console", draft: "Draft") -> None:
    out.print("KẾ THỪA", style="bold")
    out.print(f"  {_in_words(_counts(draft))}; lược bỏ {len(draft.dropped)} đề mục")
    for section in draft.plan.sections:
        heading = section.heading.text.rstrip(":") if section.heading else ""
        kinds = Counter(str(item.origin.kind) for item in section.walk())
        out.print(f"  {section.label or ''} {heading}: {_in_words(kinds)}")


def _in_words(kinds: Counter[str]) -> str:
    """`giữ nguyên văn 3, cụ thể hóa 1`."""
    return ", ".join(f"{name} {kinds[kind]}" for kind, name in _NAMES.items() if kinds[kind])


def _tell_adapted(out: "Console", draft: "Draft") -> None:
    from kedraft.model.origin import Adapted

    places: dict[tuple[str, str], list[str]] = {}
    for item in draft.plan.walk():
        for change in item.origin.changes if isinstance(item.origin, Adapted) else ():
            places.setdefault((change.before, change.after), []).append(item.id)
    if places:
        out.print("CỤ THỂ HÓA", style="bold")
    for (before, after), nodes in places.items():
        new = f"“{after}”" if after else "(bỏ)"
        out.print(f"  “{before}” → {new}  tại {', '.join(dict.fromkeys(nodes))}")
