"""Fills in a status form in LibreOffice as a clerk does: clicks into each field and types.

Run by hand, from the folder of the project, with the Python that LibreOffice brings, to make the
file that the tests read, from the form that ``test_status_forms.py`` makes for ÄBAB:

    /usr/bin/python3 -m tests.services.forms.fill_status_form made.docx libreoffice_status.docx

Made with LibreOffice 7.4.7.
"""

import sys
import tempfile
from pathlib import Path

from tests.services.forms.fill_in_libreoffice import WRITER, Office, type_into

REPORTED_ON = "2026-03-02"
ANSWERS = (
    {
        "pr": "Genomförd",
        "gj": "Besiktningen är klar.\nRapporten är antagen & publicerad.",
        "kl": "2025-11-20",
    },
    {
        "pr": "Pågår",
        "gj": "Planer finns för två av tre områden.",
        "kl": "september 2026",
        "at": "Planen för centrum",
        "ko": "Styrelsen följer upp varje kvartal.",
    },
    {"pr": "Kommer inte att genomföras", "ko": "Styrelsen <anser> att den redan gör det."},
)
"""By recommendation in the form's order, what is typed into each field."""


def fill(office: Office, source: Path, target: Path) -> None:
    """Fill in the form in Writer; fail where a locked text could be changed."""
    document = office.open(source)
    names = [name for name in document.Bookmarks.ElementNames if name.startswith("RT_")]
    rows = list(dict.fromkeys(name[3:35] for name in names if not name.endswith("_ld")))
    typed = dict(zip(rows, ANSWERS, strict=True))
    for name in names:
        uid, code = name[3:35], name[36:]
        if code == "tx":
            before = document.Bookmarks.getByName(name).Anchor.String
            type_into(office, document, name, "LÅST")
            assert document.Bookmarks.getByName(name).Anchor.String == before
        elif text := REPORTED_ON if code == "ld" else typed[uid].get(code):
            type_into(office, document, name, text)
    office.save(document, target, WRITER)


def main(source: Path, target: Path) -> None:
    """Fill in the form and save it."""
    with tempfile.TemporaryDirectory() as profile:
        office = Office(profile)
        try:
            fill(office, source, target)
        finally:
            office.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
