"""The program on the screen, run without a terminal on a real register."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from revtrack.storage.store import Store
from revtrack.tui.app import RevTrackApp
from tests.tui.user import User, leave_undrawn

Opened = Callable[..., AbstractAsyncContextManager[User]]

_read_rules = Stylesheet._parse_rules  # noqa: SLF001 - a good part of what starting an app takes
_RULES: dict[tuple[object, ...], list[RuleSet]] = {}


def _read_once(sheet: Stylesheet, *style: object, **more: object) -> list[RuleSet]:
    """Return the rules of a style sheet, which are read once for all apps of the same colours."""
    colours = tuple(sheet._variables.items())  # noqa: SLF001 - the same
    key = (*style, *more.items(), colours)
    if key not in _RULES:
        _RULES[key] = _read_rules(sheet, *style, **more)  # type: ignore[arg-type]
    return _RULES[key]


@pytest.fixture(autouse=True)
def _no_needless_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the styles once, and draw what stands there after the keys, not on the way."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", _read_once)
    monkeypatch.setattr(Screen, "_compositor_refresh", leave_undrawn)


@pytest.fixture
def sit_down(tmp_path: Path) -> Opened:
    """Open the program on a register: ``async with sit_down(store, today) as user``."""

    @asynccontextmanager
    async def opened(
        store: Store, today: date, size: tuple[int, int] = (120, 40)
    ) -> AsyncIterator[User]:
        app = RevTrackApp(store, today, tmp_path / "dokument")
        async with app.run_test(size=size) as pilot:
            user = User(app, pilot)
            await user.settle()
            yield user

    return opened
