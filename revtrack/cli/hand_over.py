"""The cover letter is issued: wording frozen, replies asked for."""

from collections.abc import Sequence
from datetime import date

import click

from revtrack.cli.frame.entered import day_in, made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import PAIR, Command, audit_argument, day_option
from revtrack.cli.frame.start import Start
from revtrack.domain.case import AuditCase
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.entries import HandOverEntry
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.services import find
from revtrack.services.registering.due_days import doubts_of_hand_over
from revtrack.services.registering.hand_over import hand_over as issue
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.words import capitalise_first


def hand_over() -> Command:
    """Return the command that hands an audit over."""
    return Command(
        "hand-over",
        _hand_over,
        [
            audit_argument(),
            day_option("--on", _("The letter's own day."), required=True),
            day_option("--due", _("The day that replies are asked for by.")),
            click.Option(
                ["--due-for"],
                type=PAIR,
                multiple=True,
                metavar=_("COMMITTEE=DAY"),
                help=_("Another day for one committee; may be given several times."),
            ),
            click.Option(["--no-reply"], is_flag=True, help=_("No reply is asked for.")),
        ],
        _(
            "The wording is frozen, the letter's recommendations are numbered R1, R2 … and a reply "
            "is awaited from each recipient. What the letter leaves out or changes of the report "
            "is confirmed with --why, written before the command."
        ),
        [
            "revtrack hand-over ESK-2022-1 --on 2022-12-01 --due 2023-03-20",
            "revtrack hand-over ESK-2022-1 --on 2022-12-01 --no-reply",
            "revtrack hand-over E1 --on 2022-12-01 --due 2023-03-20 --due-for KS=2023-04-03",
        ],
    )


def _hand_over(
    start: Start,
    audit: str,
    on: date,
    due: date | None,
    due_for: Sequence[tuple[str, str]],
    no_reply: bool,
) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        _refuse_choice(case, on, due, due_for, no_reply=no_reply)
        days = {find.find_committee(case, name).id: day_in(day) for name, day in due_for}
        entry = made(
            HandOverEntry, audit_id=case.audit.id, on=on, due_on=due, due_for=days, why=start.why
        )
        doubts = doubts_of_hand_over(case, on, due, days, start.today)
        issue(store, entry, start.today)
        for problem in doubts:
            note(word_problem(problem))
        case = find.read_case(store, case.audit.id)
    _tell(case, start.today)


def _refuse_choice(
    case: AuditCase,
    on: date,
    due: date | None,
    due_for: Sequence[tuple[str, str]],
    *,
    no_reply: bool,
) -> None:
    if no_reply and (due or due_for):
        raise UsageError("--no-reply asks nobody for a reply, so --due cannot stand beside it.")
    if due is None and not no_reply:
        raise UsageError(
            "Say by which day replies are asked for, with --due, or --no-reply. "
            "The usual time would end on {day}.",
            day=propose_due_on(on, case.municipality.reply_months),
        )


def _tell(case: AuditCase, today: date) -> None:
    asked = [line for line in reply_lines(case, today) if line.due_on]
    reference, day = case.audit.reference, case.audit.handed_over_on
    note(
        _("{reference} is handed over, with the letter of {day}.").format(
            reference=reference, day=day
        )
    )
    for line in asked:
        note(
            _("{committee}: reply asked for by {day}.").format(
                committee=capitalise_first(line.committee.name), day=line.due_on
            )
        )
    count = sum(each.asked is True for each in case.addressees)
    note(
        ngettext(
            "{n} recommendation, counted per committee, has been put.",
            "{n} recommendations, counted per committee, have been put.",
            count,
        ).format(n=count)
    )
    said = _("Make the letter with: revtrack document cover-letter {reference}")
    note(said.format(reference=reference))
    said = _("When it is sent, note it with: revtrack issue FILE --on {day}")
    note(said.format(day=day))
