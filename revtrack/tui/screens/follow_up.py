"""Uppföljning: what the auditors found of a recommendation, and how it is closed and reopened."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from revtrack.domain.codes import Basis, Outcome, Solved, VerdictStep
from revtrack.domain.days.dates import Towards
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.closing import Closing, answer_on_problem
from revtrack.domain.outcome.scope import REPLY_MONTHS
from revtrack.domain.records import Addressee, Audit, NewVerdict, Verdict
from revtrack.services.follow_up.closing import close, reopen
from revtrack.services.follow_up.judging import record_verdicts
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _
from revtrack.wording.labels import label

UNSAID, OUTSIDE = "", "outside"
SOLVED = {"yes": True, "no": False, UNSAID: None}


def _about(title: str, line: AddresseeLine) -> str:
    return title.format(number=line.number, committee=line.committee.name)


class VerdictForm(Form[tuple[Verdict, ...]]):
    """What was found, what it rests on, how it was checked and on which day."""

    def __init__(self, desk: Desk, line: AddresseeLine, under_way: tuple[Audit, ...]) -> None:
        """Make the form for a recommendation; ``under_way`` are the follow-ups that may judge."""
        super().__init__(desk, _about(_("Follow-up verdict – {number} {committee}"), line))
        self._line = line
        self._under_way = under_way

    def fields(self) -> Iterable[FormField]:
        """Return verdict, basis, method, evidence, day and whether the problem is solved."""
        steps = tuple((step.value, label(step)) for step in VerdictStep)
        yield FormField("verdict", _("Follow-up verdict"), Kind.CHOICE, choices=steps)
        bases = tuple((basis.value, label(basis)) for basis in Basis)
        yield FormField("basis", _("Basis"), Kind.CHOICE, choices=bases)
        yield FormField(
            "method", _("How it was checked"), hint=_("an interview, a sample"), is_required=True
        )
        yield FormField("evidence", _("Evidence"), hint=_("what was seen"))
        solved = ((UNSAID, _("Not assessed")), *((each, _solved(each)) for each in ("yes", "no")))
        yield FormField("is_solved", _("Problem solved"), Kind.CHOICE, choices=solved)
        yield FormField(
            "judged_on",
            _("Judged on"),
            Kind.DAY,
            self.desk.today.isoformat(),
            is_required=True,
            towards=Towards.PAST,
        )
        yield self._follow_up_field()
        yield FormField("judged_by", _("Judged by"), is_folded=True)
        yield FormField("comment", _("Comment"), Kind.TEXT, is_folded=True)

    async def carry_out(self) -> tuple[Verdict, ...]:
        """Store the verdict and return it."""
        chosen = self.text("follow_up_id")
        new = NewVerdict.model_validate(
            {
                "addressee_id": self._line.addressee.id,
                "follow_up_id": None if chosen in {UNSAID, OUTSIDE} else chosen,
                "verdict": self.text("verdict"),
                "basis": self.text("basis"),
                "method": self.line("method"),
                "evidence": self.line("evidence"),
                "is_solved": SOLVED[self.text("is_solved")],
                "judged_on": self.day("judged_on"),
                "judged_by": self.line("judged_by"),
                "comment": self.line("comment"),
            }
        )
        store_it = partial(record_verdicts, needs_follow_up=chosen != OUTSIDE)
        return await self.ask(store_it, self.desk.store, [new], self.desk.today)

    def _follow_up_field(self) -> FormField:
        """Return in which follow-up it is passed: the latest under way where nothing is chosen."""
        known = tuple((str(each.id), each.reference) for each in self._under_way)
        choices = (*(known or ((UNSAID, _("None is under way")),)), (OUTSIDE, _("In none")))
        proposed = known[-1][0] if known else UNSAID
        return FormField("follow_up_id", _("Follow-up"), Kind.CHOICE, proposed, choices=choices)


def _solved(code: str) -> str:
    return label(Solved(code))


class CloseForm(Form[tuple[Addressee, ...]]):
    """How a recommendation ended, and why it is closed."""

    def __init__(self, desk: Desk, line: AddresseeLine) -> None:
        """Make the form for a recommendation to a committee."""
        super().__init__(desk, _about(_("Close – {number} {committee}"), line))
        self._line = line

    def fields(self) -> Iterable[FormField]:
        """Return outcome, reason, day, whether the problem is solved, and whether it is forced."""
        outcomes = tuple(
            (outcome.value, label(outcome)) for outcome in Outcome if outcome is not Outcome.MERGED
        )
        yield FormField("outcome", _("Outcome"), Kind.CHOICE, choices=outcomes)
        yield FormField("reason", _("Reason"), is_required=True)
        known = answer_on_problem(self._line, None)
        solved = ((UNSAID, _("Not answered")), *((each.value, label(each)) for each in Solved))
        yield FormField(
            "solved", _("Problem solved"), Kind.CHOICE, known.value if known else UNSAID,
            choices=solved,
        )  # fmt: skip
        yield FormField(
            "closed_on",
            _("Closed on"),
            Kind.DAY,
            self.desk.today.isoformat(),
            is_required=True,
            towards=Towards.PAST,
        )
        yield FormField(
            "force",
            _("Though actions are open"),
            Kind.CHOICE,
            choices=(("no", _("No")), ("yes", _("Yes, the reason says why"))),
            is_folded=True,
        )

    async def carry_out(self) -> tuple[Addressee, ...]:
        """Close it and return it."""
        entry = Closing.model_validate(
            {
                "outcome": self.text("outcome"),
                "reason": self.text("reason"),
                "closed_on": self.day("closed_on"),
                "solved": self.text("solved") or None,
                "is_forced": self.text("force") == "yes",
            }
        )
        ids = [self._line.addressee.id]
        return await self.ask(close, self.desk.store, ids, entry, self.desk.today)


class ReopenForm(Form[tuple[Addressee, ...]]):
    """Why a closed recommendation is opened again."""

    def __init__(self, desk: Desk, line: AddresseeLine) -> None:
        """Make the form for a recommendation to a committee."""
        super().__init__(desk, _about(_("Reopen – {number} {committee}"), line))
        self._line = line

    def fields(self) -> Iterable[FormField]:
        """Return the reason."""
        yield FormField("reason", _("Reason"), is_required=True)

    async def carry_out(self) -> tuple[Addressee, ...]:
        """Open it again and return it."""
        reason = self.line("reason")
        if reason is None:
            raise UsageError("Say why it is opened again; the reason is kept and printed.")
        return await self.ask(reopen, self.desk.store, [self._line.addressee.id], reason)


class PackForm(Form[tuple[Path, ...]]):
    """Makes all papers of a follow-up at once."""

    def __init__(self, desk: Desk, audit: Audit) -> None:
        """Make the form for a follow-up under way."""
        super().__init__(desk, _("All papers of the follow-up – {reference}").format(
            reference=audit.reference
        ))  # fmt: skip
        self._audit_id = audit.id

    def fields(self) -> Iterable[FormField]:
        """Return the day that the committees are asked to answer by."""
        yield FormField(
            "due_on",
            _("Committees answer by"),
            Kind.DAY,
            propose_due_on(self.desk.today, months=REPLY_MONTHS).isoformat(),
            is_required=True,
            towards=Towards.FUTURE,
        )

    async def carry_out(self) -> tuple[Path, ...]:
        """Make the papers and return where they lie."""
        # Word and Excel take half a second to load; only who makes a document waits for them.
        from revtrack.services.follow_up.pack import make_pack  # noqa: PLC0415

        desk, due_on = self.desk, self.day("due_on")
        folder = desk.documents_folder
        made = await self.ask(make_pack, desk.store, self._audit_id, desk.today, folder, due_on)
        return tuple(each.path for each in made)
