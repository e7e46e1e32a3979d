"""What a batch reports: faults gathered over localities, and the same told as page, JSON and workbook."""

import io
import json
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from kedraft.model.batch import BatchReport, BatchResult, BatchStatus
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.report import batch_html as page
from kedraft.report import batch_xlsx as sheets
from kedraft.report.batch_faults import Remedy, Standing, faults, file_url, kind_of, standing, tally
from kedraft.report.batch_json import batch_json, batch_rows

HOSTILE = "<script>alert(1)</script> ]]> </script> \"' &lt; {{x}} \u2028"


def _finding(
    message: str, severity: Severity = Severity.WARNING, rule: str = "KH-TM-01", where: Location | None = None
) -> Finding:
    return Finding(rule=rule, severity=severity, message=message, where=where or Location())


def _result(name: str, *findings: Finding, **fields: object) -> BatchResult:
    values: dict[str, object] = {
        "code": "06196",
        "name": f"{name}, tỉnh Lạng Sơn",
        "province": "Lạng Sơn",
        "file": f"Lạng Sơn - {name}.docx",
        "status": BatchStatus.WRITTEN,
        "findings": findings,
    }
    return BatchResult(**(values | fields))  # type: ignore[arg-type]


def _report(*results: BatchResult, **fields: object) -> BatchReport:
    values: dict[str, object] = {
        "draft_file": "phieu.yaml",
        "subject": "Triển khai",
        "folder": "ra",
        "results": results,
    }
    return BatchReport(**(values | fields))  # type: ignore[arg-type]


def batch_html(report: BatchReport, *, pdf: bool = False) -> str:
    return page.batch_html(report, faults(report), pdf=pdf)


def batch_xlsx(report: BatchReport) -> bytes:
    return sheets.batch_xlsx(report, faults(report))


def _cell(cell: str) -> Location:
    return Location(file="xa.xlsx", field=f"trang Địa phương, ô {cell}")


def _no_name(unit: str, cell: str) -> Finding:
    return _finding(f"Chưa có tên người ký của {unit}.", Severity.ERROR, "HL-02", _cell(cell))


# --- faults ----------------------------------------------------------------------------------------------------------


def test_the_same_thing_said_of_many_localities_is_one_fault_with_each_ones_cell() -> None:
    found = faults(
        _report(
            _result("xã Ba Sơn", _no_name("xã Ba Sơn", "F2")),
            _result("xã Cao Lộc", _no_name("xã Cao Lộc", "F3")),
            _result("phường Tam Thanh", _no_name("Phường Tam Thanh", "F4")),
        )
    )
    assert [one.title for one in found] == ["Chưa có tên người ký của …."]
    assert found[0].localities == 3
    assert found[0].remedy is Remedy.TABLE
    assert found[0].source == "xa.xlsx, trang Địa phương"
    assert [case.place for case in found[0].cases] == ["ô F2", "ô F3", "ô F4"]


def test_a_fault_of_the_draft_file_is_put_right_once_for_all() -> None:
    said = _finding("Thời hạn nằm ngoài năm 2026.", where=Location(file="phieu.yaml", line=117, field="IV.2"))
    (found,) = faults(_report(_result("xã Ba Sơn", said), _result("xã Cao Lộc", said)))
    assert (found.remedy, found.place) == (Remedy.DRAFT_FILE, "phieu.yaml, dòng 117")


def test_places_that_every_locality_shares_are_told_once() -> None:
    said = [_finding("Xem lại tên phòng.", where=Location(field=field)) for field in ("V.2", "PL.t1")]
    (found,) = faults(_report(_result("phường A B", *said), _result("phường C D", *said)))
    assert found.place == "mục V.2; Phụ lục, bảng 1"


def test_figures_and_quotations_that_differ_between_localities_do_not_split_a_fault() -> None:
    (found,) = faults(
        _report(
            _result("xã Ba Sơn", _finding("Dân số “1.200” có 4 chữ số.")),
            _result("xã Cao Lộc", _finding("Dân số “33.000” có 5 chữ số.")),
        )
    )
    assert found.title == "Dân số “…” có … chữ số."


