"""Lämnad eller skickad: that a document went out, which day, to whom and how."""

from collections.abc import Sequence
from dataclasses import replace

from revtrack.domain.days.dates import Towards
from revtrack.domain.errors import RevTrackError
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import typed_path
from revtrack.services.papers.issuing import Issued, issue_document
from revtrack.services.papers.listing import DocumentLine, FileState
from revtrack.wording import _
from revtrack.wording.labels import label

NOT_SAID, MAIL, LETTER, MEETING, SYSTEM = "not_said", "mail", "letter", "meeting", "system"


class IssueWish(Wish[Issued]):
    """The file as it was sent, and when; what is known of to whom and how stands in the history."""

    def __init__(self, desk: Desk, line: DocumentLine) -> None:
        """Take a document that was made."""
        super().__init__(
            desk, _("Sent or handed over – {kind}").format(kind=label(line.document.kind))
        )
        self._line = line

    def fields(self) -> Sequence[FormField]:
        """Return the file, the day, to whom and how."""
        fields = [
            FormField(
                "file", _("File"), Kind.PATH, str(self._line.path.absolute()), is_required=True
            ),
            FormField(
                "on",
                _("Sent on"),
                Kind.DAY,
                self.desk.today.isoformat(),
                is_required=True,
                towards=Towards.PAST,
            ),
            FormField(
                "sent_to",
                _("To"),
                value=self._line.committee.name if self._line.committee else "",
                hint=_("a committee or a function; no names are needed"),
            ),
            FormField(
                "way",
                _("How"),
                Kind.CHOICE,
                choices=tuple((code, word) for code, word in _ways().items()),
            ),
        ]
        if self._line.document.issued_on is not None:
            fields.append(FormField("why", _("Reason"), hint=_("why the day is changed")))
        return fields

    def first_field(self) -> str:
        """Begin with the day: the file is known."""
        return "on" if self._line.state is not FileState.GONE else "file"

    def told(self, typed: Typed) -> str:
        """Say what is known of the file."""
        del typed
        line = self._line
        told = []
        if line.state is FileState.GONE:
            told.append(_("The file is not in the folder. Write where it lies."))
        if line.state is FileState.EDITED:
            told.append(_("The file was edited by hand; it is noted as an edition of its own."))
        if line.document.issued_on:
            said = _("It is noted as sent on {day}.")
            told.append(said.format(day=line.document.issued_on))
        return "\n".join(told)

    def carry_out(self, typed: Typed) -> Issued:
        """Note the document as sent and return it."""
        path, desk = typed_path(typed.text("file")), self.desk
        if path is None:
            raise RevTrackError("Write which file it is.")
        reason = typed.line("why")
        store = replace(desk.store, why=reason) if reason else desk.store
        day = typed.day("on") or desk.today
        return issue_document(
            store,
            path,
            day,
            desk.today,
            made_as=self._line.document.file_name,
            how=self._how(typed),
        )

    def _how(self, typed: Typed) -> str | None:
        to, way = typed.line("sent_to"), typed.text("way")
        said = [_("To: {to}").format(to=to) if to else "", "" if way == NOT_SAID else _ways()[way]]
        return ", ".join(filter(None, said)) or None


def _ways() -> dict[str, str]:
    """Return the ways by which something goes out."""
    return {
        NOT_SAID: _("not stated"),
        MAIL: _("by e-mail"),
        LETTER: _("by letter"),
        MEETING: _("handed over at a meeting"),
        SYSTEM: _("in the case system"),
    }
