"""What a calendar shows: days to reply by, promised actions, planned follow-ups and meetings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import MeetingKind, Progress, ReplyState
from revtrack.domain.days.dates import first_day, last_day
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.records import Action, Committee, CommitteeMeeting

SETTLED = frozenset({Progress.DONE, Progress.WILL_NOT})
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
    yield from _actions(case, lines)
    yield from (
        _own_day(case, line, line.addressee.due)
        for line in lines
        if line.addressee.due and line.addressee.asked
    )


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
    over = case.audit.verdict is not None or (
        bool(asked) and all(line.verdict or line.addressee.outcome for line in asked)
    )
    said = "Uppföljd" if over else f"Uppföljning planerad {phrases.when(planned)}"
    return CalendarEvent(
        uid=f"uppfoljning-{case.audit.uid}",
        day=first_day(planned),
        category="Uppföljning",
        title=f"{said}: {case.audit.title}",
        details=_about(case),
        is_over=over,
        facts=(case.audit.uid, *(line.addressee.uid for line in asked)),
        under=_words_on(asked),
    )


def _actions(case: AuditCase, lines: Sequence[AddresseeLine]) -> Iterator[CalendarEvent]:
    of_action: dict[int, list[AddresseeLine]] = {}
    for line in lines:
        for action in line.actions:
            of_action.setdefault(action.id, []).append(line)
    for action in case.actions:
        served = of_action.get(action.id, [])
        if action.due and served:
            yield _action(case, action, action.due, served)


def _action(
    case: AuditCase, action: Action, due: str, served: Sequence[AddresseeLine]
) -> CalendarEvent:
    over = bool(action.fulfilled_on or action.fulfilled_by or action.fulfilled_paragraph) or all(
        _is_settled(line) for line in served
    )
    committees = ", ".join(dict.fromkeys(_short(line.committee) for line in served))
    numbers = ", ".join(dict.fromkeys(line.number for line in served))
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
        title=f"{'Klar' if over else 'Åtgärd klar senast'}: {committees} {numbers}, "
        f"{case.audit.title}",
        details=tuple(filter(None, details)),
        is_over=over,
        facts=(action.uid, *(line.addressee.uid for line in served)),
        under=_words_on(served),
    )


def _own_day(case: AuditCase, line: AddresseeLine, due: str) -> CalendarEvent:
    over = _is_settled(line)
    said = "Klar" if over else "Ska vara genomförd"
    return CalendarEvent(
        uid=f"rekommendation-{line.addressee.uid}",
        day=last_day(due),
        category="Åtgärd",
        title=f"{said}: {_short(line.committee)} {line.number}, {case.audit.title}",
        details=(wording(line.recommendation), *_about(case)),
        is_over=over,
        facts=(line.addressee.uid,),
        under=_words_on([line]),
    )


def _is_settled(line: AddresseeLine) -> bool:
    verdict = line.verdict.verdict if line.verdict else None
    return (
        line.addressee.outcome is not None
        or line.progress in SETTLED
        or verdict in states.ENDED_VERDICTS
    )


def _words_on(lines: Iterable[AddresseeLine]) -> tuple[tuple[str, int], ...]:
    """Return where answers, progress reports and verdicts on these are registered."""
    return tuple(("addressee_id", line.addressee.id) for line in lines)


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
