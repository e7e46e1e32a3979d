"""Filling a clause: its places get what the draft file says, the clause's default, or a blank with a name."""

from collections.abc import Mapping
from dataclasses import dataclass

from kedraft.clauses.clause import PLACE, Clause
from kedraft.clauses.words import words_of
from kedraft.model.locality import Locality


@dataclass(frozen=True, slots=True)
class Filled:
    """A clause's text for one unit; `missing` are the parameters for which a blank with a name stands in it."""

    clause: Clause
    text: str
    missing: tuple[str, ...] = ()


def fill(clause: Clause, locality: Locality, values: Mapping[str, str]) -> Filled:
    """The text of `clause` for `locality`; `values` are the draft file's parameters, which win over defaults and the unit's words."""
    known = {**words_of(locality), **values}
    missing: list[str] = []
    for parameter in clause.parameters:
        if parameter.name in values:
            continue
        if parameter.default is None:
            known[parameter.name] = blank(parameter.name)
            missing.append(parameter.name)
        else:
            known[parameter.name] = _filled(parameter.default, known)
    lines = (_capital(_filled(line, known)) for line in clause.text.rstrip("\n").split("\n"))
    used = set(clause.places)
    return Filled(clause, "\n".join(lines), tuple(name for name in missing if name in used))


def blank(name: str) -> str:
    """A place that a person must fill: `[điền thời hạn]`."""
    return f"[điền {name}]"


def _filled(text: str, known: Mapping[str, str]) -> str:
    return PLACE.sub(lambda found: known.get(found[1], found[0]), text)


def _capital(line: str) -> str:
    """A line begins with a capital, also where a parameter opens it."""
    at = next((at for at, letter in enumerate(line) if letter.isalpha()), None)
    labelled = at is not None and line[at + 1 : at + 2] == ")"
    return line if at is None or labelled else line[:at] + line[at].upper() + line[at + 1 :]
