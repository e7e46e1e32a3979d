"""KH-CC-05: one document cited with two dates or two issuers."""

import re
from collections.abc import Iterator

from kedraft.lint.citations import Citation
from kedraft.lint.content import Content, last_day, vietnamese_day
from kedraft.lint.issuer import (
    capitals,
)
from kedraft.lint.prose import likeness, words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity
from kedraft.model.plan import Plan

_OFFICE_OF = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND) (?P<kind>TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) (?P<name>\w.*)"
)
_TITLE = 6
_LOCAL = re.compile(r"-(?:UBND|HĐND|BCĐ|CTUBND)\b|/(?:TU|HU|ĐU)\b")


def _check(content: Content) -> Iterator[Hit]:
    first: dict[str, list[tuple[str, Citation]]] = {}
    parent = content.parent
    if parent and parent.number.number and len(parent.place_and_date.date or "") == 10:
        first[f"{parent.number.number}/{parent.number.symbol}".casefold()] = [("văn bản cấp trên", _header(parent))]
    for spot, cited in content.citations:
        earlier = first.setdefault(cited.number.casefold(), [])
        for where, one in earlier:
            problem = _differ(one, cited)
            if problem:
                yield spot.hit(
                    f'"{cited.type} số {cited.number}" ở đây ghi {problem[1]}, còn ở {where} ghi {problem[0]}; '
                    "hãy tra bản gốc và sửa cho thống nhất."
                )
                break
        earlier.append((spot.field, cited))
    yield from _two_numbers(content)


def _two_numbers(content: Content) -> Iterator[Hit]:
    """Same type, day, office and title under another number: one of the two was mistyped."""
    first: dict[tuple[object, ...], tuple[str, str]] = {}
    parent = content.parent
    if parent and parent.number.number and len(parent.place_and_date.date or "") == 10:
        for key in _identity(_header(parent), parent.subject):
            first[key] = ("văn bản cấp trên", f"{parent.number.number}/{parent.number.symbol}")
    for spot, cited in content.citations:
        for key in _identity(cited, cited.subject):
            where, number = first.setdefault(key, (spot.named, cited.number))
            if number.casefold() != cited.number.casefold():
                yield spot.hit(
                    f"Cùng một văn bản nhưng ở đây ghi số {cited.number}, còn ở {where} ghi số {number}; hãy tra bản gốc và sửa cho thống nhất."
                )


def _identity(cited: Citation, subject: str | None) -> Iterator[tuple[object, ...]]:
    """What tells a document apart but its number: type, day, symbol, title. Nothing where the title is too short to tell."""
    title = words(subject or "")
    symbol = cited.number.partition("/")[2].casefold()
    if cited.day and symbol and len(title) >= _TITLE:
        yield cited.type.casefold(), cited.day, symbol, tuple(title)


def _header(parent: Plan) -> Citation:
    day = last_day(parent.place_and_date.date)
    shown = vietnamese_day(day) if day else None
    number = f"{parent.number.number}/{parent.number.symbol}"
    return Citation(0, 0, "Kế hoạch", number, shown, day, parent.issuing_body.name, None, number)


def _differ(one: Citation, other: Citation) -> tuple[str, str] | None:
    if not _same_document(one, other):
        return None
    if one.day and other.day and one.day != other.day:
        return f"ngày {one.printed}", f"ngày {other.printed}"
    if one.day and one.day == other.day and one.issuer and other.issuer and not _alike(one.issuer, other.issuer):
        return f"của {one.issuer}", f"của {other.issuer}"
    return None


def _same_document(one: Citation, other: Citation) -> bool:
    """Numbers start again each year and in each office: other issuers or other subjects mean other documents."""
    if one.issuer and other.issuer and not _alike(one.issuer, other.issuer) and _LOCAL.search(one.number):
        return one.day is not None and one.day == other.day and _elsewhere(one.issuer, other.issuer)
    if one.subject and other.subject:
        return likeness(words(one.subject), words(other.subject)) >= 0.3
    return True


def _elsewhere(one: str, other: str) -> bool:
    """Whether they are the same office of two places: `UBND tỉnh Vĩnh Phúc`, `UBND tỉnh Phú Thọ`."""
    mine, theirs = _OFFICE_OF.search(capitals(one)), _OFFICE_OF.search(capitals(other))
    return bool(mine and theirs and mine["kind"] == theirs["kind"] and mine["name"] != theirs["name"])


def _alike(one: str, other: str) -> bool:
    left, right = (
        capitals(name).replace("ỦY BAN NHÂN DÂN", "UBND").replace("HỘI ĐỒNG NHÂN DÂN", "HĐND") for name in (one, other)
    )
    return left.startswith(right) or right.startswith(left)


RULE = Rule(
    id="KH-CC-05",
    name="một văn bản ghi hai ngày hoặc hai cơ quan khác nhau",
    severity=Severity.ERROR,
    manual=Manual(
        what="Một văn bản viện dẫn ở nhiều chỗ phải cùng ngày, cùng cơ quan ban hành, và đúng với bản gốc.",
        why="Hai chỗ lệch nhau thì ít nhất một chỗ sai.",
        instead="Tra bản gốc, sửa ngày; từ lần thứ hai chỉ cần ghi tên loại và số.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số.",
            ),
            opening="Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2021, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
        draft(
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2025 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số năm 2026, "
            "Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
        ),
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số.",
            ),
            opening="Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Bộ Tài chính, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        ),
    ),
    good=(
        draft(),
        plan(
            number=None,
            date="2026-02",
            bases=(
                "Căn cứ Kế hoạch số 05/KH-UBND ngày 08/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số;",
                "Căn cứ Kế hoạch số 05/KH-UBND ngày 05/01/2026 của UBND xã Ba Sơn về công tác năm.",
            ),
        ),
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số;",
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 11/6/2024 của Thủ tướng Chính phủ về đầu tư nhà máy điện.",
            )
        ),
    ),
)
