"""Påminnelser: whom to remind today and why, the drafts made, and noted as sent."""

from collections.abc import Iterator, Sequence
from functools import partial

from revtrack.domain.replies.reminder_message import AwaitedLine, ReminderMessage
from revtrack.forms.reminders import Reminded, RemindWish, SentWish
from revtrack.plain import sentences
from revtrack.plain.answers import is_wanted
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told
from revtrack.plain.papers import tell_files
from revtrack.services.reminding.remind_log import LogLine, list_reminders
from revtrack.services.reminding.remind_plan import plan_reminders
from revtrack.services.reminding.remind_presidium import take_to_presidium
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.reminded import held_told


def read_reminders(talk: Dialogue) -> None:
    """Read whom to remind, and let the drafts be made and noted as sent."""
    desk = talk.desk

    def options() -> Sequence[Option]:
        plan = plan_reminders(desk.store, desk.today, tells_held=True)
        count = len(plan.messages)
        waiting = [each for each in list_reminders(desk.store) if each.is_waiting]
        return (
            Option(
                ngettext("To remind today: {n}", "To remind today: {n}", count).format(n=count),
                lambda: _read(talk),
            ),
            Option(done_by("reminders.make"), lambda: _make(talk, count)),
            Option(done_by("reminders.sent"), lambda: _note(talk, waiting)),
            Option(done_by("reminders.presidium"), lambda: _choose_late(talk)),
            Option(_("Reminders made"), lambda: _read_log(talk)),
        )

    talk.menu(lambda: f"{_('Reminders')}.", options)


def _read(talk: Dialogue) -> None:
    talk.browse(
        f"{_('To remind today')}.",
        lambda: tuple(Option(each) for each in _told(talk)),
        _("Nobody is to be reminded today."),
    )


def _told(talk: Dialogue) -> Iterator[str]:
    today = talk.desk.today
    plan = plan_reminders(talk.desk.store, today, tells_held=True)
    for message in plan.messages:
        yield _message_told(talk, message)
    for held in plan.held_back:
        line = held.line
        told = sentences.sentence(
            line.committee.name,
            line.case.audit.reference,
            sentences.lateness_told(line.days_late(today), line.due_on, today),
            held_told(held.why, held.expected_meeting_on),
        )
        yield f"{_('Late, and not reminded today')}: {told}"


def _message_told(talk: Dialogue, message: ReminderMessage) -> str:
    today = talk.desk.today
    about = [
        f"{each.case.audit.reference} "
        + sentences.lateness_told(each.days_late(today), each.due_on, today)
        for each in message.awaited
    ]
    count = len(message.promised)
    promised = ngettext("{n} promised action", "{n} promised actions", count).format(n=count)
    return sentences.sentence(
        message.committee.name,
        message.municipality.name,
        label(message.form).lower(),
        *about,
        promised if count else "",
    )


def _choose_late(talk: Dialogue) -> None:
    """Read the late replies, those first that are proposed, and take the chosen one up."""
    today = talk.desk.today
    plan = plan_reminders(talk.desk.store, today, tells_held=True)
    proposed = {each.line.reply_case.id: each.line for each in plan.proposals}
    awaited = (each for message in plan.messages for each in message.awaited)
    late = {each.reply_case.id: each for each in awaited if each.days_late(today)}
    held = {each.line.reply_case.id: each.line for each in plan.held_back}
    options = tuple(
        Option(
            sentences.sentence(
                line.committee.name,
                line.case.audit.reference,
                sentences.lateness_told(line.days_late(today), line.due_on, today),
                _("to take up with the council's presidium") if key in proposed else "",
            ),
            partial(_take_up, talk, line),
        )
        for key, line in (proposed | held | late).items()
    )
    title = f"{done_by('reminders.presidium')}."
    talk.browse(title, lambda: options, _("No reply is late."))


def _take_up(talk: Dialogue, line: AwaitedLine) -> None:
    """Make the letter to the presidium once yes is answered."""
    if not talk.may_write():
        return
    desk = talk.desk
    if is_wanted(talk, _("Make the letter? Write yes; anything else leaves it:")):
        made = take_to_presidium(desk.store, line.reply_case, desk.today, desk.documents_folder)
        tell_files(talk, made.paths)
    else:
        talk.say(_("Nothing was changed."))


def _make(talk: Dialogue, count: int) -> None:
    if not count:
        talk.say(_("Nobody is to be reminded today."))
    elif talk.may_write():
        made = fill(talk, RemindWish(talk.desk, Reminded(None, count)))
        tell_files(talk, [path for each in made for path in each.paths])


def _note(talk: Dialogue, waiting: Sequence[LogLine]) -> None:
    if not waiting:
        talk.say(_("No reminder waits to be sent."))
    elif talk.may_write():
        noted = fill(talk, SentWish(talk.desk, Reminded(None, len(waiting))))
        text = ngettext("{n} draft is noted as sent.", "{n} drafts are noted as sent.", len(noted))
        talk.say(text.format(n=len(noted)))


def _read_log(talk: Dialogue) -> None:
    lines = tuple(
        Option(
            sentences.sentence(
                each.committee.name,
                each.audit,
                label(each.reminder.kind).lower(),
                _("sent {day}").format(day=day_told(each.sent_on))
                if each.sent_on
                else _("not sent"),
            )
        )
        for each in reversed(list_reminders(talk.desk.store))
    )
    talk.browse(f"{_('Reminders made')}.", lambda: lines, _("Nobody has been reminded."))
