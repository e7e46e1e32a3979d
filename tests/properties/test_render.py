"""Laws of the last step: any text survives into Word and back, and the same plan gives the same bytes."""

import io
import unicodedata
import zipfile

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kedraft.model.inline import Inline, Run, inline
from kedraft.model.plan import Cell, IssuingBody, Item, Level, Marker, Plan, Recipient, Table
from kedraft.rendering import render
from kedraft.vietnamese.text import first_forbidden
from kedraft.workspace import load_template

TEMPLATE = load_template("ke-hoach")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SNARES = [
    "&",
    "<",
    ">",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "{_{",
    "}_}",
    '"',
    "'",
    "“",
    "e\u0323\u0302",
    "😀",
    "]]>",
    "&amp;",
    "{{ x }}",
    "\\",
    "\u00a0",
]
letters = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
words = (
    st.lists(
        st.one_of(st.sampled_from(SNARES), letters, st.sampled_from(["Kế hoạch", "a)", "./."])), min_size=1, max_size=6
    )
    .map(" ".join)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: first_forbidden(text) is None and bool(text.strip()))
)
runs = st.lists(st.builds(Run, words, st.booleans(), st.booleans()), min_size=1, max_size=3).map(inline)


def plan_of(*items: Item, subject: str = "Chuyển đổi số") -> Plan:
    body = IssuingBody(name="ỦY BAN NHÂN DÂN XÃ BA SƠN", level=Level.COMMUNE)
    return Plan(issuing_body=body, subject=subject, sections=items, recipients=(Recipient(text="Lưu: VT"),))


def paragraphs(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(t.text or "" for t in paragraph.iter(f"{W}t")) for paragraph in root.iter(f"{W}p")]


@given(st.lists(runs, min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_into_word_and_back(texts: list[Inline]) -> None:
    items = [Item(id=str(n), marker=Marker.NONE, text=text) for n, text in enumerate(texts)]
    end = Item(id="end", marker=Marker.NONE, text=Inline(text="Hết."))
    read = paragraphs(render(plan_of(*items, end), TEMPLATE).data)
    start = read.index(texts[0].text)
    assert read[start : start + len(texts)] == [text.text for text in texts]


@given(runs)
@settings(max_examples=60, deadline=None)
def test_bold_and_italic_survive(text: Inline) -> None:
    items = (Item(id="1", marker=Marker.NONE, text=text), Item(id="2", marker=Marker.NONE, text=Inline(text="Hết.")))
    document = docx.Document(io.BytesIO(render(plan_of(*items), TEMPLATE).data))
    found = next(one for one in document.paragraphs if one.style.name == "Đoạn văn")
    assert tuple(Run(run.text, bool(run.bold), bool(run.italic)) for run in found.runs if run.text) == text.runs


@given(words, words, words)
@settings(max_examples=60, deadline=None)
def test_any_subject_recipient_and_cell_survive(subject: str, recipient: str, cell: str) -> None:
    table = Table(rows=((Cell(lines=(Inline(text=cell),)), Cell()), (Cell(), Cell())))
    plan = plan_of(Item(id="1", marker=Marker.NONE, table=table), subject=subject)
    plan = plan.evolve(recipients=(Recipient(text=recipient), Recipient(text="Lưu: VT")))
    rendered = render(plan, TEMPLATE)
    read = paragraphs(rendered.data)
    assert subject in read
    assert cell in read
    assert f"- {recipient.rstrip(' ;.')};" in read
    assert docx.Document(io.BytesIO(rendered.data)).core_properties.title == " ".join(f"Kế hoạch {subject}".split())


@given(words, st.lists(runs, min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_rendering_twice_gives_the_same_bytes(subject: str, texts: list[Inline]) -> None:
    plan = plan_of(*(Item(id=str(n), marker=Marker.DASH, text=text) for n, text in enumerate(texts)), subject=subject)
    first, second = render(plan, TEMPLATE), render(plan.model_copy(deep=True), TEMPLATE)
    assert first == second


spans = st.integers(1, 3)
cells = st.builds(
    lambda text, across, down: Cell(lines=(Inline(text=text),), across=across, down=down), words, spans, spans
)


@given(st.lists(st.lists(cells, max_size=4).map(tuple), min_size=1, max_size=4).map(tuple), st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_no_cell_is_lost_whatever_the_spans(rows: tuple[tuple[Cell, ...], ...], header: int) -> None:
    plan = plan_of(Item(id="1", marker=Marker.NONE, table=Table(rows=rows, header=header)))
    read = paragraphs(render(plan, TEMPLATE).data)
    for row in rows:
        for cell in row:
            assert cell.text in read


@given(st.text(max_size=200).filter(lambda text: first_forbidden(text) is None and bool(text.strip())))
@settings(max_examples=100, deadline=None)
def test_every_proposed_name_is_one_that_windows_takes(subject: str) -> None:
    name = render(plan_of(Item(id="1", marker=Marker.NONE, text=Inline(text="x")), subject=subject), TEMPLATE).name
    assert not set(name) & set('<>:"/\\|?*')
    assert name.endswith(".docx")
    assert not name.removesuffix(".docx").endswith((".", " "))
    assert len(name.encode()) < 210
    assert unicodedata.is_normalized("NFC", name)
