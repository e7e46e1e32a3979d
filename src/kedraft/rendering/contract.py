"""The contract between a template and kedraft, read at load: every breach at once, with its paragraph."""

import re
from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError, nodes

from kedraft.decree import Edition
from kedraft.errors import misuse
from kedraft.model.document import Role
from kedraft.model.finding import Findings
from kedraft.model.place import Location
from kedraft.ooxml.template_parts import Opened, ParagraphText, Part, paragraph_texts, tag_spans, without_tags
from kedraft.rendering.balance import is_whole, straddles
from kedraft.rendering.language import (
    MAX_DEPTH,
    MAX_EXPRESSION,
    Fault,
    Problem,
    fields_read,
    fields_shown,
    problems,
)
from kedraft.rendering.word import parsed

#: The longest tag, in characters: a shipped template's longest has some 100.
MAX_TAG = 1000
_TAG_START = re.compile(r"(\{[{%#])")
_INNER = re.compile(r"^\{[{%]-?\s*(?:tr|tc|p|r)?\s+|^\{[{%]-?|-?[%}]\}$")
_AROUND = re.compile(r"\{[{%](p|tr|tc)\s")
_DASH = re.compile(r"\{[{%]-|-[}%]\}")
_WHOLE = re.compile(r"\{\{(?:p|tr|tc)\s")
_PLACES = {"header": "đầu trang", "footer": "chân trang", "core": "thuộc tính tệp"}
_NEEDED = {
    "letterhead.superior": "cơ quan chủ quản",
    "letterhead.issuer": "tên cơ quan ban hành",
    "letterhead.number": "số, ký hiệu",
    "letterhead.place_and_date": "địa danh và thời gian",
    "document_type": "tên loại",
    "subject": "trích yếu",
    "block.signature.recipients": "nơi nhận",
    "block.signature.office": "quyền hạn, chức vụ",
    "block.signature.second_position": "chức vụ thứ hai",
    "block.signature.name": "họ tên người ký",
}
#: Asked about, never printed.
_ASKED = {"ends_landscape": "phần trang ngang ở cuối văn bản"}
#: What the sample of a role must print; the roles that are not here print `block.runs`.
_SAMPLES = {
    Role.TABLE: "block.table.rows",
    Role.SIGNATURE: "block.signature.name",
    Role.PORTRAIT_ENDS: "",
    Role.LANDSCAPE_ENDS: "",
}
_ADVICE = {
    Fault.UNKNOWN_NAME: "hãy sửa lại tên hoặc bỏ đi",
    Fault.UNKNOWN_FIELD: "hãy sửa lại tên hoặc bỏ đi",
    Fault.NOT_ALLOWED: "chỉ dùng {{ trường }}, for và if",
    Fault.FILTER: "chỉ có upper và lower",
    Fault.TOO_LONG: "hãy viết gọn lại, hoặc chia thành nhiều lệnh if",
    Fault.TOO_MANY: "hãy gộp các nhánh bằng in (…, …)",
    Fault.NO_LETTER: "hãy bỏ ký tự ấy đi",
    Fault.NO_MEMBERS: "hãy viết danh sách trong ngoặc, ví dụ in ('a', 'b')",
    Fault.RAW: "hãy bỏ raw và endraw",
    Fault.STRADDLES: "hãy đặt lệnh mở và lệnh đóng trong cùng một đoạn, hoặc ở hai đoạn của cùng một ô",
}


def text_findings(part: Part, name: str) -> Findings:
    """Tags that would swallow what stands beside them, or that Word has torn beyond mending."""
    return tuple(
        misuse("template-text-beside-tag", message, Location(file=name, paragraph=paragraph.number))
        for paragraph in paragraph_texts(part, name)
        for message in _beside(paragraph)
    )


def _beside(paragraph: ParagraphText) -> Iterator[str]:
    for start, end in tag_spans(paragraph.text):
        if end - start > MAX_TAG:
            yield f"lệnh {_short(paragraph.text[start:end])} dài quá {MAX_TAG} ký tự; hãy viết gọn lại"
            continue
        found = _AROUND.match(paragraph.text, start)
        if not found:
            continue
        kind, tag = found.group(1), paragraph.text[start:end]
        if _WHOLE.match(tag):
            yield f"lệnh {tag} không dùng được trong mẫu; hãy dùng {{{{ trường }}}} hoặc {{{{r … }}}}"
            continue
        around = {"p": paragraph.text, "tr": paragraph.row, "tc": paragraph.cell}[kind]
        where = {"p": "đoạn", "tr": "hàng", "tc": "ô"}[kind]
        lost = around.replace(tag, "", 1).strip()
        if lost:
            yield f"chữ “{_short(lost)}” sẽ mất vì đứng cùng {where} với {tag}; hãy để lệnh này ở {where} riêng"
    rest = without_tags(paragraph.text)
    if "{{" in rest or "{%" in rest or "%}" in rest:
        yield f"lệnh chưa đóng hoặc bị cắt rời: “{_short(rest.strip())}”; hãy gõ lại cả lệnh liền một mạch"


