"""Head and foot of the child: issuing body, symbol, bases, opening, closing, signatory, recipients."""

from datetime import date
from typing import Any

import pytest

from inherit.sample import PARENT, draft, plan, spec
from kedraft.inheritance import inherit
from kedraft.inheritance.casing import body_name, first_lower, sentence_case
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import DocumentNumber, IssuingBody, Level, Paragraph, PlaceAndDate, ReportingDuty
from kedraft.model.unit import UnitKind

LANG_SON = Place(kind=UnitKind.TINH, name="Lạng Sơn")
CAO_LOC = Place(kind=UnitKind.HUYEN, name="Cao Lộc")


def commune(
    name: str, kind: UnitKind = UnitKind.XA, *, eponymous: bool = False, on: date = date(2026, 2, 1)
) -> Locality:
    return Locality(
        level=Level.COMMUNE, province=LANG_SON, commune=Place(kind=kind, name=name, eponymous=eponymous), on=on
    )


def test_the_head_is_that_of_the_peoples_committee() -> None:
    made = draft({"inherit": "I"}).plan
    assert made.issuing_body == IssuingBody(name="ỦY BAN NHÂN DÂN XÃ BA SƠN", level=Level.COMMUNE)
    assert made.number == DocumentNumber(number=None, symbol="KH-UBND")
    assert made.place_and_date == PlaceAndDate(place="Ba Sơn", date="2026-02")
    assert (made.signatory.authority, made.signatory.position, made.signatory.name) == (
        ("TM. ỦY BAN NHÂN DÂN",),
        "CHỦ TỊCH",
        None,
    )


def test_a_ward_named_after_a_person_keeps_its_kind() -> None:
    ward = commune("Lương Văn Tri", UnitKind.PHUONG, eponymous=True)
    made = inherit(plan(), spec({"inherit": "I"}), locality=ward).plan
    assert made.issuing_body.name == "ỦY BAN NHÂN DÂN PHƯỜNG LƯƠNG VĂN TRI"
    assert made.place_and_date.place == "Phường Lương Văn Tri"
    assert "Ủy ban nhân dân Phường Lương Văn Tri ban hành" in made.opening[0].text.text


def test_a_deputy_signs_for_the_chairman() -> None:
    document = {"subject": "X", "date": "2026-02", "signatory": {"authority": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]}}
    assert draft({"inherit": "I"}, document=document).plan.signatory.position == "PHÓ CHỦ TỊCH"


def test_a_steering_committee_signs_for_itself() -> None:
    document = {
        "subject": "Chuyển đổi số năm 2024",
        "date": "2024-01",
        "issuer": {"name": "Ban Chỉ đạo chuyển đổi số", "superior": "UBND TỈNH LẠNG SƠN", "short": "Ban Chỉ đạo tỉnh"},
        "signatory": {"second_position": "CHỦ TỊCH UBND TỈNH"},
    }
    made = draft({"inherit": "I"}, locality={"province": "Lạng Sơn"}, document=document).plan
    assert made.issuing_body.superior == "UBND TỈNH LẠNG SƠN"
    assert made.issuing_body.name == "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"
    assert made.number.symbol == "KH-BCĐ"
    assert made.signatory.authority == ("TM. BAN CHỈ ĐẠO",)
    assert (made.signatory.position, made.signatory.second_position) == ("TRƯỞNG BAN", "CHỦ TỊCH UBND TỈNH")
    assert made.recipients[-1].text == "Lưu: VT, BCĐ"


def opening(parent_subject: str, **parent: Any) -> str:
    return draft({"inherit": "I"}, parent=plan(PARENT, subject=parent_subject, **parent)).plan.opening[0].text.text


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        (
            "Chuyển đổi số tỉnh Lạng Sơn năm 2026",
            "của Ủy ban nhân dân tỉnh Lạng Sơn về chuyển đổi số tỉnh Lạng Sơn năm 2026, ",
        ),
        ("TRIỂN KHAI ĐỀ ÁN 06 TỈNH LẠNG SƠN NĂM 2026", "về việc triển khai Đề án 06 tỉnh Lạng Sơn năm 2026, "),
        ("Về việc thực hiện Nghị quyết số 57-NQ/TW", "Lạng Sơn về việc thực hiện Nghị quyết số 57-NQ/TW, "),
        ("Kế hoạch trồng cây năm 2026", "Lạng Sơn về trồng cây năm 2026, "),
    ],
)
def test_the_opening_cites_the_parent_by_its_subject(subject: str, told: str) -> None:
    text = opening(subject)
    assert text.startswith("Thực hiện Kế hoạch số 38/KH-UBND ngày 29/01/2026 ")
    assert told in text
    assert text.endswith(
        "Ủy ban nhân dân xã Ba Sơn ban hành Kế hoạch phát triển kỹ năng số trên địa bàn xã Ba Sơn năm 2026 như sau:"
    )


EXPLAINS = Paragraph(
    text=Inline(text="Để phát triển kỹ năng số (KNS), Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")
)


