"""Mutations of correct documents: each fault, made in each way Word knows, is found by its rule and fires no other error."""

import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kedraft.cli.drafting import drafted
from kedraft.lint.layout import check_layout
from kedraft.model.finding import Finding, Severity
from kedraft.ooxml.view import view
from kedraft.ooxml.xml import VAL, w
from kedraft.pipeline import accept, import_plan, render
from kedraft.workspace import load_template

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STORIES = sorted(path.parent.name for path in EXAMPLES.glob("*/draft.yaml"))
PARENTS = sorted(EXAMPLES.glob("*/ke-hoach-cap-tren.docx"))


# --- the documents --------------------------------------------------------------------------------------------------


@cache
def child(story: str) -> bytes:
    """The child plan of a story."""
    return render(drafted(EXAMPLES / story / "draft.yaml").draft, load_template()).data


@cache
def parent(story: str) -> bytes:
    """The parent plan of a story, set by our template: it has bases, tables and an annex."""
    name = "ke-hoach-cap-tren.docx"
    plan = accept(import_plan((EXAMPLES / story / name).read_bytes(), name))
    return render(plan, load_template()).data


@dataclass
class Doc:
    """An unpacked Word file whose XML a mutation changes."""

    parts: dict[str, bytes]
    trees: dict[str, Any] = field(default_factory=dict)

    def tree(self, name: str = "word/document.xml") -> Any:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    @property
    def styles(self) -> Any:
        return self.tree("word/styles.xml")

    def style(self, key: str) -> Any:
        return next(one for one in self.styles if one.get(w("styleId")) == key)

    def paragraphs(self, style: str, name: str = "word/document.xml") -> list[Any]:
        found = [p for p in self.tree(name).iter(w("p")) if _style_of(p) == style]
        assert found, style
        return found

    def save(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                tree = self.trees.get(name)
                package.writestr(name, etree.tostring(tree) if tree is not None else data)
        return out.getvalue()


def open_doc(data: bytes) -> Doc:
    package = zipfile.ZipFile(io.BytesIO(data))
    return Doc({name: package.read(name) for name in package.namelist()})


def _style_of(paragraph: Any) -> str | None:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return None if found is None else str(found.get(VAL))


def _child(parent: Any, tag: str, first: bool = True) -> Any:
    found = parent.find(w(tag))
    if found is None:
        found = etree.Element(w(tag))
        parent.insert(0, found) if first else parent.append(found)
    return found


# --- one property, in each way --------------------------------------------------------------------------------------

RUN = {"sz", "b", "i", "color", "highlight", "rFonts", "vanish"}
Property = tuple[str, dict[str, str]]


def put(holder: Any, prop: Property) -> None:
    """Sets a property in a style, a paragraph or the defaults: replaces attributes, keeps the others."""
    tag, values = prop
    properties = _child(holder, "rPr" if tag in RUN else "pPr", first=holder.tag != w("style"))
    found = properties.find(w(tag))
    if found is None:
        found = etree.SubElement(properties, w(tag))
    for name, value in values.items():
        found.set(w(name), value)


def directly(doc: Doc, style: str, prop: Property, part: str = "word/document.xml") -> None:
    for paragraph in doc.paragraphs(style, part):
        if prop[0] in RUN:
            for run in paragraph.iter(w("r")):
                properties = _child(run, "rPr")
                found = properties.find(w(prop[0]))
                found = etree.SubElement(properties, w(prop[0])) if found is None else found
                for name, value in prop[1].items():
                    found.set(w(name), value)
        else:
            put(paragraph, prop)


def by_style(doc: Doc, style: str, prop: Property, part: str = "") -> None:
    put(doc.style(style), prop)


def by_base_style(doc: Doc, style: str, prop: Property, part: str = "") -> None:
    """A new style below the style, which itself then says nothing."""
    base = copy.deepcopy(doc.style(style))
    base.set(w("styleId"), "Goc" + style)
    put(base, prop)
    own = doc.style(style)
    own.find(w("basedOn")).set(VAL, "Goc" + style)
    _strip(own, prop)
    doc.styles.append(base)


def by_defaults(doc: Doc, style: str, prop: Property, part: str = "") -> None:
    """The defaults say it; every other style gets what it had, this one and its bases say nothing."""
    chain = _chain(doc, style)
    for other in list(doc.styles.iter(w("style"))):
        if other.get(w("type")) == "paragraph" and other not in chain:
            _keep(doc, other, prop)
    for one in chain:
        for name in prop[1]:
            _strip(one, (prop[0], {name: ""}))
    kind = "rPr" if prop[0] in RUN else "pPr"
    defaults = doc.styles.find(f"{w('docDefaults')}/{w(kind + 'Default')}")
    put(defaults, prop)


def by_table_style(doc: Doc, style: str, prop: Property, part: str = "") -> None:
    """The style of the table says it; paragraph styles and defaults say nothing."""
    for one in _chain(doc, style):
        _strip(one, prop)
    table_style = etree.SubElement(doc.styles, w("style"), {w("type"): "table", w("styleId"): "KieuBang"})
    etree.SubElement(table_style, w("name"), {VAL: "Kiểu bảng"})
    put(table_style, prop)
    for paragraph in doc.paragraphs(style):
        table = next(paragraph.iterancestors(w("tbl")))
        properties = table.find(w("tblPr"))
        if properties.find(w("tblStyle")) is None:
            properties.insert(0, etree.Element(w("tblStyle"), {VAL: "KieuBang"}))
        for other in {_style_of(p) for p in table.iter(w("p"))} - {style, None}:
            _keep(doc, doc.style(str(other)), prop)


def _chain(doc: Doc, style: str) -> list[Any]:
    chain = [doc.style(style)]
    while (base := chain[-1].find(w("basedOn"))) is not None:
        chain.append(doc.style(base.get(VAL)))
    return chain


def _strip(style: Any, prop: Property) -> None:
    for properties in (style.find(w("rPr")), style.find(w("pPr"))):
        found = properties.find(w(prop[0])) if properties is not None else None
        if found is not None:
            for name in prop[1]:
                found.attrib.pop(w(name), None)
            if not found.attrib or prop[0] in RUN:
                properties.remove(found)


def _keep(doc: Doc, style: Any, prop: Property) -> None:
    """Writes into the style what it inherits."""
    tag, values = prop
    kind = "rPr" if tag in RUN else "pPr"
    levels = [*_chain(doc, style.get(w("styleId"))), doc.styles.find(f"{w('docDefaults')}/{w(kind + 'Default')}")]
    fallback = {"jc": {"val": "left"}, "ind": {"firstLine": "0"}, "b": {"val": "0"}, "i": {"val": "0"}}
    for name in values:
        found = next(
            (
                one.get(w(name), "1")
                for level in levels
                if (one := level.find(f"{w(kind)}/{w(tag)}")) is not None and (one.get(w(name)) or tag in ("b", "i"))
            ),
            fallback.get(tag, {}).get(name, "0"),
        )
        put(style, (tag, {name: found}))


# --- the faults -----------------------------------------------------------------------------------------------------


def size(points: float) -> Property:
    return ("sz", {"val": str(round(points * 2))})


def bold(on: bool) -> Property:
    return ("b", {"val": "1" if on else "0"})


def italic(on: bool) -> Property:
    return ("i", {"val": "1" if on else "0"})


def jc(value: str) -> Property:
    return ("jc", {"val": value})


HEAD = ("QuocHieu", "TieuNgu", "CoQuanBanHanh", "CoQuanChuQuan", "SoKyHieu", "DiaDanh")
FOOT = ("NoiNhan", "DanhSachNoiNhan", "QuyenHan", "HoTen")
PROPERTIES: dict[str, tuple[str, tuple[Property, ...]]] = {
    "QuocHieu": ("ND30-QH-02", (size(11), size(14), bold(False), italic(True), jc("left"), jc("right"))),
    "TieuNgu": ("ND30-QH-04", (size(12), size(15), bold(False), italic(True), jc("left"), jc("both"))),
    "CoQuanBanHanh": ("ND30-CQ-01", (size(11), size(14), bold(False), italic(True), jc("left"))),
    "CoQuanChuQuan": ("ND30-CQ-02", (size(11), size(14), bold(True), italic(True), jc("left"))),
    "SoKyHieu": ("ND30-SO-05", (size(12), size(14), bold(True), italic(True), jc("left"), jc("right"))),
    "DiaDanh": ("ND30-DD-05", (size(12), size(15), italic(False), bold(True), jc("right"))),
    "TenLoai": ("ND30-TL-01", (size(12), size(16), bold(False), italic(True), jc("left"), jc("both"))),
    "TrichYeu": ("ND30-TL-02", (size(12), size(15), bold(False), italic(True), jc("left"), jc("both"))),
    "QuyenHan": ("ND30-KY-04", (size(12), size(15), bold(False), italic(True), jc("left"))),
    "HoTen": ("ND30-KY-05", (size(12), size(15), bold(False), italic(True), jc("left"), jc("right"))),
    "NoiNhan": ("ND30-NN-01", (size(11), size(13), bold(False), italic(False), jc("center"))),
    "DanhSachNoiNhan": ("ND30-NN-02", (size(10), size(12), bold(True), italic(True), jc("center"))),
    "PhuLuc": ("ND30-PL-03", (size(13), size(15), bold(False), italic(True), jc("left"))),
    "TenPhuLuc": ("ND30-PL-04", (size(12), size(15), bold(False), italic(True), jc("left"))),
    "KemTheo": ("ND30-PL-05", (size(12), size(15), bold(True), italic(False), jc("left"))),
}
BODY = ("CanCu", "LoiMoDau", "Khoan", "Diem", "GachDauDong", "DoanVan")
TEXT: tuple[tuple[str, Property], ...] = (
    ("ND30-ND-01", size(12)),
    ("ND30-ND-01", size(15)),
    ("ND30-ND-01", italic(True)),
    ("ND30-ND-02", jc("left")),
    ("ND30-ND-02", jc("center")),
    ("ND30-ND-02", jc("right")),
    ("ND30-ND-03", ("ind", {"firstLine": "0"})),
    ("ND30-ND-03", ("ind", {"firstLine": "400"})),
    ("ND30-ND-03", ("ind", {"firstLine": "1000"})),
    ("ND30-ND-03", ("ind", {"firstLine": "567"})),
    ("ND30-ND-05", ("spacing", {"before": "0", "after": "0"})),
    ("ND30-ND-05", ("spacing", {"before": "60", "after": "60"})),
    ("ND30-ND-06", ("spacing", {"line": "200", "lineRule": "auto"})),
    ("ND30-ND-06", ("spacing", {"line": "480", "lineRule": "auto"})),
    ("ND30-ND-06", ("spacing", {"line": "240", "lineRule": "exact"})),
    ("ND30-ND-06", ("spacing", {"line": "600", "lineRule": "exact"})),
    ("ND30-ND-06", ("spacing", {"line": "600", "lineRule": "atLeast"})),
    ("ND30-ND-07", size(13)),
)
EVERYWHERE: tuple[tuple[str, Property], ...] = (
    ("ND30-TR-07", ("rFonts", {"ascii": "Arial", "hAnsi": "Arial"})),
    ("ND30-TR-07", ("rFonts", {"hAnsi": "Calibri"})),
    ("ND30-TR-08", ("color", {"val": "FF0000"})),
)

Way = Callable[..., None]
WAYS: tuple[Way, ...] = (directly, by_style, by_base_style)


@dataclass(frozen=True)
class Mutation:
    """A fault: the rule that must find it, and what makes it."""

    name: str
    rule: str
    apply: Callable[[Doc], None]
    base: Callable[[], bytes]


def _base(style: str) -> Callable[[], bytes]:
    if style == "CoQuanChuQuan":
        return lambda: child("ban-chi-dao-2024")
    return lambda: parent("tinh-xa-2026")


def _mutation(style: str, rule: str, prop: Property, way: Way, part: str = "word/document.xml") -> Mutation:
    shown = ",".join(f"{k}={v}" for k, v in prop[1].items())
    return Mutation(
        f"{style}.{prop[0]}[{shown}] {way.__name__}", rule, lambda doc: way(doc, style, prop, part), _base(style)
    )


def property_mutations() -> Iterator[Mutation]:
    for style, (rule, props) in PROPERTIES.items():
        for prop in props:
            ways: tuple[Way, ...] = WAYS
            switched_on = prop[0] in ("b", "i") and prop[1]["val"] == "1"
            if not switched_on:
                ways = (*ways, by_defaults)
            if style in (*HEAD, *FOOT) and prop[0] not in ("b", "i"):  # toggles cancel out in the whole table
                ways = (*ways, by_table_style)
            yield from (_mutation(style, rule, prop, way) for way in ways)
    for style in BODY:
        for rule, prop in TEXT:
            if style == "CanCu" and prop[0] == "i":
                continue
            ways = WAYS if prop[0] == "i" else (*WAYS, by_defaults)
            yield from (_mutation(style, rule, prop, way) for way in ways)
    for way in (*WAYS, by_defaults):
        yield _mutation("CanCu", "ND30-CC-01", italic(False), _plainly(way))
        yield _mutation("Muc", "ND30-DM-01", bold(False), way)
        yield _mutation("KhoanCoTieuDe", "ND30-DM-04", bold(False), way)
        yield _mutation("Muc", "ND30-ND-01", size(12), way)
        yield _mutation("KhoanCoTieuDe", "ND30-ND-01", size(16), way)
        for prop in (size(11), size(16)):
            yield _mutation("SoTrang", "ND30-TR-13", prop, way, "word/header1.xml")
        yield _mutation("SoTrang", "ND30-TR-10", jc("right"), way, "word/header1.xml")
        yield _mutation("SoTrang", "ND30-TR-10", jc("left"), way, "word/header1.xml")
        for rule, prop in EVERYWHERE:
            for style in ("TieuNgu", "Khoan", "HoTen"):
                yield _mutation(style, rule, prop, way)
    for way in WAYS:
        yield _mutation("Muc", "ND30-DM-01", italic(True), way)
        yield _mutation("SoTrang", "ND30-TR-13", italic(True), way, "word/header1.xml")
        yield _mutation("SoTrang", "ND30-TR-13", bold(True), way, "word/header1.xml")


def _plainly(way: Way) -> Way:
    """The way, once the runs themselves say nothing of their slant."""

    def plain(doc: Doc, style: str, prop: Property, part: str) -> None:
        for paragraph in doc.paragraphs(style):
            for mark in [one for one in paragraph.iter(w(prop[0])) if one.getparent().tag == w("rPr")]:
                _remove(mark)
        way(doc, style, prop, part)

    plain.__name__ = way.__name__
    return plain


def page_mutations() -> Iterator[Mutation]:
    margins = {"top": "ND30-TR-02", "bottom": "ND30-TR-03", "left": "ND30-TR-04", "right": "ND30-TR-05"}
    for side, rule in margins.items():
        for millimetres in (10, 28) if side != "left" else (20, 25, 40):
            yield _page(rule, "pgMar", {side: str(round(millimetres * 56.7))})
    yield _page("ND30-TR-04", "pgMar", {"gutter": "567"})
    yield _page("ND30-TR-01", "pgSz", {"w": "12240", "h": "15840"})
    yield _page("ND30-TR-01", "pgSz", {"w": "11906", "h": "18720"})
    for form in ("upperRoman", "lowerRoman", "upperLetter"):
        yield _page("ND30-TR-12", "pgNumType", {"fmt": form})
    yield _page("ND30-TR-12", "pgNumType", {"start": "2"}, first_only=True)
    yield _made("titlePg gone", "ND30-TR-11", lambda doc: _each(doc, "titlePg", _remove))
    yield _made("number on the first page", "ND30-TR-11", _number_on_first_page)
    yield _made(
        "no page number", "ND30-TR-10", lambda doc: [_remove(r) for r in doc.tree("word/header1.xml").iter(w("r"))]
    )
    yield _made("number in the footer", "ND30-TR-10", _number_in_footer)
    yield _made("annex goes on counting", "ND30-TR-14", lambda doc: [_remove(x) for x in _all(doc, "pgNumType")])
    yield _made("landscape text", "ND30-TR-06", _landscape_text)


def _page(rule: str, tag: str, values: dict[str, str], first_only: bool = False) -> Mutation:
    def change(doc: Doc) -> None:
        for element in _all(doc, "sectPr")[: 1 if first_only else None]:
            if element.find(w("pgSz")).get(w("orient")) != "landscape":
                for name, value in values.items():
                    element.find(w(tag)).set(w(name), value)

    return _made(f"{tag} {values}", rule, change)


def _made(name: str, rule: str, change: Callable[[Doc], Any], story: str = "") -> Mutation:
    return Mutation(name, rule, change, (lambda: child(story)) if story else (lambda: parent("tinh-xa-2026")))


def _all(doc: Doc, tag: str) -> list[Any]:
    return list(doc.tree().iter(w(tag)))


def _each(doc: Doc, tag: str, change: Callable[[Any], None]) -> None:
    for element in _all(doc, tag):
        change(element)


def _remove(element: Any) -> None:
    element.getparent().remove(element)


def _number_on_first_page(doc: Doc) -> None:
    doc.parts["word/header2.xml"] = doc.parts["word/header1.xml"]


def _number_in_footer(doc: Doc) -> None:
    for reference in _all(doc, "headerReference"):
        reference.tag = w("footerReference")
    rels = doc.parts["word/_rels/document.xml.rels"]
    doc.parts["word/_rels/document.xml.rels"] = rels.replace(b"relationships/header", b"relationships/footer")


def _landscape_text(doc: Doc) -> None:
    first = next(one for one in _all(doc, "pgSz") if one.get(w("orient")) != "landscape")
    closing = doc.paragraphs("Muc")[2]
    section = copy.deepcopy(first.getparent())
    page = section.find(w("pgSz"))
    wide, high = page.get(w("w")), page.get(w("h"))
    page.set(w("w"), high)
    page.set(w("h"), wide)
    page.set(w("orient"), "landscape")
    upright = copy.deepcopy(first.getparent())
    doc.paragraphs("Muc")[1].find(w("pPr")).append(upright)
    closing.find(w("pPr")).append(section)


#: Lines of the form typed wrongly, in ways that reading the file into a plan evens out.
TYPED = (
    ("SoKyHieu", "Số 38/KH-UBND", "ND30-SO-01"),
    ("SoKyHieu", "Số: 38-KH/UBND", "ND30-SO-01"),
    ("DiaDanh", "Lạng Sơn ngày 29 tháng 01 năm 2026", "ND30-DD-04"),
    ("DiaDanh", "Lạng Sơn, 29/01/2026", "ND30-DD-01"),
    ("DiaDanh", "Lạng Sơn, ngày 5 tháng      năm 2026", "ND30-DD-02"),
    ("DiaDanh", "Lạng Sơn, ngày 29 tháng 1 năm 2026", "ND30-DD-02"),
    ("DiaDanh", "Lạng Sơn, ngày      tháng 03 năm 2026", "ND30-DD-03"),
    ("TrichYeu", "V/v triển khai phong trào “Bình dân học vụ số”", "ND30-TL-03"),
    ("LoiMoDau", "Kính gửi: Các phòng, đơn vị thuộc Ủy ban nhân dân", "ND30-NN-05"),
    ("DanhSachNoiNhan", "- Lưu: VT, VHXH", "ND30-NN-03"),
    ("DanhSachNoiNhan", "+ Lưu: VT, VHXH.", "ND30-NN-03"),
    ("HoTen", "ThS. Trần Thị B", "ND30-KY-06"),
    ("HoTen", "Tiến sĩ Trần Thị B", "ND30-KY-06"),
    ("KemTheo", "(Kèm theo Quyết định số 38/QĐ-UBND ngày 29 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh)", "ND30-PL-05"),
)


def text_mutations() -> Iterator[Mutation]:
    national = (
        "CỘNG HÒA XÃ HÔI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
    )
    motto = (
        "Độc lập-Tự do-Hạnh phúc",
        "Độc Lập - Tự Do - Hạnh Phúc",
        "Độc lập – Tự do – Hạnh phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc lập - Tự do - Hạnh phúc.",
        "Độc lập  -  Tự do  -  Hạnh phúc",
        "Độc lập, Tự do, Hạnh phúc",
    )
    yield from (_text("QuocHieu", text, "ND30-QH-01") for text in (*national, ""))
    yield from (_text("TieuNgu", text, "ND30-QH-03") for text in (*motto, ""))
    yield from (_text(style, text, rule) for style, text, rule in TYPED)
    yield _text("TenLoai", "Kế hoạch", "ND30-TL-01")
    yield _text("TrichYeu", "TRIỂN KHAI PHONG TRÀO BÌNH DÂN HỌC VỤ SỐ NĂM 2026", "ND30-TL-02")
    yield _text("HoTen", "NGUYỄN VĂN AN", "ND30-KY-05")
    yield _made(
        "office in small letters", "ND30-KY-04", lambda doc: _say(doc.paragraphs("QuyenHan")[-1], "Phó Chủ tịch")
    )
    yield _made(
        "issuer in small letters", "ND30-CQ-01", lambda doc: _say(doc.paragraphs("CoQuanBanHanh")[-1], "tỉnh Lạng Sơn")
    )
    yield _made("section in small letters", "ND30-DM-01", _small_section)
    yield _text("PhuLuc", "PHỤ LỤC", "ND30-PL-03")
    yield _made("annex title small", "ND30-PL-04", lambda doc: _small(doc, "TenPhuLuc"))
    yield _made("annex note gone", "ND30-PL-05", lambda doc: [_remove(p) for p in doc.paragraphs("KemTheo")])
    yield _made("letters apart", "ND30-TR-09", _decompose)
    yield _made(
        "old font",
        "ND30-TR-09",
        lambda doc: directly(doc, "Khoan", ("rFonts", {"ascii": ".VnTime", "hAnsi": ".VnTime"})),
    )
    yield _made("highlight", "ND30-TR-08", lambda doc: directly(doc, "Diem", ("highlight", {"val": "yellow"})))
    yield _made("tab", "ND30-ND-04", lambda doc: _typed_indent(doc, "\t"))
    yield _made("spaces", "ND30-ND-04", lambda doc: _typed_indent(doc, "     "))
    yield _made("one paragraph of 13", "ND30-ND-07", lambda doc: _one_of_another_size(doc))
    yield _made("inserted words", "KH-TM-02", lambda doc: _wrap_run(doc, "ins"))
    yield _made("hidden words", "KH-TM-02", lambda doc: _hide_first_run(doc))
    yield _made(
        "contextual spacing", "ND30-ND-05", lambda doc: by_style(doc, "Diem", ("contextualSpacing", {"val": "1"}))
    )
    yield _made("a character style takes the bold away", "ND30-QH-02", _strong_national)


def _text(style: str, text: str, rule: str) -> Mutation:
    return _made(f"{style} = {text!r}", rule, lambda doc: [_say(p, text) for p in doc.paragraphs(style)[-1:]])


def _say(paragraph: Any, text: str) -> None:
    runs = list(paragraph.iter(w("t")))
    for run in runs[1:]:
        run.text = ""
    if runs:
        runs[0].text = text


def _small(doc: Doc, style: str) -> None:
    for properties in doc.style(style).iter(w("caps")):
        _remove(properties)
    for paragraph in doc.paragraphs(style):
        _say(paragraph, "".join(t.text for t in paragraph.iter(w("t"))).capitalize())


def _small_section(doc: Doc) -> None:
    for properties in list(doc.style("Muc").iter(w("caps"))):
        _remove(properties)
    _say(doc.paragraphs("Muc")[0], "I. Mục đích, yêu cầu")


def _decompose(doc: Doc) -> None:
    import unicodedata

    for run in doc.paragraphs("Khoan")[0].iter(w("t")):
        run.text = unicodedata.normalize("NFD", run.text)


def _typed_indent(doc: Doc, start: str) -> None:
    paragraph = doc.paragraphs("Diem")[0]
    put(paragraph, ("ind", {"firstLine": "0"}))
    run = next(paragraph.iter(w("r")))
    if start == "\t":
        run.insert(0, etree.Element(w("tab")))
    else:
        run.find(w("t")).text = start + run.find(w("t")).text


def _one_of_another_size(doc: Doc) -> None:
    for run in doc.paragraphs("Diem")[3].iter(w("r")):
        _child(run, "rPr").append(etree.Element(w("sz"), {VAL: "26"}))


def _wrap_run(doc: Doc, tag: str) -> None:
    run = next(doc.paragraphs("Diem")[0].iter(w("r")))
    wrapper = etree.Element(w(tag), {w("id"): "1", w("author"): "An"})
    run.getparent().replace(run, wrapper)
    wrapper.append(run)


def _hide_first_run(doc: Doc) -> None:
    run = copy.deepcopy(next(doc.paragraphs("Diem")[0].iter(w("r"))))
    _child(run, "rPr").append(etree.Element(w("vanish")))
    doc.paragraphs("Diem")[0].append(run)


def _strong_national(doc: Doc) -> None:
    style = etree.SubElement(doc.styles, w("style"), {w("type"): "character", w("styleId"): "Strong"})
    put(style, bold(True))
    for run in doc.paragraphs("QuocHieu")[0].iter(w("r")):
        _child(run, "rPr").append(etree.Element(w("rStyle"), {VAL: "Strong"}))


def place_mutations() -> Iterator[Mutation]:
    rules = {"ND30-CQ-03": 0, "ND30-QH-05": 1, "ND30-TL-04": 2}
    for rule, at in rules.items():
        yield _made(f"line {at} gone", rule, lambda doc, at=at: _remove_line(doc, at))
        yield _made(f"line {at} too long", rule, lambda doc, at=at: _line(doc, at, 0))
        yield _made(f"line {at} too short", rule, lambda doc, at=at: _line(doc, at, (1750, 2700, 4600)[at]))
        yield _made(f"line {at} dashed", rule, lambda doc, at=at: _dashed(doc, at))
        yield _made(f"line {at} underlined", rule, lambda doc, at=at: _underlined(doc, at))
    yield _made("columns swapped", "ND30-QH-02", lambda doc: _swap(next(doc.tree().iter(w("tr")))))
    yield _made("date in its own row", "ND30-DD-08", _own_row)
    yield _made("foot swapped", "ND30-NN-06", lambda doc: _swap(_foot_row(doc)))
    yield _made("signature below Nơi nhận", "ND30-NN-06", _foot_in_two_rows)
    yield _made("row may break", "ND30-KY-09", lambda doc: _remove(_foot_row(doc).find(w("trPr"))))
    yield _made(
        "text may leave the signature",
        "ND30-KY-09",
        lambda doc: [_remove(x) for x in doc.style("DoanKet").iter(w("keepNext"))],
    )


def order_mutations() -> Iterator[Mutation]:
    yield _made("motto above the Quốc hiệu", "ND30-QH-04", lambda doc: _above(doc, "TieuNgu", "QuocHieu"))
    yield _made("number above the issuer", "ND30-SO-05", lambda doc: _above(doc, "SoKyHieu", "CoQuanBanHanh"))
    yield _made("date above the Quốc hiệu", "ND30-DD-05", lambda doc: _above(doc, "DiaDanh", "QuocHieu"))
    yield _made("subject above the type", "ND30-TL-02", lambda doc: _above(doc, "TrichYeu", "TenLoai"))
    yield _made("type misspelt", "ND30-TL-01", lambda doc: _say(doc.paragraphs("TenLoai")[0], "KẾ HOACH"))
    yield _made("type gone", "ND30-TL-01", lambda doc: _remove(doc.paragraphs("TenLoai")[0]))
    yield _made("Nơi nhận without colon", "ND30-NN-01", lambda doc: _say(doc.paragraphs("NoiNhan")[0], "Nơi nhận"))
    yield _made("NƠI NHẬN", "ND30-NN-01", lambda doc: _say(doc.paragraphs("NoiNhan")[0], "NƠI NHẬN:"))
    yield _made("annex note above its title", "ND30-PL-04", lambda doc: _above(doc, "KemTheo", "TenPhuLuc"))


def _above(doc: Doc, style: str, other: str) -> None:
    moved = doc.paragraphs(style)[0]
    left = moved.getparent()
    doc.paragraphs(other)[0].addprevious(moved)
    if left.tag == w("tc") and left.find(w("p")) is None:
        left.append(etree.Element(w("p")))


def _lines(doc: Doc) -> list[Any]:
    return [p for p in doc.tree().iter(w("p")) if _style_of(p) in ("DuongKe", "DuongKeTrichYeu")]


def _remove_line(doc: Doc, at: int) -> None:
    line = _lines(doc)[at]
    _remove(line.find(f"{w('pPr')}/{w('pBdr')}"))


def _line(doc: Doc, at: int, inset: int) -> None:
    put(_lines(doc)[at], ("ind", {"left": str(inset), "right": str(inset)}))


def _dashed(doc: Doc, at: int) -> None:
    next(_lines(doc)[at].iter(w("top"))).set(VAL, "dashed")


def _underlined(doc: Doc, at: int) -> None:
    _remove_line(doc, at)
    style = ("CoQuanBanHanh", "TieuNgu", "TrichYeu")[at]
    put(doc.style(style), ("sz", {}))
    doc.style(style).find(w("rPr")).append(etree.Element(w("u"), {VAL: "single"}))


def _swap(row: Any) -> None:
    cells = row.findall(w("tc"))
    row.remove(cells[0])
    row.append(cells[0])


def _own_row(doc: Doc) -> None:
    row = list(doc.tree().iter(w("tr")))[1]
    other = copy.deepcopy(row)
    row.addnext(other)
    for line, keep in ((row, 0), (other, 1)):
        cell = line.findall(w("tc"))[1 - keep]
        for text in cell.iter(w("t")):
            text.text = ""


def _foot_row(doc: Doc) -> Any:
    return next(doc.paragraphs("NoiNhan")[0].iterancestors(w("tr")))


def _foot_in_two_rows(doc: Doc) -> None:
    row = _foot_row(doc)
    other = copy.deepcopy(row)
    row.addnext(other)
    for line, keep in ((row, 0), (other, 1)):
        for text in line.findall(w("tc"))[1 - keep].iter(w("t")):
            text.text = ""


MUTATIONS = (*property_mutations(), *page_mutations(), *text_mutations(), *place_mutations(), *order_mutations())


def _findings(mutation: Mutation) -> tuple[Finding, ...]:
    doc = open_doc(mutation.base())
    mutation.apply(doc)
    return check_layout(view(doc.save(), "x.docx"))


SLICES = 12


@pytest.mark.parametrize("part", range(SLICES))
def test_a_fault_is_found_by_its_rule_and_fires_no_other_error(part: int) -> None:
    problems = []
    for mutation in MUTATIONS[part::SLICES]:
        found = _findings(mutation)
        if mutation.rule not in {one.rule for one in found}:
            problems.append(f"{mutation.name}: {mutation.rule} not in {sorted({one.rule for one in found})}")
        others = [one for one in found if one.severity is Severity.ERROR and one.rule != mutation.rule]
        problems += [f"{mutation.name} ({mutation.rule}): {one.rule} {one.message}" for one in others]
    assert not problems, "\n".join(problems)


# --- correct documents ----------------------------------------------------------------------------------------------


def _margins(top: float, bottom: float, left: float, right: float) -> Callable[[Doc], None]:
    def change(doc: Doc) -> None:
        for page in _all(doc, "pgMar"):
            for side, value in zip(("top", "bottom", "left", "right"), (top, bottom, left, right), strict=True):
                page.set(w(side), str(round(value * 56.6929)))

    return change


def _body_styles(*props: Property) -> Callable[[Doc], None]:
    def change(doc: Doc) -> None:
        for style in (
            "NoiDung",
            "CanCu",
            "LoiMoDau",
            "Khoan",
            "Diem",
            "GachDauDong",
            "DoanVan",
            "DauCong",
            "DoanKet",
            "KhoanCoTieuDe",
        ):
            for prop in props:
                put(doc.style(style), prop)

    return change


def _set_styles(prop: Property, *styles: str) -> Callable[[Doc], None]:
    return lambda doc: [put(doc.style(style), prop) for style in styles] and None


def _shapes(doc: Doc) -> None:
    """The borders that draw the lines become shapes, as Word 2003 drew them."""
    vml = "urn:schemas-microsoft-com:vml"
    for paragraph in _lines(doc):
        room = (
            9355
            if paragraph.getparent().tag == w("body")
            else int(paragraph.getparent().find(f"{w('tcPr')}/{w('tcW')}").get(w("w")))
        )
        indent = paragraph.find(f"{w('pPr')}/{w('ind')}")
        length = room - int(indent.get(w("left"))) - int(indent.get(w("right")))
        _remove(paragraph.find(f"{w('pPr')}/{w('pBdr')}"))
        picture = etree.SubElement(etree.SubElement(paragraph, w("r")), w("pict"))
        etree.SubElement(
            picture, f"{{{vml}}}line", {"from": "0,0", "to": f"{length / 20}pt,0", "style": "position:absolute"}
        )


def _both_levels_of_bold(doc: Doc) -> None:
    """Bold by the paragraph style and again directly: still bold."""
    directly(doc, "QuocHieu", bold(True))


def _theme_font(doc: Doc) -> None:
    fonts = doc.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('rFonts')}")
    fonts.attrib.clear()
    fonts.set(w("asciiTheme"), "minorHAnsi")
    fonts.set(w("hAnsiTheme"), "minorHAnsi")


