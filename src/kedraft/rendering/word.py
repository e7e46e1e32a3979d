"""docxtpl, and only here: a template's parts patched and compiled once, filled in many times.

docxtpl opens, patches, compiles and mends for each document. Here `patch_xml` and Jinja's compiler run once per
template; a document is one pass of the compiled code and one deflate. `tests/unit/render/test_word.py` shows that every
part is what docxtpl itself writes with autoescape on.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kedraft.model.document import (
    Block,
    CellFlow,
    Flow,
    Letterhead,
    Line,
    RowFlow,
    SignatureBlock,
    TableFlow,
)
from kedraft.model.inline import Run

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_VALUES = (Block, CellFlow, Flow, Letterhead, Line, RowFlow, Run, SignatureBlock, TableFlow)
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))
#: What the language lets a template read: the fields of the document's values, and those of `loop`.
_FIELDS = frozenset(field for kind in _VALUES for field in kind._fields) | {"first", "last", "index"}


class _PlainFields(CodeGenerator):
    """Reads `block.runs` as Python does, where Jinja would ask the sandbox at every step.

    Safe, because a template cannot reach anything to be kept from: `rendering.language` refuses, before a template is used, every
    name but the document's and every attribute but the fields of its values, which are tuples, texts, numbers and None. Here only
    those fields become plain; any other attribute would still pass through the sandbox.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """`block.runs` instead of `environment.getattr(block, 'runs')`."""
        if node.attr not in _FIELDS:
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict about names, escaping. The fields of a document's own values are read directly."""

    code_generator_class = _PlainFields

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)


@cache
def environment() -> Environment:
    """The one environment."""
    return Environment()


def escaped(text: Any) -> str:
    """What stands in the XML for `text`: as Jinja's own escape has it, but a plain string."""
    value = text if type(text) is str else str(text)
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        for letter, entity in _ENTITIES:
            value = value.replace(letter, entity)
    return value


def patched(xml: str) -> str:
    """docxtpl's own patching: the paragraphs, rows, cells and runs that hold only a tag become the tag."""
    from docxtpl import DocxTemplate  # slow to import, and needed only once a template is at hand

    return str(DocxTemplate("").patch_xml(xml))


def parsed(source: str) -> nodes.Template:
    """The syntax tree of a part: patched XML, given its declaration. Raises `jinja2.TemplateSyntaxError`."""
    return environment().parse(_DECLARATION + source)


class Filled(NamedTuple):
    """A part filled in. `pieces` are what the XML was joined of, each printed value one of them; none when it was changed afterwards."""

    xml: str
    pieces: Sequence[str]


Fill = Callable[[dict[str, Any]], Filled]


def compiled(tree: nodes.Template) -> Fill:
    """Code that fills in a part."""
    code = environment().compile(tree)
    template = Template.from_code(environment(), code, environment().make_globals(None))
    # markupsafe's escape makes a Markup object of every word; strings that no filter treats again need none
    template.root_render_func.__globals__["escape"] = escaped

    def fill(context: dict[str, Any]) -> Filled:
        pieces = list(template.root_render_func(template.new_context(context)))
        xml = "".join(pieces)
        if "\t" in xml or xml.find("\n", len(_DECLARATION)) >= 0:
            return Filled(_listed(xml), ())
        return Filled(xml, pieces)

    return fill


def _listed(xml: str) -> str:
    """Tabs and line ends inside words become Word's, as docxtpl has it."""
    from docxtpl import DocxTemplate

    body = xml[len(_DECLARATION) :]
    return _DECLARATION + str(DocxTemplate("").resolve_listing(body))
