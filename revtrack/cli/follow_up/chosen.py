"""Which recommendations to which committees a command of follow-up is about."""

from collections.abc import Sequence

import click

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.domain.names.succession import responsible_committee
from revtrack.services import find
from revtrack.services.follow_up.lineage import find_recommendation
from revtrack.wording import _


def numbers_argument() -> click.Argument:
    """Return the argument that names recommendations."""
    return click.Argument(
        ["numbers"], metavar="R1,R2", help=_("Numbers of recommendations: R1, or R1,R2,R3a.")
    )


def number_argument(name: str = "number") -> click.Argument:
    """Return the argument that names one recommendation."""
    return click.Argument([name], metavar=_("NUMBER"), help=_("Number of the recommendation: R3."))


def committees_argument() -> click.Argument:
    """Return the argument that names a committee; without it all are meant."""
    return click.Argument(
        ["committee"],
        required=False,
        metavar=_("[COMMITTEE]"),
        help=_("Name or abbreviation of the committee; else every committee that it goes to."),
    )


def chosen_lines(case: AuditCase, numbers: str, committee: str | None) -> tuple[AddresseeLine, ...]:
    """Return the lines of these recommendations, parts too, as put to the committee or to all.

    A committee is named as it was or by the one that answers for it today. Raises UsageError where
    a number is unknown, or has not been put to the committee.
    """
    body = find.find_committee(case, committee) if committee else None
    found: dict[int, AddresseeLine] = {}
    for number in dict.fromkeys(part.strip() for part in numbers.split(",")):
        recommendation = find_recommendation(case, number)
        lines = [
            line
            for line in every_line(case)
            if line.recommendation.id == recommendation.id
            and (body is None or body.id in {line.committee.id, _answering(case, line)})
        ]
        if not lines:
            raise UsageError(
                "{number} has not been put to {committee}.",
                number=number,
                committee=body.name if body else "",
            )
        found |= {line.addressee.id: line for line in lines}
    return tuple(found.values())


def _answering(case: AuditCase, line: AddresseeLine) -> int:
    return responsible_committee(case, line.addressee).id


def every_line(case: AuditCase) -> tuple[AddresseeLine, ...]:
    """Return the lines of an audit, wholes with their parts after them."""
    return tuple(each for line in addressee_lines(case) for each in (line, *line.parts))


def named(lines: Sequence[AddresseeLine]) -> str:
    """Return which recommendations to which committees these are: "R1 KS, R2 KS"."""
    return ", ".join(
        f"{line.number} {line.committee.abbreviation or line.committee.name}" for line in lines
    )
