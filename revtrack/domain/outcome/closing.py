"""What stops a recommendation from being closed, and what a closing has to say."""

from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Solved, VerdictStep
from revtrack.domain.days.dates import add_months
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.awaited import told_of_action
from revtrack.domain.records import Action, Record
from revtrack.domain.texts.prose import Prose

OLD_AFTER_MONTHS = 36
"""Of a recommendation handed over longer ago than this, nobody may know any more whether the
problem was solved: then "not stated" is an answer (the auditors' own choice, no rule of law)."""

NOT_CARRIED_OUT = frozenset({VerdictStep.NOT, VerdictStep.NOT_ASSESSABLE})
"""Verdicts that contradict that a recommendation is closed as carried out."""


class Closing(Record):
    """Avslut: how a recommendation to a committee is closed, and why."""

    outcome: Outcome
    reason: Prose
    closed_on: date
    solved: Solved | None = None
    """Whether the problem behind it is solved; None: as the latest verdict found."""
    is_forced: bool = False
    """Whether it is closed though actions are open or the verdict says otherwise; the reason says
    why."""


def open_actions(case: AuditCase, line: AddresseeLine) -> tuple[Action, ...]:
    """Return the unfinished actions that can end; one that recurs never does."""
    return tuple(each for each in unfinished_actions(case, line) if not each.recurring)


def unfinished_actions(case: AuditCase, line: AddresseeLine) -> tuple[Action, ...]:
    """Return the actions that nothing the committee says has ended: what is only promised."""
    return tuple(each for each in line.actions if told_of_action(case, line, each) is None)


def answer_on_problem(line: AddresseeLine, stated: Solved | None) -> Solved | None:
    """Return whether the problem is solved: as stated, else as the latest verdict found."""
    if stated is not None:
        return stated
    found = line.verdict.is_solved if line.verdict else None
    if found is None:
        return None
    return Solved.YES if found else Solved.NO


def is_old(case: AuditCase, today: date) -> bool:
    """Tell whether an audit was handed over so long ago that an answer may be lacking."""
    handed_over_on = case.audit.handed_over_on
    return handed_over_on is not None and add_months(handed_over_on, OLD_AFTER_MONTHS) < today


def refusal_to_close(
    case: AuditCase, line: AddresseeLine, closing: Closing, today: date
) -> RevTrackError | None:
    """Return why a recommendation to a committee cannot be closed so; None where it can."""
    about = {"number": line.number, "committee": line.committee.name}
    refusal = _refusal_of_state(case, line) or _refusal_of_day(case, closing.closed_on, today)
    if refusal is not None:
        return refusal
    actions = open_actions(case, line)
    if actions and not closing.is_forced and closing.outcome is not Outcome.MERGED:
        return RevTrackError(
            "{number} to {committee} has actions that nothing says are done: {actions}. "
            "Register what became of them, or close it all the same with --force and the reason.",
            actions="; ".join(action.text for action in actions),
            **about,
        )
    if closing.outcome is not Outcome.IMPLEMENTED:
        return None
    return _refusal_of_verdict(line, closing) or _refusal_of_answer(case, line, closing, today)


def _refusal_of_verdict(line: AddresseeLine, closing: Closing) -> RevTrackError | None:
    """Refuse to call carried out what the auditors did not find so, unless it is forced."""
    verdict = line.verdict.verdict if line.verdict else None
    if verdict not in NOT_CARRIED_OUT or closing.is_forced:
        return None
    return RevTrackError(
        "The auditors have not found {number} to {committee} to be carried out. Judge it anew, or "
        "close it as carried out all the same with --force and the reason.",
        number=line.number,
        committee=line.committee.name,
    )


def _refusal_of_state(case: AuditCase, line: AddresseeLine) -> RevTrackError | None:
    about = {"number": line.number, "committee": line.committee.name}
    if not case.is_handed_over:
        return RevTrackError(
            "{reference} has not been handed over, so {number} cannot be closed yet.",
            reference=case.audit.reference,
            **about,
        )
    if line.parts:
        return RevTrackError(
            "{number} is followed in its parts: {parts}. Close them, each on its own.",
            parts=", ".join(part.number for part in line.parts),
            **about,
        )
    if line.addressee.outcome is not None:
        return RevTrackError("{number} to {committee} is closed already.", **about)
    return None


def _refusal_of_day(case: AuditCase, day: date, today: date) -> RevTrackError | None:
    letter = case.audit.handed_over_on
    if day > today:
        return UsageError(
            "{day} lies ahead; what is closed is closed today or earlier. Today is {today}.",
            day=day,
            today=today,
        )
    if letter is not None and day < letter:
        return UsageError(
            "{day} lies before the letter, which is of {letter}. Check the day.",
            day=day,
            letter=letter,
        )
    return None


def _refusal_of_answer(
    case: AuditCase, line: AddresseeLine, closing: Closing, today: date
) -> RevTrackError | None:
    """Refuse to call a recommendation carried out while nobody says if its problem is solved."""
    about = {"number": line.number, "committee": line.committee.name}
    answer = answer_on_problem(line, closing.solved)
    if answer is None and case.municipality.asks_if_solved:
        return RevTrackError(
            "Is the problem behind {number} to {committee} solved? "
            "Answer with --solved yes or no before it is closed as carried out.",
            **about,
        )
    if answer is Solved.NOT_STATED and not is_old(case, today):
        return UsageError(
            "The problem behind {number} to {committee} can be left without an answer only where "
            "the letter is more than {years} years old.",
            years=OLD_AFTER_MONTHS // 12,
            **about,
        )
    return None
