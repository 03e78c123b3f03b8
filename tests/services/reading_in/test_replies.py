"""What a reply says besides what the register has of it: nothing is mixed, lost or doubled."""

from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain.codes import Position, Progress, ResponseKind
from revtrack.domain.errors import UsageError
from revtrack.domain.proposals.proposal import Proposal
from revtrack.services.find import read_case
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.lines import Accepting, Comparison, Standing
from revtrack.services.reading_in.taking import Taking
from revtrack.services.reading_in.told import why_left
from revtrack.storage.store import Store
from revtrack.wording import word
from tests.services.reading_in.papers import TODAY, bundle, found, reply
from tests.services.reading_in.test_accepting import BUN, take

ANSWER = f"answer.{BUN}.1"
PROGRESS = f"{ANSWER}.progress"


def answered(position: Position, progress: Progress | None, confidence: float = 0.9) -> Proposal:
    """Return a reply with one answer."""
    (made,) = reply().responses
    answer = replace(made.answers[0], position=position, progress=progress, confidence=confidence)
    return reply(responses=(replace(made, answers=(answer,)),))


def registered(store: Store, paper: Proposal) -> int:
    """Return the audit that has the letter and this reply."""
    audit_id = take(store, replace(bundle(), responses=(), doubts=())).audit.id
    take(store, paper, audit_id)
    return audit_id


def told(seen: Comparison, key: str) -> str | None:
    """Return why a line is left where all that is sure is accepted."""
    line = seen.line(key)
    return why_left(seen, line, seen.sure_keys()) if line else None


@pytest.mark.parametrize("confidence", [0.9, 0.5])
def test_what_was_done_falls_with_the_position_that_it_belongs_to(
    ekby: Store, confidence: float
) -> None:
    audit_id = registered(ekby, answered(Position.DISAGREES, None))
    other = answered(Position.AGREES, Progress.PLANNED, confidence)
    seen = compare_with(ekby, other, audit_id, TODAY)
    assert {seen.by_key[key].standing for key in (ANSWER, PROGRESS)} == {
        Standing.DIFFERS,
        Standing.NEW,
    }
    assert not {ANSWER, PROGRESS} & seen.sure_keys()
    assert take(ekby, other, audit_id).keys == ()
    with pytest.raises(UsageError) as refused:
        take(ekby, other, audit_id, PROGRESS)
    assert word(refused.value) == (
        f"Barn- och utbildningsnämnden om R1: Åtgärdens läge ({PROGRESS}) vilar på "
        f"Barn- och utbildningsnämnden om R1 ({ANSWER}), som inte är godtagen."
    )
    assert take(ekby, other, audit_id, ANSWER, PROGRESS).keys == (ANSWER, PROGRESS)
    (answer,) = read_case(ekby, audit_id).answers
    assert (answer.position, answer.progress) == (Position.AGREES, Progress.PLANNED)


def test_why_progress_is_left_with_its_position_is_told(ekby: Store) -> None:
    audit_id = registered(ekby, answered(Position.DISAGREES, None))
    seen = compare_with(ekby, answered(Position.AGREES, Progress.PLANNED), audit_id, TODAY)
    assert told(seen, ANSWER) == "Registret säger annat: Instämmer inte."
    assert told(seen, PROGRESS) == (
        f"Den vilar på Barn- och utbildningsnämnden om R1 ({ANSWER}), som lämnas."
    )


def test_progress_of_the_registered_position_is_saved_by_itself(ekby: Store) -> None:
    audit_id = registered(ekby, answered(Position.AGREES, None))
    same = answered(Position.AGREES, Progress.PLANNED)
    assert take(ekby, same, audit_id).keys == (PROGRESS,)
    other = answered(Position.DISAGREES, Progress.DONE)
    kept = Accepting(frozenset((PROGRESS,)), {ANSWER: Position.AGREES}, audit_id)
    assert accept(ekby, other, kept, None, TODAY).keys == (PROGRESS,)
    (answer,) = read_case(ekby, audit_id).answers
    assert (answer.position, answer.progress) == (Position.AGREES, Progress.DONE)


def test_progress_brings_its_position_along_where_it_is_taken_by_hand(ekby: Store) -> None:
    audit_id = registered(ekby, answered(Position.DISAGREES, None))
    seen = compare_with(ekby, answered(Position.AGREES, Progress.PLANNED), audit_id, TODAY)
    taking = Taking(seen)
    assert not taking.with_all_sure().filled
    assert set(taking.turned(PROGRESS).filled) == {ANSWER, PROGRESS}
    assert not taking.turned(PROGRESS).turned(ANSWER).filled


def test_what_only_a_decision_has_falls_with_it(ekby: Store) -> None:
    (made,) = reply().responses
    statement = replace(
        made, kind=ResponseKind.STATEMENT, paragraph=None, decided_on=None, decision=None
    )
    audit_id = registered(ekby, reply(responses=(statement,)))
    arrived = replace(made, received_on=found(date(2024, 9, 14)))
    decided = reply(responses=(arrived,))
    assert take(ekby, decided, audit_id).keys == (f"response.{BUN}.received_on",)
    seen = compare_with(ekby, decided, audit_id, TODAY)
    assert told(seen, f"response.{BUN}.paragraph") == (
        f"Den vilar på Svar från barn- och utbildningsnämnden (response.{BUN}), som lämnas."
    )
    named = [f"response.{BUN}", *(f"response.{BUN}.{each}" for each in ("paragraph", "decided_on"))]
    take(ekby, decided, audit_id, *named)
    (response,) = read_case(ekby, audit_id).responses
    assert (response.kind, response.paragraph) == (ResponseKind.DECISION, "44")
