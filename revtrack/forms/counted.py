"""What figures count: all that is read, or what a filter keeps of it."""

from collections.abc import Sequence
from datetime import date

from revtrack.domain.filtering import Filter
from revtrack.domain.outcome.figures import Figures
from revtrack.domain.outcome.over_time import Replied
from revtrack.domain.outcome.rates import Unit
from revtrack.domain.texts.prose import name_key
from revtrack.forms.found_by import addressee_facts, reply_facts
from revtrack.wording.responses import state_told


def figures_of(
    units: Sequence[Unit], replies: Sequence[Replied], asked: Filter, today: date
) -> Figures:
    """Return the figures of the recommendations and replies that a filter keeps."""
    if asked.parts:
        units = [each for each in units if _keeps_unit(asked, each)]
        replies = [each for each in replies if _keeps_reply(asked, each)]
    return Figures(tuple(units), tuple(replies), today)


def _keeps_unit(asked: Filter, unit: Unit) -> bool:
    case, line = unit.case, unit.line
    recommendation = line.recommendation
    said = [
        *(case.municipality.name, case.audit.reference, case.audit.title, line.committee.name),
        recommendation.letter_text or recommendation.report_text or "",
    ]
    return asked.keeps(name_key(" ".join(said)), addressee_facts(case, line))


def _keeps_reply(asked: Filter, reply: Replied) -> bool:
    case, line = reply.case, reply.line
    said = [case.municipality.name, case.audit.reference, case.audit.title, line.committee.name]
    return asked.keeps(name_key(" ".join(said)), reply_facts(case, line, state_told(line)))
