"""Choices that several commands share. Light: it is loaded to print the help."""

from enum import StrEnum


class Revisions(StrEnum):
    """Which state of a file with tracked changes is read."""

    FINAL = "final"
    ORIGINAL = "original"
