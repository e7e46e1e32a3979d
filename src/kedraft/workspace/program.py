"""Which kedraft this is: the fingerprint of its code and of the data that it brings."""

import sys
import zlib
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

from kedraft import __version__


@cache
def program_digest() -> str:
    """What changes when a kedraft may draft otherwise: its version, its files, and the Python that runs it."""
    return tree_digest(resources.files("kedraft"), f"{__version__} {sys.version} {zlib.ZLIB_RUNTIME_VERSION}")


def tree_digest(folder: Traversable, beside: str = "") -> str:
    """The fingerprint of all files of a folder, by their names and bytes, but for what Python keeps for itself."""
    made = blake2b(beside.encode(), digest_size=16)
    _read(folder, "", made)
    return made.hexdigest()


def _read(folder: Traversable, path: str, made: "blake2b") -> None:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                _read(entry, name, made)
        elif not entry.name.startswith("."):
            data = entry.read_bytes()
            made.update(f"{name}\0{len(data)}\0".encode())
            made.update(data)
