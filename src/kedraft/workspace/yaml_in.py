"""YAML files of people to models: every problem at once, with file, line and column.

What is read is text of people, so every scalar is taken as printed (`07`, `no` and `2026-02-05` are words, not a number, a truth
value and a date), and references inside YAML (`&`, `*`) are refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import Reader, ReaderError

from kedraft.errors import DataInvalid, SourceUnreadable, misuse
from kedraft.model.finding import Finding, Findings
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.model.spec import DraftSpec
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.text import nfc
from kedraft.workspace.disk import read_bytes
from kedraft.workspace.messages import QUOTE_BRACE, QUOTE_INSIDE, data_message, suggested_key, syntax_message

Model = TypeVar("Model", bound=BaseModel)
Plain = None | str | int | bool | list["Plain"] | dict[str, "Plain"]
Path_ = tuple[str | int, ...]

MAX_YAML = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Positions:
    """Line and column of every key and value of a YAML file, by the path to it."""

    file: str
    values: Mapping[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[Path_, tuple[int, int]] = field(default_factory=dict)

    def at(self, path: Path_, *, key: bool = False) -> Location:
        """Where a value (or its key) stands; the nearest thing around it when it is not in the file."""
        place: tuple[int, int] | None = None
        here = path
        while place is None:
            place = (self.keys.get(here) if key else None) or self.values.get(here)
            if not here:
                break
            here = here[:-1]
        line, column = place or (1, 1)
        return Location(file=self.file, line=line, column=column, field=field_name(path) or None)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Model]):
    """A model read from a file, and where each of its fields stands there."""

    value: Model
    path: Path
    positions: Positions
    text: str = ""

    def locate(self, field_path: str) -> Location:
        """`sections[1].only[2]` -> file, line and column."""
        return self.positions.at(_steps(field_path))

    def located(self, findings: Findings, moved: Mapping[str, str] | None = None) -> Findings:
        """The findings that name a field of this file, with its line and column; the others as they are.

        `moved`: fields that stood elsewhere when they were typed (`sections[1]` -> `sections[2]`).
        """
        return tuple(self._located(_moved_back(finding, moved or {})) for finding in findings)

    def _located(self, finding: Finding) -> Finding:
        where = finding.where
        if where.field is None or where.line is not None or (where.file or self.positions.file) != self.positions.file:
            return finding
        steps = _steps(where.field)
        if not steps or steps[:1] not in self.positions.values:
            return finding
        return finding.evolve(where=self._narrowed(self.positions.at(steps), finding.message))

    def _narrowed(self, where: Location, message: str) -> Location:
        """The line inside a text of several lines on which the braces stand that the message quotes."""
        quoted = _BRACES.match(message)
        if quoted is None or where.line is None:
            return where
        for at, line in enumerate(self.text.split("\n")[where.line - 1 :], where.line):
            column = nfc(line).find(quoted[1].split("\n")[0])
            if column >= 0:
                return where.evolve(line=at, column=column + 1)
        return where


_BRACES = lazily(r"“([^”]*[{}][^”]*)”")


def _moved_back(finding: Finding, moved: Mapping[str, str]) -> Finding:
    place = finding.where.field
    if not moved or place is None or finding.where.line is not None:
        return finding
    for end in range(len(place), 0, -1):
        if place[:end] in moved and place[end : end + 1] in ("", ".", "["):
            return finding.evolve(where=finding.where.evolve(field=moved[place[:end]] + place[end:]))
    return finding


def field_name(path: Path_) -> str:
    """`("sections", 1, "only", 2)` -> `sections[1].only[2]`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _steps(field_path: str) -> Path_:
    steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", field_path)
    return tuple(int(index) if index else name for index, name in steps)


def load_spec(path: Path) -> Loaded[DraftSpec]:
    """A draft file.

    Raises:
        SourceUnreadable: there is no such file, or it is no UTF-8 text.
        DataInvalid: it is not YAML, or not a draft; every problem with file, line and column.

    """
    return load(path, DraftSpec)


def load_plan(path: Path) -> Plan:
    """A plan from a file that `dump_plan` (or a person) wrote; raises as `load_spec` does."""
    return load(path, Plan).value


def load(path: Path, model: type[Model]) -> Loaded[Model]:
    """A YAML file as a model, with positions; raises as `load_spec` does."""
    text = read_text(path)
    data, positions = parse_yaml(text, path.name)
    try:
        value = model.model_validate(data)
    except ValidationError as error:
        raise DataInvalid(tuple(_data_findings(error, data, positions, model))) from None
    return Loaded(value, path, positions, text)


