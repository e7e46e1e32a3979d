"""A shipped template's programs are taken for its own bytes only, and print what reading the template anew would print."""

import json
from pathlib import Path

import pytest

from kedraft.model.plan import Plan
from kedraft.rendering import compile_template, render
from kedraft.rendering.filler import filler
from kedraft.rendering.template import PREPARED, prepared_of
from kedraft.workspace import find_template, load_template
from kedraft.workspace.templates import prepared_beside

from .conftest import sample_plans


@pytest.fixture(scope="module")
def prepared(template_bytes: bytes) -> bytes:
    return prepared_of(template_bytes)


@pytest.mark.parametrize("name", sorted(sample_plans()))
def test_a_prepared_template_prints_what_the_template_prints(
    name: str, plans: dict[str, Plan], template_bytes: bytes, prepared: bytes
) -> None:
    read, ready = compile_template(template_bytes), compile_template(template_bytes, prepared=prepared)
    assert ready.page == read.page
    assert render(plans[name], ready).data == render(plans[name], read).data


def test_programs_of_other_bytes_are_not_used(template_bytes: bytes, prepared: bytes) -> None:
    kept = json.loads(prepared)
    kept["parts"] = [["word/document.xml", ["<w:document/>"]]]
    lying = json.dumps(kept | {"template": "0" * 64}).encode()
    template = compile_template(template_bytes, prepared=lying)
    assert [name for name, _ in template.parts] == [name for name, _ in compile_template(template_bytes).parts]


def test_programs_beside_a_template_of_the_users_are_not_looked_at(tmp_path: Path, plans: dict[str, Plan]) -> None:
    folder = tmp_path / "templates" / "ke-hoach"
    folder.mkdir(parents=True)
    for path in find_template("ke-hoach").iterdir():
        if path.suffix in (".docx", ".json"):
            (folder / path.name).write_bytes(path.read_bytes())
    assert prepared_beside(find_template("ke-hoach") / "template.docx")
    assert (folder / PREPARED).is_file()
    assert prepared_beside(folder / "template.docx") is None
    assert render(plans["xa-hai-cap"], load_template(folder)).data


@pytest.mark.parametrize(
    "step",
    [
        ["print", ["__import__('os')"], [], True],
        ["print", ["subject", "__class__"], [], True],
        ["print", ["subject"], ["format"], True],
        ["print", ["loop", "previtem"], [], False],
        ["for", "x", ["blocks", "count()"], []],
        ["if", [[["call", ["subject"]], []]], []],
        ["if", [[["const", [1]], []]], []],
        ["exec", "import os"],
    ],
)
def test_a_program_can_say_nothing_but_its_steps(step: list[object]) -> None:
    with pytest.raises(ValueError, match=r"no .* of a"):
        filler([step])({"subject": "a", "blocks": ()}, False)


def test_positions_in_a_loop_are_those_of_the_loop() -> None:
    steps = [
        ["for", "line", ["blocks"], [["if", [[["path", ["loop", "first"]], ["["]]], []], ["print", ["line"], [], True],
         ["print", ["loop", "index"], [], False], ["if", [[["path", ["loop", "last"]], ["]"]]], [","]]]]
    ]  # fmt: skip
    filled = filler(steps)({"blocks": ("a", "b&", "c")}, False)
    assert filled.xml.endswith("[a1,b&amp;2,c3]")
