"""The disk: YAML files to models with line and column, bytes in and out, where templates lie.

Nothing else in the package opens a file. What is read is text of people, so every scalar is taken as printed (`07`, `no` and
`2026-02-05` are words, not a number, a truth value and a date), and references inside YAML (`&`, `*`) are refused.

What was written is remembered in `.kedraft`, a small file beside it: for each file its digest and the draft that made it. So a file may
be written again by the draft that made it, as long as nobody has touched it since; this needs no mark inside Word files or PDFs.
"""

import errno
import json
import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from hashlib import blake2b
from io import StringIO
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from kedraft.errors import DataInvalid, OutputRefused, SourceUnreadable, TemplateInvalid, misuse
from kedraft.model.finding import Finding, Findings
from kedraft.model.inline import Inline
from kedraft.model.place import Location
from kedraft.model.plan import Plan
from kedraft.model.proposal import Proposal, ProposedSection
from kedraft.model.spec import DraftSpec
from kedraft.workspace_messages import data_message, suggested_key, syntax_message

Model = TypeVar("Model", bound=BaseModel)
Plain = None | str | int | bool | list["Plain"] | dict[str, "Plain"]
Path_ = tuple[str | int, ...]

MAX_YAML = 8 * 1024 * 1024
MAX_SOURCE = 200 * 1024 * 1024
LEDGER = ".kedraft"


# --- YAML in ---------------------------------------------------------------------------------------------------------


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

    def locate(self, field_path: str) -> Location:
        """`sections[1].only[2]` -> file, line and column."""
        return self.positions.at(_steps(field_path))

    def located(self, findings: Findings) -> Findings:
        """The findings that name a field of this file, with its line and column; the others as they are."""
        return tuple(self._located(finding) for finding in findings)

    def _located(self, finding: Finding) -> Finding:
        where = finding.where
        if where.field is None or where.line is not None or (where.file or self.positions.file) != self.positions.file:
            return finding
        steps = _steps(where.field)
        if not steps or steps[:1] not in self.positions.values:
            return finding
        return finding.evolve(where=self.positions.at(steps))


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
    return Loaded(value, path, positions)


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
    """A composer that refuses `*name`: a few of them can unfold to gigabytes."""

    def compose_node(self, parent: Node | None, index: object) -> Node | None:
        if self.parser.check_event(AliasEvent):
            event = self.parser.peek_event()
            raise MarkedYAMLError(problem="undefined alias", problem_mark=event.start_mark)
        composed: Node | None = super().compose_node(parent, index)
        return composed


def parse_yaml(text: str, name: str) -> tuple[Plain, Positions]:
    """The data of a YAML text, every scalar as printed, and where everything stands. Raises `DataInvalid`."""
    yaml = YAML(typ="safe", pure=True)  # the round-trip scanner marks the folds of `>` texts inside the words
    yaml.Composer = _NoAliases
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
            return _scalar(node)
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


def _scalar(node: ScalarNode) -> str | None:
    plain = node.style is None or node.style == ""
    return None if plain and node.value in ("", "~", "null", "Null", "NULL") else str(node.value)


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
    return misuse("DL-01", syntax_message(context, problem), Location(file=name, line=line, column=column))


# --- pydantic errors -------------------------------------------------------------------------------------------------


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
        yield problem


def _value_at(path: Path_, data: Plain) -> Plain:
    here = data
    for part in path:
        if isinstance(here, dict) and isinstance(part, str):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part]
    return here


# --- bytes in --------------------------------------------------------------------------------------------------------