def read_text(path: Path, limit: int = MAX_YAML) -> str:
    """A UTF-8 text, with or without a byte order mark."""
    data = read_bytes(path, limit)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceUnreadable(_encoding_message(data, error), Location(file=path.name)) from None


def _encoding_message(data: bytes, error: UnicodeDecodeError) -> str:
    remedy = "mở bằng Notepad, chọn Lưu thành (Save as), Mã hóa (Encoding): UTF-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return f"Tệp lưu bằng mã UTF-16, cần UTF-8; {remedy}."
    line = data.count(b"\n", 0, error.start) + 1
    return f"Tệp không phải mã UTF-8 (dòng {line}), có lẽ là bảng mã cũ của Windows; {remedy}."


class _NoAliases(Composer):
    """A composer that refuses `&name` and `*name`: a few of them can unfold to gigabytes."""

    def compose_node(self, parent: Node | None, index: object) -> Node | None:
        event = self.parser.peek_event()
        if self.parser.check_event(AliasEvent) or getattr(event, "anchor", None):
            raise MarkedYAMLError(problem="undefined alias", problem_mark=event.start_mark)
        composed: Node | None = super().compose_node(parent, index)
        return composed


class _Printable(Reader):
    """A reader that asks Python first whether a text is printable: to compile the pattern for it takes longer than a small file."""

    def check_printable(self, data: str) -> None:
        if not data.replace("\n", "").isprintable():
            super().check_printable(data)


def parse_yaml(text: str, name: str) -> tuple[Plain, Positions]:
    """The data of a YAML text, every scalar as printed, and where everything stands. Raises `DataInvalid`."""
    yaml = YAML(typ="safe", pure=True)  # the round-trip scanner marks the folds of `>` texts inside the words
    yaml.Composer, yaml.Reader = _NoAliases, _Printable
    try:
        root = yaml.compose(StringIO(text.replace("\r\n", "\n").replace("\r", "\n")))
        reader = _Reader(name)
        data = reader.plain(root, ()) if root is not None else {}
    except RecursionError:
        raise DataInvalid(
            (misuse("DL-01", "Tệp lồng nhau quá nhiều bậc; xem lại các dấu ngoặc.", Location(file=name)),)
        ) from None
    except YAMLError as error:
        raise DataInvalid((_syntax_finding(error, name, text),)) from None
    if reader.twice:
        raise DataInvalid(tuple(reader.twice))
    return data, Positions(name, reader.values, reader.keys)


@dataclass(slots=True)
class _Reader:
    """Turns YAML nodes into plain data, noting places and keys that stand twice."""

    name: str
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    twice: list[Finding] = field(default_factory=list)

    def plain(self, node: Node, path: Path_) -> Plain:
        self.values[path] = _mark(node)
        if isinstance(node, ScalarNode):
            return _scalar(node, path)
        if isinstance(node, SequenceNode):
            return [self.plain(child, (*path, at)) for at, child in enumerate(node.value)]
        assert isinstance(node, MappingNode)
        return self._mapping(node, path)

    def _mapping(self, node: MappingNode, path: Path_) -> Plain:
        out: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else "?"
            here = (*path, key)
            if key in out:
                line, column = _mark(key_node)
                first = self.keys[here][0]
                where = Location(file=self.name, line=line, column=column, field=field_name(here))
                self.twice.append(misuse("DL-01", f"Khóa `{key}` đã có ở dòng {first}; gộp lại thành một.", where))
                continue
            self.keys[here] = _mark(key_node)
            out[key] = self.plain(value_node, here)
        return out


