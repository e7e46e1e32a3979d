"""Rules that hold a draft against its parent and its own unit, on drafts made the long way: read, inherited, adapted."""

from typing import Any

import pytest

from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import draft_findings, draft_plan, locate_for, parent_plan

PARENT = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 77/KH-UBND
Lạng Sơn, ngày 10 tháng 02 năm 2026

KẾ HOẠCH
Phát triển chợ văn minh trên địa bàn tỉnh Lạng Sơn năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển chợ văn minh năm 2026, cụ thể như sau:

I. MỤC TIÊU
1. 100% chợ có nội quy.
2. 100% chợ có nơi để xe.

II. NHIỆM VỤ
1. Tuyên truyền, vận động người dân mua bán văn minh.

III. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương
a) Hướng dẫn thực hiện Kế hoạch; tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026 và trước ngày 28 hằng tháng.
2. Ủy ban nhân dân các xã, phường
a) Chủ trì xây dựng chợ văn minh theo khoản 2 Mục I; ra mắt trước ngày 02/9/2026.
b) Báo cáo Sở Công Thương trước ngày 20 hằng tháng và trước ngày 05/12/2026.

Trên đây là Kế hoạch phát triển chợ văn minh năm 2026./.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""


def made(own: str, commune: str = "xã Ba Sơn", subject: str = "", parent: str = PARENT, **fields: Any) -> Draft:
    subject = subject or f"Phát triển chợ văn minh trên địa bàn {commune} năm 2026"
    spec = DraftSpec.model_validate(
        {
            "parent": "tinh.txt",
            "locality": {"commune": commune, "province": "Lạng Sơn"},
            "document": {"subject": subject, "date": "2026-03"},
            "sections": fields.pop("sections", None)
            or [
                {"inherit": "I", "mode": "adapt"},
                {"inherit": "II", "mode": "adapt"},
                {"inherit": "III", "mode": "replace", "text": own},
            ],
        }
    )
    return draft_plan(parent_plan(parent.encode(), "tinh.txt"), spec, locate_for(spec))


def told(draft: Draft, *rules: str) -> list[Finding]:
    return [one for one in draft_findings(draft) if one.rule in rules]


# --- kind and name of the unit ---------------------------------------------------------------------------------------


def test_a_wards_plan_that_says_commune_is_an_error_told_once_with_all_its_places() -> None:
    own = "1. Văn phòng\n- Tham mưu Ủy ban nhân dân xã.\n- Trình Ủy ban nhân dân xã.\n2. Công an xã\n- Tuần tra tại tổ dân phố."
    found = told(made(own, "phường Kỳ Lừa"), "KH-CA-06")
    assert [(one.severity, one.where.field) for one in found if "Ủy ban" in one.message] == [
        (Severity.ERROR, "III.1.-1")
    ]
    assert "III.1.-2" in next(one.message for one in found if "Ủy ban" in one.message)
    assert any("“Công an phường”" in one.message for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "Chủ tịch Ủy ban nhân dân cấp xã chịu trách nhiệm.",
        "Phối hợp với Công an xã Đồng Đăng, Ủy ban nhân dân các xã, phường.",
        "Trao đổi với Ủy ban nhân dân xã, phường giáp ranh; huy động toàn xã hội.",
        "Thực hiện mô hình “Công an xã vì dân”.",
    ],
)
def test_words_that_do_not_name_the_own_unit_are_left_alone(words: str) -> None:
    assert told(made(f"1. Văn phòng, các tổ dân phố\n- {words}", "phường Kỳ Lừa"), "KH-CA-06", "KH-CA-07") == []


def test_hamlets_all_through_a_wards_plan_are_a_warning_and_none_beside_its_quarters() -> None:
    (found,) = told(made("1. Các thôn\n- Vệ sinh các thôn.", "phường Kỳ Lừa"), "KH-CA-06")
    assert found.severity is Severity.WARNING
    assert told(made("1. Các thôn, tổ dân phố\n- Vệ sinh.", "phường Kỳ Lừa"), "KH-CA-06") == []


def test_the_name_of_the_commune_that_a_draft_file_was_copied_from_is_an_error() -> None:
    (found,) = told(
        made("1. Các thôn\n- Vệ sinh.", "xã Mẫu Sơn", "Phát triển chợ trên địa bàn xã Ba Sơn năm 2026"), "KH-CA-07"
    )
    assert (found.severity, found.where.field) == (Severity.ERROR, "subject")
    assert "xã Ba Sơn" in found.message
    assert "xã Mẫu Sơn" in found.message


