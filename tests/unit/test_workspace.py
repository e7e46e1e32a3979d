"""The disk: YAML with places, whole files, templates."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from kedraft.errors import DataInvalid, KedraftError, OutputRefused, SourceUnreadable, SpecMismatch, TemplateInvalid
from kedraft.inheritance import inherit
from kedraft.model.inline import Inline, Mark
from kedraft.model.origin import Adapted, Change, FromClause, Imported, Inherited, Replaced
from kedraft.model.place import Location
from kedraft.model.plan import Annex, Cell, IssuingBody, Item, Level, Paragraph, Plan, Table
from kedraft.model.spec import DroppedSection, InheritedSection, OwnSection
from kedraft.vietnamese.labels import Marker
from kedraft.workspace import (
    LEDGER,
    disk,
    find_template,
    list_templates,
    load_plan,
    load_spec,
    read_bytes,
    signature_of,
    write_new,
)
from kedraft.workspace.yaml_out import dump_plan

GOOD = """\
parent: ke-hoach-tinh.docx
locality: {commune: Ba Sơn, province: Lạng Sơn}
document:
  subject: Triển khai
  date: 2026-02-05
  number: 07
sections:
  - inherit: I
    only:
      - I.1
      - I.2
  - heading: KINH PHÍ
    text: |
      1. Ngân sách xã.
  - drop: II
    reason: no
