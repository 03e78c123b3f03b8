"""Saves what is accepted of the audit itself: its head, committees, questions and assessments."""

from revtrack.domain import records as r
from revtrack.domain.assessing import Finding
from revtrack.domain.codes import Aspect, AuditKind, PaperKind, Role
from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals.proposal import ProposedAssessment
from revtrack.services.changing.audits import change_audit, change_question
from revtrack.services.reading_in.about_audit import HEAD
from revtrack.services.reading_in.ground import slug
from revtrack.services.reading_in.saving import Saving
from revtrack.services.registering.assessing import add_assessment, settle
from revtrack.services.registering.register import add_role
from revtrack.storage.events import highest_question
from revtrack.storage.rows import add, change, some, table_of


def save_head(saving: Saving) -> None:
    """Store what is accepted of the head in an audit that there is."""
    stated = {name: saving.value(f"head.{name}") for name in HEAD if saving.takes(f"head.{name}")}
    audit = saving.case.audit
    stated = {name: value for name, value in stated.items() if getattr(audit, name) != value}
    for name, value in stated.items():
        with saving.line(f"head.{name}"):
            change_audit(saving.editing(), saving.case.audit, {name: value})
    _save_overall(saving)


def _save_overall(saving: Saving) -> None:
    found = saving.ground.proposal.overall
    if found is None or not saving.takes("head.overall"):
        return
    grade = saving.value("head.overall")
    known = next((each for each in saving.case.overall if each.aspect is Aspect.FITNESS), None)
    with saving.line("head.overall"):
        if known is not None:
            change(saving.session, known, grade=grade, phrase=found.phrase, section=found.section)
            return
        new = r.NewOverallConclusion(
            audit_id=saving.audit_id,
            aspect=Aspect.FITNESS,
            grade=grade,
            phrase=found.phrase,
            section=found.section,
        )
        add(saving.session, r.OverallConclusion, new)


def kind_of_audit(kinds: frozenset[PaperKind]) -> AuditKind:
    """Return the kind of audit that a report is of."""
    if PaperKind.FOLLOW_UP_REPORT in kinds:
        return AuditKind.FOLLOW_UP
    return AuditKind.ANNUAL if PaperKind.ANNUAL_REPORT in kinds else AuditKind.IN_DEPTH


def save_committees(saving: Saving) -> None:
    """Store the parts of committees in the audit."""
    proposal, case = saving.ground.proposal, saving.case
    for role, listed in (
        (Role.REVIEWED, proposal.committees),
        (Role.RECIPIENT, proposal.committees),
        (Role.FOR_INFORMATION, proposal.for_information),
    ):
        there = {each.id for each in case.committees_with_role(role)}
        for each in listed:
            key = f"{role.value}.{slug(each.value)}"
            for committee in saving.ground.known([each.value]) if saving.takes(key) else ():
                if committee.id not in there:
                    add_role(saving.session, saving.audit_id, committee.id, role)


def save_questions(saving: Saving) -> None:
    """Store the audit questions, and what was found of each."""
    for place, each in enumerate(saving.ground.proposal.questions):
        key = f"question.{each.number}"
        known = saving.ground.question_of(place)
        if saving.takes(key):
            with saving.line(key):
                known = _question(saving, known, each.number, saving.value(key))
        for number, one in enumerate(each.assessments, start=1):
            of_it = f"assessment.{each.number}.{number}"
            if saving.takes(of_it):
                with saving.line(of_it):
                    _save_assessment(saving, known, one, of_it)


def _question(saving: Saving, known: r.Question | None, number: int, text: str) -> r.Question:
    if known is not None:
        change_question(saving.editing(), known, {"text": text})
        return known
    columns = table_of(r.Question).c
    there = some(saving.session, r.Question, columns.audit_id == saving.audit_id)
    free = number
    if number in {each.number for each in there}:
        free = highest_question(saving.session, saving.audit_id) + 1
    new = r.NewQuestion(audit_id=saving.audit_id, number=free, text=text)
    return add(saving.session, r.Question, new)


def _save_assessment(
    saving: Saving, question: r.Question | None, found: ProposedAssessment, key: str
) -> None:
    if question is None:
        raise RevTrackError("Its audit question is not registered.")
    finding = Finding(grade=saving.value(key), phrase=found.phrase, section=found.section)
    whom = f"{key}.committees"
    names = saving.value(whom) if saving.takes(whom) else found.committees
    committees = [each.id for each in saving.ground.known(names)]
    if saving.lines[key].registered is None:
        add_assessment(saving.session, saving.audit_id, question.id, committees, finding)
    else:
        settle(saving.session, saving.case, question.id, committees, finding)
