"""Påminnelse: one letter to a committee about all that it has not answered or told of.

The same template serves the letter to the council's presidium about a reply that never came.
"""

from datetime import date

from revtrack.documents import fields, people, phrases
from revtrack.documents.letters import reminder_words
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Bullets, Heading, Item, Paragraph
from revtrack.domain.codes import CommitteeKind
from revtrack.domain.names.recipients import general_word
from revtrack.domain.records import Committee
from revtrack.domain.replies.reminder_message import (
    AwaitedLine,
    PresidiumProposal,
    PromiseLine,
    ReminderMessage,
)
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]


def reminder_letter(message: ReminderMessage, template: bytes, *, today: date) -> bytes:
    """Return the letter that reminds a committee, with an entry for each audit."""
    replies: list[Block] = []
    for line in (*message.awaited, *message.also):
        replies += _awaited(line, message.committee, today)
    context: dict[str, str | Blocks] = {
        "till": phrases.capital_name(message.committee),
        "rubrik": heading(message),
        "yttranden": tuple(replies),
        "atgarder": _promises(message.promised, today),
        "avslutning": _closing(message, today),
        **_common(message, today),
    }
    return word.render(template, context, _properties(heading(message), message, today))


def heading(message: ReminderMessage) -> str:
    """Return what the letter is about."""
    count = len(message.awaited) + len(message.also)
    if not count:
        return "Påminnelse om åtgärder"
    replies = "yttrande" if count == 1 else "yttranden"
    return f"Påminnelse om {replies}{' och åtgärder' if message.promised else ''}"


def _common(message: ReminderMessage, today: date) -> dict[str, str | Blocks]:
    town = message.municipality
    day = phrases.the_day(today)
    return {
        "kommun": town.name,
        "datum": today.isoformat(),
        "ort_och_dag": f"{town.place} {day}" if town.place else capitalise_first(day),
        "underskrifter": (people.letter_signatures(message.case, today),),
    }


def _properties(title: str, message: ReminderMessage, today: date) -> word.Properties:
    return word.Properties(
        template=fields.REMINDER,
        title=title,
        author=phrases.office(message.municipality),
        on=today,
    )


def _awaited(line: AwaitedLine, committee: Committee, today: date) -> Blocks:
    sentences = [
        reminder_words.request(line, committee),
        reminder_words.state_of(line, today),
        reminder_words.refused_time(line),
        reminder_words.requested_time(line),
        reminder_words.earlier_reminders(line.unanswered),
    ]
    blocks: list[Block] = [
        Heading(line.case.audit.title, 2),
        Paragraph(" ".join(filter(None, sentences))),
    ]
    if opening := reminder_words.asked_of(line):
        items = (reminder_words.numbered_wording(line.case, each) for each in line.recommendations)
        blocks.append(Paragraph(opening))
        blocks.append(Bullets(tuple(Item(text, f"{number}.") for number, text in items)))
    return tuple(blocks)


def _promises(promised: tuple[PromiseLine, ...], today: date) -> Blocks:
    if not promised:
        return ()
    blocks: list[Block] = [
        Heading("Åtgärder", 2),
        Paragraph("Vi har inte fått något besked om hur långt arbetet har kommit med följande:"),
    ]
    by_audit: dict[int, list[PromiseLine]] = {}
    for line in promised:
        by_audit.setdefault(line.case.audit.id, []).append(line)
    for lines in by_audit.values():
        blocks.append(Heading(lines[0].case.audit.title, 3))
        if told := reminder_words.letter_and_numbers(lines[0]):
            blocks.append(Paragraph(f"{capitalise_first(told)}."))
        blocks.append(Bullets(tuple(_item(line, today) for line in lines)))
    return tuple(blocks)


def _item(line: PromiseLine, today: date) -> Item:
    number, text = reminder_words.numbered_wording(line.case, line.recommendation)
    parts = [phrases.sentence(text), *reminder_words.promise(line, today)]
    return Item(" ".join(filter(None, parts)), f"{number}.")


