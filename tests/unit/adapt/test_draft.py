"""`adapt` on a whole draft: which nodes it touches, what it records, what it asks."""

import re

import pytest

from kedraft.adaptation import adapt
from kedraft.lint import check
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Severity
from kedraft.model.inline import Inline
from kedraft.model.origin import Adapted, Authored, Change, Inherited, Origin
from kedraft.model.place import Location
from kedraft.model.plan import Cell, IssuingBody, Item, Level, Marker, Paragraph, PlaceAndDate, Plan, Table
from kedraft.model.spec import AdaptSpec, DocumentSpec, DraftSpec, LocalitySpec, OwnSection
from kedraft.pipeline import draft_findings

from .conftest import LOCALITIES

ADAPT = Adapted(node="I", digest="0" * 16, changes=())
KEPT = Inherited(node="I", digest="0" * 16)
PROVINCE = IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=Level.PROVINCE)


def item(id_: str, text: str, origin: Origin = ADAPT, *children: Item, heading: bool = False) -> Item:
    words = Inline(text=text)
    return Item(
        id=id_,
        marker=Marker.ARABIC,
        heading=words if heading else None,
        text=None if heading else words,
        children=children,
        origin=origin,
    )


def draft(*sections: Item, opening: tuple[Paragraph, ...] = (), options: AdaptSpec | None = None) -> Draft:
    spec = DraftSpec(
        parent="tinh.docx",
        locality=LocalitySpec(province="Lạng Sơn", commune="Ba Sơn"),
        document=DocumentSpec(subject="Giảm nghèo", date="2026-02"),
        sections=(OwnSection(heading="A", text="B"),),
        adapt=options or AdaptSpec(),
    )
    parent = Plan(issuing_body=PROVINCE, subject="Giảm nghèo", sections=(item("I", "A", Authored()),))
    body = IssuingBody(name="ỦY BAN NHÂN DÂN XÃ BA SƠN", level=Level.COMMUNE)
    plan = Plan(issuing_body=body, subject="Giảm nghèo", sections=sections, opening=opening)
    return Draft(plan=plan, parent=parent, spec=spec)


HERE = LOCALITIES["xã 2026"]


def test_a_change_is_recorded_on_its_node() -> None:
    got = adapt(draft(item("I", "Trên địa bàn tỉnh.")), HERE).plan.sections[0]
    assert got.text is not None
    assert got.text.text == "Trên địa bàn xã."
    assert got.origin == ADAPT.evolve(changes=(Change(before="địa bàn tỉnh", after="địa bàn xã", rule="level.place"),))


def test_a_node_that_needed_no_change_counts_as_inherited() -> None:
    assert adapt(draft(item("I", "Nội dung chung.")), HERE).plan.sections[0].origin == KEPT


@pytest.mark.parametrize(
    "origin", [KEPT, Authored(), ADAPT.evolve(changes=(Change(before="a", after="b", rule="level.place"),))]
)
def test_other_nodes_are_left_alone(origin: Origin) -> None:
    old = item("I", "Trên địa bàn tỉnh.", origin)
    assert adapt(draft(old), HERE).plan.sections[0] == old


def test_a_change_of_another_stage_does_not_hide_a_node() -> None:
    before = ADAPT.evolve(changes=(Change(before="Nhiệm vụ của tỉnh", after="NHIỆM VỤ CỦA TỈNH", rule="viet-hoa"),))
    got = adapt(draft(item("I", "NHIỆM VỤ CỦA TỈNH", before, heading=True)), HERE).plan.sections[0]
    assert got.words == "NHIỆM VỤ CỦA XÃ"
    assert [change.rule for change in got.origin.changes] == ["viet-hoa", "level.place"]  # type: ignore[union-attr]


def test_adapting_a_draft_twice_is_adapting_it_once() -> None:
    tree = item(
        "I", "Sở Y tế", ADAPT, item("I.1", "Báo cáo UBND tỉnh."), item("I.2", "Báo Lạng Sơn", ADAPT), heading=True
    )
    once = adapt(draft(tree, opening=(Paragraph(text=Inline(text="UBND tỉnh ban hành."), origin=ADAPT),)), HERE)
    assert adapt(once, HERE) == once


