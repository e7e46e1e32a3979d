"""Paragraphs to a tree: nesting, headings, ids, faults of numbering."""

from kedraft.grammar.tree import Grown, grow
from kedraft.model.inline import Inline, Mark
from kedraft.model.source import Look, SourceCell, SourceParagraph, SourceTable


def grown(*lines: str, damaged: bool = False) -> Grown:
    return grow([SourceParagraph(text=Inline(text=line)) for line in lines], damaged=damaged)


def ids(tree: Grown) -> list[str]:
    return [one.id for node in tree.nodes for one in node.walk()]


def test_markers_of_lower_rank_nest() -> None:
    assert ids(grown("I. A", "1. B", "a) C", "- D", "+ E", "- F", "b) G", "2. H", "II. I")) == [
        "I", "I.1", "I.1.a", "I.1.a.-1", "I.1.a.-1.+1", "I.1.a.-2", "I.1.b", "I.2", "II",
    ]  # fmt: skip


def test_a_second_label_of_the_same_value_gets_an_id_of_its_own_and_a_finding() -> None:
    tree = grown("I. A", "II. B", "II. C")
    assert ids(tree) == ["I", "II", "II(2)"]
    assert [(one.rule, one.where.field) for one in tree.findings] == [("ND30-DM-02", "II(2)")]
    assert "trùng" in tree.findings[0].message


def test_a_left_out_and_a_late_first_label_are_findings() -> None:
    assert ["nhảy" in one.message for one in grown("I. A", "III. B").findings] == [True]
    assert ["bắt đầu từ" in one.message for one in grown("II. A").findings] == [True]


def test_a_numeral_typed_for_a_figure_opens_the_list_below_the_heading_above() -> None:
    one, two = "I. Giám sát mực nước ở mọi hồ trong tỉnh.", "2. Báo cáo hằng tuần."
    tree = grown("I. MỤC TIÊU", "II. NHIỆM VỤ", one, two, "III. TỔ CHỨC")
    assert [[child.label for child in node.children] for node in tree.nodes] == [[], ["I.", "2."], []]
    assert [one.rule for one in tree.findings] == ["KH-ND-03"]
    assert len(grown("I. MỤC TIÊU", "II. NHIỆM VỤ", "I. GIÁM SÁT", two).nodes) == 3
    assert len(grown("I. MỤC TIÊU", "II. NHIỆM VỤ", one, "II. Báo cáo hằng tuần.").nodes) == 4


def test_a_list_numbered_by_word_is_no_fault() -> None:
    assert grown("a) A", "b) B", "c) C", "d) D", "e) E", "f) F").findings == ()


def test_a_list_inside_a_point_nests_once_only() -> None:
    assert ids(grown("1. A", "a) B", "1. C", "2. D", "b) E", "2. F")) == ["1", "1.a", "1.a.1", "1.a.2", "1.b", "2"]
    assert max(len(one.split(".")) for one in ids(grown("I. A", *["a) B", "1. C"] * 500))) < 6


def test_a_paragraph_stands_below_the_item_above_it() -> None:
    assert ids(grown("I. A", "B", "1. C", "D", "- E", "F")) == ["I", "I.p1", "I.1", "I.1.p1", "I.1.-1", "I.1.p2"]


def test_headings_run_in_headings_and_paragraphs_are_told_apart() -> None:
    heading, run_in, paragraph = grown(
        "1. Tuần tra", "- Ban đêm.", "2. Thời gian: Từ tháng 3.", "3. Các xã giữ rừng, giữ nước."
    ).nodes
    assert (heading.heading, heading.text) == (Inline(text="Tuần tra"), None)
    assert (run_in.heading, run_in.text) == (Inline(text="Thời gian:"), Inline(text="Từ tháng 3."))
    assert (paragraph.heading, paragraph.text) == (None, Inline(text="Các xã giữ rừng, giữ nước."))


