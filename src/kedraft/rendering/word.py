"""docxtpl, and only here: a template's parts patched and compiled once, filled in many times.

docxtpl opens, patches, compiles and mends for each document. Here `patch_xml` and Jinja's compiler run once per
template; a document is one pass of the compiled code and one deflate. `tests/unit/render/test_word.py` shows that every
part is what docxtpl itself writes with autoescape on.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
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
_VALUES = frozenset({Block, CellFlow, Flow, Letterhead, Line, RowFlow, Run, SignatureBlock, TableFlow})
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))


class Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict about names, escaping. The fields of a document's own values are read directly."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The language check has let through only fields that these types have."""
        if type(obj) in _VALUES:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@cache
def environment() -> Environment:
    """The one environment."""
    return Environment()


def escaped(text: Any) -> str:
    """What stands in the XML for `text`: as Jinja's own escape has it, but a plain string."""
    value = text if type(text) is str else str(text)
    for letter, entity in _ENTITIES:
        if letter in value:
            value = value.replace(letter, entity)
    return value


def patched(xml: str) -> str:
    """docxtpl's own patching: the paragraphs, rows, cells and runs that hold only a tag become the tag."""
    from docxtpl import DocxTemplate  # slow to import, and needed only once a template is at hand

    return str(DocxTemplate("").patch_xml(xml))


def parsed(source: str) -> nodes.Template:
    """The syntax tree of a part: patched XML, given its declaration. Raises `jinja2.TemplateSyntaxError`."""
    return environment().parse(_DECLARATION + source)


def compiled(tree: nodes.Template) -> Callable[[dict[str, Any]], str]:
    """Code that fills in a part and gives its XML."""
    code = environment().compile(tree)
    template = Template.from_code(environment(), code, environment().make_globals(None))
    # markupsafe's escape makes a Markup object of every word; strings that no filter treats again need none
    template.root_render_func.__globals__["escape"] = escaped

    def fill(context: dict[str, Any]) -> str:
        xml = "".join(template.root_render_func(template.new_context(context)))
        return _listed(xml) if "\t" in xml or "\n" in xml[len(_DECLARATION) :] else xml

    return fill


def _listed(xml: str) -> str:
    """Tabs and line ends inside words become Word's, as docxtpl has it."""
    from docxtpl import DocxTemplate

    body = xml[len(_DECLARATION) :]
    return _DECLARATION + str(DocxTemplate("").resolve_listing(body))
