"""Every folder under templates/ keeps the promises of a template; a new folder is tested with no new test code."""

import importlib.util
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from types import ModuleType

import docx
import pytest
from lxml import etree
from ruamel.yaml import YAML

from kedraft.cli.app import run
from kedraft.decree import Component, edition
from kedraft.model.document import Role
from kedraft.model.inline import Inline
from kedraft.model.plan import Item, Marker
from kedraft.pipeline import layout_findings
from kedraft.rendering import Template, render, template_findings
from kedraft.workspace import load_template
from kedraft.workspace.builders import outdated

ROOT = Path(__file__).parents[2] / "templates"
FOLDERS = sorted(path.parent.name for path in ROOT.glob("*/template.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def module(folder: str, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{folder}_{name}".replace("-", "_"), ROOT / folder / f"{name}.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


SAMPLES = [(folder, name, plan) for folder in FOLDERS for name, plan in module(folder, "samples").samples().items()]
EACH_SAMPLE = pytest.mark.parametrize(
    ("folder", "plan"),
    [(folder, plan) for folder, _, plan in SAMPLES],
    ids=[f"{folder}-{name}" for folder, name, _ in SAMPLES],
)


@pytest.fixture(scope="module")
def templates() -> dict[str, Template]:
    return {folder: load_template(folder) for folder in FOLDERS}


def test_there_is_a_template() -> None:
    assert "ke-hoach" in FOLDERS


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_file_is_what_its_builder_writes(folder: str) -> None:
    builder = module(folder, "build")
    assert outdated(folder) == ()
    assert builder.build() == builder.build()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_template_keeps_its_contract(folder: str) -> None:
    assert template_findings((ROOT / folder / "template.docx").read_bytes()) == ()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_card_names_the_folder_a_title_and_a_known_edition(folder: str) -> None:
    card = YAML(typ="safe").load((ROOT / folder / "template.yaml").read_text(encoding="utf-8"))
    assert card["id"] == folder
    assert card["title"]
    assert edition(card["decree"]).abbreviation(card["document_type"])


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_role_has_a_style_with_a_vietnamese_name(folder: str) -> None:
    document = docx.Document(str(ROOT / folder / "template.docx"))
    names = [style.name for style in document.styles if style.type == 1 and not style.builtin]
    assert len(names) > len(Role)
    assert all(re.fullmatch(r"[^,;]+", name) for name in names)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_styles_have_the_decrees_sizes(folder: str) -> None:
    builder = module(folder, "build")
    styles = {style.style_id: style for style in docx.Document(str(ROOT / folder / "template.docx")).styles}
    for style in builder.STYLES:
        if style.component:
            look = builder.DECREE.type_of(style.component)
            font = styles[style.id].font
            assert look.size.allowed.holds((font.size or styles[style.based_on].font.size).pt), style.name
            assert (bool(font.bold), bool(font.italic)) == (look.bold, look.italic), style.name


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_text_has_its_letter_size_in_one_style(folder: str) -> None:
    builder = module(folder, "build")
    styles = {style.style_id: style for style in docx.Document(str(ROOT / folder / "template.docx")).styles}
    below = [style for style in builder.STYLES if style.based_on == "NoiDung"]
    assert below
    assert all(styles[style.id].font.size is None for style in below)


@EACH_SAMPLE
def test_a_sample_renders_to_a_sound_package(folder: str, plan: object, templates: dict[str, Template]) -> None:
    data = render(plan, templates[folder]).data  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        roots = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    assert len(set(names)) == len(names)
    for name, root in roots.items():
        ids = [relation.get("Id") for relation in root] if name.endswith(".rels") else []
        assert len(set(ids)) == len(ids)
    attributes = (attribute for element in roots["word/document.xml"].iter() for attribute in element.attrib.items())
    used = {value for name, value in attributes if str(name).endswith("}id")}
    known = {relation.get("Id") for relation in roots["word/_rels/document.xml.rels"]}
    assert used <= known


@EACH_SAMPLE
def test_every_table_row_fills_the_grid(folder: str, plan: object, templates: dict[str, Template]) -> None:
    data = render(plan, templates[folder]).data  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans) == columns


ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u lang",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "sectPr": "headerReference footerReference type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols titlePg docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr",
}


