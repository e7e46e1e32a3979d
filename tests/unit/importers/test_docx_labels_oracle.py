"""Labels against LibreOffice's own text export. (It does not know `w:isLgl`, which Word does.)"""

import shutil
import subprocess
from pathlib import Path

import pytest
from mini_docx import docx, item, lists, lvl, p, style

from kedraft.importers.docx import read_docx

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed"),
]

_AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
_STYLED = lists(
    lvl(0, "Phần %1", "upperRoman", more='<w:pStyle w:val="H1"/>') + lvl(1, "%2.", more='<w:pStyle w:val="H2"/>')
)
_STYLES = style("H1", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
    "H2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', based="H1"
)
CASES = {
    "plan": docx(
        "".join(item(f"m{i}", level=level) for i, level in enumerate((0, 1, 1, 2, 2, 0, 1, 2, 1, 2))),
        numbering=lists(lvl(0, "%1.", "upperRoman") + lvl(1, "%2.") + lvl(2, "%3)", "lowerLetter")),
    ),
    "decimal": docx(
        "".join(item(f"m{i}", level=level) for i, level in enumerate((0, 1, 2, 2, 1, 0, 1, 2))),
        numbering=lists(lvl(0, "%1.") + lvl(1, "%1.%2.") + lvl(2, "%1.%2.%3.")),
    ),
    "articles": docx(item("a") + p("giữa") + item("b"), numbering=lists(lvl(0, "Điều %1."))),
    "restart": docx(
        item("a") + item("b") + item("c", 2) + item("d", 2),
        numbering=lists(lvl(0, "%1."), nums={1: (0, ""), 2: (0, _AGAIN)}),
    ),
    "shared": docx(item("a") + item("b", 2) + item("c"), numbering=lists(lvl(0, "%1."), nums={1: (0, ""), 2: (0, "")})),
    "override": docx(
        item("a") + item("b"),
        numbering=lists(
            lvl(0, "%1."), nums={1: (0, f'<w:lvlOverride w:ilvl="0">{lvl(0, "Điều %1.", start=3)}</w:lvlOverride>')}
        ),
    ),
    "off": docx(
        p("a", '<w:pStyle w:val="H1"/>')
        + p("b", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("c", '<w:pStyle w:val="H1"/>'),
        styles=_STYLES,
        numbering=_STYLED,
    ),
    "late": docx(
        item("a", level=1) + item("b") + item("c", level=1), numbering=lists(lvl(0, "%1.") + lvl(1, "%1.%2."))
    ),
    "styles": docx(
        p("a", '<w:pStyle w:val="H1"/>') + p("b", '<w:pStyle w:val="H2"/>') + p("c", '<w:pStyle w:val="H1"/>'),
        styles=_STYLES,
        numbering=_STYLED,
    ),
    "letters": docx("".join(item(f"m{i}") for i in range(30)), numbering=lists(lvl(0, "%1)", "lowerLetter"))),
}


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each case as LibreOffice writes it as text; one call for all of them."""
    folder = tmp_path_factory.mktemp("oracle")
    for name, data in CASES.items():
        (folder / f"{name}.docx").write_bytes(data)
    assert OFFICE
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
         "txt:Text (encoded):UTF8", "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in CASES)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {name: Path(folder / f"{name}.txt").read_text(encoding="utf-8-sig") for name in CASES}


@pytest.mark.parametrize("name", list(CASES))
def test_labels_are_those_of_libreoffice(name: str, exported: dict[str, str]) -> None:
    ours = [f"{q.label or ''} {q.text}".strip() for q in read_docx(CASES[name], name).paragraphs()]
    theirs = [" ".join(line.split()) for line in exported[name].splitlines() if line.strip()]
    assert ours == theirs
