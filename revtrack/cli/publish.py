"""Documents made public: scrubbed, looked through, confirmed."""

from collections.abc import Sequence
from pathlib import Path

import click

from revtrack.cli import FINE, REFUSED
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json
from revtrack.cli.frame.parts import PAIR, Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json
from revtrack.domain.errors import UsageError
from revtrack.domain.publishing.gate import Finding, Revealed
from revtrack.services.papers.publishing import PUBLISHED, Looked, look_at
from revtrack.services.papers.publishing import publish as make_public
from revtrack.wording import _, ngettext
from revtrack.wording.gate_texts import place_label, revealed_label


def publish() -> Command:
    """Return the command that publishes documents."""
    return Command(
        "publish",
        _publish,
        [
            click.Argument(
                ["files"],
                nargs=-1,
                required=True,
                type=click.Path(path_type=Path),
                metavar=_("FILE…"),
                help=_("Word documents (.docx) and workbooks (.xlsx); they are only read."),
            ),
            click.Option(
                ["--to", "folder"],
                type=click.Path(path_type=Path),
                metavar=_("FOLDER"),
                help=_("Where the copies are written; else publicerat beside the first file."),
            ),
            *confirming_options(),
            click.Option(
                ["--made-as"],
                metavar=_("NAME"),
                help=_("The name it was made under, where an edited file has another."),
            ),
            json_option(),
        ],
        _(
            "The copy holds what a reader sees: no authors, comments, tracked changes, hidden text "
            "or sheets, no links out of it; formulas and fields to fill in become what they show. "
            "Text that nobody can see for its colour or size is taken out and told of; text that "
            "is placed outside the page is not found, so look at the copy. Names, personal "
            "identity numbers, addresses, phone numbers and what is marked secret are listed; "
            "nothing is published until each is confirmed."
        ),
        [
            "revtrack publish missiv.docx",
            'revtrack publish missiv.docx --reviewed --why "Endast förtroendevalda"',
            'revtrack publish missiv.docx --confirm "officeholder:1a2b3c4d=Ordförande"',
        ],
    )


def confirming_options() -> list[click.Parameter]:
    """Return the options that confirm what the gate has found."""
    return [
        click.Option(
            ["--reviewed"],
            is_flag=True,
            help=_("All that is listed has been looked at, and may be public; needs --why."),
        ),
        click.Option(["--why"], metavar="TEXT", help=_("The reason, kept in the history.")),
        click.Option(
            ["--confirm"],
            type=PAIR,
            multiple=True,
            metavar=_("KEY=REASON"),
            help=_("One of the things listed may be public; may be given several times."),
        ),
    ]


def reason_for_all(start: Start, *, reviewed: bool, why: str | None) -> str | None:
    """Return the reason that holds for all; raise UsageError where one of the two is missing."""
    said = why or start.why
    if reviewed and not said:
        raise UsageError("Say with --why, why what is listed may be public.")
    return said if reviewed else None


def _publish(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    files: Sequence[Path],
    folder: Path | None,
    reviewed: bool,
    why: str | None,
    confirm: Sequence[tuple[str, str]],
    made_as: str | None,
    as_json: bool,
) -> int:
    reason, reasons = reason_for_all(start, reviewed=reviewed, why=why), dict(confirm)
    with opened(start) as store:
        looked = [look_at(store, path, made_as) for path in files]
        left = [each for one in looked for each in one.unconfirmed(reasons, reason)]
        made: tuple[Path, ...] = ()
        if not left:
            made = make_public(
                store,
                looked,
                start.today,
                folder or files[0].parent / PUBLISHED,
                reasons=reasons,
                why=reason,
            )
    if as_json:
        say_json([_as_json(one, made) for one in looked])
    else:
        for one in looked:
            tell_findings(one.source.name, one.findings)
        for path in made:
            say(str(path))
    return tell_outcome(len({each.key for each in left}))


def tell_outcome(left: int) -> int:
    """Tell whether anything keeps it from being published, and return the exit status."""
    if not left:
        return FINE
    said = ngettext(
        "Nothing was published: {n} thing is not confirmed. Look at it, and confirm it with "
        "--confirm KEY=REASON, or all of them with --reviewed --why.",
        "Nothing was published: {n} things are not confirmed. Look at each, and confirm it with "
        "--confirm KEY=REASON, or all of them with --reviewed --why.",
        left,
    )
    note(said.format(n=left))
    return REFUSED


def tell_findings(name: str, findings: Sequence[Finding]) -> None:
    """Tell what a file says of people and secrets, with the words around each."""
    if findings:
        note(_("{name} tells of:").format(name=name))
    for each in findings:
        said = _("{kind}: {text} ({place})").format(
            kind=revealed_label(each.kind), text=each.text, place=place_label(each.place)
        )
        if each.is_notice:
            is_gone = each.kind is Revealed.UNSEEN
            why = "" if is_gone else " " + _("It is registered, so it is only told.")
            note("  " + said + why)
            continue
        note(f"  {said}  {each.key}")
        note(f"    ”{each.quote}”")


def _as_json(one: Looked, made: Sequence[Path]) -> Json:
    paths = [path for path in made if path.name == one.source.name]
    return {
        "file": str(one.source),
        "published": str(paths[0]) if paths else None,
        "is_edited": one.is_edited,
        "findings": [finding_as_json(each) for each in one.findings],
    }


def finding_as_json(each: Finding) -> Json:
    """Return what was found for other programs."""
    return {
        "key": each.key,
        "kind": each.kind.value,
        "text": each.text,
        "part": each.place,
        "quote": each.quote,
        "is_notice": each.is_notice,
    }
