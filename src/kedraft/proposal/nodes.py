"""What is done about words that cannot stay: cut out of their sentence, made the office's own, or left out with their node."""

import re
from collections.abc import Iterable, Sequence

from kedraft.grammar.bodies import CAP, starts_with_body
from kedraft.model.draft import Draft
from kedraft.model.locality import Locality
from kedraft.model.origin import Adapted, Inherited, Replaced
from kedraft.model.plan import Item, Level, NodeId
from kedraft.model.proposal import ProposedNode
from kedraft.model.spec import Mode
from kedraft.proposal.between import as_ourselves
from kedraft.proposal.decisions import Decisions
from kedraft.proposal.own_words import in_own_words
from kedraft.proposal.totals import with_blanks
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
#: Which ones among them: `nâng cấp 18 chợ, trong đó có chợ A, chợ B`.
_AMONG = re.compile(r",\s+trong đó có\s[^;.]*")
#: Where something is done, at the end of a clause that says what.
_WHERE = re.compile(
    r"(?:\s+(?:tại|ở|trong|qua|trên|kết nối với|liên thông với)(?:\s+các)?|,\s+(?:theo\s+)?quy mô)\s+(?:(?:ít nhất|tối thiểu|tất cả(?: các)?|khoảng)\s+)?$"
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
    sentence = _AMONG.sub(lambda found: "" if not _clean(found.group(), spans) else found.group(), sentence)
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
            decisions.drop(node, _why_dropped(found))
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
    r"(?:Chủ tịch |Giám đốc )?(?:Thư viện|Bảo tàng|Sở|Ban Chỉ (?:huy|đạo)|Ban Tiếp công dân|Thanh tra|Bộ Chỉ huy|UBND|Ủy ban nhân dân|Công an|Phòng|Chi cục)\s"
)
_TO = re.compile(
    r"(?:gửi|nộp|báo cáo)\s+[^,;.]{2,50}?\s+(?:về|cho|đến)\s+\Z|(?:báo cáo(?: kết quả| nhanh| ngay)?|báo ngay|gửi|kiến nghị|xin ý kiến|đề nghị|chịu trách nhiệm trước)(?:\s+(?:về|cho|đến|với))?\s+(?:(?:Sở|Ban Chỉ|UBND)[^,;.]{3,40},\s+)?\Z",
    re.IGNORECASE,
)


def _cut_again(item: Item, found: list[Fault], known: ProposedNode | None) -> tuple[str, str] | None:
    """Words of our own in which something cannot stay either: without it, where that is known."""
    if known and item.text and all(_is_receiver(one, item.text.text) for one in found):
        return item.text.text, known.why
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
    if any(one.rule == _NO_ANNEX for one in found) and (alone := _without_annex(text)):
        alone = with_blanks(alone, locality).text
        text, found = alone, [one for one in found if one.rule != _NO_ANNEX and (one.words or "") in alone]
        if not found:
            return alone, "lược chỗ nhắc đến phụ lục không đưa vào kế hoạch này: xem lại"
    if text != item.text.text and any(one.rule == _STATE for one in found):
        text, found = _sums_of_ours(text, locality), [one for one in found if one.rule != _STATE]
        if not found:
            return text, f"tổng của cấp trên: điền số của {locality.place.kind.value}, hoặc bỏ"
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
    text, found = _without_beside(text, found, locality)
    if not found:
        return text, "lược tên đơn vị khác bên cạnh tên đơn vị mình: xem lại"
    if here := _here(text, found, locality):
        return here, "tên địa phương của cấp trên đổi thành tên đơn vị: xem lại"
    cut = without(text, (one.words for one in found), whole=any(one.rule == "KH-CT-06" for one in found))
    return (cut, _why_cut(found)) if cut else None


def _why_cut(found: Sequence[Fault]) -> str:
    """Why a part went; a question where the level above wants a thing of some of its units, of which ours may be one."""
    some = next((one.words for one in found if one.words and _SOME_UNITS.match(one.words)), None)
    if some:
        return f"hỏi: cấp trên đặt chỉ tiêu “{some}”, phần ấy đã lược; đơn vị mình thuộc số này thì viết lại"
    return f"lược phần: {found[0].reason[0].lower()}{found[0].reason[1:]}"


def _why_dropped(found: Sequence[Fault]) -> str:
    """Why a node went; the same question where it wants a thing of some units only."""
    some = next((one.words for one in found if one.words and _SOME_UNITS.match(one.words)), None)
    return f"Hỏi: chỉ tiêu “{some}” của cấp trên; đơn vị mình thuộc số này thì viết lại" if some else found[0].reason


_SOME_UNITS = re.compile(r"(?:\d+(?:,\d+)?%|\d+/\d+)\s+(?:số\s+)?(?:các\s+)?(?:xã|phường|đặc khu|thị trấn|huyện)")


def _sums_of_ours(text: str, locality: Locality) -> str:
    """The sums of the whole area above, blank by now, as those of ours: `toàn tỉnh có […] vườn ươm`."""
    return re.sub(r"(?<=[Tt]oàn )(?:tỉnh|thành phố|huyện)(?!\w)(?! [A-ZĐ])", locality.place.kind.value, text)


_STATE = "KH-CT-06"


def _without_annex(text: str) -> str | None:
    """The text without the clauses that send the reader to an annex; None where it says little else."""
    left = "" if starts_with_body(text) else _TO_ANNEX.sub("", text)
    return left if left != text and len(left.split()) > _DONE and "lục" not in left else None


_NO_ANNEX = "ND30-PL-01"
_TO_ANNEX = re.compile(
    r"\s*\([^()]*[Pp]hụ lục[^()]*\)"
    r"|[,;]\s+(?:chỉ tiêu|chi tiết|cụ thể|theo|như|danh sách|danh mục|phân bổ|số lượng)(?!\w)[^;.()]*?[Pp]hụ lục[^,;.()]*|[,;]\s+[^,;.()]*[Pp]hụ lục[^,;.()]*"
)


def _without_beside(text: str, found: list[Fault], locality: Locality) -> tuple[str, list[Fault]]:
    """The text without units that stand beside ours: `UBND xã A, UBND xã B làm …`, where A is ours."""
    own = re.escape(locality.place.full)
    for one in found:
        text = re.sub(rf"({own})(?:,| và) {re.escape(one.words or '')}(?!\w)", r"\1", text) if one.words else text
    return text, [one for one in found if not one.words or one.words in text]


def _here(text: str, found: list[Fault], locality: Locality) -> str | None:
    """The text said of our own place, where the parent's stands alone as where one is or goes: `khách đến Lạng Sơn`."""
    if {one.words for one in found} != {locality.province.name}:
        return None
    place = r"(?<=\sđến |\svới |\stại )|(?<=\sở )|(?<=\svề )"
    own = re.sub(rf"(?:{place}){re.escape(locality.province.name)}(?!\w)(?!\s[A-ZĐ])", locality.place.full, text)
    return own if locality.province.name not in own and own != text else None