def read_bytes(path: Path, limit: int = MAX_SOURCE) -> bytes:
    """The bytes of a file, or `SourceUnreadable` with a sentence and the names that come close."""
    where = Location(file=path.name or str(path))
    found = _as_on_disk(path)
    try:
        if found.is_dir():
            raise SourceUnreadable("Đây là thư mục, không phải tệp; ghi thêm tên tệp.", where)
        size = found.stat().st_size
        if size > limit:
            raise SourceUnreadable(f"Tệp quá lớn ({size // 2**20} MB; nhận tối đa {limit // 2**20} MB).", where)
        return found.read_bytes()
    except FileNotFoundError:
        raise SourceUnreadable(f"Không thấy tệp này.{_close_names(path)}", where) from None
    except PermissionError:
        message = "Không được phép đọc tệp này; đóng chương trình đang mở tệp, hoặc xem lại quyền của tệp."
        raise SourceUnreadable(message, where) from None
    except OSError as error:
        raise SourceUnreadable(f"Không đọc được tệp ({error.strerror or type(error).__name__}).", where) from None


def _as_on_disk(path: Path) -> Path:
    """The file whose name is the same in composed Unicode, when the disk holds it decomposed (archives made on a Mac)."""
    with suppress(OSError):
        if not path.exists():
            wanted = unicodedata.normalize("NFC", path.name)
            same = [entry for entry in path.parent.iterdir() if unicodedata.normalize("NFC", entry.name) == wanted]
            if len(same) == 1:
                return same[0]
    return path


