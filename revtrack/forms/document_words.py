"""What is said of documents: what each is for, as what it is made, and what stops it."""

from collections.abc import Callable, Mapping, Sequence

from revtrack.domain.checks import Problem
from revtrack.domain.codes import DocumentKind as Kind
from revtrack.services.papers.offers import Group
from revtrack.wording import _, word_problem

_GROUPS: Mapping[Group, Callable[[], str]] = {
    Group.AUDIT: lambda: _("About the audit"),
    Group.OCCASION: lambda: _("Because of a reply"),
    Group.CLERK: lambda: _("For the committee's own matter"),
    Group.MUNICIPALITY: lambda: _("About all audits of the municipality"),
    Group.AUDITORS: lambda: _("For the auditors' own meetings"),
}
_PURPOSES: Mapping[Kind, Callable[[], str]] = {
    Kind.COVER_LETTER: lambda: _("sent to those who are to reply: what the auditors recommend"),
    Kind.RECOMMENDATION_TABLE: lambda: _("every recommendation with its committees, as an annex"),
    Kind.ASSESSMENT_TABLE: lambda: _("how each audit question was assessed, by committee"),
    Kind.RESPONSE_FORM: lambda: _(
        "what the committee answers in; it is read in when it comes back"
    ),
    Kind.RESPONSE_SUMMARY: lambda: _("who has replied and what they say, for the auditors"),
    Kind.FOLLOW_UP_REPORT: lambda: _("what became of the recommendations, with the verdicts"),
    Kind.FOLLOW_UP_WORKBOOK: lambda: _(
        "to judge recommendations in; the workbook is read in again"
    ),
    Kind.REMINDER: lambda: _("to a committee whose reply or supplement is awaited"),
    Kind.SUPPLEMENT_REQUEST: lambda: _("tells a committee what is missing in its reply"),
    Kind.EXTENSION_NOTICE: lambda: _("tells a committee which day to reply by it has got"),
    Kind.OFFICIAL_MEMO: lambda: _("the frame of the memo that proposes a reply"),
    Kind.DECISION_TEXT: lambda: _("text for the minutes when the reply is decided"),
    Kind.WATCH_LIST: lambda: _("which replies are awaited and late, to be sorted in Excel"),
    Kind.ANNUAL_SUMMARY: lambda: _("all audits of a year with figures, for the annual report"),
    Kind.MEETING_BRIEF: lambda: _("what is new, late and to be judged since you last met"),
    Kind.COMMITTEE_BRIEF: lambda: _("all that a committee owes, before you meet it"),
    Kind.RISK_INPUT: lambda: _("what remains, for the next plan of audits"),
}
_FORMATS: Mapping[str, Callable[[], str]] = {
    ".docx": lambda: "Word",
    ".xlsx": lambda: "Excel",
    ".pdf": lambda: "PDF",
    ".eml": lambda: _("mail draft"),
}


def group_title(group: Group) -> str:
    """Return the heading over a group of documents."""
    return _GROUPS[group]()


def purpose(kind: Kind) -> str:
    """Return what a kind of document is for."""
    return _PURPOSES[kind]()


def formats_told(endings: Sequence[str]) -> str:
    """Return in what a document is made: "Word, Excel"."""
    return ", ".join(_FORMATS[each]() if each in _FORMATS else each for each in endings)


def stopped_told(problems: Sequence[Problem]) -> str:
    """Return what stops a document, a line each, with the tab where it is mended."""
    said = _("{problem} It is mended in the tab {tab}.")
    return "\n".join(
        said.format(problem=word_problem(each), tab=_(each.where)) for each in problems
    )
