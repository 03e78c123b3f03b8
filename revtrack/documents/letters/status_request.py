"""Begäran om lägesbeskrivning: a follow-up asks a committee what has happened since it replied.

For each recommendation it tells what was recommended and what is known since; what the committee
tells goes into the form beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.documents import answers, fields, people, phrases
from revtrack.documents.letters import reminder_words
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Heading, Paragraph
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import general_word
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Committee
from revtrack.wording.status_form_texts import STATUS_REQUEST
from revtrack.wording.words import capitalise_first

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
        "rubrik": STATUS_REQUEST,
        "yttranden": (Paragraph(_opening(request)), *_asked(request)),
        "atgarder": (),
        "avslutning": (
            f"Det ifyllda formuläret önskas senast {phrases.the_day(request.due_on)} och skickas "
            f"till {reminder_words.reply_address(request.follow_up)}. Bifoga beslut och andra "
            "underlag."
        ),
        "ort_och_dag": f"{town.place} {day}" if town.place else capitalise_first(day),
        "underskrifter": (people.letter_signatures(request.follow_up, request.today),),
    }
    properties = word.Properties(
        template=fields.REMINDER,
        title=f"{STATUS_REQUEST}. {phrases.capital_name(request.committee)}",
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
        f"Vi följer upp vad som har gjorts med anledning av {ours} i {what}. Beskriv {which} i "
        f"det bifogade formuläret, senast {phrases.the_day(request.due_on)}. Uppgifterna är "
        f"{_whose(request)} egna; vår bedömning gör vi därefter."
    )


def _whose(request: Request) -> str:
    return phrases.genitive(general_word([request.committee]))


def _cases(request: Request) -> list[AuditCase]:
    cases: dict[int, AuditCase] = {each.case.audit.id: each.case for each in request.covered}
    return list(cases.values())


def _asked(request: Request) -> Blocks:
    blocks: list[Block] = []
    for case in _cases(request):
        blocks.append(Heading(_title(case), 2))
        for each in request.covered:
            if each.case.audit.id == case.audit.id:
                blocks += _recommendation(request, each)
    return tuple(blocks)


def _title(case: AuditCase) -> str:
    year = str(case.audit.audit_year)
    return case.audit.title if year in case.audit.title else f"{case.audit.title} ({year})"


def _recommendation(request: Request, each: Covered) -> Blocks:
    line = each.line
    told = _told(request, each)
    return (
        Heading(f"{line.number} {line.recommendation.heading or ''}".strip(), 3),
        Paragraph(phrases.sentence(wording(line.recommendation))),
        *([Paragraph(" ".join(told))] if told else []),
    )


def _told(request: Request, each: Covered) -> list[str]:
    """Return what is known of a recommendation since it was made, oldest first."""
    line = each.line
    told = []
    if line.committee.id != request.committee.id:
        told.append(f"Rekommendationen lämnades till {line.committee.name}.")
    told += _reply(line)
    if actions := [action.text for action in line.actions]:
        told.append(phrases.sentence(f"Redovisade åtgärder: {'; '.join(actions)}"))
    told += answers.progress_reports(each.case, line)[-1:]
    if each.earlier:
        told.append(
            f"Vår bedömning i den förra uppföljningen: {answers.verdict_word(each.earlier)}."
        )
    if reason := line.addressee.reopening_reason:
        told.append(f"Vi har därefter öppnat rekommendationen igen: {phrases.sentence(reason)}")
    return told


def _reply(line: AddresseeLine) -> list[str]:
    """Return what the reply says, as far as somebody has read it; nothing where none has come."""
    who = phrases.genitive(general_word([line.committee]))
    match line.position:
        case None:
            return []
        case Position.NOT_ADDRESSED:
            return [f"I {who} svar tas rekommendationen inte upp."]
        case Position.UNCLEAR:
            return [f"Av {who} svar framgår inget tydligt ställningstagande."]
        case _:
            return [f"{capitalise_first(who)} svar: {_uncapitalised(answers.stance(line))}."]


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