def test_the_units_above_are_left_out_only_where_they_differ() -> None:
    def said(unit: str, province: str) -> BatchResult:
        finding = _finding(f"Kế hoạch của tỉnh Cà Mau, nhưng {unit} thuộc {province}.")
        return _result(unit, finding).evolve(name=f"{unit}, {province}")

    (one,) = faults(_report(said("xã Ba Sơn", "tỉnh Lạng Sơn"), said("xã Cao Lộc", "tỉnh Lạng Sơn")))
    assert one.title == "Kế hoạch của tỉnh Cà Mau, nhưng … thuộc tỉnh Lạng Sơn."
    (one,) = faults(_report(said("xã Ba Sơn", "tỉnh Lạng Sơn"), said("xã Tà Xùa", "tỉnh Sơn La")))
    assert one.title == "Kế hoạch của tỉnh Cà Mau, nhưng … thuộc …."


def test_a_ward_named_as_its_province_does_not_hide_the_province() -> None:
    (found,) = faults(_report(_result("phường Lào Cai", _finding("Nơi ký “Lào Cai” không thuộc tỉnh Lào Cai."))))
    assert found.title == "Nơi ký “Lào Cai” không thuộc tỉnh Lào Cai."
    two = [
        _result(name, _finding(f"{name[7:]}: không thuộc tỉnh Lào Cai."))
        for name in ("phường Lào Cai", "phường Cam Đường")
    ]
    assert [one.title for one in faults(_report(*two))] == ["…: không thuộc tỉnh Lào Cai."]


def test_two_faults_of_one_locality_stay_two_though_their_sentences_are_alike() -> None:
    both = (_finding("Chữ viết tắt “BHXH” chưa giải thích."), _finding("Chữ viết tắt “ATTP” chưa giải thích."))
    found = faults(_report(_result("xã Ba Sơn", *both), _result("xã Cao Lộc", *both)))
    assert [(one.title, one.localities) for one in found] == [
        ("Chữ viết tắt “ATTP” chưa giải thích.", 2),
        ("Chữ viết tắt “BHXH” chưa giải thích.", 2),
    ]


def test_a_name_of_one_syllable_is_not_taken_out_of_common_words() -> None:
    found = faults(
        _report(
            _result("xã Hòa", _finding("Hòa giải ở cơ sở chưa có thời hạn.")),
            _result("xã Ba Sơn", _finding("Hòa giải ở cơ sở chưa có thời hạn.")),
        )
    )
    assert [one.title for one in found] == ["Hòa giải ở cơ sở chưa có thời hạn."]


def test_the_gravest_and_most_frequent_come_first_whatever_the_order_of_findings() -> None:
    advice, look = _finding("Gợi ý.", Severity.INFO), _finding("Xem.")
    error = _finding("Lỗi.", Severity.ERROR)
    results = [_result("xã A B", advice, look), _result("xã C D", look, error), _result("xã E F", look)]
    assert [one.title for one in faults(_report(*results))] == ["Lỗi.", "Xem.", "Gợi ý."]
    turned = [result.evolve(findings=result.findings[::-1]) for result in results]
    assert faults(_report(*turned)) == faults(_report(*results))


@pytest.mark.parametrize(
    ("severities", "status", "expected"),
    [
        ((), BatchStatus.WRITTEN, Standing.READY),
        ((Severity.INFO,), BatchStatus.UNCHANGED, Standing.READY),
        ((Severity.INFO, Severity.WARNING), BatchStatus.WRITTEN, Standing.LOOK),
        ((Severity.WARNING, Severity.ERROR), BatchStatus.WRITTEN, Standing.FAULTY),
        ((Severity.ERROR,), BatchStatus.FAILED, Standing.FAILED),
    ],
)
def test_where_a_locality_stands(severities: tuple[Severity, ...], status: BatchStatus, expected: Standing) -> None:
    result = _result("xã Ba Sơn", *(_finding("x", severity) for severity in severities), status=status)
    assert standing(result) is expected


def test_the_kind_is_read_from_the_name_and_the_tally_in_words() -> None:
    assert [kind_of(_result(name)) for name in ("Phường Lương Văn Tri", "đặc khu Cô Tô", "thị xã X Y", "Lạng")] == [
        "phường",
        "đặc khu",
        "thị xã",
        "",
    ]
    assert tally([_finding("a"), _finding("b", Severity.ERROR), _finding("c")]) == "1 lỗi, 2 điểm cần xem"


