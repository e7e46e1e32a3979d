"""Vietnamese letters in regular expressions; and patterns that cost nothing before they are used.

In code points capital and small letters with marks alternate, so that the range `À-Ỹ` holds small letters too. `pattern` makes
the ranges mean what they say: `À-Ỹ` the capitals with marks, `à-ỹ` the small letters with marks.
"""

import re
from typing import Any, cast

#: Capital letters that carry a mark, Đ among them.
UPPER_MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

#: Small letters that carry a mark, đ among them.
LOWER_MARKED = UPPER_MARKED.lower()


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, its ranges `À-Ỹ` and `à-ỹ` read as capital and small Vietnamese letters."""
    return lazily(text.replace("À-Ỹ", UPPER_MARKED).replace("à-ỹ", LOWER_MARKED), flags)


def lazily(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used: one run of the tool meets a part of all patterns only."""
    return cast("re.Pattern[str]", _Lazy(text, flags))


class _Lazy:
    """Stands for a pattern; each of its methods is fetched once and is then the compiled pattern's own."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = (text, flags)
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(*self._source)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value
