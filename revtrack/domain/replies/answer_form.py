"""Svarsformulär: what a form asks a committee, and the ids by which it is known when it comes back.

A form's uid is made from its reply case and from what the issued letter asks (the stamp), so that
the same letter always gives the same form and another letter another one. A checksum over all ids
shows when one of them has been changed.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.recipients import number_key
from revtrack.domain.records import Addressee, Committee, Recommendation, ReplyCase
from revtrack.domain.replies.form_key import STAMP_DIGITS, FormKey


@dataclass(frozen=True)
class AskedRow:
    """One recommendation as the letter puts it to the committee."""

    addressee: Addressee
    recommendation: Recommendation
    number: str
    text: str

    @property
    def uid(self) -> str:
        """The id that the row carries in the form."""
        return self.addressee.uid


@dataclass(frozen=True)
class AskedForm:
    """What a form asks one committee in one audit."""

    case: AuditCase
    committee: Committee
    reply_case: ReplyCase
    rows: tuple[AskedRow, ...]
    key: FormKey


def asked_reply_case(case: AuditCase, committee: Committee) -> ReplyCase:
    """Return the committee's reply case; raise UsageError where the letter does not go to it."""
    found = [each for each in case.reply_cases if each.committee_id == committee.id]
    if not found:
        raise UsageError(
            "The letter of {reference} does not go to {committee}.",
            reference=case.audit.reference,
            committee=committee.name,
        )
    return found[0]


def asked_form(case: AuditCase, committee: Committee) -> AskedForm:
    """Return what the form for this committee asks, in the order of the letter's numbers.

    Raises RevTrackError where the letter has not been issued, or does not go to the committee.
    """
    if not case.is_handed_over:
        raise RevTrackError(
            "{reference} has not been handed over, so there is nothing to answer yet. "
            "The form is made when the letter has been issued.",
            reference=case.audit.reference,
        )
    reply_case = asked_reply_case(case, committee)
    rows = _asked_rows(case, committee)
    stamp = _stamp(case, rows)
    uids = [row.uid for row in rows]
    key = FormKey.made(case.audit.uid, reply_case.uid, stamp, uids)
    return AskedForm(case, committee, reply_case, rows, key)


def _asked_rows(case: AuditCase, committee: Committee) -> tuple[AskedRow, ...]:
    rows = []
    for addressee in case.addressees:
        if addressee.committee_id == committee.id and addressee.asked:
            item = case.recommendation_by_id[addressee.recommendation_id]
            text = item.letter_text or item.report_text or ""
            rows.append(AskedRow(addressee, item, case.number_of(item), text))
    return tuple(sorted(rows, key=lambda row: number_key(row.number)))


def _stamp(case: AuditCase, rows: Iterable[AskedRow]) -> str:
    """Return the first digits of the hash of what the letter asks.

    An issued wording counts as it was issued: a slip of the pen that is corrected later makes no
    form old, a new version of the wording does.
    """
    versions = sorted(case.wordings, key=lambda each: each.number)
    issued = {each.recommendation_id: each.text for each in versions}
    asked = [[row.uid, row.number, issued.get(row.recommendation.id, row.text)] for row in rows]
    day = case.audit.handed_over_on
    said = json.dumps([day.isoformat() if day else None, asked], ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()[:STAMP_DIGITS]
