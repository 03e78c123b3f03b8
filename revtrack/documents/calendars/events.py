"""What a calendar shows: days to reply by, promised actions, planned follow-ups and meetings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import MeetingKind, ReplyState
from revtrack.domain.days.dates import first_day, last_day
from revtrack.domain.follow_up import (
    AddresseeLine,
    ReplyLine,
    addressee_lines,
    followed_apart,
    reply_lines,
)
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.awaited import Ending, ending_of_action, ending_of_day
from revtrack.domain.outcome.readiness import is_followed_up
from revtrack.domain.records import Action, Committee, CommitteeMeeting

ENDINGS = {
    Ending.DONE: "Klar",
    Ending.WILL_NOT: "Genomförs inte",
    Ending.CLOSED: "Avslutad",
}
MEETINGS = {
    MeetingKind.COMMITTEE: "Sammanträde",
    MeetingKind.WORKING_COMMITTEE: "Arbetsutskott",
    MeetingKind.PRESIDIUM: "Presidium",
}


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """One day in a calendar."""

    uid: str
    """The same in every calendar made of this fact."""
    day: date
    category: str
    title: str
    details: tuple[str, ...] = ()
    is_over: bool = False
    """Whether nothing is waited for any more."""
    warns: bool = False
    """Whether the calendar is to warn in advance."""
    facts: tuple[str, ...] = ()
    """Uids of what it rests on: when one is changed the entry is a newer one."""
    under: tuple[tuple[str, int], ...] = ()
    """Where what decides it is registered: ``("reply_case_id", 7)`` for extensions and replies."""


def case_events(case: AuditCase, today: date) -> Iterator[CalendarEvent]:
    """Yield the days of an audit: replies, supplements, the follow-up, and what is to be done.

    An audit that is not handed over has none: it is working material.
    """
    if not case.is_handed_over:
        return
    replies = reply_lines(case, today)
    lines = addressee_lines(case)
    yield from (_reply(case, line) for line in replies if line.reply_case.due_on)
    yield from _supplements(case, replies)
    if case.audit.follow_up_planned:
        yield _follow_up(case, lines, case.audit.follow_up_planned)
    yield from _actions(case, lines, today)
    yield from (day for line in lines for day in _own_days(case, line, today))


def _short(committee: Committee) -> str:
    return committee.abbreviation or phrases.capital_name(committee)


def _about(case: AuditCase) -> tuple[str, ...]:
    return (case.audit.title, f"Beteckning: {case.audit.reference}", case.municipality.name)


def _reply(case: AuditCase, line: ReplyLine) -> CalendarEvent:
    over = line.has_come or line.reply_case.given_up_on is not None
    said = "Besvarat" if line.has_come else "Uteblivet svar" if over else "Svar senast"
    original, counted = line.reply_case.due_on, line.due_on
    details = [
        phrases.capital_name(line.committee),
        *_about(case),
        f"Nämndens diarienummer: {line.reply_case.diary_number}"
        if line.reply_case.diary_number
        else "",
        f"Ursprunglig svarsdag: {original}" if original != counted else "",
    ]
    return CalendarEvent(
        uid=f"svar-{line.reply_case.uid}",
        day=counted or date.min,
        category="Svar",
        title=f"{said}: {_short(line.committee)}, {case.audit.title}",
        details=tuple(filter(None, details)),
        is_over=over,
        warns=not over,
        facts=(line.reply_case.uid,),
        under=(("reply_case_id", line.reply_case.id),),
    )


def _supplements(case: AuditCase, lines: Iterable[ReplyLine]) -> Iterator[CalendarEvent]:
    """Yield the last day of each case on which a supplement was asked for."""
    for line in lines:
        asked = [each for each in line.responses if each.supplement_due_on]
        if not asked:
            continue
        over = line.state is not ReplyState.INCOMPLETE
        said = "Kompletterat" if over else "Komplettering senast"
        yield CalendarEvent(
            uid=f"komplettering-{line.reply_case.uid}",
            day=asked[-1].supplement_due_on or date.min,
            category="Komplettering",
            title=f"{said}: {_short(line.committee)}, {case.audit.title}",
            details=(phrases.capital_name(line.committee), *_about(case)),
            is_over=over,
            warns=not over,
            facts=tuple(each.uid for each in line.responses),
            under=(("reply_case_id", line.reply_case.id),),
        )


def _follow_up(case: AuditCase, lines: Sequence[AddresseeLine], planned: str) -> CalendarEvent:
    asked = [line for line in lines if line.addressee.asked]
    over = is_followed_up(case, lines)
    said = "Uppföljd" if over else f"Uppföljning planerad {phrases.when(planned)}"
    return CalendarEvent(
        uid=f"uppfoljning-{case.audit.uid}",
        day=first_day(planned),
        category="Uppföljning",
        title=f"{said}: {case.audit.title}",
        details=_about(case),
        is_over=over,
        facts=(case.audit.uid, *_facts_of(asked)),
        under=_words_on(asked),
    )


def _actions(
    case: AuditCase, lines: Sequence[AddresseeLine], today: date
) -> Iterator[CalendarEvent]:
    for action in case.actions:
        served = [line for line in lines if _is_served(line, action)]
        if action.due and served:
            yield _action(case, action, action.due, served, today)


def _is_served(line: AddresseeLine, action: Action) -> bool:
    return any(
        action in each.actions and each.addressee.asked is True for each in followed_apart([line])
    )


def _action(
    case: AuditCase, action: Action, due: str, served: Sequence[AddresseeLine], today: date
) -> CalendarEvent:
    ended = [
        (each, ending_of_action(case, each, action))
        for each in followed_apart(served)
        if action in each.actions and each.addressee.asked
    ]
    awaited = [line for line, ending in ended if ending is None]
    word = "Åtgärd klar senast" if awaited else _word(ending for _line, ending in ended)
    details = [
        action.text,
        f"Ansvarig: {action.responsible}" if action.responsible else "",
        f"Enligt nämnden klart {phrases.when(due)}",
        *_about(case),
    ]
    return CalendarEvent(
        uid=f"atgard-{action.uid}",
        day=last_day(due),
        category="Åtgärd",
        title=f"{word}: {_whose(case, awaited or [line for line, _ending in ended], today)}, "
        f"{case.audit.title}",
        details=tuple(filter(None, details)),
        is_over=not awaited,
        facts=(action.uid, *_facts_of(served)),
        under=_words_on(served),
    )


def _own_days(case: AuditCase, line: AddresseeLine, today: date) -> Iterator[CalendarEvent]:
    """Yield the day that is set on a recommendation itself, and the parts' own days."""
    own = [each for each in line.parts if case.addressee_by_id[each.addressee.id].due]
    rest = [each for each in line.parts or (line,) if each not in own]
    for named, held in ((line, rest), *((part, [part]) for part in own)):
        asked = [each for each in held if each.addressee.asked]
        if named.addressee.due and asked:
            yield _own_day(case, line, named, asked, today)


