"""Keys of the overview and of the agenda."""

from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _

OVERVIEW = [
    shown("overview.reply", "s", "register_reply", _("Reply"), tooltip=_("Register a reply")),
    shown("overview.letter", "n", "new_letter", _("Letter"), tooltip=_("New letter")),
    shown("overview.audit", "a", "new_audit", _("Audit"), tooltip=_("New audit")),
    quiet("overview.reminders", "R", "app.open('reminders')", _("Reminders: whom, and why")),
    quiet("overview.packages", "X", "app.open('packages')", _("Packages to and from others")),
    quiet("overview.read_form", "L", "read_form", _("Read in a reply, a report or a letter")),
    shown("overview.document", "d", "make_document", _("Document"), tooltip=_("Make a document")),
    quiet("overview.agenda", "v", "app.open('agenda')", _("Agenda: what falls in which week")),
    quiet("overview.read_file", "i", "read_file", _("Read in a case file or a workbook")),
    quiet("overview.open", "l,right", "open", _("Open the audit")),
    quiet("overview.unmark", "escape", "back", _("Take all marks away")),
]

AGENDA = [
    quiet("agenda.open", "l,right", "open", _("Open what the row is about")),
    shown("agenda.span", "v", "turn_span", _("Weeks/quarters"), tooltip=_("By week or quarter")),
]
