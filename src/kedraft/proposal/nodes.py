"""What is done about words that cannot stay: cut out of their sentence, made the office's own, or left out with their node."""

import re
from collections.abc import Iterable, Sequence

from kedraft.grammar.bodies import CAP, starts_with_body
from kedraft.model.draft import Draft
from kedraft.model.locality import Locality
from kedraft.model.origin import Adapted, Inherited, Replaced
from kedraft.model.plan import Item, Level, NodeId, Plan
from kedraft.model.proposal import ProposedNode
from kedraft.model.spec import Mode
from kedraft.proposal.between import as_ourselves
from kedraft.proposal.decisions import Decisions
from kedraft.proposal.own_words import in_own_words, said_once
from kedraft.proposal.totals import Share, Shared, shares_of, table_with_blanks, with_blanks
from kedraft.proposal.trial import Fault
from kedraft.proposal.wording import DEED as _DEED
from kedraft.proposal.wording import capital

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ])")
_PIECE = re.compile(r"(?<=;)\s+(?=\S)|,\s+(?=\d+(?:,\d+)?%)")
_DANGLING = re.compile(
    r"\A(?:Trên cơ sở đó|Do đó|Vì vậy|Đồng thời|Qua đó|Bên cạnh đó|Trong đó|Theo đó|Từ đó),?\s+", re.IGNORECASE
)
_EACH = re.compile(
    r"(?P<each>(?:Mỗi|Từng|Tất cả các|100%(?: số)?|Các|Yêu cầu các|Giao các|(?:Yêu cầu |Giao )?(?:UBND|Ủy ban nhân dân) (?:các|cấp))\s+(?:tỉnh|xã|phường|thị trấn|đặc khu|địa phương|huyện|quận|thị xã|thành phố)"
    r"(?:,\s*(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố))*(?: trực thuộc [Tt]rung ương)?(?:\s+trên địa bàn(?:\s+(?:tỉnh|huyện|toàn tỉnh))?)?)\s+"
    r"(?P<rest>(?:có|thành lập|xây dựng|chọn|lựa chọn|tổ chức|triển khai|thực hiện|duy trì|bố trí|đạt|phấn đấu|hoàn thành|ban hành|kiện toàn|rà soát|đăng ký|phát triển|củng cố|giải quyết|xử lý|tiếp nhận|vận động|mở|trồng|hỗ trợ|giới thiệu|kiểm kê|khảo sát|chủ động|phải|cần|tăng cường|đẩy mạnh|tiếp tục|bảo đảm|đảm bảo|chỉ đạo|lập|huy động|quan tâm|thường xuyên|kịp thời|xác định|nghiêm túc)\b.+)",
    re.DOTALL,
)
#: The chairmen of the units of our level: ours is one of them.
_CHAIRMEN = re.compile(
    r"Chủ tịch (?:UBND|Ủy ban nhân dân) (?:các|cấp) (?:xã|phường|đặc khu|thị trấn|huyện|thị xã|quận|thành phố)"
    r"(?:(?:,| và) (?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố))*\s+(?P<rest>(?:chịu trách nhiệm|chỉ đạo|trực tiếp|phân công|huy động|tổ chức|quyết định)(?!\w).+)",
    re.DOTALL,
)
#: Which of the units are meant: `có tiềm năng du lịch lựa chọn …`.
_LIMIT = re.compile(
    r"\Acó (?:tiềm năng|điều kiện|lợi thế|rừng|biển|hồ|đường|khu|làng|di tích)[^,;.]{0,40}?\s(?=(?:thành lập|xây dựng|chọn|lựa chọn|tổ chức|triển khai|thực hiện|bố trí|rà soát|đăng ký|phát triển)(?!\w))"
)
#: Words for units of one's own level; what every unit of another level must have is not ours.
_OWN_KINDS = {
    Level.COMMUNE: r"xã|phường|thị trấn|đặc khu|địa phương",
    Level.DISTRICT: r"huyện|quận|thị xã|thành phố|địa phương",
}
_CLAUSES = re.compile(r";\s+")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
#: Where something is done, at the end of a clause that says what.
_WHERE = re.compile(
    r"(?:\s+(?:tại|ở|trong|qua|trên)(?:\s+các)?|,\s+(?:theo\s+)?quy mô)\s+(?:(?:ít nhất|tối thiểu|tất cả(?: các)?|khoảng)\s+)?$"
)
#: Names that go on after the first: `tại Đà Lạt, Đức Trọng, Đơn Dương`, `các xã có nguy cơ cao: Mai Sơn, Phù Yên`.
_MORE_NAMES = re.compile(
    rf"(?:[^;,.:]*:)?[^;,.:]*(?:(?:,\s+(?:và\s+)?|\s+và\s+)[{CAP}]\w+(?:\s[{CAP}]\w*)*(?!\w))+(?=\s*[;,.]|\Z)"
)
#: What goes on from the clause before it says nothing alone.
_LEANS = re.compile(r"(?:bảo đảm|đảm bảo|đáp ứng|phục vụ|qua đó|trong đó|nhằm)(?!\w)", re.IGNORECASE)
_DONE = 3
#: How the question begins that a paragraph with work of units by name raises.
ASKED = "hỏi: có việc của đơn vị khác"
_SHORT = 25


