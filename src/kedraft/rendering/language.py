"""What a template may say: the fields of `Flow`, loops over them, conditions, two filters. Nothing else runs.

The Jinja syntax tree of each part is read against the types in `kedraft.model.document`; what they lack is a finding.
So a template cannot call, compute, walk attributes, or loop over anything but the document's own lists, each level of a
loop over a field of the level above: the work stays proportional to the document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jinja2 import nodes

from kedraft.rendering.fields import ROOTS, element_of, fields_of

#: Filters that a template may use.
FILTERS = frozenset({"upper", "lower"})
MAX_DEPTH = 12
_LOOP_TYPES = {"first": bool, "last": bool, "index": int}
#: How far the parts of one expression may lie within each other, and how many `elif` an `if` may have.
MAX_EXPRESSION = 40
MAX_BRANCHES = 200
_COMPARISONS = frozenset({"eq", "ne", "in", "notin"})
_MEMBERSHIPS = frozenset({"in", "notin"})
#: What no XML file can hold.
_NO_LETTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG_MARK = re.compile(r"\{[{%#]")


class Fault(StrEnum):
    """What is wrong with a tag; the value begins the sentence that says so."""

    UNKNOWN_NAME = "biến không có trong văn bản"
    UNKNOWN_FIELD = "trường không có trong văn bản"
    NOT_ALLOWED = "cú pháp không được phép trong mẫu"
    FILTER = "bộ lọc không được phép trong mẫu"
    NOT_A_LIST = "chỉ lặp (for) được trên danh sách của văn bản"
    NOT_TEXT = "không in được một danh sách; cần lặp (for) qua danh sách hoặc dùng {{r …}} cho lời văn"
    NESTED = "vòng lặp bên trong phải đi qua một trường của vòng lặp bên ngoài"
    TOO_DEEP = "lệnh lồng nhau quá sâu"
    TOO_LONG = "lệnh có quá nhiều vế"
    TOO_MANY = "lệnh if có quá nhiều nhánh elif"
    NO_LETTER = "chuỗi có ký tự điều khiển, không ghi được vào tệp Word"
    NO_MEMBERS = "vế phải của in không phải danh sách hoặc chuỗi chứa được vế trái"
    RAW = "lệnh raw làm lệnh mẫu bị in nguyên ra trang"
    STRADDLES = "lệnh mở ở một nơi mà đóng ở đoạn, ô hoặc bảng khác nên tệp in ra sẽ hỏng"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault, the line of the source it stands on, and what it is about."""

    fault: Fault
    line: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class _Loop:
    """Stands for `loop` inside a loop."""


_Scope = dict[str, Any]


def problems(tree: nodes.Template) -> tuple[Problem, ...]:
    """Everything in a part's syntax tree that the language does not have."""
    return tuple(_body(tree.body, ROOTS, frozenset(), 0))


def fields_read(tree: nodes.Template) -> frozenset[str]:
    """Root names and dotted paths from them that the tree prints or loops over (`letterhead.number`)."""
    found = {path for path in (_path(node) for node in tree.find_all((nodes.Getattr, nodes.Name))) if path}
    return frozenset(found)


def fields_shown(tree: nodes.Template) -> frozenset[str]:
    """As `fields_read`, without those that are only asked about in a condition."""
    outputs = (child for output in tree.find_all(nodes.Output) for child in output.nodes)
    looped = (loop.iter for loop in tree.find_all(nodes.For))
    shown = (node for top in (*outputs, *looped) for node in (top, *top.find_all((nodes.Getattr, nodes.Name))))
    return frozenset(path for path in map(_path, shown) if path)


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        before = _path(node.node)
        return f"{before}.{node.attr}" if before else ""
    return ""


def _body(body: list[nodes.Node], scope: _Scope, loops: frozenset[str], depth: int) -> Iterator[Problem]:
    for node in body:
        if depth > MAX_DEPTH:
            yield Problem(Fault.TOO_DEEP, node.lineno)
            return
        yield from _statement(node, scope, loops, depth)


def _statement(node: nodes.Node, scope: _Scope, loops: frozenset[str], depth: int) -> Iterator[Problem]:
    match node:
        case nodes.Output():
            for child in node.nodes:
                if not isinstance(child, nodes.TemplateData):
                    yield from _too_long(child) or _printed(child, scope)
                elif _TAG_MARK.search(child.data):
                    yield Problem(Fault.RAW, child.lineno)
        case nodes.If():
            if len(node.elif_) > MAX_BRANCHES:
                yield Problem(Fault.TOO_MANY, node.lineno)
                return
            yield from _tested(node.test, scope)
            yield from _body(node.body, scope, loops, depth + 1)
            # `elif` is a list beside the body, not a level below it
            for branch in node.elif_:
                yield from _tested(branch.test, scope)
                yield from _body(branch.body, scope, loops, depth + 1)
            yield from _body(node.else_, scope, loops, depth + 1)
        case nodes.For():
            yield from _for(node, scope, loops, depth)
        case _:
            yield Problem(Fault.NOT_ALLOWED, _line(node), type(node).__name__)


