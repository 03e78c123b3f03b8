"""What a refusal says to who sits at a screen: the key or the field where a command is named.

A service refuses in words that whoever types commands can act on. Where those name a command, a
screen says the same with what stands on it.
"""

from collections.abc import Mapping

from revtrack.domain.errors import N_, RevTrackError
from revtrack.tui.keys import key_of
from revtrack.wording import word

_EXTEND, _RETURN, _HAND_OVER = "audit.extension", "audit.return", "audit.hand_over"

AT_A_SCREEN: Mapping[str, tuple[str, str]] = {
    "In {reference} no more time is registered for a committee that has not replied. "
    "Register it first, with: revtrack extend": (
        N_(
            "In {reference} no more time is registered for a committee that has not replied. "
            "Register it first, in the audit, with {key}."
        ),
        _EXTEND,
    ),
    "In {reference} no more time is registered for {committee}. Register it first, "
    "with: revtrack extend": (
        N_(
            "In {reference} no more time is registered for {committee}. Register it first, in the "
            "audit, with {key}."
        ),
        _EXTEND,
    ),
    "{committee} has asked for more time, until {day}, and nothing is decided. Decide on it "
    "before the reminder is sent, with: revtrack extend": (
        N_(
            "{committee} has asked for more time, until {day}, and nothing is decided. Decide on "
            "it before the reminder is sent: in the audit, with {key}."
        ),
        _EXTEND,
    ),
    "{committee} has asked for time until {day} already, and that is not decided yet. "
    "Decide on it (--grant, --refuse), or correct it (--correct).": (
        N_(
            "{committee} has asked for time until {day} already, and that is not decided yet. "
            "Decide on it: choose granted or refused."
        ),
        "",
    ),
    "No supplement is asked for in {reference} by a day that lies ahead. Ask for one "
    "first, with: revtrack return": (
        N_(
            "No supplement is asked for in {reference} by a day that lies ahead. Ask for one "
            "first, in the audit, with {key}."
        ),
        _RETURN,
    ),
    "No supplement is asked of {committee} in {reference}. Ask for one first, with: "
    "revtrack return": (
        N_(
            "No supplement is asked of {committee} in {reference}. Ask for one first, in the "
            "audit, with {key}."
        ),
        _RETURN,
    ),
    "The supplement from {committee} was asked for without a day. Ask anew with a day "
    "(revtrack return --due).": (
        N_(
            "The supplement from {committee} was asked for without a day. Ask anew with a day: in "
            "the audit, with {key}."
        ),
        _RETURN,
    ),
    "The supplement from {committee} was asked for by {day}, which has passed. Ask "
    "anew with another day (revtrack return --due), or remind.": (
        N_(
            "The supplement from {committee} was asked for by {day}, which has passed. Ask anew "
            "with another day, in the audit with {key}, or remind."
        ),
        _RETURN,
    ),
    "No reply in {reference} is late. To remind a committee in advance, say which "
    "with --committee.": (
        N_(
            "No reply in {reference} is late. To remind a committee in advance, make the document "
            "on the row of the committee."
        ),
        "",
    ),
    "{kind} is made for one committee. Say which with --committee.": (
        N_("{kind} is made for one committee. Make it on the row of the committee."),
        "",
    ),
    "{reference} is not handed over, so its letter is a draft. "
    "Hand it over first, with: revtrack hand-over": (
        N_(
            "{reference} is not handed over, so its letter is a draft. Hand it over first, in the "
            "audit, with {key}."
        ),
        _HAND_OVER,
    ),
    "{reference} has not been handed over, so it cannot be answered yet. "
    "Register the hand-over with its own day: "
    "revtrack hand-over {reference} --on DAY --due DAY": (
        N_(
            "{reference} has not been handed over, so it cannot be answered yet. Hand it over in "
            "the audit, with {key}; write the day when that was done."
        ),
        _HAND_OVER,
    ),
    "{reference} has errors that stop the letter. See them with: revtrack check {reference}": (
        N_("{reference} has errors that stop the letter. They stand in the tab of checks ({key})."),
        "audit.tab_6",
    ),
    "The letter leaves out or changes these recommendations of the report: {numbers}. "
    "If that is meant, hand over again with the reason (--why).": (
        N_(
            "The letter leaves out or changes these recommendations of the report: {numbers}. If "
            "that is meant, write the reason in the form."
        ),
        "",
    ),
    "{committee} has answered already. Say what the new document is: --replaces if it takes "
    "the earlier decision's place, --supplement if it adds to it.": (
        N_(
            "{committee} has answered already. Choose what the new document is: whether it takes "
            "the earlier decision's place or adds to it."
        ),
        "",
    ),
    "{name} is none of the documents that the register has made, and none was called so. "
    "Say with --made-as which it was edited from; they are listed by: revtrack documents": (
        N_(
            "{name} is none of the documents that the register has made, and none was called so. "
            "Give the file the name of the one it was edited from."
        ),
        "",
    ),
    "{name} is noted as issued on {day}. If that is wrong, give the reason with --why, "
    "written before the command.": (
        N_("{name} is noted as issued on {day}. If that is wrong, give the reason."),
        "",
    ),
    "Is the problem behind {number} to {committee} solved? Answer with --solved yes or "
    "no before it is closed as carried out.": (
        N_(
            "Is the problem behind {number} to {committee} solved? Choose yes or no before it is "
            "closed as carried out."
        ),
        "",
    ),
    "The reminder steps of {municipality} cannot be read: {steps}. Set them anew: "
    'revtrack municipality "{municipality}" --reminder-steps "-14 mail, 7 mail, 21 letter"': (
        N_(
            "The reminder steps of {municipality} cannot be read: {steps}. Set them anew among "
            "the municipalities ({key}): -14 mail, 7 mail, 21 letter"
        ),
        "place.bodies",
    ),
    "{municipality} does not take in officials' drafts. Register the decision when it has been "
    "made, or change the municipality's setting: "
    'revtrack municipality "{municipality}" --takes-drafts': (
        N_(
            "{municipality} does not take in officials' drafts. Register the decision when it has "
            "been made, or change the municipality's setting ({key})."
        ),
        "place.bodies",
    ),
    "No committee is called {name}. See the names with: revtrack committees": (
        N_("No committee is called {name}. The names stand among the municipalities ({key})."),
        "place.bodies",
    ),
    "{name} is a committee in several municipalities: {municipalities}. "
    "Say which, with --municipality.": (
        N_("{name} is a committee in several municipalities: {municipalities}. Say which."),
        "",
    ),
    "No audit is called {name}. See the references with: revtrack audits": (
        N_("No audit is called {name}. The references stand in the overview."),
        "",
    ),
    "There is no audit with the reference {reference}. List them with: revtrack audits": (
        N_("There is no audit with the reference {reference}. They stand in the overview."),
        "",
    ),
    "The file is no answer form that RevTrack has made. A reply of another kind is registered "
    "with: revtrack respond": (
        N_(
            "The file is no answer form that RevTrack has made. A reply of another kind is "
            "registered with {key}."
        ),
        "audit.reply",
    ),
}
"""For each refusal that names a command, what a screen says, and the binding whose key it names."""


def word_here(refusal: RevTrackError) -> str:
    """Return a refusal in words that hold at a screen."""
    said = AT_A_SCREEN.get(refusal.message)
    if said is None:
        return word(refusal)
    sentence, binding = said
    key = key_of(binding) if binding else ""
    return word(RevTrackError(sentence, **refusal.values | {"key": key}))
