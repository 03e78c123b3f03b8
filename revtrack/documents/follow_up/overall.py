"""The overall grade of an audit that is followed up, per committee, and what it rests on."""

from collections.abc import Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.follow_up.facts import (
    Followed,
    FollowedAudit,
    count,
    count_overturned,
    is_solved,
)
from revtrack.domain.codes import Grade, VerdictStep
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee
from revtrack.wording.labels import swedish_label

BOTH = 2
NO_OVERALL = "Ingen samlad bedömning angiven"
HAVE = {
    VerdictStep.FULL: "ha",
    VerdictStep.MOSTLY: "i huvudsak ha",
    VerdictStep.PARTLY: "delvis ha",
    VerdictStep.NOT: "inte ha",
}
HAVE_BY_GRADE = {
    Grade.YES: "ha",
    Grade.MOSTLY: "i huvudsak ha",
    Grade.PARTLY: "delvis ha",
    Grade.LIMITED: "i begränsad utsträckning ha",
    Grade.NO: "inte ha",
}
STEPS = (
    (VerdictStep.FULL, "genomförd", "genomförda"),
    (VerdictStep.MOSTLY, "i huvudsak genomförd", "i huvudsak genomförda"),
    (VerdictStep.PARTLY, "delvis genomförd", "delvis genomförda"),
    (VerdictStep.NOT, "inte genomförd", "inte genomförda"),
    (VerdictStep.NO_LONGER_RELEVANT, "inte längre aktuell", "inte längre aktuella"),
    (VerdictStep.NOT_ASSESSABLE, "inte möjlig att bedöma", "inte möjliga att bedöma"),
    (None, "inte uppföljd", "inte uppföljda"),
)


AS_ANSWER = {
    VerdictStep.FULL: "Ja",
    VerdictStep.MOSTLY: "I huvudsak",
    VerdictStep.PARTLY: "Delvis",
    VerdictStep.NOT: "Nej",
    VerdictStep.NO_LONGER_RELEVANT: "Inte längre aktuellt",
    VerdictStep.NOT_ASSESSABLE: "Går inte att bedöma",
}
"""A verdict on an audit as a whole as it answers whether enough has been done."""


def whole_verdict(facts: Followed, audit: FollowedAudit) -> VerdictStep | None:
    """Return the verdict on an audit as a whole that this report may tell as its own; None: none.

    A follow-up's own is one passed from the beginning of its year until the day of its report.
    """
    own = audit.case.audit
    if facts.follow_up is None:
        return own.verdict
    since = date(facts.follow_up.audit.audit_year, 1, 1)
    is_own = own.verdict_on is not None and since <= own.verdict_on <= facts.day
    return own.verdict if is_own else None


def earlier_verdict(facts: Followed, audit: FollowedAudit) -> str:
    """Return the sentences that tell of a verdict passed on an audit before this follow-up."""
    own = audit.case.audit
    is_later = own.verdict_on is not None and own.verdict_on > facts.day
    if own.verdict is None or is_later or whole_verdict(facts, audit) is not None:
        return ""
    found = next(several for step, _one, several in STEPS if step is own.verdict)
    when = f" {phrases.the_day(own.verdict_on)}" if own.verdict_on else " utan angiven dag"
    told = f"I en tidigare uppföljning{when} bedömdes rekommendationerna sammantaget vara {found}."
    return " ".join(filter(None, [told, phrases.sentence(own.verdict_comment or "")]))


def answer_to_first(facts: Followed) -> str:
    """Return whether enough has been done, as the verdicts on the audits as wholes answer it."""
    found = [(audit, whole_verdict(facts, audit)) for audit in facts.audits]
    if not any(step for _audit, step in found):
        return NO_OVERALL
    answers = [AS_ANSWER[step] if step else NO_OVERALL for _audit, step in found]
    if len(found) == 1:
        return answers[0]
    return "\n".join(
        f"{audit.case.audit.reference}: {_uncapitalised(answer)}"
        for (audit, _step), answer in zip(found, answers, strict=True)
    )


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def grades(facts: Followed, audit: FollowedAudit) -> list[tuple[Committee, Grade]]:
    """Return the follow-up's grade of its first question for each committee of the audit."""
    case = facts.follow_up
    if case is None or not case.questions:
        return []
    found = case.assessments_of(case.questions[0].id)
    of_committee = {
        committee.id: each.grade
        for each in found
        for committee in case.committees_assessed_by(each.id)
    }
    return [
        (committee, of_committee[heir])
        for committee in audit.committees
        if (heir := facts.heir_of(committee).id) in of_committee
    ]


