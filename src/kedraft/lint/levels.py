"""Words of the level above that a plan may have kept: its area, its bodies as a group, its own communes and wards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kedraft.agencies import reports_figure
from kedraft.lint.content import Content, Part, Spot
from kedraft.lint.prose import says_any
from kedraft.model.origin import Inherited
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.remembering import remembered

_AREA = {Level.COMMUNE: r"(?:tỉnh|huyện|thành phố|thị xã|quận)", Level.DISTRICT: r"(?:tỉnh)"}
_AREAS = (
    r"\b(?:trên )?địa bàn (?:toàn )?{0}\b|\btoàn {0}\b"
    r"|\b(?:người dân|cán bộ|học sinh|doanh nghiệp|Nhân dân) (?:ở |trong |của )?(?:toàn )?{0}\b"
    r"|\b(?:trẻ em|hộ dân|hộ gia đình|đoàn viên|hội viên|sinh viên|thanh niên|thiếu nhi|phụ nữ|nông dân|người lao động|các tầng lớp Nhân dân)"
    r" (?:ở |trong )(?:toàn )?{0}\b"
)
_NOT_BUDGET = (
    r"(?<![nN]gân sách )(?<![hH]ội thi )(?<![dD]anh hiệu )(?<![gG]iải )(?<![dD]i tích )(?<![đĐ]ề tài )\bcấp {0}\b"
)
_DEPARTMENTS = r"\b[Cc]ác sở\b(?:, (?:ban, )?(?:ban )?ngành)?|\bsở, (?:ban, )?ngành\b"
_BODIES = {
    Level.COMMUNE: rf"{_DEPARTMENTS}|\b(?:UBND|[ỦU]y ban nhân dân) các"
    r" (?:huyện|xã|phường|thành phố|quận|thị xã)\b(?:(?:, | và |/)(?:huyện|xã|phường|thành phố|quận|thị xã|thị trấn)\b)*"
    r"|\bcác huyện, (?:thị xã, )?thành phố\b|" + _NOT_BUDGET.format("(?:tỉnh|huyện)"),
    Level.DISTRICT: rf"{_DEPARTMENTS}|\b(?:UBND|[ỦU]y ban nhân dân) các (?:huyện|thành phố)\b|"
    + _NOT_BUDGET.format("tỉnh"),
    Level.PROVINCE: r"\b(?:UBND|[ỦU]y ban nhân dân) các tỉnh\b|\b[Cc]ác [Bb]ộ, (?:cơ quan ngang [Bb]ộ|ban, ngành|ngành)\b",
}
_KIND = {
    Level.COMMUNE: r"(?:huyện|thị xã|thành phố|quận|xã(?! hội)|phường|thị trấn)",
    Level.DISTRICT: r"(?:huyện|thị xã|thành phố|quận)",
}
# `từng xã, phường`, `65 xã, phường của tỉnh`, `toàn tỉnh có 65 xã`
_LISTS = (
    r"(?:\btoàn {1} (?:hiện )?(?:có|còn) (?:\w+ )?\d[\d.]* (?:xã(?! hội)|phường|thị trấn|huyện|{0})\b(?:, (?:xã|phường|thị trấn)\b)*|(?<![\d/.,])\b(?:[Tt]ừng|[Mm]ỗi|\d[\d.]*(?:/\d[\d.]*)?%?|[Cc]ác)"
    r" {0}(?:(?:, | và |/){0})+\b|\b[Tt]ừng {0}\b(?! [A-ZĐ]))(?: (?:của|thuộc) (?:toàn )?{1}\b)?"
)
# Only where the words are known to be the parent's: an own sentence may well speak of what the province has.
_KEPT = (
    r"\b(?:(?:[Cc]ổng|[Tt]rang) [Tt]hông tin điện tử|báo và phát thanh, truyền hình) {0}\b"
    r"|\bcủa (?:toàn )?{0}\b|\b(?:UBND|[ỦU]y ban nhân dân) {0}(?= (?:yêu cầu|ban hành)\b)"
)
_ABOVE = lazily(
    r"(?:\btheo\b|(?<!chương )(?<!quá )\btrình\b|\bgửi\b|báo cáo|[Đđ]ề nghị|kiến nghị|phối hợp|tham mưu|tham gia|tham dự|liên thông|kết nối|được|\bdo\b|giữa|"
    r"(?:hướng dẫn|chỉ đạo|yêu cầu|quy định|hỗ trợ|ý kiến|phân công|thẩm quyền|giám sát|kiểm tra) của)[^.;:]{0,80}\Z",
    re.IGNORECASE,
)
_OF_ABOVE = lazily(
    r"(?:của|do) (?:UBND|[ỦU]y ban nhân dân|HĐND|Hội đồng nhân dân|Ban Chỉ đạo|Tỉnh ủy|Chủ tịch)[^.;]*\Z|(?:Đề án|Chương trình|Kế hoạch|Phong trào|phong trào|Cuộc vận động)\s+¤+\s*\Z",
    re.IGNORECASE,
)
_ISSUED_ABOVE = lazily(r"(?:của|do) (?:UBND|[ỦU]y ban nhân dân|HĐND|Hội đồng nhân dân|Ban Chỉ đạo)\s*\Z", re.IGNORECASE)
_NEIGHBOURS = lazily(r"(?:học tập|kinh nghiệm|giáp ranh|lân cận|liên kết)[^.;:]{0,60}\Z", re.IGNORECASE)
_OTHERS = lazily(r"\s+(?:lân cận|giáp ranh|bạn|khác|liền kề|trong tỉnh|trong cả nước)\b")
_SAID_BY_ABOVE = lazily(
    r"\b(?:chỉ đạo|hướng dẫn|quy định|yêu cầu|chủ trương|nghị quyết|kế hoạch|chương trình|đề án|văn bản|chính sách|chỉ tiêu"
    r"|ngân sách|phân cấp|hỗ trợ|phong trào|trung ương|quy hoạch|quyết định|kết luận)(?: [^\s.,;:()]+){0,2}(?: và)? \Z",
    re.IGNORECASE,
)
#: A paragraph that does nothing but cite: what follows the office is the title of the document above.
_HEADS = (Part.BASIS, Part.OPENING)
_BARE_BASIS = lazily(
    r"\s*(?:Thực hiện|Căn cứ|Triển khai|Theo) (?:Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Chương trình|Công văn|Văn bản) (?:số )?\d"
    r"(?:(?!\b(?:ban hành|xây dựng|lập) (?:Kế|kế) hoạch\b)[^;\n])*\Z"
)
#: A level that is gone has a rule of its own.
_GONE = lazily("huyện|thị xã|thị trấn|quận")


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of another level at a place; `figure`: they stand in a sentence that tells what was measured there."""

    spot: Spot
    start: int
    end: int
    figure: bool

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.spot.text[self.start : self.end]


