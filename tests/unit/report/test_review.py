"""The copy for review: the same words, and a comment at each paragraph that is not the parent's word for word."""

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from kedraft.cli.drafting import Drafted, drafted
from kedraft.model.draft import Draft
from kedraft.model.origin import Adapted, Replaced
from kedraft.model.spec import DraftSpec
from kedraft.ooxml.annotate import paragraphs_of
from kedraft.pipeline import accept, draft_plan, import_plan, locate_for, parent_plan, render
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
    looked_at = 0
    for paragraph in re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL):
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)", paragraph))
        for number in re.findall(r'commentReference w:id="(\d+)"', paragraph):
            after = re.match(r"“[^”]+” → “([^”]+)”", told[int(number)])
            if after:
                looked_at += 1
                assert after.group(1).casefold() in words.casefold()
    assert looked_at >= 4


def reviewed_of(body: str) -> list[str]:
    """The comments on a draft that adapts section I of a small parent and writes section II anew."""
    head = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nSố: 7/KH-UBND\nLạng Sơn, ngày 10 tháng 02 năm 2026\n\nKẾ HOẠCH\nVệ sinh môi trường năm 2026\n\n"
    text = f"{head}Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n{body}\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nNguyễn Văn An\n"
    spec = DraftSpec.model_validate(
        {
            "parent": "tinh.txt",
            "locality": {"commune": "Ba Sơn", "province": "Lạng Sơn"},
            "document": {"subject": "Vệ sinh môi trường năm 2026", "date": "2026-03"},
            "sections": [
                {"inherit": "I", "mode": "adapt"},
                {"inherit": "II", "mode": "replace", "text": "1. Các thôn\n- Thực hiện."},
            ],
        }
    )
    draft = draft_plan(parent_plan(text.encode(), "tinh.txt"), spec, locate_for(spec))
    return comments(review(render(draft, load_template()).data, draft))


def body_of(blocks: int, dashes: int) -> str:
    lines = [
        f"{at}. Sở Số {at}\n" + "".join(f"- Làm việc thứ {at}.{dash}.\n" for dash in range(dashes))
        for at in range(1, blocks + 1)
    ]
    return (
        "I. NHIỆM VỤ\n1. Thu gom rác trên địa bàn tỉnh, hoàn thành trước ngày 30/6/2026.\n\nII. TỔ CHỨC THỰC HIỆN\n"
        + "".join(lines)
    )


def test_a_section_written_anew_shows_every_paragraph_that_stood_in_it_while_they_are_few() -> None:
    told = next(one for one in reviewed_of(body_of(2, 2)) if one.startswith("Viết lại thay II của"))
    shown = ("1. Sở Số 1", "- Làm việc thứ 1.0.", "- Làm việc thứ 1.1.", "2. Sở Số 2", "- Làm việc thứ 2.1.")
    assert all(line in told.split("\n") for line in shown)
    assert "đoạn nữa" not in told


def test_of_many_paragraphs_the_titles_are_shown_whole_and_the_others_counted() -> None:
    told = next(one for one in reviewed_of(body_of(5, 4)) if one.startswith("Viết lại thay II của"))
    assert all(f"{at}. Sở Số {at} (4 đoạn)" in told for at in range(1, 6))
    assert "Còn 20 đoạn nữa" in told


def test_every_phrase_of_a_paragraph_can_be_kept() -> None:
    told = next(one for one in reviewed_of(body_of(1, 1)) if one.startswith("“địa bàn tỉnh”"))
    assert 'keep: ["địa bàn tỉnh", "hoàn thành trước ngày 30/6/2026"]' in told
