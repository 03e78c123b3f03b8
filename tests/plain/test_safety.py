"""Undo, reading only, other people's changes, hostile texts and English, in plain lines."""

from dataclasses import replace

from revtrack.domain.entries import LetterEntry
from revtrack.services.registering.new_letter import register_letter
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from revtrack.wording import use_language
from tests.conftest import TODAY
from tests.plain.conftest import Talk, after

HOSTILE = "\x1b[31m Röd\u202e ┌──┐ [red] \U0001f600 e\u0301 " + "x" * 10_000
LETTER = ("3", "Nyköpings kommun", "Skolskjuts", "KS", "1/2", "", "ja")


def test_a_change_is_read_before_it_is_undone_and_redone(empty_store: Store, talk: Talk) -> None:
    said = talk(empty_store, *LETTER, "ångra", "", "ångra", "ja", "gör om", "ja", "sluta")
    assert said.count("Gör det? Skriv ja; allt annat lämnar det som det är: \nInget ändrades.") == 1
    assert "Granskning togs bort: NYK-2026-1 (Skolskjuts).\n" in said
    assert "Granskning lades till: NYK-2026-1 (Skolskjuts).\n" in said
    assert "Ändringen är ångrad.\n" in said
    assert [each.title for each in list_audits(empty_store, TODAY)] == ["Skolskjuts"]


def test_nothing_is_asked_where_nothing_may_be_changed(eskilstuna_store: Store, talk: Talk) -> None:
    reading = replace(eskilstuna_store, is_read_only=True)
    said = talk(reading, "3", "ångra", "2", "1", "nya rev", "tillbaka", "tillbaka", "sluta")
    assert said.startswith("RevTrack, Endast läsning, 16 februari 2026.\n")
    assert said.count("Registret är öppnat enbart för läsning, så inget kan ändras.") == 3


def test_removing_asks_and_enter_never_says_yes(empty_store: Store, talk: Talk) -> None:
    audit = ("4", "Nyköpings kommun", "Skolskjuts", "KS", "", "", "ja")
    question = ("nya rev", "Är det bra?", ".", "ja", "frågor", "1", "ta bort", "")
    said = talk(empty_store, *audit, *question, "ta bort", "ja", "", "", "sluta")
    assert "Ta bort? Skriv ja; allt annat lämnar det som det är: \nInget ändrades.\n" in said
    assert said.count("Borttaget.") == 1


def test_what_somebody_else_has_changed_meanwhile_is_settled_field_by_field(
    empty_store: Store, talk: Talk
) -> None:
    register_letter(
        empty_store,
        LetterEntry.model_validate(
            {
                "municipality": "Nyköpings kommun",
                "title": "Skolskjuts",
                "recipients": "KS",
                "dated_on": "2026-02-01",
            }
        ),
        TODAY,
    )
    change = ("2", "1", "ändra granskningen")

    def meanwhile() -> None:
        talk(empty_store, *change, "titel", "Deras titel", "ja", "sluta")

    said = talk(empty_store, *change, "titel", "Min titel", meanwhile, "ja", "mitt", "ja", "sluta")
    assert "Det du ändrar har ändrats under tiden, av Test Person" in said
    assert (
        "Titel.\n1 mitt: Min titel\n2 den andras: Deras titel\n3 det som stod förut: Skolskjuts\n"
        "Vad ska stå? – Enter tar mitt: mitt\n" in said
    )
    assert [each.title for each in list_audits(empty_store, TODAY)] == ["Min titel"]


def test_no_byte_of_hostile_text_steers_the_terminal_or_draws(
    empty_store: Store, talk: Talk
) -> None:
    said = talk(
        empty_store, "3", "Nyköpings kommun", HOSTILE, "KS", "1/2", "", "ja", "2", "1", "sluta"
    )
    assert "┌" not in said
    assert "Röd" in said
    assert max(map(len, said.splitlines())) < 5_000


def test_the_dialogue_is_in_english_where_that_is_chosen(empty_store: Store, talk: Talk) -> None:
    use_language("en")
    said = talk(empty_store, "new letter", "Nyköpings kommun", "?", "cancel", "undo", "quit")
    assert (
        after(said, "new letter")
        == """
New letter.
Municipality (for example Eskilstuna kommun): Nyköpings kommun
Title (as on the letter): ?
Write the answer and press Enter. Enter alone takes what stands there already, or leaves the \
answer out. - empties it. back goes to the question before, cancel leaves the form with nothing \
saved.
Title (as on the letter): cancel
Nothing was changed.

Main menu.
Choose 1 to 16, for example 1 (? help, empty line: back): undo
There is nothing of yours to undo.
Choose 1 to 16, for example 1 (? help, empty line: back): quit
RevTrack is closed.
"""
    )
