"""What the keys are called on a Swedish keyboard."""

from collections.abc import Mapping

from textual.binding import Binding

from revtrack.tui.keys.groups import GROUPS
from revtrack.wording import _

KEY_NAMES: Mapping[str, str] = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "slash": "/",
    "question_mark": "?",
    "space": _("Space"),
    "home": "Home",
    "end": "End",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "backspace": _("Backspace"),
    "delete": "Delete",
}

_MODIFIERS: Mapping[str, str] = {"ctrl": "Ctrl", "shift": _("Shift"), "alt": "Alt"}


def key_name(key: str) -> str:
    """Return what a key is called on a Swedish keyboard: ``Ctrl+S``, ``F1``, ``↑``."""
    *modifiers, sign = key.split("+")
    if not modifiers and len(sign) == 1:
        return sign
    name = KEY_NAMES.get(sign) or sign.upper()
    return "+".join([*(_MODIFIERS.get(each, each) for each in modifiers), name])


_CHOSEN: dict[str, str] = {}
"""Keys that the person has chosen in place of the usual ones, by the names of their actions."""


def choose_keys(keymap: Mapping[str, str]) -> None:
    """Let sentences tell of these keys in place of the usual ones."""
    _CHOSEN.clear()
    _CHOSEN.update(keymap)


def keys_of(binding: Binding) -> list[str]:
    """Return the keys of a binding as they are now."""
    keys = _CHOSEN.get(binding.id or "", binding.key)
    return [each.strip() for each in keys.split(",")]


def key_of(name: str) -> str:
    """Return what the key of a binding is called, for a sentence that tells of it."""
    found = (each for group in GROUPS.values() for each in group if each.id == name)
    return key_name(keys_of(next(found))[0])
