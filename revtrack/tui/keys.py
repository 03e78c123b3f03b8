"""Every key of the program: its name for those who remap it, and what it does.

The words are read when this module is imported, so the language is chosen before that. Every key
can be typed on a Swedish keyboard; letters work only outside fields that are typed in.
"""

from collections.abc import Mapping

from textual.binding import Binding

from revtrack.domain.codes import Grade
from revtrack.wording import _
from revtrack.wording.labels import label


def _quiet(name: str, key: str, action: str, description: str) -> Binding:
    """Return a binding that works without being shown in the footer."""
    return Binding(key, action, description, id=name, show=False)


def _first(name: str, key: str, action: str, description: str) -> Binding:
    """Return a quiet binding that is obeyed at once, so that quick typing goes where it leads."""
    return Binding(key, action, description, id=name, show=False, priority=True)


def _shown(name: str, key: str, action: str, description: str, *, tooltip: str = "") -> Binding:
    """Return a binding that stands in the footer; the tooltip is its long description."""
    return Binding(key, action, description, id=name, tooltip=tooltip or description)


APP = [
    Binding("f1,question_mark", "help", _("Help"), id="app.help", tooltip=_("Show all keys")),
    Binding(
        "ctrl+p",
        "command_palette",
        _("Find action"),
        id="app.palette",
        show=False,
        tooltip=_("Find any action by name"),
        priority=True,
    ),
    _quiet("app.theme", "f8", "switch_theme", _("Dark, light or high contrast")),
    _shown("app.quit", "q,ctrl+q", "quit", _("Quit")),
    _quiet("app.interrupt", "ctrl+c", "help_quit", _("Tell how to quit")),
]

SCREEN = [
    _first("screen.next", "tab", "app.focus_next", _("Next field or list")),
    _first("screen.previous", "shift+tab", "app.focus_previous", _("Previous field or list")),
    _quiet("screen.copy", "ctrl+shift+c", "screen.copy_text", _("Copy the marked text")),
    _quiet("screen.reload", "f5", "reload", _("Read the register again")),
]

PLACES = [
    _quiet("place.committee", "f3", "app.open_committee", _("All that the committee owes")),
    _quiet("place.bodies", "f4", "app.open('bodies')", _("Municipalities and committees")),
    _quiet("place.search", "f7", "app.open('search')", _("Search all recommendations and texts")),
    _quiet("place.statistics", "f6", "app.open('statistics')", _("Statistics")),
    _quiet("place.settings", "f9", "app.open('settings')", _("Settings")),
    _quiet("place.problems", "f12", "app.open('problems')", _("Checks of all audits")),
    _quiet("place.history", "H", "app.open('history')", _("History of the register")),
]

WORK = [
    _shown("work.filter", "slash", "filter", _("Filter")),
]

CHANGES = [
    _quiet("change.undo", "ctrl+z", "undo", _("Undo your latest change")),
    _quiet("change.redo", "ctrl+y", "redo", _("Do again what you undid")),
    _shown(
        "change.edit",
        "ä,E",
        "change",
        _("Edit"),
        tooltip=_("Change what the row says; marked rows together"),
    ),
    _quiet("change.remove", "delete", "remove", _("Remove what the row stands for")),
]

BULK = [
    _shown(
        "bulk.carry_out", "ctrl+s", "carry_out", _("Carry out"), tooltip=_("Change all the rows")
    )
]

TURN = [Binding("enter", "turn", _("Carry out"), id="turn.carry_out", priority=True)]

BACK = [_shown("screen.back", "escape", "back", _("Back"))]

