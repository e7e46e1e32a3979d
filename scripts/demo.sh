#!/bin/sh
# Runs the main job on a shipped example: reads the parent, drafts the child, says what was done and where the files lie.
set -eu
story=$1
out=out/$(basename "$(dirname "$story")")
mkdir -p "$out"
pdf=
command -v soffice >/dev/null 2>&1 && pdf=--pdf
exec .venv/bin/kedraft draft "$story" -o "$out/ke-hoach.docx" $pdf
