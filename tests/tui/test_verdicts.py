"""A follow-up row by row: one key for each verdict, what was seen below, saved as one wish."""

from pathlib import Path

import pytest

from revtrack.domain.codes import Basis, Outcome, VerdictStep
from revtrack.services.follow_up.closing import close
from revtrack.services.follow_up.judging import record_verdicts
from revtrack.storage.store import Store
from revtrack.tui import drafting
from tests.conftest import TODAY
from tests.services.follow_up.test_following_up import (
    JUDGED,
    case_of,
    closing,
    follow_up,
    line_of,
    verdict,
)
from tests.tui.conftest import Opened
from tests.tui.test_drafts import drafts, kept, sitting
from tests.tui.test_follow_up import go_to
from tests.tui.user import User

AUDIT, ESKILSTUNA = "ALV-2023-2", "ESK-2022-1"
HOSTILE = "\u202e[red]x[/] 👩‍👩‍👧 " + "å" * 300


def found(store: Store) -> list[tuple[str, str, Basis, str | None, str | None]]:
    """Return the verdicts on the audit, with what they rest on, in order of their rows."""
    return [
        (each.verdict.value, each.judged_on.isoformat(), each.basis, each.method, each.evidence)
        for each in sorted(case_of(store, AUDIT).verdicts, key=lambda each: each.addressee_id)
        if each.judged_on
    ]


async def open_rows(user: User, reference: str = AUDIT) -> None:
    await go_to(user, reference)
    await user.press("W")
    assert "Bedöms i " in user.words


async def test_a_follow_up_is_begun_judged_row_by_row_saved_and_undone_in_one_step(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY, (120, 40)) as user:
        await go_to(user, AUDIT)
        assert "0 av 8 uppföljda · planerad 2026-Q1 · U påbörjar en uppföljning" in user.words
        await user.press("W")
        assert user.notices[-1] == f"Ingen uppföljning av {AUDIT} pågår. Påbörja en med U."
        await user.press("U", "ctrl+s")
        assert user.notices[-1] == "ALV-2026-1 är påbörjad. Tryck W för att bedöma rad för rad."
        assert "[4 Uppföljning]" in user.screen
        assert "ALV-2023-2 Kommunstyrelsen – Ej uppföljd 2" in user.words

        user.keys_pressed = 0
        await user.press("W", "u", "enter")
        assert "Bedöm först med en siffra" in user.notices[-1]
        await user.press("V", "1")
        await user.type("Handlingar visar det")
        await user.press("enter")
        await user.type("Intervju")
        await user.press("enter")
        assert "8 av 8 bedömda · 8 är inte sparade *" in user.words
        await user.press("g", "4")
        await user.type("Inget är gjort")
        await user.press("enter", "u", "b", "5", "escape")
        assert "Intervju och dokument · bristen åtgärdad: ja" in user.words
        await user.press("ctrl+z", "k", "enter")
        assert "╭─ Uppföljningsbedömning – R1 samhällsbyggnadsnämnden" in user.screen
        await user.press("tab", "tab", "tab", "tab", "tab", "ctrl+u")
        await user.type("10 februari")
        await user.press("ctrl+s", "G", "backspace")
        assert "7 av 8 bedömda · 7 är inte sparade *" in user.words
        assert found(demo_store) == []
        await user.press("ctrl+s")
        assert user.notices[-1] == "7 bedömningar är sparade."
        assert "7 av 8 uppföljda · W bedömer rad för rad" in user.words
        seen = "Handlingar visar det"
        full = ("full", "2026-02-16", Basis.REPORTED, "Intervju", seen)
        assert sorted(found(demo_store)) == [
            ("full", "2026-02-16", Basis.DESK, "Intervju", seen),
            *[full] * 5,
            ("not", "2026-02-10", Basis.REPORTED, "Intervju", "Inget är gjort"),
        ]
        await user.press("ctrl+z", "enter")
        assert found(demo_store) == []


async def test_what_the_rules_refuse_is_told_at_the_row_and_nothing_filled_in_is_lost(
    demo_store: Store, sit_down: Opened
) -> None:
    audit = follow_up(demo_store, AUDIT)
    line = line_of(demo_store, AUDIT, "R1", "SBN")
    ended = closing(Outcome.NO_LONGER_RELEVANT, is_forced=True, closed_on=JUDGED)
    close(demo_store, [line.addressee.id], ended, TODAY)
    async with sit_down(demo_store, TODAY, (80, 24)) as user:
        await open_rows(user)
        await user.press("3")
        assert "! R1 till samhällsbyggnadsnämnden är avslutad. Återöppna den först" in user.words
        assert "0 av 8 bedömda" in user.words
        await user.press("j", "2", "enter", "enter")
        assert "Skriv hur det kontrollerades." in user.screen
        await user.press("escape", "j", "ctrl+s")
        assert "Inget är sparat än: 1 rad går inte att spara." in user.notices[-1]
        assert "! ◕ I huvudsak genomförd *" in user.words
        await user.rush("'" + HOSTILE, "enter")
        for size in ((80, 24), (200, 60), (120, 40)):
            await user.pilot.resize_terminal(*size)
            await user.settle()
            assert max(map(len, user.screen.splitlines())) <= size[0]
            assert "\u202e" not in user.screen
            assert "Ctrl+S Spara" in user.screen
            assert "! ◕ I huvudsak genomförd *" not in user.words

        theirs = line_of(demo_store, AUDIT, "R1", "ÄBAB")
        new = verdict(theirs, VerdictStep.NOT, follow_up_id=audit.id)
        record_verdicts(demo_store, [new], TODAY)
        await user.press("ctrl+s")
        assert "Läs om registret med F5" in user.notices[-1]
        await user.press("escape")
        assert "Kasta det som är skrivet?" in user.screen
        await user.press("enter", "f5", "ctrl+s")
        assert "[4 Uppföljning]" in user.screen
    (stored,) = found(demo_store)
    assert stored[0] == "mostly"
    assert (stored[3] or "").endswith("å" * 300)


async def test_what_is_typed_is_offered_again_after_a_crash(
    eskilstuna_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "EVERY", 0.02)
    follow_up(eskilstuna_store, ESKILSTUNA)
    async with sitting(eskilstuna_store, tmp_path) as user:
        await open_rows(user, ESKILSTUNA)
        await user.press("1")
        await user.type("§ 4 visar det")
        await kept(tmp_path)
        await user.pilot.pause(0.1)
    async with sitting(eskilstuna_store, tmp_path) as user:
        await open_rows(user, ESKILSTUNA)
        await user.press("enter")
        assert "1 är inte sparad *" in user.words
        assert "§ 4 visar det" in user.screen
        await user.press("tab", "tab")
        await user.type("Intervju")
        await user.press("ctrl+s")
        assert drafts(tmp_path) == []
    (stored,) = case_of(eskilstuna_store, ESKILSTUNA).verdicts
    assert (stored.method, stored.evidence) == ("Intervju", "§ 4 visar det")
