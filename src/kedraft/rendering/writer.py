"""Python code that writes a part, made of its program.

The code can do nothing but what the program's steps say: every name in it is checked here. It is one function that lists the pieces of
which the XML is joined; each printed value is one of them. A plan has some hundred paragraphs that differ in style and words only, so

- branches that differ only in their first text are written once, and a table gives that text;
- the value of a loop is taken apart into its fields once, not looked into again and again;
- most innermost loops run once: then what stands before and behind them is put into one piece with what they print.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kedraft.rendering.fields import ROOTS, VALUES, element_of, fields_of, type_of
from kedraft.rendering.program import Branch, Program, Step, alike, has_loop, paths, prints

_FIELDS = frozenset(field for kind in VALUES for field in kind._fields)
_LOOP = {"first": "{at} == 0", "last": "{at} == len({values}) - 1", "index": "{at} + 1"}
_FEW = 4
_FILTERS = frozenset({"upper", "lower"})
_OPERATORS = {"eq": "==", "ne": "!=", "in": "in", "notin": "not in"}


class Code(NamedTuple):
    """The source of a function `write(values)`, and the tables that it looks up."""

    source: str
    tables: dict[str, Any]


def code_of(program: Program, plain: bool) -> Code:
    """The code of a program. `plain`: no text needs escaping. Raises `ValueError` for a program that is none."""
    writer = _Writer(plain)
    writer.steps(program, {}, 1)
    tables = writer.tables()
    return Code("\n".join(["def write(values):", " out = []", *writer.lines, " return out"]), tables)


class _Name(NamedTuple):
    """What a name of the template is in the code: the value of a loop, its position, what is looped over, and the value's type.

    `is_read`: as a whole. Where `fields` of it are read, it is taken apart: its field `text` is `value1_text`.
    """

    value: str
    at: str
    values: str
    kind: Any
    is_read: bool
    fields: tuple[str, ...]


_Scope = dict[str, _Name]


class _Coded(NamedTuple):
    """Code for a text that is printed."""

    code: str


class _Heads:
    """The first texts of branches that are alike, by the constants that they ask for."""

    def __init__(self, name: str, texts: dict[str | int, str]) -> None:
        self.name = name
        self._texts = texts
        self._behind: list[str] = []

    def with_text(self, behind: str) -> str:
        """The variable that holds the first text and, in one piece with it, what is printed `behind` it."""
        if behind not in self._behind:
            self._behind.append(behind)
        return f"{self.name}_{self._behind.index(behind)}"

    def lookup(self, value: str) -> str:
        """The line that sets the variables for a value; to None where it is not in the table."""
        variables = "".join(f"{self.name}_{at}, " for at in range(len(self._behind)))
        return f"{variables}= {self.name}.get({value}, no_{self.name})"

    def tables(self) -> dict[str, Any]:
        """What is looked up, and what stands for all that is not there."""
        rows = {constant: tuple(text + behind for behind in self._behind) for constant, text in self._texts.items()}
        return {self.name: rows, f"no_{self.name}": (None,) * len(self._behind)}


_Piece = str | _Coded | _Heads
_Pieces = tuple[_Piece, ...]


class _Around(NamedTuple):
    """What is printed before and behind a step: in one piece with what it prints, where that can be."""

    before: _Pieces
    behind: _Pieces


_ALONE = _Around((), ())


class _Writer:
    """Python lines that do what a program says."""

    def __init__(self, plain: bool) -> None:
        self.lines: list[str] = []
        self._plain = plain
        self._names = 0
        self._heads: list[tuple[int, str, _Heads]] = []  # the line that looks them up, and by what

    def tables(self) -> dict[str, Any]:
        """The tables that the code looks up; only now are the lines complete that do so."""
        tables: dict[str, Any] = {}
        for line, value, heads in self._heads:
            self.lines[line] += heads.lookup(value)
            tables |= heads.tables()
        return tables

    def steps(self, steps: Program, scope: _Scope, depth: int, around: _Around = _ALONE) -> None:
        """The lines of steps; what is printed in a row is one line."""
        before = around.before
        lines = len(self.lines)
        for at, step in enumerate(steps):
            if prints(step):
                before = (*before, self._piece(step, scope))
                continue
            rest = steps[at + 1 :]
            if scope and all(map(prints, rest)):  # in a loop, where it is worth the longer code
                behind = (*(self._piece(one, scope) for one in rest), *around.behind)
                self._branch_or_loop(step, scope, depth, _Around(before, behind))
                return
            self._print(before, depth)
            self._branch_or_loop(step, scope, depth, _ALONE)
            before = ()
        self._print((*before, *around.behind), depth)
        if len(self.lines) == lines:
            self._add(depth, "pass")

    def _add(self, depth: int, line: str) -> None:
        self.lines.append(" " * depth + line)

    def _print(self, pieces: _Pieces, depth: int) -> None:
        codes = list(_joined(pieces))
        if len(codes) <= _FEW:  # quicker than making a tuple of them
            self.lines.extend(f"{' ' * depth}out.append({code})" for code in codes)
        else:
            self._add(depth, f"out += ({', '.join(codes)})")

    def _branch_or_loop(self, step: Step, scope: _Scope, depth: int, around: _Around) -> None:
        match step:
            case ["if", branches, otherwise]:
                self._branching(branches, otherwise, scope, depth, around)
            case ["for", str(name), path, steps]:
                self._looping(name, path, steps, scope, depth, around)
            case _:
                raise ValueError(f"no step of a template: {step!r}")

    def _branching(
        self, branches: list[Branch], otherwise: Program, scope: _Scope, depth: int, around: _Around
    ) -> None:
        word = "if"
        found = alike(branches)
        if found:
            heads = self._looked_up(_path(found.path, scope), found.texts, depth)
            self._add(depth, f"if {heads.with_text('')} is not None:")
            self.steps(found.tail, scope, depth + 1, _Around((*around.before, heads), around.behind))
            word, branches = "elif", found.left
        for test, steps in branches:
            self._add(depth, f"{word} {_test(test, scope)}:")
            self.steps(steps, scope, depth + 1, around)
            word = "elif"
        if otherwise or any(around):
            self._add(depth, "else:")
            self.steps(otherwise, scope, depth + 1, around)

    def _looked_up(self, value: str, texts: dict[str | int, str], depth: int) -> _Heads:
        self._names += 1
        heads = _Heads(f"heads{self._names}", texts)
        self._heads.append((len(self.lines), value, heads))
        self._add(depth, "")
        return heads

    def _looping(self, name: str, path: list[str], steps: Program, scope: _Scope, depth: int, around: _Around) -> None:
        self._names += 1
        here = _named(self._names, name, path, steps, scope)
        self._add(depth, f"{here.values} = {_path(path, scope)}")
        if not any(around):
            self._loop(here, name, steps, scope, depth)
        elif has_loop(steps) or _asks_where(steps):
            self._print(around.before, depth)
            self._loop(here, name, steps, scope, depth)
            self._print(around.behind, depth)
        else:
            self._add(depth, f"if len({here.values}) == 1:")
            self._take(here, f"{here.values}[0]", depth + 1)
            self.steps(steps, scope | {name: here}, depth + 1, around)
            self._add(depth, "else:")
            self._print(around.before, depth + 1)
            self._loop(here, name, steps, scope, depth + 1)
            self._print(around.behind, depth + 1)

    def _loop(self, here: _Name, name: str, steps: Program, scope: _Scope, depth: int) -> None:
        if _asks_where(steps):
            self._add(depth, f"for {here.at}, {here.value} in enumerate({here.values}):")
        else:
            self._add(depth, f"for {here.value} in {here.values}:")
        self._take(here, here.value, depth + 1)
        self.steps(steps, scope | {name: here, "loop": here}, depth + 1)

    def _take(self, here: _Name, value: str, depth: int) -> None:
        """The lines that set a loop's value, as a whole or taken apart, as the steps read it."""
        if value != here.value and here.is_read:
            self._add(depth, f"{here.value} = {value}")
        if here.fields:
            self._add(depth, f"{''.join(f'{here.value}_{field}, ' for field in here.fields)}= {value}")

    def _piece(self, step: Step, scope: _Scope) -> _Piece:
        match step:
            case str():
                return step
            case ["print", path, filters, is_text]:
                return _Coded(self._printed(path, filters, bool(is_text), scope))
            case _:
                raise ValueError(f"no step of a template: {step!r}")

    def _printed(self, path: list[str], filters: list[str], is_text: bool, scope: _Scope) -> str:
        value = _path(path, scope)
        for name in filters:
            if name not in _FILTERS:
                raise ValueError(f"no filter of a template: {name!r}")
            value = f"{value if is_text else f'str({value})'}.{name}()"
        if is_text and self._plain:
            return value
        return f"escaped({value})" if is_text or filters else f"str({value})"


