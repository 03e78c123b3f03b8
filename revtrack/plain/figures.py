"""Statistik as sentences: what became of the recommendations, one figure at a time."""

from collections.abc import Iterator
from functools import partial

from revtrack.domain.outcome.figures import Figures
from revtrack.domain.outcome.over_time import WITHIN
from revtrack.domain.outcome.rates import Tally
from revtrack.domain.records import Municipality
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.sentences import sentence
from revtrack.services.find import list_municipalities
from revtrack.services.follow_up.reporting import Report, make_report
from revtrack.wording import _
from revtrack.wording.figures import (
    age_told,
    cohort_told,
    committees_told,
    definitions,
    reply_time_told,
    years_told,
)
from revtrack.wording.labels import label


def read_figures(talk: Dialogue) -> None:
    """Read the figures of all, or of one municipality where there are several."""
    towns = list_municipalities(talk.desk.store)
    if len(towns) < 2:  # noqa: PLR2004 - one is nothing to choose from
        _read(talk, None)
        return
    every = Option(_("All municipalities"), partial(_read, talk, None))
    talk.menu(
        lambda: _("Statistics. Of which?"),
        lambda: (every, *(Option(each.name, partial(_read, talk, each)) for each in towns)),
    )


def _read(talk: Dialogue, town: Municipality | None) -> None:
    made = make_report(talk.desk.store, town, None, talk.desk.today)
    rows = tuple(Option(each) for each in figures_told(made))
    title = _("Statistics of {name}.").format(name=town.name) if town else _("Statistics.")
    talk.browse(title, lambda: rows, _("No letter has asked anything yet."))


def figures_told(made: Report) -> Iterator[str]:
    """Give each figure as a sentence; nothing where no letter has asked anything."""
    if not made.total.asked:
        return
    yield tally_told(_("All"), made.total)
    told = committees_told(made.committees)
    for name, tally in made.committees.items():
        yield tally_told(told[name], tally)
    for year, tally in made.years.items():
        yield tally_told(_("Audit year {year}").format(year=year), tally)
    for reference, tally in made.audits.items():
        yield tally_told(reference, tally)
    yield from _of_figures(made.figures)
    for title, meaning in definitions().values():
        yield f"{title}: {meaning}"


def tally_told(name: str, tally: Tally) -> str:
    """Return the counts of some recommendations, shares in per cent of the judged."""
    share = tally.share(tally.implemented)
    return sentence(
        name,
        _("{n} asked").format(n=tally.asked),
        _("{n} open").format(n=tally.open),
        _("{n} judged").format(n=tally.judged),
        _("{n} found carried out").format(n=tally.implemented),
        _("that is {n} per cent of the judged").format(n=share) if share is not None else "",
    )


def _of_figures(figures: Figures) -> Iterator[str]:
    for each, found in figures.standings.items():
        if found:
            yield f"{label(each)}: {len(found)}."
    for age in figures.ages:
        title = _("Open, {age}").format(age=age_told(age).lower())
        yield f"{title}: {len(age.units)}."
    for time, replies in figures.reply_times.items():
        title = _("Replies, {time}").format(time=reply_time_told(time).lower())
        yield f"{title}: {len(replies)}."
    title = _("Recommendations with a late action")
    yield f"{title}: {len(figures.late_actions)}."
    for cohort in figures.cohorts:
        parts = (
            _("within {years}: {share}").format(
                years=years_told(years), share=cohort_told(cohort, years)
            )
            for years in WITHIN
        )
        yield sentence(
            _("Found carried out, letters of {year}").format(year=cohort.year or _("all years")),
            *parts,
        )
