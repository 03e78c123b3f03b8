"""Calendar files (.ics, RFC 5545) for Outlook and other calendars: the only contact with icalendar.

Each day keeps its UID, and its SEQUENCE rises with every change of what it rests on, so a file that
is read in again moves the entries that are there. What is over is marked as cancelled and told by
its name, as "Besvarat" or "Klar": some calendars take it away, Outlook shows it as free time.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from revtrack.documents.calendars.events import CalendarEvent

PRODUCT = "-//RevTrack//RevTrack//SV"
WARNED_BEFORE = timedelta(days=7)


def calendar_file(events: Iterable[tuple[CalendarEvent, int]], name: str, *, today: date) -> bytes:
    """Return a calendar with these entries, each with its sequence, by day and uid."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
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


def is_own(content: bytes) -> bool:
    """Tell whether a file is a calendar that was made here, and may be made anew."""
    head = content[:400].decode("utf-8", "replace")
    return head.startswith("BEGIN:VCALENDAR") and f"PRODID:{PRODUCT}" in head


def sequence_of(
    event: CalendarEvent, changes: Mapping[str, int], moves: Mapping[tuple[str, int], int]
) -> int:
    """Return how often what an entry rests on has been changed; it only ever rises.

    ``changes`` counts by the uid of a fact, ``moves`` by where something is registered.
    """
    return sum(changes.get(uid, 0) for uid in event.facts) + sum(
        moves.get(place, 0) for place in event.under
    )
