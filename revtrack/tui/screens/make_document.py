"""Dokument: which document, for whom; it is made into the documents' folder."""

from collections.abc import Iterable
from pathlib import Path

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.tui import words
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _
from revtrack.wording.labels import label

KINDS = (
    DocumentKind.COVER_LETTER,
    DocumentKind.RECOMMENDATION_TABLE,
    DocumentKind.RESPONSE_FORM,
    DocumentKind.RESPONSE_SUMMARY,
    DocumentKind.FOLLOW_UP_REPORT,
)
FOR_ALL, EACH = "all", "each"


class DocumentForm(Form[tuple[Path, ...]]):
    """A document of an audit; closes with the files, made now or lying there already."""

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Make the form for an audit."""
        title = _("Make a document – {reference}").format(reference=case.audit.reference)
        super().__init__(desk, title)
        self._case = case

    def fields(self) -> Iterable[FormField]:
        """Return the kind, and for whom it is made."""
        recipients = self._case.in_order(
            [each.committee_id for each in self._case.addressees if each.asked is not False]
            + [each.committee_id for each in self._case.reply_cases]
        )
        return (
            FormField(
                "kind",
                _("Document"),
                Kind.CHOICE,
                choices=tuple((each.value, label(each)) for each in KINDS),
            ),
            FormField(
                "audience",
                _("For"),
                Kind.CHOICE,
                choices=(
                    (FOR_ALL, _("All recipients together")),
                    (EACH, _("Each recipient, one document each")),
                    *((str(each.id), words.name(each)) for each in recipients),
                ),
            ),
        )

    def on_mount(self) -> None:
        """Say where the files go."""
        folder = self.desk.documents_folder.absolute()
        self.tell_here(_("The files go to {folder}").format(folder=folder))

    async def carry_out(self) -> tuple[Path, ...]:
        """Make the document and return its files."""
        # Word and Excel take half a second to load; only who makes a document waits for them.
        from revtrack.services.papers.produce import produce  # noqa: PLC0415

        audience = self.text("audience")
        made = await self.ask(
            produce,
            self.desk.store,
            DocumentKind(self.text("kind")),
            self._case.audit.id,
            self.desk.today,
            self.desk.documents_folder,
            committee_id=int(audience) if audience not in {FOR_ALL, EACH} else None,
            per_committee=audience == EACH,
        )
        return tuple(each.path for each in made)
