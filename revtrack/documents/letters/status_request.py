"""Begäran om lägesbeskrivning: a follow-up asks a committee what has happened since it replied.

Letter and form in one: for each recommendation what was recommended and answered, and a table to
write in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.documents import answers, fields, people, phrases
from revtrack.documents.letters import reminder_words
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Column, Heading, Paragraph, Table
from revtrack.domain.case import AuditCase
from revtrack.domain.names.recipients import general_word
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Committee
from revtrack.wording.words import capitalise_first

TITLE = "Begäran om lägesbeskrivning"
ASKED = (
    "Vad har gjorts sedan svaret?",
    "När blev det klart, eller när ska det vara klart?",
    "Vad återstår?",
    "Hur följs åtgärdens effekt upp?",
    "Beslut och andra underlag (bifogas)",
)
"""What a committee writes about each recommendation."""
ASKED_WIDTH, ANSWER_WIDTH = 62, 98
"""In millimetres; together the width of the text."""

Blocks = tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked of a committee, and by when."""

    follow_up: AuditCase
    committee: Committee
    covered: Sequence[Covered]
    """What the committee answers for today, in the order of audits and numbers."""
    due_on: date
    today: date


def status_request(request: Request, template: bytes) -> bytes:
    """Return the letter with its tables to write in."""
    town = request.follow_up.municipality
    day = phrases.the_day(request.today)
    context: dict[str, str | word.Blocks] = {
        "kommun": town.name,
        "datum": request.today.isoformat(),
        "till": phrases.capital_name(request.committee),
        "rubrik": TITLE,
        "yttranden": (Paragraph(_opening(request)), *_asked(request)),
        "atgarder": (),
        "avslutning": (
            f"Svaret önskas senast {phrases.the_day(request.due_on)} och skickas till "
            f"{reminder_words.reply_address(request.follow_up)}. Bifoga beslut och andra underlag."
        ),
        "ort_och_dag": f"{town.place} {day}" if town.place else capitalise_first(day),
        "underskrifter": (people.letter_signatures(request.follow_up, request.today),),
    }
    properties = word.Properties(
        template=fields.REMINDER,
        title=f"{TITLE}. {phrases.capital_name(request.committee)}",
        author=phrases.office(town),
        on=request.today,
    )
    return word.render(template, context, properties)


def _opening(request: Request) -> str:
    is_one = len(request.covered) == 1
    term = phrases.term_of(each.line.recommendation for each in request.covered)
    what = "en tidigare granskning" if len(_cases(request)) == 1 else "tidigare granskningar"
    which = "läget" if is_one else f"läget för varje {term.one}"
    ours = f"vår {term.one}" if is_one else f"våra {term.several}"
    return (
        f"Vi följer upp vad som har gjorts med anledning av {ours} i {what}. Beskriv {which} "
        f"nedan, senast {phrases.the_day(request.due_on)}. Uppgifterna är {_whose(request)} egna; "
        "vår bedömning gör vi därefter."
    )


def _whose(request: Request) -> str:
    return phrases.genitive(general_word([request.committee]))


def _cases(request: Request) -> list[AuditCase]:
    cases: dict[int, AuditCase] = {each.case.audit.id: each.case for each in request.covered}
    return list(cases.values())


def _asked(request: Request) -> Blocks:
    blocks: list[Block] = []
    for case in _cases(request):
        year = f" ({case.audit.audit_year})"
        blocks.append(Heading(f"{case.audit.title}{year}", 2))
        for each in request.covered:
            if each.case.audit.id == case.audit.id:
                blocks += _recommendation(request, each)
    return tuple(blocks)


def _recommendation(request: Request, each: Covered) -> Blocks:
    line = each.line
    told = [
        f"{capitalise_first(_whose(request))} svar: {_uncapitalised(answers.stance(line))}."
        if line.response
        else ""
    ]
    if line.committee.id != request.committee.id:
        told.append(f"Rekommendationen lämnades till {line.committee.name}.")
    if actions := [action.text for action in line.actions]:
        told.append(phrases.sentence(f"Åtgärder enligt svaret: {'; '.join(actions)}"))
    if each.earlier:
        told.append(
            f"Vår bedömning i den förra uppföljningen: {answers.verdict_word(each.earlier)}."
        )
    return (
        Heading(f"{line.number} {line.recommendation.heading or ''}".strip(), 3),
        Paragraph(phrases.sentence(wording(line.recommendation))),
        *([Paragraph(" ".join(filter(None, told)))] if any(told) else []),
        Table(
            f"Läget för {line.number}",
            "Frågorna i den första kolumnen, plats att skriva i den andra.",
            (Column("Fråga", ASKED_WIDTH), Column("Svar", ANSWER_WIDTH)),
            [[question, ""] for question in ASKED],
            stays_together=True,
        ),
    )


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
