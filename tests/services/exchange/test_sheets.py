"""An office's own sheets read in, and sheets of ours that come back with their changes."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet import _reader
from sqlmodel import Session

from revtrack.cli.sheets import tell
from revtrack.documents.office import excel
from revtrack.domain.codes import Priority
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.exchange.sheets.cells import CUT
from revtrack.domain.exchange.sheets.columns import Field
from revtrack.domain.records import Answer, Recommendation
from revtrack.reading.case_sheet import read_table, read_workbook
from revtrack.services.database.opening import open_store
from revtrack.services.exchange.importing import OnConflict
from revtrack.services.exchange.sheets.exporting import export_table, export_workbook
from revtrack.services.exchange.sheets.importing import (
    Choices,
    SheetImport,
    Wanted,
    import_found,
    import_sheet,
)
from revtrack.services.find import find_audit, read_case
from revtrack.storage.rows import change, some, table_of
from revtrack.storage.store import Store
from revtrack.wording import sentence
from tests.conftest import TESTER, TODAY

HEADINGS = (
    *("År", "Granskning", "Rek. nr", "REKOMENDATION", "Nämnd", "Svar senast", "Dnr", "Åtgärd"),
    *("Ansvarig", "Klart senast", "Status", "Vem ringde", "Missiv"),
)
SENT = date(2021, 12, 1)
UPH, TEXT = "Granskning av upphandling", "Säkerställ en aktuell policy."
ROWS: tuple[tuple[Any, ...], ...] = (
    (
        2021,
        UPH,
        1,
        TEXT,
        "KS",
        date(2022, 3, 1),
        "KS/2022:14",
        "Policy",
        "Chefen",
        "juni 2022",
        "Klar",
    ),
    (
        2021,
        UPH,
        1,
        TEXT,
        "tekniska nämnden",
        "30 juni 2022",
        "-",
        "Kurs",
        "Chefen",
        "Q2 2022",
        "Pågår",
    ),
    (
        2021,
        UPH,
        2,
        "Stärk uppföljningen.",
        "KS",
        "2022-03-01",
        None,
        "Rutin",
        None,
        "löpande",
        None,
    ),
)
Found = dict[str, Any]
TOWN = Wanted(municipality="Testköpings kommun")


def book(rows: Sequence[Sequence[Any]] = ROWS, headings: Sequence[str] = HEADINGS) -> bytes:
    """Return an office's workbook: a title above the headings, an old sheet, a hidden one."""
    made = Workbook()
    del made["Sheet"]
    sheet = made.create_sheet("Bevakning")
    for row in [["Uppföljning av granskningar"], [], headings]:
        sheet.append(list(row))
    for row in rows:
        sheet.append([*row, *[None] * (len(headings) - len(row) - 1), SENT])
    made.create_sheet("Gammalt").append(["anteckning"])
    made.create_sheet("Dold").sheet_state = "hidden"
    return saved(made)


def saved(made: Workbook) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def with_cell(found: Found, sheet: str, heading: str, row: int, text: str) -> Found:
    """Return what was read of a workbook with another text in one cell."""
    made: Found = json.loads(json.dumps(found))
    own = next(each for each in made["sheets"] if each["sheet"] == sheet)
    place = [each["heading"] for each in own["columns"]].index(heading)
    cells = next(cells for number, cells in own["rows"] if number == row)
    cells[place] = text
    return made


def cell(found: Found, sheet: str, heading: str, row: int) -> str:
    own = next(each for each in found["sheets"] if each["sheet"] == sheet)
    place = [each["heading"] for each in own["columns"]].index(heading)
    return str(dict(own["rows"])[row][place])


def faults(report: SheetImport) -> list[tuple[int, str, str]]:
    """Return row, column and sentence of each fault."""
    return [
        (each.spot.row, each.spot.heading, sentence(each.message, each.values))
        for each in report.faults
    ]


def read(content: bytes, columns: Sequence[str] = ()) -> Found:
    """Return what the reader makes of a file here: the guard's process takes its second."""
    reader = read_workbook if content.startswith(b"PK") else read_table
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            _reader, "Text", vars(_reader)["Text"]
        )  # the reader changes it for its own process
        patch.setattr(_reader, "from_excel", vars(_reader)["from_excel"])
        return dict(json.loads(json.dumps(reader(content, chosen=json.dumps(columns)))))


def taken(
    store: Store,
    content: bytes | Found,
    wanted: Wanted = TOWN,
    on_conflict: OnConflict = OnConflict.STOP,
    *,
    dry_run: bool = False,
    why: str | None = None,
) -> SheetImport:
    found = read(content, wanted.columns) if isinstance(content, bytes) else content
    choices = Choices("kontor.xlsx", wanted, on_conflict, bool(why))
    return import_found(store, found, choices, dry_run=dry_run, why=why)


