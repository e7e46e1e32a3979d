"""Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, as far as it speaks of layout."""

from kedraft.decree.types import (
    Align,
    AuthorityWord,
    BodyLayout,
    Choice,
    Component,
    DocumentType,
    Edition,
    Literal,
    Literals,
    Numerals,
    Page,
    Range,
    Rule,
    Typography,
)
from kedraft.vietnamese.labels import POINTS


def _size(low: float, high: float, default: float, cite: str) -> Choice:
    return Choice(Range(low, high), default, cite)


_C = Component
_BODY = _size(13, 14, 14, "PL1-II.6đ")

_TYPOGRAPHY = (
    Typography(_C.NATIONAL_NAME, "Quốc hiệu", _size(12, 13, 13, "PL1-II.1a"), bold=True, upper=True),
    Typography(_C.MOTTO, "Tiêu ngữ", _size(13, 14, 14, "PL1-II.1b"), bold=True),
    Typography(_C.SUPERIOR, "Cơ quan chủ quản", _size(12, 13, 13, "PL1-II.2b"), upper=True),
    Typography(_C.ISSUER, "Cơ quan ban hành", _size(12, 13, 13, "PL1-II.2b"), bold=True, upper=True),
    Typography(_C.NUMBER, "Số, ký hiệu", _size(13, 13, 13, "PL1-II.3c")),
    Typography(_C.PLACE_AND_DATE, "Địa danh và thời gian", _size(13, 14, 14, "PL1-II.4c"), italic=True),
    Typography(_C.DOCUMENT_TYPE, "Tên loại", _size(13, 14, 14, "PL1-II.5b"), bold=True, upper=True),
    Typography(_C.SUBJECT, "Trích yếu", _size(13, 14, 14, "PL1-II.5b"), bold=True),
    Typography(_C.LEGAL_BASIS, "Căn cứ", _size(13, 14, 14, "PL1-II.6a"), italic=True, align=Align.BOTH),
    Typography(_C.BODY, "Nội dung", _BODY, align=Align.BOTH),
    Typography(_C.PART, "Phần", _size(13, 14, 14, "PL1-II.6đ"), bold=True),
    Typography(_C.PART_TITLE, "Tiêu đề phần", _size(13, 14, 14, "PL1-II.6đ"), bold=True, upper=True),
    Typography(_C.SECTION, "Mục", _size(13, 14, 14, "PL1-V.6b"), bold=True, upper=True, align=Align.BOTH),
    Typography(_C.HEADING, "Khoản có tiêu đề", _BODY, bold=True, align=Align.BOTH),
    Typography(_C.CLAUSE, "Khoản không có tiêu đề", _BODY, align=Align.BOTH),
    Typography(_C.POINT, "Điểm", _BODY, align=Align.BOTH),
    Typography(_C.AUTHORITY, "Quyền hạn, chức vụ", _size(13, 14, 13, "PL1-II.7đ"), bold=True, upper=True),
    Typography(_C.SIGNER, "Họ tên người ký", _size(13, 14, 14, "PL1-II.7đ"), bold=True),
    Typography(
        _C.RECIPIENTS_HEADING, "Nơi nhận", _size(12, 12, 12, "PL1-II.9d"), bold=True, italic=True, align=Align.LEFT
    ),
    Typography(_C.RECIPIENTS, "Danh sách nơi nhận", _size(11, 11, 11, "PL1-II.9d"), align=Align.LEFT),
    Typography(_C.ANNEX_LABEL, "Phụ lục", _size(14, 14, 14, "PL1-III.1b"), bold=True),
    Typography(_C.ANNEX_TITLE, "Tên phụ lục", _size(13, 14, 14, "PL1-III.1b"), bold=True, upper=True),
    Typography(_C.ANNEX_NOTE, "Kèm theo", _size(13, 14, 13, "PL1-III.1c"), italic=True),
    Typography(_C.PAGE_NUMBER, "Số trang", _size(13, 14, 14, "PL1-I.7")),
)

