"""More time is asked for, and decided later; the day moves only when it is granted."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.services import find
from revtrack.services.replies.extensions import decide_extension, extend
from revtrack.storage.store import Store

GRANTED, REFUSED = ExtensionDecision.GRANTED, ExtensionDecision.REFUSED
ASKED = date(2023, 4, 14)


def line(store: Store) -> ReplyLine:
    return reply_lines(find.read_case(store, 1), date(2023, 3, 1))[0]


@pytest.fixture
def request_id(awaiting_store: Store) -> int:
    new = r.NewExtension(
        reply_case_id=line(awaiting_store).reply_case.id,
        new_due_on=ASKED,
        asked_on=date(2023, 3, 1),
        reason="Nämnden sammanträder i april",
    )
    return extend(awaiting_store, 1, new).id


def test_a_request_moves_nothing_until_it_is_granted(
    awaiting_store: Store, request_id: int
) -> None:
    before = line(awaiting_store)
    assert (before.due_on, before.times_extended) == (date(2023, 3, 20), 0)
    assert before.requested is not None
    stated = {"decision": GRANTED, "decided_on": date(2023, 3, 9), "decided_by": "ordföranden"}
    decide_extension(awaiting_store, 1, request_id, {**stated, "new_due_on": None})
    after = line(awaiting_store)
    assert (after.due_on, after.reply_case.due_on) == (ASKED, date(2023, 3, 20))
    [granted] = after.extensions
    assert (granted.asked_on, granted.reason) == (
        date(2023, 3, 1),
        "Nämnden sammanträder i april",
    )
    assert granted.decided_by == "ordföranden"
    assert after.requested is None


def test_another_day_than_was_asked_for_may_be_granted(
    awaiting_store: Store, request_id: int
) -> None:
    stated = {"decision": GRANTED, "new_due_on": date(2023, 4, 3)}
    decide_extension(awaiting_store, 1, request_id, stated)
    assert line(awaiting_store).due_on == date(2023, 4, 3)


def test_a_refused_request_stays_as_it_was_asked(awaiting_store: Store, request_id: int) -> None:
    decide_extension(awaiting_store, 1, request_id, {"decision": REFUSED})
    after = line(awaiting_store)
    assert (after.due_on, after.times_extended) == (date(2023, 3, 20), 0)
    assert [each.decision for each in after.extensions] == [REFUSED]


def test_what_is_decided_or_makes_no_sense_is_refused(
    awaiting_store: Store, request_id: int
) -> None:
    early = {"decision": GRANTED, "new_due_on": date(2023, 3, 19)}
    with pytest.raises(RevTrackError, match="must lie after 2023-03-20"):
        decide_extension(awaiting_store, 1, request_id, early)
    decide_extension(awaiting_store, 1, request_id, {"decision": GRANTED})
    with pytest.raises(RevTrackError, match="is decided already"):
        decide_extension(awaiting_store, 1, request_id, {"decision": REFUSED})
    assert line(awaiting_store).due_on == ASKED


def test_extended_twice_counts_two_and_keeps_the_original_day(awaiting_store: Store) -> None:
    case_id = line(awaiting_store).reply_case.id
    for day in (date(2023, 4, 3), date(2023, 5, 2)):
        extend(
            awaiting_store,
            1,
            r.NewExtension(reply_case_id=case_id, new_due_on=day, decision=GRANTED),
        )
    after = line(awaiting_store)
    assert (after.times_extended, after.due_on) == (2, date(2023, 5, 2))
    assert after.reply_case.due_on == date(2023, 3, 20)
