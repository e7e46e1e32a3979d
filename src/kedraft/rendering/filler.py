"""A template's part filled in: the code of its program, run over the fields of a `Flow`."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from kedraft.rendering.program import Program
from kedraft.rendering.writer import code_of

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))


class Filled(NamedTuple):
    """A part filled in. `pieces` are what the XML was joined of, each printed value one of them; none when it was changed afterwards."""

    xml: str
    pieces: Sequence[str]


_Write = Callable[[dict[str, Any]], list[str]]


def escaped(text: Any) -> str:
    """What stands in the XML for `text`: as Jinja's own escape has it, but a plain string."""
    value = text if type(text) is str else str(text)
    if needs_escape(value):
        for letter, entity in _ENTITIES:
            value = value.replace(letter, entity)
    return value


def needs_escape(text: str) -> bool:
    """Whether XML has another spelling for something in `text`."""
    return "&" in text or "<" in text or ">" in text or '"' in text or "'" in text


class Fill:
    """Code that fills in a part from the fields of a `Flow`. Raises `ValueError` for a program that is none."""

    __slots__ = ("_made", "program")

    def __init__(self, program: Program) -> None:
        self.program = program
        self._made: dict[bool, _Write] = {}

    def __call__(self, values: dict[str, Any], plain: bool = False) -> Filled:
        """The part. `plain` says that no text of the fields needs escaping."""
        pieces = self.pieces(values, plain)
        xml = "".join(pieces)
        if has_breaks(xml, len(DECLARATION)):
            return Filled(_listed(xml), ())
        return Filled(xml, pieces)

    def pieces(self, values: dict[str, Any], plain: bool = False) -> list[str]:
        """What the XML is joined of, tabs and line ends as they are."""
        write = self._made.get(plain)
        if write is None:  # each way is made when it is first needed
            write = self._made[plain] = _function(self.program, plain)
        return write(values)


def filler(program: Program) -> Fill:
    """A part's whole program, with the declaration that its file begins with."""
    return Fill([DECLARATION, *program])


def has_breaks(xml: str, start: int = 0) -> bool:
    """Whether a tab or a line end stands in the XML: as docxtpl has it, they become Word's."""
    return "\t" in xml or xml.find("\n", start) >= 0


def _function(program: Program, plain: bool) -> _Write:
    code = code_of(program, plain)
    scope = {"__builtins__": {"len": len, "str": str, "enumerate": enumerate}, "escaped": escaped, **code.tables}
    exec(compile(code.source, "<template>", "exec"), scope)
    write: _Write = scope["write"]
    return write


def _listed(xml: str) -> str:
    """Tabs and line ends inside words become Word's, as docxtpl has it."""
    from kedraft.rendering.patching import listed  # loads docxtpl, which few documents need

    return DECLARATION + listed(xml[len(DECLARATION) :])
