"""Keys of packages, and of what is read in from others."""

from revtrack.tui.keys.binding import shown
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
