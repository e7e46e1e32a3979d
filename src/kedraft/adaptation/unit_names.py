"""The source's unit as words and as patterns: its kind, its name, and phrases as they may be spelled."""

import re

from kedraft.adaptation.names import PERSON_CITY, name_pattern, same_name, stands_alone
from kedraft.adaptation.source import SourceBody
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import both_tones

CAP = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

#: Towns by two letters: `TP. Hồ Chí Minh`, `UBND TX`.
SHORT_WORDS = {UnitKind.THANH_PHO: "TP", UnitKind.THI_XA: "TX"}

#: The first words of bodies and documents are not names of units.
NOT_NAMES = (
    r"(?:UBND|HĐND|MTTQ|[ỦU]y|Uỷ|Hội|Sở|Phòng|Công an|Ban|Bộ|Giám|Chủ|Phó|Tỉnh|Thành|Huyện|Đảng|Mặt|Kế|Quyết|Thường"
    r"|Văn phòng|Đoàn|Trung|Các|Trạm|TRÊN|Toàn|Trên|Báo|Đài|Người|Trưởng|Xã|Phường)(?!\w)"
)
#: No proper name follows the bare word.
_NO_NAME = rf"(?!\s+(?!{NOT_NAMES})[{CAP}])"
#: The name ends here: no syllable follows that would make it a longer one (`Bình Thuận Mới`).
_NAME_ENDS = rf"(?!\w)(?![^\S\n]+(?!{NOT_NAMES})[{CAP}][a-zà-ỹ]*(?!\w))"
#: Not another one by its number (`Quận 10`); what is counted by the number may follow (`quận 6 tháng đầu năm`).
_NO_NUMBER = (
    r"(?!\s+\d{1,2}(?![\w.,/%])(?!\s*(?:%|tháng|năm|quý|ngày|tuần|đợt|lần|hộ|người|cơ|trường|điểm|đơn|tổ|mô|nhóm|phường)(?!\w))"
    r"|\s+\d{1,2}[.,](?:\s|$))"
)


def words(phrase: str) -> str:
    """A phrase as a pattern: any first capital, any dash, `và` or `&`, old or new tone, any blank."""
    return r"\s+".join(_word(word) for word in phrase.split(" ")).replace(r"\s+[-–]\s+", r"\s*[-–]\s*")


def _word(word: str) -> str:
    if word == "-":
        return "[-–]"
    if word == "và":
        return "(?:và|&)"
    bare = word.rstrip(",")
    comma = ",?" if bare != word else ""
    pattern = re.escape(bare)
    if len(forms := both_tones(bare)) > 1:
        return f"(?:{'|'.join(map(re.escape, forms))}){comma}"
    first, rest = bare[0], re.escape(bare[1:])
    if first.isupper() and first.lower() != first and (len(bare) == 1 or not bare.isupper()):
        pattern = f"[{first}{first.lower()}]{rest}"
    return pattern + comma


def unit_pattern(source: SourceBody) -> str:
    """The source's own unit inside a sentence: `tỉnh`, `tỉnh Bình Thuận`; never another unit of that kind."""
    if not source.word:
        return r"(?!)"
    number = _NO_NUMBER if source.kind in (UnitKind.QUAN, UnitKind.PHUONG) else ""
    bare = rf"{_kind_word(source.word)}(?!\w){_NO_NAME}{number}"
    if short := SHORT_WORDS.get(source.kind or UnitKind.TINH):
        # The dot of `TP.` goes with it only inside a sentence; before a capital it may belong to another city's name.
        bare = rf"(?:{bare}|{short}(?!\w)(?!\.?\s*(?!{NOT_NAMES})[{CAP}])(?:\.(?=\s+[a-zà-ỹđ]))?)"
    return rf"(?:{named_pattern(source)}|{bare})"


def named_pattern(source: SourceBody) -> str:
    """The source's unit with its name: `tỉnh Bình Thuận`, `TP. Hồ Chí Minh`, `TP.HCM`."""
    if not source.word or not source.name:
        return r"(?!)"
    lead, name = rf"{_kind_word(source.word)}\s+", name_pattern(source.name)
    if short := SHORT_WORDS.get(source.kind or UnitKind.TINH):
        lead = rf"(?:{lead}|(?i:{short})\.?\s*)"
    if source.kind is UnitKind.THANH_PHO:
        name = rf"(?:{name}|HCM)" if same_name(source.name, PERSON_CITY) else name
    return rf"{lead}{name}{_NAME_ENDS}"


def alone_pattern(source: SourceBody) -> str:
    """The name without its kind, where it still names the place."""
    if not source.name or not stands_alone(source.name):
        return r"(?!)"
    return rf"{name_pattern(source.name)}(?!\w)"


def _kind_word(word: str) -> str:
    return f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}".replace("\\ ", r"\s+")
