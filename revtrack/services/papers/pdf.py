"""Word documents as PDF, by the LibreOffice that is installed: tagged, PDF/UA, with bookmarks.

LibreOffice works in a profile and a folder of its own that are thrown away, so that neither a
person's settings nor an open window comes into it. It writes the time and two numbers of chance
into each file; they are set from the document itself, so that the same Word document, day and
LibreOffice give the same bytes. Where a version packs them out of reach, they differ.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.papers.placing import Wanted

WORD, PDF = ".docx", ".pdf"
NAMES = ("soffice", "libreoffice")
"""What the program is called where it can be found by name."""


@dataclass(frozen=True)
class Patience:
    """How long LibreOffice may work: it takes a while to start, and then a little each."""

    to_start: float = 90.0
    for_each: float = 30.0


PATIENCE = Patience()
_EXPORT = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
}
_DAY_IN_FILE = re.compile(
    rb"(/(?:CreationDate|ModDate)\(D:)\d{14}(Z|[+-]\d\d'\d\d)|"
    rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[\d-]{10}T[\d:]{8}(Z|[+-]\d\d:\d\d)"
)
_ID = re.compile(rb"(/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(> ?\])")
_CHECKSUM = re.compile(rb"(/DocChecksum /)[0-9A-F]{32}")


def with_pdfs(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return the documents with each that is a Word document as PDF too, after it.

    Raises UsageError where none is; RevTrackError where LibreOffice is not installed, is not done
    in time or makes nothing.
    """
    words = [each for each in wanted if each.suffix == WORD]
    if not words:
        raise UsageError(
            "Only Word documents are made as PDF, and {kind} is none.", kind=_kind(wanted)
        )
    contents = iter(as_pdf([each.content for each in words], words[0].made_on))
    made = []
    for each in wanted:
        made.append(each)
        if each.suffix == WORD:
            made.append(replace(each, content=next(contents), suffix=PDF))
    return made


def _kind(wanted: Sequence[Wanted]) -> str | None:
    return wanted[0].kind if wanted else None


def as_pdf(documents: Sequence[bytes], on: date, patience: Patience = PATIENCE) -> list[bytes]:
    """Return Word documents as PDF files that bear this day, in the same order.

    Raises RevTrackError where LibreOffice is not installed, is not done in time or makes nothing.
    """
    program = libreoffice()
    if program is None:
        raise RevTrackError(
            "No PDF was made, and nothing was written: LibreOffice is not installed. Install it "
            "from libreoffice.org, or make the Word document and save it as PDF in Word."
        )
    with TemporaryDirectory(prefix="revtrack-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"{number}{WORD}" for number in range(1, len(documents) + 1)]
        for source, content in zip(sources, documents, strict=True):
            source.write_bytes(content)
        _convert(program, sources, on, patience.to_start + patience.for_each * len(sources))
        made = [_made(source.with_suffix(PDF)) for source in sources]
    return [_settled(pdf, word, on) for pdf, word in zip(made, documents, strict=True)]


def libreoffice() -> Path | None:
    """Return the LibreOffice of this computer: one found by name, else where it is installed."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return Path(found)
    return next((each for each in _usual_places() if each.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
            if folder := os.environ.get(variable):
                yield Path(folder, "LibreOffice", "program", "soffice.com")
                yield Path(folder, "LibreOffice", "program", "soffice.exe")
    elif sys.platform == "darwin":
        for folder in ("/", str(Path.home())):
            yield Path(folder, "Applications", "LibreOffice.app", "Contents", "MacOS", "soffice")
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield Path("/usr/lib/libreoffice/program/soffice")


def _convert(program: Path, sources: Sequence[Path], on: date, seconds: float) -> None:
    folder = sources[0].parent
    options = {
        name: {"type": "boolean", "value": str(value).lower()} for name, value in _EXPORT.items()
    }
    command = [
        str(program),
        "--headless",
        "--norestore",
        "--nologo",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(options, separators=(',', ':'))}",
        "--outdir",
        str(folder),
        *map(str, sources),
    ]
    midnight = datetime.combine(on, time(), UTC)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), "TZ": "UTC"}
    try:
        with subprocess.Popen(  # noqa: S603 - the program that is installed, and files of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
            start_new_session=True,
        ) as process:
            try:
                _wait(process, seconds)
            finally:  # an interrupted wait too: the keyboard does not reach its session
                _end(process)
    except OSError as fault:
        raise RevTrackError(
            "No PDF was made, and nothing was written: {program} could not be started ({reason}).",
            program=program,
            reason=fault,
        ) from fault


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise RevTrackError(
            "No PDF was made, and nothing was written: LibreOffice was not done within {seconds} "
            "seconds. Try again, or save the Word document as PDF in Word.",
            seconds=f"{seconds:g}",
        ) from None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with what it has started: the program by that name is only a door.

    What the door has left running when it closed by itself is ended too.
    """
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - Windows' own
    else:
        with suppress(ProcessLookupError, PermissionError):  # all ended, or waiting to be forgotten
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _made(path: Path) -> bytes:
    content = path.read_bytes() if path.is_file() else b""
    if not content.startswith(b"%PDF-"):
        raise RevTrackError(
            "No PDF was made, and nothing was written: LibreOffice could not read the document. "
            "Close LibreOffice and try again, or save the Word document as PDF in Word."
        )
    return content


def _settled(pdf: bytes, word: bytes, on: date) -> bytes:
    """Return the file with day and numbers taken from the document; no place in it moves."""
    digits = sha256(word).hexdigest().upper().encode()
    first, second = digits[:32], digits[32:]

    def dated(found: re.Match[bytes]) -> bytes:
        is_plain = found[1] is not None
        start, zone = (found[1], found[2]) if is_plain else (found[3], found[4])
        moment = on.strftime("%Y%m%d000000" if is_plain else "%Y-%m-%dT00:00:00")
        return start + moment.encode() + re.sub(rb"\d", b"0", zone).replace(b"-", b"+")

    dates = _DAY_IN_FILE.sub(dated, pdf)
    known = _ID.sub(lambda found: found[1] + first + found[2] + first + found[3], dates)
    return _CHECKSUM.sub(lambda found: found[1] + second, known)
