"""Words of the source's level in a text: its Party committee, its committee and council, `cấp tỉnh`."""

import re
from collections.abc import Iterator

from kedraft.adaptation import spans
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.phrases import words_before
from kedraft.adaptation.unit_names import CAP
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

#: A term dates a council or a committee: it is that one body, not the one of another level.
_TERM = lazily(r"\s*[,(]?\s*(?:[Kk]hóa|[Kk]hoá|[Nn]hiệm kỳ)\s+(?:thứ\s+)?[XVI\d]")
#: Figures by which provinces are compared; their names end in the province's word.
_RANKS = r"PCI|PGI|PAPI|PAR[ -]?INDEX|Par[ -]?Index|SIPAS|DDCI|DTI|PII"
_PROVINCE_INDEX = lazily(
    rf"(?:(?:{_RANKS})\)?|(?i:năng lực cạnh tranh|quản trị và hành chính công|đổi mới sáng tạo)(?:\s+\((?:{_RANKS})\))?)\s+$"
)
INDEX = lazily(r"(?i:(?<!\w)(?:chỉ số|bộ chỉ số)(?!\w)[^.;,]{0,60}\s$)")
INDEX_OF = lazily(rf"(?<!\w)(?:{_RANKS})\)?\s+(?:của\s+|trên địa bàn\s+)?$")
INDEX_WHY = "chỉ số đánh giá, xếp hạng cấp tỉnh; giữ nguyên hay đổi tùy nội dung"


#: One budget among several: which of them pays is what the sentence says.
_BUDGET = lazily(r"(?i:(?<!\w)ngân sách\s+(?:của\s+)?(?:cấp\s+)?$)")
_OTHER_BUDGET = lazily(r"(?i:(?<!\w)ngân sách\s+(?:của\s+)?(?:cấp\s+)?(?:huyện|quận|xã|phường|thị trấn|đặc khu)(?!\w))")
BUDGET_WHY = "câu nêu ngân sách của từng cấp; giữ phần của cấp trên, ghi phần của đơn vị"
APART_WHY = "câu nêu riêng cấp trên và cấp của đơn vị; giữ, bỏ hay gộp tùy nội dung"
_REACHING = lazily(r"(?i:(?<!\w)từ\s+$)")
#: Honours that a province bestows and the units below it do not (Luật Thi đua, khen thưởng 06/2022/QH15).
_HONOURS = lazily(r"(?<!\w)(?:[Bb]ằng khen|[Cc]ờ thi đua|[Cc]hiến sĩ thi đua cấp)(?!\w)")
_HONOURS_WHY = "Bằng khen, Cờ thi đua do cấp tỉnh trở lên tặng; cấp của đơn vị tặng Giấy khen"
#: The Party's departments as a group, before the committee that they serve.
_DEPARTMENTS_OF = lazily(r"(?<!\w)(?P<first>[Cc])ác ban (?:xây dựng )?[Đđ]ảng(?: của| thuộc)?\s+$")


def budget_of_many(page: Page, start: int, end: int) -> bool:
    """Whether the words name the source's budget beside that of a level below."""
    if "gân sách" not in page.text[max(0, start - 20) : start] or not _BUDGET.search(page.left(start)):
        return False
    begin, stop = spans.period(page.text, start, end)
    return any(_OTHER_BUDGET.search(page.text, *span) for span in ((begin, start), (end, stop)))


def told_apart(page: Page, start: int, end: int) -> bool:
    """Whether the sentence speaks of the target's level too, apart from the source's."""
    if f"cấp {page.target.level_word}" not in page.text:
        return False
    begin, stop = spans.period(page.text, start, end)
    own = re.compile(rf"(?<!\w)cấp\s+{page.target.level_word}(?!\w)")
    return any(own.search(page.text, *span) for span in ((begin, start), (end, stop)))


#: The whole ladder down from the source: `từ tỉnh đến cơ sở`, `từ cấp tỉnh đến cấp xã`.
_LADDER = lazily(
    r"(?i:(?<!\w)từ)\s+(?P<cấp>cấp\s+)?(?P<word>tỉnh|thành phố)\s+(?:đến|tới|xuống)\s+(?:tận\s+)?(?:(?:cấp\s+|các\s+)?(?:cơ sở|xã(?:, phường)?(?:, (?:thị trấn|đặc khu))?)|thôn(?:, bản)?)(?!\w)"
)


