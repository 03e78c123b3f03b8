"""Whether a reminder has gone out: a draft that nobody has sent has reminded nobody.

A reminder names the files that it was made as, and the register notes of each when it was issued.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from revtrack.domain.codes import DocumentKind, ReminderForm
from revtrack.domain.records import Document, Reminder

Papers = Mapping[str, date | None]
"""The day that a reminder's files were issued, by their name without its ending; None: not yet."""


_FILES = re.compile(r"(?:^|, )(.+?)\.(?:docx|eml|pdf)(?=[.,]|$)")


def papers_of(files: Iterable[tuple[str, date | None]]) -> Papers:
    """Return the day that each of these files was issued; a letter and its mail are one paper."""
    found: dict[str, date | None] = {}
    for name, issued_on in files:
        stem = stem_of(name)
        days = [day for day in (found.get(stem), issued_on) if day]
        found[stem] = min(days, default=None)
    return found


def stem_of(name: str) -> str:
    """Return a file's name without its ending."""
    return name.rsplit(".", 1)[0]


def stems_in(text: str | None) -> list[str]:
    """Return the names of the files that a reminder was made as, without their endings."""
    return _FILES.findall(text or "")


def sent_on(made_on: date, text: str | None, papers: Papers) -> date | None:
    """Return the day that a reminder went out; None: it is a draft.

    One without files that the register has made was noted by a person, or elsewhere: its own day
    counts.
    """
    own = [papers[stem] for stem in stems_in(text) if stem in papers]
    if not own:
        return made_on
    return min((day for day in own if day), default=None)


def sent(reminders: Iterable[Reminder], documents: Iterable[Document]) -> tuple[Reminder, ...]:
    """Return the reminders that have gone out, each with the day that it did, oldest first."""
    papers = _papers(documents)
    days = ((each, sent_on(each.reminded_on, each.text, papers)) for each in reminders)
    found = [each.model_copy(update={"reminded_on": day}) for each, day in days if day]
    return tuple(sorted(found, key=lambda each: (each.reminded_on, each.id)))


def drafts(reminders: Iterable[Reminder], documents: Iterable[Document]) -> tuple[Reminder, ...]:
    """Return the reminders that wait to be sent: no later one of the same was made."""
    made = tuple(reminders)
    gone = {each.id for each in sent(made, documents)}
    return tuple(each for each in latest(made) if each.id not in gone)


def latest(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Return the reminders that no later one of the same stands for, oldest first.

    Which is later goes by when they were made, not by when one was sent. A letter to the presidium
    stands for none to the committee.
    """
    made = sorted(reminders, key=lambda each: (each.reminded_on, each.id))
    last = {_matter(each): each.id for each in made}
    return tuple(each for each in made if last[_matter(each)] == each.id)


def _matter(each: Reminder) -> object:
    """Return what a reminder is the same as another by: what it is about, and whom it goes to."""
    to_presidium = each.form is ReminderForm.PRESIDIUM
    return each.reply_case_id, each.addressee_id, each.due_on, to_presidium


def _papers(documents: Iterable[Document]) -> Papers:
    return papers_of(
        (each.file_name, each.issued_on) for each in documents if each.kind is DocumentKind.REMINDER
    )
