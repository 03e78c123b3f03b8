"""The fields of the elected auditors' own papers."""

from revtrack.documents.fields import brief_columns as columns
from revtrack.documents.fields.field import DAY, MUNICIPALITY, STAMP, TITLE, Field, block

MEETING_BRIEF = "sammantradesunderlag.docx"
COMMITTEE_BRIEF = "namndunderlag.docx"
RISK_INPUT = "riskunderlag.docx"

_WORKING_MATERIAL = Field(
    "arbetsmaterial",
    "Att handlingen är revisorernas egen och inte publiceras",
    "Arbetsmaterial – revisorernas eget underlag",
)

FIELDS: dict[str, tuple[Field, ...]] = {
    MEETING_BRIEF: (
        MUNICIPALITY,
        _WORKING_MATERIAL,
        DAY,
        TITLE,
        Field(
            "inledning",
            "Från vilken dag det nya räknas, och hur många ärenden som väntar på beslut",
            "Underlaget tar upp sju ärenden att ta ställning till. …",
        ),
        block("nytt", "Vad som har hänt sedan förra sammanträdet", "Rubrik, punktlista"),
        block(
            "arenden",
            "Svar att bedöma, begärd svarstid, försenade svar, kompletteringar, granskningar att "
            "överlämna, att följa upp, utlovade åtgärder och att avsluta",
            "Rubriker, en tabell för varje",
            columns.AGENDA,
        ),
        STAMP,
    ),
    COMMITTEE_BRIEF: (
        MUNICIPALITY,
        _WORKING_MATERIAL,
        DAY,
        TITLE,
        Field(
            "inledning",
            "Hur många rekommendationer som är öppna, och hur gamla de är",
            "Kommunstyrelsen har nio öppna rekommendationer från två granskningar. …",
        ),
        block(
            "oversikt",
            "Granskningarna under åren, en rad för varje",
            "Tabell",
            columns.AUDITS,
        ),
        block("fragor", "Frågor att ställa till nämnden", "Rubrik, punktlista"),
        block("yttranden", "Svar som väntas, saknas eller ska bedömas", "Rubrik, punktlista"),
        block(
            "oppna_rekommendationer",
            "Öppna rekommendationer med svar, åtgärder och bedömning",
            "Rubriker, en tabell för varje granskning",
            columns.STILL_OPEN,
        ),
        block("upprepade", "Rekommendationer som har lämnats tidigare", "Rubrik, punktlista"),
        STAMP,
    ),
    RISK_INPUT: (
        MUNICIPALITY,
        _WORKING_MATERIAL,
        DAY,
        TITLE,
        Field(
            "inledning",
            "Hur mycket som kvarstår, räknat över alla granskningar",
            "Registret innehåller 31 öppna rekommendationer till sex mottagare. …",
        ),
        block(
            "oversikt",
            "Vad som kvarstår, en rad per nämnd",
            "Rubrik, tabell",
            columns.REMAINING,
        ),
        block("per_namnd", "Vad som kvarstår, per nämnd och område", "Rubriker, punktlistor"),
        block("upprepade", "Rekommendationer som har lämnats mer än en gång", "Rubrik, punktlista"),
        block("utan_oppna", "Nämnder utan öppna rekommendationer", "Rubrik, stycke"),
        STAMP,
    ),
}
"""The fields of each template, in the order they stand there."""
