"""What a committee tells of its progress after its reply."""

from collections.abc import Sequence
from datetime import date

import click

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import (
    PAIR,
    Command,
    audit_argument,
    committee_argument,
    day_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.answers import Answers
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress
from revtrack.domain.errors import UsageError
from revtrack.domain.records import Addressee, Committee, NewProgressReport
from revtrack.domain.texts.prose import name_key
from revtrack.services import find
from revtrack.services.replies.progress import record_progress
from revtrack.wording import _, ngettext

FORM = "R1=under_way"


def progress() -> Command:
    """Return the command that registers progress reports."""
    return Command(
        "progress",
        _progress,
        [
            audit_argument(),
            committee_argument(),
            click.Argument(
                ["reports"],
                type=PAIR,
                nargs=-1,
                required=True,
                metavar=f"{FORM}…",
                help=_("What it says it has done ({codes}).").format(codes=", ".join(Progress)),
            ),
            day_option("--on", _("The day of the report; else today.")),
            click.Option(["--text"], metavar="TEXT", help=_("What it tells, in its own words.")),
            click.Option(
                ["--action"],
                metavar="TEXT",
                help=_("The action that it is about: a part of its text that fits no other."),
            ),
        ],
        _("Each report is kept beside the earlier ones. It counts when it has been accepted."),
        [
            "revtrack progress ESK-2022-1 KS R1=done",
            'revtrack progress ESK-2022-1 KS R1=under_way R2=planned --text "Klart i höst."',
            'revtrack progress ESK-2022-1 KS R1=done --action "kartläggning"',
        ],
    )


def _progress(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    audit: str,
    committee: str,
    reports: Sequence[tuple[str, str]],
    on: date | None,
    text: str | None,
    action: str | None,
) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        answers = Answers(case, [body])
        entered = [
            made(
                NewProgressReport,
                addressee_id=addressee.id,
                action_id=_action_id(case, addressee, action) if action else None,
                reported_on=on or start.today,
                progress=step,
                text=text,
            )
            for numbers, step in reports
            for addressee in answers.addressees(numbers)
        ]
        stored = record_progress(store, case.audit.id, entered, start.today)
    tell_registered(case, body, [each.addressee_id for each in stored])


def tell_registered(case: AuditCase, body: Committee, addressee_ids: Sequence[int]) -> None:
    """Tell how many reports of a committee are registered, and how they come to count."""
    worded = ngettext(
        "{n} progress report is registered. It counts when it has been accepted: "
        "revtrack accept {reference} {committee} --progress {number}",
        "{n} progress reports are registered. They count when they have been accepted: "
        "revtrack accept {reference} {committee} --progress {number}",
        len(addressee_ids),
    )
    note(
        worded.format(
            n=len(addressee_ids),
            reference=case.audit.reference,
            committee=body.abbreviation or f'"{body.name}"',
            number=",".join(_numbers(case, addressee_ids)),
        )
    )


def _numbers(case: AuditCase, addressee_ids: Sequence[int]) -> list[str]:
    ids = {case.addressee_by_id[each].recommendation_id for each in addressee_ids}
    return [case.number_of(each) for each in case.recommendations if each.id in ids]


def _action_id(case: AuditCase, addressee: Addressee, text: str) -> int:
    """Return the action whose text holds this; raise UsageError where none or several do."""
    actions = case.actions_of(addressee.id)
    found = [each for each in actions if name_key(text) in name_key(each.text)]
    if len(found) != 1:
        raise UsageError(
            "{text} does not fit one action of {number}. Its actions: {actions}.",
            text=text,
            number=case.number_of(case.recommendation_by_id[addressee.recommendation_id]),
            actions="; ".join(each.text for each in actions) or None,
        )
    return found[0].id