#: What one takes part in is held by those who hold it: `tham gia hội thi cấp tỉnh`.
_TAKES_PART = lazily(
    r"(?i:(?<!\w)(?:tham gia|tham dự|dự)\s+(?:các\s+)?(?:hội thi|cuộc thi|ngày hội|hội chợ|hội diễn|giải|liên hoan|hội trại)(?!\w)[^.;,]{0,30}\s$)"
)


def ladder(page: Page) -> Iterator[Mention]:
    """`từ tỉnh đến cơ sở`: the ladder begins at the target and ends at what lies below it."""
    if page.source.level is not Level.PROVINCE or page.target.level is Level.PROVINCE:
        return
    for found in _LADDER.finditer(page.text):
        end = "cơ sở" if page.target.level is Level.DISTRICT else page.target.hamlets
        new = f"{page.text[found.start() : found.start() + 2]} {page.target.word} đến {end}"
        yield Mention(found.start(), found.end(), Kind.LEVEL, new, "level.word")


def party(page: Page) -> Iterator[Mention]:
    """Party committees, and the Youth Union that bears their word."""
    for found in page.lexicon.party.finditer(page.text):
        named = page.named(found[0])
        if _TERM.match(page.text, found.end()):
            yield Mention(found.start(), found.end(), Kind.PARTY, found[0], "level.party")
        elif found["member"]:
            new = page.target.party(False).removesuffix(f" {page.target.word}")
            yield Mention(found.start(), found.end(), Kind.PARTY, f"{new} viên", "level.party")
        elif found["youth"]:
            yield Mention(found.start(), found.end(), Kind.PARTY, page.target.youth(named), "level.party")
        elif found["base"]:
            yield Mention(
                found.start(),
                found.end(),
                Kind.PARTY,
                f"{found['head']}{found['base']} {page.target.unit(named)}",
                "level.party",
            )
        elif group := _DEPARTMENTS_OF.search(page.left(found.start())):
            new = f"{group['first']}ác cơ quan tham mưu, giúp việc {page.target.party(named)}"
            yield Mention(found.start() - len(group[0]), found.end(), Kind.PARTY, new, "level.party")
        else:
            yield Mention(
                found.start(), found.end(), Kind.PARTY, f"{found['head']}{page.target.party(named)}", "level.party"
            )


def bodies(page: Page) -> Iterator[Mention]:
    """Committees, councils, the Front and mass organisations of the source's unit."""
    for found in page.lexicon.bodies.finditer(page.text):
        lead = page.text[found.start() : found.start("unit")]
        if _TERM.match(page.text, found.end()):
            yield Mention(found.start(), found.end(), Kind.BODY, found[0], "level.body")
            continue
        if page.source.level is Level.PROVINCE and _bestows(page, *found.span()):
            yield Mention(found.start(), found.end(), Kind.BODY, None, "level.body", _HONOURS_WHY)
            continue
        level = re.search(r"(?<!\w)cấp\s+$", lead)
        unit = page.target.level_word if level else page.target.unit(page.named(found["unit"]))
        yield Mention(found.start(), _with_own(page, found), Kind.BODY, lead + unit, "level.body")


def _with_own(page: Page, found: re.Match[str]) -> int:
    """Where a body ends, with its like of the target's level after it: `Ban Chỉ huy … tỉnh, Ban Chỉ huy … cấp xã`."""
    body = found["body"]
    if page.text.find(body, found.end(), found.end() + len(body) + 8) < 0:
        return found.end()
    like = re.compile(
        rf"(?:\s*,\s*(?:và\s+)?|\s+và\s+){re.escape(found['body'])}\s+(?:cấp\s+)?{page.target.level_word}(?!\w)(?!\s+[{CAP}])"
    )
    own = like.match(page.text, found.end())
    return own.end() if own and page.free(found.end(), own.end()) else found.end()


def _bestows(page: Page, start: int, end: int) -> bool:
    """Whether a committee or its chairman stands in a sentence about honours of the province."""
    if "khen" not in page.text and "thi đua" not in page.text:
        return False
    body = page.text[start:end]
    committee = "UBND" in body or "ủy ban nhân dân" in body.lower()
    return committee and bool(_HONOURS.search(page.text, *spans.sentence(page.text, start, end)))


