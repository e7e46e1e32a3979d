"""Địa phương: the rows of a batch, out of the table of units; what is shared out over them."""

from kedraft.localities.distribution import Shared, distribute, other_totals, shared_out
from kedraft.localities.rows import is_selection, rows_of

__all__ = ["Shared", "distribute", "is_selection", "other_totals", "rows_of", "shared_out"]
