"""kedraft schema: JSON Schema of the files that people write."""

from enum import StrEnum
from typing import Annotated

import typer


class Which(StrEnum):
    """What has a schema."""

    PLAN = "plan"
    DRAFT = "draft"
    LOCALITIES = "localities"
    UNITS = "units"


def command(
    which: Annotated[
        Which,
        typer.Argument(
            metavar="plan|draft|localities|units",
            help="plan: dữ liệu kế hoạch; draft: phiếu kế thừa; localities: bảng địa phương; units: bảng đơn vị hành chính bổ sung.",
        ),
    ],
) -> int:
    """In JSON Schema (có tiêu đề tiếng Việt) để trình soạn thảo gợi ý và kiểm tra khi gõ."""
    from kedraft.cli import say
    from kedraft.report.schema import schema

    say.as_json(schema(which.value))
    return 0