"""


def written(folder: Path, text: str | bytes, name: str = "draft.yaml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(folder: Path, text: str | bytes) -> list[str]:
    """What a draft file is refused for, one `place: message` a problem."""
    with pytest.raises(KedraftError) as error:
        load_spec(written(folder, text))
    findings = error.value.findings
    return [f"{finding.where}: {finding.message}" for finding in findings] or [str(error.value)]


def only_problem(folder: Path, text: str | bytes) -> str:
    problems = refused(folder, text)
    assert len(problems) == 1, problems
    return problems[0]


# --- reading draft files ---------------------------------------------------------------------------------------------


def test_a_draft_file_is_read_as_printed(tmp_path: Path) -> None:
    spec = load_spec(written(tmp_path, GOOD)).value
    assert spec.document.number == "07"
    assert spec.document.date == "2026-02-05"
    assert [type(section) for section in spec.sections] == [InheritedSection, OwnSection, DroppedSection]
    assert isinstance(spec.sections[2], DroppedSection)
    assert spec.sections[2].reason == "no"


def test_a_figure_typed_as_a_number_is_printed_as_the_table_prints_it(tmp_path: Path) -> None:
    figures = 'figures: {số hộ: 1250, số nhà: "1250", năm học: 2026, số thôn: 12, mã: 012345, dân số: 1234567}\n'
    assert load_spec(written(tmp_path, GOOD + figures)).value.figures == {
        "số hộ": "1.250",
        "số nhà": "1250",
        "năm học": "2026",
        "số thôn": "12",
        "mã": "012345",
        "dân số": "1.234.567",
    }


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    assert (
        load_spec(written(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())).value.document.number
        == "07"
    )


def test_every_field_has_its_line_and_column(tmp_path: Path) -> None:
    loaded = load_spec(written(tmp_path, GOOD))
    assert str(loaded.locate("sections[0].only[1]")) == "draft.yaml:11:9 (sections[0].only[1])"
    assert str(loaded.locate("document.date")) == "draft.yaml:5:9 (document.date)"
    assert loaded.locate("document.signatory.name").line == 4  # what is not there: the nearest thing around it


def test_a_node_that_the_parent_lacks_gets_line_and_column(tmp_path: Path) -> None:
    loaded = load_spec(written(tmp_path, GOOD))
    parent = Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=Level.PROVINCE),
        subject="x",
        sections=(Item(id="II", marker=Marker.ROMAN, heading=Inline(text="B")),),
    )
    with pytest.raises(SpecMismatch) as error:
        inherit(parent, loaded.value)
    places = [str(finding.where) for finding in loaded.located(error.value.findings)]
    assert "draft.yaml:8:14 (sections[0].inherit)" in places
    assert "draft.yaml:10:9 (sections[0].only[0])" in places


def test_findings_about_the_plan_keep_their_place(tmp_path: Path) -> None:
    from kedraft.errors import misuse

    loaded = load_spec(written(tmp_path, GOOD))
    finding = misuse("KH-TC-01", "x", Location(field="II.3"))
    assert loaded.located((finding,)) == (finding,)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("2026-02-05", "2026-02-30").replace("reason: no", "resaon: no").replace("parent:", "parnet:")
    assert refused(tmp_path, text) == [
        "draft.yaml:1:1 (parnet): Không có khóa `parnet` ở đây; có phải là 'parent'?",
        "draft.yaml:5:9 (document.date): `date`: ngày '2026-02-30' không có thật; xem lại ngày, tháng, năm.",
        "draft.yaml:16:5 (sections[2].resaon): Không có khóa `resaon` ở đây; có phải là 'reason'?",
    ]


def test_a_wrong_mode_names_the_right_ones(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, GOOD.replace("    only:", "    mode: adap\n    only:"))
    assert (
        problem
        == "draft.yaml:9:11 (sections[0].mode): `mode` (Cách kế thừa) là “adap”; chỉ nhận `verbatim`, `adapt` hoặc `replace`."
    )


def test_a_missing_key_is_named_with_its_meaning(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, GOOD.replace("  subject: Triển khai\n", ""))
    assert "Thiếu `subject` (Trích yếu)" in problem


def test_a_section_is_judged_as_the_kind_that_was_meant(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, GOOD.replace("    text: |\n      1. Ngân sách xã.", "    txt: abc"))
    assert problem == "draft.yaml:13:5 (sections[1].txt): Không có khóa `txt` ở đây; có phải là 'text'?"


@pytest.mark.parametrize(
    ("typed", "meant", "section"),
    [
        ("inherti", "inherit", "{inherti: III, mode: replace, heading: KINH PHÍ, clause: kinh-phi/cap-xa}"),
        (
            "inherti",
            "inherit",
            "{inherti: II, mode: adapt, drop: [{node: II.1, reason: bỏ}], nodes: [{node: II.2, mode: adapt}]}",
        ),
        ("haeding", "heading", "{haeding: KINH PHÍ, text: Ngân sách bảo đảm.}"),
        ("dorp", "drop", "{dorp: II, reason: không thuộc thẩm quyền}"),
    ],
)
def test_a_slip_in_the_key_that_tells_a_section_s_kind_is_one_problem(
    tmp_path: Path, typed: str, meant: str, section: str
) -> None:
    problem = only_problem(tmp_path, GOOD.partition("sections:")[0] + f"sections:\n  - {section}\n")
    assert problem.endswith(f"Không có khóa `{typed}` ở đây; có phải là '{meant}'?")


def test_the_nearest_keys_are_named_first(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, GOOD + "xyzunzxs: a\n")
    assert "có phải là 'units'?" in problem or "các khóa dùng được: units" in problem


def test_a_word_where_auto_or_a_list_belongs(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, GOOD + "recipients: mọi nơi\n")
    assert "chỉ nhận `auto` hoặc một danh sách" in problem


def test_a_list_where_a_word_belongs(tmp_path: Path) -> None:
    assert "phải là chữ; ở đây là một danh sách 1 dòng" in only_problem(tmp_path, GOOD + "template: [a]\n")


def test_a_value_left_empty(tmp_path: Path) -> None:
    assert "chưa có giá trị" in only_problem(tmp_path, GOOD.replace("subject: Triển khai", "subject:"))


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("parent: a\n\tlocality: b\n", "draft.yaml:2:1", "phím Tab"),
        ("parent: a\nlocality: b: c\n", "draft.yaml:2:12", "dấu hai chấm"),
        ("a:\n  - b: c\n    d: e\n   f: g\n", "draft.yaml:4:4", "thụt không thẳng hàng"),
        ("parent: a\nparent: b\n", "draft.yaml:2:1 (parent)", "đã có ở dòng 1"),
        ('parent: "a\nlocality: b\n', "draft.yaml:1:9", "ngoặc kép"),
        ("parent: [a, b\nlocality: b\n", "draft.yaml:1:9", "ngoặc vuông"),
        ("parent: &a [x]\nb: *a\n", "draft.yaml:1:9", "`*` hoặc `&`"),
        ('parent: "C:\\Users\\An\\a.docx"\n', "draft.yaml:1:9", "dấu / (C:/Users/…)"),
        ('a: "Chợ "an toàn" ở xã"\nb: c\n', "draft.yaml:1:9", 'dấu " ở giữa'),
        ('a:\n  - text: "Chợ \\"an\\" và "bền""\n', "draft.yaml:2:26", 'dấu " ở giữa'),
        ("parent: @a\n", "draft.yaml:1:9", "ký hiệu dành riêng"),
        ("parent: a\n---\nb: c\n", "draft.yaml:2:1", "dấu `---` thứ hai"),
        ("parent: a\nlocality\nb: c\n", "draft.yaml:3:1", "thiếu dấu hai chấm"),
        ("parent: a\x07b\n", "draft.yaml:1", "ký tự điều khiển"),
        ("[" * 5000, "draft.yaml", "quá nhiều bậc"),
        ("", "draft.yaml:1:1", "kedraft new"),
        ("- a\n", "draft.yaml:1:1", "khóa: giá trị"),
    ],
)
def test_a_syntax_error_is_one_kind_sentence(tmp_path: Path, text: str, place: str, told: str) -> None:
    problem = only_problem(tmp_path, text)
    assert problem.startswith(f"{place}: ")
    assert told in problem


def test_aliases_that_would_unfold_to_gigabytes_are_refused(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    assert "`*` hoặc `&`" in only_problem(tmp_path, bomb)


def test_other_encodings_are_told_with_the_remedy(tmp_path: Path) -> None:
    assert "UTF-16" in only_problem(tmp_path, "parent: Kế hoạch".encode("utf-16"))
    assert "Mã hóa (Encoding): UTF-8" in only_problem(tmp_path, b"parent: K\xea\xec ho\xe0ch")


# --- reading files ---------------------------------------------------------------------------------------------------


def test_a_missing_file_names_what_comes_close(tmp_path: Path) -> None:
    written(tmp_path, "x", "ke-hoach-tinh.docx")
    with pytest.raises(SourceUnreadable, match="gần giống: ke-hoach-tinh"):
        read_bytes(tmp_path / "ke-hoach-tnh.docx")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="Thư mục vao không có"):
        read_bytes(tmp_path / "vao" / "a.docx")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="thư mục"):
        read_bytes(tmp_path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="quá lớn"):
        read_bytes(written(tmp_path, "x" * 100), limit=99)


def test_a_decomposed_name_on_disk_is_found(tmp_path: Path) -> None:
    written(tmp_path, "x", "Ke\u0302\u0301 hoa\u0323ch.docx")
    assert read_bytes(tmp_path / "Kế hoạch.docx") == b"x"


# --- writing files ---------------------------------------------------------------------------------------------------


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_new(tmp_path / "a.docx", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_of_the_same_draft_is_written_again(tmp_path: Path) -> None:
    write_new(tmp_path / "a.docx", b"1", signature="draft.yaml")
    write_new(tmp_path / "a.docx", b"2", signature="draft.yaml")
    assert (tmp_path / "a.docx").read_bytes() == b"2"


def test_a_file_that_was_edited_since_is_kept(tmp_path: Path) -> None:
    write_new(tmp_path / "a.docx", b"1", signature="draft.yaml")
    (tmp_path / "a.docx").write_bytes(b"edited")
    with pytest.raises(OutputRefused, match="đã được sửa"):
        write_new(tmp_path / "a.docx", b"2", signature="draft.yaml")
    assert (tmp_path / "a.docx").read_bytes() == b"edited"


def test_a_file_of_another_draft_or_of_nobody_is_kept_unless_forced(tmp_path: Path) -> None:
    write_new(tmp_path / "a.docx", b"1", signature="one.yaml")
    for signature in ("two.yaml", None):
        with pytest.raises(OutputRefused, match="--force"):
            write_new(tmp_path / "a.docx", b"2", signature=signature)
    write_new(tmp_path / "a.docx", b"2", force=True, signature="two.yaml")
    write_new(tmp_path / "a.docx", b"3", signature="two.yaml")
    assert (tmp_path / "a.docx").read_bytes() == b"3"


def test_the_same_bytes_are_not_written_twice(tmp_path: Path) -> None:
    path = written(tmp_path, b"1", "a.docx")
    before = path.stat().st_mtime_ns
    write_new(path, b"1", signature="draft.yaml")
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_another_program_wrote_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Between the look and the writing somebody else takes the name; also on a disk that knows no links."""
    path = tmp_path / "a.docx"
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    look = disk._may_write

    def look_then_lose(*asked: Any) -> bool:
        free = look(*asked)
        path.write_bytes(b"theirs")
        return free

    monkeypatch.setattr(disk, "_may_write", look_then_lose)
    with pytest.raises(OutputRefused, match="--force"):
        write_new(path, b"ours", signature="draft.yaml")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.docx", b"theirs")]


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


