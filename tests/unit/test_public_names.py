"""The package offers what its documentation says, and costs nothing until it is used."""

import subprocess
import sys

import pytest

import kedraft


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
