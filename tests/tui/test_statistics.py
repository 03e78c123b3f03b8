"""Statistik: the figures of the report, what stands behind them, and how they stood on a day."""

import json
from datetime import date, datetime

import pytest

from revtrack.cli.report_contract import report_json
from revtrack.domain.days.local_time import HERE
from revtrack.services.follow_up.reporting import make_report
from revtrack.services.history import list_history
from revtrack.storage.store import Store
from revtrack.tui.figures.bars import bar, stacked
from tests.tui.conftest import Opened

TODAY = date(2026, 2, 16)


@pytest.mark.parametrize(
    ("value", "drawn"), [(0, ""), (1, "▏"), (50, "████"), (56, "████▌"), (100, "████████")]
)
def test_a_bar_is_so_long_as_its_value(value: int, drawn: str) -> None:
    assert bar(value, 100, 8) == drawn


def test_each_part_of_a_stacked_bar_shows() -> None:
    assert stacked((1, 0, 99), 100, 10) == "█░░░░░░░░░"
    assert stacked((10, 10, 20), 40, 20) == "█████▓▓▓▓▓░░░░░░░░░░"
    assert stacked((0, 0, 0), 0, 10) == ""


async def test_the_figures_are_those_of_the_report(demo_store: Store, sit_down: Opened) -> None:
    told = json.loads(json.dumps(report_json(make_report(demo_store, None, None, TODAY))))
    async with sit_down(demo_store, TODAY, (160, 150)) as user:
        await user.press("f6")
        assert user.screen.splitlines()[0].startswith(" Statistik")
        total = told["total"]
        share = total["share_implemented"]
        assert (
            f"{total['asked']} rekommendationer ställda · {total['open']} öppna · "
            f"{total['judged']} bedömda · {total['implemented']} genomförda ({share} %)"
        ) in user.words
        standings = told["standings"]
        assert f"○ Inväntar svar {standings['awaiting']} " in user.words
        assert f"◐ Åtgärd pågår {standings['acting']} " in user.words
        assert f"· Ej uppföljd {total['verdicts']['none']} " in user.words
        assert f"Kom för sent {told['replies']['late']} " in user.words
        assert f"2–4 år {told['ages'][2]['count']} " in user.words
        within = told["cohorts"][1]["within"]
        assert f"2024 {within[0]['implemented']} av {within[0]['reached']} (0 %) – –" in user.words
        (sbn,) = (
            each
            for each in told["lengths_by_committee"]
            if each["committee"] == "samhällsbyggnadsnämnden"
        )
        days = sbn["days_to_answer"]
        mean = str(days["mean"]).replace(".", ",")
        assert f"Samhällsbyggnadsnämnden {days['count']} {mean} {days['median']} █" in user.words
        for each in told["year_ends"]:
            numbers = (each[name] for name in ("asked", "open", "closed", "implemented"))
            assert " ".join([each["day"], *map(str, numbers)]) in user.words
        assert "De som revisorerna inte har avslutat." in user.words


async def test_a_filter_chooses_what_is_counted_and_enter_leads_to_the_rows_behind(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f6", "slash")
        await user.type("kommun:Älvsunda år:2022 nämnd:KS")
        await user.press("enter")
        assert "4 rekommendationer ställda" in user.words
        await user.press("slash")
        await user.type(" xyz")
        assert "Ingen rekommendation stämmer med filtret." in user.words
        await user.press("escape")
        assert "84 rekommendationer ställda" in user.words
        await user.press("home", "j", "enter")
        assert user.screen.splitlines()[0].startswith(" Läge: ! Kvarstår efter uppföljning")
        assert "Rekommendationer (4)" in user.screen
        await user.press("enter")
        assert "[2 Rekommendationer]" in user.screen
        await user.press("escape", "escape", "escape")
        assert "Översikt" in user.screen.splitlines()[0]


async def test_the_figures_of_a_day_can_be_looked_at_and_not_changed(
    demo_store: Store, sit_down: Opened
) -> None:
    at = list_history(demo_store)[-1].at
    day = datetime.fromisoformat(at).astimezone(HERE).date().isoformat()
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f6", "ö", "ctrl+u")
        await user.type("2020-01-01")
        await user.press("enter", "enter")
        assert "Inget var registrerat ännu den 2020-01-01." in user.words
        await user.press("ctrl+u")
        await user.type(day)
        await user.press("enter", "enter")
        assert "Som det såg ut" in user.screen.splitlines()[0]
        assert "84 rekommendationer ställda" in user.words
        await user.press("enter", "enter", "r")
        assert user.notices[-1].startswith("Det här är registret som det såg ut")
        await user.press("escape", "escape", "escape", "escape")
        assert "Översikt" in user.screen.splitlines()[0]
