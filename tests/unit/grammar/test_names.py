"""Names of bodies are kept whole where a list is cut."""

import pytest

from kedraft.agencies import AGENCIES
from kedraft.grammar.due import receiver_of
from kedraft.grammar.names import first_of, joined, parted
from kedraft.grammar.reporting import reporting_duties
from kedraft.grammar.statements import Statement

BODIES = sorted(
    {
        name
        for row in AGENCIES
        for name in row.names
        if "{" not in name
        and any(mark in name for mark in (",", " và ", "gân hàng"))
        and name.startswith(("Sở", "Phòng"))
    }
)
SENTENCES = [
    ("Báo cáo kết quả về Sở Văn hóa, Thể thao và Du lịch trước ngày 10/12/2026.", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Báo cáo kết quả về Sở Văn hoá, Thể thao và Du lịch trước ngày 10/12/2026.", "Sở Văn hoá, Thể thao và Du lịch"),
    ("Gửi kết quả về Phòng Kinh tế, Hạ tầng và Đô thị trước ngày 05/6/2026.", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ("Báo cáo Sở Y tế và Ngân hàng Nhà nước chi nhánh Khu vực 5 trước ngày 30/6/2026.", "Sở Y tế và Ngân hàng Nhà nước chi nhánh Khu vực 5"),
    ("Báo cáo Sở Công nghiệp, Khoáng sản và Năng lượng trước ngày 30/6/2026.", "Sở Công nghiệp, Khoáng sản và Năng lượng"),
    ("Báo cáo Ban Chỉ huy Phòng, chống thiên tai tỉnh trước ngày 30/6/2026.", "Ban Chỉ huy Phòng, chống thiên tai tỉnh"),
    ("Báo cáo Ngân hàng Chính sách xã hội tỉnh trước ngày 30/6/2026.", "Ngân hàng Chính sách xã hội tỉnh"),
]  # fmt: skip


def receivers(sentence: str) -> list[str | None]:
    return [one.to for one in reporting_duties(Statement(text=sentence, node="1", headings=()))]


@pytest.mark.parametrize(("sentence", "to"), SENTENCES)
def test_a_receiver_is_not_cut_inside_its_name(sentence: str, to: str) -> None:
    assert receiver_of(sentence) == to
    assert receivers(sentence) == [to]


@pytest.mark.parametrize("name", BODIES)
def test_every_body_of_the_tables_is_a_whole_receiver(name: str) -> None:
    sentence = f"Báo cáo kết quả về {name} trước ngày 10/12/2026."
    assert receiver_of(sentence) == name
    assert receivers(sentence) == [name]


def test_a_list_of_names_is_cut_between_them() -> None:
    names = "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế, Công an tỉnh"
    assert first_of(names) == "Sở Văn hóa, Thể thao và Du lịch"
    assert receiver_of(f"Báo cáo {names} để tổng hợp") == "Sở Văn hóa, Thể thao và Du lịch"
    assert parted(joined(names)) == names
