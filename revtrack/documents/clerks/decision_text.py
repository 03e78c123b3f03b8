"""Beslutstext: what is proposed that a committee's minutes say of its reply."""

from datetime import date

from revtrack.documents import fields, phrases
from revtrack.documents.clerks.clerk_facts import ClerkFacts, background, place, sent_to
from revtrack.documents.clerks.proposals import decided, proposal
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Heading, Paragraph
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind
from revtrack.domain.records import Committee
from revtrack.wording.words import paragraph_sign

Blocks = tuple[Block, ...]


def decision_text(case: AuditCase, committee: Committee, template: bytes, *, today: date) -> bytes:
    """Return the text as a Word document, with § and day where the decision is registered."""
    facts = ClerkFacts(case, committee, today)
    name = phrases.capital_name(committee)
    context: dict[str, str | Blocks] = {
        "kommun": case.municipality.name,
        "namnd": name,
        "sammantradesdag": _meeting(facts),
        "paragraf": _paragraph(facts),
        "diarienummer": facts.diary_number,
        "rubrik": facts.matter,
        "beslut": decided(facts),
        "arendebeskrivning": background(facts),
        "forslag_till_beslut": proposal(facts),
        "yrkanden": _motions(facts),
        "beslutet_skickas_till": sent_to(facts),
    }
    properties = word.Properties(
        template=fields.DECISION_TEXT,
        title=f"Förslag till beslutstext. {facts.matter}",
        author=name,
        on=today,
    )
    return word.render(template, context, properties)


def _meeting(facts: ClerkFacts) -> str:
    """Return the day of the meeting: as decided, else as expected, else a place for it."""
    decision, reply = facts.decision, facts.reply
    if decision and decision.decided_on and decision.kind is not ResponseKind.STATEMENT:
        return decision.decided_on.isoformat()
    expected = reply.expected_meeting_on if reply else None
    return expected.isoformat() if expected else place("sammanträdesdag")


def _paragraph(facts: ClerkFacts) -> str:
    decision = facts.decision
    if decision and decision.paragraph:
        return paragraph_sign(decision.paragraph)
    return f"§\u00a0{place('paragrafens nummer')}"


def _motions(facts: ClerkFacts) -> Blocks:
    """Return the place for motions; where the register knows of none, that there were none."""
    decision = facts.decision
    if decision and decision.has_motions is False:
        return ()
    return (
        Heading("Yrkanden", 2),
        Paragraph(place("yrkandena, eller ta bort avsnittet om inga har framställts")),
    )
