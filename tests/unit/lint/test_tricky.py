"""Cases that a quick regex gets wrong, each from real prose."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kedraft.lint import check
from kedraft.lint.amounts import parts_of_total
from kedraft.lint.citations import find_citations
from kedraft.lint.deadlines import find_deadlines
from kedraft.lint.prose import MASK, own_words
from kedraft.lint.sample import draft, items, plan, province
from kedraft.model.finding import Findings, Severity
from kedraft.model.inline import Inline
from kedraft.model.plan import IssuingBody, Item, Level, Marker, Paragraph, PlaceAndDate, Plan, Recipient, Signatory

SCHEME = "Đề án truyền thông về quyền con người ở Việt Nam"


def ids(found: Findings) -> set[str]:
    return {one.rule for one in found}


def closing(words: str) -> Findings:
    return check(plan(closing=f"{words}./.").plan())


# --- citations -------------------------------------------------------------------------------------------------------


def test_a_citation_takes_its_title_with_it_up_to_the_issuing_office() -> None:
    text = (
        "Thực hiện Kế hoạch số 13/KH-UBND, ngày 13/01/2022 của UBND huyện Cao Lộc về việc triển khai Đề án trên địa bàn huyện Cao "
        "Lộc; UBND xã Mẫu Sơn xây dựng Kế hoạch"
    )
    [cited] = find_citations(text)
    assert (cited.type, cited.number, str(cited.day), cited.issuer) == (
        "Kế hoạch", "13/KH-UBND", "2022-01-13", "UBND huyện Cao Lộc",
    )  # fmt: skip
    assert cited.subject == "triển khai Đề án trên địa bàn huyện Cao Lộc"
    assert "huyện" not in own_words(text)
    assert "UBND xã Mẫu Sơn xây dựng" in own_words(text)


def test_a_bracket_inside_a_title_does_not_end_it() -> None:
    text = "Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về thi đua thực hiện Kế hoạch 5 năm (2021 - 2025) của Đảng."
    [cited] = find_citations(text)
    assert cited.subject == "thi đua thực hiện Kế hoạch 5 năm (2021 - 2025) của Đảng"


def test_years_and_periods_are_no_document_numbers() -> None:
    assert find_citations("Kế hoạch 2021-2025, Chương trình 5 năm 2021 - 2025, Kế hoạch 30/6") == ()


@pytest.mark.parametrize(
    "number", ["86-KH/TU", "18-NQ/TW", "30/2020/NĐ-CP", "202/2025/QH15", "1672/NQ-UBTVQH15", "5768/BTTTT-TTĐN"]
)
def test_every_form_of_number_is_read(number: str) -> None:
    [cited] = find_citations(f"theo Nghị quyết số {number} ngày 03/6/2020 của cơ quan, các thôn thực hiện")
    assert (cited.number, cited.issuer) == (number, "cơ quan")


def test_masks_keep_every_index() -> None:
    text = "Thực hiện Quyết định số 1079/QĐ-TTg ngày 14/9/2022 phê duyệt Đề án; các thôn “trên địa bàn tỉnh” làm."
    assert len(own_words(text)) == len(text)
    assert own_words(text).replace(MASK, "") == "Thực hiện ; các thôn  làm."


# --- the slip of a real plan -----------------------------------------------------------------------------------------


def test_a_parent_dated_before_the_scheme_that_it_carries_out_raises_exactly_that() -> None:
    child = draft(
        date="2023-01",
        subject=f"Triển khai {SCHEME} giai đoạn 2023 - 2028 trên địa bàn xã Ba Sơn",
        opening=f"Thực hiện Kế hoạch số 13/KH-UBND ngày 13/01/2022 của UBND huyện Cao Lộc về việc triển khai {SCHEME} giai đoạn 2023 - "
        "2028 trên địa bàn huyện Cao Lộc; UBND xã Ba Sơn xây dựng Kế hoạch như sau:",
        closing="UBND xã yêu cầu các thôn nghiêm túc triển khai thực hiện Kế hoạch này./.",
        recipients=("UBND huyện (b/c)", "Các thôn", "Lưu: VT, VHXH"),
        sections="I. MỤC TIÊU\n- Đẩy mạnh công tác truyền thông về quyền con người.",
        parent=province(
            issuer="ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", level="district", place="Cao Lộc", number="13", date="2022-01-13",
            sections="I. MỤC TIÊU\n- Đẩy mạnh công tác truyền thông về quyền con người.",
            opening="Ủy ban nhân dân huyện ban hành Kế hoạch như sau:",
        ),
        chain=(
            province(
                opening=f"Thực hiện Quyết định số 1079/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ về phê duyệt {SCHEME} (sau đây gọi "
                "tắt là Quyết định số 1079/QĐ-TTg); Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
            ),
        ),
    )  # fmt: skip
    found = check(child.draft(), chain=tuple(one.plan() for one in child.chain))
    assert ids(found) == {"KH-NG-02"}
    assert "13/01/2022" in found[0].message
    assert "14/09/2022" in found[0].message
    assert found[0].where.field == "opening"


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "Bố trí kinh phí dự phòng phòng chống thiên tai",
        "Vận động người dân dân tộc thiểu số, học sinh sinh viên",
        "Đào tạo tạo nguồn cán bộ; xác định định mức; thể hiện hiện trạng",
        "Ngày ngày, đêm đêm, luôn luôn, dần dần, song song với việc này",
        "Kết quả hiện tại tại xã; kèm theo theo mẫu; tự do do pháp luật bảo vệ",
        "Các tổ chức chức năng, gia đình đình chiến, môi trường trường học",
        "Trong năm năm, từ từ mở rộng, từng bước từng bước vững chắc",
    ],
)
def test_words_that_are_rightly_doubled(words: str) -> None:
    assert closing(words) == ()


@pytest.mark.parametrize(
    "words", ["Phối hợp trong trong công tác", "Thực hiện các các nhiệm vụ", "Công tác tuyên truyền truyền"]
)
def test_words_that_are_doubled_by_mistake(words: str) -> None:
    assert ids(closing(words)) == {"KH-LT-01"}


@pytest.mark.parametrize(
    "words",
    [
        "Công an nhân dân, Viện kiểm sát nhân dân, quỹ tín dụng nhân dân, an ninh nhân dân, toàn Nhân dân",
        "Quản lý nhà nước, ngân sách nhà nước, cơ quan hành chính nhà nước",
        "Các thôn xây dựng kế hoạch, báo cáo số liệu, lập đề án hằng năm trước ngày 10/12/2026",
        "Theo Khoản vay ưu đãi, Điểm du lịch cộng đồng, 5 điều Bác Hồ dạy",
    ],
)
def test_capitals_that_are_right(words: str) -> None:
    assert closing(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Đại hội XIII, thế kỷ XX, khóa XXII, nhiệm kỳ XX - XXI",
        "Trẻ < 6 tuổi và người > 60 tuổi, video..., v.v...",
        "Các mức [1] và [2]",
    ],
)
def test_texts_that_are_no_placeholders(words: str) -> None:
    assert "KH-TM-01" not in ids(closing(words))


def test_a_draft_may_leave_number_and_day_blank_in_words() -> None:
    made = draft(
        closing="Nhiệm vụ tại Phụ lục kèm theo./.",
        annexes=((None, "PHÂN CÔNG", "- Các thôn thực hiện.",
                  "(Kèm theo Kế hoạch số      /KH-UBND ngày ..... tháng ..... năm 2026 của Ủy ban nhân dân xã Ba Sơn)"),),
    )  # fmt: skip
    assert check(made.draft()) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện theo hướng dẫn của các sở, ban, ngành",
        "Phối hợp với UBND các xã giáp ranh và cơ quan cấp tỉnh",
        "Thực hiện Kế hoạch của UBND tỉnh về phát triển thương mại trên địa bàn tỉnh",
        "Hưởng ứng “Ngày hội chuyển đổi số trên địa bàn tỉnh”",
        "Ngân sách cấp tỉnh hỗ trợ một phần",
    ],
)
def test_the_office_above_in_its_own_role_is_no_left_over(words: str) -> None:
    assert "KH-CA-01" not in ids(closing(words))


# --- dates and sums --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("báo cáo định kỳ trước ngày 10/12 hàng năm", "trước ngày 10/12 hàng năm"),
        ("gửi chậm nhất ngày 01 tháng 01 năm 2025", "chậm nhất ngày 01 tháng 01 năm 2025"),
        ("hoàn thành trong quý I/2026", "hoàn thành trong quý I/2026"),
        ("hoàn thành trong năm 2026", "hoàn thành trong năm 2026"),
    ],
)
def test_every_form_of_deadline_is_read(text: str, shown: str) -> None:
    [one] = find_deadlines(text)
    assert one.text == shown


@pytest.mark.parametrize("text", ["người sinh trước ngày 01/01/1960", "xã đã hoàn thành trước ngày 30/11/2025"])
def test_a_day_in_the_past_is_no_deadline(text: str) -> None:
    assert list(find_deadlines(text)) == []


def test_a_deadline_named_as_state_of_affairs_is_not_overdue() -> None:
    assert "KH-NG-04" not in ids(
        check(plan(sections="I. TÌNH HÌNH\n- Đến hết năm 2025 có 05 thôn thực hiện tốt.").plan())
    )


def test_a_sum_may_be_split_in_two_ways() -> None:
    split = parts_of_total(
        "Tổng kinh phí 1,5 tỷ đồng, trong đó: ngân sách tỉnh 1 tỷ đồng, ngân sách xã 500 triệu đồng; năm 2026 là 700 triệu đồng, năm "
        "2027 là 800 triệu đồng"
    )
    assert split is not None
    assert split.adds_up


def test_numbers_that_go_on_through_the_sections_are_right() -> None:
    made = plan(
        sections="I. MỘT\n1. Nội dung một.\n2. Nội dung hai.\nII. HAI\n3. Nội dung ba.\n4. Nội dung bốn."
    ).plan()
    assert "ND30-DM-02" not in ids(check(made))


def test_a_second_four_is_a_fault_and_the_message_names_it() -> None:
    sections = "\n".join(f"{label} TÊN MỤC\n- Nội dung." for label in ("I.", "II.", "III.", "IV.", "IV."))
    [found] = [one for one in check(plan(sections=sections).plan()) if one.rule == "ND30-DM-02"]
    assert 'phải là "V."' in found.message


def test_two_offices_may_use_the_same_number() -> None:
    made = plan(
        bases=(
            "Căn cứ Kế hoạch số 13/KH-UBND ngày 08/01/2026 của Ủy ban nhân dân huyện Lộc Bình (cũ) về chuyển đổi số;",
            "Căn cứ chức năng, nhiệm vụ được giao.",
        )
    ).plan()
    assert "KH-CC-05" not in ids(check(made))


# --- laws ------------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "Căn cứ", "Quyết định số 749/QĐ-TTg ngày 31/02/2020", "của Thủ tướng Chính phủ", "./.", ";", "trước ngày 99/99 hằng năm", "100%", "120%",
        "tổng kinh phí 5 triệu đồng, trong đó 1 triệu đồng, 2 triệu đồng", "giao Sở Tài chính", "trên địa bàn tỉnh", "“", "”", "Phụ lục I", "khoản 2",
        "quý IV/2026", "trong trong", "{{x}}", "…", "\n", "nhân dân", "năm 0000", "ngày 00/00/0000", "X", "tháng 13/2026",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, min_size=1, max_size=8).map(" ".join), st.text(max_size=40)).filter(
    lambda text: (
        bool(text) and not any((ord(char) < 32 and char not in "\n\t") or 0xD800 <= ord(char) < 0xE000 for char in text)
    )
)


def _safe(text: str) -> bool:
    try:
        Inline(text=text)
    except ValueError:
        return False
    return True


WORDS = TEXTS.filter(_safe)


@st.composite
def plans(make: st.DrawFn) -> Plan:
    def item(at: int) -> Item:
        marker = make(st.sampled_from(list(Marker)))
        return Item(
            id=str(at),
            marker=marker,
            label=make(st.none() | WORDS),
            heading=make(st.none() | WORDS.map(lambda text: Inline(text=text))),
            text=Inline(text=make(WORDS)),
        )

    return Plan(
        issuing_body=IssuingBody(
            name=make(WORDS), superior=make(st.none() | WORDS), level=make(st.sampled_from(list(Level)))
        ),
        place_and_date=PlaceAndDate(
            place=make(st.none() | WORDS), date=make(st.sampled_from([None, "2026", "2026-02", "2026-02-05"]))
        ),
        subject=make(WORDS),
        legal_bases=tuple(Paragraph(text=Inline(text=text)) for text in make(st.lists(WORDS, max_size=2))),
        sections=tuple(item(at) for at in range(make(st.integers(0, 4)))),
        closing=tuple(Paragraph(text=Inline(text=text)) for text in make(st.lists(WORDS, max_size=2))),
        recipients=tuple(Recipient(text=text) for text in make(st.lists(WORDS, max_size=3))),
        signatory=Signatory(authority=tuple(make(st.lists(WORDS, max_size=2))), position=make(st.none() | WORDS)),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(plans(), plans())
def test_no_rule_crashes_on_any_plan_and_two_checks_agree(child: Plan, parent: Plan) -> None:
    made = draft().draft().evolve(plan=child, parent=parent)
    found = check(made)
    assert not [one.message for one in found if "không chạy được" in one.message]
    assert found == check(made)
    assert check(child) == check(child)


def test_the_work_grows_with_the_length(calls: Callable[..., int]) -> None:
    def build(count: int) -> Plan:
        lines = [
            f"{at}. Thôn số {at} tổ chức lớp học, đạt {at % 100}% hộ dân, hoàn thành trước ngày 20/12/2026."
            for at in range(1, count)
        ]
        return plan(sections="I. NHIỆM VỤ\n" + "\n".join(lines)).plan()

    small, large = build(200), build(2000)
    check(small)
    assert calls(lambda: check(large)) < 20 * calls(lambda: check(small))


def test_a_tree_of_the_mini_language_has_the_labels_that_it_shows() -> None:
    [section] = items("I. MỤC TIÊU\n1. Cụ thể\na) Một;\nb) Hai.\n- Gạch.")
    assert [item.label for item in section.walk()] == ["I.", "1.", "a)", "b)", "-"]
    assert section.children[0].heading is not None
    assert Severity.ERROR not in {one.severity for one in check(plan(sections="I. MỤC TIÊU\n- Một, hai, ba.").plan())}
