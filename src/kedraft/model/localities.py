"""Bảng địa phương - the localities of a batch, one row each, and what differs between them."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kedraft.model.base import Frozen, Words
from kedraft.model.place import Location
from kedraft.model.spec import LocalitySpec, Printed, Said, SignatorySpec


def _lines(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Lines = Annotated[tuple[Words, ...], BeforeValidator(_lines, json_schema_input_type=Words | tuple[Words, ...])]


class LocalityRow(Frozen):
    """One row: the unit, who signs, its own offices, figures and words. What is None or missing is as the draft file has it.

    `bodies`: the parent's phrase -> the locality's own body (as `adapt.replace` of the draft file). `figures`: the title of a
    free column -> its words as they are to be printed, in one line (`dân số` -> `12.345`). `cells`: every free column -> its cell
    in this row, also where that is empty.
    """

    locality: LocalitySpec
    code: Words | None = None
    signatory: SignatorySpec | None = None
    symbol: Words | None = None
    number: Words | None = None
    drafting_unit: Words | None = None
    bodies: dict[Words, Words] = Field({})
    figures: dict[Words, Words] = Field({})
    cells: dict[Words, Location] = Field({})
    where: Location = Location()

    @property
    def lacking(self) -> tuple[str, ...]:
        """The free columns that this row leaves empty, in the order of the table."""
        return tuple(title for title in self.cells if title not in self.figures)


class LocalityEntry(Frozen):
    """Một địa phương - one entry of a table of localities in YAML."""

    unit: Said | None = Field(None, title="Địa phương", description="Tên xã, phường, đặc khu, ví dụ xã Ba Sơn")
    code: Printed | None = Field(None, title="Mã đơn vị", description="Mã số đơn vị hành chính, trong dấu ngoặc kép")
    kind: Said | None = Field(None, title="Loại", description="xã, phường, đặc khu; bỏ trống nếu tên đã rõ")
    district: Said | None = Field(None, title="Huyện", description="Chỉ dùng cho văn bản trước 01/7/2025")
    province: Said | None = Field(None, title="Tỉnh, thành phố")
    authority: Lines | None = Field(
        None, title="Quyền hạn ký", description="Một dòng, hoặc danh sách, ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]"
    )
    position: Words | None = Field(None, title="Chức vụ")
    name: Words | None = Field(None, title="Họ tên người ký")
    symbol: Words | None = Field(None, title="Ký hiệu")
    number: Printed | None = Field(None, title="Số")
    drafting_unit: Words | None = Field(None, title="Đơn vị soạn thảo", description="Ở dòng “Lưu: VT, …”, ví dụ VHXH")
    residential: Words | None = Field(None, title="Khu dân cư", description="thôn, tổ dân phố, khu phố, bản …")
    figures: dict[Words, Printed | None] = Field(
        {}, title="Số liệu, lời riêng", description="Tên: giá trị như cần in; trong phiếu gọi bằng {tên}"
    )
    replace: dict[Words, Words | None] = Field(
        {}, title="Thay", description="Cụm từ của cấp trên: cơ quan, cụm từ của địa phương"
    )


class LocalitiesFile(Frozen):
    """Bảng địa phương - a table of localities in YAML."""

    localities: tuple[LocalityEntry, ...] = Field(title="Các địa phương", min_length=1)
