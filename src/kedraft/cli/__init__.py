"""The command line: Vietnamese for people, JSON for programs. It decides nothing; it shows what the stages say."""

import gc
import os
import sys


def main() -> None:
    """Entry point of the `kedraft` command. Exit codes: 0 clean, 1 findings of severity error, 2 misuse or unreadable input."""
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "__all__"
    )  # looking for them reads the card of every installed package
    gc.set_threshold(200_000, 20, 20)  # one short run makes many small values and keeps most of them
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # Windows consoles speak cp1252 or cp1258
            reconfigure(encoding="utf-8", errors="replace")
    from kedraft.cli.app import run

    code = run([_readable(word) for word in sys.argv[1:]])
    gc.freeze()  # the process ends: its memory goes back whole, with no last look for cycles in it
    raise SystemExit(code)


def _readable(word: str) -> str:
    """A word of the command line that the system decoded in another encoding, read as UTF-8 after all."""
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word
