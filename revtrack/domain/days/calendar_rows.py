"""Meetings as a calendar or a workbook names them, turned into meetings of known committees.

A row that cannot be understood is a fault with its reason; an event that is no meeting of a
committee is left out, and said to be. Nothing is guessed of a day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.dates import FIRST_YEAR, LAST_YEAR, parse_day
from revtrack.domain.errors import N_, UsageError
from revtrack.domain.names.recipients import committee_called
from revtrack.domain.records import Committee, NewCommitteeMeeting
from revtrack.domain.texts.prose import lines_of, name_key


class Mark(Enum):
    """What an event of a calendar says of a meeting."""

    MEETING = "meeting"
    PAPERS = "papers_by_on"
    """The last day for papers to the next meeting."""
    DISPATCH = "dispatched_on"
    """The day of the summons to the next meeting."""


@dataclass(frozen=True)
class RowFault:
    """Why a row cannot be taken in."""

    row: int
    message: str
    """An English sentence of the catalogue with named fields."""
    values: Mapping[str, Any] = field(default_factory=dict)
    sheet: str | None = None
    event: str | None = None
    """What the event of a calendar is called, which one knows it by; None for a workbook's row."""
    on: date | None = None
    """The day of that event, where it has one."""


@dataclass(frozen=True)
class Meetings:
    """What a file says of committees' meetings."""

    meetings: tuple[NewCommitteeMeeting, ...] = ()
    """Each meeting once, by committee, day and kind."""
    faults: tuple[RowFault, ...] = ()
    left_out: tuple[str, ...] = ()
    """The texts of events that are no meetings of a committee, each once."""
    cancelled: tuple[NewCommitteeMeeting, ...] = ()
    """Meetings that will not be held on their day, cancelled or moved to another."""


