"""Targets, reporting duties and tasks, read off own sentences."""

import pytest

from kedraft.grammar.facts import Facts, facts
from kedraft.grammar.task_tables import rows_of
from kedraft.grammar.tree import grow
from kedraft.importers.text import read_text
from kedraft.model.plan import Cell, Table


def read(text: str, closing: tuple[str, ...] = ()) -> Facts:
    return facts(grow(read_text(text.encode(), "a.txt").blocks).nodes, closing=closing)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1. Mục tiêu\n- 90% hộ dân dùng nước sạch; 80 % số xã có tổ tự quản.", ["90%", "80 %"]),
        ("1. Phấn đấu 70% - 75% hộ ký cam kết.", ["70% - 75%"]),
        ("1. Tổ chức ít nhất 02 lớp tập huấn trong năm.", ["02 lớp"]),
        ("1. Bảo đảm 100% cán bộ được tập huấn.", ["100%"]),
        ("1. Hiện nay tỷ lệ hộ dùng nước sạch đạt 60%.", []),
        ("1. Thực trạng\n- Có 60% số hộ dùng nước sạch.", []),
        ("1. Phun dung dịch clo nồng độ 5% tại các chợ.", []),
        ("1. Ngân sách tỉnh hỗ trợ 50% kinh phí.", []),
        ("1. Mở các lớp tập huấn.", []),
        ("1. Kiểm tra 100 % quán ăn; rà soát 100% nhà trọ; vận động 80% hộ phân loại rác.", ["100 %", "100%", "80%"]),
        ("1. Đã tiêm phòng được 62% tổng đàn; phấn đấu đến tháng 6 đạt 90%.", ["90%"]),
        ("1. Mục tiêu\n- Đã tiêm phòng được 62% tổng đàn.", []),
        ("1. Mục tiêu\n- Giảm hộ nghèo từ 7,2% xuống còn 5%.", ["5%"]),
        ("1. Mục tiêu\n- Rừng chiếm 60% diện tích.", []),
        ("1. Mục tiêu\n- Kinh tế số chiếm khoảng 20% vào năm 2030.", ["20%"]),
        ("1. Mục tiêu\n- Có trên 83% là đồng bào dân tộc.", []),
        ("1. Mục tiêu\n- So với năm 2025, giảm ít nhất 5% số vụ.", ["5%"]),
        ("1. Mục tiêu\n- Năm 2025, giải quyết đúng hạn 92%; năm 2026 phấn đấu 98%.", ["98%"]),
        ("1. Mục tiêu\n- Thu ngân sách tăng 10%.", ["10%"]),
        ("1. Doanh thu tăng 9% so với cùng kỳ.", []),
        ("1. Phấn đấu năm 2026 giảm hộ nghèo còn 5%.", ["5%"]),
    ],
)
def test_targets_are_told_from_other_figures(text: str, values: list[str]) -> None:
    assert [one.value for one in read(text).targets] == values


def test_a_target_names_the_nearest_labelled_item() -> None:
    (one,) = read("I. MỤC TIÊU\n1. Chung\na) Về nước\n- Đạt 90% hộ dân.").targets
    assert (one.node, one.text) == ("I.1.a", "Đạt 90% hộ dân.")


@pytest.mark.parametrize(
    ("text", "deadline", "to"),
    [
        (
            "Định kỳ trước ngày 10/12 hằng năm báo cáo kết quả về Sở Y tế để tổng hợp.",
            "trước ngày 10/12 hằng năm",
            "Sở Y tế",
        ),
        (
            "Báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 11 năm 2024.",
            "trước ngày 15 tháng 11 năm 2024",
            "Ủy ban nhân dân tỉnh",
        ),
        ("Gửi báo cáo về Sở Nội vụ chậm nhất ngày 20 tháng cuối quý.", "chậm nhất ngày 20 tháng cuối quý", "Sở Nội vụ"),
        (
            "Định kỳ hằng quý tổng hợp, báo cáo UBND huyện, Phòng Y tế theo quy định.",
            "Định kỳ hằng quý",
            "UBND huyện, Phòng Y tế",
        ),
        ("Tổng hợp kết quả, báo cáo Chủ tịch Ủy ban nhân dân xã.", None, "Chủ tịch Ủy ban nhân dân xã"),
        ("Báo cáo Sở Y tế trước 16 giờ hằng ngày.", "trước 16 giờ hằng ngày", "Sở Y tế"),
        ("Báo cáo Sở Y tế trước 15 giờ thứ Sáu hằng tuần.", "trước 15 giờ thứ Sáu hằng tuần", "Sở Y tế"),
        (
            "Báo cáo nhanh, gửi hỏa tốc Văn phòng UBND tỉnh trước 17h00’ hàng ngày.",
            "trước 17h00’ hàng ngày",
            "Văn phòng UBND tỉnh",
        ),
        ("Báo cáo Sở Y tế trong quý IV/2026.", "trong quý IV/2026", "Sở Y tế"),
        ("Báo cáo định kỳ gửi Tỉnh uỷ theo quy định.", None, "Tỉnh uỷ"),
    ],
)
def test_a_reporting_duty_has_deadline_and_receiver_in_the_sources_words(
    text: str, deadline: str | None, to: str | None
) -> None:
    (one,) = read(f"1. {text}").reporting
    assert (one.deadline, one.to, one.node) == (deadline, to, "1")


