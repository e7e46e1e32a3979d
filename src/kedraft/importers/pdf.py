"""A PDF with text as `SourceText`: lines joined to paragraphs by where they stand, ruled tables as cells."""

from hashlib import blake2b

from kedraft.errors import SourceUnreadable
from kedraft.importers import ocr
from kedraft.importers.boxes import Grid, Page
from kedraft.importers.damage import is_misread
from kedraft.importers.docx_budget import MAX_CELLS
from kedraft.importers.joining import blocks_of, paragraph_of
from kedraft.importers.layout import arrange
from kedraft.importers.pdf_gate import check
from kedraft.importers.pdfium import Document
from kedraft.importers.reading_findings import Reading, note
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.model.source import SourceFormat, SourceText


def read_pdf(data: bytes, name: str) -> SourceText:
    """The paragraphs and ruled tables of a PDF; pages that are pictures go through OCR where it is installed.

    Page numbers, running headers and footnotes are in `asides`. Raises `SourceUnreadable` for a file that is encrypted,
    broken or hostile, and for a scan when there is no OCR.
    """
    check(data, name)
    with Document(data, name) as document:
        pages = [document.page(number) for number in range(1, document.count + 1)]
        misread = _without_misread_layer(pages, name)
        scans = [page.number for page in pages if page.scanned]
        if not any(page.words for page in pages):
            source = _scan(document, scans, data, name)
        else:
            source = _assembled(pages, document, data, name)
        return source.evolve(findings=(*source.findings, *misread))


def _without_misread_layer(pages: list[Page], name: str) -> tuple[Finding, ...]:
    """Takes the letters that were read with the wrong language off the pictures under which they lie: those are read anew."""
    layered = [page for page in pages if page.hidden]
    if not ocr.is_ready() or not is_misread(" ".join(word.text for page in layered for word in page.words)):
        return ()
    for page in layered:
        page.words, page.hidden, page.scanned = [], 0, True
    message = (
        "Lớp chữ có sẵn trong tệp PDF đã bị nhận dạng (OCR) sai ngôn ngữ nên không dùng; chữ được nhận dạng lại từ ảnh từng trang. "
        "Hãy đối chiếu với bản quét."
    )
    return (note(Reading.OCR_LAYER, Severity.WARNING, message, name, layered[0].number),)


def _scan(document: Document, scans: list[int], data: bytes, name: str) -> SourceText:
    if not scans:
        raise _unreadable(name, "Tệp PDF không có chữ nào để đọc; hãy kiểm tra lại tệp, hoặc xin bản Word (.docx).")
    source = ocr.read_pages((document.image(number) for number in scans), name, scans)
    return source.evolve(digest=_digest(data))


def _assembled(pages: list[Page], document: Document, data: bytes, name: str) -> SourceText:
    arranged = arrange(pages)
    if sum(len(row) for item in arranged.items if isinstance(item, Grid) for row in item.rows) > MAX_CELLS:
        message = f"Tệp PDF có hơn {MAX_CELLS} ô bảng, nhiều bất thường; hãy tách riêng phần kế hoạch thành một tệp."
        raise _unreadable(name, message)
    blocks, landscape = blocks_of(arranged, name)
    source = SourceText(
        name=name,
        format=SourceFormat.PDF,
        blocks=tuple(blocks),
        asides=tuple(paragraph_of([line], name, False) for line in arranged.asides),
        landscape=frozenset(landscape),
        digest=_digest(data),
        findings=_findings(pages, name),
    )
    scans = [page.number for page in pages if page.scanned]
    return _with_scans(source, scans, document) if scans else source


def _with_scans(source: SourceText, scans: list[int], document: Document) -> SourceText:
    """Pages that are pictures, read by OCR where it is installed and put where they belong; else a finding names them."""
    name = source.name
    if not ocr.is_ready():
        unread = note(Reading.PAGES_UNREAD, Severity.ERROR, _unread_pages(scans), name, scans[0])
        return source.evolve(findings=(*source.findings, unread), landscape=frozenset())
    read = ocr.read_pages((document.image(number) for number in scans), name, scans)
    merged = sorted([*source.blocks, *read.blocks], key=lambda block: block.place.page or 0)
    return source.evolve(
        blocks=tuple(merged),
        asides=(*source.asides, *read.asides),
        landscape=frozenset(),
        findings=(*source.findings, *read.findings),
    )


def _unread_pages(scans: list[int]) -> str:
    listed = ", ".join(map(str, scans[:10])) + (", …" if len(scans) > 10 else "")
    return (
        f"Trang {listed} là ảnh chụp, chưa đọc được chữ. "
        "Hãy cài tesseract-ocr cùng dữ liệu tiếng Việt rồi đọc lại, hoặc xin bản Word (.docx)."
    )


def _findings(pages: list[Page], name: str) -> tuple[Finding, ...]:
    hidden = [page.number for page in pages if page.hidden]
    message = (
        "Chữ của tệp PDF này là lớp chữ nhận dạng (OCR) nằm dưới ảnh chụp, có thể sai; "
        "hãy đối chiếu với ảnh từng trang."
    )
    return (note(Reading.OCR_LAYER, Severity.WARNING, message, name, hidden[0]),) if hidden else ()


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


def _unreadable(name: str, message: str) -> SourceUnreadable:
    return SourceUnreadable(message, Location(file=name))
