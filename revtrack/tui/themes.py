"""The colours: one theme for light and one for dark rooms, both calm."""

from textual.theme import Theme

LIGHT = Theme(
    name="revtrack-light",
    dark=False,
    primary="#1d4f7c",
    secondary="#4a5d6e",
    accent="#1d4f7c",
    warning="#8a5a00",
    error="#a5202a",
    success="#1e6b3a",
    foreground="#1c2126",
    background="#f7f7f4",
    surface="#ffffff",
    panel="#e6e9ec",
)
DARK = Theme(
    name="revtrack-dark",
    dark=True,
    primary="#7fb2e5",
    secondary="#9fb0bf",
    accent="#7fb2e5",
    warning="#e6b450",
    error="#f2858c",
    success="#83c99a",
    foreground="#e3e7ea",
    background="#14181c",
    surface="#1b2126",
    panel="#29323a",
)