LINES = [
    _quiet("lines.up", "up,k", "up", _("Row up")),
    _quiet("lines.down", "down,j", "down", _("Row down")),
    _quiet("lines.first", "home,g", "first", _("First row")),
    _quiet("lines.last", "end,G", "last", _("Last row")),
    _quiet("lines.page_up", "pageup,ctrl+b", "page_up", _("Page up")),
    _quiet("lines.page_down", "pagedown,ctrl+f", "page_down", _("Page down")),
    _quiet("lines.choose", "enter", "choose", _("Open")),
    _quiet("lines.mark", "space", "mark", _("Mark the row, or unmark it")),
    _quiet("lines.mark_all", "V", "mark_all", _("Mark all rows shown, or unmark them")),
    _quiet("lines.mark_down", "shift+down,J", "extend(1)", _("Mark on downwards")),
    _quiet("lines.mark_up", "shift+up,K", "extend(-1)", _("Mark on upwards")),
]

OVERVIEW = [
    _shown("overview.reply", "s", "register_reply", _("Reply"), tooltip=_("Register a reply")),
    _shown("overview.letter", "n", "new_letter", _("New letter")),
    _shown("overview.audit", "a", "new_audit", _("New audit")),
    _quiet("overview.reminders", "R", "app.open('reminders')", _("Reminders: whom, and why")),
    _quiet("overview.packages", "X", "app.open('packages')", _("Packages to and from others")),
    _quiet("overview.read_form", "L", "read_form", _("Read in an answer form")),
    _shown("overview.document", "d", "make_document", _("Document"), tooltip=_("Make a document")),
    _quiet("overview.agenda", "v", "app.open('agenda')", _("Agenda: what falls in which week")),
    _quiet("overview.read_file", "i", "read_file", _("Read in a case file or a workbook")),
    _quiet("overview.open", "l,right", "open", _("Open the audit")),
    _quiet("overview.unmark", "escape", "back", _("Take all marks away")),
]

COMMITTEE = [
    _quiet("committee.open", "l,right", "open", _("Open the audit")),
    _shown("committee.reply", "s", "register_reply", _("Reply"), tooltip=_("Register a reply")),
    _shown("committee.document", "d", "make_document", _("Document"), tooltip=_("Make a document")),
]

BODIES = [
    _quiet("bodies.open", "l,right", "open", _("Open the committee or the municipality")),
    _shown("bodies.committees", "n", "new_committees", _("New committees")),
    _shown(
        "bodies.change", "ä,E", "change", _("Change it"), tooltip=_("Change what the row shows")
    ),
    _shown(
        "bodies.succeed",
        "b",
        "succeed",
        _("Successor"),
        tooltip=_("Let a committee take over: a new name or a merger"),
    ),
    _shown("bodies.person", "p", "new_person", _("New person"), tooltip=_("New auditor or expert")),
    _shown(
        "bodies.meeting",
        "m",
        "new_meetings",
        _("Meetings"),
        tooltip=_("New meetings of a committee"),
    ),
    _quiet("bodies.own_meeting", "r", "new_own_meeting", _("New meeting of the auditors")),
    _shown(
        "bodies.read_meetings",
        "i",
        "read_meetings",
        _("Read in"),
        tooltip=_("Read in meetings from a file"),
    ),
    _shown("bodies.municipality", "N", "new_municipality", _("New municipality")),
    _quiet("bodies.document", "d", "make_document", _("Make a document")),
    _quiet("bodies.own_word", "o", "new_own_word", _("New word of your own for an assessment")),
    _quiet("bodies.remove", "delete", "remove", _("Remove what the row shows")),
]

PICKS = [_shown("picks.pick", "space", "pick", _("Pick"), tooltip=_("Pick the committee, or not"))]

READ_IN = [
    _shown("reading.carry_out", "ctrl+s", "take_in", _("Read in"), tooltip=_("Read the file in"))
]

REMOVAL = [
    _shown("removal.no", "enter,escape,n", "answer(False)", _("No, keep it")),
    _shown("removal.yes", "j,y", "answer(True)", _("Yes, remove it")),
]

SEARCH = [
    _quiet("search.open", "l,right", "open", _("Open the audit where it stands")),
    _shown(
        "search.texts",
        "t",
        "turn_to_texts",
        _("Texts"),
        tooltip=_("Search in all texts, or list recommendations"),
    ),
    _shown("search.views", "s", "views", _("Saved views"), tooltip=_("Recall a saved view")),
    _shown("search.save_view", "S", "save_view", _("Save view"), tooltip=_("Save the filter")),
]

