"""Numbers of documents that a scan cannot have held as they were read: `645/TIr-SVHTT` of a Tờ trình, `5109/ST1C-QLNS`.

What stood there is not guessed: such a number is left out, and a finding says so.
"""

from kedraft.model.plan import CitedDocument
from kedraft.vietnamese.letters import pattern

#: The abbreviation of the type in a document's symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III).
_CODES = {
    "Quyết định": "QĐ",
    "Nghị quyết": "NQ",
    "Nghị định": "NĐ",
    "Chỉ thị": "CT",
    "Kế hoạch": "KH",
    "Thông tư": "TT",
    "Tờ trình": "TTr",
    "Chương trình": "CTr",
    "Chương trình hành động": "CTr",
    "Thông báo": "TB",
    "Báo cáo": "BC",
    "Hướng dẫn": "HD",
    "Kết luận": "KL",
}
#: What stands there too, by old habit or for documents of several bodies, of the Party and of councils.
_MORE = frozenset(
    {"CTHĐ", "CTrHĐ", "CTPH", "CTrPH", "TBKL", "KHPH", "KHLT", "KHLN", "HDLN", "HDLT", "NQLT", "TTLT", "QC", "QCPH"}
    | {"PA", "ĐA", "DA", "BB", "HĐ", "CV", "CĐ", "QyĐ", "QyC", "TC", "PL", "UBND", "HĐND"}
)
_CODE = pattern(r"\d+[a-z]?(?:/\d{4})?[/-](?P<code>[^\W\d_]+)")
_DIGIT_AMID = pattern(r"[^\W\d_]\d+[^\W\d_]")


def is_doubtful(document: CitedDocument) -> bool:
    """Whether the number of a document that a scan cites was misread, by its letters alone."""
    number = document.number or ""
    if _DIGIT_AMID.search(number):
        return True
    found = _CODE.match(number)
    if found is None or document.type not in _CODES:
        return False
    return found.group("code") not in {*_CODES.values(), *_MORE}


def without_doubtful_number(document: CitedDocument) -> CitedDocument:
    """The document with its number, unless that was misread."""
    return document.evolve(number=None) if is_doubtful(document) else document
