"""The audit questions with what is found of each committee in them."""

from collections.abc import Sequence
from functools import partial

from revtrack.domain.assessing import Matrix
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import GoneError
from revtrack.domain.records import Question
from revtrack.forms import said
from revtrack.plain import sentences
from revtrack.plain.assessing import assess
from revtrack.plain.changing import change, remove, row_orders
from revtrack.plain.doing import done_by
from revtrack.plain.menu import Dialogue, Option
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.find import read_case
from revtrack.services.registering.assessing import see_matrix
from revtrack.wording import _


def read_questions(talk: Dialogue, audit_id: int) -> None:
    """Read the questions, each with its steps, and let one be opened."""

    def options() -> Sequence[Option]:
        case, seen = _read(talk, audit_id)
        return tuple(
            Option(
                _question_told(case, seen, each),
                partial(_open, talk, audit_id, each.id),
                subject=Subject(Kind.QUESTION, audit_id, each.id),
            )
            for each in case.questions
        )

    title, nothing = _("Questions and assessments."), _("No audit question is registered.")
    talk.browse(title, options, nothing, row_orders(talk))


def _read(talk: Dialogue, audit_id: int) -> tuple[AuditCase, Matrix]:
    return read_case(talk.desk.store, audit_id), see_matrix(talk.desk.store, audit_id)


def _open(talk: Dialogue, audit_id: int, question_id: int) -> None:
    def options() -> Sequence[Option]:
        about = (talk, audit_id, "question", question_id)
        return (
            Option(done_by("audit.matrix"), partial(assess, talk, audit_id, question_id)),
            Option(_("Change it"), partial(change, *about)),
            Option(_("Remove"), partial(remove, *about)),
        )

    def title() -> str:
        case, seen = _read(talk, audit_id)
        question = case.question_by_id.get(question_id)
        if question is None:
            raise GoneError
        told = [_titled(question)]
        found = case.assessments_of(question_id)
        told += [sentences.assessment_told(case, seen.words, each) for each in found]
        return "\n".join(told if found else [*told, _("Not assessed.")])

    talk.menu(title, options)


def _titled(question: Question) -> str:
    number = _("Question {n}").format(n=question.number)
    return f"{number}: {sentences.sentence(sentences.short_text(question.text))}"


def _question_told(case: AuditCase, seen: Matrix, question: Question) -> str:
    found = case.assessments_of(question.id)
    steps = dict.fromkeys(said.step(seen.words, each.grade) for each in found)
    return f"{_titled(question)} {', '.join(steps) or _('Not assessed')}."