VIEWS = [_shown("views.remove", "delete", "remove", _("Remove"), tooltip=_("Remove the view"))]

STATISTICS = [
    _quiet("statistics.open", "l,right", "open", _("Show what the row counts")),
    _shown("statistics.as_of", "ö", "as_of", _("On a day"), tooltip=_("Figures of an earlier day")),
]

AGENDA = [
    _quiet("agenda.open", "l,right", "open", _("Open what the row is about")),
    _shown("agenda.span", "v", "turn_span", _("Weeks/quarters"), tooltip=_("By week or quarter")),
]

PROBLEMS = [
    _quiet("problems.open", "l,right", "open", _("Go to where it is mended")),
    _shown("problems.confirm", "b", "confirm", _("Confirm"), tooltip=_("Confirm as intended")),
    _shown(
        "problems.confirmed",
        "c",
        "show_confirmed",
        _("Confirmed ones"),
        tooltip=_("Show or hide what is confirmed"),
    ),
]

HISTORY = [
    _quiet("history.open", "l,right", "open", _("Open the history of the audit")),
    _shown("history.older", "o", "older", _("Older"), tooltip=_("Show older changes as well")),
    _shown("history.as_of", "ö", "as_of", _("On a day"), tooltip=_("The register on a day")),
]

BEHIND = [_quiet("behind.open", "l,right", "open", _("Open the audit on the row"))]

AUDIT = [
    _quiet("audit.next_tab", "right,l", "turn(1)", _("Next tab")),
    _quiet("audit.previous_tab", "left,h", "turn(-1)", _("Previous tab")),
    _quiet("audit.tab_1", "1", "show_tab(1)", _("Questions and assessments")),
    _quiet("audit.tab_2", "2", "show_tab(2)", _("Recommendations")),
    _quiet("audit.tab_3", "3", "show_tab(3)", _("Replies and due days")),
    _quiet("audit.tab_4", "4", "show_tab(4)", _("Follow-up")),
    _quiet("audit.tab_5", "5", "show_tab(5)", _("Documents")),
    _quiet("audit.tab_6", "6", "show_tab(6)", _("Checks")),
    _quiet("audit.tab_7", "7", "show_tab(7)", _("History")),
    _shown("audit.question", "f", "add_question", _("New question")),
    _shown("audit.matrix", "B", "assess", _("Assess"), tooltip=_("Fill in the assessments")),
    _shown("audit.recommendation", "r", "add_recommendation", _("New recommendation")),
    _shown("audit.hand_over", "o", "hand_over", _("Hand over"), tooltip=_("Hand over the audit")),
    _shown("audit.reply", "s", "register_reply", _("Reply"), tooltip=_("Register a reply")),
    _quiet("audit.progress", "å", "report_progress", _("Register a progress report")),
    _quiet("audit.read_form", "L", "read_form", _("Read in an answer form")),
    _shown("audit.extension", "e", "extend", _("Extension"), tooltip=_("Register an extension")),
    _shown("audit.note", "m", "add_note", _("Note"), tooltip=_("Make a note in the reply case")),
    _shown("audit.accept", "a", "accept", _("Accept"), tooltip=_("Find the reply sufficient")),
    _shown(
        "audit.return",
        "i",
        "return_reply",
        _("Return"),
        tooltip=_("Return the reply for a supplement"),
    ),
    _shown(
        "audit.insufficient",
        "u",
        "find_insufficient",
        _("Insufficient"),
        tooltip=_("Find the reply insufficient"),
    ),
    _quiet("audit.take_back", "t", "take_back", _("Take back a judgement")),
    _quiet("audit.give_up", "x", "give_up", _("Stop waiting for the reply")),
    _quiet("audit.refer_back", "v", "refer_back", _("Note a draft as referred back")),
    _shown(
        "audit.verdict",
        "n",
        "judge_recommendation",
        _("Judge"),
        tooltip=_("Register a follow-up verdict"),
    ),
    _shown(
        "audit.close",
        "c",
        "close_recommendation",
        _("Close it"),
        tooltip=_("Close with outcome and reason"),
    ),
    _shown(
        "audit.reopen",
        "w",
        "reopen_recommendation",
        _("Reopen"),
        tooltip=_("Open again what is closed"),
    ),
    _shown(
        "audit.pack", "p", "make_pack", _("All papers"), tooltip=_("Make all papers of a follow-up")
    ),
    _shown("audit.document", "d", "make_document", _("Document"), tooltip=_("Make a document")),
    _shown(
        "audit.issue", "D", "issue", _("Sent"), tooltip=_("Note a document as sent or handed over")
    ),
    _shown("audit.publish", "P", "publish", _("Publish"), tooltip=_("Publish a document")),
    _shown("audit.confirm", "b", "confirm", _("Confirm"), tooltip=_("Confirm as intended")),
    _quiet("audit.as_of", "ö", "as_of", _("The audit as it stood on a day")),
]

