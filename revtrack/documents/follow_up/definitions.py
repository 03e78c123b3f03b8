"""What the words of a follow-up report mean: those that occur in it."""

from collections.abc import Mapping

from revtrack.documents.follow_up.facts import Followed
from revtrack.documents.office.blocks import Block, Column, Paragraph, Table
from revtrack.documents.office.numbering import Numbering
from revtrack.documents.standings import PROMISED, standing_of, standing_title
from revtrack.domain.codes import Standing, VerdictStep

Blocks = tuple[Block, ...]
MEANINGS: Mapping[VerdictStep | None, tuple[str, str]] = {
    VerdictStep.FULL: ("Genomförd", "Rekommendationen är uppfylld i sin helhet."),
    VerdictStep.MOSTLY: ("I huvudsak genomförd", "Mindre delar återstår."),
    VerdictStep.PARTLY: ("Delvis genomförd", "Väsentliga delar återstår."),
    VerdictStep.NOT: (
        "Ej genomförd",
        "Inga åtgärder, eller åtgärder som inte möter rekommendationen.",
    ),
    VerdictStep.NO_LONGER_RELEVANT: (
        "Inte längre aktuell",
        "Ändrade förhållanden har gjort rekommendationen överspelad.",
    ),
    VerdictStep.NOT_ASSESSABLE: ("Går inte att bedöma", "Underlaget räcker inte."),
    None: ("Ej uppföljd", "Ingår inte denna gång."),
}
DEFINITIONS = tuple(MEANINGS.values())
"""Each verdict and what it means, in the order of the vocabulary."""
NOT_YET = ("Ej uppföljd", "Revisorerna har ännu inte följt upp den.")
STANDINGS: Mapping[str, str] = {
    Standing.CLOSED: "Revisorerna har avslutat den.",
    Standing.DONE_REPORTED: "Mottagaren uppger det; revisorerna har inte prövat uppgiften.",
    Standing.ACTING: "Mottagaren uppger att en åtgärd har påbörjats.",
    PROMISED: "Mottagaren har utlovat en åtgärd men inte uppgett att den har påbörjats.",
    Standing.NO_ACTION: "Mottagaren har inte utlovat någon åtgärd.",
    Standing.NOT_ADDRESSED: "Mottagaren har svarat men inte tagit upp den.",
    Standing.UNREVIEWED: "Ett svar har kommit in men är inte genomgånget.",
    Standing.AWAITING: "Något svar har inte kommit in.",
    Standing.NOT_ASKED: "Den står i rapporten men inte i missivet.",
    Standing.DRAFT: "Missivet är inte beslutat.",
    Standing.REMAINING: "Den har följts upp tidigare och är inte avslutad.",
}
OWN_WORD = "Vad en nämnd själv uppger är inte revisorernas bedömning."


def definitions(facts: Followed, numbers: Numbering) -> Blocks:
    """Return a table of the words that occur in the report, and what a verdict rests on."""
    rows = _of_standings(facts) if facts.is_status_report else _of_verdicts(facts)
    title = "Ordens innebörd" if facts.is_status_report else "Bedömningarnas innebörd"
    rests_on = (
        "En bedömning vilar på något av följande underlag: nämndens uppgift, intervju och "
        "dokument, eller stickprov. "
    )
    what = "ord" if facts.is_status_report else "bedömning"
    return (
        Table(
            numbers.table(title),
            f"En rad per {what} som förekommer i rapporten.",
            (Column("Bedömning", 50, "bedomning"), Column("Innebörd", 110, "innebord")),
            rows,
            stays_together=True,
        ),
        Paragraph(OWN_WORD if facts.is_status_report else f"{rests_on}{OWN_WORD}"),
    )


def _of_verdicts(facts: Followed) -> list[tuple[str, str]]:
    found = {line.verdict.verdict if line.verdict else None for line in facts.rows}
    return [meaning for step, meaning in MEANINGS.items() if step in found]


def _of_standings(facts: Followed) -> list[tuple[str, str]]:
    """Return where things stand, as it is counted."""
    found = set(map(standing_of, facts.lines))
    told = [each for each in STANDINGS.items() if each[0] in found]
    return [NOT_YET, *((standing_title(each), means) for each, means in told)]
