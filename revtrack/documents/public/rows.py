"""What the public page and its open data hold of a year's audits; no names of persons."""

from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from datetime import date
from typing import NamedTuple

from revtrack.documents import answers, phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.standings import (
    NOT_OF_QUESTIONS,
    due_text,
    is_answered,
    is_question,
    standing_text,
)
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Confidentiality, Standing
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.names.recipients import number_key
from revtrack.domain.outcome.judged import is_to_close
from revtrack.domain.texts.csv_table import csv_table
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

HEADINGS = (
    *("Granskning", "Beteckning", "Revisionsår", "Överlämnad", "Uppföljning av", "Slag", "Nr"),
    *("Rekommendation eller fråga", "Nämnd", "Ställningstagande eller svar", "Beslut", "Åtgärd"),
    *("Klart senast", "Läge", "Bedömning vid uppföljning", "Avslutad, utfall"),
)
NOT_A_FOLLOW_UP = "Ingen tidigare granskning"
NOT_TOLD = "Redovisas inte här"


class LeftOut(NamedTuple):
    """What is kept off the page and out of the data."""

    audit_id: int
    number: str | None = None
    """Of a recommendation or question; None: the whole audit."""


@dataclass(frozen=True)
class PublicRow:
    """A recommendation or a question to a committee, as everybody may see it."""

    audit: str
    reference: str
    year: str
    handed_over: str
    follows: str
    """The references of the audits that it follows up."""
    kind: str
    number: str
    recommendation: str
    committee: str
    position: str
    decision: str
    """§ and day of the committee's reply."""
    action: str
    due: str
    standing: str
    verdict: str
    """What the auditors found at follow-up, and whether it was opened again since."""
    outcome: str
    """How the auditors closed it."""


@dataclass(frozen=True)
class PublicPlace:
    """An audit that another one follows up."""

    title: str
    reference: str
    year: int


@dataclass(frozen=True)
class PublicAudit:
    """An audit that has been handed over, with its rows."""

    title: str
    reference: str
    handed_over: str
    follows: tuple[PublicPlace, ...]
    rows: tuple[PublicRow, ...]
    term: phrases.Term
    """What the rows are: recommendations, questions or both."""
    left_out: str = ""
    """How many of its recommendations and questions are kept off the page; empty: none."""
    follows_left_out: bool = False
    """Whether it follows up an audit that is kept off the page."""


@dataclass(frozen=True)
class PublicYear:
    """What everybody may see of an audit year, in the order it was handed over."""

    year: int
    audits: tuple[PublicAudit, ...]
    left_out: int = 0
    """How many audits are kept off the page."""

    @property
    def rows(self) -> tuple[PublicRow, ...]:
        """The rows of all audits."""
        return tuple(row for audit in self.audits for row in audit.rows)


def public_year(
    cases: Collection[AuditCase], year: int, today: date, left_out: Collection[LeftOut] = ()
) -> PublicYear:
    """Return what has been handed over of an audit year, but for what is left out.

    Working material is left out too, whatever anybody says.
    """
    of_year = [case for case in cases if case.is_handed_over and case.audit.audit_year == year]
    of_year.sort(key=lambda case: (str(case.audit.handed_over_on), case.audit.reference))
    shown = [case for case in of_year if _is_shown(case, left_out)]
    places = {
        case.audit.id: PublicPlace(case.audit.title, case.audit.reference, case.audit.audit_year)
        for case in cases
        if case.is_handed_over and _is_shown(case, left_out)
    }
    audits = tuple(_audit(case, places, today, left_out) for case in shown)
    return PublicYear(year, audits, len(of_year) - len(shown))


def _is_shown(case: AuditCase, left_out: Collection[LeftOut]) -> bool:
    is_public = case.audit.confidentiality is Confidentiality.PUBLIC
    return is_public and LeftOut(case.audit.id) not in left_out


def _audit(
    case: AuditCase,
    places: dict[int, PublicPlace],
    today: date,
    left_out: Collection[LeftOut],
) -> PublicAudit:
    asked = [line for line in addressee_lines(case) if line.addressee.asked]
    shown = [each for each in asked if LeftOut(case.audit.id, each.number) not in left_out]
    kept = {each.recommendation.id for each in shown}
    hidden = {e.recommendation.id: e.recommendation for e in asked}.items()
    follows = tuple(places[e.followed_id] for e in case.followed if e.followed_id in places)
    told = ", ".join(each.reference for each in follows)
    told = told or (NOT_TOLD if case.followed else NOT_A_FOLLOW_UP)
    replies = {each.committee.id: each for each in reply_lines(case, today)}
    return PublicAudit(
        title=case.audit.title,
        reference=case.audit.reference,
        handed_over=str(case.audit.handed_over_on),
        follows=follows,
        rows=tuple(
            _row(case, line, replies.get(line.committee.id), told, today)
            for line in sorted(shown, key=lambda each: number_key(each.number))
        ),
        term=phrases.term_of(line.recommendation for line in shown),
        left_out=phrases.counted(item for key, item in hidden if key not in kept),
        follows_left_out=len(follows) < len(case.followed),
    )


def _row(
    case: AuditCase,
    line: AddresseeLine,
    reply: ReplyLine | None,
    follows: str,
    today: date,
) -> PublicRow:
    aside = NOT_OF_QUESTIONS if is_question(line) else ""
    action = "\n".join(dict.fromkeys(each.text for each in line.actions)) or phrases.NONE_GIVEN
    outcome = line.addressee.outcome
    return PublicRow(
        audit=case.audit.title,
        reference=case.audit.reference,
        year=str(case.audit.audit_year),
        handed_over=str(case.audit.handed_over_on),
        follows=follows,
        kind=capitalise_first(phrases.term_of([line.recommendation]).one),
        number=line.number,
        recommendation=wording(line.recommendation),
        committee=phrases.capital_name(line.committee),
        position=_position(case, line, reply),
        decision=answers.paragraph_and_day(line.response) if line.response else "Inget beslut",
        action=aside or action,
        due=aside or due_text(line),
        standing=_standing(case, line, reply, today),
        verdict=aside or answers.verdict_text(line),
        outcome=aside or (swedish_label(outcome) if outcome else "Inte avslutad"),
    )


def _position(case: AuditCase, line: AddresseeLine, reply: ReplyLine | None) -> str:
    if is_question(line) and line.response is not None and is_answered(line):
        return "Har besvarat frågan"
    return answers.stance_or_state(case, line, reply)


def _standing(case: AuditCase, line: AddresseeLine, reply: ReplyLine | None, today: date) -> str:
    """Return where it stands: a reply that is late is missing, and a verdict outweighs a reply."""
    if is_to_close(line):
        return "Kan avslutas"
    if line.standing is Standing.AWAITING and reply is not None and reply.is_late:
        return answers.REPLY_MISSING
    return standing_text(case, line, today)


def as_csv(rows: Iterable[PublicRow]) -> bytes:
    """Return the rows as open data, a table with commas."""
    return csv_table(HEADINGS, map(astuple, rows))
