"""Finds what a text says of units and bodies, and what each would be called at the target's level."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from kedraft.adaptation.patterns import CAP, HAMLET_JOINT, HAMLETS, HAMLETS_TOO, RURAL, URBAN, Lexicon
from kedraft.adaptation.phrases import phrase_start, trimmed
from kedraft.adaptation.source import SourceBody, Target
from kedraft.adaptation.spans import sentence
from kedraft.agencies import AGENCIES, MERGER, SPLIT, TWO_TIER, Agency, counterpart, heir, lives_on, reports_figure
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind


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


#: How far back a rule looks, in characters.
_WINDOW = 160
_MASK = "¤"
_UNITS_BELOW = re.compile(r"huyện|quận|phường|thị trấn|thị xã|(?<!\w)xã(?! hội)")


class Reader:
    """Collects mentions of one text; earlier ones and protected spans shut out later ones."""

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
        self._collective_ends: set[int] = set()

    def read(self) -> list[Mention]:
        """All mentions in reading order."""
        text, source = self.text, self.source
        low = text.lower()
        if "ác Sở" in text or "ác sở" in text or "ác Phòng" in text or "ác phòng" in text:
            self._add(self._sectors())
        self._add(self._agencies())
        if "đại biểu" in low or "đbqh" in low or "trường chính trị" in low:
            self._add(self._provincial())
        if "ngành" in low or "phòng" in low or "chuyên môn" in low:
            self._add(self._collectives())
        if _UNITS_BELOW.search(low):
            if any(char.isdigit() for char in text):
                self._add(self._counted())
            self._add(self._communes())
            self._add(self._lower())
        if "thôn" in low or "phố" in low or "ấp" in low or "bản" in low:
            self._add(self._hamlets())
        if "ủy" in low or "uỷ" in low or "đảng bộ" in low or "đoàn" in low:
            self._add(self._party())
        if source.word and (source.word in low or "tp" in low):
            self._add(self._bodies())
        if "Sở " in text or "các sở" in low or self.source.level is Level.DISTRICT:
            self._add(self._unknown())
        if "cấp " in low:
            self._add(self._levels())
        if source.word and (source.word in low or "tp" in low):
            self._add(self._places())
        if source.name:
            self._add(self._names())
        if source.word and (source.word.upper() in text or "TP" in text):
            self._add(self._capitals())
        if "Bộ " in text or "Chính phủ" in text or "rung ương" in text or "Quốc hội" in text or "bộ, ngành" in text:
            self._add(Mention(found.start(), found.end(), Kind.ABOVE) for found in self.lexicon.central.finditer(text))
        return sorted(self._measured(mention) for mention in self.found)

    def _measured(self, mention: Mention) -> Mention:
        """A place in a sentence that tells a figure of the source: the figure is not the target's, so it is asked."""
        words = self.text[mention.start : mention.end]
        moved = mention.kind in _PLACES and mention.new is not None and mention.new != words
        if not moved or not reports_figure(self._own_words, mention.start, mention.end, self.target.on.year):
            return mention
        return mention._replace(
            start=self._phrase(mention.start, mention.end), new=None, why=_FIGURE, ask_rule="KH-CT-06"
        )

    @cached_property
    def _own_words(self) -> str:
        """The text with guarded stretches masked: where a marker of time or measure may stand."""
        text = self.text
        for start, end in self._guards:
            text = text[:start] + _MASK * (end - start) + text[end:]
        return text

    def _phrase(self, start: int, end: int, head: int = 0) -> int:
        """Where the whole phrase begins that a question shows; `head`: the length of a body's name before it."""
        floor = self._taken_before(start)
        begin = max(start - head, floor) if head else phrase_start(self.text, start, floor)
        return trimmed(self.text, begin, end)

    def _taken_before(self, at: int) -> int:
        """Where the stretch that is free of other mentions and of guards begins, before the mention at `at`."""
        return self._taken.rfind(1, 0, at) + 1

    def _add(self, mentions: "Iterator[Mention]") -> None:
        for mention in mentions:
            if self._free(mention.start, mention.end):
                self._taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                self.found.append(mention)
                if mention.kind is Kind.COLLECTIVE:
                    self._collective_ends.add(mention.end)

    def _left(self, at: int) -> str:
        """The words before `at`, as far back as any rule looks."""
        return self.text[max(0, at - _WINDOW) : at]

    def _free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0

    def _named(self, words: str) -> bool:
        return bool(self.lexicon.named.search(words))

    def _foreign(self, words: str) -> bool:
        """Whether the words name the source's place, and the target lies elsewhere: a rule of its own finds it."""
        return self._named(words) and not self.source.names_one_of(self.target)

    # --- agencies -----------------------------------------------------------------------------------------------------

    def _agencies(self) -> Iterator[Mention]:
        for start, end, named in self.lexicon.agencies.find(self.text):
            if named.own:
                mention = self._agency(start, end, named.row)
                heir = self._heir(start, end, named.row)
                yield mention._replace(above_new=self.text[mention.start : start] + heir if heir else None)
            else:
                mention = Mention(start, end, Kind.ABOVE, above_why=self._gone(named.row))
                yield mention._replace(
                    above_rule=self._gone_rule(named.row), above_new=self._heir(start, end, named.row)
                )

    def _agency(self, start: int, end: int, row: Agency) -> Mention:
        before = self.text[start:end]
        other = self.counterpart(row)
        gone = self._gone(row)
        if row.work:
            why = _WORK_WHY + (f"; ở đơn vị có thể là {other.name.replace('{đv}', self.target.word)}" if other else "")
            return Mention(start, end, Kind.AGENCY, None, WORK, why, above_why=gone)
        if other is None:
            why = f"chưa có cơ quan tương ứng với “{before}” ở cấp {self.target.level_word}"
            return Mention(start, end, Kind.AGENCY, None, f"agency.{row.id}", why, "KH-CH-01", above_why=gone)
        new = _abbreviated(other.name.replace("{đv}", self.target.unit(self._named(before))), before)
        new = new.replace("{cấp ủy}", self.target.party(self._named(before)))
        head = re.match(r"Phòng|công chức|Công an|Trạm", new)
        lead = re.search(r"(?:Giám đốc|Trưởng|Thủ trưởng|Chánh|Lãnh đạo|lãnh đạo)\s+(?:các\s+)?$", self._left(start))
        if lead and head:
            return self._headed(start, end, lead, new, row, gone)
        return Mention(start, end, Kind.AGENCY, new, f"agency.{row.id}", above_why=gone)

    def _headed(self, start: int, end: int, lead: re.Match[str], new: str, row: Agency, gone: str | None) -> Mention:
        """`Giám đốc Sở Y tế` → `Trưởng phòng Văn hóa - Xã hội`, or the official himself."""
        if new.startswith("công chức"):
            return Mention(start - len(lead[0]), end, Kind.AGENCY, new, f"agency.{row.id}", above_why=gone)
        if lead[0].startswith("Giám đốc") and new.startswith("Phòng "):
            return Mention(
                start - len(lead[0]), end, Kind.AGENCY, f"Trưởng phòng {new[6:]}", f"agency.{row.id}", above_why=gone
            )
        if lead[0].startswith("Giám đốc") and self.target.level in (Level.COMMUNE, Level.DISTRICT):
            return Mention(start - len(lead[0]), end, Kind.AGENCY, f"Trưởng {new}", f"agency.{row.id}", above_why=gone)
        return Mention(start, end, Kind.AGENCY, new, f"agency.{row.id}", above_why=gone)

    def counterpart(self, row: Agency) -> Agency | None:
        """The target's body that does what `row` does."""
        return counterpart(AGENCIES, row.fields, self.target.level, self.target.on, self.target.place.kind)

    def _gone(self, row: Agency) -> str | None:
        """Why the row's body can no longer be named, on the target's day."""
        if row.until is None or row.until > self.target.on or lives_on(AGENCIES, row, self.target.on):
            return None
        names = SPLIT.get(row.id) or self._successors(row)
        day = f"{row.until:%d}/{row.until.month}/{row.until.year}"
        more = f"; nhiệm vụ nay do {' hoặc '.join(names)} thực hiện" if names else ""
        return f"cơ quan này không còn từ ngày {day}{more}"

    def _heir(self, start: int, end: int, row: Agency) -> str | None:
        """The body of its level that does its work now, with the unit as written; None unless there is only one."""
        if self._gone(row) is None or row.until != MERGER or row.level not in (Level.PROVINCE, Level.CENTRAL):
            return None
        begin, stop = sentence(self.text, start, end)
        around = self.text[begin:start] + _MASK + self.text[end:stop]
        if _PAST.search(around):
            return None
        name = heir(row, around, self.subject)
        unit = re.search(r"\s+(?:tỉnh|thành phố|TP)(?!\w).*$", self.text[start:end], re.IGNORECASE | re.DOTALL)
        return name + (unit[0] if unit else "") if name and "{" not in name else None

    def _gone_rule(self, row: Agency) -> str:
        """The rule that says so of the row's level: districts, clerks of communes, merged departments."""
        if row.level is Level.COMMUNE:
            return "KH-CA-05"
        return "KH-2C-01" if row.level is Level.DISTRICT and self.target.on >= TWO_TIER else "KH-2C-02"

    def _successors(self, row: Agency) -> tuple[str, ...]:
        other = counterpart(AGENCIES, row.fields, row.level, self.target.on)
        own = {"{đv}": self.source.word or "", "{cấp ủy}": self.source.party or "Tỉnh ủy"}
        return (re.sub(r"\{.*?\}", lambda slot: own[slot[0]], other.name),) if other else ()

    def _sectors(self) -> Iterator[Mention]:
        """`các Sở: Y tế, Tài chính` → the bodies by name."""
        for found in self.lexicon.sectors.finditer(self.text):
            prefix = {Level.PROVINCE: "Sở ", Level.DISTRICT: "Phòng "}[self.source.level]
            parts = re.split(r"\s*;\s*|\s*,\s*và\s+", found["list"])
            bodies = [name for part in parts for name in self._sector_names(prefix, part)]
            names = list(dict.fromkeys(name for name in bodies if name))
            if None in bodies or not names:
                yield Mention(found.start(), found.end(), Kind.AGENCY, None, "agency.list",
                              f"chưa có cơ quan tương ứng với một số tên trong “{found[0]}”", "KH-CH-01")  # fmt: skip
                continue
            last = ", " if re.match(r"\s*,?\s+và\s", self.text[found.end() : found.end() + 120]) else " và "
            joined = names[0] if len(names) == 1 else ", ".join(names[:-1]) + last + names[-1]
            yield Mention(found.start(), found.end(), Kind.AGENCY, joined, "agency.list")

    def _sector_names(self, prefix: str, part: str) -> list[str | None]:
        names: list[str | None] = []
        at = 0
        while at < len(part):
            hits = self.lexicon.agencies.find(prefix + part[at:])
            if not hits or hits[0][0] != 0:
                return [*names, None]
            other = self.counterpart(hits[0][2].row)
            names.append(other.name.replace("{đv}", self.target.word) if other else None)
            at += hits[0][1] - len(prefix)
            gap = re.match(r"\s*,\s*|\s+và\s+", part[at:])
            if not gap:
                break
            at += gap.end()
        return names

    def _unknown(self) -> Iterator[Mention]:
        for found in self.lexicon.unknown.finditer(self.text):
            why = f"chưa có cơ quan tương ứng với “{found[0]}” trong bảng quy đổi"
            rule = "KH-CA-01" if found[0].lower().startswith("các ") else "KH-CH-01"
            yield Mention(found.start(), found.end(), Kind.AGENCY, None, "agency.unknown", why, rule)

    # --- groups of bodies ---------------------------------------------------------------------------------------------

    def _collectives(self) -> Iterator[Mention]:
        for found in self.lexicon.collective.finditer(self.text):
            new = self._collective(found)
            local = re.match(r"\s+địa phương(?!\w)", self.text[found.end() : found.end() + 120])
            if local and not found["places"]:
                new = "các ban, ngành" if found["many"] else "ban, ngành"
            yield Mention(found.start(), found.end(), Kind.COLLECTIVE, new, "agency.collective")

    def _collective(self, found: re.Match[str]) -> str:
        unit = self.target.unit(self._named(found["own"] or ""))
        mass, proper = found["mass"], found["proper"]
        match self.target.level:
            case Level.COMMUNE if not self.target.two_tier:
                core = f"công chức chuyên môn thuộc UBND {unit}" if proper else f"ban, ngành, đoàn thể {unit}"
            case Level.COMMUNE:
                core = f"phòng, ban, ngành, đoàn thể {unit}" if mass else f"phòng, ban, đơn vị thuộc {unit}"
                core = f"phòng chuyên môn thuộc UBND {unit}" if proper else core
            case Level.DISTRICT:
                core = f"phòng, ban, ngành, đoàn thể {unit}" if mass else f"phòng, ban, ngành {unit}"
                core = f"phòng chuyên môn thuộc UBND {unit}" if proper else core
            case _:
                core = f"sở, ban, ngành, đoàn thể {unit}" if mass else f"sở, ban, ngành {unit}"
        new = ("các " if found["many"] else "") + core
        if found["places"]:
            joint = re.match(r"\s*(?:,|và)\s+", found["places"])
            new += f"{joint[0] if joint else ', '}các {self.target.hamlets}"
        return new

    def _counted(self) -> Iterator[Mention]:
        """`toàn tỉnh có 65 xã, phường`: a count of the source's units, with the unit that it belongs to."""
        for found in self.lexicon.counted.finditer(self.text):
            yield self._asked_group(found.start(), found.end(), _COUNT)

    def _provincial(self) -> Iterator[Mention]:
        for found in self.lexicon.provincial.finditer(self.text):
            yield Mention(
                found.start(), found.end(), Kind.AGENCY, None, "agency.provincial", _ONLY_PROVINCE, "KH-CH-01"
            )

    def _communes(self) -> Iterator[Mention]:
        for found in self.lexicon.communes.finditer(self.text):
            rule = "KH-CA-04" if self._foreign(found[0]) else self._group_rule(found[0])
            yield Mention(found.start(), found.end(), Kind.LOWER, None, "level.below", _NAMED_BELOW, rule)

    def _lower(self) -> Iterator[Mention]:
        for found in self.lexicon.lower.finditer(self.text):
            mention = self._below(found)
            if mention:
                yield mention

    def _asked_group(self, start: int, end: int, why: str) -> Mention:
        """A question about units below the source, quantifier before and the source's own name after included."""
        left = _QUANTIFIER.search(self._left(start))
        begin = start - len(left[0]) if left else start
        more = self.lexicon.of_source.match(self.text, end)
        stop = more.end() if more else end
        start, end = (begin if self._free(begin, start) else start), (stop if self._free(end, stop) else end)
        return Mention(start, end, Kind.LOWER, None, "level.below", why, self._group_rule(self.text[start:end]))

    def _group_rule(self, words: str) -> str:
        """The rule for words of another level: those of a level that is gone have their own."""
        gone = self.target.two_tier and re.search(r"huyện|quận|thị xã|thị trấn", words)
        return "KH-2C-01" if gone else "KH-CA-01"

    def _below(self, found: re.Match[str]) -> Mention | None:
        start, end = found.span()
        units = found["hlist"] or found["list"] or found["hone"] or found["one"] or ""
        if found["hlevel"] or found["bare"]:
            return self._single(found)
        if found["count"]:
            return self._asked_group(start, end, _COUNT)
        if re.search(rf"(?<!\w){self.source.word}(?!\w)", units) and not found["many"] and not found["hmany"]:
            # "tỉnh, thành phố", "thành phố, xã": the source's own word among others says nothing of the source.
            return Mention(start, end, Kind.LOWER, found[0], "level.below")
        if re.search(rf"\s[{CAP}]", units):
            return Mention(
                start, end, Kind.LOWER, None, "level.below", "địa danh cụ thể của cấp trên, cần chọn địa bàn của đơn vị"
            )
        owned = self.lexicon.of_source.match(self.text, end)
        if owned and owned["word"] in ("của", "thuộc"):
            return self._asked_group(start, end, _GROUP_OF_ABOVE)
        if _QUANTIFIER.search(self._left(start)) or not (found["many"] or found["head"] or found["one"]):
            return self._each(start, end, units)
        if found["one"] or found["hone"]:
            return self._unless_same(start, end, units, _GROUP_OF_ABOVE)
        if self.target.level is Level.COMMUNE:
            return self._for_commune(start, end, found["head"] or "")
        head = found["head"] or ""
        many = "Các " if self.text[start] == "C" and not head else "các "
        return Mention(start, end, Kind.LOWER, f"{head}{many}{self.target.hamlets}", "level.below")

    def _each(self, start: int, end: int, units: str) -> Mention | None:
        """`100% xã, phường, thị trấn`, `từng xã, phường`: for a district its own kinds, where they are known."""
        if re.search(r"\d\s+$", self._left(start)):
            return self._asked_group(start, end, _COUNT)
        named = re.findall(_KINDS, units)
        if self.target.level is not Level.DISTRICT or not set(named) <= {"xã", "phường", "thị trấn"}:
            return self._unless_same(start, end, units, _COUNT)
        known = self.target.kinds_below
        if set(named) <= set(known):
            return None
        kept = [kind for kind in named if kind in known]
        if not kept:
            return self._asked_group(start, end, _COUNT)
        first = units.startswith(named[0].capitalize())
        return Mention(start, end, Kind.LOWER, _cut_list(kept, first), "level.below")

    def _unless_same(self, start: int, end: int, units: str, why: str) -> Mention | None:
        kinds = set(re.findall(_KINDS, units))
        own = {Level.DISTRICT: {"xã", "phường", "thị trấn"}}.get(self.target.level, set())
        return None if kinds <= own else self._asked_group(start, end, why)

    def _for_commune(self, start: int, end: int, head: str) -> Mention:
        left = self._left(start)
        new = f"các {self.target.hamlets}"
        if re.match("[Cc]hủ tịch", head):
            new = f"{'Tổ trưởng' if new.endswith('tổ dân phố') else 'Trưởng'} {new}"
        alone = re.search(
            r"(?:^|[.;:!?]\s+|^\s*(?:[-+•]|\d+(?:\.\d+)*[.)]?|[a-zđ]\))\s*)(?:Đề nghị|Giao|Yêu cầu)?\s*$", left
        )
        before = re.search(r"\s*;\s*$", left)
        listed = before is not None and start - len(before[0]) in self._collective_ends
        unfit = not head and not alone and not _GROUP_FITS.search(left)
        if unfit or (alone and not listed):
            return self._asked_group(start, end, self._addressed(bool(head)))
        too = HAMLETS_TOO.match(self.text, end)
        end = too.end() if too and not head and self._free(end, too.end()) else end
        return Mention(start, end, Kind.LOWER, new, "level.below")

    def _addressed(self, head: bool) -> str:
        if head:
            return (
                "phần giao cho cấp dưới của cấp trên, gồm cả đơn vị; viết lại thành nhiệm vụ của đơn vị hoặc của các "
                + self.target.hamlets
            )
        return "nhóm đơn vị hành chính cấp dưới của cấp trên; chọn địa bàn của đơn vị"

    def _hamlets(self) -> Iterator[Mention]:
        """`thôn, khối phố`: a commune has thôn, a ward tổ dân phố or what its region calls them; others keep both."""
        gone = {UnitKind.XA: URBAN, UnitKind.PHUONG: RURAL}.get(self.target.place.kind)
        for found in HAMLETS.finditer(self.text) if gone else ():
            parts, joints = HAMLET_JOINT.split(found[0]), HAMLET_JOINT.findall(found[0])
            if gone and any(gone.search(part) for part in parts) and not all(gone.search(part) for part in parts):
                yield self._hamlet_list(found, _without(parts, joints, gone))

    def _hamlet_list(self, found: re.Match[str], new: str) -> Mention:
        """The list in the target's kinds; a number of them is the source's figure."""
        count = _COUNTED.search(self._left(found.start()))
        if count and self._free(found.start() - len(count[0]), found.start()):
            start = found.start() - len(count[0])
            return Mention(start, found.end(), Kind.HAMLET, None, "level.hamlet", _COUNT, "KH-CA-01")
        return Mention(found.start(), found.end(), Kind.HAMLET, new, "level.hamlet")

    def _single(self, found: re.Match[str]) -> Mention | None:
        """`UBND huyện`, `UBND cấp xã`, `huyện`: a level that is neither the source's own nor a group."""
        start, end = found.span()
        word = "huyện" if "huyện" in found[0] else "xã"
        if self.source.level is not Level.PROVINCE or word == self.target.level_word:
            return None
        if word == "xã" and self.target.level is Level.DISTRICT:
            return None
        if found["bare"] and not self.target.two_tier:
            return None
        if word == "huyện" and self.target.two_tier:
            return Mention(
                start, end, Kind.LOWER, None, "level.gone", "từ ngày 01/7/2025 không còn cấp huyện", "KH-2C-01"
            )
        return Mention(
            start,
            end,
            Kind.LOWER,
            None,
            "level.below",
            "cấp này không phải cấp của đơn vị; giữ, bỏ hay đổi tùy nội dung",
        )

    # --- party, committee, front --------------------------------------------------------------------------------------

    def _party(self) -> Iterator[Mention]:
        for found in self.lexicon.party.finditer(self.text):
            named = self._named(found[0])
            if _TERM.match(self.text, found.end()):
                yield Mention(found.start(), found.end(), Kind.PARTY, found[0], "level.party")
            elif found["member"]:
                new = self.target.party(False).removesuffix(f" {self.target.word}")
                yield Mention(found.start(), found.end(), Kind.PARTY, f"{new} viên", "level.party")
            elif found["youth"]:
                yield Mention(found.start(), found.end(), Kind.PARTY, self.target.youth(named), "level.party")
            elif found["base"]:
                yield Mention(
                    found.start(),
                    found.end(),
                    Kind.PARTY,
                    f"{found['head']}{found['base']} {self.target.unit(named)}",
                    "level.party",
                )
            else:
                yield Mention(
                    found.start(), found.end(), Kind.PARTY, f"{found['head']}{self.target.party(named)}", "level.party"
                )

    def _bodies(self) -> Iterator[Mention]:
        for found in self.lexicon.bodies.finditer(self.text):
            lead = self.text[found.start() : found.start("unit")]
            if _TERM.match(self.text, found.end()):
                yield Mention(found.start(), found.end(), Kind.BODY, found[0], "level.body")
                continue
            level = re.search(r"(?<!\w)cấp\s+$", lead)
            unit = self.target.level_word if level else self.target.unit(self._named(found["unit"]))
            yield Mention(found.start(), found.end(), Kind.BODY, lead + unit, "level.body")

    # --- level words --------------------------------------------------------------------------------------------------

    def _levels(self) -> Iterator[Mention]:
        own, ours = self.source.level_word, self.target.level_word
        for found in self.lexicon.levels.finditer(self.text):
            named = re.findall(r"tỉnh|huyện|xã", found[0])
            alone = len(named) == 1
            mention = self._level(found, named[0], own, ours) if alone else self._level_list(found, named)
            # Levels that stay are taken as well, so that no later rule reads a part of them.
            yield mention or Mention(found.start(), found.end(), Kind.LEVEL, found[0], "level.word")

    def _level(self, found: re.Match[str], word: str, own: str | None, ours: str) -> Mention | None:
        start, end = found.span()
        if word == own:
            if _PROVINCE_INDEX.search(self._left(start)):
                return None
            index = _INDEX.search(self._left(start))
            if index:
                return Mention(self._phrase(start, end, len(index[0])), end, Kind.LEVEL, None, "level.word", _INDEX_WHY)
            if re.search(
                r"(?:di tích|di sản|giải|giải thưởng|nghệ nhân|đề tài|xếp hạng|OCOP|danh hiệu|bảo vật"
                r"|làng nghề)[^.;,]{0,40}\s$",
                self._left(start),
            ):
                return Mention(
                    start,
                    end,
                    Kind.LEVEL,
                    None,
                    "level.word",
                    "danh hiệu, xếp hạng do cấp trên công nhận; giữ nguyên hay đổi tùy nội dung",
                )
            return Mention(
                start, end, Kind.LEVEL, f"cấp {ours}", "level.word", context=_words_before(self.text, start, 0)
            )
        if word == ours or self.source.level is not Level.PROVINCE or word != "huyện":
            return None
        if not self.target.two_tier:
            return Mention(
                start,
                end,
                Kind.LEVEL,
                None,
                "level.word",
                "cấp huyện là cấp trên của đơn vị; giữ, bỏ hay đổi tùy nội dung",
            )
        return self._without_district(start, end)

    def _without_district(self, start: int, end: int) -> Mention:
        """Two tiers: the element of the district falls away beside one of the commune, otherwise becomes the "
        "commune's."""
        next_one = re.match(
            r"(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)(?:[^\s,.;]+\s+){1,5}cấp xã(?!\w)", self.text[end : end + 120]
        )
        left = re.search(
            r"(?:^|\s)(?:trên|của|tại|cho|với|ở|qua|trong|từ|đến|tới|và)\s+((?:[^\s,.;]+\s+){1,5})$", self._left(start)
        )
        if next_one and left:
            kept = re.sub(r"^(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)", "", next_one[0])
            return Mention(start - len(left[1]), end + next_one.end(), Kind.LEVEL, kept, "level.gone")
        return Mention(start, end, Kind.LEVEL, "cấp xã", "level.gone", context=_words_before(self.text, start, 2))

    def _level_list(self, found: re.Match[str], named: list[str]) -> Mention | None:
        """`cấp tỉnh, cấp huyện, cấp xã`: the whole system; only a level that is gone falls out."""
        if "huyện" not in named or not self.target.two_tier:
            return None
        full = found[0].count("cấp") == len(named)
        rest = [
            f"cấp {word}" if full or i == 0 else word
            for i, word in enumerate(word for word in named if word != "huyện")
        ]
        rest = list(dict.fromkeys(rest))
        joint = " và " if len(rest) == 2 and " và " in found[0] else ", "
        return Mention(found.start(), found.end(), Kind.LEVEL, joint.join(rest), "level.gone")

    # --- places -------------------------------------------------------------------------------------------------------

    def _places(self) -> Iterator[Mention]:
        source = self.source
        for found in self.lexicon.unit.finditer(self.text):
            start, end = found.span()
            if not self._free(start, end):
                continue
            left = self._left(start)
            beside = _BESIDE.search(left)
            if _RANGE.search(left) and _REACHES.match(self.text, end):
                yield Mention(start, end, Kind.PLACE, None, "level.place", _UNSURE)
                continue
            if self._named(found[0]) and (own := _ADDRESS.search(left)):
                yield self._address(found, own)
                continue
            if _OTHER.search(left) and self._named(found[0]):
                yield Mention(start, end, Kind.PLACE, None, "level.place", _ALONE, "KH-CA-04")
                continue
            index = _INDEX_OF.search(left)
            if index:
                yield Mention(self._phrase(start, end, len(index[0])), end, Kind.PLACE, None, "level.place", _INDEX_WHY)
                continue
            work = _WORK.search(left)
            if work and not _BESIDE_KIND.match(self.text, end):
                begin = self._phrase(start, end, len(work["work"]))
                yield Mention(begin, end, Kind.PLACE, None, WORK, _WORK_WHY)
                continue
            if _OTHER.search(left) or _COMPOUND.match(self.text, end) or (beside and beside[1].lower() != source.word):
                continue
            new = self.target.level_word if left.endswith("cấp ") else self.target.unit(self._named(found[0]))
            known = (_KNOWN.search(left) or self._named(found[0]) or _START.search(left)) and not left.endswith(
                "uy hoạch "
            )
            context = _words_before(self.text, start, 2 if left.endswith(("địa bàn ", "uy hoạch ")) else 1)
            if known:
                yield Mention(start, end, Kind.PLACE, new, "level.place", context=context)
            else:
                body = _BODY_BEFORE.search(left)
                begin = self._phrase(start, end, len(body["body"]) if body else 0)
                rule = "KH-CH-01" if body else "KH-CA-04" if self._foreign(found[0]) else "KH-CA-01"
                yield Mention(begin, end, Kind.PLACE, None, "level.place", _UNIT_BODY if body else _UNSURE, rule)

    def _address(self, found: re.Match[str], own: re.Match[str]) -> Mention:
        """`xã Ba Sơn, tỉnh Lạng Sơn` is an address and stays; the unit beside its own province is asked."""
        start, end = found.span()
        begin = start - len(own[0])
        if own["joint"].strip() == "và" and self._free(begin, start):
            return Mention(trimmed(self.text, begin, end), end, Kind.PLACE, None, "level.place", _UNSURE)
        return Mention(start, end, Kind.PLACE, found[0], "level.place")

    def _names(self) -> Iterator[Mention]:
        for found in self.lexicon.name.finditer(self.text):
            start, end = found.span()
            if not self._free(start, end):
                continue
            left, right = self._left(start), self.text[end : end + 40]
            if re.search(
                r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|TP\.?)\s+$", left, re.IGNORECASE
            ):
                continue
            if _SAFE_NAME.search(left) and not re.match(rf"\s+[{CAP}\d]|\s*[-–]\s*[{CAP}]", right):
                yield Mention(
                    start,
                    end,
                    Kind.NAME,
                    self.target.place.full,
                    "level.name",
                    context=_words_before(self.text, start, 1),
                )
                continue
            body = _INSTITUTE.search(left) or re.search(rf"(?P<body>(?<!\w)(?:[{CAP}][\wÀ-ỹ]*\s+)+)$", left)
            begin = self._phrase(start, end, len(body["body"])) if body else start
            yield Mention(begin, end, Kind.NAME, None, "level.name", _INSTITUTION if body else _ALONE, "KH-CA-04")

    def _capitals(self) -> Iterator[Mention]:
        for found in self.lexicon.upper_case.finditer(self.text):
            if found[0].startswith("CẤP"):
                yield Mention(
                    found.start(), found.end(), Kind.LEVEL, f"CẤP {self.target.level_word.upper()}", "level.word"
                )
                continue
            if re.search(r"(?:CÁC|LIÊN|NGOÀI CÁC)\s+$", self._left(found.start())):
                continue
            lead = f"{found['lead']} " if found["lead"] else ""
            new = lead + self.target.unit(bool((found["name"] or "").strip())).upper()
            yield Mention(found.start(), found.end(), Kind.PLACE, new, "level.place")


