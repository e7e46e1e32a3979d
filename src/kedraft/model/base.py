"""What every model shares: frozen, closed to unknown fields, and made of clean text."""

import unicodedata
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from kedraft.vietnamese.text import first_forbidden


class Frozen(BaseModel):
    """A value: it cannot be changed, and a field that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    def evolve(self, **update: Any) -> Self:
        """A validated copy with some fields changed (pydantic's own `model_copy` does not validate)."""
        kind = type(self)
        aliases = _ALIASES.get(kind)
        if aliases is None:
            aliases = _ALIASES[kind] = {name: one.alias for name, one in kind.model_fields.items() if one.alias}
        values = self.__dict__ | update
        fields = kind.__pydantic_fields__
        if len(self.__dict__) > len(fields):  # a `cached_property` of the old value is not the new one's
            values = {name: value for name, value in values.items() if name in fields or name in update}
        return kind(**({aliases.get(name, name): value for name, value in values.items()} if aliases else values))


#: The fields of each model that its makers call by another name.
_ALIASES: dict[type[Frozen], dict[str, str]] = {}


def _words(value: str) -> str:
    text = unicodedata.normalize("NFC", value)
    at = first_forbidden(text)
    if at is not None:
        raise PydanticCustomError(
            "control_character",
            "ký tự điều khiển U+{code} ở vị trí {at}",
            {"code": f"{ord(text[at]):04X}", "at": at + 1},
        )
    return text


#: Text of a document: NFC, without control characters or lone surrogates. It may hold line ends.
Words = Annotated[str, AfterValidator(_words)]
