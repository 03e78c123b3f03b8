"""Lägesformulär: what a follow-up asks a committee, and the ids by which its form is known again.

The ids are made as those of the answer form are. They rest on what stands in the form, not on what
is open the day it comes back: a verdict that was passed meanwhile makes no form old, a wording that
was changed does.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from revtrack.domain.case import AuditCase
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Addressee, Committee, Recommendation
from revtrack.domain.replies.form_key import STAMP_DIGITS, StatusKey


@dataclass(frozen=True)
class StatusRow:
    """A recommendation of which a committee is asked how things stand."""

    case: AuditCase
    """The earlier audit."""
    addressee: Addressee
    recommendation: Recommendation
    committee: Committee
    """Whom it was put to; another may answer today."""
    number: str
    has_reply: bool
    """Whether a reply to it has come."""

    @property
    def uid(self) -> str:
        """The id that the row carries in the form."""
        return self.addressee.uid

    @property
    def text(self) -> str:
        """The recommendation as it was put."""
        return self.recommendation.letter_text or self.recommendation.report_text or ""

    @property
    def name(self) -> str:
        """How it is told from those of other audits: ``ALV-2023-1 R4``."""
        return f"{self.case.audit.reference} {self.number}"


@dataclass(frozen=True)
class StatusForm:
    """What a form asks one committee in one follow-up."""

    follow_up: AuditCase
    committee: Committee
    rows: tuple[StatusRow, ...]
    key: StatusKey


def status_form(follow_up: AuditCase, committee: Committee, asked: Sequence[Covered]) -> StatusForm:
    """Return the form that asks the committee of these recommendations, in their order."""
    rows = tuple(map(_row, asked))
    stamp = _stamp(follow_up, rows)
    uids = sorted(row.uid for row in rows)
    key = StatusKey.made(follow_up.audit.uid, committee.uid, stamp, uids)
    return StatusForm(follow_up, committee, rows, key)


def _row(each: Covered) -> StatusRow:
    line = each.line
    return StatusRow(
        case=each.case,
        addressee=line.addressee,
        recommendation=line.recommendation,
        committee=line.committee,
        number=line.number,
        has_reply=line.response is not None,
    )


def _stamp(follow_up: AuditCase, rows: Iterable[StatusRow]) -> str:
    """Return the first digits of the hash of what the form asks, as it was issued."""
    asked = sorted([row.uid, row.number, _issued(row)] for row in rows)
    said = json.dumps([follow_up.audit.uid, asked], ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()[:STAMP_DIGITS]


def _issued(row: StatusRow) -> str:
    """Return the latest issued wording: a slip of the pen that is corrected makes no form old."""
    own = [each for each in row.case.wordings if each.recommendation_id == row.recommendation.id]
    return max(own, key=lambda each: each.number).text if own else row.text
