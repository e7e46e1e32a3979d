"""Dated, sourced rows: which body at which level does what, and who takes over."""

from kedraft.agencies.figures import reports_figure
from kedraft.agencies.rows import AGENCIES
from kedraft.agencies.succession import SPLIT, heir
from kedraft.agencies.table import MERGER, TWO_TIER, Agency, Asked, Field, counterpart, lives_on

__all__ = [
    "AGENCIES",
    "MERGER",
    "SPLIT",
    "TWO_TIER",
    "Agency",
    "Asked",
    "Field",
    "counterpart",
    "heir",
    "lives_on",
    "reports_figure",
]
