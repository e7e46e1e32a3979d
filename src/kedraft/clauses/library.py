"""The library: kedraft's own clauses and, before them, those of an office."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

from kedraft.clauses.clause import Clause, ClauseFile
from kedraft.model.locality import Locality


@dataclass(frozen=True, slots=True)
class Library:
    """Thư viện mẫu câu - `own` are an office's clauses; an own clause stands in the place of the built-in one with its id."""

    own: tuple[Clause, ...] = ()

    def find(self, clause: str, locality: Locality) -> Clause | None:
        """The clause of that id which holds for that unit on that day."""
        return next((one for one in self.of_id(clause) if one.holds(locality)), None)

    def of_id(self, clause: str) -> tuple[Clause, ...]:
        """Every entry with that id, an office's own first; one id may have several for different levels and dates."""
        group = clause.partition("/")[0]
        packaged = (one for one in _packaged(group) if one.id == clause) if group in files() else ()
        return (*(one for one in self.own if one.id == clause), *packaged)

    def is_own(self, clause: Clause) -> bool:
        """Whether it is the office's."""
        return any(one is clause for one in self.own)

    def replaces(self, clause: Clause) -> bool:
        """Whether it is an office's clause that stands in the place of a built-in one."""
        return self.is_own(clause) and len(self.of_id(clause.id)) > sum(one.id == clause.id for one in self.own)

    def all(self) -> tuple[Clause, ...]:
        """Every clause, by group: an office's own, then the built-in ones."""
        return (*self.own, *(one for group in files() for one in _packaged(group)))

    def holding(self, locality: Locality, group: str) -> Iterator[Clause]:
        """The clauses of a group that hold for a unit, each id once."""
        seen: set[str] = set()
        for one in (*self.own, *_packaged(group)):
            if one.id.startswith(f"{group}/") and one.id not in seen and one.holds(locality):
                seen.add(one.id)
                yield one

    def near(self, clause: str, locality: Locality | None = None) -> list[str]:
        """Ids that come close to one that is not there, first of all those that hold for the unit."""
        known = {one.id for one in self.all() if locality is None or one.holds(locality)}
        group = [one for one in sorted(known) if one.startswith(clause.partition("/")[0] + "/")]
        return get_close_matches(clause, sorted(known), n=3, cutoff=0.5) or group[:3]


@cache
def files() -> tuple[str, ...]:
    """The groups of the built-in library, by name."""
    return tuple(sorted(one.name[:-5] for one in resources.files(__package__).iterdir() if one.name.endswith(".yaml")))


@cache
def _packaged(group: str) -> tuple[Clause, ...]:
    from ruamel.yaml import YAML  # read only when a clause is asked for

    text = (resources.files(__package__) / f"{group}.yaml").read_text(encoding="utf-8")
    return ClauseFile.model_validate(YAML(typ="safe", pure=True).load(text)).clauses
