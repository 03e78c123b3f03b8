"""Lägesformulär: what a committee tells in of how things stand, in Word, for a follow-up."""

from dataclasses import dataclass
from datetime import date

from revtrack.documents import fields, phrases
from revtrack.documents.forms.form_facts import SHOWN_DIGITS
from revtrack.documents.forms.response_form import FIELD_WIDTH, LABEL_WIDTH
from revtrack.documents.forms.sealing import sealed
from revtrack.documents.letters import reminder_words
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Column, Heading, Item, Numbered
from revtrack.documents.office.form_blocks import Asked, Field, Filled, FormBlock, FormTable
from revtrack.domain.names.recipients import general_word
from revtrack.domain.replies.form_fields import OF_ROW, StatusField, field_name
from revtrack.domain.replies.status_form import StatusForm, StatusRow
from revtrack.wording.form_words import progress_labels
from revtrack.wording.status_form_texts import DONE_SINCE_ASKED, HINTS, LABELS, STATUS_FORM


@dataclass(frozen=True)
class StatusFormFacts:
    """What a form asks, by when, and on which day it is made."""

    asked: StatusForm
    due_on: date
    today: date


def status_form_document(facts: StatusFormFacts, template: bytes) -> bytes:
    """Return the form for one committee as a Word document in which only fields can be filled in.

    It is made from the answer form's template.
    """
    asked = facts.asked
    title = f"{STATUS_FORM}: {asked.follow_up.audit.title}"
    context: dict[str, str | word.Blocks] = {
        "kommun": asked.follow_up.municipality.name,
        "till": phrases.capital_name(asked.committee),
        "missiv": "",
        "svar_senast": facts.due_on.isoformat(),
        "svarsadress": reminder_words.reply_address(asked.follow_up),
        "rubrik": title,
        "anvisning": _instruction(facts),
        "beslut": _day(asked),
        "rekommendationer": _recommendations(asked),
        "ovrigt": (),
        "beteckning": f"Formulärets beteckning: {asked.key.form_uid[:SHOWN_DIGITS]}",
    }
    properties = word.Properties(
        template=fields.RESPONSE_FORM,
        title=f"{title}. {phrases.capital_name(asked.committee)}",
        author=phrases.office(asked.follow_up.municipality),
        on=facts.today,
    )
    return sealed(word.render(template, context, properties), asked.key.text, properties)


def _instruction(facts: StatusFormFacts) -> word.Blocks:
    what = phrases.term_of(row.recommendation for row in facts.asked.rows).one
    who = phrases.genitive(general_word([facts.asked.committee]))
    address = reminder_words.reply_address(facts.asked.follow_up)
    status = (
        f"Välj läget i dag för varje {what} och skriv vad som har gjorts. Uppgifterna är {who} "
        "egna. Övrig text är låst."
    )
    days = (
        "Ange när det blev klart, eller när det ska vara klart. Ska ingenting göras: skriv skälen "
        "i kommentaren."
    )
    sending = (
        f"Spara filen utan att byta filformat och skicka den till {address} tillsammans med "
        "beslut och andra underlag."
    )
    steps = tuple(map(Item, (status, days, sending)))
    return (Heading("Så fyller ni i formuläret", 2), Numbered(steps))


def _day(asked: StatusForm) -> word.Blocks:
    name = LABELS[StatusField.REPORTED_ON]
    return (
        Heading("Vilken dag läget gäller", 2),
        FormTable(
            name,
            "Ett fält för den dag som uppgifterna gäller.",
            (Column("Uppgift", LABEL_WIDTH), Column("Fylls i", FIELD_WIDTH)),
            [(name, _field(asked.key.form_uid, StatusField.REPORTED_ON, name))],
        ),
    )


def _recommendations(asked: StatusForm) -> word.Blocks:
    blocks: list[Block | FormBlock] = []
    last = None
    for row in asked.rows:
        if row.case.audit.id != last:
            blocks.append(Heading(row.case.audit.title, 2))
            last = row.case.audit.id
        blocks += _recommendation(row)
    return tuple(blocks)


def _recommendation(row: StatusRow) -> word.Blocks:
    heading = " ".join(filter(None, (row.number, row.recommendation.heading)))
    return (
        Heading(heading, 3),
        Asked(row.text, field_name(row.uid, StatusField.WORDING)),
        FormTable(
            f"Läget för {row.name}",
            "En rad per uppgift om läget, med fält att fylla i.",
            (Column(f"Läget för {row.number}", LABEL_WIDTH), Column("Fylls i", FIELD_WIDTH)),
            [(_label(row, each), _field(row.uid, each, _title(row, each))) for each in OF_ROW],
        ),
    )


def _title(row: StatusRow, each: StatusField) -> str:
    return f"{row.number} {_label(row, each)}"


def _label(row: StatusRow, each: StatusField) -> str:
    if each is StatusField.DONE and not row.has_reply:
        return DONE_SINCE_ASKED
    return LABELS[each]


def _field(uid: str, each: StatusField, title: str) -> Field:
    filled = Filled.TEXT
    choices: tuple[str, ...] = ()
    if each in {StatusField.REPORTED_ON, StatusField.DUE}:
        filled = Filled.DAY
    elif each is StatusField.PROGRESS:
        filled, choices = Filled.CHOICE, tuple(progress_labels())
    return Field(field_name(uid, each), title, HINTS[each], filled, choices)
