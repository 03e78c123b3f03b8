"""What a verdict has to say, and on what it may be passed."""

from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import Audit, NewVerdict


def refusal_of_verdict(
    case: AuditCase, line: AddresseeLine, new: NewVerdict, follow_up: Audit | None, today: date
) -> RevTrackError | None:
    """Return why a verdict cannot be passed so on a recommendation to a committee; None: it can.

    ``follow_up`` is the audit that passes it, where one does.
    """
    return (
        refusal_of_state(case, line, new.judged_on)
        or _refusal_of_grounds(case, line, new, today)
        or _refusal_of_follow_up(case, follow_up)
    )


def refusal_of_state(
    case: AuditCase, line: AddresseeLine, judged_on: date | None
) -> RevTrackError | None:
    """Return why no verdict of this day can be passed on a recommendation at all; None: one can."""
    about = {"number": line.number, "committee": line.committee.name}
    if not case.is_handed_over:
        return RevTrackError(
            "{reference} has not been handed over, so there is nothing to follow up yet.",
            reference=case.audit.reference,
        )
    if line.parts:
        return RevTrackError(
            "{number} is followed in its parts: {parts}. Judge them, each on its own.",
            parts=", ".join(part.number for part in line.parts),
            **about,
        )
    closed_on = line.addressee.closed_on
    is_later = closed_on is None or judged_on is None or judged_on > closed_on
    if line.addressee.outcome is not None and is_later:
        return RevTrackError(
            "{number} to {committee} is closed. Reopen it first, with the reason.", **about
        )
    return None


def _refusal_of_grounds(
    case: AuditCase, line: AddresseeLine, new: NewVerdict, today: date
) -> RevTrackError | None:
    """Refuse a verdict of which nobody can tell what was checked and when."""
    letter = case.audit.handed_over_on
    if new.method is None or new.judged_on is None:
        return UsageError(
            "State how {number} to {committee} was checked (--method) and on which day (--on).",
            number=line.number,
            committee=line.committee.name,
        )
    if new.judged_on > today:
        return UsageError(
            "{day} lies ahead; a verdict is registered when it has been passed. Today is {today}.",
            day=new.judged_on,
            today=today,
        )
    if letter is not None and new.judged_on < letter:
        return UsageError(
            "{day} lies before the letter, which is of {letter}. Check the day.",
            day=new.judged_on,
            letter=letter,
        )
    return None


def _refusal_of_follow_up(case: AuditCase, follow_up: Audit | None) -> RevTrackError | None:
    if follow_up is not None and follow_up.handed_over_on is not None:
        return RevTrackError(
            "{follow_up} has been handed over, so what it found of {reference} stands. "
            "Pass the new verdict in another follow-up, or in none.",
            follow_up=follow_up.reference,
            reference=case.audit.reference,
        )
    return None
