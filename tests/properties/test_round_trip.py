"""The toolkit imports what it exports: a plan rendered to Word, or printed as text, reads back as the same plan."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kedraft.grammar.numbering import number, number_annexes
from kedraft.model.inline import Inline
from kedraft.model.plan import (
    Annex,
    Cell,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marker,
    Paragraph,
    PlaceAndDate,
    Plan,
    Recipient,
    Signatory,
    Table,
)
from kedraft.pipeline import accept, import_plan, render
from kedraft.report.text import plan_text
from kedraft.workspace import load_template

TEMPLATE = load_template()

WORDS = [
    "tuyên",
    "truyền",
    "phổ",
    "biến",
    "hướng",
    "dẫn",
    "kiểm",
    "tra",
    "tổ",
    "chức",
    "xây",
    "dựng",
    "mô",
    "hình",
    "lớp",
    "học",
    "người",
    "dân",
    "thôn",
    "bản",
    "đường",
    "làng",
    "cây",
    "xanh",
    "rừng",
    "nước",
    "sạch",
    "thiết",
    "bị",
    "kỹ",
    "năng",
    "số",
    "dữ",
    "liệu",
    "hồ",
    "sơ",
    "thủ",
    "tục",
    "văn",
    "thư",
    "lưu",
    "trữ",
    "đoàn",
    "viên",
    "hội",
    "viên",
    "phụ",
    "nữ",
    "thanh",
    "niên",
    "trường",
    "học",
    "y",
    "tế",
    "giao",
    "thông",
]

sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=40).map(
    lambda words: " ".join(words).capitalize() + "."
)
titles = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(lambda words: " ".join(words).capitalize())


def _leaf(marker: Marker, text: str) -> Item:
    return Item(id="x", marker=marker, text=Inline(text=text))


def _headed(marker: Marker, title: str, children: list[Item]) -> Item:
    return Item(id="x", marker=marker, heading=Inline(text=title), children=tuple(children))


def leaves(marker: Marker, most: int = 4) -> st.SearchStrategy[list[Item]]:
    return st.lists(sentences.map(lambda text: _leaf(marker, text)), min_size=1, max_size=most)


signs = leaves(Marker.DASH)
points = st.one_of(
    leaves(Marker.LETTER, 9),
    st.lists(st.builds(_headed, st.just(Marker.LETTER), titles, signs), min_size=1, max_size=3),
)
paragraphs = leaves(Marker.NONE, 2)
clauses = st.lists(
    st.one_of(
        sentences.map(lambda text: _leaf(Marker.ARABIC, text)),
        st.builds(_headed, st.just(Marker.ARABIC), titles, st.one_of(signs, points, paragraphs)),
    ),
    min_size=1,
    max_size=5,
)
headings = st.one_of(titles, titles.map(str.upper))  # a section's, in sentence case or in capitals
said_at_once = st.builds(
    lambda title, text: Item(id="x", marker=Marker.ROMAN, heading=Inline(text=f"{title}:"), text=Inline(text=text)),
    titles,
    sentences,
)


def numerals(title: st.SearchStrategy[str]) -> st.SearchStrategy[Item]:
    return st.builds(_headed, st.just(Marker.ROMAN), title, st.one_of(clauses, signs, paragraphs))


def above(marker: Marker, title: st.SearchStrategy[str]) -> st.SearchStrategy[Item]:
    """A part or a lettered section that holds numerals."""
    return st.builds(_headed, st.just(marker), title, st.lists(numerals(headings), min_size=1, max_size=3))


def nameless(title: st.SearchStrategy[str]) -> st.SearchStrategy[Item]:
    """A section whose heading has no number."""
    return st.builds(_headed, st.just(Marker.NONE), title, st.one_of(clauses, signs))


def listed(sections: st.SearchStrategy[Item], least: int = 1) -> st.SearchStrategy[list[Item]]:
    return st.lists(sections, min_size=least, max_size=6)


sections = st.one_of(
    listed(numerals(headings)),
    listed(st.one_of(numerals(headings), said_at_once)),
    listed(above(Marker.UPPER, headings)),
    listed(above(Marker.PART, titles.map(str.upper))),
    listed(nameless(titles.map(str.upper)), 2),
)
notes = st.sampled_from(["(Kèm theo Kế hoạch số 07/KH-UBND)", "(Ban hành kèm theo Kế hoạch của địa phương)"])
tables = st.lists(st.lists(titles, min_size=2, max_size=2), min_size=1, max_size=3).map(
    lambda rows: Item(
        id="x",
        marker=Marker.NONE,
        table=Table(rows=tuple(tuple(Cell(lines=(Inline(text=text),)) for text in row) for row in rows)),
    )
)
annexes = st.lists(
    st.builds(
        lambda heading, note, children: Annex(id="PL", heading=heading, note=note, children=tuple(children)),
        titles,
        notes,
        st.one_of(clauses, tables.map(lambda table: [table]), listed(numerals(headings))),
    ),
    max_size=2,
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    name = draw(st.sampled_from(["XÃ BA SƠN", "PHƯỜNG ĐÔNG KINH", "HUYỆN CAO LỘC", "TỈNH LẠNG SƠN"]))
    level = {"XÃ": Level.COMMUNE, "PHƯỜNG": Level.COMMUNE, "HUYỆN": Level.DISTRICT, "TỈNH": Level.PROVINCE}[
        name.split()[0]
    ]
    return Plan(
        issuing_body=IssuingBody(name=f"ỦY BAN NHÂN DÂN {name}", level=level),
        number=DocumentNumber(number=draw(st.sampled_from([None, "07", "153"])), symbol="KH-UBND"),
        place_and_date=PlaceAndDate(
            place="Lạng Sơn", date=draw(st.sampled_from(["2026-02", "2026-02-05", "2024-11-20"]))
        ),
        subject=draw(titles),
        opening=(Paragraph(text=Inline(text="Ủy ban nhân dân ban hành Kế hoạch như sau:")),),
        sections=number(draw(sections)),
        closing=(
            Paragraph(text=Inline(text="Trên đây là Kế hoạch của địa phương, các đơn vị nghiêm túc thực hiện./.")),
        ),
        recipients=tuple(Recipient(text=text) for text in (*draw(st.lists(titles, max_size=6)), "Lưu: VT")),
        signatory=Signatory(
            authority=("TM. ỦY BAN NHÂN DÂN", *draw(st.sampled_from([(), ("KT. CHỦ TỊCH",)]))),
            position="CHỦ TỊCH",
            name=draw(st.sampled_from([None, "Nguyễn Văn A", "Trần Thị Bình An"])),
        ),
        annexes=number_annexes(draw(annexes)),
    )


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_rendered_plan_reads_back_as_the_same_plan(plan: Plan) -> None:
    again = accept(import_plan(render(plan, TEMPLATE).data, "ke-hoach.docx"))
    assert plan_text(again) == plan_text(plan)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_plan_survives_two_round_trips_in_every_field(plan: Plan) -> None:
    once = accept(import_plan(render(plan, TEMPLATE).data, "ke-hoach.docx"))
    twice = accept(import_plan(render(once, TEMPLATE).data, "ke-hoach.docx"))
    assert once == twice


@settings(max_examples=20, deadline=None)
@given(plans())
def test_an_annex_without_a_note_gets_the_one_that_the_decree_asks_for(plan: Plan) -> None:
    bare = plan.evolve(annexes=tuple(annex.evolve(note=None) for annex in plan.annexes))
    again = accept(import_plan(render(bare, TEMPLATE).data, "ke-hoach.docx"))
    assert all(annex.note and annex.note.startswith("(Kèm theo Kế hoạch số") for annex in again.annexes)
    assert plan_text(again.evolve(annexes=bare.annexes)) == plan_text(bare)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_a_plan_printed_as_text_reads_back_with_the_same_items(plan: Plan) -> None:
    again = accept(import_plan(_printed(plan).encode(), "ke-hoach.txt"))
    body, printed = ([item for section in one.sections for item in section.walk()] for one in (plan, again))
    assert [(item.id, item.words) for item in printed] == [(item.id, item.words) for item in body]


def _printed(plan: Plan) -> str:
    """The text as a portal shows it: a blank line between paragraphs."""
    date = "ngày 05 tháng 02 năm 2026"
    head = [
        "ỦY BAN NHÂN DÂN\nXÃ BA SƠN\n-------",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------",
    ]
    head += ["Số: 07/KH-UBND", f"Ba Sơn, {date}", "KẾ HOẠCH", plan.subject, plan.opening[0].text.text]
    items = [item for section in plan.sections for item in section.walk()]
    body = [f"{item.label} {item.words}" if item.label else item.words for item in items]
    foot = [
        plan.closing[0].text.text,
        "Nơi nhận:\n- Các thôn;\n- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nNguyễn Văn A",
    ]
    return "\n\n".join([*head, *body, *foot])