def _close_names(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f" Thư mục {folder.name or folder} không có."
    with suppress(OSError):
        names = {
            entry.name.casefold(): entry.name
            for entry in folder.iterdir()
            if entry.is_file() and not entry.name.startswith((".", "~$"))
        }
        close = get_close_matches(path.name.casefold(), list(names), n=3, cutoff=0.6)
        if close:
            return f" Trong thư mục đó có tên gần giống: {', '.join(names[name] for name in close)}."
    return " Xem lại tên và thư mục; đường dẫn tính từ nơi ghi nó."


# --- bytes out -------------------------------------------------------------------------------------------------------


def write_new(path: Path, data: bytes, *, force: bool = False, signature: str | None = None) -> None:
    """Writes a whole file or nothing.

    An existing file is replaced only when it has these very bytes, when the draft `signature` made it and nobody changed it since,
    or with `force`. A file that is open in Word is never replaced.

    Raises:
        OutputRefused: with the reason and the remedy.

    """
    where = Location(file=path.name or str(path))
    try:
        target = path.resolve() if path.is_symlink() else path
        _refuse_folder(target, where)
        if not _holds(target, data):
            if target.exists():
                _refuse_to_replace(target, force, signature, where)
            _replace(target, data)
        _remember(target, data, signature)
    except OSError as error:
        raise OutputRefused(_refusal(error), where) from None


def signature_of(draft: Path, output: Path) -> str:
    """The name under which a draft signs what it writes: its path as seen from the output's folder, so that both may move together."""
    return Path(os.path.relpath(draft.resolve(), output.resolve().parent)).as_posix()


def _refuse_folder(path: Path, where: Location) -> None:
    if path.is_dir():
        raise OutputRefused("Nơi ghi là một thư mục; ghi thêm tên tệp.", where)
    if not path.parent.is_dir():
        raise OutputRefused(
            f"Chưa có thư mục {path.parent.name or path.parent}; tạo thư mục trước, hoặc chọn nơi khác.", where
        )


def _holds(path: Path, data: bytes) -> bool:
    """Whether the file has these very bytes already."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _refuse_to_replace(path: Path, force: bool, signature: str | None, where: Location) -> None:
    if not path.is_file():
        raise OutputRefused("Nơi ghi không phải là một tệp thường; chọn tên khác.", where)
    _refuse_open(path, where)
    if not force:
        _refuse_foreign(path, signature, where)


def _refuse_open(path: Path, where: Location) -> None:
    """Word and LibreOffice put a small owner file beside a document that they have open."""
    name = path.name
    owners = [f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"]
    open_in = next((owner for owner in owners if (path.parent / owner).exists()), None)
    if open_in is not None:
        message = f"Tệp đang mở trong Word; đóng tệp rồi chạy lại. Nếu không mở, xóa tệp {open_in} còn sót lại."
        raise OutputRefused(message, where)


def _refuse_foreign(path: Path, signature: str | None, where: Location) -> None:
    made_by = _ledger(path.parent).get(path.name)
    if signature is not None and made_by == {"draft": signature, "digest": _digest(path.read_bytes())}:
        return
    if signature is not None and made_by and made_by.get("draft") == signature:
        message = "Tệp này do phiếu tạo ra nhưng đã được sửa sau đó; đổi tên tệp đã sửa, hoặc thêm --force để ghi đè."
    else:
        message = (
            "Đã có tệp cùng tên, không phải do phiếu này tạo ra; chọn tên khác bằng -o, hoặc thêm --force để ghi đè."
        )
    raise OutputRefused(message, where)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _ledger(folder: Path) -> dict[str, dict[str, str]]:
    """What `.kedraft` of a folder remembers; nothing when it is missing or damaged, which only makes writing more careful."""
    with suppress(OSError, ValueError):
        known = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        if isinstance(known, dict):
            return {name: made for name, made in known.items() if isinstance(made, dict)}
    return {}


def _remember(path: Path, data: bytes, signature: str | None) -> None:
    if signature is None:
        return
    made = {"draft": signature, "digest": _digest(data)}
    known = _ledger(path.parent)
    if known.get(path.name) == made:
        return
    known[path.name] = made
    text = json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=1)
    with suppress(OSError):  # the document is there; without the note the next run will only ask for --force
        _replace(path.parent / LEDGER, text.encode())


def _replace(path: Path, data: bytes) -> None:
    """Temporary file in the same folder, fsync, rename."""
    draft = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        with open(draft, "xb") as stream:  # noqa: PTH123 - exclusive creation
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _refusal(error: OSError) -> str:
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return "Không ghi được: tệp đang mở trong chương trình khác, hoặc thư mục không cho ghi; đóng tệp hoặc chọn nơi khác."
        case errno.ENOSPC | errno.EDQUOT:
            return "Không ghi được: ổ đĩa đã đầy."
        case errno.ENAMETOOLONG:
            return "Không ghi được: tên tệp quá dài; đặt tên ngắn hơn bằng -o."
        case errno.EROFS:
            return "Không ghi được: ổ đĩa chỉ cho đọc; chọn nơi khác bằng -o."
        case _:
            return f"Không ghi được tệp ({error.strerror or type(error).__name__}); thử tên hoặc thư mục khác."


# --- plans as YAML ---------------------------------------------------------------------------------------------------


def dump_plan(plan: Plan) -> str:
    """A plan as YAML: fields in the model's order, defaults left out; `load_plan` gives the same plan back."""
    yaml = YAML(typ="rt", pure=True)
    yaml.width = sys.maxsize
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    out = StringIO()
    yaml.dump(_yaml(plan), out)
    return out.getvalue()


def _yaml(value: object) -> object:
    match value:
        case Inline() if not value.marks:
            return _yaml(value.text)
        case BaseModel():
            pairs = ((name, getattr(value, name), info) for name, info in type(value).model_fields.items())
            return CommentedMap((name, _yaml(v)) for name, v, info in pairs if name == "kind" or v != info.default)
        case Enum():
            return str(value.value)
        case str():
            return _yaml_text(value)
        case tuple() | list():
            return CommentedSeq(_yaml(item) for item in value)
        case _:
            return value


_ONE_LINE = re.compile(r"[\x20-\x7e\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e₫]*\Z")


def _yaml_text(text: str) -> object:
    """Lines that hold only ordinary characters as a block, everything unusual in double quotes."""
    lines = text.split("\n")
    if not all(_ONE_LINE.match(line) for line in lines):
        return DoubleQuotedScalarString(text)
    if len(lines) == 1:
        return text
    tidy = all(line == line.rstrip() for line in lines) and lines[0] == lines[0].lstrip() and bool(lines[0])
    return LiteralScalarString(text) if tidy and lines[-1] else DoubleQuotedScalarString(text)


# --- a first draft file ----------------------------------------------------------------------------------------------


def dump_proposal(proposal: Proposal) -> str:
    """The YAML of a proposed draft file, with a comment for the clerk at each entry."""
    place = proposal.locality
    lines = [
        f"# Phiếu kế thừa: kế hoạch của {place.place.full}, soạn từ kế hoạch cấp trên.",
        "# Mỗi mục dưới đây là một đề xuất: đọc lại, sửa, rồi chạy `kedraft draft`.",
        "# mode: verbatim = giữ nguyên văn; adapt = đổi cấp, địa danh; replace = viết lại. Mã đề mục: `kedraft outline`.",
        "",
        f"parent: {_quoted(proposal.parent)}",
        "",
        "locality:",
        *(
            f"  {key}: {_quoted(one.name)}"
            for key, one in (("commune", place.commune), ("district", place.district))
            if one
        ),
        f"  province: {_quoted(place.province.name)}",
        "",
        "document:",
        f"  subject: {_quoted(proposal.subject)}",
        f"  date: {proposal.date}    # chỉ ghi năm-tháng để văn thư điền ngày",
        "  signatory:",
        "    authority: [TM. ỦY BAN NHÂN DÂN]    # phó ký thay: thêm KT. CHỦ TỊCH",
        "    position: CHỦ TỊCH                  # phó ký thay: PHÓ CHỦ TỊCH",
        "    # name: họ tên người ký",
        "",
        "sections:",
    ]
    for section in proposal.sections:
        lines += _proposed(section)
    if proposal.annexes:
        lines += ["annexes:"]
        for annex in proposal.annexes:
            lines += _proposed(annex)
    return "\n".join(lines).rstrip() + "\n"


def _proposed(section: ProposedSection) -> list[str]:
    about = f"{section.title}: {section.why}" if section.title else section.why
    lines = [f"  # {' '.join(about.split())}"]
    if section.drop is not None:
        return [*lines, f"  - drop: {section.node}", f"    reason: {_quoted(section.drop)}", ""]
    if section.node is not None:
        lines += [f"  - inherit: {section.node}", f"    mode: {section.mode}"]
    if section.heading is not None:
        lines += [f"  {'  ' if section.node else '- '}heading: {_quoted(section.heading)}"]
    if section.text is not None:
        lines += ["    text: |", *(f"      {line}" for line in section.text.split("\n"))]
    if section.drops:
        lines += ["    drop:"]
        lines += [f"      - {{node: {node}, reason: {_quoted(reason)}}}" for node, reason in section.drops]
    if section.adapted:
        lines += ["    nodes:", *(f"      - {{node: {node}, mode: adapt}}" for node in section.adapted)]
    return [*lines, ""]


def _quoted(text: str) -> str:
    """A YAML scalar that reads back as `text`."""
    return json.dumps(text, ensure_ascii=False)


# --- templates -------------------------------------------------------------------------------------------------------


def template_folders(beside: Path | None = None) -> tuple[Path, ...]:
    """Where templates are looked for, first found first: `templates` beside the draft file, then those that kedraft brings."""
    here = Path(__file__).resolve().parent
    packaged = [here / "_templates", here.parent.parent / "templates"]
    own = [beside.parent / "templates"] if beside is not None else []
    return tuple(dict.fromkeys(folder for folder in (*own, *packaged) if folder.is_dir()))


def list_templates(beside: Path | None = None) -> tuple[Path, ...]:
    """Every template folder by name; one beside the draft file hides a packaged one of that name."""
    found: dict[str, Path] = {}
    for folder in template_folders(beside):
        for entry in sorted(folder.iterdir()):
            if (entry / "template.docx").is_file():
                found.setdefault(entry.name, entry)
    return tuple(found[name] for name in sorted(found))


def find_template(name: str, beside: Path | None = None) -> Path:
    """The folder of a template; raises `TemplateInvalid` with the names that there are."""
    templates = {folder.name: folder for folder in list_templates(beside)}
    if name in templates:
        return templates[name]
    close = get_close_matches(name, list(templates), n=1, cutoff=0.5)
    known = f"có phải là '{close[0]}'?" if close else f"các mẫu hiện có: {_listed(templates)}."
    message = f"Không có mẫu trình bày `{name}`; {known}"
    raise TemplateInvalid((misuse("DL-05", message, Location(field="template")),))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "chưa có mẫu nào"
