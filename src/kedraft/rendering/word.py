"""Jinja, and only here: a template's parts read once; `kedraft.rendering.filler` then fills them in.

docxtpl opens, patches, compiles and mends for each document. Here `patch_xml` and Jinja's parser run once per template, and a shipped
template carries what they made of it. `tests/unit/render/test_word.py` shows that every part is what docxtpl itself writes with
autoescape on.
"""

from functools import cache

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kedraft.rendering.filler import Fill, filler
from kedraft.rendering.translate import program_of


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The one environment. It only parses: no template runs in it."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)


def parsed(source: str) -> nodes.Template:
    """The syntax tree of a part: patched XML. Raises `jinja2.TemplateSyntaxError`."""
    return environment().parse(source)


def compiled(tree: nodes.Template) -> Fill:
    """Code that fills in a part."""
    return filler(program_of(tree))
