"""The fields of forms to fill in."""

from revtrack.documents.fields.field import MUNICIPALITY, Field, block

RESPONSE_FORM = "svarsformular.docx"

FIELDS: dict[str, tuple[Field, ...]] = {
    RESPONSE_FORM: (
        MUNICIPALITY,
        Field("till", "Nämnden som formuläret är till", "Kultur- och fritidsnämnden"),
        Field("missiv", "Missivets dag", "2022-12-01"),
        Field("svar_senast", "Svarsdagen, om svar begärs", "2023-03-20"),
        Field("svarsadress", "Vart svaret skickas", "revisorerna i Eskilstuna kommun"),
        Field("rubrik", "Dokumentets rubrik", "Svarsformulär: Granskning av X"),
        block("anvisning", "Hur formuläret fylls i och skickas", "Numrerad lista"),
        block("beslut", "Nämndens beslut: dag, paragraf, diarienummer", "Rubrik och fält"),
        block(
            "rekommendationer",
            "Varje rekommendation med fält för svaret",
            "Rubriker, låst text och fält",
        ),
        block("ovrigt", "Svar utöver rekommendationerna", "Rubrik och fält"),
        Field("beteckning", "Formulärets beteckning, för den som frågar", "Svarsformulär 3f2a9c01"),
    ),
}
"""The fields of each template, in the order they stand there."""
