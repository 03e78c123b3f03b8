"""Keys of the program, of every screen and of every list."""

from textual.binding import Binding

from revtrack.tui.keys.binding import first, quiet, shown
from revtrack.wording import _

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
    quiet("app.theme", "f8", "switch_theme", _("Dark, light or high contrast")),
    shown("app.quit", "q,ctrl+q", "quit", _("Quit")),
    quiet("app.interrupt", "ctrl+c", "help_quit", _("Tell how to quit")),
]

SCREEN = [
    first("screen.next", "tab", "app.focus_next", _("Next field or list")),
    first("screen.previous", "shift+tab", "app.focus_previous", _("Previous field or list")),
    quiet("screen.copy", "ctrl+shift+c", "screen.copy_text", _("Copy the marked text")),
    quiet("screen.reload", "f5", "reload", _("Read the register again")),
]

PLACES = [
    quiet("place.committee", "f3", "app.open_committee", _("All that the committee owes")),
    quiet("place.bodies", "f4", "app.open('bodies')", _("Municipalities and committees")),
    quiet("place.search", "f7", "app.open('search')", _("Search all recommendations and texts")),
    quiet("place.statistics", "f6", "app.open('statistics')", _("Statistics")),
    quiet("place.settings", "f9", "app.open('settings')", _("Settings")),
    quiet("place.problems", "f12", "app.open('problems')", _("Checks of all audits")),
    quiet("place.history", "H", "app.open('history')", _("History of the register")),
]

WORK = [
    shown("work.filter", "slash", "filter", _("Filter")),
]

CHANGES = [
    quiet("change.undo", "ctrl+z", "undo", _("Undo your latest change")),
    quiet("change.redo", "ctrl+y", "redo", _("Do again what you undid")),
    shown(
        "change.edit",
        "ä,E",
        "change",
        _("Edit"),
        tooltip=_("Change what the row says; marked rows together"),
    ),
    quiet("change.remove", "delete", "remove", _("Remove what the row stands for")),
]

BACK = [shown("screen.back", "escape", "back", _("Back"))]

DIALOG = [
    *BACK,
    shown(
        "dialog.help",
        "f1,question_mark",
        "app.help",
        _("Help"),
        tooltip=_("Show the keys of a list that lies over the screen"),
    ),
]

MOVES = [
    quiet("lines.up", "up,k", "up", _("Row up")),
    quiet("lines.down", "down,j", "down", _("Row down")),
    quiet("lines.first", "home,g", "first", _("First row")),
    quiet("lines.last", "end,G", "last", _("Last row")),
    quiet("lines.page_up", "pageup,ctrl+b", "page_up", _("Page up")),
    quiet("lines.page_down", "pagedown,ctrl+f", "page_down", _("Page down")),
    quiet("lines.choose", "enter", "choose", _("Open")),
]

LINES = [
    *MOVES,
    quiet("lines.mark", "space", "mark", _("Mark the row, or unmark it")),
    quiet("lines.mark_all", "V", "mark_all", _("Mark all rows shown, or unmark them")),
    quiet("lines.mark_down", "shift+down,J", "extend(1)", _("Mark on downwards")),
    quiet("lines.mark_up", "shift+up,K", "extend(-1)", _("Mark on upwards")),
]

FILTER = [
    shown("filter.close", "escape", "close", _("Clear the filter")),
    shown("filter.to_list", "down", "to_list", _("To the list")),
]
