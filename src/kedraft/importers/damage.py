"""Whether a text's letters are to be trusted: OCR may misread any of them, and with the wrong language hardly one is right."""

import re

from kedraft.importers.reading_findings import Reading
from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location
from kedraft.model.source import SourceFormat, SourceText
from kedraft.vietnamese.text import share_of_vietnamese

_FEW_LETTERS = 600
_CLEAN_SHARE = 0.05  # clean Vietnamese prose has 0.17–0.22 of such letters; OCR without Vietnamese data under 0.02


def damage(source: SourceText) -> Finding | None:
    """A finding when the text was read by OCR with the wrong language (hardly a letter that only Vietnamese has), else None."""
    if not is_misread(" ".join(paragraph.text.text for paragraph in source.paragraphs())):
        return None
    return Finding(
        rule="KH-ND-02",
        severity=Severity.ERROR,
        message=(
            "Văn bản bị nhận dạng chữ (OCR) sai ngôn ngữ: chữ tiếng Việt đã mất dấu hoặc sai hàng loạt, không dùng làm nguồn được. "
            "Hãy xin bản Word, hoặc quét lại và nhận dạng với dữ liệu tiếng Việt."
        ),
        where=Location(file=source.name),
    )


def is_misread(text: str) -> bool:
    """Whether a text of some length has hardly a letter that only Vietnamese has."""
    return len(re.sub(r"[^\w]", "", text)) >= _FEW_LETTERS and share_of_vietnamese(text) < _CLEAN_SHARE


def is_scanned(source: SourceText) -> bool:
    """Whether the letters come from OCR: kedraft's own, or the hidden layer of a PDF."""
    read = (Reading.OCR.value, Reading.OCR_LAYER.value)
    return source.format is SourceFormat.OCR or any(finding.rule in read for finding in source.findings)
