"""The verdicts of a follow-up row by row: filled in, refused by the rules, stored as one wish."""

import pytest
from pydantic import ValidationError

from revtrack.domain.codes import Basis, Outcome, VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.verdict_sheet import FilledVerdicts, VerdictSheet
from revtrack.domain.undoing import Direction
from revtrack.services.follow_up.closing import close
from revtrack.services.follow_up.judging import record_verdicts
from revtrack.services.follow_up.verdict_sheet import record_filled, see_verdicts
from revtrack.services.history import list_history
from revtrack.services.undoing import see_turn, take_turn
from revtrack.storage.rows import ConflictError
from revtrack.storage.store import Store
from tests.conftest import TODAY
from tests.services.follow_up.test_following_up import (
    JUDGED,
    case_of,
    closing,
    follow_up,
    line_of,
    verdict,
)

AUDIT = "ALV-2023-2"


def sheet_of(store: Store, reference: str = AUDIT) -> VerdictSheet:
    return see_verdicts(store, case_of(store, reference).audit.id, TODAY)


def test_a_sheet_needs_a_follow_up_under_way_and_shows_what_it_covers(demo_store: Store) -> None:
    with pytest.raises(RevTrackError, match="No follow-up of ALV-2023-2 is under way"):
        sheet_of(demo_store)
    audit = follow_up(demo_store, "ALV-2022-1", AUDIT)
    whole, own = sheet_of(demo_store, audit.reference), sheet_of(demo_store)
    assert [each.follow_up.id for each in (whole, own)] == [audit.id, audit.id]
    assert {each.case.audit.reference for each in whole.rows} == {"ALV-2022-1", AUDIT}
    assert [each.line.number for each in own.rows] == [
        each.line.number for each in whole.rows if each.case.audit.reference == AUDIT
    ]


def test_grounds_are_carried_from_row_to_row_until_something_else_is_said(
    demo_store: Store,
) -> None:
    follow_up(demo_store, AUDIT)
    sheet = sheet_of(demo_store)
    first, second, third = list(sheet.row)[:3]
    sheet = sheet.with_verdict([first], VerdictStep.FULL)
    assert sheet.refused == (first,)
    with pytest.raises(ValidationError):
        sheet.with_grounds([first], method="x" * 200_000)
    sheet = sheet.with_grounds([first, third], method="Intervju", basis=Basis.DESK, evidence="§ 4")
    sheet = sheet.with_verdict([second], VerdictStep.PARTLY)
    found = [sheet.verdict(each) for each in (first, second, third)]
    assert [each and (each.verdict, each.method, each.basis, each.evidence) for each in found] == [
        (VerdictStep.FULL, "Intervju", Basis.DESK, "§ 4"),
        (VerdictStep.PARTLY, "Intervju", Basis.DESK, None),
        None,
    ]
    assert sheet.refused == ()
    assert sheet.judged == 2
    assert list(sheet.cleared([first]).filled) == [second]


def test_what_is_filled_in_is_one_wish_and_one_undoing(demo_store: Store) -> None:
    audit = follow_up(demo_store, AUDIT)
    before = len(list_history(demo_store, case_of(demo_store, AUDIT).audit.id))
    sheet = sheet_of(demo_store).with_verdict(sheet_of(demo_store).row, VerdictStep.FULL)
    sheet = sheet.with_grounds(sheet.row, method="Intervju")
    stored = record_filled(demo_store, sheet.entries(), TODAY)
    assert len(stored) == len(sheet.rows)
    assert {each.follow_up_id for each in stored} == {audit.id}
    assert sheet_of(demo_store).judged == len(sheet.rows)
    assert sheet.over(sheet_of(demo_store)).filled == {}
    take_turn(demo_store, see_turn(demo_store, Direction.UNDO))
    assert sheet_of(demo_store).judged == 0
    assert len(list_history(demo_store, case_of(demo_store, AUDIT).audit.id)) > before


def test_what_is_closed_takes_no_verdict_and_one_that_is_closed_meanwhile_stops_all(
    demo_store: Store,
) -> None:
    follow_up(demo_store, AUDIT)
    sheet = sheet_of(demo_store)
    sheet = sheet.with_verdict(sheet.row, VerdictStep.NOT).with_grounds(sheet.row, method="Möte")
    line = line_of(demo_store, AUDIT, "R3", "KS")
    ended = closing(Outcome.NO_LONGER_RELEVANT, is_forced=True, closed_on=JUDGED)
    close(demo_store, [line.addressee.id], ended, TODAY)
    with pytest.raises(RevTrackError, match="R3 to kommunstyrelsen is closed"):
        record_filled(demo_store, sheet.entries(), TODAY)
    newer = sheet_of(demo_store)
    assert newer.judged == 0
    assert sheet.over(newer).refused == (line.addressee.id,)
    assert line.addressee.id not in newer.with_verdict(newer.row, VerdictStep.FULL).filled


def test_what_somebody_else_has_judged_meanwhile_is_not_overwritten_unseen(
    demo_store: Store,
) -> None:
    audit = follow_up(demo_store, AUDIT)
    sheet = sheet_of(demo_store)
    line = line_of(demo_store, AUDIT, "R3", "KS")
    filled = sheet.with_verdict([line.addressee.id], VerdictStep.FULL)
    filled = filled.with_grounds([line.addressee.id], method="Intervju")
    theirs = verdict(line, VerdictStep.NOT, follow_up_id=audit.id)
    record_verdicts(demo_store, [theirs], TODAY)
    with pytest.raises(ConflictError):
        record_filled(demo_store, filled.entries(), TODAY)
    kept = FilledVerdicts.model_validate_json(
        FilledVerdicts(verdicts=filled.entries()).model_dump_json()
    )
    seen = sheet_of(demo_store).filled_again(kept)
    record_filled(demo_store, seen.entries(), TODAY)
    found = line_of(demo_store, AUDIT, "R3", "KS").verdict
    assert found is not None
    assert found.verdict is VerdictStep.FULL
