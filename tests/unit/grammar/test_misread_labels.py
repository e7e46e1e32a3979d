"""Letters and numbers of lists that a scan shows misread, told by their neighbours."""

import pytest

from kedraft.grammar.tree import Grown, grow
from kedraft.model.inline import Inline
from kedraft.model.source import SourceParagraph


def grown(*lines: str, scanned: bool = True) -> Grown:
    return grow([SourceParagraph(text=Inline(text=line)) for line in lines], scanned=scanned)


def ids(*lines: str, scanned: bool = True) -> list[str]:
    return [one.id for one in grown(*lines, scanned=scanned).nodes]


@pytest.mark.parametrize("sign", ["o", "S", "s", ""])
def test_a_misread_five_between_four_and_six_is_read_with_a_finding(sign: str) -> None:
    tree = grown("1. Nhà văn hóa", "2. Trường học", "3. Trạm Y tế", "4. Công an", f"{sign}. Văn phòng", "6. Đoàn xã")
    assert [one.id for one in tree.nodes] == ["1", "2", "3", "4", "5", "6"]
    assert [one.rule for one in tree.findings] == ["KH-ND-03"]


@pytest.mark.parametrize("lines", [("1. Nhà", "S. Văn phòng", "2. Trường"), ("1. Nhà", "2. Trường", "z. Xe", "4. Xã")])
def test_a_sign_that_is_not_due_is_no_number(lines: tuple[str, ...]) -> None:
    assert "KH-ND-03" not in [one.rule for one in grown(*lines).findings]


def test_letters_run_in_both_alphabets() -> None:
    heads = "MỤC ĐÍCH", "YÊU CẦU", "NỘI DUNG", "NHIỆM VỤ", "GIẢI PHÁP", "KINH PHÍ", "TỔ CHỨC"
    for letters in ("ABCDEFG", "ABCDEGH", "ABCDĐEG"):
        lines = [f"{letter}. {head}" for letter, head in zip(letters, heads, strict=True)]
        assert ids(*lines) == ids(*lines, scanned=False) == [*letters]


def test_a_name_that_begins_with_f_is_no_section() -> None:
    assert ids("1. Chuyên gia", "F. Engels", "2. Tổ giúp việc", scanned=False) == ["1", "2"]


def test_a_misread_letter_is_read_where_the_next_one_stands() -> None:
    assert ids("A. MỤC ĐÍCH", "8. YÊU CẦU", "C. NỘI DUNG") == ["A", "B", "C"]


def test_i_behind_h_is_a_letter_where_its_own_numerals_begin_below_it() -> None:
    heads = "MỤC ĐÍCH", "YÊU CẦU", "NỘI DUNG", "NHIỆM VỤ", "GIẢI PHÁP", "KINH PHÍ", "KIỂM TRA"
    lines = [f"{letter}. {head}" for letter, head in zip("ABCDEGH", heads, strict=True)]
    assert ids(*lines, "L. TỔ CHỨC THỰC HIỆN", "L. Công an", "II. Văn phòng") == [*"ABCDEGHI"]
    assert ids(*lines, "I. Công an", "II. Văn phòng") == [*"ABCDEGH"]


def test_numerals_with_a_slash_are_read_from_what_is_made_of_it() -> None:
    tree = grown("UV MỤC ĐÍCH", "I/ MỤC TIÊU", "II NỘI DUNG", "IV/ KINH PHÍ", "V/ GIÁM SÁT", "VƯ TỔ CHỨC THỰC HIỆN")
    assert [one.id for one in tree.nodes] == ["I", "II", "III", "IV", "V", "VI"]
    assert [one.rule for one in tree.findings] == ["KH-ND-03"] * 4


def test_a_word_in_capitals_is_no_numeral_where_none_has_a_slash() -> None:
    lines = "I. MỤC ĐÍCH", "II. MỤC TIÊU", "III. NỘI DUNG", "IV. KINH PHÍ", "V. TỔ CHỨC THỰC HIỆN", "VỤ TỔ CHỨC CÁN BỘ"
    assert ids(*lines)[:5] == ["I", "II", "III", "IV", "V"]
    assert "VI" not in ids(*lines)


def test_two_strokes_lost_at_the_end_are_found() -> None:
    heads = "MỤC ĐÍCH", "MỤC TIÊU", "NỘI DUNG", "GIẢI PHÁP", "KINH PHÍ", "KIỂM TRA", "BÁO CÁO", "TỔ CHỨC"
    numerals = "I", "II", "III", "IV", "V", "VI", "VI", "VII"
    lines = [f"{one}. {head}" for one, head in zip(numerals, heads, strict=True)]
    assert ids(*lines) == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
