"""What the parent hands to its offices, as `kedraft new` hands it to the commune's: bodies, organisations that are asked, others."""

from datetime import date

import pytest

from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.proposal import Proposal
from kedraft.model.unit import UnitKind
from kedraft.proposal import propose

from .test_proposing import BA_SON, LANG_SON, assignment, entry, left_over, province, untouched

SPECIAL = BA_SON.evolve(commune=Place(kind=UnitKind.DAC_KHU, name="Vân Đồn"))
IN_2023 = Locality(
    level=Level.COMMUNE,
    province=LANG_SON,
    district=Place(kind=UnitKind.HUYEN, name="Bình Gia"),
    commune=Place(kind=UnitKind.XA, name="Hồng Phong"),
    on=date(2023, 2, 1),
)

TEXT = """
I. MỤC TIÊU
1. Mọi hộ dân được phổ biến cách giữ kho thóc an toàn.
II. NHIỆM VỤ
1. Hướng dẫn hộ dân che chắn kho thóc.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
- Hướng dẫn kỹ thuật phơi sấy thóc cho hộ dân.
2. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Ban Chỉ huy Bộ đội Biên phòng tỉnh
- Chỉ đạo lực lượng giúp dân chuyển thóc khi có mưa lớn.
3. Sở Y tế
- Chỉ đạo Trung tâm Kiểm soát bệnh tật, các trạm y tế khử khuẩn kho thóc bị ngập.
4. Hội Nông dân tỉnh, Tỉnh đoàn, Hiệp hội Lương thực tỉnh
- Vận động hội viên góp bạt che thóc.
5. Các chủ cơ sở xay xát
- Nhận sấy thóc ướt của hộ nghèo không lấy tiền.
6. Ủy ban nhân dân các xã, phường
- Rà soát kho thóc không an toàn; lập danh sách hộ cần giúp; ngăn chặn việc găm hàng.
- Báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 20/11/2026.
"""


def proposed(text: str = TEXT, place: Locality = BA_SON, on: str = "2026-02") -> Proposal:
    return propose(province(text), "tinh.docx", place, on)


def block(text: str, heading: str) -> list[str]:
    """The lines under a heading of the assignment."""
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.split(". ", 1)[-1] == heading)
    out = []
    for line in lines[at + 1 :]:
        if not line.startswith("- "):
            break
        out.append(line.removeprefix("- "))
    return out


def test_only_the_body_without_a_counterpart_leaves_a_shared_block() -> None:
    text = assignment(proposed())
    assert block(text, "Công an xã, Ban Chỉ huy Quân sự xã") == [
        "Chỉ đạo lực lượng giúp dân chuyển thóc khi có mưa lớn."
    ]
    assert "Biên phòng" not in text


def test_a_body_with_work_of_its_own_has_the_shared_line_as_well() -> None:
    text = assignment(proposed(TEXT.replace("3. Sở Y tế", "3. Công an tỉnh\n- Bảo vệ kho thóc dự trữ.\n4. Sở Y tế", 1)))
    assert block(text, "Công an xã") == [
        "Chỉ đạo lực lượng giúp dân chuyển thóc khi có mưa lớn.",
        "Bảo vệ kho thóc dự trữ.",
    ]
    assert block(text, "Ban Chỉ huy Quân sự xã") == ["Chỉ đạo lực lượng giúp dân chuyển thóc khi có mưa lớn."]


def test_what_clinics_are_made_to_do_is_the_clinic_s_own_task() -> None:
    text = assignment(proposed(TEXT.replace("khử khuẩn", "tổ chức khử khuẩn")))
    assert block(text, "Trạm Y tế xã") == ["Tổ chức khử khuẩn kho thóc bị ngập."]
    assert "Kiểm soát bệnh tật" not in text


@pytest.mark.parametrize("whom", ["Công an các xã, phường", "lực lượng Công an cấp xã"])
def test_what_the_police_above_has_ours_do_is_ours(whom: str) -> None:
    text = TEXT.replace("Chỉ đạo lực lượng giúp dân chuyển thóc khi có mưa lớn", f"Chỉ đạo {whom} nắm số kho tạm")
    assert block(assignment(proposed(text)), "Công an xã, Ban Chỉ huy Quân sự xã") == ["Nắm số kho tạm."]