def _own_day(
    case: AuditCase,
    whole: AddresseeLine,
    named: AddresseeLine,
    held: Sequence[AddresseeLine],
    today: date,
) -> CalendarEvent:
    awaited = [line for line in held if ending_of_day(line) is None]
    word = "Ska vara genomförd" if awaited else _word(map(ending_of_day, held))
    return CalendarEvent(
        uid=f"rekommendation-{named.addressee.uid}",
        day=last_day(named.addressee.due or ""),
        category="Åtgärd",
        title=f"{word}: {_whose(case, awaited or held, today)}, {case.audit.title}",
        details=(wording(named.recommendation), *_about(case)),
        is_over=not awaited,
        facts=_facts_of([whole]),
        under=_words_on([whole]),
    )


def _word(endings: Iterable[Ending | None]) -> str:
    """Return the word for what is over: done where any of it is."""
    found = {each for each in endings if each is not None}
    return ENDINGS[next(each for each in Ending if each in found)]


def _whose(case: AuditCase, lines: Sequence[AddresseeLine], today: date) -> str:
    """Return who answers today, and the numbers."""
    bodies = (responsible_committee(case, line.addressee, today) for line in lines)
    committees = ", ".join(dict.fromkeys(map(_short, bodies)))
    return f"{committees} {', '.join(dict.fromkeys(line.number for line in lines))}"


def _facts_of(lines: Iterable[AddresseeLine]) -> tuple[str, ...]:
    """Return the uids of the lines, of their parts, and of the committees they were put to."""
    uids = (
        uid
        for line in lines
        for each in (line, *line.parts)
        for uid in (each.addressee.uid, each.committee.uid)
    )
    return tuple(dict.fromkeys(uids))


def _words_on(lines: Iterable[AddresseeLine]) -> tuple[tuple[str, int], ...]:
    """Return where answers, progress reports and verdicts on these are registered."""
    return tuple(
        ("addressee_id", each.addressee.id) for line in lines for each in (line, *line.parts)
    )


def meeting_events(
    meetings: Iterable[CommitteeMeeting], committees: Mapping[int, Committee]
) -> Iterator[CalendarEvent]:
    """Yield the committees' meetings, with the days that a secretary plans by."""
    for meeting in meetings:
        committee = committees[meeting.committee_id]
        details = [
            phrases.capital_name(committee),
            f"Sista dag för handlingar: {meeting.papers_by_on}" if meeting.papers_by_on else "",
            f"Kallelsen skickas: {meeting.dispatched_on}" if meeting.dispatched_on else "",
        ]
        yield CalendarEvent(
            uid=f"sammantrade-{meeting.uid}",
            day=meeting.held_on,
            category="Sammanträde",
            title=f"{MEETINGS[meeting.kind]}: {_short(committee)}",
            details=tuple(filter(None, details)),
            facts=(meeting.uid,),
        )
