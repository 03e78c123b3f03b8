"""Kommuner och nämnder: municipalities, committees, people and meetings, by keys."""

from datetime import date
from pathlib import Path

from revtrack.services import find
from revtrack.services.municipality_overview import see_municipality
from revtrack.storage.store import Store
from tests.tui.conftest import Opened

TODAY = date(2026, 2, 16)
ESKILSTUNA_DAY = date(2023, 3, 21)


def abbreviations(store: Store) -> list[str | None]:
    return [each.abbreviation for _town, each in find.list_committees(store)]


async def test_municipalities_stand_with_their_committees_and_lead_to_them(
    demo_store: Store, sit_down: Opened
) -> None:
    async with sit_down(demo_store, TODAY) as user:
        await user.press("f4")
        assert user.screen.splitlines()[0].startswith(" Kommuner och nämnder")
        assert "Kommuner (2)" in user.screen
        assert "SN Socialnämnden 10 2 2026-02-25 ✓ finns" in user.words
        assert "· till 2023-12-31, → SN" in user.words
        await user.press("end", "j", "home", "enter")
        first = user.screen.splitlines()[0]
        assert "kommun" in first
        for heading in ("Revisorer och sakkunniga", "Nämndernas kommande sammanträden"):
            assert heading in user.screen
        await user.press("enter")
        assert "Öppna rekommendationer" in user.screen
        await user.press("escape", "escape", "escape")
        assert "Översikt" in user.screen.splitlines()[0]


async def test_committees_are_pasted_one_a_line(awaiting_store: Store, sit_down: Opened) -> None:
    async with sit_down(awaiting_store, ESKILSTUNA_DAY) as user:
        await user.press("f4", "n")
        await user.rush("'Kommunstyrelsen KS", "enter", "'Valnämnden (VN)", "enter", "'Teknik")
        assert "2 nämnder läggs upp: valnämnden (VN), Teknik." in user.words
        assert "Finns redan: kommunstyrelsen." in user.words
        await user.press("ctrl+s")
        assert "liknar inte" in user.words or "Teknik" in user.words
        assert "VN" not in abbreviations(awaiting_store)
        await user.rush(*["backspace"] * len("Teknik"))
        await user.press("ctrl+s")
        assert user.notices[-1] == "1 nämnd är upplagd."
        assert abbreviations(awaiting_store)[-1] == "VN"


async def test_a_merger_tells_what_moves_before_it_is_saved(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, ESKILSTUNA_DAY) as user:
        await user.press("f4", "slash")
        await user.type("nämnd:SOCN,VON")
        await user.press("enter", "space", "space", "b")
        await user.type("Omsorgs- och socialnämnden OSN")
        await user.press("enter")
        await user.type("2027-01-01")
        await user.pilot.pause(0.3)
        await user.settle()
        told = "7 öppna rekommendationer och 2 väntande svar flyttas till"
        assert told in user.words
        await user.press("ctrl+s")
        assert abbreviations(awaiting_store)[-1] == "OSN"
        assert "tar över efter" in user.notices[-1]
        heirs = {each.successor_id for _town, each in find.list_committees(awaiting_store)}
        assert len(heirs) == 2


