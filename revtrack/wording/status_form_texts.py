"""What stands in a status form, in Swedish: labels and hints.

Documents write them and reading knows them again, so they have one home. A hint that is changed
stays among the old ones, since a form may come back much later.
"""

from collections.abc import Mapping

from revtrack.domain.replies.form_fields import StatusField

STATUS_REQUEST = "Begäran om lägesbeskrivning"
"""What the letter is called that the form goes with, also in its file's name."""
STATUS_FORM = "Lägesformulär"
"""What the form is called, also in its file's name."""

LABELS: Mapping[StatusField, str] = {
    StatusField.REPORTED_ON: "Läget gäller den",
    StatusField.PROGRESS: "Läge i dag",
    StatusField.DONE: "Vad har gjorts sedan svaret?",
    StatusField.DUE: "Klart, eller klart senast",
    StatusField.REMAINS: "Återstår",
    StatusField.COMMENT: "Kommentar",
}
"""What each field is called in the form."""

DONE_SINCE_ASKED = "Vad har gjorts sedan rekommendationen lämnades?"
"""What is asked where no reply has come, be it that none was asked for."""

DONE_ON, DUE_BY = "Klart", "Klart senast"
"""What stands in a progress report before the day that the form gives."""

HINTS: Mapping[StatusField, str] = {
    StatusField.REPORTED_ON: "Välj eller skriv dag",
    StatusField.PROGRESS: "Välj läge",
    StatusField.DONE: "Skriv vad som har gjorts",
    StatusField.DUE: "Välj eller skriv dag, eller skriv år och månad",
    StatusField.REMAINS: "Skriv vad som återstår",
    StatusField.COMMENT: "Skriv hur effekten följs upp, beslut som bifogas eller annat av vikt",
}
"""What stands in a field until somebody fills it in."""
