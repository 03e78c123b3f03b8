"""What stands on the front of a paper, as many municipalities and firms would write it."""

from datetime import date

import pytest

from revtrack.domain.proposals.front.title_case import in_running_case
from revtrack.domain.proposals.one_paper import read_letter, read_report
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Dnr REV 2022/14", "REV 2022/14"),
        ("Vår beteckning: 2026/REV0022", "2026/REV0022"),
        ("Vårt diarienummer: 2019-REV-22", "2019-REV-22"),
        ("Dnr REV/2021/18", "REV/2021/18"),
        ("Diarienummer REV 2024-00012-3", "REV 2024-00012-3"),
        ("Ref: REV 2024/12", "REV 2024/12"),
        ("Dnr REV 2022.14", "REV 2022.14"),
        ("Dnr Rev/23/0007", "Rev/23/0007"),
        ("Diarienr 22REV31", "22REV31"),
        ("Dnr RK-REV 2022-0014", "RK-REV 2022-0014"),
        ("PM 2022-11-05", None),
        ("Diarienummer\nREV 2022-00014", "REV 2022-00014"),
        ("Nämndens plan har dnr BN 2019/77.", None),
        ("Diarienr 2019REV-41", "2019REV-41"),
        ("Ärendenr KomRev 2021:4-2", "KomRev 2021:4-2"),
        ("Ärende-id: 14/REV/2022", "14/REV/2022"),
        ("2022-05-04  REV-14/2022  Sida 1", "REV-14/2022"),
        ("| Datum | Diarienr | Sida |\n| 2022-05-04 | 2022/14 | 1/3 |", "2022/14"),
        ("| Datum | Vår beteckning | Er beteckning |\n| 2022-05-04 | | BN 2022/14 |", None),
        ("Er beteckning: BN 2022/14", None),
        ("Dnr 2022-05-04", None),
    ],
)
def test_the_number_of_a_letter(said: str, number: str | None) -> None:
    text = f"Revisorerna i Ekby kommun\n{said}\nTill: Byggnadsnämnden\nGranskning av bygglov"
    found = read_letter(written(text)).diary_number
    assert (found and found.value) == number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Ert dnr REV 2022/14", "REV 2022/14"),
        ("Er referens: LR 2014-0023", "LR 2014-0023"),
        ("BN 2022/140 (ert R 17/2022)", "R 17/2022"),
        (
            "Vi har fått er rapport (revisorernas dnr REV 25-0019) och svarar här.",
            "REV 25-0019",
        ),
        ("Dnr BN 2022/140", None),
        (
            "| Datum | Vår beteckning | Er beteckning |\n| 2022-05-04 | BN 2022/140 | KR 2022/8 |",
            "KR 2022/8",
        ),
        ("Vi har fått er skrivelse 2022-03-14.", None),
    ],
)
def test_the_auditors_number_in_a_reply(said: str, number: str | None) -> None:
    text = f"Byggnadsnämnden\n{said}\nTill revisorerna i Ekby kommun\nSvar på granskning av bygglov"
    found = propose(written(text)).diary_number
    assert (found and found.value) == number


