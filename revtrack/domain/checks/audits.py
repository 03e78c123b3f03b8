"""The audit's own days and names, and committees that are no more."""

import re
from collections.abc import Iterator

from revtrack.domain.checks.problem import (
    IN_RECOMMENDATIONS,
    IN_REPLIES,
    Check,
    Inspection,
    Problem,
    Trouble,
)
from revtrack.domain.codes import Severity
from revtrack.domain.errors import N_
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.texts.prose import lines_of

REPORT_YEAR_ODD = Trouble(
    "report_year_odd",
    Severity.WARNING,
    N_(
        "The report is dated {report}, but the audit belongs to {year}. "
        "Check the year of the audit and the day of the report."
    ),
    IN_RECOMMENDATIONS,
)
LETTER_BEFORE_REPORT = Trouble(
    "letter_before_report",
    Severity.WARNING,
    N_("The letter of {letter} is dated before the report of {report}. Check both days."),
    IN_RECOMMENDATIONS,
)
COMMITTEE_ENDED = Trouble(
    "committee_ended",
    Severity.WARNING,
    N_(
        "{committee} ended on {day} with {number} still open. "
        "Register which committee answers for it now."
    ),
    IN_RECOMMENDATIONS,
)
MATTER_UNLIKE = Trouble(
    "matter_name_unlike",
    Severity.NOTICE,
    N_(
        "{committee} calls the matter “{name}”, which is unlike the audit's title. "
        "Check that it is the right matter, or register the name as an alias."
    ),
    IN_REPLIES,
)

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED_LETTERS = 5
_GENERAL = frozenset(
    (
        *("granskning", "granskningen", "yttrande", "yttrandet", "svar", "svaret", "över"),
        *("revisionens", "revisorernas", "kommunrevisionens", "revisionsrapport", "rapport"),
        *("kommunens", "regionens", "avseende", "gällande", "angående", "med", "anledning"),
        *("revision", "revisionen", "kommunen", "fördjupad", "uppföljande", "ärende", "från"),
    )
)
"""Words that the name of any such matter may hold."""


def odd_days(inspection: Inspection) -> Iterator[Problem]:
    """Find reports dated outside the audit's year and the next, and letters before their report."""
    audit = inspection.case.audit
    report, letter = audit.report_on, audit.handed_over_on
    if report and not audit.audit_year <= report.year <= audit.audit_year + 1:
        yield inspection.problem(REPORT_YEAR_ODD, report=report, year=audit.audit_year)
    if report and letter and letter < report:
        yield inspection.problem(LETTER_BEFORE_REPORT, letter=letter, report=report)


def committee_ended(inspection: Inspection) -> Iterator[Problem]:
    """Find open recommendations to committees that are no more, where nobody has taken over."""
    case = inspection.case
    for line in inspection.addressee_lines:
        ended = line.committee.valid_to_on
        heir = responsible_committee(case, line.addressee, inspection.today)
        is_open = line.addressee.asked is True and line.addressee.outcome is None
        if ended and ended < inspection.today and is_open and heir == line.committee:
            yield inspection.problem(
                COMMITTEE_ENDED, line.committee, line.recommendation, day=ended
            )


def matter_unlike_title(inspection: Inspection) -> Iterator[Problem]:
    """Find matters whose name shares no word with the audit's title or its other names."""
    audit = inspection.case.audit
    own = _words(" ".join((audit.title, *lines_of(audit.aliases))))
    for line in inspection.reply_lines:
        name = line.reply_case.matter_name
        words = _words(name or "")
        is_like = any(_is_related(one, other) for one in own for other in words)
        if name and own and words and not is_like:
            yield inspection.problem(MATTER_UNLIKE, line.committee, name=name)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _GENERAL


def _is_related(one: str, other: str) -> bool:
    """Tell whether two words begin alike or one holds the other: "underhållet" in a compound."""
    shared = min(len(one), len(other), _SHARED_LETTERS)
    return one[:shared] == other[:shared] or one[:_SHARED_LETTERS] in other or other[:shared] in one


CHECKS: tuple[Check, ...] = (odd_days, committee_ended, matter_unlike_title)
