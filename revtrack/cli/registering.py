"""What a report finds and recommends, registered from a file or by its numbers."""

from collections.abc import Sequence

import click

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json, say_table
from revtrack.cli.frame.parts import Command, audit_argument, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.response_entered import read_text
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade
from revtrack.domain.entries import NamedRecommendationEntry
from revtrack.domain.errors import UsageError
from revtrack.domain.names.addressed_lists import Drafted
from revtrack.domain.records import Recommendation
from revtrack.domain.texts.number_lists import numbers_in
from revtrack.services import find
from revtrack.services.registering.assessing import Found, assess_named
from revtrack.services.registering.new_audit import (
    add_recommendations,
    pasted_recommendations,
    recipients_named,
)
from revtrack.wording import _, ngettext

NO_STEP = "none"
"""What takes an assessment away, in place of a step."""


def recommend() -> Command:
    """Return the command that registers recommendations."""
    return Command(
        "recommend",
        _recommend,
        [
            audit_argument(),
            click.Argument(
                ["file"],
                metavar=_("FILE"),
                help=_("The report's list as text; - for standard input."),
            ),
            click.Option(
                ["--to"],
                metavar=_("COMMITTEES"),
                help=_("Recipients of the rows that name none: KS, GSN–SOCN or “alla utom KS”."),
            ),
            _section_option(),
            click.Option(
                ["--questions"],
                metavar=_("NUMBERS"),
                help=_("The audit questions that they spring from: 1,3–4."),
            ),
            click.Option(
                ["--dry-run"], is_flag=True, help=_("Show what would be read in; store nothing.")
            ),
            json_option(),
        ],
        _(
            "Each bullet, number or line is a recommendation. A line before them such as "
            "“Vi rekommenderar kommunstyrelsen att:” says whom they are for; a row may end with "
            "its own recipients in parentheses. All are stored, or none."
        ),
        [
            "revtrack recommend ESK-2022-1 rekommendationer.txt",
            'revtrack recommend ESK-2022-1 - --to "alla utom KS" --dry-run',
        ],
    )


def _section_option() -> click.Option:
    return click.Option(
        ["--section"], metavar=_("NUMBER"), help=_("Section of the report, such as 3.2.4.")
    )


def _recommend(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    audit: str,
    file: str,
    to: str | None,
    section: str | None,
    questions: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    text = read_text(file) or ""
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        entries = [
            made(
                NamedRecommendationEntry,
                text=each.text,
                recipients=each.recipients or to or "",
                section=section,
                questions=numbers_in(questions or ""),
            )
            for each in _drafted(case, text, to)
        ]
        if dry_run:
            _say(as_json, [("", _to(case, each.recipients), each.text) for each in entries])
            return
        added = add_recommendations(store, case.audit.id, entries)
        case = find.read_case(store, case.audit.id)
    _say(as_json, [_row(case, each) for each in added])
    said = ngettext("{n} recommendation added.", "{n} recommendations added.", len(added))
    note(said.format(n=len(added)))


def _drafted(case: AuditCase, text: str, to: str | None) -> Sequence[Drafted]:
    """Return the rows of the text; refuse where there are none, or some are for nobody."""
    drafted = pasted_recommendations(case, text)
    if not drafted:
        raise UsageError("The text holds no recommendation.")
    lacking = [str(number) for number, each in enumerate(drafted, start=1) if not each.recipients]
    if lacking and not to:
        raise UsageError(
            "Rows {numbers} name no recipients. Name them with --to, or in parentheses last in "
            "each row.",
            numbers=", ".join(lacking),
        )
    return drafted


def _to(case: AuditCase, recipients: str) -> str:
    named = recipients_named(case, recipients).named
    return ", ".join(
        each if isinstance(each, str) else each.abbreviation or each.name for each in named
    )


def _row(case: AuditCase, added: Recommendation) -> tuple[str, str, str]:
    names = (each.abbreviation or each.name for each in case.committees_of(added.id))
    return case.number_of(added), ", ".join(names), added.report_text or ""


def _say(as_json: bool, rows: Sequence[tuple[str, str, str]]) -> None:
    if as_json:
        say_json([{"number": number or None, "to": to, "text": text} for number, to, text in rows])
    else:
        say_table([_("No."), _("Recipients"), _("Recommendation")], rows, wide=2)


def assess() -> Command:
    """Return the command that registers an assessment."""
    return Command(
        "assess",
        _assess,
        [
            audit_argument(),
            click.Argument(
                ["questions"],
                metavar=_("NUMBERS"),
                help=_("Numbers of the audit questions: 2, or 1,3–4."),
            ),
            click.Argument(
                ["grade"],
                type=click.Choice([*(each.value for each in Grade), NO_STEP]),
                metavar=_("GRADE"),
                help=_("The step ({steps}); none takes the assessment away.").format(
                    steps=", ".join(Grade)
                ),
            ),
            click.Option(
                ["--of"],
                metavar=_("COMMITTEES"),
                help=_("Whom it is found of: KS, GSN–SOCN; else all reviewed committees."),
            ),
            click.Option(
                ["--phrase"],
                metavar=_("TEXT"),
                help=_("The report's exact words; else the step's own word."),
            ),
            _section_option(),
        ],
        _("What was found of these committees in these questions before is replaced."),
        [
            "revtrack assess ESK-2022-1 3 partly",
            'revtrack assess ESK-2022-1 1,3–4 mostly --of KS --phrase "i allt väsentligt"',
        ],
    )


def _assess(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    audit: str,
    questions: str,
    grade: str,
    of: str | None,
    phrase: str | None,
    section: str | None,
) -> None:
    with opened(start) as store:
        audit_id = find.find_audit(store, audit).id
        found = Found(None if grade == NO_STEP else Grade(grade), phrase, section)
        count = assess_named(store, audit_id, numbers_in(questions), of, found)
    said = ngettext("{n} assessment is saved.", "{n} assessments are saved.", count)
    note(said.format(n=count))
