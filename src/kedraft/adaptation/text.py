"""adapt_text: one text, from the parent's level and place to the drafting unit's."""

import re
from typing import NamedTuple

from kedraft.adaptation.chains import chains, distinct, given, lead_of, opens_clause, partnered
from kedraft.adaptation.edits import Edit, changes_of, composed, spans_of, spliced, without_own_again
from kedraft.adaptation.guards import Span, merged, protected
from kedraft.adaptation.mentions import read
from kedraft.adaptation.names import same_name
from kedraft.adaptation.offices import WORK
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.patterns import Lexicon, lexicon
from kedraft.adaptation.remembered import Remembered
from kedraft.adaptation.result import Adaptation, Ask
from kedraft.adaptation.roles import Role, role
from kedraft.adaptation.source import SourceBody, Target
from kedraft.adaptation.spans import sentence
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Level
from kedraft.model.spec import AdaptSpec
from kedraft.vietnamese.letters import lazily

# Bodies of the source that have a counterpart at the target: its departments, its agencies as a group.
_DEPARTMENT = lazily(
    r"(?<!\w)(?:Sở|[Cc]ác sở|Phòng|[Cc]ác phòng|[Tt]rưởng phòng|Giám đốc|Thủ trưởng|[Nn]gười đứng đầu|[Cc]ông chức)(?!\w)"
)
#: The line that names the addressees of a letter or a report: whoever it names stays.
_ADDRESSED = lazily(r"\W*[Kk]ính\s+(?:gửi|trình)(?!\w)", re.IGNORECASE)
#: `quy định của UBND tỉnh tại Quyết định số …`: the province that issued it then, not the one of today.
_AT_A_DOCUMENT = lazily(
    r"\s+tại\s+(?:các\s+)?(?:Quyết định|Kế hoạch|Nghị quyết|Công văn|Văn bản|Chỉ thị)\s+(?:số\s+)?\d"
)
#: `chấp thuận đề xuất của Sở Tài chính`: whoever proposes to the one who speaks is his own office.
_PROPOSED = lazily(
    r"(?i:(?<!\w)(?:chấp thuận|thống nhất|đồng ý|trên cơ sở)\s[^.;:]{0,40}?(?:đề xuất|tham mưu|đề nghị)\s+của\s+(?:các\s+)?\Z)"
)
_ROUNDS = 4
_PLACES = (Kind.PLACE, Kind.NAME)
_START = lazily(r"(?:^|[.!?]\s+|\n\s*|^\s*(?:[-+•*]|\d+(?:\.\d+)*[.)]?|\(\d+\)|[a-zđ]\)|[IVX]+\.)\s*)$")
_LABEL = lazily(r"\s*(?:[-+•*]|\d+(?:\.\d+)*[.)]|\(\d+\)|[a-zđ]\)|[IVX]+\.)?\s*(?:[Đđ]ề nghị\s+)?")
_NOTHING_LEFT = lazily(r"[\s,;.:/]*(?:(?:và|Đề nghị|đề nghị)[\s,;.:/]*)*")


_READINGS = Remembered()


class _Reading(NamedTuple):
    edits: tuple[Edit, ...]
    asks: tuple[Ask, ...]
    drop: str | None


