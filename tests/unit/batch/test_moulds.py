"""What a mould gives is what the long way gives: page by page, byte by byte, finding by finding."""

from datetime import date
from pathlib import Path

import pytest
from batch_story import DRAFT, PARENT, files
from hypothesis import given, settings
from hypothesis import strategies as st

from kedraft.batch import batch_job
from kedraft.batch.classes import Classing, Member
from kedraft.batch.full import drafted, in_folder, reviewed
from kedraft.batch.job import BatchJob
from kedraft.batch.mould import Likeness, Mould, mould_for
from kedraft.batch.names import Vocabulary, is_plain, shape
from kedraft.batch.places import Places
from kedraft.batch.probe import Probe
from kedraft.batch.saying import Doubtful, parts_of, spoken
from kedraft.lint.content import Content
from kedraft.lint.run import rules_for
from kedraft.localities.rows import rows_of
from kedraft.model.finding import Finding, Severity
from kedraft.model.localities import LocalityRow
from kedraft.pipeline import parent_plan, proof
from kedraft.rendering import Template, render
from kedraft.rendering.mould import Cutter
from kedraft.vietnamese.quoting import around, listening, quoted, said
from kedraft.workspace import load_template

ON = date(2026, 2, 1)
EXAMPLE = Path(__file__).parents[3] / "examples" / "tinh-xa-2026" / "draft.yaml"


def _members(rows: tuple[LocalityRow, ...]) -> tuple[Member, ...]:
    places = Places(ON)
    return tuple(Member(at, row, places.locality(row)) for at, row in enumerate(rows))


def _moulds(job: BatchJob, template: Template) -> list[tuple[Mould, tuple[Member, ...]]]:
    made = []
    compared: set[Likeness] = set()
    for group in Classing(job).classes(_members(job.rows)):
        if group.witnesses:
            mould = mould_for(job, group, template, compared)
            assert mould is not None or group.figures, group.label
            if mould is None:
                continue
            fitting = mould.fitting([member for member in group.members if member.at not in group.odd])
            made.append((mould, tuple(member for member in group.members if member.at in fitting)))
    return made


def _differences(
    job: BatchJob, mould: Mould, members: tuple[Member, ...], template: Template, *, pages: bool = False
) -> list[str]:
    wrong = []
    for member in members:
        draft, noticed = drafted(job, member.row, member.locality)
        document = render(draft, template)
        data, layout = mould.fill(member)
        if document.data != data:
            wrong.append(f"{member.locality.place.full}: pages")
        if pages and proof(in_folder(document, member.locality), draft.spec.overrides) != layout:
            wrong.append(f"{member.locality.place.full}: layout")
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
        longest = max(members, key=lambda one: len(one.locality.place.full))
        wrong += _differences(job, mould, (longest, members[-1]), template, pages=True)
    assert wrong == []


def test_moulds_are_alike_that_differ_in_recipients_alone(tmp_path: Path) -> None:
    """`Các ấp` for `Các thôn` among the recipients is no reason to compare a mould with a second witness; other words are one."""
    template = load_template("ke-hoach")
    rows = rows_of("all", ON)
    bare = DRAFT.partition("annexes:")[0].replace("Ủy ban nhân dân {tỉnh}", "cấp trên")
    plain = batch_job(files(tmp_path / "a", draft=bare, ministry=True), rows)
    groups = [one for one in Classing(plain).classes(_members(rows)) if one.kind == "xã" and one.province]
    own = bare.replace("      2. {xã", "      - Họp {khu dân cư} mỗi tháng; báo cáo {tỉnh}.\n      2. {xã")
    telling = batch_job(files(tmp_path / "b", draft=own, ministry=True), rows)
    for job, alike in ((plain, True), (telling, False)):
        made = [mould_for(job, group, template) for group in groups]
        likenesses = [mould.likeness("xã") for mould in made if mould]
        assert len(likenesses) == len(groups) >= 3
        assert None not in likenesses
        assert (len(set(likenesses)) == 1) is alike


def test_a_name_that_is_a_word_of_the_plan_is_drafted_by_itself_and_set_like_others(tmp_path: Path) -> None:
    """`phường Lào Cai, tỉnh Lào Cai`: its words are checked by all rules; its file is what the mould of its class gives."""
    job = batch_job(files(tmp_path, ministry=True), rows_of("all", ON))
    members = _members(job.rows)
    odd = {member.locality.place.full for member in members if not Classing(job).plain(member)}
    assert "phường Lào Cai" in odd
    group = next(one for one in Classing(job).classes(members) if one.odd and one.witnesses)
    assert group.odd.isdisjoint(one.at for one in group.witnesses)
    template = load_template("ke-hoach")
    mould = mould_for(job, group, template)
    assert mould is not None
    one = next(member for member in group.members if member.at in group.odd)
    draft, _ = drafted(job, one.row, one.locality)
    document = render(draft, template)
    assert mould.layout_of(one, document.data) == proof(in_folder(document, one.locality), draft.spec.overrides)
    assert mould.layout_of(one, document.data + b" ") is None


_CUT_SHORT = """\
      - Vận động người dân {đơn vị} tại tại nhà văn hóa, chợ; thực hiện như Mục III và Mục I của Kế hoạch tỉnh.
      - Nhân dân và và cán bộ của {đơn vị} đều sử dụng dịch vụ công trực tuyến.
      2. {xã"""


def test_a_quotation_that_was_cut_short_is_cut_anew_for_each_name(tmp_path: Path) -> None:
    """What a rule quotes has room for so many characters: with a longer name the cut falls elsewhere."""
    template = load_template("ke-hoach")
    draft = DRAFT.replace("      2. {xã", _CUT_SHORT)
    job = batch_job(files(tmp_path, draft=draft), rows_of("province:Lạng Sơn", ON))
    made = _moulds(job, template)
    assert sum(len(members) for _, members in made) >= 55
    assert [wrong for mould, members in made for wrong in _differences(job, mould, members, template)] == []
    said = [mould.said(member) for mould, members in made for member in members]
    quoted = {finding.message for findings in said for finding in findings if finding.rule == "KH-LT-01"}
    assert len(quoted) > 55, "each is told with its own name"
    assert not [words for words in quoted if "…" not in words]


def test_a_quotation_whose_edge_lies_in_a_name_is_in_doubt() -> None:
    cutter = Cutter.of(("xã Ba Sơn", "Ba Sơn"))
    finding = Finding(rule="KH-LT-01", severity=Severity.WARNING, message='trong "ơn tại tại "')
    with listening() as heard:
        quoted("người dân xã Ba Sơn tại tại nhà", 17, 28, lambda text, start, end: text[start:end])
    with pytest.raises(Doubtful):
        parts_of(finding, heard, cutter)


def test_a_quotation_is_said_again_with_another_name() -> None:
    cutter, text = (
        Cutter.of(("xã Ba Sơn", "Ba Sơn")),
        "Tuyên truyền cho người dân xã Ba Sơn tại tại nhà văn hóa các thôn",
    )
    with listening() as heard:
        message = f'Từ "tại" hai lần trong "{around(text, 37, 44, 6)}"'
        said("KH-LT-01", None, message)
    finding = Finding(rule="KH-LT-01", severity=Severity.WARNING, message=message)
    parts = parts_of(finding, heard, cutter)
    assert spoken(parts, ("xã Ba Sơn", "Ba Sơn")) == message == 'Từ "tại" hai lần trong "… Ba Sơn tại tại nhà văn …"'
    assert spoken(parts, ("xã Vy", "Vy")) == 'Từ "tại" hai lần trong "… xã Vy tại tại nhà văn …"'


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
