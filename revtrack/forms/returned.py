"""Läs in svarsblankett: which file it is, and as what it is filed once it has been looked at."""

from collections.abc import Sequence

from revtrack.domain.codes import ResponseKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.records import Response, Verdict
from revtrack.domain.replies.form_reply import RowState
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import typed_path
from revtrack.services.follow_up.workbooks import ReadRow, take_in
from revtrack.services.replies.forms import Filing, FormProposal, as_filed, file_form
from revtrack.services.replies.returned_forms import OthersPaper, read_back
from revtrack.services.replies.status_forms import StatusFiled, StatusProposal, file_status
from revtrack.wording import _, sentence

Returned = FormProposal | StatusProposal | tuple[ReadRow, ...]
NEW, REPLACES, SUPPLEMENTS, DRAFT = "new", "replaces", "supplements", "draft"
WHOLE, PART = "whole", "part"


class ReadBackWish(Wish[Returned | OthersPaper]):
    """A file that came in; nothing is stored by reading it."""

    def __init__(self, desk: Desk) -> None:
        """Take the open register."""
        super().__init__(desk, _("Read in a reply, a report or a letter"))

    @property
    def does(self) -> str:
        """Show what the file says."""
        return _("See what it holds")

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        hint = _("for example svar.docx or rapport.pdf; → completes")
        return (FormField("file", _("File"), Kind.PATH, hint=hint, is_required=True),)

    def told(self, typed: Typed) -> str:
        """Say what can be read, and that nothing is stored yet."""
        del typed
        return _(
            "Answer forms, status forms and workbooks of a follow-up, as they were filled in. Also "
            "reports, letters, replies, minutes and bundles of them as Word, PDF or text. "
            "What it says is shown first; nothing is stored yet."
        )

    def carry_out(self, typed: Typed) -> Returned | OthersPaper:
        """Return what the file says; a paper of somebody else's comes back unread."""
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

    def _filing(self, typed: Typed) -> Filing:
        relation = typed.text("relation")
        return Filing(
            received_on=typed.day_or_none("received_on") or self.desk.today,
            is_draft=relation == DRAFT,
            replaces=relation == REPLACES,
            supplements=relation == SUPPLEMENTS,
            accepts_part=typed.text("part") == PART,
        )

    def told(self, typed: Typed) -> str:
        """Say what of the decision is missing or left out, and that the form is known already."""
        filing, reading = self._filing(typed), self._proposal.reading
        decision, told = reading.decision, []
        if self._is_filed and filing.is_plain:
            told.append(
                _("This form is filed already. Say whether it replaces that reply or adds to it.")
            )
        if decision.decided_on is None and decision.paragraph is None:
            said = _(
                "The form gives neither meeting day nor paragraph; add them to the reply later."
            )
            told += [] if filing.is_draft else [said]
        else:
            settled = as_filed(self._proposal, filing, self.desk.today).reading.remarks
            told += [sentence(e.message, e.values) for e in settled[len(reading.remarks) :]]
        return "\n".join(told)

    @property
    def _is_filed(self) -> bool:
        """Whether a reply is filed from the same form."""
        asked = self._proposal.reading.asked
        kinds = {each.kind for each in asked.case.responses if each.form_uid == asked.key.form_uid}
        return bool(kinds - {ResponseKind.DRAFT})

    def carry_out(self, typed: Typed) -> Response:
        """File every answer with the form itself, and return the response."""
        filing, reading = self._filing(typed), self._proposal.reading
        if self._waits_for_all(filing):
            left = [row.asked.number for row in reading.rows if row.state is not RowState.WHOLE]
            raise RevTrackError(
                "Nothing was filed: {numbers} is not answered, or cannot be read. Choose to file "
                "what there is, or send the form back.",
                numbers=left or "–",
            )
        return file_form(self.desk.store, self._proposal, filing, self.desk.today)

    def _waits_for_all(self, filing: Filing) -> bool:
        reading = self._proposal.reading
        is_whole = reading.is_whole or filing.supplements
        return not filing.accepts_part and not (is_whole and not reading.has_strays)


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
