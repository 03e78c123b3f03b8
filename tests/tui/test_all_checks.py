"""Avstämning over all audits: what check tells, the way to where it is mended, confirming."""

from collections import Counter
from datetime import date

import pytest

from revtrack.domain.checks import Problem
from revtrack.domain.codes import Severity
from revtrack.services import checking
from revtrack.services.checking import check_by_and_by, check_each
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2026, 2, 16)


def test_step_by_step_the_same_is_found(demo_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "A_STEP", 10)
    steps = list(check_by_and_by(demo_store, TODAY))
    assert [found.problems for step in steps for found in step.checked] == list(
        check_each(demo_store, TODAY)
    )
    assert [(step.done, step.of) for step in steps] == [(10, 13), (13, 13)]


async def test_every_problem_of_every_audit_is_counted(demo_store: Store, sit_down: Opened) -> None:
    found = [each for problems in check_each(demo_store, TODAY) for each in problems]
    counts = Counter(each.severity for each in found if not each.is_confirmed)
    confirmed = sum(each.is_confirmed for each in found)
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f12")
        assert f"! Varning {counts[Severity.WARNING]} · " in user.words
        assert f"Upplysning {counts[Severity.NOTICE]} · ✓ {confirmed} bekräftade" in user.words
        assert f"Varning ({counts[Severity.WARNING]})" in user.screen
        await user.press("slash")
        await user.type("kod:reply_overdue allvar:varning nämnd:BUN")
        await user.press("enter")
        assert f"Varning (1 av {counts[Severity.WARNING]})" in user.screen
        assert "Kod: reply_overdue:BUN" in user.screen


async def test_enter_goes_to_the_place_and_esc_comes_back(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f12", "j", "enter")
        assert user.screen.splitlines()[0].startswith(" ALV-2025-1")
        assert "[3 Svar och frister]" in user.screen
        assert "Socialnämnden · dnr" in user.screen
        await user.press("escape")
        assert user.screen.splitlines()[0].startswith(" Avstämning av alla granskningar")


async def test_a_problem_is_confirmed_with_a_reason_and_can_be_shown_again(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f12")
        before = sum(each.is_confirmed for each in _all(demo_store))
        await user.press("b")
        await user.type("Ordföranden har ringt nämnden")
        await user.press("ctrl+s")
        assert sum(each.is_confirmed for each in _all(demo_store)) == before + 1
        assert f"✓ {before + 1} bekräftade" in user.words
        assert "Bekräftade (" not in user.screen
        await user.press("c", "end")
        assert "✓ Bekräftad" in user.screen
        assert "Bekräftad 20" in user.words
        await user.press("b")
        assert user.notices[-1] == "Detta är redan bekräftat."


def _all(store: Store) -> list[Problem]:
    return [each for problems in check_each(store, TODAY) for each in problems]


async def test_an_empty_register_says_what_to_do(empty_store: Store, sit_down: Opened) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.press("f12")
        assert "Ingen granskning är registrerad ännu." in user.words
