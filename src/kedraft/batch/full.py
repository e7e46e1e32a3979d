"""The long way: one locality through every stage. What a mould gives must equal this."""

from typing import NamedTuple

from kedraft.batch.job import BatchJob
from kedraft.batch.places import file_name
from kedraft.clauses import Library
from kedraft.errors import SpecMismatch
from kedraft.inheritance.fields import fill_spec, moved, spec_for, values_for
from kedraft.model.document import RenderedDocument
from kedraft.model.draft import Draft
from kedraft.model.finding import Finding, Findings
from kedraft.model.localities import LocalityRow
from kedraft.model.locality import Locality
from kedraft.model.plan import Plan, Signatory
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import accept, draft_findings, draft_plan, import_plan, proof
from kedraft.rendering.proof import WordsLost
from kedraft.report.text import plan_text


class Asked(NamedTuple):
    """The draft file as it is for one locality, and what was noticed on the way."""

    spec: DraftSpec
    findings: Findings


def asked_for(job: BatchJob, row: LocalityRow, locality: Locality) -> Asked:
    """The draft file with the row's own data and words in place."""
    spec = spec_for(job.spec.value, row)
    values, lacking = values_for(spec, locality, row)
    filled, mistakes = fill_spec(spec, values, locality.place.kind)
    return Asked(filled, (*lacking, *mistakes))


def drafted(job: BatchJob, row: LocalityRow, locality: Locality) -> tuple[Draft, Findings]:
    """The draft, and what was noticed before the rules looked at it. Raises `SpecMismatch`, with lines of the draft file."""
    asked = asked_for(job, row, locality)
    try:
        return draft_plan(job.parent, asked.spec, locality, job.above, Library(job.own)), asked.findings
    except SpecMismatch as error:
        raise SpecMismatch(job.spec.located(error.findings, moved(job.spec.value, locality.place.kind))) from None


def reviewed(job: BatchJob, draft: Draft, noticed: Findings) -> Findings:
    """Every finding on the words, each with its place in the draft file where it has one."""
    places = moved(job.spec.value, draft.locality.place.kind) if draft.locality else {}
    found = (*job.spec.located(noticed), *job.spec.located(draft_findings(draft), places))
    return tuple(named(finding, job.draft_file.name) for finding in found)


def named(finding: Finding, file: str) -> Finding:
    """A finding that names no file stands in the draft file."""
    return finding if finding.where.file else finding.evolve(where=finding.where.evolve(file=file))


def in_folder(document: RenderedDocument, locality: Locality) -> RenderedDocument:
    """The document under the name that it gets in the folder of a batch."""
    return document.evolve(name=file_name(locality))


def proved(plan: Plan, document: RenderedDocument, overrides: dict[str, str]) -> Findings:
    """The full proof of a document: the package, the layout, and that its file reads back as the plan it was made from.

    Raises:
        WordsLost: it does not; such a file is not handed out.
    """
    found = proof(document, overrides)
    again = accept(import_plan(document.data, document.name))
    if (odd := _signed_otherwise(plan.signatory, again.signatory)) is not None:
        raise WordsLost(odd)
    if (lost := _difference(plan_text(plan), plan_text(again))) is not None:
        message = (
            f"Đọc lại tệp Word vừa tạo thì khác kế hoạch ở “{lost[:80]}”; không ghi ra. Hãy kiểm tra mẫu trình bày."
        )
        raise WordsLost(message)
    return found


_CELLS = (
    ("authority", "Quyền hạn ký", "ghi như TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"),
    ("position", "Chức vụ", "ghi như CHỦ TỊCH, PHÓ CHỦ TỊCH"),
    ("second_position", "Chức vụ trong cơ quan", "ghi chức vụ bằng chữ in hoa, ví dụ CHỦ TỊCH UBND XÃ"),
    ("name", "Họ tên người ký", "ghi đủ họ và tên, ví dụ Nguyễn Văn A"),
)


def _signed_otherwise(meant: Signatory, read: Signatory) -> str | None:
    """What the foot of the written file says otherwise than the plan, with the column or the key to be mended."""
    for field, title, remedy in _CELLS:
        ours, theirs = _line(getattr(meant, field)), _line(getattr(read, field))
        if ours != theirs:
            return (
                f"Đọc lại tệp Word vừa tạo thì khối chữ ký khác kế hoạch: {title} là “{ours}” mà đọc ra “{theirs}”, nên không ghi ra. "
                f"Sửa cột “{title}” của bảng địa phương, hoặc document.signatory trong phiếu: {remedy}."
            )
    return None


def _line(said: object) -> str:
    lines = said if isinstance(said, tuple) else (said or "",)
    return "; ".join(" ".join(str(line).split()) for line in lines)


def _difference(meant: str, read: str) -> str | None:
    """The first line that differs in more than blanks and the marks that printing adds."""
    ours, theirs = _said(meant), _said(read)
    if ours == theirs:
        return None
    return next((line for line, other in zip(ours, theirs, strict=False) if line != other), "cuối văn bản")


def _said(text: str) -> list[str]:
    return [" ".join(line.split()).rstrip(" .;,:/") for line in text.splitlines() if line.strip()]
