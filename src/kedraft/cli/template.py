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
    """Kiểm tra một mẫu: biến lạ, thẻ hỏng, phần bắt buộc còn thiếu; rồi thể thức của trang mà mẫu in ra."""
    from kedraft.cli import say
    from kedraft.pipeline import template_faults
    from kedraft.workspace import read_bytes

    found = template_faults(read_bytes(file), file.name)
    out = say.console()
    say.show_findings(found, to=out)
    out.print(f"Kết quả: {say.summary(found)}.", style="bold")
    return say.code(found)


@app.command("build")
def build(
    name: Annotated[str, typer.Argument(metavar="MẪU", help="Mẫu đi kèm kedraft, ví dụ ke-hoach.")],
    check: Annotated[bool, typer.Option("--check", help="Chỉ so sánh, không ghi.")] = False,
) -> int:
    """Tạo lại một mẫu đi kèm từ các con số của Nghị định, hoặc kiểm tra mẫu ấy còn khớp."""
    from kedraft.cli import say
    from kedraft.workspace.builders import build_template, outdated

    out = say.console()
    if not check:
        for path in build_template(name):
            out.print(f"Đã ghi {path}", style="bold green")
        return 0
    differing = outdated(name)
    if not differing:
        out.print(f"Mẫu {name} khớp với chương trình tạo mẫu.", style="bold green")
        return 0
    out.print(
        f"Mẫu {name}: {', '.join(differing)} khác với bản do chương trình tạo mẫu làm ra; "
        f"chạy `kedraft template build {name}` để tạo lại.",
        style="bold red",
    )
    return 1