def test_two_deadlines_are_two_duties() -> None:
    text = "1. Báo cáo Sở Y tế trước ngày 20/6 đối với báo cáo 6 tháng, trước ngày 20/11 đối với báo cáo năm."
    assert [(one.deadline, one.to) for one in read(text).reporting] == [
        ("trước ngày 20/6 đối với báo cáo 6 tháng", "Sở Y tế"),
        ("trước ngày 20/11 đối với báo cáo năm", "Sở Y tế"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Tập huấn đội ngũ báo cáo viên pháp luật.", "Hoàn thành trước ngày 30/6.", "Trình Chủ tịch xem xét, quyết định."],
)
def test_what_is_no_report_is_no_duty(text: str) -> None:
    assert read(f"1. {text}").reporting == ()


def test_the_closing_counts_as_the_last_sections() -> None:
    (one,) = read("I. A\nII. B", closing=("Các xã báo cáo Phòng Y tế trước ngày 05/12.",)).reporting
    assert one.node == "II"


@pytest.mark.parametrize(
    ("text", "lead", "partners"),
    [
        ("1. Sở Y tế\n- Chủ trì, phối hợp với Sở Tài chính, các huyện tổ chức kiểm tra.", "Sở Y tế", ("Sở Tài chính", "các huyện")),
        ("1. Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh thực hiện.", "Sở Y tế", ("Công an tỉnh",)),
        ("1. Phòng Nội vụ tham mưu kế hoạch, chủ trì tổng hợp.", "Phòng Nội vụ", ()),
        ("1. Lễ ra quân do Sở Nội vụ chủ trì, phối hợp với Công an tỉnh thực hiện.", "Sở Nội vụ", ("Công an tỉnh",)),
        ("1. Văn phòng UBND tỉnh là cơ quan chủ trì theo dõi.", "Văn phòng UBND tỉnh", ()),
        ("1. Mở hội nghị\n- Chủ trì: Sở Tư pháp; phối hợp: Sở Y tế; thời gian: Quý I.", "Sở Tư pháp", ("Sở Y tế",)),
        ("1. Dọn vệ sinh\n- Đơn vị chủ trì: Trạm Y tế.\n- Đơn vị phối hợp: Công an xã; các thôn.\n- Thời gian: Quý II.", "Trạm Y tế", ("Công an xã", "các thôn")),
    ],
)  # fmt: skip
def test_a_task_has_its_lead_and_partners(text: str, lead: str, partners: tuple[str, ...]) -> None:
    (one,) = read(text).tasks
    assert (one.lead, one.partners) == (lead, partners)


def test_rows_of_a_task_table_are_tasks() -> None:
    table = "I. VIỆC\n\n| TT | Nội dung | Chủ trì | Phối hợp | Thời hạn | Sản phẩm |\n|---|---|---|---|---|---|\n| 1 | Dọn mó nước | Xã A | Xã B | Tháng 3 | Báo cáo |"
    (one,) = read(table).tasks
    assert (one.content, one.lead, one.partners, one.due, one.product, one.node) == (
        "Dọn mó nước",
        "Xã A",
        ("Xã B",),
        "Tháng 3",
        "Báo cáo",
        "I",
    )


def test_a_lead_in_a_cell_over_several_rows_leads_each_of_them() -> None:
    lead = Cell(lines=({"text": "Sở Y tế"},), down=2)  # type: ignore[arg-type]
    rows = (("Nội dung", "Chủ trì"), ("Phun thuốc", lead), ("Phát tờ rơi",))
    table = Table(rows=tuple(tuple(_cell(one) for one in row) for row in rows), header=1)
    assert [(task.content, task.lead) for task in rows_of(table, "I")] == [
        ("Phun thuốc", "Sở Y tế"),
        ("Phát tờ rơi", "Sở Y tế"),
    ]


def _cell(words: str | Cell) -> Cell:
    return words if isinstance(words, Cell) else Cell(lines=({"text": words},))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Nâng cao vai trò chủ trì của người đứng đầu.", "Phân công cơ quan chủ trì rõ ràng."])
def test_words_about_leading_hand_out_no_task(text: str) -> None:
    assert read(f"1. {text}").tasks == ()


def test_a_table_of_other_things_holds_no_tasks() -> None:
    assert read("I. A\n\n| TT | Tên thôn | Số hộ |\n|---|---|---|\n| 1 | Nà Cốc | 30 |").tasks == ()


@pytest.mark.parametrize(
    ("text", "deadlines"),
    [
        ("Các xã báo cáo Sở Nội vụ trước ngày 20-9-2026.", ["trước ngày 20-9-2026"]),
        ("Các xã báo cáo về Sở Nội vụ: quý I trước ngày 05/3; 6 tháng trước ngày 05/6; năm trước ngày 25/11.", ["trước ngày 05/3", "trước ngày 05/6", "trước ngày 25/11"]),
        ("Phòng Kinh tế báo cáo Ban Giám đốc ngày 25 hằng tháng; báo cáo tháng (ngày 28).", ["ngày 25 hằng tháng", "ngày 28"]),
        ("Các xã sơ kết 6 tháng trước ngày 05/6, tổng kết năm trước ngày 05/11, gửi về Phòng Tư pháp.", ["trước ngày 05/6", "trước ngày 05/11"]),
        ("Nếu có vướng mắc, các xã báo cáo kết quả về Sở Nội vụ để giải quyết.", []),
    ],
)  # fmt: skip
def test_each_period_of_a_report_has_its_deadline(text: str, deadlines: list[str]) -> None:
    assert [one.deadline for one in read(f"1. {text}").reporting] == deadlines


def test_the_receivers_name_ends_before_the_day() -> None:
    assert [one.to for one in read("1. Phòng Kinh tế báo cáo Ban Giám đốc ngày 25 hằng tháng.").reporting] == [
        "Ban Giám đốc"
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1. Phấn đấu 50 phần trăm số hộ trồng cây.", ["50 phần trăm"]),
        ("1. Phấn đấu 100% số hộ trồng cây; 80% số hộ giữ hồ.", ["100%", "80%"]),
        ("1. Theo khảo sát mới có 38,5% số hộ trồng cây.", []),
        ("1. Mục tiêu\n- Năm 2025 đạt 45%, năm 2026 phấn đấu đạt 60%.", ["60%"]),
        ("1. Mục tiêu\n- Hiện đạt 40%, cuối năm đạt 60%.", ["60%"]),
    ],
)
def test_a_share_that_is_so_already_is_no_target(text: str, values: list[str]) -> None:
    assert [one.value for one in read(text).targets] == values


