"""Offices in a text: departments, commands, Party bodies, and groups of them, with what each is called at the target's level."""

import re
from collections.abc import Iterator

from kedraft.adaptation.divisions import WHY as DIVISION
from kedraft.adaptation.divisions import division_of
from kedraft.adaptation.heads import TITLE, headed
from kedraft.adaptation.page import LIST, MASK, Kind, Mention, Page
from kedraft.adaptation.spans import sentence
from kedraft.agencies import AGENCIES, MERGER, SPLIT, TWO_TIER, Agency, counterpart, heir, lives_on
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

#: What was done before the merger was done by the body of that time.
_PAST = lazily(
    r"(?i:(?<!\w)(?:đã|trước đây|vừa qua|thời gian qua|nguyên|cũ|giai đoạn trước)(?!\w)|(?<!\d)20(?:0\d|1\d|2[0-4])(?!\d)"
    r"|(?<!\w)(?:do|được|của)\s+¤\s+(?:ban hành|công bố|phê duyệt|cấp|phát động)|¤\s+ban hành"
    r"|(?:quyết định|thông tư|công văn|văn bản|kế hoạch|chương trình|chỉ thị|đề án|quy chế)(?!\w)[^.;]{0,60}\s(?:của|do)\s+(?:[^.;,]{1,40}(?:,|\s+và)\s+)?¤)"
)
#: `Đảng ủy Công an tỉnh`: the Party's own organisation inside a body.
_PARTY_CELL = lazily(r"(?<!\w)(?:Đảng ủy|Đảng uỷ|Đảng bộ|Chi bộ)\s+$")
_PARTY_ENDS = ("ủy ", "uỷ ", "bộ ")
_PARTY_CELL_WHY = "tổ chức đảng trong cơ quan của cấp trên; ghi tổ chức đảng tương ứng của đơn vị, hoặc bỏ"
_ONLY_PROVINCE = "chỉ cấp tỉnh có; giữ nguyên nếu vẫn là của tỉnh, hoặc bỏ"
#: What may part a body from the list of departments after it.
_NEXT_ITEM = lazily(r"\s*[;,]\s*(?:và\s+)?(?:(?:Giám đốc|Thủ trưởng|[Ll]ãnh đạo)\s+)?")
_BACK = 120
#: The rule of what its unit has built or keeps: a portal, a store of data, the press.
WORK = "place.work"
WORK_WHY = "cơ quan, công trình của cấp trên; đơn vị dùng chung thì giữ, có của mình thì thay"


def agencies(page: Page) -> Iterator[Mention]:
    """Bodies that a row names, of the source's level and of those above."""
    for start, end, named in page.lexicon.agencies.find(page.text):
        if named.own:
            mention = _agency(page, start, end, named.row)
            heir = _heir(page, start, end, named.row)
            yield mention._replace(above_new=page.text[mention.start : start] + heir if heir else None)
        elif own := _of_each(page, start, end, named.row):
            yield own
        else:
            mention = Mention(start, end, Kind.ABOVE, above_why=_gone(page, named.row))
            yield mention._replace(above_rule=_gone_rule(page, named.row), above_new=_heir(page, start, end, named.row))


_KINDS_TOO = lazily(r"(?:(?:\s*,\s*|\s+và\s+|/)(?:xã|phường|thị trấn|đặc khu))+(?!\w)(?!\s+[A-ZĐ])")


def _of_each(page: Page, start: int, end: int, row: Agency) -> Mention | None:
    """`Trạm Y tế xã, phường, thị trấn`: a body that each commune has is the target's own."""
    too = _KINDS_TOO.match(page.text, end) if page.target.level is row.level is Level.COMMUNE else None
    body, _, kind = page.text[start:end].rpartition(" ")
    if too is None or kind not in ("xã", "phường"):
        return None
    return Mention(start, too.end(), Kind.BODY, f"{body} {page.target.word}", "level.body")


