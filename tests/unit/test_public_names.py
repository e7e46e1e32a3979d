"""The package offers what its documentation says, and costs nothing until it is used."""

import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import kedraft
import kedraft.cli


def test_every_public_name_is_there_and_sorted() -> None:
    assert kedraft.__all__ == sorted(kedraft.__all__)
    for name in kedraft.__all__:
        assert getattr(kedraft, name) is not None


@pytest.mark.parametrize(
    "first", ["kedraft.pipeline", "kedraft.adaptation", "kedraft.inheritance", "kedraft.rendering", "kedraft.importers"]
)
def test_a_verb_is_a_function_whatever_was_imported_before(first: str) -> None:
    code = f"import {first}, kedraft; print([v for v in ('read', 'parse', 'accept', 'inherit', 'adapt', 'check', 'render') if isinstance(getattr(kedraft, v), type(kedraft))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_the_package_loads_none_of_its_dependencies() -> None:
    code = "import sys, kedraft; print([m for m in ('docx', 'docxtpl', 'lxml', 'pydantic', 'typer', 'ruamel.yaml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_asking_for_help_loads_no_stage() -> None:
    code = (
        "import sys; from kedraft.cli.app import run; run(['--help']); "
        "print([m for m in ('docx', 'docxtpl', 'lxml', 'rich', 'ruamel.yaml', 'kedraft.units') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_every_file_that_holds_a_command_is_on_the_command_line() -> None:
    modules = (import_module(f"kedraft.cli.{found.name}") for found in pkgutil.iter_modules(kedraft.cli.__path__))
    holding = {one.__name__.rpartition(".")[2].rstrip("_") for one in modules if hasattr(one, "command")}
    help_ = subprocess.run([sys.executable, "-m", "kedraft", "--help"], capture_output=True, text=True, check=True)
    shown = {line.split()[0] for line in help_.stdout.partition("Commands:")[2].splitlines() if line.strip()}
    assert len(holding) > 10
    assert holding <= shown


def test_drafting_loads_only_what_a_draft_needs(examples: Path, tmp_path: Path) -> None:
    story, word = str(examples / "tinh-xa-2026" / "draft.yaml"), str(tmp_path / "a.docx")
    others = (
        "docx",
        "jinja2",
        "kedraft.batch",
        "kedraft.cli.batch",
        "kedraft.cli.new",
        "kedraft.grammar.duties",
        "kedraft.proposal",
        "kedraft.workspace.yaml_out",
        "openpyxl",
        "rich",
    )
    code = (
        f"import sys; from kedraft.cli.app import run; code = run({['draft', story, '-o', word]!r}); "
        f"print(code, [m for m in {others} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "0 []"
