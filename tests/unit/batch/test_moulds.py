"""What a mould gives is what the long way gives: page by page, byte by byte, finding by finding."""

from datetime import date
from pathlib import Path

import pytest
from batch_story import PARENT, files
from hypothesis import given, settings
from hypothesis import strategies as st

from kedraft.batch import batch_job
from kedraft.batch.classes import Classing, Member
from kedraft.batch.full import drafted, reviewed
from kedraft.batch.job import BatchJob
from kedraft.batch.mould import Mould, mould_for
from kedraft.batch.names import Vocabulary, is_plain, shape
from kedraft.batch.places import Places
from kedraft.batch.probe import Probe
from kedraft.lint.content import Content
from kedraft.lint.run import rules_for
from kedraft.localities import rows_of
from kedraft.model.localities import LocalityRow
from kedraft.pipeline import parent_plan
from kedraft.rendering import Template, render
from kedraft.rendering.mould import Cutter
from kedraft.workspace import load_template

ON = date(2026, 2, 1)
EXAMPLE = Path(__file__).parents[3] / "examples" / "tinh-xa-2026" / "draft.yaml"


def _members(rows: tuple[LocalityRow, ...]) -> tuple[Member, ...]:
    places = Places(ON)
    return tuple(Member(at, row, places.locality(row)) for at, row in enumerate(rows))


def _moulds(job: BatchJob, template: Template) -> list[tuple[Mould, tuple[Member, ...]]]:
    made = []
    for group in Classing(job).classes(_members(job.rows)):
        if group.witnesses:
            mould = mould_for(job, group, template)
            assert mould is not None or group.figures, group.label
            if mould is None:
                continue
            fitting = mould.fitting(group.members)
            made.append((mould, tuple(member for member in group.members if member.at in fitting)))
    return made


def _differences(job: BatchJob, mould: Mould, members: tuple[Member, ...], template: Template) -> list[str]:
    wrong = []
    for member in members:
        draft, noticed = drafted(job, member.row, member.locality)
        if render(draft, template).data != mould.fill(member):
            wrong.append(f"{member.locality.place.full}: pages")
        if reviewed(job, draft, noticed) != mould.said(member):
            wrong.append(f"{member.locality.place.full}: findings")
    return wrong


def test_every_commune_of_a_province_is_drafted_as_if_alone() -> None:
    template = load_template("ke-hoach")
    job = batch_job(EXAMPLE, rows_of("province:Lạng Sơn", ON))
    made = _moulds(job, template)
    assert sum(len(members) for _, members in made) >= 60
    assert [wrong for mould, members in made for wrong in _differences(job, mould, members, template)] == []


def test_communes_of_the_whole_country_are_drafted_as_if_alone(tmp_path: Path) -> None:
    """Every kind of unit, the unusual names all, of the plain ones a sample; names stand in the text, in an annex's title, in a table."""
    template = load_template("ke-hoach")
    job = batch_job(files(tmp_path, ministry=True), rows_of("all", ON))
    made = _moulds(job, template)
    assert len(made) >= 8
    assert sum(len(members) for _, members in made) >= 3250
    wrong: list[str] = []
    for mould, members in made:
        unusual = tuple(one for one in members if not is_plain(one.locality.place.name))
        wrong += _differences(job, mould, (*unusual, *members[::37]), template)
    assert wrong == []


def test_a_name_that_is_a_word_of_the_plan_takes_the_long_way(tmp_path: Path) -> None:
    job = batch_job(files(tmp_path, ministry=True), rows_of("all", ON))
    classing = Classing(job)
    members = {member.locality.place.full: member for member in _members(job.rows)}
    assert classing.plain(members["xã Ba Vì"])
    assert not classing.plain(members["phường Lào Cai"]), "its province has the same name"


def test_vocabulary_finds_whole_words_in_any_case() -> None:
    words = Vocabulary(("Bảo đảm AN TOÀN giao thông; thống nhất",))
    assert words.has("An Toàn")
    assert words.has("Thống Nhất")
    assert not words.has("Toàn Giao Thôn")
    assert not words.has("Ninh")


@pytest.mark.parametrize(
    ("name", "built"),
    [
        ("Ba Sơn", "A A"),
        ("Móng Cái 2", "A A 9"),
        ("Xuân Hương - Đà Lạt", "A A - A A"),
        ("M'Drắk", "a'aaaa"),
        ("Láng", "A"),
    ],
)
def test_shapes_of_names(name: str, built: str) -> None:
    assert shape(name) == built


NAMES = tuple(row.locality.commune or "" for row in rows_of("all", ON))
_PLAN = parent_plan(PARENT.encode(), "ke-hoach.txt")
PLAIN = tuple(name for name in NAMES if is_plain(name.split(" ", 1)[1]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=30))
def test_rules_that_do_not_read_names_are_blind_to_them(names: list[str]) -> None:
    blind = [rule for rule in rules_for(Content) if not rule.reads_names]
    assert blind
    said = [(" nhân dân ", 0, " ban hành"), ("địa bàn ", 0, " năm 2026"), ("Công an ", 0, ";")]
    probe = Probe(_PLAN, tuple(said), Cutter.of(("tên",)))
    found = probe._findings([probe._asked((name,)) for name in names], blind)
    assert [finding for finding in found if str(finding.where.field).startswith("tên")] == []
