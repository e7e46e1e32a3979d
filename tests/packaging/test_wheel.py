"""The wheel works without the checkout: it brings its templates and data."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_templates_and_unit_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "kedraft/_templates/ke-hoach/template.docx" in names
    assert any(name.startswith("kedraft/units/data/") for name in names)
    assert "kedraft/clauses/kinh-phi.yaml" in names
    assert "kedraft/py.typed" in names


def test_the_installed_wheel_drafts_a_story_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    story = tmp_path / "story"
    story.mkdir()
    for name in ("ke-hoach-cap-tren.docx", "draft.yaml"):
        (story / name).write_bytes((ROOT / "examples" / "tinh-xa-2026" / name).read_bytes())
    code = f"import sys; sys.path.insert(0, {str(site)!r}); import kedraft; assert kedraft.__file__.startswith({str(site)!r}); from kedraft.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "draft", "draft.yaml", "-o", "ra.docx"],
        cwd=story,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (story / "ra.docx").stat().st_size > 4000
