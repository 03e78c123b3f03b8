"""Lägesrapport: what a committee tells of its progress, and what the auditors find of it."""

from collections.abc import Iterator, Sequence

from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress, Review
from revtrack.domain.days.dates import Towards
from revtrack.domain.entries import ProgressJudgementEntry
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import Action, NewProgressReport, ProgressReport
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.replies.progress import judge_progress, record_progress
from revtrack.wording import _
from revtrack.wording.labels import label
from revtrack.wording.reported import report_told

TITLES = {
    Review.SUFFICIENT: N_("Accept the progress report"),
    Review.SUPPLEMENT_REQUESTED: N_("Return the progress report"),
    Review.INSUFFICIENT: N_("Find the progress report insufficient"),
}
WHOLE = ""
MOST_SHOWN = 60
"""Characters of a text that stand in a choice."""


class ProgressWish(Wish[tuple[ProgressReport, ...]]):
    """How a committee says that things stand with one of its recommendations."""

    def __init__(
        self,
        desk: Desk,
        case: AuditCase,
        lines: Sequence[AddresseeLine],
        chosen: AddresseeLine | None = None,
    ) -> None:
        """Take the recommendations that were put to the committee, and the one of the row."""
        committee = lines[0].committee.name
        super().__init__(desk, _("Progress report – {committee}").format(committee=committee))
        self._case = case
        self._lines = list(lines)
        self._chosen = chosen

    def fields(self) -> Sequence[FormField]:
        """Return the recommendation, how it stands, what is told, and the day."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[FormField]:
        yield FormField(
            "addressee",
            _("Recommendation"),
            Kind.CHOICE,
            str(self._chosen.addressee.id) if self._chosen else "",
            choices=tuple((str(each.addressee.id), _shown(each)) for each in self._lines),
        )
        yield FormField(
            "progress",
            _("The committee says"),
            Kind.CHOICE,
            choices=tuple((each.value, label(each)) for each in Progress),
        )
        yield FormField("text", _("In its own words"), Kind.TEXT)
        yield FormField(
            "reported_on",
            _("Reported on"),
            Kind.DAY,
            self.desk.today.isoformat(),
            towards=Towards.PAST,
        )
        if actions := self._actions():
            yield FormField(
                "action",
                _("About"),
                Kind.CHOICE,
                choices=(
                    (WHOLE, _("The recommendation as a whole")),
                    *((str(each.id), _cut(each.text)) for each in actions),
                ),
                is_folded=True,
            )

    def _actions(self) -> tuple[Action, ...]:
        """Return the actions of the row's recommendation."""
        return tuple(self._case.actions_of(self._chosen.addressee.id)) if self._chosen else ()

    def told(self, typed: Typed) -> str:
        """Say what was reported last, and that it does not count until it is accepted."""
        chosen = typed.text("addressee")
        earlier = [each for each in self._case.progress_reports if str(each.addressee_id) == chosen]
        told = [_("Before: {told}").format(told=report_told(each)) for each in earlier[-2:]]
        told.append(_("It counts when the auditors have accepted it."))
        return "\n".join(told)

    def carry_out(self, typed: Typed) -> tuple[ProgressReport, ...]:
        """Store the report and return it."""
        addressee_id = int(typed.text("addressee"))
        action, own = typed.text("action"), {str(each.id) for each in self._actions()}
        is_chosen = self._chosen is not None and self._chosen.addressee.id == addressee_id
        report = NewProgressReport.model_validate(
            {
                "addressee_id": addressee_id,
                "action_id": int(action) if is_chosen and action in own else None,
                "reported_on": typed.day("reported_on"),
                "progress": typed.text("progress"),
                "text": typed.line("text"),
            }
        )
        desk = self.desk
        return record_progress(desk.store, self._case.audit.id, [report], desk.today)


class ProgressJudgementWish(Wish[tuple[ProgressReport, ...]]):
    """What the auditors find of the reports that wait."""

    def __init__(
        self, desk: Desk, case: AuditCase, reports: Sequence[ProgressReport], review: Review
    ) -> None:
        """Take the reports that wait, and what the judgement is."""
        super().__init__(desk, _(TITLES[review]))
        self._case = case
        self._reports = tuple(reports)
        self._review = review

    def fields(self) -> Sequence[FormField]:
        """Return the note, and when it was judged."""
        needs_note = "review_note" in states.REVIEW_NEEDS[self._review]
        today = self.desk.today.isoformat()
        hint = _("what is missing") if needs_note else ""
        return (
            FormField("review_note", _("Note"), hint=hint, is_required=needs_note),
            FormField(
                "reviewed_on",
                _("Judged on"),
                Kind.DAY,
                today,
                is_required=True,
                towards=Towards.PAST,
            ),
        )

    def told(self, typed: Typed) -> str:
        """Say which reports are judged."""
        del typed
        return "\n".join(f"{self._number(each)}  {report_told(each)}" for each in self._reports)

    def _number(self, report: ProgressReport) -> str:
        addressee = self._case.addressee_by_id[report.addressee_id]
        return self._case.number_of(self._case.recommendation_by_id[addressee.recommendation_id])

    def carry_out(self, typed: Typed) -> tuple[ProgressReport, ...]:
        """Store the judgement and return the reports judged."""
        desk = self.desk
        entry = ProgressJudgementEntry.model_validate(
            {
                "audit_id": self._case.audit.id,
                "addressee_ids": tuple(each.addressee_id for each in self._reports),
                "review": self._review,
                "reviewed_on": typed.day("reviewed_on"),
                "review_note": typed.line("review_note"),
            }
        )
        return judge_progress(desk.store, entry, desk.today)


def _shown(line: AddresseeLine) -> str:
    recommendation = line.recommendation
    text = recommendation.heading or recommendation.letter_text or recommendation.report_text
    return f"{line.number} {_cut(text or '')}"


def _cut(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= MOST_SHOWN else f"{said[: MOST_SHOWN - 1]}…"
