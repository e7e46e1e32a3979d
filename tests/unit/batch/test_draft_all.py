"""A batch from beginning to end: what stands in the folder, what is told, what the next run does."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from batch_story import DRAFT, files, job_of

from kedraft.batch import batch_job, draft_all
from kedraft.batch.drafting import CHANGED
from kedraft.batch.lacks import FOREIGN_NAME, UNSIGNED
from kedraft.batch.places import Places, file_name
from kedraft.batch.processes import shares
from kedraft.errors import OutputRefused
from kedraft.lint.run import IDLE_OVERRIDE
from kedraft.localities.rows import rows_of
from kedraft.model.batch import BatchReport, BatchResult, BatchStatus
from kedraft.model.localities import LocalityRow
from kedraft.model.place import Location
from kedraft.model.spec import LocalitySpec, SignatorySpec
from kedraft.pipeline import accept, import_plan
from kedraft.report.text import plan_text
from kedraft.workspace.folder import Folder, Made, held

ON = date(2026, 2, 1)
ROWS = rows_of("province:Lạng Sơn", ON)


def _files(folder: Path) -> dict[str, bytes]:
    """What a person sees in the folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def _counts(report: BatchReport) -> dict[str, int]:
    said = [result.status.value for result in report.results]
    return {status: said.count(status) for status in dict.fromkeys(said)}


def test_every_locality_gets_a_file_of_its_own(tmp_path: Path) -> None:
    told: list[BatchResult] = []
    report = draft_all(job_of(tmp_path, ROWS), tmp_path / "ra", on_result=told.append)
    assert _counts(report) == {"written": 65}
    assert sorted(_files(tmp_path / "ra")) == sorted(result.file or "" for result in report.results)
    assert {result.code for result in told} == {row.code for row in ROWS}
    assert [result.code for result in report.results] == [row.code for row in ROWS], "in the order of the table"
    assert any(result.proved for result in report.results)
    assert report.results[0].name.endswith(", tỉnh Lạng Sơn")


def test_an_idle_override_is_told_once_for_each_locality(tmp_path: Path) -> None:
    job = job_of(tmp_path, ROWS[:6])
    overrides = {"KH-LT-01": "lý do", "ND30-TR-02": "lý do"}
    job = replace(job, spec=replace(job.spec, value=job.spec.value.evolve(overrides=overrides)))
    for result in draft_all(job, tmp_path / "ra").results:
        idle = sorted(one.where.field or "" for one in result.findings if one.rule == IDLE_OVERRIDE)
        assert idle == ["overrides.KH-LT-01", "overrides.ND30-TR-02"]


def test_file_names_of_the_whole_country_differ_on_any_disk() -> None:
    places = Places(ON)
    names = [file_name(places.locality(row)) for row in rows_of("all", ON)]
    assert len(names) == 3321
    assert len({name.casefold() for name in names}) == 3321
    assert not [name for name in names if set(name) & set('<>:"/\\|?*') or name.rstrip(" .") != name]


def test_a_second_run_rewrites_nothing_and_says_the_same(tmp_path: Path) -> None:
    job = job_of(tmp_path, ROWS[:12])
    first = draft_all(job, tmp_path / "ra")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "ra").glob("*.docx")}
    second = draft_all(job, tmp_path / "ra")
    assert _counts(second) == {"unchanged": 12}
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "ra").glob("*.docx")} == before
    assert [one.findings for one in second.results] == [one.findings for one in first.results]


def test_another_draft_file_text_writes_every_file_again(tmp_path: Path) -> None:
    draft_all(job_of(tmp_path, ROWS[:6]), tmp_path / "ra")
    draft = files(tmp_path)
    draft.write_text(draft.read_text(encoding="utf-8").replace("15/3/2026", "20/3/2026"), encoding="utf-8")
    assert _counts(draft_all(batch_job(draft, ROWS[:6]), tmp_path / "ra")) == {"written": 6}


