"""Uppföljning: what the auditors found of a recommendation, and how it is closed and reopened."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from revtrack.domain.codes import Basis, Outcome, Solved, VerdictStep
from revtrack.domain.days.dates import Towards
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.closing import Closing, answer_on_problem
from revtrack.domain.outcome.scope import REPLY_MONTHS
from revtrack.domain.records import Addressee, Audit, NewVerdict, Verdict
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.follow_up.closing import close, reopen
from revtrack.services.follow_up.judging import record_verdicts
from revtrack.wording import _
from revtrack.wording.labels import label

UNSAID, OUTSIDE = "", "outside"
SOLVED = {"yes": True, "no": False, UNSAID: None}


def _about(title: str, line: AddresseeLine) -> str:
    return title.format(number=line.number, committee=line.committee.name)


def _past_day(name: str, title: str, desk: Desk) -> FormField:
    today = desk.today.isoformat()
    return FormField(name, title, Kind.DAY, today, is_required=True, towards=Towards.PAST)


def grounds_fields(desk: Desk, known: NewVerdict | None) -> Sequence[FormField]:
    """Return a verdict with all that may be said of it, filled in with what is known."""
    steps = tuple((step.value, label(step)) for step in VerdictStep)
    bases = tuple((basis.value, label(basis)) for basis in Basis)
    solved = ((UNSAID, _("Not assessed")), *((each, _solved(each)) for each in ("yes", "no")))
    fields = (
        FormField("verdict", _("Follow-up verdict"), Kind.CHOICE, choices=steps),
        FormField("basis", _("Basis"), Kind.CHOICE, choices=bases),
        FormField(
            "method",
            _("How it was checked"),
            hint=_("an interview, a sample"),
            is_required=True,
        ),
        FormField("evidence", _("Evidence"), hint=_("what was seen")),
        FormField("is_solved", _("Problem solved"), Kind.CHOICE, choices=solved),
        _past_day("judged_on", _("Judged on"), desk),
        FormField("judged_by", _("Judged by"), is_folded=True),
        FormField("comment", _("Comment"), Kind.TEXT, is_folded=True),
    )
    if known is None:
        return fields
    return tuple(replace(each, value=_as_typed(getattr(known, each.name))) for each in fields)


def _as_typed(value: object) -> str:
    """Return what stands in a field for what a verdict says."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return UNSAID if value is None else str(value)


def said_of_verdict(typed: Typed) -> dict[str, object]:
    """Return what is typed in those fields, as a verdict keeps it."""
    return {
        "verdict": typed.text("verdict"),
        "basis": typed.text("basis"),
        "method": typed.line("method"),
        "evidence": typed.line("evidence"),
        "is_solved": SOLVED[typed.text("is_solved")],
        "judged_on": typed.day("judged_on"),
        "judged_by": typed.line("judged_by"),
        "comment": typed.line("comment"),
    }


class VerdictWish(Wish[tuple[Verdict, ...]]):
    """What was found, what it rests on, how it was checked and on which day."""

    def __init__(self, desk: Desk, line: AddresseeLine, under_way: tuple[Audit, ...]) -> None:
        """Take the recommendation; ``under_way`` are the follow-ups that may judge it."""
        super().__init__(desk, _about(_("Follow-up verdict – {number} {committee}"), line))
        self._line = line
        self._under_way = under_way

    def fields(self) -> Sequence[FormField]:
        """Return the verdict with its grounds, and in which follow-up it is passed."""
        fields = grounds_fields(self.desk, None)
        shown = [each for each in fields if not each.is_folded]
        folded = [each for each in fields if each.is_folded]
        return (*shown, self._follow_up_field(), *folded)

    def _follow_up_field(self) -> FormField:
        """Return in which follow-up it is passed: the latest under way where nothing is chosen."""
        known = tuple((str(each.id), each.reference) for each in self._under_way)
        choices = (*(known or ((UNSAID, _("None is under way")),)), (OUTSIDE, _("In none")))
        proposed = known[-1][0] if known else UNSAID
        return FormField("follow_up_id", _("Follow-up"), Kind.CHOICE, proposed, choices=choices)

    def carry_out(self, typed: Typed) -> tuple[Verdict, ...]:
        """Store the verdict and return it."""
        chosen = typed.text("follow_up_id")
        new = NewVerdict.model_validate(
            {
                "addressee_id": self._line.addressee.id,
                "follow_up_id": None if chosen in {UNSAID, OUTSIDE} else chosen,
                **said_of_verdict(typed),
            }
        )
        needs_follow_up = chosen != OUTSIDE
        desk = self.desk
        return record_verdicts(desk.store, [new], desk.today, needs_follow_up=needs_follow_up)


