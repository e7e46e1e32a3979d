"""Headings in capitals: units, offices and groups that are written with capitals throughout."""

import re
from collections.abc import Iterator

from kedraft.adaptation.below import lower
from kedraft.adaptation.levels import party
from kedraft.adaptation.names import name_pattern
from kedraft.adaptation.offices import agencies, collectives
from kedraft.adaptation.page import Kind, Mention, Page
from kedraft.model.plan import Level

#: Short forms that are written with capitals everywhere.
_SHORT = re.compile(r"(?<!\w)(?:ubnd|hđnd|mttq|cand|bchqs)(?!\w)")


def capitals(page: Page) -> Iterator[Mention]:
    """The source's unit in headings in capitals."""
    for found in page.lexicon.upper_case.finditer(page.text):
        if found[0].startswith("CẤP"):
            yield Mention(found.start(), found.end(), Kind.LEVEL, f"CẤP {page.target.level_word.upper()}", "level.word")
            continue
        if re.search(r"(?:CÁC|LIÊN|NGOÀI CÁC)\s+$", page.left(found.start())):
            continue
        lead = f"{found['lead']} " if found["lead"] else ""
        new = lead + page.target.unit(bool((found["name"] or "").strip())).upper()
        yield Mention(found.start(), found.end(), Kind.PLACE, new, "level.place")


def headed_bodies(page: Page) -> Iterator[Mention]:
    """Offices and groups of a line that is written in capitals throughout, read as if it were not."""
    if not page.text.isupper() or page.source.level is Level.CENTRAL:
        return
    small = page.rewritten(_lowered(page))
    for reader in (agencies, collectives, lower, party):
        small.take(reader(small))
    for mention in small.found:
        yield mention._replace(
            new=mention.new.upper() if mention.new else None,
            above_new=mention.above_new.upper() if mention.above_new else None,
        )


def _lowered(page: Page) -> str:
    """The line in small letters, with the source's own name and the short forms as they are written elsewhere."""
    text = _SHORT.sub(lambda found: found[0].upper(), page.text.lower())
    name = page.source.name
    return re.sub(name_pattern(name.lower()), name, text) if name else text