def stray_findings(opened: Opened, name: str) -> Findings:
    """Tags in parts that are never filled in."""
    where = Location(file=name)
    return tuple(
        misuse("template-stray-tag", f"phần {entry} có lệnh mẫu nhưng không được điền; hãy bỏ lệnh đi", where)
        for entry in opened.strays
    )


def tree_findings(tree: nodes.Template, source: str, part: Part, name: str) -> Findings:
    """Tags outside the template language; `tree` is that of `source`."""
    if not _problems(tree):
        return _page_findings(tree, part, name)
    lined = _tag_lines(source)
    texts = paragraph_texts(part, name)
    found = []
    lines, places = lined.split("\n"), _places(texts)
    for problem in _problems(parsed(lined)):
        tag = _tag_at(lines, problem.line)
        shown = tag if len(tag) <= MAX_TAG else _short(tag)
        message = f"{problem.fault}: {problem.about or shown}"
        message += f" (trong {shown})" if problem.about and problem.about != tag else ""
        message += f", {_PLACES[part.kind]}" if part.kind in _PLACES else ""
        advice = _ADVICE.get(problem.fault)
        where = Location(file=name, paragraph=_paragraph_of(tag, texts, places))
        found.append(misuse("template-language", f"{message}; {advice}" if advice else message, where))
    return tuple(dict.fromkeys(found))


def _page_findings(tree: nodes.Template, part: Part, name: str) -> Findings:
    """A page whose frame the tags break although each is right: `{%-` swallows the paragraph before it."""
    if is_whole(tree):
        return ()
    message = (
        f"các lệnh làm vỡ khung của phần {part.name} nên tệp in ra sẽ hỏng; hãy bỏ dấu gạch ở lệnh {{%- … -%}}, "
        "và để mỗi lệnh {%p …, {%tr …, {%tc … ở một đoạn, hàng, ô riêng"
    )
    place = next((paragraph.number for paragraph in paragraph_texts(part, name) if _DASH.search(paragraph.text)), None)
    return (misuse("template-language", message, Location(file=name, paragraph=place)),)


def _problems(tree: nodes.Template) -> tuple[Problem, ...]:
    return problems(tree) or straddles(tree)


#: What Jinja says of a block that never ends, and of an end that belongs to none.
_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_UNOPENED = re.compile(r"[Uu]nknown tag '(\w+)'")


def syntax_findings(source: str, part: Part, name: str) -> Findings:
    """What Jinja cannot read in `source`, at the tag where it stops."""
    lined = _tag_lines(source)
    try:
        parsed(lined)
    except TemplateSyntaxError as error:
        tag, reason = _tag_at(lined.split("\n"), error.lineno), error.message or ""
    else:
        tag, reason = "", ""
    texts = paragraph_texts(part, name)
    where = Location(file=name, paragraph=_paragraph_of(tag, texts, _places(texts)))
    if unclosed := _UNCLOSED.search(reason):
        message = (
            f"thiếu lệnh đóng của {{% {unclosed[1]} … %}}; hãy thêm {{% end{unclosed[1]} %}} sau phần mà lệnh ấy bao"
        )
    elif unopened := _UNOPENED.search(reason):
        message = f"lệnh {tag or unopened[1]} không có lệnh mở đi trước, hoặc đứng sai thứ tự; hãy sửa lại"
    else:
        message = f"lệnh {tag or '(không rõ)'} sai cú pháp; hãy sửa lại theo mẫu gốc"
    return (misuse("template-syntax", message, where),)


def deep_findings(part: Part, name: str) -> Findings:
    """Tags within each other, or brackets, beyond what can be read; at the paragraph where they become too many."""
    paragraph = next(_too_deep(paragraph_texts(part, name)), None)
    message = f"phần {part.name}: {Fault.TOO_DEEP}; hãy viết gọn lại"
    return (misuse("template-language", message, Location(file=name, paragraph=paragraph)),)


def _too_deep(texts: tuple[ParagraphText, ...]) -> Iterator[int]:
    depth = 0
    for paragraph in texts:
        for start, end in tag_spans(paragraph.text):
            words = _squeezed(paragraph.text[start:end])
            depth += words.startswith(("if ", "for ")) - words.startswith(("endif", "endfor"))
            if depth > MAX_DEPTH or sum(map(words.count, ("(", "[", "{", "not "))) > MAX_EXPRESSION:
                yield paragraph.number


def _tag_lines(source: str) -> str:
    """The same source with each tag on a line of its own, so that a line number names a tag."""
    return _TAG_START.sub(r"\n\1", source)


