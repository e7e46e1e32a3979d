"""Vietnamese letters in regular expressions.

In code points capital and small letters with marks alternate, so that the range `À-Ỹ` holds small letters too. `pattern` makes
the ranges mean what they say: `À-Ỹ` the capitals with marks, `à-ỹ` the small letters with marks.
"""

import re

#: Capital letters that carry a mark, Đ among them.
UPPER_MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

#: Small letters that carry a mark, đ among them.
LOWER_MARKED = UPPER_MARKED.lower()


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, its ranges `À-Ỹ` and `à-ỹ` read as capital and small Vietnamese letters."""
    return re.compile(text.replace("À-Ỹ", UPPER_MARKED).replace("à-ỹ", LOWER_MARKED), flags)
