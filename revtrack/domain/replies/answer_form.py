"""Svarsformulär: what a form asks a committee, and the ids by which it is known when it comes back.

A form's uid is made from its reply case and from what the issued letter asks (the stamp), so that
the same letter always gives the same form and another letter another one. A checksum over all ids
shows when one of them has been changed.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID, uuid5

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.recipients import number_key
from revtrack.domain.records import Addressee, Committee, Recommendation, ReplyCase

VERSION = "1"
"""Of the form's own make-up: which fields there are and how they are named."""
STAMP_DIGITS = 16
ACTION_ROWS = 3
"""How many actions a form has room for on each recommendation."""

_KEY_START = "revtrack:svarsformular"
_UID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_KEY = re.compile(
    rf"{_KEY_START}:(\w+):({_UID}):({_UID}):({_UID}):([0-9a-f]{{{STAMP_DIGITS}}}):([0-9a-f]{{64}})"
)
FIELD_START = "RT_"
_FIELD_NAME = re.compile(r"RT_([0-9a-f]{32})_([a-z][a-z0-9])")


class FormField(StrEnum):
    """What is filled in; the codes stand in the names of bookmarks and never change."""

    DECIDED_ON = "sd"
    PARAGRAPH = "pa"
    DIARY_NUMBER = "dn"
    DECIDED_BY = "bo"
    TEXT = "yt"
    """What the reply says besides the recommendations."""
    WORDING = "tx"
    """The recommendation as it was asked; locked."""
    POSITION = "po"
    PROGRESS = "pr"
    COMMENT = "ko"
    ACTION = "a"
    """With the action's number after it: ``a1``."""
    RESPONSIBLE = "r"
    DUE = "d"


OF_DECISION = (
    FormField.DECIDED_ON,
    FormField.PARAGRAPH,
    FormField.DIARY_NUMBER,
    FormField.DECIDED_BY,
)
OF_ANSWER = (FormField.POSITION, FormField.PROGRESS, FormField.COMMENT)
"""What is answered once on each recommendation."""
OF_ACTION = (FormField.ACTION, FormField.RESPONSIBLE, FormField.DUE)


def field_name(uid: str, field: str) -> str:
    """Return the name of a field in a Word document: a bookmark's, of at most 40 characters."""
    return f"{FIELD_START}{uid.replace('-', '')}_{field}"


def field_of(name: str) -> tuple[str, str] | None:
    """Return the uid and the field's code that a name consists of; None where it is none."""
    found = _FIELD_NAME.fullmatch(name)
    return (str(UUID(found[1])), found[2]) if found else None


@dataclass(frozen=True)
class FormKey:
    """The ids that a form carries, as one text that stands in the file's properties."""

    form_uid: str
    audit_uid: str
    reply_case_uid: str
    stamp: str
    """The first digits of the hash of what the letter asks."""
    checksum: str
    version: str = VERSION

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the key that a text holds, None where it holds none."""
        found = _KEY.search(text)
        if found is None:
            return None
        version, form, audit, reply_case, stamp, checksum = found.groups()
        return cls(form, audit, reply_case, stamp, checksum, version)

    @property
    def text(self) -> str:
        """The key as it stands in a file."""
        uids = f"{self.form_uid}:{self.audit_uid}:{self.reply_case_uid}"
        return f"{_KEY_START}:{self.version}:{uids}:{self.stamp}:{self.checksum}"

    @property
    def is_whole(self) -> bool:
        """Whether the form's uid is the one that its reply case and stamp give."""
        return self.form_uid == _form_uid(self.reply_case_uid, self.stamp)

    def covers(self, addressee_uids: Iterable[str]) -> bool:
        """Tell whether the checksum is that of these ids together with the key's own."""
        return self.checksum == self._sum(addressee_uids)

    def _sum(self, addressee_uids: Iterable[str]) -> str:
        own = (self.version, self.form_uid, self.audit_uid, self.reply_case_uid, self.stamp)
        return hashlib.sha256("\n".join((*own, *addressee_uids)).encode()).hexdigest()

    @classmethod
    def made(cls, audit_uid: str, reply_case_uid: str, stamp: str, uids: Iterable[str]) -> Self:
        """Return the key of a form, with its uid and checksum."""
        form_uid = _form_uid(reply_case_uid, stamp)
        bare = cls(form_uid, audit_uid, reply_case_uid, stamp, "")
        return cls(form_uid, audit_uid, reply_case_uid, stamp, bare._sum(uids))


def _form_uid(reply_case_uid: str, stamp: str) -> str:
    return str(uuid5(UUID(reply_case_uid), stamp))


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
