"""KH-2C-01: district bodies as actors after 2025-07-01."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.places import HISTORIC
from kedraft.lint.prose import says_any, sentences
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily

_DISTRICT = lazily(
    r"\bcấp huyện\b|\b(?:UBND|HĐND|[ỦU]y ban nhân dân|Hội đồng nhân dân|Công an|Ban Chỉ huy [Qq]uân sự|Chủ tịch) (?:các )?(?:huyện|quận|thị xã|thị trấn)\b"
    r"|\b[Cc]ác huyện\b|\bHuyện ủy\b|\bQuận ủy\b|\bThị ủy\b|\bcác xã, (?:phường, )?thị trấn\b|\bđịa bàn (?:toàn )?(?:huyện|quận|thị xã)\b"
    r"|\btoàn huyện\b|\b(?:Phòng|Trung tâm|Đài)\b[^,.;:()]{3,45} huyện\b"
)
#: No match without one of these words.
_CUES = ("huyện", "quận", "thị xã", "thị trấn", "thị ủy")
# Whoever issued a cited document may be gone: "của Sở … tại Công văn số …".
_AUTHOR = lazily(r"[^.;]{0,30}?\b(?:tại|ban hành)\s+(?:các\s+)?¤")


def _check(content: Content) -> Iterator[Hit]:
    if not content.two_tier:
        return
    for spot in (*content.prose, *content.recipients):
        for sentence in sentences(spot.own) if says_any(spot.own, _CUES) else ():
            if HISTORIC.search(sentence.text):
                continue
            for found in _DISTRICT.finditer(sentence.text):
                if _AUTHOR.match(sentence.text, found.end()):
                    continue
                yield spot.hit(
                    f'"{found.group()}" không còn từ ngày 01/7/2025, khi chính quyền địa phương có hai cấp; '
                    "hãy thay bằng cơ quan cấp tỉnh hoặc cấp xã, hoặc bỏ."
                )


RULE = Rule(
    id="KH-2C-01",
    name="nhắc cơ quan cấp huyện sau ngày 01/7/2025",
    severity=Severity.ERROR,
    manual=Manual(
        what="Văn bản ban hành từ 01/7/2025 không nêu cơ quan cấp huyện như một bên thực hiện.",
        why="Chính quyền cấp huyện đã kết thúc hoạt động từ 01/7/2025.",
        instead="Thay bằng cơ quan cấp tỉnh hay cấp xã đã nhận nhiệm vụ; nhắc về lịch sử thì ghi (cũ), trước đây.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Các thôn phối hợp với UBND huyện Cao Lộc thực hiện./."),
        plan(recipients=("UBND tỉnh (b/c)", "Các thôn", "UBND các huyện", "Lưu: VT, VHXH")),
    ),
    good=(
        plan(closing="Tiếp nhận hồ sơ của Ủy ban nhân dân huyện Cao Lộc (cũ); Công an xã phối hợp./."),
        plan(
            number=None,
            date="2023-01",
            subject="Chuyển đổi số xã Ba Sơn năm 2023",
            opening="Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
            closing="Các thôn phối hợp với UBND huyện thực hiện./.",
        ),
    ),
)
