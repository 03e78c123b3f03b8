"""A clerk's own free text, pasted with the numbers of the recommendations as headings."""

from collections.abc import Mapping
from typing import Any

import click

from revtrack.cli.frame.output import note
from revtrack.cli.replies.answers import Answers
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipients import number_key
from revtrack.domain.records import NewResponse
from revtrack.domain.replies.pasted_texts import part_text
from revtrack.wording import _


def texts_option() -> click.Option:
    """Return the option that names a file of pasted text."""
    return click.Option(
        ["--texts"],
        metavar=_("FILE"),
        help=_(
            "The reply in running text under headings such as R1 or “R2: …”; each text is kept on "
            "its recommendation, unread. - for standard input."
        ),
    )


def put_texts(answers: Answers, text: str) -> str | None:
    """Keep each part of a pasted text on its recommendation; return what stands before them all."""
    theirs = {committee.id for committee in answers.committees}
    asked = {
        answers.case.number_of(answers.case.recommendation_by_id[each.recommendation_id])
        for each in answers.case.addressees
        if each.committee_id in theirs and each.asked
    }
    parted = part_text(text, sorted(asked, key=number_key))
    if not parted.parts:
        raise UsageError(
            "The text has no headings such as R1. Write the number of each recommendation on a "
            "line of its own, or before a colon."
        )
    for number, said in parted.parts.items():
        if said:
            answers.put(number, quote=said)
        else:
            answers.addressees(number)
            note(_("Nothing stands under {number}.").format(number=number))
    return parted.before


def with_text(response: NewResponse, before: str | None) -> NewResponse:
    """Return the response with what stands before the first heading, where it has no text yet."""
    if before is None or response.text is not None:
        return response
    stated: Mapping[str, Any] = response.model_dump(exclude_unset=True)
    return NewResponse.model_validate({**stated, "text": before})
