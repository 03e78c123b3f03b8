"""Mail drafts: a text from the office's own template, as a file that a mail program opens.

Nothing is sent. ``X-Unsent`` lets Outlook open the file as a message to be sent; the sender is left
to the mail program. The same facts and day give the same bytes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from revtrack.documents.templates import flaws
from revtrack.documents.templates.mail_check import check_mail
from revtrack.domain.errors import RevTrackError

WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")

_FIELD = re.compile(r"\{\{\s*([^\W\d]\w*)\s*\}\}")
_REFUSED = (flaws.CODE, flaws.BROKEN_FIELD)
"""What would be printed in the mail as it stands."""
_ENCODED = "=?"
"""Begins a word that mail programs decode (RFC 2047)."""
_SUBJECT = re.compile(r"(?:Ämne|Subject)\s*:(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class MailText:
    """What a mail says."""

    subject: str
    body: str


@dataclass(frozen=True)
class Enclosed:
    """A Word file that goes with a mail."""

    name: str
    content: bytes


def mail_text(template: bytes, values: Mapping[str, str], name: str) -> MailText:
    """Return the subject and the text that a template makes of these values.

    A paragraph with an empty field is left out, and so are lines that begin with #. Raises
    RevTrackError, naming the template, where it is no text, has an unknown field or no subject.
    """
    try:
        text = template.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _unusable(name, "it is not saved as text in UTF-8") from fault
    if broken := [each for each in check_mail(name, template) if each.flaw in _REFUSED]:
        raise _unusable(name, broken[0].line.rstrip("."))
    lines = [line.rstrip() for line in text.splitlines() if not line.startswith("#")]
    unknown = sorted(set(_FIELD.findall("\n".join(lines))) - values.keys())
    if unknown:
        raise _unusable(name, f"it has no field called {unknown[0]}")
    paragraphs = [each for each in re.split(r"\n{2,}", "\n".join(lines).strip()) if each]
    heading = _SUBJECT.fullmatch(paragraphs[0]) if paragraphs else None
    if heading is None:
        raise _unusable(name, "its first paragraph must be the line ”Ämne: …”")
    written = [_filled(each, values) for each in paragraphs[1:]]
    subject = " ".join((_filled(heading[1], values) or "").split())
    return MailText(subject, "\n\n".join(filter(None, written)) + "\n")


def _unusable(name: str, reason: str) -> RevTrackError:
    return RevTrackError(
        "The template {template} cannot be used: {reason}.", template=name, reason=reason
    )


def _filled(paragraph: str, values: Mapping[str, str]) -> str:
    if any(not values[field] for field in _FIELD.findall(paragraph)):
        return ""
    return _FIELD.sub(lambda found: values[found[1]], paragraph)


def mail_draft(
    text: MailText, *, to: str | None, on: date, enclosed: Enclosed | None = None
) -> bytes:
    """Return the draft as a file; ``to`` is an address, None where whoever sends it fills it in."""
    message = EmailMessage(policy=SMTP)
    seal = sha256(
        "\0".join((on.isoformat(), to or "", text.subject, text.body)).encode()
        + (enclosed.content if enclosed else b"")
    ).hexdigest()[:32]
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(datetime.combine(on, time(12), UTC))
    message["Message-ID"] = f"<{seal}@revtrack.invalid>"
    if to:
        message["To"] = to
    if _ENCODED in text.subject:  # what looks encoded would be told as what it says
        whole = Header(text.subject, "utf-8", header_name="Subject").encode(linesep="\r\n")
        message.set_raw("Subject", whole)
    else:
        message["Subject"] = text.subject
    message.set_content(text.body, charset="utf-8", cte="quoted-printable")
    if enclosed:
        kind, subtype = WORD
        message.add_attachment(
            enclosed.content, maintype=kind, subtype=subtype, filename=enclosed.name
        )
        message.set_boundary(f"=_revtrack_{seal}")
    message["Content-Language"] = "sv"
    return message.as_bytes()
