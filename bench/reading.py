"""Reading: a long Word file beside python-docx, a PDF beside pypdf. The same words first."""

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import PathDistribution
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from engines import CACHE, NotEqual
from measure import Effort, Timing, side_by_side
from plans import plan

from kedraft.importers.docx import read_docx
from kedraft.importers.pdf import read_pdf
from kedraft.model.source import SourceText
from kedraft.rendering import render
from kedraft.workspace import load_template

PYPDF = "pypdf==7.1.0"
_PYPDF_HOME = CACHE / "pypdf"
_SAME_LETTERS = 0.999


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read by kedraft and by another."""

    what: str
    other: str
    timings: dict[str, Timing]

    @property
    def ahead(self) -> float:
        """How many times faster kedraft is."""
        return self.timings[self.other].times_of(self.timings["kedraft"])


def word(pages: int, effort: Effort) -> Reading:
    """A .docx: text, style, alignment, bold and italic of every paragraph, cells included."""
    data = render(plan(pages), load_template("ke-hoach")).data
    ours, theirs = _words(read_docx(data, "plan.docx")), "".join(text for text, *_ in full_read(data))
    if ours != "".join(theirs.split()):
        raise NotEqual("python-docx reads other words than kedraft")
    actions = {"kedraft": lambda: read_docx(data, "plan.docx"), "python-docx": lambda: full_read(data)}
    return Reading(f"Word, {pages} pages, {len(data) // 1024} KB", "python-docx", side_by_side(actions, effort))


def full_read(data: bytes) -> list[tuple[str, str, str, list[tuple[str, bool | None, bool | None]]]]:
    """What python-docx gives that read_docx gives too."""
    return [
        (
            paragraph.text,
            paragraph.style.name or "" if paragraph.style else "",
            str(paragraph.alignment),
            [(run.text, run.bold, run.italic) for run in paragraph.runs],
        )
        for paragraph in _paragraphs(docx.Document(io.BytesIO(data)))
    ]


def _paragraphs(holder: Document | _Cell) -> Iterator[Paragraph]:
    for block in holder.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
        else:
            yield block


def set_up_pypdf() -> str:
    """Installs pypdf aside; what is missing, in words, or nothing."""
    if not shutil.which("soffice"):
        return "LibreOffice is not on this machine: PDF reading is left out"
    if not (_PYPDF_HOME / "pypdf").is_dir():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        done = subprocess.run([*command, "--target", str(_PYPDF_HOME), PYPDF], capture_output=True, timeout=120)
        if done.returncode:
            return "pypdf could not be installed (no network?): PDF reading is left out"
    return ""


def pypdf_version() -> str:
    """The version that was installed, or nothing."""
    cards = sorted(_PYPDF_HOME.glob("pypdf-*.dist-info"))
    return PathDistribution(cards[0]).version if cards else ""


def pdf(pages: int, effort: Effort) -> Reading:
    """The same plan as PDF: paragraphs joined, beside the bare text of each page."""
    data = _as_pdf(render(plan(pages), load_template("ke-hoach")).data)
    sys.path.append(str(_PYPDF_HOME))
    pypdf = import_module("pypdf")

    def theirs() -> list[str]:
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]

    texts = theirs()
    _prove_same_letters(_words(read_pdf(data, "plan.pdf")), "".join("".join(texts).split()))
    actions = {"kedraft": lambda: read_pdf(data, "plan.pdf"), "pypdf": theirs}
    return Reading(f"PDF, {len(texts)} pages, {len(data) // 1024} KB", "pypdf", side_by_side(actions, effort))


def _prove_same_letters(ours: str, theirs: str) -> None:
    """Columns come in another order and page numbers are dropped: so letters are counted, not lined up."""
    differing = sum(
        abs(ours.count(letter) - theirs.count(letter)) for letter in set(ours + theirs) if not letter.isdecimal()
    )
    if differing > (1 - _SAME_LETTERS) * len(ours):
        raise NotEqual(f"pypdf and kedraft read different letters: {differing} of {len(ours)}")


def _words(source: SourceText) -> str:
    """All words of the body in order, without space."""
    aside = len(source.asides)
    paragraphs = list(source.paragraphs())
    body = paragraphs[: len(paragraphs) - aside]
    return "".join("".join(f"{one.label or ''}{one.text.text}".split()) for one in body)


def _as_pdf(data: bytes) -> bytes:
    """LibreOffice's PDF, kept between runs."""
    CACHE.mkdir(exist_ok=True)
    name = blake2b(data, digest_size=8).hexdigest()
    target = CACHE / f"{name}.pdf"
    if not target.exists():
        source = target.with_suffix(".docx")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(CACHE / 'office').resolve().as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(CACHE), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return Path(target).read_bytes()
