"""Nya rekommendationer: one, or a whole list pasted from the report, and whom they go to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import RecommendationKind
from revtrack.domain.entries import NamedRecommendationEntry
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipient_words import TypedRecipients
from revtrack.domain.records import Recommendation
from revtrack.domain.texts.number_lists import numbers_in
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import committee_offers
from revtrack.services.registering.new_audit import (
    add_recommendations,
    everybody_in,
    pasted_recommendations,
    recipients_named,
    unknown_committees,
)
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label


@dataclass(frozen=True)
class NewRow:
    """A recommendation that saving will make."""

    number: int
    """Its place among the new ones, from 1."""
    text: str
    recipients: str
    """As they are typed, in its own row or for all; empty where nobody is named yet."""
    told: str
    """Abbreviations of those that this names."""


class RecommendationWish(Wish[tuple[Recommendation, ...]]):
    """Recommendations as the report words them, with their recipients."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"recipients"})
    ASKS_REGISTER: ClassVar[bool] = True

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Take the audit."""
        super().__init__(desk, _("New recommendations"))
        self._case = case

    def fields(self) -> Sequence[FormField]:
        """Return wording, recipients and section; the rest folded."""
        kinds = tuple((each.value, label(each)) for each in RecommendationKind)
        everybody = everybody_in(self._case)
        return (
            FormField(
                "text",
                _("Recommendation"),
                Kind.TEXT,
                hint=_("several: one a line, or pasted with their bullets and recipients"),
                is_required=True,
            ),
            FormField(
                "recipients",
                _("Recipients"),
                value="alla" if len(everybody) == 1 else "",
                hint=self._example(),
                known=committee_offers(self._case.committees),
                is_list=True,
            ),
            FormField("section", _("Section of the report"), hint=_("for example 3.2.4")),
            FormField("questions", _("Audit questions"), hint=_("numbers, for example 1, 3–4")),
            FormField("heading", _("Short heading"), is_folded=True),
            FormField(
                "kind",
                _("Kind"),
                Kind.CHOICE,
                value=RecommendationKind.RECOMMENDATION.value,
                choices=kinds,
                is_folded=True,
            ),
        )

    def _example(self) -> str:
        everybody = everybody_in(self._case) or self._case.committees
        names = [said.short(each) for each in everybody] or ["KS", "GSN"]
        if len(names) > len(("first", "second")):
            first, second, last = names[0], names[1], names[-1]
            return _("for example {first}, {second}–{last} or “alla utom {first}”").format(
                first=first, second=second, last=last
            )
        return _("for example {names}, or “alla” for all").format(names=", ".join(names))

    # ---- what is read

    def rows(self, typed: Typed) -> tuple[NewRow, ...]:
        """Return what saving will make, in order."""
        drafted = pasted_recommendations(self._case, typed.text("text"))
        for_all = typed.text("recipients").strip()
        told: dict[str, str] = {"": ""}
        for each in (for_all, *(one.recipients or "" for one in drafted)):
            if each not in told:
                told[each] = self._short(each)
        return tuple(
            NewRow(number, each.text, each.recipients or for_all, told[each.recipients or for_all])
            for number, each in enumerate(drafted, start=1)
        )

    def _named(self, text: str) -> TypedRecipients | None:
        try:
            return recipients_named(self._case, text)
        except UsageError:  # told where one goes on, and when it is saved
            return None

    def _short(self, text: str) -> str:
        named = self._named(text)
        parts = named.named if named else (text,)
        return ", ".join(each if isinstance(each, str) else said.short(each) for each in parts)

    # ---- what is told

    def told(self, typed: Typed) -> str:
        """Tell which recommendations and committees saving will make, row by row."""
        rows = self.rows(typed)
        lines = (f"{each.number}. {each.told or '?'}: {each.text}" for each in rows)
        return "\n".join([self.summary(typed, rows), *(lines if self.is_list(rows) else ())])

    def is_list(self, rows: Sequence[NewRow]) -> bool:
        """Tell whether the rows are worth showing: where there are several."""
        return len(rows) > 1

    def summary(self, typed: Typed, rows: Sequence[NewRow]) -> str:
        """Return how many there are, which lack recipients, and whom the others are for."""
        count, told = len(rows), []
        if count > 1:
            added = ngettext(
                "{n} recommendation is added.", "{n} recommendations are added.", count
            )
            told.append(added.format(n=count))
        lacking = [str(each.number) for each in rows if not each.recipients]
        if lacking and count > 1:
            told.append(
                _("No recipients in row {numbers}: write them in the field Recipients.").format(
                    numbers=", ".join(lacking)
                )
            )
        named = [typed.text("recipients"), *(each.recipients for each in rows)]
        texts = [text for text in dict.fromkeys(named) if text.strip()]
        unknown = [name for text in texts for name in unknown_committees(self._case, text)]
        told.append(self._recipients(texts))
        told.append(said.new_committees("\n".join(texts), tuple(dict.fromkeys(unknown))))
        return "\n".join(filter(None, told))

    def _recipients(self, texts: Sequence[str]) -> str:
        named = map(self._named, texts)
        ids = [each.id for found in named if found for each in found.committees]
        names = ", ".join(map(said.name, self._case.in_order(ids)))
        return _("Recipients: {names}.").format(names=names) if names else ""

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        text = typed.text(name)
        try:
            recipients_named(self._case, text)
        except UsageError as refusal:
            return self.desk.word(refusal)
        return said.odd_committees(text, unknown_committees(self._case, text))

    def carry_out(self, typed: Typed) -> tuple[Recommendation, ...]:
        """Store the recommendations, as one wish, and return them."""
        entries = [
            NamedRecommendationEntry.model_validate(
                {
                    "text": row.text,
                    "recipients": row.recipients,
                    "section": typed.line("section"),
                    "heading": typed.line("heading"),
                    "kind": typed.text("kind"),
                    "questions": numbers_in(typed.text("questions")),
                }
            )
            for row in self.rows(typed)
        ]
        if typed.line("heading") and len(entries) > 1:
            raise UsageError(
                "“{heading}” would head all of them. Write short headings one by one.",
                heading=typed.text("heading").strip(),
            )
        return add_recommendations(self.desk.store, self._case.audit.id, entries)
