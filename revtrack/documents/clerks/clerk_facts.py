"""What a committee's officials know of an audit when they answer it: the letter, and no notes."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents import phrases
from revtrack.documents.letters.letter_facts import LetterFacts
from revtrack.documents.letters.reminder_words import reply_address
from revtrack.documents.office.blocks import Block, Bullets, Heading, Item, Paragraph
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.names.recipients import general_word
from revtrack.domain.records import Committee, Recommendation, Response
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]
_LED_BY_AN_OFFICE = frozenset({CommitteeKind.COMPANY, CommitteeKind.FEDERATION})


def place(what: str) -> str:
    """Return the mark of a place where an official writes: "[Skriv datum]"."""
    return f"[Skriv {what}]"


@dataclass(frozen=True)
class ClerkFacts:
    """An audit as one committee was sent it, with its reply as far as it is decided."""

    case: AuditCase
    committee: Committee
    today: date

    @cached_property
    def letter(self) -> LetterFacts:
        """The committee's own copy of the letter."""
        return LetterFacts(self.case, self.today, self.committee)

    @cached_property
    def reply(self) -> ReplyLine | None:
        """The committee's reply case; None: it has none."""
        lines = reply_lines(self.case, self.today)
        return next((each for each in lines if each.committee.id == self.committee.id), None)

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """What the letter puts to the committee, in the order of its numbers."""
        return self.letter.chosen

    @property
    def due_on(self) -> date | None:
        """The day that counts now; None: no reply is asked for."""
        return self.reply.due_on if self.reply else None

    @property
    def decision(self) -> Response | None:
        """The committee's decision, where one is registered."""
        return self.reply.decision if self.reply else None

    @property
    def word(self) -> str:
        """What the committee is called when it is not named: "nämnden"."""
        return general_word([self.committee])

    @property
    def administration(self) -> str:
        """The administration that serves the committee; empty where several do, or none is known.

        A company answers for itself.
        """
        known = lines_of(self.committee.administrations)
        return capitalise_first(known[0]) if len(known) == 1 else ""

    @property
    def drafter(self) -> str:
        """Who proposes the decision, in running text: "förvaltningen", in a company its office."""
        if self.committee.kind in _LED_BY_AN_OFFICE:
            return "verkställande direktören" if self.is_company else "förbundskansliet"
        return "förvaltningen"

    @property
    def is_company(self) -> bool:
        """Whether a company answers."""
        return self.committee.kind is CommitteeKind.COMPANY

    @property
    def decider(self) -> str:
        """Who decides on the reply, in running text: "nämnden", "bolagets styrelse"."""
        return phrases.deciding_body([self.committee])

    @property
    def diary_number(self) -> str:
        """The committee's own diary number, or the place for it."""
        number = self.reply.reply_case.diary_number if self.reply else None
        return phrases.unbroken(number) if number else place("diarienummer")

    @property
    def matter(self) -> str:
        """What the matter is called: by the committee itself, else by what it answers."""
        own = self.reply.reply_case.matter_name if self.reply else None
        if own:
            return capitalise_first(own)
        audit = phrases.the_audit(self.case.audit)
        return f"Yttrande över {audit}" if self.due_on else capitalise_first(audit)

    @property
    def term(self) -> phrases.Term:
        """What the letter puts is called: recommendations, or questions."""
        return phrases.term_of(self.recommendations)

    @property
    def address(self) -> str:
        """Where the reply is sent."""
        return reply_address(self.case)


def opening(facts: ClerkFacts) -> str:
    """Return what the auditors have done, and what they ask of the committee by when."""
    audit, handed_over_on = facts.case.audit, facts.case.audit.handed_over_on
    the_audit = phrases.the_audit(audit)
    firm = f", med stöd av {audit.firm}," if audit.firm else ""
    day = f" {phrases.the_day(handed_over_on)}" if handed_over_on else ""
    told = [
        f"{phrases.office(facts.case.municipality)} har{firm} genomfört {the_audit}.",
        f"{capitalise_first(phrases.work(audit))} överlämnades till {facts.committee.name}{day}.",
    ]
    count = len(facts.recommendations)
    if count:
        told.append(
            f"Missivet innehåller {phrases.counted(facts.recommendations)} till {facts.word}."
        )
    told.append(_asked(facts))
    return " ".join(told)


def in_short(facts: ClerkFacts) -> str:
    """Return what the matter is in a sentence or two."""
    audit = phrases.the_audit(facts.case.audit)
    if facts.due_on is None:
        return f"Revisorerna har lämnat över {audit} till {facts.word}. Inget yttrande begärs."
    whose = phrases.genitive(facts.word)
    return (
        f"Revisorerna önskar {whose} yttrande över {audit} senast {phrases.the_day(facts.due_on)}."
    )


def _asked(facts: ClerkFacts) -> str:
    if facts.due_on is None:
        return "Revisorerna har inte begärt något yttrande."
    reply = facts.reply
    day = phrases.the_day(facts.due_on)
    if reply and reply.extended_to and reply.reply_case.due_on:
        original = phrases.the_day(reply.reply_case.due_on)
        return f"Yttrande önskas senast {day}, efter förlängd svarstid från {original}."
    return f"Yttrande önskas senast {day}."


def background(facts: ClerkFacts) -> Blocks:
    """Return the audit and what it puts to the committee, word by word as in the letter."""
    audit, letter = facts.case.audit, facts.letter.letter
    blocks: list[Block] = [Heading("Ärendebeskrivning", 2), Paragraph(opening(facts))]
    if audit.purpose:
        blocks.append(
            Paragraph(phrases.purpose(f"Syftet med {phrases.work(audit)} var att", audit.purpose))
        )
    if letter and letter.assessment:
        said = phrases.purpose("Revisorernas samlade bedömning är att", letter.assessment)
        blocks.append(Paragraph(said))
    if facts.recommendations:
        term, count = facts.term, len(facts.recommendations)
        blocks.append(Paragraph(f"Revisorerna lämnar följande {term.of(count)} till {facts.word}:"))
        blocks.append(
            Bullets(
                tuple(
                    Item(wording_of(each), f"{facts.letter.numbers[each.id]}.")
                    for each in facts.recommendations
                )
            )
        )
    return tuple(blocks)


def wording_of(recommendation: Recommendation) -> str:
    """Return the wording in the letter; nothing else is copied."""
    return recommendation.letter_text or recommendation.report_text or ""


def sent_to(facts: ClerkFacts) -> Blocks:
    """Return whom the decision is sent to: the auditors, and a place for others."""
    address = facts.address
    auditors = phrases.office(facts.case.municipality)
    to = auditors if address.casefold() == auditors.casefold() else f"{auditors}, {address}"
    return (
        Heading("Beslutet skickas till:", 2),
        Bullets((Item(to), Item(place("övriga mottagare, eller ta bort raden")))),
    )
