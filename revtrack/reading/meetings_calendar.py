"""A calendar file (.ics): each event's text and day, repeated events written out."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rruleset, rrulestr
from icalendar import Calendar, Event
from icalendar.error import BrokenCalendarProperty

from revtrack.domain.errors import N_, RevTrackError

HERE = ZoneInfo("Europe/Stockholm")
"""Where the meetings are held: an instant in UTC is a day here."""

YEARS_BACK, YEARS_AHEAD = 1, 2
"""So far from today the days of an event are written out that repeats without an end."""

INSTANTS = frozenset({"UTC", "ETC/UTC", "GMT"})
"""Names of the zone in which a moment is told without a place."""

MOST_DAYS = 1_000
"""Days that one event may repeat on."""

MOST_EVENTS = 5_000

WHOLE_DAYS = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
"""How often an event may be repeated."""

MOMENTS = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND", "UNTIL"})
"""The parts of a rule that speak of a time of day."""

NO_CALENDAR = N_("The file is no calendar (.ics). Save the calendar anew and try again.")
TOO_MANY = N_("The calendar holds more than {most} events. Save a part of it.")
_NO_DAY = N_("The event has no day.")
_BAD_RULE = N_("The rule by which the event is repeated cannot be read.")


def read_calendar(content: bytes, *, today: str) -> dict[str, Any]:
    """Return ``name`` of the calendar, its ``events`` (number, text, on) and ``faults`` by number.

    Events are numbered as they stand in the file; one that is repeated gives one entry for each of
    its days. What is cancelled is left out. ``today`` bounds what repeats without an end.
    """
    calendars = _parsed(content)
    if not calendars or any(each.name != "VCALENDAR" for each in calendars):
        raise RevTrackError(NO_CALENDAR)
    found = [each for calendar in calendars for each in calendar.walk("VEVENT")]
    if len(found) > MOST_EVENTS:
        raise RevTrackError(TOO_MANY, most=MOST_EVENTS)
    moved = _moved(found)
    events: list[dict[str, Any]] = []
    faults: list[dict[str, Any]] = []
    for number, event in enumerate(found, start=1):
        text = _text_of(event)
        try:
            days = _days_of(event, moved, date.fromisoformat(today))
        except RevTrackError as fault:
            told = {"message": fault.message, "values": fault.values}
            faults.append({"row": number, "text": text, **told})
        else:
            events += [{"row": number, "text": text, "on": day.isoformat()} for day in days]
    names = [str(calendar.get("X-WR-CALNAME", "")) for calendar in calendars]
    return {"name": next(filter(None, names), ""), "events": events, "faults": faults}


def _parsed(content: bytes) -> list[Any]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:  # an older Outlook
        text = content.decode("cp1252", "replace")
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except (ValueError, IndexError, KeyError) as fault:
        raise RevTrackError(NO_CALENDAR) from fault


def _text_of(event: Event) -> str:
    return " ".join(str(event.get("SUMMARY", "")).split())


def _is_cancelled(event: Event) -> bool:
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def _moved(events: Iterable[Event]) -> dict[str, set[date]]:
    """Return the days of repeated events that events of their own replace, by the UID."""
    found: dict[str, set[date]] = {}
    for event in events:
        if "RECURRENCE-ID" in event:
            moment = getattr(event["RECURRENCE-ID"], "dt", None)
            if isinstance(moment, date):
                found.setdefault(str(event.get("UID", "")), set()).add(_day_of(moment))
    return found


def _day_of(moment: date | datetime) -> date:
    """Return the day in the event's own place; an instant in UTC is a day in Sweden."""
    if not isinstance(moment, datetime):
        return moment
    is_instant = str(moment.tzinfo).upper() in INSTANTS
    return (moment.astimezone(HERE) if is_instant else moment).date()


def _days_of(event: Event, moved: dict[str, set[date]], today: date) -> list[date]:
    if _is_cancelled(event):
        return []
    try:
        start = getattr(event.get("DTSTART"), "dt", None)
    except BrokenCalendarProperty:
        start = None
    if not isinstance(start, date):
        raise RevTrackError(_NO_DAY)
    if "RECURRENCE-ID" in event or not {"RRULE", "RDATE"} & event.keys():
        return [_day_of(start)]
    replaced = moved.get(str(event.get("UID", "")), set())
    try:
        days = _repeated(event, _day_of(start), today)
    except (BrokenCalendarProperty, ValueError, TypeError, KeyError) as fault:
        raise RevTrackError(_BAD_RULE) from fault
    return [day for day in days if day not in replaced]


def _repeated(event: Event, first: date, today: date) -> list[date]:
    """Return the days of a repeated event: by its rules and its further days, without the excepted.

    The rules are carried out on whole days, since a meeting is known by its day.
    """
    rules = _listed(event.get("RRULE"))
    days = rruleset()
    days.rdate(_midnight(first))
    for rule in rules:
        read = rrulestr(_on_days(rule), dtstart=_midnight(first))
        if isinstance(read, rrule):
            days.rrule(read)
    for day in _stated(event.get("RDATE")):
        days.rdate(_midnight(day))
    for day in _stated(event.get("EXDATE")):
        days.exdate(_midnight(day))
    is_endless = any(not {"COUNT", "UNTIL"} & rule.keys() for rule in rules)
    since = max(first, date(today.year - YEARS_BACK, 1, 1)) if is_endless else first
    until = date(today.year + YEARS_AHEAD, 12, 31)
    found = (each.date() for each in islice(days.xafter(_midnight(since), inc=True), MOST_DAYS))
    return list(takewhile(lambda day: day <= until, found))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _on_days(rule: Any) -> str:  # noqa: ANN401 - icalendar's own kind of mapping
    """Return the rule with days where it has moments; raise ValueError for more than one a day."""
    if not {str(each).upper() for each in rule["FREQ"]} <= WHOLE_DAYS:
        raise ValueError(rule)
    kept = {name: values for name, values in rule.items() if name not in MOMENTS}
    parts = [f"{name}={','.join(map(str, values))}" for name, values in kept.items()]
    parts += [f"UNTIL={_day_of(day):%Y%m%d}T000000" for day in _listed(rule.get("UNTIL"))]
    return ";".join(parts)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - one or several, as icalendar gives them
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _stated(value: Any) -> Iterator[date]:  # noqa: ANN401 - as above
    for each in _listed(value):
        for moment in each.dts:
            dt = moment.dt[0] if isinstance(moment.dt, tuple) else moment.dt
            if isinstance(dt, date):
                yield _day_of(dt)
