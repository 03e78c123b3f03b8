"""Keys that a person has chosen in the settings, in place of those of ``keys``.

``[keys]`` in ``settings.toml`` holds the name of an action, as help and palette tell it, and the
key or keys for it: ``"overview.letter" = "m"``.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from revtrack.domain.errors import N_, RevTrackError
from revtrack.tui import keys

_NAMED = {key.value for key in Keys} | {f"f{number}" for number in range(1, 25)}
_MODIFIERS = ("ctrl", "shift", "alt")


def read_keymap(chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the chosen keys by the names of their actions, as Textual spells them.

    Raises RevTrackError for an action or a key that there is not, and where a key would do two
    things at once.
    """
    bindings = {binding.id: binding for group in keys.GROUPS.values() for binding in group}
    keymap: dict[str, str] = {}
    for name, typed in chosen.items():
        if name not in bindings:
            raise _unknown_action(name, [each for each in bindings if each])
        keymap[name] = ",".join(_key(name, each) for each in typed.split(","))
    for together in keys.TOGETHER:
        _refuse_clash(together, keymap)
    return keymap


def _unknown_action(name: str, known: Iterable[str]) -> RevTrackError:
    near = get_close_matches(name, known, n=1, cutoff=0.4)
    if near:
        return RevTrackError(
            N_("[keys] in the settings names {name}, which is no action. Is {near} meant?"),
            name=name,
            near=near[0],
        )
    return RevTrackError(
        N_("[keys] in the settings names {name}, which is no action. Help (F1) tells them all."),
        name=name,
    )


def _key(name: str, typed: str) -> str:
    """Return one key as Textual spells it: "Ctrl+R" is ``ctrl+r``, "/" is ``slash``."""
    *modifiers, sign = re.split(r"\\+(?=.)", typed.strip())
    modifiers = [each.lower() for each in modifiers]
    key = _character_to_key(sign) if len(sign) == 1 else sign.lower().replace(" ", "")
    is_known = len(sign) == 1 or key in _NAMED or key in keys.KEY_NAMES
    if not sign or not is_known or not set(modifiers) <= set(_MODIFIERS):
        raise RevTrackError(
            N_(
                "[keys] in the settings gives {name} the key {key}, which no keyboard has. "
                "Write a letter, F4, ctrl+r, space or the like."
            ),
            name=name,
            key=typed,
        )
    return "+".join([*modifiers, key])


def _refuse_clash(together: Iterable[Binding], keymap: Mapping[str, str]) -> None:
    """Refuse where two of the bindings that work at the same time have a key in common."""
    taken: dict[str, Binding] = {}
    for binding in together:
        for key in keymap.get(binding.id or "", binding.key).split(","):
            other = taken.setdefault(key, binding)
            if other.action != binding.action:
                raise RevTrackError(
                    N_(
                        "By [keys] in the settings, {key} would do two things at once: "
                        "{one} ({one_name}) and {other} ({other_name}). "
                        "Give one of them another key."
                    ),
                    key=keys.key_name(key),
                    one=other.tooltip or other.description,
                    one_name=other.id,
                    other=binding.tooltip or binding.description,
                    other_name=binding.id,
                )
