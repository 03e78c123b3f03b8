"""Underlag till riskanalysen: what remains in the committees, in words and counts, never scores."""

from collections.abc import Sequence
from datetime import date

from revtrack.documents import fields, phrases
from revtrack.documents.briefs.held import (
    Held,
    Town,
    ago,
    by_case,
    columns_of,
    counted,
    late_of,
    recommendations,
)
from revtrack.documents.briefs.risk_words import area_in_words
from revtrack.documents.fields.brief_columns import REMAINING
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Heading, Paragraph, Table, bullets
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Role, Standing
from revtrack.domain.names.recipients import join_names
from revtrack.domain.outcome.closing import is_old
from revtrack.domain.records import Committee, Municipality

Blocks = tuple[Block, ...]


def risk_input(
    municipality: Municipality,
    cases: Sequence[AuditCase],
    template: bytes,
    *,
    today: date,
    stamp: str,
) -> bytes:
    """Return the input to the risk analysis of next year's plan as a Word document."""
    town = Town(tuple(cases), today)
    title = f"Underlag till riskanalysen inför {today.year + 1}"
    context: dict[str, str | Blocks] = {
        "arbetsmaterial": phrases.WORKING_MATERIAL,
        "kommun": municipality.name,
        "datum": today.isoformat(),
        "rubrik": title,
        "inledning": _introduction(town),
        "oversikt": _overview(town),
        "per_namnd": _by_committee(town),
        "upprepade": _repeated(town),
        "utan_oppna": _without(town),
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=fields.RISK_INPUT,
        title=f"{title}. {municipality.name}",
        author=phrases.office(municipality),
        on=today,
    )
    return word.render(template, context, properties)


def _introduction(town: Town) -> str:
    if not town.open:
        return "Registret innehåller inga öppna rekommendationer."
    audits, committees = len(by_case(town.open)), len(_holding(town))
    of_audits, to = phrases.counts(audits, committees)
    source = "granskning" if audits == 1 else "granskningar"
    return (
        f"Räknat per mottagare finns {counted(town.open)}, från {of_audits} {source} och hos {to} "
        "mottagare. Vilken risk det innebär avgör revisorerna."
    )


def _holding(town: Town) -> tuple[Committee, ...]:
    """Return the committees that something is open towards, in the register's order."""
    found = {each.committee.id: each.committee for each in town.open}
    return tuple(sorted(found.values(), key=lambda each: each.ordinal))


def remains(held: Held) -> bool:
    """Tell whether a follow-up found that it was not, or not wholly, carried out."""
    return held.line.standing is Standing.REMAINING


def _overview(town: Town) -> Blocks:
    if not town.open:
        return ()
    rows = []
    for committee in _holding(town):
        own = [each for each in town.open if each.committee.id == committee.id]
        late = {each.held.line.addressee.id for each in late_of(town, own)}
        repeated = [each for each in own if each.line.recommendation.id in town.repeating]
        old = [each for each in own if is_old(each.case, town.today)]
        rows.append(
            (
                phrases.capital_name(committee),
                *map(str, (len(own), sum(map(remains, own)), len(late), len(repeated), len(old))),
                _last_audited(town, committee),
            )
        )
    return (
        Heading("Vad som kvarstår per nämnd", 2),
        Table(
            f"Öppna {phrases.term_of(recommendations(town.open)).several} per nämnd",
            "En rad per nämnd, i kommunens ordning. En rekommendation kan räknas i flera kolumner.",
            columns_of(REMAINING),
            rows,
        ),
        Paragraph(phrases.LATE_ACTION),
    )


def _last_audited(town: Town, committee: Committee) -> str:
    years = [
        case.audit.audit_year
        for case in town.cases
        if any(
            each.committee_id == committee.id and each.role is Role.REVIEWED
            for each in case.audit_committees
        )
    ]
    return str(max(years)) if years else phrases.NOT_STATED


def _by_committee(town: Town) -> Blocks:
    """Return, committee by committee, a point for each area: what was audited, and what remains."""
    if not town.open:
        return ()
    blocks: list[Block] = [Heading("Vad som kvarstår per område", 2)]
    for committee in _holding(town):
        own = [each for each in town.open if each.committee.id == committee.id]
        texts = [
            area_in_words(town, held, late_of(town, held), [h for h in held if remains(h)])
            for held in by_case(own).values()
        ]
        blocks += [Heading(phrases.capital_name(committee), 3), *bullets(texts)]
    return tuple(blocks)


def _repeated(town: Town) -> Blocks:
    """Return the recommendations that have been made more than once, the latest first."""
    texts = []
    for chain in town.chains:
        latest, *earlier = chain
        open_to = [
            each.committee.name
            for each in town.open
            if each.line.recommendation.id == latest.recommendation.id
        ]
        if open_to:
            places = [
                f"{place.number} i {phrases.the_audit(place.case.audit)}, "
                f"{_when(place.case, town.today)}"
                for place in earlier
            ]
            texts.append(
                f"{latest.number} i {phrases.the_audit(latest.case.audit)} till "
                f"{join_names(dict.fromkeys(open_to))} upprepar {join_names(places)}."
            )
    if not texts:
        return ()
    return (Heading("Rekommendationer som upprepas", 2), *bullets(texts))


def _when(case: AuditCase, today: date) -> str:
    day = case.audit.handed_over_on
    return ago(day, today) if day else str(case.audit.audit_year)


def _without(town: Town) -> Blocks:
    """Return the committees that nothing is open towards, and when they were last audited."""
    holding = {each.id for each in _holding(town)}
    free = [each for each in town.committees if each.id not in holding]
    if not free:
        return ()
    audited = {each.id: _last_audited(town, each) for each in free}
    texts = [
        f"{phrases.capital_name(each)}: senast granskad {audited[each.id]}."
        if audited[each.id] != phrases.NOT_STATED
        else f"{phrases.capital_name(each)}: ingen granskning är registrerad."
        for each in free
    ]
    return (
        Heading("Nämnder och bolag utan öppna rekommendationer", 2),
        *bullets(texts),
    )