def _mark(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


#: A number typed without quotes under `figures`, large enough to be printed in groups of three.
_FIGURE = lazily(r"[1-9]\d{3,14}")


def _scalar(node: ScalarNode, path: Path_) -> str | None:
    plain = node.style is None or node.style == ""
    if plain and node.value in ("", "~", "null", "Null", "NULL"):
        return None
    if plain and _is_figure(path) and _FIGURE.fullmatch(node.value):
        return f"{int(node.value):,}".replace(",", ".")  # as the same number in a cell of the table is printed
    return str(node.value)


def _is_figure(path: Path_) -> bool:
    """Whether a figure of the locality stands there; years are no quantities."""
    return len(path) > 1 and path[-2] == "figures" and not str(path[-1]).casefold().startswith("năm")


def _syntax_finding(error: YAMLError, name: str, text: str) -> Finding:
    context, problem, line, column = "", str(error), None, None
    if isinstance(error, MarkedYAMLError):
        context, problem = error.context or "", error.problem or ""
        mark = error.problem_mark or error.context_mark
        if "quoted scalar" in context or "flow" in context:
            mark = error.context_mark or mark
        if mark is not None:
            line, column = mark.line + 1, mark.column + 1
    elif isinstance(error, ReaderError):
        position = error.position if isinstance(error.position, int) else 0
        problem, line = "unacceptable character", text.count("\n", 0, position) + 1
    if line is not None and (begun := _BEGINS_WITH_BRACE.match(text.split("\n")[line - 1])):
        message = f"{QUOTE_BRACE[0].upper()}{QUOTE_BRACE[1:]}."
        return misuse("DL-01", message, Location(file=name, line=line, column=begun.end()))
    if line is not None and (inside := _QUOTE_INSIDE.match(text.split("\n")[line - 1])):
        return misuse("DL-01", QUOTE_INSIDE, Location(file=name, line=line, column=inside.end(1) + 1))
    return misuse("DL-01", syntax_message(context, problem), Location(file=name, line=line, column=column))


#: A key or a list's dash, then a field and words after it.
_BEGINS_WITH_BRACE = lazily(r"\s*(?:- +)*(?:[^\s:#'\"][^:#'\"]*:\s+|- +)\{(?=[^{}:]*\}\s*[^\s},#]|[^{}]*\|)")

#: A value in double quotes, and words behind the quotes that end it.
_QUOTE_INSIDE = lazily(r"""(\s*(?:- +)*(?:[^\s:#'"][^:#'"]*:\s+|- +)"(?:[^"\\]|\\.)*)"\s*[^\s#,\]}:]""")


# --- pydantic errors ---


def _data_findings(
    error: ValidationError, data: Plain, positions: Positions, model: type[BaseModel]
) -> tuple[Finding, ...]:
    if not isinstance(data, dict) or not data:
        message = (
            "Tệp phải gồm các dòng `khóa: giá trị`; tạo tệp mẫu bằng lệnh `kedraft new`, hoặc xem `kedraft schema`."
        )
        return (misuse("DL-04", message, Location(file=positions.file, line=1, column=1)),)
    found: dict[tuple[Path_, str], Finding] = {}
    for problem in _meant(error.errors(include_url=False), data, model):
        path = _data_path(problem, data)
        message = data_message(problem, path, model)
        where = positions.at(path, key=problem["type"] == "extra_forbidden")
        found.setdefault((path, message), misuse(_rule(problem["type"]), message, where))
    return tuple(sorted(found.values(), key=lambda finding: (finding.where.line or 0, finding.where.column or 0)))


def _rule(kind: str) -> str:
    return {"extra_forbidden": "DL-02", "missing": "DL-03"}.get(kind, "DL-04")


def _data_path(problem: ErrorDetails, data: Plain) -> Path_:
    """A pydantic `loc` without the names of union members: only what stands in the data, and a missing last key."""
    path: list[str | int] = []
    here: Plain = data
    for part in problem["loc"]:
        inside = here.get(part) if isinstance(here, dict) and isinstance(part, str) else None
        known = isinstance(here, dict) and part in here
        if isinstance(here, list) and isinstance(part, int) and part < len(here):
            inside, known = here[part], True
        if known:
            here = inside
            path.append(part)
    return (*path, problem["loc"][-1]) if problem["type"] == "missing" else tuple(path)


def _meant(errors: list[ErrorDetails], data: Plain, model: type[BaseModel]) -> Iterator[ErrorDetails]:
    """The errors worth saying: one form of a union, no "too few" for entries that are wrong, no missing key that was misspelt."""
    misspelt = {
        (*_data_path(problem, data)[:-1], suggested_key(problem, model))
        for problem in errors
        if problem["type"] == "extra_forbidden"
    }
    for problem in errors:
        value = _value_at(_data_path(problem, data), data)
        match problem["type"]:
            case "too_short" if value:
                continue
            case "missing" if _data_path(problem, data) in misspelt:
                continue
            case "literal_error" if isinstance(value, list) and str(problem["loc"][-1]).startswith("literal["):
                continue
            case "tuple_type" | "list_type" if str(problem["loc"][-1]).startswith("tuple["):
                continue
            case "model_type" | "model_attributes_type" if problem["loc"][-1] == "ClauseUse":
                continue
        yield problem


def _value_at(path: Path_, data: Plain) -> Plain:
    here = data
    for part in path:
        if isinstance(here, dict) and isinstance(part, str):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part]
    return here
