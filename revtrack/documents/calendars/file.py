"""Calendar files (.ics, RFC 5545) for Outlook and other calendars: the only contact with icalendar.

Each day keeps its UID, and its SEQUENCE rises with every change of what it rests on, so a file that
is read in again moves the entries that are there. What is over is marked as cancelled and told by
its name, as "Besvarat" or "Klar": some calendars take it away, Outlook shows it as free time.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vText

from revtrack.documents.calendars.events import CalendarEvent

PRODUCT = "-//RevTrack//RevTrack//SV"
WARNED_BEFORE = timedelta(days=7)
SCOPE = "X-REVTRACK-SCOPE"
HEAD = 600
"""So many bytes of a calendar are enough to know it again."""
_SCOPE = re.compile(rf"^{SCOPE}:([0-9a-f]+)\r?$", re.MULTILINE)


def calendar_file(
    events: Iterable[tuple[CalendarEvent, int]], name: str, scope: str, *, today: date
) -> bytes:
    """Return a calendar with these entries, each with its sequence, by day and uid.

    ``scope`` tells what register it is of, and what was chosen there.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add(SCOPE, scope)
    calendar.add("x-wr-calname", vText(name))
    for event, sequence in sorted(events, key=lambda each: (each[0].day, each[0].uid)):
        calendar.add_component(_entry(event, sequence, today))
    return bytes(calendar.to_ical())


def _entry(event: CalendarEvent, sequence: int, today: date) -> Event:
    entry = Event()
    entry.add("uid", f"{event.uid}@revtrack")
    entry.add("dtstamp", datetime.combine(today, time(), UTC))
    entry.add("sequence", sequence)
    entry.add("dtstart", event.day)
    entry.add("dtend", event.day + timedelta(days=1))
    entry.add("summary", " ".join(event.title.split()))
    entry.add("categories", [event.category])
    entry.add("status", "CANCELLED" if event.is_over else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    entry.add("x-microsoft-cdo-busystatus", "FREE")
    if event.details:
        entry.add("description", "\n".join(event.details))
    if event.warns:
        entry.add_component(_warning(event))
    return entry


def _warning(event: CalendarEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -WARNED_BEFORE)
    alarm.add("description", " ".join(event.title.split()))
    return alarm


def is_same(content: bytes, new: bytes) -> bool:
    """Tell whether a file is a calendar of the same register and choice, and may be made anew."""
    scope = _scope_in(content)
    return scope is not None and scope == _scope_in(new)


def is_own(content: bytes) -> bool:
    """Tell whether a file is a calendar that RevTrack has made, of whatever register."""
    head = content[:HEAD].decode("utf-8", "replace")
    return head.startswith("BEGIN:VCALENDAR") and f"PRODID:{PRODUCT}" in head


def _scope_in(content: bytes) -> str | None:
    found = _SCOPE.search(content[:HEAD].decode("utf-8", "replace")) if is_own(content) else None
    return found[1] if found else None


def sequence_of(
    event: CalendarEvent, changes: Mapping[str, int], moves: Mapping[tuple[str, int], int]
) -> int:
    """Return how often what an entry rests on has been changed; it only ever rises.

    ``changes`` counts by the uid of a fact, ``moves`` by where something is registered.
    """
    return sum(changes.get(uid, 0) for uid in event.facts) + sum(
        moves.get(place, 0) for place in event.under
    )
