"""Documents that plans of every level carry out, with their day: what a wrong year in a citation is told by.

A row is added only when the document's own first page, or two places that quote it, agree on number and day. `scheme` must be the title
of that one document: a subject that older documents carried out as well would make every one of them look too early.
"""

from datetime import date
from typing import NamedTuple

from kedraft.lint.prose import words


class KnownDocument(NamedTuple):
    """Văn bản đã biết - type, number, day, and the words by which its subject is recognised (lower case, in one piece)."""

    type: str
    number: str
    day: date
    scheme: str

    @property
    def label(self) -> str:
        """`Quyết định số 1079/QĐ-TTg`."""
        return f"{self.type} số {self.number}"

    def is_meant_by(self, subject: str) -> bool:
        """Whether a subject names the scheme of this document."""
        return self.scheme in " ".join(words(subject))


_PRIME_MINISTER = "Quyết định"
KNOWN = (
    KnownDocument(
        _PRIME_MINISTER, "1079/QĐ-TTg", date(2022, 9, 14), "đề án truyền thông về quyền con người ở việt nam"
    ),
    KnownDocument(_PRIME_MINISTER, "749/QĐ-TTg", date(2020, 6, 3), "chương trình chuyển đổi số quốc gia"),
    KnownDocument(_PRIME_MINISTER, "942/QĐ-TTg", date(2021, 6, 15), "chiến lược phát triển chính phủ điện tử"),
    KnownDocument(
        _PRIME_MINISTER, "411/QĐ-TTg", date(2022, 3, 31), "chiến lược quốc gia phát triển kinh tế số và xã hội số"
    ),
    KnownDocument(_PRIME_MINISTER, "505/QĐ-TTg", date(2022, 4, 22), "ngày chuyển đổi số quốc gia"),
    KnownDocument(
        _PRIME_MINISTER, "06/QĐ-TTg", date(2022, 1, 6), "ứng dụng dữ liệu về dân cư định danh và xác thực điện tử"
    ),
    KnownDocument(_PRIME_MINISTER, "524/QĐ-TTg", date(2021, 4, 1), "trồng một tỷ cây xanh"),
    KnownDocument("Nghị quyết", "57-NQ/TW", date(2024, 12, 22), "đột phá phát triển khoa học công nghệ"),
)
