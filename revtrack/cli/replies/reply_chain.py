"""What has come in a reply case: as ``show`` prints it, and as a command tells what it led to."""

from collections.abc import Iterable, Iterator

from revtrack.cli.frame.output import note, say_wrapped
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind, ResponseKind, Review
from revtrack.domain.exchange.versions import file_versions
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Committee, Response
from revtrack.domain.texts.prose import lines_of
from revtrack.wording import _, ngettext
from revtrack.wording.responses import (
    file_told,
    response_title,
    response_told,
    review_told,
    shared_told,
    state_told,
)
from revtrack.wording.words import capitalise_first

INDENT = 2


def say_chains(case: AuditCase, lines: Iterable[ReplyLine], *, for_clerk: bool) -> None:
    """Print all that came from each committee of which the table does not tell everything."""
    for line in lines:
        if not (line.reply_case.given_up_on or any(map(_is_told, line.responses))):
            continue
        short = line.committee.abbreviation or capitalise_first(line.committee.name)
        for said in _chain(case, line, for_clerk=for_clerk):
            say_wrapped(f"{short}: {said}", hanging=INDENT)


def note_state(line: ReplyLine) -> None:
    """Tell where a committee's reply is now."""
    state = state_told(line)
    note(f"{capitalise_first(line.committee.name)}: {state[:1].lower()}{state[1:]}.")


def note_letter(case: AuditCase, body: Committee, kind: DocumentKind) -> None:
    """Tell how the letter about it to the committee is made."""
    name = body.abbreviation or f'"{body.name}"'
    command = f"revtrack document {kind.value} {case.audit.reference} --committee {name}"
    note(_("The letter is made with: {command}").format(command=command))


def note_unanswered(line: ReplyLine) -> None:
    """Tell how many recommendations a reply still leaves without a position, if any."""
    if line.unanswered:
        left = ngettext(
            "{n} recommendation still has no position.",
            "{n} recommendations still have no position.",
            line.unanswered,
        )
        note(left.format(n=line.unanswered))


def _is_told(response: Response) -> bool:
    """Tell whether there is more to tell of a response than the table has room for."""
    return response.kind is not ResponseKind.DECISION or any(
        (
            response.decided_by,
            response.replaces_id,
            response.has_motions,
            response.has_reservations,
            response.conditions,
            response.review is not Review.PENDING,
        )
    )


def _chain(case: AuditCase, line: ReplyLine, *, for_clerk: bool) -> Iterator[str]:
    for response in line.responses:
        shared = shared_told(case, response, line.committee)
        parts = (response_title(response), shared, *response_told(response))
        yield ", ".join(filter(None, parts))
        if lines_of(response.sent_to):
            yield _("sent to {names}").format(names=", ".join(lines_of(response.sent_to)))
        if response.conditions:
            yield _("on condition: {text}").format(text=response.conditions)
        if _is_judged(response):
            yield _("reply judged: {review}").format(
                review=review_told(response, for_clerk=for_clerk)
            )
        yield from _files(case, response)
    if line.reply_case.given_up_on:
        yield _("given up {day}").format(day=line.reply_case.given_up_on)


def _is_judged(response: Response) -> bool:
    """Tell whether there is something to tell of a judgement: one made, or one that is waited for.

    That the reply itself waits to be judged is its state, which the table tells.
    """
    is_supplement = response.kind is ResponseKind.SUPPLEMENT
    return response.review is not Review.PENDING or is_supplement


def _files(case: AuditCase, response: Response) -> Iterator[str]:
    versions = file_versions(case.attachments)
    for each in case.attachments:
        if each.response_id == response.id:
            yield _("file: {name}").format(name=file_told(each, versions[each.id]))
