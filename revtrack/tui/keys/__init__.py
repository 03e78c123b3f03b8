"""Every key of the program: its name for those who remap it, and what it does.

The words are read when this module is imported, so the language is chosen before that. Every key
can be typed on a Swedish keyboard; letters work only outside fields that are typed in.
"""

from revtrack.tui.keys.asking import CONFLICT, CONTESTED, DISCARD, DRAFT, PICKS, REMOVAL, TURN
from revtrack.tui.keys.audit import (
    AUDIT,
    GRADES,
    GRID,
    JUDGEMENTS,
    MATRIX,
    SHEET,
    VERDICT_FIELD,
    VERDICTS,
)
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
from revtrack.tui.keys.forms import (
    BULK,
    CHOICE,
    FORM,
    OFFERS,
    POSITIONS,
    POSITIONS_SHOWN,
    PROGRESS,
    SAVE_BUTTON,
)
from revtrack.tui.keys.groups import GROUPS, NEEDS_COMMITTEE, NEEDS_ROW, TOGETHER, WRITING
from revtrack.tui.keys.names import KEY_NAMES, choose_keys, key_name, key_of, keys_of
from revtrack.tui.keys.overview import AGENDA, OVERVIEW
from revtrack.tui.keys.papers import GATE, MADE, REMINDERS
from revtrack.tui.keys.settings import SETTINGS

__all__ = [
    "AGENDA",
    "APP",
    "AUDIT",
    "BACK",
    "BEHIND",
    "BODIES",
    "BULK",
    "CHANGES",
    "CHOICE",
    "COMMITTEE",
    "CONFLICT",
    "CONTESTED",
    "DIALOG",
    "DISCARD",
    "DRAFT",
    "FILTER",
    "FORM",
    "GATE",
    "GRADES",
    "GRID",
    "GROUPS",
    "HISTORY",
    "JUDGEMENTS",
    "KEY_NAMES",
    "LINES",
    "MADE",
    "MATRIX",
    "MOVES",
    "NEEDS_COMMITTEE",
    "NEEDS_ROW",
    "OFFERS",
    "OVERVIEW",
    "PACKAGE",
    "PACKAGES",
    "PAPER",
    "PICKS",
    "PLACES",
    "POSITIONS",
    "POSITIONS_SHOWN",
    "PROBLEMS",
    "PROGRESS",
    "READ_IN",
    "REMINDERS",
    "REMOVAL",
    "RETURNED",
    "SAVE_BUTTON",
    "SCREEN",
    "SEARCH",
    "SETTINGS",
    "SHEET",
    "SIDES",
    "STATISTICS",
    "TOGETHER",
    "TO_SAVE",
    "TURN",
    "VERDICTS",
    "VERDICT_FIELD",
    "VIEWS",
    "WORK",
    "WRITING",
    "choose_keys",
    "key_name",
    "key_of",
    "keys_of",
]
