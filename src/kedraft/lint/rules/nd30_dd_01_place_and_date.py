"""ND30-DD-01: the line `Ba Sơn, ngày 05 tháng 02 năm 2026` out of form."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.prose import all_caps
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.place import Location


def _check(content: Content) -> Iterator[Hit]:
    place, date = content.plan.place_and_date.place, content.plan.place_and_date.date
    where = Location(field="place")
    if not place:
        if date:
            yield Hit(
                where,
                "Văn bản có ngày tháng nhưng thiếu địa danh; hãy ghi theo mẫu: Ba Sơn, ngày 05 tháng 02 năm 2026.",
            )
        return
    if "," in place or "ngày" in place.casefold().split():
        yield Hit(
            where,
            f'Địa danh ghi là "{place}"; địa danh chỉ gồm tên đơn vị hành chính, dấu phẩy và ngày đứng sau. Hãy sửa lại.',
        )
    elif all_caps(place) or not place[0].isupper():
        yield Hit(
            where,
            f'Địa danh ghi là "{place}"; địa danh viết chữ thường, chữ cái đầu mỗi âm tiết của tên viết hoa. Hãy sửa lại.',
        )


RULE = Rule(
    id="ND30-DD-01",
    name="dòng địa danh, ngày tháng sai mẫu",
    severity=Severity.ERROR,
    citation=decree("PL1-II.4"),
    manual=Manual(
        what="Địa danh và thời gian ghi theo mẫu: Ba Sơn, ngày 05 tháng 02 năm 2026; dự thảo để trống ngày.",
        why="Đây là thành phần bắt buộc của thể thức; sai mẫu thì văn thư trả lại.",
        instead="Ghi tên đơn vị hành chính, dấu phẩy, rồi ngày, tháng, năm bằng chữ số Ả Rập.",
    ),
    subject=Content,
    check=_check,
    bad=(plan(place=None), plan(place="BA SƠN"), plan(place="Ba Sơn, ngày")),
    good=(plan(), plan(date="2026-02", number=None)),
)
