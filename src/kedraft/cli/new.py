"""kedraft new: a filled first draft file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date as day

    from kedraft.model.locality import Locality
    from kedraft.model.plan import Plan
    from kedraft.model.spec import LocalitySpec


def command(
    parent: Annotated[Path, typer.Argument(metavar="TỆP", help="Kế hoạch cấp trên.")],
    province: Annotated[str, typer.Option("--province", metavar="TỈNH", help="Tỉnh, thành phố.")],
    commune: Annotated[
        str | None, typer.Option("--commune", metavar="XÃ", help="Xã, phường, đặc khu, thị trấn.")
    ] = None,
    district: Annotated[
        str | None, typer.Option("--district", metavar="HUYỆN", help="Huyện (văn bản trước 01/7/2025).")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DRAFT.yaml", help="Tên phiếu; mặc định in ra màn hình.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="THÁNG", help="Tháng ban hành, dạng 2026-02; mặc định theo kế hoạch cấp trên."),
    ] = None,
    units: Annotated[
        Path | None, typer.Option("--units", metavar="TỆP", help="Bảng đơn vị hành chính bổ sung của cơ quan.")
    ] = None,
    clauses: Annotated[
        Path | None,
        typer.Option(
            "--clauses", metavar="THƯ MỤC", help="Thư mục mẫu câu riêng; mặc định mau-cau/ cạnh phiếu, nếu có."
        ),
    ] = None,
    batch: Annotated[
        bool,
        typer.Option("--batch", help="Một phiếu dùng chung cho mọi xã, phường, đặc khu của tỉnh, để soạn hàng loạt."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè phiếu đã có.")] = False,
) -> int:
    """Tạo phiếu kế thừa điền sẵn: mỗi mục của kế hoạch cấp trên kèm cách xử lý đề xuất."""
    from kedraft.clauses import Library
    from kedraft.cli.asked_locality import asked_locality
    from kedraft.cli.files import parent_plan
    from kedraft.errors import KedraftError, LocalityUnknown
    from kedraft.proposal import propose, shared
    from kedraft.vietnamese.dates import first_day, is_partial_date
    from kedraft.workspace import clauses_beside, own_clauses, refuse_output, write_new
    from kedraft.workspace.yaml_out import dump_proposal

    if output is not None:
        refuse_output(output, suffixes=(".yaml", ".yml"), inputs=_read(parent, units, clauses))
    if date is not None and not is_partial_date(date):
        raise KedraftError(f"--date {date} không phải là tháng có thật; viết năm-tháng, ví dụ --date 2026-02.")
    named_unit = asked_locality(province, commune, district)
    plan = parent_plan(parent)
    on = date or (plan.place_and_date.date or "")[:7]
    if not on:
        raise KedraftError("Kế hoạch cấp trên không ghi ngày ban hành; hãy thêm --date, ví dụ --date 2026-02.")
    common = batch and commune is None and district is None
    asked = None if common else named_unit
    try:
        localities = _localities(plan, asked, province, first_day(on), units)
    except LocalityUnknown as error:
        if date is not None:
            raise
        raise LocalityUnknown(
            f"{error.message} Tháng ban hành đang lấy theo kế hoạch cấp trên ({on[:7]}); nếu đơn vị ban hành vào lúc khác "
            "thì thêm --date, ví dụ --date 2026-02."
        ) from None
    folder = output.parent if output else Path()
    named = _named_from(parent, folder)
    own = own_clauses(clauses) if clauses else clauses_beside(output or Path("phieu.yaml"))
    library = Library(own)
    proposal = (
        shared(localities, lambda one: propose(plan, named, one, on[:7], library))
        if batch
        else propose(plan, named, localities[0], on[:7], library)
    ).evolve(
        units=_named_from(units, folder) if units else None, clauses=_named_from(clauses, folder) if clauses else None
    )
    _warn_same_level(plan, localities[0], named=bool(commune or district))
    text = dump_proposal(proposal)
    if output is None:
        print(text, end="")
        return 0
    write_new(output, text.encode(), force=force)
    _say_what_next(output, province, batch=batch)
    return 0


def _read(parent: Path, units: Path | None, clauses: Path | None) -> tuple[Path, ...]:
    """The files that are read, none of which may be written over."""
    from kedraft.workspace.clauses import clause_files

    own = clause_files(clauses) if clauses is not None and clauses.is_dir() else ()
    return (parent, *((units,) if units is not None else ()), *own)


def _localities(
    plan: "Plan", asked: "LocalitySpec | None", province: str, on: "day", units: Path | None
) -> "tuple[Locality, ...]":
    """The unit that was asked for; without one, a unit of each kind that the province has. Raises LocalityUnknown."""
    from kedraft.cli.own_units import unit_table
    from kedraft.pipeline import locate
    from kedraft.proposal import one_of_each_kind

    table = unit_table(units)
    wanted = (asked,) if asked else one_of_each_kind(plan, province, on, table)
    return tuple(locate(one, on, table) for one in wanted)


def _say_what_next(output: Path, province: str, *, batch: bool) -> None:
    from kedraft.cli import say

    out = say.console()
    out.print(f"Đã ghi phiếu kế thừa: {output}", style="bold green")
    name = f'"{output}"' if " " in str(output) else str(output)
    if not batch:
        out.print(f"Đọc và sửa phiếu rồi chạy: kedraft draft {name}")
        return
    out.print("Đọc và sửa phiếu, rồi lập bảng địa phương và soạn hàng loạt:")
    out.print(f'  kedraft localities --province "{province}" --draft {name} -o xa.xlsx')
    out.print(f"  kedraft batch {name} --localities xa.xlsx -o ket-qua")


def _warn_same_level(plan: "Plan", locality: "Locality", *, named: bool) -> None:
    """Says on the side that the parent is the plan of a body of the same level; `named`: the unit was asked for by its name."""
    from kedraft.cli import say

    if plan.issuing_body.level != locality.level:
        return
    if named:
        said = (
            f"Lưu ý: văn bản này do {plan.issuing_body.name} ban hành, cùng cấp với {locality.place.full}, không phải kế hoạch cấp trên; "
            "hãy kiểm tra lại tệp và địa phương."
        )
    else:
        said = (
            f"Lưu ý: chưa ghi --commune nên phiếu này là của {locality.place.full}, cùng cấp với cơ quan ban hành kế hoạch cấp trên. "
            'Soạn cho một xã, phường thì thêm --commune, ví dụ --commune "Ba Sơn"; soạn cho mọi xã, phường của tỉnh thì thêm --batch.'
        )
    say.console(err=True).print(said, style="yellow")


def _named_from(path: Path, folder: Path) -> str:
    """A file as a draft file in that folder names it; another drive has no relative name."""
    import os

    if path.drive and path.drive != folder.resolve().drive:
        return str(path)
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
