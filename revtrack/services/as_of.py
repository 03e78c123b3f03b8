"""The register as it stood at the end of a day, told by its sealed history."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from revtrack.domain.days.local_time import HERE
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.storage.past import first_and_last, register_before
from revtrack.storage.store import Store

_AS_WRITTEN = "%Y-%m-%dT%H:%M:%S.000Z"


def as_of(store: Store, day: date, today: date) -> Store:
    """Return the register as it stood when a day in Sweden had ended; it can only be read.

    It is told by when things were registered, whatever days the facts themselves bear. Raises
    UsageError for a day that has not come, RevTrackError for one before the first change.
    """
    with store.reading() as session:
        known = first_and_last(session.connection())
        first, last = map(_day_of, known) if known else (None, None)
        if day > max(today, last or today):
            raise UsageError("{day} has not come yet. Choose a day that has passed.", day=day)
        if first is None:
            raise RevTrackError("Nothing has been registered yet.")
        if day < first:
            raise RevTrackError(
                "Nothing was registered yet on {day}. The first change was made on {first}.",
                day=day,
                first=first,
            )
        engine = register_before(store.path, _end_of(day))
    return replace(store, engine=engine, is_read_only=True, copy=None)


def _day_of(moment: str) -> date:
    """Return the day in Sweden of a moment that the history writes."""
    return datetime.fromisoformat(moment).astimezone(HERE).date()


def _end_of(day: date) -> str:
    """Return the first moment of the next day in Sweden, as the history writes moments."""
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=HERE)
    return midnight.astimezone(UTC).strftime(_AS_WRITTEN)