def test_an_abbreviation_that_kept_words_use_is_explained_in_the_opening() -> None:
    parent = plan(PARENT.replace("a) Thiết thực", "a) Dạy KNS thiết thực"), opening=(EXPLAINS,))
    made = inherit(parent, spec({"inherit": "I"}), locality=commune("Ba Sơn"))
    assert "ban hành Kế hoạch phát triển kỹ năng số (KNS) trên địa bàn xã Ba Sơn" in made.plan.opening[0].text.text


def test_an_abbreviation_that_nothing_kept_uses_is_not_explained() -> None:
    parent = plan(PARENT.replace("1. Ít nhất 70%", "1. Về KNS: ít nhất 70%"), opening=(EXPLAINS,))
    made = inherit(parent, spec({"inherit": "I"}), locality=commune("Ba Sơn"))
    assert "KNS" not in made.plan.opening[0].text.text


@pytest.mark.parametrize("to", ["Công an tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "Sở Nội vụ"])
def test_who_gathers_the_reports_is_a_recipient(to: str) -> None:
    duty = ReportingDuty(text=f"Báo cáo kết quả về {to}.", to=to, node="IV.2")
    made = inherit(plan(reporting=(duty,)), spec({"inherit": "I"}), locality=commune("Ba Sơn"))
    assert f"{to} (b/c)" in lines(made)


def test_words_that_only_begin_like_a_room_are_no_recipient() -> None:
    text = "1. Công an xã\n- Phòng ngừa, đấu tranh với hành vi lừa đảo.\n2. Trạm Y tế xã\n- Phòng chống dịch."
    named = lines(draft({"inherit": "I"}, {"heading": "TỔ CHỨC THỰC HIỆN", "text": text}))
    assert not [line for line in named if line.startswith(("Phòng ngừa", "Phòng chống"))]


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Phòng cháy trong mùa khô", "phòng cháy trong mùa khô"),
        ("Phòng Y tế kiểm tra", "Phòng Y tế kiểm tra"),
        ("Bộ phận một cửa", "bộ phận một cửa"),
        ("Ủy ban nhân dân xã", "Ủy ban nhân dân xã"),
    ],
)
def test_a_room_is_told_from_a_word_that_begins_like_one(title: str, inside: str) -> None:
    assert first_lower(title) == inside


def test_the_parent_of_the_opening_is_a_citation() -> None:
    cited = draft({"inherit": "I"}).plan.opening[0].cites[0]
    assert (cited.type, cited.number, cited.date) == ("Kế hoạch", "38/KH-UBND", "2026-01-29")


def test_a_parent_without_number_leaves_a_blank_and_a_finding() -> None:
    made = draft(
        {"inherit": "I"},
        parent=plan(number=DocumentNumber(symbol="KH-UBND"), place_and_date=PlaceAndDate(date="2026-01")),
    )
    assert "Kế hoạch số       /KH-UBND ngày        tháng 01 năm 2026 của" in made.plan.opening[0].text.text
    assert "PK-07" in {finding.rule for finding in made.findings}


def test_a_plan_issued_with_a_decision_is_cited_by_the_decision() -> None:
    parent = plan(number=DocumentNumber(number="12", symbol="QĐ-UBND"), wrapped_in="Quyết định")
    text = draft({"inherit": "I"}, parent=parent).plan.opening[0].text.text
    assert text.startswith(
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 29/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về việc ban hành Kế hoạch phát triển"
    )


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    made = draft({"inherit": "I"}, bases=["Căn cứ Luật A;", "Căn cứ Nghị định số 1/2026/NĐ-CP"])
    assert [basis.text.text for basis in made.plan.legal_bases] == [
        "Căn cứ Luật A;",
        "Căn cứ Nghị định số 1/2026/NĐ-CP.",
    ]


