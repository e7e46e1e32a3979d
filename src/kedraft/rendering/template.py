"""A template, ready to print: opened, checked against its contract, its parts turned into programs.

A template that kedraft brings carries its programs beside it (`prepared`), so that starting up does not read it anew. They are
data, and taken only for the very bytes of which they were made; any other template is read here.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from kedraft.decree import ND30_2020, Edition
from kedraft.errors import TemplateInvalid, misuse
from kedraft.model.finding import Findings
from kedraft.model.place import Location
from kedraft.ooxml.template_parts import Opened, Part, has_tags, open_parts, parse_part, unchanged_entries, widths
from kedraft.ooxml.template_tags import plain_language
from kedraft.rendering.filler import Fill, filler
from kedraft.rendering.geometry import Geometry, geometry
from kedraft.rendering.pack import LEVEL, Package, package
from kedraft.rendering.program import Program

if TYPE_CHECKING:
    from jinja2 import nodes

FILE = "template.docx"
#: What a shipped template's programs are called, beside it; and the number that changes when programs are written in another way.
PREPARED = "template.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Template:
    """Mẫu trình bày - what `render` fills in. `parts` are (entry, filler); `page` are its widths."""

    name: str
    edition: Edition
    page: Geometry
    parts: tuple[tuple[bytes, Fill], ...]
    package: Package


def compile_template(
    data: bytes, name: str = FILE, edition: Edition = ND30_2020, level: int = LEVEL, prepared: bytes | None = None
) -> Template:
    """A template from a .docx's bytes; `level` is zlib's for the parts that are filled in.

    `prepared` is what `prepared_of` made of these bytes; for other bytes or another edition it is not used. Raises `TemplateInvalid`.
    """
    page, programs = _kept(prepared, data, edition) or _made(data, name, edition)
    return Template(
        name=name,
        edition=edition,
        page=page,
        parts=tuple((part.encode("utf-8"), filler(program)) for part, program in programs),
        package=package(unchanged_entries(data, name, frozenset(part for part, _ in programs)), level),
    )


def prepared_of(data: bytes, name: str = FILE, edition: Edition = ND30_2020) -> bytes:
    """What a template that kedraft brings carries beside it. Raises `TemplateInvalid`."""
    page, programs = _made(data, name, edition)
    kept = {
        "format": _FORMAT,
        "template": sha256(data).hexdigest(),
        "edition": edition.id,
        "page": page,
        "parts": programs,
    }
    return (json.dumps(kept, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n").encode("utf-8")


_Programs = list[tuple[str, Program]]


def _kept(prepared: bytes | None, data: bytes, edition: Edition) -> tuple[Geometry, _Programs] | None:
    """What was prepared, if it was made of this very template."""
    if prepared is None:
        return None
    kept = json.loads(prepared)
    if (kept["format"], kept["template"], kept["edition"]) != (_FORMAT, sha256(data).hexdigest(), edition.id):
        return None
    return Geometry(*kept["page"]), kept["parts"]


def _made(data: bytes, name: str, edition: Edition) -> tuple[Geometry, _Programs]:
    """The widths and the programs of a template that keeps its contract."""
    from kedraft.rendering.translate import program_of

    opened = open_parts(data, name)
    sources, found = _sources(opened, name, edition)
    if found:
        raise TemplateInvalid(found)
    page = _page(next(part for part in opened.parts if part.kind == "document"), name, edition)
    return page, [(part.name, program_of(tree)) for part, tree in sources]


def template_findings(data: bytes, name: str = FILE, edition: Edition = ND30_2020) -> Findings:
    """What is wrong with a template, without raising."""
    try:
        return _sources(open_parts(data, name), name, edition)[1]
    except TemplateInvalid as error:
        return error.findings


def _sources(opened: Opened, name: str, edition: Edition) -> tuple[list[tuple[Part, "nodes.Template"]], Findings]:
    """The syntax tree of each part that holds tags, and all breaches of the contract."""
    from kedraft.rendering.contract import (
        deep_findings,
        required_findings,
        stray_findings,
        text_findings,
        tree_findings,
    )

    found: list[Findings] = [stray_findings(opened, name)]
    sources: list[tuple[Part, nodes.Template]] = []
    for part in opened.parts:
        beside = text_findings(part, name)
        found.append(beside)
        if beside or (part.kind != "document" and not has_tags(parse_part(part.xml, part.name, name))):
            continue
        try:
            source, tree = _read(part, name)
            wrong = tree_findings(tree, source, part, name)
            required = required_findings(tree, source, edition, name) if part.kind == "document" and not wrong else ()
        except TemplateInvalid as error:
            found.append(error.findings)
        except RecursionError:
            found.append(deep_findings(part, name))
        else:
            found.append(wrong or required)
            sources.append((part, tree))
    return sources, tuple(finding for findings in found for finding in findings)


def _read(part: Part, name: str) -> tuple[str, "nodes.Template"]:
    """A part in Jinja's language, and its syntax tree. Raises `TemplateInvalid` for what Jinja cannot read."""
    from jinja2 import TemplateSyntaxError

    from kedraft.rendering.contract import syntax_findings
    from kedraft.rendering.patching import patched
    from kedraft.rendering.word import parsed

    source = patched(plain_language(part, name))
    try:
        return source, parsed(source)
    except TemplateSyntaxError as error:
        raise TemplateInvalid(syntax_findings(source, part, name)) from error
    except ValueError as error:  # Python reads no number of thousands of digits
        raise TemplateInvalid(_unreadable("lệnh có con số quá dài; hãy sửa lại", part, name)) from error


def _unreadable(reason: str, part: Part, name: str) -> Findings:
    return (misuse("template-language", f"phần {part.name}: {reason}", Location(file=name)),)


def _page(document: Part, name: str, edition: Edition) -> Geometry:
    """The template's own widths; where it has none, those of the decree's defaults."""
    usual, found = geometry(edition), widths(document, name)
    left, right = found.columns if len(found.columns) == 2 else (usual.left, usual.right)
    return Geometry(found.portrait or usual.text, found.landscape or usual.landscape, left, right)
