"""Laws of inheritance, for any parent and any draft file."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kedraft.errors import SpecMismatch
from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number, number_annexes
from kedraft.inheritance import follow_references, inherit
from kedraft.inheritance.catalogue import Catalogue
from kedraft.inheritance.choice import mistakes
from kedraft.inheritance.own import with_marker
from kedraft.model.draft import Draft
from kedraft.model.inline import Inline, Mark
from kedraft.model.origin import Imported, Inherited
from kedraft.model.place import Location
from kedraft.model.plan import (
    Annex,
    Cell,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Paragraph,
    PlaceAndDate,
    Plan,
    Table,
)
from kedraft.model.spec import DraftSpec
from kedraft.vietnamese.labels import Marker
from kedraft.workspace import load_plan
from kedraft.workspace.yaml_out import dump_plan

SENTENCES = st.sampled_from(
    [
        "Nâng cao nhận thức của người dân.",
        "Thực hiện Mục II Kế hoạch này.",
        "Theo khoản 1 Mục I và điểm a khoản 2 Mục III.",
        "Báo cáo trước ngày 10/12 hằng năm về Sở Nội vụ.",
        "Đạt 70% trở lên; theo khoản 2 Điều 5 Luật Trẻ em.",
        "Theo Phụ lục kèm theo.",
        "Kết thúc./.",
    ]
)
ANY_TEXT = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), min_size=1, max_size=30
)
ORIGIN = Imported(place=Location(file="a.docx"))
INNER = {
    Marker.ROMAN: (Marker.ARABIC, Marker.NONE, Marker.DASH),
    Marker.ARABIC: (Marker.LETTER, Marker.DASH, Marker.NONE),
    Marker.LETTER: (Marker.DASH,),
}


@st.composite
def items(draw: st.DrawFn, marker: Marker, depth: int, words: st.SearchStrategy[str]) -> Item:
    if marker is Marker.NONE and draw(st.integers(0, 3)) == 0:
        rows = draw(st.lists(st.lists(words, min_size=2, max_size=2), min_size=1, max_size=2))
        cells = tuple(tuple(Cell(lines=(Inline(text=text),)) for text in row) for row in rows)
        return Item(id="x", marker=marker, table=Table(rows=cells), origin=ORIGIN)
    inner = draw(st.sampled_from(INNER[marker])) if marker in INNER and depth else None
    children = draw(st.lists(items(inner, depth - 1, words), max_size=3)) if inner else []
    heading = draw(words) if marker is Marker.ROMAN or (children and draw(st.booleans())) else None
    text = None if heading else draw(words)
    marks = (Mark(start=0, end=1, bold=True),) if text and draw(st.booleans()) else ()
    return Item(
        id="x",
        marker=marker,
        heading=Inline(text=heading) if heading else None,
        text=Inline(text=text, marks=marks) if text else None,
        children=tuple(children),
        origin=ORIGIN,
    )


@st.composite
def plans(draw: st.DrawFn, words: st.SearchStrategy[str] = SENTENCES) -> Plan:
    sections = draw(st.lists(items(Marker.ROMAN, 3, words), min_size=1, max_size=4))
    inside = draw(st.lists(st.lists(items(Marker.ARABIC, 1, words), max_size=2), max_size=2))
    annexes = [Annex(id="PL", heading="DANH MỤC", children=tuple(children), origin=ORIGIN) for children in inside]
    return Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=Level.PROVINCE),
        number=DocumentNumber(number="07", symbol="KH-UBND"),
        place_and_date=PlaceAndDate(place="Lạng Sơn", date=draw(st.sampled_from(["2026-01-29", "2026-01", None]))),
        subject=draw(words),
        opening=(Paragraph(text=Inline(text=draw(words))),),
        sections=number(sections),
        annexes=number_annexes(annexes),
    )


def spec(sections: list[dict[str, Any]], annexes: list[dict[str, Any]]) -> DraftSpec:
    return DraftSpec.model_validate(
        {
            "parent": "a.docx",
            "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
            "document": {"subject": "Triển khai", "date": "2026-02"},
            "sections": sections,
            "annexes": annexes,
        }
    )


def everything(parent: Plan, mode: str) -> DraftSpec:
    return spec(
        *[[{"inherit": node.id, "mode": mode} for node in nodes] for nodes in (parent.sections, parent.annexes)]
    )


def bare(item: Item) -> Item:
    return item.evolve(origin=ORIGIN, children=tuple(bare(child) for child in item.children))


@st.composite
def asked(draw: st.DrawFn) -> tuple[Plan, DraftSpec]:
    """A parent and a draft file that may or may not fit it."""
    parent = draw(plans())
    known = [item.id for item in parent.walk()]
    node = st.sampled_from([*known, "IX", "I.9"])
    entry = st.fixed_dictionaries(
        {"inherit": node},
        optional={
            "mode": st.sampled_from(["verbatim", "adapt"]),
            "only": st.lists(node, max_size=2),
            "drop": st.lists(st.fixed_dictionaries({"node": node, "reason": st.just("x")}), max_size=2),
            "append": st.lists(SENTENCES, max_size=2),
            "nodes": st.lists(
                st.fixed_dictionaries(
                    {"node": node}, optional={"text": SENTENCES, "append": st.lists(SENTENCES, max_size=1)}
                ),
                max_size=2,
            ),
        },
    )
    dropped = st.fixed_dictionaries({"drop": node, "reason": st.just("x")})
    return parent, spec(draw(st.lists(entry | dropped, min_size=1, max_size=4)), [])


def made(pair: tuple[Plan, DraftSpec]) -> Draft | None:
    try:
        return inherit(*pair)
    except SpecMismatch:
        return None


@given(asked())
def test_a_refusal_names_the_place_of_every_problem(pair: tuple[Plan, DraftSpec]) -> None:
    wrong = mistakes(pair[1], Catalogue.of(pair[0]))
    assert all(finding.where.field and finding.message.endswith((".", "?")) for finding in wrong)


@given(plans())
def test_everything_verbatim_is_the_parent_but_for_origin(parent: Plan) -> None:
    child = follow_references(inherit(parent, everything(parent, "verbatim"))).plan
    assert tuple(bare(section) for section in child.sections) == tuple(bare(section) for section in parent.sections)
    assert [annex.children for annex in child.annexes] == [
        tuple(_verbatim(item) for item in annex.children) for annex in parent.annexes
    ]


def _verbatim(item: Item) -> Item:
    origin = Inherited(node=item.id, digest=item.digest, place=item.origin.place)
    return item.evolve(origin=origin, children=tuple(_verbatim(child) for child in item.children))


@given(plans())
def test_a_verbatim_node_has_its_parents_digest(parent: Plan) -> None:
    for item in inherit(parent, everything(parent, "verbatim")).plan.walk():
        source = parent.find(item.origin.node)  # type: ignore[union-attr]
        assert source is not None
        assert item.digest == source.digest == item.origin.digest  # type: ignore[union-attr]


@given(plans(), st.data())
def test_dropping_twice_is_dropping_once(parent: Plan, data: st.DataObject) -> None:
    inner = [item.id for section in parent.sections for item in section.walk()]
    node = data.draw(st.sampled_from(inner))
    drop = [{"node": node, "reason": "x"}]
    entries = [{"inherit": section.id} for section in parent.sections]
    once = [entry | ({"drop": drop} if node.startswith(entry["inherit"] + ".") else {}) for entry in entries]
    twice = [entry | ({"drop": drop * 2} if "drop" in entry else {}) for entry in once]
    first, second = made((parent, spec(once, []))), made((parent, spec(twice, [])))
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert (first.plan, first.dropped) == (second.plan, second.dropped)


@given(asked())
def test_no_node_of_the_parent_vanishes_without_a_word(pair: tuple[Plan, DraftSpec]) -> None:
    draft = made(pair)
    if draft is None:
        return
    parent = pair[0]
    taken = [node for item in draft.plan.walk() if (node := getattr(item.origin, "node", None))]
    assert len(taken) == len(set(taken))
    rewritten = {item.origin.node for item in draft.plan.walk() if item.origin.kind == "replaced"}
    under = {inner.id for item in parent.walk() if item.id in rewritten for inner in item.walk()}
    dropped = {left.node for left in draft.dropped}
    assert dropped.isdisjoint(taken)
    assert {item.id for item in parent.walk()} <= set(taken) | dropped | under


@given(asked())
def test_every_node_has_an_origin_of_its_own_kind(pair: tuple[Plan, DraftSpec]) -> None:
    draft = made(pair)
    for item in draft.plan.walk() if draft else ():
        assert item.origin.kind in ("inherited", "adapted", "replaced", "authored")


@given(asked())
def test_following_references_twice_is_following_once(pair: tuple[Plan, DraftSpec]) -> None:
    draft = made(pair)
    if draft is not None:
        once = follow_references(draft)
        assert follow_references(once) == once


@settings(max_examples=60)
@given(plans(ANY_TEXT))
def test_a_plan_comes_back_from_yaml_as_it_was(plan: Plan) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.yaml"
        path.write_bytes(dump_plan(plan).encode())
        assert load_plan(path) == plan


@given(
    st.lists(SENTENCES, min_size=1, max_size=3),
    st.sampled_from([Marker.DASH, Marker.ARABIC, Marker.LETTER, Marker.NONE]),
)
def test_own_text_keeps_its_words_whatever_list_it_joins(lines: list[str], marker: Marker) -> None:
    def words(tree: tuple[Item, ...]) -> list[str]:
        return [item.words for top in tree for item in top.walk()]

    own = items_from_text("\n\n".join(lines))
    assert words(tuple(with_marker(item, marker) for item in own)) == words(own)
