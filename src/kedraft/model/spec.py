"""DraftSpec: the draft file as data. It reads as the child's own table of contents.

Titles and descriptions are Vietnamese: they become the JSON Schema that editors show to the clerk.
"""

import re
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from kedraft.model.base import Frozen, Words
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


Said = Annotated[Words, AfterValidator(_said)]
Title = Annotated[Said, AfterValidator(_title)]
BareNumber = Annotated[Words, AfterValidator(_bare_number)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]


class Mode(StrEnum):
    """Cách kế thừa - `verbatim` giữ nguyên văn, `adapt` cụ thể hóa cho địa phương, `replace` viết lại."""

    VERBATIM = "verbatim"
    ADAPT = "adapt"
    REPLACE = "replace"


class DropSpec(Frozen):
    """Lược bỏ - a node left out, and why."""

    node: str = Field(title="Mã đề mục cần bỏ", description="Như `kedraft outline` in ra, ví dụ I.2.b")
    reason: Said = Field(title="Lý do")


class NodeSpec(Frozen):
    """Cách xử lý một đề mục bên trong mục được kế thừa."""

    node: str = Field(title="Mã đề mục", description="Như `kedraft outline` in ra, ví dụ I.2.b")
    mode: Mode | None = Field(None, title="Cách kế thừa")
    heading: Title | None = Field(None, title="Tiêu đề mới")
    text: Words | None = Field(None, title="Nội dung thay thế", description="Viết như trong kế hoạch: 1., a), -, +")
    prepend: tuple[Words, ...] = Field((), title="Thêm vào đầu")
    append: tuple[Words, ...] = Field((), title="Thêm vào cuối")
    only: tuple[str, ...] | None = Field(None, title="Chỉ lấy các đề mục này, theo thứ tự này")
    reason: Words | None = Field(None, title="Lý do viết lại")

    @model_validator(mode="after")
    def _replace_has_text(self) -> Self:
        if self.mode is Mode.REPLACE and self.text is None:
            raise PydanticCustomError("replace_needs_text", "mode: replace cần có text là nội dung viết lại")
        if self.text is not None and self.mode not in (None, Mode.REPLACE):
            raise PydanticCustomError(
                "text_needs_replace", "text chỉ đi với mode: replace; thêm câu thì dùng append hoặc prepend"
            )
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
    clause: str | None = Field(None, title="Mẫu câu trong thư viện", description="Ví dụ kinh-phi/cap-xa")

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if (self.text is None) == (self.clause is None):
            raise PydanticCustomError("own_section_needs_text", "mục tự viết cần đúng một trong hai: text hoặc clause")
        return self


class DroppedSection(Frozen):
    """Mục của cấp trên không đưa vào kế hoạch này."""

    drop: str = Field(title="Mã mục không đưa vào")
    reason: Said = Field(title="Lý do")


def _section_kind(value: object) -> str:
    """The kind that a person means, told by the keys: so that a slip is reported once, for that kind."""
    if isinstance(value, NodeSpec | OwnSection | DroppedSection):
        return type(value).__name__
    keys = value.keys() if isinstance(value, dict) else ()
    if "inherit" in keys:
        return InheritedSection.__name__
    if "clause" in keys or ("heading" in keys and "mode" not in keys):
        return OwnSection.__name__
    return DroppedSection.__name__ if "drop" in keys else InheritedSection.__name__


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
    signatory: SignatorySpec = Field(SignatorySpec(), title="Người ký")


class AdaptSpec(Frozen):
    """Điều chỉnh việc cụ thể hóa."""

    keep: tuple[Words, ...] = Field((), title="Giữ nguyên", description="Các cụm từ của cấp trên không được thay")
    replace: dict[Words, Words] = Field({}, title="Thay thế riêng", description="Cụm từ của cấp trên: cụm từ của mình")


class DraftSpec(Frozen):
    """Phiếu kế thừa - which parent, for whom, what is taken over and how, in the child's own order."""

    parent: Said = Field(
        title="Kế hoạch cấp trên", description="Tệp .docx, .txt, .md hoặc .yaml, tính từ thư mục của phiếu này"
    )
    locality: LocalitySpec = Field(title="Địa phương")
    document: DocumentSpec = Field(title="Thể thức")
    template: Words = Field("ke-hoach", title="Mẫu trình bày")
    bases: Literal["auto"] | tuple[Words, ...] = Field(
        "auto", title="Căn cứ", description="auto: viện dẫn kế hoạch cấp trên trong lời mở đầu"
    )
    opening: Words = Field("auto", title="Lời mở đầu")
    sections: tuple[SectionSpec, ...] = Field(title="Các mục, theo thứ tự của kế hoạch này", min_length=1)
    closing: Words = Field("auto", title="Lời kết", description="auto: câu kết thông dụng")
    recipients: Literal["auto"] | tuple[Words, ...] = Field("auto", title="Nơi nhận")
    annexes: tuple[SectionSpec, ...] = Field((), title="Phụ lục")
    adapt: AdaptSpec = Field(AdaptSpec(), title="Cụ thể hóa")
    overrides: dict[str, Said] = Field({}, title="Bỏ qua quy tắc, kèm lý do", description="Mã quy tắc: lý do")