def test_there_is_no_basis_when_the_opening_cites_the_parent_and_one_when_it_does_not() -> None:
    assert draft({"inherit": "I"}).plan.legal_bases == ()
    own = draft({"inherit": "I"}, opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:").plan.legal_bases
    assert [basis.text.text[:33] for basis in own] == ["Căn cứ Kế hoạch số 38/KH-UBND ngà"]


def test_the_closing_ends_the_plan_once() -> None:
    assert draft({"inherit": "I"}).plan.closing[0].text.text.endswith("nghiêm túc triển khai thực hiện./.")
    ended = draft({"inherit": "I"}, {"heading": "TỔ CHỨC THỰC HIỆN", "text": "Các thôn thực hiện Kế hoạch này./."})
    assert ended.plan.closing == ()
    own = draft({"inherit": "I"}, closing="Các thôn thực hiện Kế hoạch này.")
    assert own.plan.closing[0].text.text == "Các thôn thực hiện Kế hoạch này./."


def lines(made: Any) -> list[str]:
    return [recipient.text for recipient in made.plan.recipients]


def test_recipients_of_a_commune_since_july_2025() -> None:
    assert lines(draft({"inherit": "I"})) == [
        "UBND tỉnh (b/c)",
        "TT Đảng ủy, TT HĐND xã (b/c)",
        "Chủ tịch, các PCT UBND xã",
        "Ủy ban MTTQ Việt Nam xã",
        "Văn phòng HĐND và UBND xã",
        "Các phòng: Kinh tế, Văn hóa - Xã hội",
        "Trung tâm Phục vụ hành chính công xã",
        "Các thôn",
        "Lưu: VT",
    ]


def test_recipients_of_a_commune_before() -> None:
    before = commune("Mẫu Sơn", on=date(2023, 3, 20)).evolve(district=CAO_LOC)
    parent = plan(issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", level=Level.DISTRICT))
    made = inherit(parent, spec({"inherit": "I"}), locality=before)
    assert lines(made)[:2] == ["UBND huyện (b/c)", "TT Đảng ủy, TT HĐND xã (b/c)"]
    assert "Các công chức chuyên môn" in lines(made)
    assert not any("Văn phòng HĐND" in line for line in lines(made))


def test_recipients_of_a_district() -> None:
    district = Locality(level=Level.DISTRICT, province=LANG_SON, district=CAO_LOC, on=date(2023, 2, 8))
    made = inherit(plan(), spec({"inherit": "I"}), locality=district)
    assert lines(made) == [
        "UBND tỉnh (b/c)",
        "TT Huyện ủy, TT HĐND huyện (b/c)",
        "Chủ tịch, các PCT UBND huyện",
        "UB MTTQ và các đoàn thể huyện",
        "Các phòng, ban, đơn vị huyện",
        "UBND các xã, thị trấn",
        "Lưu: VT",
    ]


def test_recipients_name_the_bodies_that_own_text_hands_work_to() -> None:
    text = "1. Phòng Văn hóa - Xã hội\n- Chủ trì.\n2. Công an xã\n- Phối hợp.\n3. Sở Y tế\n- x."
    named = lines(draft({"inherit": "I"}, {"heading": "TỔ CHỨC THỰC HIỆN", "text": text}))
    assert "Công an xã" in named
    assert "Phòng Văn hóa - Xã hội" not in named  # one of "Các phòng"
    assert not any("Sở Y tế" in line for line in named)


def test_organisations_beside_the_front_are_named_in_its_line() -> None:
    text = "1. Phòng Văn hóa - Xã hội\n- Chủ trì.\n2. Đề nghị Hội Nông dân xã\n- Góp công."
    named = lines(draft({"inherit": "I"}, {"heading": "TỔ CHỨC THỰC HIỆN", "text": text}))
    assert "Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội xã" in named
    assert not any(line.startswith("Hội Nông dân") for line in named)


def test_recipients_of_the_draft_file_are_kept_as_they_are() -> None:
    assert lines(draft({"inherit": "I"}, recipients=["- UBND tỉnh (b/c);", "Lưu: VT."])) == [
        "UBND tỉnh (b/c)",
        "Lưu: VT",
    ]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", "Ủy ban nhân dân tỉnh Bình Thuận"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ TỈNH LẠNG SƠN", "Ban Chỉ đạo Chuyển đổi số tỉnh Lạng Sơn"),
    ],
)
def test_a_body_in_capitals_is_named_inside_a_sentence(printed: str, said: str) -> None:
    assert body_name(printed) == said


def test_capitals_become_a_sentence_as_the_running_text_writes_it() -> None:
    running = (
        "Thực hiện Quyết định phê duyệt Đề án truyền thông về quyền con người ở Việt Nam trên địa bàn tỉnh Bình Thuận."
    )
    title = "TRIỂN KHAI ĐỀ ÁN TRUYỀN THÔNG VỀ QUYỀN CON NGƯỜI Ở VIỆT NAM TRÊN ĐỊA BÀN TỈNH BÌNH THUẬN GIAI ĐOẠN II"
    told = "Triển khai Đề án truyền thông về quyền con người ở Việt Nam trên địa bàn tỉnh Bình Thuận giai đoạn II"
    assert sentence_case(title, like=[running]) == told


def test_the_first_letter_stays_capital_before_a_name() -> None:
    assert first_lower("Triển khai Đề án") == "triển khai Đề án"
    assert first_lower("Đề án 06") == "Đề án 06"
    assert first_lower("CCHC năm 2026") == "CCHC năm 2026"


def test_the_opening_cites_in_full_what_kept_words_name_by_number_alone() -> None:
    from kedraft.grammar.citations import cited_documents
    from kedraft.model.inline import Inline
    from kedraft.model.plan import Paragraph

    basis = (
        "Thực hiện Quyết định số 146/QĐ-TTg ngày 28/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án nâng cao nhận thức;"
    )
    text = PARENT.replace("Thiết thực, tiết kiệm.", "Bám sát Quyết định số 146/QĐ-TTg.")
    parent = plan(text, legal_bases=(Paragraph(text=Inline(text=basis), cites=cited_documents([basis])),))
    (kept,) = inherit(parent, spec({"inherit": "I"})).plan.opening
    assert kept.text.text.startswith(
        "Thực hiện Quyết định số 146/QĐ-TTg ngày 28/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án nâng cao nhận thức; Kế hoạch số 38"
    )
    (other,) = inherit(parent, spec({"inherit": "II"})).plan.opening
    assert "146/QĐ-TTg" not in other.text.text
