"""Whether the XML stays whole whichever way a template's conditions and loops go.

A branch may be left out or repeated only when it closes exactly what it opens: then the elements around it do not notice. What ends in
another cell or table than it began in would print a file that Word cannot open.
"""

import re
from collections.abc import Iterator

from jinja2 import nodes

from kedraft.rendering.language import Fault, Problem

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ELEMENT = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)[^<>]*>")


def straddles(tree: nodes.Template) -> tuple[Problem, ...]:
    """The conditions and loops of a tree, itself within the language, that would tear the XML."""
    return tuple(_torn(tree.body))


def is_whole(tree: nodes.Template) -> bool:
    """Whether what stands outside conditions and loops closes all that it opens, and nothing else."""
    return _left_over(tree.body) == ([], [])


def _torn(body: list[nodes.Node]) -> Iterator[Problem]:
    for node in body:
        for line, branch in _branches(node):
            if not _closes_what_it_opens(branch):
                yield Problem(Fault.STRADDLES, line)
            yield from _torn(branch)


def _branches(node: nodes.Node) -> list[tuple[int, list[nodes.Node]]]:
    match node:
        case nodes.If():
            others = [(other.lineno, other.body) for other in node.elif_]
            return [(node.lineno, node.body), *others, (node.lineno, node.else_)]
        case nodes.For():
            return [(node.lineno, node.body)]
        case _:
            return []


def _closes_what_it_opens(body: list[nodes.Node]) -> bool:
    """What is closed of the elements around is opened again in the same order."""
    left = _left_over(body)
    return left is not None and left[0] == left[1][::-1]


def _left_over(body: list[nodes.Node]) -> tuple[list[str], list[str]] | None:
    """The elements that are closed but not opened, and opened but not closed; None when they cross. Branches count as nothing."""
    opened: list[str] = []
    closed: list[str] = []
    for closing, element in _elements(_markup(body)):
        if not closing:
            opened.append(element)
        elif not opened:
            closed.append(element)
        elif opened.pop() != element:
            return None
    return closed, opened


def _elements(markup: str) -> Iterator[tuple[bool, str]]:
    for tag in _ELEMENT.finditer(_COMMENT.sub("", markup)):
        if not tag[0].endswith("/>"):
            yield bool(tag[1]), tag[2]


def _markup(body: list[nodes.Node]) -> str:
    outputs = (child for node in body if isinstance(node, nodes.Output) for child in node.nodes)
    return "".join(child.data for child in outputs if isinstance(child, nodes.TemplateData))
