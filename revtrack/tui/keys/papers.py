"""Keys of reminders, of documents and of what is to be public."""

from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _

REMINDERS = [
    shown("reminders.make", "d", "make_drafts", _("Drafts"), tooltip=_("Make the drafts")),
    shown("reminders.sent", "D", "note_sent", _("Sent"), tooltip=_("Note drafts as sent")),
    shown(
        "reminders.presidium",
        "p",
        "take_up",
        _("Presidium"),
        tooltip=_("Take it up with the council's presidium"),
    ),
    quiet("reminders.open", "l,right", "open", _("Open the audit")),
]

GATE = [
    shown("gate.confirm", "b", "confirm", _("Confirm"), tooltip=_("It may be public: why")),
    shown(
        "gate.all", "a", "confirm_all", _("Confirm all"), tooltip=_("All of it may be public: why")
    ),
    shown("gate.publish", "ctrl+s", "publish", _("Publish"), tooltip=_("Write the public copy")),
]

MADE = [shown("made.folder", "m", "open_folder", _("Folder"), tooltip=_("Open the folder"))]
