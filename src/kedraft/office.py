"""Word files to PDF, by path; goes once `kedraft draft` calls `kedraft.ooxml.libreoffice.to_pdf` with bytes."""

from pathlib import Path

from kedraft.ooxml import libreoffice


def to_pdf(document: Path) -> bytes:
    """The PDF of a Word file. Raises `OutputRefused`."""
    return libreoffice.to_pdf(document.read_bytes(), document.name)
