"""A template, ready to print: opened, checked against its contract, compiled."""

from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from kedraft.decree import ND30_2020, Edition
from kedraft.errors import TemplateInvalid, misuse
from kedraft.model.finding import Findings
from kedraft.model.place import Location
from kedraft.ooxml.template_parts import Opened, Part, open_parts, plain_language, widths
from kedraft.rendering.contract import (
    required_findings,
    stray_findings,
    syntax_findings,
    text_findings,
    tree_findings,
)
from kedraft.rendering.geometry import Geometry, geometry
from kedraft.rendering.pack import Package, package
from kedraft.rendering.word import Fill, compiled, parsed, patched

FILE = "template.docx"


@dataclass(frozen=True, slots=True)
class Template:
    """Mẫu trình bày - what `render` fills in. `parts` are (entry, filler); `page` are its widths."""

    name: str
    edition: Edition
    page: Geometry
    parts: tuple[tuple[bytes, Fill], ...]
    package: Package


def compile_template(data: bytes, name: str = FILE, edition: Edition = ND30_2020, level: int = 6) -> Template:
    """A template from a .docx's bytes; `level` is zlib's for the parts that are filled in."""
    opened = open_parts(data, name)
    sources, found = _sources(opened, name, edition)
    if found:
        raise TemplateInvalid(found)
    filled = {part.name for part, _ in sources}
    return Template(
        name=name,
        edition=edition,
        page=_page(next(part for part in opened.parts if part.kind == "document"), name, edition),
        parts=tuple((part.name.encode("utf-8"), compiled(tree)) for part, tree in sources),
        package=package(tuple(entry for entry in opened.entries if entry[0] not in filled), level),
    )


def template_findings(data: bytes, name: str = FILE, edition: Edition = ND30_2020) -> Findings:
    """What is wrong with a template, without raising."""
    try:
        return _sources(open_parts(data, name), name, edition)[1]
    except TemplateInvalid as error:
        return error.findings


def _sources(opened: Opened, name: str, edition: Edition) -> tuple[list[tuple[Part, nodes.Template]], Findings]:
    """The syntax tree of each part that holds tags, and all breaches of the contract."""
    found: list[Findings] = [stray_findings(opened, name)]
    sources: list[tuple[Part, nodes.Template]] = []
    for part in opened.parts:
        beside = text_findings(part, name)
        found.append(beside)
        if beside or (part.kind != "document" and b"{{" not in part.xml and b"{%" not in part.xml):
            continue
        try:
            source = patched(plain_language(part, name))
            tree = parsed(source)
        except TemplateInvalid as error:
            found.append(error.findings)
        except TemplateSyntaxError:
            found.append(syntax_findings(source, part, name))
        except RecursionError:
            where = Location(file=name)
            found.append((misuse("template-language", "lệnh lồng nhau quá sâu; hãy viết gọn lại", where),))
        else:
            wrong = tree_findings(tree, source, part, name)
            required = required_findings(tree, source, edition, name) if part.kind == "document" else ()
            found.append(wrong or required)
            sources.append((part, tree))
    return sources, tuple(finding for findings in found for finding in findings)


def _page(document: Part, name: str, edition: Edition) -> Geometry:
    """The template's own widths; where it has none, those of the decree's defaults."""
    usual, found = geometry(edition), widths(document, name)
    left, right = found.columns if len(found.columns) == 2 else (usual.left, usual.right)
    return Geometry(found.portrait or usual.text, found.landscape or usual.landscape, left, right)
