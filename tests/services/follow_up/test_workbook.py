"""The follow-up workbook: made, filled in, sorted, damaged, and read back."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

from revtrack.cli import contracts
from revtrack.documents.office.package import read_parts
from revtrack.domain import records as r
from revtrack.domain.codes import Basis, DocumentKind, VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.services.database.opening import open_store
from revtrack.services.find import find_audit
from revtrack.services.follow_up.judging import record_verdicts
from revtrack.services.follow_up.pack import make_pack
from revtrack.services.follow_up.reporting import make_report
from revtrack.services.follow_up.workbooks import read_workbook, take_in
from revtrack.services.papers.produce import produce
from revtrack.storage.store import Store
from tests.conftest import TESTER, TODAY
from tests.documents.flatten import tables
from tests.services.follow_up.test_following_up import case_of, follow_up, line_of, verdict

Fill = Callable[[Any], None]


@dataclass(frozen=True)
class Made:
    """A register with a follow-up of two years' audits under way, and its workbook."""

    register: Path
    workbook: bytes


@pytest.fixture(scope="module")
def once(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The register as it is when the workbook has just been made."""
    folder = tmp_path_factory.mktemp("workbook")
    register = shutil.copyfile(demo_database, folder / "register.db")
    store = open_store(register, TESTER)
    content = made(store, follow_up(store, "ALV-2022-1", "ALV-2023-2"), folder / "ut")
    store.close()
    return Made(register, content)


@pytest.fixture
def demo_store(once: Made, tmp_path: Path) -> Iterator[Store]:
    """A register of the test's own with the follow-up."""
    store = open_store(shutil.copyfile(once.register, tmp_path / "demo.db"), TESTER)
    yield store
    store.close()


@pytest.fixture
def audit(demo_store: Store) -> r.Audit:
    """The follow-up under way."""
    return find_audit(demo_store, "ALV-2026-1")


@pytest.fixture
def workbook(once: Made) -> bytes:
    """The workbook of the follow-up."""
    return once.workbook


def made(store: Store, audit: r.Audit, folder: Path) -> bytes:
    """Return the workbook of a follow-up as it is now."""
    papers = produce(
        store, DocumentKind.FOLLOW_UP_WORKBOOK, audit.id, TODAY, folder, formats={".xlsx"}
    )
    return papers[0].path.read_bytes()


def edited(content: bytes, fill: Fill) -> bytes:
    """Return the workbook as somebody has saved it after filling it in."""
    book = load_workbook(BytesIO(content))
    fill(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def row_of(sheet: Any, audit: str, number: str, committee: str) -> int:  # noqa: ANN401
    return next(
        row
        for row in range(2, sheet.max_row + 1)
        if [sheet.cell(row, each).value for each in (1, 2, 4)] == [audit, number, committee]
    )


def put(book: Any, where: tuple[str, str, str], **cells: object) -> None:  # noqa: ANN401
    """Fill in cells of a row by their headings."""
    sheet = book["Underlag"]
    titles = {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)}
    for title, value in cells.items():
        heading = title.replace("_", " ")
        sheet.cell(row_of(sheet, *where), titles[heading]).value = value


R2 = ("ALV-2023-2", "R2", "Samhällsbyggnadsnämnden")
R3 = ("ALV-2023-2", "R3", "Kommunstyrelsen")


def fill_two(book: Any) -> None:  # noqa: ANN401
    put(
        book,
        R2,
        Bedömning="Delvis genomförd",
        Underlag="Intervju och dokument",
        Hur_det_har_kontrollerats="Intervju med fastighetschefen",
        Bristen_åtgärdad="Nej",
        Bedömd_den=date(2026, 2, 10),
        Bedömd_av="Byrån",
    )
    put(
        book,
        R3,
        Bedömning="Ej genomförd",
        Hur_det_har_kontrollerats="Ägardirektiven",
        Bedömd_den="2026-02-11",
        Kommentar="Bolaget har inte fått nya direktiv",
    )


def refusals(store: Store, content: bytes) -> list[str]:
    return [str(row.refusal) for row in read_workbook(store, content, TODAY) if row.refusal]


def test_each_changed_row_is_one_verdict(
    demo_store: Store, audit: r.Audit, workbook: bytes
) -> None:
    assert not [row for row in read_workbook(demo_store, workbook, TODAY) if row.new or row.refusal]
    rows = read_workbook(demo_store, edited(workbook, fill_two), TODAY)
    assert [(row.number, row.new.verdict) for row in rows if row.new] == [
        ("R2", VerdictStep.PARTLY),
        ("R3", VerdictStep.NOT),
    ]
    assert not case_of(demo_store, "ALV-2023-2").verdicts
    take_in(demo_store, rows, TODAY)
    found = {each.verdict: each for each in case_of(demo_store, "ALV-2023-2").verdicts}
    partly, undone = found[VerdictStep.PARTLY], found[VerdictStep.NOT]
    assert (partly.basis, partly.is_solved, partly.judged_on, partly.judged_by) == (
        Basis.DESK,
        False,
        date(2026, 2, 10),
        "Byrån",
    )
    assert (undone.basis, undone.judged_on, undone.follow_up_id) == (
        Basis.REPORTED,
        date(2026, 2, 11),
        audit.id,
    )
    again = read_workbook(demo_store, edited(workbook, fill_two), TODAY)
    assert not [row for row in again if row.new or row.refusal]


def test_sorted_rows_stay_with_their_recommendations(demo_store: Store, workbook: bytes) -> None:
    def turn_around(book: Any) -> None:  # noqa: ANN401
        fill_two(book)
        sheet = book["Underlag"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, values in enumerate(reversed(rows), start=2):
            for column, value in enumerate(values, start=1):
                sheet.cell(number, column).value = value

    rows = read_workbook(demo_store, edited(workbook, turn_around), TODAY)
    assert {row.number: row.new.verdict for row in rows if row.new} == {
        "R2": VerdictStep.PARTLY,
        "R3": VerdictStep.NOT,
    }


def _without_method(book: Any) -> None:  # noqa: ANN401
    put(book, R2, Bedömning="Genomförd", Bedömd_den=date(2026, 2, 10))


def _no_verdict(book: Any) -> None:  # noqa: ANN401
    put(book, R2, Kommentar="Återkommer")


def _no_such_word(book: Any) -> None:  # noqa: ANN401
    put(book, R2, Bedömning="Nästan klar", Bedömd_den="i våras")


def _no_such_day(book: Any) -> None:  # noqa: ANN401
    put(book, R2, Bedömning="Genomförd", Hur_det_har_kontrollerats="Besök", Bedömd_den="i våras")


def _too_long(book: Any) -> None:  # noqa: ANN401
    put(book, R2, Bedömning="Genomförd", Hur_det_har_kontrollerats="Besök")
    put(book, R2, Bedömd_den=date(2026, 2, 10), Bedömd_av="x" * 30_000)


def _another_number(book: Any) -> None:  # noqa: ANN401
    sheet = book["Underlag"]
    sheet.cell(row_of(sheet, *R2), 2).value = "R99"


@pytest.mark.parametrize(
    ("fill", "reason"),
    [
        (_without_method, "Fill in Hur det har kontrollerats (M7) too."),
        (_no_verdict, "Choose a verdict in Bedömning (K7), or put the row back"),
        (_no_such_word, "What stands in Bedömning (K7) is not in the list there."),
        (_no_such_day, "What stands in Bedömd den (P7) is no day. Write it as 2026-02-10."),
        (_too_long, "The text in Bedömd av (Q7) cannot be kept; shorten it."),
        (_another_number, "The workbook knows no such recommendation"),
    ],
)
def test_a_row_that_cannot_be_read_stops_all_of_them(
    demo_store: Store, fill: Fill, reason: str, workbook: bytes
) -> None:
    def both(book: Any) -> None:  # noqa: ANN401
        fill_two(book)
        put(book, R2, **dict.fromkeys(["Hur_det_har_kontrollerats", "Bedömning", "Underlag"]))
        put(book, R2, **dict.fromkeys(["Bristen_åtgärdad", "Bedömd_den", "Bedömd_av"]))
        fill(book)

    content = edited(workbook, both)
    (refused,) = refusals(demo_store, content)
    assert refused.startswith(reason)
    with pytest.raises(RevTrackError, match="since 1 of the rows cannot be"):
        take_in(demo_store, read_workbook(demo_store, content, TODAY), TODAY)
    assert not case_of(demo_store, "ALV-2023-2").verdicts


def test_what_the_register_has_changed_meanwhile_is_told(
    demo_store: Store, audit: r.Audit, workbook: bytes
) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R2", "SBN")
    record_verdicts(demo_store, [verdict(line, VerdictStep.FULL, follow_up_id=audit.id)], TODAY)
    (told,) = refusals(demo_store, edited(workbook, fill_two))
    assert told.startswith("The verdict has been changed in the register since")


def _change_an_id(book: Any) -> None:  # noqa: ANN401
    book["revtrack"]["D3"].value = "0" * 36


def _change_the_format(book: Any) -> None:  # noqa: ANN401
    book["revtrack"]["A2"].value = "annat"


def _drop_the_headings(book: Any) -> None:  # noqa: ANN401
    book["Underlag"]["B1"].value = "Nummer"


@pytest.mark.parametrize(
    ("fill", "reason"),
    [
        (_change_an_id, "The hidden sheet of the workbook has been changed"),
        (_change_the_format, "The file is not a follow-up workbook"),
        (_drop_the_headings, "The sheet Underlag has lost its headings: Nr"),
    ],
)
def test_a_damaged_workbook_is_refused(
    demo_store: Store, fill: Fill, reason: str, workbook: bytes
) -> None:
    with pytest.raises(RevTrackError, match=reason):
        read_workbook(demo_store, edited(workbook, fill), TODAY)


def test_another_workbook_and_another_register_are_refused(
    demo_store: Store, eskilstuna_store: Store, workbook: bytes
) -> None:
    other = BytesIO()
    Workbook().save(other)
    with pytest.raises(RevTrackError, match="not a follow-up workbook of RevTrack"):
        read_workbook(demo_store, other.getvalue(), TODAY)
    with pytest.raises(RevTrackError, match="is not in this register"):
        read_workbook(eskilstuna_store, workbook, TODAY)


def cells(content: bytes, name: str) -> list[list[Any]]:
    book = load_workbook(BytesIO(content), data_only=True)
    return [list(row) for row in book[name].iter_rows(values_only=True)]


def test_the_workbook_counts_as_the_report(
    demo_store: Store, audit: r.Audit, tmp_path: Path, workbook: bytes
) -> None:
    take_in(
        demo_store,
        read_workbook(demo_store, edited(workbook, fill_two), TODAY),
        TODAY,
    )
    content = made(demo_store, audit, tmp_path / "again")
    counts = {row[0]: row[1:] for row in cells(content, "Sammanställning")}
    headings = counts.pop("Mottagare")
    report = make_report(demo_store, None, None, TODAY)
    both = [report.audits[each] for each in ("ALV-2022-1", "ALV-2023-2")]
    told = dict(zip(headings, counts["Summa"], strict=True))
    assert told["Antal"] == sum(each.asked for each in both) == 15
    assert told["Genomförda"] == sum(each.implemented for each in both) == 1
    assert told["Bedömda"] == sum(each.judged for each in both)
    for step, title in [(VerdictStep.PARTLY, "Delvis genomförd"), (None, "Ej uppföljd")]:
        assert told[title] == sum(each.verdicts[step] for each in both)
    live = cells(content, "Ifyllt")
    found = dict(zip(live[0], live[-1], strict=True))
    assert (found["Rader"], found["Delvis genomförd"], found["Ej genomförd"]) == (11, 1, 1)
    formulas = load_workbook(BytesIO(content))["Ifyllt"]
    counted = [cell.value for row in formulas["B2:D3"] for cell in row]
    own = "EXACT(Underlag!$D$2:$D$12,$A2)"  # COUNTIFS takes a name with * or > as a pattern
    assert counted[0] == f"=SUMPRODUCT(--{own})"
    assert all(each.startswith("=SUMPRODUCT(") and "EXACT(" in each for each in counted)


def test_the_cells_are_real_days_lists_and_a_hidden_sheet(
    demo_store: Store, audit: r.Audit, tmp_path: Path
) -> None:
    line = line_of(demo_store, "ALV-2023-2", "R2", "SBN")
    record_verdicts(demo_store, [verdict(line, VerdictStep.FULL, follow_up_id=audit.id)], TODAY)
    book = load_workbook(BytesIO(made(demo_store, audit, tmp_path)))
    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        ("Underlag", "visible"),
        ("Ifyllt", "visible"),
        ("Sammanställning", "visible"),
        ("Begrepp", "visible"),
        ("revtrack", "veryHidden"),
    ]
    sheet = book["Underlag"]
    assert sheet.freeze_panes == "A2"
    row = row_of(sheet, *R2)
    assert str(sheet.cell(row, 16).value)[:10] == "2026-02-10"
    assert sheet.cell(row, 16).number_format == "yyyy\\-mm\\-dd"
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists["K2:K12"].startswith('"Genomförd,I huvudsak genomförd,')
    assert lists["O2:O12"] == '"Ja,Nej"'


@pytest.fixture
def pack(demo_store: Store, audit: r.Audit, tmp_path: Path) -> list[str]:
    """The names of the files of a follow-up's pack."""
    made_papers = make_pack(demo_store, audit.id, TODAY, tmp_path / "pack", date(2026, 3, 20))
    return [each.path.name for each in made_papers]


def test_the_pack_holds_letter_and_form_for_each_committee_and_the_underlay(
    pack: list[str],
) -> None:
    start = "2026-02-16_Älvsunda-kommun_"
    assert pack == [
        *(
            f"{start}{paper}_ALV-2026-1_{each}.docx"
            for each in ("KS", "SBN", "ÄBAB")
            for paper in ("Begäran-om-lägesbeskrivning", "Lägesformulär")
        ),
        f"{start}Underlag-till-uppföljning_ALV-2026-1.docx",
        f"{start}Underlag-till-uppföljning_ALV-2026-1.xlsx",
    ]


def test_only_a_follow_up_under_way_has_a_pack(demo_store: Store, tmp_path: Path) -> None:
    done = case_of(demo_store, "ALV-2024-3").audit
    with pytest.raises(RevTrackError, match="ALV-2024-3 is no follow-up under way"):
        make_pack(demo_store, done.id, TODAY, tmp_path, None)


def test_the_follow_ups_report_counts_as_show_does(
    demo_store: Store, audit: r.Audit, tmp_path: Path, workbook: bytes
) -> None:
    rows = read_workbook(demo_store, edited(workbook, fill_two), TODAY)
    take_in(demo_store, rows, TODAY)
    (paper,) = produce(demo_store, DocumentKind.FOLLOW_UP_REPORT, audit.id, TODAY, tmp_path)
    counted = next(each for each in tables(paper.path.read_bytes()) if "Delvis" in each[0])
    shown = [
        row
        for reference in ("ALV-2022-1", "ALV-2023-2")
        for row in contracts.audit_case(case_of(demo_store, reference), TODAY)["addressees"]
        if row["asked"] and (row["closed_on"] or "2026-01-01") >= "2026-01-01"
    ]
    found = [
        [each["verdict"] for each in row["verdicts"] if each["judged_on"] >= "2026-02-01"]
        for row in shown
    ]
    steps = Counter(own[-1] if own else None for own in found)
    order = ["full", "mostly", "partly", "not", "no_longer_relevant", "not_assessable", None]
    assert counted[-1] == ["Summa", str(len(shown)), *(str(steps[each]) for each in order)]
    assert (len(shown), steps["partly"], steps["not"]) == (11, 1, 1)


def test_a_chart_follows_what_is_filled_in(workbook: bytes) -> None:
    chart = etree.fromstring(read_parts(workbook)["xl/charts/chart1.xml"])
    live = load_workbook(BytesIO(workbook))["Ifyllt"]
    last = live.max_row - 1  # the sum is no bar
    assert live.cell(last + 1, 1).value == "Summa"
    cells = [each.text for each in chart.iter("{*}f")]
    assert cells[:3] == ["'Ifyllt'!$C$1", f"'Ifyllt'!$A$2:$A${last}", f"'Ifyllt'!$C$2:$C${last}"]
    assert cells[-1] == f"'Ifyllt'!$I$2:$I${last}"
    assert str(live["I2"].value).startswith("=SUMPRODUCT(")
    assert live["I1"].value == "Ej uppföljd"


def test_the_words_of_a_verdict_have_a_colour_behind_them(workbook: bytes) -> None:
    rows = load_workbook(BytesIO(workbook))["Underlag"]
    (coloured,) = rows.conditional_formatting
    assert str(coloured.sqref) == f"K2:K{rows.max_row}"
    assert rows["K1"].value == "Bedömning"
    assert [each.formula[0] for each in coloured.rules] == [
        f'$K2="{step}"'
        for step in (
            *("Genomförd", "I huvudsak genomförd", "Delvis genomförd", "Ej genomförd"),
            *("Inte längre aktuell", "Går inte att bedöma"),
        )
    ]
