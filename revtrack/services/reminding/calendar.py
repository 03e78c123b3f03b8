"""The calendar file: days and meetings for Outlook and other calendars."""

import os
from datetime import date, timedelta
from pathlib import Path

from revtrack.documents.calendars.events import case_events, meeting_events
from revtrack.documents.calendars.file import HEAD, calendar_file, is_own, is_same, sequence_of
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.services.papers.files import replaced
from revtrack.services.reminding.remind_plan import EVERYBODY, Whom
from revtrack.storage import calendar as stored
from revtrack.storage.audits import list_committees, load_case
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store

KEPT = timedelta(days=366)
"""So long a day that has passed stays, so that calendars learn what became of it."""


def make_calendar(store: Store, today: date, whom: Whom = EVERYBODY) -> tuple[bytes, int]:
    """Return the calendar file, and how many days it holds."""
    since = today - KEPT
    with store.reading() as session:
        if whom.audit_id is None:
            ids = stored.audits_with_days(session, since, whom.municipality_id)
            cases = list(cases_for_letters(session, ids).values())
        else:
            cases = [load_case(session, whom.audit_id)]
        committees = {each.id: each for each in list_committees(session, whom.municipality_id)}
        asked = _asked(cases) if whom.audit_id is not None else committees.keys()
        meetings = stored.meetings_since(session, since, asked)
        events = [
            *(day for case in cases for day in case_events(case, today) if day.day >= since),
            *meeting_events(meetings, committees),
        ]
        changes = stored.change_counts(session, {uid for day in events for uid in day.facts})
        moves = stored.moves(session)
        scope = stored.scope_of(session, whom.municipality_id, whom.audit_id)
    numbered = [(event, sequence_of(event, changes, moves)) for event in events]
    return calendar_file(numbered, _name(cases), scope, today=today), len(numbered)


def _asked(cases: list[AuditCase]) -> frozenset[int]:
    return frozenset(each.committee_id for case in cases for each in case.reply_cases)


def _name(cases: list[AuditCase]) -> str:
    towns = {case.municipality.name for case in cases}
    return f"Revisorerna i {towns.pop()}" if len(towns) == 1 else "Revisorernas frister"


def write_calendar(store: Store, path: Path, today: date, whom: Whom = EVERYBODY) -> int:
    """Write the calendar file whole and return how many days it holds.

    A calendar of the same register and the same choice is made anew, where a link leads to it too.
    Raises RevTrackError where something else lies there, its folder is missing, or the file cannot
    be written.
    """
    path = _led_to(path)
    if not path.parent.is_dir():
        raise RevTrackError(
            "There is no folder {folder}, so no calendar was written. Make the folder, or choose "
            "another.",
            folder=path.parent.absolute(),
        )
    content, count = make_calendar(store, today, whom)
    if os.path.lexists(path):
        _refuse_other(path, content)
    replaced(path, content)
    return count


def _led_to(path: Path) -> Path:
    """Return the file that a link leads to; the path itself where it is no link."""
    return path.resolve() if path.is_symlink() else path


def _refuse_other(path: Path, content: bytes) -> None:
    head = _head(path)
    if not is_own(head):
        raise RevTrackError("{path} exists already. Choose another name.", path=path)
    if not is_same(head, content):
        raise RevTrackError(
            "{path} is a calendar of another register, or of other audits. Choose another name, "
            "or remove it first.",
            path=path,
        )


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault
