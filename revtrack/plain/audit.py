"""One audit: its questions, recommendations, replies, follow-up, documents, checks, history."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem
from revtrack.domain.codes import Severity
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import addressee_lines, reply_lines
from revtrack.domain.outcome.scope import is_under_way
from revtrack.forms.follow_up import PackWish
from revtrack.forms.found_by import reply_facts
from revtrack.forms.hand_over import HandOverWish
from revtrack.forms.question import QuestionWish
from revtrack.forms.recommendation import RecommendationWish
from revtrack.forms.starting import StartFollowUpWish
from revtrack.plain import papers, sentences
from revtrack.plain.changing import change, row_orders
from revtrack.plain.checks import read_checks_of
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.history import read_history_of
from revtrack.plain.looking_back import look_back
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told
from revtrack.plain.questions import read_questions
from revtrack.plain.recommendations import read_follow_up, read_recommendations
from revtrack.plain.replies import ReplyTalk
from revtrack.plain.verdicts import judge_rows
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.checking import check_audit
from revtrack.services.find import read_case
from revtrack.services.follow_up.judging import follow_ups_of
from revtrack.services.follow_up.verdict_sheet import see_covered
from revtrack.services.registering.hand_over import recipients_of
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.responses import state_told


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

    @property
    def _here(self) -> tuple[Dialogue, int]:
        return self._talk, self._audit_id

    @property
    def _is_followed_up(self) -> bool:
        """Whether it is a follow-up under way, or one under way goes back to it."""
        if self._case.followed:
            return is_under_way(self._case)
        known = follow_ups_of(self._talk.desk.store, self._audit_id)
        return any(each.handed_over_on is None for each in known)

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
        here = self._here
        problems = check_audit(desk.store, self._audit_id, desk.today)
        yield Option(
            f"{_('Questions and assessments')}: {len(case.questions)}",
            partial(read_questions, *here),
        )
        yield Option(
            f"{_('Recommendations')}: {len(case.recommendations)}",
            partial(read_recommendations, *here),
        )
        replied = sum(line.has_come for line in replies)
        told = _("{n} of {all} have replied").format(n=replied, all=len(replies))
        told = told if replies else _("none is watched yet")
        yield Option(f"{_('Replies and due days')}: {told}", self._read_replies)
        followed = [line for line in lines if line.addressee.asked is not None]
        found = [line.verdict for line in followed]
        found += [each.own for each in see_covered(desk.store, self._audit_id)]
        judged = sum(each is not None for each in found)
        told = _("{n} of {all} followed up").format(n=judged, all=len(found))
        told = told if found else _("nothing to follow up yet")
        yield Option(f"{_('Follow-up')}: {told}", partial(read_follow_up, *here))
        yield Option(
            f"{_('Documents')}: {len(case.documents)}", partial(papers.read_documents, *here)
        )
        yield Option(f"{_('Checks')}: {_counted(problems)}", partial(read_checks_of, *here))
        yield Option(_("History"), partial(read_history_of, *here))
        yield Option(_("The audit as it stood on a day"), self._look_back)

    def _doing(self) -> Iterator[Option]:
        case = self._case
        if not case.is_handed_over:
            yield Option(done_by("audit.hand_over"), self._hand_over)
        yield Option(done_by("audit.question"), self._add_questions)
        yield Option(done_by("audit.recommendation"), self._add_recommendation)
        yield Option(done_by("audit.document"), self._make_document)
        if case.is_handed_over:
            yield Option(done_by("audit.start_follow_up"), self._start_follow_up)
        if self._is_followed_up:
            yield Option(done_by("audit.verdicts"), partial(judge_rows, *self._here))
        if is_under_way(case):
            yield Option(done_by("audit.pack"), self._make_pack)
        yield Option(_("Change the audit"), self._change)

    def _read_replies(self) -> None:
        def options() -> Sequence[Option]:
            case, today = self._case, self._talk.desk.today
            return tuple(
                Option(
                    sentences.reply_told(line, today),
                    ReplyTalk(self._talk, self._audit_id, line.committee.id).open,
                    reply_facts(case, line, state_told(line)),
                    line.committee.abbreviation or "",
                    Subject(Kind.REPLY_CASE, self._audit_id, line.reply_case.id),
                )
                for line in reply_lines(case, today)
            )

        nothing = _("No reply is watched yet. Hand over the audit first.")
        self._talk.browse(_("Replies and due days."), options, nothing, row_orders(self._talk))

    def _look_back(self) -> None:
        look_back(self._talk, lambda past: AuditTalk(past, self._audit_id).open())

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

    def _change(self) -> None:
        change(self._talk, self._audit_id, "audit", self._audit_id)


def _counted(problems: Sequence[Problem]) -> str:
    counts = Counter(each.severity for each in problems if not each.is_confirmed)
    parts = [f"{label(each).lower()} {counts[each]}" for each in Severity if counts[each]]
    return ", ".join(parts) or _("nothing to mend")
