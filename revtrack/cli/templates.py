"""The office's own templates: listed, copied, explained, looked through and shown filled in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from revtrack.cli import FINE, PROBLEMS
from revtrack.cli.frame.output import note, say, say_json, say_table, say_wrapped
from revtrack.cli.frame.parts import Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.fields.field import Field
from revtrack.domain.codes import Severity
from revtrack.domain.errors import UsageError
from revtrack.services.papers import templates
from revtrack.services.papers.templates import Checked, TemplateLine
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label


def list_() -> Command:
    """Return the command that lists the templates."""
    return Command(
        "template list",
        _list,
        [json_option()],
        _(
            "The office's own lie in the folder of the setting templates (REVTRACK_TEMPLATES), "
            "under the same file names as ours."
        ),
        ["revtrack template list"],
    )


def copy() -> Command:
    """Return the command that copies ours into the office's folder."""
    return Command(
        "template copy",
        _copy,
        [
            click.Argument(["kinds"], nargs=-1, metavar=_("[KIND]…")),
            click.Option(
                ["--to"],
                type=click.Path(path_type=Path),
                metavar=_("FOLDER"),
                help=_("The folder; else that of the setting templates."),
            ),
        ],
        _("Without a kind all are copied. One that is there already is left as it is."),
        ["revtrack template copy --to mallar", "revtrack template copy missiv"],
    )


def fields() -> Command:
    """Return the command that explains the fields."""
    return Command(
        "template fields",
        _fields,
        [click.Argument(["kind"], required=False, metavar=_("[KIND]")), json_option()],
        _("The fields are written in Word as they are shown, with two braces on each side."),
        ["revtrack template fields missiv", "revtrack template fields --json"],
    )


def check() -> Command:
    """Return the command that looks templates through."""
    return Command(
        "template check",
        _check,
        [
            click.Argument(
                ["files"], nargs=-1, type=click.Path(path_type=Path), metavar=_("[FILE]…")
            ),
            json_option(),
        ],
        _(
            "Without a file all that are used are looked through: fields, styles, accessibility, "
            "and what is unsafe. The exit status is 1 where there is something to mend."
        ),
        ["revtrack template check", "revtrack template check mallar/missiv.docx"],
    )


def preview() -> Command:
    """Return the command that fills a template in with sample data."""
    return Command(
        "template preview",
        _preview,
        [
            click.Argument(["kind"], metavar=_("KIND")),
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path),
                metavar=_("FOLDER"),
                help=_("Where it is written; else this folder."),
            ),
        ],
        _("It is filled in with the invented or public data of the demo, never with your own."),
        ["revtrack template preview missiv", "revtrack template preview missiv --out prov"],
    )


def _list(start: Start, as_json: bool) -> None:
    lines = templates.list_templates(start.templates)
    if as_json:
        say_json([_line_as_json(line) for line in lines])
        return
    headings = [_("Kind"), _("Template"), _("File"), _("Whose"), _("Saved")]
    say_table(headings, [_row(line) for line in lines], wide=1)
    if start.templates is None:
        note(_("There is no folder of your own. Make one with: revtrack template copy --to FOLDER"))


def _row(line: TemplateLine) -> Sequence[str]:
    if line.path is None:
        return (line.kind, line.title, line.name, _("ours"), "–")
    whose = _("your own, changed") if line.is_changed else _("your own, not changed")
    return (line.kind, line.title, line.name, whose, str(line.changed_on))


def _line_as_json(line: TemplateLine) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "title": line.title,
        "file": line.name,
        "path": str(line.path) if line.path else None,
        "saved_on": line.changed_on.isoformat() if line.changed_on else None,
        "is_changed": line.is_changed,
    }


def _copy(start: Start, kinds: tuple[str, ...], to: Path | None) -> None:
    folder = to or start.templates
    if folder is None:
        raise UsageError(
            "There is no folder to copy to. Say which with --to, or choose one for good with the "
            "setting templates (REVTRACK_TEMPLATES)."
        )
    copied, kept = templates.copy_templates(folder, kinds)
    for path in copied:
        say(str(path))
    for path in kept:
        note(_("{path} is there already and was left as it is.").format(path=path))
    if start.templates is None or start.templates.absolute() != folder.absolute():
        note(
            _(
                'They are used once the setting says so: templates = "{folder}" in settings.toml, '
                "or REVTRACK_TEMPLATES."
            ).format(folder=folder.absolute())
        )


def _fields(start: Start, kind: str | None, as_json: bool) -> None:
    del start
    names = [templates.template_named(kind)] if kind else list(templates.NAMES)
    listed = {name: templates.fields_of(name) for name in names}
    if as_json:
        say_json({name: [_field_as_json(each) for each in found] for name, found in listed.items()})
        return
    for number, (name, found) in enumerate(listed.items()):
        say(f"{chr(10) if number else ''}{name}")
        for each in found:
            _say_field(each)


def _say_field(field: Field) -> None:
    what = _("block, alone in its paragraph") if field.is_block else _("text")
    say_wrapped(f"{{{{ {field.name} }}}}  ({what}) {field.meaning}.", indent=2, hanging=4)
    holds = _("Holds: {what}.") if field.is_block else _("Example: {what}")
    say_wrapped(holds.format(what=field.example), indent=6, hanging=4)
    for kind in field.tables:
        said = _("Columns of the table ”{title}”:")
        say_wrapped(said.format(title=kind.title), indent=6, hanging=4)
        for each in kind.columns:
            told = f"{{{{ {each.name} }}}}  {each.heading}: {each.meaning}."
            say_wrapped(told, indent=8, hanging=4)


def _field_as_json(field: Field) -> dict[str, Any]:
    return {
        "field": field.name,
        "meaning": field.meaning,
        "example": field.example,
        "is_block": field.is_block,
        "tables": [
            {
                "title": kind.title,
                "columns": [
                    {"field": each.name, "heading": each.heading, "meaning": each.meaning}
                    for each in kind.columns
                ],
            }
            for kind in field.tables
        ],
    }


def _check(start: Start, files: tuple[Path, ...], as_json: bool) -> int:
    checked = templates.check_templates(start.templates, files)
    if as_json:
        say_json([_finding_as_json(each, found) for each in checked for found in each.findings])
    else:
        for each in checked:
            _say_checked(each)
    serious = [found for each in checked for found in each.findings if _is_serious(found)]
    if not as_json:
        said = ngettext("{n} thing to mend.", "{n} things to mend.", len(serious))
        note(said.format(n=len(serious)) if serious else _("There is nothing to mend."))
    return PROBLEMS if serious else FINE


def _is_serious(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTICE


def _say_checked(checked: Checked) -> None:
    """Print each finding on a line of its own: no field is broken where it is to be copied."""
    if checked.findings:
        say(str(checked.path))
        for each in checked.findings:
            say(f"  {label(each.severity)}: {each.line}")


def _finding_as_json(checked: Checked, finding: Finding) -> dict[str, Any]:
    return {
        "path": str(checked.path),
        "code": finding.code,
        "severity": finding.severity.value,
        "place": finding.place.words,
        "message": finding.sentence,
    }


def _preview(start: Start, kind: str, out: Path | None) -> None:
    say(str(templates.preview(kind, start.templates, start.today, out or Path())))
