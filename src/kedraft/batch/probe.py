"""Whether a rule sees more in a name than a name: the words around the holes, checked with this name and with another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kedraft.lint.content import Content
from kedraft.lint.rule import Rule
from kedraft.lint.run import rules_for
from kedraft.model.finding import Finding
from kedraft.model.inline import Inline
from kedraft.model.plan import Item, Marker, Plan, Recipient
from kedraft.rendering.mould import Cutter, Forms, Pieces, filled

#: How many words on either side of a name can make something else of it, with its own: `xã` + `Hội An`.
_AROUND = 2
_WORD = re.compile(r"[\w/]+[^\w\s]*")
#: So many names are probed in one plan, and in one paragraph of it: most of a rule's work on a short text is setting out.
MANY = 64
_TOGETHER = 8
_RECIPIENTS = (Recipient(text="Lưu: VT"),)
_LIKE: dict[str, Any] = dict(Item(id="I", marker=Marker.NONE, text=Inline(text="…")))
_LAST = "Trên đây là toàn bộ nội dung của Kế hoạch này./."


@dataclass(frozen=True)
class Probe:
    """The stretches around the holes of a class, and which rules speak of them with the name that the mould is made of."""

    plan: Plan
    stretches: tuple[Pieces, ...]
    said: tuple[str, ...] = ()

    @classmethod
    def of(cls, plan: Plan, texts: Iterable[Pieces], cutter: Cutter, forms: Forms) -> "Probe":
        """The probe of a plan; `texts` are its texts with holes."""
        stretches = _unlike(window for text in texts for window in _windows(text))
        bare = cls(plan, stretches)
        return cls(plan, stretches, bare._heard((forms,), rules_for(Content)))

    def loaded(self, names: Sequence[Forms], *, plain: bool) -> frozenset[int]:
        """Which of these names are more than names to some rule. `plain`: they are made of plain words only, without figures or signs."""
        rules = tuple(rule for rule in rules_for(Content) if rule.reads_names or not plain)
        if self.said:
            return frozenset(at for at, forms in enumerate(names) if not self._as_said(forms, rules))
        together = [names[start : start + _TOGETHER] for start in range(0, len(names), _TOGETHER)]
        spoken_of = {finding.where.field for finding in self._findings(together, rules)}
        known = {_node(at) for at in range(len(together))}
        doubtful = [at for at in range(len(names)) if _node(at // _TOGETHER) in spoken_of or not spoken_of <= known]
        return frozenset(at for at in doubtful if self._heard((names[at],), rules))

    def _as_said(self, forms: Forms, rules: Sequence[Rule[Content]]) -> bool:
        asked = {rule.id for rule in rules}
        return self._heard((forms,), rules) == tuple(rule for rule in self.said if rule in asked)

    def _heard(self, names: Sequence[Forms], rules: Sequence[Rule[Content]]) -> tuple[str, ...]:
        return tuple(finding.rule for finding in self._findings((names,), rules))

    def _findings(self, together: Sequence[Sequence[Forms]], rules: Sequence[Rule[Content]]) -> list[Finding]:
        content = Content(plan=self._tiny(together))
        return [finding for rule in rules for finding in rule.findings(content)]

    def _tiny(self, together: Sequence[Sequence[Forms]]) -> Plan:
        """A plan of one paragraph for each group of names, a sentence a name.

        Nothing is validated: its words come from a validated plan and from the table of units.
        """
        paragraphs = [
            _paragraph(_node(at), ". ".join(self._said_of(forms) for forms in names))
            for at, names in enumerate(together)
        ]
        values: dict[str, Any] = {
            "issuing_body": self.plan.issuing_body,
            "number": self.plan.number,
            "place_and_date": self.plan.place_and_date,
            "subject": self.plan.document_type,
            "recipients": _RECIPIENTS,
            "signatory": self.plan.signatory,
            "sections": (*paragraphs, _paragraph("cuối", _LAST)),
        }
        return Plan.model_construct(**values)

    def _said_of(self, forms: Forms) -> str:
        return "; ".join(filled(pieces, forms) for pieces in self.stretches)


def _node(at: int) -> str:
    return f"tên {at}"


def _paragraph(node: str, text: str) -> Item:
    return Item.model_construct(**(_LIKE | {"id": node, "text": Inline.model_construct(text=text, marks=())}))


def _unlike(windows: Iterable[Pieces]) -> tuple[Pieces, ...]:
    """The stretches in which a name has a neighbour, before or after it, that it has in none before."""
    seen: set[tuple[str | int, str | int]] = set()
    kept: list[Pieces] = []
    for window in windows:
        words = [word for piece in window for word in ([piece] if isinstance(piece, int) else _WORD.findall(piece))]
        pairs = {pair for pair in pairwise(("", *words, "")) if any(isinstance(word, int) for word in pair)}
        if pairs - seen:
            seen |= pairs
            kept.append(window)
    return tuple(kept)


def _windows(text: Pieces) -> Iterator[Pieces]:
    """Each hole with two words on both sides of it; holes that stand close together are one stretch."""
    out: list[str | int] = []
    for at, piece in enumerate(text):
        if isinstance(piece, int):
            out.append(piece)
            continue
        after, before = at > 0, at + 1 < len(text)
        if after and before and len(_WORD.findall(piece)) <= 2 * _AROUND:
            out.append(piece)
            continue
        if after:
            yield (*out, _start(piece))
        out = [_end(piece)] if before else []
    if out:
        yield tuple(out)


def _start(words: str) -> str:
    found = list(_WORD.finditer(words))
    return words if len(found) <= _AROUND else words[: found[_AROUND - 1].end()]


def _end(words: str) -> str:
    found = list(_WORD.finditer(words))
    return words if len(found) <= _AROUND else words[found[-_AROUND].start() :]
