"""The public page: what has been handed over, without names; and a client handed over whole."""

import csv
import errno
import io
import json
import os
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from revtrack.documents import phrases
from revtrack.documents.accessibility.html import check_html
from revtrack.documents.public.page import year_page
from revtrack.documents.public.rows import (
    PublicAudit,
    PublicRow,
    PublicYear,
    as_csv,
    public_year,
)
from revtrack.documents.tables.handover_list import handover_list
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Confidentiality, DocumentKind
from revtrack.domain.entries import AttachmentEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.publishing.gate import Revealed
from revtrack.domain.texts.csv_table import bare
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.find import find_audit, find_municipality
from revtrack.services.history import list_history
from revtrack.services.papers.files import rewritten
from revtrack.services.papers.handover import make_handover
from revtrack.services.papers.left_out import left_out_of
from revtrack.services.papers.listing import list_documents
from revtrack.services.papers.public_page import PublicPages, draw_pages, publish_pages
from revtrack.services.replies.attach import attach_file
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.rows import change, one
from revtrack.storage.store import Store
from tests.conftest import TODAY
from tests.documents.flatten import excel_rows

HOSTILE = PublicRow(
    *(
        f'{sign}1+1{name}\r\n"<b>&'
        for sign, name in zip("=+-@\t\r'ab;,cdefg", "abcdefghijklmnop", strict=True)
    )
)


def shown(*rows: PublicRow) -> PublicYear:
    """Return a year with one audit, whose own words are those of its first row."""
    first = rows[0]
    audit = PublicAudit(
        first.audit, first.reference, first.handed_over, (), rows, phrases.RECOMMENDATION
    )
    return PublicYear(2022, (audit,))


def from_csv(content: bytes) -> list[PublicRow]:
    """Return the rows that ``as_csv`` wrote, just as they were."""
    _headings, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [PublicRow(*map(bare, row)) for row in rows]


def every_case(store: Store) -> list[AuditCase]:
    with store.reading() as session:
        return [load_case(session, each.id) for each in list_audits(session)]


def public_rows(cases: list[AuditCase], year: int, today: date) -> list[PublicRow]:
    return list(public_year(cases, year, today).rows)


def pages(store: Store, folder: Path, today: date = TODAY, year: int = 2022) -> tuple[Path, ...]:
    drawn = draw_pages(store, find_municipality(store, "Eskilstuna"), year, today, folder)
    return publish_pages(store, drawn, today, folder, reasons={}, why=None)


def test_the_page_its_data_and_the_index_are_readable_by_everybody(
    demo_store: Store, tmp_path: Path
) -> None:
    made = pages(demo_store, tmp_path / "webb")
    assert [each.name for each in made] == ["2022.html", "2022.csv", "index.html"]
    for path in (made[0], made[2]):
        assert check_html(path.read_bytes()) == ()
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text
        assert "http" not in text.replace("http-equiv", "")
    rows = from_csv(made[1].read_bytes())
    assert len(rows) == 27
    assert all(value for row in rows for value in vars(row).values())
    assert '<a href="2022.html">Granskningar 2022</a>' in made[2].read_text(encoding="utf-8")


def test_open_data_comes_back_as_it_was_and_holds_no_formula() -> None:
    content = as_csv([HOSTILE])
    assert from_csv(content) == [HOSTILE]
    cells = content.decode("utf-8-sig").split("\r\n", 1)[1]
    assert not [sign for sign in "=+-@\t\r" if cells.startswith(f'"{sign}')]
    assert content.startswith(b"\xef\xbb\xbf")


def test_hostile_text_stays_text_on_the_page() -> None:
    page = year_page("<i>K", shown(HOSTILE), "&").decode()
    assert "<b>" not in page
    assert "<i>" not in page
    assert page.count("&lt;b&gt;&amp;") >= len(fields(PublicRow)) - 5


def test_only_what_is_handed_over_and_asked_is_shown(demo_store: Store) -> None:
    cases = every_case(demo_store)
    for year in {case.audit.audit_year for case in cases}:
        found = {row.reference for row in public_rows(cases, year, TODAY)}
        assert found <= {case.audit.reference for case in cases if case.is_handed_over}
    case = next(each for each in cases if each.audit.reference == "ESK-2022-1")
    draft = replace(case, audit=case.audit.model_copy(update={"handed_over_on": None}))
    assert public_rows([draft], 2022, TODAY) == []


