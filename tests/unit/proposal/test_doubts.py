"""What `kedraft new` leaves to other units, what it asks a person, and how duties become tasks without being torn."""

from inherit.sample import plan

from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.spec import Mode
from kedraft.model.unit import UnitKind
from kedraft.proposal import propose
from kedraft.proposal.shared import shared
from proposal.test_proposing import BA_SON, assignment, entry, province

TEXT = """
I. MỤC TIÊU
1. Mỗi chợ có một nhà vệ sinh sạch.

II. NHIỆM VỤ, GIẢI PHÁP
1. Kết nối Cổng dịch vụ công với ngân hàng để thu phí chợ.
2. Biên soạn bộ tài liệu bán hàng văn minh bằng tiếng Tày.
3. UBND xã Cao Lâu, UBND xã Xuất Lễ làm mái che chợ trung tâm.
4. Tuyên truyền trên loa truyền thanh cơ sở. UBND xã Cao Lâu tổ chức hội chợ xuân.
5. Quét dọn chợ hằng ngày; xã Cao Lâu làm điểm trong quý II/2026.
6. Tuyên truyền về thực phẩm sạch cho người đi chợ.
7. UBND các xã có chợ đầu mối tổ chức phân lại chỗ bán hàng.

III. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương
- Chủ trì, hướng dẫn.
2. UBND các xã, phường
- Thành lập Đội tình nguyện giữ chợ sạch; ra mắt trước ngày 21/8/2026.
- Rà soát hộ bán hàng rong; bố trí chỗ bán ổn định.
3. UBND các xã, phường có chợ đêm
- Lắp thêm đèn ở lối đi giữa chợ.
"""


def proposed(text: str = TEXT, annex: str | None = None, locality: Locality = BA_SON):  # type: ignore[no-untyped-def]
    return propose(province(text, annex), "tinh.docx", locality, "2026-02")


def test_what_is_asked_of_other_units_is_dropped_with_that_reason() -> None:
    drops = dict(entry(proposed(), "II").drops)
    assert drops["II.3"] == "Việc của đơn vị khác (UBND xã Cao Lâu, UBND xã Xuất Lễ)"


def test_only_the_sentence_of_other_units_leaves_a_paragraph_that_says_more() -> None:
    node = next(one for one in entry(proposed(), "II").nodes if one.node == "II.4")
    assert node.mode is Mode.REPLACE
    assert node.text == "Tuyên truyền trên loa truyền thanh cơ sở."
    assert "đơn vị khác (UBND xã Cao Lâu)" in node.why


def test_a_clause_of_other_units_within_a_sentence_is_asked_about() -> None:
    section = entry(proposed(), "II")
    asked = [one.why for one in section.nodes if one.node == "II.5"]
    asked += [note for note in section.notes if note.startswith("II.5")]
    assert any("hỏi: có việc của đơn vị khác (xã Cao Lâu)" in one for one in asked)
    assert "II.5" not in dict(section.drops)


def test_for_the_unit_that_is_named_its_own_task_stays() -> None:
    cao_lau = BA_SON.evolve(commune=Place(kind=UnitKind.XA, name="Cao Lâu"))
    assert "II.3" not in dict(entry(proposed(locality=cao_lau), "II").drops)


def test_work_that_a_province_does_once_is_asked_about_and_kept() -> None:
    section = entry(proposed(), "II")
    asked = {one.node: one.why for one in section.nodes if one.why.startswith("hỏi")}
    assert asked["II.1"].startswith(
        "hỏi: “Kết nối Cổng dịch vụ công” thường do cấp tỉnh làm chung; xã không tự làm thì bỏ"
    )
    assert asked["II.2"].startswith("hỏi: “Biên soạn bộ tài liệu”")
    assert "II.6" not in asked
    assert not {"II.1", "II.2"} & set(dict(section.drops))


def test_a_duty_of_some_units_is_kept_and_asked_about() -> None:
    notes = entry(proposed(), "II").notes
    assert "II.7: hỏi: chỉ giao đơn vị “có chợ đầu mối”; đơn vị mình không thuộc diện này thì bỏ" in notes
    tasks = entry(proposed(), "III").notes
    assert any(note.startswith("hỏi: việc tại III.3 chỉ giao đơn vị “có chợ đêm”") for note in tasks)


def test_a_shared_proposal_says_which_units_need_what_it_leaves_out() -> None:
    ward = BA_SON.evolve(commune=Place(kind=UnitKind.PHUONG, name="Kỳ Lừa"))
    both = shared([BA_SON, ward], lambda one: proposed(locality=one))
    assert (
        "II.3 là việc giao riêng UBND xã Cao Lâu, UBND xã Xuất Lễ: đơn vị ấy cần phiếu riêng có việc này"
        in entry(both, "II").notes
    )


def test_a_clause_that_only_says_when_stays_with_its_task() -> None:
    text = assignment(proposed())
    assert "thành lập Đội tình nguyện giữ chợ sạch; ra mắt trước ngày 11/8/2026." in text
    assert "Ra mắt" not in text


def test_a_clause_of_no_field_stays_with_the_body_of_its_duty() -> None:
    text = assignment(
        proposed(
            TEXT.replace(
                "Rà soát hộ bán hàng rong; bố trí", "Thống kê hộ nghèo; nắm rõ nguyện vọng của từng nhà; bố trí"
            )
        )
    )
    blocks = text.split("\n")
    poor = next(at for at, line in enumerate(blocks) if "Thống kê hộ nghèo" in line)
    assert "ắm rõ nguyện vọng của từng nhà" in blocks[poor]


def test_a_body_does_not_work_with_itself() -> None:
    own = "- Phối hợp với Sở Văn hóa, Thể thao và Du lịch, mở lớp dạy hát then ở nhà văn hóa."
    lines = assignment(proposed(TEXT.replace("- Rà soát hộ bán hàng rong; bố trí chỗ bán ổn định.", own))).split("\n")
    assert "- Mở lớp dạy hát then ở nhà văn hóa." in lines


def test_people_counted_for_the_whole_province_leave_a_blank() -> None:
    text = TEXT.replace("1. Mỗi chợ có một nhà vệ sinh sạch.", "1. Hỗ trợ 200 phụ nữ mở quầy hàng.")
    node = next(one for one in entry(proposed(text), "I").nodes if one.node == "I.1")
    assert node.text == "Hỗ trợ [điền số của xã] phụ nữ mở quầy hàng."


def test_helpers_in_a_rebuilt_table_are_the_counterparts_of_the_parents() -> None:
    table = (
        "| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |\n| --- | --- | --- | --- | --- |\n"
        "| 1 | Sắp xếp hộ bán hàng trong chợ | UBND các xã, phường | Sở Công Thương; Công an tỉnh | 30/6/2026 |\n"
        "| 2 | Quét dọn lối đi trong chợ | UBND các xã, phường | Hội những người bán rau | 30/9/2026 |"
    )
    rows = (proposed(annex=table).annexes[0].text or "").split("\n")[2:]
    assert rows[0].split(" | ")[3] == "Công an xã"
    assert rows[1].split(" | ")[3] == "Các cơ quan, đơn vị liên quan"


def test_a_central_plan_asks_nothing_of_a_commune_by_its_closing_words() -> None:
    parent = plan(TEXT).evolve(issuing_body=plan(TEXT).issuing_body.evolve(level=Level.CENTRAL))
    notes = propose(parent, "bo.docx", BA_SON, "2026-02").sections[-1].notes
    assert not any("địa phương" in note for note in notes)
