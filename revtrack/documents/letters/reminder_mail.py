"""Påminnelse by mail: a draft with the letter attached, or with what is missing in its text."""

from collections.abc import Iterable, Sequence
from datetime import date

from revtrack.documents import fields
from revtrack.documents.letters import reminder_words
from revtrack.documents.office.mail import Enclosed, MailText, mail_draft, mail_text
from revtrack.domain.codes import ReplyState
from revtrack.domain.records import Committee
from revtrack.domain.replies.reminder_message import AwaitedLine, PromiseLine, ReminderMessage
from revtrack.domain.texts.e_mail import e_mail_in, sendable
from revtrack.wording.words import NO_BREAK_SPACE, capitalise_first

INDENT = "  "


def reminder_mail(
    message: ReminderMessage,
    template: bytes,
    *,
    today: date,
    letter: Enclosed | None = None,
    letter_title: str = "",
) -> bytes:
    """Return the draft: the letter goes with it, or what is missing stands in its text."""
    values = dict.fromkeys((field.name for field in fields.MAIL_FIELDS[fields.REMINDER_MAIL]), "")
    values |= {
        "kommun": message.municipality.name,
        "mottagare": message.committee.name,
        "amne": reminder_words.subject(message.awaited, message.promised, today),
        "bifogat": letter_title,
    }
    if letter is None:
        values |= _lists(message, today)
    text = mail_text(template, values, fields.REMINDER_MAIL)
    return mail_draft(_plain(text), to=address_of(message.committee), on=today, enclosed=letter)


def presidium_mail(
    template: bytes,
    *,
    line: AwaitedLine,
    to: tuple[str, Committee | None],
    letter: Enclosed,
    letter_title: str,
    today: date,
) -> bytes:
    """Return the draft that takes the letter to the council's presidium."""
    name, presidium = to
    values = {
        "kommun": line.case.municipality.name,
        "mottagare": name,
        "bifogat": letter_title,
    }
    text = mail_text(template, values, fields.PRESIDIUM_MAIL)
    address = address_of(presidium) if presidium else None
    return mail_draft(_plain(text), to=address, on=today, enclosed=letter)


def address_of(committee: Committee) -> str | None:
    """Return the e-mail address registered for a committee, None where there is none to write."""
    found = e_mail_in(committee.contact_address)
    return sendable(found) if found else None


def _plain(text: MailText) -> MailText:
    """Return the text with common spaces: a mail is broken where the reader's window ends."""
    return MailText(
        text.subject.replace(NO_BREAK_SPACE, " "), text.body.replace(NO_BREAK_SPACE, " ")
    )


def _lists(message: ReminderMessage, today: date) -> dict[str, str]:
    own: dict[str, list[AwaitedLine]] = {}
    for line in message.awaited:
        own.setdefault(_list_of(line, today), []).append(line)
    address = reminder_words.reply_address(message.case)
    lists = {
        name: _listed(_awaited(line, message.committee, today) for line in lines)
        for name, lines in own.items()
    }
    return lists | {
        "tidigare": _listed(_awaited(each, message.committee, today)[:2] for each in message.also),
        "atgarder": _listed(_promises(message.promised, today)),
        "svarsadress": address if message.awaited or message.also else "",
        "beskedsadress": address if message.promised else "",
    }


def _list_of(line: AwaitedLine, today: date) -> str:
    if line.state is ReplyState.ADOPTED:
        return "beslutade"
    if line.state is ReplyState.INCOMPLETE:
        return "kompletteras"
    return "forsenade" if today > line.due_on else "kommande"


def _listed(entries: Iterable[Sequence[str]]) -> str:
    """Return entries of several lines, the first of each with a hyphen."""
    return "\n".join(
        "\n".join(f"{INDENT if place else '- '}{line}" for place, line in enumerate(entry))
        for entry in entries
    )


def _awaited(line: AwaitedLine, committee: Committee, today: date) -> list[str]:
    told = (
        reminder_words.written_to(line, committee),
        reminder_words.state_of(line, today),
        reminder_words.refused_time(line),
        reminder_words.requested_time(line),
        reminder_words.earlier_reminders(line.unanswered),
    )
    entry = [
        capitalise_first(reminder_words.reference_of(line)),
        " ".join(filter(None, told)),
    ]
    if opening := reminder_words.asked_of(line):
        entry.append(opening)
        for each in line.recommendations:
            number, text = reminder_words.numbered_wording(line.case, each)
            entry.append(f"{number}. {' '.join(text.split())}")
    return entry


def _promises(promised: Sequence[PromiseLine], today: date) -> Iterable[list[str]]:
    for line in promised:
        number, text = reminder_words.numbered_wording(line.case, line.recommendation)
        told = filter(None, reminder_words.promise(line, today))
        yield [
            capitalise_first(reminder_words.reference_of(line)),
            f"{number}. {' '.join(text.split())}",
            " ".join(told),
        ]
