"""A package put together with the register: the base found, both merged, the result stored."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.exchange.case_file import NODES
from revtrack.domain.exchange.merging import Choices, Conflict, Fields, Merge, merge
from revtrack.domain.texts.prose import name_key
from revtrack.services.exchange.case_files import read_case_file
from revtrack.services.exchange.exporting import audits_as_tree
from revtrack.services.exchange.importing import store_planned
from revtrack.services.exchange.packages.container import Package, stored_case, tree_of
from revtrack.services.exchange.packages.drafts import drafts_in, takes_drafts, without
from revtrack.services.exchange.packages.flat import (
    Flat,
    Tree,
    changes_between,
    flat,
    partial_tree,
)
from revtrack.services.exchange.packages.ledger import KeptConflict, Ledger, Place, from_json, says
from revtrack.services.exchange.packages.same_records import as_ours, within
from revtrack.services.exchange.packages.views import earlier_viewed
from revtrack.services.exchange.plan import Plan
from revtrack.storage import exchange
from revtrack.storage.rows import some


@dataclass(frozen=True)
class Difference:
    """How the register would become another: what is to be stored, and where it belongs."""

    ours: Flat
    whole: Flat
    """Every record of either side."""
    changed: Mapping[str, Fields]
    removed: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether nothing would be changed."""
        return not self.changed and not self.removed

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Return how many records of each kind are new, changed and removed."""
        made: dict[str, tuple[int, int, int]] = {}
        for node in NODES:
            new = sum(
                self.whole.nodes[uid] is node
                for uid in self.changed
                if uid not in self.ours.records
            )
            old = sum(
                self.whole.nodes[uid] is node for uid in self.changed if uid in self.ours.records
            )
            gone = sum(self.whole.nodes[uid] is node for uid in self.removed)
            if new or old or gone:
                made[node.name] = (new, old, gone)
        return made


def difference(ours: Flat, theirs: Flat, after: Mapping[str, Fields]) -> Difference:
    """Return how ours becomes ``after``, whose records are of ours or theirs."""
    records = {
        **ours.records,
        **{uid: dict(fields) for uid, fields in theirs.records.items() if uid not in ours.records},
    }
    return Difference(
        ours,
        Flat(records, {**theirs.nodes, **ours.nodes}),
        changes_between(ours.records, after),
        tuple(uid for uid in ours.records if uid not in after),
    )


@dataclass(frozen=True)
class Combined:
    """A package and the register, merged."""

    merge: Merge
    difference: Difference
    drafts_left_out: int
    """Officials' drafts that were not taken in, since the office does not register drafts."""
    theirs: Flat
    """What the package says, by the names that the register has for its records."""
    kept: tuple[Conflict, ...] = ()
    """Conflicts that were settled with ours as the package was read."""

    @property
    def whole(self) -> Flat:
        """Every record of either side."""
        return self.difference.whole


def register_beside(session: Session, tree: Tree) -> Flat:
    """Return of the register what a package may speak of: its audits and its municipality."""
    names = {name_key(str(town.get("name"))) for town in tree["municipalities"]}
    uids = {town["uid"] for town in tree["municipalities"]}
    towns = [
        town.uid
        for town in some(session, r.Municipality)
        if town.uid in uids or name_key(town.name) in names
    ]
    audits = [each["uid"] for town in tree["municipalities"] for each in town.get("audits", ())]
    return flat(audits_as_tree(session, audits, towns))


def combine(session: Session, package: Package, ledger: Ledger, choices: Choices) -> Combined:
    """Return what the register becomes with the package, and what is in conflict."""
    tree = tree_of(package.case)
    ours = register_beside(session, tree)
    theirs, names = as_ours(flat(tree), ours, _names_before(flat(tree), ours, ledger))
    base, is_shared = _base(package, ledger)
    known, _names = as_ours(flat(earlier_viewed(base, package.manifest.audience)), ours)
    known = within(known, theirs)
    drafts = frozenset[str]() if takes_drafts(ours) else drafts_in(theirs)
    left_out = sum(theirs.nodes[uid].kind is r.Response for uid in drafts)
    theirs, known = without(theirs, drafts), without(known, drafts)
    untold = {(names.get(each.uid, each.uid), each.field) for each in package.manifest.unsettled}
    _overlay(known, package, ledger, names)
    _overlay_kept(known, ours, theirs, ledger.kept, untold)
    merged = merge(
        known.records, ours.records, theirs.records, is_shared=is_shared, choices=choices
    )
    return Combined(merged, difference(ours, theirs, merged.records), left_out, theirs)