def ours(text: str, locality: Locality) -> str | None:
    """What each unit of our level must do, said of us: `Mỗi xã, phường chọn …` -> `Xã chọn …`; None where the words are others."""
    kind = locality.place.kind.value
    if head := _CHAIRMEN.match(text):
        return f"Chủ tịch Ủy ban nhân dân {kind} {head['rest']}"
    found = _EACH.match(text)
    if found is None:
        return _each_inside(text)
    if not re.search(_OWN_KINDS.get(locality.level, r"."), found["each"]):
        return None
    rest = _LIMIT.sub("", found["rest"])
    through = as_ourselves(capital(rest)) if locality.level is Level.COMMUNE else capital(rest)
    return through if through != capital(rest) else f"{capital(kind)} {rest}"


def _each_inside(text: str) -> str | None:
    """What each unit must do in a later clause, without its subject: `cấp giấy cho …; mỗi xã, phường giải quyết …`."""
    pieces = _CLAUSES.split(text)
    own = [pieces[0]]
    for piece in pieces[1:]:
        found = _EACH.match(capital(piece))
        own.append(found["rest"] if found else piece)
    return "; ".join(own) if own != pieces else None


def without(text: str, words: Iterable[str | None], *, whole: bool = False) -> str | None:
    """The text without the sentences and clauses in which the words stand; None where nothing worth saying is left.

    A sentence goes whole (`whole`, or its subject is what cannot stay, or what would be left hangs in the air).
    """
    spans = [span for span in words if span]
    sentences = _SENTENCE.split(text)
    kept = [left for one in sentences if (left := _cut(one, spans, whole=whole))]
    joined = " ".join(kept)
    if joined == text or len(joined) < _SHORT or not spans:
        return None
    if not _clean(sentences[0], spans):
        joined = capital(_DANGLING.sub("", joined))
    return joined.rstrip(" ;,") + (
        "" if joined.rstrip().endswith((".", ":")) else text.rstrip()[-1:].strip("abcdefghijklmnopqrstuvwxyz")
    )


