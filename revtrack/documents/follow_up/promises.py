"""What a committee has only promised, told apart from what it says is done."""

from revtrack.documents import phrases
from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.awaited import Ending, told_of_action
from revtrack.domain.records import Action


def promised_or_done(case: AuditCase, line: AddresseeLine) -> list[str]:
    """Return the actions on a recommendation: done, promised by a day, or not to come."""
    return [_told(action, told_of_action(case, line, action)) for action in line.actions]


def _told(action: Action, ending: Ending | None) -> str:
    if ending is Ending.DONE:
        return action.text
    text = action.text.rstrip(".")
    is_abbreviation = text[1:2].isupper() or text[1:2] == "-"
    text = text if is_abbreviation else text[:1].lower() + text[1:]
    if ending is not None:
        return f"Genomförs inte: {text}."
    day = f", {phrases.done_by(action.due)}" if action.due else ""
    return f"Utlovat: {text}{day}."
