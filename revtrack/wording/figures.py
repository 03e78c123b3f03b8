"""Figures in words: ages, replies in time, decimals, and what each figure means."""

from collections.abc import Iterable, Mapping

from revtrack.domain.errors import N_
from revtrack.domain.outcome import figures, over_time, rates
from revtrack.domain.outcome.figures import AgeClass, Named
from revtrack.domain.outcome.over_time import Cohort, Lengths
from revtrack.domain.outcome.reply_times import ReplyTime
from revtrack.wording.language import _, language, ngettext
from revtrack.wording.words import capitalise_first

NOTHING = "–"

_REPLY_TIMES: Mapping[ReplyTime, str] = {
    ReplyTime.IN_TIME: N_("Came in time"),
    ReplyTime.LATE: N_("Came late"),
    ReplyTime.UNKNOWN: N_("Came, unknown when"),
    ReplyTime.MISSING: N_("Missing after its day"),
    ReplyTime.GIVEN_UP: N_("No reply, given up"),
    ReplyTime.AWAITED: N_("Awaited, not yet due"),
}


def reply_time_told(time: ReplyTime) -> str:
    """Return whether a reply came in time, as it stands in a list."""
    return _(_REPLY_TIMES[time])


def age_told(age: AgeClass) -> str:
    """Return how old open recommendations are: "Under ett år", "1–2 år", "Över 4 år"."""
    if not age.from_years:
        return _("Under one year")
    if age.under_years is None:
        return _("Over {n} years").format(n=age.from_years)
    return _("{first}–{last} years").format(first=age.from_years, last=age.under_years)


def years_told(years: int) -> str:
    """Return a number of years: "1 år", "4 år"."""
    return ngettext("{n} year", "{n} years", years).format(n=years)


def committees_told(names: Iterable[Named]) -> dict[Named, str]:
    """Return committees as they begin a line, with their municipality where there are several."""
    known = list(names)
    several = len({town for town, _name in known}) > 1
    return {
        (town, name): f"{capitalise_first(name)} ({town})" if several else capitalise_first(name)
        for town, name in known
    }


def decimal(value: float | None) -> str:
    """Return a number with at most one decimal, in the way of the language."""
    if value is None:
        return NOTHING
    told = f"{value:.1f}".removesuffix(".0")
    return told.replace(".", ",") if language() == "sv" else told


def count_or_nothing(value: int | None) -> str:
    """Return a count, or a dash where there is nothing to count."""
    return NOTHING if value is None else str(value)


def cohort_told(cohort: Cohort, years: int) -> str:
    """Return how many were carried out within so many years: "4 av 12 (33 %)", or a dash."""
    of = len(cohort.reached(years))
    if not of:
        return NOTHING
    said = _("{n} of {all} ({share} %)")
    return said.format(n=len(cohort.within(years)), all=of, share=cohort.share(years))


def lengths_told(found: Lengths) -> list[str]:
    """Return how many there are, their mean and their median, as cells of a row."""
    return [str(len(found.days)), decimal(found.mean), decimal(found.median)]


def definitions() -> dict[str, tuple[str, str]]:
    """Return what each figure is called and means, in the order that they stand."""
    titles = {
        "asked": _("Asked"),
        "open": _("Open"),
        "standings": _("Standing"),
        "verdicts": _("Verdicts"),
        "judged": _("Judged"),
        "implemented": _("Found carried out"),
        "implemented_or_mostly": _("At least mostly"),
        "share": "%",
        "age": _("Age"),
        "ages": _("By age"),
        "reply_times": _("Replies in time"),
        "late_actions": _("Late actions"),
        "within": _("Carried out in time"),
        "answer_days": _("Days to the reply"),
        "close_days": _("Days to the closing"),
        "mean": _("Mean and median"),
        "year_ends": _("Year by year"),
    }
    meant = {**rates.DEFINITIONS, **figures.DEFINITIONS, **over_time.DEFINITIONS}
    return {key: (title, _(meant[key])) for key, title in titles.items()}