def _cut(sentence: str, spans: list[str], *, whole: bool) -> str:
    """A sentence without its clauses that hold one of the spans; nothing where it cannot be cut."""
    if _clean(sentence, spans):
        return sentence
    sentence = _without_places(_without_brackets(sentence, spans), spans)
    if _clean(sentence, spans):
        return sentence
    sentence = _without_last(sentence, spans)
    if _clean(sentence, spans):
        return sentence
    pieces = _PIECE.split(sentence)
    kept = [piece for piece in pieces if _clean(piece, spans)]
    subject = any(_is_subject(span, sentence) for span in spans)
    if whole or not kept or subject:
        return ""
    if not _clean(pieces[0], spans) and _LEANS.match(kept[0]):
        return ""
    if not _clean(pieces[0], spans) and not (
        _DEED.match(capital(kept[0])) or re.match(r"\d|(?:mỗi|từng|xã|phường|thị trấn|đặc khu|huyện) ", kept[0])
    ):
        return ""
    shown = " ".join(piece if piece[-1] in ".;!?" else f"{piece}," for piece in kept[:-1])
    end = "." if sentence.rstrip().endswith(".") else ""
    return capital(f"{shown} {kept[-1]}".strip().rstrip(" ;,.")) + end


def _is_subject(span: str, sentence: str) -> bool:
    """Whether the words are, or end, the body that the sentence is about."""
    if _DEED.match(sentence) or span not in sentence or _COUNTS.match(sentence):
        return False
    return span in sentence[: len(span) + 12] or (starts_with_body(sentence) and sentence.find(span) < _NAME)


_NAME = 60
_COUNTS = re.compile(r"(?:(?:Trên|Ít nhất|Tối thiểu|Khoảng|Phấn đấu)\s+)?\d")


def _without_brackets(sentence: str, spans: list[str]) -> str:
    """The sentence without a remark in brackets that holds one of the spans."""
    return _BRACKETED.sub(lambda found: "" if not _clean(found.group(), spans) else found.group(), sentence)


def _without_places(sentence: str, spans: list[str]) -> str:
    """The sentence without a phrase at the end of a clause that only says where: `tại ít nhất 20 xã, phường có nhiều vi phạm`."""
    for span in spans:
        sentence = _without_tail(sentence, span)
        at = sentence.find(span)
        begin = at + re.match(r"(?:(?:tại|ở|trong|qua|trên) )?(?:các )?", span).end()  # type: ignore[union-attr]
        before = _WHERE.search(sentence[:begin])
        if at < 0 or before is None:
            continue
        clause = re.split(r"[;:.]\s", sentence[: before.start()])[-1]
        after = at + len(span)
        stop = _end_of_places(sentence, after)
        if len(clause.split()) > _DONE and not re.search(
            r"(?<!\w)(?:tổ chức|diễn ra|đặt|phát|đăng|đăng tải|phát sóng|chiếu)\Z", clause
        ):
            sentence = sentence[: before.start()] + sentence[stop:]
    return sentence


def _without_last(sentence: str, spans: list[str]) -> str:
    """The sentence without the last of several deeds, where only that one cannot stay: `…, hạn chế đơn thư vượt cấp lên thành phố`."""
    if ";" in sentence or not _DEED.match(sentence):
        return sentence
    before, comma, last = sentence.rstrip(" .").rpartition(", ")
    cuts = comma and _clean(before, spans) and _DEED.match(capital(last)) and len(before.split()) > _DEEDS
    return f"{before}." if cuts else sentence


_DEEDS = 6


def _without_tail(sentence: str, span: str) -> str:
    """The sentence without the last thing in a row that has another unit's name: `phát triển bền vững và xuất khẩu sữa Mộc Châu`."""
    tail = rf"(?P<before>[^,;.]{{20,}})\s+và\s+(?![^,;.]*\svà\s)[^,;.]{{0,40}}{re.escape(span)}(?=[,;.]|\Z)"
    return re.sub(tail, r"\g<before>", sentence, count=1) if span[:1].isupper() else sentence


def _end_of_places(sentence: str, after: int) -> int:
    """Where a list of places ends: names that go on, whatever stands before each."""
    names = _MORE_NAMES.match(sentence, after)
    after = names.end() if names else after
    stop = re.compile(r"[;,.]").search(sentence, after)
    while stop and stop.group() == ",":
        part = re.compile(r",\s+(?P<part>[^;,.]{2,40})").match(sentence, stop.start())
        if part is None or not re.search(rf"[{CAP}]\w*", part["part"]) or _DEED.match(capital(part["part"])):
            break
        stop = re.compile(r"[;,.]|\Z").match(sentence, part.end())
    return stop.start() if stop else len(sentence)