@pytest.fixture(scope="session")
def exported(eskilstuna_database: Path) -> Found:
    """The real case as it is read from its workbook."""
    return read(export_workbook(open_store(eskilstuna_database, TESTER), TODAY))


@pytest.fixture
def empty(empty_database: Path, tmp_path: Path) -> Store:
    path = tmp_path / "register.db"
    path.write_bytes(empty_database.read_bytes())
    return open_store(path, TESTER)


def test_a_dry_run_tells_what_would_be_new_and_writes_nothing(empty: Store) -> None:
    report = import_sheet(empty, book(), source="kontor.xlsx", wanted=TOWN, dry_run=True)
    assert (report.rows.new, report.rows.changed, report.faults) == (3, 0, ())
    assert [each[1:] for each in report.new_rows][1] == (5, "TES-2021-1, 1, tekniska nämnden")
    columns = report.layout["sheets"][0]["columns"]
    assert [each["heading"] for each in columns if each["field"] is None] == ["Vem ringde"]
    assert [each["field"] for each in columns if each["is_guess"]] == ["Rekommendation"]
    assert report.layout["unread"] == [
        {"sheet": "Gammalt", "is_hidden": False},
        {"sheet": "Dold", "is_hidden": True},
    ]
    with pytest.raises(UsageError):
        find_audit(empty, UPH)


def test_the_same_file_twice_is_nothing_new_and_nothing_changed(empty: Store) -> None:
    assert taken(empty, book()).rows.new == 3
    case = read_case(empty, find_audit(empty, UPH).id)
    assert [each.text for each in case.actions] == ["Policy", "Kurs", "Rutin"]
    assert [each.due for each in case.actions] == ["2022-06", "2022-Q2", None]
    assert case.actions[2].recurring
    assert [each.due_on for each in case.reply_cases] == [date(2022, 3, 1), date(2022, 6, 30)]
    assert [each.asked for each in case.addressees] == [True, True, True]
    again = taken(empty, book())
    assert (again.rows.new, again.rows.changed, again.rows.unchanged) == (0, 0, 3)
    assert read_case(empty, case.audit.id) == case


@pytest.mark.parametrize(
    ("rule", "kept", "written"),
    [
        (OnConflict.STOP, "Chefen", False),
        (OnConflict.SKIP, "Chefen", True),
        (OnConflict.UPDATE, "Ekonomichefen", True),
    ],
)
def test_a_changed_cell_stops_is_kept_or_updates_one_field(
    empty: Store, rule: OnConflict, kept: str, written: bool
) -> None:
    taken(empty, book())
    rows = [[*ROWS[0][:8], "Ekonomichefen", *ROWS[0][9:]], *ROWS[1:]]
    report = taken(empty, book(rows), on_conflict=rule)
    told = [(each.spot.row, each.field, each.old, each.new) for each in report.changes]
    assert told == [(4, "responsible", "Chefen", "Ekonomichefen")]
    assert report.is_written is written
    case = read_case(empty, find_audit(empty, UPH).id)
    assert case.actions[0].responsible == kept


def test_every_bad_row_is_told_and_nothing_is_written(empty: Store) -> None:
    rows = [
        [*ROWS[0][:5], "snart", *ROWS[0][6:]],
        [*ROWS[1][:9], "till sommaren", "på gång"],
        [2021, UPH, None, None, "KS"],
    ]
    report = taken(empty, book(rows))
    assert faults(report) == [
        (
            4,
            "Svar senast",
            (
                "”snart” är ingen dag. Skriv den som 2023-06-30, eller lämna cellen tom om den "
                "inte är känd."
            ),
        ),
        (
            5,
            "Klart senast",
            (
                "”till sommaren” är ingen tid. Skriv den som 2023-06-30, juni 2023, Q2 2023, 2023 "
                "eller löpande, eller lämna cellen tom om den inte är känd."
            ),
        ),
        (
            5,
            "Status",
            (
                "”på gång” kan inte väljas här. Skriv något av Ej påbörjad, Planerad, Pågår, "
                "Genomförd enligt nämnden, Kommer inte att genomföras."
            ),
        ),
        (
            6,
            "",
            (
                "Varken Rek nr eller Rekommendation är ifylld, så det går inte att veta vilken "
                "rekommendation det gäller."
            ),
        ),
    ]
    assert not report.is_written
    with pytest.raises(UsageError):
        find_audit(empty, UPH)


