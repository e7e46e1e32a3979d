"""The parent's deadline for the same task, found clause by clause: an own sentence seldom repeats the parent's whole item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kedraft.lint.content import Content, above
from kedraft.lint.deadlines import Deadline, find_days
from kedraft.lint.matching import bare
from kedraft.lint.parent import ByIdentity
from kedraft.lint.prose import likeness, own_words, sentences
from kedraft.lint.told_by_parent import told_by_parent
from kedraft.model.plan import Item, NodeId, Plan

#: Words that any task may have, and those that only give its time.
_COMMON = frozenset(
    [
        "thực",
        "hiện",
        "tổ",
        "chức",
        "triển",
        "khai",
        "hoàn",
        "thành",
        "trước",
        "ngày",
        "năm",
        "quý",
        "đến",
        "hết",
        "chậm",
        "nhất",
        "thời",
        "hạn",
        "xong",
        "kế",
        "hoạch",
        "theo",
        "tham",
        "mưu",
        "ủy",
        "ban",
        "nhân",
        "dân",
        "chủ",
        "trì",
        "phối",
        "hợp",
        "đơn",
        "vị",
        "cơ",
        "quan",
        "liên",
        "quan",
        "được",
        "để",
        "với",
        "cho",
        "về",
        "là",
        "này",
        "và",
        "có",
        "phải",
    ]
)
#: Whoever stands below plans later than we do.
_PLANS = re.compile(r"(?:xây dựng|ban hành)[^;.]{0,30}\bkế hoạch\b", re.IGNORECASE)
_FROM_CLAUSE, _FROM_WHOLE, _LEAST, _ALIKE = 0.6, 0.7, 3, 0.6


@dataclass(frozen=True, slots=True)
class DatedClause:
    """A clause with its day, its words without time and level, and those of the whole paragraph around it."""

    node: NodeId
    due: Deadline
    words: frozenset[str]
    whole: frozenset[str]


@dataclass(frozen=True, eq=False)
class SameTask:
    """Looks the parent's dated duties up; reports are compared elsewhere, by their rhythm."""

    content: Content

    @cached_property
    def _told(self) -> tuple[DatedClause, ...]:
        return tuple(one for node, text in told_by_parent(self.content) for one in _clauses(node, text))

    def later(self, item: Item) -> Iterator[tuple[DatedClause, DatedClause]]:
        """The item's clauses that are due after the parent's clause for the same task, with that clause."""
        for own in _clauses(item.id, own_words(item.words)):
            if not self._may_be_late(own):
                continue
            same = [one for one in self._told if _same(own, one)]
            bound = max(same, key=lambda one: (one.due.by is not None, one.due.by), default=None)
            if bound and own.due.by and bound.due.by and own.due.by > bound.due.by:
                yield own, bound

    def _may_be_late(self, own: DatedClause) -> bool:
        """Whether any clause of the parent for the same task is earlier, a duty of ours or not: to find out whose it is takes long."""
        parent = self.content.parent
        if parent is None:
            return False
        earlier = (
            one for one in _anywhere(ByIdentity(parent)) if one.due.by and own.due.by and one.due.by < own.due.by
        )
        return any(_same(own, one) for one in earlier)


@lru_cache(maxsize=4)
def _anywhere(parent: ByIdentity[Plan]) -> tuple[DatedClause, ...]:
    """The dated clauses of everything that a duty can be made of: paragraphs, headings, cells, and a heading with its text."""
    alone = (spot.own for spot in above(parent.value).spots)
    joined = (own_words(item.words) for item in parent.value.walk() if item.heading and item.text)
    return tuple(one for text in dict.fromkeys((*alone, *joined)) for one in _clauses("", text))


def _clauses(node: NodeId, text: str) -> Iterator[DatedClause]:
    whole = _task_words(text)
    days = [one for one in find_days(text) if one.by and not one.report]
    before = ""
    for sentence in sentences(text) if days else ():
        said = sentence.text if _task_words(sentence.text) else f"{before} {sentence.text}"
        for one in days:
            inside = sentence.start <= one.start < sentence.start + len(sentence.text)
            if inside and not _PLANS.search(said):
                yield DatedClause(node, one, _task_words(said), whole)
        before = said


#: Whoever does the task: `Phòng Kinh tế phối hợp với các thôn rà soát …` and `Các xã, phường rà soát …` are one task.
_ACTOR = re.compile(
    r"\A(?:Giao |Đề nghị )?(?:Phòng|Văn phòng|Công an|Ban|Trạm|Trung tâm|Trưởng|Công chức|Hội|Đoàn|Các (?:xã|thôn|bản|phòng)|UBND|Ủy ban)\b[^.;:]{0,80}?"
    r"(?=\b(?:rà soát|xây dựng|lập|kiểm tra|tuyên truyền|hướng dẫn|tập huấn|sửa chữa|thống kê|cập nhật|lắp đặt|kiện toàn|thành lập|tổ chức|triển khai"
    r"|thực hiện|hoàn thành|đăng ký|cung cấp|vận động|bố trí)\b)"
)


def _task_words(text: str) -> frozenset[str]:
    masked = _ACTOR.sub("", re.sub(r"¤+", " ", text).strip())
    return frozenset(word for word in bare(masked) if word not in _COMMON)


def _same(own: DatedClause, told: DatedClause) -> bool:
    """Whether both speak of one task: the parent's clause stands in our paragraph, and our clause in the parent's."""
    if not own.words or not told.words:
        return False
    theirs = len(told.words & own.whole) / len(told.words)
    ours = len(own.words & told.whole) / len(own.words)
    enough = len(own.words & told.whole) >= _LEAST or likeness(own.whole, told.whole) >= _ALIKE
    return theirs >= _FROM_CLAUSE and ours >= _FROM_WHOLE and enough