def _clean(text: str, spans: list[str]) -> bool:
    return not any(span in text for span in spans)


def settle(faults: Iterable[Fault], draft: Draft, locality: Locality, decisions: Decisions) -> bool:
    """Decides of every node with a fault; whether anything changed."""
    by_node: dict[NodeId, list[Fault]] = {}
    for fault in faults:
        by_node.setdefault(fault.node, []).append(fault)
    items = {
        item.origin.node: item for item in draft.plan.walk() if isinstance(item.origin, Adapted | Inherited | Replaced)
    }
    changed = False
    for node, found in by_node.items():
        if node in decisions.drops:
            continue
        known = decisions.nodes.get(node)
        if known and known.why.startswith(ASKED) and all(not one.rule for one in found):
            continue  # whose work it is, a person is asked: among the units named may be the one that drafts
        changed = True
        item = items.get(node)
        again = known is not None and known.mode is Mode.REPLACE
        said = None
        if item and again:
            said = _cut_again(item, found, known)
        elif item:
            said = _said(item, found, locality)
        if said is None:
            decisions.drop(node, found[0].reason)
        else:
            text, why = said
            decisions.nodes[node] = ProposedNode(node=node, why=why, mode=Mode.REPLACE, text=text)
    return changed


def _is_receiver(fault: Fault, text: str) -> bool:
    """Whether an office above is only the one that ours reports to, or asks, as any office below may."""
    if fault.rule != "KH-CA-01" or not fault.words or not _OFFICE_ABOVE.match(fault.words):
        return False
    found = [one.start() for one in re.finditer(re.escape(fault.words), text)]
    return all(_TO.search(text, 0, at) for at in found)


_OFFICE_ABOVE = re.compile(
    r"(?:Chủ tịch |Giám đốc )?(?:Sở|Ban Chỉ (?:huy|đạo)|Bộ Chỉ huy|UBND|Ủy ban nhân dân|Công an|Phòng|Chi cục)\s"
)
_TO = re.compile(
    r"(?:gửi|nộp|báo cáo)\s+[^,;.]{2,50}?\s+(?:về|cho|đến)\s+\Z|(?:báo cáo(?: kết quả| nhanh| ngay)?|báo ngay|gửi|kiến nghị|xin ý kiến|đề nghị|chịu trách nhiệm trước)(?:\s+(?:về|cho|đến|với))?\s+(?:(?:Sở|Ban Chỉ|UBND)[^,;.]{3,40},\s+)?\Z",
    re.IGNORECASE,
)


def _cut_again(item: Item, found: list[Fault], known: ProposedNode | None) -> tuple[str, str] | None:
    """Words of our own in which something cannot stay either: without it, where that is known."""
    words = [one.words for one in found]
    if known is None or item.text is None or item.children or item.table or None in words:
        return None
    cut = without(item.text.text, words)
    return (cut, known.why) if cut else None


def _said(item: Item, found: list[Fault], locality: Locality) -> tuple[str, str] | None:
    """New words for a leaf, and why."""
    if item.table or item.text is None or item.children:
        return None
    in_heading = item.heading and any(one.words and one.words in item.heading.text for one in found)
    if in_heading:
        return None
    text = with_blanks(item.text.text, locality).text
    own = in_own_words(text, locality)
    if own == text:
        own = ours(text, locality) or text
    found = [one for one in found if not _is_receiver(one, text)]
    if not found:
        return own, f"{locality.place.kind.value} báo cáo, phối hợp với cơ quan cấp trên: giữ, xem lại"
    left = [one for one in found if one.words is None or one.words in own]
    if own != text and not left:
        why = f"yêu cầu đối với từng xã, phường: viết thành việc của {locality.place.kind.value}"
        return capital(own), why
    if any(one.words is None for one in found):
        return None
    text, found = capital(own), left
    if here := _here(text, found, locality):
        return here, "tên địa phương của cấp trên đổi thành tên đơn vị: xem lại"
    cut = without(text, (one.words for one in found), whole=any(one.rule == "KH-CT-06" for one in found))
    why = f"lược phần: {found[0].reason[0].lower()}{found[0].reason[1:]}"
    return (cut, why) if cut else None


