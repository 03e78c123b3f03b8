"""A calendar file (.ics): each event's text and day, repeated events written out."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice, takewhile
from typing import Any

from dateutil.rrule import rrule, rruleset, rrulestr
from icalendar import Calendar, Event
from icalendar.error import BrokenCalendarProperty

from revtrack.domain.days.local_time import HERE
from revtrack.domain.errors import N_, RevTrackError

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
_BAD_PLACE = N_("The day that the event replaces cannot be read.")
_LATER_TOO = N_(
    "The event changes all later days of a series, which cannot be read. Make the later days a "
    "series of their own."
)


def read_calendar(content: bytes, *, today: str) -> dict[str, Any]:
    """Return ``name`` of the calendar, its ``events``, what is ``cancelled``, and ``faults``.

    Each has the number of the event in the file (``row``), its ``text`` and its day (``on``, None
    for a fault without one); an event that is repeated gives one entry for each of its days.
    ``cancelled`` are days that an event was held on before: its own where it is cancelled, and the
    days that are excepted from its repetition or replaced by another. ``today`` bounds what repeats
    without an end.
    """
    calendars = _parsed(content)
    if not calendars or any(each.name != "VCALENDAR" for each in calendars):
        raise RevTrackError(NO_CALENDAR)
    walked = (each for calendar in calendars for each in calendar.walk("VEVENT"))
    found = [each for each in walked if not _is_day_of_ours(each)]
    if len(found) > MOST_EVENTS:
        raise RevTrackError(TOO_MANY, most=MOST_EVENTS)
    is_call_off = all(str(each.get("METHOD", "")).upper() == "CANCEL" for each in calendars)
    moved = _moved(found)
    told: dict[str, list[dict[str, Any]]] = {"events": [], "cancelled": [], "faults": []}
    for number, event in enumerate(found, start=1):
        named = {"row": number, "text": _text_of(event)}
        try:
            held, gone = _days_of(event, moved, date.fromisoformat(today))
        except RevTrackError as fault:
            why = {"message": fault.message, "values": fault.values, "on": _first_day_told(event)}
            is_harmless = _is_cancelled(event) and "RECURRENCE-ID" not in event
            told["faults"] += [] if is_harmless else [{**named, **why}]
            continue
        if is_call_off or _is_cancelled(event):
            held, gone = [], sorted({*held, *gone})
        told["events"] += [{**named, "on": day.isoformat()} for day in held]
        told["cancelled"] += [{**named, "on": day.isoformat()} for day in gone]
    names = [str(calendar.get("X-WR-CALNAME", "")) for calendar in calendars]
    return {"name": next(filter(None, names), ""), **told}


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


def _is_day_of_ours(event: Event) -> bool:
    """Tell whether ``revtrack calendar`` wrote it of something else than a meeting.

    A reply that has come is cancelled there, which says nothing of the committee's meeting.
    """
    uid = str(event.get("UID", ""))
    return uid.endswith("@revtrack") and not uid.startswith("sammantrade-")


def _is_cancelled(event: Event) -> bool:
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def _moved(events: Iterable[Event]) -> dict[str, set[date]]:
    """Return the days of repeated events that events of their own replace, by the UID."""
    found: dict[str, set[date]] = {}
    for event in events:
        if (day := _day_at(event, "RECURRENCE-ID")) is not None:
            found.setdefault(str(event.get("UID", "")), set()).add(day)
    return found


def _day_of(moment: date | datetime) -> date:
    """Return the day in the event's own place; an instant in UTC is a day in Sweden."""
    if not isinstance(moment, datetime):
        return moment
    is_instant = str(moment.tzinfo).upper() in INSTANTS
    return (moment.astimezone(HERE) if is_instant else moment).date()


def _day_at(event: Event, name: str) -> date | None:
    """Return the day that a property of an event states, None where none can be read."""
    try:
        moment = getattr(event.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None
    return _day_of(moment) if isinstance(moment, date) else None


def _first_day_told(event: Event) -> str | None:
    first = _day_at(event, "DTSTART")
    return first.isoformat() if first else None


def _days_of(
    event: Event, moved: dict[str, set[date]], today: date
) -> tuple[list[date], list[date]]:
    """Return the days that an event is held on, and those that it is held on no longer."""
    first = _day_at(event, "DTSTART")
    if first is None:
        raise RevTrackError(_NO_DAY)
    replaced = moved.get(str(event.get("UID", "")), set())
    if "RECURRENCE-ID" in event:
        return [first], sorted({_replaced_by(event)} - {first})
    if not {"RRULE", "RDATE"} & event.keys():
        return [first], []
    try:
        days = _repeated(event, first, today)
        excepted = set(_stated(event.get("EXDATE")))
    except (BrokenCalendarProperty, ValueError, TypeError, KeyError) as fault:
        raise RevTrackError(_BAD_RULE) from fault
    return [day for day in days if day not in replaced], sorted(excepted | replaced)


def _replaced_by(event: Event) -> date:
    """Return the one day of a series that an event is held in the place of."""
    day = _day_at(event, "RECURRENCE-ID")
    if day is None:
        raise RevTrackError(_BAD_PLACE)
    if "RANGE" in event["RECURRENCE-ID"].params:
        raise RevTrackError(_LATER_TOO)
    return day


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
    if any(int(each) < 1 for each in _listed(rule.get("INTERVAL"))):  # it would never end
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
