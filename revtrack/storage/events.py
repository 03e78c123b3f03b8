"""The history as it is read: the events of an audit, and the stamp that names its latest state."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row
from sqlmodel import Session

from revtrack.domain.case import AuditCase
from revtrack.storage.history import GENESIS

STAMP_DIGITS = 16

_COLUMNS = "sequence, at, who, role, wish, why, table_name, uid, old, new"
_NOT_FACTS = frozenset({"documents", "reminders"})
_PARENTS = {
    "assessment_id": "assessments",
    "recommendation_id": "recommendations",
    "addressee_id": "addressees",
    "letter_id": "letters",
    "reply_case_id": "reply_cases",
    "response_id": "responses",
    "action_id": "actions",
}
"""Fields by which a fact belongs to another fact of the audit, and where the case keeps those."""


@dataclass(frozen=True)
class HistoryEvent:
    """One change of one row, as it is shown."""

    sequence: int
    at: str
    who: str | None
    role: str | None
    wish: int | None
    why: str | None
    table: str
    uid: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        """The fields that changed, each with its value before and after."""
        old, new = self.old or {}, self.new or {}
        names = [*new, *(name for name in old if name not in new)]
        hidden = {"id", "uid", "version"}
        return {
            name: (old.get(name), new.get(name))
            for name in names
            if name not in hidden and old.get(name) != new.get(name)
        }


def _event_of(row: Row[Any]) -> HistoryEvent:
    return HistoryEvent(
        sequence=row.sequence,
        at=row.at,
        who=row.who,
        role=row.role,
        wish=row.wish,
        why=row.why,
        table=row.table_name,
        uid=row.uid,
        old=json.loads(row.old) if row.old is not None else None,
        new=json.loads(row.new) if row.new is not None else None,
    )


def uids_of(connection: Connection, case: AuditCase) -> frozenset[str]:
    """Return the uids of every fact of the audit, also of those that have been removed since.

    What has been made from the facts is left out: making a document changes no fact.
    """
    return frozenset(_facts_of(case) | _removed_from(connection, [case]))


def _facts_of(case: AuditCase) -> set[str]:
    groups = [
        value
        for name, value in vars(case).items()
        if isinstance(value, tuple) and name not in _NOT_FACTS
    ]
    here = {record.uid for group in groups for record in group}
    return here | {case.municipality.uid, case.audit.uid}


def _removed_from(connection: Connection, cases: Sequence[AuditCase]) -> set[str]:
    """Return the uids of facts that belonged to one of the audits, or to one of their facts."""
    ids = {
        field: {each.id for case in cases for each in getattr(case, name)}
        for field, name in _PARENTS.items()
    }
    ids["audit_id"] = {case.audit.id for case in cases}
    rows = connection.exec_driver_sql(
        "SELECT table_name, uid, old FROM event WHERE new IS NULL "
        "AND table_name NOT IN ('document', 'reminder') ORDER BY sequence DESC"
    )
    removed = set()
    for table, uid, old in rows:  # what was removed last first: a fact goes after what hangs on it
        fact = json.loads(old)
        if any(fact.get(field) in known for field, known in ids.items()):
            removed.add(uid)
            ids.setdefault(f"{table}_id", set()).add(fact["id"])
    return removed


def all_events(connection: Connection) -> tuple[HistoryEvent, ...]:
    """Return the whole history, oldest first."""
    rows = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM event ORDER BY sequence")
    return tuple(_event_of(row) for row in rows)


def latest_events(connection: Connection, most: int) -> tuple[tuple[HistoryEvent, ...], int]:
    """Return so many of the latest events, the latest first, and how many there are in all."""
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM event ORDER BY sequence DESC LIMIT ?", (most,)
    )
    count = connection.exec_driver_sql("SELECT count(*) FROM event").scalar_one()
    return tuple(_event_of(row) for row in rows), int(count)


def events_of_audit(connection: Connection, case: AuditCase) -> tuple[HistoryEvent, ...]:
    """Return the events of an audit's facts, oldest first."""
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM event WHERE uid IN (SELECT value FROM json_each(?)) "
        "ORDER BY sequence",
        (json.dumps(sorted(uids_of(connection, case))),),
    )
    return tuple(_event_of(row) for row in rows)