#: What was done before the merger was done by the body of that time.
_PAST = re.compile(
    r"(?i:(?<!\w)(?:đã|trước đây|vừa qua|thời gian qua|nguyên|cũ|giai đoạn trước)(?!\w)|(?<!\d)20(?:0\d|1\d|2[0-4])(?!\d)"
    r"|(?<!\w)(?:do|được|của)\s+¤\s+(?:ban hành|công bố|phê duyệt|cấp|phát động)|¤\s+ban hành"
    r"|(?:quyết định|thông tư|công văn|văn bản|kế hoạch|chương trình|chỉ thị|đề án|quy chế)(?!\w)[^.;]{0,60}\s(?:của|do)\s+(?:[^.;,]{1,40}(?:,|\s+và)\s+)?¤)"
)
_ONLY_PROVINCE = "chỉ cấp tỉnh có; giữ nguyên nếu vẫn là của tỉnh, hoặc bỏ"
_NAMED_BELOW = "địa danh cụ thể của cấp trên, cần chọn địa bàn của đơn vị"
#: A term dates a council or a committee: it is that one body, not the one of another level.
_TERM = re.compile(r"\s*[,(]?\s*(?:[Kk]hóa|[Kk]hoá|[Nn]hiệm kỳ)\s+(?:thứ\s+)?[XVI\d]")
#: Figures by which provinces are compared; their names end in the province's word.
_RANKS = r"PCI|PGI|PAPI|PAR[ -]?INDEX|Par[ -]?Index|SIPAS|DDCI|DTI|PII"
_PROVINCE_INDEX = re.compile(
    rf"(?:(?:{_RANKS})\)?|(?i:năng lực cạnh tranh|quản trị và hành chính công|đổi mới sáng tạo)(?:\s+\((?:{_RANKS})\))?)\s+$"
)
_INDEX = re.compile(r"(?i:(?<!\w)(?:chỉ số|bộ chỉ số)(?!\w)[^.;,]{0,60}\s$)")
_INDEX_OF = re.compile(rf"(?<!\w)(?:{_RANKS})\)?\s+(?:của\s+|trên địa bàn\s+)?$")
_INDEX_WHY = "chỉ số đánh giá, xếp hạng cấp tỉnh; giữ nguyên hay đổi tùy nội dung"
_PLACES = (Kind.PLACE, Kind.NAME, Kind.LEVEL)
_KINDS = r"huyện|quận|thị xã|thành phố|thị trấn|xã|phường"
_QUANTIFIER = re.compile(
    r"(?i:(?<!\w)(?:\d[\d.,]*(?:/\d+)?\s*%?|mỗi|từng|một số|tất cả(?:\s+các)?|hai|ba|những)\s+(?:số\s+)?$)"
)
_COUNTED = re.compile(r"(?<![\d.,/])[1-9]\d[\d.]*\s+$")
_GROUP_OF_ABOVE = "nhóm đơn vị hành chính cấp dưới của cấp trên, cần chọn địa bàn của đơn vị"
_FIGURE = "số liệu, thực trạng của cấp trên, không phải của đơn vị; thay bằng số liệu của đơn vị, hoặc bỏ"
#: The rule of what its unit has built or keeps: a portal, a store of data, the press.
WORK = "place.work"
_WORK_WHY = "cơ quan, công trình của cấp trên; đơn vị dùng chung thì giữ, có của mình thì thay"
_NOUN = (
    r"(?:\s+(?!(?:trên|tại|ở|trong|cho|đến|tới|về|với|theo|để|từ|của|thuộc|do|là|được|có|các|gửi|thực|triển)(?!\w))"
    r"[^\s.,;:()“”]+)"
)
_WORKS = (
    r"(?i:(?:các\s+)?(?:cơ quan báo chí|báo chí|báo và phát thanh, truyền hình|báo, đài"
    r"|phát thanh(?:,|\s+và|\s*[-–])\s+truyền hình|kho (?:học liệu|dữ liệu|lưu trữ|tư liệu)|cơ sở dữ liệu|nền tảng"
    r"|hệ thống thông tin|trục liên thông|mạng truyền số liệu|cổng (?:thông tin|dịch vụ|dữ liệu)|trang thông tin điện tử"
    r"|(?:đoàn|tổ) (?:kiểm tra|thanh tra|giám sát|liên ngành|công tác)|quỹ|bệnh viện|bảo tàng|thư viện|công ty))(?!\w)"
)
_WORK = re.compile(
    rf"(?<!\w)(?P<work>(?:{_WORKS}{_NOUN}{{0,10}}|(?:Trung tâm|Trường|Đài|Báo)(?!\w){_NOUN}{{0,10}}(?=\s+(?:của|thuộc)\s))"
    r"(?:,\s+[a-zà-ỹ]+\s+[^\s.,;]+)?(?:\s+(?:của|thuộc))?\s+)$"
)
# `nền tảng dùng chung của tỉnh, thành phố`: the word means the kind, not the source.
_BESIDE_KIND = re.compile(r"\s*(?:,|/|và|-)\s*(?:thành phố|huyện|thị xã|quận)(?!\w)")
_COUNT = "số lượng hoặc nhóm đơn vị cấp dưới của cấp trên, cần tính lại cho đơn vị"
# What may stand before "các huyện, thị xã, thành phố" for "các thôn" to make sense in its place.
_GROUP_FITS = re.compile(
    r"(?i:(?:,|;|(?<!\w)(?:tại|ở|đến|tới|cho|với|của|trên|giữa|và|về|từ|hoặc|là|hỗ trợ|phối hợp|cùng|gồm))\s*$)"
)
_RANGE = re.compile(r"(?i:(?<!\w)từ\s+$)")
_REACHES = re.compile(r"\s*(?:,|[-–])?\s+(?:đến|tới|xuống|về)(?!\w)")
_UNSURE = "từ ngữ của cấp trên, chưa rõ có thay bằng tên của đơn vị được không"
_UNIT_BODY = "tổ chức của cấp trên, chưa rõ đơn vị có tổ chức tương ứng không"
# A body whose name ends in the unit's word: `Trung tâm Kiểm soát bệnh tật tỉnh`.
_BODY_BEFORE = re.compile(
    r"^(?:.*[^\w])?(?P<body>(?:Trung tâm|Ban Quản lý|Trường|Bệnh viện|Đài|Chi cục|Cục|Quỹ|Liên minh|Liên hiệp"
    r"|Hiệp hội|Hội|Đoàn|Ban|Bảo tàng|Thư viện"
    r"|Bưu điện|Viễn thông|Công ty|Cổng|Học viện|Tạp chí)(?!\w)[^.;:()]{0,80})$"
)
_INSTITUTION = (
    "tên cơ quan, tổ chức hoặc công trình mang địa danh của cấp trên; đơn vị không có cơ quan như vậy thì bỏ hoặc thay"
)
_INSTITUTE = re.compile(
    r"^(?:.*[^\w])?(?P<body>(?:Báo và Phát thanh,? (?:và )?[Tt]ruyền hình|Báo|Tạp chí|Đài|Trường|Đại học|Cảng|Bệnh viện|Công ty|Nhà máy|Khu|Bưu điện|Viễn thông|Điện lực|Ngân hàng"
    r"|Trung tâm|Sân bay|Ga|Bảo tàng)"
    r"(?!\w)[^.;:()“”]{0,60})$",
    re.DOTALL,
)
_ALONE = "địa danh của cấp trên, chưa rõ có thay bằng tên của đơn vị được không"
# Words before the unit's word with which it is another unit, or none.
_OTHER = re.compile(
    r"(?i:(?:(?<!\w)(?:các|liên|những|mỗi|nhiều|hai|ba|một số|từng|giữa|bất|thức|đường|số|khác|bạn|\d+|một)"
    r"\s*)$)"
)
# Beside a unit word of another kind ("tỉnh, thành phố") the word means the kind, not the source's unit.
_BESIDE = re.compile(r"(?i:(?<!\w)(tỉnh|huyện|quận|thị xã)\s*(?:,|và|-|/)\s*$)")
_COMPOUND = re.compile(
    r"\s+(?:lộ|táo|thức|khác|bạn|thành|lỵ|lị|mộng|ngộ|thông minh|lớn)(?!\w)|\s*(?:,|/|và|-)\s*(?:thành phố|huyện"
    r"|thị xã|quận|xã)(?!\w)(?!\s+hội)"
)
# A unit with its name right before: the source's is where it lies.
_ADDRESS = re.compile(
    rf"(?<!\w)(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)\s+(?:[{CAP}][\w'’]*|\d+)(?:\s+[{CAP}][\w'’]*|\s+\d+)*"
    r"(?P<joint>\s*,\s*|\s*-\s*|\s+và\s+|\s*\(|\s+(?:của|thuộc)\s+)$"
)
_KNOWN = re.compile(
    r"(?i:(?<!\w)(?:địa bàn|toàn|trong|trong toàn|ngoài|tại|ở|của|thuộc|cho|đến|từ|nội|quê hương|người dân|nhân dân"
    r"|lãnh đạo|ngân sách|cán bộ"
    r"|cơ quan|đơn vị|đoàn thể|phạm vi|mặt|chính quyền|xã hội|với|tế|trung tâm|khắp|cả|trong nội|đạo|chính trị"
    r"|kinh tế|thể thao|hình|riêng"
    r"|đại biểu|thanh niên|lực lượng|hệ thống chính trị|dân tộc"
    r"|hình ảnh|phát triển|do|được|cấp)\s+$)"
)
_START = re.compile(r"(?:^|[.!?;:]\s+)(?:[-+•*]\s*)?$")
_SAFE_NAME = re.compile(
    r"(?i:(?<!\w)(?:địa bàn|người dân|nhân dân|tại|ở|của|trong|toàn|quê hương|đến với|vùng đất|con người|hình ảnh)\s+$)"
)


