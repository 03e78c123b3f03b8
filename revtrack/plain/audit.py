"""One audit: its questions, recommendations, replies, follow-up, documents, checks, history."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem
from revtrack.domain.codes import Severity
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.domain.follow_up import addressee_lines, followed_apart, reply_lines
from revtrack.domain.outcome.scope import is_under_way
from revtrack.domain.records import Question
from revtrack.forms import said
from revtrack.forms.confirm import ConfirmWish
from revtrack.forms.follow_up import PackWish
from revtrack.forms.found_by import addressee_facts, reply_facts
from revtrack.forms.hand_over import HandOverWish
from revtrack.forms.question import QuestionWish
from revtrack.forms.recommendation import RecommendationWish
from revtrack.forms.starting import StartFollowUpWish
from revtrack.plain import papers, sentences
from revtrack.plain.assessing import assess
from revtrack.plain.changing import change, remove
from revtrack.plain.filling import fill
from revtrack.plain.following import follow
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told, moment_told
from revtrack.plain.replies import ReplyTalk
from revtrack.plain.turning import change_told
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.checking import check_audit
from revtrack.services.describe import describe_events
from revtrack.services.find import read_case
from revtrack.services.history import list_history
from revtrack.services.registering.hand_over import recipients_of
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.changes import worded_reason
from revtrack.wording.labels import label
from revtrack.wording.responses import state_told
from revtrack.wording.standings import whole_standing_told


class AuditTalk:
    """The dialogue about one audit; it is read anew before each question."""

    def __init__(self, talk: Dialogue, audit_id: int) -> None:
        """Take the audit."""
        self._talk = talk
        self._audit_id = audit_id

    def open(self) -> None:
        """Read what there is, and let it be chosen from."""
        self._talk.menu(self._title, self._options)

    @property
    def _case(self) -> AuditCase:
        return read_case(self._talk.desk.store, self._audit_id)

    def _title(self) -> str:
        case = self._case
        handed_over = case.audit.handed_over_on
        return sentences.sentence(
            case.audit.reference,
            case.audit.title,
            case.municipality.name,
            _("handed over {day}").format(day=day_told(handed_over))
            if handed_over
            else _("Not handed over").lower(),
        )

    def _options(self) -> Sequence[Option]:
        return tuple(self._reading()) + tuple(self._doing())

    def _reading(self) -> Iterator[Option]:
        case, desk = self._case, self._talk.desk
        lines, replies = addressee_lines(case), reply_lines(case, desk.today)
        problems = check_audit(desk.store, self._audit_id, desk.today)
        yield Option(
            f"{_('Questions and assessments')}: {len(case.questions)}",
            self._read_questions,
        )
        yield Option(
            f"{_('Recommendations')}: {len(case.recommendations)}",
            self._read_recommendations,
        )
        replied = sum(line.has_come for line in replies)
        told = _("{n} of {all} have replied").format(n=replied, all=len(replies))
        yield Option(f"{_('Replies and due days')}: {told}", self._read_replies)
        followed = [line for line in lines if line.addressee.asked is not None]
        judged = sum(line.verdict is not None for line in followed)
        told = _("{n} of {all} followed up").format(n=judged, all=len(followed))
        yield Option(f"{_('Follow-up')}: {told}", self._read_follow_up)
        yield Option(f"{_('Documents')}: {len(case.documents)}", self._read_documents)
        yield Option(f"{_('Checks')}: {_counted(problems)}", self._read_checks)
        yield Option(_("History"), self._read_history)

    def _doing(self) -> Iterator[Option]:
        case = self._case
        if not case.is_handed_over:
            yield Option(_("Hand over"), self._hand_over)
        yield Option(_("New audit questions"), self._add_questions)
        yield Option(_("New recommendations"), self._add_recommendation)
        yield Option(_("Make a document"), self._make_document)
        if case.is_handed_over:
            yield Option(_("Begin a follow-up"), self._start_follow_up)
        if is_under_way(case):
            yield Option(_("Make all papers of the follow-up"), self._make_pack)
        yield Option(_("Change the audit"), partial(self._change, "audit", self._audit_id))

    # ---- reading

    def _browse(self, title: str, options: Callable[[], Sequence[Option]], nothing: str) -> None:
        self._talk.browse(title, options, nothing)

    def _read_questions(self) -> None:
        def options() -> Sequence[Option]:
            case = self._case
            return tuple(
                Option(_question_told(case, each), partial(self._open_question, each.id))
                for each in case.questions
            )

        self._browse(
            _("Questions and assessments."), options, _("No audit question is registered.")
        )

    def _open_question(self, question_id: int) -> None:
        def options() -> Sequence[Option]:
            return (
                Option(_("Assess"), lambda: assess(self._talk, self._audit_id, question_id)),
                Option(_("Change it"), partial(self._change, "question", question_id)),
                Option(_("Remove"), partial(self._remove, "question", question_id)),
            )

        def title() -> str:
            case = self._case
            question = case.question_by_id.get(question_id)
            if question is None:
                raise GoneError
            told = [_titled(question)]
            found = case.assessments_of(question_id)
            told += [sentences.assessment_told(case, each) for each in found]
            return "\n".join(told if found else [*told, _("Not assessed.")])

        self._talk.menu(title, options)

    def _read_recommendations(self) -> None:
        def options() -> Sequence[Option]:
            case = self._case
            lines = [each for line in addressee_lines(case) for each in (line, *line.parts)]
            return tuple(
                Option(
                    sentences.sentence(
                        case.number_of(each),
                        sentences.short_text(each.letter_text or each.report_text),
                        _("state: {state}").format(
                            state=whole_standing_told(lines, each.id).lower()
                        ),
                        _("to {names}").format(
                            names=", ".join(said.name(one) for one in case.committees_of(each.id))
                        ),
                    ),
                    partial(self._open_recommendation, each.id),
                )
                for each in case.recommendations
            )

        self._browse(_("Recommendations."), options, _("No recommendation is registered."))

    def _open_recommendation(self, recommendation_id: int) -> None:
        def options() -> Sequence[Option]:
            case = self._case
            lines = [
                line
                for line in followed_apart(addressee_lines(case))
                if line.recommendation.id == recommendation_id
            ]
            return (
                *(
                    Option(
                        sentences.addressee_told(line),
                        partial(follow, self._talk, self._audit_id, line.addressee.id),
                    )
                    for line in lines
                ),
                Option(_("Change it"), partial(self._change, "recommendation", recommendation_id)),
                Option(_("Remove"), partial(self._remove, "recommendation", recommendation_id)),
            )

        def title() -> str:
            case = self._case
            found = case.recommendation_by_id.get(recommendation_id)
            if found is None:
                raise GoneError
            told = [
                sentences.sentence(case.number_of(found), found.heading),
                sentences.titled(_("In the letter"), found.letter_text),
                sentences.titled(_("In the report"), found.report_text),
            ]
            return "\n".join(filter(None, told))

        self._talk.menu(title, options)

    def _read_replies(self) -> None:
        def options() -> Sequence[Option]:
            case, today = self._case, self._talk.desk.today
            return tuple(
                Option(
                    sentences.reply_told(line, today),
                    ReplyTalk(self._talk, self._audit_id, line.committee.id).open,
                    reply_facts(case, line, state_told(line)),
                    line.committee.abbreviation or "",
                )
                for line in reply_lines(case, today)
            )

        self._browse(
            _("Replies and due days."),
            options,
            _("No reply is watched yet. Hand over the audit first."),
        )

    def _read_follow_up(self) -> None:
        def options() -> Sequence[Option]:
            case = self._case
            return tuple(
                Option(
                    sentences.addressee_told(line),
                    partial(follow, self._talk, self._audit_id, line.addressee.id),
                    addressee_facts(case, line),
                    line.committee.abbreviation or "",
                )
                for line in followed_apart(addressee_lines(case))
                if line.addressee.asked is not None
            )

        self._browse(
            _("Follow-up."),
            options,
            _("Nothing to follow up until the audit has been handed over."),
        )

    def _read_documents(self) -> None:
        def options() -> Sequence[Option]:
            case = self._case
            return tuple(
                Option(sentences.document_told(case, each), partial(papers.send, self._talk, each))
                for each in reversed(case.documents)
            )

        self._browse(_("Documents."), options, _("No document has been made yet."))

    def _read_checks(self) -> None:
        def options() -> Sequence[Option]:
            desk = self._talk.desk
            problems = check_audit(desk.store, self._audit_id, desk.today)
            ordered = sorted(problems, key=lambda each: each.is_confirmed)
            return tuple(
                Option(problem_told(each), partial(self._open_problem, each)) for each in ordered
            )

        self._browse(
            _("Checks, the most serious first."),
            options,
            _("Nothing is missing, late or contradictory."),
        )

    def _open_problem(self, problem: Problem) -> None:
        talk = self._talk
        if problem.is_confirmed:
            talk.say(_("This is confirmed already."))
        elif talk.may_write():
            fill(talk, ConfirmWish(talk.desk, self._audit_id, problem))
            talk.say(_("It is confirmed as intended."))

    def _read_history(self) -> None:
        def options() -> Sequence[Option]:
            store = self._talk.desk.store
            lines = describe_events(store, list_history(store, self._audit_id))
            return tuple(
                Option(
                    sentences.sentence(
                        moment_told(each.event.at),
                        each.event.who or _("another program"),
                        change_told(each),
                        worded_reason(each.event.why) if each.event.why else "",
                    )
                )
                for each in reversed(lines)
            )

        self._browse(_("History, the latest first."), options, _("Nothing has happened yet."))

    # ---- doing

    def _hand_over(self) -> None:
        talk, case = self._talk, self._case
        if not talk.may_write():
            return
        if not recipients_of(case):
            raise RevTrackError(
                "{reference} has no committee to hand over to. "
                "Register its recommendations or its recipients first.",
                reference=case.audit.reference,
            )
        audit = fill(talk, HandOverWish(talk.desk, case))
        talk.say(_("{reference} is handed over.").format(reference=audit.reference))

    def _add_questions(self) -> None:
        talk = self._talk
        if talk.may_write():
            made = fill(talk, QuestionWish(talk.desk, self._audit_id))
            text = ngettext(
                "{n} question is registered.", "{n} questions are registered.", len(made)
            )
            talk.say(text.format(n=len(made)))

    def _add_recommendation(self) -> None:
        talk = self._talk
        if talk.may_write():
            made = fill(talk, RecommendationWish(talk.desk, self._case))
            text = ngettext(
                "{n} recommendation is registered.",
                "{n} recommendations are registered.",
                len(made),
            )
            talk.say(text.format(n=len(made)))

    def _make_document(self) -> None:
        papers.make_of_audit(self._talk, self._case)

    def _start_follow_up(self) -> None:
        talk = self._talk
        if talk.may_write():
            refuse_clerk_to_follow_up(talk.desk.store)
            made = fill(talk, StartFollowUpWish(talk.desk, self._case.audit))
            talk.say(_("{reference} is registered.").format(reference=made.reference))
            AuditTalk(talk, made.id).open()

    def _make_pack(self) -> None:
        talk = self._talk
        if talk.may_write():
            papers.tell_files(talk, fill(talk, PackWish(talk.desk, self._case.audit)))

    def _change(self, kind: str, record_id: int) -> None:
        change(self._talk, self._audit_id, kind, record_id)

    def _remove(self, kind: str, record_id: int) -> None:
        remove(self._talk, self._audit_id, kind, record_id)


def _titled(question: Question) -> str:
    number = _("Question {n}").format(n=question.number)
    return f"{number}: {sentences.sentence(sentences.short_text(question.text))}"


def _question_told(case: AuditCase, question: Question) -> str:
    grades = dict.fromkeys(label(each.grade) for each in case.assessments_of(question.id))
    return f"{_titled(question)} {', '.join(grades) or _('Not assessed')}."


def _counted(problems: Sequence[Problem]) -> str:
    counts = Counter(each.severity for each in problems if not each.is_confirmed)
    parts = [f"{label(each).lower()} {counts[each]}" for each in Severity if counts[each]]
    return ", ".join(parts) or _("nothing to mend")


def problem_told(problem: Problem) -> str:
    """Return what is wrong, and what to do about it."""
    severity = _("Confirmed") if problem.is_confirmed else label(problem.severity)
    return f"{severity}: {word_problem(problem)}"
