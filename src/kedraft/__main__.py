"""`python -m kedraft`."""

from kedraft.cli import main

main()