def test_a_bold_beginning_is_a_heading() -> None:
    text = Inline(text="1. Thời gian. Từ tháng 3.", marks=(Mark(start=0, end=13, bold=True),))
    (node,) = grow([SourceParagraph(text=text)]).nodes
    assert node.heading
    assert node.heading.text == "Thời gian."


def test_text_behind_a_heading_in_capitals_is_text() -> None:
    (node,) = grown("I. MỤC ĐÍCH: Giữ rừng cho mai sau.").nodes
    assert node.heading
    assert node.text
    assert (node.heading.text, node.text.text) == ("MỤC ĐÍCH:", "Giữ rừng cho mai sau.")


def test_an_automatic_label_counts_as_printed() -> None:
    blocks = [
        SourceParagraph(text=Inline(text="MỤC ĐÍCH"), label="I."),
        SourceParagraph(text=Inline(text="x"), label="?"),
    ]
    tree = grow(blocks)
    assert (tree.nodes[0].label, tree.nodes[0].id) == ("I.", "I")
    assert tree.nodes[0].children[0].text == Inline(text="? x")


def test_tables_are_children_of_the_item_above() -> None:
    table = SourceTable(rows=((SourceCell(paragraphs=(SourceParagraph(text=Inline(text="a"), label="1."),)),),))
    (node,) = grow([SourceParagraph(text=Inline(text="I. A")), SourceParagraph(text=Inline(text="- B")), table]).nodes
    assert node.children[1].id == "I.t1"
    assert node.children[1].table
    assert node.children[1].table.grid() == (("1. a",),)


def test_a_damaged_numeral_is_read_in_its_sequence_and_kept_as_printed() -> None:
    tree = grown("I. MỤC ĐÍCH", "I1. NỘI DUNG", "HI. KINH PHÍ")
    assert [(one.id, one.label) for one in tree.nodes] == [("I", "I."), ("II", "I1."), ("III", "HI.")]
    assert [one.rule for one in tree.findings] == ["KH-ND-03"] * 2


def test_a_damaged_numeral_out_of_sequence_is_text() -> None:
    assert [one.id for one in grown("I. MỤC ĐÍCH", "HI. KINH PHÍ").nodes] == ["I"]


def test_repair_can_be_left_out() -> None:
    blocks = [SourceParagraph(text=Inline(text=text)) for text in ("I. MỤC ĐÍCH", "I1. NỘI DUNG")]
    assert len(grow(blocks, repair=False).nodes) == 1


def test_a_letter_for_one_is_read_only_in_a_damaged_text_and_only_before_two() -> None:
    lines = ("IV. KINH PHI", "L Tu ngan sach", "2. Hang nam")
    assert [one.label for one in grown(*lines, damaged=True).nodes[0].children] == ["L", "2."]
    assert grown(*lines).nodes[0].children[0].label is None
    assert grown(*lines[:2], "3. Hang nam", damaged=True).nodes[0].children[0].label is None


def test_the_root_stands_before_every_id() -> None:
    assert [one.id for one in grow([SourceParagraph(text=Inline(text="1. A"))], root="PL").nodes] == ["PL.1"]


def test_looks_in_bold_make_a_short_item_a_heading() -> None:
    (node,) = grow([SourceParagraph(text=Inline(text="1. Giữ rừng."), look=Look(bold=True))]).nodes
    assert node.heading


def scanned(*lines: str) -> list[tuple[str, str | None]]:
    tree = grow([SourceParagraph(text=Inline(text=line)) for line in lines], scanned=True)
    return [(one.id, one.label) for one in tree.nodes if one.label]


