"""What changes the register, by the name of the key that does the same on the screen.

The menus take their sentences from here, so that whatever the screen gets a key for is missed here
until it can be done by prompts too.
"""

from collections.abc import Mapping

from revtrack.domain.errors import N_, RevTrackError
from revtrack.forms.refusals import told
from revtrack.plain.console import Order, order_word
from revtrack.wording import _

CHANGE_ROWS, REMOVE_ROWS = N_("change|edit"), N_("remove|delete")
PUBLISH_ROWS = N_("publish|make public")
"""Words that are followed by the numbers of rows in a list."""
SAVE_FILTER = N_("save|keep")
"""Written in a list of what was found."""

_REPLY, _DOCUMENT = N_("Register a reply"), N_("Make a document")
_CHANGE, _REMOVE, _CONFIRM = N_("Change it"), N_("Remove"), N_("Confirm as intended")

DONE_BY: Mapping[str, str] = {
    "overview.reply": _REPLY,
    "overview.letter": N_("New letter"),
    "overview.audit": N_("New audit"),
    "overview.read_file": N_("Read in a case file or a workbook"),
    "overview.document": _DOCUMENT,
    "overview.read_form": N_("Read in a reply, a report or a letter"),
    "committee.reply": _REPLY,
    "committee.document": _DOCUMENT,
    "packages.make": N_("Make a package"),
    "packages.read": N_("Read in a package"),
    "packages.settle": N_("Settle what both have changed"),
    "reminders.make": N_("Make the drafts"),
    "reminders.sent": N_("Note drafts as sent"),
    "reminders.presidium": N_("Take it up with the council's presidium"),
    "bodies.municipality": N_("New municipality"),
    "bodies.committees": N_("New committees"),
    "bodies.change": _CHANGE,
    "bodies.succeed": N_("Rename or merge committees"),
    "bodies.person": N_("New person"),
    "bodies.meeting": N_("New meetings"),
    "bodies.own_meeting": N_("New meeting of the auditors"),
    "bodies.read_meetings": N_("Read in meetings from a file"),
    "bodies.document": _DOCUMENT,
    "bodies.own_word": N_("New word of your own for an assessment"),
    "bodies.remove": _REMOVE,
    "audit.question": N_("New audit questions"),
    "audit.matrix": N_("Assess"),
    "audit.recommendation": N_("New recommendations"),
    "audit.hand_over": N_("Hand over"),
    "audit.reply": _REPLY,
    "audit.progress": N_("Register a progress report"),
    "audit.read_form": N_("Read in a reply, a report or a letter"),
    "audit.extension": N_("More time for the reply"),
    "audit.note": N_("Note"),
    "audit.accept": N_("Find the reply sufficient"),
    "audit.return": N_("Ask for a supplement"),
    "audit.insufficient": N_("Find the reply insufficient"),
    "audit.take_back": N_("Take back the judgement"),
    "audit.give_up": N_("Stop waiting for a reply"),
    "audit.refer_back": N_("Note the draft as referred back"),
    "audit.verdict": N_("Follow-up verdict"),
    "audit.close": N_("Close"),
    "audit.reopen": N_("Reopen"),
    "audit.start_follow_up": N_("Begin a follow-up"),
    "audit.verdicts": N_("Judge one recommendation after the other"),
    "audit.pack": N_("Make all papers of the follow-up"),
    "audit.document": _DOCUMENT,
    "audit.issue": N_("Note it as sent"),
    "audit.publish": N_("Publish"),
    "audit.confirm": _CONFIRM,
    "problems.confirm": _CONFIRM,
    "search.save_view": SAVE_FILTER,
    "views.remove": _REMOVE,
    "change.edit": CHANGE_ROWS,
    "change.remove": REMOVE_ROWS,
    "change.undo": Order.UNDO.value,
    "change.redo": Order.REDO.value,
}
"""The sentence that is chosen in a menu, or the word that is written in a list or anywhere."""

_WORDS = {"change.undo": Order.UNDO, "change.redo": Order.REDO}


_PLACES: Mapping[str, str] = {
    "audit.tab_6": N_("Checks"),
    "place.bodies": N_("Municipalities and committees"),
    "place.settings": N_("Settings"),
    "paper.merge": N_("Choose the audit that the paper belongs to, or a new one"),
}
"""What is chosen to come to a place that a refusal names."""


def word_here(refusal: RevTrackError) -> str:
    """Return a refusal in words that hold here: what is chosen where a command is named."""
    return told(refusal, called)


def called(action: str) -> str:
    """Return what an action is called here, as a sentence names it."""
    said = _(_PLACES[action]) if action in _PLACES else done_by(action)
    return _("“{words}”").format(words=said)


def done_by(action: str) -> str:
    """Return the sentence or the word by which an action of the screen is done here."""
    if action in _WORDS:
        return order_word(_WORDS[action])
    return _(DONE_BY[action]).split("|")[0]
