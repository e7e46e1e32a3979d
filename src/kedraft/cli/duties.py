"""kedraft duties: what the parent asks of the level that drafts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kedraft.grammar.duties import Duty
    from kedraft.model.locality import Locality
    from kedraft.model.plan import Plan

_ROLES = {"lead": "chủ trì", "partner": "phối hợp", "all": "cùng thực hiện"}


def command(
    parent: Annotated[Path, typer.Argument(metavar="TỆP", help="Kế hoạch cấp trên.")],
    province: Annotated[str, typer.Option("--province", metavar="TỈNH", help="Tỉnh, thành phố.")],
    commune: Annotated[
        str | None, typer.Option("--commune", metavar="XÃ", help="Xã, phường, đặc khu, thị trấn.")
    ] = None,
    district: Annotated[
        str | None, typer.Option("--district", metavar="HUYỆN", help="Huyện (văn bản trước 01/7/2025).")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="NGÀY", help="Ngày soạn, dạng 2026-02; mặc định theo kế hoạch cấp trên."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON.")] = False,
) -> int:
    """Liệt kê việc mà kế hoạch cấp trên giao cho cấp mình: nội dung, vai trò, thời hạn, nơi nhận, vị trí."""
    from kedraft.cli import say
    from kedraft.cli.asked_locality import asked_locality
    from kedraft.cli.files import parent_plan
    from kedraft.errors import KedraftError
    from kedraft.grammar.duties import duties
    from kedraft.pipeline import locate
    from kedraft.report.duties import duty_json
    from kedraft.vietnamese.dates import first_day, is_partial_date

    asked = asked_locality(province, commune, district)
    plan = parent_plan(parent)
    on = date or plan.place_and_date.date or ""
    if not is_partial_date(on):
        raise KedraftError(
            f"Ngày “{on}” không hợp lệ; viết dạng 2026-02 hoặc 2026-02-05."
            if date
            else "Kế hoạch cấp trên không ghi ngày ban hành; hãy thêm --date, ví dụ --date 2026-02."
        )
    locality = locate(asked, first_day(on))
    found = duties(plan, locality)
    if as_json:
        say.as_json([duty_json(duty) for duty in found])
    else:
        _show(found, plan, locality.place.full)
        for note in notes(plan, locality):
            say.console().print(note, style="yellow")
    return 0


def notes(plan: "Plan", locality: "Locality") -> "Iterator[str]":
    """What the plan asks of others, so that nobody looks for it in vain: other units by name, provinces by a central body."""
    from kedraft.grammar.duties import duties_of_others, duties_of_province
    from kedraft.vietnamese.text import squeeze

    others = duties_of_others(plan, locality)
    if others:
        names = "; ".join(dict.fromkeys(squeeze(duty.addressed) for duty in others))
        yield f"Không tính {len(others)} việc giao riêng đơn vị khác: {names}."
    provinces = duties_of_province(plan, locality)
    if provinces:
        yield (
            f"Không tính {len(provinces)} việc mà cơ quan trung ương giao cấp tỉnh, các địa phương: "
            f"{locality.place.kind.value} chỉ nhận khi kế hoạch của tỉnh giao lại."
        )


def _show(found: "Sequence[Duty]", plan: "Plan", whom: str) -> None:
    from kedraft.cli import say
    from kedraft.report.duties import question_of
    from kedraft.report.places import place_of

    out = say.console()
    out.print(f"Kế hoạch cấp trên giao {whom}: {len(found)} việc", style="bold")
    for duty in found:
        out.print(f"{place_of(duty, plan):<16} {_ROLES[duty.role.value]}: {' '.join(duty.text.split())}")
        tail = [f"giao cho: {duty.addressed}"]
        tail += [f"thời hạn: {duty.deadline}"] if duty.deadline else []
        tail += [f"gửi: {duty.to}"] if duty.to else []
        out.print(f"{'':<16} {'; '.join(tail)}", style="dim")
        if question := question_of(duty):
            out.print(f"{'':<16} {question}.", style="yellow")
