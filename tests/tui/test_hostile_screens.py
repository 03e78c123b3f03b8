"""Every screen on a register in which each text is one that has broken programs before."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.replies.answer_form import asked_form
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.database.opening import open_store
from revtrack.services.exchange.packages.making import Wanted, make_package
from revtrack.services.exchange.packages.taking import Taking, read_package
from revtrack.services.exchange.packages.views import Audience
from revtrack.services.find import read_case
from revtrack.services.follow_up.starting import FollowUpEntry, start_follow_up
from revtrack.storage.rows import change, some
from revtrack.storage.store import Person, Store
from revtrack.tui import keys
from revtrack.tui.places import PLACES
from revtrack.tui.screens.asking.discard import DiscardQuestion
from revtrack.tui.screens.audit.audit import AuditScreen
from tests.conftest import TESTER
from tests.services.forms.filling import in_word
from tests.services.papers.hostile import make_hostile, text
from tests.tui.conftest import Opened
from tests.tui.user import User

TODAY = date(2026, 2, 16)
REPORT = Path(__file__).parent.parent / "corpus/known/rapport_krisberedskap_numrerad/paper.docx"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What a terminal obeys in place of showing it, or what turns the line around."""
OVER_THEM = (
    ["f3"],
    *(["enter", tab] for tab in "1234567"),
    ["enter", "1", "B"],
    ["enter", "2", "V", "ä"],
    ["V", "ä", "enter"],
    ["f1"],
)
"""Ways to screens that no function key opens: what a row leads to, and what stands over them."""
FORMS = {
    "overview": [each.key.split(",")[0] for each in keys.OVERVIEW if each.id in keys.WRITING],
    "audit": [each.key.split(",")[0] for each in keys.AUDIT if each.id in keys.WRITING],
}


