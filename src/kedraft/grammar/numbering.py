"""Labels and ids computed from position."""

from collections import Counter
from collections.abc import Iterable

from kedraft.model.plan import Annex, Item, Marker
from kedraft.vietnamese.labels import id_part, label_text, roman


def number(items: Iterable[Item], *, parent_id: str = "", parent_label: str | None = None) -> tuple[Item, ...]:
    """The items with labels and ids as their positions say, all the way down.

    Items of one marker are counted among their siblings, whatever plain paragraphs stand between them. Labels come out in the
    decree's own form (`II-` becomes `II.`, a dash of any length `-`).
    """
    counts: Counter[Marker] = Counter()
    tables = 0
    out: list[Item] = []
    for item in items:
        if item.table is not None:
            tables += 1
            position = tables
        else:
            counts[item.marker] += 1
            position = counts[item.marker]
        label = label_text(item.marker, position, parent_label)
        step = id_part(item.marker, label, position, position, item.table is not None)
        node = f"{parent_id}.{step}" if parent_id else step
        children = number(item.children, parent_id=node, parent_label=label)
        out.append(item.model_copy(update={"id": node, "label": label, "children": children}))
    return tuple(out)


def number_annexes(annexes: Iterable[Annex]) -> tuple[Annex, ...]:
    """Annexes labelled `Phụ lục`, or `Phụ lục I`, `Phụ lục II` … when there are several (Nghị định 30, PL1-III.1a)."""
    listed = tuple(annexes)
    single = len(listed) == 1
    return tuple(
        annex.model_copy(
            update={
                "id": (node := "PL" if single else f"PL{position}"),
                "label": "Phụ lục" if single else f"Phụ lục {roman(position)}",
                "children": number(annex.children, parent_id=node),
            }
        )
        for position, annex in enumerate(listed, 1)
    )
