"""What a committee has only promised, told apart from what it says is done."""

from revtrack.documents import phrases
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.closing import unfinished_actions
from revtrack.domain.records import Action


def promised_or_done(case: AuditCase, line: AddresseeLine) -> list[str]:
    """Return the actions on a recommendation, with the day of those that are only promised."""
    promised = {action.id for action in unfinished_actions(case, line)}
    if line.progress is Progress.DONE:
        promised = set()
    return [_promised(action) if action.id in promised else action.text for action in line.actions]


def _promised(action: Action) -> str:
    text = action.text.rstrip(".")
    is_abbreviation = text[1:2].isupper() or text[1:2] == "-"
    text = text if is_abbreviation else text[:1].lower() + text[1:]
    day = f", {phrases.done_by(action.due)}" if action.due else ""
    return f"Utlovat: {text}{day}."
