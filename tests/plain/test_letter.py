"""Nytt missiv in plain lines: the whole dialogue, word by word."""

from revtrack.services.watch import list_audits, list_due
from revtrack.storage.store import Store
from tests.conftest import TODAY
from tests.plain.conftest import Talk, after

MENU = """\
Huvudmeny.
1 Det som behöver mig nu
2 Granskningar
3 Nytt missiv
4 Ny granskning
5 Läs in svar, rapport eller missiv
6 Sök i alla granskningar
7 Agenda
8 Avstämning över alla granskningar
9 Kommuner och nämnder
10 Statistik
11 Historik över registret
12 Påminnelser
13 Paket till och från andra
14 Läs in en ärendefil eller arbetsbok
15 Registret som det såg ut en dag
16 Inställningar
"""
EMPTY = MENU.replace(
    "Huvudmeny.\n",
    "Huvudmeny.\nRegistret är tomt. Börja med ett missiv som har skickats, med en granskning, med "
    "kommunen och dess nämnder, eller läs in en fil.\n",
)
CHOOSE = "Välj 1 till 16, till exempel 1 (? hjälp, tom rad backar):"
ENTER = ""
SAVE = "Spara? ja, nej eller en fråga att besvara (Enter tar ja):"


def test_from_a_letter_to_who_has_not_answered_word_by_word(empty_store: Store, talk: Talk) -> None:
    said = talk(
        empty_store,
        "nytt missiv",
        "Nyköpings kommun",
        "Granskning av skolskjuts",
        "kommunstyrelsen, socialnämnden",
        "1/2",
        "20 mars",
        "ja",
        "1",
        "tillbaka",
        "sluta",
    )
    assert (
        said
        == f"""\
RevTrack, 16 februari 2026.
Rad för rad. ? talar om vad du kan svara.

{EMPTY}{CHOOSE} nytt missiv

Nytt missiv.
Kommun (till exempel Eskilstuna kommun): Nyköpings kommun
Titel (som på missivet): Granskning av skolskjuts
Mottagare (till exempel KS, GSN, KFN): kommunstyrelsen, socialnämnden
Missivets datum (till exempel 2022-12-01 eller 1/12): 1/2
Läst som söndag 1 februari 2026.
Svar senast (tomt: inget svar begärs) – Enter tar ”2026-05-04”: 20 mars
Läst som fredag 20 mars 2026.
Beteckning NYK-2026-1.
Nya nämnder läggs upp: kommunstyrelsen, socialnämnden.
Ny kommun läggs upp: Nyköpings kommun.
Mer kan anges: 6 Beteckning, 7 Granskningsår.
{SAVE} ja
NYK-2026-1 är registrerad. Svar senast 2026-03-20.

{MENU}{CHOOSE} 1

Det som behöver mig nu, det mest brådskande först.
1 Inväntar svar: Kommunstyrelsen, NYK-2026-1, svar senast 20 mars 2026, om 32 dagar, \
Nyköpings kommun.
2 Inväntar svar: Socialnämnden, NYK-2026-1, svar senast 20 mars 2026, om 32 dagar, \
Nyköpings kommun.
2 rader. Nummer, ändra med nummer, ta bort eller sök med ord (? hjälp, tom rad backar): tillbaka

Huvudmeny.
{CHOOSE} sluta
RevTrack är stängt.
"""
    )


