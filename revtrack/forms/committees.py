"""Nya nämnder, Ändra nämnd, Byt namn eller slå samman: the committees of a municipality."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.committee_lines import ListedCommittee, listed_committees
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee, Municipality
from revtrack.domain.texts.prose import name_key
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import committee_offers
from revtrack.services.registering.bodies import (
    AddedCommittees,
    add_committees,
    change_committee,
)
from revtrack.services.registering.succession import (
    Succession,
    Wanted,
    plan_succession,
    succeed_committees,
)
from revtrack.wording import _, ngettext
from revtrack.wording.labels import field_label, label


class NewCommitteesWish(Wish[AddedCommittees]):
    """Committees, one a line, as they are pasted from a list."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"committees"})

    def __init__(
        self, desk: Desk, town: Municipality, known: Sequence[Committee], proposed: str = ""
    ) -> None:
        """Take the municipality, the committees that it has, and names that are proposed."""
        super().__init__(desk, _("New committees – {municipality}").format(municipality=town.name))
        self._town = town
        self._known = known
        self._proposed = proposed

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        return (
            FormField(
                "committees",
                _("Committees"),
                Kind.TEXT,
                self._proposed,
                hint=_("one a line, for example: Kommunstyrelsen KS"),
                is_required=True,
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell which committees saving adds, and which there are already."""
        return listed_told(typed.text("committees"), self._known)

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about names that are unlike a committee's."""
        return odd_in_list(typed.text(name), self._known)

    def carry_out(self, typed: Typed) -> AddedCommittees:
        """Store the committees and return them."""
        listed = listed_committees(typed.text("committees"))
        return add_committees(self.desk.store, self._town.id, listed)


def listed_told(text: str, known: Sequence[Committee]) -> str:
    """Return which committees of a list are added, and which there are already."""
    keys = {name_key(each.name) for each in known}
    listed = listed_committees(text)
    new = [each for each in listed if name_key(each.name) not in keys]
    there = [each.name for each in listed if name_key(each.name) in keys]
    told = []
    if new:
        count = ngettext("{n} committee is added", "{n} committees are added", len(new))
        names = ", ".join(_with_abbreviation(each) for each in new)
        told.append(f"{count.format(n=len(new))}: {names}.")
    if there:
        told.append(_("Registered already: {names}.").format(names=", ".join(there)))
    return "\n".join(told)


def _with_abbreviation(each: ListedCommittee) -> str:
    return f"{each.name} ({each.abbreviation})" if each.abbreviation else each.name


def odd_in_list(text: str, known: Sequence[Committee]) -> str:
    """Return a sentence about the new names of a list that are unlike a committee's, if any."""
    keys = {name_key(each.name) for each in known}
    new = [each.name for each in listed_committees(text) if name_key(each.name) not in keys]
    return said.odd_committees(text, new)


_TEXTS = ("name", "abbreviation", "contact_address")
_MANY = ("aliases", "administrations", "diary_prefixes")


class ChangeCommitteeWish(Wish[Committee]):
    """What is known of a committee; a new name from a day is another wish."""

    def __init__(self, desk: Desk, committee: Committee) -> None:
        """Take the committee as it was read."""
        super().__init__(desk, said.name(committee))
        self._committee = committee

    def fields(self) -> Sequence[FormField]:
        """Return name, abbreviation, address and days; the rest folded."""
        own = self._committee
        hints = {
            "contact_address": _("where reminders are sent, for example namnden@kommunen.se"),
            "aliases": _("other names seen in documents, one a line"),
            "administrations": _("one a line"),
            "diary_prefixes": _("how its diary numbers begin, one a line"),
        }
        texts = (
            FormField(
                each,
                field_label("committee", each),
                value=getattr(own, each) or "",
                hint=hints.get(each, ""),
                is_required=each == "name",
            )
            for each in _TEXTS
        )
        many = (
            FormField(
                each,
                field_label("committee", each),
                Kind.TEXT,
                value=getattr(own, each) or "",
                hint=hints[each],
                is_folded=True,
            )
            for each in _MANY
        )
        return (*texts, *self._days(), self._kind(), *many)

    def _days(self) -> tuple[FormField, ...]:
        own = self._committee
        return tuple(
            FormField(
                each,
                field_label("committee", each),
                Kind.DAY,
                value=day.isoformat() if (day := getattr(own, each)) else "",
                hint=hint,
            )
            for each, hint in (
                ("valid_from_on", _("empty: always")),
                ("valid_to_on", _("its last day; empty: still there")),
            )
        )

    def _kind(self) -> FormField:
        kinds = tuple((each.value, label(each)) for each in CommitteeKind)
        return FormField(
            "kind",
            field_label("committee", "kind"),
            Kind.CHOICE,
            value=self._committee.kind.value,
            choices=kinds,
            is_folded=True,
        )

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Tell that a committee which changes its name from a day is succeeded instead."""
        is_other = name_key(typed.text("name")) != name_key(self._committee.name)
        told = _(
            "This corrects the name, in earlier papers too. A committee that changes its name from "
            "a day is succeeded instead: Rename or merge."
        )
        return {"name": (told,) if is_other and typed.line("name") else ()}

    def carry_out(self, typed: Typed) -> Committee:
        """Store what is changed and return the committee."""
        choices = {each: typed.line(each) for each in (*_TEXTS, *_MANY)}
        choices["name"] = typed.text("name")
        days = {each: typed.day(each) for each in ("valid_from_on", "valid_to_on")}
        kind = CommitteeKind(typed.text("kind"))
        return change_committee(self.desk.store, self._committee, {**choices, **days, "kind": kind})


class SuccessionWish(Wish[tuple[Succession, ...]]):
    """A committee that takes over from one or several others, from a day on."""

    ASKS_REGISTER: ClassVar[bool] = True

    def __init__(
        self,
        desk: Desk,
        town: Municipality,
        ending: Sequence[Committee],
        known: Sequence[Committee],
    ) -> None:
        """Take the committees that end, and those that there are."""
        super().__init__(desk, _("Rename or merge – {municipality}").format(municipality=town.name))
        self._town = town
        self._ending = ending
        self._known = [each for each in known if each.valid_to_on is None]

    def fields(self) -> Sequence[FormField]:
        """Return which end, what takes over, and from when."""
        offers = committee_offers(self._known)
        return (
            FormField(
                "old",
                _("Committees that end"),
                value=", ".join(said.short(each) for each in self._ending),
                hint=_("one, or several that are merged: SN, ON"),
                known=offers,
                is_list=True,
                is_required=True,
            ),
            FormField(
                "new",
                _("Taken over by"),
                hint=_("one that there is, or a new one: Socialnämnden SN"),
                known=offers,
                is_required=True,
            ),
            FormField(
                "on",
                _("From"),
                Kind.DAY,
                hint=_("the first day of the new committee"),
                is_required=True,
                towards=Towards.FUTURE,
            ),
        )

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return "new" if self._ending else "old"

    def _wanted(self, typed: Typed) -> Wanted | None:
        on, new = typed.day_or_none("on"), typed.line("new")
        old = tuple(
            each.strip() for each in typed.text("old").replace(";", ",").split(",") if each.strip()
        )
        return Wanted(old, new, on, self._town.name) if old and new and on else None

    def told(self, typed: Typed) -> str:
        """Tell what would move to whom, or why it cannot be."""
        wanted = self._wanted(typed)
        if wanted is None:
            return ""
        try:
            plan = plan_succession(self.desk.store, wanted)
        except RevTrackError as refusal:
            return self.desk.word(refusal)
        told = [
            _("{moved} move to {new} from {day}.").format(
                moved=_moved(plan.taken_over, plan.awaited), new=plan.new_name, day=wanted.on
            ),
            _("Issued letters, replies and what is closed keep the old name."),
        ]
        if plan.is_new_made:
            told.insert(0, _("New committee is added: {name}.").format(name=plan.new_name))
        if plan.drafts:
            stay = ngettext(
                "{n} recommendation that no letter has put yet stays with the old name.",
                "{n} recommendations that no letter has put yet stay with the old name.",
                plan.drafts,
            )
            told.append(stay.format(n=plan.drafts))
        return "\n".join(told)

    def carry_out(self, typed: Typed) -> tuple[Succession, ...]:
        """Let the committee take over."""
        wanted = self._wanted(typed)
        if wanted is None:
            raise UsageError("Say which committee ends.")
        return succeed_committees(self.desk.store, wanted)


def _moved(recommendations: int, replies: int) -> str:
    first = ngettext("{n} open recommendation", "{n} open recommendations", recommendations)
    second = ngettext("{n} awaited reply", "{n} awaited replies", replies)
    return _("{recommendations} and {replies}").format(
        recommendations=first.format(n=recommendations), replies=second.format(n=replies)
    )


def succeeded_told(done: Sequence[Succession]) -> str:
    """Return what was done where a committee took over from others."""
    told = _("{new} takes over from {old} on {day}.")
    last = done[0].old.valid_to_on
    day = done[0].new.valid_from_on if done[0].is_new_made else None
    return told.format(
        new=said.name(done[0].new),
        old=join_names(each.old.name for each in done),
        day=day or (last.fromordinal(last.toordinal() + 1) if last else ""),
    )
