"""Keys of the screens that ask: about a removal, a draft, a change by somebody else."""

from textual.binding import Binding

from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _

TURN = [Binding("enter", "turn", _("Carry out"), id="turn.carry_out", priority=True)]

PICKS = [shown("picks.pick", "space", "pick", _("Pick"), tooltip=_("Pick the committee, or not"))]

REMOVAL = [
    shown("removal.no", "enter,escape,n", "answer(False)", _("No, keep it")),
    shown("removal.yes", "j,y", "answer(True)", _("Yes, remove it")),
]

DISCARD = [
    shown("discard.no", "enter,escape,n", "answer(False)", _("No, keep it")),
    shown("discard.yes", "j,y", "answer(True)", _("Yes, discard it")),
]

DRAFT = [
    shown("draft.go_on", "enter,f", "answer('go_on')", _("Go on with the draft")),
    shown("draft.discard", "k", "answer('discard')", _("Throw the draft away")),
    shown("draft.later", "escape", "answer('later')", _("Back; the draft stays")),
]

CONTESTED = [
    shown("conflict.mine", "m", "choose('mine')", _("Mine"), tooltip=_("Let my text stand")),
    shown(
        "conflict.theirs", "d", "choose('theirs')", _("Theirs"), tooltip=_("Let their text stand")
    ),
    shown(
        "conflict.original",
        "u",
        "choose('original')",
        _("Before"),
        tooltip=_("Let what stood there before stand"),
    ),
]

CONFLICT = [
    quiet("conflict.all_mine", "M", "choose_all('mine')", _("My text in all fields")),
    quiet("conflict.all_theirs", "D", "choose_all('theirs')", _("Their text in all fields")),
    quiet("conflict.next", "down,j,enter", "step(1)", _("Field below")),
    quiet("conflict.previous", "up,k", "step(-1)", _("Field above")),
    shown("conflict.save", "ctrl+s", "save", _("Save"), tooltip=_("Save what is chosen")),
    shown("conflict.back", "escape", "back", _("Back to the form")),
]
