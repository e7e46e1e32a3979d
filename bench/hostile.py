"""Hostile files, each read by a fresh `kedraft import`: seconds on the clock, peak memory, and what was said.

python bench/hostile.py     exits with 1 when one is not refused (or read, where it may be), or costs a second or 150 MB

Below them texts that repeat what a pattern could stumble over: four times the text may cost no more than eight times the work.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path

from cold import LAUNCHER

from kedraft.grammar.lines import join_lines
from kedraft.importers.text import read_text
from kedraft.inheritance.braces import pieces
from kedraft.lint.deadlines import find_days
from kedraft.vietnamese.deadlines import Pace, moved

MOST_SECONDS, MOST_BYTES = 1.0, 150 << 20
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_ODT = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text>{}</o:text></o:body></o:document-content>'
)


def _zip(parts: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def _docx(body: str, **more: bytes | str) -> bytes:
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    return _zip(parts | {name.replace("__", "/"): data for name, data in more.items()})


def _odt(body: str) -> bytes:
    return _zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": _ODT.format(body),
            "META-INF/manifest.xml": "<a/>",
        }
    )


def _pdf(drawing: bytes, *forms: bytes) -> bytes:
    """One page with a content stream, and forms numbered from 10 that draw the next one."""
    names = b" ".join(b"/F%d %d 0 R" % (at, at) for at in range(10, 10 + len(forms)))
    resources = b"<</XObject<<%s>>>>" % names
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>"}
    objects[3] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources %s/Contents 4 0 R>>" % resources
    packed = zlib.compress(drawing)
    objects[4] = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources %s/Length %d>>stream\n%s\nendstream"
    objects |= {10 + at: head % (resources, len(form), form) for at, form in enumerate(forms)}
    out, places = b"%PDF-1.5\n", []
    for number in sorted(objects):
        places.append((number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 1\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size 99>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def _nested() -> bytes:
    return _pdf(b"/F10 Do", *(b"/F%d Do " % (at + 1) * 10 for at in range(10, 19)), b"0 0 m 1 1 l S")


def _grid() -> bytes:
    lines = [f"{at * 3} 0 m {at * 3} 842 l S 0 {at * 4} m 595 {at * 4} l S" for at in range(200)]
    return _pdf("\n".join(lines).encode())


FILES: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: _docx("", word__media__a=bytes(400 << 20)),
    "entries.docx": lambda: _docx("", **{f"word__{at}": b"" for at in range(70_000)}),
    "doctype.docx": lambda: _zip(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
    ),
    "paragraphs.docx": lambda: _docx("".join(f"<w:p><w:r><w:t>{at}</w:t></w:r></w:p>" for at in range(400_000))),
    "truncated.docx": lambda: _docx("<w:p/>" * 5_000)[:400],
    "ole.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
    "binary.rtf": lambda: rb"{\rtf1 {\pict\pngblip\bin999999999 x}}",
    "object.rtf": lambda: rb"{\rtf1\ansi van ban \\bin900 {\object\objemb{\*\objdata 0105}}}",
    "paragraphs.rtf": lambda: rb"{\rtf1 " + rb"\par a" * 2_000_000 + b"}",
    "spaces.odt": lambda: _odt('<t:p>' + '<t:s t:c="60000"/>' * 3_000 + "</t:p>"),
    "forms.pdf": _nested,
    "grid.pdf": _grid,
    "titles.txt": lambda: ("KẾ HOẠCH\n" * 28_000).encode(),
    "pipes.txt": lambda: b"|" * 400_000 + b"\n" + b"|-" * 200_000,
    "deep.html": lambda: b"<div>" * 200_000,
}  # fmt: skip

#: Texts that were read are remembered: each is new.
_FRESH = count()

REPEATED: dict[str, Callable[[int], object]] = {
    **{
        f"deadlines: {piece!r}": lambda n, piece=piece: list(moved("trước ngày 15/6" + piece * n + " ngày từ", Pace()))  # type: ignore[misc]
        for piece in (
            "là sau trong ", "trước ngày ", "chậm nhất là trong ", "trước ngày 15/6 và ", "15/6, ", "hoàn thành ", "trong ", " ",
            "trước ngày 15/6/2026 (", "trước ngày 15/6/2026 đối với báo cáo ", "trong 5 ngày ",
        )
    },
    **{
        f"lines: {line!r}": lambda n, line=line: join_lines(read_text((f"{line}\n" * n).encode(), "a.txt").blocks)  # type: ignore[misc]
        for line in ("KẾ HOẠCH", "- KẾ HOẠCH", "CĂN CỨ", "và các sở", "I.")
    },
    "braces: '{a '": lambda n: pieces("{a " * n),
    "days of a check: 'báo cáo trước ngày 01/02 '": lambda n: find_days("báo cáo trước ngày 01/02 " * n + str(next(_FRESH))),
}  # fmt: skip


def main() -> int:
    """Prints the table; 1 when a file or a text costs too much."""
    with tempfile.TemporaryDirectory(prefix="kedraft-hostile-") as folder:
        dear = sum(_told(Path(folder), name, make()) for name, make in FILES.items())
    return 1 if dear + sum(_grows(name, work) for name, work in REPEATED.items()) else 0


def _told(folder: Path, name: str, data: bytes) -> bool:
    (folder / name).write_bytes(data)
    command = [sys.executable, "-m", "kedraft", "import", str(folder / name), "--json"]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    launch = [sys.executable, "-I", "-S", "-c", LAUNCHER, *command]
    done = subprocess.run(launch, capture_output=True, text=True, env=kept, check=True)
    clock, _, peak, code, said = json.loads(done.stdout)
    peak *= 1 if sys.platform == "darwin" else 1024
    dear = clock >= MOST_SECONDS or peak >= MOST_BYTES or code not in (0, 1, 2)
    print(
        f"{name:16} {clock:5.2f} s {peak >> 20:4} MB  exit {code} {'DEAR ' if dear else ''} {' '.join(said.split())[:110]}"
    )
    return bool(dear)


def _grows(name: str, work: Callable[[int], object]) -> bool:
    few, many = _seconds(lambda: work(2_000)), _seconds(lambda: work(8_000))
    dear = many >= 8 * few + 0.05
    print(f"{name:60} {many / few:5.1f} x for four times the text {'DEAR' if dear else ''}")
    return dear


def _seconds(work: Callable[[], object]) -> float:
    best = []
    for _ in range(3):
        start = time.process_time()
        work()
        best.append(time.process_time() - start)
    return min(best)


if __name__ == "__main__":
    sys.exit(main())