CORRECT: dict[str, Callable[[Doc], Any]] = {
    "13 points": _body_styles(size(13)),
    "1 cm": _body_styles(("ind", {"firstLine": "567"})),
    "1.27 cm a little off": _body_styles(("ind", {"firstLine": "714"})),
    "6 points after instead of before": _body_styles(("spacing", {"before": "0", "after": "120"})),
    "single": _body_styles(("spacing", {"line": "240", "lineRule": "auto"})),
    "one and a half": _body_styles(("spacing", {"line": "360", "lineRule": "auto"})),
    "exactly 18 points": _body_styles(("spacing", {"line": "360", "lineRule": "exact"})),
    "at least 12 points": _body_styles(("spacing", {"line": "240", "lineRule": "atLeast"})),
    "automatic spacing": _body_styles(("spacing", {"before": "0", "beforeAutospacing": "1"})),
    "distributed": _body_styles(jc("distribute")),
    "20 20 30 15": _margins(20, 20, 30, 15),
    "20 20 30 20": _margins(20, 20, 30, 20),
    "25 25 35 20": _margins(25, 25, 35, 20),
    "as the official file, rounded up": lambda doc: [
        page.set(w(side), value)
        for page in _all(doc, "pgMar")
        for side, value in (("left", "1985"), ("right", "1134"), ("top", "1418"), ("bottom", "1134"))
    ],
    "no start of page numbers": lambda doc: [_all(doc, "pgNumType")[0].attrib.pop(w("start"))],
    "page number of 13": _set_styles(size(13), "SoTrang"),
    "letterhead a size smaller": lambda doc: (
        _set_styles(size(12), "QuocHieu", "CoQuanBanHanh")(doc),
        _set_styles(size(13), "TieuNgu", "DiaDanh", "TenLoai", "TrichYeu", "HoTen")(doc),
    ),
    "titles aligned left": _set_styles(jc("left"), "Muc", "KhoanCoTieuDe"),
    "section titles without indent": _set_styles(("ind", {"firstLine": "0"}), "Muc"),
    "office of 14": _set_styles(size(14), "QuyenHan"),
    "tables of 12": _set_styles(size(12), "BangNoiDung", "BangTieuDe"),
    "black said aloud": _body_styles(("color", {"val": "000000"})),
    "lines as shapes": _shapes,
    "bold twice": _both_levels_of_bold,
    "fonts of a theme without fonts": _theme_font,
    "old spelling of the Quốc hiệu": lambda doc: _say(
        doc.paragraphs("QuocHieu")[0], "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    ),
}


@pytest.mark.parametrize("name", CORRECT)
@pytest.mark.parametrize("story", ["tinh-xa-2026", "ban-chi-dao-2024"])
def test_what_the_decree_allows_fires_nothing(name: str, story: str) -> None:
    for base in (child, parent):
        doc = open_doc(base(story))
        CORRECT[name](doc)
        assert grave(doc.save()) == []


def grave(data: bytes) -> list[str]:
    return [
        f"{f.severity} {f.rule} {f.where}: {f.message}"
        for f in check_layout(view(data, "x.docx"))
        if f.severity != "info"
    ]


@pytest.mark.parametrize("story", STORIES)
def test_what_our_template_prints_has_no_findings(story: str) -> None:
    for data in (child(story), parent(story)):
        assert check_layout(view(data, "x.docx")) == ()


@pytest.mark.parametrize("path", PARENTS, ids=lambda path: path.parent.name)
def test_the_parents_have_nothing_but_advice(path: Path) -> None:
    assert grave(path.read_bytes()) == []
