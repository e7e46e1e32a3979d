"""Duties of this level as the office's own tasks: whose they are here, in the office's own words, by an earlier day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kedraft.adaptation import Adapter
from kedraft.agencies import AGENCIES, Asked, Field, counterpart
from kedraft.clauses import words_of
from kedraft.grammar.address import Role
from kedraft.grammar.duties import Duty
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.proposal.totals import with_blanks
from kedraft.proposal.wording import beyond, capital, lower, names_above
from kedraft.vietnamese.deadlines import Pace, moved
from kedraft.vietnamese.text import squeeze

_CLAUSE = re.compile(
    r";\s+|(?<=[.!?])\s+(?=[^\W\d_])"
    r"|(?<=kế hoạch)\s+và\s+(?=(?:giao|tổ chức|phân công|báo cáo|gửi|bố trí|thành lập|chỉ đạo|triển khai)(?!\w))"
)
_LED = re.compile(
    r"\A(?:(?:đề nghị|yêu cầu|giao|phân công|căn cứ chức năng, nhiệm vụ(?: được giao)?,?)\s+)*", re.IGNORECASE
)
_AFTER = re.compile(
    r"\A[\s,:;–-]*(?:(?:có trách nhiệm|căn cứ (?:chức năng, nhiệm vụ|kế hoạch này|nội dung kế hoạch|tình hình thực tế)[^,;]{0,80},|theo chức năng, nhiệm vụ(?: được giao)?,?)\s*)*",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\A(?:Giao\s+)?(?P<lead>(?:Sở|Công an tỉnh|Bộ Chỉ huy|Văn phòng|Ban|Phòng)\s[^,;:]{2,60}?)(?:\s+chủ trì)?,?\s+(?:(?:chủ trì,?\s*)?phối hợp(?: chặt chẽ)?\s+(?:với|cùng))\s",
)
MAKES_PLAN = re.compile(
    r"(?:chủ động\s+)?(?:căn cứ[^,;]*,\s*|căn cứ (?:vào )?kế hoạch này\s*)?(?:xây dựng|ban hành|cụ thể hóa|lập)(?:,?\s*(?:và\s+)?(?:ban hành|cụ thể hóa))?\s+(?:các\s+)?(?:kế hoạch|chương trình)(?!\s+(?:kiểm tra|tập huấn|phối hợp))",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"trên đây là|chịu trách nhiệm (?:trước|về|toàn diện)|(?:triển khai|tổ chức|thực hiện|nghiêm túc)[^;.]{0,60}(?:kế hoạch này|nhiệm vụ được (?:phân công|giao)|nội dung (?:của )?kế hoạch)|(?:nghiêm túc|khẩn trương) (?:triển khai|tổ chức)?\s*(?:thực hiện|triển khai)\s*\Z|\A(?:tổ chức |phối hợp )?(?:triển khai|thực hiện)(?: thực hiện| nghiêm túc)?\Z",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"(?<!\w)(?:báo cáo(?! viên)|gửi (?:kết quả|báo cáo)|phản ánh về)", re.IGNORECASE)
#: What the committee does itself: its office prepares it (`Tham mưu Ủy ban nhân dân xã …`).
_COMMITTEE = re.compile(
    r"(?:chỉ đạo|ban hành|bố trí|cân đối|phân công|thành lập|kiện toàn|giao|phê duyệt|quyết định|huy động|ưu tiên|dành|trích|đưa (?:nội dung|chỉ tiêu))\b",
    re.IGNORECASE,
)
_TOPICS: tuple[tuple[Field, str], ...] = (
    (Field.FINANCE, r"kinh phí|ngân sách|dự toán|quyết toán|nguồn vốn|thanh toán"),
    (Field.POLICE, r"an ninh|trật tự|tội phạm|VNeID|định danh|cư trú|phòng cháy|ma túy|vi phạm pháp luật"),
    (Field.MILITARY, r"dân quân|quân sự|nhập ngũ|nghĩa vụ quân sự|quốc phòng"),
    (Field.CLINIC, r"tiêm chủng|khám|sức khỏe|y tế|phục hồi chức năng|dịch bệnh truyền nhiễm"),
    (Field.EDUCATION, r"học sinh|trường học|nhà trường|giáo viên|giáo dục mầm non"),
    (Field.FARMING, r"nông nghiệp|chăn nuôi|gia súc|gia cầm|trồng trọt|thủy lợi|thủy sản|rừng|nông thôn mới|thiên tai|mưa lũ|vật nuôi|thú y|hợp tác xã|trồng cây|cây xanh|lâm nghiệp"),
    (Field.ENVIRONMENT, r"đất đai|môi trường|rác thải|chất thải|khoáng sản"),
    (Field.CONSTRUCTION, r"trật tự xây dựng|quy hoạch xây dựng|đường giao thông|hạ tầng|công trình"),
    (Field.TRADE, r"chợ|thương mại|kinh doanh|doanh nghiệp"),
    (Field.ONE_STOP, r"thủ tục hành chính|dịch vụ công|một cửa|hồ sơ trực tuyến"),
    (Field.JUSTICE, r"phổ biến, giáo dục pháp luật|hòa giải|hộ tịch|văn bản quy phạm"),
    (Field.LABOUR, r"trẻ em|bảo trợ|hộ nghèo|giảm nghèo|việc làm|người có công|bình đẳng giới|bạo lực|khuyết tật"),
    (Field.INTERIOR, r"thi đua|khen thưởng|biên chế|cán bộ, công chức|cải cách hành chính|thanh niên"),
    (Field.INFORMATION, r"tuyên truyền|truyền thông|truyền thanh|chuyển đổi số|công nghệ số|kỹ năng số|mạng xã hội|thông tin"),
    (Field.CULTURE, r"văn hóa|thể thao|du lịch|lễ hội|di tích|nhà văn hóa"),
)  # fmt: skip


class Task(NamedTuple):
    """A task of the office's own: its words, the body that has it, the parent's node it comes from."""

    words: str
    body: str
    node: str


@dataclass(frozen=True, slots=True)
class Tasks:
    """Turns duties into tasks of one office."""

    adapter: Adapter
    locality: Locality
    lead: str
    pace: Pace
    issued: date
    issuer: str

    def idle(self, duty: Duty) -> bool:
        """Whether the plan as such, or its reports, fulfil the duty."""
        return all(MAKES_PLAN.match(one) or _EMPTY.search(one) or _REPORTS.search(one) for one in self._clauses(duty))

    def of(self, duty: Duty) -> Iterator[Task]:
        """The tasks in a duty; nothing for what the plan itself fulfils, or for reports, which have a place of their own."""
        for clause in self._clauses(duty):
            if MAKES_PLAN.match(clause) or _EMPTY.search(clause) or _REPORTS.search(clause):
                continue
            body = self.body_for(clause)
            if words := self.words(clause, body):
                yield Task(words, body, duty.node)

    def words(self, clause: str, body: str) -> str | None:
        """A clause in the office's own words, under the heading of `body`; None where it names what is not its matter."""
        if beyond(clause, self.locality):
            return None
        done = self.adapter.adapt(Inline(text=capital(clause)), body)
        text = done.text.text
        if done.asks or done.drop or names_above(_WITH_ABOVE.sub("", text), self.locality):
            return None
        text = with_blanks(self._earlier(text), self.locality).text
        if _COMMITTEE.match(text):
            text = f"Tham mưu {self.issuer} {lower(text)}"
        return capital(text.strip(" ;,")).rstrip(".") + "."

    def body_for(self, text: str) -> str:
        """The body whose field the words name most; the lead where they name none."""
        return _by_topic(text, self.locality) or self.lead

    def _earlier(self, text: str) -> str:
        """The deadlines moved; a blank with a name for one that has passed."""
        for one in reversed(list(moved(text, self.pace))):
            if one.was and one.was < self.issued:
                text = text[: one.start] + "trước ngày [điền thời hạn]" + text[one.end :]
            elif one.new and not one.leaves_too_little(self.issued):
                text = text[: one.start] + one.new + text[one.end :]
        return text

    def _clauses(self, duty: Duty) -> list[str]:
        text = squeeze(duty.text)
        if duty.role is Role.PARTNER:
            return [part] if (part := _as_partner(text, duty.addressed)) else []
        pieces = _CLAUSE.split(_without_addressee(text, duty.addressed))
        return [capital(part) for piece in pieces if (part := _AFTER.sub("", piece).strip(" ,./"))]


