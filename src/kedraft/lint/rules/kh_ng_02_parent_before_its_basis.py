"""KH-NG-02: a plan from above dated before the document that it carries out.

Four ways to know: the citation names both in its own title; another citation, in this plan, its parent or a plan above,
approves the scheme that the title names; the scheme is one that is known; or the parent's own bases are later than the date that
is cited for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kedraft.lint.citations import Citation, find_citations
from kedraft.lint.content import Content, Part, above, vietnamese_day
from kedraft.lint.known_documents import KNOWN
from kedraft.lint.prose import words
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan, province
from kedraft.model.finding import Severity

_SCHEME = re.compile(
    r"(?:Đề án|Chương trình|Chiến lược|Dự án|Nghị quyết|Kế hoạch|Phong trào|Quy hoạch)\s+[“\"]?(?P<title>[^“”\";()]+)",
    re.IGNORECASE,
)
#: What sets law carries out no notice: `sơ kết 05 năm thực hiện Nghị định … tại Thông báo số …`.
_LAW = ("bộ luật", "luật", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch")
_PROPOSING = ("tờ trình", "báo cáo")
_PASSING = ("thông báo", "công văn", "công điện", "báo cáo", "tờ trình", "kế hoạch", "hướng dẫn", "văn bản")
_TAIL = re.compile(r"\s+(?:giai đoạn|trên địa bàn|đến năm|năm \d{4}|tại)\b.*\Z|,.*\Z", re.DOTALL)


@dataclass(frozen=True)
class _Known:
    """A document with its day, and the scheme that it approves, if the text says so."""

    label: str
    number: str
    day: date
    scheme: str | None


def _check(content: Content) -> Iterator[Hit]:
    known = list(_known(content))
    schemes = [*(one for one in known if one.scheme), *_WORLD]
    for spot, cited in content.citations:
        if cited.day and cited.subject:
            earlier = _carried_out(spot.unquoted, cited, schemes) or _parents_basis(content, cited)
            if earlier:
                yield spot.hit(_message(cited, earlier))


_WORLD = tuple(_Known(one.label, one.number, one.day, one.scheme) for one in KNOWN)


def _message(cited: Citation, basis: _Known) -> str:
    return (
        f'"{cited.type} số {cited.number}" ghi ngày {cited.printed}, trước ngày {vietnamese_day(basis.day)} của {basis.label} mà nó triển khai; '
        "một trong hai ngày đã ghi sai. Hãy tra lại bản gốc và sửa."
    )


def _known(content: Content) -> Iterator[_Known]:
    plans = [content.plan, *([content.parent] if content.parent else []), *content.chain]
    for one in plans:
        for _, cited in content.citations if one is content.plan else above(one).citations:
            if cited.day:
                scheme = _scheme(cited.subject) if cited.subject and _approving(cited) else None
                yield _Known(f"{cited.type} số {cited.number}", cited.number, cited.day, scheme)


def _approving(cited: Citation) -> bool:
    """Whether the citation reads `Quyết định … phê duyệt Đề án …`, so that its day is the scheme's own."""
    return (
        cited.type.casefold() in ("quyết định", "nghị quyết")
        and cited.subject is not None
        and bool(
            re.match(
                r"(?:việc )?(?:phê duyệt|ban hành)\s+(?:Đề án|Chương trình|Chiến lược|Dự án|Quy hoạch)",
                cited.subject,
                re.IGNORECASE,
            )
        )
    )


def _scheme(text: str) -> str | None:
    found = _SCHEME.search(text)
    title = _TAIL.sub("", found["title"]).strip() if found else ""
    return " ".join(words(title)) if len(words(title)) >= 4 else None


def _carried_out(text: str, cited: Citation, schemes: list[_Known]) -> _Known | None:
    subject = cited.subject or ""
    for inner in find_citations(text[cited.start + 1 : cited.end]):
        later = inner.day and cited.day and inner.day > cited.day and inner.number != cited.number
        if later and inner.day and _may_be_carried_out(inner, cited):
            return _Known(f"{inner.type} số {inner.number}", inner.number, inner.day, None)
    if not re.search(r"triển khai|thực hiện", subject, re.IGNORECASE):
        return None
    title = " ".join(words(subject))
    for one in schemes:
        if one.scheme and one.scheme in title and one.number != cited.number and cited.day and one.day > cited.day:
            return one
    return None


