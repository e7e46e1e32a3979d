"""What the draft file says of one inherited section or annex, by node; and everything in it that cannot be done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kedraft.errors import misuse
from kedraft.inheritance.catalogue import Catalogue, listed
from kedraft.inheritance.own import says_something
from kedraft.model.finding import Finding
from kedraft.model.place import Location
from kedraft.model.plan import Item, NodeId
from kedraft.model.spec import DraftSpec, DroppedSection, InheritedSection, Mode, NodeSpec, OwnSection


@dataclass(frozen=True, slots=True)
class Choice:
    """One `inherit:` entry: where it stands in the draft file, what it drops, and what it says of single nodes."""

    field: str
    spec: InheritedSection
    drops: dict[NodeId, str]
    inner: dict[NodeId, tuple[str, NodeSpec]]

    @classmethod
    def of(cls, field: str, spec: InheritedSection) -> "Choice":
        """The entry, indexed; a node that is dropped twice is dropped for the first reason."""
        drops: dict[NodeId, str] = {}
        for drop in spec.drop:
            drops.setdefault(drop.node, drop.reason)
        inner: dict[NodeId, tuple[str, NodeSpec]] = {spec.node: (field, spec)}
        for at, node in enumerate(spec.nodes):
            inner.setdefault(node.node, (f"{field}.nodes[{at}]", node))
        return cls(field, spec, drops, inner)

    def of_node(self, node: NodeId) -> tuple[str, NodeSpec] | None:
        """Where and what the entry says of that node itself."""
        return self.inner.get(node)

    def rewrites(self, node: NodeId) -> bool:
        """Whether the node's words are written anew."""
        said = self.inner.get(node)
        return said is not None and is_rewritten(said[1])

    def kept(self, item_id: NodeId, children: Sequence[Item]) -> tuple[Item, ...]:
        """The children of a node that stay, in the order asked for."""
        said = self.inner.get(item_id)
        if said is not None and said[1].only is not None:
            by_id = {child.id: child for child in children}
            children = [by_id[node] for node in said[1].only if node in by_id]
        return tuple(child for child in children if child.id not in self.drops)


def is_rewritten(spec: NodeSpec) -> bool:
    """Whether the spec replaces the node's words."""
    return spec.mode is Mode.REPLACE or spec.text is not None or spec.clause is not None


def choices(spec: DraftSpec) -> tuple[Choice, ...]:
    """Every `inherit:` entry of the draft file, sections first."""
    return tuple(
        Choice.of(f"{name}[{at}]", entry)
        for name, entries in (("sections", spec.sections), ("annexes", spec.annexes))
        for at, entry in enumerate(entries)
        if isinstance(entry, InheritedSection)
    )


def dropped_sections(spec: DraftSpec) -> tuple[tuple[str, DroppedSection], ...]:
    """Every `drop:` entry with its place."""
    return tuple(
        (f"{name}[{at}]", entry)
        for name, entries in (("sections", spec.sections), ("annexes", spec.annexes))
        for at, entry in enumerate(entries)
        if isinstance(entry, DroppedSection)
    )


