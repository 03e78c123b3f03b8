"""Reading in a case package: whose it is, what it brings, what is in conflict; all or nothing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.codes import ExchangeDirection, PersonRole
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.exchange.merging import Choices, Conflict, Side
from revtrack.services.exchange.case_files import read_case_file
from revtrack.services.exchange.packages.change_lines import ChangeLine, change_lines
from revtrack.services.exchange.packages.combining import (
    Combined,
    combine,
    planned,
    store_difference,
)
from revtrack.services.exchange.packages.conflict_lines import (
    ConflictLine,
    conflict_lines,
    keyed,
)
from revtrack.services.exchange.packages.container import Manifest, Package, opened
from revtrack.services.exchange.packages.keys import is_same_fingerprint
from revtrack.services.exchange.packages.ledger import (
    KeptConflict,
    Ledger,
    OpenConflict,
    keep,
    keep_unsettled,
    kept_conflict,
    ledger_of,
    open_conflict,
    says,
)
from revtrack.storage.rows import some, table_of
from revtrack.storage.store import Store
from revtrack.wording.labels import label
from revtrack.wording.language import _

Chosen = Side | Mapping[str, Side] | None
"""One side in every conflict, a side for each that is named by its key, or none."""


@dataclass(frozen=True)
class Taking:
    """How a package is to be read in."""

    today: date
    trust: str | None = None
    """Fingerprint of the key that is accepted as the sender's."""
    own_signer: str | None = None
    """Fingerprint of this person's own key, which needs no accepting."""
    chosen: Chosen = None
    is_trial: bool = False


@dataclass(frozen=True)
class PackageReport:
    """What reading in a package did, or would do."""

    manifest: Manifest
    signer: str
    is_signer_known: bool
    counts: Mapping[str, tuple[int, int, int]]
    """How many records of each kind are new, changed and removed."""
    changes: tuple[ChangeLine, ...]
    """Each of these records, with the values that are new."""
    conflicts: tuple[ConflictLine, ...]
    """What is unsettled; the register keeps its own there."""
    read_before_on: date | None
    is_trial: bool
    drafts_left_out: int
    """Officials' drafts that were not taken in, since the office does not register drafts."""

    @property
    def has_news(self) -> bool:
        """Whether it changed anything, or would."""
        return bool(self.counts)

    @property
    def is_first(self) -> bool:
        """Whether the register knew nothing of the audit before."""
        return any(line.is_new and line.uid == self.manifest.audit for line in self.changes)


def read_package(store: Store, content: bytes, source: str, taking: Taking) -> PackageReport:
    """Merge a package with the register and return what was done.

    What only the package changes is taken, what only the register has changed is kept, and what
    both have changed differently keeps the register's value and is listed until somebody settles
    it; the package itself is kept whole. Raises RevTrackError, having changed nothing, where it is
    no package, was changed after it was signed, is signed by somebody who is not accepted, or holds
    what the rules of an import refuse.
    """
    package = opened(content, source)
    read_case_file(package.case, source)
    if package.base is not None:
        read_case_file(package.base, source)
    reading = _Reading(package, source, hashlib.sha256(content).hexdigest(), taking)
    if taking.is_trial:
        with store.reading() as session:
            return reading.tried(session)
    with store.reading() as session:  # nothing is written where nothing is new
        if reading.is_spent(session):
            return reading.tried(session)
    try:
        with store.wish(store.why or reading.why()) as session:
            return reading.done(session, content)
    except GoneError as fault:
        raise RevTrackError(
            "{source} was not read in: what it changes would for a moment give two records the "
            "same key ({reason}). Make the change in two steps.",
            source=source,
            reason=getattr(fault.__cause__, "orig", fault),
        ) from fault


def sender_of(manifest: Manifest) -> str:
    """Return who made a package: the name that they have given, and the role in which they work."""
    roles = {role.value: label(role) for role in PersonRole}
    role = roles.get(manifest.role, manifest.role)
    return f"{manifest.sender} ({role[:1].lower()}{role[1:]})"


