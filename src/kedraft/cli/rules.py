"""kedraft rules: the rules, or one rule's manual."""

from typing import Annotated

import typer


def command(
    rule_id: Annotated[str | None, typer.Argument(metavar="[MÃ]", help="Mã quy tắc, ví dụ KH-CT-01.")] = None,
) -> int:
    """In bảng quy tắc rà soát, hoặc giải thích một quy tắc."""
    from kedraft.cli import say
    from kedraft.errors import KedraftError
    from kedraft.importers.reading_findings import MEANINGS
    from kedraft.lint.run import manual, rulebook

    if rule_id is None:
        out = say.console()
        for rule in rulebook():
            out.print(f"{rule.id:<12} {rule.severity.value:<8} {rule.name}")
        out.print("Ghi nhận khi đọc tệp:", style="bold")
        for reading, meaning in MEANINGS.items():
            out.print(f"{reading.value:<12} {'':<8} {meaning}")
        return 0
    try:
        print(manual(rule_id))
    except KeyError:
        raise KedraftError(f"Không có quy tắc {rule_id}. Chạy `kedraft rules` để xem tất cả.") from None
    return 0
