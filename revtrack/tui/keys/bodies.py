"""Keys of municipalities and committees."""

from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _

COMMITTEE = [
    quiet("committee.open", "l,right", "open", _("Open the audit")),
    shown("committee.reply", "s", "register_reply", _("Reply"), tooltip=_("Register a reply")),
    shown("committee.document", "d", "make_document", _("Document"), tooltip=_("Make a document")),
]

BODIES = [
    quiet("bodies.open", "l,right", "open", _("Open the committee or the municipality")),
    shown("bodies.committees", "n", "new_committees", _("New committees")),
    shown("bodies.change", "ä,E", "change", _("Change it"), tooltip=_("Change what the row shows")),
    shown(
        "bodies.succeed",
        "b",
        "succeed",
        _("Successor"),
        tooltip=_("Let a committee take over: a new name or a merger"),
    ),
    shown("bodies.person", "p", "new_person", _("New person"), tooltip=_("New auditor or expert")),
    shown(
        "bodies.meeting",
        "m",
        "new_meetings",
        _("Meetings"),
        tooltip=_("New meetings of a committee"),
    ),
    quiet("bodies.own_meeting", "r", "new_own_meeting", _("New meeting of the auditors")),
    shown(
        "bodies.read_meetings",
        "i",
        "read_meetings",
        _("Read in"),
        tooltip=_("Read in meetings from a file"),
    ),
    shown("bodies.municipality", "N", "new_municipality", _("New municipality")),
    quiet("bodies.document", "d", "make_document", _("Make a document")),
    quiet("bodies.own_word", "o", "new_own_word", _("New word of your own for an assessment")),
    quiet("bodies.remove", "delete", "remove", _("Remove what the row shows")),
]
