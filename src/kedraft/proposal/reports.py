"""Reports: to whom and by when the office reports, and its own bodies to it. No day is invented."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kedraft.agencies import AGENCIES, Field, counterpart, heir
from kedraft.clauses import words_of
from kedraft.grammar.duties import Duty
from kedraft.model.locality import Locality
from kedraft.model.plan import Level, Plan
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
    asked = [(squeeze(one.to), _worded(one.deadline)) for one in duties if one.to and one.deadline]
    if not asked:
        theirs = [(squeeze(one.to), one.deadline) for one in parent.reporting if one.to and one.deadline]
        asked = [(to, earlier) for to, day in theirs if (earlier := moved_words(day, step))]
    dated = [(to, day) for to, day in asked if moved_words(day, step) or _PERIOD.search(day)]
    through = _through_district(parent, locality)
    if not dated:
        named = next((squeeze(one.to) for one in duties if one.to), None)
        return Reporting(through or _alive(named, parent, locality), None, None)
    to = Counter(to for to, _ in dated).most_common(1)[0][0]
    days = list(dict.fromkeys(day for one, day in dated if one == to))
    if through:
        days = [moved_words(day, step) or day for day in days]
    inward = [_inside(day, step) for day in days]
    return Reporting(through or _alive(to, parent, locality), _joined(days), _joined(inward))


_TWICE = re.compile(r"(?P<half>(?:trước|chậm nhất) ngày [\d/]+), năm (?P<year>(?:trước|chậm nhất) ngày [\d/]+)")


def _worded(deadline: str | None) -> str:
    """`trước ngày 15/6, năm trước ngày 15/12`, `Hàng năm` said so that they can end a sentence."""
    words = deadline or ""
    if words and not re.search(r"\d", words):
        return "định kỳ " + re.sub(r"\A(?:định kỳ,?\s*)?", "", words.strip(), flags=re.IGNORECASE).lower()
    return _TWICE.sub(r"\g<half> đối với báo cáo 6 tháng, \g<year> đối với báo cáo năm", words)


def _inside(day: str, step: Pace) -> str:
    """The day by which the office's own bodies report; a blank with a name where the words have no earlier one."""
    if moves := moved_words(day, step):
        return moves
    return "[điền thời hạn]" if re.search(r"\d", _PERIOD.sub("", day)) else day


def _joined(days: Sequence[str]) -> str:
    shown = [day.replace("hàng ", "hằng ") for day in dict.fromkeys(days)]
    return " và ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _through_district(parent: Plan, locality: Locality) -> str | None:
    """The district's committee, which gathers before the province does."""
    three = locality.level is Level.COMMUNE and locality.district is not None
    return words_of(locality)["cấp trên"] if three and parent.issuing_body.level is Level.PROVINCE else None


def _alive(to: str | None, parent: Plan, locality: Locality) -> str:
    """The receiver as it is called on the day of issue; the committee above where none is named or it is gone."""
    above = words_of(locality)["cấp trên"]
    if to is None or _COMMITTEES.match(to):
        return above
    name = to.split(",")[0].split(" (")[0].strip()
    row = next(
        (
            row
            for row in AGENCIES
            if row.level is not locality.level and any(name.startswith(n) for n in row.names if "{" not in n)
        ),
        None,
    )
    if row is None:
        return name if re.match(r"(?:Sở|Bộ|Phòng|Công an|Ban|Văn phòng)\s", name) else above
    if row.exists(locality.on):
        return name
    return heir(row, parent.subject) or _by_field(row.fields, row.level, locality) or above


def _by_field(fields: tuple[Field, ...], level: Level, locality: Locality) -> str | None:
    other = counterpart(AGENCIES, fields, level, locality.on)
    return other.name if other and "{" not in other.name else None
