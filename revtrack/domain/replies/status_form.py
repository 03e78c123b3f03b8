"""Lägesformulär: what a follow-up asks a committee, and the ids by which its form is known again.

The ids are made as those of the answer form are. They rest on what stands in the form, not on what
is open the day it comes back: a verdict that was passed meanwhile makes no form old, a wording that
was changed does.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from revtrack.domain.case import AuditCase
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Addressee, Committee, Recommendation
from revtrack.domain.replies.answer_form import STAMP_DIGITS, FormKey

_KEY_START = "revtrack:lagesformular"
_UID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_KEY = re.compile(
    rf"{_KEY_START}:(\w+):({_UID}):({_UID}):({_UID}):([0-9a-f]{{{STAMP_DIGITS}}}):([0-9a-f]{{64}})"
)


class StatusField(StrEnum):
    """What is filled in; the codes stand in the names of bookmarks and never change."""

    REPORTED_ON = "ld"
    """The day that all of it is true of."""
    WORDING = "tx"
    """The recommendation as it was put; locked."""
    PROGRESS = "pr"
    DONE = "gj"
    """What has been done."""
    DUE = "kl"
    """When it was done, or is to be."""
    REMAINS = "at"
    COMMENT = "ko"


OF_ROW = (
    StatusField.PROGRESS,
    StatusField.DONE,
    StatusField.DUE,
    StatusField.REMAINS,
    StatusField.COMMENT,
)
"""What is filled in on each recommendation, in the order it is asked."""


class StatusKey(FormKey):
    """The ids of a status form; in the place of the reply case stands the committee's uid."""

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the key that a text holds, None where it holds none of a status form."""
        found = _KEY.search(text)
        if found is None:
            return None
        version, form, audit, committee, stamp, checksum = found.groups()
        return cls(form, audit, committee, stamp, checksum, version)

    @property
    def text(self) -> str:
        """The key as it stands in a file."""
        uids = f"{self.form_uid}:{self.audit_uid}:{self.committee_uid}"
        return f"{_KEY_START}:{self.version}:{uids}:{self.stamp}:{self.checksum}"

    @property
    def committee_uid(self) -> str:
        """The committee that is asked."""
        return self.reply_case_uid


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