_TYPES = (
    ("Nghị quyết", "NQ"),
    ("Quyết định", "QĐ"),
    ("Chỉ thị", "CT"),
    ("Quy chế", "QC"),
    ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"),
    ("Thông báo", "TB"),
    ("Hướng dẫn", "HD"),
    ("Chương trình", "CTr"),
    ("Kế hoạch", "KH"),
    ("Phương án", "PA"),
    ("Đề án", "ĐA"),
    ("Dự án", "DA"),
    ("Báo cáo", "BC"),
    ("Biên bản", "BB"),
    ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"),
    ("Công điện", "CĐ"),
    ("Bản ghi nhớ", "BGN"),
    ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"),
    ("Giấy mời", "GM"),
    ("Giấy giới thiệu", "GGT"),
    ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"),
    ("Phiếu chuyển", "PC"),
    ("Phiếu báo", "PB"),
)
_WITHOUT_ABBREVIATION = ("Công văn", "Thư công")
_COPIES = (("Bản sao y", "SY"), ("Bản trích sao", "TrS"), ("Bản sao lục", "SL"))

ND30_2020 = Edition(
    id="ND30_2020",
    name="Nghị định 30/2020/NĐ-CP",
    title="Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    in_force_from="2020-03-05",
    page=Page(
        width=210,
        height=297,
        size_cite="PL1-I.1",
        top=_size(20, 25, 20, "PL1-I.3"),
        bottom=_size(20, 25, 20, "PL1-I.3"),
        left=_size(30, 35, 30, "PL1-I.3"),
        right=_size(15, 20, 15, "PL1-I.3"),
        header_distance=10,
        tolerance=15,
        font="Times New Roman",
        font_cite="PL1-I.4",
    ),
    body=BodyLayout(
        first_line=(10.0, 12.7),
        default_first_line=12.7,
        gap=Choice(Range(6, 12), 6, "PL1-II.6e"),
        line_spacing=Choice(Range(1.0, 1.5), 1.1, "PL1-II.6e"),
        cite="PL1-II.6e",
    ),
    typography=_TYPOGRAPHY,
    rules=(
        Rule(_C.MOTTO, Choice(Range(1, 1), 1, "PL1-II.1b")),
        Rule(_C.ISSUER, Choice(Range(1 / 3, 1 / 2), 0.42, "PL1-II.2b")),
        Rule(_C.SUBJECT, Choice(Range(1 / 3, 1 / 2), 0.38, "PL1-II.5b")),
    ),
    literals=Literals(
        national_name=Literal(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PL1-II.1a", ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",)
        ),
        motto=Literal("Độc lập - Tự do - Hạnh phúc", "PL1-II.1b"),
        number=Literal("Số:", "PL1-II.3c"),
        recipients=Literal("Nơi nhận:", "PL1-II.9d"),
        closing_mark=Literal("./.", "PL3-1.4"),
        annex=Literal("Phụ lục", "PL1-III.1b"),
        attached=Literal("Kèm theo", "PL1-III.1c"),
    ),
    document_types=(
        *(DocumentType(name, short, "PL3-I") for name, short in _TYPES),
        *(DocumentType(name, None, "PL3-I") for name in _WITHOUT_ABBREVIATION),
    ),
    copy_types=tuple(DocumentType(name, short, "PL3-I") for name, short in _COPIES),
    authority_words=(
        AuthorityWord("TM.", "thay mặt", "tên tập thể lãnh đạo hoặc cơ quan", "PL1-II.7b"),
        AuthorityWord("KT.", "ký thay", "chức vụ của người đứng đầu", "PL1-II.7b"),
        AuthorityWord("TL.", "thừa lệnh", "chức vụ của người đứng đầu", "PL1-II.7b"),
        AuthorityWord("TUQ.", "thừa ủy quyền", "chức vụ của người đứng đầu", "PL1-II.7b"),
        AuthorityWord("Q.", "quyền cấp trưởng", "chức vụ của người đứng đầu", "PL1-II.7b"),
    ),
    numerals=Numerals(pad_below=10, padded_months=(1, 2), cite_number="PL1-II.3c", cite_date="PL1-II.4b"),
    point_letters=POINTS,
    point_letters_cite="PL1-II.6đ",
    signing_room=Range(4, 5),
)
