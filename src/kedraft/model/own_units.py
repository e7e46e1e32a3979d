"""Đơn vị hành chính bổ sung - an office's own units as it writes them, over the packaged table."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kedraft.model.base import Frozen, Words
from kedraft.model.spec import Said


def _parted(value: object) -> object:
    return (
        tuple(part for one in value.replace(";", ",").split(",") if (part := one.strip()))
        if isinstance(value, str)
        else value
    )


class OwnUnit(Frozen):
    """Một đơn vị - one unit that is added, or that takes the place of a known one with the same code."""

    kind: Said = Field(title="Loại", description="xã, phường, đặc khu; tỉnh, thành phố, huyện … khi có mã chính thức")
    name: Said = Field(title="Tên", description="Không kèm loại, ví dụ Ba Sơn")
    code: Said | None = Field(
        None, title="Mã", description="Mã đã có trong bảng: thay đơn vị ấy từ ngày `since`; bỏ trống: đơn vị thêm mới"
    )
    province: Said | None = Field(None, title="Tỉnh, thành phố")
    district: Said | None = Field(None, title="Huyện", description="Chỉ dùng cho đơn vị trước 01/7/2025")
    since: Said | None = Field(
        None, title="Từ ngày", description="2026-09-01 hoặc 01/9/2026; bỏ trống: từ trước đến nay"
    )
    until: Said | None = Field(None, title="Đến trước ngày", description="Ngày đầu tiên không còn đơn vị này")
    replaces: Annotated[tuple[Words, ...], BeforeValidator(_parted)] = Field(
        (), title="Thay cho", description="Mã các đơn vị nhập vào đơn vị này từ ngày `since`"
    )
    resolution: Words = Field("", title="Nghị quyết", description="Số, ký hiệu văn bản thành lập")
    keeps_kind: Words = Field(
        "", title="Giữ loại ở địa danh", description="có: tên người, số thứ tự, sự kiện (Phường Lương Văn Tri, ngày …)"
    )


class UnitsFile(Frozen):
    """Bảng đơn vị hành chính bổ sung - an office's own units in YAML."""

    units: tuple[OwnUnit, ...] = Field(title="Các đơn vị", min_length=1)