@pytest.fixture(scope="module")
def hostile_database(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a hostile text in every field."""
    path = tmp_path_factory.mktemp("hostile") / "register.db"
    shutil.copyfile(demo_database, path)
    opened = open_store(path, TESTER)
    make_hostile(opened)
    opened.close()
    return path


@pytest.fixture
def store(hostile_database: Path, tmp_path: Path) -> Iterator[Store]:
    """The same, for one test."""
    shutil.copyfile(hostile_database, tmp_path / "register.db")
    opened = open_store(tmp_path / "register.db", TESTER)
    yield opened
    opened.close()


def assert_harmless(user: User) -> None:
    found = OBEYED.search(user.screen)
    assert found is None, f"{found[0]!r} in {found.string[found.start() - 60 : found.end() + 20]!r}"


async def look_around(user: User) -> None:
    """Read the screen from its first row to its last, with what is told of some of them."""
    assert_harmless(user)
    for key in ("down", "enter", "escape", "end"):
        depth = len(user.app.screen_stack)
        await user.press(key)
        assert_harmless(user)
        while len(user.app.screen_stack) > depth:
            await user.press("escape")


async def test_no_text_of_the_register_is_obeyed_on_a_place_or_a_tab(
    store: Store, sit_down: Opened
) -> None:
    async with sit_down(store, TODAY, (80, 24)) as user:
        depth = len(user.app.screen_stack)
        for place in PLACES:
            user.app.action_open(place)
            await user.settle()
            assert len(user.app.screen_stack) > depth, place
            await look_around(user)
            await user.back_to(depth)
        for way in OVER_THEM:
            await user.press("home", *way)
            assert len(user.app.screen_stack) > depth, way
            await look_around(user)
            await user.back_to(depth)
            await user.press("escape")


@pytest.mark.parametrize("place", FORMS)
async def test_no_text_of_the_register_is_obeyed_in_a_form(
    store: Store, sit_down: Opened, place: str
) -> None:
    async with sit_down(store, TODAY) as user:
        if place == "audit":
            await user.press("enter")
        depth = len(user.app.screen_stack)
        for key in FORMS[place]:
            await user.press(key)
            assert_harmless(user)
            while len(user.app.screen_stack) > depth:
                await user.press("escape")
                if len(user.app.screen_stack) > depth + 1:
                    await user.press("j")


@pytest.fixture
def asked_store(awaiting_database: Path, tmp_path: Path) -> Iterator[Store]:
    """The real case before any reply, with a follow-up of it, a hostile text in every field."""
    shutil.copyfile(awaiting_database, tmp_path / "asked.db")
    opened = open_store(tmp_path / "asked.db", TESTER)
    start_follow_up(opened, FollowUpEntry(followed_ids=(1,)), TODAY)
    make_hostile(opened)
    yield opened
    opened.close()


def returned_form(store: Store, path: Path) -> Path:
    """Make the form of a committee, filled in with hostile texts, as it comes back."""
    case = read_case(store, 1)
    for each in case.committees:
        asked = asked_form(case, each)
        if asked.rows:
            break
    filled = {(row.number, "a1"): text(place) for place, row in enumerate(asked.rows)}
    path.write_bytes(in_word(asked, {**filled, (asked.rows[0].number, "po"): "Instämmer"}))
    return path


async def read_in(user: User, path: Path) -> None:
    """Read a file in over what is shown, and look at what it says."""
    depth = len(user.app.screen_stack)
    await user.press("L")
    await user.type(str(path))
    await user.press("ctrl+s")
    assert "╭─ Läs in svar, rapport" not in user.screen
    assert len(user.app.screen_stack) > depth
    await look_around(user)
    await user.back_to(depth)


async def test_no_text_is_obeyed_in_what_is_undone_settled_judged_published_or_read_in(
    asked_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    form = returned_form(asked_store, tmp_path / "svar.docx")
    async with sit_down(asked_store, TODAY, (80, 24)) as user:
        user.app.push_screen(AuditScreen(user.app.desk, 1))
        await user.settle()
        depth = len(user.app.screen_stack)
        await user.press("ctrl+z")
        assert "╭─ Ångra" in user.screen
        assert_harmless(user)
        await user.press("end")
        assert_harmless(user)
        await user.back_to(depth)

        await user.press("1", "home", "E", "end")
        await user.type("mitt")
        other = open_store(asked_store.path, Person(text(3)))
        question = read_case(other, 1).questions[0]
        change_facts(other, 1, [Edit(question, {"text": text(5)})], TODAY)
        other.close()
        await user.press("ctrl+s")
        assert "Ändrat av någon annan under tiden" in user.screen
        await look_around(user)
        while len(user.app.screen_stack) > depth:
            await user.press("j" if isinstance(user.app.screen, DiscardQuestion) else "escape")

        await read_in(user, form)
        await read_in(user, REPORT)

        await user.press("5", "d", "enter", "ctrl+s", "escape", "P")
        assert "╭─ Publicera" in user.screen
        await look_around(user)
        await user.back_to(depth)

        await user.press("4", "W")
        assert "Bedöms i " in user.words
        await look_around(user)


async def test_no_text_is_obeyed_in_a_package_or_in_what_two_have_changed(
    asked_store: Store, new_store: Callable[[], Store], sit_down: Opened, tmp_path: Path
) -> None:
    mine, theirs = new_store(), replace(asked_store, person=Person(text(7)))
    key = tmp_path / "deras" / "key.pem"
    wanted = Wanted(1, text(11), Audience.AUDITORS)

    def sent(name: str) -> Path:
        return make_package(theirs, wanted, tmp_path / name, TODAY, key).path

    first = sent("ett.rtpaket").read_bytes()
    report = read_package(mine, first, "ett", Taking(TODAY, is_trial=True))
    read_package(mine, first, "ett", Taking(TODAY, trust=report.signer))
    for number, store in enumerate((mine, theirs)):
        with store.wish() as session:
            [audit, *_others] = some(session, r.Audit)
            change(session, audit, title=text(20 + number))
    read_package(mine, sent("två.rtpaket").read_bytes(), "två", Taking(TODAY))
    async with sit_down(mine, TODAY) as user:
        await user.press("X")
        assert "Att göra upp: båda har ändrat samma sak (1)" in user.screen
        await look_around(user)
        await user.press("X", "L")
        await user.type(str(sent("tre.rtpaket")))
        await user.press("ctrl+s")
        assert "╭─ Paket – " in user.screen
        await look_around(user)
