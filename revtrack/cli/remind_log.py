"""Who was reminded when and how, what waits to be sent, and why nobody is, as it is told."""

from collections.abc import Iterable, Sequence

from revtrack.cli.frame.output import note, say, say_json, say_table
from revtrack.cli.list_contracts import Json, iso
from revtrack.domain.codes import ReminderKind
from revtrack.domain.replies.reminders import Held
from revtrack.services.reminding.remind_log import LogLine
from revtrack.services.reminding.remind_plan import HeldBack
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.reminded import step_told


def tell_sent(lines: Sequence[LogLine], *, as_json: bool) -> None:
    """Tell which reminders are now noted as sent."""
    if as_json:
        say_json([_as_json(line) for line in lines])
        return
    for line in lines:
        say(f"{line.audit}  {line.committee.abbreviation or line.committee.name}  {_about(line)}")
    said = ngettext(
        "{n} reminder is noted as sent.", "{n} reminders are noted as sent.", len(lines)
    )
    note(said.format(n=len(lines)) if lines else _("No reminder waits to be sent."))


def tell_log(lines: Sequence[LogLine], *, as_json: bool) -> None:
    """Tell which reminders were made, and which of them have been sent."""
    if as_json:
        say_json([_as_json(line) for line in lines])
    elif lines:
        headings = [
            _("Made"),
            _("Issued"),
            _("Audit"),
            _("Committee"),
            _("About"),
            _("Written as"),
            _("Document"),
        ]
        say_table(headings, list(_rows(lines)), wide=6)
    else:
        note(_("Nobody has been reminded."))


def _rows(lines: Iterable[LogLine]) -> Iterable[Sequence[str]]:
    for line in lines:
        reminder = line.reminder
        yield (
            reminder.reminded_on.isoformat(),
            line.sent_on.isoformat() if line.sent_on else _("not sent"),
            line.audit,
            line.committee.abbreviation or line.committee.name,
            _about(line),
            label(reminder.form),
            reminder.text or "",
        )


def _about(line: LogLine) -> str:
    day = line.due_on or _("day not stated")
    told = (
        _("reply by {day}").format(day=day)
        if line.reminder.kind is ReminderKind.REPLY
        else _("{number}: action by {day}").format(number=line.recommendation or "–", day=day)
    )
    return f"{told}, {step_told(line.reminder.step)}"


def nobody_told(held_back: Sequence[HeldBack]) -> str:
    """Return that nobody is to be reminded today, and why of replies that are late."""
    by_reason: dict[Held, list[HeldBack]] = {}
    for each in held_back:
        by_reason.setdefault(each.why, []).append(each)
    reasons = "; ".join(_held(why, by_reason[why]) for why in Held if why in by_reason)
    if not reasons:
        return _("Nobody is to be reminded today.")
    return _("Nobody is to be reminded today: {reasons}.").format(reasons=reasons)


def _held(why: Held, those: Sequence[HeldBack]) -> str:
    n = len(those)
    if why is Held.MEETING:
        days = sorted({each.expected_meeting_on for each in those if each.expected_meeting_on})
        said = ngettext(
            "{n} reply is late, but is expected to be taken at a meeting on {days}",
            "{n} replies are late, but are expected to be taken at meetings on {days}",
            n,
        )
        return said.format(n=n, days=", ".join(map(str, days)))
    if why is Held.LATER:
        said = ngettext(
            "{n} reply is late, but its next step has not come",
            "{n} replies are late, but their next step has not come",
            n,
        )
        return said.format(n=n)
    said = ngettext(
        "{n} reply is late, and no step is left for it",
        "{n} replies are late, and no step is left for them",
        n,
    )
    return said.format(n=n)


def _as_json(line: LogLine) -> Json:
    reminder = line.reminder
    return {
        "reminded_on": iso(reminder.reminded_on),
        "sent_on": iso(line.sent_on),
        "municipality": line.municipality,
        "audit": line.audit,
        "committee": line.committee.name,
        "kind": reminder.kind.value,
        "recommendation": line.recommendation,
        "due_on": iso(line.due_on),
        "step": reminder.step,
        "form": reminder.form.value,
        "text": reminder.text,
    }
