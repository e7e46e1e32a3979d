"""Laws of the parser, for any source: it never raises, loses no word, gives every node an id of its own and keeps the order."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kedraft.errors import NotAPlan, PlanInvalid
from kedraft.grammar.glued import unglued
from kedraft.grammar.items import items_from_text
from kedraft.grammar.numbering import number
from kedraft.grammar.tree import grow
from kedraft.importers.accept import accept
from kedraft.importers.account import words
from kedraft.importers.parse import parse
from kedraft.importers.text import read_text
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedNode, ParsedPlan, Verdict
from kedraft.model.source import Look, SourceCell, SourceFormat, SourceParagraph, SourceTable, SourceText
from kedraft.report.plan_json import plan_json
from kedraft.vietnamese.text import clean

WORDS = [
    *("KẾ HOẠCH", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    *(
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 5/KH-UBND",
        "Số:",
        "/KH-UBND",
        "Lạng Sơn, ngày 05 tháng 3 năm 2024",
        "ngày",
        "tháng 3",
    ),
    *(
        "Căn cứ",
        "Luật Trẻ em",
        "Quyết định số 12/QĐ-TTg ngày 31/02/2022",
        "của Thủ tướng Chính phủ",
        "về việc",
        "như sau:",
        "Điều 1.",
        "Điều",
    ),
    *(
        "I.",
        "II.",
        "IV.",
        "I1.",
        "HI.",
        "Phần I",
        "Phần thứ hai",
        "A.",
        "C.",
        "1.",
        "1.1.",
        "1.2",
        "a)",
        "đ)",
        "i)",
        "(1)",
        "-",
        "+",
        "•",
        "¢)",
        "l.",
    ),
    *(
        "MỤC ĐÍCH, YÊU CẦU",
        "Tổ chức thực hiện:",
        "Sở Y tế",
        "chủ trì, phối hợp với",
        "báo cáo",
        "trước ngày 10/12 hằng năm",
        "đạt 90%",
        "100%",
        "02 lớp",
    ),
    *(
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "Lưu",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "(Đã ký)",
        "Hoàng Văn Bình",
        "./.",
    ),
    *(
        "PHỤ LỤC",
        "Phụ lục II",
        "(Kèm theo Kế hoạch số 5/KH-UBND)",
        "Đăng nhập",
        "[1]",
        "**",
        "***",
        "#",
        "|",
        "---",
        "_____",
        "…",
        "......",
        "<br>",
        "\\n",
        "\t",
    ),
    *(
        "tuần tra rừng",
        "Trên đây là Kế hoạch",
        "chính trị",
        "xã hội.",
        "2",
        "2024",
        "15/12/2024",
        "Trang 2/5",
        ";",
        ":",
        "“",
        "”",
        "(",
    ),
]
soup = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "\n", "\n\n", "", "\n- "])), max_size=60).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
anything = st.text(max_size=300)
phrase = (
    st.lists(st.sampled_from(WORDS), min_size=0, max_size=5)
    .map(" ".join)
    .map(lambda text: clean(text).replace("\n", " "))
)
labels = st.sampled_from(
    [None, None, None, "I.", "II.", "1.", "2.", "1.1.", "a)", "b)", "-", "+", "•", "Điều 1.", "x", "(1)"]
)
paragraphs = st.builds(
    SourceParagraph,
    text=phrase.map(lambda text: Inline(text=text)),
    label=labels,
    look=st.builds(
        Look,
        bold=st.sampled_from([None, True, False]),
        align=st.sampled_from([None, "center"]),
        gap_before=st.booleans(),
    ),
)
cells = st.builds(
    SourceCell, paragraphs=st.lists(paragraphs, max_size=2).map(tuple), across=st.integers(1, 2), down=st.integers(1, 2)
)
tables = st.builds(
    SourceTable,
    rows=st.lists(st.lists(cells, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple),
    header=st.integers(0, 1),
)
sources = st.builds(
    SourceText,
    name=st.just("nguon.docx"),
    format=st.just(SourceFormat.DOCX),
    blocks=st.lists(st.one_of(paragraphs, paragraphs, paragraphs, tables), max_size=25).map(tuple),
    broken_lines=st.booleans(),
    asides=st.lists(paragraphs, max_size=2).map(tuple),
)


def said(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from said(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in (
                "findings",
                "targets",
                "reporting",
                "tasks",
                "legal_bases",
                "reason",
                "id",
                "node",
                "kind",
                "wrapped_in",
            ):
                yield from said(one)


def check(source: SourceText) -> ParsedPlan:
    plan = parse(source)
    shown = plan_json(plan)
    json.dumps(shown)
    needed = Counter(
        word
        for one in source.paragraphs()
        for word in words(f"{one.label} {one.text.text}" if one.label else one.text.text)
    )
    kept = Counter(word for text in said(shown) for word in words(text))
    assert not needed - kept, f"mất chữ: {needed - kept}"
    ids = [node.id for node in plan.walk()]
    assert len(ids) == len(set(ids))
    try:
        strict = accept(plan)
    except (NotAPlan, PlanInvalid):
        pass
    else:
        assert strict.sections
    return plan


@settings(max_examples=150, deadline=None)
@given(anything)
def test_any_text_is_parsed_and_loses_no_word(text: str) -> None:
    check(read_text(text.encode("utf-8", "replace"), "a.txt"))


@settings(max_examples=300, deadline=None)
@given(soup)
def test_any_mixture_of_the_fields_own_words_is_parsed_and_loses_no_word(text: str) -> None:
    check(read_text(text.encode(), "a.txt"))


@settings(max_examples=150, deadline=None)
@given(soup)
def test_a_mixture_below_a_header_is_parsed_and_loses_no_word(text: str) -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-UBND\nLạng Sơn, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nGiữ rừng\n\n"
    foot = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHoàng Văn Bình"
    check(read_text(f"{head}I. MỤC ĐÍCH\n{text}{foot}".encode(), "a.txt"))


@settings(max_examples=250, deadline=None)
@given(sources)
def test_any_blocks_with_tables_and_automatic_labels_are_parsed_and_lose_no_word(source: SourceText) -> None:
    check(source)


@settings(max_examples=150, deadline=None)
@given(st.lists(paragraphs, max_size=25), st.booleans())
def test_growing_keeps_every_paragraph_in_its_order(blocks: list[SourceParagraph], scanned: bool) -> None:
    grown = grow(blocks, repair=scanned, scanned=scanned)
    out = [word for node in grown.nodes for one in node.walk() for word in _node_words(one)]
    expected = [
        word for one in blocks for word in words(f"{one.label} {one.text.text}" if one.label else one.text.text)
    ]
    assert out == expected


numerals = st.sampled_from(
    ["I.", "II.", "H.", "HI.", "IV.", "L", "U", "1.", "2.", "Phần I", "Phần H", "A.", "B.", "VỊ."]
)
headings = st.sampled_from(["MỤC ĐÍCH", "Nội dung", "Giữ sạch. II. NỘI DUNG", "Một. 2. Hai.", "KINH PHÍ 1. Một", ""])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(numerals, headings).map(" ".join), max_size=20))
def test_parting_and_reading_numerals_keeps_every_word_in_its_order(lines: list[str]) -> None:
    blocks = [SourceParagraph(text=Inline(text=line)) for line in lines]
    parted = unglued(blocks)
    said = [word for block in parted if isinstance(block, SourceParagraph) for word in words(block.text.text)]
    assert said == [word for line in lines for word in words(line)]
    assert unglued(parted) == parted
    grown = grow(parted, scanned=True)
    out = [word for node in grown.nodes for one in node.walk() for word in _node_words(one)]
    assert out == said


def _node_words(node: ParsedNode) -> list[str]:
    return [
        word
        for part in (node.label, node.heading and node.heading.text, node.text and node.text.text)
        if part
        for word in words(part)
    ]


@settings(max_examples=150, deadline=None)
@given(soup)
def test_own_text_keeps_its_words_and_numbering_twice_is_numbering_once(text: str) -> None:
    items = items_from_text(text)
    once = number(items)
    assert number(once) == once
    kept = {word for item in items for one in item.walk() for word in words(one.words)}
    assert {word for word in words(clean(text)) if len(word) > 4 and word.isalpha()} <= kept


@settings(max_examples=60, deadline=None)
@given(soup)
def test_parsing_is_the_same_every_time(text: str) -> None:
    source = read_text(text.encode(), "a.txt")
    assert parse(source) == parse(source)


def test_an_empty_source_is_no_plan() -> None:
    assert parse(read_text(b"", "a.txt")).verdict is Verdict.NOT_A_PLAN
