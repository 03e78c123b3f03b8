"""What stands in an answer form, in Swedish: labels and hints.

Documents write them and reading knows them again, so they have one home. A form that was made by an
earlier version may come back years later: a hint that is changed stays among the old ones.
"""

from collections.abc import Mapping

from revtrack.domain.replies.form_fields import FormField

LABELS: Mapping[FormField, str] = {
    FormField.DECIDED_ON: "Sammanträdesdag",
    FormField.PARAGRAPH: "Paragraf (§)",
    FormField.DIARY_NUMBER: "Diarienummer",
    FormField.DECIDED_BY: "Beslutat av",
    FormField.TEXT: "Svar i övrigt",
    FormField.POSITION: "Ställningstagande",
    FormField.PROGRESS: "Läge i dag",
    FormField.COMMENT: "Kommentar",
    FormField.ACTION: "Åtgärd",
    FormField.RESPONSIBLE: "Ansvarig",
    FormField.DUE: "Klart senast",
}
"""What each field is called in the form."""

HINTS: Mapping[FormField, str] = {
    FormField.DECIDED_ON: "Välj eller skriv dag",
    FormField.PARAGRAPH: "Skriv paragrafens nummer",
    FormField.DIARY_NUMBER: "Skriv diarienummer",
    FormField.DECIDED_BY: "Fyll i om ett annat organ har beslutat",
    FormField.TEXT: "Skriv här, om det finns något att tillägga",
    FormField.POSITION: "Välj ställningstagande",
    FormField.PROGRESS: "Välj läge",
    FormField.COMMENT: "Skriv skälen om ingen åtgärd planeras, eller annat av vikt",
    FormField.ACTION: "Skriv åtgärd",
    FormField.RESPONSIBLE: "Skriv funktion",
    FormField.DUE: "Välj eller skriv",
}
"""What stands in a field of a Word form until somebody fills it in."""

OFFICE_HINTS = (
    "Klicka eller tryck här för att ange text.",
    "Klicka eller tryck här för att ange datum.",
    "Klicka här för att ange text.",
    "Klicka här för att ange datum.",
    "Välj ett objekt.",
    "Click or tap here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter text.",
    "Click here to enter a date.",
    "Choose an item.",
)
"""What Word itself puts into a field that was emptied."""

ANSWERS_SHEET, KEY_SHEET = "Svar", "nyckel"
"""The sheets of a workbook: what is filled in, and the ids, which no menu shows."""
KEY_LABEL = "nyckel"
NUMBER = "Nr"
RECOMMENDATION, QUESTION = "Rekommendation", "Fråga"
"""What is above the wordings that are answered."""
MORE_ACTIONS = "Fler åtgärder (vid behov)"
OTHERWISE = "Övrigt"
