"""The three real plans that must be read right in every field. They stand beside the checkout and are not part of it."""

from functools import lru_cache
from pathlib import Path

import pytest
from made_plans import first_words, numbered

from kedraft.importers.parse import parse
from kedraft.importers.text import read_text
from kedraft.model.parsed import ParsedPlan
from kedraft.report.plan_json import cited

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"không có thư mục mẫu thật {SEEDS.name}")


@lru_cache
def seed(start: str) -> ParsedPlan:
    path = next(SEEDS.glob(f"{start}_*.txt"), None)
    if path is None:
        pytest.skip(f"không có mẫu {start}")
    return parse(read_text(path.read_bytes(), path.name))


@lru_cache
def words_of(start: str) -> str:
    """The seed's own words on one line, without Markdown's stars."""
    text = next(SEEDS.glob(f"{start}_*.txt")).read_text("utf-8").replace("**", "")
    return " ".join(text.split())


def stretch(start: str, first: str, last: str) -> str:
    """The seed's words from `first` up to the next `last`, both included: what a long field must hold to the letter."""
    text = words_of(start)
    at = text.index(first)
    return text[at : text.index(last, at + len(first)) + len(last)]


def outline(plan: ParsedPlan) -> list[tuple[str, int]]:
    return [(first_words(section), numbered(section)) for section in plan.sections]


def below(plan: ParsedPlan, node: str) -> list[str | None]:
    found = next(one for one in plan.walk() if one.id == node)
    return [child.label for child in found.children]