def leftovers(content: Content) -> Iterator[Leftover]:
    """Every stretch of the prose that names the level above as if it were our own, in reading order."""
    kept = content.draft.spec.adapt.keep if content.draft else ()
    on = content.earliest or content.today
    for spot in content.prose:
        if spot.part in _HEADS and _BARE_BASIS.match(spot.unquoted):
            continue
        for start, end in _spans(spot.own, content.level, isinstance(spot.origin, Inherited)):
            if content.two_tier and _GONE.search(spot.own[start:end]):
                continue
            if not any(phrase in spot.text and _inside(spot.text, phrase, start, end) for phrase in kept):
                figure = reports_figure(spot.own, start, end, on.year if on else 0)
                yield Leftover(spot, start, end, figure and not _lists(content.level, spot.own[start:end]))


def in_subject(content: Content) -> Iterator[tuple[str, bool]]:
    """Words of the level above in the plan's own title, and whether the title names our own unit as well."""
    area = _AREA.get(content.level)
    spot = content.spots[0]
    if not area or spot.part is not Part.SUBJECT:
        return
    own = _OWN_WORD[content.level].search(spot.own)
    named = rf"(?<!\w)(?:của )?{area} (?=[A-ZĐÀ-Ỹ])[^,;.(]+?(?= năm| giai đoạn|,|\Z)"
    here = rf"\b(?:trên )?địa bàn (?:toàn )?{area}\b|\btoàn {area}\b"
    pattern = _compiled(here + ("" if own else f"|{named}"), True)
    for found in pattern.finditer(spot.own):
        if not _ISSUED_ABOVE.search(spot.own[: found.start()]):
            yield found.group(), bool(own)


