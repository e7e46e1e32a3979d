"""Choices that several commands share. Light: it is loaded to print the help."""

from enum import StrEnum


class Revisions(StrEnum):
    """Which state of a file with tracked changes is read."""

    FINAL = "final"
    ORIGINAL = "original"


class Stage(StrEnum):
    """Whether a document is still a draft, with number and day blank, or issued."""

    DRAFT = "draft"
    FINAL = "final"


class Medium(StrEnum):
    """Whether a document is issued on paper or electronically."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
