"""Nghị định 30/2020 as data: every number and literal once, with its citation; templates and rules both read it."""

from kedraft.decree.measure import half_points, mm, pt
from kedraft.decree.nd30_2020 import ND30_2020
from kedraft.decree.types import (
    Align,
    AuthorityWord,
    BodyLayout,
    Choice,
    Component,
    DocumentType,
    Edition,
    Literal,
    Literals,
    Numerals,
    Page,
    Range,
    Rule,
    Typography,
)

EDITIONS: tuple[Edition, ...] = (ND30_2020,)

__all__ = [
    "EDITIONS",
    "ND30_2020",
    "Align",
    "AuthorityWord",
    "BodyLayout",
    "Choice",
    "Component",
    "DocumentType",
    "Edition",
    "Literal",
    "Literals",
    "Numerals",
    "Page",
    "Range",
    "Rule",
    "Typography",
    "edition",
    "half_points",
    "mm",
    "pt",
]


def edition(name: str) -> Edition:
    """The edition with that id (`ND30_2020`); KeyError when there is none."""
    for one in EDITIONS:
        if one.id == name:
            return one
    raise KeyError(name)
