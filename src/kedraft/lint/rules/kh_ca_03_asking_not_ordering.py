"""KH-CA-03: ordering the Front, mass organisations, the Party or the Council instead of asking them."""

import re
from collections.abc import Iterator

from kedraft.lint.bodies import ASKED
from kedraft.lint.content import Content
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.letters import lazily

_ORDERS = lazily(rf"\b(?P<verb>[Gg]iao|[Yy]êu cầu|[Cc]hỉ đạo) (?:cho )?(?P<whom>{ASKED})")
_REPORTED = lazily(
    r"(?:được|đã|theo|sự|có|các|những|tinh thần|ý kiến|văn bản|ủy|tỉnh|huyện|lãnh đạo,?)\s*\Z", re.IGNORECASE
)


def _check(content: Content) -> Iterator[Hit]:
    for spot in content.body:
        for found in _ORDERS.finditer(spot.own):
            if not _REPORTED.search(spot.own[: found.start()]):
                yield spot.hit(
                    f'"{found.group()}": với Mặt trận, đoàn thể, cấp ủy, Hội đồng nhân dân, Ủy ban nhân dân dùng "Đề nghị", không dùng '
                    f'"{found["verb"].capitalize()}". Hãy viết "Đề nghị {found["whom"]}".'
                )


RULE = Rule(
    id="KH-CA-03",
    name='dùng "Giao", "Yêu cầu" với Mặt trận, đoàn thể, cấp ủy, Hội đồng nhân dân',
    severity=Severity.WARNING,
    manual=Manual(
        what='Với Mặt trận Tổ quốc, đoàn thể, cấp ủy và Hội đồng nhân dân dùng "Đề nghị".',
        why="Các tổ chức này không trực thuộc Ủy ban nhân dân.",
        instead="Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể phối hợp ….",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(closing="Giao Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động các hộ dân./."),
        plan(closing="Yêu cầu Hội Nông dân xã hướng dẫn hội viên./."),
    ),
    good=(
        plan(closing="Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã, Hội Nông dân xã vận động các hộ dân./."),
        plan(closing="Thực hiện theo chỉ đạo Tỉnh ủy; giao các thôn phối hợp với Hội Nông dân xã./."),
    ),
)
