from datetime import date

import pytest

from revtrack.domain.proposals.one_paper import read_letter, read_report
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

REPORT = """
    Granskning av bygglov
    Revisionsrapport
    Ekby kommun
    Norden Revision AB
    2023-01-16
    # 1 Sammanfattning
    Norden Revision AB har av Ekby kommuns revisorer fått i uppdrag att granska bygglov.
    Uppdraget ingår i revisionsplanen för år 2022.
    # 2 Bakgrund
    Syftet med granskningen är att bedöma om byggnadsnämnden handlägger bygglov i rätt tid.
    Enligt beslut 2020-02-03, § 14, dnr BN/2019:77, ska tiderna mätas.
    Granskningen avser byggnadsnämnden.
"""
LETTER = """
    Till:
    Byggnadsnämnden
    Kommunstyrelsen
    För kännedom: Kommunfullmäktiges presidium
    Dnr REV 2022/14
    Revisorernas granskning av bygglov
    Vi har med stöd av Norden Revision granskat bygglov i Ekby kommun.
    Nämnden redovisade läget senast den 3 februari 2021.
    Vi önskar svar från byggnadsnämnden senast den 20 april 2023.
    Ekby den 19 januari 2023
    För revisorerna i Ekby kommun
    A. B.
    Ordförande
"""


def test_the_head_of_a_report() -> None:
    proposal = read_report(written(REPORT))
    found = {
        name: getattr(proposal, name).value
        for name in ("municipality", "title", "firm", "audit_year", "report_on", "purpose")
    }
    assert found == {
        "municipality": "Ekby kommun",
        "title": "Granskning av bygglov",
        "firm": "Norden Revision AB",
        "audit_year": 2022,
        "report_on": date(2023, 1, 16),
        "purpose": "Syftet med granskningen är att bedöma om byggnadsnämnden handlägger bygglov i "
        "rätt tid.",
    }
    assert proposal.diary_number is None
    assert proposal.due_on is None
    assert [each.value for each in proposal.committees] == ["Byggnadsnämnden"]


def test_the_head_of_a_letter() -> None:
    proposal = read_letter(written(LETTER))
    found = {
        name: getattr(proposal, name).value
        for name in ("municipality", "title", "firm", "diary_number", "letter_on", "due_on")
    }
    assert found == {
        "municipality": "Ekby kommun",
        "title": "Granskning av bygglov",
        "firm": "Norden Revision",
        "diary_number": "REV 2022/14",
        "letter_on": date(2023, 1, 19),
        "due_on": date(2023, 4, 20),
    }
    assert proposal.report_on is None
    assert [each.value for each in proposal.committees] == ["Byggnadsnämnden", "Kommunstyrelsen"]
    assert [each.value for each in proposal.for_information] == ["Kommunfullmäktiges presidium"]
    assert proposal.due_on is not None
    assert proposal.due_on.place.line == 9


@pytest.mark.parametrize(
    "words",
    [
        "Svar önskas senast 2023-04-20.",
        "Vi emotser yttrande senast torsdagen den 20 april 2023.",
        "Kommentarer ska ha inkommit senast den 20:e april 2023.",
    ],
)
def test_a_due_day_in_every_form(words: str) -> None:
    due = read_letter(written(f"Till: Byggnadsnämnden\nGranskning av bygglov\n{words}")).due_on
    assert due is not None
    assert due.value == date(2023, 4, 20)


def test_what_is_not_said_is_none() -> None:
    proposal = read_report(written("# Granskning\nVi har granskat något."))
    assert (proposal.municipality, proposal.firm, proposal.audit_year) == (None, None, None)
    assert (proposal.report_on, proposal.purpose, proposal.overall) == (None, None, None)
    assert (proposal.committees, proposal.questions, proposal.recommendations) == ((), (), ())