def test_opening_paragraphs_and_tables_are_adapted() -> None:
    table = Table(rows=((Cell(lines=(Inline(text="Sở Y tế"),)), Cell(lines=(Inline(text="cấp tỉnh"),))),))
    sheet = Item(id="II", marker=Marker.NONE, table=table, origin=ADAPT)
    got = adapt(draft(sheet, opening=(Paragraph(text=Inline(text="UBND tỉnh ban hành."), origin=ADAPT),)), HERE).plan
    assert got.opening[0].text.text == "UBND xã ban hành."
    assert got.sections[0].words == "Phòng Văn hóa - Xã hội\tcấp xã"


def test_a_question_is_a_finding_with_place_and_remedy() -> None:
    got = adapt(draft(item("I", "A", ADAPT, item("I.2", "Giao Thanh tra tỉnh kiểm tra."), heading=True)), HERE)
    (finding,) = got.findings
    assert finding.rule == "KH-CH-01"
    assert finding.where.field == "I.2"
    assert "“Thanh tra tỉnh”" in finding.message
    assert "adapt.replace" in finding.message


def test_a_node_without_counterpart_is_proposed_for_dropping() -> None:
    got = adapt(draft(item("I", "Báo Lạng Sơn", ADAPT, item("I.1", "Đưa tin."), heading=True)), HERE)
    assert [(f.rule, f.where.field) for f in got.findings] == [("KH-CH-02", "I")]


def test_the_body_of_a_heading_is_not_its_own_partner() -> None:
    tree = item("I", "Sở Y tế", ADAPT, item("I.1", "Phối hợp với Sở Nội vụ, Công an tỉnh rà soát."), heading=True)
    assert adapt(draft(tree), HERE).plan.sections[0].children[0].words == "Phối hợp với Công an xã rà soát."


def test_two_headings_that_became_one_body_are_told() -> None:
    under = [
        item(f"I.{n}", name, ADAPT, item(f"I.{n}.1", "Làm."), heading=True)
        for n, name in ((1, "Sở Y tế"), (2, "Sở Nội vụ"))
    ]
    got = adapt(draft(item("I", "TỔ CHỨC THỰC HIỆN", ADAPT, *under, heading=True)), HERE)
    assert [(f.rule, f.where.field) for f in got.findings] == [("KH-CH-03", "I.2")]


def test_the_clerk_has_the_last_word() -> None:
    options = AdaptSpec(keep=("Thanh tra tỉnh",), replace={"Sở Y tế": "Trạm Y tế xã"})
    got = adapt(draft(item("I", "Thanh tra tỉnh, Sở Y tế thực hiện."), options=options), HERE)
    assert got.plan.sections[0].words == "Thanh tra tỉnh, Trạm Y tế xã thực hiện."
    assert not got.findings


def _table(*rows: tuple[str, ...]) -> Item:
    cells = tuple(
        tuple(Cell(lines=tuple(Inline(text=line) for line in words.split("\n"))) for words in row) for row in rows
    )
    return Item(id="II", marker=Marker.NONE, table=Table(rows=cells), origin=ADAPT)


HEAD = ("Nhiệm vụ", "Chủ trì", "Phối hợp")


