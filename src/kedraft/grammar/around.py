"""Where a paragraph of a plan stands: the headings above it, and the body that its stretch of the plan speaks to."""

import re
from dataclasses import dataclass

from kedraft.grammar.address import Role
from kedraft.grammar.bodies import TASK_START
from kedraft.model.plan import NodeId
from kedraft.vietnamese.letters import lazily

_AIM = lazily(r"(?i:mục tiêu|(?<!giao )(?<!phân bổ )chỉ tiêu|kết quả cần đạt|kết quả phấn đấu)")
_PURPOSE = lazily(
    r"(?i:mục đích|quan điểm|ý nghĩa|sự cần thiết|lý do|thực trạng|hiện trạng|kết quả (?:thực hiện|đạt được)|đánh giá (?:chung|tình hình|thực trạng|kết quả)"
    r"|\A\W*(?:đánh giá\W*\Z|(?:đặc điểm\s+|khái quát\s+)?tình hình|khái quát\W*\Z|bối cảnh|đặt vấn đề|(?:những\s+)?(?:tồn tại|hạn chế)))"
)
_SCOPE = lazily(r"(?i:đối tượng|phạm vi|địa điểm|thành phần|địa bàn|quy mô|nhận định)")
#: A scope told with what is done in it: `Quy mô, thời gian`, `Hình thức tổ chức`.
_ACTION = lazily(r"(?i:quy mô|thời gian|hình thức|cách thức|tổ chức)")
_TASKS = lazily(r"(?i:yêu cầu|nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm)")
#: `NỘI DUNG VÀ CHỈ TIÊU`: what is to be done stands under the same heading as the targets.
_WORK = lazily(r"(?i:nội dung|hoạt động)")
_REPORTING = lazily(
    r"(?i:chế độ (?:thông tin,? )?báo cáo|thông tin,? (?:và )?báo cáo|(?:công tác|thời gian|thời hạn|định kỳ|về) báo cáo|báo cáo (?:kết quả|định kỳ|6 tháng|năm|quý|tháng|sơ kết|tổng kết))"
)


_IMPLEMENTS = lazily(r"(?i:tổ chức (?:thực hiện|triển khai)|điều khoản thi hành|triển khai thực hiện)")


_COMMITTEE = lazily(r"(?i:(?:chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)(?!\w))")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the plan that speaks to one list of bodies; `only`: the words that say which units of a level are meant."""

    addressed: str
    role: Role | None
    only: str | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """Where a paragraph stands: nearest numbered item, headings above, the body that its block speaks to."""

    node: NodeId
    headings: tuple[str, ...] = ()
    block: Block | None = None
    closing: bool = False

    @property
    def topic(self) -> str:
        """`aim`, `purpose`, `scope`, `mixed` (purposes and requirements, or scope and action, at once) or `` as the nearest heading with such a word says."""
        for heading in reversed(self.headings):
            for topic, pattern in (("purpose", _PURPOSE), ("aim", _AIM), ("scope", _SCOPE)):
                told = topic != "scope" or (len(heading.split()) <= 8 and not TASK_START.match(heading))
                if told and pattern.search(heading) and not _TASKS.search(heading):
                    if topic == "scope" and _ACTION.search(heading):
                        return "mixed"
                    return "" if topic == "aim" and _WORK.search(heading) else topic
            if _TASKS.search(heading) or re.search(r"(?i:kinh phí|tiến độ|báo cáo)", heading):
                return "mixed" if _PURPOSE.search(heading) else ""
        return ""

    @property
    def below_committee(self) -> bool:
        """Whether the paragraph stands among the tasks of a committee that is not ours: a ministry's plan tells provinces so."""
        return self.block is not None and self.block.role is None and bool(_COMMITTEE.match(self.block.addressed))

    @property
    def implements(self) -> bool:
        """Whether the nearest heading is about carrying the plan out."""
        return any(len(heading) < 120 and _IMPLEMENTS.search(heading) for heading in self.headings[-1:])

    @property
    def reports(self) -> bool:
        """Whether a heading above is about reporting."""
        return any(len(heading) < 120 and _REPORTING.search(heading) for heading in self.headings[-2:])