def _joined(pieces: _Pieces) -> Iterator[str]:
    """Code for each piece; texts in a row are one, and one with the first text of a branch before them."""
    left = list(reversed(pieces))
    while left:
        piece = left.pop()
        if isinstance(piece, _Coded):
            yield piece.code
            continue
        text = "" if isinstance(piece, _Heads) else piece
        while left and isinstance(left[-1], str):
            text += str(left.pop())
        yield piece.with_text(text) if isinstance(piece, _Heads) else repr(text)


def _named(number: int, name: str, path: list[str], steps: Program, scope: _Scope) -> _Name:
    kind = element_of(type_of(path, ROOTS | {known: here.kind for known, here in scope.items()}))
    read = [len(one) for one in paths(steps) if one[0] == name]
    return _Name(
        value=f"value{number}",
        at=f"at{number}",
        values=f"values{number}",
        kind=kind,
        is_read=1 in read,
        fields=tuple(fields_of(kind)) if max(read, default=0) > 1 else (),
    )


def _asks_where(steps: Program) -> bool:
    """Whether steps ask about positions in a loop."""
    return any(path[0] == "loop" for path in paths(steps))


def _path(path: list[str], scope: _Scope) -> str:
    root, *fields = path
    if root == "loop" and root in scope:
        if len(fields) != 1 or fields[0] not in _LOOP:
            raise ValueError(f"no field of a loop: {path!r}")
        return f"({_LOOP[fields[0]].format(at=scope[root].at, values=scope[root].values)})"
    if (root not in scope and root not in ROOTS) or not _FIELDS.issuperset(fields):
        raise ValueError(f"no field of a document: {path!r}")
    if root not in scope:
        return ".".join((f"values[{root!r}]", *fields))
    here = scope[root]
    if not fields or not here.fields:
        return ".".join((here.value, *fields))
    if fields[0] not in here.fields:
        raise ValueError(f"no field of a document: {path!r}")
    return ".".join((f"{here.value}_{fields[0]}", *fields[1:]))


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
