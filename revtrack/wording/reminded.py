"""How often a committee has been reminded of its reply, in words."""

from revtrack.domain.follow_up import ReplyLine
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
