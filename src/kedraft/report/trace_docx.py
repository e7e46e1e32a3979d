"""The trace as a Word file: A4 landscape, Times New Roman, header rows that repeat, pages numbered. Same input, same bytes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from kedraft.report.duties import TakenDuty, Taking, question_of
from kedraft.report.places import place
from kedraft.report.rows import Fate, Row
from kedraft.report.targets import TargetRow, Verdict
from kedraft.report.trace import Trace
from kedraft.report.trace_html import (
    FATES,
    ROLES,
    TAKINGS,
    clipped,
    first_said,
    reason_of,
    summary,
    verdict_note,
    when,
    where,
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in one style; `cut` is struck out, `new` underlined."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    cut: bool = False
    new: bool = False


_Lines = Sequence[Sequence[_Run]]

_GREY, _RED, _GREEN, _BLUE, _BROWN, _DARK = "5B6675", "B00020", "1D6B3A", "1F5FBF", "8A5A00", "7A1F1F"
_FATE = {
    Fate.KEPT: _GREY,
    Fate.ADAPTED: _BLUE,
    Fate.REPLACED: _BROWN,
    Fate.DROPPED: _DARK,
    Fate.NOT_MENTIONED: _RED,
}
_TAKING = {Taking.TAKEN: _GREEN, Taking.PARTLY: _RED, Taking.DROPPED: _DARK, Taking.UNSEEN: _RED}
_VERDICT = {Verdict.SAME: _GREY, Verdict.STRICTER: _GREEN, Verdict.WEAKER: _RED, Verdict.MISSING: _RED}
#: Twips: A4 landscape, margins of 20 mm on the left and 15 mm elsewhere.
_PAGE_WIDTH, _PAGE_HEIGHT, _LEFT, _OTHER = 16838, 11906, 1134, 850
_WIDTH = _PAGE_WIDTH - _LEFT - _OTHER


def trace_docx(found: Trace) -> bytes:
    """The whole file."""
    body = "".join(
        [
            *_titles(found),
            *_duties(found.duties),
            *_targets(found.targets),
            *_rows(found.rows),
            *_own(found),
        ]
    )
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{_PAGE_WIDTH}" w:h="{_PAGE_HEIGHT}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{_OTHER}" w:right="{_OTHER}" w:bottom="{_OTHER}" w:left="{_LEFT}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
    )
    return _packed(f"{_XML}<w:document {_NS}><w:body>{body}{section}</w:body></w:document>", found)


# --- parts -----------------------------------------------------------------------------------------------------------


def _titles(found: Trace) -> Iterable[str]:
    yield _paragraph([_Run("ĐỐI CHIẾU KẾ HOẠCH VỚI KẾ HOẠCH CẤP TRÊN", bold=True)], style="Title")
    for name, title, subject in (
        ("Cấp trên: ", found.parent_title, found.parent_subject),
        ("Dự thảo: ", found.child_title, found.child_subject),
    ):
        yield _paragraph([_Run(name, bold=True), _Run(title), _Run(". "), _Run(subject, italic=True)])
    for line in summary(found):
        alarm = line.startswith("Cần xem")
        yield _paragraph([_Run(f"- {line}", bold=alarm, colour=_RED if alarm else None)])


def _duties(listed: Sequence[TakenDuty]) -> Iterable[str]:
    if not listed:
        return
    yield _heading(f"1. Việc và thời hạn cấp trên giao ({len(listed)})")
    rows = [
        [
            _plain(one.at),
            _duty(one),
            _plain(ROLES[one.duty.role.value]),
            _asked(one),
            _taken(one),
            [[_Run(TAKINGS[one.taking], bold=True, colour=_TAKING[one.taking])]],
        ]
        for one in listed
    ]
    names = ("Mục", "Việc cấp trên giao", "Vai trò", "Thời hạn, nơi nhận", "Trong dự thảo", "Tình trạng")
    yield _table(names, (8, 34, 9, 18, 20, 11), rows)


def _duty(one: TakenDuty) -> _Lines:
    question = question_of(one.duty)
    return [*_plain(clipped(one.duty.text, 260)), *([[_Run(question, italic=True)]] if question else [])]


def _asked(one: TakenDuty) -> _Lines:
    lines = [[_Run(when(one), bold=True)]] if one.duty.deadline else []
    return [*lines, *([[_Run(f"gửi {one.duty.to}")]] if one.duty.to else [])]


def _taken(one: TakenDuty) -> _Lines:
    lines = [[_Run(where(one.nodes), bold=True)]] if one.nodes else []
    lines += [[_Run(text)] for text in (one.by, one.deadline) if text]
    lines += [[_Run(f"Chưa thấy: {clipped(clause, 140)}", italic=True)] for clause in one.missing]
    return [*lines, *([[_Run(f"Mục này được bỏ: {one.reason}", italic=True)]] if one.reason else [])]


def _targets(listed: Sequence[TargetRow]) -> Iterable[str]:
    if not listed:
        return
    yield _heading(f"2. Chỉ tiêu ({len(listed)})")
    rows = [
        [
            _plain(place(one.parent.node)),
            _valued(one.parent.value, one.parent.text),
            [[_Run(verdict_note(one), bold=True, colour=_VERDICT[one.verdict])]],
            _plain(place(one.child.node) if one.child else ""),
            _valued(one.child.value, one.child.text) if one.child else [],
        ]
        for one in listed
    ]
    yield _table(("Mục", "Chỉ tiêu cấp trên", "So sánh", "Mục", "Chỉ tiêu của dự thảo"), (8, 37, 13, 8, 34), rows)


def _valued(value: str, text: str) -> _Lines:
    return [[_Run(f"{value}: ", bold=True), _Run(clipped(text, 240))]]


def _rows(listed: Sequence[Row]) -> Iterable[str]:
    yield _heading(f"3. Đối chiếu từng đoạn ({len(listed)})")
    out: list[list[_Lines] | str] = []
    for title, group in groupby(listed, key=lambda row: row.section):
        out.append(title)
        before: Row | None = None
        for row in group:
            out.append(_row(row, before))
            before = row
    yield _table(("Mục", "Kế hoạch cấp trên", "Xử lý", "Mục", "Trong dự thảo"), (8, 37, 9, 8, 38), out)


def _row(row: Row, before: Row | None) -> list[_Lines]:
    words = clipped(row.words, 220) if row.fate is Fate.KEPT else row.words
    return [
        _plain(place(row.node)),
        [*_plain(words), *([[_Run(first_said(row), italic=True)]] if row.first else [])],
        [[_Run(FATES[row.fate], bold=True, colour=_FATE[row.fate])]],
        _plain(place(row.child) if row.child else ""),
        _child(row, before),
    ]


def _child(row: Row, before: Row | None) -> _Lines:
    why = reason_of(row, before)
    note = [[_Run(why, italic=True)]] if why else []
    match row.fate:
        case Fate.KEPT:
            return [[_Run("Giữ nguyên văn", colour=_GREY)], *note]
        case Fate.ADAPTED:
            return [[_Run(one.text, cut=one.kind == "cut", new=one.kind == "new") for one in row.marked], *note]
        case Fate.REPLACED:
            return [*(_plain(row.child_words) if row.child_words else []), *note]
        case _:
            return note


def _own(found: Trace) -> Iterable[str]:
    if not found.added:
        return
    yield _heading(f"4. Phần tự viết thêm ({len(found.added)})")
    out: list[list[_Lines] | str] = []
    for title, group in groupby(found.added, key=lambda one: one.section):
        out.append(title)
        out += [[_plain(place(one.node)), _plain(one.words)] for one in group]
    yield _table(("Mục", "Nội dung"), (10, 90), out)


# --- Word's own words ------------------------------------------------------------------------------------------------

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def _plain(text: str) -> _Lines:
    return [[_Run(line.replace("\t", " | "))] for line in text.split("\n")] if text else []


def _run(run: _Run) -> str:
    marks = "".join(
        [
            "<w:b/>" if run.bold else "",
            "<w:i/>" if run.italic else "",
            "<w:strike/>" if run.cut else "",
            f'<w:color w:val="{_RED if run.cut else _GREEN if run.new else run.colour}"/>'
            if run.cut or run.new or run.colour
            else "",
            '<w:u w:val="single"/>' if run.new else "",
        ]
    )
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def _paragraph(runs: Sequence[_Run], *, style: str | None = None) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(map(_run, runs))}</w:p>"


def _heading(text: str) -> str:
    return _paragraph([_Run(text)], style="Heading1")


def _table(names: Sequence[str], shares: Sequence[int], rows: Sequence[Sequence[_Lines] | str]) -> str:
    widths = [_WIDTH * share // sum(shares) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell([[_Run(name, bold=True)]], width, fill="E4E8EE") for name, width in zip(names, widths, strict=True)
    )
    out = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for row in rows:
        if isinstance(row, str):
            cell = _cell([[_Run(row, bold=True)]], sum(widths), fill="F3F5F8", across=len(widths), style="CellTitle")
            out.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>")
            continue
        cells = "".join(_cell(lines, width) for lines, width in zip(row, widths, strict=True))
        out.append(f"<w:tr>{'' if _is_tall(row) else '<w:trPr><w:cantSplit/></w:trPr>'}{cells}</w:tr>")
    properties = f'<w:tblPr><w:tblStyle w:val="TraceGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(out)}</w:tbl>"


def _is_tall(row: Sequence[_Lines]) -> bool:
    """Whether a row may fill a good part of a page, so that it had better be cut than moved."""
    return any(len(lines) > 12 or sum(len(run.text) for line in lines for run in line) > 1500 for lines in row)


def _cell(lines: _Lines, width: int, *, fill: str | None = None, across: int = 1, style: str = "Cell") -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    paragraphs = "".join(_paragraph(line, style=style) for line in lines) or _paragraph([], style=style)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>{paragraphs}</w:tc>'


_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'


def _style(name: str, size: int, paragraph: str, marks: str = "", title: str | None = None) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title or name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr>{paragraph}</w:pPr><w:rPr>{marks}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="9AA3AE"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_STYLES = (
    f'{_XML}<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Title", 28, '<w:spacing w:after="160"/><w:jc w:val="center"/>', "<w:b/>")
    + _style(
        "Heading1",
        26,
        '<w:keepNext/><w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="0"/>',
        "<w:b/>",
        "heading 1",
    )
    + _style("Cell", 20, '<w:spacing w:before="20" w:after="20"/>')
    + _style("CellTitle", 20, '<w:keepNext/><w:spacing w:before="20" w:after="20"/>', "<w:b/>")
    + _style("Footer", 20, '<w:jc w:val="center"/>', "", "footer")
    + '<w:style w:type="table" w:styleId="TraceGrid"><w:name w:val="Trace Grid"/><w:tblPr>'
    f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
)
_FIELD = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_FOOTER = (
    f'{_XML}<w:ftr {_NS}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">Trang </w:t></w:r>{_FIELD.format("PAGE")}'
    f'<w:r><w:t xml:space="preserve">/</w:t></w:r>{_FIELD.format("NUMPAGES")}</w:p></w:ftr>'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_ROOT = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>'
)


def _core(found: Trace) -> str:
    title = escape(f"Đối chiếu: {found.child_subject}")
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _packed(document: str, found: Trace) -> bytes:
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "docProps/core.xml": _core(found),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _RELATIONS,
        "word/styles.xml": _STYLES,
        "word/footer1.xml": _FOOTER,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