def _agency(page: Page, start: int, end: int, row: Agency) -> Mention:
    before = page.text[start:end]
    other = _counterpart(page, row)
    gone = _gone(page, row)
    if row.work:
        why = WORK_WHY + (f"; ở đơn vị có thể là {other.name.replace('{đv}', page.target.word)}" if other else "")
        return Mention(start, end, Kind.AGENCY, None, WORK, why, above_why=gone)
    if other is None:
        why = gone or f"chưa có cơ quan tương ứng với “{before}” ở cấp {page.target.level_word}"
        return Mention(start, end, Kind.AGENCY, None, f"agency.{row.id}", why, "KH-CH-01", above_why=gone)
    new = _abbreviated(other.name.replace("{đv}", page.target.unit(page.named(before))), before)
    new = _cased(new.replace("{cấp ủy}", page.target.party(page.named(before))), before)
    left = page.left(start)
    if left.endswith(_PARTY_ENDS) and (cell := _PARTY_CELL.search(left)):
        return Mention(start - len(cell[0]), end, Kind.AGENCY, None, f"agency.{row.id}", _PARTY_CELL_WHY, "KH-CH-01")
    if page.source.level is Level.PROVINCE and (begin := division_of(page, start, row)) is not None:
        return Mention(begin, end, Kind.AGENCY, None, f"agency.{row.id}", DIVISION, "KH-CH-01", above_why=gone)
    title = TITLE.search(left)
    head = headed(title[0], new) if title else None
    if title and head:
        start, new = start - len(title[0]), head
    return Mention(start, end, Kind.AGENCY, new, f"agency.{row.id}", above_why=gone)


def _counterpart(page: Page, row: Agency) -> Agency | None:
    """The target's body that does what `row` does."""
    return counterpart(AGENCIES, row.fields, page.target.level, page.target.on, page.target.place.kind)


def _gone(page: Page, row: Agency) -> str | None:
    """Why the row's body can no longer be named, on the target's day."""
    if row.until is None or row.until > page.target.on or lives_on(AGENCIES, row, page.target.on):
        return None
    names = SPLIT.get(row.id) or _successors(page, row)
    day = f"{row.until:%d}/{row.until.month}/{row.until.year}"
    more = f"; nhiệm vụ nay do {' hoặc '.join(names)} thực hiện" if names else ""
    return f"cơ quan này không còn từ ngày {day}{more}"


def _heir(page: Page, start: int, end: int, row: Agency) -> str | None:
    """The body of its level that does its work now, with the unit as written; None unless there is only one."""
    if _gone(page, row) is None or row.until != MERGER or row.level not in (Level.PROVINCE, Level.CENTRAL):
        return None
    begin, stop = sentence(page.text, start, end)
    around = page.text[begin:start] + MASK + page.text[end:stop]
    if _PAST.search(around):
        return None
    name = heir(row, around, page.subject)
    unit = re.search(r"\s+(?:tỉnh|thành phố|TP)(?!\w).*$", page.text[start:end], re.IGNORECASE | re.DOTALL)
    return name + (unit[0] if unit else "") if name and "{" not in name else None


def _gone_rule(page: Page, row: Agency) -> str:
    """The rule that says so of the row's level: districts, clerks of communes, merged departments."""
    if row.level is Level.COMMUNE:
        return "KH-CA-05"
    return "KH-2C-01" if row.level is Level.DISTRICT and page.target.on >= TWO_TIER else "KH-2C-02"


def _successors(page: Page, row: Agency) -> tuple[str, ...]:
    other = counterpart(AGENCIES, row.fields, row.level, page.target.on)
    own = {"{đv}": page.source.word or "", "{cấp ủy}": page.source.party or "Tỉnh ủy"}
    return (re.sub(r"\{.*?\}", lambda slot: own[slot[0]], other.name),) if other else ()


