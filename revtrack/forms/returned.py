"""Läs in svarsblankett: which file it is, and as what it is filed once it has been looked at."""

from collections.abc import Sequence

from revtrack.domain.days.dates import Towards
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.records import Response, Verdict
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import typed_path
from revtrack.services.follow_up.workbooks import ReadRow, take_in
from revtrack.services.replies.forms import Filing, FormProposal, file_form
from revtrack.services.replies.returned_forms import read_back
from revtrack.services.replies.status_forms import StatusFiled, StatusProposal, file_status
from revtrack.wording import _

Returned = FormProposal | StatusProposal | tuple[ReadRow, ...]
NEW, REPLACES, SUPPLEMENTS, DRAFT = "new", "replaces", "supplements", "draft"
WHOLE, PART = "whole", "part"


class ReadBackWish(Wish[Returned]):
    """The file that came back; nothing is stored by reading it."""

    def __init__(self, desk: Desk) -> None:
        """Take the open register."""
        super().__init__(desk, _("Read in an answer form"))

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        hint = _("for example svar.docx; → completes")
        return (FormField("file", _("File"), Kind.PATH, hint=hint, is_required=True),)

    def told(self, typed: Typed) -> str:
        """Say what can be read, and that nothing is stored yet."""
        del typed
        return _(
            "Answer forms, status forms and workbooks of a follow-up, as they were filled in. "
            "What it says is shown first; nothing is stored yet."
        )

    def carry_out(self, typed: Typed) -> Returned:
        """Return what the file says."""
        path = typed_path(typed.text("file"))
        if path is None:
            raise RevTrackError("Write which file it is.")
        return read_back(self.desk.store, path.absolute(), self.desk.today)


class FileReplyWish(Wish[Response]):
    """As what an answer form is filed."""

    def __init__(self, desk: Desk, proposal: FormProposal) -> None:
        """Take what the form says."""
        super().__init__(desk, _("File the reply"))
        self._proposal = proposal

    def fields(self) -> Sequence[FormField]:
        """Return the day, what the reply is, and what becomes of what is not answered."""
        fields = [
            _received(self.desk),
            FormField("relation", _("It is"), Kind.CHOICE, choices=self._relations()),
        ]
        reading = self._proposal.reading
        if not reading.is_whole or reading.has_strays:
            fields.append(_part())
        return fields

    def _relations(self) -> tuple[tuple[str, str], ...]:
        asked = self._proposal.reading.asked
        lines = reply_lines(asked.case, self.desk.today)
        line = next(each for each in lines if each.reply_case.id == asked.reply_case.id)
        known = line.decision is not None and line.decision.is_received
        earlier = (
            (REPLACES, _("New decision: it takes the earlier one's place")),
            (SUPPLEMENTS, _("Supplement: it adds to the earlier reply")),
        )
        return (
            (NEW, _("The committee's reply")),
            *(earlier if known else ()),
            (DRAFT, _("The officials' draft, not a decision")),
        )

    def carry_out(self, typed: Typed) -> Response:
        """File every answer with the form itself, and return the response."""
        relation = typed.text("relation")
        filing = Filing(
            received_on=typed.day("received_on") or self.desk.today,
            is_draft=relation == DRAFT,
            replaces=relation == REPLACES,
            supplements=relation == SUPPLEMENTS,
            accepts_part=typed.text("part") == PART,
        )
        return file_form(self.desk.store, self._proposal, filing, self.desk.today)


class FileStatusWish(Wish[StatusFiled]):
    """When a status form came in."""

    def __init__(self, desk: Desk, proposal: StatusProposal) -> None:
        """Take what the form says."""
        super().__init__(desk, _("File the progress reports"))
        self._proposal = proposal

    def fields(self) -> Sequence[FormField]:
        """Return the day, and what becomes of what is not answered."""
        fields = [_received(self.desk)]
        if not self._proposal.reading.is_whole:
            fields.append(_part())
        return fields

    def carry_out(self, typed: Typed) -> StatusFiled:
        """File what it says as progress reports, and return what was filed."""
        return file_status(
            self.desk.store,
            self._proposal,
            self.desk.today,
            received_on=typed.day("received_on") or self.desk.today,
            accepts_part=typed.text("part") == PART,
        )


class FileVerdictsWish(Wish[tuple[Verdict, ...]]):
    """That the verdicts of a workbook are stored."""

    def __init__(self, desk: Desk, rows: tuple[ReadRow, ...]) -> None:
        """Take what the rows say."""
        super().__init__(desk, _("Store the verdicts"))
        self._rows = rows

    def fields(self) -> Sequence[FormField]:
        """Return nothing: the workbook says all."""
        return ()

    def carry_out(self, typed: Typed) -> tuple[Verdict, ...]:
        """Store the verdicts and return them."""
        del typed
        return take_in(self.desk.store, self._rows, self.desk.today)


def _received(desk: Desk) -> FormField:
    day = desk.today.isoformat()
    return FormField(
        "received_on", _("Received"), Kind.DAY, day, is_required=True, towards=Towards.PAST
    )


def _part() -> FormField:
    return FormField(
        "part",
        _("What is not answered"),
        Kind.CHOICE,
        choices=(
            (WHOLE, _("Wait: file nothing before all is answered")),
            (PART, _("File what there is; the rest stays unread")),
        ),
    )