def test_the_auditors_verdict_and_outcome_are_told_in_order_of_number(demo_store: Store) -> None:
    cases = every_case(demo_store)
    rows = [each for each in public_rows(cases, 2022, TODAY) if each.reference == "ALV-2022-1"]
    gone, done, remains = "Inte längre aktuell", "Genomförd", "Kvarstår efter uppföljning"
    merged = "Sammanförd med annan rekommendation"
    assert [(each.number, each.standing, each.verdict, each.outcome) for each in rows] == [
        ("R1", "Avslutad", done, done),
        ("R2", "Avslutad", gone, gone),
        ("R3", "Avslutad", "I huvudsak genomförd", done),
        ("R3", remains, "Delvis genomförd", "Inte avslutad"),
        ("R4", remains, "Delvis genomförd", "Inte avslutad"),
        ("R4", "Avslutad", "Ej genomförd", merged),
        ("R5", remains, "Genomförd, därefter återöppnad", "Inte avslutad"),
    ]
    page = year_page("K", shown(*rows), "").decode()
    assert "<td>Genomförd, därefter återöppnad</td>" in page
    assert (
        '<td><span class="whole">§ 148</span>, <span class="whole">2022-10-04</span></td>' in page
    )


def test_a_late_reply_is_missing_in_every_column(demo_store: Store) -> None:
    cases = every_case(demo_store)
    late = [e for e in public_rows(cases, 2025, TODAY) if e.position == "Svar saknas"]
    assert late
    assert {each.standing for each in late} == {"Svar saknas"}


def test_a_promise_is_not_told_as_going_on(demo_store: Store) -> None:
    cases = every_case(demo_store)
    rows = {
        (each.reference, each.number, each.committee): (each.due, each.standing)
        for year in (2022, 2023, 2024)
        for each in public_rows(cases, year, TODAY)
    }
    promised = "Åtgärd utlovad"
    assert [
        rows[place]
        for place in (
            ("ESK-2022-1", "R1", "Kommunstyrelsen"),
            ("ESK-2022-1", "R2", "Kommunstyrelsen"),
            ("ESK-2022-1", "R9", "Vård- och omsorgsnämnden"),
            ("ALV-2023-2", "R4", "Kommunstyrelsen"),
            ("ALV-2023-2", "R3", "Kommunstyrelsen"),
            ("ALV-2024-3", "R2", "Samhällsbyggnadsnämnden"),
        )
    ] == [
        ("Juni 2023", f"{promised}, klar senast juni 2023; inte redovisad"),
        ("Ingen angiven", promised),
        ("2023", "Åtgärd pågår; skulle ha varit klar senast 2023"),
        ("Inför 2025", f"{promised}, klar inför 2025; inte redovisad"),
        ("2024", f"{promised}, klar senast 2024; inte redovisad som klar"),
        ("Februari 2026", f"{promised}, klar senast februari 2026"),
    ]


def test_questions_have_a_table_and_words_of_their_own(demo_store: Store) -> None:
    year = public_year(every_case(demo_store), 2025, TODAY)
    study = next(each for each in year.audits if each.reference == "ALV-2025-3")
    assert {each.kind for each in study.rows} == {"Fråga"}
    assert {each.action for each in study.rows} == {"Gäller inte frågor"}
    page = year_page("K", year, "").decode()
    assert "<caption>Frågor, svar och läge: Förstudie om skolfrånvaro i grundskolan" in page
    section = page[page.index('<h2 id="alv-2025-3">') :]
    assert section.count('<th scope="col">') == 6
    assert "Gäller inte frågor" not in page


def test_a_follow_up_leads_to_what_it_follows_up(demo_store: Store) -> None:
    year = public_year(every_case(demo_store), 2024, TODAY)
    told = "”Granskning av inköp och upphandling” (ALV-2022-1)"
    link = f'<p>Uppföljning av <a href="2022.html#alv-2022-1">{told}</a>.</p>'
    assert link in year_page("K", year, "", ["2022.html#alv-2022-1"]).decode()
    assert f"<p>Uppföljning av {told}.</p>" in year_page("K", year, "").decode()
    assert {each.follows for each in year.rows if each.reference == "ALV-2024-3"} == {
        "ALV-2022-1, ALV-2022-2"
    }


