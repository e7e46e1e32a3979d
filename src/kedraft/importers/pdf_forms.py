"""How often the drawings of a PDF are drawn when each calls others (Form XObjects): ten in ten in ten never end."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kedraft.importers.pdf_streams import Stream, unescaped

DEEPEST: Final = 50  # the reader itself stops earlier
_DRAWN: Final = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_NAMED: Final = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_ELSEWHERE: Final = re.compile(rb"/(?:Resources|XObject)\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_LONGEST: Final = 20_000  # bytes of an object that are looked at
_PACKED: Final = re.compile(rb"/Type\s*/ObjStm\b")
_FIRST: Final = re.compile(rb"/First\s+(\d{1,8})")

Uses = Counter[bytes]
Names = Mapping[bytes, set[int]]


def drawn_in(content: bytes) -> Uses:
    """The names of the drawings that a page's or form's content calls, and how often."""
    return Counter(map(unescaped, _DRAWN.findall(content))) if b"Do" in content else Counter()


def drawings(data: bytes, found: Sequence[tuple[Stream, Uses]], most: int) -> int:
    """How many forms all pages draw, those within forms counted each time; counting ends above `most`.

    In an encrypted file nobody sees how often: each form that another one's resources name is taken to be drawn ten times.
    """
    if b"/Encrypt" in data:
        sealed = [(one, Counter(dict.fromkeys(_names_in(one.about), 10))) for one, _ in found if one.is_form]
        return _Forms(data, sealed, most).largest()
    if not any(uses and one.is_form for one, uses in found):
        return 0
    return _Forms(data, found, most).drawn()


def _names_in(text: bytes) -> Iterator[bytes]:
    """The names that a dictionary gives to objects."""
    return (unescaped(name) for name, _ in _NAMED.findall(text))


@dataclass
class _Forms:
    """The forms of a file, and what each of them draws."""

    data: bytes
    found: Sequence[tuple[Stream, Uses]]
    most: int
    _times: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._forms = {one.number: (one, uses) for one, uses in self.found if one.is_form}
        self._objects = self._standing() | self._held()
        self._everywhere = self._named(self._objects.values())

    def drawn(self) -> int:
        """How many forms the pages draw: as often as their contents are named."""
        total = 0
        for one, uses in self.found:
            if one.number in self._forms or not uses:
                continue
            pages = max(self.data.count(b" %d 0 R" % one.number) + self.data.count(b"[%d 0 R" % one.number), 1)
            total += pages * self._within(uses, self._everywhere, 0)
            if total > self.most:
                break
        return total

    def largest(self) -> int:
        """How many forms the largest of them draws, with itself."""
        return max((self._form(number, 0) for number in self._forms), default=0)

    def _within(self, uses: Uses, names: Names, depth: int) -> int:
        """How many forms a content draws; names that several forms bear count as the largest of them."""
        total = 0
        for name, times in uses.items():
            total += times * max((self._form(number, depth) for number in names.get(name, ())), default=0)
            if total > self.most:
                return self.most + 1
        return total

    def _form(self, number: int, depth: int) -> int:
        if number in self._times:
            return self._times[number]
        if depth > DEEPEST:
            return 0
        self._times[number] = 0  # a form that calls itself is drawn once
        form, uses = self._forms[number]
        self._times[number] = 1 + (self._within(uses, self._names(form), depth + 1) if uses else 0)
        return self._times[number]

    def _names(self, form: Stream) -> Names:
        """The forms that a form's own resources name; all of the file when it has none of its own."""
        if b"/Resources" not in form.about:
            return self._everywhere
        texts = [form.about]
        for _ in range(2):  # the resources, then the list of forms in them
            texts += [self._objects.get(int(at), b"") for text in texts for at in _ELSEWHERE.findall(text)]
        return self._named(texts)

    def _named(self, texts: Iterable[bytes]) -> Names:
        names: defaultdict[bytes, set[int]] = defaultdict(set)
        for text in texts:
            for name, number in _NAMED.findall(text):
                if int(number) in self._forms:
                    names[unescaped(name)].add(int(number))
        return names

    def _standing(self) -> dict[int, bytes]:
        """The objects that stand in the file as they are."""
        heads = list(_OBJECT.finditer(self.data))
        ends = [*(head.start() for head in heads[1:]), len(self.data)]
        return {
            int(head.group(1)): self.data[head.end() : min(end, head.end() + _LONGEST)]
            for head, end in zip(heads, ends, strict=True)
        }

    def _held(self) -> dict[int, bytes]:
        """The objects that stand packed in streams."""
        held: dict[int, bytes] = {}
        for one, _ in self.found:
            first = _FIRST.search(one.about) if _PACKED.search(one.about) else None
            if first:
                held |= _parted(one.content(), int(first.group(1)))
        return held


def _parted(content: bytes, start: int) -> dict[int, bytes]:
    """The objects of a stream of objects, whose numbers and places stand at its head."""
    head = content[:start].split()
    pairs = zip(head[::2], head[1::2], strict=False)
    places = sorted((int(at), int(number)) for number, at in pairs if at.isdigit() and number.isdigit())
    return {
        number: content[start + at : start + min(end, at + _LONGEST)]
        for (at, number), (end, _) in pairwise([*places, (len(content), 0)])
    }
