"""The last chapter of a follow-up report: what remains, what is new, signatures and annexes."""

from collections.abc import Sequence

from revtrack.documents import people, phrases
from revtrack.documents.follow_up.evidence import evidence
from revtrack.documents.follow_up.facts import (
    PRIORITIES,
    Followed,
    Report,
    firm,
    is_closed_undone,
    is_mostly_done,
    is_not_followed_up,
    is_remaining,
)
from revtrack.documents.follow_up.origin import origin_of
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office.blocks import (
    Block,
    Heading,
    Paragraph,
    Signatures,
    bullets,
    with_what_follows,
)
from revtrack.documents.office.numbering import Numbering
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Priority
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import join_names, planned_numbers
from revtrack.domain.records import Recommendation, Verdict
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]
MOSTLY_DONE = "har i huvudsak genomförts; mindre delar återstår, men bristen är avhjälpt"
PRIORITY_HEADINGS = {
    Priority.HIGH: "Hög prioritet",
    Priority.MEDIUM: "Medelhög prioritet",
    Priority.LOW: "Låg prioritet",
    None: "Utan angiven prioritet",
}


def recommendations(report: Report) -> Blocks:
    """Return the last chapter: what remains, by priority, and what is new."""
    facts, term = report.facts, report.facts.term
    remaining = [line for line in facts.rows if is_remaining(line)]
    mostly = [line for line in facts.rows if is_mostly_done(line)]
    untouched = [line for line in facts.rows if is_not_followed_up(line)]
    blocks: list[Block] = [Heading(report.numbers.chapter(capitalise_first(term.several)))]
    if remaining:
        blocks.append(Heading(report.numbers.section(f"Kvarstående {term.several}"), 2))
        blocks += _remaining(facts, remaining)
    if not remaining and not untouched:
        blocks.append(Paragraph(f"Inga {term.several} kvarstår."))
    if mostly:
        blocks.append(Heading(report.numbers.section(f"I huvudsak genomförda {term.several}"), 2))
        blocks += _listed(facts, mostly, MOSTLY_DONE)
    if untouched:
        blocks.append(Heading(report.numbers.section(f"Ännu inte uppföljda {term.several}"), 2))
        blocks += _listed(facts, untouched, "har ännu inte följts upp")
    new = _new(facts)
    if new:
        blocks.append(Heading(report.numbers.section(_title_of_new(facts)), 2))
    return with_what_follows([*blocks, *new])


def _remaining(facts: Followed, remaining: Sequence[AddresseeLine]) -> Blocks:
    """Return what remains; what the follow-up itself repeats is left to the section after."""
    again = [line for line in remaining if _is_repeated(facts, line)]
    if not again:
        return _listed(facts, remaining, "kvarstår")
    number = capitalise_first(phrases.counts(len(again))[0])
    what = f"{number} kvarstående {facts.term.of(len(again))}"
    told = f"{what} lämnas på nytt; se avsnittet ”{_title_of_new(facts)}”."
    others = [line for line in remaining if line not in again]
    return (Paragraph(told), *_listed(facts, others, "kvarstår utan att lämnas på nytt"))


def _is_repeated(facts: Followed, line: AddresseeLine) -> bool:
    """Tell whether the follow-up puts a recommendation to the same committee again."""
    case = facts.follow_up
    heir = facts.heir_of(line.committee)
    return case is not None and any(
        each.repeats_id == line.recommendation.id and heir in case.committees_of(each.id)
        for each in _put(case)
    )


def _put(case: AuditCase) -> list[Recommendation]:
    """Return what the follow-up's own letter puts, or is to put, to the committees."""
    numbers = planned_numbers(case)
    return [each for each in case.recommendations if each.id in numbers]


def _title_of_new(facts: Followed) -> str:
    return f"{capitalise_first(_new_or_repeated(facts.follow_up))} rekommendationer"


def _new_or_repeated(case: AuditCase | None) -> str:
    """Return what the follow-up's recommendations are: "nya", "upprepade" or both."""
    are_repeated = {each.repeats_id is not None for each in (_put(case) if case else ())}
    words = {False: "nya", True: "upprepade"}
    return " och ".join(words[each] for each in sorted(are_repeated)) or words[False]


