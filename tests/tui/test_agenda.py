"""Agenda: weeks and quarters with what falls in them; today stands there in words."""

from datetime import date

from revtrack.cli.list_contracts import due_line, group
from revtrack.domain.days.agenda import Span, grouped
from revtrack.services.watch import list_actions, list_due
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2026, 2, 16)


async def test_the_agenda_begins_today_and_tells_the_same_as_due(
    demo_store: Store, sit_down: Opened
) -> None:
    replies, actions = list_due(demo_store, TODAY), list_actions(demo_store, TODAY)
    weeks = [group(each, due_line) for each in grouped(replies, Span.WEEK)]
    async with sit_down(demo_store, TODAY, (160, 200)) as user:
        await user.press("v")
        assert f"{len(replies)} svar · {len(actions)} åtgärder · " in user.words
        assert "V. 8 (16–22 februari 2026) – denna vecka 2026-02-16 ▶ I dag" in user.words
        for week in weeks:
            part = user.screen.split(f"V. {week['number']} (")
            theirs = [each for each in part[1:] if f"{week['first_on'][:4]}" in each.split("\n")[0]]
            told = theirs[0].split("\n\n")[0] if theirs else ""
            assert told.count("○ Svar") + told.count("○ Komplettering") == week["count"]


async def test_quarters_filter_and_the_ways_to_the_audit_and_to_the_committee_that_meets(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY, (120, 120)) as user:
        await user.press("v", "v")
        assert "Kvartal 1 2026 – detta kvartal" in user.words
        await user.press("slash")
        await user.type("status:svar försenad")
        await user.press("enter")
        assert "sammanträde" not in user.screen.split("\n", 3)[3].lower()
        assert "157 dagar sent" in user.words
        await user.press("home", "enter")
        assert "[3 Svar och frister]" in user.screen
        await user.press("escape", "escape")
        assert "Översikt" in user.screen.splitlines()[0]
        await user.press("v", "slash")
        await user.type("nämnd:KS status:sammanträde")
        await user.press("enter", "enter")
        assert user.screen.splitlines()[0].startswith(" Kommunstyrelsen, KS, Älvsunda kommun")
