"""Saves the cover letter that a paper is, and the more time that it tells of."""

from collections.abc import Collection
from datetime import date

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError
from revtrack.services.reading_in.about_letter import (
    DUE_ON,
    LETTER_ON,
    NOT_ASKED,
    asked_by_letter,
    due_days_of,
    extension_key,
    more_time,
    reply_case_of,
)
from revtrack.services.reading_in.saving import Saving
from revtrack.services.registering.hand_over import issue_letter
from revtrack.services.replies.extensions import planned_extension
from revtrack.storage.rows import add, change


def save_letter(saving: Saving) -> None:
    """Issue the letter as it was sent: nothing of what it changes or leaves out is confirmed."""
    if not saving.takes(LETTER_ON):
        return
    with saving.line(LETTER_ON):
        case = saving.case
        recipients = asked_by_letter(case)
        if not recipients:
            raise RevTrackError(
                "{reference} has no committee to hand over to. "
                "Register its recommendations or its recipients first.",
                reference=case.audit.reference,
            )
        due = dict.fromkeys((each.id for each in recipients), saving.value(DUE_ON))
        due |= _own_due_days(saving, due)
        issue_letter(saving.session, case, saving.value(LETTER_ON), due, saving.today)


def _own_due_days(saving: Saving, asked: Collection[int]) -> dict[int, date]:
    """Return the days that are accepted of one committee each, by the committees' ids."""
    found: dict[int, date] = {}
    for key, days in due_days_of(saving.ground.proposal.due_days).items():
        committee = saving.ground.committee(days[0].committee)
        if not saving.takes(key):
            continue
        with saving.line(key):
            if committee is None or committee.id not in asked:
                raise RevTrackError(NOT_ASKED, committee=days[0].committee)
            found[committee.id] = saving.value(key)
    return found


def save_extensions(saving: Saving) -> None:
    """Store the more time that committees were given, or ask for."""
    for each in saving.ground.proposal.extensions:
        key = extension_key(each)
        if not saving.takes(key):
            continue
        with saving.line(key):
            reply_case = reply_case_of(saving.ground, each.committee)
            if reply_case is None:
                raise RevTrackError(NOT_ASKED, committee=each.committee)
            day = saving.value(f"{key}.asked_on", saving.value(f"{key}.decided_on"))
            new = more_time(reply_case, each, saving.value(key), day)
            request, fields = planned_extension(saving.case, new, saving.today)
            if request is not None:
                change(saving.session, request, **fields)
            else:
                add(saving.session, r.Extension, new)
