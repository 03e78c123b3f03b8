"""An office's own sheets read in, and sheets of ours that come back with their changes."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from revtrack.documents.office import excel
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.exchange.sheets.cells import CUT
from revtrack.services.database.opening import open_store
from revtrack.services.exchange.importing import OnConflict
from revtrack.services.exchange.sheets.exporting import export_table, export_workbook
from revtrack.services.exchange.sheets.importing import SheetImport, Wanted, import_sheet
from revtrack.services.find import find_audit, read_case
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


def with_cell(content: bytes, sheet: str, heading: str, row: int, value: object) -> bytes:
    """Return the workbook with another value in one cell of a sheet whose headings come first."""
    made = load_workbook(io.BytesIO(content))
    headings = [cell.value for cell in made[sheet][1]]
    cell: Any = made[sheet].cell(row, headings.index(heading) + 1)
    cell.value = value
    return saved(made)


def faults(report: SheetImport) -> list[tuple[int, str, str]]:
    """Return row, column and sentence of each fault."""
    return [
        (each.spot.row, each.spot.heading, sentence(each.message, each.values))
        for each in report.faults
    ]


def taken(store: Store, content: bytes, **said: Any) -> SheetImport:  # noqa: ANN401 - choices
    return import_sheet(store, content, source="kontor.xlsx", **{"wanted": TOWN, **said})


@pytest.fixture
def empty(empty_database: Path, tmp_path: Path) -> Store:
    path = tmp_path / "register.db"
    path.write_bytes(empty_database.read_bytes())
    return open_store(path, TESTER)


def test_a_dry_run_tells_what_would_be_new_and_writes_nothing(empty: Store) -> None:
    report = taken(empty, book(), dry_run=True)
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


def test_a_workbook_without_known_headings_is_refused(empty: Store) -> None:
    with pytest.raises(RevTrackError) as refusal:
        taken(empty, book(headings=["a", "b", "c"], rows=()))
    assert "Inget blad har en rad med rubriker" in sentence(
        refusal.value.message, refusal.value.values
    )


def test_an_exported_workbook_says_nothing_until_a_cell_is_changed(eskilstuna_store: Store) -> None:
    content = export_workbook(eskilstuna_store, TODAY)
    assert content == export_workbook(eskilstuna_store, TODAY)
    report = taken(eskilstuna_store, content, wanted=None)
    assert (report.rows.new, report.rows.changed, report.changes) == (0, 0, ())
    sheet = load_workbook(io.BytesIO(content))["Rekommendationer"]
    assert sheet.max_row == 29
    assert sheet.column_dimensions["R"].hidden
    assert sheet["L2"].is_date


@pytest.mark.parametrize(
    ("sheet", "heading", "value", "record", "field", "new"),
    [
        ("Rekommendationer", "Prioritet", "Hög", "recommendation", "priority", "high"),
        ("Rekommendationer", "Dnr", "KS 1", "reply_case", "diary_number", "KS 1"),
        ("Svar", "Status", "Pågår", "answer", "progress", "under_way"),
        ("Svar", "§", None, "response", "paragraph", None),
        ("Åtgärder", "Klart senast", "Q2 2027", "action", "due", "2027-Q2"),
        ("Åtgärder", "Ansvarig", "-x", "action", "responsible", "-x"),
    ],
)
def test_one_changed_cell_is_one_changed_field(  # noqa: PLR0913, PLR0917 - a table of cells
    eskilstuna_store: Store,
    sheet: str,
    heading: str,
    value: object,
    record: str,
    field: str,
    new: object,
) -> None:
    content = with_cell(export_workbook(eskilstuna_store, TODAY), sheet, heading, 2, value)
    report = taken(eskilstuna_store, content, wanted=None, on_conflict=OnConflict.UPDATE)
    assert [(each.record, each.field, each.new) for each in report.changes] == [
        (record, field, new)
    ]
    assert (report.rows.new, report.rows.changed) == (0, 1)
    again = taken(eskilstuna_store, content, wanted=None)
    assert (again.rows.new, again.rows.changed) == (0, 0)


def test_a_row_is_not_moved_and_an_issued_wording_not_changed(eskilstuna_store: Store) -> None:
    content = export_workbook(eskilstuna_store, TODAY)
    for heading in ("Nämnd", "Rek nr", "Rekommendation", "RevTrack-id"):
        changed = with_cell(content, "Rekommendationer", heading, 2, "addressee:annat")
        report = taken(eskilstuna_store, changed, wanted=None, on_conflict=OnConflict.UPDATE)
        assert len(report.faults) == 1, heading
    changed = with_cell(content, "Rekommendationer", "Rekommendation", 2, "Rättad text")
    report = taken(
        eskilstuna_store, changed, wanted=None, on_conflict=OnConflict.UPDATE, why="Skrivfel"
    )
    assert [each.field for each in report.changes] == ["letter_text"]


def test_a_table_comes_back_without_its_apostrophes(eskilstuna_store: Store) -> None:
    changed = with_cell(
        export_workbook(eskilstuna_store, TODAY), "Åtgärder", "Ansvarig", 2, "@ekonomi"
    )
    taken(eskilstuna_store, changed, wanted=None, on_conflict=OnConflict.UPDATE)
    table = export_table(eskilstuna_store)
    assert table.startswith(b'\xef\xbb\xbf"Kommun"')
    assert b'"\'@ekonomi"' in table
    report = taken(eskilstuna_store, table, wanted=None, is_table=True)
    assert (report.rows.new, report.rows.changed) == (0, 0)
    edited = table.replace(b"'@ekonomi", b"'=ekonomi")
    report = taken(eskilstuna_store, edited, wanted=None, is_table=True, dry_run=True)
    assert [each.new for each in report.changes] == ["=ekonomi"]


def test_what_was_cut_in_a_cell_is_known_by_the_words_that_excel_writes() -> None:
    assert excel.CUT.endswith(CUT)