def _names_before(theirs: Flat, ours: Flat, ledger: Ledger) -> Mapping[str, str]:
    """Return the uids under which the other side has known our records in earlier packages."""
    names: dict[str, str] = {}
    if theirs.records.keys() <= ours.records.keys():
        return names
    for past in ledger.packages:
        _made, found = as_ours(flat(stored_case(past.content)), ours)
        names = {**found, **names}
    return names


_NOTHING: Tree = {"municipalities": [], "saved_views": []}


def _base(package: Package, ledger: Ledger) -> tuple[Tree, bool]:
    """Return what both sides last had in common, and whether this register has had it at all."""
    manifest = package.manifest
    theirs = {manifest.content, manifest.base, *manifest.seen}
    for past in ledger.packages:
        if past.manifest.content in theirs:
            return stored_case(past.content), True
    if package.base is not None:
        return tree_of(package.base), False
    return _NOTHING, False


def _overlay(base: Flat, package: Package, ledger: Ledger, names: Mapping[str, str]) -> None:
    """Let what either side has not settled count from the last value that both agreed on."""
    for each in ledger.unsettled:
        _count_from(base, each.place, each.base)
    for told in package.manifest.unsettled:
        agreed = from_json(told.base)
        agreed = names.get(agreed, agreed) if isinstance(agreed, str) else agreed
        _count_from(base, (names.get(told.uid, told.uid), told.field), agreed)


def _overlay_kept(
    base: Flat, ours: Flat, theirs: Flat, kept: Iterable[KeptConflict], untold: Collection[Place]
) -> None:
    """Let a conflict that was settled with ours count as our change, and never as theirs alone.

    It counts from what they said then; where they have seen ours and say the same still, so that
    both have chosen their own, from what both agreed on before. ``untold`` is what they have not
    settled either.
    """
    for each in kept:
        place = each.place
        if not each.is_kept(ours.records):
            continue
        has_seen = place not in untold and each.is_kept(base.records)
        is_said_again = says(theirs.records, place, each.theirs)
        _count_from(base, place, each.base if has_seen and is_said_again else each.theirs)


def _count_from(base: Flat, place: Place, value: Any) -> None:  # noqa: ANN401 - a field's value, or a record's fields
    """Let what is merged in one place be compared with this value."""
    uid, field = place
    agreed: Any = from_json(value)
    if field is not None and uid in base.records:
        base.records[uid][field] = agreed
    elif field is None and agreed is not None:
        base.records[uid] = dict(agreed)
    elif field is None:
        base.records.pop(uid, None)


# ---- storing ---------------------------------------------------------------------------------


def planned(session: Session, found: Difference, source: str) -> Plan:
    """Return the plan of what is to be stored, by the rules that an import goes by.

    Raises CaseFileError with all that these rules refuse.
    """
    text = json.dumps(partial_tree(found.changed, found.whole), ensure_ascii=False).encode()
    plan = Plan(session, read_case_file(text, source))
    if plan.faults:
        raise plan.file.refusal(plan.faults)
    return plan


def store_difference(
    session: Session, found: Difference, source: str, files: Mapping[str, bytes]
) -> None:
    """Store a difference as a part of the wish that is under way."""
    store_planned(session, planned(session, found, source), files)
    _remove(session, found, set(found.removed))


def _remove(session: Session, found: Difference, removed: Collection[str]) -> None:
    for node in reversed(NODES):
        uids = [uid for uid in removed if found.whole.nodes[uid] is node]
        ids = [row["id"] for row in exchange.rows_with(session, node.kind, "uid", uids)]
        for link in node.links:
            rows = exchange.rows_with(session, link.kind, link.owner, ids)
            exchange.remove_rows(session, link.kind, [row["id"] for row in rows])
        exchange.remove_rows(session, node.kind, ids)