_OWN_WORD = {
    Level.COMMUNE: lazily(r"\b(?:xã(?! hội)|phường|đặc khu|thị trấn)\b", re.IGNORECASE),
    Level.DISTRICT: lazily(r"\b(?:huyện|quận|thị xã|thành phố)\b", re.IGNORECASE),
}


def _inside(text: str, phrase: str, start: int, end: int) -> bool:
    return any(one.start() < end and one.end() > start for one in re.finditer(re.escape(phrase), text))


def _lists(level: Level, words: str) -> bool:
    kind, area = _KIND.get(level), _AREA.get(level)
    return bool(kind and area and _compiled(_LISTS.format(kind, area)).match(words))


@remembered(maxsize=4096)
def _spans(text: str, level: Level, inherited: bool) -> tuple[tuple[int, int], ...]:
    """Spans that do not overlap, longer patterns first. Cached: two rules ask, and drafts of one parent share most texts."""
    taken: list[tuple[int, int]] = []
    for pattern, exempt, cues in _patterns(level, inherited):
        for found in pattern.finditer(text) if says_any(text, cues) else ():
            free = all(found.end() <= start or found.start() >= end for start, end in taken)
            if free and not exempt(text, found):
                taken.append(found.span())
    return tuple(sorted(taken))


def _patterns(level: Level, inherited: bool) -> Iterator[tuple["re.Pattern[str]", "_Exempt", tuple[str, ...]]]:
    """Each pattern with its exemptions and words (in small letters) without one of which it finds nothing."""
    area, kind, bodies = _AREA.get(level), _KIND.get(level), _BODIES.get(level)
    if bodies:
        yield _compiled(bodies), _of_superior, _BODY_CUES
    if area and kind:
        yield _compiled(_LISTS.format(kind, area)), _of_others, _LIST_CUES
        yield _compiled(_AREAS.format(area)), _of_document, _AREA_CUES
        if inherited:
            yield _compiled(_KEPT.format(area)), _said_by_above, _AREA_CUES


_BODY_CUES = ("các", "sở", "cấp")
_LIST_CUES = ("toàn", "từng", "mỗi", "các", *"0123456789")
_AREA_CUES = ("tỉnh", "huyện", "thành phố", "thị xã", "quận")


@lru_cache(maxsize=64)
def _compiled(pattern: str, any_case: bool = False) -> re.Pattern[str]:
    return lazily(pattern, re.IGNORECASE if any_case else 0)


@dataclass(frozen=True, slots=True)
class _Exempt:
    """What lets a match pass: the office above in its own role, other people's units."""

    before: tuple[re.Pattern[str], ...]
    after: re.Pattern[str] | None = None

    def __call__(self, text: str, found: re.Match[str]) -> bool:
        before = any(one.search(text[: found.start()]) for one in self.before)
        return before or bool(self.after and self.after.match(text, found.end()))


_of_superior = _Exempt((_ABOVE,))
_of_document = _Exempt((_OF_ABOVE,))
_of_others = _Exempt((_ABOVE, _OF_ABOVE, _NEIGHBOURS), after=_OTHERS)
_said_by_above = _Exempt((_ABOVE, _OF_ABOVE, _SAID_BY_ABOVE))
