"""kedraft adapt: tries the adaptation on paragraphs from standard input."""

import sys
from typing import Annotated, Any

import typer


def command(
    source: Annotated[str, typer.Option("--from", metavar="ĐỊA PHƯƠNG", help="Cấp trên, ví dụ “tỉnh Bình Thuận”.")],
    province: Annotated[str, typer.Option("--province", metavar="TỈNH")],
    on: Annotated[
        str, typer.Option("--on", "--date", metavar="NGÀY", help="Ngày hay tháng ban hành: 2026-02-05, 2026-02.")
    ],
    commune: Annotated[str | None, typer.Option("--commune", metavar="XÃ")] = None,
    district: Annotated[str | None, typer.Option("--district", metavar="HUYỆN")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
) -> int:
    """Thử cụ thể hóa: mỗi dòng ở đầu vào chuẩn là một đoạn văn."""
    from kedraft.adaptation import SourceBody, adapt_text
    from kedraft.cli import say
    from kedraft.cli.asked_locality import asked_locality
    from kedraft.errors import KedraftError
    from kedraft.model.inline import Inline
    from kedraft.pipeline import locate
    from kedraft.vietnamese.dates import first_day, is_partial_date
    from kedraft.vietnamese.text import clean

    if not is_partial_date(on):
        raise KedraftError(f"Ngày “{on}” không hợp lệ; viết dạng 2026-02 hoặc 2026-02-05.")
    day = first_day(on)
    locality = locate(asked_locality(province, commune, district), day)
    body = SourceBody.parse(source, on=day)
    results: list[dict[str, Any]] = []
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KedraftError("Đầu vào chuẩn không phải mã UTF-8; lưu lại văn bản ở mã UTF-8.") from None
    lines = clean(text).split("\n")
    for line in lines[:-1] if lines[-1] == "" else lines:
        done = adapt_text(Inline(text=line), source=body, locality=locality)
        results.append(
            {
                "before": line,
                "after": done.text.text,
                "changes": [
                    {"before": c.change.before, "after": c.change.after, "rule": c.change.rule} for c in done.changes
                ],
                "ask": [{"span": one.span, "why": one.why} for one in done.asks],
                "drop": done.drop,
            }
        )
    if as_json:
        say.as_json(results)
    else:
        for one in results:
            print(one["after"])
    return 0