def test_a_year_before_the_plans_own_tells_the_past() -> None:
    nodes = grow(read_text("1. Mục tiêu\n- Năm 2025 đạt 45%.".encode(), "a.txt").blocks).nodes
    assert [one.value for one in facts(nodes, date="2026-02").targets] == []
    assert [one.value for one in facts(nodes, date="2025-02").targets] == ["45%"]


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table(rows=rows)


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(lines=(text,)) for text in texts)


def test_titles_in_two_rows_make_one_head() -> None:
    merged = table(
        (Cell(lines=("TT",), down=2), Cell(lines=("Nội dung",), down=2), Cell(lines=("Phân công",), across=2), Cell(lines=("Thời gian",), down=2)),
        cells("Chủ trì", "Phối hợp"),
        cells("(1)", "(2)", "(3)", "(4)", "(5)"),
        cells("1", "Đào hố", "Sở Xây dựng", "Các xã", "Quý I"),
    )  # fmt: skip
    (task,) = rows_of(merged, "I")
    assert (task.content, task.lead, task.partners, task.due) == ("Đào hố", "Sở Xây dựng", ("Các xã",), "Quý I")


def test_a_table_without_titles_is_read_by_what_stands_in_it() -> None:
    rows = list(
        rows_of(table(cells("1", "Sở Xây dựng", "Chủ trì chọn giống"), cells("2", "Sở Y tế", "Kiểm tra nước hồ")), "I")
    )
    assert [(one.lead, one.content) for one in rows] == [
        ("Sở Xây dựng", "Chủ trì chọn giống"),
        ("Sở Y tế", "Kiểm tra nước hồ"),
    ]
    assert list(rows_of(table(cells("1", "Sở Xây dựng", "20 triệu đồng")), "I")) == []