def _cut_list(kinds: list[str], capital: bool) -> str:
    words = ", ".join(dict.fromkeys(kinds))
    return words.capitalize() if capital else words


def _without(parts: list[str], joints: list[str], gone: re.Pattern[str]) -> str:
    """A list without the parts that fit `gone`; what parted the last two still parts them."""
    kept = [at for at, part in enumerate(parts) if not gone.search(part)]
    words = parts[kept[0]]
    for at in kept[1:]:
        joint = joints[-1] if at == kept[-1] and kept[-1] != len(parts) - 1 else joints[at - 1]
        words += joint + parts[at]
    lead = re.match(r"[Cc]ác\s+", parts[0])
    if kept[0] != 0 and lead and not words.startswith("các "):
        words = lead[0] + words
    return words[0].upper() + words[1:] if parts[0][0].isupper() else words


def _abbreviated(new: str, before: str) -> str:
    if "UBND" in before or "HĐND" in before:
        return new.replace("Hội đồng nhân dân", "HĐND").replace("Ủy ban nhân dân", "UBND")
    return new


def _words_before(text: str, at: int, count: int) -> int:
    """Where the `count` words before `at` begin, not across punctuation."""
    found = re.search(rf"(?:[^\s,.;:()“”\"]+\s+){{0,{count}}}$", text[max(0, at - 60) : at])
    return at - (len(found[0]) if found else 0)
