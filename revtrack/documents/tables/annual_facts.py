"""What the letters of one audit year have asked and what has become of it, counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents.follow_up.definitions import DEFINITIONS as STEPS
from revtrack.documents.standings import (
    PROMISED,
    is_answered,
    is_question,
    standing_of,
    standing_title,
)
from revtrack.documents.tables.rates_workbook import TITLES
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Standing
from revtrack.domain.outcome.rates import DEFINITIONS, Tally, Unit, by, units_of
from revtrack.domain.outcome.reply_times import ReplyTime, reply_times
from revtrack.domain.records import Committee, Municipality, Recommendation
from revtrack.wording.labels import swedish_label
from revtrack.wording.language import swedish

REPLY_WORDS: Mapping[ReplyTime, tuple[str, str]] = {
    ReplyTime.IN_TIME: (
        "I tid",
        "Yttrandet har kommit senast på svarsdagen, eller den dag som den har förlängts till.",
    ),
    ReplyTime.LATE: ("För sent", "Yttrandet har kommit efter den dagen."),
    ReplyTime.UNKNOWN: (
        "Okänt om i tid",
        "Yttrandet har kommit, men dagen framgår inte.",
    ),
    ReplyTime.MISSING: ("Saknas", "Yttrandet har inte kommit och svarsdagen har passerat."),
    ReplyTime.GIVEN_UP: ("Uteblivna", "Revisorerna väntar inte längre på yttrandet."),
    ReplyTime.AWAITED: ("Inväntas", "Yttrandet har inte kommit men är inte försenat."),
}
"""What each count of replies is called, and what it means."""

STANDING_WORDS: Mapping[str, str] = {
    Standing.CLOSED: "Revisorerna har avslutat rekommendationen.",
    Standing.REMAINING: "Revisorerna har efter uppföljning funnit att något återstår.",
    Standing.AWAITING: "Något yttrande över rekommendationen har inte kommit.",
    Standing.UNREVIEWED: "Yttrandet har kommit men revisorerna har inte läst det än.",
    Standing.NOT_ADDRESSED: "Yttrandet tar inte upp rekommendationen.",
    Standing.DONE_REPORTED: "Nämnden uppger att åtgärden är genomförd; det är inte uppföljt.",
    PROMISED: "Nämnden har utlovat en åtgärd men inte uppgett att den har påbörjats.",
    Standing.ACTING: "Nämnden uppger att åtgärden har påbörjats.",
    Standing.NO_ACTION: "Nämnden har inte utlovat någon åtgärd.",
}
"""What each standing means, in the order that the columns have; a promise is one of its own."""

QUESTIONS, ANSWERED = "Frågor", "Besvarade frågor"
_OF_QUESTIONS = (
    (
        QUESTIONS,
        "Frågor som missiven ställer, räknade en gång per nämnd och inte bland rekommendationerna.",
    ),
    (ANSWERED, "De frågor som nämnden har besvarat i ett yttrande som är genomgånget."),
)


@dataclass(frozen=True)
class Year:
    """The audits of a municipality's audit year, as they stand on a day."""

    municipality: Municipality
    every_case: tuple[AuditCase, ...]
    """All audits of the municipality."""
    year: int
    today: date

    @property
    def title(self) -> str:
        """What the summary is called."""
        return f"Årssammanställning {self.year}"

    @cached_property
    def cases(self) -> tuple[AuditCase, ...]:
        """The audits of the year that are handed over, by the day of the letter."""
        found = [case for case in self._of_year if case.is_handed_over]
        return tuple(
            sorted(found, key=lambda case: (str(case.audit.handed_over_on), case.audit.reference))
        )

    @cached_property
    def under_way(self) -> tuple[AuditCase, ...]:
        """The audits of the year that are not handed over yet."""
        return tuple(case for case in self._of_year if not case.is_handed_over)

    @property
    def _of_year(self) -> list[AuditCase]:
        return [case for case in self.every_case if case.audit.audit_year == self.year]

    @cached_property
    def every_unit(self) -> tuple[Unit, ...]:
        """The recommendations and questions as they were put to each committee."""
        return units_of(self.cases)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The recommendations as they were put to each committee."""
        return tuple(each for each in self.every_unit if not is_question(each.line))

    @cached_property
    def questions(self) -> tuple[Unit, ...]:
        """The questions as they were put to each committee."""
        return tuple(each for each in self.every_unit if is_question(each.line))

    def questions_to(self, committee: Committee | None) -> tuple[int, int]:
        """Return how many questions were put to a committee, or to all, and how many answered."""
        own = [
            each.line
            for each in self.questions
            if committee is None or each.line.committee.id == committee.id
        ]
        return len(own), sum(map(is_answered, own))

    @cached_property
    def total(self) -> Tally:
        """The counts of all of them."""
        return Tally(self.units, self.today)

    @cached_property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations and questions, each once, whomever they were put to."""
        found = {each.line.recommendation.id: each.line.recommendation for each in self.every_unit}
        return tuple(found.values())

    @cached_property
    def tallies(self) -> dict[int, Tally]:
        """The counts by the id of the committee."""
        return by(self.units, lambda each: each.line.committee.id, self.today)

    def tally(self, committee: Committee) -> Tally:
        """Return the counts of a committee."""
        return self.tallies.get(committee.id) or Tally((), self.today)

    @cached_property
    def times(self) -> dict[int, Counter[ReplyTime]]:
        """How many replies came in time and not, by the id of the committee."""
        return reply_times(self.cases, self.today)

    @cached_property
    def all_times(self) -> Counter[ReplyTime]:
        """The same of all committees together."""
        return sum(self.times.values(), Counter[ReplyTime]())

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """Those that were recommended or asked something, in the register's order."""
        ids = {*(each.line.committee.id for each in self.every_unit), *self.times}
        return self.cases[0].in_order(ids) if self.cases else ()

    def standings(self, tally: Tally) -> Counter[str]:
        """Return how the recommendations of a tally stand, those only promised for themselves."""
        return Counter(standing_of(each.line) for each in tally.units)

    @cached_property
    def occurring(self) -> tuple[str, ...]:
        """The standings that occur."""
        found = self.standings(self.total)
        return tuple(each for each in STANDING_WORDS if found[each])

    def recommended_by(self, case: AuditCase) -> tuple[int, ...]:
        """Return how many recipients an audit has, its recommendations, and counted per each.

        Where the year has questions, their number stands after that of the recommendations.
        """
        own = [each.line for each in self.every_unit if each.case.audit.id == case.audit.id]
        recipients = {each.committee.id for each in own}
        recipients |= {each.committee_id for each in case.reply_cases}
        asked = {each.recommendation.id: is_question(each) for each in own}
        questions = (sum(asked.values()),) if self.questions else ()
        return len(recipients), len(asked) - sum(asked.values()), *questions, len(own)

    @property
    def words(self) -> list[tuple[str, str]]:
        """The words that are used, and what they mean."""
        used = {each.verdict for each in self.units if each.verdict is not None}
        labels = {swedish_label(each) for each in used}
        steps = [(word, meaning) for word, meaning in STEPS if word in labels]
        titles = TITLES | {"asked": "Rekommendationer"}
        counted = [
            (titles[key], swedish(sentence))
            for key, sentence in DEFINITIONS.items()
            if key not in {"verdicts", "share", "age"}
        ]
        return [
            *counted,
            *(_OF_QUESTIONS if self.questions else ()),
            *steps,
            *REPLY_WORDS.values(),
            *((standing_title(each), STANDING_WORDS[each]) for each in self.occurring),
        ]