@EACH_SAMPLE
def test_properties_stand_in_the_order_of_the_schema(folder: str, plan: object, templates: dict[str, Template]) -> None:
    data = render(plan, templates[folder]).data  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in ("word/document.xml", "word/styles.xml"):
            root = etree.fromstring(package.read(part))
            for name, order in ORDER.items():
                places = {child: at for at, child in enumerate(order.split())}
                for properties in root.iter(f"{W}{name}"):
                    found = [places[etree.QName(child).localname] for child in properties]
                    assert found == sorted(found), (part, name, etree.tostring(properties))
            for cell in root.iter(f"{W}tc"):
                assert cell[-1].tag == f"{W}p"


LIBREOFFICE = shutil.which("soffice")


def office(folder: Path, kind: str) -> Path:
    """Every .docx of a folder converted in one call; where the results lie."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    command = [str(LIBREOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "out"


def pdf_texts(folder: Path) -> list[str]:
    """The texts of every .docx of a folder as PDF, pages parted by form feeds, in the order of the names."""
    commands = [["pdftotext", "-layout", str(path), "-"] for path in sorted(office(folder, "pdf").glob("*.pdf"))]
    return [subprocess.run(one, check=True, capture_output=True, timeout=60).stdout.decode() for one in commands]


@pytest.mark.libreoffice
@pytest.mark.skipif(not LIBREOFFICE or not shutil.which("pdftotext"), reason="cần LibreOffice và poppler")
@pytest.mark.parametrize("folder", FOLDERS)
def test_the_pages_look_as_they_should(folder: str, templates: dict[str, Template], tmp_path: Path) -> None:
    plans = module(folder, "samples").samples()
    for name, plan in plans.items():
        (tmp_path / f"{name}.docx").write_bytes(render(plan, templates[folder]).data)
    literals = edition("ND30_2020").literals
    for (name, plan), text in zip(sorted(plans.items()), pdf_texts(tmp_path), strict=True):
        first, *rest = text.rstrip("\f").split("\f")
        lines = [line.strip() for line in first.splitlines() if line.strip()]
        assert any(line.endswith(literals.national_name.text) for line in lines), name
        assert any(literals.number.text in line and "ngày" in line for line in lines), f"{name}: số và ngày ngang hàng"
        assert lines[0] != "1", name
        if not plan.annexes:
            for number, page in enumerate(rest, 2):
                assert page.split(None, 1)[0] == str(number), name
        signed = next(page for page in (first, *rest) if literals.recipients.text in page)
        closing = [line for line in signed.splitlines() if line.strip().endswith(literals.closing_mark.text)]
        assert closing, f"{name}: khối chữ ký đứng một mình"


@pytest.mark.libreoffice
@pytest.mark.skipif(not LIBREOFFICE or not shutil.which("pdftotext"), reason="cần LibreOffice và poppler")
def test_wherever_the_page_ends_the_signature_has_company_and_stays_whole(
    templates: dict[str, Template], tmp_path: Path
) -> None:
    plan = module("ke-hoach", "samples").commune()
    filler = [Item(id=f"x{n}", marker=Marker.DASH, label="-", text=Inline(text=f"Việc {n}.")) for n in range(24)]
    for count in range(24):
        longer = plan.evolve(sections=(*plan.sections, *filler[:count]))
        (tmp_path / f"{count:02d}.docx").write_bytes(render(longer, templates["ke-hoach"]).data)
    for text in pdf_texts(tmp_path):
        (signed,) = [page for page in text.split("\f") if "Nơi nhận:" in page]
        assert "./." in signed
        assert "Phạm Thị D" in signed
        assert "Lưu: VT, VHXH." in signed


@pytest.mark.libreoffice
@pytest.mark.skipif(not LIBREOFFICE, reason="cần LibreOffice")
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_template_saved_by_libreoffice_still_works(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / folder / "template.docx", tmp_path / "saved.docx")
    saved = office(tmp_path, "docx") / "saved.docx"
    assert template_findings(saved.read_bytes()) == ()
    assert run(["template", "check", str(saved)]) == 0
    assert "không có vấn đề nào" in capsys.readouterr().out
    template = load_template(saved)
    for name, plan in module(folder, "samples").samples().items():
        rendered = render(plan, template)
        document = docx.Document(io.BytesIO(rendered.data))
        directions = [section.orientation for section in document.sections]
        assert directions == [0, *(int(annex.landscape) for annex in plan.annexes)], name
        grave = [one for one in layout_findings(rendered.data, rendered.name) if one.severity != "info"]
        assert grave == [], name


def test_the_number_of_components_is_served() -> None:
    styled = {style.component for style in module("ke-hoach", "build").STYLES if style.component}
    assert styled == set(Component)
