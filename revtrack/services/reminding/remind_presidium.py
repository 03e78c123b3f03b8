"""Taking a missing reply up with the council's presidium: made only when somebody asks for it."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from revtrack.documents import fields
from revtrack.documents.letters.letter_matter import council_name
from revtrack.documents.letters.reminder_letter import (
    presidium_heading,
    presidium_letter,
    presidium_of,
)
from revtrack.documents.letters.reminder_mail import address_of, presidium_mail
from revtrack.documents.office.mail import Enclosed
from revtrack.domain import records as r
from revtrack.domain.codes import ReminderForm, ReplyState
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.succession import committee_in_office
from revtrack.domain.replies.reminder_message import AwaitedLine, PresidiumProposal
from revtrack.domain.replies.reminders import MOST_DAYS
from revtrack.services.papers.files import written
from revtrack.services.papers.places import read_template
from revtrack.services.reminding.remind_plan import awaited_line
from revtrack.services.reminding.reminder_files import (
    LETTER,
    MAIL,
    Naming,
    ReminderFiles,
    free_names,
    note_files,
    refuse_if_changed,
)
from revtrack.storage.audits import load_case
from revtrack.storage.events import latest_event
from revtrack.storage.reminders import awaited_replies
from revtrack.storage.rows import add
from revtrack.storage.store import Store
from revtrack.wording.words import capitalise_first


@dataclass(frozen=True)
class ToPresidium:
    """A letter to the council's presidium that was made."""

    name: str
    """What the presidium is called."""
    paths: tuple[Path, ...]
    has_address: bool
    reminders: int
    """How many reminders have gone out after the day and brought no reply."""


def take_to_presidium(
    store: Store, reply_case: r.ReplyCase, today: date, folder: Path
) -> ToPresidium:
    """Make the letter that takes a missing reply up with the council's presidium, and note it.

    Raises RevTrackError where no reply is missing, its day has not passed, or that very letter has
    been made already.
    """
    with store.reading() as session:
        latest = latest_event(session.connection())
        line, committee = _missing(session, reply_case, today)
    _refuse_second(line)
    proposal = PresidiumProposal(line, committee)
    to = presidium_of(line.case.committees, council_name(line.case))
    files = _files(proposal, to, today, folder, store.templates)
    with ExitStack() as kept, store.wish() as session:  # the files go if the commit fails
        refuse_if_changed(session, latest)
        _note(session, proposal, files, today)
        kept.enter_context(written(folder, files.contents))
    presidium, name = to
    return ToPresidium(
        name,
        tuple(folder / each for each in files.contents),
        has_address=presidium is not None and address_of(presidium) is not None,
        reminders=len(line.unanswered),
    )


def _files(
    proposal: PresidiumProposal,
    to: tuple[r.Committee | None, str],
    today: date,
    folder: Path,
    templates: Path | None,
) -> ReminderFiles:
    """Return the letter and the mail draft that it goes with, under names free in the folder."""
    case, (presidium, name) = proposal.line.case, to
    names, edition = free_names(
        folder,
        set(),
        Naming(
            today,
            case.municipality,
            proposal.committee,
            case.committees,
            case.audit.reference,
            "Uteblivet yttrande",
        ),
        suffixes=(LETTER, MAIL),
    )
    template = read_template(fields.REMINDER, templates)
    letter = Enclosed(names[0], presidium_letter(proposal, template, today=today, to=name))
    draft = presidium_mail(
        read_template(fields.PRESIDIUM_MAIL, templates),
        line=proposal.line,
        to=(name, presidium),
        letter=letter,
        letter_title=presidium_heading(proposal.committee),
        today=today,
    )
    made = {names[0]: letter.content, names[1]: draft}
    return ReminderFiles(made, edition, fields.PRESIDIUM_MAIL)


def _note(session: Session, proposal: PresidiumProposal, files: ReminderFiles, today: date) -> None:
    """Note the reminder in the reply case, and its files among the audit's documents."""
    line = proposal.line
    new = r.NewReminder(
        reply_case_id=line.reply_case.id,
        reminded_on=today,
        step=min(line.days_late(today), MOST_DAYS),
        form=ReminderForm.PRESIDIUM,
        due_on=line.due_on,
        text=", ".join(files.contents),
    )
    add(session, r.Reminder, new)
    note_files(session, line.case, proposal.committee, files, today)


def _missing(
    session: Session, reply_case: r.ReplyCase, today: date
) -> tuple[AwaitedLine, r.Committee]:
    """Return the reply that is missing and the committee that answers for it today."""
    case = load_case(session, reply_case.audit_id)
    named = case.committee_by_id[reply_case.committee_id]
    found = [
        each
        for each in awaited_replies(session, today)
        if each.reply_case_id == reply_case.id and each.state is not ReplyState.INCOMPLETE
    ]
    if not found:
        raise RevTrackError(
            "No reply from {committee} is awaited in {reference}, so there is nothing to take up.",
            committee=named.name,
            reference=case.audit.reference,
        )
    line = awaited_line(case, found[0])
    if today <= line.due_on:
        raise RevTrackError(
            "{committee} has time until {day}; until then there is nothing to take up.",
            committee=capitalise_first(named.name),
            day=line.due_on,
        )
    return line, committee_in_office(case, named, today)


def _refuse_second(line: AwaitedLine) -> None:
    made = [each for each in line.made if each.form is ReminderForm.PRESIDIUM]
    if made:
        raise RevTrackError(
            "The letter to the presidium about this day was made on {day}: {files}.",
            day=made[-1].reminded_on,
            files=made[-1].text or "",
        )