def test_a_new_file_is_whole_on_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    write_new(tmp_path / "a.docx", b"1")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.docx", b"1")]


def test_a_damaged_ledger_only_makes_writing_more_careful(tmp_path: Path) -> None:
    write_new(tmp_path / "a.docx", b"1", signature="draft.yaml")
    (tmp_path / LEDGER).write_text("{", encoding="utf-8")
    with pytest.raises(OutputRefused):
        write_new(tmp_path / "a.docx", b"2", signature="draft.yaml")


@pytest.mark.parametrize("owner", ["~$-hoach.docx", "~$ke-hoach.docx", ".~lock.ke-hoach.docx#"])
def test_a_file_that_is_open_in_word_is_kept(tmp_path: Path, owner: str) -> None:
    path = written(tmp_path, b"1", "ke-hoach.docx")
    written(tmp_path, b"", owner)
    with pytest.raises(OutputRefused, match="đang mở trong Word"):
        write_new(path, b"2", force=True)
    assert path.read_bytes() == b"1"


def test_a_folder_that_is_missing_or_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="Chưa có thư mục ra"):
        write_new(tmp_path / "ra" / "a.docx", b"1")
    with pytest.raises(OutputRefused, match="thư mục"):
        write_new(tmp_path, b"1")


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="tên tệp quá dài"):
        write_new(tmp_path / f"{'a' * 300}.docx", b"1")
    assert list(tmp_path.iterdir()) == []


