"""A report, letter, reply or bundle of somebody else's, read as a proposal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from revtrack.cli import FINE
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import RevTrackError
from revtrack.domain.proposals import proposal as p
from revtrack.domain.texts.paper import Place
from revtrack.services.reading_in.as_json import as_json as contract
from revtrack.services.reading_in.as_json import refused_as_json, warnings
from revtrack.services.reading_in.read_file import SURE, read_file
from revtrack.storage.store import Store
from revtrack.wording import _, word
from revtrack.wording.labels import label

INDENT = 2
T = TypeVar("T")


def read() -> Command:
    """Return the command that reads a paper of somebody else's."""
    return Command(
        "read",
        _read,
        [
            click.Argument(
                ["file"],
                type=click.Path(path_type=Path),
                metavar=_("FILE"),
                help=_("A Word document, a PDF or a text; it is only read."),
            ),
            json_option(),
        ],
        _(
            "A report, a cover letter, a reply, an extract of the minutes or a bundle of them: "
            "what it says, each with its line, and with a question mark where a person should "
            "look. Nothing is saved. Exit status 3 where the file cannot be read, or is no paper "
            "of an audit."
        ),
        ["revtrack read rapport.pdf", "revtrack read handlingar.docx --json"],
    )


def _read(start: Start, *, file: Path, as_json: bool) -> int:
    try:
        with _register(start) as store:
            found = read_file(file, store, _progress)
    except RevTrackError as refusal:
        if as_json:
            say_json(refused_as_json(word(refusal)))
        raise
    if as_json:
        say_json(contract(found))
    else:
        _tell(found)
    return FINE


@contextmanager
def _register(start: Start) -> Iterator[Store | None]:
    """Give the register, by whose names committees are known; None where there is none yet."""
    if not start.is_database_chosen and not start.database.exists():
        yield None
        return
    with opened(start) as store:
        yield store


def _progress(done: int, of: int) -> None:
    note(_("Page {done} of {of} read.").format(done=done, of=of))


# ---- told to a person


def _tell(found: p.Proposal) -> None:
    say(label(found.kind) + (f": {found.title.value}" if found.title else ""))
    for said, value in _head(found):
        say_wrapped(f"{said}: {value.value}{_where(value)}", indent=INDENT, hanging=INDENT)
    _section(_("Reviewed committees"), found.committees, _named)
    _section(_("For information"), found.for_information, _named)
    _section(_("Questions"), found.questions, _question)
    _section(_("Recommendations"), found.recommendations, _recommendation)
    _section(_("Replies"), found.responses, _response)
    _section(_("Extensions"), found.extensions, _extension)
    if found.doubts:
        say()
        say(_("To look at"))
        for each in warnings(found.doubts):
            place = _(" (line {line})").format(line=each["line"]) if each["line"] else ""
            say_wrapped(f"{each['message']}{place}", indent=INDENT, hanging=INDENT)
    note(_("Nothing was saved."))


def _head(found: p.Proposal) -> Iterator[tuple[str, p.Found[Any]]]:
    named = {
        _("Municipality"): found.municipality,
        _("Firm"): found.firm,
        _("Diary number"): found.diary_number,
        _("Year"): found.audit_year,
        _("Report dated"): found.report_on,
        _("Letter dated"): found.letter_on,
        _("Replies due"): found.due_on,
        _("Purpose"): found.purpose,
    }
    for said, value in named.items():
        if value is not None:
            yield said, value


def _where(found: p.Found[Any]) -> str:
    return _mark(found.place, found.confidence)


def _mark(place: Place, confidence: float) -> str:
    """Return the line in brackets, with a question mark where a person should look."""
    doubt = " ?" if confidence < SURE else ""
    said = _(" (line {line}{doubt})") if place.line else "{doubt}"
    return said.format(line=place.line, doubt=doubt)


def _section(heading: str, entries: tuple[T, ...], lines: Callable[[T], Iterator[str]]) -> None:
    if not entries:
        return
    say()
    say(f"{heading} ({len(entries)})")
    for each in entries:
        for number, line in enumerate(lines(each)):
            say_wrapped(line, indent=INDENT if number == 0 else 2 * INDENT, hanging=INDENT)


def _named(found: p.Found[str]) -> Iterator[str]:
    yield f"{found.value}{_where(found)}"


def _question(found: p.ProposedQuestion) -> Iterator[str]:
    yield f"{found.number}. {found.text}{_mark(found.place, found.confidence)}"
    for each in found.assessments:
        whose = f"{', '.join(each.committees)}: " if each.committees else ""
        grade = label(each.grade) if each.grade else _("not graded")
        yield f"{whose}{grade} – ”{each.phrase}”{_mark(each.place, each.confidence)}"


def _recommendation(found: p.ProposedRecommendation) -> Iterator[str]:
    text = found.text or found.letter_text or ""
    yield f"R{found.number}. {text}{_mark(found.place, found.confidence)}"
    if found.committees is not None:
        yield _("In the report to: {names}").format(names=", ".join(found.committees) or "–")
    if found.letter_committees is not None:
        yield _("In the letter to: {names}").format(names=", ".join(found.letter_committees) or "–")
    if found.text and found.letter_text and found.text != found.letter_text:
        yield _("In the letter: {text}").format(text=found.letter_text)


def _response(found: p.ProposedResponse) -> Iterator[str]:
    said = [found.committee, label(found.kind)]
    said += [f"§ {found.paragraph.value}"] if found.paragraph else []
    said += [str(each.value) for each in (found.decided_on, found.diary_number) if each]
    yield f"{', '.join(said)}{_mark(found.place, found.confidence)}"
    for each in found.answers:
        position = label(each.position) if each.position else _("no position found")
        quote = f" – ”{each.quote}”" if each.quote else ""
        yield f"R{each.recommendation}: {position}{quote}{_mark(each.place, each.confidence)}"


def _extension(found: p.ProposedExtension) -> Iterator[str]:
    yield f"{found.committee}, {found.due_on}{_mark(found.place, found.confidence)}"