def events_of_wish(connection: Connection, wish: int) -> tuple[HistoryEvent, ...]:
    """Return the changes that a wish made, in the order that it made them."""
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM event WHERE wish = ? ORDER BY sequence", (wish,)
    )
    return tuple(_event_of(row) for row in rows)


def reasons_of_issuing(connection: Connection, uids: Collection[str]) -> dict[str, str]:
    """Return what was said when documents were noted as issued, by their uids, the latest last."""
    rows = connection.exec_driver_sql(
        "SELECT uid, why FROM event WHERE uid IN (SELECT value FROM json_each(?)) "
        "AND table_name = 'document' AND why IS NOT NULL AND new ->> 'issued_on' IS NOT NULL "
        "AND (old ->> 'issued_on') IS NOT (new ->> 'issued_on') ORDER BY sequence",
        (json.dumps(sorted(uids)),),
    )
    return {row.uid: row.why for row in rows}


def latest_event(connection: Connection) -> int:
    """Return the number of the last change of anything, 0 where there is none."""
    return int(
        connection.exec_driver_sql("SELECT coalesce(max(sequence), 0) FROM event").scalar_one()
    )


def stamp_of(connection: Connection, cases: Sequence[AuditCase]) -> str:
    """Return the control number: sequence and first digits of the seal of the last event."""
    uids = set().union(*map(_facts_of, cases)) | _removed_from(connection, cases)
    row = connection.exec_driver_sql(
        "SELECT sequence, hash FROM event "
        "WHERE hash IS NOT NULL AND uid IN (SELECT value FROM json_each(?)) "
        "ORDER BY sequence DESC LIMIT 1",
        (json.dumps(sorted(uids)),),
    ).first()
    sequence, seal = row or (0, GENESIS)
    return f"{sequence}-{seal[:STAMP_DIGITS]}"


def stamp_of_register(connection: Connection) -> str:
    """Return the control number of what is made from all audits: the last change of any fact."""
    row = connection.exec_driver_sql(
        "SELECT sequence, hash FROM event WHERE hash IS NOT NULL "
        "AND table_name NOT IN ('document', 'reminder', 'saved_view') "
        "ORDER BY sequence DESC LIMIT 1"
    ).first()
    sequence, seal = row or (0, GENESIS)
    return f"{sequence}-{seal[:STAMP_DIGITS]}"


def highest_ordinal(session: Session, audit_id: int) -> int:
    """Return the highest place that a recommendation of the audit has or has had, 0 for none."""
    return _highest(session, "recommendation", "ordinal", audit_id)


def highest_question(session: Session, audit_id: int) -> int:
    """Return the highest number that a question of the audit has or has had, 0 for none."""
    return _highest(session, "question", "number", audit_id)


def _highest(session: Session, table: str, field: str, audit_id: int) -> int:
    query = (
        "SELECT coalesce(max(json_extract(new, ?)), 0) FROM event "
        "WHERE table_name = ? AND json_extract(new, '$.audit_id') = ?"
    )
    session.flush()
    found = session.connection().exec_driver_sql(query, (f"$.{field}", table, audit_id))
    return int(found.scalar_one())


def report_numbers(session: Session, audit_id: int) -> frozenset[str]:
    """Return the numbers in the report that recommendations of the audit have or have had."""
    query = (
        "SELECT DISTINCT json_extract(new, '$.number_in_report') FROM event "
        "WHERE table_name = 'recommendation' AND json_extract(new, '$.audit_id') = ?"
    )
    session.flush()
    rows = session.connection().exec_driver_sql(query, (audit_id,)).scalars()
    return frozenset(number for number in rows if number)


def judging_wishes(session: Session, uids: Iterable[str]) -> dict[str, int | None]:
    """Return the wish that last changed the judgement of each of these responses."""
    query = (
        "SELECT uid, wish FROM event WHERE table_name = 'response' "
        "AND uid IN (SELECT value FROM json_each(?)) "
        "AND json_extract(old, '$.review') IS NOT json_extract(new, '$.review') ORDER BY sequence"
    )
    session.flush()
    rows = session.connection().exec_driver_sql(query, (json.dumps(sorted(uids)),))
    return {row.uid: row.wish for row in rows}
