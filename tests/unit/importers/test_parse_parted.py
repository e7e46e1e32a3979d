"""Words that a narrow column or a wrapped line has parted: offices, places, years; and signatures that say more than a name."""

import pytest

from kedraft.importers.html import read_html
from kedraft.importers.parse import parse
from kedraft.importers.text import read_text
from kedraft.model.parsed import ParsedPlan

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN BÌNH\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n"
    "Số: 31/KH-UBND\n"
)
DATED = "Sơn Bình, ngày 04 tháng 3 năm 2022\n"
TITLE = "KẾ HOẠCH\nCấp nước sinh hoạt năm 2022\n"
OPENING = "Thực hiện Công văn số 97/BNN-TL ngày 19/3/2021 của Bộ Nông nghiệp, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n"
ITEMS = "I. MỤC ĐÍCH\n1. Nâng cao chất lượng nước giếng.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng chủ trì./.\n"
LIST = "Nơi nhận:\n- Bộ Nông nghiệp (b/c);\n- Các huyện;\n- Lưu: VT.\n"


def parsed(foot: str = "", *, dated: str = DATED, title: str = TITLE, opening: str = OPENING) -> ParsedPlan:
    return parse(read_text((HEAD + dated + title + opening + ITEMS + foot).encode(), "ke-hoach.txt"))


@pytest.mark.parametrize(
    "signature",
    [
        "TM. ỦY BAN NHÂN DÂN\nKT.\nCHỦ TỊCH\nPHÓ CHỦ TỊCH\nHà Văn Lâm",
        "TM.\nỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHà Văn Lâm",
        "TM. ỦY\nBAN NHÂN DÂN\nKT. CHỦ\nTỊCH\nPHÓ CHỦ\nTỊCH\nHà Văn Lâm",
        "TM. ỦY BAN NHÂN\nDÂN\nKT. CHỦ TỊCH\nPHÓ\nCHỦ TỊCH\nHà Văn Lâm",
    ],
    ids=["behind KT.", "behind TM.", "inside the words", "behind PHÓ"],
)
def test_an_office_that_a_narrow_column_parted_is_whole(signature: str) -> None:
    plan = parsed(LIST + signature + "\n")
    assert (plan.authority, plan.position) == (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH")
    assert plan.signed_by == "Hà Văn Lâm"
    assert len(plan.recipients) == 3


def test_two_offices_in_lines_of_their_own_stay_two() -> None:
    plan = parsed(LIST + "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nHà Văn Lâm\n")
    assert (plan.authority, plan.position) == (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC")


def test_an_office_in_small_letters_is_read() -> None:
    plan = parsed(LIST + "TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch\n(Đã ký)\nHà Văn Lâm\n")
    assert (plan.authority, plan.position) == (("TM. Ủy ban nhân dân", "KT. Chủ tịch"), "Phó Chủ tịch")
    assert plan.signed_by == "Hà Văn Lâm"


def test_a_signature_in_one_line_is_parted() -> None:
    plan = parsed(LIST + "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Đã ký) Hà Văn Lâm\n")
    assert (plan.authority, plan.position, plan.signed_by) == (("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Hà Văn Lâm")


def test_recipients_in_one_paragraph_may_begin_small_and_hold_brackets() -> None:
    plan = parsed("Nơi nhận: Bộ Nông nghiệp (b/c; t/h); Tỉnh ủy; các huyện; Lưu: VT.\nCHỦ TỊCH\nHà Văn Lâm\n")
    assert plan.recipients == ("Bộ Nông nghiệp (b/c; t/h)", "Tỉnh ủy", "các huyện", "Lưu: VT")


def test_what_a_digital_signature_prints_in_the_cell_is_not_the_name() -> None:
    page = (
        "<html><body>"
        + "".join(f"<p>{line}</p>" for line in (HEAD + DATED + TITLE + OPENING + ITEMS).splitlines())
        + "<table><tr><td>Nơi nhận:<br>- Các huyện;<br>- Lưu: VT.</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br>"
        "Ký bởi: UBND tỉnh Sơn Bình<br>Ngày ký: 04/03/2022 08:15:00<br>Hà Văn Lâm</td></tr></table></body></html>"
    )
    plan = parse(read_html(page.encode(), "trang.html"))
    assert (plan.position, plan.signed_by) == ("CHỦ TỊCH", "Hà Văn Lâm")


@pytest.mark.parametrize(
    ("dated", "place"),
    [
        ("Thành phố Sơn Hải\nBình, ngày 04 tháng 3 năm 2022\n", "Thành phố Sơn Hải Bình"),
        ("Sơn Hải -\nBình Minh, ngày 04 tháng 3 năm 2022\n", "Sơn Hải - Bình Minh"),
        ("Dự thảo\nBình Minh, ngày 04 tháng 3 năm 2022\n", "Bình Minh"),
    ],
)
def test_a_place_over_two_lines_is_whole(dated: str, place: str) -> None:
    plan = parsed(dated=dated)
    assert (plan.place, plan.date) == (place, "2022-03-04")


def test_the_period_below_a_subject_belongs_to_it() -> None:
    title = "KẾ HOẠCH\nTổ chức tháng cao điểm “Nước sạch”\nTừ 10 tháng 3 đến 15 tháng 4 năm 2022\n"
    assert parsed(title=title).subject == "Tổ chức tháng cao điểm “Nước sạch” Từ 10 tháng 3 đến 15 tháng 4 năm 2022"
