"""The trace: every paragraph of the parent has a row that tells its fate, and every duty one that tells who took it."""

import io
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kedraft.cli.drafting import drafted
from kedraft.grammar.address import Role
from kedraft.grammar.duties import Duty, duties
from kedraft.inheritance import UNMENTIONED
from kedraft.model.draft import Draft
from kedraft.model.locality import Locality
from kedraft.model.plan import Plan
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import draft_plan, locate_for, parent_plan
from kedraft.report.duties import THIS_PLAN, Taking, taken
from kedraft.report.places import place
from kedraft.report.targets import Verdict
from kedraft.report.trace import Fate, Trace, marked, trace, trace_json
from kedraft.report.trace_docx import trace_docx
from kedraft.report.trace_html import trace_html
from kedraft.report.trace_xlsx import trace_xlsx

STORIES = ("tinh-xa-2026", "tinh-huyen-2023", "huyen-xa-2023", "ban-chi-dao-2024")
_ROOT = Path(__file__).resolve().parents[3]


@cache
def story(name: str) -> Draft:
    return drafted(_ROOT / "examples" / name / "draft.yaml").draft


@cache
def found(name: str) -> Trace:
    return trace(story(name))


def leaves(plan: Plan) -> list[str]:
    return [item.id for item in plan.walk() if not item.children or item.text is not None]


@pytest.mark.parametrize("name", STORIES)
def test_every_leaf_of_the_parent_has_one_row(name: str) -> None:
    rows = Counter(row.node for row in found(name).rows)
    assert all(rows[leaf] == 1 for leaf in leaves(story(name).parent))
    framed = len(story(name).parent.legal_bases) + len(story(name).parent.opening) + len(story(name).parent.closing)
    assert len(found(name).rows) == len(leaves(story(name).parent)) + framed


@pytest.mark.parametrize("name", STORIES)
def test_every_duty_of_the_parent_stands_on_a_row(name: str) -> None:
    draft = story(name)
    assert draft.locality is not None
    asked = duties(draft.parent, draft.locality)
    words = "\n".join(row.words for row in found(name).rows)
    assert asked
    assert [one.duty for one in found(name).duties] == list(asked)
    assert all(duty.text in words for duty in asked)


@pytest.mark.parametrize("name", STORIES)
def test_a_kept_row_says_the_same_and_an_adapted_one_tells_what_changed(name: str) -> None:
    for row in found(name).rows:
        if row.fate is Fate.KEPT:
            assert row.child_words == row.words
        if row.fate is Fate.ADAPTED:
            assert row.child_words != row.words
            assert "".join(span.text for span in row.marked if span.kind != "new") == row.words
            assert "".join(span.text for span in row.marked if span.kind != "cut") == row.child_words
        if row.fate is Fate.DROPPED:
            assert row.reason
            assert row.child is None


def test_the_fates_of_a_communes_plan() -> None:
    rows = {row.node: row for row in found("tinh-xa-2026").rows}
    assert rows["I.1.b"].fate is Fate.KEPT
    assert [(one.before, one.after) for one in rows["I.1.a"].changes] == [("địa bàn tỉnh", "địa bàn xã")]
    assert (rows["I.1.c"].fate, rows["I.1.c"].child) == (Fate.REPLACED, "I.1.c")
    assert rows["I.2.d"].reason == "Xã không có cơ quan báo chí"
    assert rows["III.5.-2"].together == "III.5.-1"
    assert "Toàn xã xây dựng ít nhất 02 mô hình" in (rows["III.5.-1"].child_words or "")
    assert rows["PL.t1"].fate is Fate.REPLACED


def test_what_the_draft_file_passes_over_is_not_called_dropped() -> None:
    silent = _child_of(story("tinh-xa-2026"), ["I", "III"])
    rows = trace(silent).rows
    assert {row.fate for row in rows if row.node.startswith("VI.")} == {Fate.NOT_MENTIONED}
    assert {row.reason for row in rows if row.fate is Fate.NOT_MENTIONED} == {UNMENTIONED}


def test_own_sections_are_listed_as_added() -> None:
    added = [one.node for one in found("tinh-xa-2026").added]
    assert "I.2.d" in added
    assert "V.1.a" in added
    assert "III.5" not in added  # it replaces a paragraph