def sectors(page: Page) -> Iterator[Mention]:
    """`các Sở: Y tế, Tài chính` → the bodies by name."""
    for found in page.lexicon.sectors.finditer(page.text):
        prefix = {Level.PROVINCE: "Sở ", Level.DISTRICT: "Phòng "}[page.source.level]
        parts = re.split(r"\s*;\s*|\s*,\s*và\s+", found["list"])
        bodies = [name for part in parts for name in _sector_names(page, prefix, part)]
        names = list(dict.fromkeys(name for name in bodies if name))
        if None in bodies or not names:
            yield Mention(found.start(), found.end(), Kind.AGENCY, None, LIST,
                          f"chưa có cơ quan tương ứng với một số tên trong “{found[0]}”", "KH-CH-01")  # fmt: skip
            continue
        start = found.start()
        names = [name for name in names if name != _named_before(page, start)] or names
        title = TITLE.search(page.left(start))
        if title and all(headed(title[0], name) for name in names):
            start -= len(title[0])
            names = [headed(title[0], name) or name for name in names]
        last = ", " if re.match(r"\s*,?\s+và\s", page.text[found.end() : found.end() + 120]) else " và "
        joined = names[0] if len(names) == 1 else ", ".join(names[:-1]) + last + names[-1]
        yield Mention(start, found.end(), Kind.AGENCY, joined, LIST)


def _named_before(page: Page, at: int) -> str | None:
    """The counterpart of the body that stands before a list of departments, as the item of one list with them."""
    begin = max(0, at - _BACK)
    for start, end, named in reversed(page.lexicon.agencies.find(page.text[begin:at])):
        gap = page.text[begin + end : at]
        other = _counterpart(page, named.row) if named.own and _NEXT_ITEM.fullmatch(gap) else None
        return (
            other.name.replace("{đv}", page.target.unit(page.named(page.text[begin + start : begin + end])))
            if other
            else None
        )
    return None


def _sector_names(page: Page, prefix: str, part: str) -> list[str | None]:
    names: list[str | None] = []
    at = 0
    while at < len(part):
        hits = page.lexicon.agencies.find(prefix + part[at:])
        if not hits or hits[0][0] != 0:
            return [*names, None]
        other = _counterpart(page, hits[0][2].row)
        names.append(other.name.replace("{đv}", page.target.word) if other else None)
        at += hits[0][1] - len(prefix)
        gap = re.match(r"\s*,\s*|\s+và\s+", part[at:])
        if not gap:
            break
        at += gap.end()
    return names


def unknown(page: Page) -> Iterator[Mention]:
    """Departments that no row names, and departments as a group."""
    for found in page.lexicon.unknown.finditer(page.text):
        why = f"chưa có cơ quan tương ứng với “{found[0]}” trong bảng quy đổi"
        rule = "KH-CA-01" if found[0].lower().startswith("các ") else "KH-CH-01"
        # "tổ chuyên trách của sở": whose it is shows no role.
        kind = Kind.AGENCY if " " in found[0] else Kind.LOWER
        yield Mention(found.start(), page.free_to(*found.span()), kind, None, "agency.unknown", why, rule)


#: `Giám đốc, Thủ trưởng các sở, ban, ngành`: below a province no office in a group has a director.
_CHIEFS = lazily(r"(?<!\w)Giám đốc(?:(?:\s*,\s*|\s+và\s+)[Tt]hủ trưởng)?\s+$")


def collectives(page: Page) -> Iterator[Mention]:
    """`các sở, ban, ngành, đoàn thể`: bodies as a group."""
    for found in page.lexicon.collective.finditer(page.text):
        new = _collective(page, found)
        local = re.match(r"\s+địa phương(?!\w)", page.text[found.end() : found.end() + 120])
        if local and not found["places"]:
            new = "các ban, ngành" if found["many"] else "ban, ngành"
        chiefs = _CHIEFS.search(page.left(found.start())) if page.target.level is not Level.PROVINCE else None
        if chiefs:
            new = f"Thủ trưởng {new}"
        begin = found.start() - len(chiefs[0]) if chiefs else found.start()
        yield Mention(begin, found.end(), Kind.COLLECTIVE, new, "agency.collective")


#: The group says no more whose it is where the words after it do: `các ban, ngành … trên địa bàn xã`.
_IN_THE_AREA = lazily(
    r"\s+(?:(?:(?:đóng|hoạt động)\s+)?trên địa bàn|từ\s+(?:cấp\s+)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)\s+(?:đến|tới|xuống))(?!\w)"
)


