"""Årssammanställning: what a year's audits recommended, how it was answered, how it stands.

Made for the auditors' report to the council and their account of the year.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from revtrack.documents import fields, phrases
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Column, Heading, Paragraph, Table
from revtrack.documents.standings import PROMISED, standing_title
from revtrack.documents.tables.annual_facts import (
    ANSWERED,
    QUESTIONS,
    REPLY_WORDS,
    Year,
)
from revtrack.domain.codes import Outcome, Standing
from revtrack.domain.names.recipients import join_names
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.outcome.rates import Tally, Unit
from revtrack.domain.outcome.reply_times import ReplyTime
from revtrack.domain.records import Committee
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]

SHORT = 15
"""So many rows of a table and no more are kept together."""
_NOT_FOLLOWED_UP = "inte följts upp"
_BY_COMMITTEE = "En rad per nämnd, i kommunens ordning. Sista raden är summan."


def annual_summary(year: Year, template: bytes, *, stamp: str) -> bytes:
    """Return the summary as a Word document."""
    context: dict[str, str | Blocks] = {
        "kommun": year.municipality.name,
        "datum": year.today.isoformat(),
        "rubrik": year.title,
        "inledning": introduction(year),
        "granskningar": _audits(year),
        "rekommendationer": _recommendations(year),
        "yttranden": _replies(year),
        "lage": _standings(year),
        "begrepp": _words(year),
        "framstalld": phrases.stamp_note(year.today, stamp),
    }
    properties = word.Properties(
        template=fields.ANNUAL_SUMMARY,
        title=f"{year.title}. {year.municipality.name}",
        author=phrases.office(year.municipality),
        on=year.today,
    )
    return word.render(template, context, properties)


def introduction(year: Year) -> str:
    """Return which year and which day it is about."""
    return (
        f"Sammanställningen avser de granskningar som hör till revisionsåret {year.year}, och "
        f"visar läget {phrases.the_day(year.today)}."
    )


# ---- audits


def audits_in_words(year: Year) -> str:
    """Return how many audits are handed over, and how many are not."""
    done, left = len(year.cases), len(year.under_way)
    told, waiting = phrases.counts(done, left)
    if not done:
        first = "Ingen granskning har överlämnats."
    elif done == 1:
        first = "En granskning har överlämnats."
    else:
        first = f"{capitalise_first(told)} granskningar har överlämnats."
    if not left:
        return first
    noun = "granskning" if left == 1 else "granskningar"
    return f"{first} {capitalise_first(waiting)} {noun} har ännu inte överlämnats och räknas inte."


def audit_columns(year: Year) -> tuple[Column, ...]:
    """Return the columns of the audits; questions have one where any was asked."""
    questions = (Column(QUESTIONS, 20, "fragor"),) if year.questions else ()
    return (
        Column("Granskning", 68 if questions else 88, "granskning"),
        Column("Slag", 40, "slag"),
        Column("Missiv", 27, "missiv"),
        Column("Mottagare", 26, "mottagare"),
        Column("Rekommendationer", 36, "rekommendationer"),
        *questions,
        Column("Räknat per mottagare", 30, "per_mottagare"),
    )


def _audits(year: Year) -> Blocks:
    blocks: list[Block] = [Heading("Granskningar", 2), Paragraph(audits_in_words(year))]
    if year.cases:
        rows = [
            [
                case.audit.title,
                swedish_label(case.audit.kind),
                str(case.audit.handed_over_on),
                *map(str, year.recommended_by(case)),
            ]
            for case in year.cases
        ]
        told = "En rad per granskning, efter missivets dag."
        blocks.append(Table("Årets granskningar", told, audit_columns(year), rows))
    return tuple(blocks)


# ---- recommendations


def recommendations_in_words(year: Year) -> str:
    """Return how many recommendations there are, counted both ways, and what was found."""
    if not year.every_unit:
        return "Årets missiv innehåller inga rekommendationer."
    total, questions = year.total, len(year.questions)
    first = f"Årets missiv innehåller {phrases.counted(year.recommendations)}."
    asked, put = phrases.counts(total.asked, questions)
    both = f"rekommendationerna {asked} och frågorna {put}"
    per = both if total.asked and questions else f"de {asked if total.asked else put}"
    told = [first, f"Räknat per mottagare är {per}."]
    if total.asked:
        those = "rekommendationerna" if questions else "dem"
        told += [_judged_in_words(total, those), _others_in_words(total)]
    if questions:
        told.append(_answered_in_words(year))
    return " ".join(each for each in told if each)


def _answered_in_words(year: Year) -> str:
    """Return how many of the questions are answered."""
    asked, answered = year.questions_to(None)
    if asked == 1:
        return "Frågan är besvarad." if answered else "Inget svar på frågan är ännu genomgånget."
    if answered == asked:
        return "Samtliga frågor är besvarade."
    if not answered:
        return "Inget svar på frågorna är ännu genomgånget."
    told, _ = phrases.counts(answered, asked)
    return f"Av frågorna är {told} {_agreeing('besvarad', answered)}."


def _judged_in_words(total: Tally, those: str) -> str:
    """Return what was found of the judged of those, in parts that add up to them."""
    if not total.judged:
        return f"Ingen av {those} är bedömd i en uppföljning."
    done, mostly = total.implemented, total.implemented_or_mostly - total.implemented
    found = {
        "genomförd": done,
        "i huvudsak genomförd": mostly,
        "delvis eller inte genomförd": total.judged - total.implemented_or_mostly,
    }
    judged, *numbers = phrases.counts(total.judged, *found.values())
    parts = [
        f"{told} är {_agreeing(word, count)}"
        for told, (word, count) in zip(numbers, found.items(), strict=True)
        if count
    ]
    of_them = f"Av {those} är {judged} {_agreeing('bedömd', total.judged)} i en uppföljning"
    return f"{of_them}: {join_names(parts)}."


def _agreeing(word: str, count: int) -> str:
    return word if count == 1 else f"{word}a"


def _others_in_words(total: Tally) -> str:
    """Return why the others are not among the judged; nothing where none is followed up."""
    why = Counter(_unjudged(each) for each in total.units if not each.is_judged)
    if not why or (not total.judged and set(why) == {_NOT_FOLLOWED_UP}):
        return ""
    parts = [
        f"{number} {word}" for number, word in zip(phrases.counts(*why.values()), why, strict=True)
    ]
    if why.total() == 1:
        return f"Den återstående har {next(iter(why))}."
    return f"Av övriga har {join_names(parts)}."


def _unjudged(unit: Unit) -> str:
    """Return why a recommendation is not among the judged."""
    if unit.outcome is Outcome.MERGED:
        return "sammanförts med en annan"
    if unit.outcome is Outcome.NO_LONGER_RELEVANT:
        return "avslutats som inte längre aktuell"
    if unit.verdict is None:
        return _NOT_FOLLOWED_UP
    return "återöppnats" if is_overturned(unit.line) else "inte gått att bedöma"


RATE_COLUMNS: tuple[tuple[Column, Callable[[Tally], int]], ...] = (
    (Column("Rekommendationer", 36, "antal"), lambda each: each.asked),
    (Column("Öppna", 18, "oppna"), lambda each: each.open),
    (Column("Bedömda", 22, "bedomda"), lambda each: each.judged),
    (Column("Genomförda", 26, "genomforda"), lambda each: each.implemented),
    (
        Column("Minst i huvudsak genomförda", 28, "minst_i_huvudsak"),
        lambda each: each.implemented_or_mostly,
    ),
    (
        Column(f"{swedish_absent_label('verdict')}a", 24, "ej_uppfoljda"),
        lambda each: each.verdicts[None],
    ),
)
"""What is counted of the recommendations of a committee."""
QUESTION_COLUMNS = (Column(QUESTIONS, 17, "fragor"), Column(ANSWERED, 24, "besvarade_fragor"))


def rate_columns(year: Year) -> tuple[Column, ...]:
    """Return what is counted of each committee; questions stand last, where any was asked."""
    return (
        *(column for column, _ in RATE_COLUMNS),
        *(QUESTION_COLUMNS if year.questions else ()),
    )


def rate_rows(year: Year) -> list[tuple[str, list[int]]]:
    """Return the figures of each committee that something was put to."""
    return [
        (phrases.capital_name(each), rate_figures(year, each))
        for each in year.committees
        if year.tally(each).units or year.questions_to(each)[0]
    ]


def rate_figures(year: Year, committee: Committee | None) -> list[int]:
    """Return the figures of a committee, or of all, in the order of the columns."""
    tally = year.tally(committee) if committee else year.total
    asked = year.questions_to(committee) if year.questions else ()
    return [*(count(tally) for _, count in RATE_COLUMNS), *asked]


def _recommendations(year: Year) -> Blocks:
    what = "Rekommendationer och frågor" if year.questions else "Rekommendationer"
    opening = (Heading(what, 2), Paragraph(recommendations_in_words(year)))
    if not year.every_unit:
        return opening
    total = rate_figures(year, None)
    return (
        *opening,
        _per_committee(f"{what} per nämnd", rate_columns(year), rate_rows(year), total),
    )


def _per_committee(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[str, Sequence[int]]],
    total: Sequence[int],
) -> Table:
    width = 247 - sum(column.width for column in columns)
    return Table(
        title,
        _BY_COMMITTEE,
        (Column("Nämnd", width, "namnd"), *columns),
        [[name, *map(str, figures)] for name, figures in (*rows, ("Summa", total))],
        has_total=True,
        stays_together=len(rows) <= SHORT,
    )


# ---- replies


def replies_in_words(year: Year) -> str:
    """Return how many replies were asked for, came in time, came late and are missing."""
    times = year.all_times
    asked = times.total()
    if not asked:
        return "Inget yttrande har begärts."
    told = {
        ReplyTime.IN_TIME: "kom i tid",
        ReplyTime.LATE: "kom för sent",
        ReplyTime.UNKNOWN: "kom en dag som inte framgår av handlingarna",
        ReplyTime.MISSING: "saknas efter svarsdagen",
        ReplyTime.GIVEN_UP: "har uteblivit",
        ReplyTime.AWAITED: "inväntas",
    }
    found = [each for each in told if times[each]]
    first, *numbers = phrases.counts(asked, *(times[each] for each in found), gender="ett")
    parts = [f"{number} {told[each]}" for number, each in zip(numbers, found, strict=True)]
    noun = "yttrande" if asked == 1 else "yttranden"
    if len(found) == 1:
        every = "Det" if asked == 1 else "Samtliga"
        undated = "har kommit in, men vilken dag framgår inte av handlingarna"
        words = undated if found[0] is ReplyTime.UNKNOWN else told[found[0]]
        return f"{capitalise_first(first)} {noun} har begärts. {every} {words}."
    return f"{capitalise_first(first)} {noun} har begärts: {join_names(parts)}."


REPLY_COLUMNS = (
    (ReplyTime.IN_TIME, 20, "i_tid"),
    (ReplyTime.LATE, 24, "for_sent"),
    (ReplyTime.UNKNOWN, 28, "okant"),
    (ReplyTime.MISSING, 24, "saknas"),
    (ReplyTime.GIVEN_UP, 28, "uteblivna"),
    (ReplyTime.AWAITED, 32, "invantas"),
)


def _replies(year: Year) -> Blocks:
    opening = (Heading("Yttranden", 2), Paragraph(replies_in_words(year)))
    if not year.times:
        return opening
    columns = (
        Column("Begärda", 24, "begarda"),
        *(Column(REPLY_WORDS[each][0], width, name) for each, width, name in REPLY_COLUMNS),
    )
    rows = [
        (phrases.capital_name(each), reply_figures(year, each))
        for each in year.committees
        if each.id in year.times
    ]
    return (
        *opening,
        _per_committee("Yttranden per nämnd", columns, rows, reply_figures(year, None)),
    )


def reply_figures(year: Year, committee: Committee | None) -> list[int]:
    """Return how many replies were asked of a committee, or of all, and when they came."""
    times = year.times.get(committee.id, year.all_times) if committee else year.all_times
    return [times.total(), *(times[each] for each, _, _ in REPLY_COLUMNS)]


# ---- standing

_STANDING_COLUMNS: dict[str, tuple[int, str]] = {
    Standing.CLOSED: (20, "avslutad"),
    Standing.REMAINING: (24, "kvarstar"),
    Standing.AWAITING: (20, "invantar_svar"),
    Standing.UNREVIEWED: (27, "ej_genomganget"),
    Standing.NOT_ADDRESSED: (20, "besvaras_inte"),
    Standing.DONE_REPORTED: (25, "uppges_genomford"),
    PROMISED: (20, "atgard_utlovad"),
    Standing.ACTING: (20, "atgard_pagar"),
    Standing.NO_ACTION: (22, "ingen_atgard"),
}


def _standings(year: Year) -> Blocks:
    if not year.units:
        return ()
    columns = [
        Column(standing_title(each), width, name)
        for each, (width, name) in _STANDING_COLUMNS.items()
        if each in year.occurring
    ]
    rows = [
        (phrases.capital_name(each), standing_figures(year, year.tally(each)))
        for each in year.committees
        if year.tally(each).units
    ]
    total = standing_figures(year, year.total)
    return (Heading("Läge", 2), _per_committee("Läget per nämnd", columns, rows, total))


def standing_figures(year: Year, tally: Tally) -> list[int]:
    """Return how many recommendations of a tally have each standing that occurs."""
    found = year.standings(tally)
    return [found[each] for each in year.occurring]


def _words(year: Year) -> Blocks:
    columns = (Column("Ord", 62, "ord"), Column("Innebörd", 185, "innebord"))
    return (
        Heading("Begrepp", 2),
        Table(
            "Begreppens innebörd", "En rad per ord.", columns, [list(each) for each in year.words]
        ),
    )