@pytest.mark.parametrize(
    ("said", "town"),
    [
        ("REGION NORRLUND Protokollsutdrag", "Region Norrlund"),
        ("Region Norrlund PROTOKOLL\nRegion Norrlunds vård granskas.", "Region Norrlund"),
        ("Region Västra Älvlandet", "Region Västra Älvlandet"),
        ("Landstinget Norrlund", "Landstinget Norrlund"),
        ("Landstingets revisorer i Landstinget i Norrlund", "Landstinget i Norrlund"),
        ("IT-förbundet Fyra Älvars Data\nDirektionen", "IT-förbundet Fyra Älvars Data"),
        ("Gymnasieförbundet Tjurby–Granby", "Gymnasieförbundet Tjurby–Granby"),
        ("RÄDDNINGSTJÄNSTEN NEDRE ÅN\nKommunalförbund", "Räddningstjänsten Nedre Ån"),
        ("Till styrelsen för Samordningsförbundet Sjön", "Samordningsförbundet Sjön"),
        ("Revisionen i Granby\nGranby kommun. Listan förs av revisionen.", "Granby kommun"),
        ("Granby kommun\nKommunrevisorerna i Norr AB", "Granby kommun"),
        ("Lärarförbundet Granby\nGranby kommun", "Granby kommun"),
        (
            "Kommunalförbundet Åbygdens vatten och avlopp",
            "Kommunalförbundet Åbygdens vatten och avlopp",
        ),
        ("Revisorerna i Kommunalförbundet\nÅbygdens Vatten", "Kommunalförbundet Åbygdens Vatten"),
        (
            "Kommunalförbundet Räddningen i Västra Ådal",
            "Kommunalförbundet Räddningen i Västra Ådal",
        ),
        ("Åbygda gymnasieförbund", "Åbygda gymnasieförbund"),
        ("Gemensamt räddningsförbund", None),
    ],
)
def test_the_owner_of_a_paper(said: str, town: str | None) -> None:
    found = read_report(
        written(f"{said}\n# Granskning av dricksvatten\nVi har granskat.")
    ).municipality
    assert (found and found.value) == town


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            """Syftet är att bedöma om kommunstyrelsen och berörda nämnder mäter tiderna.
            Vi bedömer att kommunstyrelsen, byggnadsnämnden och socialnämnden gör det.""",
            ["Kommunstyrelsen", "Byggnadsnämnden", "Socialnämnden"],
        ),
        (
            """Syftet är att bedöma om byggnadsnämnden mäter tiderna.
            Granskningen omfattar också kommunstyrelsens uppsikt.""",
            ["Kommunstyrelsen", "Byggnadsnämnden"],
        ),
        ("Förstudien rör byggnadsnämnden.", ["Byggnadsnämnden"]),
        ("Berörd nämnd: Byggnadsnämnden", ["Byggnadsnämnden"]),
        ("Ansvarig för byggloven är byggnadsnämnden.", ["Byggnadsnämnden"]),
        ("Granskade verksamheter är byggnadsnämnden.", ["Byggnadsnämnden"]),
        (
            """# Metod och avgränsning
            Intervjuer har hållits med socialnämndens ordförande.
            # Syfte
            Syftet är att bedöma om byggnadsnämnden mäter tiderna.""",
            ["Byggnadsnämnden"],
        ),
        (
            """Lekmannarevisorerna i Ekby Bostäder AB har granskat det, som ägs av Ekby Hus AB.
            Vi bedömer att styrelsen följer sin plan.""",
            ["Ekby Bostäder AB"],
        ),
        ("Ekby Bostäder AB hyr ut lägenheter åt socialnämnden.", []),
    ],
)
def test_whom_a_report_examines(said: str, names: list[str]) -> None:
    found = read_report(written(f"# Granskning av handläggningen\nEkby kommun\n{said}")).committees
    assert sorted(each.value for each in found) == sorted(names)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Ekby kommun, 2024-05-02\n# Bakgrund\nPlanen är ny.", date(2024, 5, 2)),
        (
            """Planen är ny.
            Ekby den 2 maj 2024
            A. B.
            Bilaga: Förteckning över granskade dokument
            Gränsdragningslista 2023-03-01
            Rutin 2022-01-01""",
            date(2024, 5, 2),
        ),
        ("Planen är ny.\nEkby den 2 maj 2024\nKarlsro 2023-03-01", date(2024, 5, 2)),
        ("2024-05-02 | Norden Revision AB", date(2024, 5, 2)),
        ("| Datum | 2 maj 2024 |\n| Rapport | 3/2024 |", date(2024, 5, 2)),
        ("Byggnadsnämndens protokoll 2024-05-02", None),
    ],
)
def test_the_day_of_a_report(said: str, day: date | None) -> None:
    found = read_report(written(f"# Granskning av bygglov\nRevisorerna i Ekby kommun\n{said}"))
    assert (found.report_on and found.report_on.value) == day


