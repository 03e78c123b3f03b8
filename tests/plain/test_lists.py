"""Long lists in pages, found by words and by fields, each row a sentence."""

import re
from datetime import date, datetime

from revtrack.domain.days.local_time import HERE
from revtrack.services.history import list_history
from revtrack.services.saved_views import list_views
from revtrack.storage.store import Store
from tests.plain.conftest import Talk, after


def test_a_long_list_is_read_in_pages_of_twenty(demo_store: Store, talk: Talk) -> None:
    said = talk(demo_store, "1", "nästa", "nästa", "föregående", "tillbaka", "sluta")
    rows = "Rad 1 till 20 av 23. Nummer, nästa, föregående, sök med ord, ändra med nummer eller "
    assert said.count(rows) == 2
    second = after(said.partition("Rad 21 till 23")[0], "nästa")
    assert [line.partition(" ")[0] for line in second.strip().splitlines()[1:]] == [
        "21",
        "22",
        "23",
    ]


def test_rows_are_found_by_fields_and_words_in_the_filter_language(
    demo_store: Store, talk: Talk
) -> None:
    said = talk(demo_store, "1", "sök nämnd:SN försenad", "sök nmnd:SN", "sök", "tillbaka", "sluta")
    assert (
        after(said.partition("sök nmnd:SN")[0], "sök nämnd:SN försenad")
        == """
Det som behöver mig nu, det mest brådskande först.
2 rader passar ”nämnd:SN försenad”.
1 Försenade: Socialnämnden, ALV-2025-1, svar senast 16 januari 2026, 31 dagar sent, 4 \
rekommendationer obesvarade, Älvsunda kommun.
2 Försenade: Socialnämnden, ALV-2025-2, svar senast 11 februari 2026, 5 dagar sent, 2 \
rekommendationer obesvarade, Älvsunda kommun.
2 rader. Nummer, ändra med nummer, ta bort eller sök med ord (? hjälp, tom rad backar): """
    )
    assert "Det finns inget fält som heter nmnd." in said
    assert said.count("Rad 1 till 20 av 23.") == 2


def test_all_recommendations_are_searched_and_one_is_opened(demo_store: Store, talk: Talk) -> None:
    said = talk(demo_store, "sök", "1", "nämnd:BUN försenad", "1", "", "", "", "sluta")
    assert "\nRekommendationer som passar ”nämnd:BUN försenad”.\n1 R" in said
    assert "barn- och utbildningsnämnden, ALV-2025-1," in after(said, "nämnd:BUN försenad")
    assert "\nI missivet: " in after(said, "1")


def test_a_committee_is_read_over_all_audits(demo_store: Store, talk: Talk) -> None:
    said = talk(demo_store, "kommuner", "Älvsunda", "nämnder", "social", "vad nämnden", "", "sluta")
    told = after(said, "vad nämnden")
    assert (
        "\nSocialnämnden, alla granskningar.\n1 Inväntar svar: Socialnämnden, ALV-2025-1," in told
    )
    assert "Sista nämnd före svarsdag" in told
    assert "Sammanträde: 25 februari 2026, nämnd, handlingar senast 10 februari 2026." in told


def test_statistics_are_sentences(demo_store: Store, talk: Talk) -> None:
    said = talk(demo_store, "statistik", "Älvsunda", "sluta")
    (line,) = [each for each in said.splitlines() if each.startswith("1 Alla, ")]
    assert "framförda" in line
    assert line.endswith("procent av de bedömda.")


def test_letters_that_begin_several_rows_are_asked_again(demo_store: Store, talk: Talk) -> None:
    said = talk(demo_store, "n", "99", "ny g", "avbryt", "sluta")
    assert "”n” passar in på flera. Skriv numret, eller fler bokstäver.\n" in said
    assert "”99” är ingen av dem. Skriv ett nummer eller de första bokstäverna.\n" in said
    assert "\nNy granskning.\nKommun" in said


def test_several_rows_are_changed_in_one_wish_after_they_have_been_read(
    demo_store: Store, talk: Talk
) -> None:
    rows = ("sök i", "rek", "öppen nämnd:KS granskning:ALV-2025-1")
    change = ("ändra 1-9", "ändra 1-2", "prio", "låg", "ja", "ändra alla", "ansvarig", "X", "nej")
    said = talk(demo_store, *rows, *change, "", "", "", "ångra", "ja", "sluta")
    assert "Skriv vilka rader, med nummer från 1 till 3: 1, 3-5 eller alla.\n" in said
    assert (
        "2 rader ändras.\nALV-2025-1, R1, Hög blir Låg.\nALV-2025-1, R2, Hög blir Låg.\nGör det? "
        "Skriv ja; allt annat lämnar det som det är: ja\n2 rader är ändrade. Skriv ångra för att "
        "ta tillbaka alla.\n" in said
    )
    assert "Inget ändrades.\n" in after(said, "nej")
    assert "ångras: 2 ändringar." in said
    assert "Ändringen är ångrad.\n" in said


def test_texts_are_searched_and_a_filter_is_saved_recalled_and_removed(
    demo_store: Store, talk: Talk
) -> None:
    search = ("sök i", "texter", "rutin", "spara", "Rutiner", "", "", "", "sparade", "1", "läs")
    said = talk(demo_store, *search, "", "ta bort", "", "ta bort", "ja", "", "sluta")
    assert "\nTexter med ”rutin”.\n1 " in said
    assert said.count("\nTexter med ”rutin”.\n1 ") == 2
    assert "Ta bort? Skriv ja; allt annat lämnar det som det är: \nInget ändrades.\n" in said
    assert said.count("Vyn Rutiner är borttagen.\n") == 1
    assert list_views(demo_store) == ()


def test_figures_are_of_what_is_asked_and_read_what_they_count(
    demo_store: Store, talk: Talk
) -> None:
    said = talk(demo_store, "statistik", "räkna nämnd:BUN", "1", "", "räkna nmnd:KS", "", "sluta")
    assert "Det som passar ”nämnd:BUN” räknas.\n" in said
    counted = said.partition("räkna nämnd:BUN")[2].partition("räkna nmnd")[0]
    (total,) = set(re.findall(r"^1 Alla, (\d+) framförda", counted, re.MULTILINE))
    assert f"\n2 Barn- och utbildningsnämnden, {total} framförda" in counted
    behind = after(counted, "1")
    assert behind.count(" till barn- och utbildningsnämnden, ") == int(total)
    assert "Det finns inget fält som heter nmnd." in said


def test_the_register_is_read_as_it_stood_and_nothing_is_changed_in_it(
    demo_store: Store, talk: Talk
) -> None:
    changed = datetime.fromisoformat(list_history(demo_store)[-1].at)
    day = changed.astimezone(HERE).date().isoformat()
    back = ("registret som", "1/1 1990", day, "granskningar", "1", "nya rev", "", "", "", "sluta")
    said = talk(demo_store, *back, today=date.fromisoformat(day))
    assert "Inget var registrerat ännu den 1990-01-01." in said
    assert "Det här är registret som det såg ut, så inget kan ändras i det.\n" in said
    assert "Tillbaka till registret som det är nu.\n" in said