class _Reading:
    """One package being read in."""

    def __init__(self, package: Package, source: str, sha256: str, taking: Taking) -> None:
        self._package, self._source, self._sha256 = package, source, sha256
        self._taking = taking

    def why(self) -> str:
        """Return the reason that stands in the history."""
        said = _("Case package {name} from {sender}, made {day}")
        manifest = self._package.manifest
        return said.format(name=self._source, sender=sender_of(manifest), day=manifest.made_on)

    def is_spent(self, session: Session) -> bool:
        """Tell whether it has been read in before and brings nothing more."""
        ledger = self._ledger(session)
        if ledger.received_on(self._sha256) is None:
            return False
        self._check_signer(ledger)
        combined = self._combined(session, ledger)
        return combined.difference.is_none and self._taking.chosen is None

    def tried(self, session: Session) -> PackageReport:
        """Return what reading it in would do; the signer need not be accepted for that."""
        ledger = self._ledger(session)
        combined = self._combined(session, ledger)
        planned(session, combined.difference, self._source)
        return self._report(session, combined, ledger, is_trial=self._taking.is_trial)

    def done(self, session: Session, content: bytes) -> PackageReport:
        """Store what it brings and return what was done."""
        ledger = self._ledger(session)
        self._check_signer(ledger)
        combined = self._combined(session, ledger)
        store_difference(session, combined.difference, self._source, self._package.files)
        report = self._report(session, combined, ledger, is_trial=False)
        session.flush()
        (audit,) = some(session, r.Audit, table_of(r.Audit).c.uid == self._package.manifest.audit)
        if report.read_before_on is None:
            keep(session, self._exchange(audit.id), content)
        unsettled, kept = self._unsettled(combined, ledger), self._kept(combined, ledger)
        if (unsettled, kept) != (ledger.unsettled, ledger.kept):
            keep_unsettled(session, audit.id, (*unsettled, *kept), self._taking.today)
        return report

    def _exchange(self, audit_id: int) -> r.NewExchange:
        return r.NewExchange(
            audit_id=audit_id,
            direction=ExchangeDirection.RECEIVED,
            partner=self._package.manifest.sender,
            signer=self._package.signer,
            sha256=self._sha256,
            exchanged_on=self._taking.today,
        )

    def _ledger(self, session: Session) -> Ledger:
        return ledger_of(session, self._package.manifest.audit)

    # ---- who made it -------------------------------------------------------------------------

    def _is_known(self, ledger: Ledger) -> bool:
        signer, trust = self._package.signer, self._taking.trust
        if trust is not None and not is_same_fingerprint(trust, signer):
            raise RevTrackError(
                "{source} is signed with the key {signer}, not with {trust}. Nothing was read in.",
                source=self._source,
                signer=signer,
                trust=trust,
            )
        return trust is not None or signer == self._taking.own_signer or ledger.knows(signer)

    def _check_signer(self, ledger: Ledger) -> None:
        if not self._is_known(ledger):
            raise RevTrackError(
                "{source} is from {sender}, {municipality}, signed with a key that is not known "
                "here: {signer}. Ask the sender over the telephone whether that is the right key, "
                "and read it in with: --trust {digits}",
                source=self._source,
                sender=sender_of(self._package.manifest),
                municipality=self._package.manifest.municipality,
                signer=self._package.signer,
                digits=self._package.signer.replace(" ", ""),
            )

    # ---- the merge ---------------------------------------------------------------------------

    def _combined(self, session: Session, ledger: Ledger) -> Combined:
        """Return the merge, with the sides that were chosen in its conflicts."""
        found = combine(session, self._package, ledger, {})
        choices = self._choices(found)
        if not choices:
            return found
        kept = tuple(met for met in found.merge.conflicts if choices.get(met.place) is Side.OURS)
        return replace(combine(session, self._package, ledger, choices), kept=kept)

    def _choices(self, found: Combined) -> Choices:
        chosen = self._taking.chosen
        if chosen is None:
            return {}
        if isinstance(chosen, Side):
            return {met.place: chosen for met in found.merge.conflicts}
        listed = keyed(self._open(found, met) for met in found.merge.conflicts)
        places = {key: each.place for key, each in listed.items()}
        if strange := [key for key in chosen if key not in places]:
            raise UsageError(
                "There is no conflict {key} in the package. There is: {keys}.",
                key=strange[0],
                keys=tuple(places) or "–",
            )
        return {places[key]: side for key, side in chosen.items()}

    def _open(self, combined: Combined, met: Conflict) -> OpenConflict:
        node = combined.whole.nodes[met.uid]
        return open_conflict(met, node, self._package.signer, self._sha256)

    def _unsettled(self, combined: Combined, ledger: Ledger) -> tuple[OpenConflict, ...]:
        """Return what is unsettled from now on: with others as before, with these as found now."""
        new = tuple(self._open(combined, met) for met in combined.merge.conflicts)
        places = {each.place for each in new}
        after = combined.merge.records
        others = (
            each
            for each in ledger.unsettled
            if each.signer != self._package.signer and each.place not in places
        )
        return (*(each for each in others if is_still_open(each, after)), *new)

    def _kept(self, combined: Combined, ledger: Ledger) -> tuple[KeptConflict, ...]:
        """Return what was settled with ours and they have not come to say themselves."""
        ours = combined.difference.ours.records
        new = [kept_conflict(self._open(combined, met), ours) for met in combined.kept]
        places = {met.place for met in combined.merge.conflicts} | {each.place for each in new}
        after, theirs = combined.merge.records, combined.theirs.records
        old = (each for each in ledger.kept if each.place not in places)
        return (*(each for each in old if each.is_kept(after) and not each.is_kept(theirs)), *new)

    def _report(
        self, session: Session, combined: Combined, ledger: Ledger, *, is_trial: bool
    ) -> PackageReport:
        conflicts = [self._open(combined, met) for met in combined.merge.conflicts]
        return PackageReport(
            self._package.manifest,
            self._package.signer,
            self._is_known(ledger),
            combined.difference.counts(),
            change_lines(combined.difference),
            conflict_lines(session, conflicts, combined.difference.ours.records),
            ledger.received_on(self._sha256),
            is_trial,
            combined.drafts_left_out,
        )


def is_still_open(conflict: OpenConflict, ours: Mapping[str, Mapping[str, object]]) -> bool:
    """Tell whether the register still says otherwise than they do."""
    is_gone = conflict.field is not None and conflict.uid not in ours
    return not is_gone and not says(ours, conflict.place, conflict.theirs)
