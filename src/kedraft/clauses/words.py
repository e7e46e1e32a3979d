"""Words that every clause may use without a parameter: they follow from the unit and the day."""

from kedraft.model.hamlets import hamlets_of
from kedraft.model.locality import Locality
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

#: What may stand in braces in any clause, and what it means.
WORDS = {
    "đơn vị": "tên đầy đủ của đơn vị soạn: xã Ba Sơn",
    "tên": "tên riêng của đơn vị soạn: Ba Sơn",
    "cấp": "từ chỉ đơn vị soạn: xã, phường, đặc khu, huyện, tỉnh",
    "cơ quan ban hành": "Ủy ban nhân dân xã; Ban Chỉ đạo, nếu phiếu ghi",
    "cấp trên": "Ủy ban nhân dân ngay trên: Ủy ban nhân dân tỉnh",
    "cấp dưới": "nơi thực hiện bên dưới: các thôn, các tổ dân phố, Ủy ban nhân dân các xã, phường",
    "Cấp dưới": "như trên, viết hoa chữ đầu",
    "khu dân cư": "thôn, ấp, tổ dân phố, khu phố, tùy loại đơn vị và tỉnh; hoặc cột Khu dân cư của bảng địa phương",
    "cấp ủy": "Đảng ủy xã, Huyện ủy, Tỉnh ủy",
    "cơ quan tài chính": "Phòng Kinh tế (xã), Phòng Kinh tế, Hạ tầng và Đô thị (phường), Công chức Tài chính - Kế toán (trước 01/7/2025) …",
    "năm": "năm ban hành",
}

_PARTY = {
    UnitKind.TINH: "Tỉnh ủy",
    UnitKind.HUYEN: "Huyện ủy",
    UnitKind.QUAN: "Quận ủy",
    UnitKind.THI_XA: "Thị ủy",
    UnitKind.THANH_PHO: "Thành ủy",
}


def words_of(locality: Locality) -> dict[str, str]:
    """The words of WORDS for that unit on that day."""
    below = below_of(locality)
    return {
        "đơn vị": locality.place.full,
        "tên": locality.place.name,
        "cấp": locality.place.kind.value,
        "cơ quan ban hành": f"Ủy ban nhân dân {locality.place.kind.value}",
        "cấp trên": above_of(locality),
        "cấp dưới": below,
        "Cấp dưới": below[0].upper() + below[1:],
        "khu dân cư": residential_of(locality),
        "cấp ủy": _party(locality),
        "cơ quan tài chính": finance_of(locality),
        "năm": str(locality.on.year),
    }


def above_of(locality: Locality) -> str:
    """The committee right above: the district's where there is one."""
    if locality.level is Level.COMMUNE and locality.district is not None:
        return f"Ủy ban nhân dân {locality.district.kind.value}"
    return "Chính phủ" if locality.level is Level.PROVINCE else f"Ủy ban nhân dân {locality.province.kind.value}"


def below_of(locality: Locality) -> str:
    """Who carries a plan out below: hamlets for a commune, committees for the levels above it."""
    kind = locality.place.kind
    match locality.level:
        case Level.PROVINCE:
            return "Ủy ban nhân dân các " + ("xã, phường" if locality.two_tier else "huyện, thị xã, thành phố")
        case Level.DISTRICT:
            below = {UnitKind.HUYEN: "xã, thị trấn", UnitKind.QUAN: "phường"}.get(kind, "xã, phường")
            return f"Ủy ban nhân dân các {below}"
        case _:
            return f"các {residential_of(locality)}"


def finance_of(locality: Locality) -> str:
    """Who looks after the money; a special zone may have either room of Nghị định 150/2025/NĐ-CP, so it is named by its field."""
    if locality.level is Level.PROVINCE:
        return "Sở Tài chính"
    if locality.level is Level.DISTRICT:
        return "Phòng Tài chính - Kế hoạch"
    if not locality.two_tier:
        return "Công chức Tài chính - Kế toán"
    rooms = {UnitKind.XA: "Phòng Kinh tế", UnitKind.PHUONG: "Phòng Kinh tế, Hạ tầng và Đô thị"}
    return rooms.get(locality.place.kind, "Phòng chuyên môn phụ trách kinh tế, tài chính")


def residential_of(locality: Locality) -> str:
    """What the people live in: as the locality itself says, otherwise by kind and province."""
    return locality.residential or hamlets_of(locality.place.kind, locality.province.name)


def _party(locality: Locality) -> str:
    own = _PARTY.get(locality.place.kind) if locality.level is not Level.COMMUNE else None
    return own or f"Đảng ủy {locality.place.kind.value}"
