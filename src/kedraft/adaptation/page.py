"""The page that mentions are read from: one text, what is already taken of it, and the words around a place."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from kedraft.adaptation.patterns import Lexicon
from kedraft.adaptation.phrases import phrase_start, trimmed
from kedraft.adaptation.source import SourceBody, Target
from kedraft.vietnamese.letters import lazily


class Kind(Enum):
    """Loại - how a mention is treated when its role is known."""

    AGENCY = "agency"
    COLLECTIVE = "collective"
    LOWER = "lower"
    HAMLET = "hamlet"
    PARTY = "party"
    BODY = "body"
    LEVEL = "level"
    PLACE = "place"
    NAME = "name"
    ABOVE = "above"


class Mention(NamedTuple):
    """A stretch of text that names a unit or body.

    `new` is its counterpart (None: there is none, or a person must say; then `why`). `context`: where the words that
    show a reader what was meant begin. `above_why`: what to ask when the role turns out to be the office above; `above_new`: the one
    body that took over from it, where that is certain.
    """

    start: int
    end: int
    kind: Kind
    new: str | None = None
    rule: str = ""
    why: str | None = None
    ask_rule: str = "KH-CA-01"
    context: int = -1
    above_why: str | None = None
    above_rule: str = "KH-2C-02"
    above_new: str | None = None


#: What parts a name from the next one of a list.
_TO_THE_NEXT = lazily(r"(?:\s*,)?\s*(?:và|hoặc)?\s*\Z")
#: The rule of departments that share one word: `các Sở: Y tế, Tài chính`.
LIST = "agency.list"
#: How far back a rule looks, in characters.
_WINDOW = 160
#: Stands for words that are no concern of a rule.
MASK = "¤"


class Page:
    """One text with the patterns and names that it is read by; what is taken once is shut to later readers."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        source: SourceBody,
        target: Target,
        guards: list[tuple[int, int]],
        subject: str = "",
    ) -> None:
        self.subject = subject
        self.text, self.lexicon, self.source, self.target = text, lexicon, source, target
        self._taken = bytearray(len(text) + 1)
        self._guards = guards
        for start, end in guards:
            self._taken[start:end] = b"\x01" * (end - start)
        self.found: list[Mention] = []
        self.collective_ends: set[int] = set()

    def rewritten(self, text: str) -> "Page":
        """A page of the same length in other letters, with the same stretches shut and nothing found."""
        return Page(text, self.lexicon, self.source, self.target, self._guards, self.subject)

    def take(self, mentions: Iterator[Mention]) -> None:
        """Keep the mentions that stand where nothing is taken yet."""
        for mention in mentions:
            if self.free(mention.start, mention.end):
                self._taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                self.found.append(mention)
                if mention.kind is Kind.COLLECTIVE or mention.rule == LIST:
                    self.collective_ends.add(mention.end)

    @cached_property
    def own_words(self) -> str:
        """The text with guarded stretches masked: where a marker of time or measure may stand."""
        parts: list[str] = []
        at = 0
        for start, end in self._guards:
            parts += [self.text[at:start], MASK * (end - start)]
            at = end
        return "".join([*parts, self.text[at:]])

    def phrase(self, start: int, end: int, head: int = 0) -> int:
        """Where the whole phrase begins that a question shows; `head`: the length of a body's name before it."""
        floor = self._taken.rfind(1, 0, start) + 1
        begin = max(start - head, floor) if head else phrase_start(self.text, start, floor)
        return trimmed(self.text, begin, end)

    def left(self, at: int) -> str:
        """The words before `at`, as far back as any rule looks."""
        return self.text[max(0, at - _WINDOW) : at]

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of the stretch is guarded or taken."""
        return self._taken.find(1, start, end) < 0

    def free_to(self, start: int, end: int) -> int:
        """Where the free part of a stretch ends: at its own end, or before what is taken and the joint that leads to it."""
        taken = self._taken.find(1, start, end)
        if taken <= start:
            return end
        return start + len(_TO_THE_NEXT.sub("", self.text[start:taken]))

    def named(self, words: str) -> bool:
        """Whether the words name the source's place."""
        return bool(self.lexicon.named.search(words))

    def foreign(self, words: str) -> bool:
        """Whether the words name the source's place, and the target lies elsewhere: a rule of its own finds it."""
        return self.named(words) and not self.source.names_one_of(self.target)
