"""A batch as one HTML page: what is missing first, by fault and with the place to put it right, then a row for each locality.

Nothing is fetched. Without scripts the page says everything but the wording of single cases; scripts add filters and unfold the rows.
Equal folders have equal pages: neither the time nor the folder's name stands in it.
"""

import json
from collections.abc import Iterable
from html import escape
from itertools import groupby

from kedraft.model.batch import BatchReport, BatchResult
from kedraft.model.finding import Severity
from kedraft.report.batch_faults import (
    SEVERITIES,
    STANDINGS,
    Case,
    Fault,
    Remedy,
    Standing,
    faults_of_rows,
    file_url,
    grouped,
    kind_of,
    standing,
    standings,
    tally,
    unit_and_chain,
)
from kedraft.report.batch_page import HEAD, SCRIPT

#: More cases than this are folded away until somebody asks for them.
_MANY = 40
#: With more rows than this the browser lays out only those in view.
_LAZY = 300
_RANK = {severity: at for at, severity in enumerate(SEVERITIES)}


def batch_html(report: BatchReport, found: tuple[Fault, ...], *, pdf: bool = False) -> str:
    """The whole page. `found`: the report's faults; `pdf`: a PDF stands beside each Word file."""
    parts = [
        HEAD.replace("$TITLE", escape(f"Kết quả soạn hàng loạt: {report.subject}")),
        _titles(report),
        _summary(report, found),
        _faults(report, found),
        _provinces(report),
        _rows(report, found, pdf=pdf),
        _leftover(report),
        _FOOT,
        f'<script type="application/json" id="data">{_data(report, found)}</script>',
        SCRIPT,
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _titles(report: BatchReport) -> str:
    stopped = (
        '<p class="stopped"><b>Lần chạy này dừng giữa chừng.</b> Những địa phương chưa đến lượt chưa có trong bảng; '
        "chạy lại đúng lệnh cũ để làm tiếp.</p>"
        if report.stopped
        else ""
    )
    return (
        '<a class="skip" href="#rows">Đến danh sách địa phương</a>'
        f'<header><p class="over">Kết quả soạn hàng loạt</p><h1>{escape(report.subject)}</h1>'
        f"<p>Phiếu kế thừa <b>{escape(report.draft_file)}</b> · {grouped(len(report.results))} địa phương</p>{stopped}</header><main>"
    )


# --- summary ---------------------------------------------------------------------------------------------------------


def _summary(report: BatchReport, found: tuple[Fault, ...]) -> str:
    counts = standings(report)
    tiles = "".join(
        f'<li><a class="tile {one.value}" href="#rows" data-standing="{one.value}"><b>{grouped(counts[one])}</b>{name}</a></li>'
        for one, name in STANDINGS.items()
    )
    bar = "".join(f'<span class="{one.value}" style="flex:{counts[one]}"></span>' for one in STANDINGS if counts[one])
    return (
        f'<section aria-label="Tóm tắt"><ul class="tiles">{tiles}</ul><div class="bar" aria-hidden="true">{bar}</div>'
        f'<p class="lead">{escape(_lead(counts[Standing.READY], len(report.results), found))}</p></section>'
    )


def _lead(ready: int, total: int, found: tuple[Fault, ...]) -> str:
    """What to do first, in a sentence."""
    tasks = sum(one.severity is not Severity.INFO for one in found)
    if not total:
        return "Bảng không có địa phương nào."
    if not tasks:
        return "Không phải sửa gì: mọi dự thảo đều sẵn sàng; xem lại rồi trình ký."
    once = sum(
        one.severity is not Severity.INFO and one.remedy is Remedy.DRAFT_FILE and bool(one.place) for one in found
    )
    first = f" {once} việc chỉ phải sửa một lần trong phiếu kế thừa cho tất cả." if once else ""
    return f"{grouped(ready)} trên {grouped(total)} dự thảo sẵn sàng trình ký; còn {tasks} việc phải làm, kể dưới đây từ nặng đến nhẹ.{first}"


# --- faults ----------------------------------------------------------------------------------------------------------


def _faults(report: BatchReport, found: tuple[Fault, ...]) -> str:
    numbered = list(enumerate(found, 1))
    tasks = "".join(_fault(report, at, one) for at, one in numbered if one.severity is not Severity.INFO)
    advice = "".join(_fault(report, at, one) for at, one in numbered if one.severity is Severity.INFO)
    parts = (
        [f'<section><h2>Việc phải làm, theo từng lỗi</h2><ol class="faults">{tasks}</ol></section>'] if tasks else []
    )
    if advice:
        parts.append(f'<section><h2>Gợi ý, không bắt buộc</h2><ol class="faults">{advice}</ol></section>')
    return "".join(parts)


def _fault(report: BatchReport, at: int, one: Fault) -> str:
    ground = " · ".join(escape(part) for part in (one.citation, f"quy tắc {one.rule}") if part)
    return (
        f'<li id="f{at}" class="{one.severity.value}"><h3><span class="mark">{SEVERITIES[one.severity]}</span> {at}. {_text(one.title)} '
        f'<span class="count">{_concerned(report, one)}</span></h3><p><b>Sửa ở đâu:</b> {escape(_fix(one))}</p>{_cases(report, one)}'
        f'<p class="ground">{ground} <button type="button" class="js" data-fault="{at}">Lọc danh sách theo việc này</button></p></li>'
    )


def _concerned(report: BatchReport, one: Fault) -> str:
    total = len(report.results)
    if one.localities == total and total > 1:
        return f"tất cả {grouped(total)} địa phương"
    return f"{grouped(one.localities)} địa phương"


def _fix(one: Fault) -> str:
    """Where it is put right, and how often."""
    match one.remedy:
        case Remedy.TABLE if one.place:
            return f"trong bảng địa phương, {one.place}."
        case Remedy.TABLE:
            return f"trong bảng địa phương{f' {one.source}' if one.source else ''}, ở chỗ ghi sau tên từng địa phương."
        case Remedy.DRAFT_FILE if one.place:
            return f"trong phiếu kế thừa, một lần cho tất cả: {one.place}."
        case Remedy.DRAFT_FILE:
            return "trong phiếu kế thừa, ở dòng ghi sau tên từng địa phương."
        case Remedy.DRAFT if one.place:
            return f"ở từng dự thảo: {one.place}. Sửa trong phiếu kế thừa thì đổi ở mọi địa phương."
        case Remedy.DRAFT:
            return "ở từng dự thảo, chỗ ghi sau tên địa phương. Sửa trong phiếu kế thừa thì đổi ở mọi địa phương."
        case _:
            return "như lời nhắc ở trên, rồi chạy lại."


def _cases(report: BatchReport, one: Fault) -> str:
    """Whom it concerns, province by province; the places too when each has its own."""
    if one.localities == len(report.results) and one.place:
        return ""
    rank = {name: at for at, name in enumerate(_named_provinces(report))}
    ordered = sorted(one.cases, key=lambda case: (rank[report.results[case.row].province], case.row))
    linked, placed = len(ordered) <= 10 * _MANY, not one.place and one.remedy is not Remedy.NOWHERE
    listed = "".join(
        _province_cases(report, province, tuple(cases), linked=linked, placed=placed)
        for province, cases in groupby(ordered, key=lambda case: report.results[case.row].province)
    )
    opened = "" if len(ordered) > _MANY else " open"
    return f'<details class="cases"{opened}><summary>Các địa phương: {grouped(one.localities)}</summary><dl>{listed}</dl></details>'


def _province_cases(report: BatchReport, province: str, cases: tuple[Case, ...], *, linked: bool, placed: bool) -> str:
    rows: list[str] = []
    for row, own in groupby(cases, key=lambda case: case.row):
        unit = escape(unit_and_chain(report.results[row])[0])
        places = escape("; ".join(dict.fromkeys(case.place for case in own))) if placed else ""
        named = f'<a href="#r{row + 1}">{unit}</a>' if linked else unit
        rows.append(f"{named} <i>({places})</i>" if places else named)
    return f"<dt>{escape(province)} ({len(rows)})</dt><dd>{'; '.join(rows)}</dd>"


# --- provinces -------------------------------------------------------------------------------------------------------


def _provinces(report: BatchReport) -> str:
    """How each province stands, when there are several."""
    names = _named_provinces(report)
    if len(names) < 2:
        return ""
    counts = {name: dict.fromkeys(STANDINGS, 0) for name in names}
    for result in report.results:
        counts[result.province][standing(result)] += 1
    rows = "".join(
        f'<tr><th scope="row"><a href="#rows" data-province="{at}">{escape(name)}</a></th><td>{grouped(sum(counts[name].values()))}</td>'
        + "".join(
            (f'<td class="{one.value}">{grouped(count)}</td>' if count else "<td>–</td>")
            for one, count in counts[name].items()
        )
        + "</tr>"
        for at, name in enumerate(names)
    )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Tỉnh, thành phố", "Địa phương", *STANDINGS.values()))
    return (
        f'<section><h2>Theo tỉnh, thành phố</h2><div class="wide" tabindex="0" role="region" aria-label="Bảng theo tỉnh, thành phố">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _named_provinces(report: BatchReport) -> list[str]:
    return list(dict.fromkeys(result.province for result in report.results))


# --- localities ------------------------------------------------------------------------------------------------------


def _rows(report: BatchReport, found: tuple[Fault, ...], *, pdf: bool) -> str:
    concerned = faults_of_rows(report, found)
    listed = "\n".join(_row(at, result, concerned[at - 1], pdf=pdf) for at, result in enumerate(report.results, 1))
    return (
        f'<section id="rows" tabindex="-1"><h2>Từng địa phương</h2>{_filters(report, found)}'
        '<div class="cols" aria-hidden="true"><div class="line"><span>Địa phương</span><span>Thuộc, mã</span><span>Tình trạng</span><span>Rà soát</span></div><span>Tệp</span></div>'
        f'<ul class="rows{" many" if len(report.results) > _LAZY else ""}">\n{listed}\n</ul><p class="none" hidden>Không có địa phương nào khớp với bộ lọc.</p></section>'
    )


def _row(at: int, result: BatchResult, concerned: list[int], *, pdf: bool) -> str:
    stands = standing(result)
    unit, chain = unit_and_chain(result)
    of = " · ".join(escape(part) for part in (chain, result.code) if part)
    line = (
        f"<b>{escape(unit)}</b><span>{of}</span><span class=mark>{STANDINGS[stands]}</span>"
        f"<span>{tally(result.findings) or 'không có vấn đề nào'}</span>"
    )
    body = (
        f"<details><summary>{line}</summary><p>Xem {_listed(concerned)}.</p></details>"
        if concerned
        else f"<div class=line>{line}</div>"
    )
    return f"<li id=r{at} class={stands.value}>{body}<span class=file>{_files(result, pdf=pdf)}</span></li>"


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(f"<a href=#f{at}>việc {at}</a>" for at in numbers)


def _files(result: BatchResult, *, pdf: bool) -> str:
    if result.file is None:
        return "chưa có tệp"
    links = f'<a href="{file_url(result.file)}">{escape(result.file)}</a>'
    if pdf:
        links += f' <a href="{file_url(result.file.removesuffix(".docx") + ".pdf")}">PDF</a>'
    return links


def _filters(report: BatchReport, found: tuple[Fault, ...]) -> str:
    kinds = sorted({kind for kind in map(kind_of, report.results) if kind})
    chosen = (
        _select("province", "Tỉnh, thành phố", ((str(at), name) for at, name in enumerate(_named_provinces(report)))),
        _select("kind", "Loại", ((kind, kind) for kind in kinds)),
        _select("standing", "Tình trạng", ((one.value, name) for one, name in STANDINGS.items())),
        _select("severity", "Mức độ", ((str(at), f"có {name.lower()}") for at, name in enumerate(SEVERITIES.values()))),
        _select(
            "fault", "Việc phải làm", ((str(at), f"{at}. {_clipped(one.title)}") for at, one in enumerate(found, 1))
        ),
    )
    return (
        '<form class="filters js" aria-label="Lọc danh sách"><label>Tìm <input type="search" name="text" placeholder="tên xã, tên tệp; không cần dấu"></label>'
        f'{"".join(chosen)}<button type="reset">Bỏ lọc</button><button type="button" name="unfold">Mở hết chi tiết</button>'
        '<output aria-live="polite"></output></form>'
    )


def _select(name: str, title: str, options: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{escape(value)}">{escape(shown)}</option>' for value, shown in options)
    return f'<label>{title} <select name="{name}"><option value="">tất cả</option>{listed}</select></label>'


def _clipped(words: str, size: int = 70) -> str:
    line = " ".join(words.split())
    return line if len(line) <= size else line[:size].rsplit(" ", 1)[0] + " …"


def _leftover(report: BatchReport) -> str:
    if not report.leftover:
        return ""
    listed = "".join(f'<li><a href="{file_url(name)}">{escape(name)}</a></li>' for name in report.leftover)
    return (
        f"<section><h2>Tệp của lần chạy trước</h2><p>{grouped(len(report.leftover))} tệp dưới đây do một lần chạy trước tạo ra, nay bảng không còn "
        f"địa phương ấy. kedraft để nguyên; xóa nếu không cần nữa.</p><ul>{listed}</ul></section>"
    )


_FOOT = (
    "</main><footer><h2>Làm gì tiếp</h2><ol><li>Làm các việc ở trên: điền bảng địa phương, sửa phiếu kế thừa.</li>"
    "<li>Lưu lại, rồi chạy lại đúng lệnh cũ. Tệp không có gì đổi được để nguyên; trang này được ghi lại.</li>"
    "<li>Đọc lại từng dự thảo trong Word trước khi trình. Số và ngày ban hành để trống cho văn thư.</li></ol></footer>"
)


# --- what the scripts read -------------------------------------------------------------------------------------------


def _data(report: BatchReport, found: tuple[Fault, ...]) -> str:
    """Faults, and for each row its filter values and its cases; each text once. Safe inside a script element."""
    texts: dict[str, int] = {}
    cases: list[list[list[int]]] = [[] for _ in report.results]
    for at, one in enumerate(found, 1):
        for case in one.cases:
            said, place = (texts.setdefault(text, len(texts)) for text in (case.message, case.where))
            cases[case.row].append([at, said, place])
    provinces = {name: at for at, name in enumerate(_named_provinces(report))}
    value = {
        "faults": [[_RANK[one.severity], SEVERITIES[one.severity], one.rule, one.citation or ""] for one in found],
        "texts": list(texts),
        "rows": [
            [provinces[result.province], kind_of(result), standing(result).value, own]
            for result, own in zip(report.results, cases, strict=True)
        ],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_HARMLESS)


#: Signs by which JSON could end its element, open a comment or break a line of script.
_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def _text(words: str) -> str:
    return escape(words).replace("\n", "<br>")
