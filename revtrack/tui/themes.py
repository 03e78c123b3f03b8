"""The colours: one theme for dark and one for light rooms, both calm, and one of high contrast.

Every text has a contrast of at least 4.5:1 to what it stands on (WCAG 2.1, level AA); the muted
text is a colour of its own, so that this can be held.
"""

from textual.theme import Theme

LIGHT = Theme(
    name="revtrack-light",
    dark=False,
    primary="#1d4f7c",
    secondary="#4a5d6e",
    accent="#1d4f7c",
    warning="#7f5300",
    error="#a5202a",
    success="#1e6b3a",
    foreground="#1c2126",
    background="#f7f7f4",
    surface="#ffffff",
    panel="#e6e9ec",
    variables={"text-muted": "#4d565e", "chosen": "#d3e0ec"},
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
    variables={"text-muted": "#a9b3bb", "chosen": "#2a3d50"},
)
HIGH_CONTRAST = Theme(
    name="revtrack-high-contrast",
    dark=True,
    primary="#ffff54",
    secondary="#ffffff",
    accent="#ffff54",
    warning="#ffb454",
    error="#ff9090",
    success="#7dff9c",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1f1f1f",
    variables={"text-muted": "#e0e0e0", "chosen": "#1f3a6e"},
)
THEMES = (DARK, LIGHT, HIGH_CONTRAST)
"""In the order that the key goes through them."""

THEME_NAMES = {"dark": DARK, "light": LIGHT, "high-contrast": HIGH_CONTRAST}
"""The themes by the codes of the setting, in the same order."""