def test_two_rows_that_say_otherwise_of_the_same_are_told(empty: Store) -> None:
    rows = [ROWS[0], [*ROWS[2][:5], "2022-04-01", *ROWS[2][6:]]]
    assert faults(taken(empty, book(rows))) == [
        (
            5,
            "Svar senast",
            (
                "På rad 4 står ”2022-03-01” om samma sak. Skriv samma på båda raderna, eller ta "
                "bort den ena uppgiften."
            ),
        )
    ]


def test_a_cell_that_is_left_out_is_told_in_a_whole_sentence(
    empty: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(taken(empty, book([(*ROWS[0][:7], None, *ROWS[0][8:])]), dry_run=True))
    assert (
        "Blad Bevakning, rad 4, kolumn Ansvarig: ”Chefen” utelämnades, eftersom Åtgärd är tom på "
        "raden.\n"
    ) in capsys.readouterr().err


def test_a_column_may_be_named_and_must_be_there(empty: Store) -> None:
    wanted = Wanted(columns=("Vem ringde=Kommun",))
    rows = [[*ROWS[0], "Testköpings kommun"]]
    assert taken(empty, book(rows), wanted=wanted).counts["municipality"].new == 1
    with pytest.raises(UsageError):
        taken(empty, book(), wanted=Wanted(columns=("Finns ej=Kommun",)))
    with pytest.raises(UsageError):
        taken(empty, book(), wanted=Wanted(columns=("Vem ringde=Hej",)))


def test_merged_cells_hidden_rows_and_formulas_are_read_and_told(empty: Store) -> None:
    made = load_workbook(io.BytesIO(book()))
    sheet = made["Bevakning"]
    sheet["B5"] = None
    sheet.merge_cells("B4:B5")
    sheet.row_dimensions[6].hidden = True
    sheet["I6"] = "=A1"
    report = taken(empty, saved(made))
    assert report.layout["sheets"][0]["merged"] == ["B4:B5"]
    assert report.layout["sheets"][0]["hidden"] == [6]
    assert [(row, heading) for row, heading, _ in faults(report)] == [(6, "Ansvarig")]


def test_a_merged_cell_says_nothing_of_the_columns_beside_it(
    empty: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    made = load_workbook(io.BytesIO(book()))
    made["Bevakning"].merge_cells("H4:I5")
    report = taken(empty, saved(made), dry_run=True)
    assert report.layout["sheets"][0]["merged"] == ["H4:I5"]
    assert {each.field for each in report.changes} & {"responsible"} == set()
    tell(report)
    assert (
        "Innehållet i celler som är sammanfogade över flera kolumner gäller den första av dem, och "
        "de andra läses inte: H4:I5. Dela cellerna om något annat avses.\n"
    ) in capsys.readouterr().err


def test_a_merged_cell_in_a_sheet_of_ours_empties_nothing(eskilstuna_store: Store) -> None:
    made = load_workbook(io.BytesIO(export_workbook(eskilstuna_store, TODAY)))
    sheet = made["Svar"]
    place = [each.value for each in sheet[1]].index("Beslutat den") + 1
    assert sheet.cell(2, place + 1).value
    sheet.merge_cells(start_row=2, end_row=2, start_column=place, end_column=place + 1)
    report = taken(eskilstuna_store, saved(made))
    assert (report.faults, report.changes) == ((), ())


def test_a_second_column_of_one_heading_is_told_as_such(
    empty: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    headings = [*HEADINGS[:-2], "Rek.nr", HEADINGS[-1]]
    tell(taken(empty, book(headings=headings), dry_run=True))
    said = capsys.readouterr().err
    assert (
        "Flera kolumner har samma rubrik, och bara den första av dem läses: Rek.nr. Ge varje "
        "kolumn en egen rubrik.\n"
    ) in said
    assert "--map" not in said


@pytest.mark.parametrize(
    ("serial", "shown"),
    [(44621.9999999, "2022-03-01"), (44621.5, "2022-03-01"), (0, ""), (0.5, "12:00:00")],
)
def test_a_time_of_day_never_makes_it_the_next_day(serial: float, shown: str) -> None:
    made = load_workbook(io.BytesIO(book()))
    made["Bevakning"]["F4"] = serial
    made["Bevakning"]["F4"].number_format = "yyyy-mm-dd"
    found = read(saved(made))["sheets"][0]
    place = [each["heading"] for each in found["columns"]].index("Svar senast")
    assert found["rows"][0][1][place] == shown


def test_a_workbook_without_known_headings_is_refused(empty: Store) -> None:
    with pytest.raises(RevTrackError) as refusal:
        taken(empty, book(headings=["a", "b", "c"], rows=()))
    assert "Inget blad har en rad med rubriker" in sentence(
        refusal.value.message, refusal.value.values
    )


def test_an_exported_workbook_says_nothing_until_a_cell_is_changed(eskilstuna_store: Store) -> None:
    content = export_workbook(eskilstuna_store, TODAY)
    assert content == export_workbook(eskilstuna_store, TODAY)
    report = taken(eskilstuna_store, content)
    assert (report.rows.new, report.rows.changed, report.changes) == (0, 0, ())
    sheet = load_workbook(io.BytesIO(content))["Rekommendationer"]
    assert sheet.max_row == 29
    assert sheet.column_dimensions["R"].hidden
    assert sheet["L2"].is_date


CELLS = (
    ("Rekommendationer", "Prioritet", "Hög", "recommendation", "priority", "high"),
    ("Rekommendationer", "Dnr", "KS 1", "reply_case", "diary_number", "KS 1"),
    ("Svar", "Status", "Pågår", "answer", "progress", "under_way"),
    ("Svar", "§", "", "response", "paragraph", None),
    ("Åtgärder", "Klart senast", "Q2 2027", "action", "due", "2027-Q2"),
    ("Åtgärder", "Ansvarig", "-x", "action", "responsible", "-x"),
)


def test_one_changed_cell_is_one_changed_field(eskilstuna_store: Store, exported: Found) -> None:
    content = exported
    for sheet, heading, text, *_ in CELLS:
        content = with_cell(content, sheet, heading, 2, text)
    report = taken(eskilstuna_store, content, on_conflict=OnConflict.UPDATE)
    told = {(each.record, each.field, each.new) for each in report.changes}
    assert told == {(record, field, new) for *_, record, field, new in CELLS}
    assert (len(report.changes), report.rows.new, report.rows.changed) == (6, 0, 3)
    again = taken(eskilstuna_store, content)
    assert (again.rows.new, again.rows.changed) == (0, 0)


def test_a_row_is_not_moved_and_an_issued_wording_not_changed(
    eskilstuna_store: Store, exported: Found
) -> None:
    content = changed = exported
    for row, heading in enumerate(("Nämnd", "Rek nr", "Rekommendation", "RevTrack-id"), 2):
        changed = with_cell(changed, "Rekommendationer", heading, row, "addressee:annat")
    report = taken(eskilstuna_store, changed, on_conflict=OnConflict.UPDATE)
    assert [row for row, *_ in faults(report)] == [2, 3, 4, 5]
    changed = with_cell(content, "Rekommendationer", "Rekommendation", 2, "Rättad text")
    report = taken(eskilstuna_store, changed, on_conflict=OnConflict.UPDATE, why="Skrivfel")
    assert [each.field for each in report.changes] == ["letter_text"]


def test_a_table_comes_back_without_its_apostrophes(
    eskilstuna_store: Store, exported: Found
) -> None:
    changed = with_cell(exported, "Åtgärder", "Ansvarig", 2, "@ekonomi")
    taken(eskilstuna_store, changed, on_conflict=OnConflict.UPDATE)
    table = export_table(eskilstuna_store)
    assert table.startswith(b'\xef\xbb\xbf"Kommun"')
    assert b'"\'@ekonomi"' in table
    report = import_sheet(eskilstuna_store, table, source="register.csv", is_table=True)
    assert (report.rows.new, report.rows.changed) == (0, 0)
    edited = table.replace(b"'@ekonomi", b"'=ekonomi")
    report = taken(eskilstuna_store, edited, dry_run=True)
    assert [each.new for each in report.changes] == ["=ekonomi"]


def test_what_was_cut_in_a_cell_is_known_by_the_words_that_excel_writes() -> None:
    assert excel.CUT.endswith(CUT)


def test_the_marks_of_a_key_have_an_order_that_is_never_changed() -> None:
    assert [each.name.lower() for each in Field] == [
        *("key", "municipality", "audit", "title", "year", "firm", "report_on"),
        *("handed_over_on", "committee", "number", "text", "heading", "section", "question"),
        *("priority", "due_on", "diary_number", "received_on", "decided_on", "paragraph"),
        *("position", "answer", "progress", "action", "responsible", "action_due"),
        *("fulfilled_on", "verdict", "basis", "judged_on", "standing"),
    ]


def test_an_older_sheet_leaves_what_has_become_of_the_register(
    eskilstuna_store: Store, exported: Found
) -> None:
    changed = with_cell(exported, "Åtgärder", "Ansvarig", 2, "Ekonomichefen")
    taken(eskilstuna_store, changed, on_conflict=OnConflict.UPDATE)
    older = with_cell(exported, "Åtgärder", "Klart senast", 2, "Q3 2027")
    report = taken(eskilstuna_store, older, on_conflict=OnConflict.UPDATE)
    assert [(each.field, each.new) for each in report.changes] == [("due", "2027-Q3")]


def test_a_text_that_looks_like_none_stands_in_an_unchanged_export(
    eskilstuna_store: Store,
) -> None:
    with eskilstuna_store.wish() as session:
        answers = some(session, Answer, table_of(Answer).c.quote.is_not(None))
        for answer, text in zip(answers, ("-", "Saknas", "#N/A"), strict=False):
            change(session, answer, quote=text)
    table = export_table(eskilstuna_store)
    assert all(each in table for each in (b'"\'-"', b'"Saknas"', b'"#N/A"'))
    for content in (export_workbook(eskilstuna_store, TODAY), table):
        report = taken(eskilstuna_store, content, on_conflict=OnConflict.UPDATE)
        assert (report.faults, report.changes) == ((), ())


def test_a_dash_written_in_a_row_of_our_own_is_a_text_and_no_day(
    eskilstuna_store: Store, exported: Found
) -> None:
    for sheet, heading, new in (("Svar", "Svar", "-"), ("Åtgärder", "Klart senast", None)):
        changed = with_cell(exported, sheet, heading, 2, "-")
        report = taken(eskilstuna_store, changed)
        assert [each.new for each in report.changes] == [new], heading


def test_a_key_that_is_put_together_changes_nothing(
    eskilstuna_store: Store, exported: Found
) -> None:
    own, other = (cell(exported, "Rekommendationer", "RevTrack-id", row) for row in (2, 20))
    action = cell(exported, "Åtgärder", "RevTrack-id", 10)
    first, marks = own.split(" ")
    for key in (
        f"{first} {other}",
        f"{first} {action}",
        f"{first} {marks[:-1]}",
    ):
        content = with_cell(exported, "Rekommendationer", "RevTrack-id", 2, key)
        report = taken(eskilstuna_store, content, on_conflict=OnConflict.UPDATE, dry_run=True)
        assert [row for row, *_ in faults(report)] == [2], key


def test_a_row_with_a_key_needs_the_columns_that_name_it(
    eskilstuna_store: Store, exported: Found
) -> None:
    made = json.loads(json.dumps(exported))
    columns = next(each for each in made["sheets"] if each["sheet"] == "Åtgärder")["columns"]
    next(each for each in columns if each["heading"] == "Nämnd")["field"] = None
    report = taken(eskilstuna_store, made, on_conflict=OnConflict.UPDATE)
    expected = (
        "Kolumnen Nämnd saknas, så det går inte att veta om den dolda kolumnen RevTrack-id pekar "
        "på rätt rad. Lägg tillbaka kolumnen som den var."
    )
    assert {said for *_, said in faults(report)} == {expected}


@dataclass(frozen=True)
class BesideAColleague(Store):
    """A store whose register somebody else changes just before each wish."""

    @contextmanager
    def wish(self, why: str | None = None) -> Iterator[Session]:
        with super().wish() as session:
            first = min(some(session, Recommendation), key=lambda each: each.id)
            change(session, first, priority=Priority.LOW)
        with super().wish(why) as session:
            yield session


def test_what_a_colleague_changes_after_the_look_is_seen(
    eskilstuna_store: Store, exported: Found
) -> None:
    content = with_cell(exported, "Rekommendationer", "Prioritet", 2, "Hög")
    store = BesideAColleague(**vars(eskilstuna_store))
    report = taken(store, content, on_conflict=OnConflict.UPDATE)
    assert [(each.old, each.new) for each in report.changes] == [(Priority.LOW, Priority.HIGH)]


def test_the_day_of_reply_stands_after_the_hand_over(
    eskilstuna_store: Store, exported: Found
) -> None:
    content = with_cell(exported, "Rekommendationer", "Svar senast", 2, "2030-01-02")
    report = taken(eskilstuna_store, content, on_conflict=OnConflict.UPDATE)
    assert not report.is_written
    assert ["registreras det som anstånd" in said for _, _, said in faults(report)] == [True]
    assert taken(eskilstuna_store, content, on_conflict=OnConflict.SKIP).is_written


def test_rows_beyond_what_another_program_says_of_the_size_are_read(empty: Store) -> None:
    content, made = io.BytesIO(book()), io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:F4"', old.read(name))
            new.writestr(name, part)
    assert taken(empty, made.getvalue(), dry_run=True).rows.new == 3
