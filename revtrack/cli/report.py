"""What became of the recommendations: counts, shares and ages, per committee, year and audit."""

from collections.abc import Sequence
from pathlib import Path

import click

from revtrack.cli.follow_up.queue import municipality_option
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json, say_table, say_wrapped
from revtrack.cli.frame.parts import Command, json_option, year_option
from revtrack.cli.frame.start import Start
from revtrack.domain.codes import Basis, Outcome, VerdictStep
from revtrack.domain.outcome.rates import DEFINITIONS, Tally
from revtrack.services.follow_up.reading import chosen_municipality
from revtrack.services.follow_up.reporting import Report, make_report
from revtrack.wording import _
from revtrack.wording.labels import absent_label, label

NONE = "none"
"""The key of what is not followed up, where codes are keys."""


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
            json_option(),
        ],
        _("What the figures mean is printed with them."),
        [
            "revtrack report",
            "revtrack report --municipality Älvsunda --year 2022 --json",
            "revtrack report --xlsx uppfoljning.xlsx",
        ],
    )


def _report(
    start: Start, *, municipality: str | None, year: int | None, xlsx: Path | None, as_json: bool
) -> None:
    with opened(start) as store:
        made = make_report(store, chosen_municipality(store, municipality), year, start.today)
        if xlsx is not None:
            # Excel takes a tenth of a second to load; only who wants a workbook waits for it.
            from revtrack.services.follow_up.report_file import write_report  # noqa: PLC0415

            write_report(made, xlsx)
    if as_json:
        say_json(_as_json(made))
    else:
        _tell(made)
    if xlsx is not None:
        note(_("{path} is written.").format(path=xlsx))


def _tell(made: Report) -> None:
    if not made.total.asked:
        note(_("No letter has asked anything yet."))
        return
    several = len({town for town, _committee in made.committees}) > 1
    groups: list[tuple[str, list[tuple[str, Tally]]]] = [
        (
            _("Per committee"),
            [
                (f"{town}: {name}" if several else name, tally)
                for (town, name), tally in made.committees.items()
            ],
        ),
        (_("Per audit year"), [(str(year), tally) for year, tally in made.years.items()]),
        (_("Per audit"), list(made.audits.items())),
        (_("Together"), [(_("All"), made.total)]),
    ]
    for title, rows in groups:
        say(title)
        say("-" * len(title))
        say_table(_headings(), [_row(name, tally) for name, tally in rows], wide=0)
        say()
    for key, sentence in DEFINITIONS.items():
        say_wrapped(f"{_titles()[key]}: {_(sentence)}", hanging=2)


def _titles() -> dict[str, str]:
    return {
        "asked": _("Asked"),
        "open": _("Open"),
        "verdicts": _("Verdicts"),
        "judged": _("Judged"),
        "implemented": _("Found carried out"),
        "implemented_or_mostly": _("At least mostly"),
        "share": "%",
        "age": _("Age"),
    }


def _headings() -> list[str]:
    titles = _titles()
    return [
        "",
        titles["asked"],
        titles["open"],
        titles["judged"],
        titles["implemented"],
        "%",
        titles["implemented_or_mostly"],
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
    return [name, *("–" if value is None else str(value) for value in values)]


def _as_json(made: Report) -> dict[str, object]:
    return {
        "municipality": made.municipality.name if made.municipality else None,
        "audit_year": made.year,
        "today": made.today.isoformat(),
        "total": _tally(made.total),
        "committees": [
            {"municipality": town, "committee": name, **_tally(tally)}
            for (town, name), tally in made.committees.items()
        ],
        "years": [{"audit_year": year, **_tally(tally)} for year, tally in made.years.items()],
        "audits": [{"audit": name, **_tally(tally)} for name, tally in made.audits.items()],
        "definitions": {key: _(sentence) for key, sentence in DEFINITIONS.items()},
        "labels": {step.value: label(step) for step in VerdictStep},
    }


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "asked": tally.asked,
        "open": tally.open,
        "outcomes": {each.value: tally.outcomes[each] for each in Outcome},
        "verdicts": {
            **{step.value: tally.verdicts[step] for step in VerdictStep},
            NONE: tally.verdicts[None],
        },
        "bases": {each.value: tally.bases[each] for each in Basis},
        "judged": tally.judged,
        "implemented": tally.implemented,
        "implemented_or_mostly": tally.implemented_or_mostly,
        "share_implemented": tally.share(tally.implemented),
        "share_implemented_or_mostly": tally.share(tally.implemented_or_mostly),
        "median_age_days": tally.median_age,
        "oldest_age_days": tally.oldest_age,
    }
