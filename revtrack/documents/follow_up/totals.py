"""The chapter of a follow-up report that sums up all audits: answers to questions, and counts."""

from collections.abc import Sequence

from revtrack.documents import phrases
from revtrack.documents.follow_up.evidence import per_basis
from revtrack.documents.follow_up.facts import (
    PRIORITIES,
    Followed,
    count,
    is_remaining,
)
from revtrack.documents.follow_up.introduction import usual_questions
from revtrack.documents.follow_up.overall import NO_OVERALL, answer_to_first, by_step, solved
from revtrack.documents.follow_up.status import per_committee, per_year
from revtrack.documents.office.blocks import Block, Column, Heading, Table
from revtrack.documents.office.numbering import Numbering
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import VerdictStep
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee, Question
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]


def closing_chapter(facts: Followed, numbers: Numbering) -> Blocks:
    """Return the chapter that answers the questions and counts per committee, year and priority."""
    if not facts.lines:
        return ()
    title = "Läget i siffror" if facts.is_status_report else "Samlad bedömning"
    return (
        Heading(numbers.chapter(title), starts_page=facts.is_status_report),
        *_questions(facts, numbers),
        *per_committee(facts, numbers),
        *per_year(facts, numbers),
        *per_basis(facts, numbers),
        *_per_priority(facts, numbers),
    )


def _questions(facts: Followed, numbers: Numbering) -> Blocks:
    if facts.is_status_report:
        return ()
    case = facts.follow_up
    if case and case.questions:
        rows = [
            [str(question.number), question.text, *_assessed(facts, case, question)]
            for question in case.questions
        ]
    else:
        rows = [
            [str(number), text, _unassessed(facts, text), _reason(facts.lines, text)]
            for number, text in enumerate(usual_questions(facts), start=1)
        ]
    return (
        Table(
            numbers.table("Svar på revisionsfrågorna"),
            "En rad per revisionsfråga, i nummerordning.",
            (
                Column("Nr", 12, "nr"),
                Column("Revisionsfråga", 85, "revisionsfraga"),
                Column("Svar", 50, "svar"),
                Column("Motivering", 100, "motivering"),
            ),
            rows,
        ),
    )


def _assessed(facts: Followed, case: AuditCase, question: Question) -> list[str]:
    """Return the follow-up's grades of a question, and what each rests on."""
    grades, reasons = [], []
    for each in case.assessments_of(question.id):
        committees = case.committees_assessed_by(each.id)
        lines = [line for line in facts.lines if facts.heir_of(line.committee) in committees]
        grades.append(_answer(facts, committees, swedish_label(each.grade)))
        told = each.explanation or each.quote or _reason(lines, question.text)
        who = _who(facts, committees)
        reasons.append(f"{who}{told[:1].lower()}{told[1:]}" if who else told)
    return ["\n".join(each) or phrases.NOT_STATED for each in (grades, reasons)]


def _unassessed(facts: Followed, text: str) -> str:
    """Return the answer to a usual question where the follow-up has graded none."""
    return answer_to_first(facts) if text == usual_questions(facts)[0] else NO_OVERALL


def _reason(lines: Sequence[AddresseeLine], text: str) -> str:
    """Return the counts that the answer to a question rests on; it is known by its words."""
    asked = text.casefold()
    if not lines or "effekt" in asked:
        return "Underlaget visar inte hur effekten följs upp."
    return solved(lines) if "brist" in asked else by_step(lines)


def _who(facts: Followed, committees: Sequence[Committee]) -> str:
    """Return whom a reason is about, where a line begins: "Kommunstyrelsen: "."""
    return f"{capitalise_first(_names_now(facts, committees))}: " if committees else ""


def _answer(facts: Followed, committees: Sequence[Committee], grade: str) -> str:
    return f"{grade} ({_names_now(facts, committees)})" if committees else grade


def _names_now(facts: Followed, committees: Sequence[Committee]) -> str:
    return join_names([facts.name_now(each) for each in committees])


def _per_priority(facts: Followed, numbers: Numbering) -> Blocks:
    if not facts.has_priorities:
        return ()
    rows = []
    for priority in PRIORITIES:
        lines = [line for line in facts.lines if line.recommendation.priority is priority]
        if lines:
            label = swedish_label(priority) if priority else "Ingen angiven"
            rows.append([label, *_priority_numbers(lines)])
    rows.append(["Summa", *_priority_numbers(facts.lines)])
    return (
        Table(
            numbers.table("Antal per prioritet"),
            "En rad per prioritet, den högsta först, räknat per mottagare. Sist en summarad.",
            (
                Column("Prioritet", 56, "prioritet"),
                Column(capitalise_first(facts.term.several), 34, "antal"),
                Column("Genomförda", 28, "genomforda"),
                Column("Kvarstående", 28, "kvarstaende"),
                Column("Ej uppföljda", 28, "ej_uppfoljda"),
            ),
            rows,
            has_total=True,
            stays_together=True,
        ),
    )


def _priority_numbers(lines: Sequence[AddresseeLine]) -> list[str]:
    return [
        str(len(lines)),
        str(count(lines, VerdictStep.FULL)),
        str(sum(is_remaining(line) for line in lines)),
        str(count(lines, None)),
    ]
