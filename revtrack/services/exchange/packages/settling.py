"""What is unsettled between two registers, listed and settled: ours stays, or theirs is taken."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import ExchangeDirection
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.exchange.merging import Records, Side
from revtrack.services.exchange.exporting import audits_as_tree
from revtrack.services.exchange.packages.combining import difference, store_difference
from revtrack.services.exchange.packages.conflict_lines import (
    ConflictLine,
    conflict_lines,
    keyed,
)
from revtrack.services.exchange.packages.container import Manifest
from revtrack.services.exchange.packages.flat import PARENT, Flat, flat
from revtrack.services.exchange.packages.ledger import (
    NODE_NAMED,
    Ledger,
    OpenConflict,
    from_json,
    keep_unsettled,
    kept_conflict,
    ledger_of,
)
from revtrack.services.exchange.packages.taking import is_still_open
from revtrack.storage.rows import one
from revtrack.storage.rows import some as stored
from revtrack.storage.store import Store
from revtrack.wording.language import _


@dataclass(frozen=True)
class ExchangeLine:
    """A package that was sent or read in, as it is listed."""

    exchange: r.Exchange
    manifest: Manifest

    @property
    def is_sent(self) -> bool:
        """Whether it was made here."""
        return self.exchange.direction is ExchangeDirection.SENT


def list_packages(store: Store, audit_id: int | None = None) -> tuple[ExchangeLine, ...]:
    """Return the packages of one audit, or of all, the newest first of each."""
    with store.reading() as session:
        audits = (
            stored(session, r.Audit) if audit_id is None else (one(session, r.Audit, audit_id),)
        )
        return tuple(
            ExchangeLine(past.exchange, past.manifest)
            for audit in audits
            for past in ledger_of(session, audit.uid).packages
        )


def list_conflicts(store: Store, audit_id: int) -> tuple[ConflictLine, ...]:
    """Return what packages have left unsettled of an audit."""
    with store.reading() as session:
        _audit, ledger, ours = _found(session, audit_id)
        return conflict_lines(session, _still_open(ledger, ours), ours.records)


def settle(
    store: Store, audit_id: int, keys: Collection[str], side: Side, today: date
) -> tuple[ConflictLine, ...]:
    """Settle conflicts by their keys, all where none is named, and return those that are left.

    With ours the register stays as it is, the next package tells the other side so, and what they
    say against it later is a conflict again; with theirs it takes what they say. Raises UsageError
    where a key names nothing that is unsettled.
    """
    with store.wish(store.why or _("Settled between two registers")) as session:
        found = _found(session, audit_id)
        chosen = _named(_still_open(found[1], found[2]), keys)
        sides = {Side.OURS: [], Side.THEIRS: [], side: chosen}
        return _settled(session, found, sides, today)


def settle_each(
    store: Store, audit_id: int, chosen: Mapping[str, Side], today: date
) -> tuple[ConflictLine, ...]:
    """Settle conflicts by their keys, each with its own side, as one wish; return what is left.

    Raises UsageError where a key names nothing that is unsettled.
    """
    with store.wish(store.why or _("Settled between two registers")) as session:
        found = _found(session, audit_id)
        open_now = _still_open(found[1], found[2])
        sides = {
            side: _named(open_now, keys) if keys else []
            for side in Side
            for keys in [[key for key, wanted in chosen.items() if wanted is side]]
        }
        return _settled(session, found, sides, today)


def _settled(
    session: Session,
    found: tuple[r.Audit, Ledger, Flat],
    sides: Mapping[Side, list[OpenConflict]],
    today: date,
) -> tuple[ConflictLine, ...]:
    """Take theirs, keep ours, and return what is left unsettled."""
    audit, ledger, ours = found
    kept_ours, taken = sides[Side.OURS], sides[Side.THEIRS]
    if taken:
        _take(session, ours, taken)
    open_now = _still_open(ledger, ours)
    left = tuple(each for each in open_now if each not in kept_ours and each not in taken)
    places = {each.place for each in (*kept_ours, *taken)}
    kept = [each for each in ledger.kept if each.place not in places]
    kept += [kept_conflict(each, ours.records) for each in kept_ours]
    keep_unsettled(session, audit.id, (*left, *kept), today)
    return conflict_lines(session, left, ours.records)


def list_all_conflicts(store: Store) -> tuple[tuple[r.Audit, ConflictLine], ...]:
    """Return what packages have left unsettled in any audit, with the audit."""
    with store.reading() as session:
        found: list[tuple[r.Audit, ConflictLine]] = []
        exchanged = {each.audit_id for each in stored(session, r.Exchange)}
        for audit in stored(session, r.Audit):
            if audit.id in exchanged:
                _audit, ledger, ours = _found(session, audit.id)
                lines = conflict_lines(session, _still_open(ledger, ours), ours.records)
                found += [(audit, line) for line in lines]
        return tuple(found)


def _found(session: Session, audit_id: int) -> tuple[r.Audit, Ledger, Flat]:
    audit = one(session, r.Audit, audit_id)
    return audit, ledger_of(session, audit.uid), flat(audits_as_tree(session, [audit.uid]))


def _still_open(ledger: Ledger, ours: Flat) -> list[OpenConflict]:
    return [each for each in ledger.unsettled if is_still_open(each, ours.records)]


def _named(conflicts: Collection[OpenConflict], keys: Collection[str]) -> list[OpenConflict]:
    known = keyed(conflicts)
    if not known:
        raise UsageError("There is nothing to settle: no package has left anything unsettled.")
    for key in keys:
        if key not in known:
            raise UsageError(
                "There is no conflict {key}. There is: {keys}.", key=key, keys=tuple(known)
            )
    return [each for key, each in known.items() if key in keys or not keys]


def _take(session: Session, ours: Flat, chosen: Collection[OpenConflict]) -> None:
    """Store what they say in these conflicts."""
    after = {uid: dict(fields) for uid, fields in ours.records.items()}
    theirs = Flat()
    for each in chosen:
        value = from_json(each.theirs)
        if each.field is not None:
            after[each.uid][each.field] = value
        elif value is None:
            del after[each.uid]
        else:
            after[each.uid] = dict(value)
            theirs.records[each.uid] = dict(value)
            theirs.nodes[each.uid] = NODE_NAMED[each.kind]
    _check_whole(after, {*ours.records, *after})
    store_difference(session, difference(ours, theirs, after), _("The conflict"), {})


def _check_whole(after: Records, known: Collection[str]) -> None:
    """Refuse what would leave a record speaking of another that is not there."""
    named = (
        each
        for fields in after.values()
        for value in fields.values()
        for each in (value if isinstance(value, frozenset) else (value,))
    )
    is_broken = any(isinstance(each, str) and each in known and each not in after for each in named)
    if is_broken or any(fields[PARENT] not in {None, *after} for fields in after.values()):
        raise RevTrackError(
            "It cannot be settled so on its own: other records speak of what would be removed, or "
            "it speaks of one that is removed here. Settle those together with it, or keep yours "
            "with --ours."
        )
