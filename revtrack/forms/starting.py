"""Påbörja uppföljning: which earlier audits a follow-up goes back to, and what it is called."""

from collections.abc import Sequence

from revtrack.domain.records import Audit
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import Names
from revtrack.services.find import find_audit
from revtrack.services.follow_up.starting import FollowUpEntry, propose_title, start_follow_up
from revtrack.wording import _


class StartFollowUpWish(Wish[Audit]):
    """A follow-up audit, which gathers what is open in one or several earlier audits."""

    def __init__(self, desk: Desk, audit: Audit) -> None:
        """Take the audit that is to be followed up."""
        super().__init__(
            desk, _("Begin a follow-up – {reference}").format(reference=audit.reference)
        )
        self._audit = audit

    def fields(self) -> Sequence[FormField]:
        """Return the audits and the title; the rest folded."""
        return (
            FormField(
                "audits",
                _("Audits followed up"),
                value=self._audit.reference,
                hint=_("references, several with commas"),
                names=Names.AUDITS,
                is_list=True,
                is_required=True,
            ),
            FormField("title", _("Title"), value=propose_title([self._audit])),
            FormField("reference", _("Reference"), hint=_("proposed"), is_folded=True),
            FormField(
                "audit_year",
                _("Audit year"),
                value=str(self.desk.today.year),
                is_folded=True,
            ),
            FormField("firm", _("Firm"), hint=_("none where an own office did it"), is_folded=True),
            FormField(
                "force",
                _("Though another is under way"),
                Kind.CHOICE,
                "no",
                choices=(("no", _("No")), ("yes", _("Yes"))),
                is_folded=True,
            ),
        )

    def carry_out(self, typed: Typed) -> Audit:
        """Store the follow-up audit and return it."""
        store = self.desk.store
        named = [each.strip() for each in typed.text("audits").split(",") if each.strip()]
        entry = FollowUpEntry.model_validate(
            {
                "followed_ids": tuple(find_audit(store, each).id for each in named),
                "title": typed.line("title"),
                "reference": typed.line("reference"),
                "audit_year": typed.line("audit_year"),
                "firm": typed.line("firm"),
                "is_forced": typed.truth("force") or False,
            }
        )
        return start_follow_up(store, entry, self.desk.today)
