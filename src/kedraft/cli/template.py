"""kedraft template: the templates there are, and whether one may be used."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Mẫu trình bày.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_() -> int:
    """Liệt kê các mẫu."""
    from kedraft.cli import say
    from kedraft.workspace import list_templates

    out = say.console()
    for folder in list_templates():
        out.print(f"{folder.name:<20} {folder}")
    return 0


@app.command("check")
def check(file: Annotated[Path, typer.Argument(metavar="TỆP.docx", help="Mẫu đã chỉnh trong Word.")]) -> int:
    """Kiểm tra một mẫu: biến lạ, thẻ hỏng, phần bắt buộc còn thiếu."""
    from kedraft.cli import say
    from kedraft.rendering import template_findings
    from kedraft.workspace import read_bytes

    found = template_findings(read_bytes(file), file.name)
    out = say.console()
    say.show_findings(found, to=out)
    out.print(f"Kết quả: {say.summary(found)}.", style="bold")
    return say.code(found)
