"""A case file's tree as records by uid, and back: what is compared, and what is written."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from revtrack.domain.errors import RevTrackError
from revtrack.domain.exchange.case_file import FORMAT, FORMAT_VERSION, TREE, Node
from revtrack.domain.exchange.merging import Fields, Records

PARENT = "/"
"""The field that names the record which this one hangs on; no record has a field of that name."""

Tree = dict[str, Any]
"""A case file as JSON holds it."""


@dataclass(frozen=True)
class Flat:
    """The records of one or several case files."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    """What each record is."""

    def of_kind(self, node: Node) -> Iterator[str]:
        """Yield the uids of the records of one kind, in their order."""
        return (uid for uid in self.records if self.nodes[uid] is node)


def flat(tree: Tree) -> Flat:
    """Return the records of a case file; raise RevTrackError where one has no uid."""
    found = Flat()

    def gather(node: Node, each: Tree, parent: str | None) -> None:
        uid = each.get("uid")
        if not isinstance(uid, str):
            raise RevTrackError("A record of the package has no identity, so nothing was read in.")
        made = {
            node.key_of(name): each[node.key_of(name)]
            for name in node.fields
            if node.key_of(name) in each
        }
        made |= {link.key: frozenset(each[link.key]) for link in node.links if link.key in each}
        found.records[uid] = {PARENT: parent, **made}
        found.nodes[uid] = node
        for child in node.children:
            for below in each.get(child.key, ()):
                gather(child, below, uid)

    for node in TREE:
        for each in tree.get(node.key, ()):
            gather(node, each, None)
    return found


def content_hash(tree: Tree) -> str:
    """Return the sha-256 of what a case file says, whatever the order of its records and keys."""
    records = flat(tree).records
    told = {
        uid: {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in each.items()
        }
        for uid, each in records.items()
    }
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def renamed(made: Flat, names: Mapping[str, str]) -> Flat:
    """Return the same records with other uids, also where they speak of each other."""

    def value_of(value: Any) -> Any:  # noqa: ANN401 - any field's value
        if isinstance(value, frozenset):
            return frozenset(names.get(each, each) for each in value)
        return names.get(value, value) if isinstance(value, str) else value

    return Flat(
        {
            names.get(uid, uid): {name: value_of(value) for name, value in each.items()}
            for uid, each in made.records.items()
        },
        {names.get(uid, uid): node for uid, node in made.nodes.items()},
    )


def changes_between(before: Records, after: Records) -> dict[str, Fields]:
    """Return the fields that are new or different in each record, records without any left out."""
    return {
        uid: changed
        for uid, each in after.items()
        if (
            changed := {
                name: value
                for name, value in each.items()
                if uid not in before or name not in before[uid] or before[uid][name] != value
            }
        )
    }


def partial_tree(changes: Mapping[str, Fields], whole: Flat) -> Tree:
    """Return a case file with these fields of these records, each under what it hangs on.

    ``whole`` knows every record that the changes are about or hang on.
    """
    top: Tree = {"format": FORMAT, "format_version": FORMAT_VERSION}
    made: dict[str, Tree] = {}

    def place(uid: str) -> Tree:
        if uid not in made:
            made[uid] = {"uid": uid}
            parent = whole.records[uid][PARENT]
            holder = top if parent is None else place(parent)
            holder.setdefault(whole.nodes[uid].key, []).append(made[uid])
        return made[uid]

    for uid in _in_order(changes, whole):
        for name, value in changes[uid].items():
            if name != PARENT:
                is_list = isinstance(value, frozenset)
                place(uid)[name] = _in_order(value, whole) if is_list else value
    return top


def _in_order(uids: Iterable[str], whole: Flat) -> list[str]:
    named = set(uids)
    return [uid for uid in whole.records if uid in named]
