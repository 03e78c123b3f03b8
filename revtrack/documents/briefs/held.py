"""What is open towards the committees of a municipality, gathered once over all its audits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from revtrack.documents import phrases
from revtrack.documents.fields.field import TableFields
from revtrack.documents.office.blocks import Column
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind, RecommendationKind
from revtrack.domain.follow_up import (
    AddresseeLine,
    ReplyLine,
    addressee_lines,
    followed_apart,
    reply_lines,
)
from revtrack.domain.names.recipients import join_names, number_key
from revtrack.domain.names.succession import in_office, responsible_committee
from revtrack.domain.outcome.lineage import Place, chains
from revtrack.domain.outcome.promised import Promise, latest_word, promises_of
from revtrack.domain.records import Committee, ProgressReport, Recommendation
from revtrack.wording.words import capitalise_first

MONTHS_TOLD, YEARS_TOLD = 60, 730
"""From so many days an age is told in months, and in years."""
YEAR = 365.25


@dataclass(frozen=True)
class Held:
    """A recommendation of a letter, or a part of one, and the committee that answers for it."""

    case: AuditCase
    line: AddresseeLine
    committee: Committee
    """The one it was put to, or its successor."""

    @property
    def is_open(self) -> bool:
        """Whether the auditors have not closed it."""
        return self.line.addressee.outcome is None

    @property
    def number(self) -> str:
        """The number it is known by."""
        return self.line.number

    @property
    def word(self) -> ProgressReport | None:
        """What the committee has reported of it last, judged or not."""
        return latest_word(self.case, self.line)


@dataclass(frozen=True)
class HeldReply:
    """A reply case of an audit, and the committee that answers for it today."""

    case: AuditCase
    reply: ReplyLine
    committee: Committee


@dataclass(frozen=True)
class Promised:
    """Something that is to be carried out by a day, and who holds it."""

    held: Held
    promise: Promise

    @property
    def text(self) -> str:
        """What was promised; empty where the day stands on the recommendation itself."""
        return self.promise.action.text if self.promise.action else ""

    @property
    def due(self) -> str:
        """The day as exact as stated."""
        return self.promise.due

    @property
    def due_on(self) -> date:
        """The last day that it covers."""
        return self.promise.due_on

    @property
    def word(self) -> ProgressReport | None:
        """What the committee has reported of it last, judged or not."""
        return latest_word(self.held.case, self.held.line, self.promise.action)


@dataclass(frozen=True)
class Town:
    """The audits of a municipality on a day."""

    cases: tuple[AuditCase, ...]
    today: date

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """What the letters ask, audit by audit, in the order of the numbers; parts for wholes."""
        return tuple(
            Held(case, line, responsible_committee(case, line.addressee, self.today))
            for case in self.cases
            for line in sorted(
                followed_apart(addressee_lines(case)),
                key=lambda each: (number_key(each.number), each.committee.ordinal),
            )
            if line.addressee.asked
        )

    @cached_property
    def open(self) -> tuple[Held, ...]:
        """Those that the auditors have not closed."""
        return tuple(each for each in self.held if each.is_open)

    @cached_property
    def replies(self) -> tuple[HeldReply, ...]:
        """The reply cases, audit by audit in the register's order of committees."""
        return tuple(
            HeldReply(case, reply, in_office(case.committee_by_id, reply.committee, self.today))
            for case in self.cases
            for reply in reply_lines(case, self.today)
        )

    @cached_property
    def promised(self) -> tuple[Promised, ...]:
        """What is still to be carried out by a day, the earliest first."""
        found = [
            Promised(each, promise)
            for each in self.open
            for promise in promises_of(each.case, each.line)
        ]
        return tuple(sorted(found, key=lambda each: each.due_on))

    @cached_property
    def late(self) -> tuple[Promised, ...]:
        """What should have been carried out, and is not told to be."""
        return tuple(each for each in self.promised if each.promise.is_late(self.today))

    @cached_property
    def chains(self) -> tuple[tuple[Place, ...], ...]:
        """The recommendations that repeat earlier ones, each with those, the latest first."""
        return chains(self.cases)

    @cached_property
    def repeating(self) -> dict[int, Place]:
        """The nearest earlier recommendation by the id of the one that repeats it."""
        return {
            later.recommendation.id: earlier
            for chain in self.chains
            for later, earlier in pairwise(chain)
        }

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """The committees in office that may be audited, in the register's order."""
        listed = self.cases[0].committees if self.cases else ()
        aside = {CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM}
        return tuple(
            each
            for each in listed
            if each.kind not in aside
            and (each.valid_to_on is None or each.valid_to_on >= self.today)
        )