def _listed(facts: Followed, lines: Sequence[AddresseeLine], state: str) -> Blocks:
    """Return recommendations under a sentence, by priority where any is set."""
    if not lines:
        return ()
    number = len({line.recommendation.id for line in lines})
    blocks: list[Block] = [Paragraph(f"Följande {facts.term.of(number)} {state}:")]
    by_priority = any(line.recommendation.priority for line in lines)
    for priority in PRIORITIES:
        chosen = [line for line in lines if line.recommendation.priority is priority]
        if chosen and by_priority:
            blocks.append(Heading(PRIORITY_HEADINGS[priority], 3))
        blocks += bullets(_texts(facts, chosen))
    return tuple(blocks)


def _texts(facts: Followed, lines: Sequence[AddresseeLine]) -> list[str]:
    cases = {
        recommendation.id: audit.case
        for audit in facts.audits
        for recommendation in audit.case.recommendations
    }
    years = {each: case.audit.audit_year for each, case in cases.items()}
    grouped: dict[int, list[AddresseeLine]] = {}
    for line in lines:
        grouped.setdefault(line.recommendation.id, []).append(line)
    return [
        f"{years[each]}, {members[0].number}, "
        f"{join_names(facts.name_now(line.committee) for line in members)}: "
        f"{_with_origin(cases[each], members[0].recommendation)}"
        for each, members in grouped.items()
    ]


def _new(facts: Followed) -> Blocks:
    """Return what is new; nothing where that stands in the report of another audit's follow-up."""
    case = facts.follow_up
    is_elsewhere = any(line.verdict and line.verdict.follow_up_id for line in facts.lines)
    new = _put(case) if case else []
    if not new and (facts.is_status_report or (case is None and is_elsewhere)):
        return ()
    if case is None or not new:
        return (Paragraph("Uppföljningen ger inte anledning till nya rekommendationer."),)
    numbers = planned_numbers(case)
    committees = case.in_order(
        committee.id for each in new for committee in case.committees_of(each.id, asked_only=True)
    )
    one = len(committees) == 1
    what = f"{_new_or_repeated(case)} {phrases.recommendations(len(new))}"
    return (
        Paragraph(f"Dessutom lämnas följande {what} till {phrases.names(committees)}:"),
        *bullets(
            [
                f"{numbers[each.id]}"
                + (
                    ""
                    if one
                    else f", {phrases.names(case.committees_of(each.id, asked_only=True))}"
                )
                + f": {_with_origin(case, each)}"
                for each in new
            ]
        ),
    )


def _with_origin(case: AuditCase, recommendation: Recommendation) -> str:
    told = origin_of(case, recommendation)
    text = wording(recommendation)
    return " ".join([phrases.sentence(text), *told]) if told else text


def signatures(facts: Followed) -> Blocks:
    """Return who signs: the firm that followed up, else the auditors themselves."""
    signed = people.report_signatures(facts.case, facts.day, firm(facts))
    place = facts.case.municipality.place
    day = phrases.the_day(facts.day)
    where = f"{place} {day}" if place else capitalise_first(day)
    return (
        Paragraph(where),
        Signatures(signed.above, signed.signatories),
    )


def annexes(facts: Followed, numbers: Numbering) -> Blocks:
    """Return the documents studied, what was closed undone, and how each verdict was reached."""
    audit = facts.follow_up.audit if facts.follow_up else None
    studied = lines_of(audit.documents_studied if audit else None)
    closed = [line for line in facts.rows if is_closed_undone(line)]
    blocks: list[Block] = []
    if studied:
        blocks += [Heading("Bilaga: granskade handlingar", starts_page=True), *bullets(studied)]
    if closed:
        title = "Bilaga: rekommendationer som har avslutats utan att genomföras"
        blocks += [
            Heading(title, starts_page=not studied),
            *bullets([_closed(line) for line in closed]),
        ]
    return (*blocks, *evidence(facts, numbers))


def _closed(line: AddresseeLine) -> str:
    outcome = swedish_label(line.addressee.outcome) if line.addressee.outcome else ""
    if line.addressee.outcome is Outcome.IMPLEMENTED and line.verdict:
        outcome = f"avslutad som genomförd trots bedömningen {_judged(line.verdict)}"
    reason = line.addressee.closing_reason
    why = f" Skäl: {phrases.sentence(reason)}" if reason else " Inget skäl angivet."
    return f"{line.number}, {line.committee.name}: {outcome[:1].lower()}{outcome[1:]}.{why}"


def _judged(verdict: Verdict) -> str:
    return swedish_label(verdict.verdict).lower()
