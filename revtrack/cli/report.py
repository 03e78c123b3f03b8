"""What became of the recommendations: counts, shares and ages, per committee, year and audit."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from revtrack.cli.follow_up.queue import municipality_option
from revtrack.cli.frame.opened import opened_as_of
from revtrack.cli.frame.output import note, say, say_json, say_table, say_wrapped
from revtrack.cli.frame.parts import Command, as_of_option, json_option, year_option
from revtrack.cli.frame.start import Start
from revtrack.cli.report_contract import report_json
from revtrack.domain.outcome.figures import Figures
from revtrack.domain.outcome.over_time import WITHIN, Cohort
from revtrack.domain.outcome.rates import Tally
from revtrack.services.follow_up.reading import chosen_municipality
from revtrack.services.follow_up.reporting import Report, make_report
from revtrack.wording import _
from revtrack.wording.figures import (
    age_told,
    cohort_told,
    committees_told,
    count_or_nothing,
    definitions,
    lengths_told,
    reply_time_told,
    years_told,
)
from revtrack.wording.labels import absent_label, label


def report() -> Command:
    """Return the command that reports counts and shares."""
    return Command(
        "report",
        _report,
        [
            municipality_option(),
            year_option(_("Only this audit year.")),
            click.Option(
                ["--xlsx"],
                type=click.Path(path_type=Path),
                metavar=_("FILE"),
                help=_("Write a workbook of the same figures, with the rows they are made of."),
            ),
            as_of_option(),
            json_option(),
        ],
        _("What the figures mean is printed with them."),
        [
            "revtrack report",
            "revtrack report --municipality Älvsunda --year 2022 --json",
            "revtrack report --xlsx uppfoljning.xlsx",
            "revtrack report --as-of 2025-12-31",
        ],
    )


def _report(
    start: Start,
    *,
    municipality: str | None,
    year: int | None,
    xlsx: Path | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    with opened_as_of(start, as_of) as (store, today):
        made = make_report(store, chosen_municipality(store, municipality), year, today)
        if xlsx is not None:
            # Excel takes a tenth of a second to load; only who wants a workbook waits for it.
            from revtrack.services.follow_up.report_file import write_report  # noqa: PLC0415

            write_report(made, xlsx)
    if as_json:
        say_json(report_json(made))
    else:
        _tell(made)
    if xlsx is not None:
        note(_("{path} is written.").format(path=xlsx))


def _tell(made: Report) -> None:
    if not made.total.asked:
        note(_("No letter has asked anything yet."))
        return
    told = committees_told(made.committees)
    groups: list[tuple[str, list[tuple[str, Tally]]]] = [
        (_("Per committee"), [(told[name], each) for name, each in made.committees.items()]),
        (_("Per audit year"), [(str(year), tally) for year, tally in made.years.items()]),
        (_("Per audit"), list(made.audits.items())),
        (_("Together"), [(_("All"), made.total)]),
    ]
    for title, rows in groups:
        _say_part(title, _headings(), [_row(name, tally) for name, tally in rows])
    _tell_figures(made.figures)
    for title, meaning in definitions().values():
        say_wrapped(f"{title}: {meaning}", hanging=2)


def _say_part(title: str, headings: list[str], rows: list[list[str]]) -> None:
    say(title)
    say("-" * len(title))
    say_table(headings, rows, wide=0)
    say()


def _tell_figures(figures: Figures) -> None:
    standings = [
        [label(each), str(len(found))] for each, found in figures.standings.items() if found
    ]
    _say_part(_("Standing"), ["", _("Count")], standings)
    _say_part(
        _("Open, by age"),
        ["", _("Count")],
        [[age_told(each), str(len(each.units))] for each in figures.ages],
    )
    replies = [[reply_time_told(each), str(len(of))] for each, of in figures.reply_times.items()]
    late = [[_("Recommendations with a late action"), str(len(figures.late_actions))]]
    _say_part(_("Replies and actions in time"), ["", _("Count")], [*replies, *late])
    within = [_("Year of the letter"), *map(years_told, WITHIN)]
    _say_part(_("Found carried out within"), within, [_cohort(each) for each in figures.cohorts])
    _say_part(_("Days from the letter"), _length_headings(), _length_rows(figures))
    _say_part(
        _("Year by year"),
        [_("Day"), _("Asked"), _("Open"), _("Of them closed"), _("Found carried out")],
        [
            [
                each.day.isoformat(),
                *map(str, (len(each.units), each.open, len(each.closed), len(each.implemented))),
            ]
            for each in figures.year_ends
        ],
    )


def _cohort(cohort: Cohort) -> list[str]:
    return [str(cohort.year or _("All")), *(cohort_told(cohort, years) for years in WITHIN)]


def _length_headings() -> list[str]:
    parts = [_("Count"), _("mean"), _("median")]
    reply, closing = _("Reply: {part}"), _("Closing: {part}")
    return ["", *(title.format(part=part) for title in (reply, closing) for part in parts)]


def _length_rows(figures: Figures) -> list[list[str]]:
    told = committees_told(figures.lengths)
    named = [(told[name], found) for name, found in figures.lengths.items()]
    return [
        [name, *(cell for each in found for cell in lengths_told(each))]
        for name, found in [*named, (_("All"), figures.all_lengths)]
    ]


def _headings() -> list[str]:
    return [
        "",
        _("Asked"),
        _("Open"),
        _("Judged"),
        _("Found carried out"),
        "%",
        _("At least mostly"),
        "%",
        absent_label("verdict"),
        _("Oldest, days"),
    ]


def _row(name: str, tally: Tally) -> list[str]:
    values: Sequence[int | None] = (
        tally.asked,
        tally.open,
        tally.judged,
        tally.implemented,
        tally.share(tally.implemented),
        tally.implemented_or_mostly,
        tally.share(tally.implemented_or_mostly),
        tally.verdicts[None],
        tally.oldest_age,
    )
    return [name, *map(count_or_nothing, values)]
