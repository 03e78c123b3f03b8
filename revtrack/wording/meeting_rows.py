"""What is told of the rows and events of a file of meetings, on the screen and in lines."""

from collections.abc import Sequence
from typing import Protocol

from revtrack.domain.days.calendar_rows import RowFault
from revtrack.domain.records import Committee, CommitteeMeeting
from revtrack.wording import _, sentence
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first


class Cancelled(Protocol):
    """A registered meeting that the file says is not held."""

    @property
    def committee(self) -> Committee:
        """Whose it is."""

    @property
    def meeting(self) -> CommitteeMeeting:
        """As it is registered."""

    @property
    def decided(self) -> Sequence[str]:
        """Audits whose reply was decided at it."""

    @property
    def awaited(self) -> Sequence[str]:
        """Audits whose reply is expected from it."""

    @property
    def is_kept(self) -> bool:
        """Whether it stays registered."""


def cancelled_told(each: Cancelled) -> str:
    """Return what becomes of a meeting that the file says is not held."""
    if each.is_kept:
        said = _(
            "{committee}: the meeting of {day} is cancelled in the file but stays registered, "
            "since a reply was decided at it ({audits}). Mend the day of the decision, or remove "
            "the meeting yourself."
        )
    elif each.awaited:
        said = _(
            "{committee}: the meeting of {day} is cancelled. A reply is expected from it ({audits})"
            "; reminders wait until that day has passed."
        )
    else:
        said = _("{committee}: the meeting of {day} is cancelled ({kind}).")
    return said.format(
        committee=capitalise_first(each.committee.name),
        day=each.meeting.held_on,
        kind=label(each.meeting.kind).lower(),
        audits=", ".join(each.decided or each.awaited),
    )


def _event_told(fault: RowFault, told: str) -> str:
    if not fault.event:
        return _("Event {number} of the calendar, without a name: {told}").format(
            number=fault.row, told=told
        )
    if fault.on is None:
        return _("The event “{event}”: {told}").format(event=fault.event, told=told)
    said = _("The event “{event}” of {day}: {told}")
    return said.format(event=fault.event, day=fault.on, told=told)


def fault_told(fault: RowFault) -> str:
    """Return where a row cannot be taken in, and why."""
    told = sentence(fault.message, fault.values)
    if fault.event is not None:
        return _event_told(fault, told)
    if fault.sheet:
        said = _("Sheet {sheet}, row {row}: {told}")
        return said.format(sheet=fault.sheet, row=fault.row, told=told)
    return _("Row {row}: {told}").format(row=fault.row, told=told)
