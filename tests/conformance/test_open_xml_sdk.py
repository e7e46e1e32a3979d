"""Every Word file that kedraft writes is valid for Microsoft's own Open XML SDK: the schema of ECMA-376 transitional, and its semantic rules.

The SDK comes as an npm package (MIT), which scripts/setup.sh installs where npm is.
"""

import importlib.util
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kedraft.cli.app import run
from kedraft.model.plan import Plan
from kedraft.rendering import render
from kedraft.workspace import load_template

ROOT = Path(__file__).parents[2]
NODE, HOME = shutil.which("node"), ROOT / ".venv" / "node"
pytestmark = pytest.mark.skipif(
    not NODE or not (HOME / "node_modules" / "@ooxml-tools" / "validate").exists(),
    reason="cần Node và gói @ooxml-tools/validate",
)
TEMPLATES = sorted(path.parent for path in (ROOT / "templates").glob("*/template.docx"))
STORIES = sorted(path for path in (ROOT / "examples").glob("*/draft.yaml"))


def faults(files: list[Path], office: str) -> dict[str, list[str]]:
    """What the SDK says of each file that it does not find valid."""
    script = str(Path(__file__).with_name("open_xml_sdk.mjs"))
    command = [str(NODE), script, str(HOME), office, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found: dict[str, list[str]] = json.loads(done.stdout)
    assert list(found) == [str(file) for file in files]
    return {Path(name).name: said for name, said in found.items() if said}


def samples(folder: Path) -> dict[str, Plan]:
    spec = importlib.util.spec_from_file_location(f"sdk_samples_{folder.name.replace('-', '_')}", folder / "samples.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, Plan] = module.samples()
    return found


def of_templates(out: Path) -> None:
    for folder in TEMPLATES:
        shutil.copy(folder / "template.docx", out / f"{folder.name}.docx")
        for name, plan in samples(folder).items():
            (out / f"{folder.name}-{name}.docx").write_bytes(render(plan, load_template(folder.name)).data)


def of_stories(out: Path) -> None:
    """A draft, its copy for review, its trace; and the draft with comments of the checker where it has findings."""
    for story in STORIES:
        if (story.parent / "bang-dia-phuong.csv").exists():
            table = str(story.parent / "bang-dia-phuong.csv")
            assert run(["batch", str(story), "--localities", table, "-o", str(out / "hang-loat")]) in (0, 1)
            continue
        draft, review, trace = (str(out / f"{story.parent.name}-{kind}.docx") for kind in ("xa", "duyet", "doi-chieu"))
        assert run(["draft", str(story), "-o", draft, "--review", review]) == 0
        assert run(["trace", str(story), "-o", trace]) == 0


def of_checks(out: Path) -> None:
    """The checker's comments in a sound file that was spoilt: a body without signature has findings at many places."""
    draft = out / "xa.docx"
    assert run(["draft", str(ROOT / "examples" / "tinh-xa-2026" / "draft.yaml"), "-o", str(draft)]) == 0
    spoilt = out / "hong.docx"
    _rewrite(draft, spoilt, lambda xml: xml.replace("./.</w:t>", ".</w:t>").replace("KT. CHỦ TỊCH", "KT.CHỦ TỊCH"))
    assert run(["check", str(spoilt), "--annotate", str(out / "xem-lai.docx")]) in (0, 1)
    assert (out / "xem-lai.docx").exists()


@pytest.mark.parametrize("write", [of_templates, of_stories, of_checks], ids=lambda write: write.__name__)
def test_what_kedraft_writes_is_valid_for_the_sdk(
    write: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path)
    capsys.readouterr()
    files = sorted(tmp_path.rglob("*.docx"))
    assert len(files) > 2
    assert faults(files, "Office2007") == {}
    assert faults(files, "Microsoft365") == {}


def test_the_sdk_finds_what_is_not_valid(tmp_path: Path) -> None:
    sound = tmp_path / "dung.docx"
    plan = next(iter(samples(TEMPLATES[0]).values()))
    sound.write_bytes(render(plan, load_template(TEMPLATES[0].name)).data)
    _rewrite(sound, tmp_path / "thu-tu.docx", lambda xml: xml.replace("</w:pPr>", '<w:pStyle w:val="A"/></w:pPr>', 1))
    _rewrite(sound, tmp_path / "thuoc-tinh.docx", lambda xml: xml.replace("<w:r>", '<w:r w:moi="1">', 1))
    found = faults(sorted(tmp_path.glob("*.docx")), "Office2007")
    assert set(found) == {"thu-tu.docx", "thuoc-tinh.docx"}


def _rewrite(source: Path, target: Path, change: Callable[[str], str]) -> None:
    """A copy of a Word file whose body is changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                changed = change(data.decode()).encode()
                assert changed != data
                data = changed
            new.writestr(name, data)