class _FaultError(Exception):
    """A row that cannot be taken in."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message, self.values = message, values


_NO_COMMITTEE = N_("It names no committee that is known. Say which when reading the file in.")
_UNNAMED = N_("It names no committee. Say which when reading the file in.")
_UNKNOWN = N_("No committee is called {text}.")
_SEVERAL = N_("{text} fits several committees; write the whole name.")
_NO_DAY = N_("The day of the meeting is missing.")
_NOT_A_DAY = N_("“{text}” is no day with its year; write it as 2023-03-14.")
_NO_KIND = N_("“{text}” is no kind of meeting; write nämnd, AU or presidium.")
_AFTER = N_("{day} lies after the meeting of {meeting}.")
_NO_MEETING = N_("No meeting follows that it could belong to.")
_TWICE = N_(
    "The meeting of {meeting} stands there twice with different days for papers or summons."
)

_WORKING = re.compile(
    r"arbetsutskott|\bau\b|(?-i:[A-ZÅÄÖ]{2,}AU\b)|working.committee", re.IGNORECASE
)
_PRESIDIUM = re.compile(r"presidi|(nämnd|ordförande)?beredning", re.IGNORECASE)
_COMMITTEE = re.compile(r"sammanträ|nämnd|styrelse|fullmäktige|direktion|committee", re.IGNORECASE)
_PLAIN = re.compile(r"möte|ordinarie|extra|meeting", re.IGNORECASE)
_PAPERS = re.compile(
    r"sista (\w+)?dag|senast|stoppdag|stopptid|manusstopp|inlämning|deadline", re.IGNORECASE
)
_DISPATCH = re.compile(r"utskick|kallelse|skickas ut|dispatch", re.IGNORECASE)
_NO_MEETING_OF_ITS = re.compile(
    r"inställ|gruppmöte|utbildning|studie|konferens|dialog|seminari|informationsdag|budgetdag"
    r"|julbord|lunch|frukost|semester|cancell?ed|avbok",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"^\W*(inställ(t|d|da)|avbok(at|ad)|cancell?ed)\b"
    r"|(?<!ev )(?<!ev\. )(?<!eventuellt )\b(inställ(t|d|da)|avbok(at|ad)|cancell?ed)[\s.!)\]]*$",
    re.IGNORECASE,
)
"""Words before or after what is called off; "ev. inställt" leaves it as it was."""
_KINDS = (
    (_WORKING, MeetingKind.WORKING_COMMITTEE),
    (_PRESIDIUM, MeetingKind.PRESIDIUM),
    (_COMMITTEE, MeetingKind.COMMITTEE),
)
_TIME = re.compile(r"[ ,]+(kl\.? ?)?\d{1,2}[:.]\d{2}.*$")
_WEEKDAY = re.compile(r"^(mån|tis|ons|tors?|fre|lör|sön)\w*,? ", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


def kind_named(text: str) -> MeetingKind | None:
    """Return the kind of meeting that a text names; None where it names none."""
    if text in set(MeetingKind):
        return MeetingKind(text)
    return next((kind for words, kind in _KINDS if words.search(text)), None)


def mark_of(text: str) -> Mark:
    """Return what an event with this text says: a meeting, its last day for papers, its summons."""
    if _PAPERS.search(text):
        return Mark.PAPERS
    return Mark.DISPATCH if _DISPATCH.search(text) else Mark.MEETING


def committee_in(text: str, committees: Sequence[Committee]) -> Committee | None:
    """Return the committee that a text names, by the longest of its names that stands in it.

    An abbreviation counts in capitals, alone or with AU after it: "KFN", "KFN-AU", "KFNAU".
    """
    key = name_key(text)
    named = [
        (len(name), committee)
        for committee in committees
        for name in (committee.name, *lines_of(committee.aliases))
        if re.search(rf"(?<!\w){re.escape(name_key(name))}s?(?!\w)", key)
    ]
    named += [
        (0, committee)
        for committee in committees
        if committee.abbreviation
        and re.search(rf"(?<!\w){re.escape(committee.abbreviation)}(AU)?(?!\w)", text)
    ]
    return max(named, key=lambda each: each[0])[1] if named else None


# ---- a calendar's events


@dataclass(frozen=True)
class _Event:
    row: int
    text: str
    on: date
    committee: Committee
    kind: MeetingKind | None


def meetings_in_calendar(
    read: Mapping[str, Any], committees: Sequence[Committee], default: Committee | None
) -> Meetings:
    """Return the meetings that a calendar's events tell of.

    ``read`` is what ``reading.meetings_calendar`` gives. An event that names no committee belongs
    to the one that the calendar is named after, else to ``default``.
    """
    own = committee_in(read["name"], committees) or default
    faults = [_fault_of(each, each["message"], each["values"]) for each in read["faults"]]
    left_out: dict[str, None] = {}
    events: dict[bool, list[_Event]] = {True: [], False: []}
    unknown: dict[int, RowFault] = {}
    for each, is_cancelled in _with_whether_cancelled(read):
        text = _CALLED_OFF.sub(" ", each["text"]) if is_cancelled else each["text"]
        named = committee_in(text, committees)
        committee = named or own
        if _NO_MEETING_OF_ITS.search(text) or (named is None and kind_named(text) is None):
            left_out[each["text"]] = None
        elif committee is not None:
            events[is_cancelled].append(_event(each, text, committee))
        elif not is_cancelled:
            unknown.setdefault(each["row"], _fault_of(each, _NO_COMMITTEE))
    meetings, more = _put_together(events[False])
    return Meetings(
        meetings,
        _in_order([*faults, *unknown.values(), *more]),
        tuple(left_out),
        _called_off(events[True], meetings),
    )


def _with_whether_cancelled(read: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Give each event, and whether the calendar or its own text says that it is called off."""
    for each in read["events"]:
        yield each, _CALLED_OFF.search(each["text"]) is not None
    for each in read.get("cancelled", ()):
        yield each, True


def _fault_of(
    event: Mapping[str, Any], message: str, values: Mapping[str, Any] | None = None
) -> RowFault:
    on = date.fromisoformat(event["on"]) if event.get("on") else None
    return RowFault(event["row"], message, values or {}, event=event["text"], on=on)


def _event(event: Mapping[str, Any], text: str, committee: Committee) -> _Event:
    day = date.fromisoformat(event["on"])
    return _Event(event["row"], text, day, committee, _own_kind(text, committee))


def _called_off(
    events: Iterable[_Event], held: Iterable[NewCommitteeMeeting]
) -> tuple[NewCommitteeMeeting, ...]:
    """Return the meetings that are called off and that no other event says are held after all."""
    kept = {(each.committee_id, each.held_on, each.kind) for each in held}
    keys = {
        (each.committee.id, each.on, each.kind or MeetingKind.COMMITTEE)
        for each in events
        if mark_of(each.text) is Mark.MEETING
    }
    return _sorted(
        NewCommitteeMeeting(committee_id=key[0], held_on=key[1], kind=key[2]) for key in keys - kept
    )


def _own_kind(text: str, committee: Committee) -> MeetingKind | None:
    """Return the kind that an event names beside the committee's own name."""
    rest = name_key(text).replace(name_key(committee.name), " ")
    return kind_named(rest) or kind_named(text)


