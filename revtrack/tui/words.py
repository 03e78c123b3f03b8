"""Short texts that several screens put together from records."""

from datetime import date
from enum import StrEnum

from rich.text import Text

from revtrack.domain.overview import AuditLine, DueLine
from revtrack.domain.records import Committee
from revtrack.tui.show import one_line
from revtrack.wording import _, ngettext
from revtrack.wording.labels import absent_label, label, symbol
from revtrack.wording.vocabularies import NOT_STATED
from revtrack.wording.words import capitalise_first

NOT_TOLD = ""
MARK_LATE, MARK_NEAR, MARK_WAITING, MARK_DONE, MARK_DRAFT = "!", "◔", "○", "✓", "…"


def state(code: StrEnum) -> str:
    """Return a state as it stands on the screen: its symbol and its word."""
    return f"{symbol(code)} {label(code)}"


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
    if line.is_late:
        said = ngettext("{n} day late", "{n} days late", line.days_late)
        return f"{MARK_LATE} {said.format(n=line.days_late)}"
    left = (line.due_on - today).days
    if left == 0:
        return f"{MARK_NEAR} {_('due today')}"
    return f"{MARK_NEAR} {ngettext('in {n} day', 'in {n} days', left).format(n=left)}"


def due_day(line: DueLine) -> str:
    """Return the day that counts, with a mark where it was moved."""
    moved = f" ({_('extended')})" if line.extended_to else ""
    return f"{line.due_on.isoformat()}{moved}"


def progress(line: AuditLine) -> tuple[str, str]:
    """Return what an audit waits for, with its symbol, and the class it is coloured by."""
    if line.handed_over_on is None:
        return f"{MARK_DRAFT} {_('Not handed over')}", "quiet"
    if line.late_replies:
        said = ngettext("{n} reply late", "{n} replies late", line.late_replies)
        return f"{MARK_LATE} {said.format(n=line.late_replies)}", "overdue"
    if line.replied < line.reply_cases:
        return f"{MARK_WAITING} {_('Awaiting replies')}", "waiting"
    if line.open:
        return f"◐ {_('To be followed up')}", ""
    return f"{MARK_DONE} {_('Closed')}", "done"


def labelled(title: str, value: str | None) -> Text:
    """Return "Title: value" as one paragraph; people's text is made safe."""
    return Text.assemble((f"{title}: ", "bold"), one_line(value or absent_label(NOT_STATED)))
