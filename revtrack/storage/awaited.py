"""What of the promised days is still awaited, over all audits, by the rules of the domain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from revtrack.domain import states
from revtrack.domain.outcome import awaited
from revtrack.domain.replies.progress import Said
from revtrack.storage.list_facts import ADDRESSEE, VerdictFact
from revtrack.storage.parts import PartFact, by_whole, part_facts
from revtrack.storage.promises import Promise
from revtrack.storage.ready import said_of_all, verdicts_of_all

_NOTHING = Said(None, None, None)


@dataclass(frozen=True)
class AwaitedFacts:
    """What decides whether something is still to be done, by the id of the addressee."""

    said: Mapping[int, Said]
    verdicts: Mapping[int, list[VerdictFact]]
    parts: Mapping[int, PartFact]
    split: Mapping[int, list[PartFact]]
    reopened: frozenset[int]
    """Opened again; a verdict that nothing remains ends them no more."""

    def open_ids(self, promise: Promise) -> Iterator[int]:
        """Name what a promise is awaited of: its recommendation, or the open parts of it.

        A day of a part's own goes before that of the whole. What is closed or not asked by itself
        is left to those who read it.
        """
        members = self.split.get(promise.addressee_id)
        if members is None and self._is_open(promise.addressee_id, promise):
            yield promise.addressee_id
        for part in members or ():
            has_own_day = promise.action_id is None and part.due is not None
            is_left = part.outcome is None and part.asked and not has_own_day
            if is_left and self._is_open(part.id, promise):
                yield part.id

    def _is_open(self, addressee_id: int, promise: Promise) -> bool:
        latest = states.latest_verdict(self.verdicts.get(addressee_id, ()))
        verdict = latest.verdict if latest else None
        is_reopened = addressee_id in self.reopened
        if awaited.settled(None, verdict, is_reopened=is_reopened) is not None:
            return False
        said = self._said(addressee_id)
        if promise.action_id is None:
            return awaited.told(said) is None
        return awaited.told_of_promise(said, promise.response_id) is None

    def _said(self, addressee_id: int) -> Said:
        """Return what is said of it; what is not said of a part is as of the whole."""
        own = self.said.get(addressee_id, _NOTHING)
        part = self.parts.get(addressee_id)
        if part is None:
            return own
        whole = self.said.get(part.whole_id, _NOTHING)
        answer = whole if own.response_id is None else own
        return Said(own.progress or whole.progress, answer.answered, answer.response_id)


def awaited_facts(session: Session) -> AwaitedFacts:
    """Return what decides of all audits what is still to be done."""
    parts = part_facts(session)
    return AwaitedFacts(
        said_of_all(session, parts),
        verdicts_of_all(session),
        {part.id: part for part in parts},
        by_whole(parts),
        _reopened(session),
    )


def _reopened(session: Session) -> frozenset[int]:
    opened_again = ADDRESSEE.c.reopening_reason.is_not(None) & ADDRESSEE.c.outcome.is_(None)
    return frozenset(session.execute(select(ADDRESSEE.c.id).where(opened_again)).scalars())
