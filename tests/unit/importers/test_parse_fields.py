"""The fields around the body: head, title, what the plan comes with, signature, recipients; one change of a plain plan each."""

import pytest

from kedraft.importers.parse import parse
from kedraft.importers.text import read_text
from kedraft.model.parsed import ParsedPlan
from kedraft.report.plan_json import cited

HEAD = "UBND TỈNH SƠN BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
NUMBER = "Số: 21/KH-UBND"
DATE = "Sơn Bình, ngày 06 tháng 5 năm 2025"
TITLE = "KẾ HOẠCH\nTrồng cây ven hồ năm 2025"
OPENING = "Thực hiện Chỉ thị số 8/CT-TTg ngày 02/01/2025 của Thủ tướng Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:"
BODY = (
    "I. MỤC ĐÍCH\n1. Cho bóng mát.\n2. Giữ bờ hồ.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng chọn giống.\n2. Các xã đào hố."
)
LIST = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
SIGNED = "CHỦ TỊCH\n\nPhan Thị Lan"


def read(
    *,
    head: str = HEAD,
    number: str = NUMBER,
    date: str = DATE,
    title: str = TITLE,
    opening: str = OPENING,
    body: str = BODY,
    to: str = LIST,
    signed: str = SIGNED,
) -> ParsedPlan:
    """A plain plan in which some parts are others."""
    text = "\n\n".join((f"{head}\n{number}\n{date}", title, opening, body, to, signed))
    return parse(read_text(text.encode(), "cay.txt"))


def aside(plan: ParsedPlan) -> list[str]:
    return [one.text for one in plan.set_aside]


class TestPlaceAndDate:
    @pytest.mark.parametrize(
        ("line", "place", "date"),
        [
            ("Ia H'Năng, ngày 06 tháng 5 năm 2025", "Ia H'Năng", "2025-05-06"),
            ("KBông, ngày 06 tháng 5 năm 2025", "KBông", "2025-05-06"),
            ("Ea K’Tur, ngày 06 tháng 5 năm 2025", "Ea K’Tur", "2025-05-06"),
            ("SƠN BÌNH, ngày 06 tháng 5 năm 2025", "SƠN BÌNH", "2025-05-06"),
            ("SƠN BÌNH, NGÀY 06 THÁNG 5 NĂM 2025", "SƠN BÌNH", "2025-05-06"),
            ("Sơn Bình, Ngày 06 Tháng 5 Năm 2025", "Sơn Bình", "2025-05-06"),
            ("Sơn Bình, tháng 5 năm 2025", "Sơn Bình", "2025-05"),
            ("TP.HCM, ngày 06 tháng 5 năm 2025", "TP.HCM", "2025-05-06"),
        ],
    )
    def test_are_read_as_printed(self, line: str, place: str, date: str) -> None:
        plan = read(date=line)
        assert (plan.place, plan.date, plan.issuer) == (place, date, "UBND TỈNH SƠN BÌNH")
        assert aside(plan) == []

    def test_a_place_begins_on_its_own_line(self) -> None:
        assert read(number="Số: 21/KH-BCĐ 35").place == "Sơn Bình"


class TestNumber:
    @pytest.mark.parametrize(
        ("line", "number", "symbol"),
        [
            ("Số: 21/2025/KH-UBND", "21", "2025/KH-UBND"),
            ("Số: 1.204/KH-UBND", "1.204", "KH-UBND"),
            ("Số 21 KH/ĐU", "21", "KH/ĐU"),
        ],
    )
    def test_nothing_of_it_goes_to_the_issuer(self, line: str, number: str, symbol: str) -> None:
        plan = read(number=line)
        assert (plan.number, plan.symbol, plan.issuer) == (number, symbol, "UBND TỈNH SƠN BÌNH")


