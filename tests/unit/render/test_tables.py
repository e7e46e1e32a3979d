"""Tables fill Word's grid."""

from kedraft.model.inline import Inline
from kedraft.model.plan import Cell, Table
from kedraft.rendering.tables import table_flow


def cell(text: str, across: int = 1, down: int = 1) -> Cell:
    return Cell(lines=(Inline(text=text),), across=across, down=down)


def shape(table: Table, room: int = 9000) -> list[list[str]]:
    flowed = table_flow(table, room)
    return [
        [
            f"{''.join(run.text for line in one.lines for run in line.runs)}|{one.across}|{one.merge}"
            for one in row.cells
        ]
        for row in (*flowed.header, *flowed.rows)
    ]


def test_a_cell_that_spans_rows_is_continued_below() -> None:
    table = Table(rows=((cell("a", down=2), cell("b", across=2)), (cell("c"), cell("d"))), header=1)
    assert shape(table) == [["a|1|restart", "b|2|"], ["|1|continue", "c|1|", "d|1|"]]


def test_a_cell_may_span_rows_and_columns_at_once() -> None:
    table = Table(rows=((cell("a", across=2, down=3), cell("b")), (cell("c"),), (cell("d"),), (cell("e"),) * 3))
    assert shape(table) == [
        ["a|2|restart", "b|1|"],
        ["|2|continue", "c|1|"],
        ["|2|continue", "d|1|"],
        ["e|1|", "e|1|", "e|1|"],
    ]


def test_a_short_row_is_filled_up() -> None:
    assert shape(Table(rows=((cell("a"), cell("b"), cell("c")), (cell("d"),))))[1] == ["d|1|", "|1|", "|1|"]


def test_the_columns_fill_the_page_exactly() -> None:
    flowed = table_flow(Table(rows=((cell("STT"), cell("Nội dung " * 20), cell("x")),)), 9354)
    assert sum(flowed.columns) == 9354
    assert flowed.columns[1] > flowed.columns[0]


def test_widths_of_the_source_keep_their_proportion() -> None:
    assert table_flow(Table(rows=((cell("a"), cell("b")),), widths=(1000, 3000)), 8000).columns == (2000, 6000)


def test_a_cell_is_as_wide_as_the_columns_it_spans() -> None:
    flowed = table_flow(Table(rows=((cell("a", across=2),), (cell("b"), cell("c")))), 9000)
    assert flowed.header[0].cells[0].width == 9000


def test_header_rows_are_apart() -> None:
    flowed = table_flow(Table(rows=((cell("a"),), (cell("b"),), (cell("c"),)), header=2), 9000)
    assert (len(flowed.header), len(flowed.rows)) == (2, 1)


def test_a_bare_number_is_a_figure_and_words_are_not() -> None:
    flowed = table_flow(Table(rows=((cell("12,5%"), cell("Năm 2026"), cell("")),), header=0), 9000)
    assert [one.figure for one in flowed.rows[0].cells] == [True, False, True]


def test_a_table_without_rows_is_still_a_table() -> None:
    assert shape(Table(rows=())) == shape(Table(rows=((),))) == [["|1|"]]


def test_a_column_is_wide_enough_for_its_longest_word_whatever_the_source_says() -> None:
    table = Table(rows=((cell("STT"), cell("Nhiệm vụ")), (cell("1"), cell("Tập huấn"))), widths=(100, 8900), header=1)
    narrow, wide = table_flow(table, 9000).columns
    assert narrow >= 491 + 216  # `STT` set bold at 13 points, and the cell's margins
    assert narrow + wide == 9000


def test_columns_without_room_for_every_word_keep_the_sources_shares() -> None:
    word = "Nghiêng" * 20
    table = Table(rows=((cell(word), cell(word)),), widths=(100, 300))
    assert table_flow(table, 4000).columns == (1000, 3000)


def test_the_last_row_stays_with_the_one_before() -> None:
    table = Table(rows=((cell("STT"),), (cell("1"),), (cell("2"),), (cell("3"),)), header=1)
    flowed = table_flow(table, 9000)
    assert [row.keep for row in (*flowed.header, *flowed.rows)] == [False, False, True, False]
