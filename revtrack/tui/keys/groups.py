"""All keys together: where they work, which work at once, which change the register."""

from collections.abc import Mapping

from textual.binding import Binding

from revtrack.tui.keys.asking import CONFLICT, CONTESTED, DISCARD, DRAFT, PICKS, REMOVAL, TURN
from revtrack.tui.keys.audit import AUDIT, GRID, MATRIX, SHEET, VERDICT_FIELD, VERDICTS
from revtrack.tui.keys.bodies import BODIES, COMMITTEE
from revtrack.tui.keys.everywhere import (
    APP,
    BACK,
    CHANGES,
    DIALOG,
    FILTER,
    LINES,
    MOVES,
    PLACES,
    SCREEN,
    WORK,
)
from revtrack.tui.keys.exchange import (
    PACKAGE,
    PACKAGES,
    PAPER,
    READ_IN,
    RETURNED,
    SIDES,
    TO_SAVE,
)
from revtrack.tui.keys.finding import BEHIND, HISTORY, PROBLEMS, SEARCH, STATISTICS, VIEWS
from revtrack.tui.keys.forms import BULK, CHOICE, FORM, OFFERS, POSITIONS, SAVE_BUTTON
from revtrack.tui.keys.overview import AGENDA, OVERVIEW
from revtrack.tui.keys.papers import GATE, MADE, REMINDERS
from revtrack.tui.keys.settings import SETTINGS
from revtrack.wording import _

GROUPS: Mapping[str, list[Binding]] = {
    _("Everywhere"): APP,
    _("All screens"): [*SCREEN, *DIALOG, *WORK],
    _("Other screens"): PLACES,
    _("Change, undo and redo"): [*CHANGES, *TURN],
    _("Change several rows"): BULK,
    _("Lists"): LINES,
    _("Overview"): OVERVIEW,
    _("Audit"): AUDIT,
    _("Committee"): COMMITTEE,
    _("Search"): SEARCH,
    _("Saved views"): VIEWS,
    _("Agenda"): AGENDA,
    _("Statistics"): STATISTICS,
    _("What a figure counts"): BEHIND,
    _("Checks of all audits"): PROBLEMS,
    _("History of the register"): HISTORY,
    _("Municipalities and committees"): BODIES,
    _("Usual committees"): PICKS,
    _("Read in a file"): READ_IN,
    _("Remove?"): REMOVAL,
    _("Documents that were made"): MADE,
    _("Reminders"): REMINDERS,
    _("Packages"): [*PACKAGES, *SIDES, *PACKAGE],
    _("Publishing"): GATE,
    _("Answer form read in"): RETURNED,
    _("Paper read in"): [*PAPER, *TO_SAVE],
    _("Matrix of assessments"): [*GRID, *MATRIX],
    _("Follow-up row by row"): [*VERDICTS, *VERDICT_FIELD],
    _("Matrix, row by row and papers read in"): SHEET,
    _("Forms"): [*FORM, *SAVE_BUTTON],
    _("Discard what is typed?"): DISCARD,
    _("Settings"): SETTINGS,
    _("A draft is found"): DRAFT,
    _("Changed by somebody else"): [*CONTESTED, *CONFLICT],
    _("Choices in forms"): CHOICE,
    _("Proposals while one types"): OFFERS,
    _("Filter"): FILTER,
    _("Positions in a reply"): POSITIONS,
}
"""All bindings, by where they work."""

_ON_SCREENS = [*APP, *SCREEN, *PLACES, *WORK, *CHANGES, *LINES]

