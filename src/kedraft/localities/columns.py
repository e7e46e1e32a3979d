"""The columns of a table of localities: their titles, what they mean, and which is meant by a title that a person typed."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from kedraft.clauses import WORDS
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.text import fold, name_key, nfc, squeeze

#: Fields that every locality has: the words that clauses may use, and its province (in full, by name), the huyện before
#: 01/7/2025.
BUILT_IN = (*dict.fromkeys(map(name_key, WORDS)), "tỉnh", "tên tỉnh", "huyện")
#: The only one of them that a locality may say otherwise: what its people live in.
RESIDENTIAL_FIELD = "khu dân cư"

#: A column whose title begins so holds what stands for the rest of the title.
REPLACES = "Thay:"
_REPLACES = fold(REPLACES)


@dataclass(frozen=True, slots=True)
class Column:
    """One known column: its key in YAML, its title in a sheet, other titles that are understood, what it is for."""

    key: str
    title: str
    also: tuple[str, ...] = ()
    about: str = ""
    width: int = 16
    choices: tuple[str, ...] = ()


AUTHORITIES = ("TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "KT. CHỦ TỊCH", "Q. CHỦ TỊCH")
POSITIONS = ("CHỦ TỊCH", "PHÓ CHỦ TỊCH")
RESIDENTIAL = ("thôn", "tổ dân phố", "khu phố", "bản", "ấp", "thôn, tổ dân phố")

COLUMNS: tuple[Column, ...] = (
    Column(
        "code",
        "Mã đơn vị",
        ("Mã", "Mã ĐVHC", "Mã xã"),
        "Mã số đơn vị hành chính, 5 chữ số. Có mã thì mã và tên phải là của cùng một đơn vị.",
        11,
    ),
    Column(
        "kind",
        "Loại",
        ("Loại đơn vị", "Cấp"),
        "xã, phường hoặc đặc khu. Có thể bỏ trống nếu tên đã rõ.",
        11,
        tuple(kind.value for kind in (UnitKind.XA, UnitKind.PHUONG, UnitKind.DAC_KHU)),
    ),
    Column(
        "unit",
        "Địa phương",
        ("Đơn vị", "Tên đơn vị", "Xã", "Xã, phường", "Xã, phường, đặc khu", "Tên xã", "Tên địa phương"),
        "Tên xã, phường, đặc khu; có hay không có loại phía trước đều được. Cột này bắt buộc.",
        24,
    ),
    Column("district", "Huyện", ("Quận, huyện", "Thuộc huyện"), "Chỉ dùng cho văn bản trước 01/7/2025.", 20),
    Column(
        "province",
        "Tỉnh, thành phố",
        ("Tỉnh", "Thành phố", "Tỉnh/thành phố", "Thuộc tỉnh"),
        "Tỉnh, thành phố tại ngày ban hành.",
        18,
    ),
    Column(
        "authority",
        "Quyền hạn ký",
        ("Quyền hạn", "Thẩm quyền ký"),
        "Các dòng phía trên chức vụ, cách nhau bằng dấu chấm phẩy. Bỏ trống: như trong phiếu.",
        38,
        AUTHORITIES,
    ),
    Column(
        "position",
        "Chức vụ",
        ("Chức vụ người ký",),
        "Chức vụ của người ký, viết hoa. Bỏ trống: như trong phiếu.",
        18,
        POSITIONS,
    ),
    Column(
        "name",
        "Họ tên người ký",
        ("Họ tên", "Họ và tên", "Người ký", "Họ và tên người ký"),
        "Không ghi học hàm, học vị.",
        26,
    ),
    Column("symbol", "Ký hiệu", ("Ký hiệu văn bản",), "Ví dụ KH-UBND. Bỏ trống: như trong phiếu.", 13),
    Column("number", "Số", ("Số văn bản", "Số kế hoạch"), "Chỉ ghi khi số đã được cấp, ví dụ 07.", 8),
    Column(
        "drafting_unit",
        "Đơn vị soạn thảo",
        ("Đơn vị soạn", "Lưu"),
        "Chữ viết tắt đứng sau “Lưu: VT,” ở Nơi nhận, ví dụ VHXH.",
        16,
    ),
    Column(
        "residential",
        "Khu dân cư",
        (),
        "Khu dân cư của địa phương, dùng cho trường {khu dân cư}. Bỏ trống: thôn, ấp, tổ dân phố hoặc khu phố, theo loại đơn vị và tỉnh.",
        16,
        RESIDENTIAL,
    ),
)


def folded(title: str) -> str:
    """A title for comparing: no marks, no capitals, no commas, one blank between words."""
    return squeeze(re.sub(r"[,/;]", " ", fold(nfc(title))))


BY_KEY = {column.key: column for column in COLUMNS}
_BY_TITLE = {folded(title): column for column in COLUMNS for title in (column.title, *column.also, column.key)}
#: Titles of which one wrong letter would lose what is typed below; shorter ones are too much alike to tell.
_LONG = [title for title in _BY_TITLE if len(title) > 5]


def column_of(title: str) -> Column | None:
    """The known column that a title means."""
    return _BY_TITLE.get(folded(title).rstrip(" :*"))


def phrase_of(title: str) -> str | None:
    """What a column `Thay: …` stands for, "" when it does not say; None for any other column."""
    title = squeeze(nfc(title))
    return title[len(REPLACES) :].strip() if fold(title).startswith(_REPLACES) else None


def nearly(title: str) -> Column | None:
    """The known column that a title is one or two letters away from."""
    near = get_close_matches(folded(title), _LONG, n=1, cutoff=0.87)
    return _BY_TITLE[near[0]] if near else None


def is_built_in(name: str) -> bool:
    """Whether a figure of that name would stand in the way of a field that every locality has from the table of units."""
    return name_key(name) in _BUILT_IN


_BUILT_IN = frozenset(BUILT_IN) - {RESIDENTIAL_FIELD}


def taken(name: str, thing: str) -> str:
    """What is wrong with a figure named like a field that every locality has. `thing`: what has the name, with a capital."""
    return (
        f"{thing} “{name}” trùng tên trường {{{name_key(name)}}} mà kedraft tự điền theo đơn vị hành chính; "
        f"đặt tên khác, ví dụ “{name} riêng”, và gọi bằng tên ấy trong phiếu."
    )
