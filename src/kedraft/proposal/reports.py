"""Reports: to whom and by when the office reports, and its own bodies to it. No day is invented."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kedraft.agencies import AGENCIES, SPLIT, Field, counterpart, heir
from kedraft.clauses import words_of
from kedraft.grammar.address import Role
from kedraft.grammar.due import deadlines
from kedraft.grammar.duties import Duty
from kedraft.grammar.names import first_of
from kedraft.inheritance.casing import body_name
from kedraft.model.locality import Locality
from kedraft.model.plan import Level, Plan
from kedraft.proposal.report_days import BLANK, for_results, with_periods
from kedraft.proposal.sections import Kind, sections_of
from kedraft.proposal.wording import capital
from kedraft.vietnamese.deadlines import Pace, moved_words
from kedraft.vietnamese.text import squeeze

_COMMITTEES = re.compile(r"(?:Thường trực |Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)")
_PERIOD = re.compile(r"(?:hằng|hàng|mỗi) (?:tháng|quý|năm|tuần)|quý|0?6 tháng|sáu tháng", re.IGNORECASE)


class Reporting(NamedTuple):
    """How the office reports: to whom, with the days; the days of its own bodies; None where the parent names no day."""

    to: str
    upward: str | None
    inward: str | None


def reporting(parent: Plan, duties: Sequence[Duty], locality: Locality, step: Pace) -> Reporting:
    """What the parent asks of this level, or, where it asks nothing of it by name, a step before what its own departments owe."""
    above = None if _asks_us(duties, parent, locality) else _gathered_above(parent, locality)
    asking = [one for one in duties if _of_us(one, locality)] if _asks_us(duties, parent, locality) else duties
    asked = [(_sent_to(one), day) for one in asking if one.to and _is_report(one) for day in _days(one, parent)]
    asked += _of_section(asked[0][0], parent) if asked else []
    if not asked:
        theirs = [
            (squeeze(one.to), with_periods(one.text, one.deadline))
            for one in parent.reporting
            if one.to and one.deadline and for_results(one.text, one.deadline)
        ]
        asked = [(to, earlier) for to, day in theirs if (earlier := moved_words(day, step))]
        if above and _skips_two(parent, locality):
            asked = [(to, moved_words(day, step) or day) for to, day in asked]
    elif above:
        more = step.times(2 if _skips_two(parent, locality) else 1)
        asked = [(to, moved_words(day, more) or day) for to, day in asked]
    asked = [(to, re.sub(r"\A(?:vào )?(?=ngày \d+ (?:hằng|hàng) )", "trước ", day)) for to, day in asked]
    dated = [(to, day) for to, day in asked if day == BLANK or moved_words(day, step) or _PERIOD.search(day)]
    if not dated:
        named = next((squeeze(one.to) for one in duties if one.to), None)
        return Reporting(above or _alive(named, parent, locality), None, None)
    to = Counter(to for to, _ in dated).most_common(1)[0][0]
    days = _once([day for one, day in dated if one == to])
    inward = [_inside(day, step) for day in days]
    return Reporting(above or _alive(to, parent, locality), _joined(days), _joined(inward))


def _once(days: Sequence[str]) -> list[str]:
    """Each day once: one that says its year, or what it is for, stands for the same day said shorter."""
    out: dict[str, str] = {}
    for day in dict.fromkeys(days):
        date = re.search(r"(?:0?\d|[12]\d|3[01])/(?:0?\d|1[0-2])(?!\d)", day)
        key = date[0] if date else day
        out[key] = max(out.get(key, ""), day, key=lambda one: ("đối với" in one, len(one)))
    return list(out.values())


def _asks_us(duties: Sequence[Duty], parent: Plan, locality: Locality) -> bool:
    """Whether a central body's plan itself tells our level, by name, to whom and when it reports."""
    return parent.issuing_body.level is Level.CENTRAL and any(_of_us(one, locality) for one in duties)


def _of_us(duty: Duty, locality: Locality) -> bool:
    kinds = {Level.COMMUNE: r"cấp xã|các xã|phường", Level.DISTRICT: r"cấp huyện|các huyện"}.get(
        locality.level, r"\Z\A."
    )
    named = bool(re.search(kinds, duty.addressed))
    return named and bool(duty.to and duty.deadline) and _is_report(duty)


def _of_section(to: str, parent: Plan) -> list[tuple[str, str]]:
    """The days that a section on reports gives to all, whoever they are."""
    sections = {section.id for section, kind in sections_of(parent) if kind is Kind.REPORTS}
    return [
        (to, with_periods(one.text, one.deadline))
        for one in parent.reporting
        if one.to is None
        and one.deadline
        and one.node.split(".")[0] in sections
        and for_results(one.text, one.deadline)
    ]


def _days(duty: Duty, parent: Plan) -> list[str]:
    """The days of a report: each by itself where the parent's reports tell them so; none of those for sending the plan."""
    told = [(one.text, one.deadline) for one in parent.reporting if squeeze(one.text) == squeeze(duty.text)]
    if not any(day for _, day in told):
        told = [(duty.text, duty.deadline)]
    each = [(text, one) for text, day in told if day for one in (_each_day(text) if ";" in day else [day])]
    days = [(text, day) for text, day in each if for_results(text, day)]
    return [_worded(with_periods(text, day)) for text, day in days]


def _each_day(text: str) -> list[str]:
    """The days of several reports in one sentence; those of every few days are work of their own."""
    return [day for day in deadlines(text) if not re.search(r"(?:hằng|hàng) (?:ngày|tuần)", day)]


def _is_report(duty: Duty) -> bool:
    """Whether a duty is to report on the whole: taking part in somebody else's work is not."""
    return duty.role is not Role.PARTNER and bool(_REPORT.search(duty.text))


