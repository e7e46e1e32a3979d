"""The subject of a batch as its reports name it: said of all localities, where a document says it of one."""

from collections.abc import Sequence

from kedraft.batch.classes import Member
from kedraft.inheritance.braces import has_braces, joined, pieces
from kedraft.inheritance.fields import value_of
from kedraft.model.unit import UnitKind


def subject_for(subject: str, members: Sequence[Member]) -> str:
    """The draft file's subject for all of these localities: `… trên địa bàn {đơn vị}` is that of `các xã, phường`."""
    if not has_braces(subject):
        return subject
    kinds = [kind for kind in UnitKind if any(member.locality.place.kind is kind for member in members)]
    values = _values(members, kinds)
    said = joined(
        pieces(subject), kinds[0] if kinds else UnitKind.XA, lambda name: value_of(name, values) or f"({name})"
    )
    return said.strip() or subject


def _values(members: Sequence[Member], kinds: Sequence[UnitKind]) -> dict[str, str]:
    provinces = {member.locality.province.full: member.locality.province.name for member in members}
    (full, name) = next(iter(provinces.items())) if len(provinces) == 1 else ("các tỉnh, thành phố",) * 2
    listed = ", ".join(kind.value for kind in kinds) or "địa phương"
    several = f"các {listed}"
    return {"đơn vị": several, "tên": several, "cấp": listed, "tỉnh": full, "tên tỉnh": name}
