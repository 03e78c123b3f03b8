"""Tjänsteskrivelse: the frame in which a committee's officials propose its reply."""

from datetime import date

from revtrack.documents import fields, phrases
from revtrack.documents.clerks.clerk_facts import (
    ClerkFacts,
    background,
    in_short,
    place,
    sent_to,
    wording_of,
)
from revtrack.documents.clerks.proposals import proposal
from revtrack.documents.office import word
from revtrack.documents.office.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Paragraph,
    Signatures,
)
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import RecommendationKind
from revtrack.domain.records import Committee, Recommendation
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]


def official_memo(case: AuditCase, committee: Committee, template: bytes, *, today: date) -> bytes:
    """Return the frame as a Word document, its places to write marked in words."""
    facts = ClerkFacts(case, committee, today)
    name = phrases.capital_name(committee)
    context: dict[str, str | Blocks] = {
        "kommun": case.municipality.name,
        "namnd": name,
        "forvaltning": facts.administration,
        "datum": place("datum"),
        "diarienummer": facts.diary_number,
        "rubrik": facts.matter,
        "forslag_till_beslut": proposal(facts),
        "sammanfattning": _summary(facts),
        "arendebeskrivning": background(facts),
        "yttrande": _statement(facts),
        "finansiering": _finances(facts),
        "konsekvenser": _consequences(),
        "underskrifter": _signatures(facts),
        "beslutet_skickas_till": sent_to(facts),
    }
    properties = word.Properties(
        template=fields.OFFICIAL_MEMO,
        title=f"Tjänsteskrivelse. {facts.matter}",
        author=facts.administration or name,
        on=today,
    )
    return word.render(template, context, properties)


def _summary(facts: ClerkFacts) -> Blocks:
    return (
        Heading("Sammanfattning", 2),
        Paragraph(in_short(facts)),
        Paragraph(place(f"i två eller tre meningar hur {facts.drafter} ser på granskningen")),
    )


def _statement(facts: ClerkFacts) -> Blocks:
    """Return a heading for each recommendation, with what its answer should tell."""
    if not facts.recommendations:
        return ()
    what = "yttrande" if facts.due_on else "synpunkter"
    blocks: list[Block] = [
        Heading(f"{capitalise_first(phrases.genitive(facts.drafter))} {what}", 2)
    ]
    for each in facts.recommendations:
        number = facts.letter.numbers[each.id]
        heading = each.heading or _kind(each)
        blocks += [
            Heading(f"{number} {heading}" if each.heading else f"{heading} {number}", 3),
            Paragraph(wording_of(each)),
            _to_answer(facts, each),
        ]
    return tuple(blocks)


def _kind(recommendation: Recommendation) -> str:
    is_question = recommendation.kind is RecommendationKind.QUESTION
    return "Fråga" if is_question else "Rekommendation"


def _to_answer(facts: ClerkFacts, recommendation: Recommendation) -> Bullets:
    """Return what is to be written: as the letter asks, else as letters usually do."""
    letter = facts.letter.letter
    asks = lines_of(letter.asks if letter else None)
    if recommendation.kind is RecommendationKind.QUESTION:
        return Bullets((Item(place(f"{phrases.genitive(facts.word)} svar på frågan"), "Svar:"),))
    if asks:
        return Bullets(tuple(Item(place("svaret"), f"{_as_label(each)}:") for each in asks))
    return Bullets(
        (
            Item(
                place(f"om {facts.word} instämmer, helt, delvis eller inte, och varför"),
                "Ställningstagande:",
            ),
            Item(
                place("vad som har gjorts och vad som ska göras, eller varför inget görs"),
                "Åtgärd:",
            ),
            Item(place("funktion"), "Ansvarig:"),
            Item(place("dag eller kvartal"), "Klart senast:"),
        )
    )


def _as_label(text: str) -> str:
    return capitalise_first(text.strip().rstrip(".:"))


def _finances(facts: ClerkFacts) -> Blocks:
    return (
        Heading("Finansiering", 2),
        Paragraph(
            place(
                "vad åtgärderna kostar och hur de finansieras, eller att ärendet inte medför "
                f"några kostnader för {facts.word}"
            )
        ),
    )


def _consequences() -> Blocks:
    return (
        Heading("Konsekvenser för hållbar utveckling och en effektiv organisation", 2),
        Paragraph(place("vilka konsekvenser förslaget har, eller att det inte har några")),
    )


def _signatures(facts: ClerkFacts) -> Blocks:
    leader = "Verkställande direktör" if facts.is_company else "Förvaltningschef"
    return (
        Signatures(
            (facts.administration or phrases.capital_name(facts.committee),),
            ((place("namn"), leader), (place("namn"), "Handläggare")),
        ),
    )