def _here(text: str, found: list[Fault], locality: Locality) -> str | None:
    """The text said of our own place, where the parent's stands alone as where one is or goes: `khách đến Lạng Sơn`."""
    if {one.words for one in found} != {locality.province.name}:
        return None
    place = r"(?<=\sđến |\svới |\stại )|(?<=\sở )|(?<=\svề )"
    own = re.sub(rf"(?:{place}){re.escape(locality.province.name)}(?!\w)(?!\s[A-ZĐ])", locality.place.full, text)
    return own if locality.province.name not in own and own != text else None


def drop_allotments(parent: Plan, locality: Locality, decisions: Decisions) -> tuple[Share, ...]:
    """Leaves out the tables that hand figures out to the units of our level, and gives back what they hand out to us."""
    shares: list[Share] = []
    for item in parent.walk():
        for child in item.children:
            found = shares_of(child.table, locality) if child.table else None
            if found is not None:
                alone = len(item.children) == 1
                decisions.drop(item.id if alone else child.id, "Bảng phân bổ của cấp trên cho từng đơn vị")
                shares += found
    return tuple(shares)


def ask_totals(draft: Draft, locality: Locality, shares: Sequence[Share], decisions: Decisions) -> None:
    """The office's own figure, or a blank, for every total of the office above that would become the office's own target."""
    for item in draft.plan.walk():
        origin = item.origin
        if not isinstance(origin, Adapted | Inherited) or item.children or not (item.text or item.table):
            continue
        if origin.node in decisions.drops or origin.node in decisions.nodes:
            continue
        shared = _without_totals(item, locality, shares)
        text = shared.text if shared else item.text.text if item.text else ""
        own = text if item.table else _said_of_us(text, locality)
        if shared or own != text:
            why = _shared_out(shared, locality) if shared else _REWORDED
            decisions.nodes[origin.node] = ProposedNode(node=origin.node, why=why, mode=Mode.REPLACE, text=own)


def _said_of_us(text: str, locality: Locality) -> str:
    """The text where it begins with what each unit must do, said of us; a body that stands twice stands once."""
    return in_own_words(text, locality) if _OF_EACH.search(text) else said_once(text)


_OF_EACH = re.compile(r"\A(?:Mỗi|100%|\d+/\d+)|[,;]\s+mỗi (?:xã|phường|thị trấn|đặc khu)(?!\w)")
_REWORDED = "yêu cầu đối với từng đơn vị, hoặc cơ quan nêu hai lần sau khi đổi cấp: viết lại"


def _without_totals(item: Item, locality: Locality, shares: Sequence[Share]) -> Shared | None:
    """The words of a leaf without the totals of the office above; None where it holds none."""
    if item.table:
        return table_with_blanks(item.table, locality)
    shared = with_blanks(item.text.text, locality, shares) if item.text else None
    return shared if shared and item.text and shared.text != item.text.text else None


def _shared_out(shared: Shared, locality: Locality) -> str:
    asked = f"tổng của cấp trên ({', '.join(shared.asked)}): điền số của {locality.place.kind.value}, hoặc bỏ"
    told = f"tổng của cấp trên ({', '.join(shared.told)}): lấy số trong bảng phân bổ"
    return "; ".join(words for words, figures in ((told, shared.told), (asked, shared.asked)) if figures)