@pytest.mark.parametrize(
    "said",
    [
        "Nämndens yttrande ska ha inkommit 2024-09-01.",
        "Vi vill att nämnden svarar oss. Sista dag är 2024-09-01.",
        "Svar till revisorerna: 2024-09-01",
        "Svaret bör vara revisorerna tillhanda 2024-09-01.",
        "| Datum | 2024-05-02 |\n| Svar senast | 2024-09-01 |",
    ],
)
def test_a_due_day_that_stands_apart_from_what_it_asks(said: str) -> None:
    found = read_letter(written(f"Till: Byggnadsnämnden\nGranskning av bygglov\n{said}")).due_on
    assert found is not None
    assert found.value == date(2024, 9, 1)


@pytest.mark.parametrize(
    "said",
    [
        "Nämnden ska lämna synpunkter senast den 15 mars.",
        "Svar har begärts till den 15 mars 2025.",
        "Nämnden ska svara till den 15 mars 2025.",
        "De vill senast den 15 mars 2025 veta hur nämnden ser på saken.",
    ],
)
def test_the_day_by_which_a_reply_was_asked_for(said: str) -> None:
    text = (
        f"Byggnadsnämnden\n2025-01-14\nTill revisorerna i Ekby kommun\nSvar på granskning\n{said}"
    )
    found = propose(written(text)).due_on
    assert (found and found.value) == date(2025, 3, 15)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Kopia för kännedom:\nKommunfullmäktige", ["Kommunfullmäktige"]),
        ("Kopia till kommunfullmäktige för kännedom", ["Kommunfullmäktige"]),
        ("Kommunfullmäktige (f.k.)", ["Kommunfullmäktige"]),
        ("Delges även kommunfullmäktige", ["Kommunfullmäktige"]),
        ("För kännedom: Ekby kommun, kommunfullmäktige", ["Kommunfullmäktige"]),
        ("Kopia: kommunfullmaktige@ekby.se", []),
    ],
)
def test_who_gets_a_copy(said: str, names: list[str]) -> None:
    text = f"Revisorerna i Ekby kommun\nTill byggnadsnämnden\n{said}\nGranskning av bygglov\nVi ber"
    assert [each.value for each in read_letter(written(text)).for_information] == names


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Revisorerna granskade 2024 hur tiderna mäts.", 2024),
        ("Revisorerna har granskat bygglov under år 2024.", 2024),
        ("Under 2024 granskade revisorerna bygglov.", 2024),
        ("Vi har läst den granskning av bygglov som revisorerna genomförde under 2024.", 2024),
        ("Revisorerna har granskat bygglov och begär svar senast den 2 mars 2025.", None),
        ("Revisorerna granskade 2019 samma sak.", None),
    ],
)
def test_the_year_that_a_reply_answers(said: str, year: int | None) -> None:
    text = (
        f"Byggnadsnämnden\n2025-01-14\nTill revisorerna i Ekby kommun\nSvar på granskning\n{said}"
    )
    found = propose(written(text)).audit_year
    assert (found and found.value) == year


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Revisorerna gav under 2024 Alm AB i uppdrag att granska bygglov.", 2024),
        ("Under våren 2024 har Alm AB på uppdrag av kommunens revisorer granskat bygglov.", 2024),
        ("Alm AB har hösten 2024 på uppdrag av revisorerna granskat bygglov.", 2024),
        ("Alm AB genomförde under 2024 på uppdrag av kommunrevisionen en granskning.", 2024),
        ("Kommunens revisorer lät under våren 2024 Alm AB granska bygglov.", 2024),
        ("Revisorerna har granskat bygglov och vill ha svar den 30 januari 2025.", None),
        ("Under 2024 har nämnden fått fler ärenden, vilket revisorerna har granskat.", None),
        ("Förvaltningen har under 2024 granskat alla ärenden.", None),
        ("Nämnden ska följa upp 2024 års plan.", None),
    ],
)
def test_the_year_of_an_audit_that_somebody_carried_out(said: str, year: int | None) -> None:
    text = (
        f"Byggnadsnämnden\n2025-01-14\nTill revisorerna i Ekby kommun\nSvar på granskning\n{said}"
    )
    found = propose(written(text)).audit_year
    assert (found and found.value) == year


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Revisionsrapport nr 6/2022: Trygghet på torget", "Trygghet på torget"),
        ("Revisionsrapport ”Språk i förskolan”", "Språk i förskolan"),
        ("Granskning av bygglov, rapport 3/2024", "Granskning av bygglov"),
        ("Remiss: granskning av bygglov", "Granskning av bygglov"),
        ("Svarsmatris – granskning av bygglov", "Granskning av bygglov"),
        ("Revisionsrapporten Trygghet på torget", "Trygghet på torget"),
        ("Trygghet på torget (rapport nr 1/2017)", "Trygghet på torget"),
        ("YTTRANDE 2024-11-26\nGranskning av bygglov", "Granskning av bygglov"),
        ("STADSREVISIONEN\nTrygghet på torget", "Trygghet på torget"),
        ("Återrapportering med anledning av granskning av bygglov", "Granskning av bygglov"),
        (
            "Granskning av bygglov\noch tillsyn av byggen",
            "Granskning av bygglov och tillsyn av byggen",
        ),
        ("Granskning av bygglov\nVi har granskat bygglov.", "Granskning av bygglov"),
        ("Granskning av bygglov – rapport 6/2021", "Granskning av bygglov"),
        (
            "Granskning av kort\nGranskning av kort och representation",
            "Granskning av kort och representation",
        ),
        ("Förstudie\n# Digitala vårdmöten i regionen", "Digitala vårdmöten i regionen"),
        ("Alm Granskning AB\nStöd till ideella föreningar", "Stöd till ideella föreningar"),
        ("Ämne: SV: Granskning av bygglov - påminnelse om svar", "Granskning av bygglov"),
        ("Svar på revisionsrapport 6/2019 om bygglov och tillsyn", "Bygglov och tillsyn"),
        ("Revisionsrapport om bygglov och tillsyn", "Bygglov och tillsyn"),
        ("Revisionsrapport Handläggning av bygglov", "Handläggning av bygglov"),
        ("Yttrande över revisionsrapport om bygglov i staden, nr 5/2021", "Bygglov i staden"),
        ("Granskning av bygglov April 2024", "Granskning av bygglov"),
        ("Angående förlängning av svarstiden, granskning av bygglov", "Granskning av bygglov"),
    ],
)
def test_the_title_of_a_report(head: str, title: str) -> None:
    text = (
        f"{head}\nEkby kommun\n# Bakgrund\nAlm Granskning AB har biträtt revisorerna i Ekby kommun."
    )
    found = read_report(written(text)).title
    assert (found and found.value) == title


