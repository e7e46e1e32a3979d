"""KH-TM-03: an abbreviation that is never explained."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Part
from kedraft.lint.prose import all_caps
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity

_COMMON = frozenset(
    [
        "UBND",
        "HĐND",
        "MTTQ",
        "VN",
        "BCĐ",
        "TW",
        "TƯ",
        "CNTT",
        "TTHC",
        "QPPL",
        "KT",
        "KTXH",
        "KT-XH",
        "ANTT",
        "ATGT",
        "PCCC",
        "THPT",
        "THCS",
        "VNPT",
        "OCOP",
        "ODA",
        "HIV",
        "AIDS",
        "COVID",
        "UNESCO",
        "ASEAN",
        "WTO",
        "UNICEF",
        "WHO",
        "ISO",
        "QR",
        "AI",
        "IT",
        "ICT",
        "ID",
        "SMS",
        "IOT",
        "VNEID",
        "CCCD",
        "BHYT",
        "BHXH",
        "PCT",
        "CT",
        "TT",
        "VT",
        "VP",
        "UB",
        "CP",
        "QH",
        "NĐ",
        "QĐ",
        "NQ",
        "KH",
        "TTG",
        "TP",
        "TX",
        "HCM",
        "TM",
        "KL",
        "CV",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XIX",
        "XX",
        "XXI",
        "XXII",
        "GDP",
        "FDI",
        "USB",
        "PDF",
        "TV",
        "HTX",
        "NTM",
        "DVC",
        "LLVT",
        "QĐND",
        "CAND",
        "PTNT",
        "ĐVHC",
        "CBCC",
        "CCVC",
    ]
)
_SHORT = re.compile(r"(?<![\w/&.-])[A-ZĐĂÂÊÔƠƯ]{2,8}(?![\w/&-])")
_EXPLAINED = re.compile(
    r"\((?:sau đây[^()]{0,40}|gọi tắt[^()]{0,30}|viết tắt[^()]{0,20})?\s*[“\"]?(?P<short>[A-ZĐĂÂÊÔƠƯ]{2,8})[”\"]?\)|gọi tắt là\s*[“\"]?(?P<named>[A-ZĐ]{2,8})"
)


def _check(content: Content) -> Iterator[Hit]:
    explained = {found["short"] or found["named"] for spot in content.prose for found in _EXPLAINED.finditer(spot.text)}
    seen: set[str] = set()
    for spot in content.prose:
        if not all_caps(spot.text) and spot.part is not Part.TABLE:
            for found in _SHORT.finditer(spot.own):
                short = found.group()
                if short.upper() not in _COMMON and short not in explained | seen and not _in_capitals(spot.own, found):
                    seen.add(short)
                    yield spot.hit(
                        f'Chữ viết tắt "{short}" chưa được giải thích; nên viết đầy đủ ở lần đầu và ghi chữ viết tắt trong ngoặc đơn.'
                    )


def _in_capitals(text: str, found: re.Match[str]) -> bool:
    """Whether its neighbours are in capitals too: a title inside a sentence, not an abbreviation."""
    before = text[: found.start()].split()[-1:]
    after = text[found.end() :].split()[:1]
    return any(len(word.strip(".,;:()")) > 1 and all_caps(word) for word in (*before, *after))


RULE = Rule(
    id="KH-TM-03",
    name="chữ viết tắt chưa được giải thích lần đầu",
    severity=Severity.INFO,
    manual=Manual(
        what="Chữ viết tắt ít gặp phải được viết đầy đủ ở lần đầu; các chữ quen thuộc như UBND, HĐND thì không cần.",
        why="Người dân và đơn vị ngoài ngành không hiểu chữ viết tắt riêng của ngành.",
        instead="Viết: dịch vụ công trực tuyến (DVCTT); các lần sau dùng DVCTT.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Đẩy mạnh cung cấp DVCTT cho người dân./."),
        plan(closing="Các thôn phối hợp với BQLDA theo dõi tiến độ./."),
    ),
    good=(
        plan(closing="Đẩy mạnh dịch vụ công trực tuyến (DVCTT); tỷ lệ DVCTT tăng; UBND xã và HĐND xã giám sát./."),
        plan(sections="I. ĐẨY MẠNH DVCTT\n- Thực hiện Nghị quyết Đại hội XIII, Chương trình OCOP."),
    ),
)
