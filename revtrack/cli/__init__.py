"""The commands: each reads its words, calls one service and prints the answer.

This table is all that ``revtrack --help`` needs: a command's module, with the services and the
libraries that it uses, is loaded only when that command is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from revtrack.domain.errors import N_

FINE, PROBLEMS, WRONG_USAGE, REFUSED = 0, 1, 2, 3
"""Exit statuses: done; done and problems found; asked for wrongly; refused."""


@dataclass(frozen=True)
class Entry:
    """Where a command is made, and what it does in one line."""

    place: str
    """``module:function``; the function makes the command in the language in use."""
    summary: str
    """An English sentence of the catalogue."""


COMMANDS: Mapping[str, Entry] = {
    "demo": Entry("demo:demo", N_("Show a real audit, from its questions to its papers.")),
    "init": Entry("exchange:init", N_("Make a new, empty register.")),
    "import": Entry(
        "exchange:import_", N_("Read in a case file or a workbook, all of it or nothing.")
    ),
    "export": Entry(
        "exchange:export", N_("Write a case file or a workbook that can be read in again.")
    ),
    "export public": Entry(
        "public_page:public", N_("Make the public page of a municipality's audits, with its data.")
    ),
    "export handover": Entry(
        "handover:handover", N_("Hand a client's whole register over to the next firm.")
    ),
    "package make": Entry("package.sending:make", N_("Make a signed package of an audit to send.")),
    "package read": Entry(
        "package.reading:read", N_("Read in a package and merge it with the register.")
    ),
    "package list": Entry(
        "package.sending:list_", N_("List the packages that were made or read in.")
    ),
    "package conflicts": Entry(
        "package.settling:conflicts", N_("List what packages have left for you to settle.")
    ),
    "package settle": Entry(
        "package.settling:settle", N_("Settle what both sides have changed differently.")
    ),
    "audits": Entry("lists:audits", N_("List the audits and how far each has come.")),
    "show": Entry("show:show", N_("Show one audit as it stands.")),
    "due": Entry("due:due", N_("List the replies that have not come, most urgent first.")),
    "committees": Entry("committees:committees", N_("List the committees of each municipality.")),
    "search": Entry("search:search", N_("Search all texts, or list recommendations by a filter.")),
    "committees add": Entry("committees:add", N_("Register committees, as a list has them.")),
    "committee": Entry(
        "committees:committee", N_("Show or change where a committee is written to.")
    ),
    "municipality": Entry(
        "municipality:municipality", N_("Show a municipality's settings, or change them.")
    ),
    "officeholders": Entry(
        "officeholders:officeholders", N_("List the auditors and their experts, and their terms.")
    ),
    "officeholders add": Entry(
        "officeholders:add", N_("Register an auditor or an expert in a function.")
    ),
    "officeholders change": Entry(
        "officeholders:change", N_("Change the term, the title or the firm of a person.")
    ),
    "officeholders remove": Entry(
        "officeholders:remove", N_("Take away a person who was registered by mistake.")
    ),
    "succeed": Entry(
        "succession:succeed", N_("Let a committee take over from another: a rename or a merger.")
    ),
    "meetings list": Entry("meetings.listing:list_", N_("List committees' meetings.")),
    "meetings add": Entry("meetings.keeping:add", N_("Register a meeting of a committee.")),
    "meetings remove": Entry("meetings.keeping:remove", N_("Take a meeting out of the calendar.")),
    "meetings import": Entry(
        "meetings.importing:import_", N_("Read in meetings from a calendar or a workbook.")
    ),
    "meetings plan": Entry("meetings.planning:plan", N_("Plan replies backwards from their day.")),
    "assess": Entry(
        "registering:assess", N_("Register what an audit found of committees in its questions.")
    ),
    "recommend": Entry(
        "registering:recommend", N_("Register recommendations, as the report lists them.")
    ),
    "hand-over": Entry("hand_over:hand_over", N_("Issue an audit's cover letter.")),
    "respond": Entry(
        "replies.respond:respond", N_("Register a committee's reply with its answers.")
    ),
    "form make": Entry(
        "replies.forms:form_make", N_("Make the forms that committees answer with.")
    ),
    "form read": Entry(
        "replies.forms:form_read", N_("Read in a form that a committee has filled in.")
    ),
    "extend": Entry("replies.extend:extend", N_("Register more time for a reply.")),
    "expect": Entry(
        "replies.expect:expect", N_("Name the meeting that is expected to take a reply.")
    ),
    "accept": Entry(
        "replies.judge:accept", N_("Find a reply sufficient, or accept a progress report.")
    ),
    "return": Entry("replies.judge:return_", N_("Send a reply back and ask for a supplement.")),
    "insufficient": Entry("replies.judge:insufficient", N_("Find a reply insufficient.")),
    "take-back": Entry("replies.judge:take_back", N_("Take back the judgement of a reply.")),
    "give-up": Entry("replies.give_up:give_up", N_("Stop waiting for a reply that never came.")),
    "progress": Entry(
        "replies.progress:progress", N_("Register what a committee reports as done.")
    ),
    "attach": Entry("replies.attach:attach", N_("Keep a file with an audit or with a reply.")),
    "remind": Entry("remind:reminders", N_("Make reminders of replies and actions, as drafts.")),
    "calendar": Entry("calendar:calendar", N_("Write days and meetings as a calendar file.")),
    "document": Entry("document:document", N_("Make a letter, a table or a report.")),
    "documents": Entry("documents:documents", N_("List the documents made, issued and published.")),
    "issue": Entry("documents:issue", N_("Note that a document has been sent or handed over.")),
    "publish": Entry(
        "publish:publish", N_("Make scrubbed copies for everybody, once they are looked through.")
    ),
    "template list": Entry("templates:list_", N_("List the templates, ours and your own.")),
    "template copy": Entry("templates:copy", N_("Copy our templates to change them in Word.")),
    "template fields": Entry(
        "templates:fields", N_("Explain the fields that a template can have.")
    ),
    "template check": Entry(
        "templates:check", N_("Look templates through for what is wrong or unsafe.")
    ),
    "template preview": Entry(
        "templates:preview", N_("Show a template filled in with sample data.")
    ),
    "follow-up start": Entry(
        "follow_up.start:start", N_("Begin a follow-up of one or several earlier audits.")
    ),
    "follow-up pack": Entry(
        "follow_up.papers:pack", N_("Make all papers of a follow-up under way.")
    ),
    "follow-up read": Entry(
        "follow_up.papers:read", N_("Read in a follow-up workbook that was filled in.")
    ),
    "follow-up queue": Entry(
        "follow_up.queue:queue", N_("List what can be followed up now, and why the rest waits.")
    ),
    "follow-up verdict": Entry(
        "follow_up.verdict:verdict", N_("Register what the auditors found of recommendations.")
    ),
    "follow-up audit-verdict": Entry(
        "follow_up.verdict:audit_verdict", N_("Register what was found of an audit as a whole.")
    ),
    "follow-up close": Entry(
        "follow_up.closing:close", N_("Close recommendations with outcome and reason.")
    ),
    "follow-up reopen": Entry(
        "follow_up.closing:reopen", N_("Open closed recommendations again, with the reason.")
    ),
    "follow-up split": Entry(
        "follow_up.lineage:split", N_("Split a compound recommendation into parts.")
    ),
    "follow-up merge": Entry(
        "follow_up.lineage:merge", N_("Follow a recommendation in another from now on.")
    ),
    "follow-up repeat": Entry(
        "follow_up.lineage:repeat", N_("Mark that a recommendation repeats an earlier one.")
    ),
    "repeats": Entry("follow_up.lineage:repeats", N_("List the recommendations given again.")),
    "report": Entry("report:report", N_("Count what became of the recommendations.")),
    "compare": Entry(
        "compare:compare", N_("Hold an edited letter or report against the register.")
    ),
    "read": Entry("read:read", N_("Read somebody else's report, letter or reply as a proposal.")),
    "check": Entry("check:check", N_("List what is missing, late or contradictory.")),
    "confirm": Entry("confirm:confirm", N_("Confirm that something is as it is meant to be.")),
    "change": Entry(
        "changing:change", N_("Change what is registered: an audit, a recommendation, a reply.")
    ),
    "remove": Entry(
        "changing:remove", N_("Remove a question, a recommendation or an action nothing rests on.")
    ),
    "undo": Entry("undoing:undo", N_("Undo your latest change, all of it.")),
    "redo": Entry("undoing:redo", N_("Do again what you undid last.")),
    "history": Entry("changes:history", N_("List every change: who, when and what.")),
    "verify": Entry("changes:verify", N_("Check that nothing was changed behind the history.")),
}
"""Every command, in the order that ``revtrack --help`` lists them.

A name of two words is a command of the group that its first word names; where that is a command
itself, as ``export`` is, the second word makes it another.
"""

GROUPS: Mapping[str, str] = {
    "meetings": N_("Committees' meeting calendars, and replies planned by them."),
    "follow-up": N_("Follow up what became of recommendations, and close them."),
    "package": N_("Exchange an audit with another register, and merge the changes."),
    "template": N_("The office's own Word templates and texts of mails."),
    "form": N_("Answer forms in Word and Excel, out to committees and back."),
}
"""What the commands of each group are for: an English sentence of the catalogue."""


def members(group: str = "") -> Mapping[str, str]:
    """Return the commands and groups that one may name next, each with its line of help.

    Without ``group`` they are those of the program itself.
    """
    found: dict[str, str] = {}
    start = f"{group} " if group else ""
    for name, entry in COMMANDS.items():
        if name.startswith(start):
            first, _space, rest = name.removeprefix(start).partition(" ")
            is_its_own = not rest or first in COMMANDS
            found[name if rest and is_its_own else first] = (
                entry.summary if is_its_own else GROUPS[first]
            )
    return found
