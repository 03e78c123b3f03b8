"""Every text can be read in every theme, and without any colour."""

import os
import re
import subprocess
import sys
from datetime import date
from itertools import product

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.theme import Theme

from revtrack.storage.store import Store
from revtrack.tui.app import STYLES
from revtrack.tui.themes import THEMES
from tests.tui.conftest import Opened
from tests.tui.user import User

ENOUGH = 4.5
"""Contrast of text to its ground. Source: WCAG 2.1, 1.4.3, level AA."""
ENOUGH_FOR_MARKS = 3.0
"""Contrast of what shows where the keys work. Source: WCAG 2.1, 1.4.11, level AA."""
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


def drawn(user: User) -> list[Segment]:
    """Return what is drawn on the screen, piece by piece."""
    strips = user.app.screen._compositor.render_strips()  # noqa: SLF001 - what is really drawn
    return [segment for strip in strips for segment in strip if segment.style is not None]


def too_faint(user: User) -> set[tuple[str, float]]:
    """Return the words on the screen that do not stand out from their ground."""
    found = set()
    for text, style, _control in drawn(user):
        if style and style.color and style.bgcolor and any(each.isalnum() for each in text):
            pair = (style.color, style.bgcolor)
            one, other = (Color.from_rich_color(each) for each in pair)
            if (ratio := contrast(one, other)) < ENOUGH:
                found.add((text.strip(), round(ratio, 2)))
    return found


def test_styles_name_only_colours_whose_contrast_is_known() -> None:
    known = {f"${name}" for name in (*TEXTS, *GROUNDS)}
    for file in sorted(STYLES.glob("*.tcss")):
        named = set(re.findall(r"\$[a-z-]+", file.read_text(encoding="utf-8")))
        assert named <= known, file.name


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
def test_marks_of_focus_stand_out(theme: Theme) -> None:
    of = colours(theme)
    assert all(contrast(of["primary"], of[ground]) >= ENOUGH_FOR_MARKS for ground in GROUNDS)
    assert contrast(of["surface"], of["primary"]) >= ENOUGH


async def test_every_word_that_is_drawn_can_be_read(demo_store: Store, sit_down: Opened) -> None:
    async with sit_down(demo_store, date(2026, 2, 16), (120, 60)) as user:
        places = (["n"], ["tab", "ctrl+s"], ["escape"], ["f9"], ["escape", "question_mark"])
        tabs = (["escape", "enter"], ["1"], ["2"], ["3"], ["4"], ["6"], ["7"])
        for keys in ([], *places, *tabs):
            await user.press(*keys)
            for theme in THEMES:
                user.app.theme = theme.name
                await user.settle()
                assert too_faint(user) == set(), (keys, theme.name)


async def test_where_the_keys_work_can_be_seen_without_colour(
    awaiting_store: Store, sit_down: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def marked(user: User, how: str) -> str:
        return "".join(each.text for each in drawn(user) if each.style and getattr(each.style, how))

    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(awaiting_store, date(2023, 3, 21)) as user:
        assert "Kommunstyrelsen" in marked(user, "reverse")
        await user.press("enter", "e")
        assert marked(user, "underline").strip() == ""
        assert marked(user, "reverse") == ""
        await user.press("tab")
        assert "‹ Beviljat ›" in marked(user, "reverse")
        for _field in range(5):
            await user.press("tab")
        assert "▶ Spara ◀" in marked(user, "reverse")


@pytest.mark.skipif(os.name == "nt", reason="Windows describes no terminals")
@pytest.mark.parametrize(("term", "told"), [("vt100", "False"), ("xterm-256color", "True")])
def test_a_terminal_without_colours_is_known(term: str, told: str) -> None:
    asked = "from revtrack.tui.terminal import knows_colours; print(knows_colours())"
    answer = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", asked],
        env={**os.environ, "TERM": term},
        capture_output=True,
        check=True,
    )
    assert answer.stdout.decode().strip() == told
