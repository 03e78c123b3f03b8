"""Every key has a name, stands in help and palette, and can be typed on a Swedish keyboard."""

import re
from datetime import date

import pytest
from textual.binding import Binding

from revtrack.storage.store import Store
from revtrack.tui import keys
from revtrack.tui.palette import Actions
from tests.tui.conftest import Opened

TODAY = date(2023, 3, 21)
ALL = [binding for group in keys.GROUPS.values() for binding in group]
NAMED = {
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape"),
    *("tab", "space", "backspace", "delete", "slash", "question_mark"),
    *(f"f{number}" for number in range(1, 13)),
}
DEAD_OR_MISSING = set("`~\\^´¨@[]{}|$")
"""Signs that are dead keys on a Swedish keyboard or need AltGr."""


@pytest.mark.parametrize("binding", ALL, ids=lambda each: str(each.id))
def test_a_binding_can_be_remapped_and_explained(binding: Binding) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_0-9]+", binding.id or "")
    assert binding.description
    assert binding.description[0].isupper()


def test_no_two_bindings_share_a_name() -> None:
    names = [each.id for each in ALL]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("binding", ALL, ids=lambda each: str(each.id))
def test_a_default_key_can_be_typed_on_a_swedish_keyboard(binding: Binding) -> None:
    for key in binding.key.split(","):
        *modifiers, sign = key.split("+")
        assert set(modifiers) <= {"ctrl", "shift"}
        assert sign not in DEAD_OR_MISSING
        assert sign in NAMED or re.fullmatch(r"[a-zåäö0-9A-Z]", sign), key


@pytest.mark.parametrize("group", [keys.OVERVIEW, keys.AUDIT])
def test_a_list_does_not_take_the_keys_of_its_screen(group: list[Binding]) -> None:
    taken = {key for each in [*keys.LINES, *keys.APP] for key in each.key.split(",")}
    own = {key for each in group for key in each.key.split(",")}
    assert not taken & own


async def test_help_lists_every_key_and_the_palette_every_action(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY, (120, 300)) as user:
        await user.press("question_mark")
        for binding in ALL:
            assert (binding.tooltip or binding.description) in user.screen
        await user.press("escape")
        provider = Actions(user.app.screen)
        offered = [hit.text async for hit in provider.discover()]
        assert sorted(map(str, offered)) == sorted(each.tooltip or each.description for each in ALL)


async def test_help_and_footer_follow_a_remapped_key(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY, (120, 100)) as user:
        user.app.set_keymap({"overview.letter": "x"})
        await user.settle()
        assert "x Missiv" in user.screen
        await user.press("f1")
        assert "x Nytt missiv" in user.words
        await user.press("escape", "x")
        assert "╭─ Nytt missiv" in user.screen


async def test_an_action_is_found_and_done_by_its_name(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        depth = len(user.app.screen_stack)
        for typed, shown in (
            ("miss", "╭─ Nytt missiv"),
            ("överlämna gran", ""),
            ("framställ hand", "╭─ Framställ handling"),
        ):
            await user.press("ctrl+p")
            await user.type(typed)
            await user.pilot.pause(0.3)
            await user.press("enter")
            await user.settle()
            assert shown in user.screen
            await user.back_to(depth)
        await user.press("ctrl+p")
        await user.type("zzzz")
        await user.pilot.pause(0.3)
        await user.settle()
        assert "Inget kommando heter så." in user.screen


async def test_a_form_has_help_of_its_own(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, TODAY) as user:
        await user.press("s", "tab", "tab", "tab", "tab", "f1")
        assert "a Samma för alla" in user.words
        await user.press("escape")
        assert "╭─ Registrera svar" in user.screen
