"""What a plan demands, read off its sentences and task tables: targets, reporting duties, tasks.

`node` in every fact is the nearest labelled item (a dash or plain paragraph belongs to the item above it).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kedraft.grammar.reporting import reporting_duties
from kedraft.grammar.statements import Node, Statement, statements
from kedraft.grammar.targets import is_past, targets
from kedraft.grammar.task_tables import table_tasks
from kedraft.grammar.tasks import line_tasks, prose_tasks
from kedraft.model.plan import ReportingDuty, Target, Task


@dataclass(frozen=True, slots=True)
class Facts:
    """Tasks, targets and reporting duties, each in reading order."""

    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()


def facts(
    sections: Sequence[Node], annexes: Sequence[Node] = (), closing: Sequence[str] = (), *, date: str | None = None
) -> Facts:
    """Everything that `sections`, `annexes` and the closing paragraphs of a plan of that `date` demand.

    The closing counts as the last section's.
    """
    said = [statement for section in sections for statement in statements(section)]
    if sections:
        said += [Statement(text, sections[-1].id, ()) for text in closing]
    read = [_demanded(statement) for statement in said]
    tasks = [task for one in read for task in one.tasks]
    tasks += [task for section in sections for task in line_tasks(section, section.id)]
    tasks += [task for section in (*sections, *annexes) for task in table_tasks(section, section.id)]
    return Facts(
        tuple(tasks),
        tuple(target for one in read for target in one.targets if not (date and is_past(target, int(date[:4])))),
        tuple(duty for one in read for duty in one.reporting),
    )


@lru_cache(maxsize=4096)
def _demanded(said: Statement) -> Facts:
    """What one paragraph demands. Cached: a draft is read before and after its words are adapted, and most of them stay."""
    return Facts(tuple(prose_tasks(said)), tuple(targets(said)), tuple(reporting_duties(said)))
