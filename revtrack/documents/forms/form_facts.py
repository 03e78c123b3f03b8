"""What stands in an answer form besides its fields, in Word and in Excel alike."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents import phrases
from revtrack.domain.case import AuditCase
from revtrack.domain.days import deadlines
from revtrack.domain.names.recipients import general_word
from revtrack.domain.records import Committee
from revtrack.domain.replies.answer_form import AskedForm
from revtrack.domain.replies.form_fields import ACTION_ROWS
from revtrack.wording.words import capitalise_first, count_in_words

SHOWN_DIGITS = 8
"""How much of a form's uid is printed on it."""


@dataclass(frozen=True)
class FormFacts:
    """What a form says to the committee that fills it in."""

    asked: AskedForm

    @property
    def case(self) -> AuditCase:
        """The audit that is answered."""
        return self.asked.case

    @property
    def committee(self) -> Committee:
        """The committee that answers."""
        return self.asked.committee

    @cached_property
    def letter_on(self) -> date:
        """The day of the letter; a form is made only where there is one."""
        return self.case.audit.handed_over_on or date.min

    @cached_property
    def title(self) -> str:
        """The form's heading."""
        return f"Svarsformulär: {self.case.audit.title}"

    @cached_property
    def file_title(self) -> str:
        """What the file says of itself."""
        return f"{self.title}. {phrases.capital_name(self.committee)}"

    @cached_property
    def due_text(self) -> str:
        """By when a reply is asked for, with the day it was extended to; empty where none is."""
        reply_case = self.asked.reply_case
        if reply_case.due_on is None:
            return ""
        granted = [each for each in self.case.extensions if each.reply_case_id == reply_case.id]
        moved = deadlines.extended_to(granted)
        later = f", förlängt till {moved.isoformat()}" if moved else ""
        return f"{reply_case.due_on.isoformat()}{later}"

    @cached_property
    def address(self) -> str:
        """Where the reply is sent."""
        letter = self.case.cover_letter
        stated = (letter.reply_address if letter else None) or self.case.municipality.reply_address
        return stated or f"revisorerna i {self.case.municipality.name}"

    @cached_property
    def word_for_committee(self) -> str:
        """How the committee is spoken of: "nämnden", "styrelsen", "bolaget"."""
        return general_word([self.committee])

    @cached_property
    def decision_heading(self) -> str:
        """The heading above the facts of the decision."""
        return f"{capitalise_first(phrases.genitive(self.word_for_committee))} beslut"

    @cached_property
    def answers_heading(self) -> str:
        """The heading above what is answered."""
        return f"{capitalise_first(phrases.genitive(self.word_for_committee))} svar"

    @cached_property
    def instruction(self) -> tuple[str, ...]:
        """How the form is filled in and sent, step by step."""
        who = phrases.genitive(self.word_for_committee)
        what = phrases.term_of(row.recommendation for row in self.asked.rows).one
        decision = f"Fyll i uppgifterna om {who} beslut en gång. Övrig text är låst."
        answers = (
            f"Välj {who} ställningstagande till varje {what}. Ange åtgärder, vem som "
            "ansvarar (funktion, inte namn) och när åtgärden ska vara klar. Det finns plats "
            f"för {count_in_words(ACTION_ROWS)} åtgärder till varje {what}."
        )
        reasons = "Planeras ingen åtgärd: skriv skälen i kommentaren."
        sending = (
            "Spara filen utan att byta filformat och skicka den till "
            f"{self.address} tillsammans med protokollsutdraget."
        )
        return (decision, *((answers, reasons) if self.asked.rows else ()), sending)

    @cached_property
    def name_of_form(self) -> str:
        """What is printed on the form for whoever asks about it."""
        return f"Formulärets beteckning: {self.asked.key.form_uid[:SHOWN_DIGITS]}"
