"""The door to LibreOffice: bytes in, bytes out, or a sentence that says why not."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kedraft.errors import OutputRefused
from kedraft.ooxml import libreoffice
from kedraft.ooxml.libreoffice import NotConverted, Trouble, convert, to_pdf


def small() -> bytes:
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.libreoffice
@pytest.mark.skipif(libreoffice.program() is None, reason="needs LibreOffice")
def test_a_word_file_that_was_never_written_becomes_a_pdf() -> None:
    assert to_pdf(small(), "ke-hoach.docx").startswith(b"%PDF-")


def test_without_libreoffice_the_refusal_names_the_file_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(OutputRefused, match=r"ke-hoach\.docx: .*cài LibreOffice.*bỏ --pdf"):
        to_pdf(small(), "ke-hoach.docx")


@pytest.mark.parametrize(
    ("code", "why"), [("import time; time.sleep(60)", Trouble.SLOW), ("raise SystemExit(3)", Trouble.NOTHING)]
)
def test_a_program_that_hangs_or_fails_is_ended_and_told(
    code: str, why: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **options: object) -> "subprocess.Popen[bytes]":
        started.append(popen([sys.executable, "-c", code], **options))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    monkeypatch.setattr(subprocess, "Popen", start)
    with pytest.raises(NotConverted) as caught:
        convert(b"x", ".docx", "pdf", 0.5 if why is Trouble.SLOW else 30)
    assert caught.value.why is why
    assert started[0].poll() is not None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such limits")
def test_a_program_has_bounded_memory_and_work(tmp_path: Path) -> None:
    import resource

    told = tmp_path / "told"
    limits = "resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)"
    code = f"import pathlib, resource; pathlib.Path({str(told)!r}).write_text(repr(({limits})))"
    libreoffice._run([sys.executable, "-c", code], 30)
    assert told.read_text() == repr(((2_000 << 20, 2_000 << 20), (61, 61)))
    assert resource.getrlimit(resource.RLIMIT_AS) != (2_000 << 20, 2_000 << 20)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such limits")
def test_a_program_that_wants_too_much_memory_gives_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hungry = tmp_path / "soffice"
    hungry.write_text(f"#!{sys.executable}\nheld = bytearray(3 << 30)\n")
    hungry.chmod(0o700)
    monkeypatch.setattr(libreoffice, "program", lambda: str(hungry))
    with pytest.raises(NotConverted) as caught:
        convert(b"x", ".rtf", "docx", 30)
    assert caught.value.why is Trouble.NOTHING


def test_a_program_that_cannot_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: str(tmp_path / "no-such-program"))
    with pytest.raises(NotConverted) as caught:
        convert(b"x", ".docx", "pdf", 5)
    assert caught.value.why is Trouble.NOT_STARTED