def test_the_files_are_the_same_whatever_the_order_and_the_number_of_processes(tmp_path: Path) -> None:
    draft_all(job_of(tmp_path, ROWS), tmp_path / "mot")
    report = draft_all(job_of(tmp_path, ROWS[::-1]), tmp_path / "hai", jobs=2)
    assert _counts(report) == {"written": 65}
    assert _files(tmp_path / "mot") == _files(tmp_path / "hai")


def test_what_is_said_is_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    rows = rows_of("all", ON)[::25]
    one = draft_all(job_of(tmp_path, rows, ministry=True), tmp_path / "mot")
    three = draft_all(job_of(tmp_path, rows, ministry=True), tmp_path / "ba", jobs=3)
    assert one.results == three.results


def test_what_is_said_of_the_pages_names_the_locality_s_own_file(tmp_path: Path) -> None:
    text = DRAFT.replace("Nhà văn hóa {đơn vị}", "Nhà văn hóa {đơn vị} / / / / / / / / / / / / / / / / / / / /")
    report = draft_all(batch_job(files(tmp_path, draft=text), ROWS), tmp_path / "ra")
    named = [
        (one.where.file, result.file) for result in report.results for one in result.findings if one.where.paragraph
    ]
    assert all(file == own for file, own in named)


def test_a_file_that_a_person_changed_is_kept_and_told(tmp_path: Path) -> None:
    job, out = job_of(tmp_path, ROWS[:5]), tmp_path / "ra"
    report = draft_all(job, out)
    changed = out / (report.results[2].file or "")
    changed.write_bytes(changed.read_bytes() + b"sua")
    again = draft_all(job, out)
    assert again.results[2].status is BatchStatus.UNCHANGED
    assert again.results[2].findings[0].rule == CHANGED
    assert again.results[2].findings[0].where.file == changed.name
    assert changed.read_bytes().endswith(b"sua")
    assert draft_all(job, out, force=True).results[2].status is BatchStatus.WRITTEN
    assert not changed.read_bytes().endswith(b"sua")


def test_the_same_files_without_their_ledger_are_known_again(tmp_path: Path) -> None:
    job, out = job_of(tmp_path, ROWS[:5]), tmp_path / "ra"
    draft_all(job, out)
    (out / ".kedraft").unlink()
    assert _counts(draft_all(job, out)) == {"unchanged": 5}
    assert len(json.loads((out / ".kedraft").read_text(encoding="utf-8"))) == 5


def test_a_locality_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    lost = LocalityRow(locality=LocalitySpec(commune="xã Không Có Thật", province="Lạng Sơn"))
    twice = ROWS[0]
    report = draft_all(job_of(tmp_path, (ROWS[0], lost, ROWS[1], twice)), tmp_path / "ra")
    assert [one.status.value for one in report.results] == ["written", "failed", "written", "failed"]
    assert report.results[1].file is None
    assert report.results[1].findings[0].message
    assert "mỗi địa phương chỉ một dòng" in report.results[3].findings[0].message


def test_a_row_of_its_own_signs_for_itself(tmp_path: Path) -> None:
    signed = tuple(
        row.model_copy(update={"signatory": SignatorySpec(name=f"Trần Thị {'BCDEGHIK'[at]}")})
        for at, row in enumerate(ROWS[5:13])
    )
    job = job_of(tmp_path, signed)
    draft_all(job, tmp_path / "nhieu")
    for row in signed[:3]:
        draft_all(batch_job(job.draft_file, (row,)), tmp_path / "mot")
    alone = _files(tmp_path / "mot")
    assert {name: _files(tmp_path / "nhieu")[name] for name in alone} == alone


def test_files_of_localities_that_left_the_table_stay_and_are_named(tmp_path: Path) -> None:
    draft_all(job_of(tmp_path, ROWS[:4]), tmp_path / "ra")
    report = draft_all(job_of(tmp_path, ROWS[1:4]), tmp_path / "ra")
    assert report.leftover == (f"Lạng Sơn - {ROWS[0].locality.commune}.docx",)
    assert (tmp_path / "ra" / report.leftover[0]).exists()


