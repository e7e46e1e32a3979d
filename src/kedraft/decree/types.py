"""The forms that an edition of the decree is written in. Every value carries the article it stands in."""

from enum import StrEnum
from typing import NamedTuple

Citation = str
"""`PL1-II.4a`: Phụ lục I, Phần I, Mục II, khoản 4, điểm a; `Đ.8.2`: Điều 8 khoản 2; `PL3-1.4`: Mẫu 1.4."""


class Range(NamedTuple):
    """What the decree allows, both ends included."""

    low: float
    high: float

    def holds(self, value: float, tolerance: float = 0.0) -> bool:
        """Whether `value` lies inside, give or take `tolerance`."""
        return self.low - tolerance <= value <= self.high + tolerance


class Choice(NamedTuple):
    """An allowed range and the value that kedraft's own templates take from it."""

    allowed: Range
    default: float
    cite: Citation


class Component(StrEnum):
    """Thành phần thể thức - the parts of a document that have a typography of their own."""

    NATIONAL_NAME = "quoc-hieu"
    MOTTO = "tieu-ngu"
    SUPERIOR = "co-quan-chu-quan"
    ISSUER = "co-quan-ban-hanh"
    NUMBER = "so-ky-hieu"
    PLACE_AND_DATE = "dia-danh-thoi-gian"
    DOCUMENT_TYPE = "ten-loai"
    SUBJECT = "trich-yeu"
    LEGAL_BASIS = "can-cu"
    BODY = "noi-dung"
    PART = "phan"
    PART_TITLE = "tieu-de-phan"
    SECTION = "muc"
    HEADING = "khoan-co-tieu-de"
    CLAUSE = "khoan"
    POINT = "diem"
    AUTHORITY = "quyen-han-chuc-vu"
    SIGNER = "ho-ten"
    RECIPIENTS_HEADING = "noi-nhan"
    RECIPIENTS = "danh-sach-noi-nhan"
    ANNEX_LABEL = "phu-luc"
    ANNEX_TITLE = "ten-phu-luc"
    ANNEX_NOTE = "kem-theo"
    PAGE_NUMBER = "so-trang"


class Align(StrEnum):
    """Căn dòng - the value is Word's `w:jc`."""

    LEFT = "left"
    CENTER = "center"
    BOTH = "both"


class Typography(NamedTuple):
    """Kiểu chữ - of one component: size in points, weight, slant, case, alignment."""

    component: Component
    title: str
    size: Choice
    bold: bool = False
    italic: bool = False
    upper: bool = False
    align: Align = Align.CENTER


class Rule(NamedTuple):
    """Đường kẻ - the line below a component; `share` is its length over that of the text line."""

    below: Component
    share: Choice


class Page(NamedTuple):
    """Trang giấy - in millimetres. `tolerance` (twips) is what a check grants: the official sample itself rounds up."""

    width: float
    height: float
    size_cite: Citation
    top: Choice
    bottom: Choice
    left: Choice
    right: Choice
    header_distance: float
    tolerance: int
    font: str
    font_cite: Citation


class BodyLayout(NamedTuple):
    """Trình bày nội dung - indent of the first line in mm, gap between paragraphs in points, line spacing in lines."""

    first_line: tuple[float, ...]
    default_first_line: float
    gap: Choice
    line_spacing: Choice
    cite: Citation


class Literal(NamedTuple):
    """Words that a document must have as they are; `accepted` are other spellings the decree itself uses."""

    text: str
    cite: Citation
    accepted: tuple[str, ...] = ()


class Literals(NamedTuple):
    """Cụm từ bắt buộc."""

    national_name: Literal
    motto: Literal
    number: Literal
    recipients: Literal
    closing_mark: Literal
    annex: Literal
    attached: Literal


class DocumentType(NamedTuple):
    """Tên loại văn bản and its abbreviation; Công văn has none."""

    name: str
    abbreviation: str | None
    cite: Citation


class AuthorityWord(NamedTuple):
    """Chữ viết tắt quyền hạn - `before` says what follows it."""

    abbreviation: str
    meaning: str
    before: str
    cite: Citation


class Numerals(NamedTuple):
    """Chữ số - numbers and days below `pad_below` take a leading zero; so do these months."""

    pad_below: int
    padded_months: tuple[int, ...]
    cite_number: Citation
    cite_date: Citation


class Edition(NamedTuple):
    """Ấn bản quy định - one decree on the layout of official documents, as data."""

    id: str
    name: str
    title: str
    in_force_from: str
    page: Page
    body: BodyLayout
    typography: tuple[Typography, ...]
    rules: tuple[Rule, ...]
    literals: Literals
    document_types: tuple[DocumentType, ...]
    copy_types: tuple[DocumentType, ...]
    authority_words: tuple[AuthorityWord, ...]
    numerals: Numerals
    point_letters: str
    point_letters_cite: Citation
    signing_room: Range
    """Blank lines between position and name in a draft (practice)."""

    def type_of(self, component: Component) -> Typography:
        """How `component` is set."""
        return next(t for t in self.typography if t.component is component)

    def rule_below(self, component: Component) -> Rule:
        """The line below `component`."""
        return next(r for r in self.rules if r.below is component)

    def abbreviation(self, document_type: str) -> str | None:
        """`KẾ HOẠCH` -> `KH` (Phụ lục III); None for a type that is not in the table."""
        wanted = document_type.casefold()
        return next((t.abbreviation for t in self.document_types if t.name.casefold() == wanted), None)
