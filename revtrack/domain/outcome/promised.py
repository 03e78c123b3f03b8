"""What is to be carried out by a day, what of it is late, and what has been told of it last.

Late is what the letter asks for and was to be carried out by a day that has passed, where the
committee has not told that it is done or will not be, and the auditors have not ended it. A report
of progress that is not judged yet ends nothing. Checks, briefs and the list of what is due agree.
"""

from dataclasses import dataclass
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Review
from revtrack.domain.days.dates import last_day
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.awaited import ending_of_action, ending_of_day
from revtrack.domain.records import Action, ProgressReport
from revtrack.domain.replies.progress import latest_report


@dataclass(frozen=True)
class Promise:
    """Something that is to be carried out by a day, and is still awaited."""

    line: AddresseeLine
    due: str
    """The day as exact as stated."""
    action: Action | None
    """None: the day is set on the recommendation itself."""

    @property
    def due_on(self) -> date:
        """The last day that it covers."""
        return last_day(self.due)

    def is_late(self, today: date) -> bool:
        """Tell whether the day has passed."""
        return self.due_on < today


def promises_of(case: AuditCase, line: AddresseeLine) -> tuple[Promise, ...]:
    """Return what is to be carried out of a recommendation by a day and has not ended."""
    if not line.addressee.asked:
        return ()
    found = [
        Promise(line, action.due, action)
        for action in line.actions
        if action.due and ending_of_action(case, line, action) is None
    ]
    if line.addressee.due and ending_of_day(line) is None:
        found.append(Promise(line, line.addressee.due, None))
    return tuple(found)


def latest_word(
    case: AuditCase, line: AddresseeLine, action: Action | None = None
) -> ProgressReport | None:
    """Return what a committee reported last, judged or not; None: nothing that can be relied on.

    With ``action``, of that action or of the recommendation as a whole.
    """
    return latest_report(
        each
        for number in (line.addressee.id, line.whole_id)
        for each in case.progress_by_addressee.get(number or 0, ())
        if each.review is not Review.INSUFFICIENT
        and (action is None or each.action_id in {None, action.id})
    )
