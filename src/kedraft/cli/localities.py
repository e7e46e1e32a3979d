"""kedraft localities: the blank table of localities."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from kedraft.model.spec import DraftSpec
    from kedraft.model.unit import Unit
    from kedraft.units import UnitTable
    from kedraft.workspace import Loaded


def command(
    province: Annotated[
        list[str],
        typer.Option("--province", metavar="TỈNH", help="Tỉnh, thành phố; ghi nhiều lần, hoặc all cho cả nước."),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="TỆP.xlsx|.csv|.yaml", help="Tên tệp bảng mẫu.")],
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="NGÀY",
            help="Ngày ban hành, dạng 2026-02-05; mặc định theo phiếu, không có phiếu thì hôm nay.",
        ),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option("--draft", metavar="PHIẾU.yaml", help="Phiếu kế thừa: thêm cột cho các trường mà phiếu dùng."),
    ] = None,
    units: Annotated[
        Path | None, typer.Option("--units", metavar="TỆP", help="Bảng đơn vị hành chính bổ sung của cơ quan.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Tạo bảng địa phương để trống cho việc soạn hàng loạt: mỗi xã, phường, đặc khu một dòng, kèm hướng dẫn."""
    from kedraft.cli import say
    from kedraft.cli.own_units import unit_table
    from kedraft.localities.form import form_of
    from kedraft.workspace import load_spec, refuse_output, sources_of, write_new
    from kedraft.workspace.localities import SUFFIXES
    from kedraft.workspace.localities_out import localities_form

    inputs = tuple(path for path in (draft, units) if path is not None)
    spec = load_spec(draft) if draft is not None else None
    refuse_output(output, suffixes=SUFFIXES, inputs=(*inputs, *(sources_of(spec) if spec else ())))
    table = unit_table(units, spec)
    day = _day(on, spec)
    form = form_of(_communes(province, day, table), day, *_columns(spec))
    write_new(output, localities_form(form, output.suffix), force=force)
    out = say.console()
    out.print(f"Đã ghi bảng {len(form.lines)} địa phương: {output}", style="bold green")
    names = f'"{output}"' if " " in str(output) else str(output)
    out.print(f"Điền bảng rồi chạy: kedraft batch {draft or 'PHIẾU.yaml'} --localities {names} -o THƯ-MỤC")
    return 0


def _day(on: str | None, spec: "Loaded[DraftSpec] | None") -> "date":
    from datetime import date

    from kedraft.errors import KedraftError
    from kedraft.vietnamese.dates import first_day, is_partial_date

    written = on or (spec.value.document.date if spec else date.today().isoformat())
    if not is_partial_date(written):
        raise KedraftError(f"--on {written} không phải là ngày có thật; viết năm-tháng-ngày, ví dụ --on 2026-02-05.")
    return first_day(written)


def _communes(names: list[str], on: "date", table: "UnitTable") -> "list[Unit]":
    from kedraft.localities.rows import EVERYWHERE, communes_of

    return [unit for name in names for unit in communes_of(EVERYWHERE if name == EVERYWHERE else name, on, table)]


def _columns(spec: "Loaded[DraftSpec] | None") -> tuple[list[str], list[str]]:
    """The free columns and the replaced phrases that a draft file asks for."""
    from kedraft.inheritance import columns_of

    if spec is None:
        return [], []
    return list(columns_of(spec.value)), list(spec.value.adapt.replace)