def levels(page: Page) -> Iterator[Mention]:
    """`cấp tỉnh`, `cấp huyện, cấp xã`."""
    own, ours = page.source.level_word, page.target.level_word
    for found in page.lexicon.levels.finditer(page.text):
        named = re.findall(r"tỉnh|huyện|xã", found[0])
        alone = len(named) == 1
        mention = _level(page, found, named[0], own, ours) if alone else _level_list(page, found, named)
        if mention is None and not alone and own in named and ours in named:
            mention = _budgets(page, *found.span())
        # Levels that stay are taken as well, so that no later rule reads a part of them.
        yield mention or Mention(found.start(), found.end(), Kind.LEVEL, found[0], "level.word")


def _budgets(page: Page, start: int, end: int) -> Mention | None:
    """`ngân sách cấp tỉnh, cấp xã`: which of them pays is what the sentence says."""
    budget = _BUDGET.search(page.left(start))
    if budget is None:
        return None
    return Mention(start - len(budget[0]), end, Kind.LEVEL, None, "level.word", BUDGET_WHY)


def _level(page: Page, found: re.Match[str], word: str, own: str | None, ours: str) -> Mention | None:
    start, end = found.span()
    if word == own:
        if _PROVINCE_INDEX.search(page.left(start)) or _TAKES_PART.search(page.left(start)):
            return None
        index = INDEX.search(page.left(start))
        if index:
            return Mention(page.phrase(start, end, len(index[0])), end, Kind.LEVEL, None, "level.word", INDEX_WHY)
        if re.search(
            r"(?:di tích|di sản|giải|giải thưởng|nghệ nhân|đề tài|xếp hạng|OCOP|danh hiệu|bảo vật"
            r"|làng nghề)[^.;,]{0,40}\s$",
            page.left(start),
        ):
            return Mention(
                start,
                end,
                Kind.LEVEL,
                None,
                "level.word",
                "danh hiệu, xếp hạng do cấp trên công nhận; giữ nguyên hay đổi tùy nội dung",
            )
        if budget_of_many(page, start, end):
            return Mention(start - len("ngân sách "), end, Kind.LEVEL, None, "level.word", BUDGET_WHY)
        if told_apart(page, start, end) or _REACHING.search(page.left(start)):
            return Mention(start, end, Kind.LEVEL, None, "level.word", APART_WHY)
        return Mention(start, end, Kind.LEVEL, f"cấp {ours}", "level.word", context=words_before(page.text, start, 0))
    if word == ours or page.source.level is not Level.PROVINCE or word != "huyện":
        return None
    if not page.target.two_tier:
        return Mention(
            start,
            end,
            Kind.LEVEL,
            None,
            "level.word",
            "cấp huyện là cấp trên của đơn vị; giữ, bỏ hay đổi tùy nội dung",
        )
    return _without_district(page, start, end)


def _without_district(page: Page, start: int, end: int) -> Mention:
    """Two tiers: the element of the district falls away beside one of the commune, otherwise becomes the "
    "commune's."""
    next_one = re.match(r"(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)(?:[^\s,.;]+\s+){1,5}cấp xã(?!\w)", page.text[end : end + 120])
    left = re.search(
        r"(?:^|\s)(?:trên|của|tại|cho|với|ở|qua|trong|từ|đến|tới|và)\s+((?:[^\s,.;]+\s+){1,5})$", page.left(start)
    )
    if next_one and left:
        kept = re.sub(r"^(?:\s*,\s*|\s+và\s+|\s+hoặc\s+)", "", next_one[0])
        return Mention(start - len(left[1]), end + next_one.end(), Kind.LEVEL, kept, "level.gone")
    return Mention(start, end, Kind.LEVEL, "cấp xã", "level.gone", context=words_before(page.text, start, 2))


def _level_list(page: Page, found: re.Match[str], named: list[str]) -> Mention | None:
    """`cấp tỉnh, cấp huyện, cấp xã`: the whole system; only a level that is gone falls out."""
    if "huyện" not in named or not page.target.two_tier:
        return None
    full = found[0].count("cấp") == len(named)
    rest = [
        f"cấp {word}" if full or i == 0 else word for i, word in enumerate(word for word in named if word != "huyện")
    ]
    rest = list(dict.fromkeys(rest))
    joint = " và " if len(rest) == 2 and " và " in found[0] else ", "
    return Mention(found.start(), found.end(), Kind.LEVEL, joint.join(rest), "level.gone")