class Adapter(NamedTuple):
    """Everything that is the same for every paragraph of one adaptation."""

    source: SourceBody
    target: Target
    lexicon: Lexicon
    options: AdaptSpec
    subject: str = ""
    asked: str = ""  # the options, as a key of what was read by them

    @classmethod
    def of(
        cls, source: SourceBody, locality: Locality, options: AdaptSpec | None = None, subject: str = ""
    ) -> "Adapter":
        """Made once per draft; the patterns behind it once per source and kind of unit.

        `subject`: what the plan is about, where a sentence alone does not show which field is meant.
        """
        target, own = Target.of(locality), options or AdaptSpec()
        patterns = lexicon(source, target.level, target.place.kind)
        return cls(source, target, patterns, own, subject, own.model_dump_json())

    def adapt(self, text: Inline, actor: str | None = None) -> Adaptation:
        """`text` in the target's words. `actor`: the body under whose heading the text stands, in the target's words."""
        first = self._read(text.text, actor)
        edits, asks = first.edits, first.asks
        after = spliced(text, edits)
        for _ in range(_ROUNDS if edits else 0):
            # A change may lend its neighbour another meaning; what is left to do then belongs to this adaptation.
            again = self._read(after.text, actor).edits
            if not again:
                break
            edits = composed(edits, again, after.text)
            asks = tuple(ask for ask in asks if not _overtaken(ask, edits))
            after = spliced(text, edits)
        return Adaptation(after, changes_of(text.text, edits), asks, first.drop)

    def _read(self, words: str, actor: str | None) -> "_Reading":
        """One reading of a text: what to replace in it and what to ask."""
        key = (words, actor, self.source, self.target.level, self.target.place.kind, self.asked, self.subject)
        return _READINGS.reading(key, self.target, lambda target: self._replace(target=target)._anew(words, actor))

    def _anew(self, words: str, actor: str | None) -> "_Reading":
        own, kept = self._replacements(words)
        guards = merged([*protected(words, self.options.keep), *kept])
        page = Page(words, self.lexicon, self.source, self.target, _outside(guards, own), self.subject)
        lists = list(chains(words, read(page)))
        edits: list[Edit] = list(own)
        asks: list[Ask] = []
        before: list[Mention] = []
        for chain in lists:
            self._decide(words, chain, lead_of(words, before, chain) or actor, edits, asks, before)
            before = chain
        done = tuple(sorted(edit for edit in edits if edit.new != words[edit.start : edit.end]))
        done = without_own_again(words, done, self.target.level_word, self.target.word)
        return _Reading(done, tuple(sorted(asks)), self._drop(words, done, lists))

    # --- the clerk's own pairs ----------------------------------------------------------------------------------------

    def _replacements(self, words: str) -> tuple[list[Edit], list[Span]]:
        """Edits for `replace`, longest phrase first, and the spans that are already in the clerk's words."""
        edits: list[Edit] = []
        taken: list[Span] = []
        for before, after in sorted(self.options.replace.items(), key=lambda pair: -len(pair[0])):
            found = spans_of(words, before) if before else []
            done = (
                spans_of(words, after) if after else []
            )  # the new words may stand inside the old ones, which are then not done
            taken += [one for one in done if not any(start <= one[0] and one[1] <= end for start, end in found)]
            for start, end in found:
                if not any(start < stop and end > begin for begin, stop in taken):
                    edits.append(Edit(start, end, after, "own.replace", start))
                    taken.append((start, end))
        return edits, taken

    # --- decisions ----------------------------------------------------------------------------------------------------

    def _decide(
        self,
        words: str,
        chain: list[Mention],
        actor: str | None,
        edits: list[Edit],
        asks: list[Ask],
        before: list[Mention],
    ) -> None:
        role_ = self._role(words, chain)
        if role_ is not Role.OWN and len(chain) > 1 and opens_clause(words, chain) and not given(words, chain):
            self._decide(words, chain[:-1], actor, edits, asks, before)
            self._decide(words, chain[-1:], actor, edits, asks, before)
            return
        mine = [m for m in chain if m.kind is not Kind.ABOVE]
        for mention in chain:
            if mention.above_why and (role_ is not Role.OWN or mention.kind is Kind.ABOVE):
                if self._succeeded(words, mention, chain, edits):
                    mine = [m for m in mine if m is not mention]
                    continue
                asks.append(_ask(words, mention, mention.above_why, mention.above_rule))
        if role_ is not Role.OWN and mine:
            self._keep(words, mine, role_, asks)
            if role_ is Role.ANSWERED:
                self._answered(words, mine, actor, asks)
            return
        beside_central = any(m.kind is Kind.ABOVE for m in chain)
        for mention in mine:
            if mention.new is None:
                asks.append(_ask(words, mention, mention.why or "", mention.ask_rule))
        ready = [m for m in mine if m.new is not None and not (beside_central and m.kind is Kind.PLACE)]
        if not self._merge(words, chain, ready, actor, edits, asks, before):
            edits.extend(self._edit(words, m) for m in ready if m.new != words[m.start : m.end])

    def _succeeded(self, words: str, mention: Mention, chain: list[Mention], edits: list[Edit]) -> bool:
        """The one body that took over stands for a body above that is gone, unless the list would name it twice."""
        new = mention.above_new
        if new is None or self._moved(words[mention.start : mention.end]):
            return False
        others = [m.above_new or words[m.start : m.end] for m in chain if m is not mention]
        if new.casefold() in (other.casefold() for other in others):
            return False
        edits.append(Edit(mention.start, mention.end, new, "level.successor", mention.start))
        return True

    def _role(self, words: str, chain: list[Mention]) -> Role:
        first, last = chain[0], chain[-1]
        begin, stop = sentence(words, first.start, last.end)
        place = all(m.kind in (Kind.PLACE, Kind.LEVEL, Kind.NAME, Kind.ABOVE) for m in chain) and any(
            m.kind is Kind.PLACE for m in chain
        )
        if all(m.kind in (Kind.LEVEL, Kind.NAME, Kind.LOWER, Kind.HAMLET) for m in chain):
            return Role.OWN
        if first.kind in (Kind.AGENCY, Kind.COLLECTIVE) and _proposed(words, begin, first.start):
            return Role.OWN
        if _ADDRESSED.match(words):
            return Role.SUPERIOR if any(m.kind in (Kind.BODY, Kind.PARTY) for m in chain) else Role.COLLECTOR
        return role(
            words[max(begin, first.start - 140) : first.start], words[last.end : min(stop, last.end + 40)], place
        )

    def _keep(self, words: str, mine: list[Mention], role_: Role, asks: list[Ask]) -> None:
        for mention in mine:
            span = words[mention.start : mention.end]
            if self._moved(span) or (self._elsewhere and _AT_A_DOCUMENT.match(words, mention.end)):
                asks.append(_ask(words, mention, f"cơ quan cấp trên nay thuộc {self.target.province.full}", "KH-CA-04"))
            elif self.source.level is Level.DISTRICT and self.target.two_tier:
                asks.append(_ask(words, mention, "từ ngày 01/7/2025 không còn cấp huyện", "KH-2C-01"))
            elif role_ is Role.COLLECTOR and not mention.above_why:
                asks.append(
                    _ask(
                        words,
                        mention,
                        "nơi nhận báo cáo của cấp trên; giữ nguyên hay đổi thành nơi tổng hợp của đơn vị",
                        "KH-CA-01",
                    )
                )

    def _answered(self, words: str, mine: list[Mention], actor: str | None, asks: list[Ask]) -> None:
        """A department answers to its own chairman, a commune to the province's: with a department it is asked."""
        begin = words.rfind(". ", 0, mine[0].start) + 1
        if actor or _DEPARTMENT.search(words[begin : mine[0].start]):
            known = {(ask.start, ask.end) for ask in asks}
            why = f"người chịu trách nhiệm là cơ quan của đơn vị; giữ nguyên hay đổi sang cấp {self.target.level_word}"
            asks.extend(_ask(words, m, why, "KH-CA-01") for m in mine if (m.start, m.end) not in known)

    def _moved(self, span: str) -> bool:
        """Whether the words name the source's province, and the target now lies in another."""
        return self._elsewhere and bool(self.lexicon.named.search(span))

    @property
    def _elsewhere(self) -> bool:
        """Whether the source is a province, and the target now lies in another."""
        name = self.source.name
        return (
            self.source.level is Level.PROVINCE and name is not None and not same_name(name, self.target.province.name)
        )

    def _merge(
        self,
        words: str,
        chain: list[Mention],
        ready: list[Mention],
        actor: str | None,
        edits: list[Edit],
        asks: list[Ask],
        before: list[Mention],
    ) -> bool:
        """One edit for a list in which two bodies became one, or one became the actor himself. False: nothing to merge."""
        bodies = [m for m in ready if m.kind in (Kind.AGENCY, Kind.COLLECTIVE, Kind.LOWER, Kind.PARTY, Kind.BODY)]
        if not bodies:
            return False
        kept, gone = distinct(words, chain, bodies, actor)
        if not gone:
            return False
        if not kept:
            return self._alone(words, chain, bodies, actor, edits, asks, before)
        # What took over from a body above is part of the list and so of its one edit.
        inside = [edit for edit in edits if chain[0].start <= edit.start and edit.end <= chain[-1].end]
        edits[:] = [edit for edit in edits if edit not in inside]
        edits.append(self._joined(words, chain, kept, {edit.start: edit.new for edit in inside}))
        return True

    def _alone(
        self,
        words: str,
        chain: list[Mention],
        bodies: list[Mention],
        actor: str | None,
        edits: list[Edit],
        asks: list[Ask],
        before: list[Mention],
    ) -> bool:
        """The whole list is the actor: it goes if the sentence goes on with others, otherwise a person must say."""
        more = re.match(r"\s*,?\s*(?:và\s+)?(?=các\s)", words[chain[-1].end :])
        if more and more[0].strip():
            edits.append(Edit(chain[0].start, chain[-1].end + more.end(), "", "agency.merge", chain[0].start))
        elif (at := partnered(words, chain, before)) is not None:
            edits.append(Edit(at, chain[-1].end, "", "agency.merge", at))
        else:
            span = words[chain[0].start : chain[-1].end]
            why = f"ở cấp này là chính đơn vị chủ trì ({actor}); bỏ phần phối hợp hoặc nêu đơn vị khác"
            asks.append(Ask(chain[0].start, chain[-1].end, span, why, "KH-CH-04"))
        return True

    def _joined(self, words: str, chain: list[Mention], kept: list[Mention], said: dict[int, str]) -> Edit:
        start, end = chain[0].start, chain[-1].end
        last = words[chain[-2].end : chain[-1].start] if len(chain) > 1 else ", "
        texts = [said.get(m.start) or self._fitted(words, m, m is kept[0] and m.start == start) for m in kept]
        if len(texts) == 1:
            joined = texts[0]
        else:
            joined = ", ".join(texts[:-1]) + (last if "và" in last or "hoặc" in last else ", ") + texts[-1]
        if joined and _START.search(words[max(0, start - 160) : start]):
            joined = joined[0].upper() + joined[1:]
        return Edit(start, end, joined, "agency.merge", start)

    def _fitted(self, words: str, mention: Mention, first: bool) -> str:
        if mention.new is None:
            return words[mention.start : mention.end]
        return _capital(words, mention.start, mention.new) if first else mention.new

    def _edit(self, words: str, mention: Mention) -> Edit:
        assert mention.new is not None
        context = mention.context if mention.context >= 0 else mention.start
        return Edit(mention.start, mention.end, _capital(words, mention.start, mention.new), mention.rule, context)

    # --- result -------------------------------------------------------------------------------------------------------

    def _drop(self, words: str, edits: tuple[Edit, ...], chains: list[list[Mention]]) -> str | None:
        """Why the paragraph falls away: its words are only bodies without a counterpart here."""
        if edits or not chains:
            return None
        mentions = [m for chain in chains for m in chain]
        if any(m.kind in (Kind.ABOVE, Kind.HAMLET) or m.new is not None or m.rule == WORK for m in mentions):
            return None
        label = _LABEL.match(words)
        at = label.end() if label else 0
        for mention in mentions:
            if not _NOTHING_LEFT.fullmatch(words[at : mention.start]):
                return None
            at = mention.end
        if not _NOTHING_LEFT.fullmatch(words[at:]):
            return None
        if all(m.kind is Kind.LOWER for m in mentions):
            below = _listed(words, mentions)
            return f"{below} là phần giao cho cấp dưới của cấp trên; {self.target.word} viết thành nhiệm vụ của mình"
        return f"{self.target.word} không có cơ quan, đơn vị tương ứng với {_listed(words, mentions)}"


