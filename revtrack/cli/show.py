"""One audit as it stands: questions, recommendations, replies, and how far each has come."""

from collections.abc import Sequence
from datetime import date

from revtrack.cli import contracts
from revtrack.cli.follow_up.lines import closing_told, places_told
from revtrack.cli.frame.opened import opened_as_of
from revtrack.cli.frame.output import say_heading, say_json, say_wrapped
from revtrack.cli.frame.parts import (
    Command,
    as_of_option,
    audit_argument,
    code_option,
    json_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.reply_chain import say_chains
from revtrack.cli.replies.shown import say_replies
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade, PersonRole, Priority, Relation
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, reply_lines
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.records import Action, Assessment, Audit, Committee, Question, Recommendation
from revtrack.services import find
from revtrack.services.follow_up.judging import follow_ups_of
from revtrack.wording import _, language, ngettext
from revtrack.wording.labels import label
from revtrack.wording.stances import stance
from revtrack.wording.standings import standing_told
from revtrack.wording.words import capitalise_first, coarse_in_words

INDENT = 2


def show() -> Command:
    """Return the command that shows one audit."""
    return Command(
        "show",
        _show,
        [
            audit_argument(),
            code_option("--priority", Priority, _("Only recommendations of this priority.")),
            as_of_option(),
            json_option(),
        ],
        _("Its questions and assessments, its recommendations, the replies and what became of it."),
        [
            "revtrack show ESK-2022-1",
            "revtrack show digitalisering --json",
            "revtrack show ESK-2022-1 --as-of 2025-12-31",
        ],
    )


def _show(
    start: Start, audit: str, priority: str | None, as_of: date | None, as_json: bool
) -> None:
    with opened_as_of(start, as_of) as (store, today):
        case = find.read_case(store, find.find_audit(store, audit).id)
        is_clerk = store.person.role is PersonRole.CLERK
        earlier = [find.read_case(store, each.followed_id).audit for each in case.followed]
        later = follow_ups_of(store, case.audit.id)
    if priority:
        case = case.only_priority(Priority(priority))
    if as_json:
        told = contracts.audit_case(case, today, for_clerk=is_clerk)
        say_json({**told, "follows": _references(earlier), "followed_up_in": _references(later)})
        return
    _say_audit(case)
    _say_audits(_("Follows up"), earlier)
    _say_audits(_("Followed up in"), later)
    _say_overall(case)
    _say_questions(case)
    lines = addressee_lines(case)
    _say_recommendations(case, lines)
    replies = reply_lines(case, today)
    say_replies(replies)
    say_chains(case, replies, for_clerk=is_clerk)
    _say_standings(case, lines, today)


def _say_audit(case: AuditCase) -> None:
    audit = case.audit
    say_wrapped(f"{audit.reference}  {audit.title}")
    facts = [
        case.municipality.name,
        _("audit year {year}").format(year=audit.audit_year),
        audit.firm or "",
        _("diary number {number}").format(number=audit.diary_number) if audit.diary_number else "",
        _("report {day}").format(day=audit.report_on) if audit.report_on else "",
        _("handed over {day}").format(day=audit.handed_over_on)
        if audit.handed_over_on
        else _("not handed over, working material"),
    ]
    say_wrapped(", ".join(fact for fact in facts if fact))
    for role in dict.fromkeys(part.role for part in case.audit_committees):
        names = ", ".join(_with_abbreviation(each) for each in case.committees_with_role(role))
        say_wrapped(f"{label(role)}: {names}", hanging=INDENT)
    if audit.purpose:
        say_wrapped(_("Purpose: {text}").format(text=audit.purpose), hanging=INDENT)


def _say_audits(said: str, audits: Sequence[Audit]) -> None:
    """Say which other audits this one goes back to, or is gone back to in."""
    if audits:
        told = "; ".join(f"{each.reference} {each.title}" for each in audits)
        say_wrapped(f"{said}: {told}", hanging=INDENT)


def _references(audits: Sequence[Audit]) -> list[str]:
    return [each.reference for each in audits]


def _say_overall(case: AuditCase) -> None:
    if not case.overall:
        return
    say_heading(_("Overall conclusion"))
    for each in case.overall:
        told = f"{label(each.aspect)}: {_judged(each.grade, each.phrase, each.section)}"
        say_wrapped(told, hanging=INDENT)


def _with_abbreviation(committee: Committee) -> str:
    short = f" ({committee.abbreviation})" if committee.abbreviation else ""
    return f"{committee.name}{short}"


def _short(committees: Sequence[Committee]) -> str:
    return ", ".join(each.abbreviation or each.name for each in committees)


def _say_questions(case: AuditCase) -> None:
    if not case.questions:
        return
    say_heading(_("Questions and assessments"))
    for question in case.questions:
        say_wrapped(f"{question.number}. {question.text}", hanging=3)
        for assessment in case.assessments_of(question.id):
            say_wrapped(_assessment(case, assessment), indent=3, hanging=INDENT)


def _assessment(case: AuditCase, assessment: Assessment) -> str:
    judged = _judged(assessment.grade, assessment.phrase, assessment.section)
    return f"{judged} {_short(case.committees_assessed_by(assessment.id))}".rstrip()


def _judged(grade: Grade, phrase: str, section: str | None) -> str:
    """Return a grade with the words that gave it, and where they stand."""
    told = f"{label(grade)}: " + _("“{phrase}”").format(phrase=phrase)
    return f"{told} " + _("(section {section})").format(section=section) if section else told


def _say_recommendations(case: AuditCase, lines: Sequence[AddresseeLine]) -> None:
    if not case.recommendations:
        return
    say_heading(_("Recommendations"))
    asked = [line for line in lines if line.addressee.asked is not False]
    count = len({line.recommendation.id for line in asked})
    say_wrapped(
        ngettext(
            "{n} recommendation; counted per committee {pairs}.",
            "{n} recommendations; counted per committee {pairs}.",
            count,
        ).format(n=count, pairs=len(asked))
    )
    for recommendation in case.recommendations:
        _say_recommendation(case, recommendation)


def _say_recommendation(case: AuditCase, recommendation: Recommendation) -> None:
    number = case.number_of(recommendation)
    text = recommendation.letter_text or recommendation.report_text or ""
    say_wrapped(f"{number:<3} {text}", hanging=4)
    say_wrapped(_recipients(case, recommendation), indent=4, hanging=INDENT)
    for place in places_told(case, recommendation):
        say_wrapped(place, indent=4, hanging=INDENT)
    for question in case.questions_of(recommendation.id):
        say_wrapped(_springs_from(case, question), indent=4, hanging=INDENT)
    if recommendation.relation is Relation.CHANGED and recommendation.report_text:
        said = _("In the report: {text}").format(text=recommendation.report_text)
        say_wrapped(said, indent=4, hanging=INDENT)


def _springs_from(case: AuditCase, question: Question) -> str:
    """Return the audit question that a recommendation springs from, with how it was assessed."""
    grades = dict.fromkeys(label(each.grade) for each in case.assessments_of(question.id))
    if not grades:
        return _("Audit question {number}").format(number=question.number)
    said = _("Audit question {number}: {grades}")
    return said.format(number=question.number, grades=", ".join(grades))


def _recipients(case: AuditCase, recommendation: Recommendation) -> str:
    parts = [_("To {committees}").format(committees=_short(case.committees_of(recommendation.id)))]
    if recommendation.priority:
        parts.append(_("priority: {level}").format(level=label(recommendation.priority).lower()))
    if recommendation.section:
        parts.append(_("section {section}").format(section=recommendation.section))
    if recommendation.number_in_letter and recommendation.number_in_report:
        parts.append(_("no. {number} in the report").format(number=recommendation.number_in_report))
    if recommendation.relation not in {None, Relation.IDENTICAL}:
        parts.append(_relation(recommendation.relation))
    return ", ".join(parts)


def _relation(relation: Relation | None) -> str:
    if relation is Relation.OMITTED:
        return _("left out of the letter")
    return label(relation) if relation else ""


def _say_standings(case: AuditCase, lines: Sequence[AddresseeLine], today: date) -> None:
    if not lines:
        return
    say_heading(_("What became of it"))
    for line in lines:
        _say_standing(line)
        for part in line.parts:
            _say_standing(part)
        heir = responsible_committee(case, line.addressee, today)
        if heir.id != line.committee.id:
            told = _("Taken over by {committee}").format(committee=heir.name)
            say_wrapped(told, indent=10, hanging=INDENT)


def _say_standing(line: AddresseeLine) -> None:
    committee = line.committee.abbreviation or line.committee.name
    parts = [standing_told(line)]
    if line.position:
        has_quote = bool(line.answer and line.answer.quote)
        parts.append(stance(line.position, line.progress, has_quote=has_quote))
    if line.verdict:
        basis = label(line.verdict.basis)
        parts.append(f"{label(line.verdict.verdict)} ({basis[:1].lower()}{basis[1:]})")
    told = "; ".join(dict.fromkeys(parts))
    parting = "" if line.committee.abbreviation else ":"
    say_wrapped(f"{line.number:<3} {committee + parting:<5} {told}", hanging=10)
    for closing in closing_told(line):
        say_wrapped(closing, indent=10, hanging=INDENT)
    for action in line.actions if line.whole_id is None else ():
        say_wrapped(_action(action), indent=10, hanging=INDENT)
    if len(line.actions) > 1 and line.planned_completion and line.whole_id is None:
        day = coarse_in_words(line.planned_completion, in_language=language())
        said = _("Planned to be completed: {day}").format(day=day)
        say_wrapped(said, indent=10, hanging=INDENT)


def _action(action: Action) -> str:
    parts = [action.text]
    if action.responsible:
        parts.append(action.responsible)
    if action.due:
        parts.append(coarse_in_words(action.due, in_language=language()))
    return capitalise_first("; ".join(parts))