@pytest.mark.parametrize(
    ("superior", "issuer"),
    [
        ("SỞ Y TẾ SƠN BÌNH", "BỆNH VIỆN ĐA KHOA HỒ ĐÁ"),
        ("THUẾ TỈNH SƠN BÌNH", "THUẾ CƠ SỞ 2"),
        ("BĐBP TỈNH SƠN BÌNH", "ĐỒN BIÊN PHÒNG HỒ ĐÁ"),
        ("UBND XÃ HỒ ĐÁ", "THÔN TRUNG"),
        ("BHXH TỈNH SƠN BÌNH", "BHXH CƠ SỞ HỒ ĐÁ"),
        ("BỘ QUỐC PHÒNG", "BỘ TƯ LỆNH QUÂN KHU 9"),
    ],
)
def test_the_body_above_is_parted_from_the_issuing_body(superior: str, issuer: str) -> None:
    plan = read(head=HEAD.replace("UBND TỈNH SƠN BÌNH", f"{superior}\n{issuer}"))
    assert (plan.superior, plan.issuer) == (superior, issuer)


def test_a_name_cut_by_a_line_end_is_one_body() -> None:
    plan = read(head=HEAD.replace("UBND TỈNH SƠN BÌNH", "TỔNG CỤC THUẾ\nCỤC\nTHUẾ TỈNH SƠN BÌNH"))
    assert (plan.superior, plan.issuer) == ("TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH SƠN BÌNH")


class TestTitle:
    @pytest.mark.parametrize(
        "line",
        [
            "KẾ HOẠCH HÀNH ĐỘNG",
            "KẾ HOẠCH PHỐI HỢP LIÊN NGÀNH",
            "KẾ HOẠCH TỔNG THỂ",
            "K Ế  H O Ạ C H",
            "DỰ THẢO KẾ HOẠCH",
        ],
    )
    def test_the_kind_of_plan_is_no_subject(self, line: str) -> None:
        plan = read(title=f"{line}\nTrồng cây ven hồ năm 2025")
        assert plan.subject == "Trồng cây ven hồ năm 2025"
        assert [one.text.text for one in plan.opening] == [OPENING]

    def test_a_subject_in_capitals_goes_on_in_capitals(self) -> None:
        plan = read(title="KẾ HOẠCH KIỂM TRA\nCÂY VEN HỒ NĂM 2025")
        assert plan.subject == "KIỂM TRA CÂY VEN HỒ NĂM 2025"

    def test_to_whom_it_is_addressed_is_no_subject(self) -> None:
        plan = read(title=f"{TITLE}\nKính gửi: Các xã, phường")
        assert plan.subject == "Trồng cây ven hồ năm 2025"
        assert aside(plan) == ["Kính gửi: Các xã, phường"]


class TestLetter:
    """A plan that a letter carries."""

    LETTER = f"{HEAD}\nSố: 77/UBND-XD\nV/v trồng cây\n{DATE}\n\nKính gửi:\n- Các sở;\n- Các xã.\n\n{OPENING[:-18]} gửi Kế hoạch để thực hiện.\n\n{LIST}\n{SIGNED}\n\n"

    def test_lends_the_plan_its_head_and_foot(self) -> None:
        plan = parse(read_text(f"{self.LETTER}{TITLE}\n\n{BODY}\n".encode(), "thu.txt"))
        assert (plan.number, plan.symbol, plan.issuer, plan.wrapped_in) == (
            "77",
            "UBND-XD",
            "UBND TỈNH SƠN BÌNH",
            "Công văn số 77/UBND-XD",
        )
        assert (plan.signed_by, len(plan.recipients), plan.subject) == ("Phan Thị Lan", 2, "Trồng cây ven hồ năm 2025")
        assert [one.number for one in cited(plan)] == ["8/CT-TTg"]
        assert [len(section.children) for section in plan.sections] == [2, 2]

    def test_is_outside_a_plan_with_a_head_of_its_own(self) -> None:
        own = f"{HEAD}\n{NUMBER}\n{DATE}\n\n{TITLE}\n\n{OPENING}\n\n{BODY}\n\n{LIST}\nGIÁM ĐỐC\n\nVõ Văn Tám\n"
        plan = parse(read_text(f"{self.LETTER}{own}".encode(), "thu.txt"))
        assert (plan.number, plan.symbol, plan.wrapped_in, plan.signed_by) == ("21", "KH-UBND", None, "Võ Văn Tám")
        assert "Kính gửi:" in aside(plan)


