"""Keys of packages, and of what is read in from others."""

from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _

READ_IN = [
    shown("reading.carry_out", "ctrl+s", "take_in", _("Read in"), tooltip=_("Read the file in"))
]

PACKAGES = [
    shown("packages.make", "n", "make", _("Make"), tooltip=_("Make a package")),
    shown("packages.read", "L", "read_in", _("Read in"), tooltip=_("Read in a package")),
    shown("packages.settle", "ctrl+s", "settle", _("Settle"), tooltip=_("Settle what is chosen")),
]

SIDES = [
    shown("side.ours", "m", "side('ours')", _("Mine"), tooltip=_("Keep mine on the row")),
    shown("side.theirs", "d", "side('theirs')", _("Theirs"), tooltip=_("Take theirs on the row")),
]

PACKAGE = [
    shown("package.read", "ctrl+s", "read_in", _("Read in"), tooltip=_("Read in the package")),
]

RETURNED = [
    shown("returned.file", "ctrl+s", "file", _("File it"), tooltip=_("File what the form says")),
]

PAPER = [
    shown("paper.take", "space", "take", _("Take/leave"), tooltip=_("Take the line, or leave it")),
    shown("paper.correct", "ä,E", "correct", _("Correct"), tooltip=_("Correct what the line says")),
    shown(
        "paper.sure",
        "A",
        "take_sure",
        _("All that are sure"),
        tooltip=_("Take all that is new and sure"),
    ),
    shown(
        "paper.merge",
        "M",
        "choose_audit",
        _("Audit"),
        tooltip=_("Choose the audit that the paper belongs to, or a new one"),
    ),
    shown(
        "paper.only",
        "v",
        "choose_only",
        _("One of the audits"),
        tooltip=_("Read in one of the audits that the file holds papers of"),
    ),
    shown(
        "paper.register",
        "n",
        "register_missing",
        _("Register"),
        tooltip=_("Register the municipality or the committees that are missing"),
    ),
    quiet("paper.clear", "backspace", "clear", _("Leave the line, as the paper has it")),
    quiet("paper.source_down", "ctrl+down", "move_source(1)", _("Further down in the paper")),
    quiet("paper.source_up", "ctrl+up", "move_source(-1)", _("Further up in the paper")),
]

TO_SAVE = [
    shown("tosave.yes", "ctrl+s,enter,j,y", "answer(True)", _("Yes, save it")),
    shown("tosave.no", "escape,n", "answer(False)", _("No, go back")),
]