def test_organisations_are_asked_in_the_parent_s_words_and_those_of_a_province_alone_are_not() -> None:
    text = assignment(proposed())
    assert block(text, "Đề nghị Hội Nông dân xã và Đoàn Thanh niên xã") == ["Vận động hội viên góp bạt che thóc."]
    assert "Hiệp hội" not in text
    assert "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội xã" in text


def test_the_front_is_named_once_where_the_parent_asks_it() -> None:
    own = "4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh: Vận động hội viên góp bạt che thóc."
    text = assignment(
        proposed(
            TEXT.replace(
                "4. Hội Nông dân tỉnh, Tỉnh đoàn, Hiệp hội Lương thực tỉnh\n- Vận động hội viên góp bạt che thóc.", own
            )
        )
    )
    heading = "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và Hội Nông dân xã"
    assert block(text, heading) == ["Vận động hội viên góp bạt che thóc."]
    assert text.count("Mặt trận") == 1


def test_an_organisation_whose_lines_do_not_fit_is_still_asked() -> None:
    text = TEXT.replace("Vận động hội viên góp bạt che thóc", "Thẩm định mẫu bạt che thóc")
    lines = block(assignment(proposed(text)), "Đề nghị Hội Nông dân xã và Đoàn Thanh niên xã")
    assert lines == [
        "Phối hợp với Phòng Kinh tế vận động hội viên, đoàn viên hưởng ứng các hoạt động của Kế hoạch; "
        "phản ánh nguyện vọng của hội viên, đoàn viên trong quá trình thực hiện."
    ]


def test_people_who_are_nobody_s_office_keep_their_block() -> None:
    text = TEXT.replace("Nhận sấy thóc", "Hỗ trợ sấy thóc")
    assert block(assignment(proposed(text)), "Các chủ cơ sở xay xát") == [
        "Hỗ trợ sấy thóc ướt của hộ nghèo không lấy tiền."
    ]


def test_a_special_zone_s_economy_room_has_what_the_departments_had() -> None:
    text = assignment(proposed(place=SPECIAL))
    assert "Hướng dẫn kỹ thuật phơi sấy thóc cho hộ dân." in block(
        text, "Phòng chuyên môn phụ trách kinh tế, tài chính"
    )


ORGANISED = TEXT.replace(
    "1. Sở Nông nghiệp và Môi trường\n- Hướng dẫn kỹ thuật phơi sấy thóc cho hộ dân.",
    "1. Hội Liên hiệp Phụ nữ tỉnh\n- Chủ trì triển khai Kế hoạch này.\n- Mở lớp dạy phơi sấy thóc cho hội viên.",
).replace("về Sở Nông nghiệp và Môi trường", "về Hội Liên hiệp Phụ nữ tỉnh")


@pytest.mark.parametrize(("place", "on"), [(BA_SON, "2026-02"), (IN_2023, "2023-02")])
def test_an_organisation_that_leads_is_asked_to_lead(place: Locality, on: str) -> None:
    parent = province(ORGANISED.replace("2026", on[:4]))
    proposal = propose(parent, "tinh.docx", place, on)
    text = assignment(proposal)
    lines = block(text, "Đề nghị Hội Liên hiệp Phụ nữ xã")
    assert text.startswith("1. Đề nghị Hội Liên hiệp Phụ nữ xã\n")
    assert lines[0].startswith("Là đầu mối, chủ trì")
    assert "Mở lớp dạy phơi sấy thóc cho hội viên." in lines
    assert "báo cáo kết quả thực hiện về Hội Liên hiệp Phụ nữ xã" in text
    assert not left_over(untouched(parent, proposal)[1])


def test_an_organisation_that_gathers_reports_has_them() -> None:
    parent = province(ORGANISED)
    proposal = propose(parent, "tinh.docx", BA_SON, "2026-02")
    assert "báo cáo Hội Liên hiệp Phụ nữ tỉnh trước ngày 20/11/2026" in assignment(proposal)


def test_work_of_the_committee_goes_to_an_own_body_where_an_organisation_leads() -> None:
    text = assignment(proposed(ORGANISED.replace("Rà soát kho thóc không an toàn", "Chỉ đạo các thôn tự kiểm đếm")))
    asked = block(text, "Đề nghị Hội Liên hiệp Phụ nữ xã")
    assert not any("kiểm đếm" in line for line in asked)
    assert "Tham mưu Ủy ban nhân dân xã chỉ đạo các thôn tự kiểm đếm" in text


