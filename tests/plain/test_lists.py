"""Long lists in pages, found by words and by fields, each row a sentence."""

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
