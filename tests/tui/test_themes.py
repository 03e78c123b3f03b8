"""Every text can be read in every theme, and without any colour."""

from datetime import date
from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from revtrack.storage.store import Store
from revtrack.tui.themes import THEMES
from tests.tui.conftest import Opened

ENOUGH = 4.5
"""Contrast of text to its ground. Source: WCAG 2.1, 1.4.3, level AA."""
TEXTS = ("foreground", "primary", "warning", "error", "success", "text-muted")
GROUNDS = ("background", "surface", "panel", "chosen")


def luminance(colour: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colours(theme: Theme) -> dict[str, Color]:
    names = dict(theme.variables)
    names |= {name: getattr(theme, name) for name in (*TEXTS[:-1], *GROUNDS[:-1])}
    return {name: Color.parse(value) for name, value in names.items()}


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
def test_texts_stand_out_from_what_they_stand_on(theme: Theme) -> None:
    of = colours(theme)
    grounds = {name: of[name] for name in GROUNDS}
    pairs = [(text, ground) for text, ground in product(TEXTS, GROUNDS)]
    found = {(text, on): contrast(of[text], grounds[on]) for text, on in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < ENOUGH} == {}


async def test_one_key_goes_through_all_themes(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, date(2023, 3, 21)) as user:
        seen = [user.app.theme]
        for _each in THEMES:
            await user.press("f8")
            seen.append(user.app.theme)
        assert seen == [*(theme.name for theme in THEMES), THEMES[0].name]


async def test_states_can_be_read_without_colour(
    demo_store: Store, sit_down: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(demo_store, date(2026, 2, 16), (120, 80)) as user:
        for state in ("! ", "◔ om ", "? Att bedöma", "● ", "✓ Avslutad"):
            assert state in user.words
