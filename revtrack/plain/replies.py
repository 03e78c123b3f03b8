"""One committee's reply in one audit: what has come, and what is done about it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import PersonRole, ReplyState, ResponseKind, Review
from revtrack.domain.days.meetings import plan_of
from revtrack.domain.exchange.versions import file_versions
from revtrack.domain.follow_up import ReplyLine, addressee_lines
from revtrack.domain.names.succession import committee_in_office
from revtrack.domain.records import Response
from revtrack.forms import said
from revtrack.forms.extension import ExtensionWish
from revtrack.forms.note import NoteWish
from revtrack.forms.response import ResponseWish, awaited_line
from revtrack.forms.review import GiveUpWish, JudgementWish, ReferBackWish, TakeBackWish
from revtrack.plain import sentences
from revtrack.plain.changing import change, remove
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told
from revtrack.plain.positions import Positions
from revtrack.plain.progress import progress_options
from revtrack.services.allowed import refuse_clerk_to_judge
from revtrack.services.find import read_case
from revtrack.wording import _
from revtrack.wording.extensions import extension_told
from revtrack.wording.plans import plan_in_words
from revtrack.wording.responses import (
    file_told,
    response_title,
    response_told,
    review_told,
    shared_told,
)


class ReplyTalk:
    """The dialogue about one reply case; it is read anew before each question."""

    def __init__(
        self, talk: Dialogue, audit_id: int, committee_id: int, beside: Sequence[Option] = ()
    ) -> None:
        """Take the audit and the committee that it asks; ``beside`` can be chosen as well."""
        self._talk = talk
        self._beside = beside
        self._audit_id = audit_id
        self._committee_id = committee_id

    def open(self) -> None:
        """Read what there is, and let it be chosen what to do."""
        self._talk.menu(self._title, self._options)

    def _read(self) -> tuple[AuditCase, ReplyLine]:
        desk = self._talk.desk
        case = read_case(desk.store, self._audit_id)
        return case, awaited_line(case, self._committee_id, desk.today)

    def _title(self) -> str:
        case, line = self._read()
        audit = case.audit
        told = [
            sentences.reply_told(line, self._talk.desk.today),
            sentences.sentence(audit.reference, audit.title, case.municipality.name),
            *self._happened(case, line),
        ]
        return "\n".join(filter(None, told))

    def _happened(self, case: AuditCase, line: ReplyLine) -> Iterator[str]:
        plan = plan_of(case, line, self._talk.desk.today)
        if plan is not None and plan.calendar_until is not None:
            committee = committee_in_office(case, line.committee, self._talk.desk.today)
            yield sentences.titled(_("Plan"), plan_in_words(plan, committee))
        for each in line.extensions:
            yield sentences.titled(_("Extension"), extension_told(each))
        for response in line.responses:
            yield from self._came(case, line, response)
        for note in case.notes:
            if note.reply_case_id == line.reply_case.id:
                title = _("Note {day}").format(day=day_told(note.noted_on))
                yield sentences.titled(title, note.text)

    @property
    def _is_clerk(self) -> bool:
        return self._talk.desk.store.person.role is PersonRole.CLERK

    def _came(self, case: AuditCase, line: ReplyLine, response: Response) -> Iterator[str]:
        shared = shared_told(case, response, line.committee)
        told = sentences.sentence(shared, *response_told(response), response.decision_text)
        yield sentences.titled(response_title(response), told)
        if response.kind is not ResponseKind.DRAFT and response.is_received:
            yield sentences.titled(
                _("Judgement of the reply"), review_told(response, for_clerk=self._is_clerk)
            )
        versions = file_versions(case.attachments)
        for each in case.attachments:
            if each.response_id == response.id:
                yield sentences.titled(_("File"), file_told(each, versions[each.id]))

    # ---- what can be done now

    def _options(self) -> Sequence[Option]:
        possible = (Option(told, partial(self._if_writing, act)) for told, act in self._possible())
        case, line = self._read()
        every = (each for whole in addressee_lines(case) for each in (whole, *whole.parts))
        own = [each for each in every if each.committee.id == line.committee.id]
        return (*possible, *progress_options(self._talk, case, own), *self._beside)

    def _possible(self) -> Iterator[tuple[str, Callable[[], None]]]:
        case, line = self._read()
        yield done_by("audit.reply"), self._register
        yield done_by("audit.extension"), self._extend
        yield done_by("audit.note"), self._note
        judged = states.judged_together(line.responses)
        if judged:
            for review, action in _JUDGEMENTS:
                if review in states.REVIEWS_ALLOWED[judged[-1].review]:
                    yield done_by(action), partial(self._judge, review)
        if line.is_open:
            yield done_by("audit.give_up"), self._give_up
        if states.judged_last(line.responses) or line.state is ReplyState.NO_REPLY:
            yield done_by("audit.take_back"), self._take_back
        if line.state is ReplyState.DRAFT_RECEIVED:
            yield done_by("audit.refer_back"), self._refer_back
        yield _("Change what is registered"), self._change
        if any(each.reply_case_id == line.reply_case.id for each in case.notes):
            yield _("Remove notes"), self._remove

    def _if_writing(self, act: Callable[[], None]) -> None:
        if self._talk.may_write():
            act()

    def _register(self) -> None:
        case, line = self._read()
        wish = ResponseWish(self._talk.desk, case, line)
        fill(self._talk, wish, Positions(self._talk, wish))
        told = _("{committee}: the reply is registered.")
        self._talk.say(told.format(committee=said.name(line.committee)))

    def _extend(self) -> None:
        case, line = self._read()
        fill(self._talk, ExtensionWish(self._talk.desk, case, line))
        self._talk.say(_("The extension is registered."))

    def _note(self) -> None:
        _case, line = self._read()
        fill(self._talk, NoteWish(self._talk.desk, line))
        self._talk.say(_("The note is registered."))

    def _judge(self, review: Review) -> None:
        refuse_clerk_to_judge(self._talk.desk.store)
        case, line = self._read()
        fill(self._talk, JudgementWish(self._talk.desk, case, line, review))
        self._talk.say(_("The judgement is registered."))

    def _give_up(self) -> None:
        refuse_clerk_to_judge(self._talk.desk.store)
        _case, line = self._read()
        fill(self._talk, GiveUpWish(self._talk.desk, line))
        self._talk.say(_("The reply is no longer waited for."))

    def _take_back(self) -> None:
        refuse_clerk_to_judge(self._talk.desk.store)
        _case, line = self._read()
        fill(self._talk, TakeBackWish(self._talk.desk, self._audit_id, line))
        self._talk.say(_("It is taken back."))

    def _refer_back(self) -> None:
        _case, line = self._read()
        fill(self._talk, ReferBackWish(self._talk.desk, self._audit_id, line))
        self._talk.say(_("The draft is noted as referred back."))

    def _change(self) -> None:
        _case, line = self._read()
        change(self._talk, self._audit_id, "reply_case", line.reply_case.id)

    def _remove(self) -> None:
        _case, line = self._read()
        remove(self._talk, self._audit_id, "reply_case", line.reply_case.id)


_JUDGEMENTS = (
    (Review.SUFFICIENT, "audit.accept"),
    (Review.SUPPLEMENT_REQUESTED, "audit.return"),
    (Review.INSUFFICIENT, "audit.insufficient"),
)
