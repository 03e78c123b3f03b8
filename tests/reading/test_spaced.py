"""Tables of a plain text whose columns are parted by nothing but spaces."""

import pytest

from tests.reading.test_cleaning import told


def test_cells_that_go_on_over_lines_are_whole_and_every_row_keeps_its_columns() -> None:
    assert told(
        """
Nr   Rekommendation                     Mottagare              Följs upp
1    Ta fram en gemensam modell för     Kommunstyrelsen        2026
     riskbedömning
2    Utbilda nämndernas presidier       Bygg- och              2027
                                        miljönämnden
3    Inför rutiner för tester av larm   Omsorgsnämnden
"""
    ) == [
        "Nr | Rekommendation | Mottagare | Följs upp",
        "1 | Ta fram en gemensam modell för riskbedömning | Kommunstyrelsen | 2026",
        "2 | Utbilda nämndernas presidier | Bygg- och miljönämnden | 2027",
        "3 | Inför rutiner för tester av larm | Omsorgsnämnden | ",
    ]


def test_rows_without_numbers_begin_where_a_cell_begins_anew() -> None:
    assert told(
        """
Svaret lämnas i tabellen.

Rekommendation                    Nämndens svar                         Tidplan
Utbilda alla beställare i         Instämmer. En utbildning kommer att   Våren 2020
kommunens ramavtal                ges till samtliga beställare.
Centralisera alla                 Instämmer inte. Verksamheterna        -
direktupphandlingar till          behöver kunna göra mindre inköp
inköpsenheten                     själva.
Införa ett digitalt system        Pågår.                                2021

Tidigare behandling
Arbetsutskottet har den 28 januari 2020 föreslagit att svaret lämnas till revisorerna.
"""
    ) == [
        "paragraph: Svaret lämnas i tabellen.",
        "Rekommendation | Nämndens svar | Tidplan",
        (
            "Utbilda alla beställare i kommunens ramavtal"
            " | Instämmer. En utbildning kommer att ges till samtliga beställare. | Våren 2020"
        ),
        (
            "Centralisera alla direktupphandlingar till inköpsenheten"
            " | Instämmer inte. Verksamheterna behöver kunna göra mindre inköp själva. | -"
        ),
        "Införa ett digitalt system | Pågår. | 2021",
        "paragraph: Tidigare behandling",
        (
            "paragraph: Arbetsutskottet har den 28 januari 2020 föreslagit att svaret lämnas till"
            " revisorerna."
        ),
    ]


def test_a_heading_across_the_columns_stands_over_the_rows_below_it() -> None:
    assert told(
        """
Rekommendation                            Nämnd                    Status
------------------------------------------------------------------------------
Granskning av intern kontroll 2023
Ta fram en modell för riskbedömning       Kommunstyrelsen          Pågår
Utbilda presidierna i nämnder och         Kommunstyrelsen,         Ej påbörjad
styrelse om intern kontroll               socialnämnden
Granskning av trygghetslarm 2024
Säkerställ att larm besvaras              Omsorgsnämnden           Klar
"""
    ) == [
        "Rekommendation | Nämnd | Status",
        " | ".join(["Granskning av intern kontroll 2023"] * 3),
        "Ta fram en modell för riskbedömning | Kommunstyrelsen | Pågår",
        (
            "Utbilda presidierna i nämnder och styrelse om intern kontroll"
            " | Kommunstyrelsen, socialnämnden | Ej påbörjad"
        ),
        " | ".join(["Granskning av trygghetslarm 2024"] * 3),
        "Säkerställ att larm besvaras | Omsorgsnämnden | Klar",
    ]


def test_a_table_goes_on_over_the_end_of_a_page() -> None:
    page = "Ekeby kommun                  PROTOKOLL                     {} (2)\n"
    assert told(
        page.format(1)
        + """
  Nr   Rekommendation                       Svar                                 När

   1   Anta en plan för arkiv som omfattar  Nämnden instämmer. En plan tas       2025
       alla förvaltningar                   fram.

   2   Utbilda personal                     Nämnden delar inte uppfattningen.    -
"""
        + page.format(2)
        + """
       som arbetar med arkiv

  10   Redovisa kostnader                   Nämnden avstår från att svara.       -
"""
    ) == [
        "Nr | Rekommendation | Svar | När",
        (
            "1 | Anta en plan för arkiv som omfattar alla förvaltningar"
            " | Nämnden instämmer. En plan tas fram. | 2025"
        ),
        "2 | Utbilda personal som arbetar med arkiv | Nämnden delar inte uppfattningen. | -",
        "10 | Redovisa kostnader | Nämnden avstår från att svara. | -",
    ]


