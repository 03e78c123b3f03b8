"""How often a committee has been reminded of its reply, in words."""

from collections.abc import Sequence

from revtrack.domain.records import Reminder
from revtrack.wording import ngettext


def reminded_times(reminders: Sequence[Reminder]) -> str:
    """Return "reminded 2 times, last on 2023-04-10"; nothing where nobody has been reminded."""
    if not reminders:
        return ""
    said = ngettext(
        "reminded {n} time, on {day}", "reminded {n} times, last on {day}", len(reminders)
    )
    return said.format(n=len(reminders), day=max(each.reminded_on for each in reminders))
