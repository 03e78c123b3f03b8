"""One audit as it stands: questions, recommendations, replies, and how far each has come."""

from collections.abc import Sequence
from datetime import date

from revtrack.cli import contracts
from revtrack.cli.follow_up.lines import closing_told, places_told
from revtrack.cli.frame.opened import opened_as_of
from revtrack.cli.frame.output import say, say_json, say_table, say_wrapped
from revtrack.cli.frame.parts import (
    Command,
    as_of_option,
    audit_argument,
    code_option,
    json_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.reply_chain import say_chains
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import PersonRole, Priority, Relation
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.records import Action, Assessment, Committee, Question, Recommendation
from revtrack.services import find
from revtrack.wording import _, language, ngettext
from revtrack.wording.extensions import extended_from, extension_told
from revtrack.wording.labels import label
from revtrack.wording.reminded import reminded_times
from revtrack.wording.responses import state_told
from revtrack.wording.stances import stance
from revtrack.wording.standings import standing_told
from revtrack.wording.words import capitalise_first, coarse_in_words, paragraph_sign

INDENT = 2
NOTHING = "–"


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
    if priority:
        case = case.only_priority(Priority(priority))
    if as_json:
        say_json(contracts.audit_case(case, today, for_clerk=is_clerk))
        return
    _say_audit(case)
    _say_questions(case)
    lines = addressee_lines(case)
    _say_recommendations(case, lines)
    replies = reply_lines(case, today)
    _say_replies(replies)
    say_chains(case, replies, for_clerk=is_clerk)
    _say_standings(case, lines, today)


def _say_heading(text: str) -> None:
    say()
    say(text)
    say("-" * len(text))


def _say_audit(case: AuditCase) -> None:
    audit = case.audit
    say_wrapped(f"{audit.reference}  {audit.title}")
    facts = [
        case.municipality.name,
        _("audit year {year}").format(year=audit.audit_year),
        audit.firm or "",
        _("report {day}").format(day=audit.report_on) if audit.report_on else "",
        _("handed over {day}").format(day=audit.handed_over_on)
        if audit.handed_over_on
        else _("not handed over, working material"),
    ]
    say_wrapped(", ".join(fact for fact in facts if fact))
    for role in dict.fromkeys(part.role for part in case.audit_committees):
        names = ", ".join(_with_abbreviation(each) for each in case.committees_with_role(role))
        say_wrapped(f"{label(role)}: {names}", hanging=INDENT)


def _with_abbreviation(committee: Committee) -> str:
    short = f" ({committee.abbreviation})" if committee.abbreviation else ""
    return f"{committee.name}{short}"


def _short(committees: Sequence[Committee]) -> str:
    return ", ".join(each.abbreviation or each.name for each in committees)


def _say_questions(case: AuditCase) -> None:
    if not case.questions:
        return
    _say_heading(_("Questions and assessments"))
    for question in case.questions:
        say_wrapped(f"{question.number}. {question.text}", hanging=3)
        for assessment in case.assessments_of(question.id):
            say_wrapped(_assessment(case, assessment), indent=3, hanging=INDENT)


def _assessment(case: AuditCase, assessment: Assessment) -> str:
    committees = case.committees_assessed_by(assessment.id)
    section = (
        " " + _("(section {section})").format(section=assessment.section)
        if assessment.section
        else ""
    )
    phrase = _("“{phrase}”").format(phrase=assessment.phrase)
    return f"{label(assessment.grade)}: {phrase}{section} {_short(committees)}".rstrip()


def _say_recommendations(case: AuditCase, lines: Sequence[AddresseeLine]) -> None:
    if not case.recommendations:
        return
    _say_heading(_("Recommendations"))
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


def _say_replies(lines: Sequence[ReplyLine]) -> None:
    if not lines:
        return
    _say_heading(_("Replies"))
    headings = [_("Committee"), _("Diary number"), _("Reply by"), _("Reply"), _("In time")]
    rows = [
        (
            line.committee.abbreviation or line.committee.name,
            line.reply_case.diary_number or NOTHING,
            _due(line),
            _reply(line),
            _timeliness(line),
        )
        for line in lines
    ]
    say_table(headings, rows, wide=3)
    for line in lines:
        short = line.committee.abbreviation or line.committee.name
        for each in line.extensions:
            told = _("Extension for {committee}: {told}")
            said = told.format(committee=short, told=extension_told(each))
            say_wrapped(said, hanging=INDENT)


def _due(line: ReplyLine) -> str:
    if line.due_on is None:
        return _("no reply asked for")
    return f"{line.due_on}{'*' if line.extended_to else ''}"


def _reply(line: ReplyLine) -> str:
    decision = line.decision
    parts = [state_told(line)]
    if decision and decision.paragraph:
        parts.append(paragraph_sign(decision.paragraph))
    if decision and decision.decided_on:
        parts.append(_("decided {day}").format(day=decision.decided_on))
    if decision and decision.received_on:
        parts.append(_("received {day}").format(day=decision.received_on))
    if line.supplement_due_on:
        parts.append(_("supplement by {day}").format(day=line.supplement_due_on))
    original = line.reply_case.due_on
    if line.extended_to and original:
        parts.append(f"* {extended_from(original, line.times_extended)}")
    parts += reminded_times(line)
    if line.expected_meeting_on:
        parts.append(_("meeting expected {day}").format(day=line.expected_meeting_on))
    return ", ".join(parts)


def _timeliness(line: ReplyLine) -> str:
    if line.is_time_unknown:
        return _("unknown if in time")
    if line.is_supplement_late:
        n = line.supplement_days_late or 0
        return ngettext("supplement {n} day late", "supplement {n} days late", n).format(n=n)
    if line.days_late is None:
        return NOTHING
    if line.days_late:
        return ngettext("{n} day late", "{n} days late", line.days_late).format(n=line.days_late)
    if line.is_open:
        return NOTHING
    return _("in time by its decision") if line.is_by_decision else _("in time")


def _say_standings(case: AuditCase, lines: Sequence[AddresseeLine], today: date) -> None:
    if not lines:
        return
    _say_heading(_("What became of it"))
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