# --- JSON ------------------------------------------------------------------------------------------------------------


def test_the_json_has_the_agreed_keys_and_nothing_else() -> None:
    (row,) = json.loads(batch_json(_report(_result("xã Ba Sơn", _no_name("xã Ba Sơn", "F2")))))
    assert row == {
        "code": "06196",
        "name": "xã Ba Sơn, tỉnh Lạng Sơn",
        "file": "Lạng Sơn - xã Ba Sơn.docx",
        "status": "written",
        "findings": [
            {
                "rule": "HL-02",
                "severity": "error",
                "message": "Chưa có tên người ký của xã Ba Sơn.",
                "where": {
                    "file": "xa.xlsx",
                    "line": None,
                    "column": None,
                    "page": None,
                    "paragraph": None,
                    "field": "trang Địa phương, ô F2",
                },
                "citation": None,
            }
        ],
    }
    assert json.loads(batch_json(_report())) == []


def test_the_reports_tell_the_folder_not_the_run() -> None:
    first = _report(_result("xã Ba Sơn", _finding("x")), seconds=12.5, folder="/nơi/này")
    again = _report(_result("xã Ba Sơn", _finding("x"), status=BatchStatus.UNCHANGED, proved=True), folder="/nơi/khác")
    assert batch_json(first) == batch_json(again)
    assert batch_html(first) == batch_html(again)
    assert batch_xlsx(first) == batch_xlsx(again)
    assert [row["status"] for row in batch_rows(again)] == ["unchanged"]


# --- the page --------------------------------------------------------------------------------------------------------


