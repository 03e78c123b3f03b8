"""Keys of forms and of their fields."""

from textual.binding import Binding

from revtrack.tui.keys.binding import quiet, shown
from revtrack.wording import _

BULK = [
    shown("bulk.carry_out", "ctrl+s", "carry_out", _("Carry out"), tooltip=_("Change all the rows"))
]

FORM = [
    Binding("enter", "step", _("Next field"), id="form.step", priority=True),
    Binding("ctrl+s", "save", _("Save"), id="form.save", tooltip=_("Save the form")),
    Binding("escape", "back", _("Cancel"), id="form.cancel", tooltip=_("Close without saving")),
    Binding("f2", "more", _("More"), id="form.more", tooltip=_("Show or hide more fields")),
    shown("form.help", "f1", "app.help", _("Help"), tooltip=_("Show the form's keys")),
    quiet("form.next", "down", "app.focus_next", _("Field below")),
    quiet("form.previous", "up", "app.focus_previous", _("Field above")),
]

SAVE_BUTTON = [shown("form.press", "enter,space", "screen.save", _("Save"))]

CHOICE = [
    quiet("choice.next", "right,space,l", "turn(1)", _("Next choice")),
    quiet("choice.previous", "left,h", "turn(-1)", _("Previous choice")),
]

OFFERS = [
    quiet("offer.accept", "right", "cursor_right", _("Accept what is proposed")),
    quiet("offer.next", "ctrl+down", "turn_offer(1)", _("Next proposal")),
    quiet("offer.previous", "ctrl+up", "turn_offer(-1)", _("Previous proposal")),
]

POSITIONS_SHOWN = [
    quiet("position.agrees", "i", "position('agrees')", _("Agrees")),
    quiet("position.agrees_partly", "d", "position('agrees_partly')", _("Agrees in part")),
    quiet("position.disagrees", "e", "position('disagrees')", _("Disagrees")),
    quiet("position.already_met", "r", "position('already_met')", _("Already met")),
    quiet("position.noted", "n", "position('noted')", _("Notes only")),
    quiet("position.unclear", "o", "position('unclear')", _("Unclear")),
    quiet("position.not_addressed", "b", "position('not_addressed')", _("Not addressed")),
    quiet("position.all", "a", "same_for_all", _("Same for all")),
    quiet("position.quote", "c", "quote", _("Quote")),
]

PROGRESS = [
    quiet("progress.not_started", "1", "progress('not_started')", _("Not started")),
    quiet("progress.planned", "2", "progress('planned')", _("Planned")),
    quiet("progress.under_way", "3", "progress('under_way')", _("Under way")),
    quiet("progress.done", "4", "progress('done')", _("Done according to the committee")),
    quiet("progress.will_not", "5", "progress('will_not')", _("Will not be carried out")),
]

POSITIONS = [
    *POSITIONS_SHOWN,
    *PROGRESS,
    quiet("position.clear", "backspace,delete", "clear", _("Clear the answer")),
]