@pytest.mark.parametrize(
    ("lead", "partners", "after"),
    [
        ("Sở Y tế", "Sở Nội vụ, Công an tỉnh", ("Phòng Văn hóa - Xã hội", "Công an xã")),
        ("Sở Y tế", "Sở Nội vụ\nCông an tỉnh", ("Phòng Văn hóa - Xã hội", "Công an xã")),
        ("Sở Y tế", "Sở Tài chính\nSở Xây dựng", ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế")),
        ("Sở Y tế\nSở Nội vụ", "Công an tỉnh", ("Phòng Văn hóa - Xã hội", "Công an xã")),
    ],
)
def test_bodies_that_became_one_stand_once_in_a_row(lead: str, partners: str, after: tuple[str, str]) -> None:
    sheet = _table(HEAD, ("Tập huấn", lead, partners))
    got = adapt(draft(sheet), HERE).plan.sections[0]
    assert got.table is not None
    assert tuple(cell.text for cell in got.table.rows[1][1:]) == after
    assert adapt(adapt(draft(sheet), HERE), HERE).plan.sections[0] == got


def test_the_only_partner_of_a_row_that_became_its_leader_is_told() -> None:
    got = adapt(draft(_table(HEAD, ("Tập huấn", "Sở Y tế", "Sở Nội vụ"))), HERE)
    assert [(f.rule, f.where.field) for f in got.findings] == [("KH-CH-04", "II")]


def test_the_only_paragraph_of_a_part_is_named_by_the_part_as_rules_name_it() -> None:
    opening = Paragraph(text=Inline(text="Báo cáo UBND tỉnh."), origin=ADAPT)
    assert [f.where.field for f in adapt(draft(opening=(opening,)), HERE).findings] == ["opening"]
    two = adapt(draft(opening=(opening, opening)), HERE)
    assert [f.where.field for f in two.findings] == ["opening[0]", "opening[1]"]


@pytest.mark.parametrize("place", ["xã 2023", "xã 2026"])
@pytest.mark.parametrize("name", ["Lạng Sơn", "Bình Thuận"])
@pytest.mark.parametrize(
    "words",
    [
        "Triển khai tại 65 xã, phường của tỉnh.", "Hiện nay khoảng 58% người dân trên địa bàn tỉnh có chữ ký số.",
        "Đăng trên Cổng Thông tin điện tử tỉnh.", "Giám đốc các sở thực hiện.", "UBND các xã, phường, thị trấn",
        "Gửi báo cáo về Sở Thông tin và Truyền thông trước ngày 10/12.", "UBND các huyện, thành phố triển khai.",
        "Theo chỉ đạo của UBND tỉnh {}.", "Báo {}", "Sở An toàn thực phẩm", "Theo Quy hoạch tỉnh {} thời kỳ mới.",
        "Đăng tải trên bảng tin cấp huyện.", "Phối hợp với Phòng Văn hóa và Thông tin huyện.",
    ],
)  # fmt: skip
def test_what_adaptation_asks_bears_the_id_of_the_rule_that_finds_it(words: str, name: str, place: str) -> None:
    section = item("I", "TỔ CHỨC THỰC HIỆN", ADAPT, item("I.1", words.format(name)), heading=True)
    body = IssuingBody(name=f"ỦY BAN NHÂN DÂN TỈNH {name.upper()}", level=Level.PROVINCE)
    made = draft(section)
    dated = made.plan.evolve(place_and_date=PlaceAndDate(place="Ba Sơn", date=str(LOCALITIES[place].on)[:7]))
    got = adapt(made.evolve(plan=dated, parent=made.parent.evolve(issuing_body=body)), LOCALITIES[place])
    asked = {(f.rule, span) for f in got.findings for span in re.findall("“(.*?)”", f.message)}
    found = {(f.rule, span) for f in check(got) if f.where.field == "I.1" for span in re.findall('"(.*?)"', f.message)}
    assert not [
        (rule, span, other, words)
        for rule, span in asked
        for other, words in found
        if rule != other and (span in words or words in span) and other not in ("ND30-KT-01", "KH-BC-01")
    ]


def test_a_phrase_that_stands_nowhere_in_the_parents_words_is_told() -> None:
    options = AdaptSpec(keep=("Thanh tra tỉnh", "Thanh trả tỉnh"), replace={"Sở Y tế": "Trạm Y tế xã", "Sở Y Tế": "x"})
    once = adapt(draft(item("I", "Thanh tra tỉnh, Sở Y tế thực hiện."), options=options), HERE)
    told = [(f.rule, f.severity, f.where.field, f.message.split("”")[0]) for f in once.findings]
    assert told == [
        ("KH-CH-05", "info", "adapt.replace", "“Sở Y Tế"),
        ("KH-CH-05", "info", "adapt.keep", "“Thanh trả tỉnh"),
    ]
    assert adapt(once, HERE).findings == once.findings


def test_the_subject_of_the_plan_tells_which_successor_is_meant() -> None:
    made = draft(item("I", "Gửi báo cáo về Sở Thông tin và Truyền thông."))
    digital = made.evolve(parent=made.parent.evolve(subject="Chuyển đổi số năm 2026"))
    assert adapt(digital, HERE).plan.sections[0].words == "Gửi báo cáo về Sở Khoa học và Công nghệ."
    assert [f.rule for f in adapt(made, HERE).findings] == ["KH-2C-02"]


def test_what_adaptation_asks_is_hidden_only_by_a_rule_that_asks_the_same() -> None:
    made = draft(item("I", "Các huyện tổ chức hội thi; UBND huyện chủ trì.", KEPT)).evolve(locality=HERE)
    told = next(one for one in check(made) if one.rule == "KH-CA-02")

    def noticed(words: str) -> Finding:
        where = Location(field=told.where.field)
        return Finding(rule=told.rule, severity=Severity.WARNING, message=f"“{words}”: hỏi lại.", where=where)

    same, other = noticed("UBND huyện"), noticed("Báo Lạng Sơn")
    got = draft_findings(made.evolve(findings=(same, other)))
    assert other in got
    assert same not in got