def _sent_to(duty: Duty) -> str:
    """The receiver, with the department through which it wants the report."""
    to = squeeze(duty.to or "")
    through = re.search(
        rf"{re.escape(to)},?\s*\(?qua (?P<office>(?:Sở|Phòng) [^;.()]{{3,60}}?)(?=[);.]|,|\s+(?:để|trước|tổng hợp)|\Z)",
        squeeze(duty.text),
    )
    if through and "(" not in to:
        return f"{to} (qua {through['office']})"
    both = re.search(rf"{re.escape(to)}(?P<more>(?: \(đối với [^()]+\))? và (?:Sở|Phòng) [^:;.]+)", squeeze(duty.text))
    ends = re.search(r"\)(?=[:;.,]|\Z|\s+(?:để|trước))", both["more"]) if both else None
    return to + both["more"][: ends.end()] if both and ends else to


_REPORT = re.compile(r"báo cáo(?! viên)|gửi kết quả|tổng hợp", re.IGNORECASE)
_TWICE = re.compile(r"(?P<half>(?:trước|chậm nhất) ngày [\d/]+), năm (?P<year>(?:trước|chậm nhất) ngày [\d/]+)")


def _worded(deadline: str | None) -> str:
    """`trước ngày 15/6, năm trước ngày 15/12`, `Hàng năm` said so that they can end a sentence."""
    words = deadline or ""
    if words and words != BLANK and not re.search(r"\d", words):
        said = re.sub(r"\A(?:định kỳ,?\s*)?", "", words.strip(), flags=re.IGNORECASE).lower()
        return "định kỳ " + _WEEKDAY.sub(lambda day: f"thứ {capital(day['day'])}", said)
    return _TWICE.sub(r"\g<half> đối với báo cáo 6 tháng, \g<year> đối với báo cáo năm", words)


_WEEKDAY = re.compile(r"(?<!\w)thứ (?P<day>hai|ba|tư|năm|sáu|bảy)(?= (?:hằng|hàng|mỗi) tuần)")


def _inside(day: str, step: Pace) -> str:
    """The day by which the office's own bodies report; a blank with a name where the words have no earlier one."""
    if moves := moved_words(day, step):
        return moves
    return "[điền thời hạn]" if re.search(r"\d", _PERIOD.sub("", day)) else day


def _joined(days: Sequence[str]) -> str:
    shown = [day.replace("hàng ", "hằng ") for day in dict.fromkeys(days)]
    return " và ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _gathered_above(parent: Plan, locality: Locality) -> str | None:
    """The committee right above, where it gathers before the office whose plan this is does."""
    issuer = parent.issuing_body.level
    three = locality.level is Level.COMMUNE and locality.district is not None
    between = (issuer is Level.PROVINCE and three) or (issuer is Level.CENTRAL and locality.level is not Level.PROVINCE)
    return words_of(locality)["cấp trên"] if between else None


def _skips_two(parent: Plan, locality: Locality) -> bool:
    """Whether two offices gather between this one and the parent's: the district's and the province's."""
    return (
        parent.issuing_body.level is Level.CENTRAL and locality.level is Level.COMMUNE and locality.district is not None
    )


def _alive(to: str | None, parent: Plan, locality: Locality) -> str:
    """The receiver as it is called on the day of issue; the committee above where none is named or it is gone."""
    if to and (both := re.split(r"(?<=\)) và (?=Sở|Phòng)", to)) and len(both) > 1:
        return " và ".join(_alive(one, parent, locality) + _what_for(one) for one in both)
    central = parent.issuing_body.level is Level.CENTRAL and locality.level is Level.PROVINCE
    above = body_name(parent.issuing_body.name) if central else words_of(locality)["cấp trên"]
    if to is None or _COMMITTEES.match(to):
        through = re.search(r"\(qua [^()]+\)\Z", to or "")
        return f"{above} {through[0]}" if through and not _renamed(through[0], locality) else above
    known = [
        (n, row)
        for row in AGENCIES
        if row.level is not locality.level
        for n in row.names
        if "{" not in n and to.casefold().startswith(n.casefold())
    ]
    said, row = max(known, key=lambda one: len(one[0]), default=("", None))
    name = said or first_of(to).split(" (")[0].strip()
    if row is None:
        return (
            name
            if re.match(r"(?:Sở|Bộ|Phòng|Công an|Ban|Văn phòng|Thanh tra|Hội|Liên đoàn|Bảo hiểm)\s|Tỉnh [đĐ]oàn", name)
            else above
        )
    if row.exists(locality.on):
        return name
    # A department whose work went to several, none of them certain: the committee knows whom it has told off for it.
    alike = None if len(SPLIT.get(row.id, ())) > 1 else _by_field(row.fields, row.level, locality)
    return heir(row, parent.subject) or alike or above


def _what_for(receiver: str) -> str:
    """What a receiver wants to hear of, in the brackets after its name: `Sở A (đối với …)`."""
    found = re.search(r" \([^()]+\)\Z", receiver)
    return found[0] if found else ""


def _renamed(through: str, locality: Locality) -> bool:
    """Whether the department that passes a report on is not there any more."""
    name = through.removeprefix("(qua ").rstrip(")")
    rows = [row for row in AGENCIES if any(name.casefold() == one.casefold() for one in row.names)]
    return bool(rows) and not any(row.exists(locality.on) for row in rows)


def _by_field(fields: tuple[Field, ...], level: Level, locality: Locality) -> str | None:
    other = counterpart(AGENCIES, fields, level, locality.on)
    return other.name if other and "{" not in other.name else None
