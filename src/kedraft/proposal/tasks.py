"""Duties of this level as the office's own tasks: whose they are here, in the office's own words, by an earlier day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kedraft.adaptation import Adapter, Ask
from kedraft.agencies import Field
from kedraft.grammar.address import Role
from kedraft.grammar.due import dates_of
from kedraft.grammar.duties import Duty
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality
from kedraft.model.plan import Level
from kedraft.proposal.answering import ABOVE_US, OTHERS, answers_for, held_before, of_chairman, subject_of
from kedraft.proposal.between import as_ourselves, leads_forces, without_going_between
from kedraft.proposal.fields import MONEY, body_of, by_topic
from kedraft.proposal.own_words import in_own_words, own_committees
from kedraft.proposal.totals import with_blanks
from kedraft.proposal.wording import DEED, beyond, capital, lower, names_above
from kedraft.vietnamese.deadlines import Pace, moved
from kedraft.vietnamese.text import squeeze

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
_CLAUSE = re.compile(
    r";\s+|(?<=20\d\d),\s+(?=(?:giao chỉ tiêu|giao nhiệm vụ|phân công|thành lập|bố trí|chỉ đạo)(?!\w))"
    r"|(?<=kế hoạch)(?:\s+và|,)\s+(?=(?:giao|tổ chức|phân công|phân bổ|báo cáo|gửi|bố trí|thành lập|chỉ đạo|triển khai|rà soát|vận động|đăng ký)(?!\w))"
)
_LED = re.compile(
    r"\A(?:(?:đề nghị|yêu cầu|giao|phân công|căn cứ chức năng, nhiệm vụ(?: được giao)?,?)\s+)*", re.IGNORECASE
)
_AFTER = re.compile(
    r"\A[\s,:;–-]*(?:còn lại\s+)?(?:(?:có trách nhiệm|căn cứ (?:chức năng, nhiệm vụ|kế hoạch này|nội dung kế hoạch|tình hình thực tế)(?:(?!xây dựng|ban hành|chủ động|phối hợp|triển khai)[^,;]){0,80},|theo chức năng, nhiệm vụ(?: được giao)?,?)\s*)*",
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
    r"trên đây là|\A(?:các[^;.]{0,80}\s)?căn cứ[^;.,]{0,60},?\s(?:chủ động )?(?:tổ chức |triển khai )?thực hiện\Z|chịu trách nhiệm (?:trước|về|toàn diện)|(?:triển khai|tổ chức|thực hiện|nghiêm túc)[^;.]{0,60}(?:kế hoạch này|nhiệm vụ được (?:phân công|giao)|nội dung (?:của )?kế hoạch)|(?:nghiêm túc|khẩn trương) (?:triển khai|tổ chức)?\s*(?:thực hiện|triển khai)\s*\Z|\A(?:tổ chức |phối hợp )?(?:triển khai|thực hiện)(?: thực hiện| nghiêm túc)*\Z|\A(?:trực tiếp )?(?:lãnh đạo, )?chỉ đạo\Z",
    re.IGNORECASE,
)
#: Reports at once or every few days are work, not the plan's regular reports.
_AT_ONCE = re.compile(
    r"báo (?:cáo|ngay)[^;.]*(?:trong (?:vòng )?\d+ giờ|(?:hằng|hàng) (?:ngày|tuần)|ngay khi|trước \d+ giờ)|báo cáo nhanh",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"(?<!\w)(?:báo cáo(?! viên)|gửi (?:kết quả|báo cáo)|phản ánh về)", re.IGNORECASE)
#: What the committee does itself: its office prepares it (`Tham mưu Ủy ban nhân dân xã …`).
_COMMITTEE = re.compile(
    r"(?:chỉ đạo|ban hành|bố trí|cân đối|phân công|thành lập|kiện toàn|giao|phê duyệt|quyết định|huy động|ưu tiên|dành|trích|đưa (?:nội dung|chỉ tiêu)|chủ động (?:bố trí|cân đối)|xây dựng, phê duyệt)\b",
    re.IGNORECASE,
)


class Task(NamedTuple):
    """A task of the office's own: its words, the body that has it, the parent's node it comes from."""

    words: str
    body: str
    node: str


@dataclass(frozen=True, slots=True)
class Tasks:
    """Turns duties into tasks of one office; `lead` leads the plan, `home` has what is of no field: an own body, where the lead is asked."""

    adapter: Adapter
    locality: Locality
    lead: str
    home: str
    pace: Pace
    issued: date
    issuer: str
    notes: list[str] = field(default_factory=list)

    def idle(self, duty: Duty) -> bool:
        """Whether the plan as such, or its reports, fulfil the duty."""
        return all(self._fulfilled(one) for one in self._clauses(duty))

    def _fulfilled(self, clause: str) -> bool:
        """Whether the plan as such fulfils a clause, or its regular reports do."""
        if MAKES_PLAN.match(clause) or (_EMPTY.search(clause) and not answers_for(clause)):
            return True
        if not _REPORTS.search(clause) or _AT_ONCE.search(clause):
            return False
        # What our own bodies tell our own chairman is no report of ours.
        return not (_TO_US.search(clause) and _COMMITTEE.match(clause))

    def of(self, duty: Duty) -> Iterator[Task]:
        """The tasks in a duty; nothing for what the plan itself fulfils, or for reports, which have a place of their own."""
        usual = self._addressed(duty)
        for sentence in self._sentences(duty):
            said: list[tuple[str, str]] = []
            for clause in sentence:
                if self._fulfilled(clause):
                    continue
                head = of_chairman(clause, self.locality) if self._of_committees(duty) else None
                own, clause = subject_of(head or clause, self.locality)
                if own and len(clause.split()) < _LEAST:
                    continue
                body = (
                    own
                    or usual
                    or self._of_several(clause)
                    or self._by_topic(clause)
                    or self._before(said)
                    or self._of_rest(duty)
                )
                if words := self.words(clause, body, norms=True):
                    said.append((body, words))
            yield from (Task(words, body, duty.node) for body, words in self.in_lines(said))

    def in_lines(self, said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Clauses of one sentence, each with its body, as the lines of those bodies."""
        return _in_lines(said, f"Tham mưu {self.issuer} ")

    def _of_committees(self, duty: Duty) -> bool:
        """Whether a duty is one of the committees, or chairmen, of our level."""
        return bool(re.search(r"UBND|[ỦU]y ban nhân dân|các (?:xã|phường|huyện)|[Cc]hủ tịch", duty.addressed))

    def _by_topic(self, clause: str) -> str | None:
        """The body whose field a clause speaks of, whatever the names of the offices above in it say."""
        return by_topic(_WITH_ABOVE.sub("", clause), self.locality)

    def _before(self, said: Sequence[tuple[str, str]]) -> str | None:
        """The body of what the sentence said before, for a clause of no field: not that of the money, which any work may need."""
        money = body_of(Field.FINANCE, self.locality)
        return next((body for body, words in reversed(said) if body != money or not MONEY.search(words)), None)

    def _of_several(self, clause: str) -> str | None:
        """Who prepares what the committee has several bodies do: the one that has what is of no field."""
        return self.home if _SEVERAL.match(clause) else None

    def _of_rest(self, duty: Duty) -> str:
        """The body of a clause of no field: that of its duty's other clauses, but for those on money."""
        if len(self._clauses(duty)) == 1:
            return self.body_for(duty.text)
        money = body_of(Field.FINANCE, self.locality)
        named = [body for one in self._clauses(duty) if (body := by_topic(one, self.locality))]
        rest = " ".join(one for one in self._clauses(duty) if not MONEY.search(one))
        others = [body for body in named if body != money]
        return by_topic(rest, self.locality) or next(iter(others), self.home)

    def _addressed(self, duty: Duty) -> str | None:
        """The office's own body to which the parent speaks by name: its clinic, its police."""
        found = _NAMED_BODY.search(duty.addressed)
        field_ = {"trạm y tế": Field.CLINIC, "công an": Field.POLICE}.get(found[0].lower()) if found else None
        return body_of(field_, self.locality) if field_ else None

    def words(self, clause: str, body: str, *, norms: bool = False) -> str | None:
        """A clause in the office's own words, under the heading of `body`; None where it names what is not its matter.

        `norms`: what it must have at least is asked of each unit, and no total of the level above.
        """
        if self.locality.level is Level.COMMUNE:
            clause = _GUARDS.sub("", clause)
        text = self.adapted(without_going_between(clause, body, self.locality), body, norms=norms)
        if text is None or text.startswith("["):
            return None
        own = not (OTHERS.match(body) or leads_forces(text, body, self.locality))
        if _COMMITTEE.match(text) and own:
            deed = lower(text)
            # "Tham mưu Ban Chỉ đạo chỉ đạo …": the committee's name says it already.
            deed = deed.removeprefix("chỉ đạo ") if self.issuer.endswith("Chỉ đạo") else deed
            text = f"Tham mưu {self.issuer} {deed}"
        return capital(_THIS_PLAN.sub("Kế hoạch này", text).strip(" ;,")).rstrip(".") + "."

    def adapted(self, clause: str, body: str, *, norms: bool = False) -> str | None:
        """A clause at the office's level, with its own days and figures; None where it names what is not its matter."""
        clause, above = held_before(clause)
        if self.locality.level is Level.COMMUNE:
            clause = capital(in_own_words(as_ourselves(clause), self.locality))
        elif self.locality.level is Level.DISTRICT:
            clause = own_committees(clause, self.locality)
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
            if ask.rule not in ("KH-CA-01", "KH-CH-01")
            or not any(start <= ask.start and ask.end <= end for start, end in sent)
        ]
        if asks or done.drop or names_above(_OWN_LEVEL.sub("", _WITH_ABOVE.sub("", text)), self.locality):
            return None
        return with_blanks(self._earlier(text), self.locality, norms=norms).text.replace(ABOVE_US, above)

    def brought_down(self, text: str) -> str:
        """What each unit of our level does, said of us, with our days; whatever must be asked of it is asked later."""
        text, above = held_before(own_committees(text, self.locality))
        done = self.adapter.adapt(Inline(text=text))
        return with_blanks(self._earlier(done.text.text), self.locality, norms=True).text.replace(ABOVE_US, above)

    def said_of_us(self, text: str) -> str | None:
        """Words that speak of our level by name, with our days and figures; None where something in them must be asked."""
        done = self.adapter.adapt(Inline(text=capital(text)))
        if done.asks or done.drop:
            return None
        return with_blanks(self._earlier(done.text.text), self.locality).text

    def body_for(self, text: str) -> str:
        """The body whose field the words name most; the lead where they name none."""
        return by_topic(text, self.locality) or self.home

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
        return [clause for sentence in self._sentences(duty) for clause in sentence]

    def _sentences(self, duty: Duty) -> list[list[str]]:
        text = squeeze(duty.text)
        if duty.role is Role.PARTNER:
            return [[part]] if (part := _as_partner(text, duty.addressed)) else []
        out: list[list[str]] = []
        for sentence in _SENTENCE.split(_without_addressee(text, duty.addressed)):
            parts = [
                part
                for one in _CLAUSE.split(sentence)
                for piece in _before_report(one)
                if (part := _AFTER.sub("", piece).strip(" ,./"))
            ]
            out.append(_joined(parts))
        return out


