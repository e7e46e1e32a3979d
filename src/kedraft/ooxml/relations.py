"""How the parts of a package are typed and point to each other."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from kedraft.ooxml.xml import CONTENT_TYPES, PACKAGE_RELATIONS


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from one part to another: `kind` is the last word of its type, `target` a part name or a URL."""

    id: str
    kind: str
    target: str
    external: bool = False


class ContentTypes:
    """[Content_Types].xml: by part, else by extension."""

    def __init__(self, root: etree._Element) -> None:
        self._parts: dict[str, str] = {}
        self._suffixes: dict[str, str] = {}
        for element in root:
            kind = element.get("ContentType", "").lower()
            if element.tag == f"{{{CONTENT_TYPES}}}Override":
                self._parts[unquote(element.get("PartName", "")).lstrip("/").lower()] = kind
            elif element.tag == f"{{{CONTENT_TYPES}}}Default":
                self._suffixes[element.get("Extension", "").lower()] = kind

    def of(self, part: str) -> str:
        """Content type of a part, "" when none is declared."""
        lower = part.lower()
        return self._parts.get(lower) or self._suffixes.get(PurePosixPath(lower).suffix[1:], "")


def source_of(rels: str) -> str:
    """`word/_rels/document.xml.rels` -> `word/document.xml`; the package's own -> ""."""
    folder, _, file = rels.rpartition("/")
    owner = posixpath.dirname(folder)
    stem = file[: -len(".rels")]
    return f"{owner}/{stem}" if owner and stem else stem


def relationships_of(root: etree._Element, source: str) -> Mapping[str, Relationship]:
    """The pointers that `source` holds, by id; `root` is that of its .rels part."""
    found: dict[str, Relationship] = {}
    for element in root.iter(f"{{{PACKAGE_RELATIONS}}}Relationship"):
        target = element.get("Target", "")
        external = element.get("TargetMode", "").lower() == "external"
        kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
        if not external:
            base = "/" if target.startswith("/") else "/" + posixpath.dirname(source)
            target = posixpath.normpath(posixpath.join(base, unquote(target))).lstrip("/")
        key = element.get("Id", "")
        found[key] = Relationship(key, kind, target, external)
    return found


def is_xml(part: str, types: ContentTypes) -> bool:
    """Whether a part holds XML, by its name or its content type."""
    return part.lower().endswith((".xml", ".rels", ".vml")) or types.of(part).endswith(("+xml", "/xml"))
