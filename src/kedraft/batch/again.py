"""A run over a folder that an earlier one has filled: what stands there as these inputs made it is told from the record, not drafted again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kedraft.batch.classes import Class, Member
from kedraft.batch.drafting import Prove, Told, result_of
from kedraft.batch.job import BatchJob
from kedraft.batch.lacks import Lacks
from kedraft.batch.places import file_name
from kedraft.model.batch import BatchStatus
from kedraft.workspace.folder import Folder
from kedraft.workspace.record import Record


@dataclass(frozen=True)
class Again:
    """What an earlier run left in the folder. `lacks`: what each locality lacks is looked at anew, it costs nothing."""

    job: BatchJob
    folder: Folder
    record: Record
    lacks: Lacks
    prove: Prove

    @classmethod
    def of(cls, job: BatchJob, folder: Folder, prove: Prove) -> "Again":
        """The folder as it is now, with its record."""
        return cls(job, folder, Record.of(Path(folder.path)), Lacks(job), prove)

    def sorted_out(self, groups: Sequence[Class]) -> tuple[list[Told], tuple[Class, ...]]:
        """The results of what stands as it was written, and the classes with the members that are left to be drafted."""
        told: list[Told] = []
        left: list[Class] = []
        for group in groups:
            standing = {one.at: one for one in self._standing(group)}
            told += standing.values()
            if len(standing) < len(group.members):
                left.append(replace(group, members=tuple(one for one in group.members if one.at not in standing)))
        return told, tuple(left)

    def _standing(self, group: Class) -> Iterator[Told]:
        for member in group.members:
            told = self._told(group, member)
            if told is not None:
                yield told

    def _told(self, group: Class, member: Member) -> Told | None:
        name = file_name(member.locality)
        if not self.record.knows(name):
            return None
        inputs = self.job.digest_for(member.row)
        digest = self.folder.current(name, inputs)
        said = self.record.said(name, digest, self.job.key_for(member.row, inputs)) if digest else None
        if said is None or (self.prove == "all" and not said.proved):
            return None
        findings = (*self.lacks.of(member), *said.findings)
        result = result_of(member, group.label, name, BatchStatus.UNCHANGED, findings, said.proved)
        return Told(member.at, result)
