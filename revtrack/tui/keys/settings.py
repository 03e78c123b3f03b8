"""Keys of the settings."""

from revtrack.tui.keys.binding import shown
from revtrack.wording import _

SETTINGS = [
    shown("settings.usual", "delete", "usual", _("The usual again")),
]