def test_what_is_left_out_of_one_year_is_not_named_on_another(
    demo_store: Store, tmp_path: Path
) -> None:
    town = find_municipality(demo_store, "Älvsunda")

    def drawn(year: int, *left_out: str) -> PublicPages:
        return draw_pages(demo_store, town, year, TODAY, tmp_path, dict.fromkeys(left_out, "OSL"))

    def put(made: PublicPages) -> None:
        publish_pages(demo_store, made, TODAY, tmp_path, reasons={}, why="Läst igenom")

    put(drawn(2022, "ALV-2022-1"))
    again = (Revealed.NOT_SHOWN_BEFORE, "ALV-2022-1")
    named = drawn(2024)
    assert again in [(each.kind, each.text) for each in named.findings]
    page = named.files["2024.html"].decode()
    assert "<p>Uppföljning av ”Granskning av inköp och upphandling” (ALV-2022-1).</p>" in page
    assert '<a href="2022.html#alv-2022-2">' in page
    kept = drawn(2024, "ALV-2022-1")
    assert not [name for name, each in kept.files.items() if b"ALV-2022-1" in each]
    assert "<p>En tidigare granskning som följs upp redovisas inte här.</p>" in (
        kept.files["2024.html"].decode()
    )
    put(kept)
    (tmp_path / "2022.html").unlink()
    assert again in [(each.kind, each.text) for each in drawn(2024).findings]
    with pytest.raises(UsageError, match="cannot be left out"):
        drawn(2024, "ALV-2022-1:R1")


def test_the_title_of_what_is_followed_up_is_asked_about_where_it_tells_of_security(
    demo_store: Store, tmp_path: Path
) -> None:
    with demo_store.wish() as session:
        audit = one(session, r.Audit, find_audit(demo_store, "ALV-2022-1").id)
        change(session, audit, title="Granskning av IT-säkerhet")
    town = find_municipality(demo_store, "Älvsunda")
    found = draw_pages(demo_store, town, 2024, TODAY, tmp_path).findings
    assert (Revealed.SECURITY, "ALV-2022-1, IT-säkerhet") in [(e.kind, e.text) for e in found]


def test_a_page_of_the_register_is_made_anew_and_an_edited_one_is_left(
    demo_store: Store, tmp_path: Path
) -> None:
    page, data, index = pages(demo_store, tmp_path)
    before = page.read_bytes()
    assert pages(demo_store, tmp_path) == (page, data, index)
    assert page.read_bytes() == before
    pages(demo_store, tmp_path, date(2026, 3, 1))
    assert page.read_bytes() != before
    lines = list_documents(demo_store, tmp_path, "Eskilstuna")
    published = [each.document for each in lines if each.document.file_name == "2022.html"]
    assert [(each.edition, each.published_on) for each in published] == [
        (1, TODAY),
        (2, date(2026, 3, 1)),
    ]
    page.write_text("min egen", encoding="utf-8")
    with pytest.raises(RevTrackError, match="was edited by hand"):
        pages(demo_store, tmp_path, date(2026, 3, 2))
    assert page.read_text(encoding="utf-8") == "min egen"


