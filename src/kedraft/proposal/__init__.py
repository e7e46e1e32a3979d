"""A first draft file for a parent: what becomes of every section and node, and why, before a person has decided anything.

sections     which kind of section a title tells: aims, content, tasks, funding, assignment, a state of affairs
trial        the proposal tried out with the tool itself: what would be left over of the level above
nodes        what is done about it: words trimmed, a duty made the office's own, a node left out
totals       numbers that the office above set for itself: blanks with a name
tasks        duties of this level as the office's own tasks, with its own body and an earlier day
reports      to whom and by when the office reports, and its own bodies to it
between      what an office above has those below do, said as they do it themselves
fields       which of the office's own bodies has a field of work, and which field words speak of
handed       what the parent's blocks hand out: to own bodies, to organisations that are asked, to others
living       what people live in, as the parent says it
assignment   who does what, out of the clause library and the agency map
annexes      task tables: the rows that bind the office
shared       one proposal for units of every kind: proposals for one of each kind, merged
"""

from kedraft.proposal.proposing import propose
from kedraft.proposal.shared import one_of_each_kind, shared

__all__ = ["one_of_each_kind", "propose", "shared"]
