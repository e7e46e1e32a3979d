"""kedraft check: what the rules say of a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kedraft.cli.options import Medium, Revisions, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kedraft.model.finding import Finding, Findings
    from kedraft.model.parsed import ParsedPlan


def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="TỆP…", help="Kế hoạch (.docx, .txt, .md …), dữ liệu kế hoạch hoặc phiếu kế thừa (.yaml)."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="Chỉ in SARIF 2.1.0, cho máy đọc.")] = False,
    annotate: Annotated[
        Path | None,
        typer.Option("--annotate", metavar="RA.docx", help="Ghi bản sao của tệp Word, mỗi phát hiện là một chú thích."),
    ] = None,
    mode: Annotated[
        Stage,
        typer.Option(
            "--mode", metavar="draft|final", help="draft: dự thảo, số và ngày để trống; final: bản phát hành."
        ),
    ] = Stage.DRAFT,
    medium: Annotated[
        Medium, typer.Option("--medium", metavar="paper|electronic", help="Văn bản giấy hay văn bản điện tử.")
    ] = Medium.PAPER,
    revisions: Annotated[
        Revisions,
        typer.Option(
            "--revisions",
            metavar="final|original",
            help="Tệp Word còn theo dõi sửa đổi: rà soát lời văn sau hay trước khi sửa.",
        ),
    ] = Revisions.FINAL,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Rà soát nội dung và thể thức, theo Nghị định 30/2020/NĐ-CP và các quy tắc của kedraft."""
    from kedraft.cli import say
    from kedraft.errors import KedraftError

    found: list[Finding] = []
    unreadable = False
    for file in files:
        try:
            said = file_findings(file, mode, medium, revisions)
            found += _at_path(said, file) if as_sarif else said
        except KedraftError as error:
            say.problems(error)
            unreadable = True
    if annotate is not None and not unreadable:
        _annotate(files, found, annotate, force=force)
    if as_sarif:
        from kedraft.cli.sarif import sarif

        say.as_json(sarif(found))
    elif as_json:
        say.as_json(say.findings_json(found))
    else:
        _show(found, annotate, unreadable=unreadable)
    return 2 if unreadable else say.code(found)


def _show(found: "list[Finding]", annotated: Path | None, *, unreadable: bool) -> None:
    from kedraft.cli import say

    out = say.console()
    say.show_findings(found, to=out)
    if not unreadable or found:
        out.print(f"Kết quả: {say.summary(found)}.", style="bold")
    if unreadable:
        out.print("Có tệp chưa rà soát được; xem lý do ở trên.", style="bold red")
    if annotated is not None and not unreadable:
        out.print(f"Bản có chú thích: {annotated}", style="bold green")


def file_findings(
    file: str, mode: Stage = Stage.DRAFT, medium: Medium = Medium.PAPER, revisions: Revisions = Revisions.FINAL
) -> "Findings":
    """Findings of one file, each with the file's name: content, and for a Word file its layout. Raises what reading raises.

    `revisions`: which words of a Word file with tracked changes are checked; the layout is that of the file as it stands.
    """
    import sys

    from kedraft.cli.files import YAML
    from kedraft.errors import NotAPlan
    from kedraft.model.parsed import Verdict
    from kedraft.model.place import Location
    from kedraft.model.source import SourceFormat
    from kedraft.pipeline import layout_findings, parse, plan_findings, read
    from kedraft.workspace import read_bytes

    if Path(file).suffix.lower() in YAML:
        return _data_findings(Path(file))
    name = "đầu vào chuẩn" if file == "-" else Path(file).name
    data = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file))
    source = read(data, name, revisions=revisions.value)
    parsed = parse(source)
    word = source.format is SourceFormat.DOCX and data.startswith(b"PK")
    layout = layout_findings(data, name, medium=medium.value, mode=mode.value) if word else ()
    if parsed.verdict is Verdict.NOT_A_PLAN:
        if not word:
            raise NotAPlan(parsed.reason or "Văn bản không phải là kế hoạch.", Location(file=parsed.source))
        return layout  # any office's document: its layout can be checked all the same
    said = {finding.rule for finding in layout}
    content = (one for one in plan_findings(parsed) if one.rule not in said or not _in_head_or_foot(one))
    return _placed(_named((*layout, *content), parsed.source), parsed)


_HEAD_AND_FOOT = ("number", "symbol", "place", "subject", "signatory", "recipients", "annexes[")


def _in_head_or_foot(finding: "Finding") -> bool:
    """Whether it speaks of a part that is also read on the page, where its place is known better."""
    return (finding.where.field or "").startswith(_HEAD_AND_FOOT)


def _placed(findings: "Findings", parsed: "ParsedPlan") -> "Findings":
    """Findings at a node, with the paragraph, page or line where the node stands in the file."""
    places = {node.id: node.place for node in parsed.walk()}
    return tuple(
        f.evolve(where=places[f.where.field].evolve(field=f.where.field))
        if f.where.field in places and f.where.paragraph is None and f.where.line is None
        else f
        for f in findings
    )


def _data_findings(path: Path) -> "Findings":
    """A draft file is drafted (nothing is written) and checked; plan data is checked as it is."""
    from kedraft.cli.drafting import drafted
    from kedraft.cli.files import is_draft_file
    from kedraft.lint.run import of_words
    from kedraft.pipeline import check
    from kedraft.workspace import load_plan

    if is_draft_file(path):
        return of_words(drafted(path).findings)
    return _named(check(load_plan(path)), path.name)


def _named(findings: "Findings", name: str) -> "Findings":
    return tuple(f if f.where.file else f.evolve(where=f.where.evolve(file=name)) for f in findings)


def _at_path(findings: "Findings", file: str) -> "Iterator[Finding]":
    """For machines, which open the file: its path as it was given, where people are told its name."""
    path = Path(file)
    for one in findings:
        yield one.evolve(where=one.where.evolve(file=path.as_posix())) if one.where.file == path.name else one


def _annotate(files: list[str], found: "list[Finding]", target: Path, *, force: bool) -> None:
    """A copy of the one Word file with a comment at each finding; the original is never touched."""
    from kedraft.errors import KedraftError
    from kedraft.ooxml.annotate import annotate
    from kedraft.workspace import read_bytes, refuse_output, signature_of, write_new

    if len(files) != 1 or not files[0].lower().endswith(".docx"):
        raise KedraftError("--annotate chỉ dùng với một tệp .docx.")
    source = Path(files[0])
    refuse_output(target, suffixes=(".docx",), inputs=(source,))
    write_new(target, annotate(read_bytes(source), tuple(found)), force=force, signature=signature_of(source, target))
