"""Fills in an answer form in LibreOffice as a clerk does: clicks into each field and types.

Run by hand, with the Python that LibreOffice brings, to make the files that the tests read:

    revtrack --database r.db init
    revtrack --database r.db import sample_data/eskilstuna_2022_awaiting.json
    revtrack --database r.db form make ESK-2022-1 KFN --out made
    revtrack --database r.db form make ESK-2022-1 KFN --excel --out made
    /usr/bin/python3 tests/services/forms/fill_in_libreoffice.py made/….docx libreoffice.docx
    /usr/bin/python3 tests/services/forms/fill_in_libreoffice.py made/….xlsx libreoffice.xlsx

In Writer the text goes through the dispatcher, which refuses what the form's protection refuses a
person; the script fails where a locked text could be changed. Calc would ask in a dialog, so there
the cells' own protection is looked at. Made with LibreOffice 7.4.7.
"""

import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

DECISION = {"sd": "2023-03-21", "pa": "§ 38", "dn": "KFN/2023:41"}
OTHERWISE = "Nämnden tackar för granskningen & återkommer."
ANSWERS = (
    {
        "po": "Instämmer",
        "pr": "Planerad",
        "ko": "Planen tas fram med övriga nämnder.",
        "a1": "Ta fram ett förslag till plan",
        "r1": "Förvaltningschefen",
        "d1": "2023-09-30",
        "a2": "Besluta om planen",
        "r2": "Nämnden",
        "d2": "kvartal 4 2023",
    },
    {"po": "Instämmer delvis", "pr": "Pågår", "a1": "Gå igenom verksamheten", "d1": "juni 2023"},
    {"po": "Anser rekommendationen redan tillgodosedd", "pr": "Genomförd"},
    {
        "po": "Instämmer inte",
        "pr": "Kommer inte att genomföras",
        "ko": "Budgeten <2024> räcker inte.\nFrågan tas upp igen.",
    },
)
"""By recommendation in the form's order, what is typed into each field."""
LABELS = {
    "po": "Ställningstagande",
    "pr": "Läge i dag",
    "ko": "Kommentar",
    "a": "Åtgärd",
    "r": "Ansvarig",
    "d": "Klart senast",
    "sd": "Sammanträdesdag",
    "pa": "Paragraf (§)",
    "dn": "Diarienummer",
}
Uno = Any
"""Whatever LibreOffice gives; it brings no types."""
WRITER, CALC = "MS Word 2007 XML", "Calc MS Excel 2007 XML"


class Office:
    """LibreOffice without a window, for as long as the script runs."""

    def __init__(self, profile: str) -> None:
        """Start it with a profile of its own and wait until it answers."""
        self.uno: Uno = import_module("uno")
        pipe = f"revtrack{time.time_ns()}"
        command = ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
        command.append(f"-env:UserInstallation=file://{profile}")
        self.process = subprocess.Popen(command)  # noqa: S603 - the office, with words of our own
        local = self.uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        self.context = self._resolved(resolver, f"uno:pipe,name={pipe};urp;")
        self.desktop = self._service("com.sun.star.frame.Desktop")
        self.dispatcher = self._service("com.sun.star.frame.DispatchHelper")

    def _resolved(self, resolver: Uno, url: str) -> Uno:
        no_connection = self.uno.getClass("com.sun.star.connection.NoConnectException")
        for _try in range(120):
            try:
                return resolver.resolve(f"{url}StarOffice.ComponentContext")
            except no_connection:
                time.sleep(0.5)
        raise TimeoutError(url)

    def _service(self, name: str) -> Uno:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def value(self, name: str, value: object) -> Uno:
        """Return a named value as the office takes them."""
        made = self.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        made.Name, made.Value = name, value
        return made

    def open(self, path: Path) -> Uno:
        """Return an opened document."""
        hidden = (self.value("Hidden", True),)
        return self.desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, hidden)

    def do(self, document: Uno, command: str, **values: object) -> None:
        """Carry out a command of the menus in a document."""
        frame = document.CurrentController.Frame
        arguments = tuple(self.value(name, value) for name, value in values.items())
        self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, arguments)

    def save(self, document: Uno, path: Path, kind: str) -> None:
        """Save a document in Office Open XML and close it."""
        document.storeToURL(path.resolve().as_uri(), (self.value("FilterName", kind),))
        document.close(True)

    def close(self) -> None:
        """End the office."""
        self.desktop.terminate()
        self.process.wait(timeout=30)


