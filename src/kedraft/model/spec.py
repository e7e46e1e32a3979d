"""DraftSpec: the draft file as data. It reads as the child's own table of contents.

Titles and descriptions are Vietnamese: they become the JSON Schema that editors show to the clerk.
"""

import re
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from kedraft.model.base import Frozen, Words
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.dates import is_partial_date
from kedraft.vietnamese.labels import NUMBERED, labels_at


def _partial_date(value: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        raise PydanticCustomError(
            "partial_date",
            "ngày '{date}' chưa đúng dạng; viết năm-tháng-ngày, ví dụ 2026-02-05 hoặc 2026-02",
            {"date": value},
        )
    if not is_partial_date(value):
        raise PydanticCustomError(
            "partial_date", "ngày '{date}' không có thật; xem lại ngày, tháng, năm", {"date": value}
        )
    return value


def _title(value: str) -> str:
    """A heading without the number that a person typed before it: numbers are computed."""
    for label in labels_at(value):
        if label.printed[-1] in ".)/" and label.end < len(value) and label.marker in NUMBERED:
            return value[label.end :].strip()
    return value


def _bare_number(value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,5}[a-z]?", value):
        raise PydanticCustomError("bare_number", "chỉ ghi số, ví dụ 07; ký hiệu ghi ở khóa symbol")
    return value


def _said(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "không được để trống; bỏ hẳn khóa này nếu chưa có")
    return value.strip()


def _short_name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,19}", value):
        raise PydanticCustomError(
            "short_name", "tên ngắn '{name}' chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ tw", {"name": value}
        )
    return value


def _whole(value: object) -> int:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,15}", str(value)):
        raise PydanticCustomError("whole", "phải là số nguyên không âm, ví dụ 120 hoặc 3.500")
    return int(str(value).replace(".", ""))


def _as_printed(value: object) -> object:
    return value


