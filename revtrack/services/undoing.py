"""Ångra och gör om: a person's latest wish, shown first and then turned back whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.undoing import Direction, Done, Turn, next_redo, next_undo
from revtrack.storage.events import HistoryEvent, events_of_wish
from revtrack.storage.rows import some, table_of
from revtrack.storage.store import Store
from revtrack.storage.undo import MADE, turn_round, wishes_of

_NEXT: dict[Direction, Callable[[Iterable[Done]], Turn | None]] = {
    Direction.UNDO: next_undo,
    Direction.REDO: next_redo,
}
_NOTHING = {
    Direction.UNDO: N_("There is nothing of yours to undo."),
    Direction.REDO: N_(
        "There is nothing to redo: nothing is undone, or you have changed more since."
    ),
}


@dataclass(frozen=True)
class Turning:
    """What an undoing or redoing will do."""

    turn: Turn
    at: str
    """When the wish was carried out, in UTC."""
    events: tuple[HistoryEvent, ...]
    """The changes that will be made: the opposite of those of the wish, in that order."""


def see_turn(store: Store, direction: Direction) -> Turning:
    """Return what undoing, or redoing, the latest wish of this person would change.

    Raises RevTrackError where there is none, or where it can only be corrected.
    """
    with store.reading() as session:
        return _turning(session, store.person.name, direction)


def take_turn(store: Store, seen: Turning) -> None:
    """Undo or redo what was seen, as a new wish that names it.

    Raises RevTrackError where something else is next by now, or where a row has been changed since.
    """
    with store.turning(seen.turn) as session:
        now = _turning(session, store.person.name, seen.turn.direction)
        if now.turn != seen.turn:
            raise RevTrackError(
                "You have changed something else meanwhile. Nothing was undone or redone; look "
                "again at what is next."
            )
        events = events_of_wish(session.connection(), seen.turn.wish)
        turn_round(session.connection(), events)


def _turning(session: Session, who: str, direction: Direction) -> Turning:
    connection = session.connection()
    turn = _NEXT[direction](wishes_of(connection, who))
    if turn is None:
        raise RevTrackError(_NOTHING[direction])
    events = events_of_wish(connection, turn.wish)
    _refuse_files(events)
    _refuse_answered_letter(session, events)
    opposite = tuple(replace(each, old=each.new, new=each.old) for each in reversed(events))
    return Turning(turn, events[0].at, opposite)


def _refuse_files(events: Iterable[HistoryEvent]) -> None:
    if any(event.table in MADE for event in events):
        raise RevTrackError(
            "The latest change also made files or read in a package, which cannot be undone. "
            "Correct what became wrong where it stands."
        )


def _refuse_answered_letter(session: Session, events: Iterable[HistoryEvent]) -> None:
    """Refuse to take back a letter that has been answered since; only a correction is right."""
    added: dict[str, set[int]] = {"reply_case": set(), "response_case": set()}
    for event in events:
        if event.table in added and event.old is None and event.new:
            added[event.table].add(event.new["id"])
    columns = table_of(r.ResponseCase).c
    answers = columns.reply_case_id.in_(added["reply_case"])
    is_later = columns.id.not_in(added["response_case"])
    if some(session, r.ResponseCase, answers, is_later):
        raise RevTrackError(
            "The audit has been handed over and a reply is registered, so the hand-over can no "
            "longer be undone. Correct what became wrong, with the reason."
        )