def _line(node: nodes.Node) -> int:
    """Where a node stands; Jinja leaves some without a line of their own."""
    return min((child.lineno for child, _ in _levels(node) if child.lineno), default=1)


def _levels(node: nodes.Node) -> Iterator[tuple[nodes.Node, int]]:
    """A node and all below it, each with how far below; without recursion, for a tree of any depth."""
    waiting = [(node, 0)]
    while waiting:
        found, level = waiting.pop()
        yield found, level
        waiting += [(child, level + 1) for child in found.iter_child_nodes()]


def _too_long(expression: nodes.Node) -> tuple[Problem, ...]:
    if all(level <= MAX_EXPRESSION for _, level in _levels(expression)):
        return ()
    return (Problem(Fault.TOO_LONG, _line(expression)),)


def _for(node: nodes.For, scope: _Scope, loops: frozenset[str], depth: int) -> Iterator[Problem]:
    if node.test or node.recursive or node.else_ or not isinstance(node.target, nodes.Name):
        yield Problem(Fault.NOT_ALLOWED, node.lineno, "for")
        return
    if long := _too_long(node.iter):
        yield from long
        return
    listed, found = _type(node.iter, scope)
    yield from found
    element = element_of(listed)
    if element is None:
        if not found:
            yield Problem(Fault.NOT_A_LIST, node.lineno, _path(node.iter))
        return
    root = _path(node.iter).split(".", 1)[0]
    if loops and root not in loops:
        yield Problem(Fault.NESTED, node.lineno, _path(node.iter))
    inner = scope | {node.target.name: element, "loop": _Loop}
    yield from _body(node.body, inner, loops | {node.target.name}, depth + 1)


def _printed(node: nodes.Node, scope: _Scope) -> Iterator[Problem]:
    if isinstance(node, nodes.Filter):
        if node.name not in FILTERS or node.args or node.kwargs or node.node is None:
            yield Problem(Fault.FILTER, node.lineno, node.name)
            return
        yield from _printed(node.node, scope)
        return
    kind, found = _type(node, scope)
    yield from found
    if not found and not _scalar(kind):
        yield Problem(Fault.NOT_TEXT, node.lineno, _path(node))


def _tested(node: nodes.Node, scope: _Scope) -> Iterator[Problem]:
    yield from _too_long(node) or _condition(node, scope)


def _condition(node: nodes.Node, scope: _Scope) -> Iterator[Problem]:
    match node:
        case nodes.And() | nodes.Or():
            yield from _condition(node.left, scope)
            yield from _condition(node.right, scope)
        case nodes.Not():
            yield from _condition(node.node, scope)
        case nodes.Compare():
            left, found = _type(node.expr, scope)
            yield from found
            for operand in node.ops:
                yield from _operand(operand, left, scope)
                left = _type(operand.expr, scope)[0]
        case _:
            yield from _type(node, scope)[1]


def _operand(operand: nodes.Operand, left: Any, scope: _Scope) -> Iterator[Problem]:
    if operand.op not in _COMPARISONS:
        yield Problem(Fault.NOT_ALLOWED, _line(operand), operand.op)
    elif isinstance(operand.expr, nodes.Tuple | nodes.List):
        for item in operand.expr.items:
            yield from _type(item, scope)[1]
    else:
        right, found = _type(operand.expr, scope)
        yield from found
        if not found and operand.op in _MEMBERSHIPS and not _may_hold(right, left):
            yield Problem(Fault.NO_MEMBERS, _line(operand))


def _may_hold(right: Any, left: Any) -> bool:
    """Whether `left in right` can be asked of values of these types; what is wrong with `left` is told elsewhere."""
    if element_of(right) is not None:
        return True
    return _text(right) and (left is None or _text(left))


def _text(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, str)


def _type(node: nodes.Node, scope: _Scope) -> tuple[Any, tuple[Problem, ...]]:
    """The type of an expression, or what is wrong with it."""
    if isinstance(node, nodes.Const):
        if isinstance(node.value, str) and _NO_LETTER.search(node.value):
            return None, (Problem(Fault.NO_LETTER, node.lineno),)
        return (type(node.value), ()) if isinstance(node.value, str | int | bool) else _not_allowed(node)
    if isinstance(node, nodes.Name):
        if node.name in scope:
            return scope[node.name], ()
        return None, (Problem(Fault.UNKNOWN_NAME, node.lineno, node.name),)
    if isinstance(node, nodes.Getattr):
        owner, found = _type(node.node, scope)
        if found:
            return None, found
        fields = _LOOP_TYPES if owner is _Loop else fields_of(owner)
        if node.attr in fields:
            return fields[node.attr], ()
        return None, (Problem(Fault.UNKNOWN_FIELD, node.lineno, _path(node) or node.attr),)
    return _not_allowed(node)


def _not_allowed(node: nodes.Node) -> tuple[Any, tuple[Problem, ...]]:
    return None, (Problem(Fault.NOT_ALLOWED, node.lineno, type(node).__name__),)


def _scalar(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, str | int)