def adapt_text(
    text: Inline, *, source: SourceBody, locality: Locality, options: AdaptSpec | None = None, actor: str | None = None
) -> Adaptation:
    """Cụ thể hóa lời văn - `text` from the level and place of `source` to those of `locality`.

    Total and pure; citations, quotations and the office above stay as they are, and what is not certain is asked.
    """
    return Adapter.of(source, locality, options).adapt(text, actor)


def _overtaken(ask: Ask, edits: tuple[Edit, ...]) -> bool:
    """Whether an edit has done away with the words of a question; the one edit of a list may still hold them."""
    return any(e.start < ask.end and e.end > ask.start and ask.span not in e.new for e in edits)


def _outside(guards: list[Span], own: list[Edit]) -> list[Span]:
    return merged([*guards, *((edit.start, edit.end) for edit in own)])


def _capital(words: str, start: int, new: str) -> str:
    if new and new[0].islower() and words[start].isupper() and _START.search(words[max(0, start - 160) : start]):
        return new[0].upper() + new[1:]
    return new


def _proposed(words: str, begin: int, at: int) -> bool:
    return words.endswith(("của ", "của các "), begin, at) and _PROPOSED.search(words, begin, at) is not None


def _ask(words: str, mention: Mention, why: str, rule: str) -> Ask:
    return Ask(mention.start, mention.end, words[mention.start : mention.end], why, rule)


def _listed(words: str, mentions: list[Mention]) -> str:
    return ", ".join(f"“{words[m.start : m.end]}”" for m in mentions)
