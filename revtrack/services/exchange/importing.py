"""Takes a case file into the register: one wish, all of it or nothing."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import N_, GoneError, RevTrackError
from revtrack.domain.exchange.case_file import NODES
from revtrack.services.exchange.case_files import CaseFile, Fault, read_case_file
from revtrack.services.exchange.entries import Entry, LinkChange
from revtrack.services.exchange.plan import Plan
from revtrack.storage import exchange
from revtrack.storage.rows import add_many, change
from revtrack.storage.store import Store
from revtrack.wording.record_names import codes_of


class OnConflict(StrEnum):
    """What is done where the file says otherwise than the register of the same record."""

    STOP = "stop"
    SKIP = "skip"
    UPDATE = "update"


@dataclass(frozen=True)
class Counts:
    """How many records of one kind the file made or met."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    """Stored ones that the file says otherwise of, left as they were."""


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do."""

    counts: Mapping[str, Counts]
    """For each kind of record that the file holds, in the order of the file format."""
    audits: tuple[str, ...]
    """The references of the audits that the file speaks of, in its order."""
    missing_files: tuple[str, ...]
    """The names of attachments whose bytes are neither at hand nor in the register."""
    is_dry_run: bool = False

    @property
    def total(self) -> Counts:
        """The counts of all kinds together."""
        every = self.counts.values()
        return Counts(
            sum(each.new for each in every),
            sum(each.changed for each in every),
            sum(each.unchanged for each in every),
            sum(each.skipped for each in every),
        )


_DIFFERS = N_(
    "{source} says otherwise than the register, so nothing was read in. Choose whether to keep "
    "what the register has (skip) or to take what the file says (update).\n{faults}"
)
_OTHER_VALUE = N_("the register has “{stored}”, the file “{given}”.")
_OTHER_RECORD = N_("the register names another record than the file.")
_OTHER_LIST = N_("the register lists others than the file.")


def import_case_file(  # noqa: PLR0913 - one wish with its choices
    store: Store,
    content: bytes,
    *,
    source: str,
    on_conflict: OnConflict = OnConflict.STOP,
    dry_run: bool = False,
    attachments: Mapping[str, bytes] | None = None,
    why: str | None = None,
) -> ImportReport:
    """Take a whole or partial case file into the register and return what was done.

    A record is known by its uid, else by what is unique about it (an audit's reference, a
    committee's name, a recommendation's place); one that is not known is new. Fields that the file
    leaves out stay as they are. ``source`` is the file's name, ``attachments`` the bytes of the
    attached files by their sha-256.

    Raises CaseFileError with every place that is wrong or, with ``stop``, says otherwise than the
    register, and RevTrackError where it is no case file; nothing is changed then.
    """
    file = read_case_file(content, source)
    bytes_by_sum = attachments or {}
    keeps_ours = on_conflict is OnConflict.SKIP
    if dry_run:
        with store.reading() as session:
            plan = _checked(Plan(session, file, keeps_ours=keeps_ours), on_conflict)
            return _report(plan, _missing_files(session, plan, bytes_by_sum), is_dry_run=True)
    try:
        with store.wish(why) as session:
            plan = _checked(Plan(session, file, keeps_ours=keeps_ours), on_conflict)
            store_planned(session, plan, bytes_by_sum)
            missing = _missing_files(session, plan, bytes_by_sum)
    except GoneError as fault:
        raise RevTrackError(
            "{source} was not read in: what it changes would for a moment give two records the "
            "same key ({reason}). Make the change in two steps.",
            source=source,
            reason=getattr(fault.__cause__, "orig", fault),
        ) from fault
    return _report(plan, missing, is_dry_run=False)


def _checked(plan: Plan, on_conflict: OnConflict) -> Plan:
    """Return the plan; raise CaseFileError where it cannot be carried out."""
    if plan.faults:
        raise plan.file.refusal(plan.faults)
    if on_conflict is OnConflict.STOP:
        conflicts = [fault for entry in _stored(plan) for fault in _conflicts(plan.file, entry)]
        if conflicts:
            raise plan.file.refusal(conflicts, _DIFFERS)
    return plan


def _stored(plan: Plan) -> Iterator[Entry]:
    for node in NODES:
        yield from (entry for entry in plan.entries[node.kind] if entry.stored is not None)