@pytest.mark.parametrize(
    "text",
    [
        """
Lindhaga kommun               SAMMANTRÄDESPROTOKOLL
Socialnämnden                 2022-09-14
Protokollsutdrag              Sida 3
""",
        """
Ordförande                    Vice ordförande
A. B.                         C. D.
Lindhaga kommun               Lindhaga kommun
""",
        """
Datum              Vår beteckning         Er beteckning
2025-03-24         PAN/25/0006            REV/24/0031
""",
        """
Innehåll                          Sida

Inledning                           1
Bakgrund och syfte                  3
Bedömning av nämndens svar          5
""",
        """
Beslutsdatum:   2023-07-03
Diarienummer:   MBN-2023-411
Delegat:        Miljö- och byggnadsnämndens ordförande
Ärende:         Svar till kommunens revisorer om tillsyn
""",
        """
Beslutande       A. B. (S), ordförande
                 C. D. (M)
Övriga           E. F., nämndsekreterare
                 G. H., förvaltningschef
""",
        """
Kommunstyrelsen        Nämnden antog planen i maj och har följt den sedan dess, säger den
som svarat             på frågorna. Någon annan uppföljning har inte gjorts under året.
""",
    ],
)
def test_heads_of_letters_signatures_and_contents_are_no_tables(text: str) -> None:
    assert not any(" | " in line for line in told(text))


def test_one_tab_parts_two_cells_also_where_one_is_empty() -> None:
    assert told(
        "År\tRekommendation\tTill\tBesvarad\tStatus\n"
        "2022\tMät matsvinnet\tServicenämnden\t\tklar\n"
        "2023\tTydliggör ansvaret\tOmsorgsnämnden\t\t\n"
    ) == [
        "År | Rekommendation | Till | Besvarad | Status",
        "2022 | Mät matsvinnet | Servicenämnden |  | klar",
        "2023 | Tydliggör ansvaret | Omsorgsnämnden |  | ",
    ]


def test_a_report_told_across_the_columns_heads_rows_numbered_by_year() -> None:
    assert told("""
Nr       Rekommendation                            Riktad till       Färg
-------  ----------------------------------------  ----------------  -----

Rapport 2/2017. Inhyrd personal

2017-1   Sätt upp delmål för hur beroendet av      Regionstyrelsen   GUL
         inhyrda ska minska
2017-2   Samordna beställningarna                  Patientnämnden    GRÖN

Rapport 1/2018: Bidrag

2018-1   Utvärdera effekterna av bidragen          Regionstyrelsen   RÖD
""") == [
        "Nr | Rekommendation | Riktad till | Färg",
        " | ".join(["Rapport 2/2017. Inhyrd personal"] * 4),
        "2017-1 | Sätt upp delmål för hur beroendet av inhyrda ska minska | Regionstyrelsen | GUL",
        "2017-2 | Samordna beställningarna | Patientnämnden | GRÖN",
        " | ".join(["Rapport 1/2018: Bidrag"] * 4),
        "2018-1 | Utvärdera effekterna av bidragen | Regionstyrelsen | RÖD",
    ]


def test_a_name_that_ran_into_the_empty_cell_beside_it_is_parted() -> None:
    assert told(
        "| Nr | Rekommendation | Ansvarig | Färg |\n"
        "| 1 | Mät matsvinnet | KollektivtrafiknämndenGrön | |\n"
        "| 2 | Tydliggör ansvaret | Överförmyndarnämnden2025-12-18 | |\n"
        "| 3 | Räkna bilarna | Servicenämnden | |\n"
    )[1:] == [
        "1 | Mät matsvinnet | Kollektivtrafiknämnden | Grön",
        "2 | Tydliggör ansvaret | Överförmyndarnämnden | 2025-12-18",
        "3 | Räkna bilarna | Servicenämnden | ",
    ]


def test_cells_that_semicolons_part_are_a_table_below_short_headings() -> None:
    assert told(
        """
Lämnade rekommendationer, utdrag ur registret

Nr; Granskning; Rekommendation; Mottagare
1; Inköp 2022; Anta en policy för inköp; Kommunstyrelsen
2; Inköp 2022; Utbilda beställarna; Kommunstyrelsen
3; Familjehem 2023; Pröva avtalen mot lagen;
"""
    ) == [
        "heading: Lämnade rekommendationer, utdrag ur registret",
        "Nr | Granskning | Rekommendation | Mottagare",
        "1 | Inköp 2022 | Anta en policy för inköp | Kommunstyrelsen",
        "2 | Inköp 2022 | Utbilda beställarna | Kommunstyrelsen",
        "3 | Familjehem 2023 | Pröva avtalen mot lagen | ",
    ]


def test_sentences_with_semicolons_are_no_table() -> None:
    assert told(
        """
Nämnden har infört en rutin för kontroll; den följs upp varje år; resultatet redovisas.
Personalen har utbildats i rutinen; alla har deltagit i utbildningen; det är bra.
Avvikelser rapporteras till nämnden varje månad; de minskar i antal; orsakerna är kända.
"""
    )[0].startswith("paragraph: Nämnden har infört")
