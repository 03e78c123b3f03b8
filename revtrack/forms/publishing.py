"""Publicera: why something that a document tells may be public, and what is told of it."""

from collections.abc import Sequence
from os.path import commonpath
from pathlib import Path

from revtrack.domain.publishing.gate import Finding, Revealed
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Wish
from revtrack.services.papers.publishing import PUBLISHED, Looked
from revtrack.wording import _, ngettext
from revtrack.wording.gate_texts import revealed_label


class ReasonWish(Wish[str]):
    """Why what was found may be public; nothing is stored before the document is published."""

    def __init__(self, desk: Desk, findings: Sequence[Finding]) -> None:
        """Take what is confirmed: one thing, or all that are left."""
        super().__init__(desk, _("It may be public"))
        self._findings = findings

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        return (FormField("reason", _("Reason"), is_required=True),)

    def told(self, typed: Typed) -> str:
        """Say what is confirmed."""
        del typed
        found = self._findings
        if len(found) == 1:
            return f"{revealed_label(found[0].kind)}: {found[0].text}"
        said = ngettext("{n} thing: {texts}", "{n} things: {texts}", len(found))
        return said.format(n=len(found), texts="; ".join(each.text for each in found))

    def carry_out(self, typed: Typed) -> str:
        """Return the reason."""
        return typed.text("reason").strip()


def folder_of_copies(looked: Sequence[Looked]) -> Path:
    """Return the folder that the public copies are written to: beside the files, or above them."""
    return Path(commonpath([each.source.parent.absolute() for each in looked])) / PUBLISHED


def why_told(finding: Finding) -> str:
    """Return why something that was found is told and not asked about; else empty."""
    if not finding.is_notice:
        return ""
    if finding.kind is Revealed.UNSEEN:
        return _("It is taken out of the copy.")
    return _("It is registered, so it is only told.")
