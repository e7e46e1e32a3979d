"""Finds what a text says of units and bodies, and what each would be called at the target's level."""

from kedraft.adaptation import own_sums
from kedraft.adaptation.below import communes, counted, counted_levels, hamlets, lower, own_kind
from kedraft.adaptation.divisions import divisions
from kedraft.adaptation.headings import capitals, headed_bodies
from kedraft.adaptation.levels import bodies, ladder, levels, party
from kedraft.adaptation.local_groups import local_groups
from kedraft.adaptation.named_below import committees
from kedraft.adaptation.national import national
from kedraft.adaptation.offices import agencies, collectives, heads_of_all, provincial, sectors, unknown
from kedraft.adaptation.own_branch import own_branch
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.places import names, places
from kedraft.agencies import reports_figure
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

#: One of these begins each body that no row names.
_UNNAMED = ("Sở ", "Chi cục ", "Ban Quản lý", "Ban An toàn", "Trung tâm Kiểm soát", "Liên minh", "Quỹ ")
_DIGIT = lazily(r"\d")
_UNITS_BELOW = lazily(r"huyện|quận|phường|thị trấn|thị xã|(?<!\w)xã(?! hội)")
_SHORT_KINDS = ("ubnd p.", "ubnd x.", "ubnd tt.")
_PLACES = (Kind.PLACE, Kind.NAME, Kind.LEVEL)
_FIGURE = "số liệu, thực trạng của cấp trên, không phải của đơn vị; thay bằng số liệu của đơn vị, hoặc bỏ"


def read(page: Page) -> list[Mention]:
    """All mentions in reading order."""
    text, source = page.text, page.source
    low = text.lower()
    if text.isupper():
        page.take(headed_bodies(page))
    if source.level is Level.CENTRAL:
        page.take(national(page))
    if "từ " in low and ("từ tỉnh" in low or "từ thành phố" in low or "từ cấp " in low):
        page.take(ladder(page))
    if "Giám đốc" in text:
        page.take(heads_of_all(page))
    if "ác Sở" in text or "ác sở" in text or "ác Phòng" in text or "ác phòng" in text:
        page.take(sectors(page))
    if "(" in text and "Phòng " in text:
        page.take(divisions(page))
    if text.count("Công an") > 1:
        page.take(own_branch(page))
    page.take(agencies(page))
    if "đại biểu" in low or "đbqh" in low or "trường chính trị" in low:
        page.take(provincial(page))
    if "ngành" in low or "phòng" in low or "chuyên môn" in low or "sở, " in low:
        page.take(collectives(page))
    if "địa phương" in low:
        page.take(local_groups(page))
    if _UNITS_BELOW.search(low) or any(word in low for word in _SHORT_KINDS):
        if _DIGIT.search(text):
            page.take(counted(page))
            if "cấp xã" in low or "cấp huyện" in low:
                page.take(counted_levels(page))
        page.take(communes(page))
        page.take(lower(page))
        page.take(committees(page))
        page.take(own_kind(page))
    if "thôn" in low or "phố" in low or "ấp" in low or "bản" in low or "khóm" in low:
        page.take(hamlets(page))
    if "ủy" in low or "uỷ" in low or "đảng bộ" in low or "đoàn" in low:
        page.take(party(page))
    if source.word and (source.word in low or "tp" in low or "tx" in low):
        page.take(bodies(page))
    if any(word in text for word in _UNNAMED) or "các sở" in low or page.source.level is Level.DISTRICT:
        page.take(unknown(page))
    if "cấp " in low:
        page.take(levels(page))
    if source.word and (source.word in low or "tp" in low or "tx" in low):
        page.take(places(page))
    if source.name:
        page.take(names(page))
    if source.word and (source.word.upper() in text or "TP" in text):
        page.take(capitals(page))
    if "Bộ " in text or "Chính phủ" in text or "rung ương" in text or "Quốc hội" in text or "bộ, ngành" in text:
        page.take(Mention(found.start(), found.end(), Kind.ABOVE) for found in page.lexicon.central.finditer(text))
    return sorted(_measured(page, mention) for mention in page.found)


def _measured(page: Page, mention: Mention) -> Mention:
    """A place in a sentence that tells a figure of the source: the figure is not the target's, so it is asked."""
    words = page.text[mention.start : mention.end]
    if mention.new is None or mention.new == words:
        return mention
    why = _own_figure(page, mention)
    if why is None:
        return mention
    return mention._replace(start=page.phrase(mention.start, mention.end), new=None, why=why, ask_rule="KH-CT-06")


def _own_figure(page: Page, mention: Mention) -> str | None:
    """What to ask where the sentence tells what the source has, pays or has reached; None where it does not."""
    start, end = mention.start, mention.end
    if mention.kind is Kind.BODY:
        return own_sums.WHY if own_sums.are_paid(page.own_words, start, end) else None
    if mention.kind not in _PLACES:
        return None
    if reports_figure(page.own_words, start, end, page.target.on.year):
        return _FIGURE
    return own_sums.WHY if own_sums.are_told(page.own_words, start, end) else None
