"""What OCR leaves of headers and feet, as the parser reads it; nothing of a name or a number is put right."""

from made_plans import first_words

from kedraft.importers.parse import parse
from kedraft.model.inline import Inline
from kedraft.model.parsed import ParsedPlan
from kedraft.model.source import SourceFormat, SourceParagraph, SourceText

HEAD = (
    "ỦY BAN NHÂN DÂN",
    "TỈNH LẠNG SƠN",
    "Số: 57/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT",
    "NHM",
    "Độc lập - Tự do - Hạnh phúc",
    "Lạng Sơn, ngày 05 tháng 3 năm 2024",
    "KẾ HOẠCH",
    "Trồng cây năm 2024",
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng cây năm 2024 như sau:",
)
BODY = (
    "L MỤC ĐÍCH",
    "Trồng cây quanh trường học.",
    "H. NỘI DUNG",
    "1. Chọn giống.",
    "2. Đào hố.",
    "HI. TỔ CHỨC THỰC HIỆN",
    "1. Các sở thực hiện.",
)
FOOT = (
    "Nơi nhận:",
    "- Các sở;",
    "~ Các huyện;",
    "~- Lưu: VT.",
    "KT. CHỦ TỊCH",
    "PHO CHU TỊCH",
    "À2 TT uUA",
    "Hoàng Văn Bình",
)


def scan(*lines: str) -> ParsedPlan:
    blocks = tuple(SourceParagraph(text=Inline(text=line)) for line in lines)
    return parse(SourceText(name="quet.pdf", format=SourceFormat.OCR, blocks=blocks))


def test_the_body_begins_at_a_damaged_numeral_and_each_repair_is_a_finding() -> None:
    plan = scan(*HEAD, *BODY, *FOOT)
    assert [section.id for section in plan.sections] == ["I", "II", "III"]
    assert [first_words(section) for section in plan.sections] == ["L MỤC ĐÍCH", "H. NỘI DUNG", "HI. TỔ CHỨC THỰC HIỆN"]
    assert [one.rule for one in plan.findings].count("KH-ND-03") == 3


def test_the_nations_name_over_two_lines_leaves_the_issuing_body_alone() -> None:
    for last in ("NAM", "NHM", "bà tá,"):
        plan = scan(*(last if line == "NHM" else line for line in HEAD), *BODY, *FOOT)
        assert (plan.superior, plan.issuer) == (None, "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN")


def test_a_scrap_below_the_bodys_name_does_not_cut_the_header() -> None:
    plan = scan(*HEAD[:2], "Tho,", *HEAD[2:], *BODY, *FOOT)
    assert plan.issuer == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"


def test_a_body_whose_name_lost_a_mark_is_told_from_the_one_above_and_kept_as_read() -> None:
    plan = scan("UBND HUYỆN CAO LỘC", "ỦY BẠN NHÂN DÂN", "XÃ MẪU SƠN", *HEAD[2:], *BODY, *FOOT)
    assert (plan.superior, plan.issuer) == ("UBND HUYỆN CAO LỘC", "ỦY BẠN NHÂN DÂN XÃ MẪU SƠN")


def test_a_day_of_three_digits_is_no_date_and_the_place_stays() -> None:
    plan = scan(*(line.replace("ngày 05", "ngày 035") for line in HEAD), *BODY, *FOOT)
    assert (plan.place, plan.date) == ("Lạng Sơn", None)
    assert any("không có thật" in one.message for one in plan.findings)


def test_signs_for_dashes_and_the_strokes_of_a_pen_do_not_spoil_the_foot() -> None:
    plan = scan(*HEAD, *BODY, *FOOT)
    assert plan.recipients == ("Các sở", "Các huyện", "Lưu: VT")
    assert (plan.authority, plan.position, plan.signed_by) == (("KT. CHỦ TỊCH",), "PHO CHU TỊCH", "Hoàng Văn Bình")
    assert [one.text for one in plan.set_aside if one.reason == "ghi chú chữ ký"] == ["À2 TT uUA"]


def test_a_name_beside_scrawl_or_a_recipient_is_found() -> None:
    for line in ("„ k Hoàng Văn Bình", "Hoàng Văn Bình - Lưu: VT."):
        plan = scan(*HEAD, *BODY, "Nơi nhận:", "- Các sở;", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", line)
        assert plan.signed_by == "Hoàng Văn Bình"


def test_recipients_are_found_when_their_label_is_lost() -> None:
    plan = scan(
        *HEAD,
        *BODY,
        "Ản (vdt?",
        "- Các sở;",
        "- Các huyện;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hoàng Văn Bình",
    )
    assert plan.recipients == ("Các sở", "Các huyện", "Lưu: VT")
    assert plan.signed_by == "Hoàng Văn Bình"


def test_the_hidden_letters_of_a_scanner_are_read_as_a_scan_too() -> None:
    from kedraft.importers.reading_findings import Reading, note
    from kedraft.model.finding import Severity

    blocks = tuple(SourceParagraph(text=Inline(text=line)) for line in (*HEAD, *BODY, *FOOT))
    layer = note(Reading.OCR_LAYER, Severity.WARNING, "lớp chữ", "quet.pdf")
    plan = parse(SourceText(name="quet.pdf", format=SourceFormat.PDF, blocks=blocks, findings=(layer,)))
    assert [section.id for section in plan.sections] == ["I", "II", "III"]
