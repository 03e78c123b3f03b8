"""The program on the screen, run without a terminal on a real register."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from revtrack.storage.store import Store
from revtrack.tui.app import RevTrackApp
from tests.tui.user import User

Opened = Callable[..., AbstractAsyncContextManager[User]]


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