def test_targets_stand_side_by_side() -> None:
    verdicts = {one.parent.text[:30]: one.verdict for one in found("tinh-xa-2026").targets}
    assert verdicts["Tối thiểu 60% hồ sơ thủ tục hà"] is Verdict.STRICTER
    assert verdicts["Tối thiểu 70% người dân trong "] is Verdict.SAME
    weaker = _child_of(story("tinh-xa-2026"), ["III"], replace=("III.3.-1", "Tối thiểu 50% người dân trong độ tuổi lao động có kỹ năng số cơ bản, được xác nhận trên VNeID."))  # fmt: skip
    assert Verdict.WEAKER in {one.verdict for one in trace(weaker).targets}


def test_duties_are_found_in_own_text_with_the_body_that_took_them() -> None:
    fates = {one.duty.text[:40]: one for one in found("tinh-xa-2026").duties}
    plan = fates["Xây dựng kế hoạch triển khai trên địa bà"]
    assert plan.nodes == (THIS_PLAN, "V.1.b")
    report = fates["Các cơ quan, đơn vị, Ủy ban nhân dân các"]
    assert (report.taking, report.nodes, report.by) == (Taking.TAKEN, ("V.1.d",), "Phòng Văn hóa - Xã hội")
    assert fates["Tập huấn giảng viên nguồn cho cấp xã"].taking is Taking.UNSEEN


def test_a_duty_of_several_clauses_is_partly_taken_when_some_are_missing() -> None:
    (partly,) = (one for one in found("tinh-huyen-2023").duties if one.duty.text.startswith("Tổ chức thu Quỹ"))
    assert (partly.taking, partly.by) == (Taking.PARTLY, "Ủy ban nhân dân các xã, thị trấn")
    assert [clause[:17] for clause in partly.missing] == ["bố trí ngân sách,"]


def test_a_duty_that_the_draft_drops_by_name_tells_the_reason_and_one_in_a_dropped_section_is_only_unseen() -> None:
    draft = _child_of(story("tinh-xa-2026"), ["I"], drop={"VI": "xã phân công lại", "IV.5": "xã không có thôn điểm"})
    duty = next(one for one in duties(draft.parent, _where(draft)) if one.node == "VI.10.c")
    (fate,) = taken(draft, [duty])
    assert (fate.taking, fate.reason) == (Taking.UNSEEN, "xã phân công lại")
    named = next(one for one in duties(draft.parent, _where(draft)) if one.node == "IV.5")
    (fate,) = taken(draft, [named])
    assert (fate.taking, fate.reason) == (Taking.DROPPED, "xã không có thôn điểm")


def test_words_that_share_only_common_words_are_not_taken_for_a_duty() -> None:
    duty = Duty(text="Lắp đặt trạm quan trắc mực nước tự động tại hồ chứa.", addressed="UBND các xã", role=Role.LEAD, node="I", leaf="I.9")  # fmt: skip
    (fate,) = taken(story("tinh-xa-2026"), [duty])
    assert (fate.taking, fate.nodes) == (Taking.UNSEEN, ())


def test_from_seed_000_every_duty_has_a_row_and_is_told_honestly(seeds: Path) -> None:
    parent = parent_plan(next(seeds.glob("000_*")).read_bytes(), "000.txt")
    spec = _spec(
        {"commune": "Ba Sơn", "province": "Lạng Sơn"}, [{"inherit": "I"}, {"inherit": "II", "mode": "verbatim"}]
    )
    shown = trace(draft_plan(parent, spec, locate_for(spec)))
    assert len(shown.duties) == 4
    words = "\n".join(row.words for row in shown.rows)
    assert all(one.duty.text in words for one in shown.duties)
    assert {one.taking for one in shown.duties if one.duty.node == "V.14"} == {Taking.UNSEEN}


# --- how it looks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        ("V.14.-2", "V.14, gạch 2"),
        ("III.p1", "III, đoạn 1"),
        ("PL.t1", "Phụ lục, bảng 1"),
        ("PL2.I.3", "Phụ lục II, I.3"),
        ("I.2.b.-1.+3", "I.2.b, gạch 1, cộng 3"),
        ("căn cứ 1", "căn cứ 1"),
    ],
)
def test_nodes_are_named_as_a_person_names_them(node: str, shown: str) -> None:
    assert place(node) == shown


