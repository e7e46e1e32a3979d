"""How wide words are, as `kedraft.ooxml.metrics` has it: layout is made and checked with the same widths."""

from kedraft.ooxml.metrics import width

__all__ = ["width"]