def test_two_batches_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with held(tmp_path / "ra"), pytest.raises(OutputRefused, match="Một lần soạn hàng loạt khác"):
        draft_all(job_of(tmp_path, ROWS[:1]), tmp_path / "ra")


def test_all_are_proved_when_asked(tmp_path: Path) -> None:
    report = draft_all(job_of(tmp_path, ROWS[:5]), tmp_path / "ra", prove="all")
    assert all(result.proved for result in report.results)
    draft_all(job_of(tmp_path, ROWS[:5]), tmp_path / "mau")
    assert _files(tmp_path / "ra") == _files(tmp_path / "mau")


def test_shares_hold_every_member_once(tmp_path: Path) -> None:
    from kedraft.batch.classes import Classing, Member

    places = Places(ON)
    job = job_of(tmp_path, ROWS)
    members = [Member(at, row, places.locality(row)) for at, row in enumerate(ROWS)]
    groups = Classing(job).classes(members)
    for jobs in (1, 2, 3, 7):
        parts = shares(groups, jobs)
        assert len(parts) <= jobs
        assert sorted(member.at for part in parts for group in part for member in group.members) == list(range(65))


_RUN = """
import sys
from datetime import date
from pathlib import Path
from kedraft.batch import batch_job, draft_all
from kedraft.localities.rows import rows_of
if __name__ == "__main__":
    draft, out, jobs = sys.argv[1:]
    rows = rows_of("province:Lạng Sơn", date(2026, 2, 1))
    print("bắt đầu", flush=True)
    draft_all(batch_job(Path(draft), rows), Path(out), jobs=int(jobs))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("number", "jobs"), [(signal.SIGKILL, 1), (signal.SIGINT, 1), (signal.SIGKILL, 2), (signal.SIGINT, 2)]
)
def test_a_run_that_is_killed_leaves_whole_files_and_the_next_one_goes_on(
    tmp_path: Path, number: signal.Signals, jobs: int
) -> None:
    draft = files(tmp_path)
    job = batch_job(draft, ROWS)
    draft_all(job, tmp_path / "yen")
    whole, out = _files(tmp_path / "yen"), tmp_path / "ra"
    for _ in range(2):
        _killed(draft, out, jobs, number)
        if out.is_dir():
            standing = _files(out)
            assert {name: whole[name] for name in standing} == standing, "whole files, or none"
    draft_all(job, out)
    assert _files(out) == whole
    hidden = {path.name for path in out.iterdir() if path.name.startswith(".")}
    assert hidden == {path.name for path in (tmp_path / "yen").iterdir() if path.name.startswith(".")}
    assert (out / ".kedraft").read_bytes() == (tmp_path / "yen" / ".kedraft").read_bytes()


def _killed(draft: Path, out: Path, jobs: int, number: signal.Signals) -> None:
    command = [sys.executable, "-c", _RUN, str(draft), str(out), str(jobs)]
    if jobs > 1:  # a fresh interpreter cannot import what stands in no file
        script = draft.parent / "chay.py"
        script.write_text(_RUN, encoding="utf-8")
        command[1:3] = [str(script)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(random.uniform(0.05, 1.2))
    process.send_signal(number)
    process.wait(60)
    process.stdout.close()
    time.sleep(0.5 if jobs > 1 and number is signal.SIGKILL else 0)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_processes_of_a_killed_run_do_not_write_over_the_next_one(tmp_path: Path, number: signal.Signals) -> None:
    draft, out = files(tmp_path), tmp_path / "ra"
    script = tmp_path / "chay.py"
    script.write_text(_RUN, encoding="utf-8")
    command = [sys.executable, str(script), str(draft), str(out), "2"]
    first = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while len(list(out.glob(".kedraft-*.jsonl"))) < 2:
        assert first.poll() is None
        time.sleep(0.01)
    first.send_signal(number)
    first.wait(60)
    draft.write_text(draft.read_text(encoding="utf-8").replace("15/3/2026", "20/3/2026"), encoding="utf-8")
    job = batch_job(draft, ROWS)
    draft_all(job, out)
    _wait_for_the_last_of(first.pid)
    draft_all(job, tmp_path / "yen")
    assert _files(out) == _files(tmp_path / "yen")


def _wait_for_the_last_of(group: int) -> None:
    """Until no process of that group lives."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise AssertionError("processes of the killed run are still there")


