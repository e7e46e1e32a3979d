"""Words of the source's level in a text: its Party committee, its committee and council, `cấp tỉnh`."""

import re
from collections.abc import Iterator

from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.phrases import words_before
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
        level = re.search(r"(?<!\w)cấp\s+$", lead)
        unit = page.target.level_word if level else page.target.unit(page.named(found["unit"]))
        yield Mention(found.start(), found.end(), Kind.BODY, lead + unit, "level.body")


def levels(page: Page) -> Iterator[Mention]:
    """`cấp tỉnh`, `cấp huyện, cấp xã`."""
    own, ours = page.source.level_word, page.target.level_word
    for found in page.lexicon.levels.finditer(page.text):
        named = re.findall(r"tỉnh|huyện|xã", found[0])
        alone = len(named) == 1
        mention = _level(page, found, named[0], own, ours) if alone else _level_list(page, found, named)
        # Levels that stay are taken as well, so that no later rule reads a part of them.
        yield mention or Mention(found.start(), found.end(), Kind.LEVEL, found[0], "level.word")


def _level(page: Page, found: re.Match[str], word: str, own: str | None, ours: str) -> Mention | None:
    start, end = found.span()
    if word == own:
        if _PROVINCE_INDEX.search(page.left(start)):
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