def test_clauses_of_one_sentence_stay_together() -> None:
    assert "- Rà soát kho thóc không an toàn; lập danh sách hộ cần giúp; ngăn chặn việc găm hàng." in assignment(
        proposed()
    )


def test_the_committee_is_named_once_in_a_line() -> None:
    text = assignment(
        proposed(TEXT.replace("Rà soát kho thóc không an toàn; lập", "Phân công người giữ kho; bố trí bạt che; lập"))
    )
    assert "Tham mưu Ủy ban nhân dân xã phân công người giữ kho; bố trí bạt che" in text


def test_work_before_a_report_in_one_clause_is_work() -> None:
    text = TEXT.replace("- Báo cáo kết quả về", "- Cập nhật sổ kho thóc, báo cáo kết quả về")
    assert "Cập nhật sổ kho thóc." in assignment(proposed(text))


def test_a_clause_beside_the_plan_is_a_task() -> None:
    text = TEXT.replace("- Rà soát kho", "- Xây dựng kế hoạch, giao chỉ tiêu sấy thóc đến từng thôn.\n- Rà soát kho")
    assert "Tham mưu Ủy ban nhân dân xã giao chỉ tiêu sấy thóc đến từng thôn." in assignment(proposed(text))


def test_a_section_on_reports_holds_ours_and_the_assignment_does_not_say_it_again() -> None:
    text = TEXT + "IV. CHẾ ĐỘ BÁO CÁO\n\nCác đơn vị gửi báo cáo tổng kết trước ngày 10/12/2026.\n"
    proposal = proposed(text)
    section = entry(proposal, "IV")
    assert section.heading == "CHẾ ĐỘ BÁO CÁO"
    assert section.text is not None
    assert section.text.startswith("Các cơ quan, đơn vị, các thôn báo cáo kết quả thực hiện về Phòng Kinh tế")
    assert "Chế độ báo cáo" not in (entry(proposal, "III").text or "")
    assert not left_over(untouched(province(text), proposal)[1])


def test_the_insurance_plan_of_a_commune_is_led_by_who_looks_after_people() -> None:
    text = TEXT.replace("1. Sở Nông nghiệp và Môi trường", "1. Bảo hiểm xã hội tỉnh").replace(
        "về Sở Nông nghiệp và Môi trường", "về Bảo hiểm xã hội tỉnh"
    )
    text = text.replace("cách giữ kho thóc an toàn", "về bảo hiểm y tế").replace("thóc", "thẻ bảo hiểm y tế")
    proposal = propose(province(text.replace("2026", "2023")), "tinh.docx", IN_2023, "2023-02")
    assert assignment(proposal).startswith("1. Công chức Văn hóa - Xã hội")


REFERS = TEXT.replace("1. Mọi hộ dân", "1. Có 60% số xã, phường đạt chuẩn kho thóc.\n2. Mọi hộ dân").replace(
    "- Hướng dẫn kỹ thuật phơi sấy thóc cho hộ dân.",
    "- Hướng dẫn hộ dân thực hiện chỉ tiêu tại khoản 1 Mục I.\n- Hướng dẫn hộ dân làm tốt nội dung tại khoản 2 Mục I.",
)


def test_a_line_that_refers_to_what_is_left_out_goes_and_is_noted() -> None:
    parent = province(REFERS)
    proposal = propose(parent, "tinh.docx", BA_SON, "2026-02")
    assert "chỉ tiêu tại khoản" not in assignment(proposal)
    assert "Hướng dẫn hộ dân làm tốt nội dung tại khoản 1 Mục I." in assignment(proposal)
    assert any(note.startswith("bỏ dòng nhắc đến phần không đưa vào") for note in proposal.sections[-1].notes)
    assert not left_over(untouched(parent, proposal)[1])


def test_offices_of_the_commune_are_not_asked_among_organisations() -> None:
    text = assignment(
        proposed(TEXT.replace("4. Hội Nông dân tỉnh, Tỉnh đoàn,", "4. Đề nghị Hội Nông dân tỉnh, các sở, ban, ngành,"))
    )
    assert "Đề nghị Hội Nông dân xã\n" in text
