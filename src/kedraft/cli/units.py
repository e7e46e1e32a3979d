"""kedraft units: administrative units by date."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Tra cứu đơn vị hành chính theo thời điểm.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    """Keeps `units find` a subcommand."""


@app.command("find")
def find(
    text: Annotated[str, typer.Argument(metavar="TÊN", help="Tên đơn vị, có dấu hay không dấu.")],
    on: Annotated[
        str | None, typer.Option("--on", metavar="NGÀY", help="Thời điểm, dạng 2026-02-05; bỏ trống: mọi thời điểm.")
    ] = None,
    own: Annotated[
        Path | None, typer.Option("--units", metavar="TỆP", help="Bảng đơn vị hành chính bổ sung của cơ quan.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
) -> int:
    """Tìm xã, phường, đặc khu, huyện, tỉnh theo tên gần đúng."""
    from kedraft.cli import say
    from kedraft.cli.own_units import unit_table
    from kedraft.errors import KedraftError

    try:
        day = date.fromisoformat(on) if on else None
    except ValueError:
        raise KedraftError(f"Ngày “{on}” không hợp lệ; viết dạng 2026-02-05.") from None
    found = unit_table(own).search(text, on=day)
    if as_json:
        say.as_json([unit.model_dump(mode="json") for unit in found])
        return 0
    out = say.console()
    for unit in found:
        since = f"từ {unit.valid_from:%d/%m/%Y}" if unit.valid_from else ""
        until = f"đến trước {unit.valid_until:%d/%m/%Y}" if unit.valid_until else ""
        chain = ", ".join(
            part for part in (unit.district, unit.province if unit.name != unit.province else None) if part
        )
        out.print(
            f"{unit.code:<8} {unit.kind.value} {unit.name}"
            + (f" ({chain})" if chain else "")
            + f" {since} {until}".rstrip()
        )
    if not found:
        out.print(f"Không tìm thấy đơn vị nào giống “{text}”.")
    return 0
