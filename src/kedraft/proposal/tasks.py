"""Duties of this level as the office's own tasks: whose they are here, in the office's own words, by an earlier day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kedraft.adaptation import Adapter, Ask
from kedraft.agencies import AGENCIES, Asked, Field, counterpart
from kedraft.clauses import words_of
from kedraft.grammar.address import Role
from kedraft.grammar.due import dates_of
from kedraft.grammar.duties import Duty
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Level, Plan
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
    r"trên đây là|\A(?:các[^;.]{0,80}\s)?căn cứ[^;.,]{0,60},?\s(?:chủ động )?(?:tổ chức |triển khai )?thực hiện\Z|chịu trách nhiệm (?:trước|về|toàn diện)|(?:triển khai|tổ chức|thực hiện|nghiêm túc)[^;.]{0,60}(?:kế hoạch này|nhiệm vụ được (?:phân công|giao)|nội dung (?:của )?kế hoạch)|(?:nghiêm túc|khẩn trương) (?:triển khai|tổ chức)?\s*(?:thực hiện|triển khai)\s*\Z|\A(?:tổ chức |phối hợp )?(?:triển khai|thực hiện)(?: thực hiện| nghiêm túc)?\Z",
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
    (Field.CLINIC, r"tiêm chủng|khám|sức khỏe|y tế|phục hồi chức năng|dịch bệnh truyền nhiễm|ngộ độc"),
    (Field.HEALTH, r"an toàn thực phẩm|dân số|sinh sản|dinh dưỡng|phòng, chống dịch bệnh(?! động vật)"),
    (Field.EDUCATION, r"học sinh|trường học|nhà trường|giáo viên|giáo dục mầm non"),
    (Field.FARMING, r"nông nghiệp|chăn nuôi|gia súc|gia cầm|trồng trọt|thủy lợi|thủy sản|rừng|nông thôn mới|thiên tai|mưa lũ|vật nuôi|thú y|hợp tác xã|trồng cây|cây xanh|lâm nghiệp|dịch tả lợn|đàn lợn|tiêm phòng|nước sạch|tiêu độc|đê điều|khuyến nông|thủy lợi nội đồng"),
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


#: What a district has its communes do is a commune's own work.
_THROUGH = re.compile(
    r"\A(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|giao)(?:,\s*(?:hướng dẫn|đôn đốc|kiểm tra))*\s+(?:[^;.,]{0,40}?\s(?:và|cùng)\s+)?(?:(?:UBND|[ỦU]y ban nhân dân)\s+(?:các|cấp)|các)\s+(?:xã|phường|thị trấn|đặc khu)"
    r"(?:(?:\s*,\s*|\s+và\s+)(?:xã|phường|thị trấn|đặc khu))*\s+(?=[a-zà-ỹđ])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tasks:
    """Turns duties into tasks of one office."""

    adapter: Adapter
    locality: Locality
    lead: str
    pace: Pace
    issued: date
    issuer: str
    notes: list[str] = field(default_factory=list)

    def idle(self, duty: Duty) -> bool:
        """Whether the plan as such, or its reports, fulfil the duty."""
        return all(MAKES_PLAN.match(one) or _EMPTY.search(one) or _REPORTS.search(one) for one in self._clauses(duty))

    def of(self, duty: Duty) -> Iterator[Task]:
        """The tasks in a duty; nothing for what the plan itself fulfils, or for reports, which have a place of their own."""
        whole = self._addressed(duty)
        for clause in self._clauses(duty):
            if MAKES_PLAN.match(clause) or _EMPTY.search(clause) or _REPORTS.search(clause):
                continue
            body = whole or _by_topic(clause, self.locality) or self.body_for(duty.text)
            if words := self.words(clause, body):
                yield Task(words, body, duty.node)

    def _addressed(self, duty: Duty) -> str | None:
        """The office's own body to which the parent speaks by name: its clinic, its police."""
        found = _NAMED_BODY.search(duty.addressed)
        field_ = {"trạm y tế": Field.CLINIC, "công an": Field.POLICE}.get(found[0].lower()) if found else None
        return body_of(field_, self.locality) if field_ else None

    def words(self, clause: str, body: str) -> str | None:
        """A clause in the office's own words, under the heading of `body`; None where it names what is not its matter."""
        text = self.adapted(clause, body)
        if text is None:
            return None
        if _COMMITTEE.match(text):
            deed = lower(text)
            # "Tham mưu Ban Chỉ đạo chỉ đạo …": the committee's name says it already.
            deed = deed.removeprefix("chỉ đạo ") if self.issuer.endswith("Chỉ đạo") else deed
            text = f"Tham mưu {self.issuer} {deed}"
        return capital(text.strip(" ;,")).rstrip(".") + "."

    def adapted(self, clause: str, body: str) -> str | None:
        """A clause at the office's level, with its own days and figures; None where it names what is not its matter."""
        if self.locality.level is Level.COMMUNE:
            clause = capital(_THROUGH.sub("", clause))
        if beyond(clause, self.locality):
            return None
        done = self.adapter.adapt(Inline(text=capital(clause)), body or None)
        if alone := _without_itself(capital(clause), done.asks):
            done = self.adapter.adapt(Inline(text=alone), body or None)
            clause = alone
        text = done.text.text
        sent = [found.span() for found in _WITH_ABOVE.finditer(capital(clause))]
        asks = [
            ask
            for ask in done.asks
            if ask.rule != "KH-CA-01" or not any(start <= ask.start and ask.end <= end for start, end in sent)
        ]
        if asks or done.drop or names_above(_WITH_ABOVE.sub("", text), self.locality):
            return None
        return with_blanks(self._earlier(text), self.locality).text

    def body_for(self, text: str) -> str:
        """The body whose field the words name most; the lead where they name none."""
        return _by_topic(text, self.locality) or self.lead

    def _earlier(self, text: str) -> str:
        """The deadlines moved; a blank with a name for one that has passed."""
        for one in reversed(list(moved(text, self.pace))):
            if one.was and one.was < self.issued:
                text = text[: one.start] + "trước ngày [điền thời hạn]" + text[one.end :]
            elif one.leaves_too_little(self.issued):
                self.notes.append(
                    f"hạn “{one.text}” quá gần ngày ban hành nên đang giữ hạn của cấp trên: hãy tự đặt hạn sớm hơn, nếu kịp"
                )
            elif one.new is None:
                self.notes.append(f"đang giữ hạn “{one.text}” của cấp trên, {one.why}: hãy tự đặt hạn sớm hơn, nếu cần")
            else:
                text = text[: one.start] + one.new + text[one.end :]
        return text

    def _clauses(self, duty: Duty) -> list[str]:
        text = squeeze(duty.text)
        if duty.role is Role.PARTNER:
            return [part] if (part := _as_partner(text, duty.addressed)) else []
        pieces = _CLAUSE.split(_without_addressee(text, duty.addressed))
        return _joined([part for piece in pieces if (part := _AFTER.sub("", piece).strip(" ,./"))])


