"""The shipped template and its sample plans."""

import importlib.util
from pathlib import Path

import pytest

from kedraft.model.plan import Plan
from kedraft.rendering import Template
from kedraft.workspace import load_template

ROOT = Path(__file__).parents[3]


def sample_plans() -> dict[str, Plan]:
    spec = importlib.util.spec_from_file_location("ke_hoach_samples", ROOT / "templates" / "ke-hoach" / "samples.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    plans: dict[str, Plan] = module.samples()
    return plans


@pytest.fixture(scope="session")
def plans() -> dict[str, Plan]:
    return sample_plans()


@pytest.fixture(scope="session")
def template() -> Template:
    return load_template("ke-hoach")


@pytest.fixture(scope="session")
def template_bytes() -> bytes:
    return (ROOT / "templates" / "ke-hoach" / "template.docx").read_bytes()