@pytest.mark.parametrize(
    "said",
    [
        "Uppdraget har varit att pröva om nämnden handlägger rätt.",
        "Med granskningen har vi velat bedöma om nämnden handlägger rätt.",
        "Granskningen ska svara på om nämnden handlägger rätt.",
        "Vi har undersökt om nämnden handlägger rätt.",
        "Vi ville veta om nämnden handlägger rätt och i tid.",
        "Granskningen har gällt frågan om nämnden handlägger rätt.",
        "Vår fråga har varit huruvida nämnden handlägger rätt.",
        "Avsikten med denna uppföljning är att se om nämnden handlägger rätt.",
    ],
)
def test_a_purpose_that_is_not_called_so(said: str) -> None:
    text = f"# Granskning av bygglov\nRevisorerna i Ekby kommun\nLoven är många. {said} Vi läste."
    found = read_report(written(text)).purpose
    assert (found and found.value) == said


@pytest.mark.parametrize(
    ("said", "purpose"),
    [
        (
            "Granskningen har gjorts av Alm AB i vår i syfte att bedöma om nämnden gör rätt.",
            "bedöma om nämnden gör rätt.",
        ),
        (
            "Den övergripande revisionsfrågan är: Handlägger nämnden rätt?",
            "Handlägger nämnden rätt?",
        ),
        (
            "| Varför? | Loven är många. |\n| Syfte | Bedöma om nämnden handlägger bygglov rätt. |",
            "Bedöma om nämnden handlägger bygglov rätt.",
        ),
        (
            "# Syfte\nGranskningen ska bedöma\nom nämnden är snabb,\nom styrelsen har insyn.",
            "Granskningen ska bedöma om nämnden är snabb och om styrelsen har insyn",
        ),
        ("Alm AB fick i uppdrag att granska hur nämnden handlägger bygglov.", None),
        ("Vid granskningen gick det inte att se om nämnden handlägger rätt.", None),
        ("Vår bedömning är att det är oklart om nämnden handlägger rätt.", None),
        ("Vi har frågat de anställda om nämnden handlägger bygglov rätt.", None),
    ],
)
def test_a_purpose_in_its_own_words(said: str, purpose: str | None) -> None:
    found = read_report(written(f"# Granskning av bygglov\nEkby kommun\n{said}")).purpose
    assert (found and found.value) == purpose


