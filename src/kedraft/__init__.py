"""kedraft: drafts a lower-level plan (Kế hoạch) from its parent, as a Word file in the layout of Nghị định 30/2020/NĐ-CP.

    from kedraft import accept, adapt, check, inherit, parse, read, render

Each verb is a pure function between frozen types; `kedraft.pipeline` shows the sentence that they form. Names are imported when they
are first used, so that `import kedraft` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kedraft.adaptation import adapt
    from kedraft.errors import KedraftError
    from kedraft.importers import accept, parse, read
    from kedraft.inheritance import follow_references, inherit
    from kedraft.lint import check
    from kedraft.model.document import RenderedDocument
    from kedraft.model.draft import Draft
    from kedraft.model.finding import Finding
    from kedraft.model.locality import Locality
    from kedraft.model.parsed import ParsedPlan
    from kedraft.model.plan import Plan
    from kedraft.model.source import SourceText
    from kedraft.model.spec import DraftSpec
    from kedraft.pipeline import locate_for
    from kedraft.rendering import Template, render
    from kedraft.workspace import load_template

__version__ = "0.1.0"

_HOMES = {
    "Draft": "model.draft",
    "DraftSpec": "model.spec",
    "Finding": "model.finding",
    "KedraftError": "errors",
    "Locality": "model.locality",
    "ParsedPlan": "model.parsed",
    "Plan": "model.plan",
    "RenderedDocument": "model.document",
    "SourceText": "model.source",
    "Template": "rendering",
    "accept": "importers",
    "adapt": "adaptation",
    "check": "lint",
    "follow_references": "inheritance",
    "inherit": "inheritance",
    "load_template": "workspace",
    "locate_for": "pipeline",
    "parse": "importers",
    "read": "importers",
    "render": "rendering",
}

__all__ = [
    "Draft",
    "DraftSpec",
    "Finding",
    "KedraftError",
    "Locality",
    "ParsedPlan",
    "Plan",
    "RenderedDocument",
    "SourceText",
    "Template",
    "accept",
    "adapt",
    "check",
    "follow_references",
    "inherit",
    "load_template",
    "locate_for",
    "parse",
    "read",
    "render",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'kedraft' has no attribute {name!r}")
    value = getattr(import_module(f"kedraft.{home}"), name)
    globals()[name] = value
    return value