def _closing(message: ReminderMessage, today: date) -> str:
    address = reminder_words.reply_address(message.case)
    sentences = []
    if message.awaited or message.also:
        one = len(message.awaited) + len(message.also) == 1
        reply, it = ("Yttrandet", "det") if one else ("Yttrandena", "de")
        body = phrases.deciding_body([message.committee])
        sentences.append(
            phrases.sentence(
                f"{reply} bör beslutas av {body} och skickas som protokollsutdrag till {address}"
            )
        )
        is_late = any(today > line.due_on for line in (*message.awaited, *message.also))
        if is_late:
            sentences.append(f"Har {it} redan skickats ber vi er bortse från påminnelsen.")
        sentences.append(
            f"Kan {it} inte lämnas {'inom kort' if is_late else 'i tid'} ber vi om besked om när "
            f"{it} kan väntas."
        )
    if message.promised:
        to = "" if sentences else f" till {address}"
        sentences.append(
            phrases.sentence(
                f"Lämna besked{to} om vad som har gjorts med anledning av "
                f"{phrases.RECOMMENDATION.the(len(message.promised))}"
            )
        )
    return " ".join(sentences)


def presidium_letter(
    proposal: PresidiumProposal, template: bytes, *, today: date, to: str
) -> bytes:
    """Return the letter to the council's presidium about a reply that reminders did not bring."""
    line, committee = proposal.line, proposal.committee
    message = ReminderMessage(
        municipality=line.case.municipality, committee=committee, awaited=(line,)
    )
    title = presidium_heading(committee)
    context: dict[str, str | Blocks] = {
        "till": capitalise_first(to),
        "rubrik": title,
        "yttranden": (*_lacking(line, general_word([committee]), today), *_unanswered(line)),
        "atgarder": (),
        "avslutning": phrases.sentence(
            f"Presidiets besked kan lämnas till {reminder_words.reply_address(line.case)}"
        ),
        **_common(message, today),
    }
    return word.render(template, context, _properties(title, message, today))


def _lacking(line: AwaitedLine, whose: str, today: date) -> Blocks:
    """Return what has been asked of whom, and what the presidium is wished to do."""
    late = _how_late(line.days_late(today))
    sentences = [
        f"{_handed_over(line)} och önskade ett yttrande senast {_day_asked(line)}.",
        f"{capitalise_first(whose)} har ännu inte lämnat något yttrande{late}.",
        reminder_words.refused_time(line),
        reminder_words.requested_time(line),
        reminder_words.earlier_reminders(line.unanswered),
    ]
    wish = (
        f"Vi vill därför ta upp frågan med presidiet och föreslår att presidiet verkar för att "
        f"{whose} lämnar ett yttrande över {phrases.work(line.case.audit)}."
    )
    return Paragraph(" ".join(filter(None, sentences))), Paragraph(wish)


def _unanswered(line: AwaitedLine) -> Blocks:
    """Return the recommendations that are not answered; nothing where there is none."""
    if not line.recommendations:
        return ()
    term = phrases.term_of(line.recommendations)
    items = (reminder_words.numbered_wording(line.case, each) for each in line.recommendations)
    return (
        Paragraph(f"Följande {term.of(len(line.recommendations))} har inte besvarats:"),
        Bullets(tuple(Item(text, f"{number}.") for number, text in items)),
    )


def _how_late(days: int) -> str:
    return f", {phrases.counts(days)[0]} dagar efter svarsdagen" if days > 1 else ""


def _handed_over(line: AwaitedLine) -> str:
    audit = line.case.audit
    day = (
        f"{capitalise_first(phrases.the_day(audit.handed_over_on))} "
        if audit.handed_over_on
        else ""
    )
    verb = "överlämnade vi" if day else "Vi har överlämnat"
    return f"{day}{verb} {phrases.the_audit(audit)} till {line.committee.name}"


def _day_asked(line: AwaitedLine) -> str:
    if line.is_extended and line.reply_case.due_on:
        original = phrases.the_day(line.reply_case.due_on)
        return f"{original}, efter anstånd senast {phrases.the_day(line.due_on)}"
    return phrases.the_day(line.due_on)


def presidium_heading(committee: Committee) -> str:
    """Return what the letter to the presidium is about."""
    return f"Uteblivet yttrande från {committee.name}"


def presidium_of(committees: tuple[Committee, ...], council: str) -> tuple[Committee | None, str]:
    """Return the council's presidium, where one is registered, and what it is called."""
    found = [each for each in committees if each.kind is CommitteeKind.PRESIDIUM]
    return (found[0], found[0].name) if len(found) == 1 else (None, f"{council}s presidium")
