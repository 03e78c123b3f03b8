"""What the officials propose that the committee decides, and the decision in the same words."""

from revtrack.documents.clerks.clerk_facts import ClerkFacts, place
from revtrack.documents.office.blocks import Block, Heading, Item, Numbered, Paragraph
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]


def points(facts: ClerkFacts) -> tuple[str, ...]:
    """Return what is decided, point by point; without a reply asked for, that the audit is noted.

    Nothing is said of what the reply contains: that is the committee's own.
    """
    who = capitalise_first(facts.decider)
    if facts.due_on is None:
        return (f"{who} tar del av revisorernas granskning.", _more())
    return (
        f"{who} antar {_genitive(facts.drafter)} förslag som sitt yttrande till revisorerna.",
        "Yttrandet skickas till revisorerna.",
        _more(),
    )


def _genitive(word: str) -> str:
    return f"{word}s"


def _more() -> str:
    return place("ytterligare beslut, till exempel ett uppdrag, eller ta bort punkten")


def proposal(facts: ClerkFacts) -> Blocks:
    """Return the officials' proposal to the committee."""
    return (
        Heading("Förslag till beslut", 2),
        Paragraph(f"{capitalise_first(facts.drafter)} föreslår att {facts.decider} beslutar:"),
        Numbered(tuple(Item(each) for each in points(facts))),
    )


def decided(facts: ClerkFacts) -> Blocks:
    """Return the decision in the words of the proposal; a place for it once it is made.

    Only the minutes have its wording: what is registered may be a summary of it.
    """
    if facts.decision:
        return (Heading("Beslut", 2), Paragraph(place("beslutet ordagrant efter protokollet")))
    return (Heading("Beslut", 2), Numbered(tuple(Item(each) for each in points(facts))))
