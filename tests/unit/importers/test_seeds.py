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
        assert plan.subject
        assert plan.subject.startswith("TRIỂN KHAI THỰC HIỆN ĐỀ ÁN")
        assert plan.subject.endswith("GIAI ĐOẠN 2023 - 2028")
        assert plan.wrapped_in is None

    def test_cited_documents_are_two_with_date_issuer_and_subject(self) -> None:
        first, second = cited(seed("000"))
        assert (first.type, first.number, first.date, first.issuer) == (
            "Quyết định",
            "1079/QĐ-TTg",
            "2022-09-14",
            "Thủ tướng Chính phủ",
        )
        assert first.subject
        assert first.subject.startswith("về phê duyệt Đề án")
        assert (second.type, second.number, second.date) == ("Công văn", "5768/BTTTT-TTĐN", "2022-11-28")
        assert second.issuer == "Bộ Thông tin và Truyền thông"

    def test_opening_and_bases(self) -> None:
        plan = seed("000")
        assert len(plan.opening) == 1
        assert plan.opening[0].text.text.endswith("như sau:")
        assert plan.legal_bases == ()

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

    def test_reporting(self) -> None:
        (duty,) = seed("000").reporting
        assert (duty.deadline, duty.to, duty.node) == ("trước ngày 10/12 hàng năm", "Sở Thông tin và Truyền thông", "V")

    def test_tasks_of_a_lead(self) -> None:
        assert [(one.lead, one.node) for one in seed("000").tasks] == [
            ("Sở Thông tin và Truyền thông", "V.3"),
            ("Sở Tư pháp", "V.8"),
        ]

    def test_signatory_and_recipients(self) -> None:
        plan = seed("000")
        assert (plan.authority, plan.position, plan.second_position) == (("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", None)
        assert plan.signed_by == "Nguyễn Minh"
        assert len(plan.recipients) == 10
        assert plan.recipients[0] == "Bộ Thông tin và Truyền thông"
        assert plan.recipients[3] == "Chủ tịch, PCT UBND tỉnh (Đ/c Minh)"
        assert plan.recipients[-1] == "Lưu: VT, KGVXNV, Trang"

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
        assert plan.subject
        assert plan.subject.endswith("giai doan 2023 - 2028")

    def test_cited_documents_with_numbers_as_printed(self) -> None:
        assert [(one.type, one.number, one.date) for one in cited(seed("002"))] == [
            ("Quyết định", "1079/Qb-TTg", "2022-09-14"),
            ("Công văn", "5768/BTTTT-TTDN", "2022-11-28"),
            ("Tờ trình", "23/TTr-STTTT", "2023-03-20"),
        ]

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
        assert len(plan.recipients) == 6
        assert plan.recipients[0] == "BO TT&TT"
        assert plan.authority == ("KT CHU TICH",)
        assert (plan.position, plan.signed_by) == (None, None)
        assert {one.where.field for one in plan.findings if one.rule == "KH-ND-01"} == {"position", "signed_by"}


class TestCommune:
    """A commune's plan from a converter: markdown, no header, blank number and day."""

    def test_header(self) -> None:
        plan = seed("004")
        assert (plan.superior, plan.issuer, plan.level) == (None, None, "commune")
        assert (plan.number, plan.symbol, plan.place, plan.date) == (None, "KH-UBND", "Mẫu Sơn", "2023-01")
        assert plan.subject
        assert plan.subject.startswith("Triển khai Đề án")
        assert plan.subject.endswith("trên địa bàn xã Mẫu Sơn")
        assert {one.where.field for one in plan.findings} == {"issuer", "number"}

    def test_the_higher_plan_is_cited(self) -> None:
        (one,) = cited(seed("004"))
        assert (one.type, one.number, one.date, one.issuer) == (
            "Kế hoạch",
            "13/KH-UBND",
            "2022-01-13",
            "UBND huyện Cao Lộc",
        )

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
        (task,) = plan.tasks
        assert (task.lead, task.node) == ("Công chức Văn hóa – Xã hội", "V.1")

    def test_signatory_and_recipients(self) -> None:
        plan = seed("004")
        assert plan.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
        assert (plan.position, plan.signed_by) == ("PHÓ CHỦ TỊCH", "Dương Dì Nhàn")
        assert len(plan.recipients) == 8
        assert plan.recipients[-1] == "Lưu: VP, VHXX"

    def test_only_the_brace_beside_the_recipients_is_set_aside(self) -> None:
        assert [(one.reason, one.text) for one in seed("004").set_aside] == [("ghi chú chữ ký", "} Báo cáo")]
