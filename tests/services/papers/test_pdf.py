"""Word documents as PDF: what LibreOffice is asked, and what is done with what it makes."""

import json
import os
import signal
import stat
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.find import find_audit, read_case
from revtrack.services.papers import pdf
from revtrack.services.papers.pdf import Patience, as_pdf, libreoffice
from revtrack.services.papers.produce import produce
from revtrack.storage.store import Store

STAND_IN = '''#!{python}
"""Stands in for LibreOffice: writes for each file one that looks like what LibreOffice writes."""
import json, os, random, sys, time
from pathlib import Path

asked = sys.argv[1:]
Path({log!r}).write_text(json.dumps({{"asked": asked, "epoch": os.environ["SOURCE_DATE_EPOCH"]}}))
{first}
folder = Path(asked[asked.index("--outdir") + 1])
for source in asked[asked.index("--outdir") + 2:]:
    chance = lambda: "".join(random.choices("0123456789ABCDEF", k=32))
    moment = time.strftime("%Y%m%d%H%M%S")
    (folder / Path(source).with_suffix(".pdf").name).write_text(
        "%PDF-1.6 " + Path(source).read_text(errors="replace")[:5]
        + "<xmp:CreateDate>" + time.strftime("%Y-%m-%dT%H:%M:%S") + "+01:00</xmp:CreateDate>"
        + "/CreationDate(D:" + moment + "+01'00')"
        + "/ID [ <" + chance() + ">\\n<" + chance() + "> ]\\n/DocChecksum /" + chance()
    )
'''
DAY = date(2026, 2, 16)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-in is a script that Windows does not start by name"
)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a folder first where programs are looked for, with nothing in it, and return it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(pdf, "_usual_places", lambda: iter(()))
    return folder


def installed(folder: Path, first: str = "") -> Path:
    """Install the stand-in and return where it tells what it was asked."""
    log = folder.parent / "asked.json"
    program = folder / "soffice"
    program.write_text(STAND_IN.format(python=sys.executable, log=str(log), first=first))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return log


def test_it_is_asked_for_tagged_pdf_ua_with_bookmarks_and_title(install: Path) -> None:
    log = installed(install)
    assert libreoffice() == install / "soffice"
    [made] = as_pdf([b"ett"], DAY)
    assert made.startswith(b"%PDF-1.6 ett")
    told = log.read_text()
    for wanted in ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks", "DisplayPDFDocumentTitle"):
        assert wanted in told
    assert "-env:UserInstallation=file:///" in told
    assert '"epoch": "1771200000"' in told


def test_the_same_document_and_day_give_the_same_bytes(install: Path) -> None:
    installed(install)
    first, second = (as_pdf([b"ett", "två".encode()], DAY) for _ in range(2))
    assert first == second
    assert first[0] != first[1]
    assert b"/CreationDate(D:20260216000000+00'00')" in first[0]
    assert b"<xmp:CreateDate>2026-02-16T00:00:00+00:00<" in first[0]
    [other_day] = as_pdf([b"ett"], date(2026, 2, 17))
    assert len(other_day) == len(first[0])
    assert other_day != first[0]