def _may_be_carried_out(inner: Citation, by: Citation) -> bool:
    """Nothing carries out a proposal or a report; law carries out no notice."""
    kind = inner.type.casefold()
    return kind not in _PROPOSING and not (by.type.casefold() in _LAW and kind in _PASSING)


def _parents_basis(content: Content, cited: Citation) -> _Known | None:
    parent = content.parent
    if not parent or cited.number != f"{parent.number.number}/{parent.number.symbol}":
        return None
    later = [
        _Known(f"{basis.type} số {basis.number}", basis.number, basis.day, None)
        for spot, basis in above(parent).citations
        if spot.part in (Part.BASIS, Part.OPENING) and basis.day and cited.day and basis.day > cited.day
    ]
    return later[0] if later else None


_TITLE = "Đề án Truyền thông về quyền trẻ em ở Việt Nam"

RULE = Rule(
    id="KH-NG-02",
    name="văn bản cấp trên có ngày trước văn bản mà nó triển khai",
    severity=Severity.ERROR,
    manual=Manual(
        what="Kế hoạch triển khai một đề án, quyết định thì phải ban hành sau đề án, quyết định đó.",
        why="Ngày trước là gõ nhầm năm của kế hoạch cấp trên; lỗi này theo văn bản xuống mọi cấp dưới.",
        instead="Tra bản gốc kế hoạch cấp trên và văn bản mà nó triển khai, sửa ngày ghi sai.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            number=None,
            date="2023-01",
            subject="Triển khai Đề án năm 2023",
            sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.",
            opening=f"Thực hiện Quyết định số 107/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ phê duyệt {_TITLE}; Kế hoạch số "
            f"13/KH-UBND ngày 13/01/2022 của UBND tỉnh Lạng Sơn về việc triển khai {_TITLE} trên địa bàn tỉnh; Ủy ban nhân dân xã "
            "ban hành Kế hoạch như sau:",
            closing="Trên đây là Kế hoạch triển khai Đề án./.",
        ),
        draft(
            date="2023-01",
            subject="Triển khai Đề án năm 2023",
            sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.",
            opening=f"Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2022 của UBND tỉnh Lạng Sơn về việc triển khai {_TITLE} trên địa bàn "
            "tỉnh; Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            closing="Trên đây là Kế hoạch triển khai Đề án./.",
            parent=province(
                date="2022-01-13",
                opening=f"Thực hiện Quyết định số 107/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ phê duyệt {_TITLE}, Ủy ban nhân "
                "dân tỉnh ban hành Kế hoạch như sau:",
            ),
        ),
        plan(
            number=None,
            date="2023-01",
            subject="Truyền thông về quyền con người năm 2023",
            sections="I. MỤC ĐÍCH\n- Phổ biến kiến thức.",
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2022 của UBND tỉnh Lạng Sơn về việc triển khai Đề án truyền thông về quyền "
            "con người ở Việt Nam; Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            closing="Trên đây là Kế hoạch triển khai Đề án./.",
        ),
        plan(
            opening="Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2025 của Ủy ban nhân dân tỉnh Lạng Sơn về triển khai Quyết định số "
            "749/QĐ-TTg ngày 03/6/2025 của Thủ tướng Chính phủ, Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
        ),
    ),
    good=(
        plan(
            opening="Thực hiện chỉ đạo về tổng kết 03 năm thi hành Nghị định số 104/2022/NĐ-CP ngày 21/12/2022 của Chính phủ quy định về sử dụng "
            "dữ liệu dân cư tại Thông báo số 15/TB-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
        ),
        plan(
            number=None,
            date="2023-01",
            subject="Triển khai Đề án năm 2023",
            sections="I. MỤC ĐÍCH\n- Phổ biến kỹ năng số.",
            opening=f"Thực hiện Quyết định số 107/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ phê duyệt {_TITLE}; Kế hoạch số "
            f"13/KH-UBND ngày 13/01/2023 của UBND tỉnh Lạng Sơn về việc triển khai {_TITLE} trên địa bàn tỉnh; Ủy ban nhân dân xã "
            "ban hành Kế hoạch như sau:",
            closing="Trên đây là Kế hoạch triển khai Đề án./.",
        ),
        draft(),
    ),
)