def test_pages_half_written_are_put_back_and_written_the_next_day(
    demo_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "webb"
    made = pages(demo_store, folder)
    before = [each.read_bytes() for each in made]
    swap, calls = os.replace, iter(range(9))

    def full(draft: Path, path: Path) -> None:
        if next(calls) == 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        swap(draft, path)

    with monkeypatch.context() as disk:
        disk.setattr(os, "replace", full)
        with pytest.raises(RevTrackError, match="No space left"):
            pages(demo_store, folder, date(2026, 3, 1))
    assert [each.read_bytes() for each in made] == before
    assert sorted(folder.iterdir()) == sorted(made)
    assert date(2026, 3, 1) not in published_days(demo_store)
    assert pages(demo_store, folder, date(2026, 3, 2)) == made
    assert date(2026, 3, 2) in published_days(demo_store)


def test_pages_that_a_power_cut_left_half_written_are_known(
    demo_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (page, *_rest) = pages(demo_store, tmp_path)
    later = draw_pages(
        demo_store, find_municipality(demo_store, "Eskilstuna"), 2022, date(2026, 3, 1), tmp_path
    )
    with monkeypatch.context() as disk:
        disk.setattr(os, "replace", refuse)
        with pytest.raises(RevTrackError):
            pages(demo_store, tmp_path, date(2026, 3, 1))
    page.write_bytes(later.files[page.name])  # the one that was swapped before the power went
    assert pages(demo_store, tmp_path, date(2026, 3, 1))[0].read_bytes() == page.read_bytes()
    assert date(2026, 3, 1) in published_days(demo_store)


def test_a_page_edited_while_it_is_written_is_left(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"before")
    (tmp_path / "b").write_bytes(b"edited")
    old, new = dict.fromkeys("ab", b"before"), dict.fromkeys("ab", b"after")
    with pytest.raises(RevTrackError, match="was changed while"), rewritten(tmp_path, old, new):
        pass
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"before", b"edited"]
    assert len(list(tmp_path.iterdir())) == 2


def refuse(*_paths: Path) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def published_days(store: Store) -> set[date | None]:
    return {each.document.published_on for each in list_documents(store, Path())}


def test_a_name_on_the_page_stops_it_until_it_is_confirmed(
    demo_store: Store, tmp_path: Path
) -> None:
    with demo_store.wish() as session:
        action = one(session, r.Action, 1)
        change(session, action, text="Anna Lindqvist tar fram en plan")
    town = find_municipality(demo_store, "Eskilstuna")
    drawn = draw_pages(demo_store, town, 2022, TODAY, tmp_path / "webb")
    (found,) = drawn.unconfirmed({}, None)
    assert found.text == "Anna Lindqvist"
    with pytest.raises(RevTrackError, match="Nothing was published"):
        publish_pages(demo_store, drawn, TODAY, tmp_path / "webb", reasons={}, why=None)
    assert not (tmp_path / "webb").exists()
    reasons = {found.key: "Har samtyckt"}
    assert publish_pages(demo_store, drawn, TODAY, tmp_path / "webb", reasons=reasons, why=None)


def draw(store: Store, folder: Path, *left_out: str) -> PublicPages:
    town = find_municipality(store, "Älvsunda")
    return draw_pages(store, town, 2025, TODAY, folder, dict.fromkeys(left_out, "OSL 18:8"))


def test_what_is_said_of_security_is_left_out_or_confirmed(
    demo_store: Store, tmp_path: Path
) -> None:
    drawn = draw(demo_store, tmp_path, "ALV-2025-1", "ALV-2025-2:R3", "alv-2025-2:r4")
    publish_pages(demo_store, drawn, TODAY, tmp_path, reasons={}, why=None)
    page = (tmp_path / "2025.html").read_text(encoding="utf-8")
    assert "<p>En granskning redovisas inte här.</p>" in page
    assert "<p>Två rekommendationer redovisas inte här.</p>" in page
    assert not [name for name, each in drawn.files.items() if b"ALV-2025-1" in each]
    assert {e.number for e in from_csv(drawn.files["2025.csv"]) if "2025-2" in e.reference} == {
        *("R1", "R2")
    }
    why = list_history(demo_store)[-1].why
    assert why == "ALV-2025-1: OSL 18:8; ALV-2025-2:R3: OSL 18:8; alv-2025-2:r4: OSL 18:8"
    left = draw(demo_store, tmp_path).unconfirmed({}, None)
    assert [(each.kind, each.text) for each in left] == [
        (Revealed.SECURITY, "ALV-2025-1, IT-säkerhet"),
        (Revealed.SECURITY, "ALV-2025-1:R1, kontinuitetsplan"),
        (Revealed.SECURITY, "ALV-2025-1:R3, autentisering"),
        (Revealed.SECURITY, "ALV-2025-1:R4, återläsning"),
        (Revealed.SECURITY, "ALV-2025-1:R4, säkerhetskopior"),
        (Revealed.SECURITY, "ALV-2025-1:R5, informationssäkerhet"),
        (Revealed.NOT_SHOWN_BEFORE, "ALV-2025-1"),
        (Revealed.NOT_SHOWN_BEFORE, "ALV-2025-2:R3"),
        (Revealed.NOT_SHOWN_BEFORE, "ALV-2025-2:R4"),
    ]


def test_what_is_not_on_the_page_cannot_be_left_out(demo_store: Store) -> None:
    cases = every_case(demo_store)
    for place in ("ESK-2022-1", "ALV-2025-1:R9", "ALV-2025-4"):
        with pytest.raises(UsageError, match="cannot be left out"):
            left_out_of(demo_store, cases, 2025, [place])


def test_working_material_is_never_on_the_page(demo_store: Store) -> None:
    (case,) = (e for e in every_case(demo_store) if e.audit.reference == "ALV-2025-1")
    secret = {"confidentiality": Confidentiality.WORKING_MATERIAL}
    year = public_year([replace(case, audit=case.audit.model_copy(update=secret))], 2025, TODAY)
    assert (year.audits, year.left_out) == ((), 1)
    assert "<p>En granskning redovisas inte här.</p>" in year_page("K", year, "").decode()


def test_a_year_without_a_letter_is_refused(demo_store: Store, tmp_path: Path) -> None:
    town = find_municipality(demo_store, "Eskilstuna")
    with pytest.raises(UsageError, match="There are: 2022"):
        draw_pages(demo_store, town, 2021, TODAY, tmp_path)


def test_a_client_is_handed_over_whole_and_alone(
    demo_store: Store, empty_store: Store, tmp_path: Path
) -> None:
    audit = find_audit(demo_store, "ESK-2022-1").id
    entry = AttachmentEntry(audit_id=audit, name="KS § 85.pdf")
    attach_file(demo_store, entry, b"protokoll")
    other = AttachmentEntry(audit_id=find_audit(demo_store, "ALV-2025-1").id, name="annan.txt")
    attach_file(demo_store, other, b"annan klients")
    folder = tmp_path / "ut"
    made = make_handover(demo_store, find_municipality(demo_store, "Eskilstuna"), TODAY, folder)
    assert all(each.is_file() for each in made)
    assert not [each for each in made if b"lvsunda" in each.read_bytes()]
    (copy,) = (folder / "filer").iterdir()
    assert (copy.name, copy.read_bytes()) == ("ESK-2022-1_KS-85.pdf", b"protokoll")
    content = (folder / "Eskilstuna-kommun.json").read_bytes()
    assert [each["name"] for each in json.loads(content)["municipalities"]] == ["Eskilstuna kommun"]
    beside = {
        each.name: each.read_bytes() for each in (folder / "Eskilstuna-kommun.bilagor").iterdir()
    }
    report = import_case_file(empty_store, content, source="överlämning", attachments=beside)
    assert report.audits == ("ESK-2022-1",)
    assert report.missing_files == ()
    book = load_workbook(folder / "Förteckning.xlsx")
    assert book["Filer"]["B2"].value == copy.name
    assert book["Rekommendationer"].max_row == 29
    (noted,) = list_documents(demo_store, folder, "Eskilstuna")
    assert noted.document.kind is DocumentKind.HANDOVER


def test_the_list_tells_what_was_sent_and_of_no_folder_that_is_not_there(
    demo_store: Store,
) -> None:
    (case,) = (e for e in every_case(demo_store) if e.audit.reference == "ALV-2025-1")
    paper = r.Document(
        id=1,
        uid="0" * 8 + "-0000-4000-8000-" + "0" * 12,
        version=1,
        audit_id=case.audit.id,
        kind=DocumentKind.COVER_LETTER,
        file_name="Missiv.docx",
        edition=2,
        stamp="1-0",
        content_hash="a" * 64,
        made_on=date(2025, 9, 24),
        issued_on=date(2025, 9, 25),
    )
    made = handover_list(case.municipality, [case], {}, [paper], today=TODAY, note="Sist.")
    about = excel_rows(made, "Om överlämningen")
    assert ("Läs in", "Ärendefilen (.json) läses in med: revtrack import.") in about
    assert ("Framställda handlingar", "1, varav 1 antecknade som skickade") in about
    assert not [row for row in about if "mappen" in str(row[1]).lower()]
    assert excel_rows(made, "Granskningar")[1][4:7] == (5, 0, 1)
    letter, document = (
        [str(value).removesuffix(" 00:00:00") for value in excel_rows(made, sheet)[-1]]
        for sheet in ("Brev", "Handlingar")
    )
    assert letter == [
        *("ALV-2025-1", "Påminnelse om svar", "Barn- och utbildningsnämnden"),
        *("2026-01-23", "Ingen angiven"),
    ]
    assert document == [
        *("ALV-2025-1", "Missiv", "Ingen särskild", "Missiv.docx", "2"),
        *("2025-09-24", "2025-09-25", "Inte publicerad", "a" * 64),
    ]


def test_nothing_is_handed_over_into_a_folder_with_something_in_it(
    demo_store: Store, tmp_path: Path
) -> None:
    (tmp_path / "rest.txt").write_bytes(b"")
    with pytest.raises(RevTrackError, match="is not empty"):
        make_handover(demo_store, find_municipality(demo_store, "Eskilstuna"), TODAY, tmp_path)
