"""What the commands about meetings share."""

import click

from revtrack.cli.frame.parts import (
    code_option,
)
from revtrack.domain.codes import MeetingKind
from revtrack.wording import _

NOTHING = "–"
"""Stands where there is nothing to show."""


def municipality_option() -> click.Option:
    """Return the option that names the municipality."""
    return click.Option(
        ["--municipality"],
        metavar=_("NAME"),
        help=_("The municipality, where a committee's name is found in several."),
    )


def committee_argument(*, required: bool) -> click.Argument:
    """Return the argument that names a committee."""
    return click.Argument(
        ["committee"],
        required=required,
        metavar=_("COMMITTEE") if required else _("[COMMITTEE]"),
        help=_("Name or abbreviation of the committee."),
    )


def kind_option() -> click.Option:
    """Return the option that says what kind of meeting it is."""
    return code_option("--kind", MeetingKind, _("The kind of meeting; committee unless said."))
