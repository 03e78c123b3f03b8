"""Statistik as sentences, one figure at a time, with the rows that each of them counts."""

from collections.abc import Iterator, Sequence
from functools import partial

from revtrack.domain.codes import VerdictStep
from revtrack.domain.errors import N_
from revtrack.domain.filtering import Filter, parse_filter
from revtrack.domain.outcome.figures import Figures
from revtrack.domain.outcome.over_time import WITHIN, Cohort, Lengths, Replied, YearEnd
from revtrack.domain.outcome.rates import Tally, Unit
from revtrack.forms.counted import figures_of
from revtrack.forms.found_by import addressee_facts, reply_facts
from revtrack.plain import sentences
from revtrack.plain.changing import row_orders
from revtrack.plain.following import follow
from revtrack.plain.menu import Dialogue, Option, RowOrder
from revtrack.plain.moments import day_told
from revtrack.plain.replies import ReplyTalk
from revtrack.plain.sentences import sentence
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.follow_up.reporting import count_by_and_by
from revtrack.wording import _
from revtrack.wording.figures import (
    age_told,
    cohort_told,
    committees_told,
    decimal,
    definitions,
    reply_time_told,
    years_told,
)
from revtrack.wording.filter_names import filter_names
from revtrack.wording.labels import absent_label, label
from revtrack.wording.responses import state_told

COUNT = N_("count|only")
"""The word in the list of figures that chooses what is counted."""


def read_figures(talk: Dialogue) -> None:
    """Read the figures of all, or of what a filter keeps, and what each of them counts."""
    counted = list(count_by_and_by(talk.desk.store, talk.desk.today))
    units = [unit for each in counted for unit in each.units]
    replies = [reply for each in counted for reply in each.replies]
    asked, typed = Filter(), ""

    def count(rest: str, _rows: Sequence[Option]) -> None:
        nonlocal asked, typed
        asked, typed = parse_filter(rest, filter_names()), rest
        said = _("Counted is what fits “{filter}”.") if rest else _("All is counted.")
        talk.say(said.format(filter=rest))

    def options() -> Sequence[Option]:
        figures = figures_of(units, replies, asked, talk.desk.today)
        if not figures.units and not figures.replies:
            return (Option(_("Nothing fits.")),) if typed else ()
        return tuple(_rows(talk, figures))

    order = RowOrder(
        COUNT,
        _("words"),
        _(
            "{word} with words and fields counts only what fits them; {word} alone counts all. The "
            "number of a figure reads the rows that it counts."
        ).format(word=_(COUNT).split("|")[0]),
        count,
    )
    talk.browse(_("Statistics."), options, _("No letter has asked anything yet."), (order,))


def _rows(talk: Dialogue, figures: Figures) -> Iterator[Option]:
    def row(told: str, units: Sequence[Unit] = (), replies: Sequence[Replied] = ()) -> Option:
        if not units and not replies:
            return Option(told)
        return Option(told, partial(_read_behind, talk, told, units, replies))

    for name, tally in _tallies(figures):
        yield row(tally_told(name, tally), tally.units)
    yield from (row(told, units) for told, units in _counts(figures))
    for time, found in figures.reply_times.items():
        title = _("Replies, {time}").format(time=reply_time_told(time).lower())
        yield row(f"{title}: {len(found)}.", (), found)
    for cohort in figures.cohorts:
        yield row(_cohort_told(cohort), cohort.units)
    for name, found_lengths in _lengths(figures):
        yield row(_length_told(name, found_lengths))
    for stood in figures.year_ends:
        yield row(_year_end_told(stood), stood.units)
    for title, meaning in definitions().values():
        yield row(f"{title}: {meaning}")


def _tallies(figures: Figures) -> Iterator[tuple[str, Tally]]:
    yield _("All"), figures.total
    told = committees_told(figures.committees)
    yield from ((told[name], tally) for name, tally in figures.committees.items())
    for year, tally in figures.years.items():
        yield _("Audit year {year}").format(year=year), tally
    yield from figures.audits.items()


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


def _counts(figures: Figures) -> Iterator[tuple[str, Sequence[Unit]]]:
    for each, found in figures.standings.items():
        if found:
            yield f"{label(each)}: {len(found)}.", found
    for step in (*VerdictStep, None):
        units = [each for each in figures.units if each.verdict is step]
        if units:
            word = label(step) if step else absent_label("verdict")
            verdict = _("Follow-up verdict, {verdict}").format(verdict=word.lower())
            yield f"{verdict}: {len(units)}.", units
    for age in figures.ages:
        title = _("Open, {age}").format(age=age_told(age).lower())
        yield f"{title}: {len(age.units)}.", age.units
    title = _("Recommendations with a late action")
    yield f"{title}: {len(figures.late_actions)}.", figures.late_actions


def _cohort_told(cohort: Cohort) -> str:
    parts = (
        _("within {years}: {share}").format(
            years=years_told(years), share=cohort_told(cohort, years)
        )
        for years in WITHIN
    )
    said = _("Found carried out, letters of {year}")
    return sentence(said.format(year=cohort.year or _("all years")), *parts)


def _lengths(figures: Figures) -> Iterator[tuple[str, Lengths]]:
    titles = (_("Days from the letter to the reply"), _("Days from the letter to the closing"))
    told = committees_told(figures.lengths)
    for which, title in enumerate(titles):
        yield title, figures.all_lengths[which]
        for name, both in figures.lengths.items():
            if both[which].days:
                yield f"{title}, {told[name]}", both[which]


def _length_told(name: str, found: Lengths) -> str:
    return sentence(
        f"{name}: {len(found.days)}",
        _("mean {n}").format(n=decimal(found.mean)) if found.days else "",
        _("median {n}").format(n=decimal(found.median)) if found.days else "",
    )


def _year_end_told(stood: YearEnd) -> str:
    return sentence(
        day_told(stood.day),
        _("{n} asked").format(n=len(stood.units)),
        _("{n} open").format(n=stood.open),
        _("{n} closed").format(n=len(stood.closed)),
        _("{n} found carried out").format(n=len(stood.implemented)),
    )


# ---- what a figure counts


def _read_behind(
    talk: Dialogue, title: str, units: Sequence[Unit], replies: Sequence[Replied]
) -> None:
    rows = (*(_unit(talk, each) for each in units), *(_reply(talk, each) for each in replies))
    talk.browse(title, lambda: rows, "", row_orders(talk))


def _unit(talk: Dialogue, unit: Unit) -> Option:
    case, line = unit.case, unit.line
    about = (case.audit.id, line.addressee.id)
    return Option(
        f"{case.audit.reference}: {sentences.addressee_told(line)}",
        partial(follow, talk, *about),
        addressee_facts(case, line),
        f"{case.audit.title} {case.municipality.name}",
        Subject(Kind.ADDRESSEE, *about),
    )


def _reply(talk: Dialogue, reply: Replied) -> Option:
    case, line = reply.case, reply.line
    return Option(
        f"{case.audit.reference}: {sentences.reply_told(line, talk.desk.today)}",
        ReplyTalk(talk, case.audit.id, line.committee.id).open,
        reply_facts(case, line, state_told(line)),
        f"{case.audit.title} {case.municipality.name}",
        Subject(Kind.REPLY_CASE, case.audit.id, line.reply_case.id),
    )
