"""A letter or report as it was edited by hand, held against the register."""

from pathlib import Path

import click

from revtrack.cli import FINE, PROBLEMS
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, audit_argument, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json
from revtrack.domain.comparison import ComparedAs, Comparison, Deviation
from revtrack.domain.texts.paper import Place
from revtrack.services import find
from revtrack.services.compare import compare_file
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first

INDENT = 2


def compare() -> Command:
    """Return the command that compares a file with the register."""
    return Command(
        "compare",
        _compare,
        [
            audit_argument(),
            click.Argument(
                ["file"],
                type=click.Path(path_type=Path),
                metavar=_("FILE.docx"),
                help=_("The Word document; it is only read."),
            ),
            click.Option(
                ["--as", "compared_as"],
                type=click.Choice([each.value for each in ComparedAs]),
                metavar=_("CODE"),
                help=_("Which list it is held against, where it does not say so itself.")
                + f" ({', '.join(each.value for each in ComparedAs)})",
            ),
            click.Option(
                ["--committee"],
                metavar=_("COMMITTEE"),
                help=_("Whose own copy it is, where it does not say so itself."),
            ),
            json_option(),
        ],
        _(
            "A letter, a report or a table in Word, whatever its layout. Told is what is missing, "
            "extra, worded or numbered otherwise, put to others or dated otherwise, each with its "
            "place and what to do. Exit status 1 where anything differs, 3 where the file cannot "
            "be read."
        ),
        [
            "revtrack compare ESK-2022-1 missiv.docx",
            "revtrack compare ESK-2022-1 rapport.docx --as report --json",
        ],
    )


def _compare(
    start: Start,
    *,
    audit: str,
    file: Path,
    compared_as: str | None,
    committee: str | None,
    as_json: bool,
) -> int:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee) if committee else None
        wanted = ComparedAs(compared_as) if compared_as else None
        found = compare_file(store, case.audit.id, file, wanted, body)
    if as_json:
        say_json([deviation_as_json(each) for each in found.deviations])
    else:
        _tell(found)
    return PROBLEMS if found.deviations else FINE


def deviation_as_json(each: Deviation) -> Json:
    """Return a difference for other programs."""
    return {
        "code": each.code,
        "severity": each.severity.value,
        "message": sentence(each.message, each.values),
        "recommendation": each.number,
        "committee": each.committee.name if each.committee else None,
        "where": _where(each.place) if each.place else None,
        "expected": each.expected,
        "found": each.found,
    }


def _where(place: Place) -> str:
    """Return where in a paper something stands, in words."""
    if place.table is not None:
        said = _("table {table}, row {row}: “{quote}”")
        return said.format(table=place.table, row=place.row, quote=place.quote)
    if place.paragraph is not None:
        said = _("paragraph {paragraph}: “{quote}”")
        return said.format(paragraph=place.paragraph, quote=place.quote)
    return _("page header: “{quote}”").format(quote=place.quote)


def _tell(found: Comparison) -> None:
    for each in found.deviations:
        say_wrapped(
            f"{label(each.severity)}: {sentence(each.message, each.values)}", hanging=INDENT
        )
        if each.place:
            say_wrapped(capitalise_first(_where(each.place)), indent=INDENT, hanging=INDENT)
        if each.expected and each.expected not in each.values.values():
            _quote(_("In the register: {text}"), each.expected)
        if each.found and each.found not in each.values.values() and not _is_quoted(each):
            _quote(_("In the file: {text}"), each.found)
    note(_what_it_was(found))
    if found.has_changes:
        note(_("The file holds tracked changes; it was read as if all of them were accepted."))
    count = len(found.deviations)
    if count:
        note(ngettext("{n} difference.", "{n} differences.", count).format(n=count))
    else:
        note(_("No differences."))


def _is_quoted(each: Deviation) -> bool:
    return each.place is not None and each.found is not None and each.found in each.place.quote


def _quote(said: str, text: str) -> None:
    say_wrapped(said.format(text=text), indent=INDENT, hanging=INDENT)


def _what_it_was(found: Comparison) -> str:
    """Return what the file was taken for, so that a wrong guess is seen."""
    if found.committee is not None:
        said = _("Held against the letter's list, as the copy for {committee}.")
        if found.compared_as is ComparedAs.REPORT:
            said = _("Held against the report's list, as the copy for {committee}.")
        return said.format(committee=found.committee.name)
    if found.compared_as is ComparedAs.REPORT:
        return _("Held against the report's list.")
    return _("Held against the letter's list.")
