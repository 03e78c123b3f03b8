"""Splits, merges and links recommendations, so that what is asked is followed once."""

from datetime import date

import click

from revtrack.cli.follow_up.chosen import number_argument
from revtrack.cli.follow_up.queue import municipality_option
from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, audit_argument, day_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import addressee_lines
from revtrack.domain.outcome.judged import standing_of
from revtrack.domain.outcome.lineage import Place
from revtrack.services import find
from revtrack.services.follow_up import lineage
from revtrack.services.follow_up.reading import chosen_municipality
from revtrack.wording import _
from revtrack.wording.standings import whole_standing_told

INDENT = 4


def split() -> Command:
    """Return the command that splits a recommendation."""
    return Command(
        "follow-up split",
        _split,
        [
            audit_argument(),
            number_argument(),
            click.Argument(
                ["parts"], nargs=-1, metavar=_("PART PART…"), help=_("The wording of each part.")
            ),
        ],
        _(
            "R3 is then followed as R3a and R3b, each with its own verdict and end, and counted as "
            "one. The letter keeps its wording; before the letter the parts go into it instead."
        ),
        ['revtrack follow-up split ALV-2023-2 R4 "Besluta om en plan" "Följ upp den"'],
    )


def _split(start: Start, *, audit: str, number: str, parts: tuple[str, ...]) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        whole = lineage.find_recommendation(case, number)
        made_parts = lineage.split(store, whole.id, parts, start.today)
    for part in made_parts:
        say(case.number_of(part))


def merge() -> Command:
    """Return the command that merges a recommendation into another."""
    return Command(
        "follow-up merge",
        _merge,
        [
            audit_argument(),
            number_argument(),
            click.Option(
                ["--into"],
                required=True,
                metavar=_("NUMBER"),
                help=_("The recommendation in which it is followed from now on."),
            ),
            click.Option(
                ["--into-audit"],
                metavar=_("AUDIT"),
                help=_("The audit of that one; else the same audit."),
            ),
            click.Option(
                ["--committee", "committees"],
                multiple=True,
                metavar=_("COMMITTEE"),
                help=_("Only for this committee; may be given several times."),
            ),
            click.Option(["--reason"], metavar="TEXT", help=_("Why it is merged; always needed.")),
            day_option("--on", _("The day it was merged; else today.")),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_("Merge it though the auditors have found it carried out."),
            ),
        ],
        _("It is closed as merged, and counted neither as carried out nor as remaining."),
        [
            'revtrack follow-up merge ALV-2023-2 R1 --into R2 --reason "Samma åtgärd"',
            "revtrack follow-up merge ALV-2022-2 R3 --into R3 --into-audit ALV-2024-3 …",
        ],
    )


def _merge(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    audit: str,
    number: str,
    into: str,
    into_audit: str | None,
    committees: tuple[str, ...],
    reason: str | None,
    on: date | None,
    force: bool,
) -> None:
    if not (reason or "").strip():
        raise UsageError("Say why it is merged (--reason); the reason is kept and printed.")
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        other = find.read_case(store, find.find_audit(store, into_audit or audit).id)
        entry = made(
            lineage.MergeEntry,
            recommendation_id=lineage.find_recommendation(case, number).id,
            into_id=lineage.find_recommendation(other, into).id,
            committee_ids=tuple(find.find_committee(case, each).id for each in committees),
            reason=reason,
            closed_on=on or start.today,
            is_forced=force,
        )
        merged = lineage.merge(store, entry, start.today)
    names = ", ".join(case.committee_by_id[each.committee_id].name for each in merged)
    said = _("{number} is followed in {other} {into} from now on, for {committees}.")
    note(said.format(number=number, other=other.audit.reference, into=into, committees=names))


def repeat() -> Command:
    """Return the command that marks a recommendation as a repeat of an earlier one."""
    return Command(
        "follow-up repeat",
        _repeat,
        [
            audit_argument(),
            number_argument(),
            click.Argument(
                ["earlier_audit"],
                metavar=_("EARLIER_AUDIT"),
                help=_("The audit that it was first given in, or given in before."),
            ),
            number_argument("earlier_number"),
        ],
        _("Both are counted, each in its audit; reports tell that it is a repeat."),
        ["revtrack follow-up repeat ALV-2025-2 R1 ALV-2022-1 R4"],
    )


def _repeat(
    start: Start, *, audit: str, number: str, earlier_audit: str, earlier_number: str
) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        before = find.read_case(store, find.find_audit(store, earlier_audit).id)
        own = lineage.find_recommendation(case, number)
        earlier = lineage.find_recommendation(before, earlier_number)
        lineage.mark_repeat(store, own.id, earlier.id)
    said = _("{number} repeats {reference} {earlier}, of {year}.")
    note(
        said.format(
            number=case.number_of(own),
            reference=before.audit.reference,
            earlier=before.number_of(earlier),
            year=before.audit.audit_year,
        )
    )


def repeats() -> Command:
    """Return the command that lists repeated recommendations."""
    return Command(
        "repeats",
        _repeats,
        [municipality_option(), json_option()],
        _("Each with what it repeats, back in time."),
        ["revtrack repeats", "revtrack repeats --json"],
    )


def _repeats(start: Start, *, municipality: str | None, as_json: bool) -> None:
    with opened(start) as store:
        town = chosen_municipality(store, municipality)
        found = lineage.list_repeats(store, town.id if town else None)
    if as_json:
        say_json([[_as_json(place) for place in chain] for chain in found])
        return
    for chain in found:
        for depth, place in enumerate(chain):
            say_wrapped(_told(place, is_first=not depth), indent=INDENT * bool(depth), hanging=2)
    if not found:
        note(_("No recommendation repeats an earlier one."))


def _told(place: Place, *, is_first: bool) -> str:
    recommendation, audit = place.recommendation, place.case.audit
    standing = whole_standing_told(addressee_lines(place.case), recommendation.id)
    text = recommendation.letter_text or recommendation.report_text or ""
    what = f"{audit.reference} {place.number}" + (f": {text}" if is_first else "")
    said = "{what} ({standing})" if is_first else _("repeats {what}, of {year} ({standing})")
    return said.format(what=what, standing=standing.lower(), year=audit.audit_year)


def _as_json(place: Place) -> dict[str, object]:
    recommendation, case = place.recommendation, place.case
    return {
        "municipality": case.municipality.name,
        "audit": case.audit.reference,
        "audit_year": case.audit.audit_year,
        "recommendation": place.number,
        "text": recommendation.letter_text or recommendation.report_text,
        "committees": [each.name for each in case.committees_of(recommendation.id)],
        "standing": standing_of(addressee_lines(case), recommendation.id).value,
    }
