"""Lines that open an annex: its label, its title, the note that ties it to its document. All who ask for annexes ask here."""

import re

from kedraft.vietnamese.letters import pattern

_LABEL = pattern(
    r"(?:PHỤ LỤC|Phụ lục|Phụ Lục|PHU LUC)\s*(?:SỐ\s*|số\s*)?(?P<n>[IVXLC]+|\d{1,2}|[A-Z])?\s*[.:)\-–]?\s*(?=$|[A-ZÀ-Ỹ(\n])"
)
_FORM = pattern(
    r"(?:PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu|MẪU|Mẫu)\s+(?:SỐ\s*|[Ss]ố\s*)?:?\s*(?P<n>\d{1,2}|[IVX]+)\s*[.:)\-–]?\s*(?=$|[A-ZÀ-Ỹ(])"
)
_TITLE = pattern(r"(?:PHỤ LỤC|Phụ lục|Phụ Lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu|MẪU|Mẫu|DANH MỤC|BẢNG)\b")
_NOTE = pattern(r"\(?\s*(?:Ban hành )?[Kk]èm theo ")


def annex_label(text: str) -> re.Match[str] | None:
    """The match of an annex's label (`Phụ lục I`, `PHỤ LỤC 02:`) at the start of a line."""
    return _LABEL.match(text)


def form_label(text: str) -> re.Match[str] | None:
    """The match of a form's label (`Biểu số 1`, `Mẫu số 02`), which counts as an annex where nothing is called `Phụ lục`."""
    return _FORM.match(text)


def may_open_annex(text: str) -> bool:
    """Whether the line may be the first of an annex, behind a foot."""
    return bool(_TITLE.match(text))


def is_attachment_note(text: str) -> bool:
    """Whether the line ties an annex or a plan to its document (`(Kèm theo Kế hoạch số …)`)."""
    return bool(_NOTE.match(text))
