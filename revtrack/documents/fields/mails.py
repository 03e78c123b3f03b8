"""The fields of the texts of mails."""

from revtrack.documents.fields.field import Field

REMINDER_MAIL = "paminnelse_mejl.txt"
PRESIDIUM_MAIL = "presidium_mejl.txt"
SUPPLEMENT_MAIL = "komplettering_mejl.txt"
EXTENSION_MAIL = "forlangning_mejl.txt"

MAIL_FIELDS: dict[str, tuple[Field, ...]] = {
    REMINDER_MAIL: (
        Field("amne", "Vad mejlet handlar om", "yttrande över granskningen av X"),
        Field("mottagare", "Nämnden", "kultur- och fritidsnämnden"),
        Field("bifogat", "Det bifogade brevets rubrik, om ett brev följer med", "Påminnelse om …"),
        Field("kommande", "Yttranden som önskas inom kort", "- Granskningen av X …"),
        Field("forsenade", "Yttranden vars dag har passerat", "- Granskningen av X …"),
        Field("beslutade", "Yttranden som är beslutade men inte inskickade", "- Granskningen …"),
        Field("kompletteras", "Yttranden som ska kompletteras", "- Granskningen av X …"),
        Field("tidigare", "Försenade yttranden som nämnden redan är påmind om", "- Granskningen …"),
        Field("svarsadress", "Vart yttrandet skickas, om något saknas", "revisionen@kommun.se"),
        Field("atgarder", "Åtgärder vars dag är nära eller har passerat utan besked", "- R3. …"),
        Field("beskedsadress", "Vart besked lämnas, om åtgärder tas upp", "revisionen@kommun.se"),
        Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun"),
    ),
    PRESIDIUM_MAIL: (
        Field("mottagare", "Fullmäktiges presidium", "kommunfullmäktiges presidium"),
        Field("bifogat", "Det bifogade brevets rubrik", "Uteblivet yttrande från …"),
        Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun"),
    ),
    SUPPLEMENT_MAIL: (
        Field("mottagare", "Nämnden", "kultur- och fritidsnämnden"),
        Field("granskning", "Granskningen i löpande text", "granskningen av X"),
        Field("svar", "Det som ska kompletteras", "yttrandet"),
        Field("senast", "Dagen då kompletteringen önskas, om den är satt", "senast den 12 maj …"),
        Field("bifogat", "Det bifogade brevets rubrik", "Begäran om komplettering av yttrande"),
        Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun"),
    ),
    EXTENSION_MAIL: (
        Field("mottagare", "Nämnden", "kultur- och fritidsnämnden"),
        Field("granskning", "Granskningen i löpande text", "granskningen av X"),
        Field("besked", "Vilken svarsdag som gäller", "Yttrandet önskas senast den 24 mars …"),
        Field("bifogat", "Det bifogade brevets rubrik", "Besked om förlängd svarstid"),
        Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun"),
    ),
}
"""The fields of each mail's text, in the order they stand there; a paragraph in which one of them
is empty is left out."""
