"""A mini language for samples of layout: a whole, clean page of a commune's plan, in which a sample changes only what matters.

sheet(motto=say(size=12))                 one line is set differently
sheet(page=say(left=mm(20)))              the page is
sheet(motto_rule=None)                    a line is missing
sheet(annex=True, annex_note=None)        with an annex, whose note is missing
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kedraft.decree import ND30_2020, Component, mm, pt
from kedraft.lint.layout_subject import Layout
from kedraft.ooxml.drawn import LineShape
from kedraft.ooxml.metrics import width
from kedraft.ooxml.said import Border, Letters, ParagraphFormat
from kedraft.ooxml.view import Cell, DocxView, PageNote, Paragraph, Run, Section, TableView

_DECREE = ND30_2020
_PAGE = _DECREE.page
_TEXT_WIDTH = mm(_PAGE.width - _PAGE.left.default - _PAGE.right.default)
_COLUMNS = (mm(65), _TEXT_WIDTH - mm(65))
_FIRST_LINE, _GAP = mm(_DECREE.body.default_first_line), pt(_DECREE.body.gap.default)
_LONG = "Các cơ quan, đơn vị, các thôn phối hợp tổ chức thực hiện đầy đủ các nhiệm vụ được giao. " * 60

C = Component
#: name, text, component that says how it is set, row and column of the table it stands in
_HEAD: tuple[tuple[str, str, Component | None, tuple[int, int, int] | None], ...] = (
    ("issuer_1", "ỦY BAN NHÂN DÂN", C.ISSUER, (0, 0, 0)),
    ("issuer_2", "XÃ BA SƠN", C.ISSUER, (0, 0, 0)),
    ("issuer_rule", "", C.ISSUER, (0, 0, 0)),
    ("national", _DECREE.literals.national_name.text, C.NATIONAL_NAME, (0, 0, 1)),
    ("motto", _DECREE.literals.motto.text, C.MOTTO, (0, 0, 1)),
    ("motto_rule", "", C.MOTTO, (0, 0, 1)),
    ("number", "Số: 15/KH-UBND", C.NUMBER, (0, 1, 0)),
    ("dated", "Ba Sơn, ngày 05 tháng 02 năm 2026", C.PLACE_AND_DATE, (0, 1, 1)),
    ("title", "KẾ HOẠCH", C.DOCUMENT_TYPE, None),
    ("subject", "Chuyển đổi số xã Ba Sơn năm 2026", C.SUBJECT, None),
    ("subject_rule", "", C.SUBJECT, None),
    (
        "basis",
        "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình.",
        C.LEGAL_BASIS,
        None,
    ),
    ("opening", "Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2026 như sau:", C.BODY, None),
    ("section", "I. MỤC ĐÍCH, YÊU CẦU", C.SECTION, None),
    ("heading", "1. Mục đích", C.HEADING, None),
    ("point", "a) Nâng cao nhận thức của người dân về chuyển đổi số trong đời sống hằng ngày.", C.POINT, None),
    ("clause", "2. Các nhiệm vụ có người phụ trách, có thời hạn và kết quả rõ ràng.", C.CLAUSE, None),
    ("text", _LONG, C.BODY, None),
    ("closing", "Trên đây là Kế hoạch chuyển đổi số xã Ba Sơn năm 2026./.", C.BODY, None),
    ("recipients_label", _DECREE.literals.recipients.text, C.RECIPIENTS_HEADING, (1, 0, 0)),
    ("recipient_1", "- UBND tỉnh (b/c);", C.RECIPIENTS, (1, 0, 0)),
    ("recipient_2", "- Lưu: VT, VHXH.", C.RECIPIENTS, (1, 0, 0)),
    ("office_1", "TM. ỦY BAN NHÂN DÂN", C.AUTHORITY, (1, 0, 1)),
    ("office_2", "CHỦ TỊCH", C.AUTHORITY, (1, 0, 1)),
    ("room", "", C.SIGNER, (1, 0, 1)),
    ("name", "Nguyễn Văn An", C.SIGNER, (1, 0, 1)),
)
_ANNEX: tuple[tuple[str, str, Component | None, tuple[int, int, int] | None], ...] = (
    ("annex_label", "Phụ lục", C.ANNEX_LABEL, None),
    ("annex_title", "PHÂN CÔNG NHIỆM VỤ", C.ANNEX_TITLE, None),
    (
        "annex_note",
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)",
        C.ANNEX_NOTE,
        None,
    ),
    ("annex_text", "Các thôn tổ chức thực hiện Kế hoạch./.", C.BODY, None),
)
_BODY = frozenset((C.LEGAL_BASIS, C.BODY, C.SECTION, C.HEADING, C.CLAUSE, C.POINT))
_RULED = {"issuer_rule": ("issuer_1", 0), "motto_rule": ("motto", 1), "subject_rule": ("subject", None)}


@dataclass(frozen=True)
class Say:
    """How a line differs: fields of Letters, ParagraphFormat, Paragraph or Section, and `text`."""

    changes: tuple[tuple[str, Any], ...]


def say(**changes: Any) -> Say:
    """A difference: `say(size=12, bold=False, align="left", text="…")`."""
    return Say(tuple(changes.items()))


@dataclass(frozen=True)
class Sheet:
    """A page in few words."""

    given: tuple[tuple[str, Any], ...]
    final: bool = False
    electronic: bool = False
    annex: bool = False
    pages: tuple[str, ...] = ("default", "first")

    def build(self) -> Layout:
        """The page as rules of layout see it."""
        changes = dict(self.given)
        known = {name for name, *_ in (*_HEAD, *_ANNEX)} | {"page", "page_number", "first_page", "annex_page"}
        assert set(changes) <= known, set(changes) - known
        paragraphs = tuple(self._paragraphs(changes))
        sections = [_section(changes, "page", self._notes(changes), 1)]
        if self.annex:
            first = next((one.number for one in paragraphs if one.section == 1), 1)
            sections.append(_section(changes, "annex_page", self._notes(changes), first))
        tables = (TableView(0, False, (True, True)), TableView(0, False, (True,)))
        view = DocxView("ke-hoach.docx", tuple(sections), paragraphs, tables)
        return Layout(view, self.final, self.electronic)

    def _paragraphs(self, changes: dict[str, Any]) -> Iterator[Paragraph]:
        number = 0
        for section, rows in enumerate((_HEAD, _ANNEX) if self.annex else (_HEAD,)):
            for name, text, component, place in rows:
                if name in changes and changes[name] is None:
                    continue
                number += 1
                yield _paragraph(number, section, name, text, component, place, changes.get(name))

    def _notes(self, changes: dict[str, Any]) -> tuple[PageNote, ...]:
        page_number = _set("page_number", "2", C.PAGE_NUMBER, changes.get("page_number"), field="PAGE")
        first = _set("first_page", "", C.PAGE_NUMBER, changes.get("first_page"), field="PAGE")
        where = "footer" if changes.get("page_number") == say(where="footer") else "header"
        notes = (PageNote(where, "default", (page_number,)), PageNote("header", "first", (first,)))
        return tuple(note for note in notes if note.pages in self.pages)


def sheet(
    *,
    final: bool = False,
    electronic: bool = False,
    annex: bool = False,
    pages: tuple[str, ...] = ("default", "first"),
    **given: Any,
) -> Sheet:
    """A clean page but for what is given; `pages` are the page headers that it has."""
    return Sheet(tuple(given.items()), final, electronic, annex, pages)


def _section(changes: dict[str, Any], name: str, notes: tuple[PageNote, ...], first: int) -> Section:
    page = _PAGE
    values: dict[str, Any] = {
        "width": mm(page.width),
        "height": mm(page.height),
        "landscape": False,
        "top": mm(page.top.default),
        "bottom": mm(page.bottom.default),
        "left": mm(page.left.default),
        "right": mm(page.right.default),
        "gutter": 0,
        "gutter_top": False,
        "title_page": True,
        "number_form": "decimal",
        "number_start": 1,
        "kind": "nextPage",
        "notes": notes,
        "first": first,
        "tables": 0,
    }
    change = changes.get(name)
    return Section(**(values | dict(change.changes if change else ())))


def _set(name: str, text: str, component: Component | None, change: Say | None, field: str | None = None) -> Paragraph:
    return _paragraph(0, 0, name, text, component, None, change, field)


def _paragraph(
    number: int,
    section: int,
    name: str,
    text: str,
    component: Component | None,
    place: tuple[int, int, int] | None,
    change: Say | None,
    field: str | None = None,
) -> Paragraph:
    letters, form, about = _clean(name, component, place)
    about |= {"text": text}
    for key, value in change.changes if change else ():
        target = letters if key in Letters._fields else form if key in ParagraphFormat._fields else about
        target[key] = value
    about.pop("where", None)
    words = about.pop("text")
    runs = (Run(words, Letters(**letters), field),) if words else ()
    return Paragraph(
        **{
            "number": number,
            "runs": runs,
            "text": words,
            "format": ParagraphFormat(**form),
            "style": "",
            "section": section,
        }
        | about
    )


def _clean(
    name: str, component: Component | None, place: tuple[int, int, int] | None
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    look = _DECREE.type_of(component or C.BODY)
    letters: dict[str, Any] = {"size": look.size.default, "bold": look.bold, "italic": look.italic}
    letters |= {"ascii": _PAGE.font, "font": _PAGE.font}
    form: dict[str, Any] = {"align": look.align.value}
    if component in _BODY:
        form |= {"first_line": _FIRST_LINE, "before": _GAP, "keep_next": name == "closing"}
    about: dict[str, Any] = {}
    if name in _RULED:
        border, about["drawn"] = _rule(name)
        form |= border
    if place is not None:
        table, row, column = place
        about["cell"] = Cell(table, row, column, len(_COLUMNS), _COLUMNS[column])
    return letters, form, about


def _rule(name: str) -> tuple[dict[str, Any], tuple[LineShape, ...]]:
    """The line below a part: in a cell a border, its length given by indents; on the page a shape."""
    above, column = _RULED[name]
    text, component = next((text, component) for one, text, component, _ in _HEAD if one == above)
    assert component is not None
    wanted = _DECREE.rule_below(component).share.default
    length = round(width(text, _DECREE.type_of(component).size.default, "bold") * wanted)
    if column is None:
        return {}, (LineShape(length),)
    inset = (_COLUMNS[column] - length) // 2
    return {"top": Border("single"), "left": inset, "right": inset}, ()
