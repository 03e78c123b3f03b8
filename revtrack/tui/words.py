"""Short texts that several screens put together from records."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from rich.text import Text

from revtrack.domain.checks import Problem
from revtrack.domain.codes import Standing
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.judged import standing_of
from revtrack.domain.outcome.standings import (
    Beyond,
    is_answered_question,
    speaking_line,
    told_standing,
)
from revtrack.domain.overview import AuditLine, DueLine
from revtrack.domain.records import Committee
from revtrack.services.watch import NEAR_DAYS
from revtrack.tui.show import one_line
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.extensions import extended_day
from revtrack.wording.labels import absent_label, label, symbol
from revtrack.wording.standings import standing_label, whole_standing_told
from revtrack.wording.vocabularies import NOT_STATED
from revtrack.wording.words import capitalise_first

MARK_LATE, MARK_NEAR, MARK_WAITING, MARK_OPEN = "!", "◔", "○", "◐"
MARK_DONE, MARK_DRAFT, MARK_UNKNOWN, MARK_NONE = "✓", "…", "?", "·"
"""Symbols beside words that are no code's label."""


def marked(mark: str, text: str) -> str:
    """Return a word with its symbol before it."""
    return f"{mark} {text}"


def quoted(phrase: str) -> str:
    """Return people's words in the quotation marks of the language."""
    return _("“{phrase}”").format(phrase=phrase)


def state(code: StrEnum) -> str:
    """Return a state as it stands on the screen: its symbol and its word."""
    return f"{symbol(code)} {label(code)}"


def standing(line: AddresseeLine) -> str:
    """Return where a recommendation to a committee stands, in the same way."""
    return standing_code(told_standing(line))


def standing_code(told: Standing | Beyond) -> str:
    """Return what is told of where a recommendation stands, in the same way."""
    return marked(_SIGNS.get(told) or symbol(told), standing_label(told))


_SIGNS: Mapping[Standing | Beyond, str] = {
    Beyond.CAN_BE_CLOSED: MARK_DONE,
    Beyond.ANSWERED: symbol(Standing.DONE_REPORTED),
    Beyond.PROMISED: symbol(Standing.ACTING),
}


def whole_standing(lines: Sequence[AddresseeLine], recommendation_id: int) -> str:
    """Return where a recommendation stands as a whole, in the same way."""
    line, found = speaking_line(lines, recommendation_id), standing_of(lines, recommendation_id)
    is_answer = line is not None and is_answered_question(line)
    sign = symbol(Standing.DONE_REPORTED if is_answer else found)
    return marked(sign, whole_standing_told(lines, recommendation_id))


def state_or_absent(code: StrEnum | None, vocabulary: str) -> str:
    """Return the same for a state that may be missing, with the word for that."""
    return state(code) if code is not None else f"· {absent_label(vocabulary)}"


def day(value: date | None) -> str:
    """Return a day as it stands in a list; "Framgår inte" where it is not stated."""
    return value.isoformat() if value else absent_label(NOT_STATED)


def name(committee: Committee) -> str:
    """Return a committee's name as it begins a line."""
    return capitalise_first(committee.name)


def short(committee: Committee) -> str:
    """Return the abbreviation of a committee, or its name where it has none."""
    return committee.abbreviation or capitalise_first(committee.name)


def urgency(line: DueLine, today: date) -> str:
    """Return how late a reply is, or how long there is to its day."""
    if line.days_late:
        said = ngettext("{n} day late", "{n} days late", line.days_late)
        return marked(MARK_LATE, said.format(n=line.days_late))
    left = (line.due_on - today).days
    if left < 0:  # adopted, as far as is known, and not sent in
        return marked(MARK_WAITING, label(line.state))
    if left == 0:
        return marked(MARK_NEAR, _("due today"))
    mark = MARK_NEAR if left <= NEAR_DAYS else MARK_WAITING
    return marked(mark, ngettext("in {n} day", "in {n} days", left).format(n=left))


def doubts(problems: Iterable[Problem]) -> str:
    """Return why a day is unwise, a line for each reason; empty where it is not."""
    return "\n".join(marked(MARK_LATE, word_problem(each)) for each in problems)


def due_day(line: DueLine) -> str:
    """Return the day that counts, with a mark where it was moved or is that of a supplement."""
    if line.supplement_due_on:
        return _("{day} (supplement)").format(day=line.supplement_due_on)
    is_moved = line.extended_to is not None and line.supplement_due_on is None
    return extended_day(line.due_on, line.times_extended) if is_moved else line.due_on.isoformat()


def progress(line: AuditLine) -> tuple[str, str]:
    """Return what an audit waits for, with its symbol, and the class it is coloured by."""
    if line.handed_over_on is None:
        return marked(MARK_DRAFT, _("Not handed over")), "quiet"
    if line.late_replies:
        said = ngettext("{n} reply late", "{n} replies late", line.late_replies)
        return marked(MARK_LATE, said.format(n=line.late_replies)), "overdue"
    if line.replied < line.reply_cases:
        return marked(MARK_WAITING, _("Awaiting replies")), "waiting"
    if line.open:
        return marked(MARK_OPEN, _("To be followed up")), ""
    return marked(MARK_DONE, _("Closed")), "done"


def labelled(title: str, value: str | None) -> Text:
    """Return "Title: value" as one paragraph; people's text is made safe."""
    return Text.assemble((f"{title}: ", "bold"), one_line(value or absent_label(NOT_STATED)))