def test_a_numeral_that_lost_strokes_is_read_in_its_sequence_in_a_scan_only() -> None:
    lines = ("I. MỤC ĐÍCH", "I. NỘI DUNG", "1. Mục đích", "II. KINH PHÍ: Từ ngân sách.", "IV. TỔ CHỨC THỰC HIỆN")
    assert scanned(*lines) == [("I", "I."), ("II", "I."), ("III", "II."), ("IV", "IV.")]
    assert [one.id for one in grown(*lines).nodes] == ["I", "I(2)", "II", "IV"]
    blocks = [SourceParagraph(text=Inline(text=line)) for line in lines]
    assert [one.rule for one in grow(blocks, scanned=True).findings] == ["KH-ND-03"] * 2


def test_a_numeral_misread_as_the_next_one_is_read_before_the_next_one() -> None:
    lines = ["I. A B", "II. B C", "III. C D", "V. D E", "V. E G", "VI. G H"]
    assert [one for one, _ in scanned(*lines)] == ["I", "II", "III", "IV", "V", "VI"]
    assert [one for one, _ in scanned(*lines[:3], "V. D E", "VI. G H")] == ["I", "II", "III", "V", "VI"]


def test_in_a_scan_numerals_without_their_stop_stand_before_capitals() -> None:
    assert scanned("I/ MỤC ĐÍCH", "II THỜI GIAN", "HI- KINH PHÍ", "IV/ TỔ CHỨC") == [
        ("I", "I/"), ("II", "II"), ("III", "HI-"), ("IV", "IV/"),
    ]  # fmt: skip
    assert scanned("I. MỤC ĐÍCH", "I1 CHỈ TIÊU", "HU/ THỜI GIAN") == [("I", "I."), ("II", "I1"), ("III", "HU/")]
    assert scanned("I. Mục đích", "II. Chỉ tiêu", "HIL. Kinh phí") == [("I", "I."), ("II", "II."), ("III", "HIL.")]
    assert scanned("I. Mục đích", "II Thời gian") == [("I", "I."), ("II", "II")]
    assert scanned("I. Mục đích", "II Thời gian là quý I.") == [("I", "I.")]


def test_in_a_scan_headings_in_sentence_case_are_read_below_their_like() -> None:
    assert scanned("I. Mục tiêu", "H. Nhiệm vụ", "II. Kinh phí") == [("I", "I."), ("II", "H."), ("III", "II.")]
    assert scanned("I. MỤC TIÊU", "I. Nhiệm vụ") == [("I", "I."), ("I(2)", "I.")]
    assert scanned("I. Mục tiêu", "I. Các xã giữ rừng, giữ nước.") == [("I", "I."), ("I(2)", "I.")]
    assert scanned("I. Mục tiêu", "I. Chính quyền số", "2. Xã hội số") == [("I", "I."), ("I(2)", "I.")]


def test_the_first_numeral_of_a_scan_is_known_by_the_second() -> None:
    for first in ("L. MỤC TIÊU", "1. MỤC TIÊU", "l. MỤC TIÊU", "U MỤC TIÊU"):
        for second in ("II. NỘI DUNG", "H. NỘI DUNG"):
            assert [one for one, _ in scanned(first, "1. Cụ thể", second)] == ["I", "II"]
    assert scanned("L Mục tiêu", "IL. Nội dung", "II. Kinh phí") == [("I", "L"), ("II", "IL."), ("III", "II.")]
    assert scanned("U MỤC ĐÍCH", "I/ CHỈ TIÊU", "II/ THỜI GIAN", "IV/ TỔ CHỨC")[1] == ("II", "I/")


def test_the_first_numeral_of_a_scan_is_no_number_of_a_list() -> None:
    assert scanned("1. MỤC TIÊU", "2. YÊU CẦU", "II. NỘI DUNG")[0] == ("1", "1.")
    assert scanned("L MỤC TIÊU", "I. NỘI DUNG", "II. KINH PHÍ")[0] == ("I", "I.")


