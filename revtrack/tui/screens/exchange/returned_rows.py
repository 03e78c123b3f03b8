"""What a file that came back says, row by row, beside what the register holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.domain.replies.form_reply import FormReading, Remark, RowState
from revtrack.domain.replies.status_reply import StatusReading
from revtrack.forms.returned import Returned
from revtrack.services.follow_up.workbooks import ReadRow
from revtrack.services.replies.forms import FormProposal
from revtrack.services.replies.status_forms import StatusProposal
from revtrack.tui import words
from revtrack.tui.refusals import word_here
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.labels import absent_label, label

WIDE = 92


@dataclass(frozen=True)
class ReturnedRow:
    """One recommendation in a file that came back."""

    number: str
    text: str
    said: str
    known: str
    """What the register says of the same now."""
    state: str
    look: str
    told: tuple[Text, ...]
    """What is told of it in full."""


def title_of(found: Returned) -> str:
    """Return whose file it is."""
    if isinstance(found, FormProposal):
        asked = found.reading.asked
        return f"{asked.case.audit.reference} – {words.name(asked.committee)}"
    if isinstance(found, StatusProposal):
        reference = found.follow_up.audit.reference
        return f"{reference} – {words.name(found.reading.asked.committee)}"
    return _("Workbook of a follow-up")


def told_of(found: Returned) -> str:
    """Return what it says as a whole, and how much of it can be stored."""
    rows = rows_of(found)
    ready = sum(each.look != "overdue" for each in rows)
    count = ngettext("{n} of {all} row can be filed", "{n} of {all} rows can be filed", len(rows))
    parts = [count.format(n=ready, all=len(rows))]
    if isinstance(found, FormProposal):
        decision = found.reading.decision
        day = decision.decided_on.isoformat() if decision.decided_on else _("day not stated")
        paragraph = f"§ {decision.paragraph}" if decision.paragraph else _("paragraph not stated")
        more = (decision.diary_number, decision.decided_by)
        parts = [day, paragraph, *filter(None, more), *parts]
    if isinstance(found, StatusProposal):
        day_told = found.reading.reported_on
        parts = [day_told.isoformat() if day_told else _("day not stated"), *parts]
    return " · ".join(parts)


def sections_of(found: Returned) -> Iterator[Section]:
    """Give the rows, then what is to be told of the file as a whole."""
    yield Section(
        columns=(
            Column(_("No."), most=10),
            Column(_("Recommendation"), grows=True, is_cut=True, from_width=WIDE),
            Column(_("In the register"), most=24),
            Column(_("In the file"), most=30),
            Column(_("State"), most=26),
        ),
        rows=tuple(
            Row((each.number, each.text, each.known, each.said, each.state), place, each.look)
            for place, each in enumerate(rows_of(found))
        ),
        note=_("The file says nothing that the register does not have."),
    )
    if remarks := remarks_of(found):
        yield Section(
            _("To be told of the file"),
            rows=tuple(
                Row((each,), ("remark", place), "near") for place, each in enumerate(remarks)
            ),
            hides_titles=True,
        )


def remarks_of(found: Returned) -> tuple[str, ...]:
    """Return what is to be told of the file as a whole, and what it says besides."""
    if isinstance(found, tuple):
        return ()
    besides = found.reading.decision.text if isinstance(found, FormProposal) else None
    return tuple(filter(None, (*map(_worded, found.reading.remarks), besides)))


def rows_of(found: Returned) -> tuple[ReturnedRow, ...]:
    """Return the rows of a file."""
    if isinstance(found, FormProposal):
        return tuple(_answers(found.reading))
    if isinstance(found, StatusProposal):
        return tuple(_reports(found.reading))
    return tuple(_verdict(each) for each in found if each.new or each.refusal)


def _worded(remark: Remark) -> str:
    return sentence(remark.message, remark.values)


def _lines(case: AuditCase) -> dict[int, AddresseeLine]:
    lines = [each for line in addressee_lines(case) for each in (line, *line.parts)]
    return {each.addressee.id: each for each in lines}


def _state(state: RowState) -> tuple[str, str]:
    told = {
        RowState.WHOLE: (words.MARK_DONE, _("answered"), ""),
        RowState.WITHOUT_POSITION: (words.MARK_LATE, _("no position"), "near"),
        RowState.EMPTY: (words.MARK_LATE, _("not filled in"), "overdue"),
        RowState.UNREADABLE: (words.MARK_LATE, _("cannot be read"), "overdue"),
        RowState.MISSING: (words.MARK_LATE, _("gone from the form"), "overdue"),
    }
    mark, said, look = told[state]
    return words.marked(mark, said), look


def _answers(reading: FormReading) -> Iterator[ReturnedRow]:
    known = _lines(reading.asked.case)
    for row in reading.rows:
        line = known.get(row.asked.addressee.id)
        position = words.state_or_absent(row.position, "position")
        progress = label(row.progress) if row.progress else ""
        state, look = _state(row.state)
        actions = [
            " · ".join(filter(None, (each.text, each.responsible, each.due)))
            for each in row.actions
        ]
        yield ReturnedRow(
            row.asked.number,
            row.asked.text,
            ", ".join(filter(None, (position, progress))),
            words.state_or_absent(line.position if line else None, "position"),
            state,
            look,
            (
                show(_("In the file"), "bold"),
                words.labelled(_("Position"), position),
                *_if_said(_("The committee says"), progress),
                *_if_said(_("Reply in its own words"), row.quote),
                *(words.labelled(_("Action"), each) for each in actions),
                *(show(words.marked(words.MARK_LATE, _worded(each))) for each in row.remarks),
                *_known(line),
            ),
        )


def _reports(reading: StatusReading) -> Iterator[ReturnedRow]:
    for row in reading.rows:
        line = _lines(row.asked.case).get(row.asked.addressee.id)
        progress = label(row.progress) if row.progress else absent_label("progress")
        state, look = _state(row.state)
        yield ReturnedRow(
            f"{row.asked.case.audit.reference} {row.asked.number}",
            row.asked.text,
            progress,
            label(line.progress) if line and line.progress else absent_label("progress"),
            state,
            look,
            (
                show(_("In the file"), "bold"),
                words.labelled(_("The committee says"), progress),
                *_if_said(_("Reply in its own words"), row.text),
                *(show(words.marked(words.MARK_LATE, _worded(each))) for each in row.remarks),
                *_known(line),
            ),
        )


def _verdict(row: ReadRow) -> ReturnedRow:
    new = row.new
    refused = word_here(row.refusal) if row.refusal else ""
    state = words.marked(words.MARK_LATE, _("refused")) if refused else _ready()
    return ReturnedRow(
        f"{row.audit} {row.number}",
        row.committee,
        words.state(new.verdict) if new else "",
        "",
        state,
        "overdue" if refused else "",
        (
            show(_("Row {n} of the sheet").format(n=row.row), "bold"),
            *_if_said(_("Basis"), label(new.basis) if new and new.basis else None),
            *_if_said(_("Evidence"), new.evidence if new else None),
            *([show(refused)] if refused else []),
        ),
    )


def _ready() -> str:
    return words.marked(words.MARK_DONE, _("can be stored"))


def _if_said(title: str, value: str | None) -> list[Text]:
    return [words.labelled(title, value)] if value else []


def _known(line: AddresseeLine | None) -> Sequence[Text]:
    """Return what the register has of the same recommendation."""
    if line is None or line.response is None:
        return [show(_("The register has no answer to it."), "bold")]
    quote = line.answer.quote if line.answer else None
    actions: Iterable[str] = (
        " · ".join(filter(None, (each.text, each.responsible, each.due))) for each in line.actions
    )
    return [
        show(_("In the register"), "bold"),
        words.labelled(_("Position"), words.state_or_absent(line.position, "position")),
        *_if_said(_("The committee says"), label(line.progress) if line.progress else None),
        *_if_said(_("Reply in its own words"), quote),
        *(words.labelled(_("Action"), each) for each in actions),
    ]


def told_in_full(found: Returned, key: object) -> Text:
    """Return all that is told of a row."""
    rows = rows_of(found)
    return paragraphs(*rows[key].told) if isinstance(key, int) and key < len(rows) else Text()