class TestSignature:
    @pytest.mark.parametrize("name", ["HÀ THỊ MƯỜI", "VI VĂN ĐÔNG", "UÔNG VĂN LƯU", "DANH SÂM", "YA SIN NIÊ"])
    def test_a_name_in_capitals_may_be_of_any_family(self, name: str) -> None:
        plan = read(signed=f"CHỦ TỊCH\n\n{name}")
        assert (plan.position, plan.signed_by) == ("CHỦ TỊCH", name)

    @pytest.mark.parametrize(
        "office", ["CHỦ TỊCH UBND XÃ\nCAO BÌNH", "GIÁM ĐỐC SỞ XÂY DỰNG\nVÀ GIAO THÔNG", "TRƯỞNG PHÒNG\nKINH TẾ HẠ TẦNG"]
    )
    def test_an_office_over_two_lines_is_no_name(self, office: str) -> None:
        plan = read(signed=f"{office}\n\nPhan Thị Lan")
        assert (plan.position, plan.signed_by) == (office.replace("\n", " "), "Phan Thị Lan")

    @pytest.mark.parametrize("line", ["(Đã ký) Phan Thị Lan", "Đã ký: Phan Thị Lan", "Phan Thị Lan (đã ký)"])
    def test_a_note_of_signing_shares_the_names_line(self, line: str) -> None:
        assert read(signed=f"CHỦ TỊCH\n\n{line}").signed_by == "Phan Thị Lan"

    @pytest.mark.parametrize("name", ["BS.CKII. Phan Lan", "BSCKI. Phan Lan", "DS.CKI Phan Lan", "Thượng tá Phan Lan"])
    def test_titles_stand_before_the_name(self, name: str) -> None:
        plan = read(signed=f"GIÁM ĐỐC\n\n{name}")
        assert plan.signed_by == name
        assert aside(plan) == []

    def test_a_second_signatory_is_kept_and_said(self) -> None:
        plan = read(signed="TM. BAN CHẤP HÀNH\nCHỦ TỊCH\nHà Văn Ba\n\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\nPhan Thị Lan")
        assert (plan.authority, plan.signed_by) == (("TM. BAN CHẤP HÀNH",), "Hà Văn Ba")
        assert (plan.position, plan.second_position) == ("CHỦ TỊCH", "BÍ THƯ")
        assert aside(plan) == ["TM. BAN THƯỜNG VỤ", "Phan Thị Lan"]
        assert [one.message for one in plan.findings if "hai người ký" in one.message]


class TestRecipients:
    def test_only_a_leading_dash_is_a_mark(self) -> None:
        plan = read(to="Nơi nhận:\nSở Lao động - Việc làm;\nBáo và Đài PT-TH;\nLưu: VT, KT-TH.")
        assert plan.recipients == ("Sở Lao động - Việc làm", "Báo và Đài PT-TH", "Lưu: VT, KT-TH")
        assert aside(plan) == []

    def test_a_list_may_be_called_noi_gui(self) -> None:
        assert read(to=LIST.replace("nhận", "gửi")).recipients == ("Như trên", "Lưu: VT")


def test_a_section_of_bases_is_cited() -> None:
    body = f"I. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n1. Quyết định số 4/QĐ-UBND ngày 03/02/2025 của UBND tỉnh.\nII. MỤC ĐÍCH\n{BODY.split(chr(10), 1)[1].split('II.')[0]}"
    assert [
        one.number for one in cited(read(opening="Để giữ bờ hồ, UBND tỉnh ban hành Kế hoạch như sau:", body=body))
    ] == ["4/QĐ-UBND"]