@pytest.mark.parametrize(
    "said",
    [
        "I revisorernas riskanalys 2024 lyftes bygglov fram.",
        "Vi har valt att granska bygglov under 2024.",
        "Revisorerna har beslutat att under 2024 granska bygglov.",
        "Granskningen är avgränsad till 2024 och första halvåret 2025.",
        "I vår planering för 2024 finns granskningen med.",
        "Fördjupad granskning 2024",
        "Granskad period: 2024",
        "Vi har därför under 2024 granskat den interna kontrollen.",
        "Norden Revision AB fick våren 2024 i uppdrag av revisorerna att granska bygglov.",
        "Vi har på uppdrag av revisorerna under hösten 2024 granskat bygglov.",
        "Granskningen har genomförts mars–maj 2024.",
        "Intervjuer har hållits i april och maj 2024.",
        "Granskningen har avgränsats till att omfatta 2024.",
        "Granskningen avser ärenden som avslutades under 2024.",
        "Revisorerna beslutade i januari 2024 att granska bygglov.",
        "2024-05-02\nGranskningen är en del av årets revisionsplan.",
        "2024-05-02\nVi har i år valt att granska bygglov.",
    ],
)
def test_the_year_of_a_report(said: str) -> None:
    found = read_report(written(f"# Granskning av bygglov\nRevisorerna i Ekby kommun\n{said}"))
    assert found.audit_year is not None
    assert found.audit_year.value == 2024


@pytest.mark.parametrize(
    "said",
    [
        "2024-05-02",
        "2024-02-02\nGranskningen är en del av årets revisionsplan.",
        "Granskningen avser åren 2022–2024.",
        "Planen från 2024 är ny.",
        "Rapport nr 4, 2024",
        "Revisionsrapport 2024:06",
        "Rapport nr 4/24",
        "Rapport 2024-06-12 från förvaltningen",
        "Nämnden tog 2024 emot 40 ansökningar.",
    ],
)
def test_no_year_of_a_report(said: str) -> None:
    found = read_report(written(f"# Granskning av bygglov\nRevisorerna i Ekby kommun\n{said}"))
    assert found.audit_year is None


@pytest.mark.parametrize(
    "said",
    [
        "Till\nByggnadsnämnden",
        "Skickas till: Byggnadsnämnden",
        "Byggnadsnämnden, att.: ordföranden",
        "Byggnadsnämnden för yttrande\nKommunfullmäktige för kännedom",
        "| Till | Byggnadsnämnden |\n| Kopia | Kommunstyrelsen |",
    ],
)
def test_whom_a_letter_is_to(said: str) -> None:
    text = f"Ekby kommun\nRevisorerna\n{said}\nGranskning av bygglov\nSvara senast 2024-09-01."
    found = read_letter(written(text)).committees
    assert [each.value for each in found] == ["Byggnadsnämnden"]