Said = Annotated[Words, AfterValidator(_said)]
#: A whole number as people write it: `120`, `3.500`.
Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int | str)]
#: Words that may look like a number to an editor; they are taken as printed.
Printed = Annotated[Words, BeforeValidator(_as_printed, json_schema_input_type=str | int | float)]
Above = Annotated[str, AfterValidator(_short_name)]
Title = Annotated[Said, AfterValidator(_title)]
BareNumber = Annotated[Words, AfterValidator(_bare_number)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


#: Kinds of units that an entry is for; one kind may stand alone.
Kinds = Annotated[
    tuple[UnitKind, ...], BeforeValidator(_one_or_more, json_schema_input_type=UnitKind | tuple[UnitKind, ...])
]
_WHEN = Field(
    None,
    title="Chỉ dùng cho",
    description="Loại đơn vị: xã, phường, đặc khu …, hoặc danh sách [xã, đặc khu]; với loại khác thì coi như không có dòng này",
    min_length=1,
)


class Mode(StrEnum):
    """Cách kế thừa - `verbatim` giữ nguyên văn, `adapt` cụ thể hóa cho địa phương, `replace` viết lại."""

    VERBATIM = "verbatim"
    ADAPT = "adapt"
    REPLACE = "replace"


#: Ids of clauses; one may stand alone.
Clauses = Annotated[tuple[Said, ...], BeforeValidator(_one_or_more, json_schema_input_type=str | tuple[str, ...])]
_CLAUSE = Field(
    None,
    title="Mẫu câu trong thư viện",
    description="Ví dụ kinh-phi/cap-xa, hoặc danh sách các mẫu; xem `kedraft clauses`",
    min_length=1,
)
#: What a draft file fills into a clause, by the names of its parameters.
Values = Annotated[
    dict[Words, Words],
    Field(alias="with", title="Tham số của mẫu câu", description="Ví dụ {thời hạn: trước ngày 05/12 hằng năm}"),
]


class ClauseUse(Frozen):
    """Lời lấy từ thư viện mẫu câu."""

    clause: Said = Field(title="Mẫu câu", description="Ví dụ ket-thuc/cap-xa")
    values: Values = Field(default_factory=dict)


class DropSpec(Frozen):
    """Lược bỏ - a node left out, and why."""

    node: str = Field(title="Mã đề mục cần bỏ", description="Như `kedraft outline` in ra, ví dụ I.2.b")
    reason: Said = Field(title="Lý do")
    when: Kinds | None = _WHEN


class NodeSpec(Frozen):
    """Cách xử lý một đề mục bên trong mục được kế thừa."""

    node: str = Field(title="Mã đề mục", description="Như `kedraft outline` in ra, ví dụ I.2.b")
    mode: Mode | None = Field(None, title="Cách kế thừa")
    heading: Title | None = Field(None, title="Tiêu đề mới")
    text: Words | None = Field(None, title="Nội dung thay thế", description="Viết như trong kế hoạch: 1., a), -, +")
    clause: Clauses | None = _CLAUSE
    values: Values = Field(default_factory=dict)
    keep: tuple[Said, ...] = Field(
        (),
        title="Giữ nguyên riêng ở đề mục này",
        description="Các cụm từ của cấp trên không được thay trong đề mục này",
    )
    prepend: tuple[Words, ...] = Field((), title="Thêm vào đầu")
    append: tuple[Words, ...] = Field((), title="Thêm vào cuối")
    only: tuple[str, ...] | None = Field(None, title="Chỉ lấy các đề mục này, theo thứ tự này")
    reason: Words | None = Field(None, title="Lý do viết lại")
    when: Kinds | None = _WHEN

    @model_validator(mode="after")
    def _replace_has_text(self) -> Self:
        if self.mode is Mode.REPLACE and self.text is None and self.clause is None:
            raise PydanticCustomError("replace_needs_text", "mode: replace cần có text là nội dung viết lại")
        if (self.text is not None or self.clause is not None) and self.mode not in (None, Mode.REPLACE):
            raise PydanticCustomError(
                "text_needs_replace", "text chỉ đi với mode: replace; thêm câu thì dùng append hoặc prepend"
            )
        if self.text is not None and self.clause is not None:
            raise PydanticCustomError("text_or_clause", "chỉ dùng một trong hai: text hoặc clause")
        return self


class InheritedSection(NodeSpec):
    """Mục kế thừa từ kế hoạch cấp trên."""

    node: str = Field(
        alias="inherit", title="Kế thừa đề mục", description="Mã đề mục của kế hoạch cấp trên, ví dụ I hoặc III.2"
    )
    drop: tuple[DropSpec, ...] = Field((), title="Lược bỏ")
    nodes: tuple[NodeSpec, ...] = Field((), title="Xử lý riêng từng đề mục bên trong")


class OwnSection(Frozen):
    """Mục do đơn vị tự viết."""

    heading: Title = Field(title="Tiêu đề mục", min_length=1)
    text: Words | None = Field(None, title="Nội dung", description="Viết như trong kế hoạch: 1., a), -, +")
    clause: Clauses | None = _CLAUSE
    values: Values = Field(default_factory=dict)
    when: Kinds | None = _WHEN

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if (self.text is None) == (self.clause is None):
            raise PydanticCustomError("own_section_needs_text", "mục tự viết cần đúng một trong hai: text hoặc clause")
        return self


class DroppedSection(Frozen):
    """Mục của cấp trên không đưa vào kế hoạch này."""

    drop: str = Field(title="Mã mục không đưa vào")
    reason: Said = Field(title="Lý do")
    when: Kinds | None = _WHEN


def _section_kind(value: object) -> str:
    """The kind that a person means, told by the keys: so that a slip is reported once, for that kind."""
    if isinstance(value, NodeSpec | OwnSection | DroppedSection):
        return type(value).__name__
    keys = _meant_keys(value) if isinstance(value, dict) else frozenset()
    if "inherit" in keys:
        return InheritedSection.__name__
    if "clause" in keys or ("heading" in keys and "mode" not in keys):
        return OwnSection.__name__
    return DroppedSection.__name__ if "drop" in keys else InheritedSection.__name__


def _meant_keys(data: dict[Any, Any]) -> frozenset[str]:
    """The keys that tell kinds apart, also where one has a slip (`inherti`); nodes in `drop` are those of an inherited section."""
    near = {found for key in data for found in _near(str(key).casefold())}
    keys = near | {str(key) for key in data}
    dropped = data.get("drop")
    if isinstance(dropped, list | tuple) and any(isinstance(one, dict) for one in dropped):
        keys = keys - {"drop"} | {"inherit"}
    return frozenset(keys)


@lru_cache(maxsize=256)
def _near(key: str) -> tuple[str, ...]:
    return tuple(get_close_matches(key, _TELLING, n=1, cutoff=0.7))


_TELLING = ("inherit", "heading", "clause", "drop")


SectionSpec = Annotated[
    Annotated[InheritedSection, Tag("InheritedSection")]
    | Annotated[OwnSection, Tag("OwnSection")]
    | Annotated[DroppedSection, Tag("DroppedSection")],
    Discriminator(_section_kind),
]


class LocalitySpec(Frozen):
    """Địa phương soạn thảo."""

    commune: Said | None = Field(None, title="Xã, phường, đặc khu, thị trấn")
    district: Said | None = Field(
        None, title="Huyện, quận, thị xã, thành phố thuộc tỉnh", description="Chỉ dùng cho văn bản trước 01/7/2025"
    )
    province: Said = Field(title="Tỉnh, thành phố")


class SignatorySpec(Frozen):
    """Người ký."""

    authority: tuple[Words, ...] | None = Field(
        None, title="Quyền hạn", description="Các dòng phía trên chức vụ, ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]"
    )
    position: Words | None = Field(None, title="Chức vụ")
    second_position: Words | None = Field(
        None, title="Chức vụ trong cơ quan", description="Dành cho Ban Chỉ đạo dùng con dấu của Ủy ban nhân dân"
    )
    name: Words | None = Field(None, title="Họ tên")


class IssuerSpec(Frozen):
    """Cơ quan ban hành, khi không phải Ủy ban nhân dân của địa phương."""

    name: Words = Field(title="Tên cơ quan ban hành")
    superior: Words | None = Field(None, title="Cơ quan chủ quản trực tiếp")
    short: Words | None = Field(None, title="Tên gọi trong lời văn", description="Ví dụ: Ban Chỉ đạo tỉnh")


class DocumentSpec(Frozen):
    """Phần thể thức của kế hoạch."""

    subject: Said = Field(title="Trích yếu")
    date: PartialDate = Field(title="Ngày ban hành", description="2026-02-05, hoặc 2026-02 để trống ngày cho văn thư")
    number: BareNumber | None = Field(None, title="Số", description="Để trống cho văn thư cấp số")
    symbol: Words | None = Field(None, title="Ký hiệu", description="Mặc định KH-UBND")
    place: Words | None = Field(None, title="Địa danh", description="Mặc định theo đơn vị hành chính")
    issuer: IssuerSpec | None = Field(None, title="Cơ quan ban hành")
    drafting_unit: Said | None = Field(
        None, title="Đơn vị soạn thảo", description="Chữ viết tắt ở dòng “Lưu: VT, …” của Nơi nhận, ví dụ VHXH"
    )
    signatory: SignatorySpec = Field(SignatorySpec(), title="Người ký")


class AdaptSpec(Frozen):
    """Điều chỉnh việc cụ thể hóa."""

    keep: tuple[Words, ...] = Field((), title="Giữ nguyên", description="Các cụm từ của cấp trên không được thay")
    replace: dict[Words, Words] = Field({}, title="Thay thế riêng", description="Cụm từ của cấp trên: cụm từ của mình")


class DistributeSpec(Frozen):
    """Phân bổ - a number that is shared out over the localities of a batch: by a column, or as a column has it already."""

    field: Said = Field(title="Trường nhận số được phân bổ", description="Ví dụ số mô hình; gọi bằng {số mô hình}")
    total: Whole = Field(title="Tổng số", description="Số nguyên, ví dụ 120 hoặc 3.500")
    by: Said | None = Field(
        None, title="Chia theo cột", description="Ví dụ dân số; bỏ trống: lấy số đã ghi ở cột của trường, chỉ cộng lại"
    )
    least: Whole = Field(0, title="Ít nhất mỗi địa phương")
    node: str | None = Field(
        None, title="Mục tiêu của cấp trên", description="Mã đề mục nêu tổng số ấy, để đối chiếu hai tổng"
    )


class DeadlineSpec(Frozen):
    """Thời hạn của mình so với thời hạn của cấp trên."""

    step: int = Field(
        10,
        ge=0,
        le=90,
        title="Sớm hơn hạn của cấp trên mấy ngày",
        description="Hạn trong phần cụ thể hóa được lùi về trước từng ấy ngày, tránh ngày nghỉ; 0 là giữ nguyên hạn của cấp trên; ngày đã ghi trong lời tự viết không đổi theo số này",
    )
    monthly: int = Field(
        3,
        ge=0,
        le=15,
        title="Sớm hơn mấy ngày đối với hạn hằng tháng, hằng quý",
        description="Ví dụ ngày 15 thành ngày 12",
    )


class DraftSpec(Frozen):
    """Phiếu kế thừa - which parent, for whom, what is taken over and how, in the child's own order."""

    parent: Said = Field(
        title="Kế hoạch cấp trên", description="Tệp .docx, .txt, .md hoặc .yaml, tính từ thư mục của phiếu này"
    )
    above: dict[Above, Said] = Field(
        {},
        title="Kế hoạch cấp trên nữa",
        description="Tên ngắn: tệp, ví dụ tw: ke-hoach-trung-uong.docx; lấy đề mục của tệp ấy bằng tw:II.3",
    )
    locality: LocalitySpec = Field(title="Địa phương")
    document: DocumentSpec = Field(title="Thể thức")
    template: Words = Field("ke-hoach", title="Mẫu trình bày")
    bases: Literal["auto"] | tuple[Words, ...] = Field(
        "auto", title="Căn cứ", description="auto: viện dẫn kế hoạch cấp trên trong lời mở đầu"
    )
    opening: Words = Field("auto", title="Lời mở đầu")
    sections: tuple[SectionSpec, ...] = Field(title="Các mục, theo thứ tự của kế hoạch này", min_length=1)
    closing: Words | ClauseUse = Field(
        "auto", title="Lời kết", description="auto: câu kết thông dụng; hoặc {clause: ket-thuc/cap-xa}"
    )
    recipients: Literal["auto"] | tuple[Words, ...] | ClauseUse = Field(
        "auto", title="Nơi nhận", description="auto, danh sách các dòng, hoặc {clause: noi-nhan/cap-xa}"
    )
    annexes: tuple[SectionSpec, ...] = Field((), title="Phụ lục")
    adapt: AdaptSpec = Field(AdaptSpec(), title="Cụ thể hóa")
    deadlines: DeadlineSpec = Field(DeadlineSpec(), title="Thời hạn")
    clauses: Words | None = Field(
        None,
        title="Thư mục mẫu câu riêng",
        description="Tính từ thư mục của phiếu; mặc định mau-cau/ hoặc clauses/ nếu có",
    )
    units: Said | None = Field(
        None,
        title="Bảng đơn vị hành chính bổ sung",
        description="Tệp .yaml, .xlsx hoặc .csv của cơ quan, tính từ thư mục của phiếu này, ví dụ don-vi.yaml",
    )
    figures: dict[Said, Printed] = Field(
        {},
        title="Số liệu của địa phương",
        description="Tên: giá trị như cần in; trong lời tự viết gọi bằng {tên}. Số nguyên không có ngoặc kép được in có dấu chấm: 1250 in là 1.250",
    )
    distribute: tuple[DistributeSpec, ...] = Field((), title="Phân bổ số chung cho các địa phương")
    overrides: dict[str, Said] = Field({}, title="Bỏ qua quy tắc, kèm lý do", description="Mã quy tắc: lý do")