def test_a_file_of_a_letter_and_a_report_is_read_as_one_audit() -> None:
    letter = LETTER.replace(
        "Vi önskar",
        "Vi rekommenderar byggnadsnämnden att:\n- Mäta handläggningstiderna varje månad\nVi önskar",
    )
    report = (
        REPORT
        + """
    # 4 Rekommendationer
    Vi rekommenderar byggnadsnämnden att:
    - Mäta handläggningstiderna varje månad
    - Utse en ansvarig för uppföljningen av bygglov
    A. B., certifierad kommunal revisor
    """
    )
    proposal = propose(written(letter + report))
    told = [
        (each.number, each.text, each.letter_text, each.letter_committees)
        for each in proposal.recommendations
    ]
    assert proposal.kind == "bundle"
    assert told == [
        (
            "1",
            "Mäta handläggningstiderna varje månad",
            "Mäta handläggningstiderna varje månad",
            ("Byggnadsnämnden",),
        ),
        ("2", "Utse en ansvarig för uppföljningen av bygglov", None, None),
    ]
    assert [each.code for each in proposal.doubts] == ["due_day_of_some", "omitted_from_letter"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Svar önskas senast den 1 mars.", date(2024, 3, 1)),
        ("Svar önskas senast den 20 december.", date(2023, 12, 20)),
        ("Vi vill ha era svar senast sista februari 2024.", date(2024, 2, 29)),
        ("Vi önskar yttranden till vårt sammanträde den 19 januari 2024.", date(2024, 1, 19)),
        ("Sammanträdet hölls den 1 mars.", None),
    ],
)
def test_a_due_day_that_the_letters_own_day_tells(words: str, day: date | None) -> None:
    text = f"2023-12-12\nTill: Byggnadsnämnden\nGranskning av bygglov\n{words}"
    due = read_letter(written(text)).due_on
    assert (due and due.value) == day


def test_a_day_without_a_year_is_none_where_the_letter_has_no_day() -> None:
    text = "Till: Byggnadsnämnden\nGranskning av bygglov\nSvar önskas senast den 1 mars."
    assert read_letter(written(text)).due_on is None


