"""A part's syntax tree as a program. What the language does not have is refused by `kedraft.rendering.language` before."""

from typing import Any

from jinja2 import nodes

from kedraft.rendering.fields import ROOTS, element_of, type_of
from kedraft.rendering.filler import escaped
from kedraft.rendering.program import Program, Step

_Types = dict[str, Any]


def program_of(tree: nodes.Template) -> Program:
    """The steps of a part. Raises `ValueError` for a tag that is outside the language."""
    return _body(tree.body, ROOTS)


def _body(body: list[nodes.Node], types: _Types) -> Program:
    steps: Program = []
    for node in body:
        for step in _steps(node, types):
            if isinstance(step, str) and steps and isinstance(steps[-1], str):
                steps[-1] += step
            else:
                steps.append(step)
    return steps


def _steps(node: nodes.Node, types: _Types) -> list[Step]:
    match node:
        case nodes.Output():
            return [_output(child, types) for child in node.nodes]
        case nodes.If():
            branches = ((node.test, node.body), *((other.test, other.body) for other in node.elif_))
            tested = [[_test(test), _body(body, types)] for test, body in branches]
            return [["if", tested, _body(node.else_, types)]]
        case nodes.For(target=nodes.Name(name=name)):
            path = _path(node.iter)
            inner = types | {name: element_of(type_of(path, types)), "loop": None}
            return [["for", name, path, _body(node.body, inner)]]
        case _:
            raise ValueError(f"no statement of a template: {node!r}")


def _output(node: nodes.Node, types: _Types) -> Step:
    filters: list[str] = []
    while isinstance(node, nodes.Filter) and node.node is not None:
        filters.insert(0, node.name)
        node = node.node
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Const):
        return escaped(_filtered(str(node.value), filters))
    path = _path(node)
    kind = type_of(path, types)
    return ["print", path, filters, isinstance(kind, type) and issubclass(kind, str)]


def _filtered(text: str, filters: list[str]) -> str:
    for name in filters:
        text = {"upper": text.upper, "lower": text.lower}[name]()
    return text


def _path(node: nodes.Node | None) -> list[str]:
    match node:
        case nodes.Name():
            return [node.name]
        case nodes.Getattr():
            return [*_path(node.node), node.attr]
        case _:
            raise ValueError(f"no field of a document: {node!r}")


def _test(node: nodes.Node) -> list[Any]:
    match node:
        case nodes.And():
            return ["and", _test(node.left), _test(node.right)]
        case nodes.Or():
            return ["or", _test(node.left), _test(node.right)]
        case nodes.Not():
            return ["not", _test(node.node)]
        case nodes.Compare():
            return ["compare", _test(node.expr), [[operand.op, _test(operand.expr)] for operand in node.ops]]
        case nodes.Const():
            return ["const", node.value]
        case nodes.Tuple() | nodes.List():
            return ["list", [_test(item) for item in node.items]]
        case _:
            return ["path", _path(node)]
