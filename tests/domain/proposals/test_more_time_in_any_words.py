"""More time for a reply in the many words that letters, minutes and replies have for it."""

import pytest

from revtrack.domain.proposals.reading import propose
from revtrack.services.reading_in.as_json import as_json
from tests.domain.proposals.written import written

NEW = "den 9 juni 2023"
LETTER = """
    Norrvika kommun
    Revisorerna
    2023-04-19
    Till socialnämnden
    # Besked om anstånd
    Revisorerna överlämnade den 1 mars 2023 rapporten om placeringar med begäran om svar senast
    den 28 april 2023. Nämnden har bett om mer tid, då den nya chefen tillträder den 1 maj 2023.
    {said}
    För revisorerna
    A. B."""
REQUEST = """
    Norrvika kommun
    Socialnämnden
    2023-04-12
    Till kommunens revisorer
    # Svar på granskning av placeringar
    Revisorerna har i missiv den 1 mars 2023 begärt att socialnämnden svarar senast den 28 april
    2023. Nämnden sammanträder först den 31 maj 2023.
    {said}
    Med vänlig hälsning
    K. L.
    Nämndsekreterare"""
REPLY = """
    Socialnämnden
    Sammanträdesprotokoll 2023-05-31
    § 44 Svar på revisorernas granskning av placeringar
    Dnr 2023/118
    Beslut
    Socialnämnden godkänner svaret och överlämnar det till revisorerna.
    Ärendebeskrivning
    Revisorerna har granskat placeringar av barn och begärt svar senast den 28 april 2023.
    {said}
    Nämnden instämmer. Rutinen fastställs den 20 september 2023.
    Beslutet skickas till
    Revisorerna"""
GIVEN = (
    f"Vi har inget att invända mot att svaret lämnas senast {NEW}.",
    f"Ni får till {NEW} på er.",
    f"Svarstiden har utsträckts till {NEW}.",
    f"Begäran beviljas. Svaret emotses senast {NEW}.",
    f"Revisorerna accepterar den föreslagna tiden, {NEW}.",
    f"Revisorerna tillmötesgår nämndens önskemål och flyttar svarsdagen till {NEW}.",
    f"Revisorerna har ingen erinran mot den begärda förlängningen till {NEW}.",
    f"Jag kan meddela att revisorerna säger ja till att nämnden svarar senast {NEW}.",
    f"Vi kan inte vänta till den 30 juni 2023, men medger anstånd till {NEW}.",
    "Svarsdatum för nämnden är nu den 9 juni.",
)
ASKED = (
    f"Vi önskar lämna svaret {NEW} i stället för den 28 april 2023.",
    f"Finns det möjlighet att få svara senast {NEW}?",
    f"Vi skulle uppskatta att få till {NEW} på oss.",
    f"Nämnden kan lämna sitt svar tidigast {NEW} och ber om förlängd tid till dess.",
    f"Vi hoppas att revisorerna kan godta att svaret lämnas senast {NEW}.",
    f"Är det okej att nämndens svar kommer in senast {NEW}?",
    f"Kan svaret få vänta till {NEW}?",
    "Begäran avser förlängning från den 28 april till den 9 juni.",
)
TOLD = (
    f"Svarstiden gick ut den 28 april men har i samförstånd flyttats fram till {NEW}.",
    f"Med revisorernas medgivande lämnas svaret senast {NEW} i stället för den 28 april 2023.",
    f"Svar senast: {NEW} (anstånd beviljat, ursprungligen den 28 april).",
    f"Tiden för svar har efter ordförandens begäran utsträckts till {NEW}.",
    f"Nämnden begärde den 3 april 2023 anstånd, vilket revisorerna beviljade till {NEW}.",
    f"Revisorerna har senarelagt svarsdagen till {NEW}.",
)
REFUSED = (
    "Vi kan tyvärr inte tillmötesgå önskemålet om att få svara den 9 juni 2023.",
    "Begäran om förlängd svarstid till den 9 juni 2023 lämnas utan bifall.",
    "Något anstånd till den 9 juni 2023 kan inte medges.",
    "Vi anser inte att skälen räcker för anstånd till den 9 juni 2023. Ursprunglig dag gäller.",
    "Revisorerna vidhåller att svaret ska lämnas senast den 28 april och inte den 9 juni 2023.",
)
OF_OTHER = (
    "Länsstyrelsen har medgett nämnden anstånd till den 9 juni 2023 med energikartläggningen.",
    "Skolinspektionen har beviljat kommunen anstånd till den 9 juni 2023 att besvara kritiken.",
    "Leverantören har fått respit till den 9 juni 2023 med att rätta felen i systemet.",
    "Enkäten till brukarna förlängdes till den 9 juni 2023 för att fler svar skulle komma in.",
    "Tiden för genomförandet av den tredje åtgärden flyttas fram till den 9 juni 2023.",
    "Nämnden har begärt anstånd till den 9 juni 2023 men har inte fått något besked.",
)
CASES = [
    *((LETTER, said, "other", True) for said in GIVEN),
    *((REQUEST, said, "other", True) for said in ASKED),
    *((REPLY, said, "council_decision", True) for said in TOLD),
    *((LETTER, said, "other", False) for said in REFUSED),
    *((REPLY, said, "council_decision", False) for said in OF_OTHER),
]


@pytest.mark.parametrize(("frame", "said", "kind", "is_given"), CASES)
def test_more_time_is_read_in_many_words(
    frame: str, said: str, kind: str, *, is_given: bool
) -> None:
    read = as_json(propose(written(frame.format(said=said))))
    found = [(each["committee"], each["due_on"]) for each in read["extensions"]]
    assert read["document_type"] == kind
    assert found == ([("Socialnämnden", "2023-06-09")] if is_given else [])
