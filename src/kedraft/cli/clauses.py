"""kedraft clauses: the clause library, or one clause."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kedraft.clauses import Clause, Library

_LEVELS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}


def command(
    clause_id: Annotated[str | None, typer.Argument(metavar="[MÃ]", help="Mã mẫu câu, ví dụ kinh-phi/cap-xa.")] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--clauses", metavar="THƯ MỤC", help="Thư mục mẫu câu riêng; mặc định mau-cau/ hoặc clauses/."),
    ] = None,
) -> int:
    """In danh mục mẫu câu dùng được trong phiếu, hoặc nội dung và tham số của một mẫu."""
    from kedraft.clauses import Library
    from kedraft.errors import KedraftError
    from kedraft.workspace import clauses_beside, own_clauses

    own = own_clauses(folder) if folder else clauses_beside(Path("x.yaml"))
    library = Library(own)
    if clause_id is None:
        _list(library)
        return 0
    found = library.of_id(clause_id)
    if not found:
        near = library.near(clause_id)
        hint = f" Mẫu gần nhất: {', '.join(near)}." if near else ""
        raise KedraftError(f"Thư viện không có mẫu câu {clause_id}.{hint} Chạy `kedraft clauses` để xem tất cả.")
    print("\n\n".join(_told(one, library) for one in found))
    return 0


def _list(library: "Library") -> None:
    from kedraft.cli import say

    out = say.console()
    group = ""
    for one in sorted(library.all(), key=lambda one: one.id.partition("/")[0]):
        if one.id.partition("/")[0] != group:
            group = one.id.partition("/")[0]
            out.print(group, style="bold")
        own = "  (của cơ quan)" if library.is_own(one) else ""
        out.print(f"  {one.id:<46} {one.title} [{_whom(one)}]{own}")
    out.print("Trong phiếu: `clause: kinh-phi/cap-xa`; xem một mẫu: `kedraft clauses kinh-phi/cap-xa`.")


def _whom(one: "Clause") -> str:
    """`xã; từ 01/07/2025`: for whom and when."""
    kinds = ", ".join(kind.value for kind in one.kinds)
    parts = [kinds or ", ".join(_LEVELS.get(level.value, level.value) for level in one.levels)]
    parts += [f"từ {one.since:%d/%m/%Y}"] if one.since else []
    parts += [f"trước {one.until:%d/%m/%Y}"] if one.until else []
    return "; ".join(parts)


def _told(one: "Clause", library: "Library") -> str:
    from kedraft.clauses import WORDS

    lines = [f"{one.id}: {one.title}", f"Dùng cho: {_whom(one)}"]
    lines += ["Mẫu của cơ quan."] if library.is_own(one) else []
    lines += [f"Căn cứ: {one.source}", "Nội dung:", *(f"  {line}" for line in one.text.rstrip().split("\n"))]
    if one.parameters:
        lines += ["Tham số (ghi ở `with`):", *_parameters(one)]
    words = [name for name in one.places if name in WORDS]
    if words:
        lines += ["Từ tự điền theo đơn vị và ngày:", *(f"  {{{name}}}: {WORDS[name]}" for name in words)]
    return "\n".join(lines)


def _parameters(one: "Clause") -> Iterable[str]:
    for parameter in one.parameters:
        default = f"; mặc định: {parameter.default}" if parameter.default is not None else "; chưa ghi thì để chỗ trống"
        yield f"  {{{parameter.name}}}: {parameter.meaning}{default}"