def late_of(town: Town, held: Iterable[Held]) -> list[Promised]:
    """Return what of these should have been carried out, and is not told to be."""
    own = ids(held)
    return [each for each in town.late if each.held.line.addressee.id in own]


def is_newest(held: Held, word: ProgressReport | None) -> bool:
    """Tell whether a report is the newest that is known: no verdict has come with it or since."""
    if word is None or held.line.verdict is None:
        return word is not None
    judged_on = held.line.verdict.judged_on
    return judged_on is not None and word.reported_on is not None and word.reported_on > judged_on


def ids(held: Iterable[Held]) -> frozenset[int]:
    """Return the ids of the addressees, by which two are quickly told apart."""
    return frozenset(each.line.addressee.id for each in held)


def recommendations(held: Iterable[Held]) -> tuple[Recommendation, ...]:
    """Return the recommendations and questions of these."""
    return tuple(each.line.recommendation for each in held)


def numbers(held: Iterable[Held]) -> str:
    """Return the numbers of recommendations in running text, each once: "R1, R2 och R5"."""
    return join_names(dict.fromkeys(each.number for each in held))


def columns_of(kind: TableFields) -> tuple[Column, ...]:
    """Return the columns of a table as our own template has them."""
    return tuple(Column(each.heading, each.width, each.name) for each in kind.columns)


def by_case(held: Iterable[Held]) -> dict[int, list[Held]]:
    """Return recommendations by the id of their audit, in the order they come."""
    found: dict[int, list[Held]] = {}
    for each in held:
        found.setdefault(each.case.audit.id, []).append(each)
    return found


def counted(held: Sequence[Held]) -> str:
    """Return how many are open: "tre öppna rekommendationer och en öppen fråga"."""
    asked = [each.line.recommendation.kind is RecommendationKind.QUESTION for each in held]
    kinds = (
        (len(asked) - sum(asked), phrases.RECOMMENDATION),
        (sum(asked), phrases.QUESTION),
    )
    shown = phrases.counts(*(number for number, _ in kinds))
    return " och ".join(
        f"{words} {'öppen' if number == 1 else 'öppna'} {term.of(number)}"
        for (number, term), words in zip(kinds, shown, strict=True)
        if number
    )


def title_and_reference(case: AuditCase) -> str:
    """Return an audit as a cell or heading names it: "Granskning av X (ALV-2024-2)"."""
    return f"{case.audit.title} ({phrases.unbroken(case.audit.reference)})"


def age_in_words(days: int) -> str:
    """Return a length of time as it is spoken of: "en dag", "14 månader", "mer än tre år"."""
    if days < MONTHS_TOLD:
        return f"{phrases.counts(days, gender='en')[0]} {'dag' if days == 1 else 'dagar'}"
    if days < YEARS_TOLD:
        return f"{phrases.counts(int(days * 12 / YEAR))[0]} månader"
    return f"mer än {phrases.counts(int(days / YEAR))[0]} år"


def ago(day: date, today: date) -> str:
    """Return how long ago a day was: "för tre dagar sedan", "i dag"."""
    days = (today - day).days
    return f"för {age_in_words(days)} sedan" if days > 0 else "i dag"


def sentences(parts: Sequence[str]) -> str:
    """Return the parts that say something, each as a sentence, after one another."""
    return " ".join(phrases.sentence(capitalise_first(each)) for each in parts if each)