# --- deadlines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "late"),
    [
        ("trước ngày 25 hằng tháng", True),
        ("trước ngày 17 hằng tháng", False),
        ("trước ngày 15/12/2026", True),
        ("trước ngày 25/11/2026", False),
    ],
)
def test_a_report_to_the_parents_receiver_is_held_against_our_own_duty_and_not_a_departments(
    report: str, late: bool
) -> None:
    found = told(made(f"1. Phòng Kinh tế\n- Tham mưu, báo cáo Sở Công Thương {report}."), "KH-NG-05")
    assert bool(found) is late


def test_a_task_in_own_words_is_held_against_the_clause_of_the_duty_that_sets_its_day() -> None:
    (found,) = told(made("1. Phòng Kinh tế\n- Ra mắt chợ văn minh trước ngày 15/10/2026."), "KH-NG-03")
    assert "02/9/2026" in found.message
    assert told(made("1. Phòng Kinh tế\n- Ra mắt chợ văn minh trước ngày 20/8/2026."), "KH-NG-03") == []
    assert told(made("1. Phòng Kinh tế\n- Ra mắt tủ sách thôn trước ngày 15/10/2026."), "KH-NG-03") == []


@pytest.mark.parametrize("head", ["2. Ủy ban nhân dân các xã, phường: ", "2. Ủy ban nhân dân các xã, phường\n- "])
def test_the_day_of_a_duty_is_found_wherever_the_duty_stands(head: str) -> None:
    parent = PARENT.replace("2. Ủy ban nhân dân các xã, phường\na) ", head)
    assert head in parent
    late = made("1. Phòng Kinh tế\n- Ra mắt chợ văn minh trước ngày 15/10/2026.", parent=parent)
    assert len(told(late, "KH-NG-03")) == 1


def test_the_day_of_a_departments_own_task_is_not_ours() -> None:
    theirs = "- Chủ trì thiết kế, in tờ rơi giới thiệu chợ văn minh tại khu dân cư tập trung; phát hành trước ngày 30/6/2026."
    ours = "2. Ủy ban nhân dân các xã, phường"
    own = "1. Phòng Kinh tế\n- Phát hành tờ rơi chợ văn minh trước ngày 31/8/2026."
    assert told(made(own, parent=PARENT.replace(ours, f"{theirs}\n{ours}")), "KH-NG-03") == []
    assert len(told(made(own, parent=PARENT.replace(ours, f"{ours}\n{theirs}")), "KH-NG-03")) == 1


def test_a_plan_that_the_thôn_makes_later_than_ours_is_no_late_task() -> None:
    assert (
        told(
            made("1. Các thôn\n- Xây dựng kế hoạch phát triển chợ văn minh theo khoản 2 trước ngày 15/10/2026."),
            "KH-NG-03",
        )
        == []
    )


# --- references that were copied ------------------------------------------------------------------------------------


def test_a_reference_copied_with_the_parents_sentence_must_follow_the_childs_numbers() -> None:
    own = "1. Phòng Kinh tế\n- Chủ trì xây dựng chợ văn minh theo khoản {0} Mục I."
    dropped = {"inherit": "I", "mode": "adapt", "drop": [{"node": "I.1", "reason": "đã có"}]}
    rest = {"inherit": "II", "mode": "adapt"}

    def with_number(at: int, first: dict[str, Any]) -> list[Finding]:
        last = {"inherit": "III", "mode": "replace", "text": own.format(at)}
        return told(made("", sections=[first, rest, last]), "KH-TC-02", "KH-TC-04")

    kept = {"inherit": "I", "mode": "adapt"}
    assert with_number(2, kept) == []
    assert with_number(1, dropped) == []
    assert [one.rule for one in with_number(2, dropped)] == ["KH-TC-02"]  # there is no second item any more


def test_a_reference_that_leads_to_another_item_of_the_child_is_told_with_the_right_number() -> None:
    own = "1. Phòng Kinh tế\n- Chủ trì xây dựng chợ văn minh theo khoản 2 Mục I."
    first = {"inherit": "I", "mode": "adapt", "only": ["I.2", "I.1"]}
    last = {"inherit": "III", "mode": "replace", "text": own}
    (found,) = told(made("", sections=[first, {"inherit": "II", "mode": "adapt"}, last]), "KH-TC-04")
    assert "khoản 1 Mục I" in found.message
