"""VH-08: names of organisations with the wrong capitals: `Sở thông tin và Truyền thông`, `Ủy Ban Nhân Dân`."""

import re
from collections.abc import Iterator

from kedraft.lint.bodies import DEPARTMENTS, DISTRICT_ROOMS, any_of
from kedraft.lint.content import Content
from kedraft.lint.prose import all_caps
from kedraft.lint.rule import Hit, Manual, Rule, decree
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily
from kedraft.vietnamese.remembering import remembered
from kedraft.vietnamese.text import new_tone

_NAMES = {name.casefold(): name for name in DEPARTMENTS}
# "cơ sở y tế", "cán bộ tư pháp": a small word that ends another one is no office.
_WITHIN = lazily(
    r"(?:cơ|trụ|công|xứ|hội|cán|nội|toàn|đồng|tiến|đảng|chi|bài|thủy|đường|một|bách|chính|dân|cục|quân) \Z",
    re.IGNORECASE,
)
_DEPARTMENT = lazily(rf"\b(?P<kind>[Ss]ở|[Bb]ộ|SỞ|BỘ) (?P<name>{any_of(DEPARTMENTS)})(?![\w-])", re.IGNORECASE)
#: Rooms whose names are told from plain words by their length: `Phòng văn hóa - xã hội`, not `phòng y tế`.
_ROOMS = tuple(
    name
    for name in (*DISTRICT_ROOMS, "Văn hóa - Xã hội", "Kinh tế, Hạ tầng và Đô thị")
    if " " in name and len(name.split()) > 3
)
_ROOM_NAMES = {name.casefold(): name for name in _ROOMS}
_ROOM = lazily(rf"\bPhòng (?P<name>{any_of(_ROOMS)})(?![\w-])", re.IGNORECASE)
_FIXED = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Mặt trận Tổ quốc", "Tòa án nhân dân", "Viện kiểm sát nhân dân")
_EITHER = "Viện Kiểm sát nhân dân"  # written both ways by the State's own documents
_BODY = lazily(
    "|".join(name.replace("Ủy", "[ỦủUu][ỷyỶY]").replace("Tòa", "[Tt][òo][aà]") for name in _FIXED), re.IGNORECASE
)


def _check(content: Content) -> Iterator[Hit]:
    for spot in (*content.prose, *content.recipients):
        if all_caps(spot.text):
            continue
        for found, right in _misspelt(spot.unquoted):
            yield spot.hit(f'Tên cơ quan viết "{found}"; viết hoa đúng là "{right}". Hãy sửa lại.')


@remembered(maxsize=1024)
def _misspelt(text: str) -> tuple[tuple[str, str], ...]:
    return (*_departments(text), *_rooms(text), *_bodies(text))


def _rooms(text: str) -> Iterator[tuple[str, str]]:
    for found in _ROOM.finditer(new_tone(text)) if "Phòng " in text else ():
        right = _ROOM_NAMES[re.sub(r"\s*[-–]\s*", " - ", " ".join(found["name"].split())).casefold()]
        shown = re.sub(r"\s*[-–]\s*", " - ", " ".join(found["name"].split()))
        if shown != right and found.group()[0] == "P" and not all_caps(found.group()):
            yield found.group(), f"Phòng {right}"


def _departments(text: str) -> Iterator[tuple[str, str]]:
    for found in _DEPARTMENT.finditer(text):
        shown = re.sub(r"\s*[-–]\s*", " - ", " ".join(found["name"].split()))
        right = _NAMES.get(shown.casefold())
        plural = text[: found.start()].rstrip().lower().endswith(("các", "liên", "những"))
        within = found["kind"].islower() and _WITHIN.search(text, 0, found.start())
        if right and shown != right and not plural and not within and not all_caps(found.group()):
            yield found.group(), f"{found['kind'][0].upper()}{found['kind'][1:]} {right}"


def _bodies(text: str) -> Iterator[tuple[str, str]]:
    for found in _BODY.finditer(text):
        shown = new_tone(found.group())
        right = next(name for name in _FIXED if name.casefold() == shown.casefold())
        if shown not in (right, _EITHER) and not all_caps(shown):
            yield found.group(), right


RULE = Rule(
    id="VH-08",
    name="tên cơ quan, tổ chức viết hoa sai",
    severity=Severity.WARNING,
    citation=decree("PL2-IV.1a"),
    manual=Manual(
        what="Tên cơ quan viết hoa chữ cái đầu của từ chỉ loại hình và của từ chỉ chức năng, lĩnh vực hoạt động.",
        why="Đó là quy định viết hoa của Nghị định; viết mỗi nơi một khác thì khó tìm và khó đối chiếu.",
        instead="Sở Thông tin và Truyền thông, Ủy ban nhân dân, Hội đồng nhân dân tỉnh.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Các thôn phối hợp với Sở khoa học và Công nghệ thực hiện./."),
        plan(closing="Các thôn báo cáo Ủy Ban Nhân Dân xã, ủy ban nhân dân tỉnh kết quả trước ngày 10/12 hằng năm./."),
    ),
    good=(
        plan(closing="Các thôn phối hợp với Sở Khoa học và Công nghệ, Uỷ ban nhân dân tỉnh và Hội đồng nhân dân xã./."),
        plan(
            closing="Các cơ sở y tế, cơ sở giáo dục và đào tạo, cán bộ tư pháp, cán bộ y tế thôn phối hợp thực hiện./."
        ),
        plan(
            sections="I. ỦY BAN NHÂN DÂN VÀ SỞ TÀI CHÍNH\n- Các thôn làm việc với các sở tài chính, xây dựng của tỉnh bạn."
        ),
    ),
)
