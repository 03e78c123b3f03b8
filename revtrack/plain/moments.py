"""Days and moments as they are read aloud."""

from datetime import date, datetime

from revtrack.domain.days.local_time import HERE
from revtrack.wording import _, language
from revtrack.wording.labels import absent_label
from revtrack.wording.vocabularies import NOT_STATED
from revtrack.wording.words import coarse_in_words, day_in_words


def day_told(day: date | None) -> str:
    """Return a day in words; "Framgår inte" where it is not stated."""
    return day_in_words(day, in_language=language()) if day else absent_label(NOT_STATED).lower()


def coarse_told(text: str) -> str:
    """Return a day as exact as it is stated in words; a text that is none as it is."""
    try:
        return coarse_in_words(text, in_language=language())
    except ValueError:
        return text


def moment_told(at: str) -> str:
    """Return a moment of the history, which is in UTC, by the clock in Sweden."""
    moment = datetime.fromisoformat(at).astimezone(HERE)
    return _("{day} at {hour}").format(day=day_told(moment.date()), hour=f"{moment:%H.%M}")
