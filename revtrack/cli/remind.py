"""Reminders: who is to be written to, the drafts for it, and who was reminded when."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json, say_wrapped
from revtrack.cli.frame.parts import (
    Command,
    audit_argument,
    day_option,
    json_option,
    out_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json, iso
from revtrack.cli.remind_log import nobody_told, tell_log, tell_sent
from revtrack.domain.codes import ReminderForm
from revtrack.domain.errors import UsageError
from revtrack.domain.records import Committee
from revtrack.domain.replies.reminder_message import (
    AwaitedLine,
    PresidiumProposal,
    PromiseLine,
    ReminderMessage,
)
from revtrack.domain.replies.reminders import UNANSWERED_BEFORE_PRESIDIUM
from revtrack.services import find
from revtrack.services.registering.municipalities import find_municipality
from revtrack.services.reminding.remind import MadeMessage, remind
from revtrack.services.reminding.remind_log import list_reminders
from revtrack.services.reminding.remind_plan import ReminderPlan, Whom, plan_reminders
from revtrack.services.reminding.remind_presidium import take_to_presidium
from revtrack.services.reminding.remind_sent import note_sent
from revtrack.services.replies import respond
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.reminded import days_told, step_told
from revtrack.wording.words import capitalise_first


def reminders() -> Command:
    """Return the command that reminds."""
    return Command(
        "remind",
        _remind,
        [
            audit_argument(required=False),
            click.Option(["--committee"], metavar=_("COMMITTEE"), help=_("Only this committee.")),
            click.Option(
                ["--municipality"], metavar=_("MUNICIPALITY"), help=_("Only this municipality.")
            ),
            *_wishes(),
            day_option("--on", _("With --sent: the day they were sent; else today.")),
            out_option(),
            json_option(),
        ],
        _(
            "Each committee gets one message: a mail draft (.eml), and at the step of a letter the "
            "letter with it. Nothing is sent; open the drafts in your mail program. What a run has "
            "made is noted, so the next one makes nothing twice and catches up what was missed."
        ),
        [
            "revtrack remind --dry-run",
            "revtrack remind --out paminnelser",
            "revtrack remind --sent --on 2023-03-27",
            "revtrack remind --log ESK-2022-1",
            "revtrack remind --presidium ESK-2022-1 KFN",
        ],
    )


def _wishes() -> tuple[click.Option, ...]:
    """Return the options that wish for something else than reminders to be made."""
    return (
        click.Option(["--dry-run"], is_flag=True, help=_("Show what is due; write nothing.")),
        click.Option(
            ["--presidium"],
            nargs=2,
            metavar=f"{_('AUDIT')} {_('COMMITTEE')}",
            help=_("Take a missing reply up with the council's presidium, by a letter."),
        ),
        click.Option(
            ["--sent", "is_sent"],
            is_flag=True,
            help=_(
                "Note that the drafts made have been sent; until then nobody is counted as "
                "reminded."
            ),
        ),
        click.Option(["--log", "is_log"], is_flag=True, help=_("Show who was reminded, and when.")),
    )


def _remind(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    audit: str | None,
    committee: str | None,
    municipality: str | None,
    dry_run: bool,
    presidium: tuple[str, str] | None,
    is_sent: bool,
    is_log: bool,
    on: date | None,
    out: Path | None,
    as_json: bool,
) -> None:
    if sum((is_log, is_sent, presidium is not None, dry_run)) > 1:
        raise UsageError("Choose one of --dry-run, --log, --presidium and --sent.")
    if on and not is_sent:
        raise UsageError("--on says which day the drafts were sent; give it with --sent.")
    folder = out or start.documents or Path()
    with opened(start) as store:
        if presidium is not None:
            _take_up(store, presidium, start.today, folder, as_json=as_json)
            return
        whom = _whom(store, audit, committee, municipality)
        if is_sent:
            tell_sent(note_sent(store, on or start.today, start.today, whom), as_json=as_json)
            return
        if is_log:
            tell_log(list_reminders(store, whom), as_json=as_json)
            return
        if dry_run:
            made: tuple[MadeMessage, ...] = ()
            plan = plan_reminders(store, start.today, whom)
        else:
            made, plan = remind(store, start.today, folder, whom)
    if as_json:
        say_json(_plan_as_json(plan, made, start.today, is_trial=dry_run))
    else:
        _tell(plan, made, start.today, is_trial=dry_run)


def _whom(store: Store, audit: str | None, committee: str | None, municipality: str | None) -> Whom:
    return Whom(
        municipality_id=find_municipality(store, municipality).id if municipality else None,
        audit_id=find.find_audit(store, audit).id if audit else None,
        committee=committee,
    )


def _tell(plan: ReminderPlan, made: Sequence[MadeMessage], today: date, *, is_trial: bool) -> None:
    for place, message in enumerate(plan.messages):
        _tell_message(message, today)
        if not is_trial:
            for path in made[place].paths:
                say_wrapped(f"→ {path}", indent=2, hanging=2)
            if not made[place].has_address:
                said = _("{committee} has no e-mail address in the register; fill it in.")
                note(said.format(committee=_name(message.committee)))
    for proposal in plan.proposals:
        _tell_proposal(proposal, today)
    if not plan.messages:
        note(nobody_told(plan.held_back))
    elif is_trial:
        note(_("Nothing was written: this was a trial."))
    else:
        count = len(plan.messages)
        said = ngettext(
            "{n} message was made. Nothing has been sent. When you have sent it, note it with: "
            "revtrack remind --sent",
            "{n} messages were made. Nothing has been sent. When you have sent them, note it with: "
            "revtrack remind --sent",
            count,
        )
        note(said.format(n=count))


def _tell_message(message: ReminderMessage, today: date) -> None:
    told = f"{_name(message.committee)}, {message.municipality.name}: {label(message.form)}"
    say_wrapped(told, hanging=2)
    for line in message.awaited:
        say_wrapped(_awaited(line, today), indent=2, hanging=2)
    for promise in message.promised:
        say_wrapped(_promised(promise), indent=2, hanging=2)


def _name(committee: Committee) -> str:
    short = f" ({committee.abbreviation})" if committee.abbreviation else ""
    return f"{capitalise_first(committee.name)}{short}"


def _awaited(line: AwaitedLine, today: date) -> str:
    parts = [
        _("reply by {day}").format(day=line.due_on),
        _late(line, today),
        label(line.state).lower(),
        step_told(line.due.step.days) if line.due else "",
    ]
    told = ", ".join(filter(None, parts))
    if line.due and line.due.passed_over:
        missed = ", ".join(days_told(step.days) for step in line.due.passed_over)
        also = _("stands for what was missed {steps} too").format(steps=missed)
        told = f"{told}; {also}"
    return f"{line.case.audit.reference}  {told}"


def _late(line: AwaitedLine, today: date) -> str:
    days = line.days_late(today)
    return ngettext("{n} day late", "{n} days late", days).format(n=days) if days else ""


def _promised(line: PromiseLine) -> str:
    told = _("{number}: action by {day}").format(number=line.number, day=line.due_on)
    return f"{line.case.audit.reference}  {told}, {step_told(line.due.step.days)}"


def _tell_proposal(proposal: PresidiumProposal, today: date) -> None:
    line = proposal.line
    said = ngettext(
        "{committee} has not replied in {reference} after {n} reminder, the last on {day}, and is "
        "{days} days late. Proposed: take it up with the council's presidium.",
        "{committee} has not replied in {reference} after {n} reminders, the last on {day}, and is "
        "{days} days late. Proposed: take it up with the council's presidium.",
        len(line.unanswered),
    )
    say_wrapped(
        said.format(
            committee=capitalise_first(proposal.committee.name),
            reference=line.case.audit.reference,
            n=len(line.unanswered),
            day=proposal.last_on,
            days=line.days_late(today),
        ),
        hanging=2,
    )
    say(f"  {_presidium_command(proposal)}")


def _presidium_command(proposal: PresidiumProposal) -> str:
    named = proposal.line.committee
    name = named.abbreviation or f'"{named.name}"'
    return f"revtrack remind --presidium {proposal.line.case.audit.reference} {name}"


def _plan_as_json(
    plan: ReminderPlan, made: Sequence[MadeMessage], today: date, *, is_trial: bool
) -> Json:
    files = [[str(path) for path in each.paths] for each in made] or [[] for _each in plan.messages]
    return {
        "dry_run": is_trial,
        "messages": [
            {
                "municipality": message.municipality.name,
                "committee": message.committee.name,
                "abbreviation": message.committee.abbreviation,
                "form": message.form.value,
                "replies": [_awaited_as_json(line, today) for line in message.awaited],
                "actions": [_promised_as_json(line) for line in message.promised],
                "files": paths,
            }
            for message, paths in zip(plan.messages, files, strict=True)
        ],
        "proposals": [
            {
                "proposal": ReminderForm.PRESIDIUM.value,
                "municipality": each.line.case.municipality.name,
                "committee": each.committee.name,
                **_reply_as_json(each.line, today),
                "reminded_on": [iso(reminder.reminded_on) for reminder in each.line.unanswered],
            }
            for each in plan.proposals
        ],
        "held_back": [
            {
                "committee": each.line.committee.name,
                **_reply_as_json(each.line, today),
                "why": each.why.value,
                "expected_meeting_on": iso(each.expected_meeting_on),
            }
            for each in plan.held_back
        ],
    }


def _reply_as_json(line: AwaitedLine, today: date) -> Json:
    return {
        "audit": line.case.audit.reference,
        "due_on": iso(line.reply_case.due_on),
        "counts_on": iso(line.due_on),
        "days_late": line.days_late(today),
        "state": line.state.value,
    }


def _awaited_as_json(line: AwaitedLine, today: date) -> Json:
    passed_over = line.due.passed_over if line.due else ()
    return {
        **_reply_as_json(line, today),
        "step": line.due.step.days if line.due else None,
        "passed_over": [step.days for step in passed_over],
    }


def _promised_as_json(line: PromiseLine) -> Json:
    return {
        "audit": line.case.audit.reference,
        "recommendation": line.number,
        "due": line.stated,
        "due_on": iso(line.due_on),
        "step": line.due.step.days,
    }


def _take_up(
    store: Store, words: tuple[str, str], today: date, folder: Path, *, as_json: bool
) -> None:
    audit, committee = words
    case = find.read_case(store, find.find_audit(store, audit).id)
    body = find.find_committee(case, committee)
    made = take_to_presidium(store, respond.reply_case_for(case, body), today, folder)
    paths = [str(path) for path in made.paths]
    if as_json:
        say_json({"to": made.name, "files": paths, "reminders": made.reminders})
        return
    for path in paths:
        say(path)
    if not made.reminders:
        note(_("The letter was made although no reminder has been sent since the day passed."))
    elif made.reminders < UNANSWERED_BEFORE_PRESIDIUM:
        said = ngettext(
            "The letter was made although only {n} reminder has been sent since the day passed.",
            "The letter was made although only {n} reminders have been sent since the day passed.",
            made.reminders,
        )
        note(said.format(n=made.reminders))
    if not made.has_address:
        said = _("{committee} has no e-mail address in the register; fill it in.")
        note(said.format(committee=capitalise_first(made.name)))
    note(_("Nothing has been sent."))
