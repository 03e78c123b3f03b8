"""The public page: what has been handed over, without names; and a client handed over whole."""

import errno
import json
import os
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from revtrack.documents.accessibility.html import check_html
from revtrack.documents.public.page import year_page
from revtrack.documents.public.rows import PublicRow, as_csv, from_csv, public_rows
from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.entries import AttachmentEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.find import find_audit, find_municipality
from revtrack.services.papers.files import rewritten
from revtrack.services.papers.handover import make_handover
from revtrack.services.papers.listing import list_documents
from revtrack.services.papers.public_page import draw_pages, publish_pages
from revtrack.services.replies.attach import attach_file
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.rows import change, one
from revtrack.storage.store import Store
from tests.conftest import TODAY

HOSTILE = PublicRow(
    *(
        f'{sign}1+1{name}\r\n"<b>&'
        for sign, name in zip("=+-@\t\r'ab;,cd", "abcdefghijklm", strict=True)
    )
)


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
    page = year_page("<i>K", 2022, [HOSTILE], "&").decode()
    assert "<b>" not in page
    assert "<i>" not in page
    assert page.count("&lt;b&gt;&amp;") >= len(fields(PublicRow)) - 3


def test_only_what_is_handed_over_and_asked_is_shown(demo_store: Store) -> None:
    with demo_store.reading() as session:
        cases = [load_case(session, each.id) for each in list_audits(session)]
    for year in {case.audit.audit_year for case in cases}:
        shown = {row.reference for row in public_rows(cases, year, TODAY)}
        assert shown <= {case.audit.reference for case in cases if case.is_handed_over}
    case = next(each for each in cases if each.audit.reference == "ESK-2022-1")
    draft = replace(case, audit=case.audit.model_copy(update={"handed_over_on": None}))
    assert public_rows([draft], 2022, TODAY) == []


def test_the_auditors_verdict_and_outcome_are_told_in_order_of_number(demo_store: Store) -> None:
    with demo_store.reading() as session:
        cases = [load_case(session, each.id) for each in list_audits(session)]
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
    assert "<td>Genomförd, därefter återöppnad</td>" in year_page("K", 2022, rows, "").decode()


def test_a_late_reply_is_missing_in_every_column(demo_store: Store) -> None:
    with demo_store.reading() as session:
        cases = [load_case(session, each.id) for each in list_audits(session)]
    late = [e for e in public_rows(cases, 2025, TODAY) if e.position == "Svar saknas"]
    assert late
    assert {each.standing for each in late} == {"Svar saknas"}


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


def test_nothing_is_handed_over_into_a_folder_with_something_in_it(
    demo_store: Store, tmp_path: Path
) -> None:
    (tmp_path / "rest.txt").write_bytes(b"")
    with pytest.raises(RevTrackError, match="is not empty"):
        make_handover(demo_store, find_municipality(demo_store, "Eskilstuna"), TODAY, tmp_path)