def test_in_a_scan_parts_and_the_numerals_below_them_are_read_in_their_own_sequences() -> None:
    lines = (
        "Phần I",
        "MỤC TIÊU",
        "L MỤC TIÊU CHUNG",
        "H. MỤC TIÊU CỤ THỂ",
        "Phần H",
        "NHIỆM VỤ",
        "IL. THỂ CHẾ",
        "II. HẠ TẦNG",
        "HI. DỮ LIỆU",
    )
    tree = grow([SourceParagraph(text=Inline(text=line)) for line in lines], scanned=True)
    assert [(one.id, [child.id for child in one.children]) for one in tree.nodes] == [
        ("P1", ["P1.I", "P1.II"]), ("P2", ["P2.I", "P2.II", "P2.III"]),
    ]  # fmt: skip
    assert tree.nodes[1].label == "Phần H"
    assert tree.nodes[1].heading is not None
    assert tree.nodes[1].heading.text == "NHIỆM VỤ"


def test_a_numeral_that_is_left_out_and_one_that_is_printed_twice_stay_beside_damaged_ones() -> None:
    lines = ("I. MỤC ĐÍCH", "H. NỘI DUNG", "IV. THỜI GIAN", "V. KINH PHÍ", "V. TỔ CHỨC", "TM. ỦY BAN NHÂN DÂN")
    assert [one for one, _ in scanned(*lines)] == ["I", "II", "IV", "V", "V(2)"]


def test_in_a_scan_numbering_that_the_plan_prints_stays() -> None:
    again = ("I. MỤC ĐÍCH", "I. YÊU CẦU", "II. NỘI DUNG", "III. KINH PHÍ")
    assert [one for one, _ in scanned(*again)] == ["I", "I(2)", "II", "III"]
    assert [one for one, _ in scanned("IV. A B", "V. B C", "V. C D")] == ["IV", "V", "V(2)"]
    assert [one for one, _ in scanned("I. A B", "II. B C", "IV. C D")] == ["I", "II", "IV"]
    assert [one for one, _ in scanned("G. A B", "H. B C", "I. C D")][:2] == ["G", "H"]
    assert [one for one, _ in scanned("Phần I. A B", "I. B C", "Phần II. C D", "I. D E")] == ["P1", "P2"]


def test_the_last_clause_in_bold_is_text_and_no_heading() -> None:
    blocks = [
        SourceParagraph(text=Inline(text="I. TỔ CHỨC")),
        SourceParagraph(text=Inline(text="1. Các thôn"), look=Look(bold=True)),
        SourceParagraph(text=Inline(text="2. Các thôn cùng thực hiện./."), look=Look(bold=True)),
    ]
    first, last = grow(blocks).nodes[0].children
    assert (first.heading is not None, last.heading is None) == (True, True)


def test_a_list_in_sentence_case_below_headings_in_capitals_has_the_same_numerals() -> None:
    assert ids(grown("1. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "2. NỘI DUNG", "1. Quét sân", "2. Rửa bể")) == [
        "1", "1.1", "1.2", "2", "2.1", "2.2",
    ]  # fmt: skip


def test_headings_that_change_their_letters_stay_in_one_list() -> None:
    assert ids(grown("1. MỤC ĐÍCH", "2. Yêu cầu", "1. Quét sân")) == ["1", "2", "1(2)"]


def test_the_numerals_of_a_table_laid_out_as_lines_stand_below_its_section() -> None:
    cells = ("STT", "Việc làm", "Nơi làm", "Người làm")
    lines = ("I. MỤC ĐÍCH", "II. PHÂN CÔNG", *cells, "I. Quét sân", "Sân sau", "II. Rửa bể", "Bếp ăn", "III. KINH PHÍ")
    assert [node.label for node in grown(*lines).nodes] == ["I.", "II.", "III."]


def test_a_numeral_that_begins_again_without_a_table_is_a_duplicate() -> None:
    tree = grown("I. MỤC ĐÍCH", "Giữ sân chơi luôn sạch.", "I. Quét sân")
    assert ids(tree) == ["I", "I.p1", "I(2)"]
    assert len(tree.findings) == 1