def test_a_folder_waits_for_whoever_still_writes_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held(tmp_path / "ra"):
        pass
    monkeypatch.setattr("kedraft.workspace.folder._PATIENCE", 0.1)
    with (
        Folder.opened(tmp_path / "ra", "phieu.yaml").writing(3),
        pytest.raises(OutputRefused, match="Một lần soạn hàng loạt khác"),
        held(tmp_path / "ra"),
    ):
        pass
    with held(tmp_path / "ra"):
        pass


def test_a_writer_whose_run_has_ended_gives_no_file_its_name(tmp_path: Path) -> None:
    with Folder.opened(tmp_path, "phieu.yaml").writing(0, lambda: False) as writer:
        writer.put(Made("a.docx", b"cu", "x"))
        assert set(writer.flush()) == {"a.docx"}
    assert [path.name for path in tmp_path.iterdir()] == [".kedraft-0.jsonl"]


def test_an_empty_column_that_is_added_makes_the_file_anew(tmp_path: Path) -> None:
    text = (
        files(tmp_path)
        .read_text(encoding="utf-8")
        .replace("trước ngày 15/3/2026", "cho {số hộ} hộ trước ngày 15/3/2026")
    )
    draft = files(tmp_path, draft=text)
    bare = ROWS[7]
    empty = bare.evolve(cells={"Số hộ": Location(file="xa.csv", line=2, column=3)})
    draft_all(batch_job(draft, (bare,)), tmp_path / "ra")
    before = _files(tmp_path / "ra")
    assert _counts(draft_all(batch_job(draft, (empty,)), tmp_path / "ra")) == {"written": 1}
    assert _files(tmp_path / "ra") != before


@pytest.mark.parametrize(
    "ledger", ['{"x.docx": {"digest": ["x"]}}', '{"x.docx": 3}', "[]", '{"x.docx": {"digest": {}}}']
)
def test_a_damaged_memory_is_no_memory(tmp_path: Path, ledger: str) -> None:
    out = tmp_path / "ra"
    out.mkdir()
    (out / ".kedraft").write_text(ledger, encoding="utf-8")
    (out / ".kedraft-0.jsonl").write_text(
        '{"name": ["x"], "digest": "a", "inputs": "b"}\n{"name": 3}\n', encoding="utf-8"
    )
    assert _counts(draft_all(job_of(tmp_path, ROWS[:1]), out)) == {"written": 1}


def test_a_file_that_is_read_is_never_written_over(tmp_path: Path) -> None:
    draft_all(job_of(tmp_path, ROWS[:1]), tmp_path)
    (made,) = tmp_path.glob("*.docx")
    draft = files(tmp_path)
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("parent: ke-hoach-cap-tren.txt", f'parent: "{made.name}"'), encoding="utf-8")
    before = made.read_bytes()
    job = batch_job(draft, ROWS[:1])
    with pytest.raises(OutputRefused, match="đang được đọc để soạn") as error:
        draft_all(job, tmp_path, force=True)
    assert error.value.where.file == made.name
    assert made.read_bytes() == before


