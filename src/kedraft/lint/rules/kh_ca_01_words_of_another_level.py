"""KH-CA-01: words of the level above left in a plan of the level below."""

import re
from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import (
    LEVEL_WORDS,
)
from kedraft.lint.prose import around
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.model.plan import Level

_AREA = {
    Level.COMMUNE: r"(?:tỉnh|huyện|thành phố|thị xã|quận)",
    Level.DISTRICT: r"(?:tỉnh)",
}
_AREAS = r"\b(?:trên )?địa bàn (?:toàn )?{0}\b|\btoàn {0}\b|\b(?:người dân|cán bộ|học sinh|doanh nghiệp|Nhân dân) (?:ở |trong |của )?(?:toàn )?{0}\b"
_BODIES = {
    Level.COMMUNE: r"\b[Cc]ác sở\b(?:, (?:ban, )?(?:ban )?ngành)?|\bsở, (?:ban, )?ngành\b|\b(?:UBND|[ỦU]y ban nhân dân) các (?:huyện|xã|phường|"
    r"thành phố|quận|thị xã)\b|\bcác huyện, (?:thị xã, )?thành phố\b|(?<![nN]gân sách )(?<![hH]ội thi )(?<![dD]anh hiệu )(?<![gG]iải )(?<![dD]i tích )"
    r"(?<![đĐ]ề tài )\bcấp (?:tỉnh|huyện)\b",
    Level.DISTRICT: r"\b[Cc]ác sở\b(?:, (?:ban, )?(?:ban )?ngành)?|\bsở, (?:ban, )?ngành\b|\b(?:UBND|[ỦU]y ban nhân dân) các (?:huyện|thành phố)"
    r"\b|(?<![nN]gân sách )(?<![hH]ội thi )(?<![dD]anh hiệu )(?<![gG]iải )(?<![dD]i tích )(?<![đĐ]ề tài )\bcấp tỉnh\b",
    Level.PROVINCE: r"\b(?:UBND|[ỦU]y ban nhân dân) các tỉnh\b|\b[Cc]ác [Bb]ộ, (?:cơ quan ngang [Bb]ộ|ban, ngành|ngành)\b",
}
_SUPERIOR = re.compile(
    r"(?:\btheo\b|\btrình\b|\bgửi\b|báo cáo|[Đđ]ề nghị|kiến nghị|phối hợp|tham mưu|tham gia|tham dự|liên thông|kết nối|được|\bdo\b|giữa|"
    r"(?:hướng dẫn|chỉ đạo|yêu cầu|quy định|hỗ trợ|ý kiến|phân công|thẩm quyền|giám sát|kiểm tra) của)[^.;:]{0,80}\Z",
    re.IGNORECASE,
)
_OF_ABOVE = re.compile(
    r"(?:của|do) (?:UBND|[ỦU]y ban nhân dân|HĐND|Hội đồng nhân dân|Ban Chỉ đạo|Tỉnh ủy|Chủ tịch)[^.;]*\Z|(?:Đề án|Chương trình|Kế hoạch|Phong trào|phong trào|Cuộc vận động)\s+¤+\s*\Z",
    re.IGNORECASE,
)


def _check(content: Content) -> Iterator[Hit]:
    bodies = _BODIES.get(content.level)
    if not bodies:
        return
    area = _AREA.get(content.level)
    areas = re.compile(_AREAS.format(area)) if area else None
    pattern = re.compile(bodies)
    for spot in content.prose:
        text = spot.own
        found = [one for one in pattern.finditer(text) if not _SUPERIOR.search(text[: one.start()])]
        found += [one for one in areas.finditer(text) if not _OF_ABOVE.search(text[: one.start()])] if areas else []
        for one in sorted(found, key=lambda one: one.start()):
            if not (content.two_tier and re.search("huyện|thị xã|quận", one.group())):
                yield spot.hit(
                    f'"{one.group()}" trong "{around(spot.text, *one.span(), 25)}" là từ ngữ của cấp trên còn sót trong kế hoạch '
                    f"{LEVEL_WORDS[content.level]}; hãy sửa cho đúng cấp, hoặc bỏ."
                )


RULE = Rule(
    id="KH-CA-01",
    name="từ ngữ của cấp trên còn sót",
    severity=Severity.WARNING,
    manual=Manual(
        what='Kế hoạch cấp xã không nói "trên địa bàn tỉnh", "các sở, ban, ngành", "UBND các xã" như thể đó là cấp mình.',
        why="Từ ngữ còn sót cho thấy văn bản chép của cấp trên mà chưa cụ thể hóa; nhiệm vụ thành ra giao sai chỗ.",
        instead="Đổi sang cấp mình, hoặc bỏ. Viện dẫn, trích dẫn, nơi nhận và cấp trên trong vai cấp trên thì giữ.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. MỤC ĐÍCH\n- Nâng cao nhận thức của người dân trên địa bàn tỉnh."),
        plan(sections="I. MỤC ĐÍCH\n- 70% cán bộ chủ chốt của các tổ chức chính trị - xã hội cấp tỉnh được tập huấn."),
        plan(sections="I. KINH PHÍ\n- Từ dự toán chi ngân sách Nhà nước hằng năm của các sở, ban, ngành, địa phương."),
    ),
    good=(
        plan(
            sections="I. MỤC ĐÍCH\n- Thực hiện theo hướng dẫn của các sở, ban, ngành; phối hợp với cơ quan cấp tỉnh trên địa bàn xã."
        ),
        plan(
            sections="I. MỤC ĐÍCH\n- Thực hiện “Tháng hành động trên địa bàn tỉnh”; ngân sách cấp tỉnh hỗ trợ một phần."
        ),
        plan(recipients=("UBND tỉnh (b/c)", "Các sở, ban, ngành", "Các thôn", "Lưu: VT, VHXH")),
    ),
)