def _conflicts(file: CaseFile, entry: Entry) -> Iterator[Fault]:
    for name, given in entry.changes.items():
        stored = (entry.stored or {})[name]
        place = (*entry.place, entry.node.key_of(name))
        if name in entry.node.references:
            yield file.fault(place, _OTHER_RECORD)
        else:
            code = codes_of(entry.node.name).get(name)
            values = {"stored": _coded(code, stored), "given": _coded(code, given)}
            yield file.fault(place, _OTHER_VALUE, **values)
    for each in entry.link_changes:
        yield file.fault((*entry.place, each.link.key), _OTHER_LIST)


def _coded(code: type[StrEnum | bool] | None, value: object) -> object:
    """Return a code as such, so that it is shown by its label; any other value as it is."""
    if code is None or code is bool or value not in set(code):
        return value
    return code(str(value))


def store_planned(session: Session, plan: Plan, contents: Mapping[str, bytes]) -> None:
    """Store what a plan without faults holds, as part of the wish that is under way.

    ``contents`` are the bytes of attached files by their sha-256.
    """
    _write(session, plan)
    _keep_files(session, plan, contents)


def _write(session: Session, plan: Plan) -> None:
    """Store what is new and change what is changed, parents first."""
    exchange.defer_foreign_keys(session)
    for node in NODES:
        entries = plan.entries[node.kind]
        new = [_row(entry) for entry in entries if entry.stored is None]
        add_many(session, node.kind, new)
        for entry in entries:
            if entry.stored is not None and entry.changes:
                change(session, node.kind.model_validate(dict(entry.stored)), **entry.changes)
        _write_links(session, [each for entry in entries for each in entry.link_changes])


def _row(entry: Entry) -> dict[str, object]:
    columns = {name: entry.current(name) for name in entry.node.new.model_fields}
    return {"id": entry.id, "uid": entry.uid, "version": 1, **columns}


def _write_links(session: Session, changes: list[LinkChange]) -> None:
    for link in dict.fromkeys(each.link for each in changes):
        own = [each for each in changes if each.link is link]
        exchange.remove_rows(session, link.kind, [row for each in own for row in each.removed])
        add_many(session, link.kind, [row for each in own for row in each.added])


# ---- attached files --------------------------------------------------------------------------


def _attached(plan: Plan) -> list[Entry]:
    return [entry for entry in plan.entries[r.Attachment] if not entry.is_skipped]


def _keep_files(session: Session, plan: Plan, contents: Mapping[str, bytes]) -> None:
    wanted = {entry.current("sha256") for entry in _attached(plan)} & contents.keys()
    for entry in _attached(plan):
        key = entry.current("sha256")
        if key in wanted and hashlib.sha256(contents[key]).hexdigest() != key:
            raise RevTrackError(
                "The attached file {name} is not the one that the case file speaks of; its "
                "checksum differs. Nothing was changed.",
                name=entry.current("name"),
            )
    new = wanted - exchange.kept_contents(session, wanted)
    exchange.keep_contents(session, {key: contents[key] for key in sorted(new)})


def _missing_files(session: Session, plan: Plan, contents: Mapping[str, bytes]) -> tuple[str, ...]:
    asked = {entry.current("sha256"): entry.current("name") for entry in _attached(plan)}
    kept = exchange.kept_contents(session, list(asked)) | contents.keys()
    return tuple(name for key, name in asked.items() if key not in kept)


# ---- the report ------------------------------------------------------------------------------


def _counts(entries: list[Entry]) -> Counts:
    new = sum(entry.stored is None for entry in entries)
    skipped = sum(entry.is_skipped for entry in entries)
    changed = sum(entry.differs for entry in entries)
    return Counts(new, changed, len(entries) - new - changed - skipped, skipped)


def _report(plan: Plan, missing: tuple[str, ...], *, is_dry_run: bool) -> ImportReport:
    counts = {
        node.name: _counts(plan.entries[node.kind]) for node in NODES if plan.entries[node.kind]
    }
    audits = tuple(entry.current("reference") for entry in plan.entries[r.Audit])
    return ImportReport(counts, audits, missing, is_dry_run)
