"""Underlag till revisorernas sammanträde: what is new, and what waits for a decision."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from revtrack.documents import fields, phrases
from revtrack.documents.briefs import later_items, reply_items
from revtrack.documents.briefs.agenda import Item, section
from revtrack.documents.briefs.held import Town
from revtrack.documents.briefs.news import news
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Paragraph
from revtrack.domain.case import AuditCase
from revtrack.domain.days.dates import add_months
from revtrack.domain.records import Municipality
from revtrack.wording.words import capitalise_first

TITLE = "Underlag till revisorernas sammanträde"

_SECTIONS: tuple[tuple[str, str, Callable[[Town], list[Item]]], ...] = (
    (
        "Svar att bedöma",
        "Det som kom in först står först.",
        reply_items.to_be_judged,
    ),
    (
        "Begäran om förlängd svarstid",
        "Nyaste granskningsåret först.",
        reply_items.more_time,
    ),
    (
        "Försenade svar",
        "Det som är mest försenat står först.",
        reply_items.late_replies,
    ),
    (
        "Kompletteringar som inväntas",
        "Tidigaste dagen först.",
        reply_items.supplements,
    ),
    (
        "Granskningar att överlämna",
        "Nyaste granskningsåret först.",
        later_items.to_hand_over,
    ),
    (
        "Rekommendationer att följa upp",
        "Nyaste granskningsåret först.",
        later_items.to_follow_up,
    ),
    ("Utlovade åtgärder", "Tidigaste dagen först.", later_items.promises),
    (
        "Rekommendationer att avsluta",
        "Nyaste granskningsåret först.",
        later_items.to_close,
    ),
)
"""The agenda: the heading, the order of the rows, and what finds them."""


@dataclass(frozen=True)
class Meeting:
    """The auditors' meeting that a brief is for, as far as its day and the one before are known."""

    today: date
    held_on: tuple[date, ...] = ()
    """The days of the auditors' meetings, past and to come."""
    since: date | None = None
    """The day that a person has said news is to be told from."""

    @cached_property
    def next_on(self) -> date | None:
        """The meeting that comes, today included."""
        return min((day for day in self.held_on if day >= self.today), default=None)

    @cached_property
    def last_on(self) -> date | None:
        """The meeting before it."""
        return max((day for day in self.held_on if day < self.today), default=None)

    @property
    def is_since_last(self) -> bool:
        """Whether news is told from the meeting before it."""
        return self.last_on is not None and self.news_from == self.last_on

    @property
    def news_from(self) -> date:
        """The day that news is told from: as said, since the last meeting, else for a month."""
        return self.since or self.last_on or add_months(self.today, -1)


def meeting_brief(
    municipality: Municipality,
    cases: Sequence[AuditCase],
    template: bytes,
    *,
    meeting: Meeting,
    stamp: str,
) -> bytes:
    """Return the brief as a Word document, in the order of an agenda."""
    today = meeting.today
    town = Town(tuple(cases), today)
    agenda = [(heading, order, find(town)) for heading, order, find in _SECTIONS]
    listed = [item for _, _, items in agenda for item in items]
    watched = sum(item.is_watched for item in listed)
    new = news(town, meeting.news_from)
    title = TITLE
    if meeting.next_on:
        title += f" {phrases.the_day(meeting.next_on)}"
    context: dict[str, str | tuple[Block, ...]] = {
        "arbetsmaterial": phrases.WORKING_MATERIAL,
        "kommun": municipality.name,
        "datum": today.isoformat(),
        "rubrik": title,
        "inledning": _introduction(meeting, len(listed) - watched, watched, has_news=bool(new)),
        "nytt": new,
        "arenden": tuple(
            block for heading, order, items in agenda for block in section(heading, order, items)
        )
        + ((Paragraph(phrases.LATE_ACTION),) if town.late else ()),
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=fields.MEETING_BRIEF,
        title=f"{title}. {municipality.name}",
        author=phrases.office(municipality),
        on=today,
    )
    return word.render(template, context, properties)


def _introduction(meeting: Meeting, count: int, watched: int, *, has_news: bool) -> str:
    """Return what waits and from which day news is told; one sentence where there is neither.

    ``count`` is what the auditors are to take a position on, ``watched`` what only waits.
    """
    since = phrases.the_day(meeting.news_from)
    if not count and not watched and not has_news:
        return f"Inget nytt har hänt sedan {since}, och inget ärende väntar på beslut."
    waiting = f"{_waiting(count, watched)}."
    if not has_news:
        return f"{waiting} Inget nytt har hänt sedan {since}."
    met = ", då revisorerna senast sammanträdde" if meeting.is_since_last else ""
    return f"{waiting} Det som är nytt räknas från och med {since}{met}."


def _waiting(count: int, watched: int) -> str:
    told, kept = (capitalise_first(each) for each in phrases.counts(count, watched, gender="ett"))
    matters = f"{told} {'ärende' if count == 1 else 'ärenden'}" if count else "Inget ärende"
    besides = f"; {kept.lower()} bevakas" if watched else ""
    return f"{matters} väntar på ställningstagande{besides}"
