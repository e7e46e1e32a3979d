"""Clause: one reusable text of plans, where it holds, and what must be filled into it."""

import re
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kedraft.clauses.words import WORDS
from kedraft.model.base import Frozen, Words
from kedraft.model.locality import Locality
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

#: `{đơn vị chủ trì}`: a place to be filled.
PLACE = re.compile(r"\{([^{}\n]{1,60})\}")


def _clause_id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise PydanticCustomError(
            "clause_id", "mã mẫu câu '{id}' viết không dấu, dạng nhóm/tên, ví dụ kinh-phi/cap-xa", {"id": value}
        )
    return value


ClauseId = Annotated[str, AfterValidator(_clause_id)]


class Parameter(Frozen):
    """Tham số - a place of a clause: its name as it stands in braces, what it means, what is written when nobody says otherwise."""

    name: Words = Field(title="Tên", description="Như trong dấu ngoặc nhọn, ví dụ thời hạn")
    meaning: Words = Field(title="Nghĩa")
    default: Words | None = Field(None, title="Mặc định", description="Không có thì để chỗ trống có tên")


class Clause(Frozen):
    """Mẫu câu - a text as plans are written, for some levels, kinds of unit and dates (`until` exclusive)."""

    id: ClauseId = Field(title="Mã", description="Ví dụ kinh-phi/cap-xa")
    title: Words = Field(title="Tên mẫu câu")
    levels: tuple[Level, ...] = Field(title="Cấp dùng được", min_length=1)
    kinds: tuple[UnitKind, ...] = Field((), title="Loại đơn vị dùng được", description="Để trống: mọi loại của cấp ấy")
    since: date | None = Field(None, title="Dùng từ ngày")
    until: date | None = Field(None, title="Dùng đến trước ngày")
    parameters: tuple[Parameter, ...] = Field((), title="Tham số")
    text: Words = Field(title="Nội dung", description="Viết như trong kế hoạch: 1., a), -, +", min_length=1)
    source: Words = Field(title="Căn cứ, lý do")

    @model_validator(mode="after")
    def _known_places(self) -> Self:
        known = {parameter.name for parameter in self.parameters} | WORDS.keys()
        for text in (self.text, *(parameter.default or "" for parameter in self.parameters)):
            for name in PLACE.findall(text):
                if name not in known:
                    raise PydanticCustomError(
                        "clause_place",
                        "mẫu câu {id} dùng {place} nhưng không khai tham số ấy; thêm vào parameters",
                        {"id": self.id, "place": "{" + name + "}"},
                    )
        return self

    @property
    def places(self) -> tuple[str, ...]:
        """The names in braces, in the order of the text."""
        return tuple(dict.fromkeys(PLACE.findall(self.text)))

    def holds(self, locality: Locality) -> bool:
        """Whether it is meant for that unit on that day."""
        return (
            locality.level in self.levels
            and (not self.kinds or locality.place.kind in self.kinds)
            and (self.since is None or self.since <= locality.on)
            and (self.until is None or locality.on < self.until)
        )


class ClauseFile(Frozen):
    """Tệp mẫu câu - what one YAML file of clauses holds."""

    clauses: tuple[Clause, ...] = Field(title="Các mẫu câu", min_length=1)
