"""Making reminders: letters and mail drafts as files, each noted. Nothing is ever sent."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from revtrack.documents import fields
from revtrack.documents.letters.reminder_letter import heading, reminder_letter
from revtrack.documents.letters.reminder_mail import address_of, reminder_mail
from revtrack.documents.office.mail import Enclosed
from revtrack.domain import records as r
from revtrack.domain.codes import ReminderForm, ReminderKind
from revtrack.domain.names.recipients import join_names
from revtrack.domain.replies.reminder_message import ReminderMessage
from revtrack.domain.replies.reminders import DueStep
from revtrack.services.papers.files import written
from revtrack.services.papers.places import read_template
from revtrack.services.reminding.remind_plan import EVERYBODY, ReminderPlan, Whom, plan_in
from revtrack.services.reminding.reminder_files import (
    LETTER,
    MAIL,
    Naming,
    ReminderFiles,
    free_names,
    note_files,
    refuse_if_changed,
)
from revtrack.storage.events import latest_event
from revtrack.storage.rows import add
from revtrack.storage.store import Store


@dataclass(frozen=True)
class MadeMessage:
    """A message that was made."""

    message: ReminderMessage
    paths: tuple[Path, ...]
    """The mail draft, and before it the letter that goes with it."""
    has_address: bool
    """Whether the draft says to whom it goes."""


def remind(
    store: Store, today: date, folder: Path, whom: Whom = EVERYBODY
) -> tuple[tuple[MadeMessage, ...], ReminderPlan]:
    """Make the reminders that are due, write their files, note them, and return them.

    With them comes the plan, for what it proposes besides. All of it is one wish: every file is
    written and every reminder noted, or nothing is; where nothing is due nothing is written. Raises
    RevTrackError where a template or the folder cannot be used, GoneError where the register was
    changed meanwhile.
    """
    with store.reading() as session:
        plan, latest = plan_in(session, today, whom), latest_event(session.connection())
    if not plan.messages:
        return (), plan
    taken: set[str] = set()
    made = [(each, _files(each, today, folder, taken, store.templates)) for each in plan.messages]
    contents = {name: text for _, files in made for name, text in files.contents.items()}
    with ExitStack() as kept, store.wish() as session:  # the files go if the commit fails
        refuse_if_changed(session, latest)
        for message, files in made:
            _note(session, message, files, today)
        kept.enter_context(written(folder, contents))
    return tuple(_told(message, files, folder) for message, files in made), plan


def _told(message: ReminderMessage, files: ReminderFiles, folder: Path) -> MadeMessage:
    return MadeMessage(
        message,
        tuple(folder / name for name in files.contents),
        has_address=address_of(message.committee) is not None,
    )


def _files(
    message: ReminderMessage, today: date, folder: Path, taken: set[str], templates: Path | None
) -> ReminderFiles:
    """Return the files of a message, under names that are free in the folder and in this wish."""
    is_letter = message.form is ReminderForm.LETTER
    names, edition = free_names(
        folder,
        taken,
        Naming(today, message.municipality, message.committee, message.case.committees),
        suffixes=(LETTER, MAIL) if is_letter else (MAIL,),
    )
    mail = read_template(fields.REMINDER_MAIL, templates)
    if not is_letter:
        return ReminderFiles({names[0]: reminder_mail(message, mail, today=today)}, edition)
    letter = Enclosed(
        names[0], reminder_letter(message, read_template(fields.REMINDER, templates), today=today)
    )
    draft = reminder_mail(message, mail, today=today, letter=letter, letter_title=heading(message))
    return ReminderFiles({names[0]: letter.content, names[1]: draft}, edition)


def _note(session: Session, message: ReminderMessage, files: ReminderFiles, today: date) -> None:
    """Note a reminder of each reply and each recommendation, and its files with each audit."""
    for line in message.awaited:
        if line.due:
            add(
                session,
                r.Reminder,
                r.NewReminder(
                    reply_case_id=line.reply_case.id,
                    reminded_on=today,
                    step=line.due.step.days,
                    kind=ReminderKind.REPLY,
                    form=message.form,
                    due_on=line.due_on,
                    text=_text(files, line.due),
                ),
            )
    for promise in message.promised:
        add(
            session,
            r.Reminder,
            r.NewReminder(
                reply_case_id=promise.reply_case.id,
                reminded_on=today,
                step=promise.due.step.days,
                kind=ReminderKind.ACTION,
                form=message.form,
                addressee_id=promise.addressee.id,
                due_on=promise.due_on,
                text=_text(files, promise.due),
            ),
        )
    for case in message.audits:
        note_files(session, case, message.committee, files, today)


def _text(files: ReminderFiles, due: DueStep) -> str:
    """Return what is kept with a reminder: its files, and the steps that it also stands for."""
    names = ", ".join(files.contents)
    if not due.passed_over:
        return names
    missed = join_names(f"{step.days:+d}" for step in due.passed_over)
    return f"{names}. Gäller även steg {missed}, som inte gjordes i tid."
