"""From a file's bytes to a validated plan: `read`, `parse`, `accept`. One module a format."""

from kedraft.importers.accept import accept
from kedraft.importers.parse import parse
from kedraft.importers.read import read

__all__ = ["accept", "parse", "read"]
