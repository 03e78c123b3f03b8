"""What a refusal says to who types no commands: what is wrong, and which action mends it.

A service refuses in words that whoever types commands can act on. Where those name a command or an
option, a screen and the dialogue in lines say the same with what they have for it: its key, or the
words that are chosen in a menu.
"""

from collections.abc import Callable, Mapping

from revtrack.domain.errors import N_, RevTrackError
from revtrack.wording import word

_EXTEND, _RETURN, _HAND_OVER = "audit.extension", "audit.return", "audit.hand_over"
_DOCUMENT, _BODIES, _START = "audit.document", "place.bodies", "audit.start_follow_up"

WITHOUT_COMMANDS: Mapping[str, tuple[str, str]] = {
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
        _BODIES,
    ),
    "{municipality} does not take in officials' drafts. Register the decision when it has been "
    "made, or change the municipality's setting: "
    'revtrack municipality "{municipality}" --takes-drafts': (
        N_(
            "{municipality} does not take in officials' drafts. Register the decision when it has "
            "been made, or change the municipality's setting ({key})."
        ),
        _BODIES,
    ),
    "No committee is called {name}. See the names with: revtrack committees": (
        N_("No committee is called {name}. The names stand among the municipalities ({key})."),
        _BODIES,
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
    "{number} to {committee} has actions that nothing says are done: {actions}. Register what "
    "became of them, or close it all the same with --force and the reason.": (
        N_(
            "{number} to {committee} has actions that nothing says are done: {actions}. Register "
            "what became of them, with {key}, or close it all the same: say so last in the form, "
            "with the reason."
        ),
        "audit.progress",
    ),
    "The auditors have not found {number} to {committee} to be carried out. Judge it anew, or "
    "close it as carried out all the same with --force and the reason.": (
        N_(
            "The auditors have not found {number} to {committee} to be carried out. Judge it "
            "anew, with {key}, or close it as carried out all the same: say so last in the form, "
            "with the reason."
        ),
        "audit.verdict",
    ),
    "State how {number} to {committee} was checked (--method) and on which day (--on).": (
        N_("State how {number} to {committee} was checked and on which day."),
        "",
    ),
    "No follow-up of {reference} is under way, and a verdict is passed in one. Begin it with "
    "revtrack follow-up start, or register the verdict outside any with --force.": (
        N_(
            "No follow-up of {reference} is under way, and a verdict is passed in one. Begin it "
            "first, in the audit, with {key}, or choose in the form that it is passed in none."
        ),
        _START,
    ),
    "{reference} is no follow-up under way. Begin one with: revtrack follow-up start": (
        N_("{reference} is no follow-up under way. Begin one in the audit, with {key}."),
        _START,
    ),
    "{reference} is being followed up already, in {references}. Judge there, or begin another "
    "beside it with --force.": (
        N_(
            "{reference} is being followed up already, in {references}. Judge there, or say in "
            "the form that another is to be begun beside it."
        ),
        "",
    ),
    "The form is old: the letter of {reference} has been changed since, and asks something else "
    "of {committee} now. Make a new form with: revtrack form make": (
        N_(
            "The form is old: the letter of {reference} has been changed since, and asks "
            "something else of {committee} now. Make a new form, in the audit, with {key}."
        ),
        _DOCUMENT,
    ),
    "The form is old: what {reference} asks {committee} has been changed since. Make a new form "
    "with: revtrack follow-up pack": (
        N_(
            "The form is old: what {reference} asks {committee} has been changed since. Make a "
            "new form, in the audit, with {key}."
        ),
        _DOCUMENT,
    ),
    "This form from {committee} is filed already, as received on {day}, with other answers. Say "
    "what the new one is: --replaces if it takes the earlier reply's place, --supplement if it "
    "adds to it.": (
        N_(
            "This form from {committee} is filed already, as received on {day}, with other "
            "answers. Choose what the new one is: whether it takes the earlier reply's place or "
            "adds to it."
        ),
        "",
    ),
    "Nothing was filed: the answer of {committee} to {numbers} is missing in the form or cannot "
    "be read; the reason stands at each. Send the form back, or file what there is with "
    "--accept-part; the rest then stays unread.": (
        N_(
            "Nothing was filed: the answer of {committee} to {numbers} is missing in the form or "
            "cannot be read; the reason stands at each. Send the form back, or choose in the form "
            "to file what there is; the rest then stays unread."
        ),
        "",
    ),
    "Nothing was filed: in the form from {committee} something is written in rows that belong to "
    "no recommendation. Correct them as is said there, or file the rest with --accept-part.": (
        N_(
            "Nothing was filed: in the form from {committee} something is written in rows that "
            "belong to no recommendation. Correct them as is said there, or choose in the form to "
            "file the rest."
        ),
        "",
    ),
    "Nothing was filed: {committee} has not said how things stand with {numbers} in the form. "
    "Send it back, or file what there is with --accept-part.": (
        N_(
            "Nothing was filed: {committee} has not said how things stand with {numbers} in the "
            "form. Send it back, or choose in the form to file what there is."
        ),
        "",
    ),
    "The file is not a follow-up workbook of RevTrack. Make one with: revtrack document "
    "follow-up-workbook AUDIT": (
        N_("The file is not a follow-up workbook of RevTrack. Make one in the audit, with {key}."),
        _DOCUMENT,
    ),
    "The register is open for reading only, so nothing can be changed. Open it again without "
    "--read-only.": (
        N_(
            "The register is open for reading only, so nothing can be changed. Quit, and open it "
            "again for writing."
        ),
        "",
    ),
    "It cannot be settled so on its own: other records speak of what would be removed, or it "
    "speaks of one that is removed here. Settle those together with it, or keep yours "
    "with --ours.": (
        N_(
            "It cannot be settled so on its own: other records speak of what would be removed, or "
            "it speaks of one that is removed here. Settle those together with it, or keep yours."
        ),
        "",
    ),
    "{source} is from {sender}, {municipality}, signed with a key that is not known here: "
    "{signer}. Ask the sender over the telephone whether that is the right key, and read it in "
    "with: --trust {digits}": (
        N_(
            "{source} is from {sender}, {municipality}, signed with a key that is not known here: "
            "{signer}. Ask the sender over the telephone whether that is the right key, and say "
            "so before it is read in."
        ),
        "",
    ),
    "{reference} has not been handed over, so it is still the auditors' working material. A "
    "package of it is made with: --for auditors": (
        N_(
            "{reference} has not been handed over, so it is still the auditors' working material. "
            "A package of it is made for auditors."
        ),
        "",
    ),
    "Neither an audit nor a municipality is called {name}. See the references with: revtrack "
    "audits": (
        N_(
            "Neither an audit nor a municipality is called {name}. The references stand in the "
            "overview."
        ),
        "",
    ),
    "The folder of your own templates, {path}, is not there. Make it with: revtrack template "
    "copy. Or change the setting templates (REVTRACK_TEMPLATES).": (
        N_(
            "The folder of your own templates, {path}, is not there. Choose another among the "
            "settings ({key})."
        ),
        "place.settings",
    ),
    "Say which municipality, with --municipality: {municipalities}.": (
        N_("Say which municipality: {municipalities}."),
        "",
    ),
    "{name} stands in several functions or terms. Say which with --function, or change it on the "
    "screen (F4).": (
        N_(
            "{name} stands in several functions or terms. Change it on its own row, among the "
            "municipalities ({key})."
        ),
        _BODIES,
    ),
    "No committee is called {name}. Add --new if it is to be registered as the successor.": (
        N_("No committee is called {name}. Register it first, among the municipalities ({key})."),
        _BODIES,
    ),
    "{reference} is this audit already. Read the paper into it with --into {reference}, or give "
    "the new audit a reference of its own with --reference.": (
        N_("{reference} is this audit already. Read the paper into it: choose it with {key}."),
        "paper.merge",
    ),
    "Only a paper of the auditors' own makes a new audit. Name the audit that this one belongs to "
    "with --into AUDIT.": (
        N_(
            "Only a paper of the auditors' own makes a new audit. Choose the audit that this one "
            "belongs to with {key}."
        ),
        "paper.merge",
    ),
    "No sheet has a row with headings that are known, such as Granskning, Nämnd, Rek nr, "
    "Rekommendation, Svar senast, Åtgärd, Ansvarig, Klart senast and Status. Name them with --map "
    "COLUMN=FIELD.": (
        N_(
            "No sheet has a row with headings that are known, such as Granskning, Nämnd, Rek nr, "
            "Rekommendation, Svar senast, Åtgärd, Ansvarig, Klart senast and Status. Write such "
            "headings over the columns."
        ),
        "",
    ),
}
"""For each refusal that names a command: what is said instead, and the action that it names."""


def told(refusal: RevTrackError, called: Callable[[str], str]) -> str:
    """Return a refusal without commands; ``called`` tells what an action is called here."""
    said = WITHOUT_COMMANDS.get(refusal.message)
    if said is None:
        return word(refusal)
    sentence, action = said
    key = called(action) if action else ""
    return word(RevTrackError(sentence, **refusal.values | {"key": key}))
