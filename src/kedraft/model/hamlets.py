"""What a commune is divided into, by its kind and its province: the one place that both adaptation and clauses read it from.

Thôn below communes and tổ dân phố below wards and townships (Thông tư 14/2018/TT-BNV, Điều 1); in Nam Bộ communes have ấp, and wards of
many southern provinces call theirs khu phố. A special zone was made of communes and townships and has both.
"""

from kedraft.model.unit import UnitKind

#: Provinces whose communes are divided into ấp (Nam Bộ), and those whose wards have khu phố; names of both models.
_AP = frozenset(
    (
        *("An Giang", "Bạc Liêu", "Bà Rịa - Vũng Tàu", "Bến Tre", "Bình Dương", "Bình Phước", "Cà Mau", "Cần Thơ"),
        *("Đồng Nai", "Đồng Tháp", "Hậu Giang", "Hồ Chí Minh", "Kiên Giang", "Long An", "Sóc Trăng", "Tây Ninh"),
        *("Tiền Giang", "Trà Vinh", "Vĩnh Long"),
    )
)
_KHU_PHO = frozenset(
    (
        *("Bà Rịa - Vũng Tàu", "Bình Dương", "Bình Phước", "Bình Thuận", "Đồng Nai", "Hồ Chí Minh", "Kiên Giang"),
        *("Long An", "Ninh Thuận", "Phú Yên", "Tây Ninh", "Tiền Giang"),
    )
)


def hamlets_of(kind: UnitKind, province: str) -> str:
    """`thôn`, `ấp`, `tổ dân phố`, `khu phố`; of a special zone `thôn, tổ dân phố`."""
    rural = "ấp" if province in _AP else "thôn"
    urban = "khu phố" if province in _KHU_PHO else "tổ dân phố"
    return {UnitKind.XA: rural, UnitKind.DAC_KHU: f"{rural}, {urban}"}.get(kind, urban)