@pytest.mark.parametrize(
    ("said", "firm"),
    [
        ("Revisorerna har uppdragit till Norden Revision att granska bygglov.", "Norden Revision"),
        ("Uppdraget har utförts av Norden Revision AB.", "Norden Revision AB"),
        ("Granskningen är gjord av A. B. och C. D., Norden Revision AB.", "Norden Revision AB"),
        ("Norden Revision har åt kommunens revisorer granskat bygglov.", "Norden Revision"),
        ("Revisorerna har anlitat konsultbolaget Norden & Co.", "Norden & Co"),
        ("Konsult: Norden Revision AB", "Norden Revision AB"),
        ("A. B., Norden Revision\nCertifierad kommunal revisor", "Norden Revision"),
        ("Havslund Revision har granskat hur tiderna mäts.", "Havslund Revision"),
        ("Holm & Säv Revision\nA. B., revisor", "Holm & Säv Revision"),
        ("Den rapport som Alm Revision har tagit fram visar det.", "Alm Revision"),
        ("Enligt Norr Revisions rapport mäts inga tider.", "Norr Revision"),
        ("Vi har fått hjälp av Revisionsbyrån Alm.", "Revisionsbyrån Alm"),
        ("Revisionshuset Alm", "Revisionshuset Alm"),
        ("Vi har fått hjälp av konsultbolaget Alm.", "Alm"),
        ("Fördjupad Granskning", None),
        ("Ekby Revision", None),
        ("Kommunens Revisorer", None),
        ("Ekby Energi AB har genomfört mätningar av tiderna.", None),
        ("Kommunen har anlitat Vägbygge Norr AB för att mäta tiderna.", None),
        ("Granskningen har gjorts av revisionskontoret.", None),
        ("Ekby Bostäder AB", None),
    ],
)
def test_a_firm_is_told_by_what_it_has_done_for_the_auditors(said: str, firm: str | None) -> None:
    text = f"# Granskning av bygglov\nRevisionsrapport\nRevisorerna i Ekby kommun\n{said}"
    found = read_report(written(text)).firm
    assert (found and found.value) == firm


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Granskningen avser verksamheten under 2022.", 2022),
        ("Revisorerna har för år 2022 beslutat att granska bygglov.", 2022),
        ("Granskningen hör till 2022 års revision och följer upp 2018 och 2019 års.", 2022),
        ("Bygglov granskades i planen för 2016. Nu ingår det i revisorernas plan för 2022.", 2022),
        ("Granskning av årsredovisning 2022", 2022),
        ("Revisionsår\n2022", 2022),
        ("Nämndens riskanalys för 2021 togs fram i maj.", None),
        ("Under verksamhetsåret 2021 fick 40 bygglov.", None),
        ("Granskningen omfattar åren 2019–2022.", None),
    ],
)
def test_the_year_that_is_audited_and_no_other(said: str, year: int | None) -> None:
    text = f"{said}\nRevisionsrapport\nRevisorerna i Ekby kommun\n2023-02-01"
    found = read_report(written(text)).audit_year
    assert (found and found.value) == year


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Vårt datum: 2023-01-19 1 (2)", date(2023, 1, 19)),
        ("Skickat: den 19 januari 2023 14:05", date(2023, 1, 19)),
        ("Beslutad vid revisorernas sammanträde 2023-01-19", date(2023, 1, 19)),
        ("Ekby den 19 januari 2023 för revisorerna", date(2023, 1, 19)),
        ("Skrivelsen antogs av revisorerna den 19 januari 2023.", date(2023, 1, 19)),
        ("Ink 2023-01-25", None),
        ("Till nämndens sammanträde 2023-02-20", None),
        ("Rapport daterad 2023-01-10 bifogas", None),
    ],
)
def test_the_letters_own_day_and_no_other(said: str, day: date | None) -> None:
    text = f"Revisorerna i Ekby kommun\nTill byggnadsnämnden\n{said}\n# Granskning av bygglov"
    found = read_letter(written(text)).letter_on
    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Rapporten fastställdes av regionens revisorer den 19 januari 2023", date(2023, 1, 19)),
        ("Version 1.0, 2023-01-19", date(2023, 1, 19)),
        ("Planen är antagen 2021-04-05.", None),
    ],
)
def test_the_reports_own_day_and_no_other(said: str, day: date | None) -> None:
    found = read_report(written(f"# Granskning av bygglov\nRevisionsrapport\n{said}")).report_on
    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        ("Kommunrevisionen i Ekby", "Ekby kommun"),
        ("STADSREVISIONEN I EKBY", "Ekby stad"),
        ("REGION EKLANDET", "Region Eklandet"),
        ("Räddningstjänstförbundet Ekdalen", "Räddningstjänstförbundet Ekdalen"),
        ("KOMMUNALFÖRBUNDET EKDALEN", "Kommunalförbundet Ekdalen"),
        ("Ekdalens gymnasieförbund", "Ekdalens gymnasieförbund"),
        ("Ekby kommunrevision", "Ekby kommun"),
        ("Granit Kommunrevision AB", None),
    ],
)
def test_whose_a_paper_is(head: str, owner: str | None) -> None:
    text = f"{head}\n# Granskning av bygglov\nRevisionsrapport\nRevisorerna har granskat bygglov."
    found = read_report(written(text)).municipality
    assert (found and found.value) == owner


def test_a_municipality_that_is_compared_with_is_not_whose_the_paper_is() -> None:
    others = "Granby kommun har prövat det. Enligt Granby kommun går det. Även Granby kommun vet."
    found = read_report(written(f"Ekby kommun\n# Granskning av bygglov\n{others}")).municipality
    assert found is not None
    assert found.value == "Ekby kommun"


@pytest.mark.parametrize(
    "said",
    [
        "I granskningen ingår kommunstyrelsen och byggnadsnämnden.",
        "Granskningen har skett hos kommunstyrelsen och byggnadsnämnden.",
        "Syftet är att granska kommunstyrelsen.\nDe utvalda nämnderna är byggnadsnämnden.",
    ],
)
def test_who_was_reviewed(said: str) -> None:
    text = f"# Granskning av bygglov\nRevisionsrapport\n{said}\nMiljönämnden har yttrat sig."
    found = sorted(each.value for each in read_report(written(text)).committees)
    assert found == ["Byggnadsnämnden", "Kommunstyrelsen"]
