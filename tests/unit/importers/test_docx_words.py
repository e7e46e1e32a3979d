"""Every word that prints comes out of a Word file once, in order, with its looks."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini_docx import NAMESPACES, OFFICE, cell, docx, item, lists, lvl, p, package, row, run, style, table

from kedraft.errors import SourceUnreadable
from kedraft.importers.docx import read_docx
from kedraft.model.inline import Run
from kedraft.model.source import SourceParagraph, SourceTable, SourceText
from kedraft.vietnamese.text import clean, nfc


def lines(data: bytes) -> list[str]:
    """Texts of all blocks; a table as rows of cells, its paragraphs parted by `/`."""
    out = []
    for block in read_docx(data, "thử.docx").blocks:
        if isinstance(block, SourceTable):
            out += [" | ".join(" / ".join(str(q.text) for q in c.paragraphs) for c in r) for r in block.rows]
        else:
            out.append(str(block.text))
    return out


def only(data: bytes) -> SourceParagraph:
    (block,) = read_docx(data, "thử.docx").blocks
    assert isinstance(block, SourceParagraph)
    return block


def asides(source: SourceText) -> list[str]:
    return [str(a.text) for a in source.asides]


# --- how much ---


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (lambda: "".join(p(f"{at * 7919}") for at in range(20_002)), "20000 đoạn văn"),
        (lambda: table(*[row(*[cell(f"{at * 7919}")] * 10) for at in range(3_001)]), "30000 ô bảng"),
        (lambda: table(row(*[cell("<w:sdt/>")] * 61_000)), "ô bảng"),
        (lambda: p("rừng " * 100_001), "500000 chữ"),
        (lambda: "".join(p(f"{at} " + "rừng " * 20_000) for at in range(31)), "3000000 chữ"),
    ],
    ids=["paragraphs", "cells", "empty cells", "one paragraph", "letters"],
)
def test_a_file_that_holds_more_than_any_plan_is_refused(body: Callable[[], str], said: str) -> None:
    data = docx(body())
    with pytest.raises(SourceUnreadable, match=said):
        read_docx(data, "a.docx")


def test_a_plan_of_300_pages_is_read() -> None:
    body = "".join(p(f"{at}. Việc {at * 7919} của xã.") for at in range(9_000))
    grid = table(*[row(*[cell(f"{at} {col}") for col in range(8)]) for at in range(1_500)])
    source = read_docx(docx(body + grid), "a.docx")
    assert sum(1 for _ in source.paragraphs()) == 9_000 + 12_000


# --- runs and looks ---


def test_bold_and_italic_runs_become_marks() -> None:
    found = only(docx(p(run("Mục tiêu: ", "<w:b/>") + run("đạt ") + run("70%", "<w:i/>"))))
    assert found.text.runs == (Run("Mục tiêu: ", True, False), Run("đạt ", False, False), Run("70%", False, True))
    assert found.look.bold is False


def test_a_paragraph_that_is_bold_but_for_spaces_counts_as_bold() -> None:
    assert only(docx(p(run("MỤC", "<w:b/>") + run(" ") + run("TIÊU", "<w:b/><w:i/>")))).look.bold is True


def test_bold_of_paragraph_style_and_character_style_cancel_out() -> None:
    styles = style("Dam", look="<w:b/>") + style("Nhan", look="<w:b/>", kind="character")
    found = only(docx(p(run("a", '<w:rStyle w:val="Nhan"/>') + run("b"), '<w:pStyle w:val="Dam"/>'), styles=styles))
    assert found.text.runs == (Run("a", False, False), Run("b", True, False))


def test_direct_formatting_wins_over_an_inherited_style() -> None:
    styles = style("Goc", look='<w:b/><w:sz w:val="28"/>', properties='<w:jc w:val="center"/>') + style(
        "Con", based="Goc"
    )
    found = only(docx(p(run("a", '<w:b w:val="0"/>'), '<w:pStyle w:val="Con"/>'), styles=styles))
    assert (found.look.bold, found.look.size, found.look.align) == (False, 14.0, "center")


def test_capitals_by_formatting_are_capitals_in_the_text() -> None:
    assert only(docx(p(run("kế hoạch", "<w:caps/>")))).text.text == "KẾ HOẠCH"


def test_soft_breaks_tabs_and_hyphens() -> None:
    body = p(
        "<w:r><w:t>ỦY</w:t><w:br/><w:t>BAN</w:t><w:tab/><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>"
    )
    assert only(docx(body)).text.text == "ỦY\nBAN\ta-b"


def test_symbols_print_as_unicode() -> None:
    tick, least = '<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:sym w:font="Symbol" w:char="F0B3"/>'
    body = p(f'<w:r>{tick}<w:t xml:space="preserve"> đạt </w:t>{least}</w:r>')
    assert only(docx(body)).text.text == "✓ đạt ≥"


def test_letters_cut_from_their_marks_by_a_run_end_are_composed_and_looks_stay_in_place() -> None:
    found = only(docx(p(run("Kê\u0301 hoa") + run("\u0323ch", "<w:b/>") + run(" x"))))
    assert found.text.runs == (Run("Kế hoạ", False, False), Run("ch", True, False), Run(" x", False, False))


def test_fonts_older_than_unicode_are_read_as_they_print() -> None:
    body = p(run("KÕ ho¹ch tuyªn truyÒn n\u00adíc ®", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'))
    body += p(run("ñy ban", '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'))
    assert lines(docx(body)) == ["Kế hoạch tuyên truyền nước đ", "ỦY BAN"]
    assert [f.rule for f in read_docx(docx(body), "x").findings] == ["KH-TM-06"]


def test_strict_open_xml_reads_the_same() -> None:
    data = {
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        f"{p('Kế hoạch')}</w:body></w:document>"
    }
    assert lines(package(data, [])) == ["Kế hoạch"]


# --- fields, links, wrappers ---


def field(instruction: str, result: str | None = None, about: str = "") -> str:
    """A field as Word writes it; without result it has no second part."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{about}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_only_the_result_of_a_field_is_read() -> None:
    assert lines(docx(p(field("HYPERLINK x", "hiện") + run(" sau") + field("XE mục")))) == ["hiện sau"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("sau")
    assert lines(docx(body)) == ["sau"]


def test_form_fields_show_their_choice() -> None:
    box = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    assert lines(docx(p(field("FORMCHECKBOX", about=box) + run(" Có")))) == ["☒ Có"]


def test_words_inside_links_tags_and_content_controls() -> None:
    body = p(
        f'<w:hyperlink r:id="x">{run("một ")}</w:hyperlink><w:smartTag>{run("hai ")}</w:smartTag>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('ba ')}</w:sdtContent></w:sdt><w:fldSimple>{run('bốn ')}</w:fldSimple>"
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    body += f"<w:sdt><w:sdtContent>{p('khối')}</w:sdtContent></w:sdt><w:customXml>{p('bọc')}</w:customXml>"
    assert lines(docx(body)) == ["một hai ba bốn x=1", "khối", "bọc"]


def control(content: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_rows_and_cells_inside_content_controls() -> None:
    assert lines(docx(table(control(row(cell("a"), control(cell("b"))))))) == ["a | b"]


def test_table_of_contents_is_set_aside() -> None:
    body = p("I. Mục đích\t3", '<w:pStyle w:val="TOC1"/>') + p("I. Mục đích")
    source = read_docx(docx(body, styles=style("TOC1", name="toc 1")), "x")
    assert [str(b.text) for b in source.paragraphs()] == ["I. Mục đích", "I. Mục đích\t3"]
    assert len(source.blocks) == 1


# --- tracked changes ---

INSERTED = f'<w:ins w:id="1" w:author="x">{run("thêm ")}</w:ins>'
DELETED = '<w:del w:id="2" w:author="x"><w:r><w:delText xml:space="preserve">bớt </w:delText></w:r></w:del>'


def test_tracked_changes_final_and_original_with_a_finding() -> None:
    data = docx(p(INSERTED + DELETED + run("giữ")))
    final, original = read_docx(data, "x"), read_docx(data, "x", revisions="original")
    assert [str(q.text) for q in final.blocks] == ["thêm giữ"]  # type: ignore[union-attr]
    assert [str(q.text) for q in original.blocks] == ["bớt giữ"]  # type: ignore[union-attr]
    assert [f.rule for f in final.findings] == ["KH-TM-02"]
    assert "2 chỗ" in final.findings[0].message


def test_moved_text_stands_only_where_it_was_moved_to() -> None:
    body = p(f"<w:moveFrom>{run('câu ')}</w:moveFrom>{run('a ')}<w:moveTo>{run('câu')}</w:moveTo>")
    assert lines(docx(body)) == ["a câu"]


def test_deleted_paragraph_mark_joins_paragraphs_into_the_look_of_the_second() -> None:
    body = (
        p("Kế ", '<w:jc w:val="center"/><w:rPr><w:del w:id="1"/></w:rPr>')
        + p("hoạch", '<w:jc w:val="right"/>')
        + p("sau")
    )
    source = read_docx(docx(body), "x")
    assert [(str(b.text), b.look.align) for b in source.paragraphs()] == [("Kế hoạch", "right"), ("sau", "left")]
    assert [b.place.paragraph for b in source.paragraphs()] == [1, 3]


def test_inserted_paragraph_mark_joins_in_the_original() -> None:
    data = docx(p("Kế ", '<w:rPr><w:ins w:id="1"/></w:rPr>') + p("hoạch"))
    assert [str(b.text) for b in read_docx(data, "x", revisions="original").paragraphs()] == ["Kế hoạch"]


def test_deleted_rows_go() -> None:
    data = docx(table(row(cell("a")), row(cell("b"), properties='<w:del w:id="1"/>'), row(cell("c"))))
    assert lines(data) == ["a", "c"]


def test_words_before_a_table_stay_when_their_mark_is_deleted() -> None:
    assert lines(docx(p("a", '<w:rPr><w:del w:id="1"/></w:rPr>') + table(row(cell("b"))))) == ["a", "b"]


# --- text boxes ---


def boxed(content: str) -> str:
    """A text box as Word writes it: once for new readers, once again for old ones."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once_after_its_paragraph() -> None:
    body = p(run("trước") + boxed(p("TRONG KHUNG"))) + p("sau")
    source = read_docx(docx(body), "x")
    assert [(str(b.text), b.place.paragraph) for b in source.paragraphs()] == [
        ("trước", 1),
        ("TRONG KHUNG", 1),
        ("sau", 2),
    ]


def test_table_in_a_text_box_is_a_table() -> None:
    assert lines(docx(p(boxed(table(row(cell("UBND"), cell("CỘNG HÒA"))) + p())))) == ["UBND | CỘNG HÒA"]


def test_old_text_box_without_alternative() -> None:
    body = p(
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert lines(docx(body)) == ["khung"]


def test_lettering_is_set_aside() -> None:
    body = p(run("a") + '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>')
    assert asides(read_docx(docx(body), "x")) == ["DỰ THẢO"]


# --- tables ---


def test_merged_cells_span_and_leave_out_what_they_cover() -> None:
    data = docx(
        table(
            row(
                cell("STT", '<w:vMerge w:val="restart"/>'),
                cell("Việc", '<w:gridSpan w:val="2"/>'),
                properties="<w:tblHeader/>",
            ),
            row(cell(p(), "<w:vMerge/>"), cell("Chủ trì"), cell("Phối hợp"), properties="<w:tblHeader/>"),
            row(cell("1"), cell("Phòng A"), cell("Phòng B")),
            grid=(500, 3000, 3000),
        )
    )
    (found,) = read_docx(data, "x").blocks
    assert isinstance(found, SourceTable)
    assert [[(c.across, c.down) for c in r] for r in found.rows] == [[(1, 2), (2, 1)], [(1, 1), (1, 1)], [(1, 1)] * 3]
    assert (found.header, found.widths, found.place.paragraph) == (2, (500, 3000, 3000), 1)


def test_nested_table_flows_into_its_cell_in_reading_order() -> None:
    inner = table(row(cell("b"), cell("c")))
    assert lines(docx(table(row(cell(p("a") + inner + p("d")), cell("e"))))) == ["a / b / c / d | e"]


def test_paragraphs_are_counted_through_cells_and_empty_ones() -> None:
    source = read_docx(docx(p("a") + p() + table(row(cell("b"), cell("c"))) + p("d")), "x.docx")
    assert [(str(q.text), q.place.paragraph) for q in source.paragraphs()] == [("a", 1), ("b", 3), ("c", 4), ("d", 5)]
    assert str(source.blocks[0].place) == "x.docx, đoạn 1"


# --- outside the flow ---


def test_hidden_text_is_set_aside_with_a_finding() -> None:
    source = read_docx(docx(p(run("thấy") + run(" ẩn", "<w:vanish/>"))), "x")
    assert ([str(b.text) for b in source.paragraphs()], len(source.blocks)) == (["thấy", "ẩn"], 1)
    assert [f.rule for f in source.findings] == ["KH-TM-02"]


def test_notes_follow_as_asides_with_their_numbers_and_leave_no_digit_in_the_text() -> None:
    notes = f'<w:footnote w:id="0">{p("---")}</w:footnote><w:footnote w:id="5">{p("Theo báo cáo.")}</w:footnote>'
    source = read_docx(
        docx(p(run("năm 2025") + '<w:r><w:footnoteReference w:id="5"/></w:r>'), parts={"footnotes": notes}), "x"
    )
    assert [(a.label, str(a.text), a.place.paragraph) for a in source.asides] == [("1", "Theo báo cáo.", 1)]
    assert str(source.blocks[0].text) == "năm 2025"  # type: ignore[union-attr]


def test_page_headers_are_set_aside_and_page_numbers_dropped() -> None:
    named = (f'<w:{kind}Reference w:type="default" r:id="r-{kind}"/>' for kind in ("header", "footer"))
    parts = {"header": p("UBND tỉnh X"), "footer": p("Trang 2/14")}
    source = read_docx(docx(p("a"), section=f"<w:sectPr>{''.join(named)}</w:sectPr>", parts=parts), "x")
    assert asides(source) == ["UBND tỉnh X"]


def test_comments_are_left_out_with_a_finding() -> None:
    source = read_docx(docx(p(run("a") + '<w:r><w:commentReference w:id="1"/></w:r>')), "x")
    assert ["comment" in f.message for f in source.findings] == [True]


def test_blocks_of_landscape_sections_are_named() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    tall = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    source = read_docx(docx(p("a") + p("b", tall) + p("c") + p("d", wide) + p("e")), "x")
    assert source.landscape == frozenset({2, 3})


def test_a_scan_pasted_into_word_is_recognised() -> None:
    source = read_docx(docx(p("<w:r><w:drawing/></w:r>")), "x")
    assert [f.rule for f in source.findings] == ["KH-TM-05"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    assert lines(docx(p("C", frame) + p("ăn cứ Luật"))) == ["Căn cứ Luật"]


# --- laws ---

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30)


def shown(text: str) -> str:
    """Text as a reader sees it: one space between words."""
    return " ".join(nfc(clean(text.replace("\u2028", " ").replace("\u2029", " "))).split())


@given(st.lists(st.tuples(PRINTABLE, st.sampled_from(["", "<w:b/>", "<w:i/>"])), max_size=5))
def test_any_text_in_runs_comes_back(runs: list[tuple[str, str]]) -> None:
    texts = [t.replace("\ufffe", "").replace("\uffff", "") for t, _ in runs]
    if any("\uf000" <= c <= "\uf0ff" for t in texts for c in t):
        return
    body = "<w:p>" + "".join(run(t, look) for t, (_, look) in zip(texts, runs, strict=True)) + "</w:p>"
    found = [str(q.text) for q in read_docx(docx(body), "x").paragraphs()]
    assert " ".join(" ".join(found).split()) == shown("".join(texts))


TAGS = st.sampled_from(
    ["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "sdtContent", "hyperlink", "pPr", "rPr", "numPr",
     "txbxContent", "pict", "fldChar", "sectPr", "tcPr", "vMerge", "gridSpan", "trPr",
     "footnoteReference", "b", "vanish"]
)  # fmt: skip
NODES = st.recursive(
    st.text("ab1 ", max_size=3),
    lambda inner: st.builds(
        lambda tag, value, parts: f'<w:{tag} w:val="{value}">{"".join(parts)}</w:{tag}>',
        TAGS, st.sampled_from(["1", "0", "-1", "x", "continue", "restart"]), st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)  # fmt: skip


@given(NODES)
def test_no_arrangement_of_elements_breaks_the_reader(xml: str) -> None:
    read_docx(docx(xml, numbering=lists(lvl(0, "%1."))), "x")
    read_docx(docx(xml, numbering=lists(lvl(0, "%1."))), "x", revisions="original")


@given(st.lists(st.tuples(PRINTABLE, st.sampled_from(["", "<w:b/>", "<w:i/><w:caps/>", "<w:vanish/>"])), max_size=4))
def test_what_is_read_is_valid_when_it_is_looked_through_once_more(runs: list[tuple[str, str]]) -> None:
    texts = [(t.replace("\ufffe", "").replace("\uffff", ""), look) for t, look in runs]
    body = "<w:p>" + "".join(run(t, look) for t, look in texts) + "</w:p>"
    source = read_docx(docx(body + item("x") + table(row(cell(body))), numbering=lists(lvl(0, "%1."))), "x")
    assert SourceText.model_validate(source.model_dump()) == source
    assert SourceText.model_validate_json(source.model_dump_json()) == source


def test_reading_twice_gives_the_same_value_and_digest() -> None:
    data = docx(item("a") + table(row(cell("b"))), numbering=lists(lvl(0, "%1.")))
    assert read_docx(data, "x") == read_docx(data, "x")
    assert len(read_docx(data, "x").digest) == 16


def test_nesting_without_end_is_refused_in_a_sentence() -> None:
    deep = p("x")
    for _ in range(600):
        deep = table(row(cell(deep)))
    with pytest.raises(SourceUnreadable, match=r"nhiều tầng|hỏng"):
        read_docx(docx(deep), "x.docx")


def test_broken_xml_is_refused_in_a_sentence() -> None:
    with pytest.raises(SourceUnreadable, match="bị hỏng"):
        read_docx(package({"word/document.xml": f"<w:document {NAMESPACES}><w:body>"}, []), "x.docx")


def test_missing_style_and_numbering_parts_do_no_harm() -> None:
    relation = f'<Relationship Id="a" Type="{OFFICE}/styles" Target="styles.xml"/>'
    data = package(
        {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{item('a')}</w:body></w:document>"}, [relation]
    )
    assert lines(data) == ["a"]
