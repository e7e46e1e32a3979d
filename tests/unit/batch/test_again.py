"""A second run drafts only what has changed: what stands as it was written is told from the record, and nothing old is ever left."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from batch_story import DRAFT, PARENT, files

from kedraft.batch import BatchJob, batch_job, draft_all
from kedraft.batch import mould as moulds
from kedraft.batch.drafting import Desk
from kedraft.localities.rows import rows_of
from kedraft.model.batch import BatchReport, BatchStatus
from kedraft.model.place import Location
from kedraft.model.spec import SignatorySpec
from kedraft.vietnamese.dates import first_day
from kedraft.workspace.program import tree_digest
from kedraft.workspace.record import RECORD, Record

ROWS = rows_of("province:Lạng Sơn", first_day("2026-02"))[:8]


class Drafted:
    """How many localities were drafted, the short way or the long one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        put = Desk._put

        def counted(desk: Desk, group: object, member: object, *rest: object) -> object:
            self.names.append(member.locality.place.full)  # type: ignore[attr-defined]
            return put(desk, group, member, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(Desk, "_put", counted)

    def run(self, job: BatchJob, out: Path, **options: object) -> BatchReport:
        """One run; afterwards `names` are those that it drafted."""
        self.names.clear()
        return draft_all(job, out, **options)  # type: ignore[arg-type]


@pytest.fixture
def drafted(monkeypatch: pytest.MonkeyPatch) -> Drafted:
    return Drafted(monkeypatch)


def _shown(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def _hidden(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.startswith(".")}


def test_nothing_is_drafted_when_nothing_has_changed(tmp_path: Path, drafted: Drafted) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    first = drafted.run(job, out)
    assert len(drafted.names) == len(ROWS)
    before = _shown(out), _hidden(out)
    second = drafted.run(batch_job(tmp_path / "draft.yaml", ROWS), out)
    assert drafted.names == []
    assert {one.status for one in second.results} == {BatchStatus.UNCHANGED}
    told = [one.model_dump(exclude={"status"}) for one in first.results]
    assert [one.model_dump(exclude={"status"}) for one in second.results] == told, "the same reports"
    assert (_shown(out), _hidden(out)) == before


def test_the_moulds_are_not_even_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    draft_all(job, out)
    monkeypatch.setattr(moulds, "drafted", lambda *_: pytest.fail("drafted again"))
    assert all(one.status is BatchStatus.UNCHANGED for one in draft_all(job, out).results)


def _another_parent(folder: Path) -> None:
    (folder / "ke-hoach-cap-tren.txt").write_text(PARENT.replace("70%", "75%"), encoding="utf-8")


def _another_text(folder: Path) -> None:
    (folder / "draft.yaml").write_text(DRAFT.replace("15/3/2026", "20/3/2026"), encoding="utf-8")


@pytest.mark.parametrize("change", [_another_parent, _another_text])
def test_a_changed_file_drafts_every_locality_again(
    tmp_path: Path, drafted: Drafted, change: Callable[[Path], None]
) -> None:
    out = tmp_path / "ra"
    drafted.run(batch_job(files(tmp_path), ROWS), out)
    change(tmp_path)
    job = batch_job(tmp_path / "draft.yaml", ROWS)
    assert {one.status for one in drafted.run(job, out).results} == {BatchStatus.WRITTEN}
    draft_all(job, tmp_path / "moi")
    assert _shown(out) == _shown(tmp_path / "moi")


def test_another_template_drafts_every_locality_again(tmp_path: Path, drafted: Drafted) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    drafted.run(job, out)
    other = replace(job, inputs=(*job.inputs[:1], job.template + b"\0", *job.inputs[2:]))
    drafted.run(other, out)
    assert len(drafted.names) == len(ROWS)


def test_another_clause_of_the_office_drafts_every_locality_again(tmp_path: Path, drafted: Drafted) -> None:
    clause = "clauses:\n  - {{id: rieng/cuoi, title: Câu cuối, levels: [commune], source: Quy chế, text: '{0}'}}\n"
    draft = DRAFT.replace("annexes:", "  - heading: CÂU CUỐI\n    clause: rieng/cuoi\nannexes:")
    path, out = files(tmp_path, draft=f"clauses: mau-cau\n{draft}"), tmp_path / "ra"
    (tmp_path / "mau-cau").mkdir()
    for words in ("Các thôn thực hiện Kế hoạch này.", "Các thôn báo cáo kết quả thực hiện."):
        (tmp_path / "mau-cau" / "cua-xa.yaml").write_text(clause.format(words), encoding="utf-8")
        report = drafted.run(batch_job(path, ROWS), out)
        assert {one.status for one in report.results} == {BatchStatus.WRITTEN}


def test_another_kedraft_drafts_every_locality_again(
    tmp_path: Path, drafted: Drafted, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    drafted.run(job, out)
    monkeypatch.setattr("kedraft.batch.job.program_digest", lambda: "another")
    report = drafted.run(batch_job(job.draft_file, ROWS), out)
    assert len(drafted.names) == len(ROWS)
    assert {one.status for one in report.results} == {BatchStatus.UNCHANGED}, "it drafts the very same bytes"


def test_units_of_the_office_draft_every_locality_again(tmp_path: Path, drafted: Drafted) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    drafted.run(job, out)
    drafted.run(replace(job, inputs=(*job.inputs, b"code,name")), out)
    assert len(drafted.names) == len(ROWS)


@pytest.mark.parametrize(
    "update",
    [
        {"signatory": SignatorySpec(name="Trần Thị Bình")},
        {"symbol": "KH-UBND.VX"},
        {"number": "12"},
        {"drafting_unit": "VHXH"},
        {"bodies": {"lớp học kỹ năng số": "lớp học số"}},
        {"figures": {"dân số": "12.345"}},
        {"where": Location(file="bang.csv", line=7)},
    ],
)
def test_a_changed_row_is_drafted_again_and_no_other(
    tmp_path: Path, drafted: Drafted, update: dict[str, object]
) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    drafted.run(job, out)
    rows = (*ROWS[:3], ROWS[3].evolve(**update), *ROWS[4:])
    changed = replace(job, rows=rows)
    report = drafted.run(changed, out)
    assert drafted.names == [ROWS[3].locality.commune]
    draft_all(changed, tmp_path / "moi")
    assert _shown(out) == _shown(tmp_path / "moi")
    fresh = draft_all(changed, tmp_path / "nua")
    assert [one.findings for one in report.results] == [one.findings for one in fresh.results]


def _damage(path: Path) -> None:
    path.write_bytes(b"")


def _remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [_damage, _remove])
def test_a_damaged_or_missing_file_is_drafted_again(
    tmp_path: Path, drafted: Drafted, harm: Callable[[Path], None]
) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    first = drafted.run(job, out)
    whole = _shown(out), _hidden(out)
    harm(out / (first.results[2].file or ""))
    second = drafted.run(job, out)
    assert drafted.names == [ROWS[2].locality.commune]
    assert second.results[2].status is BatchStatus.WRITTEN
    assert (_shown(out), _hidden(out)) == whole


def test_force_drafts_and_writes_all_again(tmp_path: Path, drafted: Drafted) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    drafted.run(job, out)
    report = drafted.run(job, out, force=True)
    assert len(drafted.names) == len(ROWS)
    assert {one.status for one in report.results} == {BatchStatus.WRITTEN}


def test_what_was_not_proved_is_proved_when_all_is_to_be(tmp_path: Path, drafted: Drafted) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    before = sum(one.proved for one in drafted.run(job, out).results)
    assert all(one.proved for one in drafted.run(job, out, prove="all").results)
    assert 0 < len(drafted.names) == len(ROWS) - before
    drafted.run(job, out, prove="all")
    assert drafted.names == []


@pytest.mark.parametrize("words", [b"", b"{", b'{"format": 1}', b'{"format": 9, "findings": [], "files": {}}'])
def test_without_its_record_the_folder_is_drafted_again_and_the_same(
    tmp_path: Path, drafted: Drafted, words: bytes
) -> None:
    job, out = batch_job(files(tmp_path), ROWS), tmp_path / "ra"
    drafted.run(job, out)
    whole = _shown(out), _hidden(out)
    (out / RECORD).write_bytes(words)
    report = drafted.run(job, out)
    assert len(drafted.names) == len(ROWS)
    assert {one.status for one in report.results} == {BatchStatus.UNCHANGED}
    assert (_shown(out), _hidden(out)) == whole


def test_the_record_is_the_same_whatever_the_order_and_the_number_of_processes(tmp_path: Path) -> None:
    rows = rows_of("province:Lạng Sơn", first_day("2026-02"))
    draft_all(batch_job(files(tmp_path), rows), tmp_path / "mot")
    draft_all(batch_job(tmp_path / "draft.yaml", rows), tmp_path / "hai", jobs=2)
    assert _hidden(tmp_path / "mot") == _hidden(tmp_path / "hai")


def test_a_finding_is_recorded_once(tmp_path: Path) -> None:
    draft_all(batch_job(files(tmp_path), ROWS), tmp_path / "ra")
    kept = json.loads((tmp_path / "ra" / RECORD).read_text(encoding="utf-8"))
    assert len(kept["files"]) == len(ROWS)
    assert len(kept["findings"]) == len({json.dumps(one) for one in kept["findings"]})


def test_a_line_of_a_journal_that_was_cut_off_is_not_believed(tmp_path: Path) -> None:
    finding = '{"at": 0, "finding": {"rule": "KH-CT-01", "severity": "error", "message": "a"}}'
    line = '{"name": "a.docx", "digest": "1", "inputs": "x", "key": "k", "proved": false, "said": [0, 1]}'
    (tmp_path / "nhat-ky").write_text(f"{finding}\n{line}\n", encoding="utf-8")
    record = Record()
    record.note(tmp_path / "nhat-ky", {"a.docx": "1"})
    assert record.said("a.docx", "1", "k") is None


def test_the_fingerprint_of_the_program_holds_its_code_and_its_data(tmp_path: Path) -> None:
    (tmp_path / "lint").mkdir()
    (tmp_path / "__pycache__").mkdir()
    for name in ("job.py", "lint/rule.py", "data.yaml"):
        (tmp_path / name).write_text("một", encoding="utf-8")
    first = tree_digest(tmp_path)
    (tmp_path / "__pycache__" / "job.pyc").write_bytes(b"1")
    assert tree_digest(tmp_path) == first
    for name in ("job.py", "lint/rule.py", "data.yaml"):
        (tmp_path / name).write_text("hai", encoding="utf-8")
        assert tree_digest(tmp_path) != first
        (tmp_path / name).write_text("một", encoding="utf-8")
    (tmp_path / "data.yaml").rename(tmp_path / "other.yaml")
    assert tree_digest(tmp_path) != first
