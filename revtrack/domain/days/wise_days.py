"""Days on which a reply can well be asked for: working days outside the holidays, not too soon."""

from datetime import date, timedelta

from revtrack.domain.days.dates import is_working_day, next_working_day

SHORTEST_TIME = timedelta(weeks=6)
"""Time that registration, drafting, working committee and committee take at the least."""

JULY = 7
CHRISTMAS_BEGINS = (12, 23)
CHRISTMAS_ENDS = (1, 6)
"""Month and day between which, both included, hardly any committee meets."""


def is_in_holidays(day: date) -> bool:
    """Tell whether the day lies in July or in the weeks of Christmas, 23 December to 6 January."""
    month_day = (day.month, day.day)
    return day.month == JULY or month_day >= CHRISTMAS_BEGINS or month_day <= CHRISTMAS_ENDS


def first_wise_day(day: date, letter_on: date) -> date:
    """Return the first day from ``day`` on to ask for a reply to a letter by.

    It is a working day outside the holidays, six weeks or more after the letter.
    """
    day = max(day, letter_on + SHORTEST_TIME)
    while is_in_holidays(day) or not is_working_day(day):
        day = next_working_day(day + timedelta(days=1))
    return day