def fill_document(office: Office, source: Path, target: Path) -> None:
    """Fill in a form in Writer."""
    document = office.open(source)
    names = [name for name in document.Bookmarks.ElementNames if name.startswith("RT_")]
    uids = list(dict.fromkeys(name[3:35] for name in names))
    first = names[0][3:35]
    rows = dict(zip([uid for uid in uids if uid != first], ANSWERS, strict=True))
    typed = {first: {**DECISION, "yt": OTHERWISE}, **rows}
    for name in names:
        uid, code = name[3:35], name[36:]
        text = typed[uid].get(code)
        if code == "tx":
            before = document.Bookmarks.getByName(name).Anchor.String
            type_into(office, document, name, "LÅST")
            assert document.Bookmarks.getByName(name).Anchor.String == before
        elif text:
            type_into(office, document, name, text)
    office.save(document, target, WRITER)


def type_into(office: Office, document: Uno, name: str, text: str) -> None:
    """Select what stands in a field, as a click on its hint does, and type over it."""
    cursor = document.CurrentController.ViewCursor
    anchor = document.Bookmarks.getByName(name).Anchor
    cursor.gotoRange(anchor.Start, False)
    cursor.goRight(1, False)
    cursor.goRight(len(anchor.String), True)
    lines = text.split("\n")
    for place, line in enumerate(lines):
        office.do(document, "InsertText", Text=line)
        if place < len(lines) - 1:
            office.do(document, "InsertPara")


def fill_workbook(office: Office, source: Path, target: Path) -> None:
    """Fill in a form in Calc."""
    document = office.open(source)
    sheet = document.Sheets.getByName("Svar")
    cells = [
        [sheet.getCellByPosition(column, row).String for column in range(8)] for row in range(60)
    ]
    header = next(row for row, texts in enumerate(cells) if LABELS["po"] in texts)
    for row, texts in enumerate(cells[:header]):
        for code, text in DECISION.items():
            if LABELS[code] in texts:
                enter(sheet, (texts.index(LABELS[code]) + 1, row), text)
    numbers = list(dict.fromkeys(texts[0] for texts in cells[header + 1 :] if texts[0][:1] == "R"))
    for number, answer in zip(numbers, ANSWERS, strict=True):
        start = next(row for row, texts in enumerate(cells) if texts[0] == number)
        asked = sheet.getCellByPosition(1, start)
        assert sheet.isProtected()
        assert asked.CellProtection.IsLocked
        for code, text in answer.items():
            row = start + int(code[1:]) - 1 if code[1:].isdecimal() else start
            label = LABELS[code[0] if code[1:].isdecimal() else code]
            enter(sheet, (cells[header].index(label), row), text)
    last = next(row for row, texts in enumerate(cells) if texts[0] == "Övrigt")
    enter(sheet, (7, last), OTHERWISE)
    office.save(document, target, CALC)


def enter(sheet: Uno, place: tuple[int, int], text: str) -> None:
    """Write into a cell that a person may write into; what looks like a day becomes one."""
    cell = sheet.getCellByPosition(*place)
    assert not cell.CellProtection.IsLocked
    cell.setFormula(text)


def main(source: Path, target: Path) -> None:
    """Fill in the form and save it."""
    with tempfile.TemporaryDirectory() as profile:
        office = Office(profile)
        fill = fill_workbook if source.suffix == ".xlsx" else fill_document
        try:
            fill(office, source, target)
        finally:
            office.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
