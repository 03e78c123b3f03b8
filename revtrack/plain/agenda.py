"""Agenda: what falls on which day over all audits."""

from collections.abc import Sequence
from functools import partial

from revtrack.domain.filtering import Facts, Field
from revtrack.plain import sentences
from revtrack.plain.committee import read_committee
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import coarse_told, day_told
from revtrack.plain.overview import open_audit
from revtrack.services.agenda import AgendaLine, Occasion, see_agenda
from revtrack.wording import _
from revtrack.wording.labels import label


def read_agenda(talk: Dialogue) -> None:
    """Read replies, actions, meetings and follow-ups, day by day."""

    def options() -> Sequence[Option]:
        lines = see_agenda(talk.desk.store, talk.desk.today)
        return tuple(_option(talk, each) for each in lines)

    talk.browse(_("Agenda, day by day."), options, _("Nothing is awaited, and nobody meets."))


def _option(talk: Dialogue, line: AgendaLine) -> Option:
    opens = None
    if line.audit_id is not None:
        opens = partial(open_audit, talk, line.audit_id)
    elif line.committee_id is not None:
        opens = partial(read_committee, talk, line.committee_id)
    return Option(
        sentences.sentence(
            day_told(line.due_on),
            _occasion(line),
            line.committee,
            line.audit,
            sentences.lateness_told(line.days_late, line.due_on, talk.desk.today),
            line.municipality,
        ),
        opens,
        _facts(line),
        f"{line.title} {line.abbreviation or ''}",
    )


def _occasion(line: AgendaLine) -> str:
    match line.occasion:
        case Occasion.REPLY:
            return _("reply awaited")
        case Occasion.ACTION:
            text = line.action.text if line.action else ""
            return sentences.titled(_("to be carried out"), sentences.short_text(text))
        case Occasion.PAPERS:
            return _("papers for a meeting")
        case Occasion.MEETING:
            return label(line.meeting).lower() if line.meeting else _("meeting")
        case Occasion.FOLLOW_UP:
            planned = coarse_told(line.planned) if line.planned else ""
            return sentences.titled(_("follow-up planned"), planned)


def _facts(line: AgendaLine) -> Facts:
    return {
        Field.MUNICIPALITY: line.municipality,
        Field.COMMITTEE: tuple(filter(None, (line.abbreviation, line.committee))),
        Field.AUDIT: tuple(filter(None, (line.audit, line.title))),
        Field.DUE: line.due_on,
        Field.LATE: bool(line.days_late),
    }