def _before_report(clause: str) -> list[str]:
    """A clause parted from the report at its end: `Cập nhật bộ chỉ số, báo cáo Sở …`."""
    found = re.search(r",\s+(?=báo cáo\s|gửi kết quả\s)", clause)
    before = _AFTER.sub("", clause[: found.start()]) if found else ""
    if found is None or len(before.split()) < _LEAST or not DEED.match(capital(before)):
        return [clause]
    return [clause[: found.start()], clause[found.end() :]]


def _in_lines(said: Sequence[tuple[str, str]], advises: str) -> list[tuple[str, str]]:
    """Clauses of one sentence that fall to one body as one line; `advises` is said once."""
    out: list[tuple[str, str]] = []
    for body, words in said:
        last = next((at for at in reversed(range(len(out))) if out[at][0] == body), None)
        if last is not None and len(out[last][1]) + len(words) <= _LINE:
            before = out[last][1].rstrip(".")
            more = words.removeprefix(advises) if before.startswith(advises) else words
            out[last] = (body, f"{before}; {lower(more)}")
        else:
            out.append((body, words))
    return out


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


#: `Chỉ đạo Trạm Y tế, các trường học, ban quản lý chợ …`.
_SEVERAL = re.compile(
    r"(?:Chỉ đạo|Giao|Yêu cầu)\s+(?:Trạm|Công an|Ban|[Cc]ác|Đài)\s[^;.]{3,60},\s+(?:các|ban|Ban|Trạm|Công an|cán bộ|đoàn thể)\s"
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
    r"[Gg]iới thiệu [^;.]{3,60}? (?:đến|với|cho) (?:Trung tâm|Sở|Bệnh viện|Cơ sở) [^,;.]{3,80}|"
    r"[Pp]hối hợp (?:chặt chẽ )?với Sở [^,;]{3,60}|(?:gửi|nộp|[Bb]áo cáo)(?: kết quả)?(?: về)? (?:Sở|Phòng|Hội|Thư viện tỉnh|Công an tỉnh|Bảo hiểm xã hội|UBND tỉnh|UBND huyện|Bộ Chỉ huy Quân sự tỉnh)[^,;.]{0,90}(?:,\s+Sở [^,;.]{3,40}?(?=\s+(?:trước|chậm nhất)|[,;.]|\Z))?"
)
#: Things of our own level, named as such: `lễ phát động cấp xã`, `Ban Chỉ đạo … cấp xã`.
_OWN_LEVEL = re.compile(
    r"(?:[Ll]ễ|[Hh]ội (?:nghị|thi|thao|diễn)|[Nn]gày hội|[Gg]iải|Ban Chỉ (?:đạo|huy)|Tổ (?:công tác|chỉ đạo|giúp việc)|Hội đồng|[Dd]iễn tập|[Qq]uy mô|[Đđ]ội)[^;,.]{0,70}? cấp (?:xã|cơ sở)(?!\w)"
)
_LINE = 330
#: What the border guards do is no work of a commune's own body.
_GUARDS = re.compile(r";\s+(?:các )?(?:Đồn|Bộ đội) Biên phòng[^;.]*")
_TO_US = re.compile(
    r"báo cáo (?:Chủ tịch )?(?:UBND|[ỦU]y ban nhân dân) (?:cấp )?(?:xã|phường|đặc khu)(?!\w)", re.IGNORECASE
)
_THIS_PLAN = re.compile(r"(?<!\w)kế hoạch này(?!\w)")
_NAMED_BODY = re.compile(r"(?<!\w)(?:Trạm Y tế|Công an)(?!\w)(?=\s+(?:các|cấp)\s+(?:xã|phường|đặc khu))", re.IGNORECASE)


def _without_addressee(text: str, addressed: str) -> str:
    """The text after the bodies that it is addressed to; nothing where they stand inside it."""
    opening = _LED.match(text)
    at = text.casefold().find(addressed.casefold())
    if at < 0 or text[:at].strip() == "Chủ tịch":
        return text
    if opening and (at <= opening.end() + 2 or text[:at].rstrip().endswith((";", "."))):
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
