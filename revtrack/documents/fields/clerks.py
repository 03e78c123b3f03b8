"""The fields of the papers that a committee's clerk answers an audit with."""

from revtrack.documents.fields.field import MUNICIPALITY, TITLE, Field, block

OFFICIAL_MEMO = "tjansteskrivelse.docx"
DECISION_TEXT = "protokollsutdrag.docx"

_COMMITTEE = Field("namnd", "Nämnden, styrelsen eller bolaget", "Kultur- och fritidsnämnden")
_DIARY = Field("diarienummer", "Nämndens diarienummer, eller plats för det", "KFN/2023:41")
_MATTER = block(
    "arendebeskrivning",
    "Granskningen och rekommendationerna till nämnden, ordagrant ur missivet",
    "Rubrik, stycken, punktlista",
)
_SENT_TO = block("beslutet_skickas_till", "Vart beslutet skickas", "Rubrik, punktlista")
_PROPOSAL = block("forslag_till_beslut", "Förvaltningens förslag", "Rubrik, numrerad lista")

FIELDS: dict[str, tuple[Field, ...]] = {
    OFFICIAL_MEMO: (
        MUNICIPALITY,
        _COMMITTEE,
        Field("forvaltning", "Förvaltningen, om den är känd", "Kultur- och fritidsförvaltningen"),
        Field("datum", "Plats för tjänsteskrivelsens dag", "[Skriv datum]"),
        _DIARY,
        TITLE,
        _PROPOSAL,
        block("sammanfattning", "Ärendet i korthet", "Rubrik, stycken"),
        _MATTER,
        block(
            "yttrande",
            "En rubrik för varje rekommendation, med det som svaret bör ange",
            "Rubriker, punktlistor",
        ),
        block("finansiering", "Plats för kostnader och finansiering", "Rubrik, stycke"),
        block(
            "konsekvenser",
            "Plats för konsekvenser för hållbar utveckling och en effektiv organisation",
            "Rubrik, stycke",
        ),
        block("underskrifter", "Plats för de som skriver under", "Namn och funktion"),
        _SENT_TO,
    ),
    DECISION_TEXT: (
        MUNICIPALITY,
        _COMMITTEE,
        Field("sammantradesdag", "Sammanträdets dag, eller plats för den", "2023-03-14"),
        Field("paragraf", "Paragrafens nummer, eller plats för det", "§ 20"),
        _DIARY,
        TITLE,
        block("beslut", "Beslutet som det föreslås, eller plats för det fattade", "Rubrik, lista"),
        _MATTER,
        _PROPOSAL,
        block("yrkanden", "Plats för yrkanden", "Rubrik, stycke"),
        _SENT_TO,
    ),
}
"""The fields of each template, in the order they stand there."""