def test_nothing_is_left_behind(
    install: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(install)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    as_pdf([b"ett"], DAY)
    assert list(temporary.iterdir()) == []


@pytest.mark.usefixtures("install")
def test_without_libreoffice_it_is_said_what_to_do() -> None:
    assert libreoffice() is None
    with pytest.raises(RevTrackError, match=r"LibreOffice is not installed\. Install it"):
        as_pdf([b"ett"], DAY)


def installed_with_child(folder: Path, then: str) -> Path:
    """Install a stand-in that starts a process of its own; return where it tells its number."""
    child = folder.parent / "child"
    installed(
        folder,
        "import subprocess\n"
        f"started = subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        f"Path({str(child)!r}).write_text(str(started.pid))\n"
        f"{then}",
    )
    return child


def test_one_that_is_not_done_in_time_is_ended_with_all_it_started(install: Path) -> None:
    child = installed_with_child(install, "time.sleep(60)")
    with pytest.raises(RevTrackError, match=r"not done within 1\.5 seconds"):
        as_pdf([b"ett"], DAY, Patience(to_start=1.5, for_each=0))
    with pytest.raises(ProcessLookupError):
        _wait_for_end(int(child.read_text()))


def test_what_it_leaves_running_when_it_closes_is_ended(install: Path) -> None:
    child = installed_with_child(install, "sys.exit(1)")
    with pytest.raises(RevTrackError, match="could not read the document"):
        as_pdf([b"ett"], DAY)
    with pytest.raises(ProcessLookupError):
        _wait_for_end(int(child.read_text()))


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl+C interrupt, as in a terminal; a shell's background job has it switched off."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_wait_ends_it_with_all_it_started(install: Path) -> None:
    child = installed_with_child(install, "os.kill(os.getppid(), 2)\ntime.sleep(60)")
    with pytest.raises(KeyboardInterrupt):
        as_pdf([b"ett"], DAY)
    with pytest.raises(ProcessLookupError):
        _wait_for_end(int(child.read_text()))


def _wait_for_end(process: int) -> None:
    """Raise ProcessLookupError when the process is gone or waits to be forgotten."""
    state = Path(f"/proc/{process}/stat")
    until = monotonic() + 5
    while monotonic() < until:
        if state.exists() and state.read_text().split()[2] == "Z":
            raise ProcessLookupError
        os.kill(process, 0)
        os.sched_yield()


def test_one_that_makes_nothing_or_cannot_start_is_told_of(install: Path) -> None:
    installed(install, "sys.exit(0)")
    with pytest.raises(RevTrackError, match="could not read the document"):
        as_pdf([b"ett"], DAY)
    (install / "soffice").write_text("#!/no/such/program")
    with pytest.raises(RevTrackError, match="could not be started"):
        as_pdf([b"ett"], DAY)


def test_each_word_document_gets_a_pdf_beside_it_that_the_register_knows(
    install: Path, demo_store: Store, tmp_path: Path
) -> None:
    log = installed(install)
    audit = find_audit(demo_store, "ALV-2023-2")

    def make() -> list[tuple[str, bool]]:
        made = produce(
            *(demo_store, DocumentKind.RECOMMENDATION_TABLE, audit.id, DAY, tmp_path / "ut"),
            pdf=True,
        )
        return [(each.path.suffix, each.is_new) for each in made]

    assert make() == [(".docx", True), (".pdf", True), (".xlsx", True)]
    assert make() == [(".docx", False), (".pdf", False), (".xlsx", False)]
    names = [each.file_name for each in read_case(demo_store, audit.id).documents]
    assert sorted(Path(name).suffix for name in names) == [".docx", ".pdf", ".xlsx"]
    assert len(json.loads(log.read_text())["asked"]) == 9  # one document: it is started once


@pytest.mark.usefixtures("install")
def test_nothing_is_written_where_no_pdf_can_be_made(demo_store: Store, tmp_path: Path) -> None:
    audit = find_audit(demo_store, "ALV-2023-2")
    asked = (demo_store, DocumentKind.COVER_LETTER, audit.id, DAY, tmp_path / "ut")
    with pytest.raises(RevTrackError, match="LibreOffice is not installed"):
        produce(*asked, pdf=True)
    assert not (tmp_path / "ut").exists()
    assert read_case(demo_store, audit.id).documents == ()


def test_a_workbook_is_not_made_as_pdf(demo_store: Store, tmp_path: Path) -> None:
    audit = find_audit(demo_store, "ALV-2023-2")
    asked = (demo_store, DocumentKind.FOLLOW_UP_WORKBOOK, audit.id, DAY, tmp_path / "ut")
    with pytest.raises(UsageError, match="Only Word documents are made as PDF"):
        produce(*asked, formats={".xlsx"}, pdf=True)
