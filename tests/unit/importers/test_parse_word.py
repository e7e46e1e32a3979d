"""A plan as Word holds it: columns made with tabs, soft line ends inside headings, cells merged over rows."""

import pytest
from mini_docx import cell, docx, p, row, table

from kedraft.importers.docx import read_docx
from kedraft.importers.parse import parse
from kedraft.model.parsed import ParsedPlan


def line(between: str, *texts: str) -> str:
    """A paragraph of texts with an element between them."""
    return f"<w:p><w:r>{between.join(f'<w:t>{text}</w:t>' for text in texts)}</w:r></w:p>"


def tabbed(*texts: str) -> str:
    return line("<w:tab/>", *texts)


def soft(*texts: str) -> str:
    return line("<w:br/>", *texts)


NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
DATED = "Ba Sơn, ngày 02 tháng 3 năm 2026"
HEADERS = {
    "tabs": tabbed("ỦY BAN NHÂN DÂN", NATION) + tabbed("XÃ BA SƠN", MOTTO) + tabbed("Số: 12/KH-UBND", DATED),
    "soft lines in cells": table(
        row(cell(soft("ỦY BAN NHÂN DÂN", "XÃ BA SƠN", "Số: 12/KH-UBND")), cell(soft(NATION, MOTTO, DATED)))
    ),
    "tables in cells": table(
        row(
            cell(table(row(cell("ỦY BAN NHÂN DÂN")), row(cell("XÃ BA SƠN")), row(cell("Số: 12/KH-UBND")))),
            cell(table(row(cell(NATION)), row(cell(MOTTO)), row(cell(DATED)))),
        )
    ),
}
FEET = {
    "tabs": tabbed("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN")
    + tabbed("- UBND tỉnh;", "CHỦ TỊCH")
    + tabbed("- Lưu: VT.", "")
    + tabbed("", "Nguyễn Văn An"),
    "soft lines in cells": table(
        row(
            cell(soft("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.")),
            cell(soft("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Nguyễn Văn An")),
        )
    ),
}
TASKS = table(
    row(*map(cell, ("STT", "Nội dung", "Chủ trì", "Thời gian"))),
    row(cell("1"), cell("Phát thanh"), cell("Phòng Văn hóa - Xã hội", '<w:vMerge w:val="restart"/>'), cell("Quý I")),
    row(cell("2"), cell("Treo băng rôn"), cell("", "<w:vMerge/>"), cell("Quý II")),
    row(cell("3"), cell("Báo cáo"), cell("Văn phòng"), cell("Quý IV")),
    grid=(500, 4000, 2000, 1500),
)


def read(header: str = "tabs", foot: str = "tabs") -> ParsedPlan:
    body = (
        p("KẾ HOẠCH")
        + p("Tuyên truyền năm 2026")
        + p("Ủy ban nhân dân xã ban hành Kế hoạch như sau:")
        + soft("I. MỤC ĐÍCH,", "YÊU CẦU")
        + p("Nâng cao nhận thức.")
        + p("II. NHIỆM VỤ")
        + TASKS
        + soft("III. TỔ CHỨC", "THỰC HIỆN")
        + p("Các phòng thực hiện./.")
    )
    return parse(read_docx(docx(HEADERS[header] + body + FEET[foot]), "a.docx"))


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_read_however_they_are_made(header: str, foot: str) -> None:
    plan = read(header, foot)
    assert plan.issuer == "ỦY BAN NHÂN DÂN XÃ BA SƠN"
    assert (plan.number, plan.symbol, plan.place, plan.date) == ("12", "KH-UBND", "Ba Sơn", "2026-03-02")
    assert plan.recipients == ("UBND tỉnh", "Lưu: VT")
    assert (plan.position, plan.signed_by) == ("CHỦ TỊCH", "Nguyễn Văn An")


def test_a_heading_in_capitals_goes_on_behind_a_soft_line_end() -> None:
    headings = [str(section.heading) for section in read().sections]
    assert headings == ["MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN"]


def test_a_merged_cell_counts_for_every_row_that_it_spans() -> None:
    assert [(task.content, task.lead) for task in read().tasks] == [
        ("Phát thanh", "Phòng Văn hóa - Xã hội"),
        ("Treo băng rôn", "Phòng Văn hóa - Xã hội"),
        ("Báo cáo", "Văn phòng"),
    ]
