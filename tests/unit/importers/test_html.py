"""HTML as portals write it."""

import pytest

from kedraft.errors import SourceUnreadable
from kedraft.importers.html import read_html
from kedraft.model.source import SourceParagraph, SourceTable, SourceText


def page(body: str) -> SourceText:
    return read_html(
        f"<html><head><title>Tên</title><style>p{{}}</style></head><body>{body}</body></html>".encode(), "a.html"
    )


def texts(source: SourceText) -> list[str]:
    return [block.text.text for block in source.blocks if isinstance(block, SourceParagraph)]


def the_table(source: SourceText) -> SourceTable:
    (table,) = (block for block in source.blocks if isinstance(block, SourceTable))
    return table


def test_blocks_are_paragraphs_and_white_space_is_one_space() -> None:
    source = page("<div>Một\n   hai&nbsp;ba<p>Bốn <span>năm</span>  sáu</p>Bảy</div>")
    assert texts(source) == ["Một hai ba", "Bốn năm sáu", "Bảy"]
    assert not source.broken_lines


def test_scripts_styles_and_hidden_elements_are_not_words() -> None:
    body = "<script>a()</script><noscript>b</noscript><p hidden>c</p><p style='DISPLAY : none'>d</p><template>e</template><!-- f --><p>Thật"
    assert texts(page(body)) == ["Thật"]


def test_br_is_a_line_end_inside_its_paragraph() -> None:
    assert texts(page("<p>ỦY BAN NHÂN DÂN<br/>XÃ BA SƠN</p><p>Sau</p>")) == ["ỦY BAN NHÂN DÂN\nXÃ BA SƠN", "Sau"]


def test_two_br_part_paragraphs() -> None:
    _first, second = page("<p>Một<br><br>Hai</p>").blocks
    assert isinstance(second, SourceParagraph)
    assert second.look.gap_before


@pytest.mark.parametrize(
    "body",
    [
        "<div>" + "<br>".join(f"dòng {at}" for at in range(12)) + "</div>",
        "<pre>" + "\n".join(f"dòng {at}" for at in range(12)) + "</pre>",
    ],
)
def test_a_page_of_bare_line_ends_has_broken_lines(body: str) -> None:
    source = page(body)
    assert source.broken_lines
    assert texts(source) == [f"dòng {at}" for at in range(12)]


def test_bold_italic_and_alignment_come_from_elements_and_styles() -> None:
    first, second = page(
        "<p style='text-align: center'><b>KẾ HOẠCH</b></p><p>Một <span style='font-weight:700'>hai</span> <em>ba</em></p>"
    ).blocks
    assert isinstance(first, SourceParagraph)
    assert isinstance(second, SourceParagraph)
    assert (first.look.bold, first.look.align, first.text.marks) == (True, "center", ())
    assert [run for run in second.text.runs if run.bold or run.italic] == [("hai", True, False), ("ba", False, True)]


def test_a_table_keeps_its_spans_and_its_head() -> None:
    table = the_table(
        page(
            "<table><thead><tr><th>STT</th><th colspan=2>Việc</th></tr></thead>"
            "<tr><td rowspan='2'>1</td><td>a</td><td>b</td></tr><tr><td>c</td><td><p>d</p><p>e</p></td></tr></table>"
        )
    )
    assert table.header == 1
    assert [[(cell.across, cell.down) for cell in row] for row in table.rows] == [
        [(1, 1), (2, 1)],
        [(1, 2), (1, 1), (1, 1)],
        [(1, 1), (1, 1)],
    ]
    assert [p.text.text for p in table.rows[2][1].paragraphs] == ["d", "e"]


def test_a_table_that_only_lays_out_the_page_is_opened() -> None:
    inner = "<table><tr><td>STT</td><td>Việc</td></tr><tr><td>1</td><td>Làm</td></tr></table>"
    source = page(f"<table><tr><td>Trang chủ</td><td><p>Một</p>{inner}<p>Hai</p></td></tr></table>")
    assert texts(source) == ["Trang chủ", "Một", "Hai"]
    assert len(the_table(source).rows) == 2