class GroundsWish(Wish[NewVerdict]):
    """A verdict that is filled in row by row, with all that may be said of it; stored later."""

    def __init__(
        self, desk: Desk, line: AddresseeLine, known: NewVerdict, *, asks_verdict: bool = True
    ) -> None:
        """Take the recommendation, what is filled in of it, and whether its verdict is asked."""
        super().__init__(desk, _about(_("Follow-up verdict – {number} {committee}"), line))
        self._line = line  # so that a draft of it is told from those of other recommendations
        self._known = known
        self._asks_verdict = asks_verdict

    def fields(self) -> Sequence[FormField]:
        """Return the verdict with its grounds."""
        fields = grounds_fields(self.desk, self._known)
        return [each for each in fields if self._asks_verdict or each.name != "verdict"]

    def carry_out(self, typed: Typed) -> NewVerdict:
        """Return the verdict as it is typed."""
        said = said_of_verdict(typed)
        if not self._asks_verdict:
            del said["verdict"]
        return NewVerdict.model_validate({**self._known.model_dump(), **said})


def _solved(code: str) -> str:
    return label(Solved(code))


class CloseWish(Wish[tuple[Addressee, ...]]):
    """How a recommendation ended, and why it is closed."""

    def __init__(self, desk: Desk, line: AddresseeLine) -> None:
        """Take the recommendation to a committee."""
        super().__init__(desk, _about(_("Close – {number} {committee}"), line))
        self._line = line

    def fields(self) -> Sequence[FormField]:
        """Return outcome, reason, day, whether the problem is solved, and whether it is forced."""
        outcomes = tuple(
            (outcome.value, label(outcome)) for outcome in Outcome if outcome is not Outcome.MERGED
        )
        known = answer_on_problem(self._line, None)
        solved = ((UNSAID, _("Not answered")), *((each.value, label(each)) for each in Solved))
        return (
            FormField("outcome", _("Outcome"), Kind.CHOICE, choices=outcomes),
            FormField("reason", _("Reason"), is_required=True),
            FormField(
                "solved",
                _("Problem solved"),
                Kind.CHOICE,
                known.value if known else UNSAID,
                choices=solved,
            ),
            _past_day("closed_on", _("Closed on"), self.desk),
            FormField(
                "force",
                _("Though actions are open"),
                Kind.CHOICE,
                choices=(("no", _("No")), ("yes", _("Yes, the reason says why"))),
                is_folded=True,
            ),
        )

    def carry_out(self, typed: Typed) -> tuple[Addressee, ...]:
        """Close it and return it."""
        entry = Closing.model_validate(
            {
                "outcome": typed.text("outcome"),
                "reason": typed.text("reason"),
                "closed_on": typed.day("closed_on"),
                "solved": typed.text("solved") or None,
                "is_forced": typed.text("force") == "yes",
            }
        )
        return close(self.desk.store, [self._line.addressee.id], entry, self.desk.today)


class ReopenWish(Wish[tuple[Addressee, ...]]):
    """Why a closed recommendation is opened again."""

    def __init__(self, desk: Desk, line: AddresseeLine) -> None:
        """Take the recommendation to a committee."""
        super().__init__(desk, _about(_("Reopen – {number} {committee}"), line))
        self._line = line

    def fields(self) -> Sequence[FormField]:
        """Return the reason."""
        return (FormField("reason", _("Reason"), is_required=True),)

    def carry_out(self, typed: Typed) -> tuple[Addressee, ...]:
        """Open it again and return it."""
        reason = typed.line("reason")
        if reason is None:
            raise UsageError("Say why it is opened again; the reason is kept and printed.")
        return reopen(self.desk.store, [self._line.addressee.id], reason)


class PackWish(Wish[tuple[Path, ...]]):
    """Makes all papers of a follow-up at once."""

    def __init__(self, desk: Desk, audit: Audit) -> None:
        """Take the follow-up under way."""
        title = _("All papers of the follow-up – {reference}")
        super().__init__(desk, title.format(reference=audit.reference))
        self._audit_id = audit.id

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("Create")

    def fields(self) -> Sequence[FormField]:
        """Return the day that the committees are asked to answer by."""
        return (
            FormField(
                "due_on",
                _("Committees answer by"),
                Kind.DAY,
                propose_due_on(self.desk.today, months=REPLY_MONTHS).isoformat(),
                is_required=True,
                towards=Towards.FUTURE,
            ),
        )

    def carry_out(self, typed: Typed) -> tuple[Path, ...]:
        """Make the papers and return where they lie."""
        # Word and Excel take half a second to load; only who makes a document waits for them.
        from revtrack.services.follow_up.pack import make_pack  # noqa: PLC0415

        desk, due_on = self.desk, typed.day("due_on")
        made = make_pack(desk.store, self._audit_id, desk.today, desk.documents_folder, due_on)
        return tuple(each.path for each in made)
