"""Comments at findings: the words stay, old comments stay, every comment has its range, reference and text."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.ooxml.annotate import annotate
from kedraft.ooxml.package import open_package
from kedraft.ooxml.view import view
from kedraft.ooxml.xml import w

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
PARENTS = sorted(EXAMPLES.glob("*/ke-hoach-cap-tren.docx"))


def finding(paragraph: int | None, text: str = "Lề trái là 20 mm; quy định 30–35 mm.") -> Finding:
    return Finding(
        rule="ND30-TR-04",
        severity=Severity.ERROR,
        message=text,
        where=Location(paragraph=paragraph),
        citation="Nghị định 30/2020/NĐ-CP",
    )


def comments(data: bytes) -> list[tuple[str, str]]:
    package = open_package(data, "x.docx")
    name = package.related(package.main, "comments")
    assert name
    assert package.content_type(name).endswith("comments+xml")
    root = package.xml(name)
    return [(one.get(w("id")), "\n".join("".join(t.text for t in p.iter(w("t"))) for p in one)) for one in root]


@pytest.mark.parametrize("path", PARENTS, ids=lambda path: path.parent.name)
def test_every_paragraph_can_bear_a_comment_and_keeps_its_words(path: Path) -> None:
    data = path.read_bytes()
    before = view(data, "x.docx")
    numbers = sorted({one.number for one in before.paragraphs})
    after = view(annotate(data, [finding(number) for number in numbers]), "x.docx")
    assert [one.text for one in after.paragraphs] == [one.text for one in before.paragraphs]
    assert [one.number for one in after.paragraphs if one.comments] == numbers


def test_comments_say_severity_rule_message_and_ground() -> None:
    [(_, text)] = comments(annotate(PARENTS[0].read_bytes(), [finding(3)]))
    assert text == "Lỗi ND30-TR-04: Lề trái là 20 mm; quy định 30–35 mm.\nCăn cứ: Nghị định 30/2020/NĐ-CP"


def test_comments_that_stand_there_are_kept_and_numbers_go_on() -> None:
    once = annotate(PARENTS[0].read_bytes(), [finding(3, "Một."), finding(None, "Hai.")])
    twice = annotate(once, [finding(9999, "Ba.")])
    assert [key for key, _ in comments(twice)] == ["0", "1", "2"]
    root = etree.fromstring(zipfile.ZipFile(BytesIO(twice)).read("word/document.xml"))
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(one.get(w("id")) for one in root.iter(w(tag))) == ["0", "1", "2"]


def test_the_same_findings_give_the_same_bytes_and_none_give_the_file_itself() -> None:
    data = PARENTS[0].read_bytes()
    assert annotate(data, [finding(2)]) == annotate(data, [finding(2)])
    assert annotate(data, []) == data
