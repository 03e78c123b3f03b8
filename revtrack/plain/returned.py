"""Läs in: what a file that came in says is read line by line, and filed where that is wanted."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from revtrack.domain.replies.form_reply import FormReading, Remark
from revtrack.domain.replies.status_reply import StatusReading
from revtrack.forms.returned import (
    FileReplyWish,
    FileStatusWish,
    FileVerdictsWish,
    ReadBackWish,
    Returned,
)
from revtrack.forms.wish import Wish
from revtrack.plain.doing import word_here
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue
from revtrack.plain.moments import day_told
from revtrack.plain.sentences import sentence as row_told
from revtrack.services.follow_up.workbooks import ReadRow
from revtrack.services.replies.forms import FormProposal
from revtrack.services.replies.returned_forms import OthersPaper
from revtrack.services.replies.status_forms import StatusProposal
from revtrack.wording import _, sentence
from revtrack.wording.labels import absent_label, label


def read_in(talk: Dialogue) -> None:
    """Ask for the file, read what it says, and file it where that is wanted."""
    if talk.may_write():
        read = fill(talk, ReadBackWish(talk.desk), at_once=True)
        if isinstance(read, OthersPaper):
            _read_paper(talk, read.path)
            return
        for line in _told(read):
            talk.say(line)
        fill(talk, _filing(talk, read))
        talk.say(_("It is filed."))


def _read_paper(talk: Dialogue, path: Path) -> None:
    # What tells papers apart takes long to load; only who reads one waits for it.
    from revtrack.plain.others_paper import read_paper  # noqa: PLC0415

    read_paper(talk, path)


def _filing(talk: Dialogue, read: Returned) -> Wish[object]:
    if isinstance(read, FormProposal):
        return FileReplyWish(talk.desk, read)
    if isinstance(read, StatusProposal):
        return FileStatusWish(talk.desk, read)
    return FileVerdictsWish(talk.desk, read)


def _told(read: Returned) -> Iterator[str]:
    if isinstance(read, FormProposal):
        return _form_told(read.reading)
    if isinstance(read, StatusProposal):
        return _status_told(read.reading)
    return map(_verdict_told, read)


def _form_told(reading: FormReading) -> Iterator[str]:
    asked, decision = reading.asked, reading.decision
    paragraph = f"§ {decision.paragraph}" if decision.paragraph else _("paragraph not stated")
    yield row_told(
        asked.committee.name,
        asked.case.audit.reference,
        day_told(decision.decided_on) if decision.decided_on else _("day not stated"),
        paragraph,
        decision.diary_number,
        decision.decided_by,
    )
    for row in reading.rows:
        position = label(row.position) if row.position else absent_label("position")
        progress = label(row.progress).lower() if row.progress else ""
        yield row_told(f"{row.asked.number}: {position.lower()}", progress, row.quote)
        for action in row.actions:
            yield row_told(f"{_('Action')}: {action.text}", action.responsible, action.due)
        yield from _remarks(row.remarks)
    if decision.text:
        yield decision.text
    yield from _remarks(reading.remarks)


def _status_told(reading: StatusReading) -> Iterator[str]:
    asked = reading.asked
    yield row_told(
        asked.committee.name,
        asked.follow_up.audit.reference,
        day_told(reading.reported_on) if reading.reported_on else _("day not stated"),
    )
    for row in reading.rows:
        progress = label(row.progress) if row.progress else absent_label("progress")
        yield row_told(f"{row.asked.number}: {progress.lower()}", row.text)
        yield from _remarks(row.remarks)
    yield from _remarks(reading.remarks)


def _verdict_told(row: ReadRow) -> str:
    if row.refusal is not None:
        found = word_here(row.refusal)
    else:
        found = label(row.new.verdict).lower() if row.new else _("not changed")
    return row_told(f"{row.audit} {row.number} {row.committee}: {found}")


def _remarks(remarks: Sequence[Remark]) -> Iterator[str]:
    for each in remarks:
        yield _("To consider: {text}").format(text=sentence(each.message, each.values))