def test_what_is_refused_is_asked_again_and_not_proposed(empty_store: Store, talk: Talk) -> None:
    answers = ("3", "Nyköpings kommun", "", "Skolskjuts", "KS, ja tack", "KS", "31/2", "1/2")
    said = talk(empty_store, *answers, "1/1 2026", "ja", "1/12", "ja", "sluta")
    assert (
        after(said, "Nyköpings kommun")
        == f"""\
Titel (som på missivet): {ENTER}
Fyll i det här fältet.
Titel (som på missivet): Skolskjuts
Mottagare (till exempel KS, GSN, KFN): KS, ja tack
Ingen nämnd är känd under detta namn, och det ser inte ut som namnet på en nämnd: ja tack. \
Kontrollera stavningen. Är namnet rätt skriver du det inom citattecken.
Mottagare (till exempel KS, GSN, KFN): KS
Missivets datum (till exempel 2022-12-01 eller 1/12): 31/2
31/2 finns inte i kalendern. Skriv till exempel 2023-03-20, 20/3, 20 mars, fredag eller om 3 \
veckor.
Missivets datum (till exempel 2022-12-01 eller 1/12): 1/2
Läst som söndag 1 februari 2026.
Svar senast (tomt: inget svar begärs) – Enter tar ”2026-05-04”: 1/1 2026
Läst som torsdag 1 januari 2026, helgdag.
Beteckning NYK-2026-1.
Nya nämnder läggs upp: kommunstyrelsen.
Ny kommun läggs upp: Nyköpings kommun.
Mer kan anges: 6 Beteckning, 7 Granskningsår.
{SAVE} ja
Sista svarsdag måste ligga efter missivets egen dag, 2026-02-01: kommunstyrelsen.
Missivets datum (till exempel 2022-12-01 eller 1/12) – Enter tar ”1/2”: 1/12
Läst som måndag 1 december 2025.
Beteckning NYK-2025-1.
Nya nämnder läggs upp: kommunstyrelsen.
Ny kommun läggs upp: Nyköpings kommun.
{SAVE} ja
NYK-2025-1 är registrerad. Svar senast 2026-01-01.

{MENU}{CHOOSE} sluta
RevTrack är stängt.
"""
    )
    (line,) = list_due(empty_store, TODAY)
    assert (line.audit, line.committee, line.days_late) == ("NYK-2025-1", "kommunstyrelsen", 46)


def test_input_that_ends_leaves_nothing_half_done(empty_store: Store, talk: Talk) -> None:
    said = talk(empty_store, "3", "Nyköpings kommun", "Skolskjuts", "KS", "1/2", "")
    assert said.endswith(f"{SAVE} \nRevTrack är stängt.\n")
    assert list_audits(empty_store, TODAY) == ()


def test_one_goes_back_to_a_question_and_out_of_the_form(empty_store: Store, talk: Talk) -> None:
    answers = ("3", "Nyköping", "Skolskjuts", "tillbaka", "tillbaka", "Nyköpings kommun", "")
    said = talk(empty_store, *answers, "KS", "avbryt", "sluta")
    assert (
        after(said, "Nyköping")
        == f"""\
Titel (som på missivet): Skolskjuts
Mottagare (till exempel KS, GSN, KFN): tillbaka
Titel (som på missivet) – Enter tar ”Skolskjuts”: tillbaka
Kommun (till exempel Eskilstuna kommun) – Enter tar ”Nyköping”: Nyköpings kommun
Titel (som på missivet) – Enter tar ”Skolskjuts”: {ENTER}
Mottagare (till exempel KS, GSN, KFN): KS
Missivets datum (till exempel 2022-12-01 eller 1/12): avbryt
Inget ändrades.

Huvudmeny.
{CHOOSE} sluta
RevTrack är stängt.
"""
    )
    assert list_audits(empty_store, TODAY) == ()


def test_saving_can_wait_for_another_answer_and_be_left(empty_store: Store, talk: Talk) -> None:
    form = ("3", "Nyköpings kommun", "Skolskjuts", "KS", "1/2", "-", "reviderad", "beteckn", "N-7")
    said = talk(empty_store, *form, "?", "nej", "sluta")
    assert (
        after(said, "-")
        == f"""\
Beteckning NYK-2026-1.
Nya nämnder läggs upp: kommunstyrelsen.
Ny kommun läggs upp: Nyköpings kommun.
Mer kan anges: 6 Beteckning, 7 Granskningsår.
{SAVE} reviderad
”reviderad” räcker inte för att veta vilken. Skriv ett nummer, eller fler av de första bokstäverna.
{SAVE} beteckn
Beteckning (föreslås) – Enter hoppar över: N-7
Nya nämnder läggs upp: kommunstyrelsen.
Ny kommun läggs upp: Nyköpings kommun.
{SAVE} ?
1 Kommun: Nyköpings kommun
2 Titel: Skolskjuts
3 Mottagare: KS
4 Missivets datum: 1/2
5 Svar senast: tomt
6 Beteckning: N-7
ja sparar, nej lämnar formuläret utan att något sparas. Namnet eller numret på en fråga ställer \
den igen, också de som räknas upp under Mer.
{SAVE} nej
Inget ändrades.

Huvudmeny.
{CHOOSE} sluta
RevTrack är stängt.
"""
    )
    assert list_audits(empty_store, TODAY) == ()