def grade_lines(facts: Followed, audit: FollowedAudit) -> list[str]:
    """Return the overall grade for a cell, one line for each committee where they are several."""
    own = whole_verdict(facts, audit)
    if own:
        return [swedish_label(own)]
    found = grades(facts, audit)
    if len(audit.committees) == 1:
        return [swedish_label(grade) for _, grade in found]
    return [
        f"{committee.abbreviation or phrases.capital_name(committee)}: {swedish_label(grade)}"
        for committee, grade in found
    ]


def overall_groups(
    facts: Followed, audit: FollowedAudit
) -> list[tuple[str, tuple[Committee, ...]]]:
    """Return the committees of an audit by how far they "har vidtagit" enough, as far as judged."""
    verdict = whole_verdict(facts, audit)
    if verdict in HAVE and audit.committees:
        return [(_has(HAVE[verdict]), audit.committees)]
    by_grade: dict[Grade, list[Committee]] = {}
    for committee, grade in grades(facts, audit):
        if grade in HAVE_BY_GRADE:
            by_grade.setdefault(grade, []).append(committee)
    return [(_has(HAVE_BY_GRADE[grade]), tuple(each)) for grade, each in by_grade.items()]


def _has(have: str) -> str:
    """Return "delvis har" for "delvis ha"."""
    return f"{have}r"


def conclusion(facts: Followed, audit: FollowedAudit) -> str:
    """Return the overall conclusion on an audit and the counts it rests on."""
    own = audit.case.audit
    verdict = whole_verdict(facts, audit)
    sentences = []
    if verdict in HAVE and audit.committees:
        names = phrases.capital_names(audit.committees)
        sentences.append(f"{names} bedöms {HAVE[verdict]} vidtagit tillräckliga åtgärder.")
        if own.verdict_comment:
            sentences.append(phrases.sentence(own.verdict_comment))
    else:
        by_grade: dict[Grade, list[Committee]] = {}
        for committee, grade in grades(facts, audit):
            by_grade.setdefault(grade, []).append(committee)
        sentences += [
            phrases.sentence(
                f"{join_names(map(facts.name_now, committees))} bedöms {HAVE_BY_GRADE[grade]} "
                "vidtagit tillräckliga åtgärder"
            )
            for grade, committees in by_grade.items()
            if grade in HAVE_BY_GRADE
        ]
    if any(line.verdict for line in audit.lines):
        sentences.append(by_step(audit.lines))
    return " ".join(sentences)


def by_step(lines: Sequence[AddresseeLine]) -> str:
    """Return how many of the lines were judged how: "Av fyra rekommendationer är en …"."""
    found = [(count(lines, step), one, several) for step, one, several in STEPS]
    found.append((count_overturned(lines), "återöppnad", "återöppnade"))
    found = [each for each in found if each[0]]
    total, *numbers = phrases.counts(len(lines), *(number for number, _, _ in found))
    parts = [
        f"{shown} {one if number == 1 else several}"
        for shown, (number, one, several) in zip(numbers, found, strict=True)
    ]
    term = phrases.term_of(line.recommendation for line in lines)
    word = term.of(len(lines))
    if len(lines) == 1:
        return f"En {word} är {found[0][1]}."
    if len(found) == 1:
        return _all_alike(term, len(lines), *found[0][1:])
    return f"Av {total} {word} är {listed_parts(parts)}."


def _all_alike(term: phrases.Term, total: int, one: str, several: str) -> str:
    """Return that two or more are all judged alike: "Båda rekommendationerna är genomförda."."""
    number = phrases.counts(total)[0]
    if one.startswith("inte "):
        return f"Ingen av de {number} {term.the_several} är {one.removeprefix('inte ')}."
    which = f"Båda {term.the_several}" if total == BOTH else f"Samtliga {number} {term.several}"
    return f"{which} är {several}."


def solved(lines: Sequence[AddresseeLine]) -> str:
    """Return for how many of the lines the problem is solved; what was opened again is not."""
    known = [is_solved(line) for line in lines]
    yes, no, unknown = (sum(each is value for each in known) for value in (True, False, None))
    words = [*phrases.counts(yes, no, unknown)]
    if len(lines) in {yes, no, unknown}:
        words = ["båda" if len(lines) == BOTH else "samtliga"] * 3
    parts = [
        f"{text} för {shown}"
        for number, shown, text in zip(
            (yes, no, unknown), words, ("är avhjälpt", "kvarstår", "är inte bedömd"), strict=True
        )
        if number
    ]
    if len(lines) == 1:
        return f"Bristen {parts[0].removesuffix(' för samtliga')}."
    return f"Bristen {listed_parts(parts)}."


def listed_parts(parts: Sequence[str]) -> str:
    """Return parts of a sentence as an enumeration with "och"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} och {parts[-1]}"
