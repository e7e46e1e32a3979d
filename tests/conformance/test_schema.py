"""Every Word file that kedraft writes is a package that Word opens as it is: samples of all templates, and all examples."""

import importlib.util
import shutil
import subprocess
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from kedraft.model.finding import Findings
from kedraft.model.plan import Plan
from kedraft.ooxml.validate import package_findings
from kedraft.rendering import render
from kedraft.workspace import load_template

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path.parent.name for path in (ROOT / "templates").glob("*/template.docx"))
STORIES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/draft.yaml"))
LIBREOFFICE = shutil.which("soffice")


@cache
def plans(folder: str) -> dict[str, Plan]:
    path = ROOT / "templates" / folder / "samples.py"
    spec = importlib.util.spec_from_file_location(f"schema_samples_{folder.replace('-', '_')}", path)
    assert spec
    assert spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, Plan] = module.samples()
    return found


SAMPLES = [(folder, name) for folder in FOLDERS for name in plans(folder)]


def show(found: Findings) -> str:
    return "\n".join(f"{one.rule} {one.where}: {one.message}" for one in found)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_template_is_a_sound_package(folder: str) -> None:
    """Its tags are text, so that the schema holds for the template too."""
    found = package_findings((ROOT / "templates" / folder / "template.docx").read_bytes())
    assert not found, show(found)


@pytest.mark.parametrize(("folder", "name"), SAMPLES, ids=[f"{folder}-{name}" for folder, name in SAMPLES])
def test_a_rendered_sample_is_a_sound_package(folder: str, name: str) -> None:
    found = package_findings(render(plans(folder)[name], load_template(folder)).data)
    assert not found, show(found)


@pytest.mark.parametrize("story", STORIES)
def test_a_drafted_story_is_a_sound_package(story: str) -> None:
    from kedraft.cli.drafting import drafted

    done = drafted(ROOT / "examples" / story / "draft.yaml")
    found = package_findings(render(done.draft, load_template(done.spec.value.template)).data)
    assert not found, show(found)


@pytest.mark.libreoffice
@pytest.mark.skipif(not LIBREOFFICE, reason="cần LibreOffice")
@pytest.mark.parametrize("folder", FOLDERS)
def test_what_libreoffice_makes_of_a_sample_raises_no_false_alarm(folder: str, tmp_path: Path) -> None:
    """Another program's files are sound too, but for one real fault: LibreOffice puts a section's end before the style."""
    for name, plan in plans(folder).items():
        (tmp_path / f"{name}.docx").write_bytes(render(plan, load_template(folder)).data)
    command = [
        str(LIBREOFFICE),
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "docx",
    ]
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([*command, "--outdir", str(tmp_path / "out"), *files], check=True, capture_output=True, timeout=300)
    for path in sorted((tmp_path / "out").glob("*.docx")):
        found = tuple(
            one for one in package_findings(path.read_bytes()) if "phải đứng trước w:sectPr" not in one.message
        )
        assert not found, f"{path.name}\n{show(found)}"
