"""What any paper says of itself: whose it is, of when, called what, under which number."""

import re
from dataclasses import replace
from datetime import timedelta

from revtrack.domain.codes import REPLIES, PaperKind
from revtrack.domain.proposals.front.due_days import Due, due_days_in, told_before
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.own_numbers import auditors_number_in, diary_number_in
from revtrack.domain.proposals.front.paper_days import own_day_in
from revtrack.domain.proposals.front.purposes import purpose_in
from revtrack.domain.proposals.front.titles import annual_title_in, title_in
from revtrack.domain.proposals.front.years import audit_year_in
from revtrack.domain.proposals.papers.more_time import wants_more_time
from revtrack.domain.proposals.papers.reply_form import Field, form_fields
from revtrack.domain.proposals.proposal import Proposal

_OF_REPLIES = re.compile(
    r"\b(?:påminnelse|anstånd|svarstid|begäran om (?:svar|komplettering))", re.IGNORECASE
)

_FAR = 180
"""So many days after its own a reply may still be asked for, where the year is not written."""


def about(head: Head, kind: PaperKind) -> Proposal:
    """Return what a letter or reply about an audit says of it."""
    made = replace(
        headed(head, kind), due_on=next((each.found for each in _days_told(head, kind)), None)
    )
    is_letter = any(_OF_REPLIES.search(line.text) for line in head.first)
    theirs = form_fields(head.paper).get(Field.AUDITORS_NUMBER) or auditors_number_in(head)
    if kind is PaperKind.OTHER and is_letter:
        own_day = own_day_in(head, is_letter=True)
        is_of_committee = any(wants_more_time(line.text) for line in head.body)
        number = theirs or (None if is_of_committee else made.diary_number)
        return replace(made, letter_on=own_day, diary_number=number)
    return replace(made, diary_number=theirs)


def _days_told(head: Head, kind: PaperKind) -> tuple[Due, ...]:
    """Return the days by which a reply says that it was asked for, by its own day's year."""
    own_day = own_day_in(head, is_letter=True) if kind in REPLIES else None
    days = due_days_in(head, own_day.value if own_day else None)
    if own_day is None:
        return days
    return told_before(days, due_days_in(head), own_day.value + timedelta(days=_FAR))


def headed(head: Head, kind: PaperKind) -> Proposal:
    """Return what any paper says of itself."""
    is_annual = kind is PaperKind.ANNUAL_REPORT
    return Proposal(
        kind=kind,
        municipality=head.town,
        title=(is_annual and annual_title_in(head)) or title_in(head, head.others),
        firm=head.firm,
        diary_number=diary_number_in(head),
        audit_year=audit_year_in(head, kind),
        purpose=purpose_in(head),
    )
