"""A draft file on disk to a checked draft: what `draft` and `check` share."""

from dataclasses import dataclass
from pathlib import Path

from kedraft.cli.files import parent_plan
from kedraft.errors import LocalityUnknown, SpecMismatch
from kedraft.model.draft import Draft
from kedraft.model.finding import Findings
from kedraft.model.spec import DraftSpec
from kedraft.pipeline import draft_findings, draft_plan, locate_for
from kedraft.workspace import Loaded, load_spec


@dataclass(frozen=True)
class Drafted:
    """A draft, the file that asked for it, and everything noticed; places are those of the draft file where they are known."""

    spec: Loaded[DraftSpec]
    draft: Draft
    findings: Findings


def is_draft_file(path: Path) -> bool:
    """Whether a YAML file is a draft file rather than plan data: it names a parent."""
    from kedraft.workspace import read_text

    return any(line.startswith("parent:") for line in read_text(path).splitlines())


def drafted(path: Path) -> Drafted:
    """Reads, inherits, adapts and checks; writes nothing.

    Raises:
        KedraftError: as the stages raise, with line and column of the draft file where the fault lies there.
    """
    spec = load_spec(path)
    try:
        locality = locate_for(spec.value)
    except LocalityUnknown as error:
        raise LocalityUnknown(error.message, spec.locate("locality")) from None
    parent = parent_plan(path.parent / spec.value.parent)
    try:
        draft = draft_plan(parent, spec.value, locality)
    except SpecMismatch as error:
        raise SpecMismatch(spec.located(error.findings)) from None
    return Drafted(spec, draft, spec.located(draft_findings(draft)))