def mistakes(spec: DraftSpec, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Everything in the draft file that this parent does not allow, all at once."""
    found = [*_unknown(spec, catalogue)]
    sound = [choice for choice in choices(spec) if choice.spec.node in catalogue]
    for choice in sound:
        found += [*_outside(choice, catalogue), *_contradictions(choice, catalogue), *_emptied(choice, catalogue)]
    found += [
        *_twice(sound, catalogue),
        *_dropped_and_taken(spec, sound, catalogue),
        *_blank(spec),
        *_nothing_left(spec),
    ]
    return tuple(found)


def _wrong(rule: str, field: str, message: str) -> Finding:
    return misuse(rule, message, Location(field=field))


def _named(spec: DraftSpec) -> Iterator[tuple[str, NodeId]]:
    """Every node that the draft file names, with its place."""
    for field, dropped in dropped_sections(spec):
        yield f"{field}.drop", dropped.drop
    for choice in choices(spec):
        yield f"{choice.field}.inherit", choice.spec.node
        yield from _named_inside(choice)


def _named_inside(choice: Choice) -> Iterator[tuple[str, NodeId]]:
    for at, node in enumerate(choice.spec.only or ()):
        yield f"{choice.field}.only[{at}]", node
    for at, drop in enumerate(choice.spec.drop):
        yield f"{choice.field}.drop[{at}].node", drop.node
    for at, inner in enumerate(choice.spec.nodes):
        yield f"{choice.field}.nodes[{at}].node", inner.node
        for i, node in enumerate(inner.only or ()):
            yield f"{choice.field}.nodes[{at}].only[{i}]", node


def _unknown(spec: DraftSpec, catalogue: Catalogue) -> Iterator[Finding]:
    for field, node in _named(spec):
        if node not in catalogue:
            yield _wrong("PK-01", field, catalogue.is_missing(node, spec.parent))
        elif field.startswith("annexes") and field.endswith((".inherit", "].drop")) and node not in catalogue.annexes:
            yield _wrong(
                "PK-01", field, f"{node} không phải là phụ lục của kế hoạch cấp trên; đưa đề mục này vào `sections`."
            )
        elif field.startswith("sections") and field.endswith((".inherit", "].drop")) and node in catalogue.annexes:
            yield _wrong("PK-01", field, f"{node} là phụ lục của kế hoạch cấp trên; đưa vào `annexes`.")


def _outside(choice: Choice, catalogue: Catalogue) -> Iterator[Finding]:
    """Nodes that exist, but not where the draft file looks for them."""
    section = choice.spec.node
    for field, node in _named_inside(choice):
        if node in catalogue and not catalogue.inside(node, section):
            yield _wrong("PK-02", field, f"Đề mục {node} không nằm trong mục {section}. {_inner(catalogue, section)}")
        elif node == section and not field.startswith(f"{choice.field}.only"):
            yield _wrong(
                "PK-02",
                field,
                f"{node} là chính mục đang kế thừa; ghi thẳng vào mục này, hoặc bỏ cả mục bằng `drop: {section}` ở `sections`.",
            )
    for node, (field, spec) in choice.inner.items():
        if node in catalogue:
            yield from _not_children(field, node, spec, catalogue, section)
            yield from _not_for_tables(field, node, spec, catalogue)


def _not_children(field: str, node: NodeId, spec: NodeSpec, catalogue: Catalogue, section: NodeId) -> Iterator[Finding]:
    own = {child.id for child in catalogue.children(node)}
    for at, chosen in enumerate(spec.only or ()):
        if chosen in catalogue and chosen not in own and catalogue.inside(chosen, section):
            outer = catalogue.above.get(chosen, section)
            remedy = (
                f"dùng `nodes: [{{node: {outer}, only: [{chosen}]}}]`"
                if outer != node
                else f"ghi các đề mục con của {node}"
            )
            yield _wrong(
                "PK-02",
                f"{field}.only[{at}]",
                f"`only` chỉ nhận đề mục ngay dưới {node}; {chosen} không phải: {remedy}.",
            )


def _not_for_tables(field: str, node: NodeId, spec: NodeSpec, catalogue: Catalogue) -> Iterator[Finding]:
    item = catalogue.items.get(node)
    if item is None or item.table is None:
        return
    for key in ("heading", "prepend", "append"):
        if getattr(spec, key):
            message = f"{node} là bảng, không nhận `{key}`; thêm nội dung ở đề mục chứa bảng, hoặc viết lại bằng mode: replace."
            yield _wrong("PK-04", f"{field}.{key}", message)


def _inner(catalogue: Catalogue, section: NodeId) -> str:
    inner = [child.id for child in catalogue.children(section)]
    return f"Mục {section} có: {listed(inner)}." if inner else f"Mục {section} không có đề mục con."


def _contradictions(choice: Choice, catalogue: Catalogue) -> Iterator[Finding]:
    """A node asked for in two ways that cannot both be done."""
    counts = Counter(node.node for node in choice.spec.nodes)
    for at, inner in enumerate(choice.spec.nodes):
        field, node = f"{choice.field}.nodes[{at}]", inner.node
        if node not in catalogue or not catalogue.inside(node, choice.spec.node):
            continue
        if counts[node] > 1 and choice.inner[node][0] != field:
            yield _wrong("PK-04", f"{field}.node", f"Đề mục {node} được nêu hai lần trong `nodes`; gộp thành một.")
        yield from _useless(choice, catalogue, node, f"{field}.node", "xử lý riêng")
    for at, drop in enumerate(choice.spec.drop):
        if drop.node in catalogue and catalogue.inside(drop.node, choice.spec.node):
            yield from _useless(choice, catalogue, drop.node, f"{choice.field}.drop[{at}].node", "bỏ")


def _useless(choice: Choice, catalogue: Catalogue, node: NodeId, field: str, deed: str) -> Iterator[Finding]:
    lineage = [outer for outer in catalogue.lineage(node) if catalogue.inside(outer, choice.spec.node)]
    dropped = next((outer for outer in lineage if outer in choice.drops), None)
    if dropped is not None and deed != "bỏ":
        yield _wrong(
            "PK-04", field, f"Đề mục {node} vừa bị bỏ (drop: {dropped}) vừa được {deed}; chỉ giữ một trong hai."
        )
        return
    rewritten = next((outer for outer in lineage[1:] if choice.rewrites(outer)), None)
    if rewritten is not None:
        yield _wrong(
            "PK-04",
            field,
            f"{rewritten} đã được viết lại cả đề mục, nên không {deed} {node} bên trong được nữa; bỏ dòng này.",
        )
        return
    for inner, outer in pairwise(lineage):
        said = choice.of_node(outer)
        if said is not None and said[1].only is not None and inner not in said[1].only:
            yield _wrong(
                "PK-04",
                field,
                f"{inner} đã nằm ngoài `only` của {outer}, nên không cần {deed} {node}; bỏ dòng này hoặc thêm {inner} vào `only`.",
            )
            return


def _emptied(choice: Choice, catalogue: Catalogue) -> Iterator[Finding]:
    """Nodes of which nothing but a heading would be left."""
    for node in (choice.spec.node, *catalogue.below(choice.spec.node)):
        children = catalogue.children(node)
        gone = any(outer in choice.drops or choice.rewrites(outer) for outer in catalogue.lineage(node))
        if not children or gone or choice.kept(node, children) or _still_says(node, choice, catalogue):
            continue
        field = choice.field if node == choice.spec.node or node not in choice.inner else choice.inner[node][0]
        named = "only" if node in choice.inner and choice.inner[node][1].only is not None else "drop"
        field = f"{field}.{named}" if named == "only" or node not in choice.inner else f"{choice.field}.drop"
        remedy = f"bỏ cả mục bằng `drop: {node}` ở `sections`" if node == choice.spec.node else f"bỏ cả {node}"
        yield _wrong(
            "PK-05",
            field,
            f"Mọi đề mục con của {node} đều bị bỏ, chỉ còn tiêu đề; giữ lại một đề mục, thêm nội dung bằng append, hoặc {remedy}.",
        )


def _still_says(node: NodeId, choice: Choice, catalogue: Catalogue) -> bool:
    said = choice.of_node(node)
    added = said is not None and bool(said[1].append or said[1].prepend)
    item = catalogue.items.get(node)
    return added or (item is not None and bool(item.text))


def taken_by(choice: Choice, catalogue: Catalogue) -> Iterator[NodeId]:
    """Every node of the parent that the entry takes over or rewrites, outermost first."""

    def walk(node: NodeId) -> Iterator[NodeId]:
        yield node
        if choice.rewrites(node):
            return
        for child in choice.kept(node, catalogue.children(node)):
            yield from walk(child.id)

    return walk(choice.spec.node)


def _twice(sound: Sequence[Choice], catalogue: Catalogue) -> Iterator[Finding]:
    """Nodes that two entries (or one `only`) take."""
    first: dict[NodeId, str] = {}
    for choice in sound:
        reported: set[NodeId] = set()
        seen: set[NodeId] = set()
        for node in taken_by(choice, catalogue):
            if catalogue.above.get(node) in reported:
                reported.add(node)
            elif node in first or node in seen:
                reported.add(node)
                where = first.get(node, choice.field)
                yield _wrong(
                    "PK-03",
                    _where_taken(choice, node),
                    f"Đề mục {node} được lấy hai lần (lần đầu ở {where}); giữ một chỗ, chỗ kia thêm vào `drop`.",
                )
            seen.add(node)
        first |= {node: choice.field for node in seen if node not in first}


def _where_taken(choice: Choice, node: NodeId) -> str:
    for field, spec in choice.inner.values():
        places = [at for at, chosen in enumerate(spec.only or ()) if chosen == node]
        if places:
            return f"{field}.only[{places[-1]}]"
    return f"{choice.field}.inherit"


def _dropped_and_taken(spec: DraftSpec, sound: Sequence[Choice], catalogue: Catalogue) -> Iterator[Finding]:
    """A `drop:` of something that an entry takes. Dropping a section while lifting a node out of it is fine."""
    for field, dropped in dropped_sections(spec):
        if dropped.drop not in catalogue:
            continue
        for choice in sound:
            if dropped.drop in taken_by(choice, catalogue):
                section = choice.spec.node
                remedy = (
                    "chỉ giữ một trong hai"
                    if section == dropped.drop
                    else f"muốn bỏ thì ghi vào `drop` của mục {section}"
                )
                yield _wrong(
                    "PK-04",
                    f"{field}.drop",
                    f"Đề mục {dropped.drop} vừa bị bỏ vừa được kế thừa ở {choice.field}; {remedy}.",
                )


def _blank(spec: DraftSpec) -> Iterator[Finding]:
    """Own texts without a word in them."""
    for field, text in _own_texts(spec):
        if not says_something(text, field):
            message = "Nội dung để trống, hoặc có số thứ tự không kèm lời; viết nội dung, hoặc bỏ dòng này."
            yield _wrong("PK-05", field, message)


def _own_texts(spec: DraftSpec) -> Iterator[tuple[str, str]]:
    for name, entries in (("sections", spec.sections), ("annexes", spec.annexes)):
        for at, entry in enumerate(entries):
            if isinstance(entry, OwnSection) and entry.text is not None:
                yield f"{name}[{at}].text", entry.text
    for choice in choices(spec):
        inner = [(f"{choice.field}.nodes[{at}]", node) for at, node in enumerate(choice.spec.nodes)]
        for field, said in ((choice.field, choice.spec), *inner):
            if said.text is not None:
                yield f"{field}.text", said.text
            yield from ((f"{field}.prepend[{at}]", text) for at, text in enumerate(said.prepend))
            yield from ((f"{field}.append[{at}]", text) for at, text in enumerate(said.append))


def _nothing_left(spec: DraftSpec) -> Iterator[Finding]:
    if not any(isinstance(entry, InheritedSection | OwnSection) for entry in spec.sections):
        yield _wrong(
            "PK-05",
            "sections",
            "Phiếu không giữ lại và không viết mục nào; thêm ít nhất một mục `inherit:` hoặc `heading:`.",
        )
