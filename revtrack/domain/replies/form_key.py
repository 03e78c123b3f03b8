"""The ids that a form carries, by which it is known when it comes back.

Little is imported here: whoever reads a form that came back needs its ids and not the register.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from uuid import UUID, uuid5

VERSION = "1"
"""Of the forms' own make-up: which fields there are and how they are named."""
STAMP_DIGITS = 16

_UID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_IDS = rf"(\w+):({_UID}):({_UID}):({_UID}):([0-9a-f]{{{STAMP_DIGITS}}}):([0-9a-f]{{64}})"
_ANSWER_START = "revtrack:svarsformular"
_ANSWER_KEY = re.compile(f"{_ANSWER_START}:{_IDS}")
_STATUS_START = "revtrack:lagesformular"
_STATUS_KEY = re.compile(f"{_STATUS_START}:{_IDS}")


@dataclass(frozen=True)
class FormKey:
    """The ids that an answer form carries, as one text that stands in the file's properties."""

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
        found = _ANSWER_KEY.search(text)
        if found is None:
            return None
        version, form, audit, reply_case, stamp, checksum = found.groups()
        return cls(form, audit, reply_case, stamp, checksum, version)

    @property
    def text(self) -> str:
        """The key as it stands in a file."""
        uids = f"{self.form_uid}:{self.audit_uid}:{self.reply_case_uid}"
        return f"{_ANSWER_START}:{self.version}:{uids}:{self.stamp}:{self.checksum}"

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


class StatusKey(FormKey):
    """The ids of a status form; in the place of the reply case stands the committee's uid."""

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the key that a text holds, None where it holds none of a status form."""
        found = _STATUS_KEY.search(text)
        if found is None:
            return None
        version, form, audit, committee, stamp, checksum = found.groups()
        return cls(form, audit, committee, stamp, checksum, version)

    @property
    def text(self) -> str:
        """The key as it stands in a file."""
        uids = f"{self.form_uid}:{self.audit_uid}:{self.committee_uid}"
        return f"{_STATUS_START}:{self.version}:{uids}:{self.stamp}:{self.checksum}"

    @property
    def committee_uid(self) -> str:
        """The committee that is asked."""
        return self.reply_case_uid


def _form_uid(reply_case_uid: str, stamp: str) -> str:
    return str(uuid5(UUID(reply_case_uid), stamp))
