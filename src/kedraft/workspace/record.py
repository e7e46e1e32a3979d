"""What a batch said of each file that it wrote, kept in the folder: what stands as it was written need not be drafted again to be told of.

A finding is kept once, however many files it is said of. The record is a file of its own (`.kedraft.said`), made of the journals of
the runs; where it is missing or damaged the next run drafts again.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from kedraft.model.finding import Finding, Findings
from kedraft.workspace.disk import replace_file

RECORD = ".kedraft.said"
_FORMAT = 1
#: Stands for the file itself, so that what is said of the pages of thousands is kept once; no file has this name.
_OWN = "*"


class Said(NamedTuple):
    """What was said of a file: `key` is the fingerprint of everything that decides it; `proved`: the file was read again and compared."""

    key: str
    proved: bool
    findings: Findings


class _Kept(NamedTuple):
    """What is kept of one file: the fingerprint of its bytes, and the findings as they are written."""

    digest: str
    key: str
    proved: bool
    findings: tuple[str, ...]


class Record:
    """What is known of the files of a folder."""

    def __init__(self, files: Mapping[str, _Kept] | None = None) -> None:
        self._files: dict[str, _Kept] = dict(files or {})
        self._read: dict[str, Finding] = {}

    @classmethod
    def of(cls, folder: Path) -> "Record":
        """The record of a folder; an empty one when it is missing or cannot be read."""
        with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
            data = json.loads((folder / RECORD).read_bytes())
            if data["format"] == _FORMAT:
                findings = [_written(one) for one in data["findings"]]
                return cls({name: _kept(made, findings) for name, made in data["files"].items()})
        return cls()

    def knows(self, name: str) -> bool:
        """Whether anything was ever said of a file of that name."""
        return name in self._files

    def said(self, name: str, digest: str, key: str) -> Said | None:
        """What was said of the file with these very bytes, if everything that decides it is as it was."""
        kept = self._files.get(name)
        if kept is None or (kept.digest, kept.key) != (digest, key):
            return None
        with suppress(ValueError):
            return Said(kept.key, kept.proved, tuple(_in_file(self._finding(one), _OWN, name) for one in kept.findings))
        return None

    def _finding(self, written: str) -> Finding:
        if written not in self._read:
            self._read[written] = Finding.model_validate_json(written)
        return self._read[written]

    def note(self, journal: Path, digests: Mapping[str, str]) -> None:
        """Takes over what a journal says of files that stand with the given fingerprints."""
        findings: dict[int, str] = {}
        for line in _lines(journal):
            with suppress(KeyError, TypeError):
                if "finding" in line:
                    findings[line["at"]] = _written(line["finding"])
                elif digests.get(line["name"]) == line["digest"] and "said" in line:
                    said = tuple(findings[at] for at in line["said"])
                    self._files[line["name"]] = _Kept(line["digest"], line["key"], bool(line["proved"]), said)

    def write(self, folder: Path) -> None:
        """Makes this the record of the folder: the same bytes whatever the order in which its files were written."""
        findings = sorted({one for kept in self._files.values() for one in kept.findings})
        at = {one: number for number, one in enumerate(findings)}
        files = (_line(name, kept, at) for name, kept in sorted(self._files.items()))
        listed, named = ",\n".join(findings), ",\n".join(files)
        text = f'{{"format": {_FORMAT}, "findings": [\n{listed}\n], "files": {{\n{named}\n}}}}\n'
        replace_file(folder / RECORD, text.encode())


class Sayer:
    """Writes what is said into a journal: each finding once, then its number."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._known: dict[Finding, int] = {}
        self._alive: list[Finding] = []

    def lines(self, name: str, digest: str, inputs: str, said: Said | None) -> bytes:
        """The lines of one file."""
        line: dict[str, Any] = {"name": name, "digest": digest, "inputs": inputs}
        new: list[str] = []
        if said is not None:
            numbers = [self._number(one, name, new) for one in said.findings]
            line |= {"key": said.key, "proved": said.proved, "said": numbers}
        return "".join(f"{one}\n" for one in (*new, json.dumps(line, ensure_ascii=False))).encode()

    def _number(self, finding: Finding, name: str, new: list[str]) -> int:
        """The finding's number; one that is said the first time is told in `new`. The same value is known again without a look at it."""
        number = self._numbers.get(id(finding))
        if number is None:
            own = finding.where.file == name
            number = self._told(_in_file(finding, name, _OWN) if own else finding, new)
            if not own:
                self._numbers[id(finding)] = number
                self._alive.append(finding)  # so that no other takes its place in memory
        return number

    def _told(self, finding: Finding, new: list[str]) -> int:
        number = self._known.get(finding)
        if number is None:
            number = self._known[finding] = len(self._known)
            new.append(f'{{"at": {number}, "finding": {finding.model_dump_json(exclude_defaults=True)}}}')
        return number


def _in_file(finding: Finding, file: str, other: str) -> Finding:
    """The finding, in the other file where it is one in this file."""
    if finding.where.file != file:
        return finding
    return finding.evolve(where=finding.where.evolve(file=other))


def _line(name: str, kept: _Kept, at: Mapping[str, int]) -> str:
    """One file of the record; written line by line, for there may be thousands."""
    made = [kept.digest, kept.key, kept.proved, [at[one] for one in kept.findings]]
    return f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(made)}"


def _kept(made: list[Any], findings: list[str]) -> _Kept:
    digest, key, proved, said = made
    return _Kept(str(digest), str(key), bool(proved), tuple(findings[at] for at in said))


def _written(finding: Any) -> str:
    return json.dumps(finding, ensure_ascii=False, sort_keys=True)


def _lines(journal: Path) -> Iterator[dict[str, Any]]:
    """The whole lines of a journal: the last one may have been cut off."""
    with suppress(OSError), journal.open("rb") as lines:
        for raw in lines:
            with suppress(ValueError):
                line = json.loads(raw)
                if isinstance(line, dict):
                    yield line
