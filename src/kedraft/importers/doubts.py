"""Numbers of cited documents that a scan does not show for certain: none is better than a wrong one."""

from collections.abc import Iterator

from kedraft.grammar.doubtful import is_doubtful, without_doubtful_number
from kedraft.importers.reading_findings import Reading
from kedraft.model.finding import Finding, Severity
from kedraft.model.parsed import ParsedParagraph, ParsedPlan


def without_doubtful_numbers(plan: ParsedPlan) -> ParsedPlan:
    """The plan of a scan: what it cites under a misread number has none, and a finding for each."""
    paragraphs = (*plan.legal_bases, *plan.opening)
    return plan.evolve(
        scanned=True,
        legal_bases=tuple(map(_cleared, plan.legal_bases)),
        opening=tuple(map(_cleared, plan.opening)),
        findings=(*plan.findings, *(finding for paragraph in paragraphs for finding in _doubts(paragraph))),
    )


def _cleared(paragraph: ParsedParagraph) -> ParsedParagraph:
    return paragraph.evolve(cites=tuple(map(without_doubtful_number, paragraph.cites)))


def _doubts(paragraph: ParsedParagraph) -> Iterator[Finding]:
    for document in filter(is_doubtful, paragraph.cites):
        message = (
            f"Số, ký hiệu “{document.number}” của {document.type} được viện dẫn bị nhận dạng sai; "
            "để trống, không đoán. Hãy xem bản quét và tự ghi số, ký hiệu đúng."
        )
        yield Finding(rule=Reading.OCR_NUMBER.value, severity=Severity.WARNING, message=message, where=paragraph.place)