def test_the_signature_moves_with_the_folder(tmp_path: Path) -> None:
    assert signature_of(tmp_path / "x" / "draft.yaml", tmp_path / "ra" / "a.docx") == "../x/draft.yaml"


# --- plans as YAML ---------------------------------------------------------------------------------------------------

ORIGINS = (
    Imported(place=Location(file="a.docx", paragraph=3)),
    Inherited(node="I", digest="0" * 16),
    Adapted(node="I", digest="0" * 16, changes=(Change(before="tỉnh", after="xã", rule="x"),)),
    Replaced(node="I", digest="0" * 16, reason="vì thế"),
    FromClause(clause="kinh-phi/cap-xa"),
)


def a_plan() -> Plan:
    marked = Inline(text="Thời gian: năm 2026", marks=(Mark(start=0, end=10, bold=True),))
    table = Table(rows=((Cell(lines=(Inline(text="STT"), Inline(text="2")), across=2),),), widths=(100, 200))
    items = tuple(
        Item(
            id=f"I.{n}",
            marker=Marker.ARABIC,
            label=f"{n}.",
            text=Inline(text=f"Việc {n}: “a” & <b> {{{{"),
            origin=origin,
        )
        for n, origin in enumerate(ORIGINS, 1)
    )
    odd = Item(id="I.p1", marker=Marker.NONE, text=Inline(text="null\n  hai dòng \n# ba\t- bốn:"))
    section = Item(
        id="I",
        marker=Marker.ROMAN,
        label="I.",
        heading=marked,
        children=(*items, odd, Item(id="I.t1", marker=Marker.NONE, table=table)),
    )
    return Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=Level.PROVINCE),
        subject="no",
        opening=(Paragraph(text=Inline(text="~")),),
        sections=(section,),
        annexes=(Annex(id="PL", label="Phụ lục", landscape=True),),
    )


def test_a_plan_comes_back_from_yaml_as_it_was(tmp_path: Path) -> None:
    plan = a_plan()
    assert load_plan(written(tmp_path, dump_plan(plan), "plan.yaml")) == plan


def test_a_plan_in_yaml_leaves_defaults_out() -> None:
    text = dump_plan(a_plan())
    assert text.startswith("issuing_body:\n  name: ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n  level: province\n")
    assert "legal_bases" not in text
    assert "superior" not in text


def test_a_wrong_plan_file_is_refused_with_line_and_column(tmp_path: Path) -> None:
    text = dump_plan(a_plan()).replace("kind: replaced", "kind: repalced").replace("across: 2", "across: hai")
    with pytest.raises(DataInvalid) as error:
        load_plan(written(tmp_path, text, "plan.yaml"))
    messages = [finding.message for finding in error.value.findings]
    assert any("across" in message and "số nguyên" in message for message in messages)
    assert all(finding.where.line for finding in error.value.findings)
    assert len(messages) == 2


# --- templates -------------------------------------------------------------------------------------------------------


def test_a_template_beside_the_draft_file_comes_first(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "cua-toi"
    folder.mkdir(parents=True)
    written(folder, b"", "template.docx")
    draft = written(tmp_path, GOOD)
    assert find_template("cua-toi", draft) == folder
    assert folder in list_templates(draft)


def test_an_unknown_template_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "cua-toi"
    folder.mkdir(parents=True)
    written(folder, b"", "template.docx")
    with pytest.raises(TemplateInvalid, match="có phải là 'cua-toi'"):
        find_template("cua-toy", written(tmp_path, GOOD))
    with pytest.raises(TemplateInvalid, match="Không có mẫu trình bày"):
        find_template("../../etc", written(tmp_path, GOOD))