def test_whole_phrases_are_marked() -> None:
    spans = [
        (span.kind, span.text)
        for span in marked("trên địa bàn tỉnh Bình Thuận năm 2026", "trên địa bàn xã Ba Sơn năm 2026")
    ]
    assert spans == [
        ("same", "trên địa bàn "),
        ("cut", "tỉnh Bình Thuận"),
        ("new", "xã Ba Sơn"),
        ("same", " năm 2026"),
    ]


@pytest.mark.parametrize("name", STORIES)
def test_the_page_fetches_nothing_and_marks_every_change(name: str) -> None:
    page = trace_html(found(name))
    assert not re.search(r"(?:src|href)=|https?://|@import", page)
    assert page.count('<tr class="') >= len(found(name).rows)
    assert all(f"<ins>{span.text}</ins>" in page for row in found(name).rows for span in row.marked if span.kind == "new" and "&" not in span.text and '"' not in span.text)  # fmt: skip
    assert page.startswith("<!doctype html>")


def test_words_cannot_break_the_page_or_the_file() -> None:
    draft = _child_of(
        story("tinh-xa-2026"), ["I"], replace=("I.1.a", "Khoa học & Công nghệ <script>alert(1)</script> =1+1")
    )
    shown = trace(draft)
    assert "<script>alert" not in trace_html(shown)
    assert b"&amp;" in zipfile.ZipFile(io.BytesIO(trace_docx(shown))).read("word/document.xml")
    assert b"<f>" not in b"".join(_parts(trace_xlsx(shown)).values())


@pytest.mark.parametrize("name", STORIES)
def test_the_word_file_holds_every_row_and_repeats_its_headers(name: str) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(trace_docx(found(name))))
    section = document.sections[0]
    assert section.page_width > section.page_height
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert all(row.words.split("\n")[0].split("\t")[0][:60] in text for row in found(name).rows)
    assert _parts(trace_docx(found(name)))["word/document.xml"].count(b"<w:tblHeader/>") == len(document.tables)


def test_the_workbook_has_frozen_filtered_sheets() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(trace_xlsx(found("tinh-xa-2026"))))
    assert book.sheetnames == ["Tóm tắt", "Đối chiếu", "Việc được giao", "Chỉ tiêu", "Tự viết thêm"]
    sheet = book["Đối chiếu"]
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == len(found("tinh-xa-2026").rows) + 1
    assert sheet.auto_filter.ref == f"A1:I{sheet.max_row}"


def test_the_same_draft_gives_the_same_bytes() -> None:
    shown = found("huyen-xa-2023")
    assert trace_docx(shown) == trace_docx(shown)
    assert trace_xlsx(shown) == trace_xlsx(shown)


def test_json_counts_what_it_lists() -> None:
    shown = trace_json(found("tinh-xa-2026"))
    assert sum(shown["counts"]["rows"].values()) == len(shown["rows"])
    assert shown["counts"]["duties"]["unseen"] == sum(one["taking"] == "unseen" for one in shown["duties"])
    assert "leaf" not in shown["duties"][0]


# --- making drafts ---------------------------------------------------------------------------------------------------


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _where(draft: Draft) -> Locality:
    assert draft.locality is not None
    return draft.locality


def _spec(locality: dict[str, str], sections: list[dict[str, object]]) -> DraftSpec:
    document = {"subject": "Làm một việc", "date": "2026-02"}
    return DraftSpec.model_validate({"parent": "cap-tren.docx", "locality": locality, "document": document, "sections": sections})  # fmt: skip


def _child_of(
    model: Draft,
    inherited: list[str],
    *,
    replace: tuple[str, str] | None = None,
    drop: dict[str, str] | None = None,
) -> Draft:
    """A child of the story's parent that takes some sections; one node written anew, some dropped."""
    sections: list[dict[str, object]] = []
    for section in inherited:
        entry: dict[str, object] = {"inherit": section}
        if replace and replace[0].startswith(f"{section}."):
            entry["nodes"] = [{"node": replace[0], "mode": "replace", "text": replace[1]}]
        sections.append(entry)
    for node, reason in (drop or {}).items():
        sections.append({"drop": node, "reason": reason})
    spec = _spec({"commune": "Ba Sơn", "province": "Lạng Sơn"}, sections)
    return draft_plan(model.parent, spec, locate_for(spec))