REMINDERS = [
    _shown("reminders.make", "d", "make_drafts", _("Drafts"), tooltip=_("Make the drafts")),
    _shown("reminders.sent", "D", "note_sent", _("Sent"), tooltip=_("Note drafts as sent")),
    _shown(
        "reminders.presidium",
        "p",
        "take_up",
        _("Presidium"),
        tooltip=_("Take it up with the council's presidium"),
    ),
    _quiet("reminders.open", "l,right", "open", _("Open the audit")),
]

PACKAGES = [
    _shown("packages.make", "n", "make", _("Make"), tooltip=_("Make a package")),
    _shown("packages.read", "L", "read_in", _("Read in"), tooltip=_("Read in a package")),
    _shown("packages.settle", "ctrl+s", "settle", _("Settle"), tooltip=_("Settle what is chosen")),
]
SIDES = [
    _shown("side.ours", "m", "side('ours')", _("Mine"), tooltip=_("Keep mine on the row")),
    _shown("side.theirs", "d", "side('theirs')", _("Theirs"), tooltip=_("Take theirs on the row")),
]
PACKAGE = [
    _shown("package.read", "ctrl+s", "read_in", _("Read in"), tooltip=_("Read in the package")),
]

RETURNED = [
    _shown("returned.file", "ctrl+s", "file", _("File it"), tooltip=_("File what the form says")),
]

GATE = [
    _shown("gate.confirm", "b", "confirm", _("Confirm"), tooltip=_("It may be public: why")),
    _shown(
        "gate.all", "a", "confirm_all", _("Confirm all"), tooltip=_("All of it may be public: why")
    ),
    _shown("gate.publish", "ctrl+s", "publish", _("Publish"), tooltip=_("Write the public copy")),
]

MADE = [_shown("made.folder", "m", "open_folder", _("Folder"), tooltip=_("Open the folder"))]

GRID = [
    _quiet("grid.up", "up,k", "move(-1, 0)", _("Cell above")),
    _quiet("grid.down", "down,j", "move(1, 0)", _("Cell below")),
    _quiet("grid.left", "left,h", "move(0, -1)", _("Cell to the left")),
    _quiet("grid.right", "right,l", "move(0, 1)", _("Cell to the right")),
    _quiet("grid.first", "home,g", "first", _("First row")),
    _quiet("grid.last", "end,G", "last", _("Last row")),
]

