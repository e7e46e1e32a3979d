"""check_layout: what the decree says of the page, of any .docx."""

import re
from collections.abc import Mapping
from typing import Literal

from kedraft.lint.content import DECREE_IN_FORCE
from kedraft.lint.layout_subject import Layout
from kedraft.lint.run import apply, override, rules_for
from kedraft.model.finding import Findings
from kedraft.ooxml.view import DocxView

__all__ = ["Layout", "Medium", "Mode", "check_layout"]

Medium = Literal["paper", "electronic"]
Mode = Literal["draft", "final"]

_YEAR = re.compile(r"(?:tháng\s*(?P<month>\d{1,2})\s*)?năm\s*(?P<year>\d{4})")


def check_layout(
    view: DocxView,
    *,
    overrides: Mapping[str, str] | None = None,
    medium: Medium = "paper",
    mode: Mode = "draft",
) -> Findings:
    """What the rules of layout find in a Word file: sorted, the same each time. Never raises.

    The decree's rules are silent about documents of the Party and about those older than the decree. `overrides` are rule ids with the
    reason why they do not apply.
    """
    layout = Layout(view, final=mode == "final", electronic=medium == "electronic")
    found = apply(rules_for(Layout), layout, decree=_under_decree(layout))
    return override(found, overrides or {})


def _under_decree(layout: Layout) -> bool:
    """Whether the document is a State body's, issued since the decree came into force or of no known date."""
    try:
        parts = layout.parts
    except Exception:  # the rules will say that they cannot read this document
        return True
    found = _YEAR.search(parts.dated.text) if parts.dated else None
    if parts.party or not found:
        return not parts.party
    year, month = int(found["year"]), int(found["month"] or 12)
    return (year, month) >= (DECREE_IN_FORCE.year, DECREE_IN_FORCE.month)