async def test_a_person_and_a_word_of_ones_own_are_added_changed_and_removed(
    awaiting_store: Store, sit_down: Opened
) -> None:
    [town] = find.list_municipalities(awaiting_store)

    def people() -> list[tuple[str, date | None]]:
        seen = see_municipality(awaiting_store, town.id, ESKILSTUNA_DAY)
        return [(each.name, each.to_on) for each in seen.officeholders]

    def words() -> list[tuple[str, str]]:
        seen = see_municipality(awaiting_store, town.id, ESKILSTUNA_DAY)
        return [(each.code, each.text) for each in seen.labels]

    before = people()
    async with sit_down(awaiting_store, ESKILSTUNA_DAY) as user:
        await user.press("f4", "p")
        await user.type("Ada Provberg")
        await user.press("ctrl+s")
        assert ("Ada Provberg", None) in people()
        await user.press("slash")
        await user.type("provberg")
        await user.press("enter", "ä", "tab", "tab", "tab")
        await user.type("2024-12-31")
        await user.press("ctrl+s")
        assert ("Ada Provberg", date(2024, 12, 31)) in people()
        await user.press("delete", "enter")
        assert len(people()) == len(before) + 1
        await user.press("delete", "j")
        assert people() == before
        await user.press("slash", "escape", "home")

        await user.press("o", "right", "tab")
        await user.type("Till övervägande del")
        await user.press("ctrl+s")
        assert words() == [("mostly", "Till övervägande del")]
        await user.press("end", "enter", "tab", "end")
        await user.type("en")
        await user.press("ctrl+s")
        assert words() == [("mostly", "Till övervägande delen")]
        await user.press("delete", "j")
        assert words() == []


async def test_meetings_are_typed_and_read_in_after_a_trial(
    awaiting_store: Store, sit_down: Opened, tmp_path: Path
) -> None:
    def days() -> list[str]:
        [town] = find.list_municipalities(awaiting_store)
        seen = see_municipality(awaiting_store, town.id, ESKILSTUNA_DAY)
        return [each.held_on.isoformat() for each in seen.meetings]

    before = days()
    path = tmp_path / "kfn.ics"
    event = (
        "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:{text}\r\nEND:VEVENT\r\n"
    )
    events = event.format(n=1, day="20230512", text="KFN sammanträde")
    path.write_text(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n",
        encoding="utf-8",
        newline="",
    )
    async with sit_down(awaiting_store, ESKILSTUNA_DAY) as user:
        await user.press("f4", "m")
        await user.type("2023-04-18, 16/5")
        assert "2 sammanträden: 18 april 2023; 16 maj 2023." in user.words
        await user.press("ctrl+s")
        assert days() == sorted([*before, "2023-04-18", "2023-05-16"])
        await user.press("i")
        await user.type(str(path))
        await user.press("ctrl+s")
        assert "Nya: 1, ändrade: 0" in user.words
        await user.press("enter")
        assert "2023-05-12" not in days()
        await user.press("ctrl+s")
        assert "2023-05-12" in days()


async def test_a_municipality_is_set_up_in_three_steps(
    empty_store: Store, sit_down: Opened
) -> None:
    async with sit_down(empty_store, TODAY) as user:
        await user.press("f4")
        assert "Tryck N för att lägga upp en kommun" in user.words
        await user.press("N")
        await user.type("Ekby kommun")
        await user.press("ctrl+s")
        assert "steg 2 av 3" in user.screen
        await user.type("Nämnden för trivsel NFT")
        await user.press("tab", "space", "space", "ctrl+s")
        assert "steg 3 av 3" in user.screen
        await user.press("escape", "escape")
        assert "steg 1 av 3" in user.screen
        await user.press("ctrl+s", "ctrl+s")
        await user.type("Ada Provberg")
        await user.press("ctrl+s")
        assert "Ekby kommun är upplagd med 3 nämnder." in user.notices[-1]
    assert abbreviations(empty_store) == ["NFT", "KS", "KF"]
    [town] = find.list_municipalities(empty_store)
    [chair] = see_municipality(empty_store, town.id, TODAY).officeholders
    assert (town.abbreviation, chair.name) == ("EKB", "Ada Provberg")


async def test_an_action_of_the_screen_is_found_from_elsewhere(
    awaiting_store: Store, sit_down: Opened
) -> None:
    async with sit_down(awaiting_store, ESKILSTUNA_DAY) as user:
        await user.press("ctrl+p")
        await user.type("låt en nämnd ta över")
        await user.pilot.pause(0.3)
        await user.press("enter")
        await user.settle()
        assert "Eskilstuna kommun" in user.screen.splitlines()[0]
        assert user.notices[-1] == "Det görs här, med b, på den rad det gäller."