GRADES = [
    _quiet(
        f"matrix.{grade.value}",
        str(number),
        f"grade('{grade.value}')",
        _("Assess: {grade}").format(grade=label(grade)),
    )
    for number, grade in enumerate(Grade, start=1)
]
"""A digit for each step, in the scale's order."""
MATRIX = [
    *GRADES,
    _shown("matrix.all", "a", "same_for_all", _("All"), tooltip=_("The same for all committees")),
    _shown("matrix.words", "enter", "words", _("Wording"), tooltip=_("Wording, section, reason")),
    _shown("matrix.clear", "backspace", "clear", _("Clear"), tooltip=_("Clear the cell")),
    _shown(
        "matrix.take_back", "ctrl+z", "take_back", _("Take back"), tooltip=_("Take back a step")
    ),
    _quiet("matrix.leave", "q", "back", _("Close the matrix; asks where it is not saved")),
    _shown("matrix.save", "ctrl+s", "save", _("Save"), tooltip=_("Save the assessments")),
]

FORM = [
    Binding("enter", "step", _("Next field"), id="form.step", priority=True),
    Binding("ctrl+s", "save", _("Save"), id="form.save", tooltip=_("Save the form")),
    Binding("escape", "back", _("Cancel"), id="form.cancel", tooltip=_("Close without saving")),
    Binding("f2", "more", _("More"), id="form.more", tooltip=_("Show or hide more fields")),
    _shown("form.help", "f1", "app.help", _("Help"), tooltip=_("Show the form's keys")),
    _quiet("form.next", "down", "app.focus_next", _("Field below")),
    _quiet("form.previous", "up", "app.focus_previous", _("Field above")),
]

SAVE_BUTTON = [_shown("form.press", "enter,space", "screen.save", _("Save"))]

DISCARD = [
    _shown("discard.no", "enter,escape,n", "answer(False)", _("No, keep it")),
    _shown("discard.yes", "j,y", "answer(True)", _("Yes, discard it")),
]

DRAFT = [
    _shown("draft.go_on", "enter,f", "answer('go_on')", _("Go on with the draft")),
    _shown("draft.discard", "k", "answer('discard')", _("Throw the draft away")),
    _shown("draft.later", "escape", "answer('later')", _("Back; the draft stays")),
]

SETTINGS = [
    _shown("settings.usual", "delete", "usual", _("The usual again")),
]

CONTESTED = [
    _shown("conflict.mine", "m", "choose('mine')", _("Mine"), tooltip=_("Let my text stand")),
    _shown(
        "conflict.theirs", "d", "choose('theirs')", _("Theirs"), tooltip=_("Let their text stand")
    ),
    _shown(
        "conflict.original",
        "u",
        "choose('original')",
        _("Before"),
        tooltip=_("Let what stood there before stand"),
    ),
]
CONFLICT = [
    _quiet("conflict.all_mine", "M", "choose_all('mine')", _("My text in all fields")),
    _quiet("conflict.all_theirs", "D", "choose_all('theirs')", _("Their text in all fields")),
    _quiet("conflict.next", "down,j,enter", "step(1)", _("Field below")),
    _quiet("conflict.previous", "up,k", "step(-1)", _("Field above")),
    _shown("conflict.save", "ctrl+s", "save", _("Save"), tooltip=_("Save what is chosen")),
    _shown("conflict.back", "escape", "back", _("Back to the form")),
]

CHOICE = [
    _quiet("choice.next", "right,space,l", "turn(1)", _("Next choice")),
    _quiet("choice.previous", "left,h", "turn(-1)", _("Previous choice")),
]

OFFERS = [
    _quiet("offer.accept", "right", "cursor_right", _("Accept what is proposed")),
    _quiet("offer.next", "ctrl+down", "turn_offer(1)", _("Next proposal")),
    _quiet("offer.previous", "ctrl+up", "turn_offer(-1)", _("Previous proposal")),
]

FILTER = [
    _quiet("filter.close", "escape", "close", _("Clear the filter")),
    _quiet("filter.to_list", "down", "to_list", _("To the list")),
]

