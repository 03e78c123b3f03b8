"""Uppföljningsrapport: what has become of the recommendations of one or several audits.

Without verdicts it is a "Lägesrapport", and every row reads "Ej uppföljd". Numbers in the text are
counted from the same lines as the tables.
"""

from collections.abc import Sequence
from datetime import date

from revtrack.documents import fields, phrases
from revtrack.documents.follow_up.chapters import audit_chapter
from revtrack.documents.follow_up.facts import (
    Followed,
    Report,
    firm,
    gather,
)
from revtrack.documents.follow_up.introduction import introduction
from revtrack.documents.follow_up.remaining import annexes, recommendations, signatures
from revtrack.documents.follow_up.summary import summary
from revtrack.documents.follow_up.totals import closing_chapter
from revtrack.documents.office import word
from revtrack.documents.office.blocks import (
    Block,
    Contents,
)
from revtrack.documents.office.numbering import Numbering
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.wording.words import capitalise_first

FOLLOW_UP, STATUS_REPORT = "Uppföljande granskning", "Lägesrapport"

Blocks = tuple[Block, ...]


def follow_up_report(
    cases: Sequence[AuditCase],
    template: bytes,
    *,
    today: date,
    stamp: str,
    follow_up: AuditCase | None = None,
) -> bytes:
    """Return the report of a follow-up audit and the audits it follows up, or of one audit alone.

    Raises RevTrackError where there is no audit to follow up.
    """
    if not cases:
        raise RevTrackError("There is no audit to follow up.")
    facts = gather(cases, follow_up, today)
    report = Report(facts, Numbering())
    title, kind = _title(facts), STATUS_REPORT if facts.is_status_report else FOLLOW_UP
    context: dict[str, str | Blocks] = {
        "kommun": facts.case.municipality.name,
        "utkast": "" if facts.case.is_handed_over else phrases.DRAFT,
        "slag": kind,
        "rubrik": title,
        "avsandare": _sender(facts),
        "datum": facts.day.isoformat(),
        "innehall": (Contents("Innehåll"),),
        "sammanfattning": summary(report),
        "inledning": introduction(report),
        "granskningar": tuple(
            block for audit in facts.audits for block in audit_chapter(facts, audit, report.numbers)
        ),
        "samlad_bedomning": closing_chapter(facts, report.numbers),
        "rekommendationer": recommendations(report),
        "underskrifter": signatures(facts),
        "bilagor": annexes(facts, report.numbers),
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=fields.FOLLOW_UP_REPORT,
        title=f"{kind}. {title}",
        author=phrases.office(facts.case.municipality),
        on=facts.day,
    )
    return word.render(template, context, properties)


def _title(facts: Followed) -> str:
    title = facts.case.audit.title
    if facts.follow_up is None:
        return title
    found = phrases.area(title)
    return capitalise_first(found) if found else title


def _sender(facts: Followed) -> str:
    by = firm(facts)
    return (
        f"Rapport från {by} på uppdrag av {phrases.whose_auditors(facts.case.municipality)}"
        if by
        else ("Rapport från revisorerna")
    )