@pytest.mark.parametrize("name", ["K'Brôi", "H'Lơm Niê", "Ksor H'Bơ Khắp", "Y Ka Nin H’Đơk", "NGUYỄN VĂN A", "K'BRÔI"])
def test_a_signer_of_any_people_is_printed_and_read_back(tmp_path: Path, name: str) -> None:
    row = ROWS[7].evolve(signatory=SignatorySpec(authority=("TM. ỦY BAN NHÂN DÂN",), position="CHỦ TỊCH", name=name))
    report = draft_all(job_of(tmp_path, (row,)), tmp_path / "ra", prove="all")
    assert [(one.status.value, one.proved) for one in report.results] == [("written", True)]


def test_a_signature_that_cannot_be_read_back_is_told_with_its_column_and_row(tmp_path: Path) -> None:
    where = Location(file="xa.xlsx", field="trang Địa phương, dòng 5")
    row = ROWS[7].evolve(signatory=SignatorySpec(position="người ký thay"), where=where)
    (result,) = draft_all(job_of(tmp_path, (row,)), tmp_path / "ra").results
    (finding,) = result.findings
    assert finding.where == where
    assert "cột “Chức vụ”" in finding.message
    assert "mẫu trình bày" not in finding.message


def test_the_signer_of_the_draft_file_is_printed_for_its_own_locality_only(tmp_path: Path) -> None:
    text = files(tmp_path).read_text(encoding="utf-8")
    signed = text.replace("  date: 2026-02\n", "  date: 2026-02\n  signatory: {name: Hoàng Văn Thụ Em}\n")
    job = batch_job(files(tmp_path, draft=signed), ROWS)
    report = draft_all(job, tmp_path / "ra")
    printed = [
        path.name
        for path in (tmp_path / "ra").glob("*.docx")
        if "Hoàng Văn Thụ Em" in plan_text(accept(import_plan(path.read_bytes(), path.name)))
    ]
    assert printed == ["Lạng Sơn - xã Ba Sơn.docx"]
    told = [one for result in report.results for one in result.findings if one.rule == UNSIGNED]
    assert len(told) == 64
    assert "chỗ này để trống" in told[0].message


def test_a_body_of_the_draft_file_s_own_commune_is_told_for_every_other(tmp_path: Path) -> None:
    text = files(tmp_path).read_text(encoding="utf-8")
    own = 'adapt: {replace: {"nhà văn hóa": "Nhà văn hóa xã Ba Sơn"}}\n'
    theirs = ROWS[9].evolve(bodies={"nhà văn hóa": "Nhà văn hóa khu 2"})
    report = draft_all(batch_job(files(tmp_path, draft=text + own), (ROWS[7], theirs)), tmp_path / "ra")
    told = [[one.where.field for one in result.findings if one.rule == FOREIGN_NAME] for result in report.results]
    assert told == [["adapt.replace.nhà văn hóa"], []]


def test_a_ward_whose_name_begins_as_another_type_of_document_is_proved_like_any(tmp_path: Path) -> None:
    """`PHƯỜNG AN …` is no `PHƯƠNG ÁN` when the written file is read again."""
    wards = tuple(row for row in rows_of("all", ON) if (row.locality.commune or "").startswith("phường An "))[:2]
    report = draft_all(job_of(tmp_path, wards, ministry=True), tmp_path / "ra", prove="all")
    assert [(one.status.value, one.proved) for one in report.results] == [("written", True)] * 2


def test_a_signer_that_a_rule_objects_to_is_told_without_the_full_proof(tmp_path: Path) -> None:
    def signed(row: LocalityRow, name: str) -> LocalityRow:
        return row.evolve(signatory=SignatorySpec(name=name))

    rows = tuple(signed(row, "Trần Thị D") for row in ROWS[:12])
    rows = (*rows[:5], signed(rows[5], "ThS. Trần Thị D"), *rows[6:])
    report = draft_all(job_of(tmp_path, rows), tmp_path / "ra")
    told = [at for at, result in enumerate(report.results) if any(one.rule == "ND30-KY-06" for one in result.findings)]
    assert told == [5]
