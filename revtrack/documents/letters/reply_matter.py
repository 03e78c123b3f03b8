"""What a letter about one committee's reply stands on, and what such letters share."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents import fields, people, phrases
from revtrack.documents.letters import reminder_words
from revtrack.documents.letters.reminder_mail import address_of
from revtrack.documents.office.blocks import Block
from revtrack.documents.office.mail import Enclosed, MailText, mail_draft, mail_text
from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.names.recipients import general_word
from revtrack.domain.names.succession import committee_in_office
from revtrack.domain.records import Committee
from revtrack.wording.words import NO_BREAK_SPACE, capitalise_first

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class ReplyMatter:
    """One committee's reply to an audit, as a letter of today speaks of it."""

    case: AuditCase
    line: ReplyLine
    today: date

    @cached_property
    def committee(self) -> Committee:
        """The one written to: the one that was asked, or the one in office after it."""
        return committee_in_office(self.case, self.line.committee, self.today)

    @cached_property
    def whom(self) -> str:
        """The committee that was asked, in running text: "nämnden"; by name where it is another."""
        asked = self.line.committee
        return general_word([asked]) if asked.id == self.committee.id else asked.name

    @property
    def audit(self) -> str:
        """The audit in running text: "granskningen av X"."""
        return phrases.the_audit(self.case.audit)

    @cached_property
    def asked(self) -> str:
        """Return that and when the committee was asked for a reply; or was sent the audit."""
        day = self.case.audit.handed_over_on
        if self.line.reply_case.due_on is None:
            when = f" {phrases.the_day(day)}" if day else ""
            return f"Vi överlämnade{when} {self.audit} till {self.whom}."
        if day is None:
            return f"Vi har bett {self.whom} att yttra sig över {self.audit}."
        return (
            f"I missivet {phrases.the_day(day)} bad vi {self.whom} att yttra sig över {self.audit}."
        )

    @cached_property
    def where_to(self) -> str:
        """Where what is awaited is sent, and with which number: "skickas … till …"."""
        return reminder_words.reply_address(self.case)

    @cached_property
    def diary_request(self) -> str:
        """The sentence that asks for our diary number; nothing where there is none."""
        number = self.case.audit.diary_number
        return f"Ange diarienummer {phrases.unbroken(number)}." if number else ""

    def common(self) -> dict[str, str | Blocks]:
        """Return the fields that all letters about a reply have."""
        town, own = self.case.municipality, self.line.reply_case.diary_number
        day = phrases.the_day(self.today)
        return {
            "kommun": town.name,
            "datum": self.today.isoformat(),
            "diarienummer": phrases.unbroken(self.case.audit.diary_number or ""),
            "ert_diarienummer": phrases.unbroken(own or ""),
            "till": phrases.capital_name(self.committee),
            "ort_och_dag": f"{town.place} {day}" if town.place else capitalise_first(day),
            "underskrifter": (people.letter_signatures(self.case, self.today),),
        }


def letter_mail(
    matter: ReplyMatter, template: tuple[str, bytes], letter: Enclosed, values: dict[str, str]
) -> bytes:
    """Return the draft of the mail that a letter goes with; ``template`` is its name and bytes."""
    name, content = template
    known = dict.fromkeys((field.name for field in fields.MAIL_FIELDS[name]), "")
    common = {
        "kommun": matter.case.municipality.name,
        "mottagare": matter.committee.name,
        "granskning": matter.audit,
    }
    text = mail_text(content, {**known, **common, **values}, name)
    plain = MailText(
        text.subject.replace(NO_BREAK_SPACE, " "), text.body.replace(NO_BREAK_SPACE, " ")
    )
    return mail_draft(plain, to=address_of(matter.committee), on=matter.today, enclosed=letter)