def required_findings(tree: nodes.Template, source: str, edition: Edition, name: str) -> Findings:
    """Parts of an official document that the template leaves out."""
    shown, read = fields_shown(tree), fields_read(tree)
    missing = [f"{words} ({{{{ {field} }}}})" for field, words in _NEEDED.items() if not _is_read(field, shown)]
    missing += [f"{words} ({{% section {field} %}})" for field, words in _ASKED.items() if field not in read]
    words = " ".join(re.sub(r"<[^>]+>", "", source).split())
    literals = edition.literals
    missing += [
        f"dòng “{literal.text}”"
        for literal in (literals.national_name, literals.motto, literals.recipients)
        if not any(text in words for text in (literal.text, *literal.accepted))
    ]
    missing += [f"đoạn mẫu cho vai trò “{role}”" for role in _roles_without_sample(tree)]
    where = Location(file=name)
    return tuple(misuse("template-missing-part", f"mẫu thiếu {what}; hãy thêm lại vào mẫu", where) for what in missing)


def _is_read(field: str, read: frozenset[str]) -> bool:
    """Whether a field is printed; those of a block under whatever name the loop gives the block."""
    inner = field.removeprefix("block")
    return field in read or (inner != field and any(path.endswith(inner) for path in read))


def _roles_without_sample(tree: nodes.Template) -> Iterator[Role]:
    every = tree.find_all(nodes.For)
    loops = [loop for loop in every if isinstance(loop.iter, nodes.Name) and loop.iter.name == "blocks"]
    for role in Role:
        reached = [node for loop in loops for node in _reached(loop.body, role, _target(loop))]
        wanted = _SAMPLES.get(role, "block.runs")
        if not (_prints_section(reached) if not wanted else any(_reads(node, wanted) for node in reached)):
            yield role


def _target(loop: nodes.For) -> str:
    return loop.target.name if isinstance(loop.target, nodes.Name) else ""


def _reached(body: Iterable[nodes.Node], role: Role, name: str) -> Iterator[nodes.Node]:
    """The statements that a block of this role can come to."""
    for node in body:
        if not isinstance(node, nodes.If):
            yield node
            continue
        for test, branch in ((node.test, node.body), *((other.test, other.body) for other in node.elif_)):
            answer = _holds(test, role, name)
            if answer is not False:
                yield from _reached(branch, role, name)
            if answer is True:
                break
        else:
            yield from _reached(node.else_, role, name)


def _holds(test: nodes.Node, role: Role, name: str) -> bool | None:
    """Whether a test on the role is true; None when it asks about something else."""
    match test:
        case nodes.Not():
            inner = _holds(test.node, role, name)
            return None if inner is None else not inner
        case nodes.And() | nodes.Or():
            decided = isinstance(test, nodes.Or)
            answers = (_holds(test.left, role, name), _holds(test.right, role, name))
            if decided in answers:
                return decided
            return None if None in answers else not decided
        case nodes.Compare(expr=nodes.Getattr(attr="role"), ops=[operand]):
            return _compares(operand, role)
        case _:
            return None


def _compares(operand: nodes.Operand, role: Role) -> bool | None:
    match operand.expr:
        case nodes.Const():
            same = operand.expr.value == role.value
        case nodes.Tuple() | nodes.List():
            same = any(isinstance(item, nodes.Const) and item.value == role.value for item in operand.expr.items)
        case _:
            return None
    return same if operand.op in ("eq", "in") else not same


def _reads(node: nodes.Node, path: str) -> bool:
    """Whether a statement has the field, whatever the loop calls its block."""
    names = path.split(".")
    for found in (node, *node.find_all(nodes.Getattr)):
        attributes: list[str] = []
        step: nodes.Node = found
        while isinstance(step, nodes.Getattr):
            attributes.insert(0, step.attr)
            step = step.node
        if attributes == names[1:]:
            return True
    return False


def _prints_section(body: list[nodes.Node]) -> bool:
    return any(
        "<w:sectPr" in data.data for node in body for data in (node, *node.find_all(nodes.TemplateData))
        if isinstance(data, nodes.TemplateData)
    )  # fmt: skip


def _tag_at(lines: list[str], line: int) -> str:
    for at in range(min(max(line, 1), len(lines)) - 1, -1, -1):
        start, end = next(tag_spans(lines[at]), (1, 1))
        if start == 0:
            return lines[at][:end]
    return ""


def _places(texts: tuple[ParagraphText, ...]) -> dict[str, int]:
    """What each tag says, and the first paragraph that says it."""
    places: dict[str, int] = {}
    for paragraph in texts:
        for start, end in tag_spans(paragraph.text):
            places.setdefault(_squeezed(paragraph.text[start:end]), paragraph.number)
    return places


def _paragraph_of(tag: str, texts: tuple[ParagraphText, ...], places: dict[str, int]) -> int | None:
    inner = _squeezed(tag)
    if not inner:
        return None
    if inner in places:
        return places[inner]
    return next((paragraph.number for paragraph in texts if inner in " ".join(paragraph.text.split())), None)


def _squeezed(tag: str) -> str:
    """What a tag says, without its braces and docxtpl's letter."""
    return " ".join(_INNER.sub("", _INNER.sub("", tag)).split())


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
