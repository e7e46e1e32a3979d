"""Heading and text of an item: a heading on its own line, a run-in heading, or a paragraph."""

import re

from kedraft.grammar.shape import is_closed, is_terminal, is_upper
from kedraft.model.inline import Inline
from kedraft.model.source import Look
from kedraft.vietnamese.labels import Marker
from kedraft.vietnamese.letters import pattern

_PLAIN = (Marker.NONE, Marker.DASH, Marker.PLUS, Marker.BULLET)
_HEADED = (Marker.PART, Marker.CHAPTER, Marker.UPPER, Marker.ROMAN)
_RUN_IN = pattern(r"([^\W\d_][^.;:!?]{1,110}?):\s+(?=\S)")
_SHORT_RUN_IN = pattern(r"([^\W\d_][^.;:!?]{1,60}?)(?<!\d)\.\s+(?=\S)")
_RUN_IN_WORDS = 14
_UPPER_RUN_IN = pattern(r"([^a-zà-ỹ]{3,200}?[:.])\s+(?=[A-ZÀ-Ỹ“\"0-9][^\n]*[a-zà-ỹ])")


def split(marker: Marker, body: Inline, look: Look | None, has_children: bool) -> tuple[Inline | None, Inline | None]:
    """Heading and text of a node: a heading on its own line, a run-in heading, or a paragraph."""
    text = body.text
    if not text:
        return None, None
    if marker in _PLAIN:
        return None, body
    if marker in _HEADED:
        return _split_heading(body, look)
    bold = _bold_prefix(body)
    if text.rstrip().endswith("./.") and (bold >= len(text) or (look is not None and look.bold is True)):
        return None, body  # the plan's last clause, however it is printed
    if bold:
        return (body, None) if bold >= len(text) else (_trim(body, 0, bold), _trim(body, bold, len(text)))
    whole_bold = look is not None and look.bold is True
    short = len(text) <= 220
    if short and (
        whole_bold or is_upper(text) or (has_children and not re.search(r"[.;,!?]\s*\Z", text) and len(text) <= 160)
    ):
        return body, None
    if (found := _RUN_IN.match(text)) and len(found.group(1).split()) <= _RUN_IN_WORDS and text[found.end()].isupper():
        return _trim(body, 0, found.end()), _trim(body, found.end(), len(text))
    return None, body


def _split_heading(body: Inline, look: Look | None) -> tuple[Inline | None, Inline | None]:
    text = body.text
    found = _UPPER_RUN_IN.match(text)
    if found and is_upper(found.group(1)):
        return _trim(body, 0, found.end()), _trim(body, found.end(), len(text))
    end = _bold_prefix(body) or (0 if look is not None and look.bold is True else _sentence_run_in(text))
    if 0 < end < len(text):
        return _trim(body, 0, end), _trim(body, end, len(text))
    if len(text) > 250 and is_closed(text):
        return None, body
    return body, None


def _sentence_run_in(text: str) -> int:
    """Length of a section's heading in sentence case that its text follows (`Kinh phí: Do ngân sách bảo đảm.`); 0 without one."""
    found = _RUN_IN.match(text) or _SHORT_RUN_IN.match(text)
    if found is None or is_upper(text) or not is_closed(text) or not text[found.end()].isupper():
        return 0
    return found.end() if len(found.group(1).split()) <= _RUN_IN_WORDS else 0


def _bold_prefix(body: Inline) -> int:
    """Length of a bold beginning that is a heading: the whole text, or up to its colon or full stop."""
    runs = body.runs
    if not runs or not runs[0].bold:
        return 0
    size = len(runs[0].text)
    rest = body.text[size:].lstrip()
    if not rest:
        return len(body.text)
    if rest[0] in ":." and len(rest) > 1:
        return body.text.index(rest[0], size) + 1
    return size if size > 3 and is_terminal(runs[0].text) else 0


def _trim(body: Inline, start: int, end: int) -> Inline | None:
    while start < end and body.text[start] == " ":
        start += 1
    while end > start and body.text[end - 1] == " ":
        end -= 1
    return body.slice(start, end) if end > start else None
