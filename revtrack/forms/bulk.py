"""Ändra flera rader: what is to be said of all of them, and what that would do to each."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from revtrack.domain.codes import Confidentiality, Outcome, Priority, Solved
from revtrack.domain.days.dates import Towards
from revtrack.domain.outcome.closing import Closing
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Typed
from revtrack.forms.field import Kind as Field
from revtrack.forms.wish import Wish
from revtrack.services.changing import bulk_kinds as kinds
from revtrack.services.changing.bulk import BulkPlan, plan_bulk
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.wording import _, ngettext
from revtrack.wording.labels import absent_label, field_label, label

UNSAID = ""
NOTHING = "–"


class What(StrEnum):
    """What can be said of many rows at once."""

    MORE_TIME = "more_time"
    ACCEPT = "accept"
    PRIORITY = "priority"
    RESPONSIBLE = "responsible"
    CARRY_OUT = "carry_out"
    CLOSE = "close"
    FOLLOW_UP = "follow_up"
    CONFIDENTIALITY = "confidentiality"


_REPLIES = frozenset({Kind.REPLY_CASE, Kind.RESPONSE})
_ITEMS = frozenset({Kind.RECOMMENDATION, Kind.ADDRESSEE})
_ALL = frozenset(Kind) - {Kind.QUESTION, Kind.ASSESSMENT}
FITTING: Mapping[What, frozenset[Kind]] = {
    What.MORE_TIME: _REPLIES | {Kind.AUDIT},
    What.ACCEPT: _REPLIES,
    What.PRIORITY: _ITEMS,
    What.RESPONSIBLE: _ITEMS | {Kind.ACTION, Kind.AUDIT},
    What.CARRY_OUT: _ITEMS,
    What.CLOSE: _ITEMS,
    What.FOLLOW_UP: _ALL,
    What.CONFIDENTIALITY: _ALL,
}
"""The kinds of row that each is offered for."""


def name_of(what: What) -> str:
    """Return what it is called where one chooses."""
    names: dict[What, str] = {
        What.MORE_TIME: _("Reply by: one new day for all (extension)"),
        What.ACCEPT: _("Find the replies sufficient"),
        What.PRIORITY: _("Priority"),
        What.RESPONSIBLE: _("Responsible"),
        What.CARRY_OUT: _("To be carried out by"),
        What.CLOSE: _("Close with outcome and reason"),
        What.FOLLOW_UP: _("Planned follow-up of the audit"),
        What.CONFIDENTIALITY: _("Working material or public"),
    }
    return names[what]


def offered(subjects: Sequence[Subject]) -> tuple[What, ...]:
    """Return what can be said of at least one of these rows."""
    there = {each.kind for each in subjects}
    return tuple(what for what in What if FITTING[what] & there)


class BulkWish(Wish[tuple[kinds.BulkChange, BulkPlan]]):
    """What all the rows are to say; gives back what that would do, before anything is stored."""

    ENDS: ClassVar[Sequence[Outcome]] = tuple(
        each for each in Outcome if each is not Outcome.MERGED
    )

    def __init__(
        self, desk: Desk, subjects: Sequence[Subject], what: What, *, hidden: int = 0
    ) -> None:
        """Take the rows, and what of them is changed; ``hidden`` marked rows stay."""
        count = len(subjects)
        said = ngettext("{what} – {n} row", "{what} – {n} rows", count)
        super().__init__(desk, said.format(what=name_of(what), n=count))
        self.subjects = tuple(subjects)
        self._what = what
        self._hidden = hidden

    def told(self, typed: Typed) -> str:
        """Tell of marked rows that the filter hides."""
        del typed
        if not self._hidden:
            return ""
        return ngettext(
            "{n} marked row is hidden by the filter and is not changed.",
            "{n} marked rows are hidden by the filter and are not changed.",
            self._hidden,
        ).format(n=self._hidden)

    def fields(self) -> Sequence[FormField]:
        """Return the few fields of what is changed."""
        made: Mapping[What, Callable[[], Sequence[FormField]]] = {
            What.MORE_TIME: self._more_time,
            What.ACCEPT: self._accept,
            What.PRIORITY: lambda: (_choice("priority", _priorities()),),
            What.RESPONSIBLE: lambda: (
                FormField(
                    "responsible",
                    field_label("action", "responsible"),
                    hint=_("a function, not a name"),
                ),
            ),
            What.CARRY_OUT: lambda: (
                FormField("due", _("To be carried out by"), Field.COARSE, towards=Towards.FUTURE),
            ),
            What.CLOSE: self._close,
            What.FOLLOW_UP: lambda: (
                FormField(
                    "follow_up_planned",
                    field_label("audit", "follow_up_planned"),
                    Field.COARSE,
                    towards=Towards.FUTURE,
                ),
            ),
            What.CONFIDENTIALITY: lambda: (
                _choice(
                    "confidentiality", tuple((each.value, label(each)) for each in Confidentiality)
                ),
            ),
        }
        return made[self._what]()

    def _day(self, name: str, title: str) -> FormField:
        today = self.desk.today.isoformat()
        return FormField(name, title, Field.DAY, today, is_required=True, towards=Towards.PAST)

    def _more_time(self) -> Sequence[FormField]:
        return (
            FormField(
                "new_due_on",
                _("New day"),
                Field.DAY,
                is_required=True,
                towards=Towards.FUTURE,
            ),
            self._day("decided_on", _("Decided on")),
            FormField("decided_by", _("Decided by"), hint=_("a function, not a name")),
            FormField("reason", _("Reason")),
        )

    def _accept(self) -> Sequence[FormField]:
        paragraph = _("The auditors' paragraph (§)")
        return (
            self._day("reviewed_on", _("Judged on")),
            FormField("review_paragraph", paragraph, hint=_("for example 31")),
        )

    def _close(self) -> Sequence[FormField]:
        answers = ((UNSAID, _("As the verdict says")), *((e.value, label(e)) for e in Solved))
        forced = (("no", _("No")), ("yes", _("Yes, for the reason above")))
        return (
            FormField(
                "outcome",
                field_label("addressee", "outcome"),
                Field.CHOICE,
                choices=tuple((each.value, label(each)) for each in self.ENDS),
            ),
            FormField("closing_reason", _("Reason"), is_required=True),
            self._day("closed_on", field_label("addressee", "closed_on")),
            FormField("solved", _("Problem solved"), Field.CHOICE, choices=answers),
            FormField("is_forced", _("Also with open actions"), Field.CHOICE, choices=forced),
        )

    # ---- what is said

    def _change(self, typed: Typed) -> kinds.BulkChange:
        made: Mapping[What, Callable[[], kinds.BulkChange]] = {
            What.MORE_TIME: lambda: kinds.MoreTime(
                typed.day("new_due_on") or self.desk.today,
                typed.day("decided_on"),
                typed.line("decided_by"),
                typed.line("reason"),
            ),
            What.ACCEPT: lambda: kinds.AcceptAll(
                typed.day("reviewed_on") or self.desk.today, _number(typed.line("review_paragraph"))
            ),
            What.PRIORITY: lambda: kinds.SetPriority(
                Priority(typed.text("priority")) if typed.text("priority") else None
            ),
            What.RESPONSIBLE: lambda: kinds.SetResponsible(typed.line("responsible")),
            What.CARRY_OUT: lambda: kinds.SetCarryOut(typed.coarse("due")),
            What.CLOSE: lambda: kinds.CloseAll(self._closing(typed)),
            What.FOLLOW_UP: lambda: kinds.SetFollowUp(typed.coarse("follow_up_planned")),
            What.CONFIDENTIALITY: lambda: kinds.SetConfidentiality(
                Confidentiality(typed.text("confidentiality"))
            ),
        }
        return made[self._what]()

    def _closing(self, typed: Typed) -> Closing:
        return Closing.model_validate(
            {
                "outcome": typed.text("outcome"),
                "reason": typed.text("closing_reason"),
                "closed_on": typed.day("closed_on"),
                "solved": typed.text("solved") or None,
                "is_forced": bool(typed.truth("is_forced")),
            }
        )

    def why(self, wanted: kinds.BulkChange) -> str | None:
        """Return the reason that the history keeps with the change."""
        if isinstance(wanted, kinds.CloseAll):
            return wanted.closing.reason
        return wanted.reason if isinstance(wanted, kinds.MoreTime) else None

    def carry_out(self, typed: Typed) -> tuple[kinds.BulkChange, BulkPlan]:
        """Return what is wished, and what it would do to each row; nothing is stored."""
        wanted = self._change(typed)
        return wanted, plan_bulk(self.desk.store, self.subjects, wanted, self.desk.today)


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> FormField:
    title = field_label("recommendation", name)
    return FormField(name, title, Field.CHOICE, value=choices[0][0], choices=choices)


def _priorities() -> Sequence[tuple[str, str]]:
    said = tuple((each.value, label(each)) for each in Priority)
    return (*said, (UNSAID, absent_label("priority")))


def _number(paragraph: str | None) -> str | None:
    return paragraph.removeprefix("§").strip() or None if paragraph else None


def changed_told(plan: BulkPlan) -> str:
    """Return how many rows are changed: "7 rader ändras"."""
    count = len(plan.changed)
    told = ngettext("{n} row is changed.", "{n} rows are changed.", count).format(n=count)
    if not plan.left:
        return told
    left = ngettext("{n} row stays as it is.", "{n} rows stay as they are.", len(plan.left))
    return f"{told} {left.format(n=len(plan.left))}"


def value_told(value: object) -> str:
    """Return what a row says before or after: the word of a code, a dash for nothing."""
    if value is None:
        return NOTHING
    return label(value) if isinstance(value, StrEnum) else str(value)
