"""What a committee has only promised, told apart from what it says is done."""

from revtrack.documents import phrases
from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import general_word
from revtrack.domain.outcome.awaited import Ending, told_of_action
from revtrack.domain.records import Action
from revtrack.wording.words import coarse_in_words, paragraph_sign


def promised_or_done(case: AuditCase, line: AddresseeLine) -> list[str]:
    """Return the actions on a recommendation: done, promised by a day, or not to come.

    Each says whose word it is, since none of them is what the auditors have found.
    """
    who = general_word([line.committee])
    return [_told(action, told_of_action(case, line, action), who) for action in line.actions]


def _told(action: Action, ending: Ending | None, who: str) -> str:
    text = phrases.uncapitalised(action.text.rstrip("."))
    if ending is Ending.DONE:
        return f"Genomfört enligt {who}: {text}{_fulfilled(action)}."
    if ending is not None:
        return f"Genomförs inte: {text}."
    if action.due and coarse_in_words(action.due) not in text:
        text = f"{text}, {phrases.done_by(action.due)}"
    return f"Utlovat: {text}."


def _fulfilled(action: Action) -> str:
    """Return by what it was done, where that is known: "(Nämndens beslut, § 41, 2023-03-28)"."""
    parts = [
        action.fulfilled_by,
        paragraph_sign(action.fulfilled_paragraph) if action.fulfilled_paragraph else None,
        action.fulfilled_on.isoformat() if action.fulfilled_on else None,
    ]
    told = ", ".join(filter(None, parts))
    return f" ({told})" if told else ""