#: An office above with which a body here works.
_WITH_ABOVE = re.compile(r"[Pp]hối hợp (?:chặt chẽ )?với Sở [^,;]{3,60}")


def _without_addressee(text: str, addressed: str) -> str:
    """The text after the bodies that it is addressed to; nothing where they stand inside it."""
    opening = _LED.match(text)
    at = text.casefold().find(addressed.casefold())
    if at < 0:
        return text
    if opening and at <= opening.end() + 2:
        return text[at + len(addressed) :]
    return ""


def _as_partner(text: str, addressed: str) -> str | None:
    """`Sở Y tế chủ trì, phối hợp với … và UBND các xã tổ chức …` -> `Phối hợp với Sở Y tế tổ chức …`."""
    found = _WITH_OTHERS.match(text)
    at = text.casefold().find(addressed.casefold())
    if not found or at < found.end() - 1:
        return None
    rest = text[at + len(addressed) :].lstrip()
    rest = _CLAUSE.split(rest)[0].strip(" .,;")
    return f"Phối hợp với {found['lead']} {rest}" if re.match(r"[a-zà-ỹđ]", rest) and len(rest) > 15 else None


def body_of(field: Field, locality: Locality) -> str | None:
    """The office's own body for a field, as it stands in a heading; a clinic may be that of the whole level."""
    row = counterpart(AGENCIES, (field,), locality.level, locality.on, locality.place.kind)
    if row is None or "{cấp ủy}" in row.name:
        return None
    return capital(row.name.replace("{đv}", locality.place.kind.value))


def lead_for(subject: str, locality: Locality) -> str:
    """The body that leads a plan on that subject."""
    usual = body_of(Field.CULTURE, locality) or body_of(Field.OFFICE, locality)
    return _by_topic(subject, locality) or usual or words_of(locality)["cơ quan tài chính"]


def _by_topic(text: str, locality: Locality) -> str | None:
    scores = [(len(re.findall(pattern, text, re.IGNORECASE)), -at) for at, (_, pattern) in enumerate(_TOPICS)]
    best, at = max(scores)
    return body_of(_TOPICS[-at][0], locality) if best else None


def known_bodies(locality: Locality) -> tuple[str, ...]:
    """Every body of the level that may be given work on that day, as the agency rows know it, longest names first."""
    kind = locality.place.kind
    rows = (row for row in AGENCIES if row.level is locality.level and row.exists(locality.on) and row.serves(kind))
    names = {
        capital(row.name.replace("{đv}", kind.value)) for row in rows if row.asked is Asked.ORDERED and not row.work
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