TOGETHER: tuple[list[Binding], ...] = (
    [*_ON_SCREENS, *OVERVIEW],
    [*_ON_SCREENS, *BACK, *AUDIT],
    [*_ON_SCREENS, *BACK, *COMMITTEE],
    [*_ON_SCREENS, *BACK, *SEARCH],
    [*SCREEN, *DIALOG, *LINES, *VIEWS],
    [*_ON_SCREENS, *BACK, *AGENDA],
    [*_ON_SCREENS, *BACK, *STATISTICS],
    [*_ON_SCREENS, *BACK, *HISTORY],
    [*_ON_SCREENS, *BACK, *PROBLEMS],
    [*_ON_SCREENS, *BACK, *BEHIND],
    [*_ON_SCREENS, *BACK, *BODIES],
    REMOVAL,
    PICKS,
    [*SCREEN, *DIALOG, *LINES, *READ_IN],
    [*SCREEN, *DIALOG, *LINES, *MADE],
    [*_ON_SCREENS, *BACK, *REMINDERS],
    [*_ON_SCREENS, *BACK, *PACKAGES, *SIDES],
    [*SCREEN, *DIALOG, *LINES, *PACKAGE, *SIDES],
    [*SCREEN, *DIALOG, *LINES, *GATE],
    [*SCREEN, *DIALOG, *LINES, *RETURNED],
    [*SCREEN, *BACK, *GRID, *MATRIX, *SHEET],
    [*SCREEN, *BACK, *WORK, *LINES, *VERDICTS, *SHEET],
    [*SCREEN, *BACK, *VERDICT_FIELD],
    [*SCREEN, *BACK, *WORK, *MOVES, *PAPER, *SHEET],
    TO_SAVE,
    [*SCREEN, *FORM, *OFFERS],
    [*SCREEN, *FILTER],
    CHOICE,
    POSITIONS,
    TURN,
    [*SCREEN, *DIALOG, *LINES, *BULK],
    DISCARD,
    DRAFT,
    [*SCREEN, *CONTESTED, *CONFLICT],
    [*APP, *SCREEN, *BACK, *WORK, *PLACES, *LINES, *SETTINGS],
)
"""Bindings that work at the same time, so that no two of them may have the same key."""

NEEDS_ROW = frozenset(
    {
        "bodies.change",
        "bodies.succeed",
        "problems.confirm",
        "audit.verdict",
        "audit.close",
        "audit.reopen",
        "audit.issue",
        "audit.publish",
        "audit.confirm",
    }
)
"""Bindings about the row of the cursor; the footer leaves them out where there is none."""
NEEDS_COMMITTEE = frozenset({"overview.reply", "audit.reply", "audit.extension", "audit.note"})
"""Bindings about the committee of the row; the footer leaves them out where there is none."""

WRITING = frozenset(
    {
        "overview.reply",
        "overview.letter",
        "overview.audit",
        "overview.read_file",
        "packages.make",
        "packages.read",
        "packages.settle",
        "reminders.make",
        "reminders.sent",
        "reminders.presidium",
        "overview.document",
        "overview.read_form",
        "committee.reply",
        "bodies.committees",
        "bodies.change",
        "bodies.succeed",
        "bodies.person",
        "bodies.meeting",
        "bodies.own_meeting",
        "bodies.read_meetings",
        "bodies.municipality",
        "bodies.document",
        "bodies.own_word",
        "bodies.remove",
        "committee.document",
        "audit.question",
        "audit.matrix",
        "audit.recommendation",
        "audit.hand_over",
        "audit.reply",
        "audit.extension",
        "audit.note",
        "audit.accept",
        "audit.return",
        "audit.insufficient",
        "audit.take_back",
        "audit.give_up",
        "audit.refer_back",
        "audit.verdict",
        "audit.verdicts",
        "audit.start_follow_up",
        "audit.close",
        "audit.reopen",
        "audit.pack",
        "audit.document",
        "audit.issue",
        "audit.read_form",
        "audit.progress",
        "audit.publish",
        "audit.confirm",
        "problems.confirm",
        "search.save_view",
        "views.remove",
        "change.undo",
        "change.redo",
        "change.edit",
        "change.remove",
    }
)
"""Bindings that change the register; refused where it is open for reading only."""
