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
#: So many names are probed in one plan, a paragraph each: most of a rule's work on a short text is setting out.
MANY = 256
_RECIPIENTS = (Recipient(text="Lưu: VT"),)
_LIKE: dict[str, Any] = dict(Item(id="I", marker=Marker.NONE, text=Inline(text="…")))
_LAST = "Trên đây là toàn bộ nội dung của Kế hoạch này./."
_Rules = Sequence[Rule[Content]]


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
        return cls(plan, stretches, bare._alone(bare._said_of(forms), rules_for(Content)))

    def loaded(self, names: Sequence[Forms], *, plain: bool) -> frozenset[int]:
        """Which of these names are more than names to some rule. `plain`: they are made of plain words only, without figures or signs."""
        rules = tuple(rule for rule in rules_for(Content) if rule.reads_names or not plain)
        texts: dict[str, list[int]] = {}
        for at, forms in enumerate(names):
            texts.setdefault(self._said_of(forms), []).append(at)
        return frozenset(at for text in self._doubtful(list(texts), rules) for at in texts[text])

    def _doubtful(self, texts: list[str], rules: _Rules) -> set[str]:
        """Those of which some rule says more, or less, than of the name that the mould is made of.

        They are read in one plan first, where a rule that speaks once in a plan may have spoken of another: as long as there are
        such, the others are read again without them.
        """
        asked = {rule.id for rule in rules}
        usual = tuple(rule for rule in self.said if rule in asked)
        found: set[str] = set()
        while True:
            left = [text for text in texts if text not in found]
            unlike = [text for text, heard in zip(left, self._heard(left, rules), strict=True) if heard != usual]
            more = {text for text in unlike if self._alone(text, rules) != usual}
            if not more:
                return found
            found |= more

    def _heard(self, texts: Sequence[str], rules: _Rules) -> list[tuple[str, ...]]:
        """For each paragraph the rules that speak of it. What is said of the plan as a whole is said of each of them."""
        told: dict[str, list[str]] = {}
        for finding in self._findings(texts, rules):
            told.setdefault(finding.where.field or "", []).append(finding.rule)
        nodes = [_node(at) for at in range(len(texts))]
        whole = [rule for where in told.keys() - set(nodes) for rule in told[where]]
        return [tuple(sorted((*told.get(node, ()), *whole))) for node in nodes]

    def _alone(self, text: str, rules: _Rules) -> tuple[str, ...]:
        return self._heard((text,), rules)[0]

    def _findings(self, texts: Sequence[str], rules: _Rules) -> list[Finding]:
        content = Content(plan=self._tiny(texts))
        return [finding for rule in rules for finding in rule.findings(content)]

    def _tiny(self, texts: Sequence[str]) -> Plan:
        """A plan of one paragraph for each name.

        Nothing is validated: its words come from a validated plan and from the table of units.
        """
        paragraphs = [_paragraph(_node(at), text) for at, text in enumerate(texts)]
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
        return "; ".join([filled(pieces, forms) for pieces in self.stretches])


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