@pytest.mark.parametrize(
    ("said", "firm"),
    [
        ("Granskningen gjordes av Hagman & Berg.", "Hagman & Berg"),
        ("Berglin & Lund har granskat hur orosanmälningar tas emot.", "Berglin & Lund"),
        ("Revisorerna gav under 2020 Silvberg Granskning AB i uppdrag att granska inköp.",
         "Silvberg Granskning AB"),
        ("Revisorerna har med hjälp av Frisks revisionsbyrå granskat inköp.",
         "Frisks revisionsbyrå"),
        ("Norrmo Revisorer har på vårt uppdrag granskat inköp.", "Norrmo Revisorer"),
        ("Kommunrevisorerna i Norr AB\ncertifierad revisor", "Kommunrevisorerna i Norr AB"),
        ("Kvills Revision & Råd har fått uppdraget.", "Kvills Revision & Råd"),
        ("Revisorerna har bett Folktandvården om svar på granskningen.", None),
        ("Stadsrevisionen i Granvik", None),
        ("Ekby kommuns revisorer har granskat inköp.", None),
        ("Kultur & Fritid har granskat sina inköp.", None),
    ],
)  # fmt: skip
def test_the_firm_that_has_helped(said: str, firm: str | None) -> None:
    found = read_report(written(f"# Granskning av inköp\nEkby kommun\n\n{said}")).firm
    assert (found and found.value) == firm


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("UPPFÖLJANDE GRANSKNING AV\nTILLSYN OCH TILLSTÅND",
         "Uppföljande granskning av tillsyn och tillstånd"),
        ("GRANSKNING AV NÄMNDENS TILLSYN AV MILJÖFARLIGA\nVERKSAMHETER",
         "Granskning av nämndens tillsyn av miljöfarliga verksamheter"),
        ("GRANSKNING AV TILLSYNEN\nEKBY KOMMUN", "Granskning av tillsynen"),
        ("Granskning av behörigheter\nGranskning genomförd av revisionskontoret",
         "Granskning av behörigheter"),
        ("Granskning av placerade barn\nSocialnämnden\n# Granskning av vården av placerade barn",
         "Granskning av vården av placerade barn"),
        ("Remiss från revisionen – granskning av inköp", "Granskning av inköp"),
        ("| Granskning | Säkerhet på lekplatser |\n| Svar senast | 2023-11-24 |",
         "Säkerhet på lekplatser"),
        ("# Fastighetsunderhåll\nRevisionsrapport", "Fastighetsunderhåll"),
        ("Svar på lekmannarevisorns granskning 2025: bolagets inköp av ved",
         "Bolagets inköp av ved"),
        ("Angående er granskning av inköp", "Granskning av inköp"),
        ("Granskning av inköp (RevK 2022/18)", "Granskning av inköp"),
        ("Granskning av inköp, MBN-2024-1377", "Granskning av inköp"),
        ("Granskning av inköp Ärendenr KS-2024/00391", "Granskning av inköp"),
        ("Granskning av inköp, svar till revisionen", "Granskning av inköp"),
    ],
)  # fmt: skip
def test_a_title_with_what_stands_around_it(head: str, title: str) -> None:
    text = f"{head}\n# 1 Inledning\nSyftet är att bedöma om inköp sker rätt."
    found = read_report(written(text)).title
    assert found is not None
    assert found.value == title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "GRANSKNING AV SKOLANS IT-SÄKERHET I EKHULT",
            "Granskning av skolans IT-säkerhet i Ekhult",
        ),
        ("GRANSKNING AV BROMS OCH LSS", "Granskning av BROMS och LSS"),
        ("Granskning av HVB och LSS", "Granskning av HVB och LSS"),
        ("GRANSKNING", "GRANSKNING"),
    ],
)
def test_a_title_in_capitals_is_written_as_in_running_text(title: str, expected: str) -> None:
    texts = [title, "I Ekhult används systemet BROMS av skolans personal.", "Skolans lokaler"]
    assert in_running_case(title, texts) == expected