class TestProvince:
    """A provincial plan from a portal, with site text around it."""

    def test_header(self) -> None:
        plan = seed("000")
        assert (plan.superior, plan.issuer, plan.level) == (None, "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", "province")
        assert (plan.number, plan.symbol, plan.place, plan.date) == ("953", "KH-UBND", "Bình Thuận", "2023-03-24")
        assert plan.document_type == "KẾ HOẠCH"
        assert plan.subject == stretch("000", "TRIỂN KHAI THỰC HIỆN ĐỀ ÁN", "GIAI ĐOẠN 2023 - 2028")
        assert plan.wrapped_in is None

    def test_cited_documents_are_two_with_date_issuer_and_subject(self) -> None:
        first, second = cited(seed("000"))
        assert (first.type, first.number, first.date, first.issuer) == (
            "Quyết định",
            "1079/QĐ-TTg",
            "2022-09-14",
            "Thủ tướng Chính phủ",
        )
        assert first.subject == stretch("000", "về phê duyệt Đề án", "ở Việt Nam")
        assert first.text == stretch("000", "Quyết định số 1079/QĐ-TTg ngày", "ở Việt Nam")
        assert (second.type, second.number, second.date) == ("Công văn", "5768/BTTTT-TTĐN", "2022-11-28")
        assert second.issuer == "Bộ Thông tin và Truyền thông"
        assert second.subject == stretch("000", "về việc hướng dẫn thực", "1079/QĐ-TTg")
        assert second.text == stretch("000", "Công văn số 5768", "Quyết định số 1079/QĐ-TTg")

    def test_opening_and_bases(self) -> None:
        plan = seed("000")
        assert [one.text.text for one in plan.opening] == [stretch("000", "Thực hiện Quyết định số 1079", "như sau:")]
        assert plan.legal_bases == ()
        assert [one.text.text for one in plan.closing] == [stretch("000", "Căn cứ Kế hoạch này", "./.")]

    @pytest.mark.parametrize("start", ["000", "002", "004"])
    def test_every_text_of_the_tree_is_a_stretch_of_the_source_in_its_order(self, start: str) -> None:
        text, at = words_of(start), 0
        for node in seed(start).walk():
            for part in filter(None, (node.heading, node.text)):
                found = text.find(part.text, at)
                assert found >= 0, f"{node.id}: {part.text[:60]}"
                at = found + len(part.text)

    def test_sections(self) -> None:
        assert outline(seed("000")) == [
            ("I. QUAN ĐIỂM, MỤC TIÊU, YÊU CẦU", 3),
            ("II. NỘI DUNG TRUYỀN THÔNG", 7),
            ("III. NHIỆM VỤ, GIẢI PHÁP", 8),
            ("IV. KINH PHÍ", 0),
            ("V. TỔ CHỨC THỰC HIỆN", 14),
        ]
        plan = seed("000")
        assert below(plan, "I.1") == ["-"] * 3
        assert below(plan, "I.2") == ["a)", "b)"]
        assert below(plan, "I.2.b") == ["-"] * 5
        assert below(plan, "I.3") == ["-"] * 2
        assert below(plan, "II.1") == []
        assert below(plan, "IV") == [None]
        assert below(plan, "V.3") == ["-"] * 5
        assert below(plan, "V.14") == ["-"] * 2

    def test_agencies_are_headings_and_contents_are_text(self) -> None:
        nodes = {node.id: node for node in seed("000").walk()}
        assert nodes["V.8"].heading
        assert nodes["V.8"].heading.text == "Sở Tư pháp"
        assert nodes["V.12"].heading
        assert nodes["V.12"].heading.text.startswith("Báo Bình Thuận, Đài")
        assert nodes["II.4"].heading is None
        assert nodes["II.4"].text
        assert nodes["II.4"].text.text.startswith("Các vụ việc")
        assert all(nodes[f"III.{n}"].heading is None for n in range(1, 9))

    def test_targets(self) -> None:
        assert [(one.value, one.node) for one in seed("000").targets] == [
            *[("100%", "I.2.b")] * 4,
            ("70%", "I.2.b"),
            ("90%", "I.2.b"),
        ]
        said = [one.text for one in seed("000").targets]
        assert said[0] == stretch("000", "100% cơ quan", "nói chung.")
        assert said[1:5] == [stretch("000", "100% cán bộ làm", "truyền thông về quyền con người.")] * 4
        assert said[5] == stretch("000", "Phối hợp phát hiện, xử lý 90%", "không gian mạng.")

    def test_reporting(self) -> None:
        (duty,) = seed("000").reporting
        assert (duty.deadline, duty.to, duty.node) == ("trước ngày 10/12 hàng năm", "Sở Thông tin và Truyền thông", "V")
        assert duty.text == stretch("000", "Căn cứ Kế hoạch này", "./.")

    def test_tasks_of_a_lead(self) -> None:
        assert [(one.lead, one.node) for one in seed("000").tasks] == [
            ("Sở Thông tin và Truyền thông", "V.3"),
            ("Sở Tư pháp", "V.8"),
        ]
        assert [one.partners for one in seed("000").tasks] == [
            (),
            ("các sở, ban, ngành", "các cơ quan, đơn vị liên quan"),
        ]
        assert {(one.due, one.product) for one in seed("000").tasks} == {(None, None)}
        assert seed("000").tasks[1].content == stretch(
            "000", "Chủ trì, phối hợp với các sở, ban", "về quyền con người."
        )

    def test_signatory_and_recipients(self) -> None:
        plan = seed("000")
        assert (plan.authority, plan.position, plan.second_position) == (("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", None)
        assert plan.signed_by == "Nguyễn Minh"
        assert plan.recipients == (
            "Bộ Thông tin và Truyền thông",
            "Thường trực Tỉnh ủy",
            "Thường trực HĐND tỉnh",
            "Chủ tịch, PCT UBND tỉnh (Đ/c Minh)",
            "Mặt trận và các tổ chức chính trị - xã hội tỉnh",
            "Các sở, ban, ngành cấp tỉnh",
            "Báo Bình Thuận",
            "Đài PT - TH tỉnh",
            "UBND các huyện, thị xã, thành phố",
            "Lưu: VT, KGVXNV, Trang",
        )
        assert plan.header_lines == (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 953/KH-UBND",
            "Bình Thuận, ngày 24 tháng 3 năm 2023",
            "-------",
            "---------------",
            "KẾ HOẠCH",
            "Nơi nhận:",
        )

    def test_site_text_is_set_aside_and_nothing_else(self) -> None:
        plan = seed("000")
        assert len(plan.closing) == 1
        assert plan.annexes == ()
        assert {one.reason for one in plan.set_aside} == {"ngoài văn bản", "số trang"}
        assert any("Bạn Chưa Đăng Nhập" in one.text for one in plan.set_aside)
        assert any(one.text.startswith("Số hiệu: 953/KH-UBND") for one in plan.set_aside)
        assert plan.findings == ()
        assert not plan.damaged


class TestDamaged:
    """A plan read by OCR with the wrong language: found, reported, not repaired."""

    def test_the_damage_is_an_error_with_the_remedy(self) -> None:
        plan = seed("002")
        assert plan.verdict.value == "plan"
        assert plan.damaged
        (error,) = [one for one in plan.findings if one.severity == "error"]
        assert error.rule == "KH-ND-02"
        assert "quét lại" in error.message

    def test_header_as_printed(self) -> None:
        plan = seed("002")
        assert (plan.superior, plan.issuer, plan.level) == (None, "UY BAN NHAN DAN TINH BINH PHUOC", "province")
        assert (plan.number, plan.symbol) == ("111", "KH-UBND")
        assert (plan.place, plan.date) == ("Binh Phuéc", "2023-04-03")
        assert any(one.rule == "KH-ND-03" and "03 thadng 4" in one.message for one in plan.findings)
        assert plan.subject == stretch("002", "Trién khai", "giai doan 2023 - 2028")
        assert plan.wrapped_in is None
        assert len(plan.opening) == 3
        assert (plan.legal_bases, plan.annexes) == ((), ())
        assert [one.text.text for one in plan.closing] == [stretch("002", "Y&u cu cac", "UBND tinh./.")]

    def test_cited_documents_with_numbers_as_printed(self) -> None:
        assert [(one.type, one.number, one.date) for one in cited(seed("002"))] == [
            ("Quyết định", "1079/Qb-TTg", "2022-09-14"),
            ("Công văn", "5768/BTTTT-TTDN", "2022-11-28"),
            ("Tờ trình", "23/TTr-STTTT", "2023-03-20"),
        ]
        assert {(one.issuer, one.subject) for one in cited(seed("002"))} == {(None, None)}
        assert all(one.text in words_of("002") for one in cited(seed("002")))

    def test_sections_keep_their_printed_labels(self) -> None:
        plan = seed("002")
        assert [(one.id, one.label, numbered(one)) for one in plan.sections] == [
            ("I", "I.", 2),
            ("II", "I1.", 0),
            ("III", "111.", 6),
            ("IV", "IV.", 3),
            ("V", "V.", 3),
        ]
        assert below(plan, "II") == ["-"] * 3
        assert below(plan, "III.4") == ["a)", "b)", "¢)", "d)"]
        assert below(plan, "IV") == ["L", "2.", "3."]

    def test_each_repaired_label_is_a_finding(self) -> None:
        messages = [one.message for one in seed("002").findings if one.rule == "KH-ND-03"]
        for printed in ("“I1.”", "“111.”", "“L”"):
            assert sum(printed in message for message in messages) == 1

    def test_targets_recipients_and_signature_as_printed(self) -> None:
        plan = seed("002")
        assert [one.value for one in plan.targets] == ["100%"] * 4 + ["70%", "10%", "90%"]
        assert all(one in words_of("002") for one in plan.recipients)
        assert [one.split()[0] for one in plan.recipients] == ["BO", "CT,", "C4c", "UBND", "LBVP,", "Luu:"]
        assert (plan.reporting, plan.tasks) == ((), ())
        assert plan.authority == ("KT CHU TICH",)
        assert (plan.position, plan.signed_by) == (None, None)
        assert {one.where.field for one in plan.findings if one.rule == "KH-ND-01"} == {"position", "signed_by"}


class TestCommune:
    """A commune's plan from a converter: markdown, no header, blank number and day."""

    def test_header(self) -> None:
        plan = seed("004")
        assert (plan.superior, plan.issuer, plan.level) == (None, None, "commune")
        assert (plan.number, plan.symbol, plan.place, plan.date) == (None, "KH-UBND", "Mẫu Sơn", "2023-01")
        assert plan.subject == stretch("004", "Triển khai Đề án", "trên địa bàn xã Mẫu Sơn")
        assert (plan.wrapped_in, plan.legal_bases, plan.annexes) == (None, (), ())
        assert [one.text.text for one in plan.opening] == [stretch("004", "Thực hiện Kế hoạch số 13", "như sau:")]
        assert [one.text.text for one in plan.closing] == [stretch("004", "UBND xã yêu cầu", "./.")]
        assert {one.where.field for one in plan.findings} == {"issuer", "number"}

    def test_the_higher_plan_is_cited(self) -> None:
        (one,) = cited(seed("004"))
        assert (one.type, one.number, one.date, one.issuer) == (
            "Kế hoạch",
            "13/KH-UBND",
            "2022-01-13",
            "UBND huyện Cao Lộc",
        )
        assert one.subject == stretch("004", "về việc triển khai Đề án", "huyện Cao Lộc")
        assert one.text == stretch("004", "Kế hoạch số 13/KH-UBND", "trên địa bàn huyện Cao Lộc")

    def test_sections(self) -> None:
        plan = seed("004")
        assert outline(plan) == [
            ("I. MỤC TIÊU", 2),
            ("II. ĐỐI TƯỢNG THỰC HIỆN CÔNG TÁC TRUYỀN THÔNG", 2),
            ("III. NỘI DUNG TRUYỀN THÔNG", 5),
            ("IV. KINH PHÍ THỰC HIỆN", 0),
            ("V. TỔ CHỨC THỰC HIỆN", 3),
        ]
        assert below(plan, "I.2") == ["-"] * 2
        nodes = {node.id: node for node in plan.walk()}
        assert nodes["V.3"].text
        assert nodes["V.3"].text.text.endswith("căn cứ chức năng, nhiệm vụ được giao triển khai tuyên truyền.")

    def test_targets_and_reporting(self) -> None:
        plan = seed("004")
        assert [(one.value, one.node) for one in plan.targets] == [("100%", "I.2")] * 3 + [("70%", "I.2")]
        (duty,) = plan.reporting
        assert (duty.deadline, duty.to, duty.node) == (None, "UBND xã, Phòng Văn hóa – Thông tin huyện", "V.1")
        assert duty.text == stretch("004", "Công chức Văn hóa – Xã hội tham mưu", "huyện.")
        (task,) = plan.tasks
        assert (task.lead, task.partners, task.due, task.node) == ("Công chức Văn hóa – Xã hội", (), None, "V.1")

    def test_signatory_and_recipients(self) -> None:
        plan = seed("004")
        assert plan.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
        assert (plan.position, plan.signed_by) == ("PHÓ CHỦ TỊCH", "Dương Dì Nhàn")
        assert plan.recipients == (
            "Phòng VH&TT",
            "Thường trực Đảng ủy xã",
            "Thường trực HĐND xã",
            "Chủ tịch, các Phó chủ tịch UBND xã",
            "Các ban, ngành, tổ chức chính trị-xã hội xã",
            "Các thôn",
            "Trang TTĐT xã",
            "Lưu: VP, VHXX",
        )

    def test_only_the_brace_beside_the_recipients_is_set_aside(self) -> None:
        assert [(one.reason, one.text) for one in seed("004").set_aside] == [("ghi chú chữ ký", "} Báo cáo")]
