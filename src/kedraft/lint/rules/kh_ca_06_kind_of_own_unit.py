"""KH-CA-06: a ward's plan that speaks of itself as a commune, or the other way round."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content, Spot
from kedraft.lint.issuer import unit_of
from kedraft.lint.own_kind import KINDS, KindWords, acting_kinds, own_kinds
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.origin import Adapted, Inherited
from kedraft.model.plan import Level

#: So many further places are told by their nodes.
_SHOWN = 6
#: How the people's own units below a commune are usually called: (right, of the other kind).
_BELOW = {"xã": ("thôn", "tổ dân phố"), "phường": ("tổ dân phố", "thôn")}
_NAMES = {
    "thôn": r"thôn|ấp|bản|buôn|làng|xóm|khu dân cư",
    "tổ dân phố": r"tổ dân phố|khu phố|khóm|khối|tổ nhân dân|khu dân cư",
}


def _check(content: Content) -> Iterator[Hit]:
    unit = unit_of(content.plan) if content.level is Level.COMMUNE else None
    if not unit or unit.kind.lower() not in KINDS:
        return
    own = unit.kind.lower()
    for places in _of_another_kind(content, own).values():
        (spot, found), *more = places
        again = f" Cách gọi ấy còn ở {len(more)} chỗ khác ({_listed([one for one, _ in more])})." if more else ""
        remedy = "; phiếu dùng chung cho nhiều nơi thì viết {cấp} ở chỗ tên loại." if content.draft else "."
        yield spot.hit(
            f'"{found.words}" gọi đơn vị là {found.kind}, nhưng đây là kế hoạch của {own}; hãy sửa thành “{_right(found, own)}”{remedy}{again}'
        )
    yield from _units_below(content, own)


def _of_another_kind(content: Content, own: str) -> dict[str, list[tuple[Spot, KindWords]]]:
    """Bodies and areas of another kind, by their words; one that is called by a name is another commune's, and no slip of kind."""
    places: dict[str, list[tuple[Spot, KindWords]]] = {}
    for spot in (*content.spots, *content.recipients):
        acting = () if isinstance(spot.origin, Inherited) else acting_kinds(spot.own)
        said = {found.words: found for found in (*own_kinds(spot.own), *acting) if found.kind != own and not found.name}
        for words, found in said.items():
            places.setdefault(words, []).append((spot, found))
    return places


def _listed(spots: list[Spot]) -> str:
    fields = list(dict.fromkeys(spot.named for spot in spots))
    return ", ".join(fields[:_SHOWN]) + (", …" if len(fields) > _SHOWN else "")


def _right(found: KindWords, own: str) -> str:
    kind = own[0].upper() + own[1:] if found.words[0].isupper() and found.words.lower().startswith(found.kind) else own
    return re.sub(rf"{found.kind}(?=\W*\Z)", kind, found.words, flags=re.IGNORECASE)


def _units_below(content: Content, own: str) -> Iterator[Hit]:
    """`các thôn` all through a ward's plan that never says `tổ dân phố`: once, for some wards do have both."""
    if own not in _BELOW or not content.draft:
        return
    right, other = _BELOW[own]
    written = [spot for spot in content.spots if not isinstance(spot.origin, Inherited | Adapted)]
    if any(re.search(rf"\b(?:{_NAMES[right]})\b", spot.own, re.IGNORECASE) for spot in written):
        return
    first = next(
        (spot for spot in written if re.search(rf"\b(?:các|mỗi|từng) {other}\b", spot.own, re.IGNORECASE)), None
    )
    if first:
        yield first.hit(
            f'Kế hoạch của {own} chỉ nói đến "{other}", không nói đến "{right}"; {own} thường có {right}. '
            f"Hãy kiểm tra lại cách gọi{', trong phiếu dùng chung viết {khu dân cư}' if content.draft else ''}.",
            Severity.WARNING,
        )


_WARD = {
    "issuer": "ỦY BAN NHÂN DÂN PHƯỜNG KỲ LỪA",
    "place": "Kỳ Lừa",
    "subject": "Chuyển đổi số phường Kỳ Lừa năm 2026",
    "opening": "Ủy ban nhân dân phường Kỳ Lừa ban hành Kế hoạch chuyển đổi số năm 2026 như sau:",
    "recipients": ("UBND tỉnh (b/c)", "Các tổ dân phố", "Lưu: VT, VHXH"),
}
_BODY = "I. MỤC ĐÍCH\n1. Nâng cao nhận thức của người dân.\nII. NHIỆM VỤ\n1. {0}\n2. Các tổ dân phố, các thôn hướng dẫn các hộ dân."


RULE = Rule(
    id="KH-CA-06",
    name="gọi sai loại đơn vị của mình (xã, phường, đặc khu)",
    severity=Severity.ERROR,
    manual=Manual(
        what="Kế hoạch của phường nói “Ủy ban nhân dân phường”, “Công an phường”, “địa bàn phường”; của xã thì nói xã, của đặc khu nói đặc khu. "
        "“Cấp xã”, “xã, phường” và tên đơn vị khác thì giữ nguyên.",
        why="Phường ký một kế hoạch gọi mình là xã thì sai tên cơ quan; lỗi này đến từ phiếu của đơn vị loại khác được chép lại.",
        instead="Sửa lại cho đúng loại đơn vị; trong phiếu dùng chung viết {cấp}, {đơn vị} và {khu dân cư} để mỗi nơi in chữ của mình.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(**_WARD, sections=_BODY.format("Tham mưu Ủy ban nhân dân xã tổ chức thực hiện Kế hoạch này.")),
        plan(**_WARD, sections=_BODY.format("Công an xã, Trạm Y tế xã phối hợp tuyên truyền trên địa bàn xã.")),
        plan(sections=_BODY.format("Phường thành lập tổ hỗ trợ; Hội Nông dân phường cử người tham gia.")),
        plan(closing="Công an đặc khu theo dõi, đôn đốc việc thực hiện Kế hoạch này./."),
    ),
    good=(
        plan(
            **_WARD,
            sections=_BODY.format(
                "Chủ tịch Ủy ban nhân dân cấp xã chỉ đạo; Công an phường phối hợp Công an xã, phường giáp ranh, Công an xã Đồng Đăng."
            ),
        ),
        plan(
            **_WARD,
            sections=_BODY.format(
                "Các tổ chức chính trị - xã hội phường tuyên truyền “Công an xã kiểu mẫu” trong toàn xã hội."
            ),
        ),
        plan(
            sections=_BODY.format(
                "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội xã phối hợp với các xã, phường, đặc khu."
            )
        ),
    ),
)
