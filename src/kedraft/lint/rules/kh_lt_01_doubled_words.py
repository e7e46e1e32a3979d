"""KH-LT-01: a word typed twice in a row ("trong trong"), told from words that are rightly doubled ("dự phòng phòng chống")."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.quoting import around
from kedraft.vietnamese.remembering import remembered

_DOUBLED = lazily(
    r"(?<![\w/.-])(?:(?P<before>\w+) )?(?P<word>[^\W\d_]+) (?P<again>(?i:(?P=word)))(?![\w/-])(?P<after>\s*\S?\w*)"
)
_PAIR = lazily(r"(?<![\w/.-])(?P<pair>[^\W\d_]+ [^\W\d_]+) (?P=pair)(?![\w/-])", re.IGNORECASE)
#: Three to six words, said again at once.
_LONGER = lazily(r"(?<![\w/.-])(?P<pair>[^\W\d_]+(?: [^\W\d_]+){2,5}) (?P=pair)(?![\w/-])", re.IGNORECASE)

# Words that join others: two of the same in a row are a slip, unless the first ends another word ("hiện tại tại xã").
_JOINING = frozenset(
    [
        "trong",
        "của",
        "các",
        "và",
        "về",
        "cho",
        "được",
        "với",
        "là",
        "theo",
        "tại",
        "để",
        "trên",
        "những",
        "này",
        "khi",
        "hoặc",
        "nhằm",
        "như",
        "cũng",
        "sẽ",
        "đã",
        "đang",
        "phải",
        "có",
        "thì",
        "mà",
        "nếu",
        "vì",
        "một",
        "bị",
        "bởi",
        "giữa",
        "do",
        "đủ",
        "không",
        "chưa",
        "đến",
        "vào",
        "cùng",
        "qua",
        "mỗi",
        "thêm",
        "tới",
    ]
)
_ENDS_A_WORD = {
    "tại": {"hiện", "tồn", "thực", "nội"},
    "theo": {"kèm", "tiếp"},
    "của": {"tiền", "tài"},
    "do": {"tự", "lý"},
    "khi": {"đôi", "trước", "sau"},
    "với": {"so"},
    "như": {"hầu"},
    "có": {"giàu", "hiếm"},
    "là": {"nhất"},
    "một": {"mười", "mươi"},
    "về": {"trở", "trả"},
    "vì": {"bởi"},
    "đủ": {"đầy", "no"},
    "không": {"hàng", "trên", "phòng", "tầm", "hay", "có"},
    "cùng": {"cuối", "vô", "sau", "bần", "tột"},
    "qua": {"thông", "vượt", "trải", "bỏ", "hôm", "vừa"},
    "đến": {"tiến", "kể", "dẫn"},
    "vào": {"ra"},
}
# Rightly doubled: each one of them, little by little, very much so.
_REDUPLICATED = frozenset(
    [
        "từ",
        "dần",
        "luôn",
        "thường",
        "ngày",
        "đêm",
        "nhà",
        "người",
        "nơi",
        "chốn",
        "đời",
        "mãi",
        "song",
        "năm",
        "tháng",
        "sáng",
        "chiều",
        "tối",
        "lớp",
        "hàng",
        "ngành",
        "xa",
        "gần",
        "hơi",
        "vừa",
        "đều",
        "chung",
        "riêng",
        "rất",
        "chị",
        "anh",
        "em",
        "thôn",
        "bản",
        "xanh",
        "vui",
        "nhanh",
        "chậm",
        "đôi",
        "khăng",
        "ai",
        "hay",
        "mau",
        "ào",
        "ầm",
        "lâu",
        "khác",
        "từng",
        "rừng",
    ]
)
_STANDALONE_AFTER = lazily(
    r"\s*(?:$|[.,;:!?()”]|(?:và|hoặc|của|cho|về|trong|tại|theo|với|để|từ|trên|là|được|do|bằng)\b)"
)
_PAIRS = frozenset({"từng bước", "từng ngày", "ngày nào", "dần dần"})


_WORD = re.compile(r"\w+")


def _check(content: Content) -> Iterator[Hit]:
    for spot in (*content.spots, *content.recipients):
        for found in _doubled(spot.text):
            what = (found.groupdict().get("pair") or found["word"]).lower()
            yield spot.hit(
                f'Từ "{what}" viết hai lần liền nhau trong "{around(spot.text, *found.span(), 15)}"; hãy bỏ bớt một từ.'
            )


@remembered(maxsize=1024)
def _doubled(text: str) -> tuple[re.Match[str], ...]:
    said = _WORD.findall(text.lower())
    slip = any(one == other for one, other in pairwise(said))
    pair = any(_said_again(said, size) for size in range(2, 7))
    return (*(_slips(text) if slip else ()), *(_pairs(text) if pair else ()))


def _said_again(said: list[str], size: int) -> bool:
    """Whether that many words come twice, one right behind the other."""
    equal = 0
    for one, other in zip(said, said[size:], strict=False):
        equal = equal + 1 if one == other else 0
        if equal == size:
            return True
    return False


def _slips(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := _DOUBLED.search(text, at):
        at = found.end("word")
        if _is_slip(found, text):
            yield found


def _is_slip(found: re.Match[str], text: str) -> bool:
    word, before = found["word"], (found["before"] or "").casefold()
    lower = word.casefold()
    if lower in _JOINING:
        return before not in _ENDS_A_WORD.get(lower, ())
    if found["again"] != word or (word.isupper() and len(word) == 1):
        return False
    stands_alone = _STANDALONE_AFTER.match(text, found.start("after")) is not None
    return lower not in _REDUPLICATED and bool(before) and stands_alone


def _pairs(text: str) -> Iterator[re.Match[str]]:
    for found in _PAIR.finditer(text):
        one, other = found["pair"].casefold().split(" ")
        if one != other and found["pair"].casefold() not in _PAIRS:
            yield found
    yield from _LONGER.finditer(text)


def _closing(words: str) -> str:
    return f"{words} Trên đây là Kế hoạch chuyển đổi số năm 2026./."


RULE = Rule(
    id="KH-LT-01",
    name="từ viết lặp liền nhau",
    severity=Severity.WARNING,
    manual=Manual(
        what='Không viết một từ hai lần liền nhau do gõ nhầm, như "trong trong", "công tác tác".',
        why="Lỗi lặp từ lọt qua mắt người soát nhưng người nhận thấy ngay; đó là dấu hiệu văn bản chưa được đọc lại.",
        instead='Bỏ bớt một từ. Từ láy và từ ghép gặp nhau ("luôn luôn", "dự phòng phòng chống", "người dân dân tộc Tày") là đúng.',
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing=_closing("Các thôn phối hợp trong trong quá trình thực hiện.")),
        plan(closing=_closing("Phòng Văn hóa - Xã hội theo dõi các các thôn làm công tác tác.")),
        plan(closing=_closing("Tổng kinh phí: 50 triệu đồng đồng (bằng chữ: năm mươi triệu đồng).")),
        plan(closing=_closing("Các đơn vị các đơn vị phối hợp thực hiện.")),
        plan(closing=_closing("Các thôn tăng cường tuyên truyền tuyên truyền nội dung này.")),
    ),
    good=(
        plan(closing=_closing("Bố trí kinh phí dự phòng phòng chống thiên tai; luôn luôn sẵn sàng, dần dần mở rộng.")),
        plan(closing=_closing("Vận động người dân dân tộc Tày, học sinh sinh viên; đào tạo tạo nguồn trong năm năm.")),
        plan(closing=_closing("Duy trì mô hình hiện tại tại các thôn, các tổ chức chức năng thực hiện hiện đại hóa.")),
    ),
)
