"""The smallest Word files that say one thing, built from fragments of XML."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from kedraft.ooxml.package import pack

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELS = "application/vnd.openxmlformats-package.relationships+xml"
PORTRAIT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    parts: Mapping[str, str] | None = None,
    section: str = PORTRAIT,
) -> bytes:
    """A file whose body is `body`; `parts` are further parts by kind (`footnotes`, `header`, …), as inner XML."""
    inner = {"styles": styles, "numbering": numbering, **(parts or {})}
    files = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
    }
    relations = []
    for kind, content in inner.items():
        if content:
            root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            files[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
            relations.append(f'<Relationship Id="r-{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>')
    return package(files, relations)


def package(files: Mapping[str, str], relations: list[str]) -> bytes:
    """A package with a main part, its relationships, and content types."""
    everything = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{RELS}"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "_rels/.rels": relationships(
            [f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>']
        ),
        "word/_rels/document.xml.rels": relationships(relations),
        **files,
    }
    return pack({name: text.encode() for name, text in everything.items()})


def relationships(items: list[str]) -> str:
    """The XML of a .rels part."""
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(items)}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain words are put into a run."""
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{about}{inner}</w:p>"


def item(text: str, num: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def lvl(number: int, text: str, form: str = "decimal", start: int = 1, more: str = "", look: str = "") -> str:
    """A level of a list; `more` stands before its text, `look` in its run properties."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:rPr>{look}</w:rPr></w:lvl>'
    )


def lists(*abstracts: str, nums: Mapping[int, tuple[int, str]] | None = None) -> str:
    """numbering.xml: abstract lists 0, 1, …, and `nums`: id -> (abstract, overrides); num 1 is list 0 unless said."""
    kept = "".join(f'<w:abstractNum w:abstractNumId="{i}">{inner}</w:abstractNum>' for i, inner in enumerate(abstracts))
    instances = nums or {i + 1: (i, "") for i in range(len(abstracts))}
    return kept + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'
        for key, (abstract, more) in instances.items()
    )


def style(
    key: str, properties: str = "", look: str = "", based: str = "", kind: str = "paragraph", name: str = ""
) -> str:
    """A style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name or key}"/>{on}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def table(*rows: str, grid: tuple[int, ...] = (2000, 2000)) -> str:
    """A table of rows as XML."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells as XML."""
    about = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell; plain words are put into a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"
