"""A body of the source that directs its own branch in each commune: of the two, a commune has only the branch."""

from collections.abc import Iterator

from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.adaptation.unit_names import CAP
from kedraft.model.plan import Level
from kedraft.vietnamese.letters import lazily

_WHY = "lời Công an cấp trên giao Công an cấp xã; ở đơn vị là một, viết lại thành việc của Công an cấp mình"
_DIRECTS = r"(?:chỉ đạo|hướng dẫn|yêu cầu|đôn đốc|giao|phân công|kiểm tra)"
_BRANCH = r"(?:cấp xã|(?:các\s+)?xã(?:,\s*phường)?(?:,\s*(?:thị trấn|đặc khu))?)"
_POLICE = lazily(
    rf"(?<!\w)Công an\s+(?:tỉnh|thành phố)(?:\s+[{CAP}]\w*){{0,3}}\s+{_DIRECTS}(?:,\s*{_DIRECTS}){{0,3}}\s+(?P<others>(?:các|Phòng|Đội)\s[^.;:]{{0,80}}?(?:,|\s+và)\s+)?"
    rf"(?P<branch>Công an\s+{_BRANCH})(?!\w)(?!\s+[{CAP}])(?P<more>\s*,?\s+(?:và\s+)?(?:các|Công an|Phòng|Đội)(?!\w))?"
)


def own_branch(page: Page) -> Iterator[Mention]:
    """`Công an tỉnh chỉ đạo Công an cấp xã xử phạt`: what is left is `Công an xã xử phạt`."""
    if page.source.level is not Level.PROVINCE or page.target.level is not Level.COMMUNE:
        return
    for found in _POLICE.finditer(page.text):
        if found["others"] or found["more"]:
            yield Mention(*found.span("branch"), Kind.LOWER, None, "level.below", _WHY)
        else:
            new = f"Công an {page.target.unit(False)}"
            yield Mention(found.start(), found.end(), Kind.AGENCY, new, "agency.own-branch")