def _collective(page: Page, found: re.Match[str]) -> str:
    named = page.named(found["own"] or "")
    proper = found["proper"] or "chuyên môn" in (found["core"] or "")
    new = ("các " if found["many"] else "") + _group(page, found.end(), named, bool(found["mass"]), bool(proper))
    if found["places"]:
        joint = re.match(r"\s*(?:,|và)\s+", found["places"])
        new += f"{joint[0] if joint else ', '}các {page.target.hamlets}"
    return new


def _group(page: Page, end: int, named: bool, mass: bool, proper: bool) -> str:
    """The target's bodies as a group that ends at `end`; `mass`: mass organisations too, `proper`: only its own offices."""
    unit = page.target.unit(named)
    if proper and page.target.level in (Level.COMMUNE, Level.DISTRICT):
        return f"{'phòng' if _has_offices(page) else 'công chức'} chuyên môn thuộc UBND {unit}"
    here = page.target.level is not Level.PROVINCE and _IN_THE_AREA.match(page.text, end) is not None
    of_unit = "" if here else f" {unit}"
    match page.target.level:
        case Level.COMMUNE if not page.target.two_tier:
            return f"ban, ngành, đoàn thể{of_unit}"
        case Level.COMMUNE if not mass:
            return "phòng, ban, đơn vị" if here else f"phòng, ban, đơn vị thuộc {unit}"
        case Level.COMMUNE | Level.DISTRICT:
            return f"phòng, ban, ngành{', đoàn thể' if mass else ''}{of_unit}"
        case _:
            return f"sở, ban, ngành{', đoàn thể' if mass else ''} {unit}"


def _has_offices(page: Page) -> bool:
    return page.target.level is not Level.COMMUNE or page.target.two_tier


#: `Giám đốc các Sở, Thủ trưởng các ban, ngành, đoàn thể`: the heads of a province's bodies, as one group.
_HEADS = lazily(
    r"(?<!\w)Giám đốc\s+(?:các\s+)?[Ss]ở(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)(?P<title>[Tt]hủ trưởng|[Tt]rưởng)\s+(?:các\s+)?"
    r"(?:cơ quan,\s*)?(?:[Bb]an,?\s*)?[Nn]gành(?P<mass>(?:,|\s+và)\s*(?:các\s+)?đoàn thể)?(?!\w)(?:\s+cấp tỉnh(?!\w))?"
)


def heads_of_all(page: Page) -> Iterator[Mention]:
    """The heads of a province's bodies as a group: below it none of them is a director."""
    if page.source.level is not Level.PROVINCE or page.target.level is Level.PROVINCE:
        return
    for found in _HEADS.finditer(page.text):
        gap = re.match(r"\s+", page.text[found.end() :])
        unit = page.lexicon.unit.match(page.text, found.end() + len(gap[0])) if gap else None
        end = unit.end() if unit else found.end()
        group = _group(page, end, page.named(unit[0] if unit else ""), bool(found["mass"]), proper=False)
        yield Mention(
            found.start(), end, Kind.COLLECTIVE, f"{found['title'].capitalize()} các {group}", "agency.collective"
        )


def provincial(page: Page) -> Iterator[Mention]:
    """Bodies that only a province has."""
    for found in page.lexicon.provincial.finditer(page.text):
        yield Mention(found.start(), found.end(), Kind.AGENCY, None, "agency.provincial", _ONLY_PROVINCE, "KH-CH-01")


def _abbreviated(new: str, before: str) -> str:
    if "UBND" in before or "HĐND" in before:
        return new.replace("Hội đồng nhân dân", "HĐND").replace("Ủy ban nhân dân", "UBND")
    return new


def _cased(new: str, before: str) -> str:
    """The office of the army with the capital that the source gives it: `Bộ Chỉ huy quân sự`, `Bộ Chỉ huy Quân sự`."""
    return new.replace("Quân sự", "quân sự") if "quân sự" in before else new