def test_numbers_of_an_ordered_list_are_labels_unless_they_are_typed() -> None:
    source = page(
        "<ol start=2><li>Hai</li><li>3. Ba</li></ol><ol type=a><li>Một</li></ol><ul><li>Chấm</li></ul><ul class=menu><li>Mục</li></ul>"
    )
    assert [block.label for block in source.blocks if isinstance(block, SourceParagraph)] == [
        "2.",
        None,
        "a.",
        "•",
        None,
    ]


def test_front_matter_before_the_page_is_set_aside() -> None:
    source = read_html('---json\n{\n "title": "Tin"\n}\n---\n<p>Một</p><p>Hai</p>'.encode(), "a.html")
    assert texts(source) == ["Một", "Hai"]
    assert [aside.text.text for aside in source.asides] == ["---json", "{", '"title": "Tin"', "}", "---"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Một<p>Hai",
        "<p>Một</b></div></p><div><i>Hai",
        "<tr><td>Một</td></tr><p>Hai",
        "<table>Một<td>Hai",
        "Một<p>Hai</p></body></html>",
    ],
)
def test_broken_markup_loses_no_word(body: str) -> None:
    assert " ".join(" ".join(texts(page(body))).split()) == "Một Hai"


def test_words_cut_by_inline_elements_stay_whole() -> None:
    assert texts(page("<p>K<b>Ế</b> HO<span>ẠC</span>H</p>")) == ["KẾ HOẠCH"]


def test_entities_and_letters_written_apart_become_composed_letters() -> None:
    assert texts(page("<p>K&#7871; ho&#7841;ch &lt;A&gt; &amp; Tha\u0323ng</p>")) == ["Kế hoạch <A> & Thạng"]


def test_an_empty_page_has_no_blocks() -> None:
    assert page("").blocks == ()


def test_words_that_nobody_sees_are_set_aside() -> None:
    source = page("<p>Thật</p><p hidden>Kín</p><select><option>Chọn</option></select><script>mã()</script>")
    assert texts(source) == ["Thật"]
    assert [aside.text.text for aside in source.asides] == ["Tên", "Kín", "Chọn"]


def test_words_behind_the_end_of_the_page_are_words() -> None:
    assert " ".join(texts(read_html(b"Mot</body></html>Hai", "a.html"))) == "Mot Hai"


def test_western_bytes_beside_entities_are_not_taken_for_an_old_font() -> None:
    body = "<p>x\xe3 K&#7871; ho&#7841;ch ph&#7889;i h&#7907;p th&#7921;c hi&#7879;n c\xf4ng t\xe1c</p>"
    assert texts(read_html(body.encode("cp1252"), "a.html")) == ["xã Kế hoạch phối hợp thực hiện công tác"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Một</p>" * 40_000,
        "Một<br>\n" * 40_000,
        "<p><i><b>Một" * 40_000,
        "<b>x</b>" * 250_000,
        "x" * 9_000_000,
        "<b a=1 b=2 c=3>" * 150_000,
        f"<p {' '.join(f'a{at}=1' for at in range(90_000))}>Một",
        f"<p {'/'.join(f'a{at}' for at in range(90_000))}>Một",
        f"<p {' '.join(f'a{at}' for at in range(150))}>Một" * 4_000,
    ],
)
def test_a_page_of_absurd_size_is_refused_before_it_is_built(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedraft.importers.html._tree", lambda text, name: pytest.fail("the page was built"))
    with pytest.raises(SourceUnreadable, match="bất thường"):
        page(body)


def test_a_picture_written_into_the_page_does_not_count() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 9_000_000 + "'>"
    assert texts(page(f"<p>Một</p>{picture}<p>Hai</p>")) == ["Một", "Hai"]


def test_a_program_that_compares_is_not_taken_for_a_tag() -> None:
    program = "if (a <b " + " ".join(f"x{at}" for at in range(900))
    assert texts(page(f"<script>{program}</script><p>Một</p>")) == ["Một"]
