"""How often a committee has been reminded of its reply, in words."""

from datetime import date

from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.replies.reminders import Held
from revtrack.wording import _, ngettext


def reminded_times(line: ReplyLine) -> tuple[str, ...]:
    """Return "reminded 2 times, last on 2023-04-10", and of a draft that it has not been sent."""
    told, sent, drafts = [], line.reminders, line.reminder_drafts
    if sent:
        said = ngettext(
            "reminded {n} time, on {day}", "reminded {n} times, last on {day}", len(sent)
        )
        told.append(said.format(n=len(sent), day=sent[-1].reminded_on))
    if drafts:
        said = _("reminder drafted on {day}, not sent")
        told.append(said.format(day=max(each.reminded_on for each in drafts)))
    return tuple(told)


def step_told(days: int) -> str:
    """Return which step a reminder is: "the step 14 days before"."""
    return _("the step {days}").format(days=days_told(days))


def days_told(days: int) -> str:
    """Return how far from the day that counts: "14 days before", "on the day"."""
    if days == 0:
        return _("on the day")
    said = (
        ngettext("{n} day before", "{n} days before", -days)
        if days < 0
        else ngettext("{n} day after", "{n} days after", days)
    )
    return said.format(n=abs(days))


def held_told(why: Held, meeting_on: date | None) -> str:
    """Return why nobody is reminded of one late reply today."""
    if why is Held.MEETING:
        return _("is expected to be taken at a meeting on {day}").format(day=meeting_on)
    if why is Held.LATER:
        return _("the next step has not come")
    return _("no step is left")