def test_a_past_state_is_no_target() -> None:
    body = BODY.replace("2. Giữ bờ hồ.", "2. Năm 2024 đạt 40% số hồ. Năm 2025 phấn đấu đạt 60%; 90% số xã có vườn ươm.")
    assert [one.value for one in read(body=body).targets] == ["60%", "90%"]


class TestOtherKinds:
    """What a clerk is told of a document that is no plan."""

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (f"{HEAD}\nSố: 5/UBND-XD\nV/v lập kế hoạch\n{DATE}\n\nKính gửi: Các xã\n\nĐề nghị lập kế hoạch.\n", "công văn"),
            (f"{HEAD}\nSố: 5/BC-UBND\n{DATE}\n\nBÁO CÁO\nKết quả trồng cây\n\nI. KẾT QUẢ\n1. Tốt.\n", "BÁO CÁO"),
            (f"{HEAD}\nSố: 5/QĐ-UBND\n{DATE}\n\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nĐiều 1. Ban hành kèm theo Kế hoạch trồng cây.\nĐiều 2. Thi hành.\n", "thiếu phần Kế hoạch"),
            (f"{HEAD}\nSố: 5/QĐ-UBND\n{DATE}\n\nQUYẾT ĐỊNH\nVề việc phê duyệt Kế hoạch\n\nĐiều 1. Phê duyệt Kế hoạch trồng cây với nội dung sau:\n{BODY}\nĐiều 2. Thi hành.\n", "trong Điều 1"),
            ("HỢP ĐỒNG TRỒNG CÂY\n\n1. Bên A giao.\n2. Bên B nhận.\n", "HỢP ĐỒNG"),
            ("PLAN\n\nI. AIM\n\n1. Shade for all the people of the town.\n", "tiếng Việt"),
        ],
    )  # fmt: skip
    def test_the_reason_names_it(self, text: str, said: str) -> None:
        plan = parse(read_text(text.encode(), "khac.txt"))
        assert plan.verdict.value == "not_a_plan"
        assert said in (plan.reason or "")


class TestPortals:
    """What portals make of a page: a body's name cut off, blanks lost in dates, subjects in several lines."""

    def test_a_bare_committee_has_the_level_that_the_opening_says(self) -> None:
        plan = read(head=HEAD.replace("UBND TỈNH SƠN BÌNH", "ỦY BAN NHÂN DÂN"))
        assert (plan.issuer, plan.level) == ("ỦY BAN NHÂN DÂN", "province")

    def test_brackets_below_a_subject_are_its_end(self) -> None:
        assert read(title="KẾ HOẠCH\nTRỒNG CÂY VEN HỒ GIAI ĐOẠN II\n(2026-2030)").subject == (
            "TRỒNG CÂY VEN HỒ GIAI ĐOẠN II (2026-2030)"
        )

    @pytest.mark.parametrize(
        ("basis", "number", "date"),
        [
            ("Quyết định số 8/QĐ-TTg ngày 02 tháng1 năm 2025 của Thủ tướng Chính phủ", "8/QĐ-TTg", "2025-01-02"),
            ("Nghị quyết số 19-2018/NQ-CP ngày 02/01/2025 của Chính phủ", "19-2018/NQ-CP", "2025-01-02"),
        ],
    )
    def test_odd_numbers_and_glued_dates_of_a_basis(self, basis: str, number: str, date: str) -> None:
        (one,) = cited(read(opening=f"Thực hiện {basis}, UBND tỉnh ban hành Kế hoạch như sau:"))
        assert (one.number, one.date) == (number, date)

    def test_a_short_name_cites_nothing_further(self) -> None:
        opening = OPENING.replace(", UBND", " (sau đây gọi tắt là Chỉ thị số 8-TTg), UBND")
        assert [one.number for one in cited(read(opening=opening))] == ["8/CT-TTg"]
