"""Every test begins in Swedish and leaves Swedish behind."""

from collections.abc import Iterator

import pytest

from revtrack.wording import use_language


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    use_language("sv")
    yield
    use_language("sv")