POSITIONS_SHOWN = [
    _quiet("position.agrees", "i", "position('agrees')", _("Agrees")),
    _quiet("position.agrees_partly", "d", "position('agrees_partly')", _("Agrees in part")),
    _quiet("position.disagrees", "e", "position('disagrees')", _("Disagrees")),
    _quiet("position.already_met", "r", "position('already_met')", _("Already met")),
    _quiet("position.noted", "n", "position('noted')", _("Notes only")),
    _quiet("position.unclear", "o", "position('unclear')", _("Unclear")),
    _quiet("position.not_addressed", "b", "position('not_addressed')", _("Not addressed")),
    _quiet("position.all", "a", "same_for_all", _("Same for all")),
    _quiet("position.quote", "c", "quote", _("Quote")),
]
PROGRESS = [
    _quiet("progress.not_started", "1", "progress('not_started')", _("Not started")),
    _quiet("progress.planned", "2", "progress('planned')", _("Planned")),
    _quiet("progress.under_way", "3", "progress('under_way')", _("Under way")),
    _quiet("progress.done", "4", "progress('done')", _("Done according to the committee")),
    _quiet("progress.will_not", "5", "progress('will_not')", _("Will not be carried out")),
]
POSITIONS = [
    *POSITIONS_SHOWN,
    *PROGRESS,
    _quiet("position.clear", "backspace,delete", "clear", _("Clear the answer")),
]

GROUPS: Mapping[str, list[Binding]] = {
    _("Everywhere"): APP,
    _("All screens"): [*SCREEN, *BACK, *WORK],
    _("Other screens"): PLACES,
    _("Undo and redo"): [*CHANGES, *TURN],
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
    _("Matrix of assessments"): [*GRID, *MATRIX],
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
    [*APP, *SCREEN, *BACK, *LINES, *VIEWS],
    [*_ON_SCREENS, *BACK, *AGENDA],
    [*_ON_SCREENS, *BACK, *STATISTICS],
    [*_ON_SCREENS, *BACK, *HISTORY],
    [*_ON_SCREENS, *BACK, *PROBLEMS],
    [*_ON_SCREENS, *BACK, *BEHIND],
    [*_ON_SCREENS, *BACK, *BODIES],
    REMOVAL,
    PICKS,
    [*APP, *SCREEN, *BACK, *LINES, *READ_IN],
    [*APP, *SCREEN, *BACK, *LINES, *MADE],
    [*_ON_SCREENS, *BACK, *REMINDERS],
    [*_ON_SCREENS, *BACK, *PACKAGES, *SIDES],
    [*APP, *SCREEN, *BACK, *LINES, *PACKAGE, *SIDES],
    [*APP, *SCREEN, *BACK, *LINES, *GATE],
    [*APP, *SCREEN, *BACK, *LINES, *RETURNED],
    [*SCREEN, *FORM, *OFFERS],
    [*SCREEN, *FILTER],
    CHOICE,
    POSITIONS,
    TURN,
    [*APP, *SCREEN, *BACK, *LINES, *BULK],
    DISCARD,
    DRAFT,
    [*SCREEN, *CONTESTED, *CONFLICT],
    [*APP, *SCREEN, *BACK, *WORK, *PLACES, *LINES, *SETTINGS],
)
"""Bindings that work at the same time, so that no two of them may have the same key."""

KEY_NAMES: Mapping[str, str] = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "slash": "/",
    "question_mark": "?",
    "space": _("Space"),
    "home": "Home",
    "end": "End",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "backspace": _("Backspace"),
    "delete": "Delete",
}
_MODIFIERS: Mapping[str, str] = {"ctrl": "Ctrl", "shift": _("Shift"), "alt": "Alt"}


def key_name(key: str) -> str:
    """Return what a key is called on a Swedish keyboard: ``Ctrl+S``, ``F1``, ``↑``."""
    *modifiers, sign = key.split("+")
    if not modifiers and len(sign) == 1:
        return sign
    name = KEY_NAMES.get(sign) or sign.upper()
    return "+".join([*(_MODIFIERS.get(each, each) for each in modifiers), name])


def key_of(name: str) -> str:
    """Return what the key of a binding is called, for a sentence that tells of it."""
    found = (each for group in GROUPS.values() for each in group if each.id == name)
    return key_name(next(found).key.split(",")[0])


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
