"""A template's part as data: texts, fields, conditions, loops; and the code that fills it in.

    program   a list of steps, plain lists and texts, so that it can be kept as JSON
    ├── "<w:p>…"                             XML as it is
    ├── ["print", path, filters, is_text]    a field
    ├── ["if", [[test, steps], …], steps]    the first test that holds, or the last steps
    └── ["for", name, path, steps]           once for each value

Made from Jinja's syntax tree by `kedraft.rendering.word`, after `kedraft.rendering.language` has read it. The code that is generated
from a program can do nothing but what these steps say: every name in it is checked again here.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from kedraft.model.document import Block, CellFlow, Flow, Letterhead, Line, RowFlow, SignatureBlock, TableFlow
from kedraft.model.inline import Run

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Step = str | list[Any]
Program = list[Step]

_VALUES = (Block, CellFlow, Flow, Letterhead, Line, RowFlow, Run, SignatureBlock, TableFlow)
_FIELDS = frozenset(field for kind in _VALUES for field in kind._fields)
_LOOP = {"first": "{at} == 0", "last": "{at} == len({values}) - 1", "index": "{at} + 1"}
_FILTERS = frozenset({"upper", "lower"})
_OPERATORS = {"eq": "==", "ne": "!=", "in": "in", "notin": "not in"}
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))


class Filled(NamedTuple):
    """A part filled in. `pieces` are what the XML was joined of, each printed value one of them; none when it was changed afterwards."""

    xml: str
    pieces: Sequence[str]


Fill = Callable[[dict[str, Any], bool], Filled]


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


def filler(program: Program) -> Fill:
    """Code that fills in a part from the fields of a `Flow`. Its second argument says that no text of them needs escaping.

    Raises `ValueError` for a program that is none.
    """
    made: dict[bool, Callable[[dict[str, Any]], list[str]]] = {}

    def fill(values: dict[str, Any], plain: bool = False) -> Filled:
        write = made.get(plain)
        if write is None:  # each way is made when it is first needed
            write = made[plain] = _function(program, plain)
        pieces = write(values)
        xml = "".join(pieces)
        if "\t" in xml or xml.find("\n", len(DECLARATION)) >= 0:
            return Filled(_listed(xml), ())
        return Filled(xml, pieces)

    return fill


def _listed(xml: str) -> str:
    """Tabs and line ends inside words become Word's, as docxtpl has it."""
    from kedraft.rendering.word import listed  # loads docxtpl, which few documents need

    return DECLARATION + listed(xml[len(DECLARATION) :])


def _function(program: Program, plain: bool) -> Callable[[dict[str, Any]], list[str]]:
    writer = _Writer(plain)
    writer.steps([DECLARATION, *program], {}, 1)
    source = "\n".join(["def write(values):", " out = []", *writer.lines, " return out"])
    scope: dict[str, Any] = {"__builtins__": {"len": len, "str": str, "enumerate": enumerate}, "escaped": escaped}
    exec(compile(source, "<template>", "exec"), scope)
    write: Callable[[dict[str, Any]], list[str]] = scope["write"]
    return write


class _Name(NamedTuple):
    """What a name of the template is in the code: the value of a loop, its position, and what is looped over."""

    value: str
    at: str
    values: str


_Scope = dict[str, _Name]


class _Writer:
    """Python lines that do what a program says."""

    def __init__(self, plain: bool) -> None:
        self.lines: list[str] = []
        self._plain = plain
        self._names = 0

    def steps(self, steps: Program, scope: _Scope, depth: int) -> None:
        """The lines of steps, what is printed in a row joined to one line."""
        printed: list[str] = []
        before = len(self.lines)
        for step in steps:
            if isinstance(step, str):
                printed.append(repr(step))
            elif step[0] == "print":
                printed.append(self._printed(step[1], step[2], bool(step[3]), scope))
            else:
                self._flush(printed, depth)
                self._branching(step, scope, depth)
        self._flush(printed, depth)
        if len(self.lines) == before:
            self._add(depth, "pass")

    def _flush(self, printed: list[str], depth: int) -> None:
        if printed:
            self._add(depth, f"out += ({', '.join(printed)},)")
            printed.clear()

    def _add(self, depth: int, line: str) -> None:
        self.lines.append(" " * depth + line)

    def _branching(self, step: list[Any], scope: _Scope, depth: int) -> None:
        match step:
            case ["if", branches, otherwise]:
                for at, (test, steps) in enumerate(branches):
                    self._add(depth, f"{'elif' if at else 'if'} {_test(test, scope)}:")
                    self.steps(steps, scope, depth + 1)
                if otherwise:
                    self._add(depth, "else:")
                    self.steps(otherwise, scope, depth + 1)
            case ["for", str(name), path, steps]:
                self._loop(name, _path(path, scope), steps, scope, depth)
            case _:
                raise ValueError(f"no step of a template: {step!r}")

    def _loop(self, name: str, values: str, steps: Program, scope: _Scope, depth: int) -> None:
        self._names += 1
        here = _Name(f"value{self._names}", f"at{self._names}", f"values{self._names}")
        inner = scope | {name: here, "loop": here}
        if any(path[0] == "loop" for path in _paths(steps)):
            self._add(depth, f"{here.values} = {values}")
            self._add(depth, f"for {here.at}, {here.value} in enumerate({here.values}):")
        else:
            self._add(depth, f"for {here.value} in {values}:")
        self.steps(steps, inner, depth + 1)

    def _printed(self, path: list[str], filters: list[str], is_text: bool, scope: _Scope) -> str:
        value = _path(path, scope)
        for name in filters:
            if name not in _FILTERS:
                raise ValueError(f"no filter of a template: {name!r}")
            value = f"{value if is_text else f'str({value})'}.{name}()"
        if is_text and self._plain:
            return value
        return f"escaped({value})" if is_text or filters else f"str({value})"


def _paths(steps: object) -> Iterator[list[str]]:
    """Every path that steps, or tests in them, read."""
    if not isinstance(steps, list):
        return
    match steps:
        case ["path", [str(), *_] as path]:
            yield path
        case ["print", path, [*_], bool()]:
            yield path
        case ["for", str(), path, inner]:
            yield path
            yield from _paths(inner)
        case _:
            for step in steps:
                yield from _paths(step)


def _path(path: list[str], scope: _Scope) -> str:
    root, *fields = path
    if root == "loop" and root in scope:
        if len(fields) != 1 or fields[0] not in _LOOP:
            raise ValueError(f"no field of a loop: {path!r}")
        return f"({_LOOP[fields[0]].format(at=scope[root].at, values=scope[root].values)})"
    if (root not in scope and root not in Flow._fields) or not _FIELDS.issuperset(fields):
        raise ValueError(f"no field of a document: {path!r}")
    value = scope[root].value if root in scope else f"values[{root!r}]"
    return ".".join((value, *fields))


def _test(test: list[Any], scope: _Scope) -> str:
    match test:
        case ["path", path]:
            return _path(path, scope)
        case ["const", str() | int() as value]:
            return repr(value)
        case ["list", items]:
            return f"({', '.join(_test(item, scope) for item in items)},)" if items else "()"
        case ["and" | "or" as word, left, right]:
            return f"({_test(left, scope)} {word} {_test(right, scope)})"
        case ["not", inner]:
            return f"(not {_test(inner, scope)})"
        case ["compare", left, operands]:
            compared = "".join(f" {_OPERATORS[word]} {_test(right, scope)}" for word, right in operands)
            return f"({_test(left, scope)}{compared})"
        case _:
            raise ValueError(f"no test of a template: {test!r}")
