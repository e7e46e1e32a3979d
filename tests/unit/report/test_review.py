"""The copy for review: the same words, and a comment at each paragraph that is not the parent's word for word."""

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from kedraft.cli.drafting import Drafted, drafted
from kedraft.model.draft import Draft
from kedraft.model.origin import Adapted, Replaced
from kedraft.ooxml.annotate import paragraphs_of
from kedraft.pipeline import accept, import_plan, render
from kedraft.report.review import review
from kedraft.report.text import plan_text
from kedraft.workspace import load_template

_ROOT = Path(__file__).resolve().parents[3]
_FILE = _ROOT / "examples" / "tinh-xa-2026" / "draft.yaml"


@cache
def made() -> tuple[Drafted, bytes, bytes]:
    done = drafted(_FILE)
    document = render(done.draft, load_template(done.spec.value.template, _FILE)).data
    return done, document, review(document, done.draft, done.findings)


def comments(data: bytes) -> list[str]:
    xml = zipfile.ZipFile(BytesIO(data)).read("word/comments.xml").decode()
    return ["\n".join(re.findall(r"<w:t[^>]*>([^<]*)", one)) for one in re.findall(r"<w:comment .*?</w:comment>", xml)]


def changed(draft: Draft) -> list[str]:
    nodes = [*draft.plan.walk(), *draft.plan.annexes]
    return [
        node.id
        for node in nodes
        if isinstance(node.origin, Replaced) or (isinstance(node.origin, Adapted) and node.origin.changes)
    ]


def test_the_words_and_the_plan_are_those_of_the_document_itself() -> None:
    _, document, reviewed = made()
    assert paragraphs_of(reviewed) == paragraphs_of(document)
    assert plan_text(accept(import_plan(reviewed, "a.docx"))) == plan_text(accept(import_plan(document, "a.docx")))


def test_each_changed_node_has_its_comment_and_one_tells_what_was_left_out() -> None:
    done, _, reviewed = made()
    told = comments(reviewed)
    assert len(told) == len(changed(done.draft)) + 1 + len(done.findings)
    assert any("không đưa vào kế hoạch này" in one and "I.2.d: Xã không có cơ quan báo chí" in one for one in told)


def test_a_comment_shows_before_after_rule_the_parents_words_and_how_to_undo() -> None:
    told = next(one for one in comments(made()[2]) if one.startswith("“địa bàn tỉnh” → “địa bàn xã”"))
    assert "quy tắc level.place" in told
    assert "Lấy từ I.1.a của kế hoạch cấp trên: “Phổ cập kiến thức" in told
    assert 'node: I.1.a, keep: ["địa bàn tỉnh"]' in told


def test_a_comment_stands_at_the_paragraph_that_it_speaks_of() -> None:
    _, _, reviewed = made()
    xml = zipfile.ZipFile(BytesIO(reviewed)).read("word/document.xml").decode()
    told = comments(reviewed)
    for paragraph in re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL):
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)", paragraph))
        for number in re.findall(r'commentReference w:id="(\d+)"', paragraph):
            after = re.match(r"“[^”]+” → “([^”]+)”", told[int(number)])
            assert after is None or after.group(1).casefold() in words.casefold()
