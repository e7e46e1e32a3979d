"""The smallest PDFs that show words and lines at given places."""

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
LETTER = 0.5  # every letter is half an em wide


@dataclass
class Sheet:
    """One page of a PDF to come: (x, y from the top, text, size, bold) and lines to draw."""

    texts: list[tuple[float, float, str, float, bool]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    turned: bool = False
    invisible: bool = False

    def write(self, x: float, y: float, text: str, size: float = 14, bold: bool = False) -> "Sheet":
        self.texts.append((x, y, text, size, bold))
        return self

    def lines(self, x: float, y: float, *texts: str, step: float = 19, size: float = 14) -> "Sheet":
        for at, text in enumerate(texts):
            self.write(x, y + at * step, text, size)
        return self

    def grid(self, xs: list[float], ys: list[float]) -> "Sheet":
        self.rules += [(xs[0], y, xs[-1], y) for y in ys]
        self.rules += [(x, ys[0], x, ys[-1]) for x in xs]
        return self

    def content(self) -> bytes:
        out = ["q 0 1 -1 0 595 0 cm" if self.turned else "q", "3 Tr" if self.invisible else "0 Tr"]
        height = WIDTH if self.turned else HEIGHT
        for x, y, text, size, bold in self.texts:
            code = text.encode("utf-16-be").hex()
            out.append(f"BT /{'B' if bold else 'F'} {size} Tf 1 0 0 1 {x} {height - y} Tm <{code}> Tj ET")
        out += [f"{a} {height - b} m {c} {height - d} l S" for a, b, c, d in self.rules]
        return "\n".join([*out, "Q"]).encode()


def _cmap() -> bytes:
    ranges = [f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in range(0x21)]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(ranges)} beginbfrange\n" + "\n".join(ranges) + "\nendbfrange endcmap end end"
    ).encode()


def pdf(*sheets: Sheet, more: bytes = b"", extra: dict[int, bytes] | None = None, trailer: bytes = b"") -> bytes:
    """A PDF of the sheets. Its fonts show any letter of the first planes, each half an em wide."""
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R" + more + b">>",
        2: f"<</Type/Pages/Count {len(sheets)}/Kids[{' '.join(f'{20 + 2 * at} 0 R' for at in range(len(sheets)))}]>>".encode(),
        3: stream(_cmap()),
    }
    for at, name in ((4, b"Times"), (6, b"Times-Bold")):
        objects[at] = (
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/ToUnicode 3 0 R/DescendantFonts[%d 0 R]>>"
            % (name, at + 1)
        )
        objects[at + 1] = (
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[0 -200 500 800]/ItalicAngle 0/Ascent 800"
            b"/Descent -200/CapHeight 700/StemV 80>>>>" % (name, name)
        )
    for at, sheet in enumerate(sheets):
        number = 20 + 2 * at
        objects[number] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</Font<</F 4 0 R/B 6 0 R>>/XObject<</I 9 0 R>>>>>>"
            % (WIDTH, HEIGHT, number + 1)
        )
        objects[number + 1] = stream(sheet.content())
    return _packed(objects | (extra or {}), trailer)


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), about, data)


def _packed(objects: dict[int, bytes], trailer: bytes) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (max(objects) + 1, trailer, start)
    return bytes(out)
