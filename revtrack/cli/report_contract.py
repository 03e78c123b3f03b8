"""The JSON of ``report --json``, which other programs rely on."""

from collections.abc import Mapping
from typing import Any

from revtrack.domain.codes import Basis, Outcome, VerdictStep
from revtrack.domain.outcome.figures import Figures
from revtrack.domain.outcome.over_time import WITHIN, Cohort, Lengths
from revtrack.domain.outcome.rates import Tally
from revtrack.services.follow_up.reporting import Report
from revtrack.wording.figures import definitions
from revtrack.wording.labels import label

Json = dict[str, Any]
NONE = "none"
"""The key of what is not followed up, where codes are keys."""


def report_json(made: Report) -> Json:
    """Return a report: counts and shares, how they are in time, and what each figure means."""
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
        **_in_time(made.figures),
        "definitions": {key: meaning for key, (_title, meaning) in definitions().items()},
        "labels": {step.value: label(step) for step in VerdictStep},
    }


def _tally(tally: Tally) -> Json:
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


def _in_time(figures: Figures) -> Json:
    return {
        "standings": _counts(figures.standings),
        "ages": [
            {
                "from_years": each.from_years,
                "under_years": each.under_years,
                "count": len(each.units),
            }
            for each in figures.ages
        ],
        "replies": _counts(figures.reply_times),
        "late_actions": len(figures.late_actions),
        "cohorts": [_cohort(each) for each in figures.cohorts],
        "lengths": _both(figures.all_lengths),
        "lengths_by_committee": [
            {"municipality": town, "committee": name, **_both(found)}
            for (town, name), found in figures.lengths.items()
        ],
        "year_ends": [
            {
                "day": each.day.isoformat(),
                "asked": len(each.units),
                "open": each.open,
                "closed": len(each.closed),
                "implemented": len(each.implemented),
            }
            for each in figures.year_ends
        ],
    }


def _counts(found: Mapping[Any, tuple[Any, ...]]) -> Json:
    return {code.value: len(each) for code, each in found.items()}


def _cohort(cohort: Cohort) -> Json:
    return {
        "year": cohort.year,
        "counted": len(cohort.units),
        "within": [
            {
                "years": years,
                "reached": len(cohort.reached(years)),
                "implemented": len(cohort.within(years)),
                "share": cohort.share(years),
            }
            for years in WITHIN
        ],
    }


def _both(found: tuple[Lengths, Lengths]) -> Json:
    return {
        name: {"count": len(each.days), "mean": each.mean, "median": each.median}
        for name, each in zip(("days_to_answer", "days_to_close"), found, strict=True)
    }