def _joined(parts: Sequence[str]) -> list[str]:
    """The parts as clauses: one that says only when, or goes on without an object of its own, stays with the one before it."""
    out: list[str] = []
    for part in parts:
        if out and not _stands(capital(part)):
            out[-1] += f"; {lower(part)}"
        else:
            out.append(capital(part))
    return out


#: A clause with fewer words besides its dates leans on the one before it: `ra mắt trước ngày 21/8/2026`.
_LEAST = 4


def _stands(clause: str) -> bool:
    if _REPORTS.search(clause) or MAKES_PLAN.match(clause):
        return True
    for words in dates_of(clause):
        clause = clause.replace(words, " ")
    return len(re.findall(r"\w+", clause)) >= _LEAST and not _LEANS.match(clause)


_LEANS = re.compile(
    r"(?:xong|hoàn thành|ra mắt|khánh thành|bàn giao|đưa vào (?:sử dụng|hoạt động)|thời gian|kết thúc|trong đó|riêng|ít nhất|tối thiểu|không để|tránh|bảo đảm|đảm bảo)(?!\w)[^.;]{0,40}\Z",
    re.IGNORECASE,
)


_TOGETHER = re.compile(r"(?:\A|,\s*)(?:[Cc]hủ trì,\s*)?[Pp]hối hợp(?: chặt chẽ)?\s+(?:với|cùng)\s+\Z")
_DEED_NEXT = re.compile(r",?\s+(?=[a-zà-ỹđ])(?!và\s|các\s|cùng\s)")


def _without_itself(clause: str, asks: Sequence[Ask]) -> str | None:
    """`Phối hợp với Sở A, định kỳ …` where the counterpart of that office is the body itself: only its deed. None where it is otherwise."""
    if len(asks) != 1 or asks[0].rule != "KH-CH-04":
        return None
    before, rest = clause[: asks[0].start], clause[asks[0].end :]
    phrase, deed = _TOGETHER.search(before), _DEED_NEXT.match(rest)
    if phrase is None or deed is None:
        return None
    left = before[: phrase.start()].rstrip(" ,")
    return f"{left}, {rest[deed.end() :]}" if left else capital(rest[deed.end() :])


#: An office above with which a body here works.
_WITH_ABOVE = re.compile(
    r"[Pp]hối hợp (?:chặt chẽ )?với Sở [^,;]{3,60}|(?:gửi|nộp)(?: kết quả)?(?: về)? (?:Sở|Phòng|UBND tỉnh|UBND huyện)[^,;.]{0,40}"
)
_NAMED_BODY = re.compile(r"(?<!\w)(?:Trạm Y tế|Công an)(?!\w)(?=\s+(?:các|cấp)\s+(?:xã|phường|đặc khu))", re.IGNORECASE)


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
    if row is None and locality.level is Level.COMMUNE and field in _ECONOMY:
        return words_of(locality)["cơ quan tài chính"]
    if row is None or "{cấp ủy}" in row.name:
        return None
    return capital(row.name.replace("{đv}", locality.place.kind.value))


#: Fields of the one room that looks after a special zone's economy, whatever it is called there.
_ECONOMY = frozenset((Field.FARMING, Field.ENVIRONMENT, Field.CONSTRUCTION, Field.TRADE, Field.FINANCE))


def lead_for(parent: Plan, subject: str, locality: Locality) -> str:
    """The body that leads a plan on that subject: as the subject says, the ministry that issued it, or what it speaks of most."""
    usual = body_of(Field.CULTURE, locality) or body_of(Field.OFFICE, locality)
    said = _by_topic(subject, locality) or _of_ministry(parent, locality)
    return said or _by_topic(_all_words(parent), locality) or usual or words_of(locality)["cơ quan tài chính"]


def _of_ministry(parent: Plan, locality: Locality) -> str | None:
    """The counterpart of the ministry that issued the parent or that its reports go to."""
    names = (parent.issuing_body.name, *(one.to or "" for one in parent.reporting))
    for name in names:
        for row in AGENCIES:
            central = row.level is Level.CENTRAL and any(
                squeeze(name).casefold() == one.casefold() for one in row.names
            )
            if central and (body := body_of(row.fields[0], locality)):
                return body
    return None


def _all_words(parent: Plan) -> str:
    return "\n".join(item.words for item in parent.walk())


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