class _Page(HTMLParser):
    """What a browser without scripts would show: elements, links, words; and the data that scripts read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words = ""
        self.data = ""
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self._inside = tag if tag in ("script", "style") else self._inside
        self.links += [values["href"] or ""] if "href" in values else []
        self.ids += [values["id"] or ""] if "id" in values else []

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.words += data
        elif data.startswith('{"faults"'):
            self.data += data


def test_the_page_without_scripts_names_every_fault_with_its_cells_and_every_locality_with_its_file() -> None:
    page = _Page(
        batch_html(
            _report(
                _result("xã Ba Sơn", _no_name("xã Ba Sơn", "F2")),
                _result("xã Cao Lộc", _no_name("xã Cao Lộc", "F3")),
                _result(
                    "xã Mất Tích", _finding("Không có xã này.", Severity.ERROR), file=None, status=BatchStatus.FAILED
                ),
            )
        )
    )
    assert "1. Chưa có tên người ký của …." in page.words
    assert "trong bảng địa phương xa.xlsx, trang Địa phương, ở chỗ ghi sau tên từng địa phương" in page.words
    assert "xã Ba Sơn (ô F2); xã Cao Lộc (ô F3)" in page.words
    assert "chưa có tệp" in page.words
    files = [unquote(link) for link in page.links if link.endswith(".docx")]
    assert files == ["Lạng Sơn - xã Ba Sơn.docx", "Lạng Sơn - xã Cao Lộc.docx"]


def test_links_inside_the_page_lead_somewhere_and_no_id_stands_twice() -> None:
    results = [_result(f"xã Số {at}", _finding("Xem."), _no_name(f"xã Số {at}", f"F{at}")) for at in range(120)]
    page = _Page(batch_html(_report(*results, _result("xã Sạch Sẽ"))))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)


def test_nothing_is_fetched() -> None:
    text = batch_html(_report(_result("xã Ba Sơn", _finding("x"))))
    assert "://" not in text
    assert not {"link", "img", "iframe", "object"} & set(_Page(text).tags)


def test_hostile_words_stay_words() -> None:
    result = _result(
        HOSTILE, _finding(HOSTILE, where=Location(file=HOSTILE, field=HOSTILE)), province=HOSTILE, code=HOSTILE
    )
    plain = _Page(batch_html(_report(_result("xã Ba Sơn", _finding("x")))))
    page = _Page(batch_html(_report(result, subject=HOSTILE, draft_file=HOSTILE, leftover=(HOSTILE,))))
    assert page.tags.count("script") == plain.tags.count("script") == 3
    assert HOSTILE in page.words
    data = json.loads(page.data)
    assert HOSTILE in data["texts"]
    assert len(data["rows"]) == 1


def test_the_data_gives_each_row_its_findings_in_full() -> None:
    page = _Page(batch_html(_report(_result("xã Ba Sơn", _no_name("xã Ba Sơn", "F2")), _result("xã Cao Lộc"))))
    data = json.loads(page.data)
    (fault, said, place), *none = data["rows"][0][3]
    assert none == []
    assert data["faults"][fault - 1][2] == "HL-02"
    assert data["texts"][said] == "Chưa có tên người ký của xã Ba Sơn."
    assert data["texts"][place] == "xa.xlsx, trang Địa phương, ô F2"
    assert data["rows"][1][2:] == ["ready", []]


def test_several_provinces_have_a_table_of_their_own_and_one_has_none() -> None:
    one = [_result("xã Ba Sơn"), _result("xã Cao Lộc")]
    assert "Theo tỉnh, thành phố" not in _Page(batch_html(_report(*one))).words
    page = _Page(batch_html(_report(*one, _result("xã Tà Xùa", province="Sơn La"))))
    assert "Theo tỉnh, thành phố" in page.words
    assert {"Lạng Sơn", "Sơn La"} <= set(page.words.replace("\n", " ").split("  ")) or "Sơn La" in page.words


def test_a_stopped_run_and_files_of_earlier_runs_are_told() -> None:
    page = _Page(batch_html(_report(_result("xã Ba Sơn"), stopped=True, leftover=("xã Cũ.docx",))))
    assert "dừng giữa chừng" in page.words
    assert "xã Cũ.docx" in page.words
    assert file_url("xã Cũ.docx") in page.links


def test_pdfs_are_linked_when_they_were_asked_for() -> None:
    links = _Page(batch_html(_report(_result("xã Ba Sơn")), pdf=True)).links
    assert "Lạng Sơn - xã Ba Sơn.pdf" in [unquote(link) for link in links]


# --- the workbook ----------------------------------------------------------------------------------------------------


def test_the_workbook_has_summary_localities_and_findings_with_filters_and_links() -> None:
    report = _report(_result("xã Ba Sơn", _no_name("xã Ba Sơn", "F2"), _finding("Xem.")), _result("xã Cao Lộc"))
    book = load_workbook(io.BytesIO(batch_xlsx(report)))
    assert book.sheetnames == ["Tóm tắt", "Địa phương", "Rà soát"]
    places, said = book["Địa phương"], book["Rà soát"]
    assert (places.auto_filter.ref, said.auto_filter.ref) == ("A1:I3", "A1:I3")
    assert (places.freeze_panes, said.freeze_panes) == ("A2", "A2")
    assert [cell.value for cell in places[2]] == [
        1, "06196", "xã Ba Sơn", "xã", "tỉnh Lạng Sơn", "Còn lỗi phải sửa", "1 lỗi, 1 điểm cần xem", "Lạng Sơn - xã Ba Sơn.docx", "1, 2",
    ]  # fmt: skip
    assert unquote(places["H2"].hyperlink.target) == "Lạng Sơn - xã Ba Sơn.docx"
    assert places["F2"].fill.fgColor.rgb != places["F3"].fill.fgColor.rgb
    assert [cell.value for cell in said[2]][:7] == [
        1, "Lỗi", "xã Ba Sơn", "tỉnh Lạng Sơn", "Chưa có tên người ký của xã Ba Sơn.", "xa.xlsx, trang Địa phương", "ô F2",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_words_are_never_formulas(sign: str) -> None:
    words = f'{sign}HYPERLINK("http://x","y")'
    book = load_workbook(io.BytesIO(batch_xlsx(_report(_result(words, _finding(words), file=words), subject=words))))
    held = [cell for sheet in book for row in sheet for cell in row if str(cell.value or "").startswith(sign)]
    assert len(held) >= 4
    assert {cell.data_type for cell in held} == {"s"}


def test_the_workbook_holds_hostile_and_endless_words() -> None:
    report = _report(_result("xã Ba Sơn", _finding(HOSTILE), _finding("dài " * 20_000, rule="X")))
    said = load_workbook(io.BytesIO(batch_xlsx(report)))["Rà soát"]
    texts = [said.cell(at, 5).value for at in (2, 3)]
    assert HOSTILE in texts
    assert max(map(len, texts)) == 32_767
