"""kedraft rules: the rules, or one rule's manual."""

from typing import Annotated

import typer


def command(
    rule_id: Annotated[str | None, typer.Argument(metavar="[MÃ]", help="Mã quy tắc, ví dụ KH-CT-01.")] = None,
) -> int:
    """In bảng quy tắc rà soát, hoặc giải thích một quy tắc."""
    from kedraft.cli import say
    from kedraft.cli.notices import GROUPS, notice
    from kedraft.importers.reading_findings import MEANINGS
    from kedraft.lint.run import manual, rulebook

    if rule_id is None:
        out = say.console()
        for rule in rulebook():
            out.print(f"{rule.id:<12} {rule.severity.value:<8} {rule.name}")
        out.print("Ghi nhận khi đọc tệp:", style="bold")
        for reading, meaning in MEANINGS.items():
            out.print(f"{reading.value:<12} {'':<8} {meaning}")
        for title, notices in GROUPS:
            out.print(title, style="bold")
            for key, one in notices.items():
                out.print(f"{key:<12} {'':<8} {one.meaning}")
        return 0
    told = notice(rule_id)
    if told is not None:
        print(f"{rule_id} - {told.meaning}\n\nCách xử lý: {told.remedy}")
        return 0
    print(manual(rule_id))
    return 0
