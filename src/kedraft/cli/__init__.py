"""The command line: Vietnamese for people, JSON for programs. It decides nothing; it shows what the stages say."""

import sys


def main() -> None:
    """Entry point of the `kedraft` command. Exit codes: 0 clean, 1 findings of severity error, 2 misuse or unreadable input."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # Windows consoles speak cp1252 or cp1258
            reconfigure(encoding="utf-8", errors="replace")
    from kedraft.cli.app import run

    raise SystemExit(run(sys.argv[1:]))
