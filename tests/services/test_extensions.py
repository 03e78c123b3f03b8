"""More time is asked for, and decided later; the day moves only when it is granted."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.services import find
from revtrack.services.history import list_history
from revtrack.services.replies.extensions import correct_extension, decide_extension, extend
from revtrack.storage.store import Store

GRANTED, REFUSED = ExtensionDecision.GRANTED, ExtensionDecision.REFUSED
REQUESTED = ExtensionDecision.REQUESTED
ASKED = date(2023, 4, 14)
TODAY = date(2023, 3, 10)


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
    return extend(awaiting_store, 1, new, TODAY).id


def test_a_request_moves_nothing_until_it_is_granted(
    awaiting_store: Store, request_id: int
) -> None:
    before = line(awaiting_store)
    assert (before.due_on, before.times_extended) == (date(2023, 3, 20), 0)
    assert before.requested is not None
    stated = {"decision": GRANTED, "decided_on": date(2023, 3, 9), "decided_by": "ordföranden"}
    decide_extension(awaiting_store, 1, request_id, {**stated, "new_due_on": None}, TODAY)
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
    decide_extension(awaiting_store, 1, request_id, stated, TODAY)
    assert line(awaiting_store).due_on == date(2023, 4, 3)


def test_a_refused_request_stays_as_it_was_asked(awaiting_store: Store, request_id: int) -> None:
    decide_extension(awaiting_store, 1, request_id, {"decision": REFUSED}, TODAY)
    after = line(awaiting_store)
    assert (after.due_on, after.times_extended) == (date(2023, 3, 20), 0)
    assert [each.decision for each in after.extensions] == [REFUSED]


def test_what_is_decided_or_makes_no_sense_is_refused(
    awaiting_store: Store, request_id: int
) -> None:
    early = {"decision": GRANTED, "new_due_on": date(2023, 3, 19)}
    with pytest.raises(RevTrackError, match="must lie after 2023-03-20"):
        decide_extension(awaiting_store, 1, request_id, early, TODAY)
    decide_extension(awaiting_store, 1, request_id, {"decision": GRANTED}, TODAY)
    with pytest.raises(RevTrackError, match="is decided already"):
        decide_extension(awaiting_store, 1, request_id, {"decision": REFUSED}, TODAY)
    assert line(awaiting_store).due_on == ASKED


def test_extended_twice_counts_two_and_keeps_the_original_day(awaiting_store: Store) -> None:
    case_id = line(awaiting_store).reply_case.id
    for day in (date(2023, 4, 3), date(2023, 5, 2)):
        extend(
            awaiting_store,
            1,
            r.NewExtension(reply_case_id=case_id, new_due_on=day, decision=GRANTED),
            TODAY,
        )
    after = line(awaiting_store)
    assert (after.times_extended, after.due_on) == (2, date(2023, 5, 2))
    assert after.reply_case.due_on == date(2023, 3, 20)


def new(store: Store, **fields: object) -> r.NewExtension:
    given = {"new_due_on": ASKED, "decision": GRANTED, **fields}
    return r.NewExtension.model_validate({"reply_case_id": line(store).reply_case.id, **given})


def test_one_request_waits_at_a_time(awaiting_store: Store, request_id: int) -> None:
    assert request_id
    for day in (ASKED, date(2023, 5, 2)):
        with pytest.raises(RevTrackError, match="asked for time until 2023-04-14 already"):
            extend(
                awaiting_store, 1, new(awaiting_store, new_due_on=day, decision=REQUESTED), TODAY
            )
    assert len(line(awaiting_store).extensions) == 1


@pytest.mark.parametrize("decision", [GRANTED, REFUSED])
def test_what_is_decided_while_a_request_waits_is_what_became_of_it(
    awaiting_store: Store, request_id: int, decision: ExtensionDecision
) -> None:
    decided = new(awaiting_store, decision=decision, decided_on=date(2023, 3, 9))
    assert extend(awaiting_store, 1, decided, TODAY).id == request_id
    [only] = line(awaiting_store).extensions
    assert (only.decision, only.asked_on, only.decided_on) == (
        decision,
        date(2023, 3, 1),
        date(2023, 3, 9),
    )


def test_the_same_refusal_is_registered_once(awaiting_store: Store) -> None:
    extend(awaiting_store, 1, new(awaiting_store, decision=REFUSED), TODAY)
    with pytest.raises(RevTrackError, match="is registered already for kommunstyrelsen"):
        extend(awaiting_store, 1, new(awaiting_store, decision=REFUSED), TODAY)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"asked_on": date(2023, 3, 11)}, "2023-03-11 lies ahead"),
        ({"decided_on": date(2023, 3, 11)}, "2023-03-11 lies ahead"),
        (
            {"asked_on": date(2022, 11, 30)},
            "2022-11-30 lies before the letter",
        ),
        (
            {"asked_on": date(2023, 3, 9), "decided_on": date(2023, 3, 2)},
            "asked for on 2023-03-09, so it cannot have been decided on 2023-03-02",
        ),
        (
            {"decision": REQUESTED, "decided_on": date(2023, 3, 2)},
            "What is only asked for is not decided yet",
        ),
        ({"decision": REQUESTED, "decided_by": "ordföranden"}, "is not decided yet"),
        ({"new_due_on": date(2052, 4, 14)}, "2052-04-14 lies more than a year after 2023-03-20"),
        ({"new_due_on": date(2024, 3, 21)}, "Check the year"),
    ],
)
def test_days_that_cannot_be_right_are_refused(
    awaiting_store: Store, fields: dict[str, object], told: str
) -> None:
    before = list_history(awaiting_store)
    with pytest.raises(RevTrackError, match=told):
        extend(awaiting_store, 1, new(awaiting_store, **fields), TODAY)
    assert list_history(awaiting_store) == before


def test_a_mistyped_day_is_corrected_and_the_history_keeps_it(awaiting_store: Store) -> None:
    case_id = line(awaiting_store).reply_case.id
    extend(awaiting_store, 1, new(awaiting_store, new_due_on=date(2023, 5, 14)), TODAY)
    corrected = {"new_due_on": ASKED, "decided_by": "ordföranden"}
    correct_extension(awaiting_store, 1, case_id, corrected, TODAY)
    after = line(awaiting_store)
    assert (after.due_on, after.times_extended) == (ASKED, 1)
    changed = list_history(awaiting_store)[-1].changes
    assert changed["new_due_on"] == ("2023-05-14", "2023-04-14")
    with pytest.raises(RevTrackError, match="stands there already"):
        correct_extension(awaiting_store, 1, case_id, corrected, TODAY)


def test_what_was_only_asked_for_can_be_corrected_to_that(awaiting_store: Store) -> None:
    case_id = line(awaiting_store).reply_case.id
    with pytest.raises(RevTrackError, match="No extension is registered for kommunstyrelsen"):
        correct_extension(awaiting_store, 1, case_id, {"new_due_on": ASKED}, TODAY)
    granted = new(awaiting_store, decided_on=date(2023, 3, 9), decided_by="ordföranden")
    extend(awaiting_store, 1, granted, TODAY)
    correct_extension(awaiting_store, 1, case_id, {"decision": REQUESTED}, TODAY)
    after = line(awaiting_store)
    assert (after.due_on, after.times_extended) == (date(2023, 3, 20), 0)
    assert after.requested is not None
    assert (after.requested.decided_on, after.requested.decided_by) == (None, None)


def test_a_corrected_day_is_held_to_the_day_that_counts_without_it(awaiting_store: Store) -> None:
    case_id = line(awaiting_store).reply_case.id
    extend(awaiting_store, 1, new(awaiting_store), TODAY)
    extend(awaiting_store, 1, new(awaiting_store, new_due_on=date(2023, 5, 2)), TODAY)
    for day, told in ((ASKED, "must lie after 2023-04-14"), (date(2052, 5, 2), "Check the year")):
        with pytest.raises(RevTrackError, match=told):
            correct_extension(awaiting_store, 1, case_id, {"new_due_on": day}, TODAY)
    correct_extension(awaiting_store, 1, case_id, {"new_due_on": date(2023, 4, 24)}, TODAY)
    assert line(awaiting_store).due_on == date(2023, 4, 24)