def _put_together(
    events: Sequence[_Event],
) -> tuple[tuple[NewCommitteeMeeting, ...], list[RowFault]]:
    held = {
        (each.committee.id, each.on, each.kind or MeetingKind.COMMITTEE): each
        for each in events
        if mark_of(each.text) is Mark.MEETING
    }
    days: dict[tuple[int, date, MeetingKind], dict[str, date]] = {key: {} for key in held}
    faults = []
    for each in events:
        mark = mark_of(each.text)
        if mark is Mark.MEETING:
            continue
        key = _next_meeting(each, held)
        if key is None:
            faults.append(RowFault(each.row, _NO_MEETING, event=each.text, on=each.on))
        else:
            days[key][mark.value] = max(each.on, days[key].get(mark.value, date.min))
    made = (
        NewCommitteeMeeting(committee_id=key[0], held_on=key[1], kind=key[2], **stated)
        for key, stated in days.items()
    )
    return _sorted(made), faults


def _next_meeting(
    event: _Event, held: Iterable[tuple[int, date, MeetingKind]]
) -> tuple[int, date, MeetingKind] | None:
    """Return the first meeting from the day on: of the kind that the event names, else any."""
    later = [key for key in held if key[0] == event.committee.id and key[1] >= event.on]
    rest = mark_words_out(event.text)
    kind = _own_kind(rest, event.committee) if kind_named(rest) else None
    of_kind = [key for key in later if key[2] is kind] if kind else later
    return min(of_kind, key=lambda key: key[1], default=None)


def mark_words_out(text: str) -> str:
    """Return the text without the words that make it a mark, which may name no meeting."""
    return _DISPATCH.sub(" ", _PAPERS.sub(" ", text)).replace("handlingar", " ")


# ---- a workbook's rows


def meetings_in_workbook(
    read: Mapping[str, Any], committees: Sequence[Committee], default: Committee | None
) -> Meetings:
    """Return the meetings that a workbook's rows tell of.

    ``read`` is what ``reading.meetings_workbook`` gives. A row without a committee belongs to
    ``default``; without a kind it is a meeting of the committee itself.
    """
    faults: list[RowFault] = []
    made: dict[tuple[int, date, MeetingKind], NewCommitteeMeeting] = {}
    for row in read["rows"]:
        try:
            _keep(made, _meeting(row, committees, default))
        except _FaultError as fault:
            faults.append(RowFault(row["row"], fault.message, fault.values, row["sheet"]))
    return Meetings(_sorted(made.values()), tuple(faults))


def _keep(
    made: dict[tuple[int, date, MeetingKind], NewCommitteeMeeting], new: NewCommitteeMeeting
) -> None:
    if made.setdefault((new.committee_id, new.held_on, new.kind), new) != new:
        raise _FaultError(_TWICE, meeting=new.held_on)


def _meeting(
    row: Mapping[str, str], committees: Sequence[Committee], default: Committee | None
) -> NewCommitteeMeeting:
    held_on = _day(row.get("held_on", ""))
    if held_on is None:
        raise _FaultError(_NO_DAY)
    days = {mark.value: _day(row.get(mark.value, "")) for mark in (Mark.PAPERS, Mark.DISPATCH)}
    for day in days.values():
        if day is not None and day > held_on:
            raise _FaultError(_AFTER, day=day, meeting=held_on)
    return NewCommitteeMeeting(
        committee_id=_committee(row.get("committee", ""), committees, default).id,
        held_on=held_on,
        kind=_kind(row.get("kind", "")),
        **days,
    )


def _committee(text: str, committees: Sequence[Committee], default: Committee | None) -> Committee:
    if not text and default is not None:
        return default
    try:
        found = committee_called(text, committees) if text else None
    except UsageError as fault:
        raise _FaultError(_SEVERAL, text=text) from fault
    if found is None:
        raise _FaultError(_UNKNOWN if text else _UNNAMED, text=text)
    return found


def _kind(text: str) -> MeetingKind:
    is_plain = not text or _PLAIN.search(text) is not None
    kind = kind_named(text) or (MeetingKind.COMMITTEE if is_plain else None)
    if kind is None:
        raise _FaultError(_NO_KIND, text=text)
    return kind


def _day(text: str) -> date | None:
    """Return the day that a cell holds, with its year; None where it is empty."""
    bare = _WEEKDAY.sub("", _TIME.sub("", text.strip()))
    if not bare:
        return None
    try:
        day = parse_day(bare, date(FIRST_YEAR, 1, 1))
    except ValueError as fault:
        raise _FaultError(_NOT_A_DAY, text=text) from fault
    if not _YEAR.search(bare) or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _FaultError(_NOT_A_DAY, text=text)
    return day


# ---- both


def _sorted(meetings: Iterable[NewCommitteeMeeting]) -> tuple[NewCommitteeMeeting, ...]:
    return tuple(sorted(meetings, key=lambda each: (each.committee_id, each.held_on, each.kind)))


def _in_order(faults: Iterable[RowFault]) -> tuple[RowFault, ...]:
    return tuple(sorted(faults, key=lambda each: each.row))
